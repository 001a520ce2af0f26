//! The pieces of an article that can be compared across languages: each stretch of running text, and what frames it.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::{
    AlertKind, Article, Block, BlockKind, Definition, Inline, InlineKind, ListItem, MarkKind,
    codes, normal_target,
};
use crate::diagnostic::Span;

/// A stretch of running text outside tables, or a block that frames some.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub kind: SegmentKind,
    pub span: Span,
    /// Index into [`Article::sections`].
    pub section: usize,
    /// Index of the list, quote or alert that it stands in, among the segments of its article.
    pub parent: Option<usize>,
    /// Whether a list item begins with it.
    pub opens: bool,
    /// What no translation changes: code, targets of links, codes, names; hashed and sorted.
    pub tokens: Vec<u64>,
    /// How many characters a reader sees; of a list how many items.
    pub length: usize,
    /// How many words are strong, and whether a colon ends it: what translators keep without thinking.
    pub marks: (usize, bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    Paragraph,
    /// Running text of a list item.
    Item,
    /// The frame of an alert; its paragraphs follow as segments of their own. The span is that of its marker.
    Alert(AlertKind),
    /// The frame of a block quote.
    Quote,
    /// The frame of a list, and whether it is numbered; its items follow. The span is that of its first mark.
    List(bool),
    /// A thematic break.
    Rule,
    /// The text of another file.
    Include,
    Code,
    Html,
    /// A heading inside a list or a quote.
    Heading,
    /// The frame of what shall look in a way of its own. The span is that of its marker.
    Div,
    Video,
    /// The beginning or the end of a zone, a row, a tab and the like.
    Mark(MarkKind),
}

/// A block of an article that is a segment, and the words that it holds itself.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub kind: SegmentKind,
    pub span: Span,
    /// Index into [`Article::sections`].
    pub section: usize,
    /// Index of the list, quote or alert that it stands in, among the frames of its article.
    pub parent: Option<usize>,
    /// Whether a list item begins with it.
    pub opens: bool,
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
///
/// Comments are none: what a translator notes beside the text is no part of it.
pub fn frames(article: &Article) -> Vec<Frame<'_>> {
    let mut walk = Walk {
        article,
        section: 0,
        frames: Vec::new(),
    };
    for (index, section) in article.sections.iter().enumerate() {
        walk.section = index;
        let blocks = &article.blocks[section.start.min(section.end)..section.end];
        walk.blocks(blocks, Around::default());
    }
    walk.frames
}

impl Frame<'_> {
    fn segment(&self, article: &Article) -> Segment {
        let mut marks = (0, false);
        let (tokens, length) = match &self.block.kind {
            BlockKind::Code { text, .. } => (lines(text), text.len()),
            BlockKind::Html(html) => (lines(html), html.len()),
            BlockKind::List { items, .. } => (Vec::new(), items.len()),
            BlockKind::Include(link) => (vec![target(article, *link)], 0),
            BlockKind::Mark(mark) => (
                facts(&mark.facts()),
                Inline::text(self.words).chars().count(),
            ),
            BlockKind::Div { classes, .. } => (facts(classes), 0),
            BlockKind::Video(link) => (vec![target(article, *link)], 0),
            _ => {
                let text = Inline::text(self.words);
                marks = (strong(self.words), text.trim_end().ends_with([':', '：']));
                let mut tokens = tokens(article, self.words);
                tokens.extend(names(&text));
                tokens.sort_unstable();
                (tokens, text.chars().count())
            }
        };
        Segment {
            kind: self.kind,
            span: self.span,
            section: self.section,
            parent: self.parent,
            opens: self.opens,
            tokens,
            length,
            marks,
        }
    }
}

/// What a block stands in.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    item: bool,
    /// Whether nothing of the item has been read yet.
    opens: bool,
    parent: Option<usize>,
}

struct Walk<'a> {
    article: &'a Article,
    section: usize,
    frames: Vec<Frame<'a>>,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block], mut around: Around) {
        // A list whose marks change, or that a comment interrupts, looks like one list.
        let mut open: Option<(bool, usize)> = None;
        for block in blocks {
            let frames = self.frames.len();
            if let BlockKind::List { start, items, .. } = &block.kind {
                let numbered = start.is_some();
                let list = match open {
                    Some((alike, list)) if alike == numbered => list,
                    _ => self.list(block, numbered, around),
                };
                self.items(items, list);
                open = Some((numbered, list));
            } else {
                self.block(block, around);
                let silent = self.frames.len() == frames;
                open = open.filter(|_| silent && !matches!(block.kind, BlockKind::Table(_)));
            }
            around.opens &= self.frames.len() == frames;
        }
    }

    fn block(&mut self, block: &'a Block, around: Around) {
        let text = match around.item {
            true => SegmentKind::Item,
            false => SegmentKind::Paragraph,
        };
        let within = |parent: usize| Around {
            opens: false,
            parent: Some(parent),
            ..around
        };
        match &block.kind {
            BlockKind::Paragraph(words) if is_blank(words) => {}
            BlockKind::Paragraph(words) => drop(self.push(text, block.span, words, block, around)),
            BlockKind::Quote(blocks) => {
                let quote = self.push(SegmentKind::Quote, block.span, &[], block, around);
                self.blocks(blocks, within(quote));
            }
            BlockKind::Alert {
                kind,
                marker,
                blocks,
            } => {
                let alert = self.push(SegmentKind::Alert(*kind), *marker, &[], block, around);
                self.blocks(blocks, within(alert));
            }
            BlockKind::Div { marker, blocks, .. } => {
                let div = self.push(SegmentKind::Div, *marker, &[], block, around);
                self.blocks(blocks, within(div));
            }
            BlockKind::Video(_) => self.whole(SegmentKind::Video, block, around),
            BlockKind::Mark(mark) => {
                let kind = SegmentKind::Mark(mark.kind());
                self.push(kind, block.span, mark.words(), block, around);
            }
            BlockKind::Definitions(definitions) => self.definitions(definitions, around),
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, around),
            BlockKind::Html(html) if is_silent(html) => {}
            BlockKind::Code { .. } => self.whole(SegmentKind::Code, block, around),
            BlockKind::Html(_) => self.whole(SegmentKind::Html, block, around),
            BlockKind::Rule => self.whole(SegmentKind::Rule, block, around),
            BlockKind::Include(_) => self.whole(SegmentKind::Include, block, around),
            BlockKind::Heading(index) => {
                let words = &self.article.headings[*index].content;
                self.push(SegmentKind::Heading, block.span, words, block, around);
            }
            // Lists are read with the lists beside them, and tables have pairs of their own.
            BlockKind::List { .. } | BlockKind::Table(_) => {}
        }
    }

    fn list(&mut self, block: &'a Block, numbered: bool, around: Around) -> usize {
        let start = block.span.start;
        let mark = Span::new(start, (start + 1).min(block.span.end));
        self.push(SegmentKind::List(numbered), mark, &[], block, around)
    }

    /// A term is what an item of a list is; what it means are paragraphs.
    fn definitions(&mut self, definitions: &'a [Definition], around: Around) {
        for definition in definitions {
            let around = Around {
                item: definition.is_term,
                opens: definition.is_term,
                ..around
            };
            self.blocks(&definition.blocks, around);
        }
    }

    fn items(&mut self, items: &'a [ListItem], list: usize) {
        let around = Around {
            item: true,
            opens: true,
            parent: Some(list),
        };
        for item in items {
            self.blocks(&item.blocks, around);
        }
    }

    /// A block that holds no running text.
    fn whole(&mut self, kind: SegmentKind, block: &'a Block, around: Around) {
        self.push(kind, block.span, &[], block, around);
    }

    /// Returns the index of the frame.
    fn push(
        &mut self,
        kind: SegmentKind,
        span: Span,
        words: &'a [Inline],
        block: &'a Block,
        around: Around,
    ) -> usize {
        self.frames.push(Frame {
            kind,
            span,
            section: self.section,
            parent: around.parent,
            opens: around.opens,
            words,
            block,
        });
        self.frames.len() - 1
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

/// Whether words are nothing but comments, line breaks and blanks.
fn is_blank(words: &[Inline]) -> bool {
    words.iter().all(|inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::Html(html) => is_silent(html),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    })
}

/// Whether raw HTML is nothing but comments and line breaks.
fn is_silent(html: &str) -> bool {
    let mut rest = html.trim_start();
    while !rest.is_empty() {
        let end = match rest.strip_prefix("<!--") {
            // What is not closed is no comment, but text that nobody sees.
            Some(comment) => match comment.find("-->") {
                Some(end) => end + 7,
                None => return false,
            },
            None if is_line_break(rest) => rest.find('>').map_or(rest.len(), |end| end + 1),
            None => return false,
        };
        rest = rest[end..].trim_start();
    }
    true
}

fn is_line_break(html: &str) -> bool {
    let name = html.strip_prefix('<').and_then(|tag| tag.get(..3));
    name.is_some_and(|name| {
        let (name, after) = name.split_at_checked(2).unwrap_or((name, ""));
        name.eq_ignore_ascii_case("br") && [" ", "/", ">"].contains(&after)
    })
}

/// Facts, hashed and sorted.
fn facts(facts: &[String]) -> Vec<u64> {
    let mut tokens: Vec<u64> = facts.iter().map(|fact| hash(fact)).collect();
    tokens.sort_unstable();
    tokens
}

fn target(article: &Article, link: usize) -> u64 {
    hash(&normal_target(&article.links[link].destination))
}

/// The lines of code, hashed and sorted.
fn lines(text: &str) -> Vec<u64> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut tokens: Vec<u64> = lines.map(hash).collect();
    tokens.sort_unstable();
    tokens
}

fn strong(words: &[Inline]) -> usize {
    let count = |inline: &Inline| usize::from(matches!(inline.kind, InlineKind::Strong(_)));
    words.iter().map(count).sum()
}

/// Acronyms, names with capitals inside, and numbers of two digits: what most translations keep.
fn names(text: &str) -> impl Iterator<Item = u64> + '_ {
    let words = text.as_bytes().split(|it| !it.is_ascii_alphanumeric());
    words.filter(|word| is_name(word)).map(hash_of)
}

// Every word of every article comes by: two passes over each took a thirtieth of the time of a build of pages alone.
fn is_name(word: &[u8]) -> bool {
    let (mut capitals, mut digits) = (0, 0);
    for letter in word {
        capitals += usize::from(letter.is_ascii_uppercase());
        digits += usize::from(letter.is_ascii_digit());
    }
    capitals >= 2 || digits >= 2
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
            InlineKind::Code(code) | InlineKind::Math(code) => tokens.push(hash(code)),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content) => push_tokens(article, content, tokens),
            InlineKind::Link(link, content) | InlineKind::Image(link, content) => {
                tokens.push(target(article, link.get()));
                push_tokens(article, content, tokens);
            }
            InlineKind::Include(link, _) => tokens.push(target(article, link.get())),
            _ => {}
        }
    }
}

/// The same for the same text in every run: reports must not depend on chance.
pub fn hash(text: &str) -> u64 {
    hash_of(text.as_bytes())
}

/// The same for anything: nobody gains by two things that have one hash, and there are millions of them.
pub(super) fn hash_of(thing: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    thing.hash(&mut hasher);
    hasher.finish()
}
