//! The raw HTML of one article, run by run: tags that can be halves of one another.

use std::collections::BTreeMap;

use crate::check::Words;
use crate::diagnostic::Span;
use crate::model::markup::{self, Piece, RawTag};
use crate::model::{Article, BlockKind, Inline, InlineKind, frames};

/// A tag and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    pub tag: RawTag<'a>,
    pub span: Span,
}

/// Returns the tags of an article: of each heading, each stretch of running text and each cell, and of the blocks of
/// raw HTML that stand in the same list or quote or outside all of them, since one may close what another opens.
pub fn runs(article: &Article) -> Vec<Vec<Placed<'_>>> {
    let mut runs = Vec::new();
    let headings = article.headings.iter().map(|it| &it.content[..]);
    let rows = article
        .tables
        .iter()
        .flat_map(|table| std::iter::once(&table.header).chain(&table.rows));
    let cells = rows
        .flat_map(|row| &row.cells)
        .map(|cell| &cell.content[..]);
    let mut blocks: BTreeMap<Option<usize>, Vec<Placed>> = BTreeMap::new();
    let frames = frames(article);
    for frame in &frames {
        match frame.block.kind {
            BlockKind::Html(_) => {
                let run = blocks.entry(frame.parent).or_default();
                push(article, frame.span, run);
            }
            _ => runs.push(of_words(article, frame.words)),
        }
    }
    runs.extend(headings.chain(cells).map(|words| of_words(article, words)));
    runs.extend(blocks.into_values());
    runs.retain(|run| !run.is_empty());
    runs.sort_by_key(|run| run[0].span.start);
    runs
}

fn of_words<'a>(article: &'a Article, inlines: &'a [Inline]) -> Vec<Placed<'a>> {
    let mut run = Vec::new();
    let words = Words {
        inlines,
        span: Span::new(0, 0),
    };
    for inline in words.each() {
        if matches!(inline.kind, InlineKind::Html(_)) {
            push(article, inline.span, &mut run);
        }
    }
    run
}

fn push<'a>(article: &'a Article, span: Span, run: &mut Vec<Placed<'a>>) {
    for (at, piece) in markup::pieces(article.source.slice(span)) {
        if let Piece::Tag(tag) = piece {
            let start = span.start + at;
            let span = Span::new(start, start + tag.source.len());
            run.push(Placed { tag, span });
        }
    }
}
