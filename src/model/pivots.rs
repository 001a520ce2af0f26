//! What readers call the pivots of zones.

use std::sync::Arc;

use super::Site;
use crate::locale::Locale;

/// The titles that one file of a language gives to pivots.
#[derive(Debug, Clone)]
pub struct Pivots {
    pub locale: Arc<Locale>,
    /// Ids and titles, in the order of the file.
    pub titles: Vec<(String, String)>,
}

impl Site {
    /// What readers of a language call a pivot: as its own files say, else as those of the reference do, else by its id.
    pub fn pivot_title<'s>(&'s self, locale: &Locale, id: &'s str) -> &'s str {
        let of = |locale: &Locale| {
            let files = self.pivots.iter();
            let files = files.filter(|pivots| pivots.locale.folder() == locale.folder());
            let mut titles = files.flat_map(|pivots| &pivots.titles);
            titles
                .find(|(known, _)| known == id)
                .map(|(_, title)| title.as_str())
        };
        let reference = || of(self.reference.as_ref()?);
        of(locale).or_else(reference).unwrap_or(id)
    }
}
