//! What the tables of a site, their columns and their rows are called in a catalogue.

use std::collections::HashMap;

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::model::{
    Site, Slot, Slugger, Table, TableRef, TableSlot, Translations, normal_key, slug, visible,
};
use crate::render::article::one_line;

/// The names of every table of a site, whether it has keys or not: what cites a key may stand in any.
pub(super) struct Register {
    tables: HashMap<TableRef, Names>,
    /// In the order of the site.
    order: Vec<TableRef>,
}

/// What a table, its columns and its rows are called.
pub(super) struct Names {
    pub(super) id: String,
    /// As many as the table usually has.
    pub(super) columns: Vec<String>,
    /// The column of the keys among them.
    pub(super) key_column: Option<usize>,
    /// Every key that any language has, as it is written: by normal form, in the order of the table.
    pub(super) keys: IndexMap<String, String>,
    /// For each of the rows that correspond the key that it has, as it is written.
    rows: Vec<Option<String>>,
}

impl Register {
    pub(super) fn of(site: &Site) -> Register {
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
    pub(super) fn names(&self, table: &TableRef) -> &Names {
        &self.tables[table]
    }

    /// The tables that a key names the rows of, in the order of their ids.
    pub(super) fn keyed(&self) -> Vec<&TableRef> {
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
    pub(super) fn key(&self, row: usize) -> Option<&str> {
        self.rows.get(row)?.as_deref()
    }
}

/// A table as an article shows it, by the article's index; its rows are those of the model, and its cells hold what they include.
pub(super) fn shown<'a>(site: &'a Site, table: &TableRef, article: usize) -> Option<&'a Table> {
    let slot = &site.translations[table.translations].tables[table.slot];
    let index = (*slot.tables.members.get(article)?)?;
    site.expanded(table.translations, article).tables.get(index)
}

/// The key of a cell as a catalogue has it: on one line, and without characters that nobody sees. Nothing where none is left.
pub(super) fn key_of(words: &str) -> Option<String> {
    Some(one_line(&visible(words))).filter(|key| !key.is_empty())
}

/// The keys that languages give to rows that correspond, the reference's first.
fn keys_of(site: &Site, table: &TableRef, row: &Slot) -> Vec<String> {
    let reference = site.translations[table.translations].reference;
    let mut present: Vec<(usize, usize)> = row.present().collect();
    present.sort_by_key(|(article, _)| Some(*article) != reference);
    let key = |(article, at): (usize, usize)| {
        let table = shown(site, table, article)?;
        key_of(table.key(table.rows.get(at)?)?)
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
    let Some(table) = usual(translations, slot) else {
        return Vec::new();
    };
    let mut columns: Vec<Option<String>> = table.columns.iter().map(|it| it.name.clone()).collect();
    for name in columns.iter_mut().flatten() {
        *name = given.unique(name);
    }
    let names = columns.into_iter().zip(&table.columns).zip(1..);
    names
        .map(|((name, column), number): (_, usize)| {
            let of_label = || match slug(&one_line(&column.label)) {
                name if name.is_empty() => format!("column-{number}"),
                name => name,
            };
            name.unwrap_or_else(|| given.unique(&of_label()))
        })
        .collect()
}

/// The table that names the columns: the reference's, else the first of the usual width.
pub(super) fn usual<'a>(translations: &'a Translations, slot: &TableSlot) -> Option<&'a Table> {
    let shaped = |article| translations.shaped_table(slot, article);
    let of_reference = translations.reference.and_then(shaped);
    of_reference.or_else(|| (0..translations.articles.len()).find_map(shaped))
}
