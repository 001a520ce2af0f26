//! What every page has around its content: its head, its bar, its languages.

use serde::Serialize;
use tera::Value;

use super::meta::Meta;
use super::search::SearchView;
use crate::locale::{Direction, Locale};
use crate::render::edition::{Edition, Place};
use crate::render::{link, start};

pub(super) use crate::render::link::address;

/// The styles and scripts that every page asks for.
pub(super) const STYLE: &str = "style.css";
pub(super) const THEME: &str = "theme.js";
pub(super) const SCRIPT: &str = "app.js";
pub(super) const ROOT: &str = link::ROOT;
pub(super) const NOT_FOUND: &str = "404.html";

/// What the template of a page is given for what stands around its content.
#[derive(Serialize)]
pub(super) struct Frame<'v> {
    lang: &'v str,
    dir: &'static str,
    /// The text of `<title>`.
    title: String,
    description: String,
    /// The language of both, where it is not the page's.
    text: Option<TextLanguage<'v>>,
    author: Option<String>,
    /// What search engines are asked to do with the page.
    robots: Option<String>,
    site_title: String,
    canonical: String,
    alternates: Vec<Alternate>,
    style: String,
    /// The script that runs before the page is painted.
    theme: String,
    script: String,
    /// The way to the language's start page.
    home: String,
    language: String,
    languages: Vec<Language>,
    /// What the page tells programs.
    pub(super) meta: Meta,
    /// The id of the content, which no heading has.
    content: String,
    /// Where readers search, where there is something to be found.
    search: Option<SearchView>,
    words: &'v Value,
    /// The language of `words`, where they are borrowed from another.
    words_lang: Option<&'static str>,
}

/// The same page in a language.
#[derive(Serialize)]
pub(super) struct Alternate {
    pub(super) hreflang: String,
    pub(super) href: String,
}

/// A language that a part of a page is in.
#[derive(Serialize)]
pub(super) struct TextLanguage<'v> {
    lang: &'v str,
    dir: &'static str,
}

/// An entry of the menu of languages.
#[derive(Serialize)]
struct Language {
    name: String,
    lang: String,
    href: String,
    current: bool,
    /// Where the entry leads, in its language, if that lacks the page.
    elsewhere: Option<String>,
    /// The language of the page's text, in the words of the entry's language, if it is another.
    note: Option<String>,
}

/// The same content in a language.
pub(super) struct Version<'v> {
    pub(super) locale: &'v Locale,
    pub(super) path: String,
    /// The language of the text, where it is another.
    pub(super) text: Option<&'v Locale>,
}

/// The same content in the languages that have a page of it.
pub(super) type Versions<'v> = Vec<Version<'v>>;

/// What tells one page's frame from another's.
pub(super) struct Subject<'v> {
    pub(super) locale: &'v Locale,
    pub(super) path: &'v str,
    /// The article that is shown, where the page is one.
    pub(super) place: Option<Place>,
    /// The language whose feed and manifest belong to the page, where it is for one.
    pub(super) manifest: Option<&'v Locale>,
    /// What the page is about, without the site that it belongs to.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) author: Option<String>,
    pub(super) robots: Option<String>,
    pub(super) versions: Versions<'v>,
    /// The path of the page for readers of any other language.
    pub(super) default: String,
    /// The path of the page whose text this one repeats, and the text's language.
    pub(super) original: Option<(String, &'v Locale)>,
    pub(super) content: String,
}

impl<'v> Frame<'v> {
    pub(super) fn new(edition: &'v Edition, subject: Subject<'v>) -> Self {
        let Subject { locale, path, .. } = subject;
        let (canonical, text) = match &subject.original {
            Some((original, text)) => (original.as_str(), Some(TextLanguage::of(text))),
            None => (path, None),
        };
        // A page that repeats another is no version of it: search engines follow its canonical address.
        let alternates = match text {
            Some(_) => Vec::new(),
            None => alternates(edition, &subject.versions, &subject.default),
        };
        let meta = Meta::new(edition, &subject, canonical);
        Frame {
            lang: locale.tag(),
            dir: direction(locale),
            title: subject.title,
            description: subject.description,
            author: subject.author,
            robots: subject.robots,
            site_title: edition.title(locale),
            text,
            canonical: address(edition, canonical),
            alternates,
            style: edition.asset(path, STYLE),
            theme: edition.asset(path, THEME),
            script: edition.asset(path, SCRIPT),
            home: link::way(path, &start_path(locale)),
            language: edition.name(locale).to_owned(),
            languages: languages(edition, path, locale, &subject.versions),
            content: subject.content,
            meta,
            search: SearchView::new(edition, locale, path),
            words: edition.plain_words(locale),
            words_lang: edition.words(locale).borrowed(),
        }
    }
}

impl<'v> TextLanguage<'v> {
    fn of(locale: &'v Locale) -> Self {
        TextLanguage {
            lang: locale.tag(),
            dir: direction(locale),
        }
    }
}

/// The value of `dir`.
pub(super) fn direction(locale: &Locale) -> &'static str {
    match locale.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}

/// The start page of a language.
pub(super) fn start_path(locale: &Locale) -> String {
    format!("{}/index.html", locale.folder())
}

/// An article in all the languages that have a page of it; one that is a start page has every start page beside it.
pub(super) fn versions<'v>(edition: &'v Edition, place: Place) -> Versions<'v> {
    if edition.article(place).id == start::START {
        return start_versions(edition);
    }
    let locales = 0..edition.site.locales.len();
    let pages = locales.filter_map(|locale| {
        let page = edition.page(place.translations, locale);
        page.filter(|page| page.locale == locale)
    });
    pages
        .map(|page| Version {
            locale: edition.locale(page),
            path: edition.path(page).to_owned(),
            text: text_of(edition, page),
        })
        .collect()
}

/// The language of a page's text, where it is not that of the page.
pub(super) fn text_of<'v>(edition: &'v Edition, place: Place) -> Option<&'v Locale> {
    let is_fallback = edition.is_fallback(place);
    is_fallback.then(|| edition.article(place).locale.as_ref())
}

/// The page for readers whose language an article lacks: the reference's, else the choice of language.
pub(super) fn default(edition: &Edition, place: Place) -> String {
    let article = edition.article(place);
    let reference = edition.translations(place).reference;
    let reference = reference.filter(|_| article.id != start::START);
    let path = reference.map(|article| edition.path(edition.original(Place { article, ..place })));
    path.unwrap_or(ROOT).to_owned()
}

/// The start page in all languages.
pub(super) fn start_versions<'v>(edition: &'v Edition) -> Versions<'v> {
    let locales = edition.site.locales.iter();
    locales
        .map(|locale| Version {
            locale,
            path: start_path(locale),
            text: None,
        })
        .collect()
}

/// The same page in each language that has it, and for readers of any other language.
pub(super) fn alternates(edition: &Edition, versions: &Versions, default: &str) -> Vec<Alternate> {
    let own = versions.iter().filter(|version| version.text.is_none());
    let own = own.map(|version| Alternate {
        hreflang: version.locale.tag().to_owned(),
        href: address(edition, &version.path),
    });
    let rest = Alternate {
        hreflang: "x-default".to_owned(),
        href: address(edition, default),
    };
    own.chain([rest]).collect()
}

/// Every language of the site, by its version of the page, else by its start page: nobody is left without a way.
fn languages(
    edition: &Edition,
    path: &str,
    current: &Locale,
    versions: &Versions,
) -> Vec<Language> {
    let entry = |locale: &Locale| {
        let mut versions = versions.iter();
        let own = versions.find(|version| version.locale.folder() == locale.folder());
        let text = own.and_then(|version| version.text);
        let path_of = |own: Option<&Version>| match own {
            Some(version) => version.path.clone(),
            None => start_path(locale),
        };
        Language {
            name: edition.name(locale).to_owned(),
            lang: locale.tag().to_owned(),
            current: locale.folder() == current.folder(),
            elsewhere: own.is_none().then(|| edition.words(locale).say("home")),
            href: link::way(path, &path_of(own)),
            note: text.map(|text| available_in(edition, locale, text)),
        }
    };
    edition
        .site
        .locales
        .iter()
        .map(|locale| entry(locale))
        .collect()
}

/// Says in which language a text is, in the words of another.
pub(super) fn available_in(edition: &Edition, locale: &Locale, text: &Locale) -> String {
    let language = edition.name_in(locale, text);
    let words = edition.words(locale);
    words.say_with("available-in", &[("language", &language)])
}
