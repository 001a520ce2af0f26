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

/// A block of an article that is a segment, and the words that it holds itself.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub kind: SegmentKind,
    pub span: Span,
    /// Index into [`Article::sections`].
    pub section: usize,
    /// Empty for blocks that only frame others, and for code.
    pub words: &'a [Inline],
    /// The block itself.
    pub block: &'a Block,
}

/// Returns the segments of an article in the order of the text.
pub fn segments(article: &Article) -> Vec<Segment> {
    let frames = frames(article).into_iter();
    frames.map(|frame| frame.segment(article)).collect()
}

/// Returns the blocks that are segments, as many as [`segments`] and in the same order.
pub fn frames(article: &Article) -> Vec<Frame<'_>> {
    let mut walk = Walk {
        article,
        section: 0,
        frames: Vec::new(),
    };
    for (index, section) in article.sections.iter().enumerate() {
        walk.section = index;
        walk.blocks(
            &article.blocks[section.start.min(section.end)..section.end],
            SegmentKind::Paragraph,
        );
    }
    walk.frames
}

impl Frame<'_> {
    fn segment(&self, article: &Article) -> Segment {
        let tokens = match &self.block.kind {
            BlockKind::Code { text, .. } => vec![hash(text.trim())],
            _ => tokens(article, self.words),
        };
        Segment {
            kind: self.kind,
            span: self.span,
            section: self.section,
            tokens,
        }
    }
}

struct Walk<'a> {
    article: &'a Article,
    section: usize,
    frames: Vec<Frame<'a>>,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block], text: SegmentKind) {
        for block in blocks {
            self.block(block, text);
        }
    }

    fn block(&mut self, block: &'a Block, text: SegmentKind) {
        match &block.kind {
            BlockKind::Paragraph(words) => self.push(text, block.span, words, block),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.blocks(&item.blocks, SegmentKind::Item);
                }
            }
            BlockKind::Quote(blocks) => {
                self.push(SegmentKind::Quote, block.span, &[], block);
                self.blocks(blocks, text);
            }
            BlockKind::Alert {
                kind,
                marker,
                blocks,
            } => {
                self.push(SegmentKind::Alert(*kind), *marker, &[], block);
                self.blocks(blocks, text);
            }
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, text),
            BlockKind::Code { .. } => self.push(SegmentKind::Code, block.span, &[], block),
            // Comments say nothing to a reader, so that nobody need have them in all languages.
            BlockKind::Html(html) if is_comment(html) => {}
            BlockKind::Html(_) => self.push(SegmentKind::Html, block.span, &[], block),
            BlockKind::Heading(index) => {
                let words = &self.article.headings[*index].content;
                self.push(SegmentKind::Heading, block.span, words, block);
            }
            BlockKind::Table(_) | BlockKind::Rule => {}
        }
    }

    fn push(&mut self, kind: SegmentKind, span: Span, words: &'a [Inline], block: &'a Block) {
        self.frames.push(Frame {
            kind,
            span,
            section: self.section,
            words,
            block,
        });
    }
}

/// Whether raw HTML is comments and nothing else.
pub fn is_comment(html: &str) -> bool {
    let mut rest = html.trim();
    while !rest.is_empty() {
        // `<!-->` is a whole comment (CommonMark 0.31.2, section 6.6).
        let end = rest.strip_prefix("<!").and_then(|it| it.find("-->"));
        match end {
            Some(end) if rest.starts_with("<!--") => rest = rest[end + 5..].trim_start(),
            _ => return false,
        }
    }
    !html.trim().is_empty()
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
