//! The pieces of an article that can be compared across languages: each stretch of running text, and what frames it.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{AlertKind, Article, Block, BlockKind, Inline, InlineKind, codes, normal_target};
use crate::diagnostic::Span;

/// A stretch of running text outside tables, or a block that frames some.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub kind: SegmentKind,
    pub span: Span,
    /// Index into [`Article::sections`].
    pub section: usize,
    /// What no translation changes: code, targets of links, codes; hashed and sorted.
    pub tokens: Vec<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentKind {
    Paragraph,
    /// Running text of a list item.
    Item,
    /// The frame of an alert; its paragraphs follow as segments of their own. The span is that of its marker.
    Alert(AlertKind),
    /// The frame of a block quote.
    Quote,
    Code,
    Html,
    /// A heading inside a list or a quote.
    Heading,
}

/// Returns the segments of an article in the order of the text.
pub fn segments(article: &Article) -> Vec<Segment> {
    let mut walk = Walk {
        article,
        section: 0,
        segments: Vec::new(),
    };
    for (index, section) in article.sections.iter().enumerate() {
        walk.section = index;
        walk.blocks(
            &article.blocks[section.start.min(section.end)..section.end],
            SegmentKind::Paragraph,
        );
    }
    walk.segments
}

struct Walk<'a> {
    article: &'a Article,
    section: usize,
    segments: Vec<Segment>,
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block], text: SegmentKind) {
        for block in blocks {
            self.block(block, text);
        }
    }

    fn block(&mut self, block: &Block, text: SegmentKind) {
        match &block.kind {
            BlockKind::Paragraph(words) => self.push(text, block.span, tokens(self.article, words)),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.blocks(&item.blocks, SegmentKind::Item);
                }
            }
            BlockKind::Quote(blocks) => {
                self.push(SegmentKind::Quote, block.span, Vec::new());
                self.blocks(blocks, text);
            }
            BlockKind::Alert {
                kind,
                marker,
                blocks,
            } => {
                self.push(SegmentKind::Alert(*kind), *marker, Vec::new());
                self.blocks(blocks, text);
            }
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, text),
            BlockKind::Code { text, .. } => {
                self.push(SegmentKind::Code, block.span, vec![hash(text.trim())])
            }
            BlockKind::Html(_) => self.push(SegmentKind::Html, block.span, Vec::new()),
            BlockKind::Heading(index) => {
                let words = &self.article.headings[*index].content;
                self.push(
                    SegmentKind::Heading,
                    block.span,
                    tokens(self.article, words),
                );
            }
            BlockKind::Table(_) | BlockKind::Rule => {}
        }
    }

    fn push(&mut self, kind: SegmentKind, span: Span, tokens: Vec<u64>) {
        self.segments.push(Segment {
            kind,
            span,
            section: self.section,
            tokens,
        });
    }
}

/// Returns what no translation changes in running text, hashed and sorted.
pub fn tokens(article: &Article, words: &[Inline]) -> Vec<u64> {
    let mut tokens = Vec::new();
    push_tokens(article, words, &mut tokens);
    tokens.sort_unstable();
    tokens
}

fn push_tokens(article: &Article, words: &[Inline], tokens: &mut Vec<u64>) {
    for inline in words {
        match &inline.kind {
            InlineKind::Text(text) => tokens.extend(codes(text).iter().map(|code| hash(code.text))),
            InlineKind::Code(code) => tokens.push(hash(code)),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content) => push_tokens(article, content, tokens),
            InlineKind::Link(link, content) | InlineKind::Image(link, content) => {
                tokens.push(hash(&normal_target(&article.links[*link].destination)));
                push_tokens(article, content, tokens);
            }
            _ => {}
        }
    }
}

/// The same for the same text in every run: reports must not depend on chance.
pub fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
