//! The pages of a site that belong to no single article: start pages, the choice of language, and what is not there.

use serde::Serialize;

use super::head::{self, Frame, ROOT, SCRIPT, STYLE, Subject, THEME};
use super::shelf::{CardView, Shelf};
use super::{assets, feed, icons, not_found, sitemap, status};
use crate::locale::Locale;
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::press::Wanted;
use crate::render::start::{self, Entry, Group};
use crate::render::{RenderError, article, link};

/// The articles that a start page lists.
#[derive(Serialize)]
pub(super) struct ListView {
    heading: String,
    /// The way to the page that tells how the articles stand.
    status: Option<String>,
    /// The pages that lead to others.
    landings: Vec<EntryView>,
    cards: Vec<CardView>,
    /// What no card leads to, by folder.
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    folder: String,
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    title: String,
    description: String,
    href: String,
    /// The language of the article, where it is not the page's.
    lang: Option<String>,
    /// The language of the page that the entry leads to, where it stands in the tree of another.
    hreflang: Option<String>,
    /// What a reader should know about that language.
    note: Option<String>,
}

/// What the template of a start page is given.
#[derive(Serialize)]
struct StartView<'v> {
    #[serde(flatten)]
    frame: Frame<'v>,
    list: ListView,
}

/// What the template of the choice of language is given.
#[derive(Serialize)]
struct EveryLanguageView<'v> {
    #[serde(flatten)]
    frame: Frame<'v>,
    every_language: Vec<CountedView<'v>>,
}

#[derive(Serialize)]
struct CountedView<'v> {
    #[serde(flatten)]
    language: LanguageView<'v>,
    /// How many articles it has.
    count: String,
}

/// A language of the site, on a page that speaks several.
#[derive(Serialize)]
pub(super) struct LanguageView<'v> {
    lang: &'v str,
    dir: &'static str,
    name: &'v str,
    /// The way to its start page.
    pub(super) href: String,
    /// The language of its words, where they are borrowed from another.
    words_lang: Option<&'static str>,
}

/// Makes start pages, the choice of language, the page for what is not there, the site's map, style and script.
pub(crate) fn site(edition: &Edition, wanted: Wanted) -> Result<Vec<Page>, RenderError> {
    let mut pages = Vec::new();
    if wanted.begins(assets::FOLDER) {
        pages.extend(edition.assets().pages(&[STYLE, THEME, SCRIPT]));
    }
    for locale in &edition.site.locales {
        if wanted.has(&head::start_path(locale)) && !start::has_own(edition, locale) {
            pages.push(start_page(edition, locale)?);
        }
    }
    if let Some(locale) = edition.first_locale().filter(|_| wanted.has(ROOT)) {
        pages.push(choice(edition, locale)?);
    }
    pages.extend(not_found::pages(edition, wanted)?);
    if wanted.begins(sitemap::BEGINNING) {
        pages.extend(sitemap::sitemap(edition));
    }
    pages.extend(sitemap::robots(edition));
    if wanted.ends(feed::NAME) {
        pages.extend(feed::feeds(edition));
    }
    pages.extend(icons::manifests(edition, wanted));
    if wanted.begins(assets::ICONS) {
        pages.extend(edition.assets().icons());
    }
    pages.extend(status::pages(edition, wanted)?);
    Ok(pages)
}

fn start_page(edition: &Edition, locale: &Locale) -> Result<Page, RenderError> {
    let path = head::start_path(locale);
    let title = edition.title(locale);
    let subject = Subject {
        title: format!("{title} · {}", edition.name(locale)),
        manifest: Some(locale),
        ..subject(edition, locale, &path)
    };
    let view = StartView {
        frame: Frame::new(edition, subject),
        list: ListView::new(edition, locale),
    };
    let html = edition.fill("index.html", &view)?;
    Ok(Page::new(path, html))
}

fn choice(edition: &Edition, locale: &Locale) -> Result<Page, RenderError> {
    let subject = Subject {
        description: edition.words(locale).say("choose-language"),
        ..subject(edition, locale, ROOT)
    };
    let view = EveryLanguageView {
        frame: Frame::new(edition, subject),
        every_language: every_language(edition),
    };
    Ok(Page::new(ROOT, edition.fill("languages.html", &view)?))
}

/// What start pages and the pages for every language have in common.
pub(super) fn subject<'v>(edition: &'v Edition, locale: &'v Locale, path: &'v str) -> Subject<'v> {
    Subject {
        locale,
        path,
        place: None,
        manifest: None,
        name: edition.title(locale),
        title: edition.title(locale),
        description: described(edition, locale),
        author: None,
        robots: None,
        versions: head::start_versions(edition),
        default: ROOT.to_owned(),
        original: None,
        content: "content".to_owned(),
    }
}

fn described(edition: &Edition, locale: &Locale) -> String {
    let title = edition.title(locale);
    edition
        .words(locale)
        .say_with("start-description", &[("title", &title)])
}

/// Every language of the site, for a page that stands at its root.
fn every_language<'v>(edition: &'v Edition) -> Vec<CountedView<'v>> {
    let locales = edition.site.locales.iter();
    locales
        .map(|locale| {
            let words = edition.words(locale);
            let path = head::start_path(locale);
            CountedView {
                language: LanguageView::new(edition, locale, link::way(ROOT, &path)),
                count: words.count("article-count", count(edition, locale)),
            }
        })
        .collect()
}

/// How many articles a language has.
fn count(edition: &Edition, locale: &Locale) -> usize {
    let pages = edition.site.translations.iter().filter(|it| it.is_page);
    pages
        .filter(|translations| translations.in_locale(locale.folder()).is_some())
        .count()
}

impl<'v> LanguageView<'v> {
    pub(super) fn new(edition: &'v Edition, locale: &'v Locale, href: String) -> Self {
        LanguageView {
            lang: locale.tag(),
            dir: head::direction(locale),
            name: edition.name(locale),
            href,
            words_lang: edition.words(locale).borrowed(),
        }
    }
}

impl ListView {
    pub(super) fn new(edition: &Edition, locale: &Locale) -> Self {
        let shelf = Shelf::of(edition, locale);
        let mut landings = Vec::new();
        let mut groups = Vec::new();
        for mut group in start::groups(edition, locale) {
            let is_landing = |entry: &mut Entry| edition.article(entry.place).kind.is_landing();
            landings.extend(group.entries.extract_if(.., is_landing));
            group
                .entries
                .retain(|entry| !shelf.holds.contains(&entry.place.translations));
            if !group.entries.is_empty() {
                groups.push(GroupView::new(edition, locale, group));
            }
        }
        let landings = landings.into_iter();
        ListView {
            heading: edition.words(locale).say("articles"),
            status: status::way(edition, &head::start_path(locale)),
            landings: landings
                .map(|entry| EntryView::new(edition, locale, entry))
                .collect(),
            cards: shelf.cards,
            groups,
        }
    }
}

impl GroupView {
    fn new(edition: &Edition, locale: &Locale, group: Group) -> Self {
        let entries = group.entries.into_iter();
        GroupView {
            folder: group.folder,
            entries: entries
                .map(|entry| EntryView::new(edition, locale, entry))
                .collect(),
        }
    }
}

impl EntryView {
    fn new(edition: &Edition, locale: &Locale, entry: Entry) -> Self {
        let listed = edition.article(entry.place);
        EntryView {
            title: article::one_line(&entry.title),
            description: article::description(listed),
            href: link::way(&head::start_path(locale), edition.path(entry.place)),
            lang: entry.foreign.then(|| listed.locale.tag().to_owned()),
            hreflang: edition
                .is_elsewhere(entry.place, locale)
                .then(|| listed.locale.tag().to_owned()),
            note: entry
                .foreign
                .then(|| head::available_in(edition, locale, &listed.locale)),
        }
    }
}
