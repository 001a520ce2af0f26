//! Which articles a language owes its readers, and which of them it has in an old version.

use std::collections::HashSet;

use super::{Article, Site, Translations};
use crate::locale::Locale;

impl Site {
    /// Whether every language that translates the site is to have an article: the reference has it, or without a reference more
    /// than half of the languages, and neither the configuration nor the article says that it stays in its language.
    pub fn expects(&self, translations: &Translations) -> bool {
        if self.config.is_untranslated(&translations.id) {
            return false;
        }
        if self.reference.is_some() {
            return translations.reference.is_some() && !translations.principal().is_local();
        }
        let all: HashSet<&str> = self.locales.iter().map(|it| it.language()).collect();
        let having = translations.articles.iter();
        let having: HashSet<&str> = having.map(|article| article.locale.language()).collect();
        having.len() >= 2 && having.len() * 2 > all.len()
    }

    /// Whether a language is to have all that is expected: the reference has what it has, and some have a part by choice.
    pub fn translates(&self, locale: &Locale) -> bool {
        let reference = self.reference.as_deref();
        let is_reference = reference.is_some_and(|it| it.folder() == locale.folder());
        !is_reference && !self.config.is_partial(locale.folder())
    }
}

impl Translations {
    /// Whether an article, by its index, names another version of the reference than the current one as its source. What names none
    /// is not called stale, and neither is anything where there is no reference.
    pub fn is_stale(&self, article: usize) -> bool {
        let Some(reference) = self.reference.filter(|reference| *reference != article) else {
            return false;
        };
        let version = self.articles[article].source_version();
        version.is_some_and(|(version, _)| version != self.articles[reference].version)
    }
}

impl Article {
    /// Whether an article says that it is meant for its own language alone.
    pub fn is_local(&self) -> bool {
        self.front_matter.text("l10n") == Some("local")
    }
}
