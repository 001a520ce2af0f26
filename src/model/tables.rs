//! Tables that correspond: which they are, what their columns hold, and what their rows are called.

use std::collections::{HashMap, HashSet};

use super::pairing::{self, Item};
use super::role::{self, is_identifier};
use super::rows::pair_rows;
use super::schema::Declared;
use super::segment::hash;
use super::{ColumnRole, Slot, Slugger, Table, Translations, codes};

/// Tables that correspond, and what they hold.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TableSlot {
    /// The name that `tables:` in `glotta.yml` gives to them.
    pub name: Option<String>,
    /// Index into each article's tables.
    pub tables: Slot,
    /// Roles of the columns that the reference has, or most languages have.
    pub roles: Vec<ColumnRole>,
    /// Index into each table's rows.
    pub rows: Vec<Slot>,
}

impl TableSlot {
    /// The column that names the rows.
    pub fn key_column(&self) -> Option<usize> {
        self.roles.iter().position(|role| *role == ColumnRole::Key)
    }
}

impl Translations {
    /// Returns an article's table, where it has one.
    pub fn table(&self, slot: &TableSlot, article: usize) -> Option<&Table> {
        Some(&self.articles[article].tables[slot.tables.members[article]?])
    }

    /// Returns an article's table where it has the columns that are usual; only then can cells be compared.
    pub fn shaped_table(&self, slot: &TableSlot, article: usize) -> Option<&Table> {
        self.table(slot, article)
            .filter(|table| table.columns.len() == slot.roles.len())
    }

    /// The anchor of the section that a table stands in.
    pub fn table_anchor(&self, slot: &TableSlot) -> Option<&str> {
        let (article, table) = slot.tables.present().next()?;
        let section = self.articles[article].tables[table].section;
        Some(self.heading((article, section))?.anchor.as_str())
    }
}

/// Pairs the tables of an article's languages, and everything in them.
pub fn pair(
    translations: &mut Translations,
    aligned: &[Slot],
    pivot: usize,
    declared: &[Declared],
) -> Vec<TableSlot> {
    let mut slots: Vec<TableSlot> = pair_tables(translations, aligned)
        .into_iter()
        .map(|tables| TableSlot {
            name: None,
            tables,
            roles: Vec::new(),
            rows: Vec::new(),
        })
        .collect();
    for slot in &mut slots {
        slot.roles = usual_roles(translations, &slot.tables);
    }
    for (name, schema) in declared {
        let named = |slot: &&mut TableSlot| {
            slot.name.is_none() && stands_at(translations, slot, &schema.anchor)
        };
        if let Some(slot) = slots.iter_mut().find(named) {
            slot.name = Some((*name).to_owned());
            if slot.roles.len() == schema.columns.len() {
                slot.roles = schema.columns.iter().map(|column| column.role).collect();
            }
        }
    }
    for slot in &mut slots {
        slot.rows = pair_rows(translations, slot, pivot);
    }
    mark(translations, &slots, declared);
    name_rows(translations, &slots);
    slots
}

fn stands_at(translations: &Translations, slot: &TableSlot, anchor: &str) -> bool {
    slot.tables.present().any(|(article, table)| {
        let section = translations.articles[article].tables[table].section;
        let heading = translations.heading((article, section));
        heading.is_some_and(|heading| {
            heading.anchor == anchor || heading.aliases.iter().any(|alias| alias == anchor)
        })
    })
}

/// Takes tables that are laid along one another, and joins those that stand elsewhere by what they hold.
fn pair_tables(translations: &Translations, aligned: &[Slot]) -> Vec<Slot> {
    let holds: Vec<Vec<Vec<u64>>> = translations
        .articles
        .iter()
        .map(|article| article.tables.iter().map(holdings).collect())
        .collect();
    let mut slots = aligned.to_vec();
    join_moved(&mut slots, |a, b| {
        pairing::overlap(&holds[a.0][a.1], &holds[b.0][b.1]) >= 0.5 && !holds[a.0][a.1].is_empty()
    });
    slots
}

/// What a table holds that no language changes.
pub(super) fn holdings(table: &Table) -> Vec<u64> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let mut holdings: Vec<u64> = cells
        .filter(|cell| is_identifier(&cell.text) || !codes(&cell.text).is_empty())
        .map(|cell| hash(&cell.text))
        .collect();
    holdings.sort_unstable();
    holdings
}

/// Joins slots that no article shares and that hold the same: a table that stands in another section.
fn join_moved(slots: &mut Vec<Slot>, same: impl Fn(Item, Item) -> bool) {
    let mut at = 0;
    while at < slots.len() {
        let lone = slots[at].members.iter().any(Option::is_none);
        let partner = (0..at).filter(|_| lone).find(|other| {
            let apart = slots[*other]
                .members
                .iter()
                .zip(&slots[at].members)
                .all(|(a, b)| a.is_none() || b.is_none());
            let first = |slot: &Slot| slot.present().next();
            apart
                && first(&slots[*other])
                    .zip(first(&slots[at]))
                    .is_some_and(|(a, b)| same(a, b))
        });
        match partner {
            Some(partner) => {
                let moved = slots.remove(at);
                for (member, moved) in slots[partner].members.iter_mut().zip(moved.members) {
                    *member = member.or(moved);
                }
            }
            None => at += 1,
        }
    }
}

/// Roles of the columns of those tables that have the reference's width, or the usual one.
fn usual_roles(translations: &Translations, tables: &Slot) -> Vec<ColumnRole> {
    let own: Vec<(usize, &Table)> = tables
        .present()
        .map(|(article, table)| (article, &translations.articles[article].tables[table]))
        .collect();
    let reference = own
        .iter()
        .find(|(article, _)| Some(*article) == translations.reference);
    let count = |width: usize| {
        own.iter()
            .filter(|(_, table)| table.columns.len() == width)
            .count()
    };
    let width = match reference {
        Some((_, table)) => table.columns.len(),
        None => own
            .iter()
            .map(|(_, table)| table.columns.len())
            .max_by_key(|width| (count(*width), *width))
            .unwrap_or(0),
    };
    let shaped: Vec<&Table> = own
        .iter()
        .map(|(_, table)| *table)
        .filter(|table| table.columns.len() == width)
        .collect();
    role::roles(&shaped, reference.map(|(_, table)| *table), width)
}

/// Where each article's table keeps the keys. A table that lost a column keeps them elsewhere.
pub(super) fn key_columns(translations: &Translations, slot: &TableSlot) -> Vec<Option<usize>> {
    let key = slot.key_column();
    let usual: HashSet<&str> = slot
        .tables
        .present()
        .filter_map(|(article, _)| translations.shaped_table(slot, article))
        .flat_map(|table| {
            table
                .rows
                .iter()
                .filter_map(|row| Some(row.cells.get(key?)?.text.as_str()))
        })
        .collect();
    let best = |table: &Table| {
        let hits = |column: usize| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            cells
                .filter(|cell| usual.contains(cell.text.as_str()))
                .count()
        };
        (0..table.columns.len())
            .max_by_key(|column| (hits(*column), usize::MAX - column))
            .filter(|column| hits(*column) * 2 > table.rows.len())
    };
    (0..translations.articles.len())
        .map(|article| {
            key?;
            match translations.shaped_table(slot, article) {
                Some(_) => key,
                None => best(translations.table(slot, article)?),
            }
        })
        .collect()
}

/// Writes names and roles into each language's table. A table of another shape is judged by its own cells alone.
fn mark(translations: &mut Translations, slots: &[TableSlot], declared: &[Declared]) {
    for slot in slots {
        let keys = key_columns(translations, slot);
        let schema = declared
            .iter()
            .find(|(name, _)| slot.name.as_deref() == Some(*name))
            .map(|(_, schema)| schema);
        for (article, table) in slot.tables.present().collect::<Vec<_>>() {
            let table = &mut translations.articles[article].tables[table];
            let shaped = table.columns.len() == slot.roles.len();
            let roles = if shaped {
                slot.roles.clone()
            } else {
                role::roles(&[table], None, table.columns.len())
            };
            table.name = slot.name.clone();
            for (at, column) in table.columns.iter_mut().enumerate() {
                column.role = match roles[at] {
                    _ if keys[article] == Some(at) => ColumnRole::Key,
                    ColumnRole::Key => ColumnRole::Identifier,
                    role => role,
                };
                let said = schema
                    .filter(|_| shaped)
                    .and_then(|schema| schema.columns.get(at));
                column.declared = said.is_some();
                column.name = said.map(|said| said.name.clone());
            }
        }
    }
}

/// Gives each keyed row its permalink: the key, with the table's name in front where something else on the page has it.
fn name_rows(translations: &mut Translations, slots: &[TableSlot]) {
    let mut taken: HashMap<String, usize> = HashMap::new();
    for article in &translations.articles {
        let headings = article
            .headings
            .iter()
            .flat_map(|heading| heading.aliases.iter().chain([&heading.anchor]));
        taken.extend(
            headings
                .chain(article.anchors.iter().map(|anchor| &anchor.id))
                .map(|id| (id.clone(), 2)),
        );
    }
    let names: Vec<Vec<String>> = slots
        .iter()
        .map(|slot| row_names(translations, slot))
        .collect();
    for names in &names {
        let different: HashSet<&String> = names.iter().collect();
        for name in different {
            *taken.entry(name.clone()).or_default() += 1;
        }
    }
    let mut given = Slugger::default();
    for (slot, names) in slots.iter().zip(names) {
        let prefix = slot
            .name
            .clone()
            .or_else(|| translations.table_anchor(slot).map(str::to_owned));
        let prefix = prefix.unwrap_or_else(|| "table".into());
        for (row, name) in slot
            .rows
            .iter()
            .zip(names)
            .filter(|(_, name)| !name.is_empty())
        {
            let shared = taken.get(&name).is_some_and(|count| *count > 1);
            let anchor = given.unique(&if shared {
                format!("{prefix}-{name}")
            } else {
                name
            });
            for (article, at) in row.present().collect::<Vec<_>>() {
                let Some(table) = slot.tables.members[article] else {
                    continue;
                };
                translations.articles[article].tables[table].rows[at].anchor = Some(anchor.clone());
            }
        }
    }
}

/// The key that most languages give to each row, fit for an `id`; empty where there is none.
fn row_names(translations: &Translations, slot: &TableSlot) -> Vec<String> {
    let keys = key_columns(translations, slot);
    let name = |row: &Slot| {
        let mut names: Vec<&str> = row
            .present()
            .filter_map(|(article, at)| {
                let table = translations.table(slot, article)?;
                Some(table.rows[at].cells.get(keys[article]?)?.text.as_str())
            })
            .collect();
        names.sort_unstable();
        let most = names.chunk_by(|a, b| a == b).max_by_key(|same| same.len());
        let most = most.map(|same| same[0]).unwrap_or_default();
        most.split_whitespace().collect::<Vec<_>>().join("-")
    };
    slot.rows.iter().map(name).collect()
}
