//! Blocks as Markdown, each in one form.

use super::line::{self, Place};
use super::page::Reader;
use super::piece::{self, Mark, Piece, Pieces};
use crate::model::{AlertKind, Block, BlockKind, Heading, Inline, slug};
use crate::render::raw;

/// A block as it is written.
#[derive(Debug)]
pub(super) struct Chunk {
    pub(super) text: String,
    pub(super) shape: Shape,
}

/// What a block is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Paragraph,
    /// Whether it has other marks than lists usually have.
    Bullets {
        other: bool,
    },
    Numbers {
        other: bool,
        /// Whether it begins with one, so that it may follow the line of a paragraph.
        from_one: bool,
    },
    Quote,
    Table,
    Html,
    Footnote,
    Rule,
    /// Begins and ends by itself: headings, code.
    Closed,
}

impl Chunk {
    pub(super) fn new(shape: Shape, text: String) -> Self {
        Chunk { text, shape }
    }
}

/// Writes chunks with an empty line between them.
pub(super) fn apart(chunks: &[Chunk]) -> String {
    let texts: Vec<&str> = chunks.iter().map(|chunk| chunk.text.as_str()).collect();
    texts.join("\n\n")
}

impl<'a> Reader<'a> {
    /// Writes the blocks of a container; what nobody would see is left out.
    pub(super) fn chunks(&self, blocks: &'a [Block]) -> Vec<Chunk> {
        let mut chunks = Vec::with_capacity(blocks.len());
        self.push_blocks(blocks, &mut chunks);
        chunks
    }

    fn push_blocks(&self, blocks: &'a [Block], chunks: &mut Vec<Chunk>) {
        for group in raw::groups(blocks) {
            let alone = group.len() == 1;
            for block in &blocks[group] {
                self.push_block(block, alone, chunks);
            }
        }
    }

    /// Writes a block; `alone` says that no raw HTML reaches from it into another.
    fn push_block(&self, block: &'a Block, alone: bool, chunks: &mut Vec<Chunk>) {
        let chunk = match &block.kind {
            BlockKind::Paragraph(content) => self.paragraph(content),
            BlockKind::Heading(index) => {
                let heading = self.article.headings.get(*index);
                heading.map(|heading| self.heading(heading))
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => Some(self.list(*start, *tight, items, chunks.last())),
            BlockKind::Quote(blocks) => Some(self.quote(None, blocks)),
            BlockKind::Alert { kind, blocks, .. } => Some(self.quote(Some(*kind), blocks)),
            BlockKind::Div { blocks, .. } => {
                return self.push_blocks(blocks, chunks);
            }
            BlockKind::Video(link) => self.video(*link),
            BlockKind::Mark(mark) => self.mark(mark, block.span),
            BlockKind::Definitions(definitions) => {
                Some(self.definitions(definitions, chunks.last()))
            }
            BlockKind::Code { language, text } => Some(code_block(language, text)),
            BlockKind::Table(index) => {
                let table = self.article.tables.get(*index);
                table.map(|table| self.table(table))
            }
            BlockKind::Html(html) => self.raw_block(match alone {
                true => raw::of_block(block),
                false => raw::of_html(html.trim()),
            }),
            BlockKind::Rule => Some(Chunk::new(Shape::Rule, "---".to_owned())),
            // An edition shows articles with what they include in its place.
            BlockKind::Include(_) => None,
            BlockKind::Footnote { label, blocks } => Some(self.footnote(label, blocks)),
        };
        chunks.extend(chunk.filter(|chunk| !chunk.text.is_empty()));
    }

    pub(super) fn paragraph(&self, content: &'a [Inline]) -> Option<Chunk> {
        self.paragraph_of(&self.pieces(content))
    }

    pub(super) fn paragraph_of(&self, pieces: &[Piece]) -> Option<Chunk> {
        let text = line::written(pieces, Place::Paragraph);
        (!text.is_empty()).then(|| Chunk::new(Shape::Paragraph, text))
    }

    /// Writes a line of our own words in bold.
    pub(super) fn caption(&self, words: String) -> Option<Chunk> {
        let mut pieces = Pieces::default();
        pieces.marked(Mark::Strong, |out| out.text(words));
        self.paragraph_of(&pieces.finish())
    }

    /// Writes a heading; an anchor that a reader's program would not make of the words is written before them.
    fn heading(&self, heading: &'a Heading) -> Chunk {
        let pieces = self.pieces(&heading.content);
        let anchor = heading.anchor.as_str();
        let own = self.slug_of(&pieces) == anchor || !is_plain(anchor);
        let anchor = (!own).then(|| format!("<a name=\"{anchor}\"></a>"));
        self.heading_of(heading.level, anchor, &pieces)
    }

    /// The name that readers' programs give to a heading of these words.
    pub(super) fn slug_of(&self, pieces: &[Piece]) -> String {
        let words = slug(&piece::words(pieces));
        let words = if words.is_empty() { "section" } else { &words };
        self.slugs.borrow_mut().unique(words)
    }

    pub(super) fn heading_of(&self, level: u8, anchor: Option<String>, pieces: &[Piece]) -> Chunk {
        let anchor = anchor.unwrap_or_default();
        let is_break = |piece: &Piece| matches!(piece, Piece::SoftBreak | Piece::HardBreak);
        let text = match level {
            1 | 2 if pieces.iter().any(is_break) => {
                let line = if level == 1 { "===" } else { "---" };
                let words = line::written(pieces, Place::Paragraph);
                format!("{anchor}{}\n{line}", unbraced(words))
            }
            _ => {
                let words = unbraced(line::written(pieces, Place::Heading));
                let marks = "#".repeat(usize::from(level.clamp(1, 6)));
                unpadded(format!("{marks} {anchor}{words}"))
            }
        };
        Chunk::new(Shape::Closed, text)
    }

    fn quote(&self, alert: Option<AlertKind>, blocks: &'a [Block]) -> Chunk {
        let text = apart(&self.chunks(blocks));
        let marker = alert.map(|kind| format!("[!{}]", kind.name().to_uppercase()));
        let lines = marker.iter().map(String::as_str);
        let lines = lines.chain(text.lines().take_while(|_| !text.is_empty()));
        // Code in a quote keeps the blanks at the end of its lines.
        let quoted = |line: &str| match line {
            "" => ">".to_owned(),
            line => format!("> {line}"),
        };
        let lines: Vec<String> = lines.map(quoted).collect();
        let text = if lines.is_empty() {
            ">".to_owned()
        } else {
            lines.join("\n")
        };
        Chunk::new(Shape::Quote, text)
    }

    fn footnote(&self, label: &str, blocks: &'a [Block]) -> Chunk {
        let chunks = self.chunks(blocks);
        let begins = chunks.first().is_none_or(|it| it.shape == Shape::Paragraph);
        let gap = if begins { " " } else { "\n" };
        let text = indented(&apart(&chunks), "    ");
        let text = if begins {
            text.trim_start_matches(' ')
        } else {
            &text
        };
        Chunk::new(Shape::Footnote, unpadded(format!("[^{label}]:{gap}{text}")))
    }
}

/// Text without the blanks behind a mark that nothing follows; blanks of other kinds are words.
pub(super) fn unpadded(mut text: String) -> String {
    text.truncate(text.trim_end_matches([' ', '\n']).len());
    text
}

/// Writes each line that is not empty behind an indent.
pub(super) fn indented(text: &str, indent: &str) -> String {
    let lines = text.split('\n').map(|line| match line.is_empty() {
        true => String::new(),
        false => format!("{indent}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Writes code between fences that it has nowhere itself.
fn code_block(language: &str, text: &str) -> Chunk {
    let sign = if language.contains('`') { '~' } else { '`' };
    let run = |line: &str| {
        line.trim_start()
            .chars()
            .take_while(|it| *it == sign)
            .count()
    };
    let longest = text.lines().map(run).max().unwrap_or(0);
    let fence = sign.to_string().repeat(3.max(longest + 1));
    let mut info = String::new();
    line::push_resolved(language, "", &mut info);
    let end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    Chunk::new(Shape::Closed, format!("{fence}{info}\n{text}{end}{fence}"))
}

/// Whether an anchor can stand in a quoted attribute as it is.
fn is_plain(anchor: &str) -> bool {
    let hostile =
        |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>&`".contains(letter);
    !anchor.is_empty() && !anchor.contains(hostile)
}

/// Words of a heading that do not end as its marks or its id do.
fn unbraced(words: String) -> String {
    let end = words.trim_end_matches('#').len();
    if words.ends_with('#') {
        return format!("{}\\#", &words[..words.len() - 1]);
    }
    match words.strip_suffix('}') {
        Some(rest) if words.contains('{') && end > 0 => format!("{rest}&#125;"),
        _ => words,
    }
}
