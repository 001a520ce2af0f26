//! Holds beginnings and ends together: after this every mark of a container has its other half there.

use std::collections::HashSet;
use std::sync::Arc;

use super::faults;
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::model::{Block, BlockKind, Inline, InlineKind, Mark, MarkKind};

/// Pairs the marks of every container; one that has no other half becomes text as it was written.
pub fn pair(source: &Arc<Source>, blocks: &mut Vec<Block>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    walk(source, blocks, &mut diagnostics);
    diagnostics
}

fn walk(source: &Arc<Source>, blocks: &mut Vec<Block>, diagnostics: &mut Vec<Diagnostic>) {
    if blocks
        .iter()
        .any(|block| matches!(block.kind, BlockKind::Mark(_)))
    {
        let pairs = Pairs::of(blocks);
        *blocks = pairs.settled(source, std::mem::take(blocks), diagnostics);
    }
    for block in blocks {
        for inner in block.kind.containers_mut() {
            walk(source, inner, diagnostics);
        }
    }
}

/// What becomes of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    /// A mark without its other half.
    Alone,
    /// A tab that begins tabs.
    FirstTab,
    /// A horizontal rule that ends tabs.
    EndsTabs,
    /// What ends more than itself: so many tabs end before it.
    EndsBefore(usize),
}

struct Pairs {
    fates: Vec<Fate>,
    /// Where tabs begin that nothing ends.
    endless: HashSet<usize>,
    /// How many of them reach the end of the container.
    open: usize,
}

impl Pairs {
    fn of(blocks: &[Block]) -> Pairs {
        let mut pairs = Pairs {
            fates: vec![Fate::Stays; blocks.len()],
            endless: HashSet::new(),
            open: 0,
        };
        let mut stack: Vec<(usize, MarkKind)> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Mark(mark) => pairs.mark(at, mark.kind(), &mut stack),
                BlockKind::Rule if top(&stack) == Some(MarkKind::TabStart) => {
                    stack.pop();
                    pairs.fates[at] = Fate::EndsTabs;
                }
                _ => {}
            }
        }
        pairs.open = pairs.close(&mut stack, 0);
        pairs
    }

    fn mark(&mut self, at: usize, kind: MarkKind, stack: &mut Vec<(usize, MarkKind)>) {
        match kind {
            MarkKind::TabStart if top(stack) == Some(MarkKind::TabStart) => {}
            MarkKind::TabStart => {
                self.fates[at] = Fate::FirstTab;
                stack.push((at, kind));
            }
            // Columns stand in rows and nowhere else.
            MarkKind::ColumnStart if top(stack) != Some(MarkKind::RowStart) => {
                self.fates[at] = Fate::Alone;
            }
            _ if kind.end().is_some() => stack.push((at, kind)),
            _ => {
                let open = stack.iter().rposition(|(_, open)| open.end() == Some(kind));
                let Some(open) = open else {
                    self.fates[at] = Fate::Alone;
                    return;
                };
                let tabs = self.close(stack, open + 1);
                if tabs > 0 {
                    self.fates[at] = Fate::EndsBefore(tabs);
                }
                stack.pop();
            }
        }
    }

    /// Takes what is open above a height: tabs end here, everything else has no end. Returns how many tabs there were.
    fn close(&mut self, stack: &mut Vec<(usize, MarkKind)>, height: usize) -> usize {
        let mut tabs = 0;
        for (at, kind) in stack.drain(height..) {
            match kind {
                MarkKind::TabStart => {
                    self.endless.insert(at);
                    tabs += 1;
                }
                _ => self.fates[at] = Fate::Alone,
            }
        }
        tabs
    }

    fn settled(
        &self,
        source: &Arc<Source>,
        blocks: Vec<Block>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Block> {
        let mut settled = Vec::with_capacity(blocks.len());
        let mut end = 0;
        for (at, mut block) in blocks.into_iter().enumerate() {
            let start = Span::new(block.span.start, block.span.start);
            end = block.span.end;
            if self.endless.contains(&at) {
                diagnostics.push(endless(source, block.span));
            }
            match (self.fates[at], &mut block.kind) {
                (Fate::Alone, BlockKind::Mark(mark)) => {
                    let kind = mark.kind();
                    diagnostics.extend(alone(source, block.span, kind));
                    match kind {
                        // The picture before it stays.
                        MarkKind::DescriptionStart => continue,
                        _ => block.kind = written(source, block.span),
                    }
                }
                (Fate::FirstTab, BlockKind::Mark(mark)) => begin_tabs(mark),
                (Fate::EndsTabs, kind) => *kind = BlockKind::Mark(Box::new(Mark::TabsEnd)),
                (Fate::EndsBefore(tabs), _) => settled.extend((0..tabs).map(|_| tabs_end(start))),
                _ => {}
            }
            settled.push(block);
        }
        settled.extend((0..self.open).map(|_| tabs_end(Span::new(end, end))));
        settled
    }
}

fn top(stack: &[(usize, MarkKind)]) -> Option<MarkKind> {
    stack.last().map(|(_, kind)| *kind)
}

/// Says of a tab that its tabs begin with it.
fn begin_tabs(mark: &mut Mark) {
    if let Mark::TabStart { first, .. } = mark {
        *first = true;
    }
}

fn tabs_end(span: Span) -> Block {
    let kind = BlockKind::Mark(Box::new(Mark::TabsEnd));
    Block { span, kind }
}

fn written(source: &Source, span: Span) -> BlockKind {
    let text = source.slice(span).trim().to_owned();
    let kind = InlineKind::Text(text);
    BlockKind::Paragraph(vec![Inline { span, kind }])
}

fn alone(source: &Arc<Source>, span: Span, kind: MarkKind) -> Option<Diagnostic> {
    let (name, other) = (kind.name(), other(kind)?);
    let (message, help) = match kind {
        MarkKind::ColumnStart => (
            format!("this {name} stands in no row, or has no end"),
            "put columns between `:::row:::` and `:::row-end:::`, and end each with `:::column-end:::`"
                .to_owned(),
        ),
        _ if kind.end().is_some() => (
            format!("this {name} has no end"),
            format!("write `{other}` behind what belongs to it, in the same list item or quotation"),
        ),
        _ => (
            format!("this {name} has no beginning"),
            format!("write `{other}` before what belongs to it, or remove it"),
        ),
    };
    let note = match kind {
        MarkKind::DescriptionStart => "what follows is taken for text of the article",
        _ => "it is shown as it is written",
    };
    let fault = &faults::DIALECT_SYNTAX;
    Some(
        Diagnostic::new(fault, source, span, message)
            .note(note)
            .help(help),
    )
}

/// How the other half is written.
fn other(kind: MarkKind) -> Option<&'static str> {
    Some(match kind {
        MarkKind::ZoneStart => "::: zone-end",
        MarkKind::ZoneEnd => "::: zone pivot=\"…\"",
        MarkKind::MonikerStart => "::: moniker-end",
        MarkKind::MonikerEnd => "::: moniker range=\"…\"",
        MarkKind::RowStart => ":::row-end:::",
        MarkKind::RowEnd => ":::row:::",
        MarkKind::ColumnStart => ":::column-end:::",
        MarkKind::ColumnEnd => ":::column:::",
        MarkKind::DescriptionStart => ":::image-end:::",
        MarkKind::DescriptionEnd => ":::image type=\"complex\" source=\"…\" alt-text=\"…\":::",
        MarkKind::TabStart | MarkKind::TabsEnd => return None,
    })
}

fn endless(source: &Arc<Source>, span: Span) -> Diagnostic {
    let message = "these tabs have no end";
    Diagnostic::new(&faults::DIALECT_SYNTAX, source, span, message)
        .note("everything behind the last tab's title is taken for what the tab holds")
        .help("write `---` on a line of its own behind the last tab, with an empty line before it")
}
