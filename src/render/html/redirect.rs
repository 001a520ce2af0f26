//! Pages at old paths, which lead readers on to where an article is now.

use std::collections::HashSet;

use serde::Serialize;

use super::head::{self, STYLE};
use super::identifier::identifier;
use crate::locale::Locale;
use crate::model::Page;
use crate::render::edition::{Edition, Place};
use crate::render::link::{self, Destination};
use crate::render::press::Wanted;
use crate::render::{RenderError, article as about};

/// What the template of a redirect is given.
#[derive(Serialize)]
struct RedirectView {
    lang: String,
    dir: &'static str,
    style: String,
    /// The one address of the page that it leads to.
    canonical: String,
    href: String,
    /// The text of the link.
    name: String,
    /// The language of the page that it leads to, where it is another one.
    name_lang: Option<String>,
    title: String,
    text: String,
    /// The language of the words, where they are borrowed from another.
    words_lang: Option<&'static str>,
}

/// Where a redirect leads.
struct Way {
    canonical: String,
    href: String,
    name: String,
    name_lang: Option<String>,
}

/// Makes a page at each old path of each language that no page has.
pub(crate) fn redirects(
    edition: &Edition,
    pages: &mut dyn Iterator<Item = &str>,
    wanted: Wanted,
) -> Result<Vec<Page>, RenderError> {
    let mut taken = Taken::default();
    let mut redirects = Vec::new();
    for path in pages {
        taken.take(path);
    }
    for locale in &edition.site.locales {
        for rule in edition.destinations.redirects(locale.folder()) {
            let redirect = &edition.site.redirects[rule];
            let path = old_path(locale, &redirect.id);
            if redirect.is_page()
                && let Some(way) = way(edition, locale, rule, &path)
                && taken.take(&path)
                && wanted.has(&path)
            {
                redirects.push(page(edition, locale, path, way)?);
            }
        }
    }
    Ok(redirects)
}

/// Whether some redirect of the site has a path.
pub(crate) fn may_redirect(edition: &Edition, path: &str) -> bool {
    let mut locales = edition.site.locales.iter();
    locales.any(|locale| {
        let mut rules = edition.destinations.redirects(locale.folder()).into_iter();
        rules.any(|rule| old_path(locale, &edition.site.redirects[rule].id) == path)
    })
}

fn old_path(locale: &Locale, id: &str) -> String {
    format!("{}/{id}.html", locale.folder())
}

/// The paths of pages and of their folders, which are the same in any case of letters on many systems.
#[derive(Default)]
struct Taken {
    pages: HashSet<String>,
    folders: HashSet<String>,
}

impl Taken {
    /// Takes a path, unless a page stands there or in its way.
    fn take(&mut self, path: &str) -> bool {
        let path = path.to_lowercase();
        let folders = || path.match_indices('/').map(|(at, _)| &path[..at]);
        let is_free = !self.pages.contains(&path)
            && !self.folders.contains(&path)
            && !folders().any(|folder| self.pages.contains(folder));
        if is_free {
            self.folders.extend(folders().map(str::to_owned));
            self.pages.insert(path);
        }
        is_free
    }
}

fn way(edition: &Edition, locale: &Locale, rule: usize, path: &str) -> Option<Way> {
    let end = edition.destinations.redirected(locale.folder(), rule);
    let from = Place {
        translations: 0,
        article: 0,
        locale: edition.index_of(locale),
    };
    match link::placed(edition, from, &end) {
        Destination::External(address) if !address.starts_with("mailto:") => Some(Way {
            canonical: address.clone(),
            name: address.clone(),
            href: address,
            name_lang: None,
        }),
        Destination::Article { place, fragment } => {
            Some(to_article(edition, locale, place, fragment, path))
        }
        _ => None,
    }
}

fn to_article(
    edition: &Edition,
    locale: &Locale,
    place: Place,
    fragment: Option<String>,
    path: &str,
) -> Way {
    let article = edition.article(place);
    let fragment = fragment.map(|it| format!("#{}", link::encoded(&identifier(&it))));
    let fragment = fragment.unwrap_or_default();
    let is_other = edition.locale(place).folder() != locale.folder();
    Way {
        canonical: head::address(edition, edition.path(place)),
        href: link::way(path, edition.path(place)) + &fragment,
        name: about::one_line(article.title()),
        name_lang: is_other.then(|| article.locale.tag().to_owned()),
    }
}

fn page(edition: &Edition, locale: &Locale, path: String, way: Way) -> Result<Page, RenderError> {
    let words = edition.words(locale);
    let view = RedirectView {
        lang: locale.tag().to_owned(),
        dir: head::direction(locale),
        style: edition.asset(&path, STYLE),
        canonical: way.canonical,
        href: way.href,
        name: way.name,
        name_lang: way.name_lang,
        title: words.say("moved"),
        text: words.say("moved-text"),
        words_lang: words.borrowed(),
    };
    let html = edition.fill("redirect.html", &view)?;
    Ok(Page::new(path, html))
}
