//! The dialect of Microsoft Learn as plain Markdown: captions in bold, tabs as headings, definitions as a list.

use super::block::Chunk;
use super::list;
use super::page::Reader;
use super::piece::{Mark as Emphasis, Piece, Pieces};
use crate::diagnostic::Span;
use crate::model::{BlockKind, Definition, Mark};
use crate::render::dialect;

impl<'a> Reader<'a> {
    /// Writes what a mark says to a reader, where it says something.
    pub(super) fn mark(&self, mark: &'a Mark, span: Span) -> Option<Chunk> {
        if let Mark::TabStart { title, .. } = mark {
            let pieces = self.pieces(title);
            self.slug_of(&pieces);
            return Some(self.heading_of(self.level_below(span), None, &pieces));
        }
        let caption = dialect::caption(self.edition, &self.article.locale, mark)?;
        self.caption(caption)
    }

    /// The level of a heading below the one before a place.
    fn level_below(&self, span: Span) -> u8 {
        let headings = &self.article.headings;
        let before = headings.partition_point(|it| it.span.start < span.start);
        let above = before.checked_sub(1).map_or(1, |at| headings[at].level);
        (above + 1).min(6)
    }

    /// Writes a film as the link to it.
    pub(super) fn video(&self, link: usize) -> Option<Chunk> {
        let words = self.edition.words(&self.article.locale).say("video");
        let link = self.article.links.get(link);
        let href = link.and_then(|link| self.href(&link.destination));
        let pieces = match href {
            None => vec![Piece::Text(words.into())],
            Some(href) => vec![
                Piece::OpenLink,
                Piece::Text(words.into()),
                Piece::Target { href, title: "" },
            ],
        };
        self.paragraph_of(&pieces)
    }

    /// Writes each term in bold, and what it means below.
    pub(super) fn definitions(
        &self,
        definitions: &'a [Definition],
        before: Option<&Chunk>,
    ) -> Chunk {
        let group = |group: &'a [Definition]| {
            let chunks = group.iter().flat_map(|it| self.definition(it));
            (None, chunks.collect())
        };
        let groups = dialect::groups(definitions).map(group).collect();
        list::list(None, false, groups, before)
    }

    fn definition(&self, definition: &'a Definition) -> Vec<Chunk> {
        if !definition.is_term {
            return self.chunks(&definition.blocks);
        }
        let blocks = definition.blocks.iter();
        let terms = blocks.flat_map(|block| match &block.kind {
            BlockKind::Paragraph(words) => {
                let mut pieces = Pieces::default();
                pieces.marked(Emphasis::Strong, |out| self.inlines(words, out));
                self.paragraph_of(&pieces.finish()).into_iter().collect()
            }
            _ => self.chunks(std::slice::from_ref(block)),
        });
        terms.collect()
    }
}
