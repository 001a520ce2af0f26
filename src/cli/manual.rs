//! An article as text for a terminal: headings bold, words filled, code as it is.

use anstyle::Style;
use glotta::model::{Article, Block, BlockKind, Inline, InlineKind, ListItem, Row, Table};
use textwrap::{Options, WordSplitter};

use super::grid::grid;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// How far what belongs to something stands in.
const STEP: &str = "  ";

/// Returns what stands below an article's title, each block behind an empty line.
pub fn text(article: &Article, width: usize) -> String {
    let mut page = Page {
        article,
        width,
        text: String::new(),
    };
    page.blocks(&article.blocks, "");
    page.text
}

/// Fills lines between an indent and a width; line breaks of the text stay.
pub fn filled(text: &str, indent: &str, width: usize) -> String {
    hung(text, indent, indent, width)
}

/// Returns running text with the marks of code; an address behind the words that it is linked to.
pub fn words(article: &Article, inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(words) => text.push_str(words),
            InlineKind::Code(code) => text.push_str(&format!("`{code}`")),
            InlineKind::Math(formula) => text.push_str(formula),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Image(_, content) => text.push_str(&words(article, content)),
            InlineKind::Link(link, content) => {
                text.push_str(&words(article, content));
                let address = &article.links[link.get()].destination;
                if address.contains("://") {
                    text.push_str(&format!(" <{address}>"));
                }
            }
            InlineKind::SoftBreak => text.push(' '),
            InlineKind::HardBreak => text.push('\n'),
            InlineKind::Html(_) | InlineKind::FootnoteReference(_) | InlineKind::Include(..) => {}
        }
    }
    text
}

/// Fills lines to a width, the first behind one indent and the others behind another.
pub fn hung(text: &str, first: &str, others: &str, width: usize) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    format!("{}\n", textwrap::fill(text, options))
}

struct Page<'a> {
    article: &'a Article,
    width: usize,
    text: String,
}

impl Page<'_> {
    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for block in blocks {
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match &block.kind {
            BlockKind::Heading(index) => self.heading(*index, indent),
            BlockKind::Paragraph(inlines) => {
                let words = words(self.article, inlines);
                self.push(&filled(&words, indent, self.width));
            }
            BlockKind::List { start, items, .. } => self.list(*start, items, indent),
            BlockKind::Quote(blocks) => self.blocks(blocks, &format!("{indent}{STEP}")),
            BlockKind::Alert { kind, blocks, .. } => {
                let name = kind.name().to_uppercase();
                self.push(&format!("{indent}{BOLD}{name}{BOLD:#}\n"));
                self.blocks(blocks, &format!("{indent}{STEP}"));
            }
            BlockKind::Code { text, .. } => self.code(block, text, indent),
            BlockKind::Table(index) => self.table(&self.article.tables[*index], indent),
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, indent),
            BlockKind::Div { blocks, .. } => self.blocks(blocks, indent),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    let step = if definition.is_term { "" } else { STEP };
                    self.blocks(&definition.blocks, &format!("{indent}{step}"));
                }
            }
            BlockKind::Video(link) => {
                let address = &self.article.links[*link].destination;
                self.push(&format!("{indent}<{address}>\n"));
            }
            BlockKind::Mark(mark) if !mark.words().is_empty() => {
                let words = words(self.article, mark.words());
                self.push(&format!("{indent}{BOLD}{words}{BOLD:#}\n"));
            }
            BlockKind::Mark(_) | BlockKind::Html(_) | BlockKind::Rule | BlockKind::Include(_) => {}
        }
    }

    /// Adds a block behind an empty line.
    fn push(&mut self, block: &str) {
        self.text.push('\n');
        self.text.push_str(block);
    }

    /// The title is said already.
    fn heading(&mut self, index: usize, indent: &str) {
        let heading = &self.article.headings[index];
        if heading.level > 1 {
            let words = words(self.article, &heading.content);
            self.push(&format!("{indent}{BOLD}{words}{BOLD:#}\n"));
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem], indent: &str) {
        for (number, item) in items.iter().enumerate() {
            let mark = match start {
                Some(start) => format!("{}. ", start + number as u64),
                None => "- ".to_owned(),
            };
            let inside = format!("{indent}{}", " ".repeat(mark.len()));
            let before = if number == 0 { "\n" } else { "" };
            let mut rest = item.blocks.as_slice();
            let mut first = String::new();
            if let [block, others @ ..] = rest
                && let BlockKind::Paragraph(inlines) = &block.kind
            {
                first = words(self.article, inlines);
                rest = others;
            }
            let first = hung(&first, &format!("{indent}{mark}"), &inside, self.width);
            self.text.push_str(&format!("{before}{first}"));
            self.blocks(rest, &inside);
        }
    }

    /// The lines as they are, below the name of the file that they are an example of.
    fn code(&mut self, block: &Block, text: &str, indent: &str) {
        let fence = self.article.source.slice(block.span).lines().next();
        let info = fence.unwrap_or_default().trim_matches(['`', '~', ' ']);
        let name = match info.split_once("path=") {
            Some((_, path)) => path,
            None => info.split_once(' ').map_or("", |(_, name)| name),
        };
        let mut lines = match name {
            "" => String::new(),
            _ => format!("{indent}{STEP}{DIM}{name}:{DIM:#}\n"),
        };
        for line in text.lines() {
            let line = format!("{indent}{STEP}{STEP}{line}");
            lines.push_str(&format!("{}\n", line.trim_end()));
        }
        if text.is_empty() {
            lines.push_str(&format!("{indent}{STEP}{STEP}(nothing)\n"));
        }
        self.push(&lines);
    }

    fn table(&mut self, table: &Table, indent: &str) {
        let row = |row: &Row| -> Vec<String> {
            let cells = row.cells.iter();
            cells
                .map(|cell| words(self.article, &cell.content))
                .collect()
        };
        let rows: Vec<Vec<String>> = std::iter::once(&table.header)
            .chain(&table.rows)
            .map(row)
            .collect();
        let lines: String = grid(&rows, &[])
            .lines()
            .map(|line| format!("{indent}{STEP}{line}\n"))
            .collect();
        self.push(&lines);
    }
}
