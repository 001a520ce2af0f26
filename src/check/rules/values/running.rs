//! The prose of a passage as one text, and where each byte of it stands in the source.

use crate::check::Words;
use crate::diagnostic::Span;
use crate::model::{Inline, InlineKind};

/// Stands for code, a tag or the border of a link: no value reaches across it.
pub const BORDER: char = '\u{fffc}';

/// The prose of a passage: runs that follow one another closely are one, code is a border.
#[derive(Debug, Default)]
pub struct Running {
    pub text: String,
    /// For each run where it begins in `text`, and its bytes in the source.
    runs: Vec<(usize, Span)>,
}

impl Running {
    pub fn of(words: &Words) -> Running {
        let mut running = Running::default();
        running.push(words.inlines);
        running
    }

    /// Where a stretch of the text stands in the source; a run with escapes or entities stands there as a whole.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let place = |at: usize, is_end: bool| {
            let next = self
                .runs
                .partition_point(|(begin, _)| *begin < at || (!is_end && *begin == at));
            let (begin, span) = self.runs[next.saturating_sub(1)];
            let until = self.runs.get(next).map_or(self.text.len(), |run| run.0);
            (span, at - begin, span.len() == self.run_len(begin, until))
        };
        if self.runs.is_empty() {
            return Span::default();
        }
        let (first, from, exact) = place(start, false);
        let start = if exact {
            first.start + from
        } else {
            first.start
        };
        let (last, to, exact) = place(end, true);
        let end = if exact { last.start + to } else { last.end };
        Span::new(start, end.max(start))
    }

    /// The length of a run without the borders and blanks that were put behind it.
    fn run_len(&self, begin: usize, until: usize) -> usize {
        let mut text = &self.text[begin..until];
        while let Some(shorter) = text.strip_suffix([BORDER, '\n']) {
            text = shorter;
        }
        text.len()
    }

    fn push(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => {
                    self.runs.push((self.text.len(), inline.span));
                    self.text.push_str(text);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Strikethrough(content) => self.push(content),
                InlineKind::Link(_, content) | InlineKind::Image(_, content) => {
                    self.text.push(BORDER);
                    self.push(content);
                    self.text.push(BORDER);
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.text.push('\n'),
                InlineKind::Code(_)
                | InlineKind::Math(_)
                | InlineKind::Html(_)
                | InlineKind::FootnoteReference(_)
                | InlineKind::Include(..) => self.text.push(BORDER),
            }
        }
    }
}

/// Whether a passage may hold a value at all: most hold none, and this is asked of every passage in every language.
pub fn is_worth_a_look(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => may_hold_values(text),
        InlineKind::Html(_) => true,
        other => is_worth_a_look(other.content()),
    })
}

fn may_hold_values(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_mark = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'_' | b'{' | b'%' | b'@');
    bytes.iter().any(is_mark) || bytes.windows(2).any(|pair| joins(pair[0], pair[1])) || {
        !text.is_ascii()
            && text
                .chars()
                .any(|letter| !letter.is_ascii() && letter.is_numeric())
    }
}

/// `.` inside a word.
fn joins(byte: u8, next: u8) -> bool {
    byte == b'.' && next.is_ascii_alphanumeric()
}
