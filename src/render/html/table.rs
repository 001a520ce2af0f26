//! Tables as HTML: rows that can be linked to, names that stay whole, codes that lead to where they are defined.

use serde::Serialize;

use super::definition::Citing;
use super::writer::Writer;
use super::{code, escape};
use crate::model::{
    Cell, Column, ColumnRole, Inline, InlineKind, Row, Table, is_code, is_identifier, normal_key,
};
use crate::render::{RenderError, link};

/// A table with more columns than this gets a box of its own to move sideways in.
const WIDE: usize = 6;

/// A table with more rows than this can be filtered, if they have names.
const LONG: usize = 8;

/// More citing rows than this are folded away.
const MANY: usize = 5;

/// What stands in a word of a script for what only that knows.
const GAP: &str = "{}";

/// What the template of a table is given. Everything but labels and words is HTML.
#[derive(Serialize)]
struct TableView {
    label: String,
    wide: bool,
    header: Vec<HeaderView>,
    rows: Vec<RowView>,
    /// The words of the button that copies a key, where there are any.
    copy: Option<String>,
    filter: Option<FilterView>,
    /// The language of words, where they are borrowed from another.
    words_lang: Option<&'static str>,
}

/// The words of the box that filters the rows of a long table.
#[derive(Serialize)]
struct FilterView {
    label: String,
    found: String,
}

#[derive(Serialize)]
struct HeaderView {
    html: String,
    /// What the column is called where its header is empty.
    unnamed: Option<String>,
    class: &'static str,
}

#[derive(Serialize)]
struct RowView {
    id: Option<String>,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct CellView {
    html: String,
    /// Whether the cell names its row.
    heads: bool,
    label: String,
    class: &'static str,
    /// The rows that cite the key of this one.
    cited: Option<CitedView>,
}

#[derive(Serialize)]
struct CitedView {
    label: String,
    folded: bool,
    rows: Vec<Citing>,
}

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table, index: usize) -> Result<(), RenderError> {
        let number = (index + 1).to_string();
        let view = TableView {
            label: self.words.say_with("table", &[("number", &number)]),
            wide: table.columns.len() > WIDE,
            header: self.header(table),
            rows: table.rows.iter().map(|row| self.row(table, row)).collect(),
            copy: table
                .key_column()
                .map(|_| self.words.say_with("copy-key", &[("key", GAP)])),
            filter: self.filter(table),
            words_lang: self.words.borrowed(),
        };
        let html = self.edition.fill("table.html", &view)?;
        self.html.push_str(&html);
        Ok(())
    }

    /// Tables without keys stay plain.
    fn filter(&self, table: &Table) -> Option<FilterView> {
        let total = table.rows.len();
        let is_long = table.key_column().is_some() && total > LONG;
        is_long.then(|| FilterView {
            label: self.words.say("filter"),
            found: self
                .words
                .say_with("filtered", &[("shown", GAP), ("total", &total.to_string())]),
        })
    }

    fn header(&mut self, table: &'a Table) -> Vec<HeaderView> {
        self.knows_codes = false;
        let cells = table.header.cells.iter().zip(&table.columns).zip(1..);
        let cells = cells
            .map(|((cell, column), number): (_, usize)| HeaderView {
                html: self.content(&cell.content),
                unnamed: cell.text.is_empty().then(|| {
                    let number = number.to_string();
                    self.words.say_with("column", &[("number", &number)])
                }),
                class: class(column),
            })
            .collect();
        self.knows_codes = true;
        cells
    }

    fn row(&mut self, table: &'a Table, row: &'a Row) -> RowView {
        let id = row
            .anchor
            .as_deref()
            .and_then(|anchor| self.identifiers.promised(anchor));
        let key = table.key_column();
        self.key = table.key(row).map(normal_key);
        let mut cited = self.cited(table, row);
        let cites = table.message_cell(row).or(row.cells.len().checked_sub(1));
        let cells = row.cells.iter().zip(&table.columns).enumerate();
        let cells = cells
            .map(|(index, (cell, column))| {
                let heads = key == Some(index) && !cell.text.is_empty();
                CellView {
                    html: match (&id, heads) {
                        (Some(id), true) => self.key(cell, id),
                        _ => self.cell(cell, column),
                    },
                    heads,
                    label: column.label.clone(),
                    class: class(column),
                    cited: cited.take_if(|_| cites == Some(index) && !heads),
                }
            })
            .collect();
        self.key = None;
        RowView { id, cells }
    }

    /// Says which rows cite the key of this one.
    fn cited(&self, table: &Table, row: &Row) -> Option<CitedView> {
        let rows = self.citing(table, row);
        let folded = rows.len() > MANY;
        let count = rows.len().to_string();
        (!rows.is_empty()).then(|| CitedView {
            label: match folded {
                true => self.words.say_with("cited-by-rows", &[("count", &count)]),
                false => self.words.say("cited-by"),
            },
            folded,
            rows,
        })
    }

    /// Writes the cell that names its row, as a link to the row.
    fn key(&mut self, cell: &'a Cell, id: &str) -> String {
        let name = self.words.say_with("link-to-row", &[("key", &cell.text)]);
        if !cell.content.iter().all(is_simple) {
            let html = self.content(&cell.content);
            let outer = std::mem::replace(&mut self.html, html);
            self.self_link(id, &name);
            return std::mem::replace(&mut self.html, outer);
        }
        let inner = if is_one_word(&cell.text) {
            code::code(&cell.text)
        } else {
            self.in_link = true;
            let html = self.content(&cell.content);
            self.in_link = false;
            html
        };
        format!(
            "<a class=\"row\" href=\"#{}\" title=\"{}\">{inner}</a>",
            link::encoded(id),
            escape::escaped(&name)
        )
    }

    fn cell(&mut self, cell: &'a Cell, column: &'a Column) -> String {
        let bare = matches!(
            &cell.content[..],
            [Inline {
                kind: InlineKind::Text(_),
                ..
            }]
        );
        match column.role {
            ColumnRole::Key | ColumnRole::Identifier if bare && is_name(&cell.text) => {
                code::code(&cell.text)
            }
            ColumnRole::Codes => {
                self.codes = column.defined_by.clone();
                self.marks_codes = true;
                let html = self.content(&cell.content);
                self.marks_codes = false;
                self.codes = None;
                html
            }
            _ => self.content(&cell.content),
        }
    }

    fn content(&mut self, content: &'a [Inline]) -> String {
        let outer = std::mem::take(&mut self.html);
        self.flowing(content);
        let inner = std::mem::replace(&mut self.html, outer);
        inner.trim().to_owned()
    }
}

/// Text and spans of code, which can stand in a link.
fn is_simple(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(_) | InlineKind::Code(_) => true,
        InlineKind::Emphasis(content) | InlineKind::Strong(content) => {
            content.iter().all(is_simple)
        }
        _ => false,
    }
}

/// In a column of names `Success` is a word that every language translates, and `CertificateRenewal_Success` is not.
fn is_name(text: &str) -> bool {
    is_code(text) || is_identifier(text)
}

fn is_one_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn class(column: &Column) -> &'static str {
    use crate::model::Alignment;
    match (column.role, column.alignment) {
        (_, Alignment::Center) => "center",
        (_, Alignment::Right) => "right",
        (ColumnRole::Key, _) => "key",
        (ColumnRole::Identifier, _) => "identifier",
        (ColumnRole::Codes, _) => "codes",
        (ColumnRole::Prose, _) => "prose",
    }
}
