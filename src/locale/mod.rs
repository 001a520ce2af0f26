//! A language tag, its fallback chain, its name in its own language, its direction, and the words our templates say.

mod catalogue;
mod date;
mod letter;
mod notation;
mod order;
mod plural;
mod said;
mod words;

pub use catalogue::{Catalogue, Message, Selection};
pub use letter::{LetterClass, is_sign};
pub use notation::{DateField, Notation};
pub use plural::{Counting, Plurals};
pub use said::Said;
pub use words::{Words, WordsError, built_in};

use icu_locale::exemplar_chars::ExemplarCharacters;
use icu_locale::names::{DisplayNamesPreferences, LanguageIdentifierDisplayName};
use icu_locale::{
    LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult,
};
use writeable::TryWriteable;

/// One language of a site: a folder under the source, and the BCP 47 tag that the folder's name is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// As it is spelt on disk: `de-de`.
    folder: String,
    /// In canonical case: `de-DE`.
    tag: LanguageIdentifier,
    /// `tag` as text.
    name: String,
    language: String,
    /// The name that the configuration gives.
    given: Option<String>,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// Why a folder's name is no locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    /// Not of the shape that BCP 47 gives to tags: `media`, `de_DE`.
    #[error("not a BCP 47 language tag")]
    NotATag,
    /// Well-formed, but no language that CLDR has a name for: `xx-yy`.
    #[error("not a language that CLDR knows")]
    UnknownLanguage,
}

impl Locale {
    /// Reads a folder's name, in any case.
    ///
    /// A tag must begin with a language of two or three letters: BCP 47 reserves longer ones and none is registered,
    /// while `media` and `images` are ordinary folders.
    pub fn from_folder(folder: &str) -> Result<Locale, LocaleError> {
        let locale = Locale::declared(folder)?;
        match own_name(&locale.tag) {
            Some(_) => Ok(locale),
            None => Err(LocaleError::UnknownLanguage),
        }
    }

    /// Reads a tag that a person vouches for, whether CLDR knows the language or not.
    pub fn declared(folder: &str) -> Result<Locale, LocaleError> {
        let language = folder.split('-').next().unwrap_or_default();
        if !matches!(language.len(), 2 | 3) || folder.contains('_') {
            return Err(LocaleError::NotATag);
        }
        let mut tag = icu_locale::Locale::try_from_str(folder).map_err(|_| LocaleError::NotATag)?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut tag);
        let tag = tag.id;
        Ok(Locale {
            folder: folder.to_owned(),
            name: tag.to_string(),
            language: tag.language.to_string(),
            tag,
            given: None,
        })
    }

    /// Returns the same locale under a name that the configuration gives to it.
    pub fn named(self, name: Option<String>) -> Self {
        Locale {
            given: name,
            ..self
        }
    }

    /// The folder's name as it is on disk: the first part of every path.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The tag in canonical case, as `lang` wants it: `zh-CN`.
    pub fn tag(&self) -> &str {
        &self.name
    }

    /// The language subtag alone: `zh`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the language is Chinese, Japanese or Korean.
    pub fn is_cjk(&self) -> bool {
        matches!(self.language(), "zh" | "ja" | "ko")
    }

    /// The region subtag, where the tag has one: `CN`.
    pub fn region(&self) -> Option<String> {
        self.tag.region.map(|region| region.to_string())
    }

    /// The region subtag, else the one that CLDR supposes: `TW` for `zh-Hant`.
    pub fn likely_region(&self) -> Option<String> {
        maximized(&self.tag).region.map(|region| region.to_string())
    }

    /// The script that the language is written in here, as ISO 15924 names it: `Hans`.
    pub fn script(&self) -> Option<String> {
        maximized(&self.tag).script.map(|script| script.to_string())
    }

    /// Whether CLDR counts a sign among the punctuation of the language; `None` where CLDR does not know its punctuation.
    pub fn has_punctuation(&self, sign: char) -> Option<bool> {
        let language = LanguageIdentifier::from(self.tag.language);
        let known = [&self.tag, &language]
            .into_iter()
            .find_map(|tag| ExemplarCharacters::try_new_punctuation(&tag.clone().into()).ok())?;
        Some(known.contains(sign))
    }

    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.tag) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }

    /// The language's name in the language itself: the configuration's, else CLDR's (`Deutsch`, `简体中文`).
    ///
    /// The region is left out; where a language is written in several scripts, as Chinese is, the script is named.
    pub fn own_name(&self) -> String {
        if let Some(name) = &self.given {
            return name.clone();
        }
        let short = LanguageIdentifier {
            region: None,
            ..maximized(&self.tag)
        };
        let name = if expands_to_one_script(&self.tag) {
            own_name(&LanguageIdentifier {
                script: None,
                ..short
            })
        } else {
            own_name(&short)
        };
        name.or_else(|| own_name(&self.tag))
            .map_or_else(|| self.name.clone(), |name| capitalized(&name))
    }

    /// The name of another language in this one, without its region: `anglais` for `en-US` in French.
    pub fn name_of(&self, other: &Locale) -> Option<String> {
        let language = LanguageIdentifier::from(other.tag.language);
        name(DisplayNamesPreferences::from(&self.tag), language)
    }

    /// The language's name in the language itself with its region, for sites that have the language twice.
    pub fn full_name(&self) -> String {
        self.given
            .clone()
            .or_else(|| own_name(&self.tag))
            .map_or_else(|| self.name.clone(), |name| capitalized(&name))
    }

    /// Tags to look in for words, best first: `de-AT`, `de`; `zh-TW`, `zh-Hant`, `zh`.
    pub fn fallbacks(&self) -> Vec<String> {
        let maximal = maximized(&self.tag);
        let mut chain = vec![self.name.clone()];
        if let Some(script) = maximal.script
            && !expands_to_one_script(&self.tag)
        {
            chain.push(format!("{}-{script}", self.language));
        }
        chain.push(self.language.clone());
        chain.dedup();
        chain
    }

    /// Whether a tag in somebody's text names this language: `de`, `de-DE` and `de-Latn-DE` all name `de-de`.
    pub fn is_named_by(&self, tag: &str) -> bool {
        let Ok(mut other) = icu_locale::Locale::try_from_str(tag) else {
            return false;
        };
        LocaleCanonicalizer::new_extended().canonicalize(&mut other);
        let (mine, theirs) = (maximized(&self.tag), maximized(&other.id));
        let region_agrees = match (self.tag.region, other.id.region) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => true,
        };
        same_language(&mine, &theirs) && mine.script == theirs.script && region_agrees
    }
}

/// `no` is the macrolanguage of `nb` and `nn` (IANA language subtag registry), and what most authors write for either.
fn same_language(mine: &LanguageIdentifier, theirs: &LanguageIdentifier) -> bool {
    let norwegian = |tag: &LanguageIdentifier| matches!(tag.language.as_str(), "no" | "nb" | "nn");
    mine.language == theirs.language
        || (norwegian(mine)
            && norwegian(theirs)
            && (mine.language.as_str() == "no" || theirs.language.as_str() == "no"))
}

/// Languages for which the script tells readers apart and region alone does not name it.
fn expands_to_one_script(tag: &LanguageIdentifier) -> bool {
    let bare = maximized(&LanguageIdentifier {
        script: None,
        region: None,
        ..tag.clone()
    });
    // CLDR has a name of its own for "simplified Chinese", but none for "Latin-script German".
    let scripted = LanguageIdentifier {
        region: None,
        ..bare.clone()
    };
    let named = own_name(&scripted);
    let plain = own_name(&LanguageIdentifier {
        script: None,
        ..scripted
    });
    match (named, plain) {
        (Some(named), Some(plain)) => {
            let rest = named.strip_prefix(plain.as_str());
            rest.is_some_and(|rest| rest.trim_start().starts_with(['(', '（']))
        }
        _ => true,
    }
}

fn maximized(tag: &LanguageIdentifier) -> LanguageIdentifier {
    let mut maximal = tag.clone();
    match LocaleExpander::new_extended().maximize(&mut maximal) {
        TransformResult::Modified | TransformResult::Unmodified => maximal,
    }
}

/// CLDR's name of a language in the language itself.
fn own_name(tag: &LanguageIdentifier) -> Option<String> {
    name(DisplayNamesPreferences::from(tag), tag.clone())
}

/// CLDR's name of a language for readers of some language.
fn name(readers: DisplayNamesPreferences, tag: LanguageIdentifier) -> Option<String> {
    let name =
        LanguageIdentifierDisplayName::try_new_light(readers, tag.clone(), Default::default())
            .or_else(|_| {
                LanguageIdentifierDisplayName::try_new_heavy(readers, tag, Default::default())
            })
            .ok()?;
    name.as_borrowed()
        .try_write_to_string()
        .ok()
        .map(|name| name.into_owned())
}

/// CLDR writes many names in lower case, for use inside a sentence; a menu begins with a capital.
fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(folder: &str) -> Locale {
        Locale::from_folder(folder).unwrap_or_else(|error| panic!("{folder}: {error}"))
    }

    #[test]
    fn folders_in_any_case_are_tags() {
        for (folder, tag) in [
            ("de-de", "de-DE"),
            ("zh-CN", "zh-CN"),
            ("ZH-hant-tw", "zh-Hant-TW"),
            ("nb", "nb"),
            ("ar", "ar"),
        ] {
            assert_eq!(locale(folder).tag(), tag);
        }
    }

    #[test]
    fn other_folders_are_not() {
        for folder in [
            "media",
            "images",
            "de_DE",
            "x-private",
            "a",
            ".git",
            "includes",
            "zh-cmn-Hans",
        ] {
            assert_eq!(
                Locale::from_folder(folder),
                Err(LocaleError::NotATag),
                "{folder}"
            );
        }
        for folder in ["xx-yy", "qq", "zz-zz"] {
            assert_eq!(
                Locale::from_folder(folder),
                Err(LocaleError::UnknownLanguage),
                "{folder}"
            );
        }
    }

    #[test]
    fn languages_know_their_own_name() {
        for (folder, name) in [
            ("en-us", "English"),
            ("de-de", "Deutsch"),
            ("fr-fr", "Français"),
            ("nl-nl", "Nederlands"),
            ("sv-se", "Svenska"),
            ("zh-cn", "简体中文"),
            ("zh-tw", "繁體中文"),
            ("ar-sa", "العربية"),
            ("ko-kr", "한국어"),
            ("pt-br", "Português"),
        ] {
            assert_eq!(locale(folder).own_name(), name, "{folder}");
        }
        assert_eq!(locale("ar-sa").direction(), Direction::RightToLeft);
    }

    #[test]
    fn languages_have_names_for_others() {
        for (folder, name) in [
            ("de-de", "Englisch"),
            ("fr-fr", "anglais"),
            ("zh-cn", "英语"),
        ] {
            let name = Some(name.to_owned());
            assert_eq!(locale(folder).name_of(&locale("en-us")), name);
        }
    }

    #[test]
    fn a_tag_names_a_locale_when_nothing_in_it_contradicts() {
        assert!(locale("de-de").is_named_by("de"));
        assert!(locale("zh-cn").is_named_by("zh-Hans-CN"));
        assert!(!locale("zh-cn").is_named_by("zh-TW"));
        assert!(!locale("de-de").is_named_by("de-AT"));
        assert!(!locale("de-de").is_named_by("german"));
        assert!(locale("nb-no").is_named_by("no"));
    }
}
