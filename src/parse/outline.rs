//! Shows a document's blocks on one line, for tests.

use super::markdown::Document;
use crate::model::{Block, BlockKind, Inline, Row};

pub fn outline(document: &Document) -> String {
    blocks(document, &document.blocks)
}

fn blocks(document: &Document, blocks: &[Block]) -> String {
    blocks
        .iter()
        .map(|it| block(document, it))
        .collect::<Vec<_>>()
        .join(" ")
}

fn block(document: &Document, block: &Block) -> String {
    let inner = |inside: &[Block]| blocks(document, inside);
    match &block.kind {
        BlockKind::Paragraph(words) => format!("p({})", text(words)),
        BlockKind::Heading(index) => {
            let heading = &document.headings[*index];
            let id = heading
                .explicit
                .as_ref()
                .map_or(String::new(), |(id, _)| format!("#{id}"));
            format!("h{}{id}({})", heading.level, heading.text)
        }
        BlockKind::List {
            start,
            tight,
            items,
        } => {
            let loose = if *tight { "" } else { "loose " };
            let number = start.map_or(String::new(), |start| format!(" {start}"));
            let item = |item: &crate::model::ListItem| {
                let task = item
                    .task
                    .map_or("", |ticked| if ticked { "[x]" } else { "[ ]" });
                format!("item{task}({})", inner(&item.blocks))
            };
            format!(
                "{loose}list{number}({})",
                items.iter().map(item).collect::<Vec<_>>().join(" ")
            )
        }
        BlockKind::Quote(inside) => format!("quote({})", inner(inside)),
        BlockKind::Alert { kind, blocks, .. } => {
            format!("alert {}({})", kind.name(), inner(blocks))
        }
        BlockKind::Div {
            classes, blocks, ..
        } => format!("div {}({})", classes.join("."), inner(blocks)),
        BlockKind::Video(link) => format!("video({})", document.links[*link].destination),
        BlockKind::Mark(mark) => mark_outline(mark),
        BlockKind::Definitions(definitions) => {
            let part = |it: &crate::model::Definition| {
                let name = if it.is_term { "term" } else { "meaning" };
                format!("{name}({})", inner(&it.blocks))
            };
            format!(
                "dl({})",
                definitions.iter().map(part).collect::<Vec<_>>().join(" ")
            )
        }
        BlockKind::Code { language, text } => format!("code {language}({})", text.trim_end()),
        BlockKind::Table(index) => {
            let table = &document.tables[*index];
            let rows = std::iter::once(&table.header).chain(&table.rows);
            format!(
                "table{}",
                rows.map(|it| row(it, table.columns.len()))
                    .collect::<String>()
            )
        }
        BlockKind::Html(html) => format!("html({})", html.trim()),
        BlockKind::Rule => "rule".into(),
        BlockKind::Include(index) => include(&document.links[*index]),
        BlockKind::Footnote { label, blocks } => format!("note {label}({})", inner(blocks)),
    }
}

fn include(link: &crate::model::Link) -> String {
    let inclusion = link
        .inclusion
        .as_ref()
        .expect("an include is a link of its own kind");
    match &inclusion.code {
        Some(language) => format!("show {language}({})", link.destination),
        None => format!("include({})", link.destination),
    }
}

/// A mark and what it says.
fn mark_outline(mark: &crate::model::Mark) -> String {
    let first = matches!(mark, crate::model::Mark::TabStart { first: true, .. });
    let first = if first { "first " } else { "" };
    let facts = mark.facts().join("/");
    let words = Inline::text(mark.words());
    format!("{first}{:?}[{facts}{words}]", mark.kind())
}

/// The cells, and how many were written where the table has another number of columns.
fn row(row: &Row, columns: usize) -> String {
    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
    let written = if row.written == columns {
        String::new()
    } else {
        format!("/{}", row.written)
    };
    format!("({}){written}", cells.join(","))
}

fn text(words: &[Inline]) -> String {
    let mut text = String::new();
    for inline in words {
        match &inline.kind {
            crate::model::InlineKind::FootnoteReference(label) => {
                text.push_str(&format!("^{label}"))
            }
            crate::model::InlineKind::Include(_, words) => text.push_str(&format!("+{words}+")),
            _ => text.push_str(&Inline::text(std::slice::from_ref(inline))),
        }
    }
    text
}
