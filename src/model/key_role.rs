//! What the keys of the front matter hold, as all articles in all languages together show.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Article, Config, MANUAL_KEY, Translations, Value, single_blanks};

/// What a key of the front matter holds, and so what must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRole {
    /// A fact about the article: the same in all languages.
    Invariant,
    /// Words for readers by what the key is called: each language has its own.
    Translated,
    /// The language of the article.
    Locale,
    /// How a translation came about: only translations have it.
    Provenance,
    /// Anything else: languages agree on it too rarely to ask it of them.
    Free,
}

/// Keys that name the language of an article.
pub const LOCALE_KEYS: [&str; 4] = ["lang", "language", "locale", "ms.contentlocale"];

/// Keys whose value is the fingerprint of the source that a translation was made from.
pub const HASH_KEYS: [&str; 2] = ["source-hash", "ms.openlocfilehash"];

/// Keys whose value is the commit that held this source.
pub const COMMIT_KEYS: [&str; 3] = ["source-commit", "sourceCommit", "ms.sourcegitcommit"];

/// Keys that translation tools and translators write, whatever else the front matter holds. Without a reference nobody can see
/// that only translations have them.
const PROVENANCE_KEYS: [&str; 9] = [
    "l10n",
    "translation",
    "ms.translationtype",
    "ms.lasthandoff",
    "ms.locfileid",
    "translator",
    "translators",
    "translation-date",
    "translation-type",
];

/// Keys whose values are words by what they are called: where all languages agree, they wait for a translator.
const WORD_KEYS: [&str; 5] = [
    "title",
    "description",
    "summary",
    "titleSuffix",
    "linkTitle",
];

/// Lists of words for search engines, some of them names: languages translate as much as they like.
const TAG_KEYS: [&str; 2] = ["keywords", "tags"];

/// The share of articles, and of single languages, that must agree on a key. Damage must not hide itself: in a site of a few
/// articles one wrong value is a large share of all.
const ARTICLES: f64 = 0.9;
const LANGUAGES: f64 = 0.8;
/// Values that are one word are codes, names and dates far more often than text.
const LANGUAGES_OF_WORD: f64 = 0.65;

/// Votes on one key.
#[derive(Debug, Default)]
struct Votes {
    /// Groups of languages that were asked, and those of them that agree.
    groups: usize,
    agreeing: usize,
    /// Languages that were asked, and those that say what most in their group say.
    languages: usize,
    followers: usize,
    /// Values of more than one word.
    wordy: usize,
    in_reference: usize,
    in_translations: usize,
}

/// Finds the role of every key that an article has.
pub fn key_roles(config: &Config, all: &[Translations]) -> BTreeMap<String, KeyRole> {
    let votes = all.par_iter().fold(Ballot::new, |mut votes, translations| {
        vote(translations, &mut votes);
        votes
    });
    let votes = votes.reduce(Ballot::new, |mut all, votes| {
        for (key, votes) in votes {
            all.entry(key).or_default().add(&votes);
        }
        all
    });
    let role = |(key, votes): (&str, Votes)| {
        (
            key.to_owned(),
            declared(config, key).unwrap_or_else(|| votes.role(key)),
        )
    };
    votes.into_iter().map(role).collect()
}

/// The votes on each key.
type Ballot<'a> = BTreeMap<&'a str, Votes>;

fn vote<'a>(translations: &'a Translations, votes: &mut Ballot<'a>) {
    for cohort in &translations.cohorts {
        let members = cohort.members.iter();
        let members: Vec<&Article> = members.map(|at| &translations.articles[*at]).collect();
        let has_reference = cohort.reference.is_some() && members.len() > 1;
        let reference = cohort
            .reference
            .filter(|_| has_reference)
            .map(|at| &translations.articles[at]);
        count(&members, reference, votes);
    }
}

fn declared(config: &Config, key: &str) -> Option<KeyRole> {
    let names = |keys: &[String]| keys.iter().any(|it| it == key);
    match &config.front_matter {
        schema if names(&schema.invariant) => Some(KeyRole::Invariant),
        schema if names(&schema.translated) => Some(KeyRole::Translated),
        // Its name and section are for all languages, its description is each language's own: the rule about it knows.
        _ if key == MANUAL_KEY => Some(KeyRole::Free),
        _ => None,
    }
}

fn count<'a>(members: &[&'a Article], reference: Option<&'a Article>, votes: &mut Ballot<'a>) {
    let mut values: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for article in members {
        for entry in article
            .front_matter
            .entries
            .iter()
            .filter(|it| !it.value.is_empty())
        {
            values
                .entry(&entry.key)
                .or_default()
                .push(entry.value.canonical());
            if let Some(reference) = reference {
                let votes = votes.entry(&entry.key).or_default();
                match std::ptr::eq(*article, reference) {
                    true => votes.in_reference += 1,
                    false => votes.in_translations += 1,
                }
            }
        }
    }
    for (key, mut values) in values {
        let votes = votes.entry(key).or_default();
        values.sort_unstable();
        let most = values.chunk_by(|a, b| a == b).map(<[String]>::len).max();
        let most = most.unwrap_or(0);
        if values.len() > 1 {
            votes.groups += 1;
            votes.agreeing += usize::from(most * 2 > values.len());
            votes.languages += values.len();
            votes.followers += most;
            votes.wordy += values
                .iter()
                .filter(|value| value.trim().contains(' '))
                .count();
        }
    }
}

impl Votes {
    fn add(&mut self, other: &Votes) {
        self.groups += other.groups;
        self.agreeing += other.agreeing;
        self.languages += other.languages;
        self.followers += other.followers;
        self.wordy += other.wordy;
        self.in_reference += other.in_reference;
        self.in_translations += other.in_translations;
    }

    fn role(&self, key: &str) -> KeyRole {
        if LOCALE_KEYS.contains(&key) {
            return KeyRole::Locale;
        }
        let only_translations =
            self.in_translations > 1 && self.in_reference * 20 < self.in_translations;
        if HASH_KEYS.contains(&key)
            || COMMIT_KEYS.contains(&key)
            || PROVENANCE_KEYS.contains(&key)
            || only_translations
        {
            return KeyRole::Provenance;
        }
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (articles, languages) = (
            share(self.agreeing, self.groups),
            share(self.followers, self.languages),
        );
        let needed = match share(self.wordy, self.languages) < 0.5 {
            true => LANGUAGES_OF_WORD,
            false => LANGUAGES,
        };
        let is_word = WORD_KEYS.contains(&key);
        match () {
            () if TAG_KEYS.contains(&key) => KeyRole::Free,
            () if !is_word && articles >= ARTICLES && languages >= needed => KeyRole::Invariant,
            () if is_word => KeyRole::Translated,
            () => KeyRole::Free,
        }
    }
}

impl Value {
    /// Whether the key says nothing: `key:` and `key: ''` are the same.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::Sequence(values) => values.is_empty(),
            Value::Mapping(entries) => entries.is_empty(),
        }
    }

    /// The value in a form that can be compared, however it is written: dates and numbers are the text that they are.
    pub fn canonical(&self) -> String {
        match self {
            Value::Null => String::new(),
            Value::Text(text) => single_blanks(text.split_whitespace()),
            Value::Sequence(values) => {
                let values: Vec<String> = values.iter().map(Value::canonical).collect();
                format!("[{}]", values.join(", "))
            }
            Value::Mapping(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.canonical()))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}
