//! One article in all its languages, and what corresponds to what.

use super::{Article, ArticleId, ColumnRole};

/// One article in all the languages that have it.
#[derive(Debug, Clone)]
pub struct Translations {
    pub id: ArticleId,
    /// In the order of the site's locales; never empty.
    pub articles: Vec<Article>,
    /// Index of the reference article.
    pub reference: Option<usize>,
    /// Sections that correspond.
    pub sections: Vec<Slot>,
    /// Tables that correspond.
    pub tables: Vec<TableSlot>,
}

/// Things that correspond: for each article the index of its own, where it has one.
///
/// Where an article has none the thing is *missing* there; where only few have one it is *obsolete* or *extra*.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slot {
    pub members: Vec<Option<usize>>,
}

/// Tables that correspond, and what they hold.
#[derive(Debug, Clone, PartialEq)]
pub struct TableSlot {
    /// Index into each article's tables.
    pub tables: Slot,
    /// The columns' roles, as all languages together show or `glotta.yml` says.
    pub roles: Vec<ColumnRole>,
    /// Index into each table's rows.
    pub rows: Vec<Slot>,
}

impl Translations {
    /// The article that stands for all: the reference, else the first.
    pub fn principal(&self) -> &Article {
        &self.articles[self.reference.unwrap_or(0)]
    }

    /// Returns the article in a language.
    pub fn in_locale(&self, folder: &str) -> Option<&Article> {
        self.articles
            .iter()
            .find(|article| article.locale.folder() == folder)
    }
}
