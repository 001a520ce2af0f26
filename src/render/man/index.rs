//! The page of a language that lists its manual pages, and the same list for programs.

use serde::Serialize;

use super::escape::{self, Kind};
use super::fill;
use super::inline::Text;
use super::name::{self, PageName};
use super::page::{self, Sheet};
use super::writer::{COLUMNS, TAG};
use crate::locale::Locale;
use crate::model::Page;
use crate::render::RenderError;
use crate::render::edition::{Edition, Place};

/// A list of one page leads nowhere.
const FEWEST: usize = 2;

/// What the template of the list is given; everything is roff.
#[derive(Serialize)]
struct IndexView {
    text: String,
    sections: Vec<SectionView>,
}

#[derive(Serialize)]
struct SectionView {
    /// Empty where all pages are in one section.
    heading: String,
    pages: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    name: String,
    section: String,
    description: String,
}

/// A page of the list.
struct Entry {
    page: PageName,
    /// As text.
    description: String,
}

/// Makes the lists of every language.
pub(crate) fn site(edition: &Edition) -> Result<Vec<Page>, RenderError> {
    if !edition.site.config.manual.index {
        return Ok(Vec::new());
    }
    let mut by_locale: Vec<Vec<Entry>> = edition.site.locales.iter().map(|_| Vec::new()).collect();
    for place in edition.places() {
        by_locale[place.locale].push(entry(edition, place));
    }
    let mut pages = Vec::new();
    for (locale, mut entries) in edition.site.locales.iter().zip(by_locale) {
        entries.sort_by(|a, b| a.page.cmp(&b.page));
        if entries.len() >= FEWEST {
            pages.push(index(edition, locale, &entries)?);
        }
        if !entries.is_empty() {
            pages.push(list(edition, locale, &entries));
        }
    }
    Ok(pages)
}

/// The page that lists the pages of a locale, by its index, where there is one.
pub(super) fn name(edition: &Edition, locale: usize) -> Option<PageName> {
    if !edition.site.config.manual.index {
        return None;
    }
    let articles = 0..edition.site.translations.len();
    let pages = articles.filter_map(|article| edition.page(article, locale));
    let own = pages.filter(|place| place.locale == locale);
    (own.take(FEWEST).count() == FEWEST).then(|| name::index_name(edition.site))
}

fn entry(edition: &Edition, place: Place) -> Entry {
    Entry {
        page: PageName::of(edition.path(place)),
        description: page::short_description(edition.shown(place)),
    }
}

fn index(edition: &Edition, locale: &Locale, entries: &[Entry]) -> Result<Page, RenderError> {
    let words = edition.words(locale);
    let title = edition.title(locale);
    let named = [("site", title.as_str())];
    let sections: Vec<&[Entry]> = entries
        .chunk_by(|a, b| a.page.section == b.page.section)
        .collect();
    let has_headings = sections.len() > 1;
    let heading = |section: &str| match has_headings {
        true => escape::quoted(&words.say_with("manual-section", &[("number", section)])),
        false => String::new(),
    };
    let view = IndexView {
        text: prose(&words.say_with("manual-index-text", &named)),
        sections: sections
            .into_iter()
            .map(|entries| SectionView {
                heading: heading(&entries[0].page.section),
                pages: entries.iter().map(entry_view).collect(),
            })
            .collect(),
    };
    let sheet = Sheet {
        path: &name::index_path(edition.site, locale),
        locale,
        has_grid: false,
        date: page::written(edition.date()),
        description: words.say_with("manual-index", &named),
        body: edition.fill("index.7", &view)?,
    };
    sheet.page(edition)
}

fn entry_view(entry: &Entry) -> EntryView {
    EntryView {
        name: escape::escaped(&entry.page.name, Kind::Token),
        section: entry.page.section.clone(),
        description: prose(&entry.description),
    }
}

fn prose(words: &str) -> String {
    let mut text = Text::default();
    text.push(words, Kind::Prose);
    fill::fill(&text.pieces, COLUMNS - TAG)
}

/// One line a page: its name, its section, what it is about.
fn list(edition: &Edition, locale: &Locale, entries: &[Entry]) -> Page {
    let line = |entry: &Entry| {
        let PageName { section, name } = &entry.page;
        let description: String = entry.description.chars().filter(is_shown).collect();
        format!("{name} ({section}) - {description}\n")
    };
    let lines: String = entries.iter().map(line).collect();
    Page::new(name::list_path(edition.site, locale), lines)
}

/// Whether a terminal shows a character, and does not obey it.
fn is_shown(letter: &char) -> bool {
    !escape::is_invisible(*letter)
}
