//! Which articles break off before their end, and what is lost there.

use std::collections::{BTreeMap, HashSet};

use crate::model::{Cohort, Slot, Spot, Translations};

/// The share of an article that must be lost at its end.
const SHARE: f64 = 0.15;

/// How many things must be lost at the end: fewer are told one by one.
const FEW: usize = 4;

/// An article that breaks off.
#[derive(Debug)]
pub struct Cut {
    /// How many headings, blocks and rows are lost at the end, and how many there should be in all.
    pub lost: usize,
    pub all: usize,
    /// The members that go on where the article ends.
    pub witnesses: Vec<usize>,
    /// What stands behind the end in other languages.
    beyond: HashSet<Spot>,
    /// What the article ends in or with.
    last: Option<Spot>,
}

impl Cut {
    /// Whether something stands behind the end.
    pub fn is_beyond(&self, spot: Spot) -> bool {
        self.beyond.contains(&spot)
    }

    /// Whether the article breaks off in it, so that it may be incomplete.
    pub fn is_last(&self, spot: Spot) -> bool {
        self.last == Some(spot)
    }
}

/// Returns the members of a cohort that break off, by article.
pub fn cuts(translations: &Translations, cohort: &Cohort) -> BTreeMap<usize, Cut> {
    let whole = Whole::of(translations, cohort);
    let suspects = cohort.members.iter().copied();
    let suspects = suspects.filter(|article| cohort.reference != Some(*article));
    suspects
        .filter_map(|article| Some((article, whole.cut(article)?)))
        .collect()
}

/// What an article of the cohort should hold.
struct Whole<'a> {
    translations: &'a Translations,
    cohort: &'a Cohort,
    /// What is expected, in the order of the text.
    spots: Vec<Spot>,
}

impl<'a> Whole<'a> {
    fn of(translations: &'a Translations, cohort: &'a Cohort) -> Whole<'a> {
        let spots = translations.spots().iter().copied();
        let expected = |spot: &Spot| is_expected(translations, cohort, slot(translations, *spot));
        Whole {
            translations,
            cohort,
            spots: spots.filter(expected).collect(),
        }
    }

    fn has(&self, article: usize, spot: Spot) -> bool {
        slot(self.translations, spot).members[article].is_some()
    }

    fn cut(&self, article: usize) -> Option<Cut> {
        let last = self.spots.iter().rposition(|spot| self.has(article, *spot));
        let behind = last.map_or(0, |last| last + 1);
        let rows = last.map_or(0, |last| self.rows_behind(article, self.spots[last]));
        if rows + self.spots.len() - behind < FEW || self.ends_otherwise(article, last) {
            return None;
        }
        let weight = |spots: &[Spot]| spots.iter().map(|spot| 1 + self.rows(*spot)).sum::<usize>();
        let (lost, all) = (rows + weight(&self.spots[behind..]), weight(&self.spots));
        let last_of_all = *self.spots.last()?;
        let members = self.cohort.members.iter().copied();
        let witness = |other: &usize| *other != article && self.has(*other, last_of_all);
        (lost as f64 >= SHARE * all as f64).then(|| Cut {
            lost,
            all,
            witnesses: members.filter(witness).collect(),
            beyond: self.spots[behind..].iter().copied().collect(),
            last: last.map(|last| self.spots[last]),
        })
    }

    /// Whether an article goes on with something that nobody expects.
    fn ends_otherwise(&self, article: usize, last: Option<usize>) -> bool {
        let spots = self.translations.spots().iter().rev().copied();
        let end = last.map(|last| self.spots[last]);
        let mut behind = spots.take_while(|spot| Some(*spot) != end);
        behind.any(|spot| self.has(article, spot))
    }

    /// How many rows are expected of a table.
    fn rows(&self, spot: Spot) -> usize {
        match spot {
            Spot::Table(at) => self.expected(&self.translations.tables[at].rows),
            _ => 0,
        }
    }

    /// How many rows are expected behind the last one that an article has.
    fn rows_behind(&self, article: usize, spot: Spot) -> usize {
        let Spot::Table(at) = spot else {
            return 0;
        };
        let rows = &self.translations.tables[at].rows;
        let last = rows.iter().rposition(|row| row.members[article].is_some());
        last.map_or(0, |last| self.expected(&rows[last + 1..]))
    }

    fn expected(&self, rows: &[Slot]) -> usize {
        let rows = rows.iter();
        rows.filter(|row| is_expected(self.translations, self.cohort, row))
            .count()
    }
}

fn slot(translations: &Translations, spot: Spot) -> &Slot {
    match spot {
        Spot::Section(at) => &translations.sections[at],
        Spot::Piece(at) => &translations.pieces()[at],
        Spot::Table(at) => &translations.tables[at].tables,
    }
}

/// Whether the reference has a thing and is not alone with it, or without one a strict majority of the languages.
fn is_expected(translations: &Translations, cohort: &Cohort, slot: &Slot) -> bool {
    let languages = |has: bool| {
        let members = cohort.members.iter();
        let those = members.filter(|member| slot.members[**member].is_some() == has);
        let language = |member: &usize| translations.articles[*member].locale.language();
        those.map(language).collect::<HashSet<_>>().len()
    };
    let (with, without) = (languages(true), languages(false));
    match cohort.reference {
        Some(reference) => slot.members[reference].is_some() && (without < 3 || with >= without),
        None => with >= 2 && with > without,
    }
}
