//! What the rules about whole rows have in common: which rows a language has and should have.

use std::collections::HashMap;

use crate::check::Comparison;
use crate::check::departure::Difference;
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
    let silent: Vec<usize> = comparison
        .cuts()
        .keys()
        .copied()
        .filter(|article| comparison.breaks_off_at_table(*article, slot))
        .collect();
    let present = |row: &'a Slot| {
        comparison.differences(|article| {
            let present = row.members[article].is_some();
            comparison.table(slot, article)?;
            (present || !silent.contains(&article)).then_some(present)
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

/// Which rows of a table repeat others: the same key, or the same cells where there is no key.
pub struct Repetitions {
    /// For each article and row the row that it repeats.
    twins: Vec<Vec<Option<usize>>>,
}

impl Repetitions {
    pub fn of(comparison: &Comparison, slot: &TableSlot) -> Repetitions {
        let articles = 0..comparison.translations.articles.len();
        let twins = articles.map(|article| match comparison.table(slot, article) {
            Some(table) if comparison.members().contains(&article) => twins(table, slot),
            _ => Vec::new(),
        });
        Repetitions {
            twins: twins.collect(),
        }
    }

    /// The row of the same table that an article's row repeats.
    pub fn twin(&self, row: &Slot, article: usize) -> Option<usize> {
        *self.twins[article].get(row.members[article]?)?
    }
}

/// A key is repeated by the rows behind the first that has it. Of rows without a key nobody can say which came second.
fn twins(table: &Table, slot: &TableSlot) -> Vec<Option<usize>> {
    let key = slot.key_column();
    let name = |row: &Row| match key {
        Some(column) => {
            let key = row.cells.get(column).map(|cell| normal_key(&cell.text));
            vec![key.unwrap_or_default()]
        }
        None => row.cells.iter().map(|cell| cell.text.clone()).collect(),
    };
    let mut first: HashMap<Vec<String>, usize> = HashMap::new();
    let mut twins: Vec<Option<usize>> = vec![None; table.rows.len()];
    for (at, row) in table.rows.iter().enumerate() {
        let earlier = *first.entry(name(row)).or_insert(at);
        if earlier != at {
            twins[at] = Some(earlier);
            if key.is_none() {
                twins[earlier] = Some(at);
            }
        }
    }
    twins
}

/// Where rows that an article lacks would stand: behind the nearest row before them, else at the header.
pub struct Gaps<'a> {
    slot: &'a TableSlot,
    /// For each article and row of the slot the nearest row before it.
    before: Vec<Vec<Option<usize>>>,
}

impl<'a> Gaps<'a> {
    pub fn of(slot: &'a TableSlot) -> Gaps<'a> {
        let before = |article: usize| {
            let mut last = None;
            let rows = slot.rows.iter();
            rows.map(|row| {
                let before = last;
                last = row.members[article].or(last);
                before
            })
            .collect()
        };
        Gaps {
            slot,
            before: (0..slot.tables.members.len()).map(before).collect(),
        }
    }

    /// The place of the slot's row `at` in an article.
    pub fn gap(&self, comparison: &Comparison, at: usize, article: usize) -> Option<Span> {
        let table = comparison.table(self.slot, article)?;
        Some(self.before[article][at].map_or(table.header.span, |row| table.rows[row].span))
    }
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
