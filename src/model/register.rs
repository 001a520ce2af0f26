//! What the tables of a site, their columns and their rows are called by other programs.

use std::collections::HashMap;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::{
    Site, Slot, Slugger, Table, TableRef, TableSlot, Translations, normal_key, single_blanks, slug,
    visible,
};

/// The names of every table of a site, whether it has keys or not: what cites a key may stand in any.
#[derive(Debug)]
pub struct Register {
    tables: HashMap<TableRef, Names>,
    /// In the order of the site.
    order: Vec<TableRef>,
}

/// What a table, its columns and its rows are called.
#[derive(Debug)]
pub struct Names {
    pub id: String,
    /// As many as the table usually has.
    pub columns: Vec<String>,
    /// The column of the keys among them.
    pub key_column: Option<usize>,
    /// Every key that any language has, as it is written: by normal form, in the order of the table.
    pub keys: IndexMap<String, String>,
    /// For each of the rows that correspond the key that it has, as it is written.
    rows: Vec<Option<String>>,
}

impl Register {
    pub fn of(site: &Site) -> Register {
        let tables = site.translations.iter().enumerate();
        let order: Vec<TableRef> = tables
            .flat_map(|(translations, it)| {
                (0..it.tables.len()).map(move |slot| TableRef { translations, slot })
            })
            .collect();
        let ids = ids(site, &order);
        let names: Vec<Names> = order
            .par_iter()
            .zip(ids)
            .map(|(table, id)| Names::of(site, table, id))
            .collect();
        Register {
            tables: order.iter().cloned().zip(names).collect(),
            order,
        }
    }

    /// The names of a table of the site.
    pub fn names(&self, table: &TableRef) -> &Names {
        &self.tables[table]
    }

    /// Every table with its names, in the order of the site.
    pub fn tables(&self) -> impl Iterator<Item = (&TableRef, &Names)> {
        let tables = self.order.iter();
        tables.map(|table| (table, self.names(table)))
    }

    /// The tables that a key names the rows of, in the order of their ids.
    pub fn keyed(&self) -> Vec<&TableRef> {
        let tables = self.order.iter();
        let mut keyed: Vec<&TableRef> = tables
            .filter(|table| !self.names(table).keys.is_empty())
            .collect();
        keyed.sort_by_key(|table| &self.names(table).id);
        keyed
    }
}

impl Names {
    fn of(site: &Site, table: &TableRef, id: String) -> Names {
        let translations = &site.translations[table.translations];
        let slot = &translations.tables[table.slot];
        let mut keys = IndexMap::new();
        let of_row = |row| keys_of(site, table, row);
        let rows = slot.rows.iter().map(|row| {
            let written = of_row(row);
            for key in &written {
                keys.entry(normal_key(key)).or_insert_with(|| key.clone());
            }
            written.into_iter().next()
        });
        Names {
            id,
            rows: rows.collect(),
            columns: columns(translations, slot),
            key_column: slot.key_column(),
            keys,
        }
    }

    /// The key of one of the rows that correspond, by its index.
    pub fn key(&self, row: usize) -> Option<&str> {
        self.rows.get(row)?.as_deref()
    }
}

impl Site {
    /// A table in an article, by the article's index. Its rows are those that the author wrote, and its cells hold what they include.
    pub fn shown_table(&self, table: &TableRef, article: usize) -> Option<&Table> {
        let slot = &self.translations[table.translations].tables[table.slot];
        let index = (*slot.tables.members.get(article)?)?;
        self.expanded(table.translations, article).tables.get(index)
    }
}

/// A key as other programs have it: on one line, and without characters that nobody sees. Nothing where none is left.
pub fn written_key(words: &str) -> Option<String> {
    Some(single_blanks(visible(words).split_whitespace())).filter(|key| !key.is_empty())
}

/// The keys that languages give to rows that correspond, the reference's first.
fn keys_of(site: &Site, table: &TableRef, row: &Slot) -> Vec<String> {
    let reference = site.translations[table.translations].reference;
    let mut present: Vec<(usize, usize)> = row.present().collect();
    present.sort_by_key(|(article, _)| Some(*article) != reference);
    let key = |(article, at): (usize, usize)| {
        let table = site.shown_table(table, article)?;
        written_key(table.key(table.rows.get(at)?)?)
    };
    present.into_iter().filter_map(key).collect()
}

/// The id of each table: its name, else article and anchor, with a number behind it where another has that.
fn ids(site: &Site, tables: &[TableRef]) -> Vec<String> {
    let mut given = Slugger::default();
    let mut name = |table: &TableRef| {
        let name = slot(site, table).name.as_ref()?;
        Some(given.unique(name))
    };
    let named: Vec<Option<String>> = tables.iter().map(&mut name).collect();
    let place = |table: &TableRef| {
        let translations = &site.translations[table.translations];
        match translations.table_anchor(slot(site, table)) {
            Some(anchor) => format!("{}#{anchor}", translations.id),
            None => translations.id.clone(),
        }
    };
    let named = named.into_iter().zip(tables);
    named
        .map(|(name, table)| name.unwrap_or_else(|| given.unique(&place(table))))
        .collect()
}

fn slot<'a>(site: &'a Site, table: &TableRef) -> &'a TableSlot {
    &site.translations[table.translations].tables[table.slot]
}

/// The names of a table's columns: the declared one, else one made of the label, each once.
fn columns(translations: &Translations, slot: &TableSlot) -> Vec<String> {
    let mut given = Slugger::default();
    let Some(table) = translations.usual_table(slot) else {
        return Vec::new();
    };
    let mut columns: Vec<Option<String>> = table.columns.iter().map(|it| it.name.clone()).collect();
    for name in columns.iter_mut().flatten() {
        *name = given.unique(name);
    }
    let names = columns.into_iter().zip(&table.columns).zip(1..);
    names
        .map(|((name, column), number): (_, usize)| {
            let of_label = || match slug(&single_blanks(column.label.split_whitespace())) {
                name if name.is_empty() => format!("column-{number}"),
                name => name,
            };
            name.unwrap_or_else(|| given.unique(&of_label()))
        })
        .collect()
}

impl Translations {
    /// The table that names the columns of all: the reference's, else the first of the usual width.
    pub fn usual_table(&self, slot: &TableSlot) -> Option<&Table> {
        let shaped = |article| self.shaped_table(slot, article);
        let of_reference = self.reference.and_then(shaped);
        of_reference.or_else(|| (0..self.articles.len()).find_map(shaped))
    }
}

/// The ids that somebody may mean: the one itself, else those that end so behind a `#` or `/`.
pub fn table_named<'i>(ids: &[&'i str], wanted: &str) -> Vec<&'i str> {
    let is_end = |id: &&str| {
        let start = id.strip_suffix(wanted);
        start.is_some_and(|start| start.ends_with(['#', '/']))
    };
    let same = ids.iter().copied().find(|id| *id == wanted);
    match same {
        Some(id) => vec![id],
        None if wanted.is_empty() => Vec::new(),
        None => ids.iter().copied().filter(is_end).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_named_by_the_end_of_its_id_where_that_is_enough() {
        let ids = ["a#codes", "b/c#codes", "b/c#events", "events"];
        for (wanted, expected) in [
            ("events", vec!["events"]),
            ("c#events", vec!["b/c#events"]),
            ("codes", vec!["a#codes", "b/c#codes"]),
            ("odes", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(table_named(&ids, wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn a_key_is_one_visible_line() {
        let key = written_key(" 0x\u{ad}411 \t a ");
        assert_eq!(key.as_deref(), Some("0x411 a"));
        assert_eq!(written_key("\u{200b} "), None);
    }
}
