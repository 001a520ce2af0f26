//! `not-nfc`: letters are written in pieces, as a letter and an accent behind it.

use icu_normalizer::ComposingNormalizer;

use crate::check::flaw::{self, Flaw};
use crate::check::setting::{Setting, lines_beyond_ascii};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "not-nfc",
        severity: Severity::Warning,
        summary: "letters are written in pieces, so that equal words differ",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

/// At most one flaw a line; its fix mends the whole line.
fn flaws(article: &Article) -> Vec<Flaw> {
    let normalizer = ComposingNormalizer::new_nfc();
    let setting = Setting::of(article);
    let lines = lines_beyond_ascii(article.source.text());
    let lines = lines.filter(|(_, line)| !normalizer.is_normalized(line));
    let flaw = |(start, line): (usize, &str)| {
        let words = words(line).filter_map(|(at, word)| {
            let composed = normalizer.normalize(word);
            let is_shorter = composed.chars().count() < word.chars().count();
            let span = Span::new(start + at, start + at + word.len());
            (is_shorter && !setting.is_code(span.start)).then(|| (span, composed.into_owned()))
        });
        flaw_of(article, words.collect())
    };
    lines.filter_map(flaw).collect()
}

fn flaw_of(article: &Article, edits: Vec<(Span, String)>) -> Option<Flaw> {
    let (span, composed) = edits.first()?.clone();
    let more = match edits.len() {
        1 => String::new(),
        2 => "; one more word in this line is like it".to_owned(),
        more => format!("; {} more words in this line are like it", more - 1),
    };
    let found = article.source.slice(span);
    Some(Flaw {
        span,
        sign: composed.clone(),
        message: format!(
            "`{composed}` is written in pieces, with accents as characters of their own"
        ),
        note: format!(
            "it looks the same as one character a letter (NFC), but search and comparison tell them apart{more}"
        ),
        help: "write one character a letter".to_owned(),
        found: Some(found.escape_unicode().to_string()),
        expected: Some(composed),
        edits,
        ..Flaw::default()
    })
}

/// The stretches of a line between blanks and ASCII signs.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_border = |letter: char| letter.is_whitespace() || letter.is_ascii_punctuation();
    let words = line.split(is_border).filter(|word| !word.is_ascii());
    words.map(move |word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}
