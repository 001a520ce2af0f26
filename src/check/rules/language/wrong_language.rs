//! `wrong-language`: a passage is written in another language than its folder says.
//!
//! Telling languages apart costs more than all other rules together, so it is asked only about passages that have few of the
//! small words of their own language. Those words are no list: the site's own articles show them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use icu_properties::{CodePointMapData, props::Script};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use whatlang::{Detector, Info, Lang};

use super::text;
use super::untranslated_block::Sentences;
use crate::check::{Findings, Memory, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Severity};
use crate::locale::Locale;
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "wrong-language",
        severity: Severity::Warning,
        summary: "a passage is written in another language than its folder says",
    },
    scope: Scope::Remembered(check),
    enabled: true,
};

/// Shorter passages are too little to tell a language by.
const WORDS: usize = 10;

/// How many articles of a language show its small words, evenly spread.
const SAMPLES: usize = 60;

/// How many of the commonest words of a language are its small words.
const SMALL_WORDS: usize = 40;

/// In how many passages a word must stand to be one of them.
const WITNESSES: usize = 3;

/// Where so many in a hundred words are small words of the own language, a passage is in it.
const OWN_SHARE: usize = 12;

/// Languages that texts are translated from, whether the project has them or not.
const SOURCES: [Lang; 8] = [
    Lang::Eng,
    Lang::Deu,
    Lang::Fra,
    Lang::Spa,
    Lang::Por,
    Lang::Rus,
    Lang::Cmn,
    Lang::Jpn,
];

fn check(site: &Site, memory: &Memory, findings: &mut Findings) {
    let languages = Languages::of(site);
    let depends = (RULE.fault.name, &languages.small_words());
    let checked = memory.findings(site, depends, &[&RULE.fault], |translations| {
        let mut own = Findings::new(&RULE.fault);
        check_article(translations, &languages, &mut own);
        vec![own]
    });
    for own in checked.into_iter().flatten() {
        findings.extend(own);
    }
}

fn check_article(translations: &Translations, languages: &Languages, findings: &mut Findings) {
    let articles = &translations.articles;
    let sentences = OnceCell::new();
    // What the reference says word by word is the matter of `untranslated-block`.
    let is_left = |at: usize, words: &Words| {
        let reference = translations.reference.filter(|it| *it != at);
        reference.is_some_and(|reference| {
            let sentences = sentences.get_or_init(|| Sentences::of(&articles[reference]));
            sentences.hold(words)
        })
    };
    for (at, article) in articles.iter().enumerate() {
        let Some(language) = languages.of.get(article.locale.folder()) else {
            continue;
        };
        for words in text::passages(article) {
            findings.examine();
            let Some(name) = language.stranger(&words) else {
                continue;
            };
            if !is_left(at, &words) {
                findings.push(finding(findings, article, &words, name));
            }
        }
    }
}

fn finding(findings: &Findings, article: &Article, words: &Words, name: &str) -> Diagnostic {
    let span = article.source.first_line(words.span);
    findings
        .found(article, span, format!("this passage is written in {name}"))
        .note(format!(
            "the folder is `{}`; its small words and groups of letters are those of {name}, without what is quoted or in brackets",
            article.locale.folder()
        ))
        .help("translate it, or put it in quotation marks where it is meant to stay")
        .found(name.to_owned())
}

/// What is known of each of the site's languages, by folder.
struct Languages {
    of: HashMap<String, Language>,
}

struct Language {
    /// ISO 15924 as Unicode shortens it; `None` for languages of several scripts at once.
    script: Option<Script>,
    own: Lang,
    small_words: FxHashSet<String>,
    detector: Detector,
}

impl Languages {
    /// All that was learnt from the articles; the rest is known of the languages themselves.
    fn small_words(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let all = self.of.iter();
        all.map(|(folder, language)| {
            let words = language.small_words.iter().map(String::as_str);
            (folder.as_str(), words.collect())
        })
        .collect()
    }

    fn of(site: &Site) -> Languages {
        let known: BTreeMap<&str, Lang> = site
            .locales
            .iter()
            .filter_map(|locale| Some((locale.folder(), lang(locale)?)))
            .collect();
        let candidates: BTreeSet<&str> = known
            .values()
            .chain(&SOURCES)
            .chain(&[Lang::Lat])
            .map(|lang| lang.code())
            .collect();
        let candidates: Vec<Lang> = candidates.into_iter().filter_map(Lang::from_code).collect();
        let language = |locale: &Locale| Language {
            script: script(locale),
            own: known[locale.folder()],
            small_words: small_words(site, locale),
            detector: Detector::with_allowlist(candidates.clone()),
        };
        let of = site
            .locales
            .par_iter()
            .filter(|locale| known.contains_key(locale.folder()));
        Languages {
            of: of
                .map(|locale| (locale.folder().to_owned(), language(locale)))
                .collect(),
        }
    }
}

impl Language {
    /// The language of a passage that is certainly not in this one.
    fn stranger(&self, words: &Words) -> Option<&'static str> {
        if words.span.len() < WORDS * 3 {
            return None;
        }
        if self.is_at_home(words.prose().map(|run| run.text)) {
            return None;
        }
        let plain = text::without_asides(&text::plain(words));
        let plain = text::without_paths(plain, WORDS / 2);
        let enough = text::count(&plain) >= WORDS;
        if !enough || self.is_at_home([plain.as_str()]) {
            return None;
        }
        let info = self.detector.detect(&plain)?;
        self.is_strange(&info).then(|| info.lang().eng_name())
    }

    /// Latin is what typesetters fill a page with, and never a slip.
    fn is_strange(&self, info: &Info) -> bool {
        let known = [self.own, Lang::Lat].contains(&info.lang());
        info.is_reliable() && !known && !are_kin(info.lang(), self.own)
    }

    /// Whether a text needs no closer look: too short, or with enough of what this language always has.
    fn is_at_home<'a>(&self, text: impl IntoIterator<Item = &'a str> + Clone) -> bool {
        match self.script {
            Some(Script::Latin) => self.has_small_words(text),
            Some(script) => {
                has_script(text.clone(), script)
                    && (script != Script::Cyrillic || self.has_small_words(text))
            }
            None => true,
        }
    }

    fn has_small_words<'a>(&self, text: impl IntoIterator<Item = &'a str>) -> bool {
        let (mut all, mut own) = (0, 0);
        for word in text.into_iter().flat_map(words) {
            all += 1;
            own += usize::from(word.len() <= LONGEST * 2 && self.is_small_word(word));
        }
        all < WORDS || own * 100 >= all * OWN_SHARE
    }

    fn is_small_word(&self, word: &str) -> bool {
        self.small_words.contains(word)
            || (word.starts_with(char::is_uppercase)
                && self.small_words.contains(&word.to_lowercase()))
    }
}

/// Small words are short in every language that sets blanks between words.
const LONGEST: usize = 6;

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// The short words of a language that stand in most passages, as a sample of its articles shows them.
///
/// A word counts once a passage and must stand in several, so that a passage in another language does not speak for itself.
/// A site that is too small to show any has none.
fn small_words(site: &Site, locale: &Locale) -> FxHashSet<String> {
    let articles: Vec<&Article> = site
        .articles()
        .filter(|article| article.locale.folder() == locale.folder())
        .collect();
    let step = articles.len().div_ceil(SAMPLES).max(1);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for article in articles.into_iter().step_by(step) {
        for passage in text::passages(article) {
            let small = passage.prose().flat_map(|run| words(run.text));
            let small: HashSet<&str> = small.filter(|word| is_small(word)).collect();
            small
                .into_iter()
                .for_each(|word| *counts.entry(word).or_default() += 1);
        }
    }
    let counts = counts
        .into_iter()
        .filter(|(_, passages)| *passages >= WITNESSES);
    let mut counts: Vec<(&str, usize)> = counts.collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    counts.truncate(SMALL_WORDS);
    counts
        .into_iter()
        .map(|(word, _)| word.to_owned())
        .collect()
}

fn is_small(word: &str) -> bool {
    word.len() <= LONGEST * 2
        && word.chars().all(char::is_lowercase)
        && word.chars().count() <= LONGEST
}

/// Whether a tenth of a text's letters are of a script.
fn has_script<'a>(text: impl IntoIterator<Item = &'a str>, script: Script) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    let kin = |it: Script| {
        it == script || (script == Script::Hiragana && matches!(it, Script::Katakana | Script::Han))
    };
    let letters = text.into_iter().flat_map(str::chars);
    let letters = letters.filter(|letter| letter.is_alphabetic());
    let (mut all, mut own) = (0, 0);
    for letter in letters {
        all += 1;
        own += usize::from(kin(scripts.get(letter)));
    }
    own * 10 >= all
}

/// The script whose letters a text of the locale always has.
fn script(locale: &Locale) -> Option<Script> {
    let name = locale.script()?;
    match name.as_str() {
        "Hans" | "Hant" => Some(Script::Han),
        "Jpan" => Some(Script::Hiragana),
        "Kore" => Some(Script::Hangul),
        name => icu_properties::PropertyParser::<Script>::new().get_strict(name),
    }
}

/// What the detector calls a locale's language, where it knows it.
fn lang(locale: &Locale) -> Option<Lang> {
    Lang::all().iter().copied().find(|lang| {
        let named = Locale::declared(lang.code());
        named.is_ok_and(|named| {
            named.language() == locale.language()
                || (*lang == Lang::Nob && matches!(locale.language(), "no" | "nb" | "nn"))
        })
    })
}

/// Languages that are written so much alike that a short text may be either.
fn are_kin(one: Lang, other: Lang) -> bool {
    const KIN: [&[Lang]; 7] = [
        &[Lang::Dan, Lang::Nob],
        &[Lang::Hrv, Lang::Srp, Lang::Slv],
        &[Lang::Ces, Lang::Slk],
        &[Lang::Nld, Lang::Afr],
        &[Lang::Spa, Lang::Por, Lang::Cat],
        &[Lang::Rus, Lang::Ukr, Lang::Bel, Lang::Bul, Lang::Mkd],
        &[Lang::Tur, Lang::Aze, Lang::Tuk, Lang::Uzb],
    ];
    KIN.iter()
        .any(|kin| kin.contains(&one) && kin.contains(&other))
}
