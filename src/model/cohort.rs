//! Which translations may be held against one another.

use std::collections::BTreeMap;

use super::{Slot, Translations};

/// How many languages must share an old source version for it to be judged on its own.
const QUORUM: usize = 3;

/// Articles that should state the same facts.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cohort {
    /// Indices of articles, ascending.
    pub members: Vec<usize>,
    /// The one that holds the truth, where there is one.
    pub reference: Option<usize>,
}

/// Groups an article's languages by the source version that they were made from.
///
/// Damage is not staleness: a translation of an older source is held against others of that version only. Where there is
/// no reference, translations of other versions vote with the rest as long as they are built alike, because three
/// languages of one version are often not to be had.
pub fn cohorts(translations: &Translations) -> Vec<Cohort> {
    match translations.reference {
        Some(reference) => with_reference(translations, reference),
        None => without_reference(translations),
    }
}

fn with_reference(translations: &Translations, reference: usize) -> Vec<Cohort> {
    let is_fresh = |article: &usize| !translations.is_stale(*article);
    let (fresh, stale): (Vec<usize>, Vec<usize>) =
        (0..translations.articles.len()).partition(is_fresh);
    std::iter::once(Cohort {
        members: fresh,
        reference: Some(reference),
    })
    .chain(
        by_version(translations, &stale)
            .into_values()
            .filter(|group| group.len() >= QUORUM)
            .map(alone),
    )
    .collect()
}

fn without_reference(translations: &Translations) -> Vec<Cohort> {
    let all: Vec<usize> = (0..translations.articles.len()).collect();
    let mut groups: Vec<Vec<usize>> = by_version(translations, &all).into_values().collect();
    // The largest group is joined by smaller ones that are built like it; the others keep to themselves.
    groups.sort_by_key(|group| (usize::MAX - group.len(), group[0]));
    let mut main = groups.remove(0);
    let mut others = Vec::new();
    for group in groups {
        if group.len() < QUORUM
            && group
                .iter()
                .all(|article| is_built_like(translations, *article, &main))
        {
            main.extend(group);
        } else if group.len() >= QUORUM {
            others.push(alone(group));
        }
    }
    main.sort_unstable();
    std::iter::once(alone(main)).chain(others).collect()
}

fn alone(members: Vec<usize>) -> Cohort {
    Cohort {
        members,
        reference: None,
    }
}

fn version(translations: &Translations, article: usize) -> Option<&str> {
    translations.articles[article]
        .source_version()
        .map(|(version, _)| version)
}

fn by_version<'a>(
    translations: &'a Translations,
    articles: &[usize],
) -> BTreeMap<Option<&'a str>, Vec<usize>> {
    let mut groups: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for article in articles {
        groups
            .entry(version(translations, *article))
            .or_default()
            .push(*article);
    }
    groups
}

/// Whether an article differs from a group in at most a tenth of sections, tables and rows, or in two of them.
fn is_built_like(translations: &Translations, article: usize, group: &[usize]) -> bool {
    let mut all = 0usize;
    let mut different = 0usize;
    let mut compare = |slot: &Slot| {
        let having = group
            .iter()
            .filter(|member| slot.members[**member].is_some())
            .count();
        let usual = having * 2 > group.len();
        let here = slot.members[article].is_some();
        all += usize::from(usual || here);
        different += usize::from(usual != here);
    };
    translations.sections.iter().for_each(&mut compare);
    for table in &translations.tables {
        compare(&table.tables);
        // A table of another shape is one difference, however many rows it has.
        if translations.shaped_table(table, article).is_some() {
            table.rows.iter().for_each(&mut compare);
        }
    }
    let misshapen = translations.tables.iter().filter(|table| {
        translations.table(table, article).is_some()
            && translations.shaped_table(table, article).is_none()
    });
    different + misshapen.count() <= 2.max(all / 10)
}
