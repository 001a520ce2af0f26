//! The code of a passage, in a form that languages share.

use crate::check::{Passage, Words};
use crate::diagnostic::{Source, Span};
use crate::model::single_blanks;

/// A code span, or one of several that were glued into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSpan {
    pub text: String,
    /// The whole span with its backquotes.
    pub span: Span,
}

/// The code spans of a passage; glued ones count one by one, since another rule tells of the glue.
pub fn code_spans(words: &Words) -> Vec<CodeSpan> {
    let mut spans = Vec::new();
    for (code, span) in words.code() {
        for text in parts(code) {
            spans.push(CodeSpan { text, span });
        }
    }
    spans
}

/// The texts alone; `None` where the language has no such passage.
pub fn texts(passage: &Passage, article: usize) -> Option<Vec<String>> {
    let spans = code_spans(&passage.words(article)?).into_iter();
    Some(spans.map(|span| span.text).collect())
}

/// What stands between doubled backquotes in code: `a``b` is two spans that lost the blank between them.
pub fn parts(code: &str) -> Vec<String> {
    let parts = code.split("``").map(normal);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    match parts.is_empty() {
        true => vec![normal(code)],
        false => parts,
    }
}

/// Where the code itself stands between its backquotes, where it is written as it reads.
pub fn content(source: &Source, span: Span, code: &str) -> Option<Span> {
    let written = source.slice(span);
    let mut found = written.match_indices(code);
    let (at, _) = found.next()?;
    let start = span.start + at;
    let alone = found.next().is_none() && !code.contains('`');
    alone.then_some(Span::new(start, start + code.len()))
}

fn normal(code: &str) -> String {
    single_blanks(code.split_whitespace())
}

/// What stays when the words that a reader puts in are left out: `-Path <file>` and `-Path <Datei>` are the same.
pub fn skeleton(code: &str) -> String {
    let mut kept = String::new();
    let mut open: Option<char> = None;
    for letter in code.chars() {
        match open {
            Some(close) if letter == close => {
                open = None;
                kept.push(letter);
            }
            Some(_) => {}
            None => {
                open = match letter {
                    '<' => Some('>'),
                    '[' => Some(']'),
                    '{' => Some('}'),
                    _ => None,
                };
                kept.push(letter);
            }
        }
    }
    match open {
        Some(_) => code.to_owned(),
        None => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_spans_count_one_by_one() {
        assert_eq!(parts("a``b()"), ["a", "b()"]);
        assert_eq!(parts("a  b"), ["a b"]);
        assert_eq!(parts("``"), ["``"]);
    }

    #[test]
    fn what_a_reader_puts_in_is_left_out() {
        assert_eq!(skeleton("-Path <file>"), "-Path <>");
        assert_eq!(skeleton("a < b"), "a < b");
    }
}
