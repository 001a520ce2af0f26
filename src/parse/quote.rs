//! Block quotes that are more than quotations: `> [!NOTE]`, `> [!div class="…"]`, `> [!VIDEO address]`.
//!
//! Wherever such a marker begins a line of a quote, something new begins, as authors of Microsoft Learn expect.

use super::attributes::{attributes, value};
use crate::diagnostic::{Source, Span};
use crate::model::{AlertKind, Block, BlockKind, Inline, InlineKind};

/// What the blocks of a quote are.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Quote,
    Alert(AlertKind, Span),
    Div(Vec<String>, Span),
    /// The address of a film.
    Video(String, Span),
}

/// Blocks of a quote that belong together.
#[derive(Debug)]
pub struct Part {
    pub kind: Kind,
    pub span: Span,
    pub blocks: Vec<Block>,
}

/// Whether a text begins with the marker of an alert.
pub fn is_alert(text: &str) -> bool {
    marker(text).is_some_and(|marker| alert(marker.word).is_some())
}

/// Divides the blocks of a quote at its markers; `kind` is what the quote begins as.
pub fn parts(source: &Source, span: Span, kind: Kind, blocks: Vec<Block>) -> Vec<Part> {
    let mut parts = Parts {
        source,
        parts: vec![Part {
            kind,
            span,
            blocks: Vec::new(),
        }],
    };
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(words) => parts.paragraph(block.span, words),
            _ => parts.push(block),
        }
    }
    parts.finish(span)
}

struct Parts<'s> {
    source: &'s Source,
    parts: Vec<Part>,
}

impl Parts<'_> {
    fn push(&mut self, block: Block) {
        let last = self.parts.last_mut().expect("begins with one");
        if matches!(last.kind, Kind::Video(..)) {
            let span = block.span;
            return self.parts.push(Part {
                kind: Kind::Quote,
                span,
                blocks: vec![block],
            });
        }
        last.blocks.push(block);
    }

    /// Takes a paragraph line by line.
    fn paragraph(&mut self, span: Span, words: Vec<Inline>) {
        let mut line_begins = true;
        let mut paragraph: Vec<Inline> = Vec::new();
        for mut inline in words {
            if let Some((kind, rest)) = self.marked(&inline).filter(|_| line_begins) {
                self.words(std::mem::take(&mut paragraph));
                self.begin(kind, Span::new(inline.span.start, span.end));
                inline = rest;
            }
            line_begins = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
            let blank =
                line_begins || matches!(&inline.kind, InlineKind::Text(text) if text.is_empty());
            if !(paragraph.is_empty() && blank) {
                paragraph.push(inline);
            }
        }
        self.words(paragraph);
    }

    fn words(&mut self, mut words: Vec<Inline>) {
        while words.last().is_some_and(|it| is_break(&it.kind)) {
            words.pop();
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = Span::new(first.span.start, last.span.end);
            let kind = BlockKind::Paragraph(words);
            self.push(Block { span, kind });
        }
    }

    fn begin(&mut self, kind: Kind, span: Span) {
        self.parts.push(Part {
            kind,
            span,
            blocks: Vec::new(),
        });
    }

    /// What begins with a piece of text, and what is left of the text.
    fn marked(&self, inline: &Inline) -> Option<(Kind, Inline)> {
        let InlineKind::Text(text) = &inline.kind else {
            return None;
        };
        let written = marker(self.source.slice(inline.span))?;
        let read = marker(text)?;
        let start = inline.span.start;
        let span = Span::new(start + 2, start + written.len - 1);
        let kind = kind(
            &read,
            Span::new(start + 2, start + 2 + written.word.len()),
            span,
        )?;
        let rest = text[read.len..].trim_start_matches([' ', '\t']);
        let skipped = self.source.slice(inline.span)[written.len..].trim_start_matches([' ', '\t']);
        let inline = Inline {
            span: Span::new(inline.span.end - skipped.len(), inline.span.end),
            kind: InlineKind::Text(rest.to_owned()),
        };
        Some((kind, inline))
    }

    /// A part that nothing began and nothing is in is none.
    fn finish(mut self, span: Span) -> Vec<Part> {
        let many = self.parts.len() > 1;
        self.parts
            .retain(|part| !(many && part.blocks.is_empty() && matches!(part.kind, Kind::Quote)));
        let starts: Vec<usize> = self.parts.iter().map(|part| part.span.start).collect();
        for (at, part) in self.parts.iter_mut().enumerate() {
            let start = if at == 0 { span.start } else { part.span.start };
            let next = starts.get(at + 1).map_or(span.end, |next| *next);
            let text = self.source.slice(Span::new(start, next.max(start)));
            let text = text.trim_end_matches([' ', '\t', '\r', '\n', '>']);
            part.span = Span::new(start, start + text.len());
        }
        self.parts
    }
}

fn is_break(kind: &InlineKind) -> bool {
    matches!(kind, InlineKind::SoftBreak | InlineKind::HardBreak)
}

fn kind(marker: &Marker, word: Span, whole: Span) -> Option<Kind> {
    if let Some(kind) = alert(marker.word).filter(|_| marker.rest.trim().is_empty()) {
        return Some(Kind::Alert(kind, word));
    }
    if marker.word.eq_ignore_ascii_case("div") {
        return Some(Kind::Div(classes(marker.rest), whole));
    }
    let address = marker.rest.trim();
    let video = marker.word.eq_ignore_ascii_case("video");
    let is_address = !address.is_empty() && !address.contains(char::is_whitespace);
    (video && is_address).then(|| Kind::Video(address.to_owned(), whole))
}

fn classes(text: &str) -> Vec<String> {
    let (read, _) = attributes(text);
    let class = value(&read, "class").map_or("", |it| it.value);
    class.split_whitespace().map(str::to_owned).collect()
}

/// `[!word rest]`
struct Marker<'a> {
    word: &'a str,
    rest: &'a str,
    /// With the brackets.
    len: usize,
}

fn marker(text: &str) -> Option<Marker<'_>> {
    let inner = text.strip_prefix("[!")?;
    let inner = &inner[..inner.find([']', '\n'])?];
    let closed = text[2 + inner.len()..].starts_with(']');
    let word = inner.find(|letter: char| !letter.is_ascii_alphanumeric());
    let (word, rest) = inner.split_at(word.unwrap_or(inner.len()));
    (closed && !word.is_empty()).then_some(Marker {
        word,
        rest,
        len: inner.len() + 3,
    })
}

fn alert(word: &str) -> Option<AlertKind> {
    [
        AlertKind::Note,
        AlertKind::Tip,
        AlertKind::Important,
        AlertKind::Warning,
        AlertKind::Caution,
    ]
    .into_iter()
    .find(|kind| kind.name().eq_ignore_ascii_case(word))
}
