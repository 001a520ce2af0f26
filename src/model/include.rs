//! What an include names: an article whose text stands in its place, or lines of a file that are shown as code.

use std::sync::Arc;

use super::path::{Reading, Standpoint, readings};
use super::snippet::{NoLines, snippet};
use super::{Article, Link, Site, is_external, percent_decoded};
use crate::diagnostic::Source;

/// Why nothing can be shown in an include's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// It leads to the web.
    Remote,
    /// It leads out of the folder of all languages.
    Outside,
    /// It names a file that is no article.
    OtherFile,
    /// No language has the article or the file.
    Missing,
    /// Neither the language nor the reference has it, though another language does.
    OtherLanguage,
    /// The file has no such lines.
    Lines(NoLines),
}

/// Whether a destination leads to the web or names a drive.
fn is_outside(destination: &str) -> bool {
    is_external(destination) || destination.contains(":\\") || destination.contains(":/")
}

impl Site {
    /// Returns the article that an include of another one shows to readers of a language: the language's own, else the reference's.
    pub fn included(
        &self,
        from: &Article,
        folder: &str,
        link: &Link,
    ) -> Result<(usize, usize), Lost> {
        if is_outside(&link.destination) {
            return Err(Lost::Remote);
        }
        let path = link
            .destination
            .split(['#', '?'])
            .next()
            .unwrap_or_default();
        let path = percent_decoded(path.trim());
        let readings = readings(self, Standpoint::of(from), &path);
        let first = readings.first().ok_or(Lost::Outside)?;
        if path.ends_with('/') || first.path.is_empty() {
            return Err(Lost::Missing);
        }
        let known = |reading: &Reading| {
            let ids = reading.ids().into_iter();
            ids.filter_map(|id| self.index(&id)).next()
        };
        let found = readings.iter().find_map(|it| Some((known(it)?, it.locale)));
        let (at, named) = match found {
            Some(found) => found,
            None if first.is_other_file() => return Err(Lost::OtherFile),
            None => return Err(Lost::Missing),
        };
        let translations = &self.translations[at];
        let own = translations.position(folder);
        let meant = || translations.position(named?.folder());
        own.or_else(meant)
            .or(translations.reference)
            .map(|article| (at, article))
            .ok_or(Lost::OtherLanguage)
    }

    /// Returns the lines of a file that an include shows as code to readers of a language.
    pub fn shown(&self, from: &Article, folder: &str, link: &Link) -> Result<String, Lost> {
        let source = self.shown_file(from, folder, &link.destination)?;
        snippet(source.text(), &link.destination).map_err(Lost::Lines)
    }

    /// The file that a destination names: the language's own, else the one of the language that the path goes through, else the
    /// reference's.
    pub fn shown_file(
        &self,
        from: &Article,
        folder: &str,
        destination: &str,
    ) -> Result<&Arc<Source>, Lost> {
        if is_outside(destination) {
            return Err(Lost::Remote);
        }
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let path = percent_decoded(path.trim());
        let readings = readings(self, Standpoint::of(from), &path);
        if readings.is_empty() {
            return Err(Lost::Outside);
        }
        let reference = self.reference.as_ref().map(|locale| locale.folder());
        let in_folder = |folder: &str| {
            let mut readings = readings.iter();
            readings.find_map(|it| self.snippets.get(&format!("{folder}/{}", it.path)))
        };
        let named = readings.iter().find_map(|it| it.locale);
        let folders = [Some(folder), named.map(|it| it.folder()), reference];
        let found = folders.into_iter().flatten().find_map(in_folder);
        let elsewhere = || {
            let mut locales = self.locales.iter();
            locales.any(|locale| in_folder(locale.folder()).is_some())
        };
        found.ok_or_else(|| match elsewhere() {
            true => Lost::OtherLanguage,
            false => Lost::Missing,
        })
    }
}
