//! What the rules about whole rows have in common: which rows a language has and should have.

use crate::check::Comparison;
use crate::check::comparison::Difference;
use crate::diagnostic::Span;
use crate::model::{ColumnRole, Row, Slot, Table, TableSlot, normal_key};

/// A row that some languages have and others have not.
pub struct Presence<'a> {
    pub slot: &'a TableSlot,
    pub row: &'a Slot,
    /// Index of the row in the slot.
    pub at: usize,
    /// `expected` says whether the row should be there.
    pub difference: Difference<bool>,
}

/// Returns every row of a table on whose presence languages differ. Tables of another shape are left out: that is a fault
/// of its own.
pub fn presences<'a>(comparison: &Comparison<'a>, slot: &'a TableSlot) -> Vec<Presence<'a>> {
    let present = |row: &'a Slot| {
        comparison.differences(|article| {
            comparison
                .table(slot, article)
                .map(|_| row.members[article].is_some())
        })
    };
    let rows = slot.rows.iter().enumerate();
    rows.flat_map(|(at, row)| {
        present(row).into_iter().map(move |difference| Presence {
            slot,
            row,
            at,
            difference,
        })
    })
    .collect()
}

/// Whether the same table has the row a second time: the same key, or the same cells where there is no key.
pub fn is_repeated(table: &Table, slot: &TableSlot, at: usize) -> bool {
    let row = &table.rows[at];
    match slot.key_column() {
        Some(column) => {
            let key = |row: &Row| row.cells.get(column).map(|cell| normal_key(&cell.text));
            table.rows[..at].iter().any(|other| key(other) == key(row))
        }
        None => {
            let text = |row: &Row| {
                row.cells
                    .iter()
                    .map(|cell| cell.text.clone())
                    .collect::<Vec<_>>()
            };
            table
                .rows
                .iter()
                .enumerate()
                .any(|(other, candidate)| other != at && text(candidate) == text(row))
        }
    }
}

/// Where a row that an article lacks would stand: behind the nearest row before it, else at the header.
pub fn gap(comparison: &Comparison, slot: &TableSlot, at: usize, article: usize) -> Option<Span> {
    let table = comparison.table(slot, article)?;
    let before = slot.rows[..at]
        .iter()
        .rev()
        .find_map(|row| row.members[article]);
    Some(before.map_or(table.header.span, |row| table.rows[row].span))
}

/// The place to show for a row: the key's cell, else the row.
pub fn place(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    article: usize,
) -> Option<Span> {
    let row = comparison.row(slot, row, article)?;
    let key = slot.roles.iter().position(|role| *role == ColumnRole::Key);
    Some(
        key.and_then(|column| row.cells.get(column))
            .map_or(row.span, |cell| cell.span),
    )
}
