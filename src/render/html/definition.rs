//! Where codes are defined, what is said about them there, and which rows cite them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::writer::Writer;
use crate::model::{CellRef, Row, Table, TableRef, codes, is_unmistakable, normal_key};
use crate::render::article::{one_line, shortened_to};
use crate::render::edition::{Edition, Place};

/// As much of a row as a reader takes in at a glance, in characters.
const MESSAGE: usize = 400;

/// A number in running text is a code of its page where it has so many characters; a year has fewer.
const LONG: usize = 5;

/// The tables of codes that pages asked for so far, by the index of the locale that reads them.
#[derive(Default)]
pub(crate) struct DefinedCodes {
    tables: Mutex<Tables>,
}

type Tables = HashMap<(TableRef, usize), Option<Arc<Definitions>>>;

/// The tables that a page asked for so far: the page that shows each one to its readers, and what it defines.
pub(super) type Known = HashMap<TableRef, Option<(Place, Arc<Definitions>)>>;

/// What a table says about its keys.
pub(super) struct Definitions {
    /// The text that it stands in.
    text: Place,
    /// By the normal form of the key.
    rows: HashMap<String, Meaning>,
}

struct Meaning {
    anchor: String,
    message: String,
}

/// The row that defines a code.
pub(super) struct Definition {
    pub(super) href: String,
    /// What the row says about the code.
    pub(super) message: String,
}

/// A row that cites a code, as the template of a table is given it.
#[derive(Serialize)]
pub(super) struct Citing {
    pub(super) href: String,
    pub(super) key: String,
    /// The title of the row's article, where it is another page.
    pub(super) article: Option<String>,
}

impl DefinedCodes {
    /// What a table defines for readers of a locale; a table is read once for each.
    fn of(
        &self,
        edition: &Edition,
        reference: &TableRef,
        locale: usize,
    ) -> Option<Arc<Definitions>> {
        // What is found for one page is not looked for by the next.
        edition.site.note_expanded(reference.translations);
        let tables = self.tables.lock();
        let mut tables = tables.unwrap_or_else(PoisonError::into_inner);
        let definitions = tables
            .entry((reference.clone(), locale))
            .or_insert_with(|| Definitions::of(edition, reference, locale).map(Arc::new));
        definitions.clone()
    }
}

impl Definitions {
    fn of(edition: &Edition, reference: &TableRef, locale: usize) -> Option<Definitions> {
        let (text, table) = table_of(edition, reference, locale)?;
        let mut rows = HashMap::new();
        for row in &table.rows {
            if let (Some(key), Some(anchor)) = (table.key(row), &row.anchor) {
                let message = one_line(table.message(row).unwrap_or_default());
                rows.entry(normal_key(key)).or_insert_with(|| Meaning {
                    anchor: anchor.clone(),
                    message: shortened_to(MESSAGE, &message),
                });
            }
        }
        Some(Definitions { text, rows })
    }
}

impl<'a> Writer<'a> {
    /// Returns the row of a table that defines a code, in the language of the page.
    pub(super) fn definition(&self, table: &TableRef, code: &str) -> Option<Definition> {
        let (home, definitions) = self.definitions_of(table)?;
        let meaning = definitions.rows.get(&normal_key(code))?;
        Some(Definition {
            href: self.href(home, Some(&meaning.anchor)),
            message: meaning.message.clone(),
        })
    }

    /// Returns the row that defines a code in running text: the one on the page, else the only one of the site.
    ///
    /// A plain number counts as a code only on the page that defines it, and there where it is long or written as code.
    pub(super) fn known_code(&self, code: &str, is_literal: bool) -> Option<Definition> {
        let key = normal_key(code);
        if self.key.as_deref() == Some(key.as_str()) {
            return None;
        }
        let tables = self.edition.site.keys.get(&key)?;
        let own: Vec<&TableRef> = tables.iter().filter(|table| self.shows(table)).collect();
        let is_sure = is_unmistakable(code);
        match (&own[..], &tables[..]) {
            ([own], _) if is_sure || is_literal || code.len() >= LONG => self.definition(own, code),
            ([], [other]) if is_sure => self.definition(other, code),
            _ => None,
        }
    }

    /// Returns the rows that cite the key of a row, in the language of the page: those of the page first.
    pub(super) fn citing(&self, table: &Table, row: &Row) -> Vec<Citing> {
        let cells = || {
            let citations = self.edition.site.citations.get(table.place.as_ref()?)?;
            Some(&citations.get(&normal_key(table.key(row)?))?.cells)
        };
        let key = normal_key(table.key(row).unwrap_or_default());
        let mut homes = HashMap::new();
        let cells = cells().into_iter().flatten();
        let mut citing: Vec<Citing> = cells
            .filter_map(|cell| self.citing_row(cell, &key, &mut homes))
            .collect();
        citing.dedup_by(|one, other| one.href == other.href);
        citing.sort_by_key(|citing| citing.article.is_some());
        citing
    }

    /// The row of a cell, where the text that readers see has it and cites the code there.
    fn citing_row(
        &self,
        cell: &CellRef,
        code: &str,
        homes: &mut HashMap<Place, Option<Place>>,
    ) -> Option<Citing> {
        let (text, table) = table_of(self.edition, &cell.table, self.place.locale)?;
        let slot = &self.edition.translations(text).tables[cell.table.slot];
        let row = table
            .rows
            .get((*slot.rows[cell.row].members.get(text.article)?)?)?;
        let cited = codes(&row.cells.get(cell.column)?.text);
        let anchor = row.anchor.as_deref()?;
        if !cited.iter().any(|cited| normal_key(cited.text) == code) {
            return None;
        }
        let home = homes
            .entry(text)
            .or_insert_with(|| self.edition.home(text, self.place));
        let home = (*home)?;
        Some(Citing {
            href: self.href(home, Some(anchor)),
            key: one_line(table.key(row)?),
            article: (home != self.place).then(|| one_line(self.edition.article(home).title())),
        })
    }

    fn definitions_of(&self, table: &TableRef) -> Option<(Place, Arc<Definitions>)> {
        let find = || {
            let codes = self.edition.codes();
            let definitions = codes.of(self.edition, table, self.place.locale)?;
            Some((
                self.edition.home(definitions.text, self.place)?,
                definitions,
            ))
        };
        let mut known = self.definitions.borrow_mut();
        match known.get(table) {
            Some(definitions) => definitions.clone(),
            None => known.entry(table.clone()).or_insert_with(find).clone(),
        }
    }

    /// Whether the page shows a table: its own, or that of a text which it includes.
    fn shows(&self, table: &TableRef) -> bool {
        let place = (self.place.translations, self.place.article);
        let parts = || Some(&self.edition.site.expansions.get(&place)?.parts);
        table.translations == place.0
            || parts().is_some_and(|parts| parts.binary_search(&table.translations).is_ok())
    }
}

/// A table of the site as readers of a locale get to see it, and the text that it stands in.
fn table_of<'a>(
    edition: &'a Edition,
    reference: &TableRef,
    locale: usize,
) -> Option<(Place, &'a Table)> {
    let text = edition.text(reference.translations, locale)?;
    let slot = edition.translations(text).tables.get(reference.slot)?;
    let index = (*slot.tables.members.get(text.article)?)?;
    Some((text, edition.article(text).tables.get(index)?))
}
