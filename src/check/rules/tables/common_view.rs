//! A table as most languages have it, for faults that all of them share and that are told once.

use std::collections::BTreeMap;

use crate::check::{Comparison, words};
use crate::diagnostic::{Label, Span};
use crate::model::{Site, Slot, TableRef, TableSlot, Translations, codes, normal_key};

/// A code in a column, with all the places where it stands.
#[derive(Debug)]
pub struct Cited {
    /// As it is written first.
    pub text: String,
    /// Article and bytes, in the order of articles and rows.
    pub places: Vec<(usize, Span)>,
}

/// The codes of a column that most languages have in the same row, by their normal form.
///
/// A code that one language alone has is damage there, and other rules name it.
pub fn common_codes(
    translations: &Translations,
    members: &[usize],
    slot: &TableSlot,
    column: usize,
) -> BTreeMap<String, Cited> {
    let mut common: BTreeMap<String, Cited> = BTreeMap::new();
    for row in &slot.rows {
        for (code, cited) in row_codes(translations, members, slot, row, column) {
            let entry = common.entry(code).or_insert_with(|| Cited {
                text: cited.text,
                places: Vec::new(),
            });
            entry.places.extend(cited.places);
        }
    }
    common
}

fn row_codes(
    translations: &Translations,
    members: &[usize],
    slot: &TableSlot,
    row: &Slot,
    column: usize,
) -> BTreeMap<String, Cited> {
    let mut found: BTreeMap<String, Cited> = BTreeMap::new();
    let mut voters = 0;
    for &article in members {
        let Some(table) = translations.shaped_table(slot, article) else {
            continue;
        };
        voters += 1;
        let Some(cell) = row.members[article].and_then(|at| table.rows[at].cells.get(column))
        else {
            continue;
        };
        let raw = translations.articles[article].source.slice(cell.span);
        for code in codes(raw) {
            let cited = found.entry(normal_key(code.text)).or_insert_with(|| Cited {
                text: code.text.to_owned(),
                places: Vec::new(),
            });
            if cited.places.last().is_none_or(|(last, _)| *last != article) {
                cited
                    .places
                    .push((article, code.span.shifted(cell.span.start)));
            }
        }
    }
    found.retain(|_, cited| cited.places.len() * 2 > voters);
    found
}

/// The keys of a table anywhere on the site that most of its languages have.
pub fn defined_codes(site: &Site, table: &TableRef) -> BTreeMap<String, Cited> {
    let translations = &site.translations[table.translations];
    let slot = &translations.tables[table.slot];
    let members: Vec<usize> = (0..translations.articles.len()).collect();
    match slot.key_column() {
        Some(column) => common_codes(translations, &members, slot, column),
        None => BTreeMap::new(),
    }
}

/// For so many codes of a column a slip is looked for: nobody makes more of them, and each is held against all others.
pub const SLIPS: usize = 20;

/// The code among others that a slip of the finger would make of this one.
pub fn near_miss<'a>(code: &str, others: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let as_long = others.filter(|other| other.len().abs_diff(code.len()) <= 2);
    as_long
        .map(|other| (strsim::damerau_levenshtein(code, &normal_key(other)), other))
        .filter(|(distance, _)| (1..=2).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

/// One place in each other language.
pub fn elsewhere(comparison: &Comparison, cited: &Cited, here: usize) -> Vec<Label> {
    let mut shown: Vec<usize> = Vec::new();
    let mut labels = Vec::new();
    for (article, span) in &cited.places {
        if *article != here && !shown.contains(article) && shown.len() < words::WITNESSES {
            shown.push(*article);
            let article = comparison.article(*article);
            labels.push(Label::new(&article.source, *span, article.locale.folder()));
        }
    }
    labels
}

/// The article to report a shared fault on and the first place there: the reference, else the first that has it.
pub fn first_place(comparison: &Comparison, cited: &Cited) -> (usize, Span) {
    let referred = cited
        .places
        .iter()
        .find(|(article, _)| comparison.is_reference(*article));
    *referred
        .or(cited.places.first())
        .expect("a cited code stands somewhere")
}
