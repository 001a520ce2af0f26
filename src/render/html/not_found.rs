//! Pages for addresses at which there is nothing: one a language, and one that speaks all of them.

use serde::Serialize;

use super::head::{self, Frame, NOT_FOUND, STYLE, Subject, Version};
use super::site::{self, LanguageView};
use crate::locale::Locale;
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::press::Wanted;
use crate::render::{RenderError, link};

/// What the template is given.
///
/// A host serves the page at whatever address it was asked for. So it brings its style with it, and its links are whole
/// addresses where the site says where it stands.
#[derive(Serialize)]
struct NotFoundView<'v> {
    #[serde(flatten)]
    frame: Frame<'v>,
    /// The style as an address that holds it.
    style_data: String,
    /// The way to the start page of the language, else of the site.
    start: String,
    /// The languages that the page speaks.
    spoken: Vec<SpokenView<'v>>,
    /// The other languages of the site.
    others: Vec<SpokenView<'v>>,
}

#[derive(Serialize)]
struct SpokenView<'v> {
    #[serde(flatten)]
    language: LanguageView<'v>,
    home: String,
    not_found: String,
    not_found_text: String,
}

/// Makes the page of each language, and that of the whole site.
pub(super) fn pages(edition: &Edition, wanted: Wanted) -> Result<Vec<Page>, RenderError> {
    let locales = edition.site.locales.iter();
    let free = locales.filter(|it| wanted.has(&path(it)) && !is_taken(edition, it));
    let own = free.map(|locale| own_page(edition, locale));
    let whole = edition
        .first_locale()
        .filter(|_| wanted.has(NOT_FOUND))
        .map(|first| whole_page(edition, first));
    own.chain(whole).collect()
}

/// Whether an article of the language stands at the address.
fn is_taken(edition: &Edition, locale: &Locale) -> bool {
    let article = edition.site.index("404");
    let locale = edition.index_of(locale);
    let page = article.and_then(|article| edition.page(article, locale));
    page.is_some_and(|page| page.locale == locale)
}

fn path(locale: &Locale) -> String {
    format!("{}/{NOT_FOUND}", locale.folder())
}

fn own_page(edition: &Edition, locale: &Locale) -> Result<Page, RenderError> {
    let path = path(locale);
    let title = format!("{} · {}", edition.title(locale), edition.name(locale));
    let subject = Subject {
        manifest: Some(locale),
        ..subject(edition, locale, &path, &title)
    };
    let language = language(edition, &path, locale);
    let others = edition.site.locales.iter();
    let others = others.filter(|other| other.folder() != locale.folder());
    let view = NotFoundView {
        frame: Frame::new(edition, subject),
        style_data: style(edition),
        start: language.language.href.clone(),
        others: others
            .map(|other| self::language(edition, &path, other))
            .collect(),
        spoken: vec![language],
    };
    fill(edition, &path, &view)
}

fn whole_page(edition: &Edition, first: &Locale) -> Result<Page, RenderError> {
    let subject = subject(edition, first, NOT_FOUND, &edition.title(first));
    let locales = edition.site.locales.iter();
    let view = NotFoundView {
        frame: Frame::new(edition, subject),
        style_data: style(edition),
        start: way(edition, NOT_FOUND, head::ROOT),
        spoken: locales
            .map(|locale| language(edition, NOT_FOUND, locale))
            .collect(),
        others: Vec::new(),
    };
    fill(edition, NOT_FOUND, &view)
}

fn fill(edition: &Edition, path: &str, view: &NotFoundView) -> Result<Page, RenderError> {
    Ok(Page::new(path, edition.fill(NOT_FOUND, view)?))
}

fn subject<'v>(
    edition: &'v Edition,
    locale: &'v Locale,
    path: &'v str,
    title: &str,
) -> Subject<'v> {
    let words = edition.words(locale);
    let own = edition.site.locales.iter();
    let own = own.filter(|locale| !is_taken(edition, locale));
    Subject {
        name: words.say("not-found"),
        title: format!("{} | {title}", words.say("not-found")),
        description: words.say("not-found-text"),
        robots: Some("noindex".to_owned()),
        versions: own
            .map(|locale| Version {
                locale,
                path: self::path(locale),
                text: None,
            })
            .collect(),
        default: NOT_FOUND.to_owned(),
        ..site::subject(edition, locale, path)
    }
}

fn language<'v>(edition: &'v Edition, from: &str, locale: &'v Locale) -> SpokenView<'v> {
    let words = edition.words(locale);
    let start = way(edition, from, &head::start_path(locale));
    SpokenView {
        language: LanguageView::new(edition, locale, start),
        home: words.say("home"),
        not_found: words.say("not-found"),
        not_found_text: words.say("not-found-text"),
    }
}

/// The way to a page from any address, where the site says where it stands; else from where the page lies.
fn way(edition: &Edition, from: &str, to: &str) -> String {
    match edition.site.config.site.url {
        Some(_) => head::address(edition, to),
        None => link::way(from, to),
    }
}

/// The site's style as an address (RFC 2397).
fn style(edition: &Edition) -> String {
    let mut address = "data:text/css;charset=utf-8,".to_owned();
    for byte in edition.assets().text(STYLE).bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => address.push(byte.into()),
            b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'@' | b'!' | b'$' | b'(' | b')' | b'*'
            | b'+' | b',' | b';' | b'=' => address.push(byte.into()),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}
