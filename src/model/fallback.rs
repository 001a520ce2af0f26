//! Whose text a language shows of an article that it lacks.

use std::sync::Arc;

use super::{Fallback, Site, Translations};
use crate::locale::Locale;

impl Site {
    /// For each of the site's translations and, in it, each of the site's locales: the index of the article whose text readers
    /// of that language get to see.
    ///
    /// That is the language's own, else that of a locale which its tag falls back to (`de-AT` to `de-DE`), else the
    /// reference's. What the reference lacks is shown in no language but its own; without a reference it is the first
    /// locale that has the article which helps out.
    pub fn texts(&self) -> Vec<Vec<Option<usize>>> {
        let relatives = relatives(&self.locales);
        let texts = |translations: &Translations| {
            let locales = self.locales.iter().zip(&relatives);
            locales
                .map(|(locale, relatives)| self.text(translations, locale, relatives))
                .collect()
        };
        self.translations.iter().map(texts).collect()
    }

    /// For each of the site's locales the others whose text its readers get where it lacks something, the first first: relatives of
    /// its tag, then the reference, then the rest in their order. None where the configuration wants no text of another language.
    pub fn fallbacks(&self) -> Vec<Vec<&Locale>> {
        let relatives = relatives(&self.locales).into_iter();
        let own = self.locales.iter().zip(relatives);
        own.map(|(locale, relatives)| match self.config.fallback {
            Fallback::None => Vec::new(),
            Fallback::Page | Fallback::Link => self.others(locale, relatives),
        })
        .collect()
    }

    /// Every other locale: those that are given first, then the reference.
    fn others<'a>(&'a self, own: &Locale, first: Vec<&'a Locale>) -> Vec<&'a Locale> {
        let rest = self.reference.iter().chain(&self.locales);
        let mut others = first;
        for locale in rest.map(|locale| locale.as_ref()) {
            if locale != own && !others.contains(&locale) {
                others.push(locale);
            }
        }
        others
    }

    fn text(
        &self,
        translations: &Translations,
        locale: &Locale,
        relatives: &[&Locale],
    ) -> Option<usize> {
        if let Some(own) = translations.position(locale.folder()) {
            return Some(own);
        }
        if self.reference.is_some() && translations.reference.is_none() {
            return None;
        }
        let mut relatives = relatives.iter();
        relatives
            .find_map(|relative| translations.position(relative.folder()))
            .or(translations.reference)
            .or(Some(0))
    }
}

/// For each locale the others that share a tag of its fallback chain, nearest first.
fn relatives(locales: &[Arc<Locale>]) -> Vec<Vec<&Locale>> {
    let chains: Vec<Vec<String>> = locales.iter().map(|locale| locale.fallbacks()).collect();
    let of = |own: usize| {
        let mut relatives: Vec<usize> = Vec::new();
        for tag in &chains[own] {
            let sharing = (0..locales.len()).filter(|other| chains[*other].contains(tag));
            relatives.extend(sharing.filter(|other| *other != own));
        }
        let mut nearest = Vec::new();
        for relative in relatives {
            let locale = locales[relative].as_ref();
            if !nearest.contains(&locale) {
                nearest.push(locale);
            }
        }
        nearest
    };
    (0..locales.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn related(folders: &[&str]) -> Vec<String> {
        let locales: Vec<Arc<Locale>> = folders
            .iter()
            .map(|folder| Arc::new(Locale::from_folder(folder).expect("a locale")))
            .collect();
        let relatives = relatives(&locales).into_iter();
        relatives
            .map(|relatives| {
                let folders: Vec<&str> = relatives.iter().map(|locale| locale.folder()).collect();
                folders.join(" ")
            })
            .collect()
    }

    #[test]
    fn locales_of_one_language_help_one_another_out_and_those_of_one_script_first() {
        assert_eq!(
            related(&["de-at", "de-de", "fr-fr", "zh-cn", "zh-hk", "zh-tw"]),
            [
                "de-de",
                "de-at",
                "",
                "zh-hk zh-tw",
                "zh-tw zh-cn",
                "zh-hk zh-cn"
            ]
        );
    }
}
