//! A site on its way into one target: its templates, its words, and where each page will stand.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::Serialize;

use super::templates::Templates;
use super::{RenderError, Target, article};
use crate::locale::{Locale, Words};
use crate::model::{Article, Destinations, Site, Translations};

/// A site on its way into one target.
pub(super) struct Edition<'a> {
    pub(super) site: &'a Site,
    pub(super) target: &'a Target,
    /// Where links lead.
    pub(super) destinations: Destinations<'a>,
    templates: Templates,
    /// By locale folder.
    words: HashMap<String, Words>,
    /// By locale folder: CLDR is slow to ask, and every page has every language in its menu.
    names: HashMap<String, String>,
    /// Where each page stands: for each of the site's translations, of each article.
    paths: Vec<Vec<String>>,
    /// The newest date of any article, once it was asked for.
    date: OnceLock<Option<Date>>,
}

/// An article of the site: the index of its translations, and its own among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) translations: usize,
    pub(super) article: usize,
}

impl<'a> Edition<'a> {
    pub(super) fn new(site: &'a Site, target: &'a Target) -> Result<Self, RenderError> {
        let words = site
            .locales
            .iter()
            .map(|locale| {
                let words = Words::load(locale, &site.words)?;
                Ok((locale.folder().to_owned(), words))
            })
            .collect::<Result<_, RenderError>>()?;
        Ok(Edition {
            site,
            target,
            destinations: Destinations::of(site),
            templates: Templates::load(site, target)?,
            words,
            names: names(site),
            paths: (target.paths)(site),
            date: OnceLock::new(),
        })
    }

    /// Every article of the site.
    pub(super) fn places(&self) -> Vec<Place> {
        let translations = self.site.translations.iter().enumerate();
        translations
            .flat_map(|(index, translations)| {
                (0..translations.articles.len()).map(move |article| Place {
                    translations: index,
                    article,
                })
            })
            .collect()
    }

    pub(super) fn article(&self, place: Place) -> &'a Article {
        &self.translations(place).articles[place.article]
    }

    pub(super) fn translations(&self, place: Place) -> &'a Translations {
        &self.site.translations[place.translations]
    }

    /// The path of an article's page.
    pub(super) fn path(&self, place: Place) -> &str {
        &self.paths[place.translations][place.article]
    }

    /// The words of a language of the site.
    pub(super) fn words(&self, locale: &Locale) -> &Words {
        &self.words[locale.folder()]
    }

    /// The newest date of any article.
    pub(super) fn date(&self) -> Option<Date> {
        *self.date.get_or_init(|| article::site_date(self.site))
    }

    pub(super) fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, RenderError> {
        self.templates.fill(template, view)
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

    /// The same article in another language.
    pub(super) fn in_locale(&self, translations: usize, folder: &str) -> Option<Place> {
        let articles = &self.site.translations[translations].articles;
        let article = articles
            .iter()
            .position(|article| article.locale.folder() == folder)?;
        Some(Place {
            translations,
            article,
        })
    }
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
