//! What an article says, as a tree of blocks and inlines with the bytes that each was read from.

use serde::Serialize;

use super::{Mark, markup};
use crate::diagnostic::Span;

/// A piece of an article that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum BlockKind {
    Paragraph(Vec<Inline>),
    /// Index into [`Article::headings`](super::Article::headings).
    Heading(usize),
    List {
        /// The number of the first item, where the list is numbered.
        start: Option<u64>,
        /// Whether items stand close together, without paragraphs.
        tight: bool,
        items: Vec<ListItem>,
    },
    Quote(Vec<Block>),
    /// A GitHub alert: a block quote that begins with `[!NOTE]` or one of its like.
    Alert {
        kind: AlertKind,
        /// The word between `[!` and `]`.
        marker: Span,
        blocks: Vec<Block>,
    },
    /// Blocks that shall look in a way of their own: a block quote that begins with `[!div class="…"]`.
    Div {
        classes: Box<[String]>,
        /// From `[!` to `]`.
        marker: Span,
        blocks: Vec<Block>,
    },
    /// A film: a block quote that begins with `[!VIDEO address]`. Index into [`Article::links`](super::Article::links).
    Video(usize),
    /// The beginning or the end of something that the blocks beside it stand in.
    Mark(Box<Mark>),
    /// Terms, and what each means.
    Definitions(Vec<Definition>),
    Code {
        /// The first word after the fence; empty for an indented block.
        language: String,
        text: String,
    },
    /// Index into [`Article::tables`](super::Article::tables).
    Table(usize),
    /// Raw HTML, as written.
    Html(String),
    /// A thematic break.
    Rule,
    /// Index into [`Article::links`](super::Article::links): the text of another file stands here.
    Include(usize),
    Footnote {
        label: String,
        blocks: Vec<Block>,
    },
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ListItem {
    pub span: Span,
    /// Whether the box is ticked, for an item of a task list.
    pub task: Option<bool>,
    /// An item of a tight list holds its words in a paragraph as well; the list knows that it is tight.
    pub blocks: Vec<Block>,
}

/// A term of a list of definitions, or what the term before it means.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Definition {
    pub span: Span,
    pub is_term: bool,
    /// Of a term one paragraph.
    pub blocks: Vec<Block>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Inline {
    pub span: Span,
    pub kind: InlineKind,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum InlineKind {
    Text(String),
    Code(String),
    /// A formula with the dollar signs around it, as written.
    Math(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    /// The words that are linked.
    Link(LinkIndex, Vec<Inline>),
    /// The alternative text.
    Image(LinkIndex, Vec<Inline>),
    /// Raw HTML, as written.
    Html(String),
    SoftBreak,
    HardBreak,
    /// The label of the footnote that is called.
    FootnoteReference(String),
    /// The words that name the file whose text stands here.
    Include(LinkIndex, String),
}

/// Index into [`Article::links`](super::Article::links).
///
/// A large site has millions of inlines, of which eight bytes here would make each a sixth larger. No text is so long that four are too few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LinkIndex(u32);

impl LinkIndex {
    pub fn new(index: usize) -> Self {
        LinkIndex(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub fn get(self) -> usize {
        self.0 as usize
    }
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Link {
    /// The whole construct.
    pub span: Span,
    /// The destination alone, where it is written in place; of a reference link the whole construct.
    pub target: Span,
    /// Where it leads, as written, with escapes and entities resolved.
    pub destination: String,
    pub title: String,
    pub image: bool,
    /// Where the text of what is named stands in the link's place.
    pub inclusion: Option<Box<Inclusion>>,
}

/// How an article shows the text of another file in its own: `[!INCLUDE [words](path)]`, `[!code-language[words](path)]`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Inclusion {
    /// The language of the code, empty where nobody says; `None` where the file is an article.
    pub code: Option<String>,
    /// What stands between the inner brackets; readers see it only where the file cannot be shown.
    pub words: String,
}

/// The five kinds of alert that GitHub knows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl AlertKind {
    /// The name in lower case: the marker, the class and the message in `locales/`.
    pub fn name(self) -> &'static str {
        match self {
            AlertKind::Note => "note",
            AlertKind::Tip => "tip",
            AlertKind::Important => "important",
            AlertKind::Warning => "warning",
            AlertKind::Caution => "caution",
        }
    }
}

/// Where the text of a table's column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    #[default]
    None,
    Left,
    Center,
    Right,
}

impl BlockKind {
    /// What stands inside, container by container: a quotation is one, of a list each item is one.
    pub fn containers(&self) -> Vec<&[Block]> {
        match self {
            BlockKind::Quote(blocks)
            | BlockKind::Alert { blocks, .. }
            | BlockKind::Div { blocks, .. }
            | BlockKind::Footnote { blocks, .. } => vec![blocks],
            BlockKind::List { items, .. } => items.iter().map(|it| &it.blocks[..]).collect(),
            BlockKind::Definitions(definitions) => {
                definitions.iter().map(|it| &it.blocks[..]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn containers_mut(&mut self) -> Vec<&mut Vec<Block>> {
        match self {
            BlockKind::Quote(blocks)
            | BlockKind::Alert { blocks, .. }
            | BlockKind::Div { blocks, .. }
            | BlockKind::Footnote { blocks, .. } => vec![blocks],
            BlockKind::List { items, .. } => items.iter_mut().map(|it| &mut it.blocks).collect(),
            BlockKind::Definitions(definitions) => {
                definitions.iter_mut().map(|it| &mut it.blocks).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl InlineKind {
    /// What stands inside; nothing where it is the text itself.
    pub fn content(&self) -> &[Inline] {
        match self {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link(_, content)
            | InlineKind::Image(_, content) => content,
            _ => &[],
        }
    }
}

impl Inline {
    /// Returns the words that a reader sees, without markup; an image shows its alternative text.
    pub fn text(inlines: &[Inline]) -> String {
        let mut text = String::new();
        push_text(inlines, &mut text);
        text
    }
}

/// Words with one blank between them, whatever stood there.
pub fn single_blanks<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn push_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(words)
            | InlineKind::Code(words)
            | InlineKind::Math(words)
            | InlineKind::Include(_, words) => {
                text.push_str(words);
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
            InlineKind::Html(tag) if is_line_break(tag) => text.push(' '),
            // Items and paragraphs of a cell are apart; other tags stand inside or around words.
            InlineKind::Html(tag) if separates(tag) && !text.ends_with(' ') => text.push(' '),
            other => push_text(other.content(), text),
        }
    }
}

fn is_line_break(tag: &str) -> bool {
    tag.get(1..3)
        .is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

/// Whether a tag is of an element that stands on lines of its own.
fn separates(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
    let element = markup::element(&name[..end.unwrap_or(name.len())]);
    element.is_some_and(markup::Element::is_block) || name.get(..2).is_some_and(is_break_name)
}

fn is_break_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("br")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_blocks_separate_words_and_tags_of_words_do_not() {
        let words = |text: &str| InlineKind::Text(text.to_owned());
        let html = |tag: &str| InlineKind::Html(tag.to_owned());
        for (tags, expected) in [
            (vec!["</li>", "<li>"], "a b"),
            (vec!["<p>"], "a b"),
            (vec!["</br>"], "a b"),
            (vec!["</sup>"], "ab"),
            (vec!["<placeholder>"], "ab"),
        ] {
            let mut kinds = vec![words("a")];
            kinds.extend(tags.into_iter().map(html));
            kinds.push(words("b"));
            let span = Span::new(0, 0);
            let inlines = kinds.into_iter().map(|kind| Inline { span, kind });
            assert_eq!(Inline::text(&inlines.collect::<Vec<_>>()), expected);
        }
    }
}
