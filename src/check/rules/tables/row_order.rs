//! `row-order`: the same rows in another order.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::rows;
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fault, Fix, Severity};
use crate::model::TableSlot;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "row-order",
        severity: Severity::Info,
        summary: "a table has the same rows in another order",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Only tables with a key: rows of words may be sorted by the language's own alphabet.
fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison
        .tables()
        .filter(|slot| slot.key_column().is_some())
    {
        findings.examine();
        let common = common_rows(comparison, slot);
        for difference in
            comparison.differences(|article| order(comparison, slot, &common, article))
        {
            let finding = finding(comparison, slot, &difference, &common, findings);
            findings.push(finding);
        }
    }
}

/// The rows that every language has.
fn common_rows(comparison: &Comparison, slot: &TableSlot) -> Vec<usize> {
    let tables = comparison
        .members()
        .iter()
        .filter(|article| comparison.table(slot, **article).is_some());
    let members: Vec<usize> = tables.copied().collect();
    let everywhere = |row: &usize| {
        members
            .iter()
            .all(|article| slot.rows[*row].members[*article].is_some())
    };
    (0..slot.rows.len()).filter(everywhere).collect()
}

fn order(
    comparison: &Comparison,
    slot: &TableSlot,
    common: &[usize],
    article: usize,
) -> Option<Vec<usize>> {
    comparison.table(slot, article)?;
    let mut order = common.to_vec();
    order.sort_by_key(|row| slot.rows[*row].members[article]);
    Some(order)
}

fn finding(
    comparison: &Comparison,
    slot: &TableSlot,
    difference: &Difference<Vec<usize>>,
    common: &[usize],
    findings: &Findings,
) -> Diagnostic {
    let article = difference.article;
    let found = order(comparison, slot, common, article).unwrap_or_default();
    let moved = moved(&found, &difference.expected);
    let names: Vec<String> = moved
        .iter()
        .map(|row| comparison.row_name(slot, &slot.rows[*row]))
        .collect();
    let who = match difference.why {
        Why::Departs => "in another order than elsewhere",
        Why::Doubted => "in the reference in another order than in most languages",
        Why::Divided => "in a different order in every language",
    };
    let verb = if names.len() == 1 { "stands" } else { "stand" };
    let listed = words::list(&names.iter().take(6).map(String::as_str).collect::<Vec<_>>());
    let first = moved.first().copied().unwrap_or_default();
    let span = slot
        .rows
        .get(first)
        .and_then(|row| rows::place(comparison, slot, row, article))
        .unwrap_or_default();
    let diagnostic = findings
        .found(
            comparison.article(article),
            span,
            format!("{listed} {verb} {who}"),
        )
        .help("put the rows into the same order, so that languages can be read side by side")
        .fix_if(fix(comparison, slot, difference, &found));
    comparison.decided(diagnostic, difference, |other| {
        rows::place(comparison, slot, slot.rows.get(first)?, other)
    })
}

/// Puts the rows that all languages have into the expected order, each at a place where one of them stands.
fn fix(
    comparison: &Comparison,
    slot: &TableSlot,
    difference: &Difference<Vec<usize>>,
    found: &[usize],
) -> Option<Fix> {
    comparison.applicability(difference)?;
    let source = &comparison.article(difference.article).source;
    let span = |row: usize| {
        Some(
            comparison
                .row(slot, &slot.rows[row], difference.article)?
                .span,
        )
    };
    let exchanged = found
        .iter()
        .zip(&difference.expected)
        .filter(|(here, wanted)| here != wanted);
    let edits = exchanged.map(|(here, wanted)| {
        Some(Edit {
            source: Arc::clone(source),
            span: span(*here)?,
            text: source.slice(span(*wanted)?).to_owned(),
        })
    });
    Some(Fix {
        applicability: Applicability::Unsafe,
        edits: edits.collect::<Option<_>>()?,
    })
}

/// The fewest rows that would have to move: those outside the longest run that keeps the expected order.
fn moved(found: &[usize], expected: &[usize]) -> Vec<usize> {
    let ranks: HashMap<usize, usize> = expected.iter().copied().zip(0..).collect();
    let ranks: Vec<usize> = found.iter().map(|row| ranks[row]).collect();
    let kept: HashSet<usize> = longest_ascending(&ranks).into_iter().collect();
    (0..found.len())
        .filter(|at| !kept.contains(at))
        .map(|at| found[at])
        .collect()
}

/// Places of a longest strictly ascending subsequence (patience sorting).
fn longest_ascending(values: &[usize]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut kept: Vec<usize> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_rows_move() {
        assert_eq!(moved(&[0, 2, 1, 3], &[0, 1, 2, 3]), [2]);
        assert_eq!(moved(&[3, 0, 1, 2], &[0, 1, 2, 3]), [3]);
        assert_eq!(moved(&[0, 1], &[0, 1]), [] as [usize; 0]);
    }
}
