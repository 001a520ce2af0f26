//! What a language's start page lists.

use std::collections::BTreeMap;

use super::edition::{Edition, Place};
use crate::locale::Locale;
use crate::model::Fallback;

/// An article on a start page.
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) title: String,
    /// Whether the language lacks the article and the text of another is offered instead.
    pub(super) foreign: bool,
}

/// Articles of one folder.
pub(super) struct Group {
    /// The folder under the language's, empty for the language's own.
    pub(super) folder: String,
    pub(super) entries: Vec<Entry>,
}

/// The id of the article that takes the place of a start page.
pub(super) const START: &str = "index";

/// Returns what a language's start page lists: its articles by folder and title, and among them those of others that it
/// has pages for or that need not be translated.
pub(super) fn groups(edition: &Edition, locale: &Locale) -> Vec<Group> {
    let index = edition.index_of(locale);
    let mut folders: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for (at, translations) in edition.site.translations.iter().enumerate() {
        if translations.id == START || !translations.is_page {
            continue;
        }
        let folder = translations
            .id
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        if let Some(entry) = entry(edition, at, index) {
            folders.entry(folder).or_default().push(entry);
        }
    }
    let mut groups: Vec<Group> = folders
        .into_iter()
        .map(|(folder, entries)| Group {
            folder: folder.to_owned(),
            entries,
        })
        .collect();
    for group in &mut groups {
        locale.sort(&mut group.entries, |entry| &entry.title);
        // What a folder says of itself to those who work in it is no way into the articles.
        group
            .entries
            .sort_by_key(|entry| is_readme(&edition.translations(entry.place).id));
    }
    groups
}

fn is_readme(id: &str) -> bool {
    let name = id.rsplit('/').next().unwrap_or(id);
    name.eq_ignore_ascii_case("readme")
}

/// Whether a language has an article that takes the place of its start page.
pub(super) fn has_own(edition: &Edition, locale: &Locale) -> bool {
    let translations = edition.site.translations(START);
    translations.is_some_and(|translations| {
        translations.is_page && translations.in_locale(locale.folder()).is_some()
    })
}

fn entry(edition: &Edition, translations: usize, locale: usize) -> Option<Entry> {
    let place = edition.page(translations, locale)?;
    let foreign = edition.own_page(translations, locale).is_none();
    let id = &edition.site.translations[translations].id;
    let config = &edition.site.config;
    // Where the language has no page of it only what nobody means to translate is listed.
    let is_listed = !foreign || config.fallback == Fallback::Page || config.is_untranslated(id);
    is_listed.then(|| Entry {
        place,
        title: edition.article(place).title().to_owned(),
        foreign,
    })
}
