//! Finds the table that defines the codes of a column.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::normal_key;
use super::translations::Cited;
use super::{CellRef, Citation, ColumnRole, Site, TableRef, TableSlot, Translations, codes};

/// A column cites another table where that defines at least this share of its codes, and this many.
const SHARE: f64 = 0.6;
const CODES: usize = 3;

impl Site {
    /// Tells each column of codes the table whose key defines them: the declared one, else the one that defines most.
    pub(super) fn find_definitions(&mut self) {
        self.place_tables();
        let keys = self.keys();
        let mut found = Vec::new();
        for (translations, group) in self.translations.iter().enumerate() {
            for (slot, table) in group.tables.iter().enumerate() {
                let here = TableRef { translations, slot };
                for column in 0..table.roles.len() {
                    let definition = self
                        .declared_definition(&here, column)
                        .or_else(|| self.inferred(&here, column, &keys));
                    found.extend(definition.map(|definition| (here.clone(), column, definition)));
                }
            }
        }
        for (here, column, definition) in found {
            self.cite(&here, column, &definition);
            self.set_definition(&here, column, definition);
        }
        self.keys = keys;
    }

    /// Tells each table what it is among those of the site.
    fn place_tables(&mut self) {
        for (translations, group) in self.translations.iter_mut().enumerate() {
            for (slot, tables) in group.tables.iter().enumerate() {
                for (article, table) in tables.tables.present() {
                    let table = &mut group.articles[article].tables[table];
                    table.place = Some(TableRef { translations, slot });
                }
            }
        }
    }

    /// Remembers which codes a column cites from the table that defines them, and in which rows.
    fn cite(&mut self, at: &TableRef, column: usize, definition: &TableRef) {
        let group = &self.translations[at.translations];
        let slot = &group.tables[at.slot];
        let cited = self.citations.entry(definition.clone()).or_default();
        for (row, text) in texts(group, slot, column) {
            for code in codes(text) {
                let citation = cited.entry(normal_key(code.text));
                let citation = citation.or_insert_with(|| Citation::of(code.text));
                citation.cells.insert(CellRef {
                    table: at.clone(),
                    row,
                    column,
                });
            }
        }
    }

    /// Which tables have a code as a key.
    fn keys(&self) -> HashMap<String, Vec<TableRef>> {
        let mut keys: HashMap<String, Vec<TableRef>> = HashMap::new();
        for (translations, group) in self.translations.iter().enumerate() {
            for (slot, table) in group.tables.iter().enumerate() {
                let here = TableRef { translations, slot };
                if let Some(column) = table.key_column() {
                    for code in self.codes(&here, column) {
                        keys.entry(code).or_default().push(here.clone());
                    }
                }
            }
        }
        keys
    }

    /// The different codes of a column, in all languages together.
    fn codes(&self, at: &TableRef, column: usize) -> BTreeSet<String> {
        let group = &self.translations[at.translations];
        let slot = &group.tables[at.slot];
        (0..group.articles.len())
            .filter_map(|article| group.shaped_table(slot, article))
            .flat_map(|table| table.rows.iter().filter_map(|row| row.cells.get(column)))
            .flat_map(|cell| codes(&cell.text))
            .map(|code| normal_key(code.text))
            .collect()
    }

    fn declared_definition(&self, at: &TableRef, column: usize) -> Option<TableRef> {
        let slot = &self.translations[at.translations].tables[at.slot];
        let schema = self.config.tables.get(slot.name.as_deref()?)?;
        let name = schema.columns.get(column)?.defined_by.as_deref()?;
        let named = |translations: usize| {
            let tables = &self.translations[translations].tables;
            let slot = tables
                .iter()
                .position(|slot| slot.name.as_deref() == Some(name))?;
            Some(TableRef { translations, slot })
        };
        (0..self.translations.len()).find_map(named)
    }

    fn inferred(
        &self,
        at: &TableRef,
        column: usize,
        keys: &HashMap<String, Vec<TableRef>>,
    ) -> Option<TableRef> {
        let role = self.translations[at.translations].tables[at.slot].roles[column];
        if !matches!(role, ColumnRole::Codes | ColumnRole::Identifier) {
            return None;
        }
        let codes = self.codes(at, column);
        let mut defined: BTreeMap<&TableRef, usize> = BTreeMap::new();
        for table in codes
            .iter()
            .filter_map(|code| keys.get(code))
            .flatten()
            .filter(|table| *table != at)
        {
            *defined.entry(table).or_default() += 1;
        }
        let near = |table: &TableRef| table.translations == at.translations;
        let (table, count) = defined.into_iter().max_by_key(|(table, count)| {
            (*count, near(table), std::cmp::Reverse((*table).clone()))
        })?;
        (count >= CODES && count as f64 >= SHARE * codes.len() as f64).then(|| table.clone())
    }

    /// A column that cites another table is a column of codes, however few each cell holds.
    fn set_definition(&mut self, at: &TableRef, column: usize, definition: TableRef) {
        let group = &mut self.translations[at.translations];
        let slot = &mut group.tables[at.slot];
        let role = std::mem::replace(&mut slot.roles[column], ColumnRole::Codes);
        let mut own = Vec::new();
        for (article, table) in slot.tables.present() {
            let columns = &mut group.articles[article].tables[table].columns;
            if columns.len() == slot.roles.len() {
                own.push(((article, table), columns[column].role));
                columns[column].role = ColumnRole::Codes;
                columns[column].defined_by = Some(definition.clone());
            }
        }
        group.cited.push(Cited {
            slot: at.slot,
            column,
            definition,
            role,
            own,
        });
    }
}

/// The words of a column's cells in all languages, with the index of their row among the slot's.
fn texts<'g>(
    group: &'g Translations,
    slot: &'g TableSlot,
    column: usize,
) -> impl Iterator<Item = (usize, &'g str)> {
    let articles = 0..group.articles.len();
    let tables = articles.filter_map(|article| Some((article, group.shaped_table(slot, article)?)));
    tables.flat_map(move |(article, table)| {
        let rows = slot.rows.iter().enumerate();
        rows.filter_map(move |(row, members)| {
            let cells = &table.rows.get(members.members[article]?)?.cells;
            Some((row, cells.get(column)?.text.as_str()))
        })
    })
}
