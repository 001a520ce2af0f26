//! Finds rows of a catalogue by their keys and names.

use super::{Catalogue, CatalogueRow, CatalogueTable, ColumnRole, Likeness, Query};

/// A row of a catalogue whose key or names are like what was looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<'a> {
    /// The id of the table.
    pub id: &'a str,
    pub table: &'a CatalogueTable,
    pub key: &'a str,
    pub row: &'a CatalogueRow,
    pub likeness: Likeness,
}

impl Catalogue {
    /// Returns the rows that are most like what is looked up, by key or by name, in the order of the catalogue: all that are equally
    /// like it.
    pub fn find(&self, asked: &str) -> Vec<Found<'_>> {
        let query = Query::of(asked);
        let tables = self.tables.iter();
        best(tables.flat_map(|(id, table)| table.fitting(id, &query)))
    }

    /// Every key and name, in the order of the catalogue; one that is there in several rows, several times.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let tables = self.tables.values();
        tables.flat_map(|table| {
            let rows = table.rows.iter();
            rows.flat_map(|(key, row)| table.names(key, row))
        })
    }
}

impl CatalogueTable {
    /// As [`Catalogue::find`] in one table, whose id is `id`.
    pub fn find<'a>(&'a self, id: &'a str, asked: &str) -> Vec<Found<'a>> {
        best(self.fitting(id, &Query::of(asked)))
    }

    /// The key of a row, and the names that machines know it by.
    pub fn names<'a>(&'a self, key: &'a str, row: &'a CatalogueRow) -> Vec<&'a str> {
        let mut names = vec![key];
        let columns = self.columns.iter();
        for column in columns.filter(|it| it.role == ColumnRole::Identifier) {
            let cells = row.texts.values();
            let cells = cells.filter_map(|text| Some(text.cells.get(&column.name)?.text.as_str()));
            for name in cells.filter(|name| !name.is_empty()) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    fn fitting<'a, 'q>(
        &'a self,
        id: &'a str,
        query: &'q Query,
    ) -> impl Iterator<Item = Found<'a>> + use<'a, 'q> {
        self.rows.iter().filter_map(move |(key, row)| {
            let names = self.names(key, row).into_iter();
            let likeness = names.filter_map(|name| query.likeness(name)).min()?;
            Some(Found {
                id,
                table: self,
                key,
                row,
                likeness,
            })
        })
    }
}

/// Those that are most like what is looked up.
fn best<'a>(found: impl Iterator<Item = Found<'a>>) -> Vec<Found<'a>> {
    let mut best: Vec<Found> = Vec::new();
    for found in found {
        let before = best.first().map(|first| first.likeness);
        if before.is_some_and(|before| found.likeness < before) {
            best.clear();
        }
        if before.is_none_or(|before| found.likeness <= before) {
            best.push(found);
        }
    }
    best
}
