//! Tables that correspond: which they are, what their columns hold, and which rows are the same.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::ops::Range;

use super::pairing::{self, Item};
use super::role::{self, is_identifier};
use super::schema::Declared;
use super::segment::{hash, tokens};
use super::{ColumnRole, Row, Slot, Slugger, Table, Translations, codes};

/// Tables that correspond, and what they hold.
#[derive(Debug, Clone, PartialEq)]
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
    pivot: usize,
    declared: &[Declared],
) -> Vec<TableSlot> {
    let mut slots: Vec<TableSlot> = pair_tables(translations, pivot)
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

/// Pairs tables section by section, then those that stand in other sections by what they hold.
fn pair_tables(translations: &Translations, pivot: usize) -> Vec<Slot> {
    let holds: Vec<Vec<Vec<u64>>> = translations
        .articles
        .iter()
        .map(|article| article.tables.iter().map(holdings).collect())
        .collect();
    let likeness = |a: Item, b: Item| {
        let (one, other) = (
            &translations.articles[a.0].tables[a.1],
            &translations.articles[b.0].tables[b.1],
        );
        let width = if one.columns.len() == other.columns.len() {
            0.2
        } else {
            0.0
        };
        0.35 + width + 0.45 * pairing::overlap(&holds[a.0][a.1], &holds[b.0][b.1])
    };
    let mut slots: Vec<Slot> = translations
        .sections
        .iter()
        .flat_map(|section| pair_tables_of(translations, section, pivot, likeness))
        .collect();
    join_moved(&mut slots, |a, b| {
        pairing::overlap(&holds[a.0][a.1], &holds[b.0][b.1]) >= 0.5 && !holds[a.0][a.1].is_empty()
    });
    slots
}

/// What a table holds that no language changes.
fn holdings(table: &Table) -> Vec<u64> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let mut holdings: Vec<u64> = cells
        .filter(|cell| is_identifier(&cell.text) || !codes(&cell.text).is_empty())
        .map(|cell| hash(&cell.text))
        .collect();
    holdings.sort_unstable();
    holdings
}

fn pair_tables_of(
    translations: &Translations,
    section: &Slot,
    pivot: usize,
    likeness: impl Fn(Item, Item) -> f64,
) -> Vec<Slot> {
    let own: Vec<Range<usize>> = section
        .members
        .iter()
        .zip(&translations.articles)
        .map(|(member, article)| {
            // Tables stand in the order of the text, and so of its sections.
            let until = |section: usize| article.tables.partition_point(|it| it.section < section);
            member.map_or(0..0, |section| until(section)..until(section + 1))
        })
        .collect();
    let lengths: Vec<usize> = own.iter().map(Range::len).collect();
    let place = |(article, at): Item| (article, own[article].start + at);
    let mut slots = pairing::pair(&lengths, pivot, |a, b| likeness(place(a), place(b)));
    for slot in &mut slots {
        for (member, own) in slot.members.iter_mut().zip(&own) {
            *member = member.map(|at| own.start + at);
        }
    }
    slots
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
    role::roles(&shaped, width)
}

/// Where each article's table keeps the keys. A table that lost a column keeps them elsewhere.
fn key_columns(translations: &Translations, slot: &TableSlot) -> Vec<Option<usize>> {
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

fn pair_rows(translations: &Translations, slot: &TableSlot, pivot: usize) -> Vec<Slot> {
    let keys = key_columns(translations, slot);
    if keys.iter().any(Option::is_some) {
        let mut rows = pair_by_key(translations, slot, &keys, pivot);
        rejoin_changed_keys(translations, slot, &mut rows);
        return rows;
    }
    let lengths: Vec<usize> = (0..translations.articles.len())
        .map(|article| {
            translations
                .shaped_table(slot, article)
                .map_or(0, |table| table.rows.len())
        })
        .collect();
    let facts: Vec<Vec<RowFacts>> = (0..translations.articles.len())
        .map(|article| match translations.shaped_table(slot, article) {
            Some(table) => table
                .rows
                .iter()
                .map(|row| RowFacts::of(translations, article, row))
                .collect(),
            None => Vec::new(),
        })
        .collect();
    let pivot = if lengths[pivot] > 0 {
        pivot
    } else {
        lengths.iter().position(|len| *len > 0).unwrap_or(pivot)
    };
    // As many rows are the same rows in the same order: only where one is lost must words tell which.
    pairing::pair(&lengths, pivot, |a, b| match lengths[a.0] == lengths[b.0] {
        true => f64::from(u8::from(a.1 == b.1)),
        false => facts[a.0][a.1].likeness(&facts[b.0][b.1]),
    })
}

/// What tells rows without a key apart.
struct RowFacts {
    tokens: Vec<u64>,
    /// A bit for each cell that is empty.
    empty: u64,
    length: usize,
}

impl RowFacts {
    fn of(translations: &Translations, article: usize, row: &Row) -> RowFacts {
        let mut all: Vec<u64> = Vec::new();
        let mut empty = 0;
        for (column, cell) in row.cells.iter().enumerate() {
            all.extend(tokens(&translations.articles[article], &cell.content));
            if !cell.text.is_empty() && cell.text.is_ascii() {
                // Names stay what they are in most languages; prose that differs only costs a little.
                all.push(hash(&cell.text));
            }
            empty |= u64::from(cell.text.is_empty()) << (column % 64);
        }
        all.sort_unstable();
        RowFacts {
            tokens: all,
            empty,
            length: row.cells.iter().map(|cell| cell.text.chars().count()).sum(),
        }
    }

    fn likeness(&self, other: &RowFacts) -> f64 {
        let tokens = pairing::overlap(&self.tokens, &other.tokens);
        let empty = if self.empty == other.empty { 1.0 } else { 0.0 };
        let (short, long) = (self.length.min(other.length), self.length.max(other.length));
        let length = if long == 0 {
            1.0
        } else {
            short as f64 / long as f64
        };
        0.25 + 0.4 * tokens + 0.15 * empty + 0.19 * length
    }
}

/// Pairs rows by key, and the second row of a key with second rows. Rows keep the pivot's order; what only others have
/// follows the row that it follows there.
fn pair_by_key(
    translations: &Translations,
    slot: &TableSlot,
    keys: &[Option<usize>],
    pivot: usize,
) -> Vec<Slot> {
    let mut rows: Vec<Slot> = Vec::new();
    let mut order: Vec<usize> = Vec::new();
    let mut index: HashMap<(String, usize), usize> = HashMap::new();
    let others = (0..keys.len()).filter(|article| *article != pivot);
    for article in std::iter::once(pivot).chain(others) {
        let (Some(table), Some(column)) = (translations.table(slot, article), keys[article]) else {
            continue;
        };
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut last: Option<usize> = None;
        let mut inserted: Vec<(Option<usize>, usize)> = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let key = row
                .cells
                .get(column)
                .map_or_else(String::new, |cell| normal_key(&cell.text));
            let occurrence = seen
                .entry(key.clone())
                .and_modify(|count| *count += 1)
                .or_insert(0);
            let found = *index.entry((key, *occurrence)).or_insert_with(|| {
                rows.push(Slot {
                    members: vec![None; keys.len()],
                });
                inserted.push((last, rows.len() - 1));
                rows.len() - 1
            });
            rows[found].members[article] = Some(at);
            last = Some(found);
        }
        insert_after(&mut order, inserted);
    }
    let mut ordered: Vec<Option<Slot>> = rows.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|at| ordered[at].take())
        .collect()
}

/// Puts each new row behind the one that it follows.
fn insert_after(order: &mut Vec<usize>, inserted: Vec<(Option<usize>, usize)>) {
    let mut followers: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (after, row) in inserted {
        followers.entry(after).or_default().push(row);
    }
    if followers.is_empty() {
        return;
    }
    let mut result = Vec::with_capacity(order.len() + followers.len());
    let mut pending: Vec<usize> = Vec::new();
    let mut push = |row: Option<usize>, result: &mut Vec<usize>, pending: &mut Vec<usize>| {
        result.extend(row);
        pending.extend(followers.remove(&row).into_iter().flatten().rev());
        while let Some(next) = pending.pop() {
            result.push(next);
            pending.extend(followers.remove(&Some(next)).into_iter().flatten().rev());
        }
    };
    push(None, &mut result, &mut pending);
    for row in order.iter() {
        push(Some(*row), &mut result, &mut pending);
    }
    *order = result;
}

/// Keys are compared without the letter case of hexadecimal digits, and without characters that nobody sees.
pub fn normal_key(key: &str) -> String {
    let visible: String = key
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    if super::is_hexadecimal(&visible) {
        visible.to_ascii_lowercase()
    } else {
        visible
    }
}

/// Zero-width blanks and joints, the soft hyphen and the byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// So many rows at most are considered for one whose key changed: more of them do not tell it apart.
const CANDIDATES: usize = 64;

/// A row whose key was changed is one that a single language has, beside one that it lacks, with the same other cells or the
/// same neighbours.
fn rejoin_changed_keys(translations: &Translations, slot: &TableSlot, rows: &mut Vec<Slot>) {
    let voters = (0..translations.articles.len())
        .filter(|article| translations.shaped_table(slot, *article).is_some());
    for article in voters {
        let mut lacking = Lacking::of(translations, slot, rows, article);
        let mut joined = vec![false; rows.len()];
        for at in 0..rows.len() {
            let lone = rows[at].present().map(|(member, _)| member).eq([article]);
            let partner = lone.then(|| lacking.partner(&rows[at], at)).flatten();
            if let Some(partner) = partner {
                rows[partner].members[article] = rows[at].members[article];
                joined[at] = true;
            }
        }
        let mut joined = joined.into_iter();
        rows.retain(|_| !joined.next().expect("one for each row"));
    }
}

/// The rows that an article lacks and that others vouch for, found by what tells them apart.
struct Lacking<'a> {
    translations: &'a Translations,
    slot: &'a TableSlot,
    /// How many rows before each one this language and others have: between the same neighbours the number is the same.
    place: Vec<usize>,
    by_place: HashMap<usize, VecDeque<usize>>,
    /// By column and words, where the column is one of names or codes.
    by_cell: HashMap<(usize, &'a str), VecDeque<usize>>,
    /// Rows that were found already.
    taken: HashSet<usize>,
}

impl<'a> Lacking<'a> {
    fn of(
        translations: &'a Translations,
        slot: &'a TableSlot,
        rows: &[Slot],
        article: usize,
    ) -> Self {
        let mut lacking = Lacking {
            translations,
            slot,
            place: Vec::with_capacity(rows.len()),
            by_place: HashMap::new(),
            by_cell: HashMap::new(),
            taken: HashSet::new(),
        };
        let mut common = 0;
        for (at, row) in rows.iter().enumerate() {
            lacking.place.push(common);
            let is_here = row.members[article].is_some();
            common += usize::from(is_here && row.present().count() > 1);
            if !is_here && lacking.is_established(row) {
                lacking.by_place.entry(common).or_default().push_back(at);
                for cell in lacking.telling_cells(row) {
                    lacking.by_cell.entry(cell).or_default().push_back(at);
                }
            }
        }
        lacking
    }

    /// Others may have changed the same key: what counts is the row that the reference or several languages have.
    fn is_established(&self, row: &Slot) -> bool {
        let reference = self.translations.reference.filter(|reference| {
            self.translations
                .shaped_table(self.slot, *reference)
                .is_some()
        });
        match reference {
            Some(reference) => row.members[reference].is_some(),
            None => row.present().count() > 1 || self.slot.tables.present().count() == 2,
        }
    }

    /// The cells that no language changes, save the key, as the first article that has the row writes them.
    fn telling_cells(&self, row: &Slot) -> Vec<(usize, &'a str)> {
        let Some((article, place)) = row.present().next() else {
            return Vec::new();
        };
        let Some(table) = self.translations.table(self.slot, article) else {
            return Vec::new();
        };
        let tells = |role: &ColumnRole| matches!(role, ColumnRole::Identifier | ColumnRole::Codes);
        let cells = table.rows[place].cells.iter().zip(&self.slot.roles);
        cells
            .enumerate()
            .filter(|(_, (cell, role))| tells(role) && !cell.text.is_empty())
            .map(|(column, (cell, _))| (column, cell.text.as_str()))
            .collect()
    }

    /// Finds the row that a row which only this article has was before its key changed.
    fn partner(&mut self, row: &Slot, at: usize) -> Option<usize> {
        let (place, telling) = (self.place[at], self.telling_cells(row));
        let mut scores: BTreeMap<usize, usize> = BTreeMap::new();
        let mut score = |found: Option<&mut VecDeque<usize>>, points: usize| {
            let Some(found) = found else { return };
            while found.front().is_some_and(|row| self.taken.contains(row)) {
                found.pop_front();
            }
            for row in found.iter().take(CANDIDATES) {
                *scores.entry(*row).or_default() += points;
            }
        };
        score(self.by_place.get_mut(&place), 1);
        for cell in telling {
            score(self.by_cell.get_mut(&cell), 2);
        }
        let (partner, _) = scores
            .into_iter()
            .filter(|(row, _)| !self.taken.contains(row))
            .max_by_key(|(row, score)| (*score, usize::MAX - row))?;
        self.taken.insert(partner);
        Some(partner)
    }
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
                role::roles(&[table], table.columns.len())
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
