//! Lists as Markdown.

use super::block::{self, Chunk, Shape};
use super::page::Reader;
use crate::model::ListItem;

/// CommonMark 0.31.2, section 5.2: a list item's number has nine digits at most.
const LARGEST: u64 = 999_999_999;

impl<'a> Reader<'a> {
    /// Writes a list; one that follows another of its kind has other marks, since both would be one.
    pub(super) fn list(
        &self,
        start: Option<u64>,
        tight: bool,
        items: &'a [ListItem],
        before: Option<&Chunk>,
    ) -> Chunk {
        let items: Vec<(Option<bool>, Vec<Chunk>)> = items
            .iter()
            .map(|item| (item.task, self.chunks(&item.blocks)))
            .collect();
        list(start, tight, items, before)
    }
}

/// Writes a list of items that are written, each with its box.
pub(super) fn list(
    start: Option<u64>,
    tight: bool,
    mut items: Vec<(Option<bool>, Vec<Chunk>)>,
    before: Option<&Chunk>,
) -> Chunk {
    let shape = shape(start, before.map(|chunk| chunk.shape));
    items
        .iter_mut()
        .for_each(|(_, chunks)| rules_within(chunks));
    let tight = tight && items.iter().all(|(_, chunks)| may_touch(chunks));
    let gap = if tight { "\n" } else { "\n\n" };
    let items = (0..).zip(items).map(|(index, (task, chunks))| {
        let texts: Vec<&str> = chunks.iter().map(|chunk| chunk.text.as_str()).collect();
        let begins = chunks.first().is_none_or(|it| it.shape == Shape::Paragraph);
        let text = texts.join(gap);
        match task.is_some() && !begins {
            // A box stands before words, or on a line of its own.
            true => item(&mark(shape, start, index), task, &format!("\n{text}")),
            false => item(&mark(shape, start, index), task, &text),
        }
    });
    Chunk::new(shape, items.collect::<Vec<_>>().join(gap))
}

fn shape(start: Option<u64>, before: Option<Shape>) -> Shape {
    match start {
        None => Shape::Bullets {
            other: before == Some(Shape::Bullets { other: false }),
        },
        Some(start) => Shape::Numbers {
            other: matches!(before, Some(Shape::Numbers { other: false, .. })),
            from_one: start == 1,
        },
    }
}

fn mark(shape: Shape, start: Option<u64>, index: u64) -> String {
    let number = start.unwrap_or_default().saturating_add(index).min(LARGEST);
    match shape {
        Shape::Bullets { other: false } => "-".to_owned(),
        Shape::Numbers { other: false, .. } => format!("{number}."),
        Shape::Numbers { .. } => format!("{number})"),
        _ => "*".to_owned(),
    }
}

fn item(mark: &str, task: Option<bool>, text: &str) -> String {
    let indent = " ".repeat(mark.len() + 1);
    let task = match task {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let text = block::indented(text, &indent);
    let text = text.strip_prefix(&indent).unwrap_or(&text);
    block::unpadded(format!("{mark} {task}{text}"))
}

/// Writes rules with a sign that neither ends the list nor underlines the line before.
fn rules_within(chunks: &mut [Chunk]) {
    let rules = chunks.iter_mut().filter(|it| it.shape == Shape::Rule);
    rules.for_each(|rule| rule.text = "___".to_owned());
}

/// Whether the blocks of an item stay what they are without empty lines between them.
fn may_touch(chunks: &[Chunk]) -> bool {
    let pairs = chunks.windows(2);
    pairs
        .map(|pair| (pair[0].shape, pair[1].shape))
        .all(|pair| match pair {
            (Shape::Html, _) | (_, Shape::Footnote) | (Shape::Footnote, _) => false,
            (Shape::Quote, Shape::Quote) => false,
            (Shape::Closed | Shape::Rule, _) => true,
            // What could be one more line of what stands before is one.
            (_, Shape::Paragraph | Shape::Table | Shape::Html) => false,
            (Shape::Paragraph | Shape::Table, Shape::Numbers { from_one, .. }) => from_one,
            _ => true,
        })
}
