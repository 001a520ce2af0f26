//! Tables as data: rows that a key names, in columns that have a role.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Alignment, Inline};
use crate::diagnostic::Span;

/// A table of an article.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table {
    pub span: Span,
    /// Index into [`Article::sections`](super::Article::sections): where it stands.
    pub section: usize,
    pub header: Row,
    pub rows: Vec<Row>,
    /// As many as the header has cells. Roles are known once the site is grouped.
    pub columns: Vec<Column>,
    /// The name that `tables:` in `glotta.yml` gives to it.
    pub name: Option<String>,
    /// What it is among the tables of the site, once that is grouped.
    pub place: Option<TableRef>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Column {
    /// The header's words.
    pub label: String,
    /// The name that `glotta.yml` gives to the column.
    pub name: Option<String>,
    pub alignment: Alignment,
    pub role: ColumnRole,
    /// Whether `glotta.yml` says so, rather than inference.
    pub declared: bool,
    /// For codes: the table whose key defines them.
    pub defined_by: Option<TableRef>,
}

/// A table of the site, whatever the language.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct TableRef {
    /// Index into [`Site::translations`](super::Site::translations).
    pub translations: usize,
    /// Index into [`Translations::tables`](super::Translations::tables).
    pub slot: usize,
}

/// The codes that columns anywhere on the site cite from a table, by normal form.
pub type Citations = BTreeMap<String, Citation>;

/// A code that columns cite from another table.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The code as it is written first.
    pub text: String,
    /// The cells that cite it in any language.
    pub cells: BTreeSet<CellRef>,
}

/// A cell of the site, whatever the language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    pub table: TableRef,
    /// Index into [`TableSlot::rows`](super::TableSlot::rows).
    pub row: usize,
    pub column: usize,
}

/// What a column holds, and so what must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnRole {
    /// Codes or ids, one a row, unique: must agree exactly.
    Key,
    /// Names that a machine knows: must agree exactly.
    Identifier,
    /// Lists of codes: must agree as sets.
    Codes,
    /// Words for people.
    Prose,
}

impl ColumnRole {
    pub const NAMES: [&'static str; 4] = ["key", "identifier", "codes", "prose"];

    pub fn from_name(name: &str) -> Option<ColumnRole> {
        match name {
            "key" => Some(ColumnRole::Key),
            "identifier" => Some(ColumnRole::Identifier),
            "codes" => Some(ColumnRole::Codes),
            "prose" => Some(ColumnRole::Prose),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    pub span: Span,
    /// As many as the header has, empty ones where the row is short.
    pub cells: Vec<Cell>,
    /// How many cells were written, before GFM padded or cut the row.
    pub written: usize,
    /// The row's permalink, where the table has a key: unique in the article and the same in all languages.
    pub anchor: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Cell {
    /// The words without padding; empty at the row's end where the cell was not written.
    pub span: Span,
    pub content: Vec<Inline>,
    /// The words alone, trimmed.
    pub text: String,
}

impl Citation {
    /// A code that no cell cites yet.
    pub(super) fn of(text: &str) -> Citation {
        Citation {
            text: text.to_owned(),
            cells: BTreeSet::new(),
        }
    }
}

impl Table {
    /// The column that names the rows.
    pub fn key_column(&self) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.role == ColumnRole::Key)
    }

    /// The key of a row.
    pub fn key<'a>(&self, row: &'a Row) -> Option<&'a str> {
        Some(row.cells.get(self.key_column()?)?.text.as_str())
    }

    /// What a row says about its key: its first words for people, else the name that a machine knows.
    pub fn message<'a>(&self, row: &'a Row) -> Option<&'a str> {
        Some(row.cells[self.message_cell(row)?].text.as_str())
    }

    /// The cell that says it.
    pub fn message_cell(&self, row: &Row) -> Option<usize> {
        let first = |role| {
            let mut cells = row.cells.iter().zip(&self.columns);
            cells.position(|(cell, column)| column.role == role && !cell.text.is_empty())
        };
        first(ColumnRole::Prose).or_else(|| first(ColumnRole::Identifier))
    }
}
