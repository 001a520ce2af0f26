//! Running text as pieces to be filled.

use super::escape::{self, Kind};
use super::fill::Piece;
use super::writer::Writer;
use crate::model::{Inline, InlineKind};
use crate::render::emphasis;
use crate::render::link::{self, Destination};
use crate::render::raw;

/// Running text on its way to be filled.
#[derive(Default)]
pub(super) struct Text {
    pub(super) pieces: Vec<Piece>,
    /// The fonts that are open, the current one last.
    fonts: Vec<char>,
    /// A line of the source ended here; whether that is a blank depends on what follows.
    soft: bool,
    /// The last letter, to know what a line's end means.
    last: Option<char>,
}

impl Text {
    /// Adds words as they are.
    pub(super) fn push(&mut self, text: &str, kind: Kind) {
        if let Some(first) = text.chars().next() {
            self.end_soft(first);
            self.last = text.chars().last();
        }
        self.pieces.push(Piece::Words(escape::escaped(text, kind)));
    }

    /// Adds roff of our own.
    pub(super) fn push_roff(&mut self, roff: &str) {
        self.pieces.push(Piece::Word(roff.to_owned()));
    }

    pub(super) fn blank(&mut self) {
        self.pieces.push(Piece::Blank);
    }

    /// Writes what `write` writes in another font.
    pub(super) fn in_font(&mut self, font: char, write: impl FnOnce(&mut Self)) {
        self.end_soft(' ');
        self.push_roff(&format!("\\f{font}"));
        self.fonts.push(font);
        write(self);
        self.fonts.pop();
        let outer = self.fonts.last().copied().unwrap_or('R');
        self.push_roff(&format!("\\f{outer}"));
    }

    /// A line's end in the source is a blank, but not between two letters of a script that has none.
    fn end_soft(&mut self, next: char) {
        if std::mem::take(&mut self.soft)
            && !(is_unspaced(next) && self.last.is_some_and(is_unspaced))
        {
            self.pieces.push(Piece::Blank);
        }
    }

    /// Whether there is anything to read.
    pub(super) fn is_empty(&self) -> bool {
        !self.pieces.iter().any(|piece| match piece {
            Piece::Word(word) => !word.starts_with("\\f"),
            Piece::Words(words) => !words.trim_matches(' ').is_empty(),
            Piece::Link { .. } => true,
            _ => false,
        })
    }
}

impl<'a> Writer<'a> {
    /// Returns running text with its links.
    pub(super) fn text(&self, inlines: &[Inline]) -> Text {
        let mut text = Text::default();
        self.inlines(inlines, true, &mut text);
        text
    }

    /// Returns running text for a place that is one line: links are their words.
    pub(super) fn plain(&self, inlines: &[Inline]) -> Text {
        let mut text = Text::default();
        self.inlines(inlines, false, &mut text);
        for piece in &mut text.pieces {
            if *piece == Piece::Break {
                *piece = Piece::Blank;
            }
        }
        text
    }

    pub(super) fn inlines(&self, inlines: &[Inline], links: bool, text: &mut Text) {
        match raw::is_raw(inlines) {
            true => self.nodes(&raw::nodes(inlines), links, text),
            false => inlines
                .iter()
                .for_each(|inline| self.inline(inline, links, text)),
        }
    }

    pub(super) fn inline(&self, inline: &Inline, links: bool, text: &mut Text) {
        match &inline.kind {
            InlineKind::Text(words) | InlineKind::Include(_, words) => {
                let words = emphasis::without_empty(self.edition, self.article, words);
                text.push(&words, Kind::Prose);
            }
            InlineKind::Code(words) => text.in_font('B', |text| text.push(words, Kind::Token)),
            InlineKind::Math(words) => text.push(&words.replace('\n', " "), Kind::Token),
            InlineKind::Emphasis(content) => {
                text.in_font('I', |text| self.inlines(content, links, text));
            }
            InlineKind::Strong(content) => {
                text.in_font('B', |text| self.inlines(content, links, text));
            }
            InlineKind::Strikethrough(content) | InlineKind::Image(_, content) => {
                self.inlines(content, links, text);
            }
            InlineKind::Link(index, content) => self.link(index.get(), content, links, text),
            InlineKind::Html(_) => {}
            InlineKind::SoftBreak => text.soft = true,
            InlineKind::HardBreak => text.pieces.push(Piece::Break),
            InlineKind::FootnoteReference(label) => {
                let number = self.footnote_number(label);
                text.push(&number, Kind::Prose);
            }
        }
    }

    /// Adds a link with its address where that leads out of the site; a page of the site stands at the end.
    fn link(&self, index: usize, content: &[Inline], links: bool, text: &mut Text) {
        let link = self.article.links.get(index).filter(|_| links);
        let destination =
            link.map(|link| link::resolve(self.edition, self.place, &link.destination));
        let Some(Destination::External(url)) = destination else {
            return self.inlines(content, links, text);
        };
        let mut inner = Text::default();
        self.inlines(content, false, &mut inner);
        text.push_link(&url, &Inline::text(content), inner);
    }
}

impl Text {
    /// Adds a link to a web or mail address, with its words as they are shown and as they are read.
    pub(super) fn push_link(&mut self, url: &str, words: &str, shown_words: Text) {
        let mail = url.strip_prefix("mailto:");
        // What a letter shall begin with is for a program that writes it.
        let shown = mail.map_or(url, |mail| mail.split('?').next().unwrap_or(mail));
        if words.trim().is_empty() || words.trim() == url || words.trim() == shown {
            self.end_soft(' ');
            self.push_roff(&escape::address(shown));
            return;
        }
        self.end_soft(words.chars().next().unwrap_or(' '));
        self.last = words.chars().last();
        let (open, close) = match mail {
            Some(_) => (".MT", ".ME"),
            None => (".UR", ".UE"),
        };
        self.pieces.push(Piece::Link {
            open,
            address: escape::address(shown),
            words: shown_words.pieces,
            close,
        });
    }
}

/// Scripts that write words without blanks between them, and their punctuation.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}
