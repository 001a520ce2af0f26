//! Tables as Markdown: one line a row, with one blank beside each bar, so that a cell that changes changes no other line.

use super::block::{Chunk, Shape};
use super::line::{self, Place};
use super::page::Reader;
use crate::model::{Alignment, Row, Table};

impl<'a> Reader<'a> {
    pub(super) fn table(&self, table: &'a Table) -> Chunk {
        let frame = table.columns.iter().map(|column| frame(column.alignment));
        let frame: Vec<&str> = frame.collect();
        let mut lines = vec![
            self.row(&table.header),
            format!("| {} |", frame.join(" | ")),
        ];
        lines.extend(table.rows.iter().map(|row| self.row(row)));
        Chunk::new(Shape::Table, lines.join("\n"))
    }

    fn row(&self, row: &'a Row) -> String {
        let mut line = "|".to_owned();
        for cell in &row.cells {
            let text = line::written(&self.pieces(&cell.content), Place::Cell);
            if !text.is_empty() {
                line.push(' ');
                line.push_str(&text);
            }
            line.push_str(" |");
        }
        line
    }
}

fn frame(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::None => "---",
        Alignment::Left => ":--",
        Alignment::Center => ":-:",
        Alignment::Right => "--:",
    }
}
