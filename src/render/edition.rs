//! A site on its way into one target: its templates, its words, and where each page will stand.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::html::{Assets, DefinedCodes, Feeds, Lookups, Sidebars};
use super::navigation::Navigations;
use super::target::Fallbacks;
use super::templates::Templates;
use super::{RenderError, Target, article, landing, link, start};
use crate::locale::{Locale, Words};
use crate::model::{
    Article, Destinations, Fallback, Print, Printer, Site, Translations, note, unwatched,
};

/// The numbers of what is made once and shown by many pages; such a page depends on what it is, and not on all that it was made of.
const NAVIGATIONS: u8 = 0;
const LOOKUPS: u8 = 1;
const FEEDS: u8 = 2;
const DATE: u8 = 3;

/// A site on its way into one target.
pub(super) struct Edition<'a> {
    pub(super) site: &'a Site,
    pub(super) target: &'a Target,
    /// Where links lead.
    pub(super) destinations: Destinations<'a>,
    templates: Templates,
    words: Arc<SiteWords>,
    /// By locale folder, as templates take them: to make a value of each word for each page took longer than to fill the page.
    plain_words: HashMap<String, Value>,
    /// By locale folder: CLDR is slow to ask, and every page has every language in its menu.
    names: HashMap<String, String>,
    /// Where each page stands: for each of the site's translations, in each locale.
    paths: Vec<Vec<String>>,
    /// The page that readers of each locale are led to: for each of the site's translations, in each locale.
    pages: Vec<Vec<Option<Place>>>,
    /// Landing pages with their words: by the index of their translations and their own among them.
    landings: HashMap<(usize, usize), Article>,
    /// What leads readers through the site, once it was asked for.
    navigations: OnceLock<Navigations>,
    sidebars: Sidebars,
    codes: DefinedCodes,
    /// Styles and scripts, once they were asked for.
    assets: OnceLock<Assets>,
    /// The newest articles of each language, once they were asked for.
    feeds: OnceLock<Feeds>,
    /// What can be looked up in each language, once it was asked for.
    lookups: OnceLock<Lookups>,
    /// The newest date of any article, once it was asked for.
    date: OnceLock<Option<Date>>,
    /// The files that pages written so far show or link to.
    published: Mutex<BTreeSet<String>>,
}

/// A page: the text of an article in the tree of a locale, which may be another than the text's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) translations: usize,
    /// The text: the index of the article among its translations.
    pub(super) article: usize,
    /// The tree: the index of the locale among the site's.
    pub(super) locale: usize,
}

/// The words of every language of a site, by locale folder. They are the same in all targets.
pub(super) type SiteWords = HashMap<String, Words>;

/// Gathers the words of a site.
pub(super) fn words(site: &Site) -> Result<Arc<SiteWords>, RenderError> {
    let words = site.locales.par_iter().map(|locale| {
        let words = Words::load(locale, &site.words)?;
        Ok((locale.folder().to_owned(), words))
    });
    words.collect::<Result<_, RenderError>>().map(Arc::new)
}

impl<'a> Edition<'a> {
    pub(super) fn new(
        site: &'a Site,
        target: &'a Target,
        words: Arc<SiteWords>,
    ) -> Result<Self, RenderError> {
        let paths = (target.paths)(site);
        Ok(Edition {
            site,
            target,
            destinations: Destinations::of(site),
            templates: Templates::load(site, target)?,
            landings: landing::landings(site, &words),
            plain_words: words.iter().map(plain).collect(),
            words,
            names: names(site),
            pages: pages(site, target, &paths),
            paths,
            navigations: OnceLock::new(),
            sidebars: Sidebars::default(),
            codes: DefinedCodes::default(),
            assets: OnceLock::new(),
            feeds: OnceLock::new(),
            lookups: OnceLock::new(),
            date: OnceLock::new(),
            published: Mutex::default(),
        })
    }

    /// Every page that is made of an article.
    pub(super) fn places(&self) -> Vec<Place> {
        let pages = self.pages.iter().flat_map(|pages| pages.iter().enumerate());
        let own = pages.filter_map(|(locale, place)| place.filter(|place| place.locale == locale));
        own.filter(|place| !self.is_start_page(*place)).collect()
    }

    /// The page that readers of a locale are led to for an article, by their indexes.
    pub(super) fn page(&self, translations: usize, locale: usize) -> Option<Place> {
        self.pages[translations][locale]
    }

    /// The text of an article that readers of a locale get to see, whether it is a page of its own or only included in others.
    pub(super) fn text(&self, translations: usize, locale: usize) -> Option<Place> {
        let reference = || {
            Some(Place {
                translations,
                article: self.site.translations[translations].reference?,
                locale,
            })
        };
        self.page(translations, locale)
            .or_else(|| self.own_page(translations, locale))
            .or_else(reference)
    }

    /// The page of an article in a locale whose own text it is, by their indexes.
    pub(super) fn own_page(&self, translations: usize, locale: usize) -> Option<Place> {
        own_page(self.site, translations, locale)
    }

    /// The page whose text is in the language of its tree: the one that a fallback page shows, or the page itself.
    pub(super) fn original(&self, place: Place) -> Place {
        let folder = self.article(place).locale.folder();
        let locale = position(self.site, folder).unwrap_or(place.locale);
        Place { locale, ..place }
    }

    /// Whether a page shows the text of another language than that of its tree.
    pub(super) fn is_fallback(&self, place: Place) -> bool {
        self.article(place).locale.folder() != self.locale(place).folder()
    }

    /// Whether a page is a start page that the language did not write: a list, and nobody's text.
    pub(super) fn is_start_page(&self, place: Place) -> bool {
        self.is_fallback(place) && self.translations(place).id == start::START
    }

    /// The locale in whose tree a page stands.
    pub(super) fn locale(&self, place: Place) -> &'a Locale {
        &self.site.locales[place.locale]
    }

    /// Whether a page stands in another tree than a locale's.
    pub(super) fn is_elsewhere(&self, place: Place, locale: &Locale) -> bool {
        self.locale(place).folder() != locale.folder()
    }

    /// The index of a locale of the site.
    pub(super) fn index_of(&self, locale: &Locale) -> usize {
        position(self.site, locale.folder()).expect("every locale is one of the site's")
    }

    /// An article as pages show it: a landing page says in words what its links lead to.
    pub(super) fn shown(&self, place: Place) -> &Article {
        let landing = self.landings.get(&(place.translations, place.article));
        landing.unwrap_or_else(|| self.article(place))
    }

    /// What leads readers through the site.
    pub(super) fn navigations(&self) -> &Navigations {
        note_shared(NAVIGATIONS);
        let make = || unwatched(|| Navigations::of(self));
        self.navigations.get_or_init(make)
    }

    pub(super) fn sidebars(&self) -> &Sidebars {
        &self.sidebars
    }

    /// What readers of each language can look up.
    pub(super) fn lookups(&self) -> &Lookups {
        note_shared(LOOKUPS);
        self.lookups.get_or_init(|| unwatched(|| Lookups::of(self)))
    }

    /// What tables define.
    pub(super) fn codes(&self) -> &DefinedCodes {
        &self.codes
    }

    /// An article with what it includes in its place.
    pub(super) fn article(&self, place: Place) -> &'a Article {
        self.site.expanded(place.translations, place.article)
    }

    /// A page that shows an article in its language: its own, else `from` where that includes it, else the first that does.
    pub(super) fn home(&self, place: Place, from: Place) -> Option<Place> {
        if self.translations(place).is_page {
            return Some(place);
        }
        let folder = self.article(place).locale.folder();
        let shows = |page: &Place| {
            let expansion = self.site.expansions.get(&(page.translations, page.article));
            let parts = expansion.map_or(&[][..], |expansion| &expansion.parts);
            parts.binary_search(&place.translations).is_ok()
        };
        let mut pages = self.site.expansions.keys();
        let own = |(translations, article): &(usize, usize)| {
            let texts = &self.site.translations[*translations];
            let is_shown = texts.is_page && texts.articles[*article].locale.folder() == folder;
            let locale = position(self.site, folder)?;
            is_shown.then_some(Place {
                translations: *translations,
                article: *article,
                locale,
            })
        };
        Some(from)
            .filter(shows)
            .or_else(|| pages.find_map(|page| own(page).filter(shows)))
    }

    pub(super) fn translations(&self, place: Place) -> &'a Translations {
        &self.site.translations[place.translations]
    }

    pub(super) fn path(&self, place: Place) -> &str {
        &self.paths[place.translations][place.locale]
    }

    /// Notes that a page shows a file or links to it, and returns the way there.
    pub(super) fn publish(&self, from: Place, path: &str) -> String {
        note(|looked| {
            looked.files.insert(path.to_owned());
        });
        let published = self.published.lock();
        let mut published = published.unwrap_or_else(PoisonError::into_inner);
        if !published.contains(path) {
            published.insert(path.to_owned());
        }
        link::way(self.path(from), path)
    }

    /// Notes the files that a page shows or links to which is not made again.
    pub(super) fn publish_again(&self, files: &[String]) {
        let published = self.published.lock();
        let mut published = published.unwrap_or_else(PoisonError::into_inner);
        published.extend(files.iter().cloned());
    }

    /// Adds where pages stand and where readers are led to.
    pub(super) fn lay_out(&self, printer: &mut Printer) {
        printer.value(&(&self.paths, &self.pages));
    }

    /// The print of what pages share, by its number, as far as they show it.
    pub(super) fn print_of(&self, what: u8) -> Option<Print> {
        let mut printer = Printer::default();
        match what {
            NAVIGATIONS => self.navigations().print(&mut printer),
            LOOKUPS => self.lookups().print(&mut printer),
            FEEDS => self.feeds().print(&mut printer),
            DATE => printer.value(&self.date()),
            _ => return None,
        }
        Some(printer.print())
    }

    /// Whether a page that was written so far shows a file or links to it.
    pub(super) fn has_published(&self, path: &str) -> bool {
        let published = self.published.lock();
        let published = published.unwrap_or_else(PoisonError::into_inner);
        published.contains(path)
    }

    /// The files that pages written so far show or link to.
    pub(super) fn published(&self) -> BTreeSet<String> {
        let published = self.published.lock();
        published.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The site's styles and scripts.
    pub(super) fn assets(&self) -> &Assets {
        let make = || Assets::of(self.site, self.target.folder);
        self.assets.get_or_init(make)
    }

    /// The newest articles of each language.
    pub(super) fn feeds(&self) -> &Feeds {
        note_shared(FEEDS);
        self.feeds.get_or_init(|| unwatched(|| Feeds::of(self)))
    }

    /// The way from a page to a style or script by its name.
    pub(super) fn asset(&self, from: &str, name: &str) -> String {
        link::way(from, self.assets().path(name))
    }

    /// The words of a language of the site.
    pub(super) fn words(&self, locale: &Locale) -> &Words {
        &self.words[locale.folder()]
    }

    /// What templates may say in a language of the site.
    pub(super) fn plain_words(&self, locale: &Locale) -> &Value {
        &self.plain_words[locale.folder()]
    }

    /// The newest date of any article.
    pub(super) fn date(&self) -> Option<Date> {
        note_shared(DATE);
        let make = || unwatched(|| article::site_date(self.site));
        *self.date.get_or_init(make)
    }

    pub(super) fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, RenderError> {
        self.templates.fill(template, view)
    }

    pub(super) fn fill_page(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, RenderError> {
        self.templates.fill_page(template, view)
    }

    /// The locale that speaks for the site where no language is chosen yet.
    pub(super) fn first_locale(&self) -> Option<&'a Locale> {
        let reference = self.site.reference.as_ref();
        reference
            .or_else(|| self.site.locales.first())
            .map(|locale| locale.as_ref())
    }

    /// The site's title in a language.
    pub(super) fn title(&self, locale: &Locale) -> String {
        let title = self.site.config.site.title.as_deref().map(str::trim);
        match title.filter(|title| !title.is_empty()) {
            Some(title) => title.to_owned(),
            None => self.words(locale).say("site-title"),
        }
    }

    /// A language's name in the language itself, with its region where the site has the language twice.
    pub(super) fn name(&self, locale: &Locale) -> &str {
        &self.names[locale.folder()]
    }

    /// A language's name in the words of another; in its own where those are borrowed. Two locales of one language are told
    /// apart by their regions.
    pub(super) fn name_in(&self, locale: &Locale, other: &Locale) -> String {
        let is_same = locale.language() == other.language();
        if is_same || self.words(locale).borrowed().is_some() {
            return match is_same {
                true => other.full_name(),
                false => self.name(other).to_owned(),
            };
        }
        let name = locale.name_of(other);
        name.unwrap_or_else(|| self.name(other).to_owned())
    }
}

fn plain((folder, words): (&String, &Words)) -> (String, Value) {
    (folder.clone(), Value::from_serializable(words.plain()))
}

/// Notes that somebody looked at what pages share.
fn note_shared(what: u8) {
    note(|looked| {
        looked.shared.insert(what);
    });
}

/// The page that readers of each locale are led to, for each article.
fn pages(site: &Site, target: &Target, paths: &[Vec<String>]) -> Vec<Vec<Option<Place>>> {
    let mut taken = taken(site, paths);
    let texts = site.texts().into_iter().enumerate();
    texts
        .map(|(translations, texts)| {
            if !site.translations[translations].is_page {
                return vec![None; texts.len()];
            }
            let mut page = |(locale, text): (usize, Option<usize>)| {
                let own = own_page(site, translations, locale);
                let path = &paths[translations][locale];
                own.or_else(|| {
                    let place = Place {
                        translations,
                        article: text?,
                        locale,
                    };
                    fallback(site, target, place, || taken.insert(path.to_lowercase()))
                })
            };
            texts.into_iter().enumerate().map(&mut page).collect()
        })
        .collect()
}

/// Where a page leads that has no text in the language of its tree: to itself, to the original, or nowhere.
fn fallback(
    site: &Site,
    target: &Target,
    place: Place,
    is_free: impl FnOnce() -> bool,
) -> Option<Place> {
    let translations = &site.translations[place.translations];
    if translations.id == start::START && target.fallbacks != Fallbacks::Nothing {
        return Some(place);
    }
    let text = &translations.articles[place.article];
    let original = Place {
        locale: position(site, text.locale.folder())?,
        ..place
    };
    match site.config.fallback {
        Fallback::None => None,
        // On many systems a path that differs from another in the case of letters is the same file.
        Fallback::Page if target.fallbacks == Fallbacks::Pages && is_free() => Some(place),
        Fallback::Page | Fallback::Link => Some(original),
    }
}

/// The paths of all pages whose language has a text, in lower case.
fn taken(site: &Site, paths: &[Vec<String>]) -> HashSet<String> {
    let mut taken = HashSet::new();
    for (translations, paths) in site.translations.iter().zip(paths) {
        for article in &translations.articles {
            let locale = position(site, article.locale.folder());
            taken.extend(locale.map(|locale| paths[locale].to_lowercase()));
        }
    }
    taken
}

fn own_page(site: &Site, translations: usize, locale: usize) -> Option<Place> {
    let folder = site.locales[locale].folder();
    Some(Place {
        translations,
        article: site.translations[translations].position(folder)?,
        locale,
    })
}

/// The index of a locale among the site's.
fn position(site: &Site, folder: &str) -> Option<usize> {
    let mut locales = site.locales.iter();
    locales.position(|locale| locale.folder() == folder)
}

/// Each language's name in the language itself.
fn names(site: &Site) -> HashMap<String, String> {
    let own: Vec<String> = site
        .locales
        .iter()
        .map(|locale| locale.own_name())
        .collect();
    let name = |(locale, name): (&Arc<Locale>, &String)| {
        let twice = own.iter().filter(|other| *other == name).count() > 1;
        let name = if twice {
            locale.full_name()
        } else {
            name.clone()
        };
        (locale.folder().to_owned(), name)
    };
    site.locales.iter().zip(&own).map(name).collect()
}
