//! Walks the blocks and the words of a text on its way into a page.

use super::page::{Expander, Part};
use crate::diagnostic::Span;
use crate::model::{
    Block, BlockKind, Cell, Definition, Inline, InlineKind, Link, ListItem, Mark, Row,
};

impl<'s> Expander<'s> {
    /// Puts what headings and cells include in its place; nothing but running text can stand there.
    pub(super) fn lists(&mut self, part: &Part<'s>) {
        for at in 0..part.article.headings.len() {
            let own = &part.article.headings[at];
            let content = self.line(&own.content, part);
            let heading = &mut self.page.headings[part.base.headings + at];
            heading.content = content;
            if own.content.iter().any(holds_include) {
                heading.text = Inline::text(&heading.content).trim().to_owned();
            }
        }
        for at in 0..part.article.tables.len() {
            self.cells(at, part);
        }
    }

    pub(super) fn cells(&mut self, at: usize, part: &Part<'s>) {
        let own = &part.article.tables[at];
        let rows = std::iter::once(&own.header).chain(&own.rows);
        let rows: Vec<Vec<Option<Vec<Inline>>>> = rows
            .map(|row| row.cells.iter().map(|cell| self.cell(cell, part)).collect())
            .collect();
        let table = &mut self.page.tables[part.base.tables + at];
        let places = std::iter::once(&mut table.header).chain(&mut table.rows);
        for (row, contents) in places.zip(rows) {
            fill(row, contents);
        }
        for (column, cell) in table.columns.iter_mut().zip(&table.header.cells) {
            column.label.clone_from(&cell.text);
        }
    }

    /// What stands in a cell on the page, where that differs from what is there.
    pub(super) fn cell(&mut self, cell: &Cell, part: &Part<'s>) -> Option<Vec<Inline>> {
        (!part.base.is_own() || cell.content.iter().any(holds_include))
            .then(|| self.line(&cell.content, part))
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], part: &Part<'s>) -> Vec<Block> {
        let mut expanded = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, part, &mut expanded);
        }
        expanded
    }

    pub(super) fn nested(&mut self, blocks: &[Block], part: &Part<'s>) -> Vec<Block> {
        self.nesting += 1;
        let blocks = self.blocks(blocks, part);
        self.nesting -= 1;
        blocks
    }

    pub(super) fn block(&mut self, block: &Block, part: &Part<'s>, page: &mut Vec<Block>) {
        let base = &part.base;
        let kind = match &block.kind {
            BlockKind::Include(link) => {
                page.extend(self.in_place(*link, part, block.span));
                return;
            }
            BlockKind::Paragraph(words) => {
                self.paragraph(words, part, block.span, page);
                return;
            }
            BlockKind::Heading(at) => BlockKind::Heading(at + base.headings),
            BlockKind::Table(at) => BlockKind::Table(at + base.tables),
            BlockKind::List {
                start,
                tight,
                items,
            } => self.list(*start, *tight, items, part),
            BlockKind::Quote(blocks) => BlockKind::Quote(self.nested(blocks, part)),
            BlockKind::Alert {
                kind,
                marker,
                blocks,
            } => BlockKind::Alert {
                kind: *kind,
                marker: base.span(*marker),
                blocks: self.nested(blocks, part),
            },
            BlockKind::Footnote { label, blocks } => BlockKind::Footnote {
                label: part.labels.get(label).unwrap_or(label).clone(),
                blocks: self.nested(blocks, part),
            },
            BlockKind::Div {
                classes,
                marker,
                blocks,
            } => BlockKind::Div {
                classes: classes.clone(),
                marker: base.span(*marker),
                blocks: self.nested(blocks, part),
            },
            BlockKind::Definitions(definitions) => self.definitions(definitions, part),
            BlockKind::Video(link) => BlockKind::Video(link + base.links),
            BlockKind::Mark(mark) => BlockKind::Mark(Box::new(self.mark(mark, part))),
            BlockKind::Html(html) => BlockKind::Html(base.html(html)),
            other @ (BlockKind::Code { .. } | BlockKind::Rule) => other.clone(),
        };
        page.push(Block {
            span: base.span(block.span),
            kind,
        });
    }

    fn definitions(&mut self, definitions: &[Definition], part: &Part<'s>) -> BlockKind {
        let definition = |definition: &Definition| Definition {
            span: part.base.span(definition.span),
            is_term: definition.is_term,
            blocks: self.nested(&definition.blocks, part),
        };
        BlockKind::Definitions(definitions.iter().map(definition).collect())
    }

    fn mark(&mut self, mark: &Mark, part: &Part<'s>) -> Mark {
        let mut mark = mark.clone();
        if let Mark::TabStart { title, .. } = &mut mark {
            *title = self.line(title, part);
        }
        mark
    }

    pub(super) fn list(
        &mut self,
        start: Option<u64>,
        tight: bool,
        items: &[ListItem],
        part: &Part<'s>,
    ) -> BlockKind {
        let paragraphs = |blocks: &[Block]| {
            let is_paragraph = |block: &&Block| matches!(block.kind, BlockKind::Paragraph(_));
            blocks.iter().filter(is_paragraph).count()
        };
        let item = |item: &ListItem| ListItem {
            span: part.base.span(item.span),
            task: item.task,
            blocks: self.nested(&item.blocks, part),
        };
        let expanded: Vec<ListItem> = items.iter().map(item).collect();
        // Paragraphs that came into an item would run into one another without their frames.
        let grown = items
            .iter()
            .zip(&expanded)
            .any(|(before, after)| paragraphs(&after.blocks) > paragraphs(&before.blocks).max(1));
        BlockKind::List {
            start,
            tight: tight && !grown,
            items: expanded,
        }
    }

    /// The blocks that stand in the place of an include; its words, where there are none.
    pub(super) fn in_place(&mut self, link: usize, part: &Part<'s>, span: Span) -> Vec<Block> {
        let shown = match code(&part.article.links[link]) {
            Some(language) => self.code(link, language, part, span).map(|code| vec![code]),
            None => self.include(part, link),
        };
        shown.unwrap_or_else(|| {
            let span = part.base.span(span);
            let words = vec![instead(&part.article.links[link], span)];
            vec![Block {
                span,
                kind: BlockKind::Paragraph(words),
            }]
        })
    }

    pub(super) fn code(
        &self,
        link: usize,
        language: &str,
        part: &Part<'s>,
        span: Span,
    ) -> Option<Block> {
        let link = &part.article.links[link];
        let text = self.site.shown(part.article, self.folder, link).ok()?;
        Some(Block {
            span: part.base.span(span),
            kind: BlockKind::Code {
                language: language.to_owned(),
                text,
            },
        })
    }

    /// A paragraph; where whole blocks are included it goes on behind them.
    pub(super) fn paragraph(
        &mut self,
        words: &[Inline],
        part: &Part<'s>,
        span: Span,
        page: &mut Vec<Block>,
    ) {
        let mut line = Vec::new();
        for inline in words {
            let InlineKind::Include(link, _) = &inline.kind else {
                line.push(self.inline(inline, part));
                continue;
            };
            let mut blocks = self.in_place(link.get(), part, inline.span);
            self.put_notes_aside(&mut blocks);
            match running_text(&mut blocks) {
                Some(words) => line.extend(words),
                None => {
                    push_paragraph(std::mem::take(&mut line), part.base.span(span), page);
                    page.append(&mut blocks);
                }
            }
        }
        push_paragraph(line, part.base.span(span), page);
    }

    /// Footnotes of a text that stands within a line cannot stand there.
    pub(super) fn put_notes_aside(&mut self, blocks: &mut Vec<Block>) {
        let is_note = |block: &mut Block| matches!(block.kind, BlockKind::Footnote { .. });
        let notes = blocks.extract_if(.., is_note);
        self.notes.extend(notes);
    }

    /// Running text where no block can stand: what is included is written in one line.
    pub(super) fn line(&mut self, words: &[Inline], part: &Part<'s>) -> Vec<Inline> {
        let mut line = Vec::with_capacity(words.len());
        for inline in words {
            match &inline.kind {
                InlineKind::Include(link, _) => {
                    let mut blocks = self.in_place(link.get(), part, inline.span);
                    self.put_notes_aside(&mut blocks);
                    let flat = self.flat(&blocks);
                    line.extend(flat);
                }
                _ => line.push(self.inline(inline, part)),
            }
        }
        line
    }

    pub(super) fn inline(&mut self, inline: &Inline, part: &Part<'s>) -> Inline {
        let base = &part.base;
        let kind = match &inline.kind {
            InlineKind::Emphasis(words) => InlineKind::Emphasis(self.line(words, part)),
            InlineKind::Strong(words) => InlineKind::Strong(self.line(words, part)),
            InlineKind::Strikethrough(words) => InlineKind::Strikethrough(self.line(words, part)),
            InlineKind::Link(at, words) => {
                InlineKind::Link(base.index(*at), self.line(words, part))
            }
            InlineKind::Image(at, words) => {
                InlineKind::Image(base.index(*at), self.line(words, part))
            }
            InlineKind::Html(html) => InlineKind::Html(base.html(html)),
            InlineKind::FootnoteReference(label) => {
                let label = part.labels.get(label).unwrap_or(label);
                InlineKind::FootnoteReference(label.clone())
            }
            other => other.clone(),
        };
        Inline {
            span: base.span(inline.span),
            kind,
        }
    }
}

fn fill(row: &mut Row, contents: Vec<Option<Vec<Inline>>>) {
    for (cell, content) in row.cells.iter_mut().zip(contents) {
        if let Some(content) = content {
            cell.text = Inline::text(&content).trim().to_owned();
            cell.content = content;
        }
    }
}

fn code(link: &Link) -> Option<&str> {
    link.inclusion.as_ref()?.code.as_deref()
}

/// What a reader sees where nothing can be shown: the words of the include, else the path.
fn instead(link: &Link, span: Span) -> Inline {
    let words = link.inclusion.as_ref().map_or("", |it| it.words.as_str());
    let kind = match words {
        "" => InlineKind::Code(link.destination.clone()),
        words => InlineKind::Text(words.to_owned()),
    };
    Inline { span, kind }
}

/// The words of blocks that are one paragraph, or none.
fn running_text(blocks: &mut [Block]) -> Option<Vec<Inline>> {
    match blocks {
        [] => Some(Vec::new()),
        [
            Block {
                kind: BlockKind::Paragraph(words),
                ..
            },
        ] => Some(std::mem::take(words)),
        _ => None,
    }
}

fn push_paragraph(words: Vec<Inline>, span: Span, page: &mut Vec<Block>) {
    let is_blank = |inline: &Inline| match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        _ => false,
    };
    // Breaks and blanks beside included blocks have done their work.
    if words.iter().all(is_blank) {
        return;
    }
    page.push(Block {
        span,
        kind: BlockKind::Paragraph(trimmed(words)),
    });
}

/// Words without breaks and blanks at their ends: those that stood beside an included block.
fn trimmed(mut words: Vec<Inline>) -> Vec<Inline> {
    let is_break =
        |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    while words.pop_if(|inline| is_break(inline)).is_some() {}
    let breaks = words.iter().take_while(|inline| is_break(inline)).count();
    words.drain(..breaks);
    if let Some(InlineKind::Text(text)) = words.first_mut().map(|inline| &mut inline.kind) {
        *text = text.trim_start_matches([' ', '\t']).to_owned();
    }
    if let Some(InlineKind::Text(text)) = words.last_mut().map(|inline| &mut inline.kind) {
        text.truncate(text.trim_end_matches([' ', '\t']).len());
    }
    words
}

fn holds_include(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Include(..))
        || inline.kind.content().iter().any(holds_include)
}
