//! How a translation came about, and whether the source that it was made from is still the one that there is.

use super::{Article, Translations};
use crate::diagnostic::Span;

/// The key that says who translated an article, and that of Microsoft Learn for the same.
pub const TRANSLATION_KEYS: [&str; 2] = ["translation", "ms.translationtype"];

/// As many digits of a version tell it from all others of an article.
const SHORT: usize = 7;

/// What a translation was made from, and what it is a translation of.
#[derive(Debug, Clone, Copy)]
pub struct Currency<'a> {
    /// The version of the source that the translation says it was made from.
    pub version: &'a str,
    /// Where it says so.
    pub span: Span,
    /// The source as it is now.
    pub source: &'a Article,
}

impl Currency<'_> {
    /// Whether the source has changed since the translation was made.
    pub fn is_stale(&self) -> bool {
        self.version != self.source.version
    }
}

impl Translations {
    /// Returns what one of the articles was made from, where that can be held against the reference: never a guess from dates.
    ///
    /// Nothing for the reference itself, where there is none, and for a translation that does not name its source.
    pub fn currency(&self, article: usize) -> Option<Currency<'_>> {
        let reference = self.reference.filter(|reference| *reference != article)?;
        let (version, span) = self.articles[article].source_version()?;
        Some(Currency {
            version,
            span,
            source: &self.articles[reference],
        })
    }
}

impl Article {
    /// Whether the article says that a machine translated it and nobody went over it: `translation: machine`, or
    /// `ms.translationtype: MT`.
    pub fn is_machine_translated(&self) -> bool {
        let [ours, theirs] = TRANSLATION_KEYS.map(|key| self.front_matter.text(key));
        match ours {
            Some(maker) => maker.trim().eq_ignore_ascii_case("machine"),
            None => theirs.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("MT")),
        }
    }
}

/// The beginning of a version, which readers can compare.
pub fn short_version(version: &str) -> &str {
    version.get(..SHORT).unwrap_or(version)
}
