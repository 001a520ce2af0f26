//! The words that pages say by themselves, in the language of the page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;

use super::{Catalogue, Locale};
use crate::diagnostic::Source;

/// The language that has every message.
const LAST_RESORT: &str = "en";

/// The catalogues that come with the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
struct Catalogues;

/// The messages of one language, with those of the languages it falls back to behind them.
pub struct Words {
    /// Best first; the last one has every message.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// See [`Words::borrowed`].
    borrowed: Option<&'static str>,
    /// The messages that need no argument, by name.
    plain: BTreeMap<String, String>,
}

/// A catalogue of the site that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{path}:{line}:{column}: {message}\nhelp: mend the site's own catalogue, or remove the message to use the built-in one"
)]
pub struct WordsError {
    pub path: String,
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl Words {
    /// Gathers the words of a language: the site's catalogues shadow the built-in ones message by message.
    ///
    /// A catalogue is called after its language: `de.ftl`, `pt-BR.ftl`, in any case.
    pub fn load(locale: &Locale, catalogues: &[Arc<Source>]) -> Result<Words, WordsError> {
        let mut names = Vec::new();
        let mut bundles = locale
            .fallbacks()
            .iter()
            .map(|tag| bundle(tag, catalogues, &mut names))
            .collect::<Result<Vec<_>, _>>()?;
        let borrowed = names.is_empty().then_some(LAST_RESORT);
        if locale.language() != LAST_RESORT {
            bundles.push(bundle(LAST_RESORT, catalogues, &mut names)?);
        }
        let mut words = Words {
            bundles,
            borrowed,
            plain: BTreeMap::new(),
        };
        words.plain = words.plain_messages(names);
        Ok(words)
    }

    /// Returns a message that needs no argument.
    pub fn say(&self, message: &str) -> String {
        self.say_with(message, &[])
    }

    /// Returns a message with texts in its places.
    pub fn say_with(&self, message: &str, texts: &[(&str, &str)]) -> String {
        let arguments = texts
            .iter()
            .map(|(name, text)| (*name, FluentValue::from(*text)));
        self.format(message, &arguments.collect())
            .unwrap_or_else(|| message.to_owned())
    }

    /// Returns a message that counts something, in the plural form that the language wants.
    pub fn count(&self, message: &str, count: usize) -> String {
        let arguments = [("count", FluentValue::from(count))].into_iter().collect();
        self.format(message, &arguments)
            .unwrap_or_else(|| message.to_owned())
    }

    /// Every message that needs no argument, by name: what a template may say.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// The language of all these words, where no catalogue speaks the one that was asked for.
    pub fn borrowed(&self) -> Option<&'static str> {
        self.borrowed
    }

    fn format(&self, message: &str, arguments: &FluentArgs) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(message)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
            errors.is_empty().then(|| text.into_owned())
        })
    }

    fn plain_messages(&self, names: Vec<String>) -> BTreeMap<String, String> {
        names
            .into_iter()
            .filter_map(|name| Some((self.format(&name, &FluentArgs::new())?, name)))
            .map(|(text, name)| (name, text))
            .collect()
    }
}

/// Returns the catalogues that come with the program. Each of them has every message that the program says by itself.
pub fn built_in() -> Vec<Catalogue> {
    let read = |path: Cow<str>| {
        let file = Catalogues::get(&path).expect("a listed file is embedded");
        Catalogue::read(&path, &String::from_utf8_lossy(&file.data))
    };
    Catalogues::iter().map(read).collect()
}

/// Returns one language's messages and adds their names to `names`.
fn bundle(
    tag: &str,
    catalogues: &[Arc<Source>],
    names: &mut Vec<String>,
) -> Result<FluentBundle<FluentResource>, WordsError> {
    let language: unic_langid::LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around arguments would reach manual pages and attributes, where nothing removes them.
    bundle.set_use_isolating(false);
    let built_in = Catalogues::iter().filter(|path| speaks(path, tag));
    for path in built_in {
        let file = Catalogues::get(&path).expect("a listed file is embedded");
        let text = String::from_utf8_lossy(&file.data);
        add(&mut bundle, &Source::new(path.as_ref(), text), names)?;
    }
    for source in catalogues
        .iter()
        .filter(|source| speaks(source.path(), tag))
    {
        add(&mut bundle, source, names)?;
    }
    Ok(bundle)
}

fn add(
    bundle: &mut FluentBundle<FluentResource>,
    source: &Source,
    names: &mut Vec<String>,
) -> Result<(), WordsError> {
    let resource = FluentResource::try_new(source.text().to_owned()).map_err(|(_, errors)| {
        let position = source.position(errors.first().map_or(0, |error| error.pos.start));
        WordsError {
            path: format!("locales/{}", source.path()),
            line: position.line,
            column: position.column,
            message: errors.first().map_or_else(String::new, ToString::to_string),
        }
    })?;
    names.extend(resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    Ok(())
}

/// Whether a catalogue is for a tag: it bears its name, or the tag names the script that its language is written in
/// (`zh-Hans` for `zh-CN.ftl`).
pub(super) fn speaks(path: &str, tag: &str) -> bool {
    let Some(name) = path
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".ftl"))
    else {
        return false;
    };
    name.eq_ignore_ascii_case(tag) || tag.contains('-') && writes(name, tag)
}

fn writes(name: &str, tag: &str) -> bool {
    Locale::declared(name)
        .is_ok_and(|locale| locale.fallbacks().iter().any(|fallback| fallback == tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(folder: &str, catalogues: &[(&str, &str)]) -> Result<Words, WordsError> {
        let locale = Locale::from_folder(folder).expect("a locale");
        let sources: Vec<_> = catalogues
            .iter()
            .map(|(path, text)| Arc::new(Source::new(*path, *text)))
            .collect();
        Words::load(&locale, &sources)
    }

    fn said(folder: &str, catalogues: &[(&str, &str)], message: &str) -> String {
        words(folder, catalogues).expect("sound").say(message)
    }

    #[test]
    fn every_catalogue_has_the_same_messages_in_the_same_order() {
        let messages = |path: &str| -> Vec<String> {
            let file = Catalogues::get(path).expect("embedded");
            let text = String::from_utf8(file.data.into_owned()).expect("UTF-8");
            let resource = FluentResource::try_new(text).expect("sound");
            resource
                .entries()
                .filter_map(|entry| match entry {
                    Entry::Message(message) => Some(message.id.name.to_owned()),
                    _ => None,
                })
                .collect()
        };
        let english = messages("en.ftl");
        assert!(english.len() > 20);
        for path in Catalogues::iter() {
            assert_eq!(messages(&path), english, "{path}");
        }
    }

    #[test]
    fn a_language_without_words_speaks_english() {
        assert_eq!(said("fi-fi", &[], "language"), "Language");
        assert_eq!(said("de-at", &[], "language"), "Sprache");
        let borrowed = |folder, own: &[(&str, &str)]| words(folder, own).expect("sound").borrowed();
        assert_eq!(borrowed("fi-fi", &[]), Some("en"));
        assert_eq!(borrowed("de-at", &[]), None);
        assert_eq!(borrowed("en-gb", &[]), None);
        assert_eq!(borrowed("fi-fi", &[("fi.ftl", "language = Kieli\n")]), None);
    }

    #[test]
    fn chinese_readers_get_the_script_they_read() {
        assert_eq!(said("zh-sg", &[], "language"), "语言");
        assert_eq!(said("zh-tw", &[], "language"), "Language");
    }

    #[test]
    fn a_sites_words_shadow_ours_one_by_one() {
        let own = [("de-DE.ftl", "language = Sprachwahl\nslogan = Alles drin\n")];
        assert_eq!(said("de-de", &own, "language"), "Sprachwahl");
        assert_eq!(said("de-de", &own, "tip"), "Tipp");
        assert_eq!(said("de-at", &own, "language"), "Sprache");
        let words = words("de-de", &own).expect("sound");
        assert_eq!(
            words.plain().get("slogan").map(String::as_str),
            Some("Alles drin")
        );
        assert_eq!(words.plain().get("updated"), None);
    }

    #[test]
    fn messages_count_and_quote() {
        let english = words("en-us", &[]).expect("sound");
        assert_eq!(english.count("article-count", 1), "1 article");
        assert_eq!(english.count("article-count", 2), "2 articles");
        assert_eq!(
            english.say_with("link-to-row", &[("key", "0x1")]),
            "Link to row 0x1"
        );
        assert_eq!(english.say("no-such-message"), "no-such-message");
    }

    #[test]
    fn a_broken_catalogue_is_named_with_its_place() {
        let error = words("de-de", &[("de.ftl", "language = Sprache\ntip = { $ }\n")]).err();
        let error = error.expect("broken");
        assert_eq!((error.path.as_str(), error.line), ("locales/de.ftl", 2));
    }
}
