//! `table-shape`: a table is missing, surplus, or has another number of columns.

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::TableSlot;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "table-shape",
        severity: Severity::Error,
        summary: "a table is missing or surplus, or has another number of columns than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        findings.examine();
        for difference in comparison.differences(|article| width(comparison, slot, article)) {
            let finding = finding(comparison, slot, &difference, findings);
            findings.push(finding);
        }
    }
}

/// How many columns an article's table has: none where it has no table, and no answer where it has no such section, which is
/// a fault of its own.
fn width(comparison: &Comparison, slot: &TableSlot, article: usize) -> Option<usize> {
    match comparison.translations.table(slot, article) {
        Some(table) => Some(table.columns.len()),
        None if comparison.breaks_off_at_table(article, slot) => None,
        None => section(comparison, slot, article).map(|_| 0),
    }
}

/// The article's section that corresponds to the one where others have the table.
fn section(comparison: &Comparison, slot: &TableSlot, article: usize) -> Option<usize> {
    let (other, table) = slot
        .tables
        .present()
        .find(|(other, _)| comparison.members().contains(other))?;
    let there = comparison.article(other).tables[table].section;
    comparison.translations.section_slot((other, there)).members[article]
}

fn finding(
    comparison: &Comparison,
    slot: &TableSlot,
    difference: &Difference<usize>,
    findings: &Findings,
) -> Diagnostic {
    let article = difference.article;
    let found = width(comparison, slot, article).unwrap_or(0);
    let place = |article: usize| match comparison.translations.table(slot, article) {
        Some(table) => Some(table.header.span),
        None => section(comparison, slot, article)
            .map(|section| comparison.section_span(article, section)),
    };
    let columns = |number: usize| words::count(number, "column");
    let message = match (difference.why, difference.expected, found) {
        (Why::Divided, expected, found) => format!(
            "languages disagree whether this table has {} or {}",
            columns(found),
            columns(expected)
        ),
        (Why::Doubted, 0, _) => "the reference has a table that most languages lack".to_owned(),
        (Why::Doubted, expected, _) => format!(
            "the reference's table has {} where most languages have {expected}",
            columns(found)
        ),
        (Why::Departs, 0, _) => "this table is in no other language".to_owned(),
        (Why::Departs, expected, 0) => format!(
            "a table of {} is missing from this section",
            columns(expected)
        ),
        (Why::Departs, expected, _) => {
            format!("the table has {} instead of {expected}", columns(found))
        }
    };
    let span = place(article).unwrap_or(Span::new(0, 0));
    let diagnostic = findings
        .found(comparison.article(article), span, message)
        .expected(difference.expected.to_string())
        .found(found.to_string())
        .help(help(difference, found));
    comparison.decided(diagnostic, difference, place)
}

fn help(difference: &Difference<usize>, found: usize) -> &'static str {
    match (difference.why, found.cmp(&difference.expected)) {
        (Why::Doubted | Why::Divided, _) => {
            "compare the languages with the product, and make them alike"
        }
        (Why::Departs, std::cmp::Ordering::Less) => "restore what is missing here",
        (Why::Departs, _) => "remove what is surplus here, or add it to the other languages",
    }
}
