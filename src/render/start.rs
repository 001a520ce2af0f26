//! What a language's start page lists.

use std::collections::BTreeMap;

use super::edition::{Edition, Place};
use crate::locale::Locale;

/// An article on a start page.
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) title: String,
    /// Whether the language lacks the article and the reference's is offered instead.
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

/// Returns what a language's start page lists: its articles by folder and title, and those that only the reference
/// has and may have alone.
pub(super) fn groups(edition: &Edition, locale: &Locale) -> Vec<Group> {
    let mut folders: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
    for (index, translations) in edition.site.translations.iter().enumerate() {
        if translations.id == START {
            continue;
        }
        let folder = translations
            .id
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        if let Some(entry) = entry(edition, index, locale) {
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
    }
    groups
}

/// Whether a language has an article that takes the place of its start page.
pub(super) fn has_own(edition: &Edition, locale: &Locale) -> bool {
    let translations = edition.site.translations(START);
    translations.is_some_and(|translations| translations.in_locale(locale.folder()).is_some())
}

fn entry(edition: &Edition, translations: usize, locale: &Locale) -> Option<Entry> {
    let own = edition.in_locale(translations, locale.folder());
    let place = own.or_else(|| untranslated(edition, translations))?;
    let place = Some(place).filter(|place| edition.is_page(*place))?;
    Some(Entry {
        place,
        title: edition.article(place).title().to_owned(),
        foreign: own.is_none(),
    })
}

/// The reference's article, where the configuration says that it need not be translated.
fn untranslated(edition: &Edition, translations: usize) -> Option<Place> {
    let id = &edition.site.translations[translations].id;
    let folder = edition.site.reference.as_ref()?.folder();
    let config = &edition.site.config;
    config
        .is_untranslated(id)
        .then(|| edition.in_locale(translations, folder))?
}
