//! Rows that correspond: by key where there is one, else by what they hold.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::pairing;
use super::segment::{hash, tokens};
use super::tables::key_columns;
use super::{ColumnRole, Row, Slot, TableSlot, Translations, normal_key};

pub(super) fn pair_rows(translations: &Translations, slot: &TableSlot, pivot: usize) -> Vec<Slot> {
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

/// So many rows at most are considered for one whose key changed: more of them do not tell it apart.
const CANDIDATES: usize = 64;

/// A row whose key was changed is one that few languages have, beside one that they lack, with the same other cells or the
/// same neighbours.
fn rejoin_changed_keys(translations: &Translations, slot: &TableSlot, rows: &mut Vec<Slot>) {
    let voters: Vec<usize> = (0..translations.articles.len())
        .filter(|article| translations.shaped_table(slot, *article).is_some())
        .collect();
    for &article in &voters {
        let mut lacking = Lacking::of(translations, slot, rows, article);
        for at in 0..rows.len() {
            let count = rows[at].present().count();
            let rare = count == 1 || (count * 2 < voters.len() && !lacking.is_referred(&rows[at]));
            if rows[at].members[article].is_none() || !rare {
                continue;
            }
            let partner = lacking.partner(rows, at).filter(|&partner| {
                let row = &rows[partner];
                lacking.is_referred(row) || row.present().count() > count || voters.len() == 2
            });
            if let Some(partner) = partner {
                rows[partner].members[article] = rows[at].members[article].take();
            }
        }
        rows.retain(|row| row.present().next().is_some());
    }
}

/// The rows that an article lacks and that others vouch for, found by what tells them apart.
struct Lacking<'a> {
    translations: &'a Translations,
    slot: &'a TableSlot,
    /// The article that lacks them.
    article: usize,
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
            article,
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
        let several = row.present().count() > 1 || self.slot.tables.present().count() == 2;
        match self.reference() {
            Some(reference) if reference != self.article => self.is_referred(row),
            _ => several,
        }
    }

    /// Whether the reference has a row.
    fn is_referred(&self, row: &Slot) -> bool {
        self.reference()
            .is_some_and(|reference| row.members[reference].is_some())
    }

    fn reference(&self) -> Option<usize> {
        let reference = self.translations.reference?;
        self.translations.shaped_table(self.slot, reference)?;
        Some(reference)
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

    /// Finds the row that a row which few articles have was before its key changed here.
    fn partner(&mut self, rows: &[Slot], at: usize) -> Option<usize> {
        let (place, telling) = (self.place[at], self.telling_cells(&rows[at]));
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
