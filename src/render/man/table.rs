//! Tables as lists of tagged paragraphs, and small ones as tables.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::Kind;
use super::fill;
use super::inline::{Text, is_unspaced};
use super::writer::{COLUMNS, TAG, Writer, one_line};
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
    /// What the columns are called that have no label in the rows.
    legend: Option<RowView>,
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

/// Which columns name the rows of a table, and so need no label in each of them.
struct Names {
    /// The column that names a row, and perhaps one behind it that names it in words of machines.
    heads: Vec<(usize, Kind)>,
    /// The only column of prose: what a row with a key says.
    prose: Option<usize>,
}

impl Names {
    fn of(table: &Table) -> Names {
        let Some(key) = table.key_column().filter(|key| !is_led(table, *key)) else {
            return Names {
                heads: table
                    .columns
                    .first()
                    .map(|_| (0, Kind::Prose))
                    .into_iter()
                    .collect(),
                prose: None,
            };
        };
        let columns = || table.columns.iter().enumerate();
        let identifier = columns().find(|(_, it)| it.role == ColumnRole::Identifier);
        let identifier = identifier.map(|(index, _)| index).filter(|it| *it != key);
        let mut prose = columns().filter(|(_, column)| column.role == ColumnRole::Prose);
        let only = prose.next().filter(|_| prose.next().is_none());
        let heads = [key].into_iter().chain(identifier);
        Names {
            heads: heads.map(|index| (index, Kind::Token)).collect(),
            prose: only.map(|(index, _)| index),
        }
    }

    /// The cells that name a row; where those are empty its first that is not.
    fn of_row(&self, row: &Row) -> Vec<(usize, Kind)> {
        let is_full = |index: usize| row.cells.get(index).is_some_and(|it| !it.text.is_empty());
        let heads = self.heads.iter().copied();
        let heads: Vec<_> = heads.filter(|(index, _)| is_full(*index)).collect();
        if !heads.is_empty() {
            return heads;
        }
        let first = (0..row.cells.len()).find(|index| is_full(*index));
        first
            .map(|first| (first, Kind::Prose))
            .into_iter()
            .collect()
    }
}

/// Whether short words stand before the key in every row: then they name the rows, and the key is one of the things they have.
fn is_led(table: &Table, key: usize) -> bool {
    let is_prose = |index: usize| table.columns[index].role == ColumnRole::Prose;
    let is_name = |row: &Row| {
        let first = row.cells.first().map(|cell| cell.text.width());
        first.is_some_and(|width| (1..=PROSE).contains(&width))
    };
    key > 0 && is_prose(0) && table.rows.iter().all(is_name)
}

/// The titles of columns that no row shows, in the places of their cells.
fn legend(table: &Table, names: &Names) -> Option<RowView> {
    let is_shown = |index: usize| {
        let is_full = |row: &Row| row.cells.get(index).is_some_and(|it| !it.text.is_empty());
        let is_bare = names.prose == Some(index) || names.heads.iter().any(|it| it.0 == index);
        !is_bare && table.rows.iter().any(is_full)
    };
    let missing = (0..table.columns.len()).filter(|index| !is_shown(*index));
    let labels = missing.map(|index| (index, table.columns[index].label.trim()));
    let labels = labels.filter(|(_, label)| !label.is_empty());
    let is_prose = |label: &(usize, &str)| names.prose == Some(label.0);
    let (prose, heads): (Vec<_>, Vec<_>) = labels.partition(is_prose);
    let italic = |labels: &[(usize, &str)]| {
        let mut text = Text::default();
        for (place, (_, label)) in labels.iter().enumerate() {
            if place > 0 {
                text.push_roff(" \\(en ");
            }
            text.in_font('I', |text| text.push(label, Kind::Prose));
        }
        fill::fill(&text.pieces, COLUMNS - TAG)
    };
    let (head, body) = match heads.is_empty() {
        true => (italic(&prose), String::new()),
        false => (italic(&heads), italic(&prose)),
    };
    (!head.is_empty()).then_some(RowView {
        head,
        long: true,
        first: false,
        body,
    })
}

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table) -> Result<(), RenderError> {
        let grid = self.grid(table);
        self.has_grid |= grid.is_some();
        let names = Names::of(table);
        let mut rows: Vec<RowView> = match &grid {
            Some(_) => Vec::new(),
            None => {
                let rows = table.rows.iter();
                self.further(TAG, |writer| {
                    rows.map(|row| writer.row(table, &names, row)).collect()
                })
            }
        };
        let mut legend = match &grid {
            Some(_) => None,
            None => legend(table, &names),
        };
        if let Some(first) = legend.as_mut().or(rows.first_mut()) {
            first.first = self.fresh;
        }
        if grid.is_some() && !self.fresh {
            self.request(".PP");
        }
        let view = TableView { legend, rows, grid };
        let roff = self.edition.fill("table.7", &view)?;
        self.roff.push_str(&roff);
        self.fresh = false;
        Ok(())
    }

    /// A row as a tagged paragraph: what names it, then what it says.
    fn row(&self, table: &Table, names: &Names, row: &Row) -> RowView {
        let named = names.of_row(row);
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
        let body = self.body(table, names, row, &named);
        RowView {
            head: match () {
                () if named.is_empty() => "\\(bu\n".to_owned(),
                () if long => self.filled(&head.pieces),
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

    /// The cells that do not name the row, each on a line of its own and under its column's label.
    fn body(&self, table: &Table, names: &Names, row: &Row, named: &[(usize, Kind)]) -> String {
        let cells = row.cells.iter().zip(&table.columns).enumerate();
        let rest = cells.filter(|(index, (cell, _))| {
            !cell.text.is_empty() && named.iter().all(|(named, _)| named != index)
        });
        let lines: Vec<String> = rest
            .map(|(index, (cell, column))| self.line(cell, column, names.prose == Some(index)))
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
        self.filled(&text.pieces)
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
