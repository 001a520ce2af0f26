//! What is known while a manual page is written.

use std::collections::HashMap;

use super::fill::{self, Piece};
use super::inline::Text;
use crate::locale::Words;
use crate::model::{Article, Block, BlockKind};
use crate::render::edition::{Edition, Place};

/// The columns that text has on a terminal of sixty, and what is left of them however far it is indented.
pub(super) const COLUMNS: usize = 53;
const FEWEST: usize = 20;

/// What tagged paragraphs are indented by.
pub(super) const TAG: usize = 7;

/// Writes the blocks of one article.
pub(super) struct Writer<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) place: Place,
    pub(super) article: &'a Article,
    pub(super) words: &'a Words,
    pub(super) roff: String,
    /// Whether text may follow as it is: a heading or a tag stands before it.
    pub(super) fresh: bool,
    /// How many lists, quotes and tags are open.
    pub(super) depth: usize,
    /// By how many columns the text is indented, beyond what all text of a page is.
    pub(super) indent: usize,
    /// Whether the heading that is the page's title is still to come.
    pub(super) awaits_title: bool,
    /// Whether the page has a table for tbl(1).
    pub(super) has_grid: bool,
    /// The numbers of footnotes, by label.
    footnotes: HashMap<&'a str, usize>,
    /// In the order of their numbers.
    pub(super) notes: Vec<&'a [Block]>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(edition: &'a Edition<'a>, place: Place) -> Self {
        let article = edition.shown(place);
        let mut writer = Writer {
            edition,
            place,
            article,
            words: edition.words(&article.locale),
            roff: String::new(),
            fresh: true,
            depth: 0,
            indent: 0,
            awaits_title: crate::render::article::begins_with_title(article),
            has_grid: false,
            footnotes: HashMap::new(),
            notes: Vec::new(),
        };
        writer.collect(&article.blocks);
        writer
    }

    /// Numbers the footnotes in the order of their text.
    fn collect(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Footnote { label, blocks } => {
                    if !self.footnotes.contains_key(label.as_str()) {
                        self.notes.push(blocks);
                        self.footnotes.insert(label, self.notes.len());
                    }
                    self.collect(blocks);
                }
                kind => {
                    let inside = kind.containers().into_iter();
                    inside.for_each(|blocks| self.collect(blocks));
                }
            }
        }
    }

    /// What stands in the text where a footnote is called.
    pub(super) fn footnote_number(&self, label: &str) -> String {
        match self.footnotes.get(label) {
            Some(number) => format!("[{number}]"),
            None => format!("[^{label}]"),
        }
    }

    /// Writes a line of our own.
    pub(super) fn request(&mut self, line: &str) {
        self.roff.push_str(line);
        self.roff.push('\n');
    }

    /// Writes a paragraph, unless there is nothing in it.
    pub(super) fn paragraph(&mut self, text: &Text) {
        if text.is_empty() {
            return;
        }
        if !self.fresh {
            self.request(".PP");
        }
        self.fresh = false;
        self.roff.push_str(&self.filled(&text.pieces));
    }

    /// Returns pieces as source lines for the place where the writer stands.
    pub(super) fn filled(&self, pieces: &[Piece]) -> String {
        fill::fill(pieces, self.room())
    }

    /// The columns that a narrow terminal has where the writer stands.
    pub(super) fn room(&self) -> usize {
        COLUMNS.saturating_sub(self.indent).max(FEWEST)
    }

    /// Does what `write` does with text that is indented by so many columns more.
    pub(super) fn further<T>(&mut self, columns: usize, write: impl FnOnce(&mut Self) -> T) -> T {
        self.indent += columns;
        let result = write(self);
        self.indent -= columns;
        result
    }

    /// Writes what `write` writes into a text of its own that follows a tag.
    pub(super) fn apart<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> (String, T) {
        let outer = std::mem::take(&mut self.roff);
        let fresh = std::mem::replace(&mut self.fresh, true);
        self.depth += 1;
        let result = write(self);
        self.depth -= 1;
        self.fresh = fresh;
        (std::mem::replace(&mut self.roff, outer), result)
    }
}

/// Returns pieces as one logical line; where the source line would be too long it goes on after `\c`.
pub(super) fn one_line(pieces: &[Piece]) -> String {
    fill::folded(&joined(pieces))
}

/// Returns pieces as one line, however long it is.
pub(super) fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for piece in pieces {
        match piece {
            Piece::Word(word) => line.push_str(word),
            Piece::Link { words, .. } => line.push_str(&joined(words)),
            Piece::Blank | Piece::Break if line.is_empty() || line.ends_with(' ') => {}
            Piece::Blank | Piece::Break => line.push(' '),
        }
    }
    line.trim().to_owned()
}

/// The columns that a request indents by: those it names, else what roff takes without a number.
pub(super) fn columns(indent: &str) -> usize {
    indent.parse().unwrap_or(TAG)
}
