//! `turkish-i-corruption`: a Turkish i, dotless or dotted, stands in a word that other languages write with a plain one.

use std::collections::HashMap;

use crate::check::flaw::{self, Flaw};
use crate::check::setting::{Setting, lines_beyond_ascii};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "turkish-i-corruption",
        severity: Severity::Warning,
        summary: "a Turkish i stands in a word that other languages write with a plain one",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// How many other languages must have the word before it is no word of the own language.
const WITNESSES: usize = 2;

/// Shorter words are too often words of two languages.
const LETTERS: usize = 4;

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    let is_turkish = |text: &str| text.contains(['ı', 'İ']) || text.contains("i\u{307}");
    if !translations
        .articles
        .iter()
        .any(|it| is_turkish(it.source.text()))
    {
        findings.examined += translations.articles.len();
        return;
    }
    flaw::report(translations, findings, |article| {
        let suspects = suspects(article);
        match suspects.is_empty() {
            true => Vec::new(),
            false => flaws(translations, article, &suspects),
        }
    });
}

/// A word with a Turkish i, and where it stands.
struct Suspect<'a> {
    word: &'a str,
    span: Span,
}

fn suspects(article: &Article) -> Vec<Suspect<'_>> {
    let mut suspects = Vec::new();
    for (start, line) in lines_beyond_ascii(article.source.text()) {
        for word in words(line) {
            if word.contains(['ı', 'İ', '\u{307}']) {
                let at = start + (word.as_ptr() as usize - line.as_ptr() as usize);
                let span = Span::new(at, at + word.len());
                suspects.push(Suspect { word, span });
            }
        }
    }
    suspects
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '\u{307}' && letter != '_')
}

fn flaws(translations: &Translations, article: &Article, suspects: &[Suspect]) -> Vec<Flaw> {
    let others = translations
        .articles
        .iter()
        .filter(|it| it.locale.language() != article.locale.language());
    let spellings = spellings(others, suspects);
    let turkic = matches!(
        article.locale.language(),
        "tr" | "az" | "crh" | "kk" | "tt" | "gag"
    );
    let setting = Setting::of(article);
    let mut flaws = Vec::new();
    for suspect in suspects {
        let known = spellings
            .get(&plain(suspect.word))
            .filter(|known| !turkic || known.languages >= WITNESSES);
        if let Some(known) = known {
            flaws.push(flaw_of(
                suspect,
                &known.spelling,
                known.languages >= WITNESSES,
            ));
        } else if let Some(capitals) = in_capitals(suspect.word)
            && !setting.is_code(suspect.span.start)
        {
            flaws.push(flaw_of(suspect, &capitals, false));
        }
    }
    flaws
}

/// The word with plain i, in small letters.
fn plain(word: &str) -> String {
    word.replace("i\u{307}", "i")
        .replace(['ı', 'İ'], "i")
        .to_lowercase()
}

/// How other languages spell a word, and how many of them.
struct Spelling {
    spelling: String,
    languages: usize,
}

/// For each suspect the word of the other languages that it is, but for its i.
fn spellings<'a>(
    others: impl Iterator<Item = &'a Article>,
    suspects: &[Suspect],
) -> HashMap<String, Spelling> {
    let mut wanted: HashMap<String, Vec<(&str, String)>> = suspects
        .iter()
        .map(|suspect| plain(suspect.word))
        .filter(|word| word.is_ascii() && word.len() >= LETTERS)
        .map(|word| (word, Vec::new()))
        .collect();
    for other in others {
        for word in
            words(other.source.text()).filter(|word| word.is_ascii() && word.len() >= LETTERS)
        {
            if let Some(seen) = wanted.get_mut(&word.to_ascii_lowercase()) {
                let language = other.locale.language();
                if !seen.iter().any(|(known, _)| *known == language) {
                    seen.push((language, word.to_owned()));
                }
            }
        }
    }
    let seen = wanted.into_iter().filter(|(_, seen)| !seen.is_empty());
    seen.map(|(word, seen)| {
        let spelling = seen[0].1.clone();
        (
            word,
            Spelling {
                spelling,
                languages: seen.len(),
            },
        )
    })
    .collect()
}

/// A word in capitals but for a dotless i, which a program that lowers and raises letters leaves behind.
fn in_capitals(word: &str) -> Option<String> {
    let others: Vec<char> = word.chars().filter(|letter| *letter != 'ı').collect();
    let is_raised =
        word.contains('ı') && others.len() >= LETTERS && others.iter().all(|it| it.is_uppercase());
    is_raised.then(|| word.replace('ı', "I"))
}

fn flaw_of(suspect: &Suspect, expected: &str, certain: bool) -> Flaw {
    let found = suspect.word;
    Flaw {
        span: suspect.span,
        sign: found.to_owned(),
        message: format!("`{found}` has a Turkish i: it should be `{expected}`"),
        note: "programs that change the case of letters by Turkish rules make ı of I and İ of i"
            .to_owned(),
        help: format!("write `{expected}`"),
        found: Some(found.to_owned()),
        expected: Some(expected.to_owned()),
        edits: match certain {
            true => vec![(suspect.span, expected.to_owned())],
            false => Vec::new(),
        },
        ..Flaw::default()
    }
}
