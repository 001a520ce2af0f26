//! Running text as a row of pieces, each of which has one form in Markdown.

use std::borrow::Cow;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece<'a> {
    Text(Cow<'a, str>),
    Code(&'a str),
    /// A formula, with its dollar signs.
    Math(&'a str),
    /// A tag of HTML, sound already.
    Tag(String),
    Open(Mark),
    Close(Mark),
    OpenLink,
    OpenImage,
    /// The end of a link or an image, and where it leads.
    Target {
        href: String,
        title: &'a str,
    },
    Footnote(&'a str),
    SoftBreak,
    HardBreak,
}

/// What emphasis there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
}

impl Mark {
    /// The element of HTML that says the same.
    pub(super) fn element(self) -> &'static str {
        match self {
            Mark::Emphasis => "em",
            Mark::Strong => "strong",
            Mark::Strikethrough => "del",
        }
    }

    /// How many signs begin it, and as many end it.
    pub(super) fn width(self) -> usize {
        match self {
            Mark::Emphasis => 1,
            Mark::Strong | Mark::Strikethrough => 2,
        }
    }
}

/// Pieces on their way out.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    pieces: Vec<Piece<'a>>,
    /// Whether what comes stands in a link, in which there can be no other.
    pub(super) in_link: bool,
}

impl<'a> Pieces<'a> {
    /// Adds a piece; text that follows text becomes one with it, and what is empty is nothing.
    pub(super) fn push(&mut self, piece: Piece<'a>) {
        match (self.pieces.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (None | Some(Piece::SoftBreak | Piece::HardBreak), Piece::Text(text))
                if text.trim_matches([' ', '\t']).is_empty() => {}
            (Some(Piece::Text(text)), Piece::Text(more)) => text.to_mut().push_str(&more),
            // A line without words would end the paragraph.
            (None | Some(Piece::SoftBreak | Piece::HardBreak), Piece::SoftBreak) => {}
            (Some(last @ Piece::SoftBreak), Piece::HardBreak) => *last = Piece::HardBreak,
            (_, piece) => self.pieces.push(piece),
        }
    }

    pub(super) fn text(&mut self, text: impl Into<Cow<'a, str>>) {
        self.push(Piece::Text(text.into()));
    }

    /// Adds a mark, what `write` adds, and the mark's end; a mark around nothing is none.
    pub(super) fn marked(&mut self, mark: Mark, write: impl FnOnce(&mut Self)) {
        self.pieces.push(Piece::Open(mark));
        let start = self.pieces.len();
        write(self);
        match self.pieces.len() == start {
            true => drop(self.pieces.pop()),
            false => self.pieces.push(Piece::Close(mark)),
        }
    }

    /// Returns the pieces; none of them is a break at the end, which could break nothing.
    pub(super) fn finish(mut self) -> Vec<Piece<'a>> {
        while let Some(Piece::SoftBreak) = self.pieces.last() {
            self.pieces.pop();
        }
        if let Some(last @ Piece::HardBreak) = self.pieces.last_mut() {
            *last = Piece::Tag("<br>".to_owned());
        }
        self.pieces
    }
}

/// The words of pieces, as whoever reads them again names a heading of them.
pub(super) fn words(pieces: &[Piece]) -> String {
    const BLANKS: [char; 2] = [' ', '\t'];
    let is_break = |piece: &Piece| matches!(piece, Piece::SoftBreak | Piece::HardBreak);
    let mut words = String::new();
    let mut pieces = pieces.iter().peekable();
    let mut begins = true;
    while let Some(piece) = pieces.next() {
        match piece {
            // Blanks at the edges of a line are not written.
            Piece::Text(text) => {
                let text = text.trim_start_matches(if begins { &BLANKS[..] } else { &[] });
                let ends = pieces.peek().is_none_or(|next| is_break(next));
                words.push_str(text.trim_end_matches(if ends { &BLANKS[..] } else { &[] }));
            }
            Piece::Code(text) | Piece::Math(text) => words.push_str(text),
            Piece::SoftBreak | Piece::HardBreak => words.push(' '),
            Piece::Tag(tag) if tag.starts_with("<br") => words.push(' '),
            _ => {}
        }
        begins = is_break(piece);
    }
    words
}
