//! The words of a passage with their places.

use crate::check::{Passage, Words};
use crate::diagnostic::Span;

use super::lexicon::{Found, Lexicon};

/// What a lexicon knows of a passage, run by run, code left out: what it stands for, and where.
pub fn found(
    words: &Words,
    lexicon: &Lexicon,
    find: fn(&Lexicon, &str) -> Vec<Found>,
) -> Vec<(usize, Span)> {
    let mut all = Vec::new();
    for run in words.prose() {
        let here = find(lexicon, run.text).into_iter();
        all.extend(here.map(|it| (it.id, run.span_of(it.start, it.end))));
    }
    all
}

/// Everything that a reader sees of a passage, code too.
pub fn shown(passage: &Passage, article: usize) -> Option<String> {
    Some(passage.words(article)?.text())
}
