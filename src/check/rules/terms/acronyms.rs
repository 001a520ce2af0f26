//! Acronyms in running text: `DHCP`, `IPv` not, `TLS-VPN` twice.

use std::collections::HashMap;

use crate::check::departure::Exchange;
use crate::check::{Comparison, Passage, Words};
use crate::diagnostic::Span;

/// How many letters an acronym has: shorter ones (`ID`, `IT`, `KB`) are words that languages write out or have of their own, and longer
/// words in capitals are names or shouting.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=7;

/// The acronyms of a passage with their places; glued ones are split at hyphens.
pub fn of_words<'a>(words: &Words<'a>) -> Vec<(&'a str, Span)> {
    let mut all = Vec::new();
    for run in words.prose().filter(|run| may_hold_acronyms(run.text)) {
        let mut at = 0;
        for word in run.text.split(|letter: char| !is_part(letter)) {
            if is_acronym(word) {
                all.push((word, run.span_of(at, at + word.len())));
            }
            let end = at + word.len();
            at = end + run.text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    all
}

/// A capital letter with another one or a digit behind it: most texts have no such pair.
fn may_hold_acronyms(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| {
        pair[0].is_ascii_uppercase() && (pair[1].is_ascii_uppercase() || pair[1].is_ascii_digit())
    })
}

fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || letter == '_'
        || (letter.is_uppercase() && letter.is_alphabetic())
}

fn is_acronym(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    capitals > 1
        && LENGTHS.contains(&word.len())
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().all(plain)
}

/// `None` where the language has no such passage.
pub fn names<'a>(passage: &Passage<'a>, article: usize) -> Option<Vec<&'a str>> {
    let acronyms = of_words(&passage.words(article)?).into_iter();
    Some(acronyms.map(|(name, _)| name).collect())
}

/// In how many passages each acronym stands, by article.
#[derive(Debug)]
pub struct Spread<'a>(HashMap<(usize, &'a str), usize>);

impl<'a> Spread<'a> {
    pub fn of(comparison: &Comparison<'a>) -> Self {
        let mut spread = HashMap::new();
        for passage in comparison.passages() {
            for &article in comparison.members() {
                let mut names = names(passage, article).unwrap_or_default();
                names.sort_unstable();
                names.dedup();
                for name in names {
                    *spread.entry((article, name)).or_default() += 1;
                }
            }
        }
        Spread(spread)
    }

    /// Whether those who are right here know an acronym beyond one passage.
    pub fn is_established<T>(&self, name: &str, exchange: &Exchange<T>) -> bool {
        let passages = |article: &usize| self.0.get(&(*article, name)).copied();
        exchange
            .supporters
            .iter()
            .any(|it| passages(it).unwrap_or(0) > 1)
    }
}

/// The acronym that went and the one that came, where the one can be a slip for the other.
pub fn swap<'a>(
    passage: &Passage,
    exchange: &Exchange<&'a str>,
    spread: &Spread,
) -> Option<(&'a str, &'a str)> {
    let is_said = |article: usize, name: &str| {
        let text = passage.words(article).map(|words| words.text());
        text.is_some_and(|text| is_written_otherwise(&text, name))
    };
    let is_here = |name: &str| exchange.supporters.iter().any(|it| is_said(*it, name));
    let known = |names: &[&'a str]| -> Vec<&'a str> {
        let mut known = names.to_vec();
        known.dedup();
        known.retain(|name| spread.is_established(name, exchange));
        known
    };
    // A passage in which several went and came is worded otherwise.
    let (lost, gained) = (known(&exchange.lost), known(&exchange.gained));
    let (&[lost], &[gained]) = (&lost[..], &gained[..]) else {
        return None;
    };
    let part = lost.contains(gained) || gained.contains(lost);
    let told = is_here(gained) || is_said(exchange.article, lost);
    (!part && !told).then_some((lost, gained))
}

/// Whether a text has an acronym in small letters or in the plural: `App` for `APP`, `URLs` for `URL`.
fn is_written_otherwise(text: &str, name: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut others = words.filter(|word| !is_acronym(word));
    others.any(|word| {
        let singular = word.strip_suffix('s').unwrap_or(word);
        word.eq_ignore_ascii_case(name) || singular.eq_ignore_ascii_case(name)
    })
}
