//! Tables as lists of tagged paragraphs, and small ones as tables.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::Kind;
use super::fill;
use super::inline::{Text, is_unspaced};
use super::writer::{Writer, one_line};
use crate::model::{Cell, Column, ColumnRole, Row, Table};
use crate::render::RenderError;

/// A cell of more columns holds prose, which a terminal shows best as a paragraph.
const PROSE: usize = 24;

/// The widest table, with three columns between two cells: with its indent it fits a terminal of sixty.
const GRID: usize = 50;

/// A longer tag would leave the line.
const LONGEST_TAG: usize = 48;

/// What the template of a table is given; everything is roff.
#[derive(Serialize)]
struct TableView {
    rows: Vec<RowView>,
    grid: Option<GridView>,
}

#[derive(Serialize)]
struct RowView {
    head: String,
    /// Whether the head is too long for a tag.
    long: bool,
    /// Whether the row stands directly under a heading.
    first: bool,
    body: String,
}

#[derive(Serialize)]
struct GridView {
    format: String,
    /// Each cell as the lines of a text block.
    rows: Vec<Vec<String>>,
}

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table) -> Result<(), RenderError> {
        let grid = self.grid(table);
        self.has_grid |= grid.is_some();
        let mut rows: Vec<RowView> = match &grid {
            Some(_) => Vec::new(),
            None => table.rows.iter().map(|row| self.row(table, row)).collect(),
        };
        if let Some(row) = rows.first_mut() {
            row.first = self.fresh;
        }
        if grid.is_some() && !self.fresh {
            self.request(".PP");
        }
        let roff = self.edition.fill("table.7", &TableView { rows, grid })?;
        self.roff.push_str(&roff);
        self.fresh = false;
        Ok(())
    }

    /// A row as a tagged paragraph: what names it, then what it says.
    fn row(&self, table: &Table, row: &Row) -> RowView {
        let named = self.names(table, row);
        let mut head = Text::default();
        let mut width = 0;
        for (place, (index, kind)) in named.iter().enumerate() {
            let cell = &row.cells[*index];
            width += cell.text.width() + 3;
            if place > 0 {
                head.push_roff(" \\(en ");
                head.push(&cell.text, *kind);
            } else {
                head.in_font('B', |head| head.push(&cell.text, *kind));
            }
        }
        let long = width > LONGEST_TAG;
        let body = self.body(table, row, &named);
        RowView {
            head: match () {
                () if named.is_empty() => "\\(bu\n".to_owned(),
                () if long => fill::fill(&head.pieces),
                () => one_line(&head.pieces) + "\n",
            },
            long,
            first: false,
            body: if body.is_empty() {
                "\\&\n".to_owned()
            } else {
                body
            },
        }
    }

    /// The cells that name a row: its key and its identifiers, else the first that is not empty.
    fn names(&self, table: &Table, row: &Row) -> Vec<(usize, Kind)> {
        let full = |index: &usize| {
            row.cells
                .get(*index)
                .is_some_and(|cell| !cell.text.is_empty())
        };
        let Some(key) = table.key_column().filter(full) else {
            let first = (0..row.cells.len()).find(|index| full(index));
            return first
                .map(|first| (first, Kind::Prose))
                .into_iter()
                .collect();
        };
        let is_identifier = |index: &usize| table.columns[*index].role == ColumnRole::Identifier;
        let identifiers = (0..table.columns.len()).filter(is_identifier).filter(full);
        let identifiers = identifiers.map(|index| (index, Kind::Token));
        [(key, Kind::Token)]
            .into_iter()
            .chain(identifiers)
            .collect()
    }

    /// The cells that do not name the row, each on a line of its own and under its column's label.
    fn body(&self, table: &Table, row: &Row, named: &[(usize, Kind)]) -> String {
        let rest: Vec<(&Cell, &Column)> = row
            .cells
            .iter()
            .zip(&table.columns)
            .enumerate()
            .filter(|(index, (cell, _))| {
                !cell.text.is_empty() && named.iter().all(|(named, _)| named != index)
            })
            .map(|(_, pair)| pair)
            .collect();
        let is_prose = |column: &Column| column.role == ColumnRole::Prose;
        let prose = table
            .columns
            .iter()
            .filter(|column| is_prose(column))
            .count();
        // The only column of prose needs no label, as long as the row has a key to explain.
        let bare = prose == 1 && table.key_column().is_some();
        let lines: Vec<String> = rest
            .into_iter()
            .map(|(cell, column)| self.line(cell, column, bare && is_prose(column)))
            .filter(|line| !line.is_empty())
            .collect();
        lines.join(".br\n")
    }

    fn line(&self, cell: &Cell, column: &Column, bare: bool) -> String {
        let mut text = Text::default();
        if !bare && !column.label.is_empty() {
            let label = self.words.say_with("label", &[("label", &column.label)]);
            text.push(&label, Kind::Prose);
            if !label.ends_with(is_unspaced) {
                text.blank();
            }
        }
        match column.role {
            ColumnRole::Prose => text.pieces.extend(self.text(&cell.content).pieces),
            _ => text.push(&cell.text, Kind::Token),
        }
        fill::fill(&text.pieces)
    }

    /// The table as a table, where each cell is a few words and all of them fit.
    fn grid(&self, table: &Table) -> Option<GridView> {
        let width = |column: usize| {
            let rows = std::iter::once(&table.header).chain(&table.rows);
            let cells = rows.filter_map(|row| row.cells.get(column));
            cells.map(|cell| cell.text.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
        let fits = widths.iter().map(|width| width + 3).sum::<usize>() <= GRID;
        let short = widths.iter().all(|width| *width <= PROSE);
        if !fits || !short || table.rows.is_empty() {
            return None;
        }
        let column = |width: &usize| format!("lw({}n)", (*width).max(1));
        let format: Vec<String> = widths.iter().map(column).collect();
        let rows = std::iter::once((&table.header, true))
            .chain(table.rows.iter().map(|row| (row, false)))
            .map(|(row, bold)| {
                let cells = row.cells.iter().zip(&table.columns);
                cells
                    .map(|(cell, column)| self.grid_cell(cell, column, bold))
                    .collect()
            })
            .collect();
        Some(GridView {
            format: format.join(" "),
            rows,
        })
    }

    fn grid_cell(&self, cell: &Cell, column: &Column, bold: bool) -> String {
        let mut text = Text::default();
        match (bold, column.role) {
            (true, _) => text.in_font('B', |text| text.push(&cell.text, Kind::Prose)),
            (false, ColumnRole::Prose) => text = self.plain(&cell.content),
            (false, _) => text.push(&cell.text, Kind::Token),
        }
        if text.is_empty() {
            return String::new();
        }
        let line = one_line(&text.pieces);
        // To tbl(1) these lines are rulers, repetitions or the end of the block.
        let guarded =
            line.starts_with("T}") || matches!(line.as_str(), "_" | "=") || line.starts_with("\\^");
        if guarded { format!("\\&{line}") } else { line }
    }
}
