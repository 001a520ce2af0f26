//! Blocks where only words can stand: in a cell, in a heading, within emphasis.

use super::page::Expander;
use crate::diagnostic::Span;
use crate::model::{Block, BlockKind, Inline, InlineKind, single_blanks};

impl Expander<'_> {
    /// Blocks as one line, in which `<br>` separates them.
    pub(super) fn flat(&mut self, blocks: &[Block]) -> Vec<Inline> {
        let mut line: Vec<Inline> = Vec::new();
        for block in blocks {
            let words = self.flat_block(block);
            if !line.is_empty() && !words.is_empty() {
                line.push(line_break(block.span));
            }
            line.extend(words);
        }
        line
    }

    pub(super) fn flat_block(&mut self, block: &Block) -> Vec<Inline> {
        match &block.kind {
            BlockKind::Paragraph(words) => words.clone(),
            BlockKind::Heading(at) => {
                // Nothing leads to a heading that is none any more.
                let heading = &mut self.page.headings[*at];
                heading.anchor.clear();
                heading.aliases.clear();
                let kind = InlineKind::Strong(heading.content.clone());
                vec![Inline {
                    span: block.span,
                    kind,
                }]
            }
            BlockKind::Table(at) => self.flat_table(*at, block.span),
            BlockKind::Code { text, .. } => {
                let kind = InlineKind::Code(single_blanks(text.split_whitespace()));
                vec![Inline {
                    span: block.span,
                    kind,
                }]
            }
            BlockKind::Html(html) => vec![Inline {
                span: block.span,
                kind: InlineKind::Html(html.trim().to_owned()),
            }],
            other => {
                let mut line = Vec::new();
                for blocks in other.containers() {
                    let words = self.flat(blocks);
                    if !line.is_empty() && !words.is_empty() {
                        line.push(line_break(block.span));
                    }
                    line.extend(words);
                }
                line
            }
        }
    }

    pub(super) fn flat_table(&mut self, at: usize, span: Span) -> Vec<Inline> {
        let table = &mut self.page.tables[at];
        let mut line = Vec::new();
        for row in std::iter::once(&mut table.header).chain(&mut table.rows) {
            row.anchor = None;
            if !line.is_empty() {
                line.push(line_break(span));
            }
            for (at, cell) in row.cells.iter().enumerate() {
                if at > 0 {
                    let kind = InlineKind::Text(" – ".to_owned());
                    line.push(Inline { span, kind });
                }
                line.extend(cell.content.iter().cloned());
            }
        }
        line
    }
}

fn line_break(span: Span) -> Inline {
    Inline {
        span,
        kind: InlineKind::Html("<br>".to_owned()),
    }
}
