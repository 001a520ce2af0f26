//! `cell-emptied`: a cell is empty here and filled elsewhere, or the other way round.

use super::cells::{self, CellSlot};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "cell-emptied",
        severity: Severity::Warning,
        summary: "a cell is empty in this language and filled in others, or the other way round",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for cell in cells::all(comparison) {
        findings.examine();
        let empty = |article: usize| {
            let text = &cell.cell(comparison, article)?.text;
            (!cells::is_not_applicable(text)).then(|| cells::is_empty(text))
        };
        for difference in comparison.differences(empty) {
            let finding = finding(comparison, &cell, &difference, findings);
            findings.push(finding);
        }
    }
}

fn finding(
    comparison: &Comparison,
    cell: &CellSlot,
    difference: &Difference<bool>,
    findings: &Findings,
) -> Diagnostic {
    let what = cell.name(comparison, difference.article);
    let message = match (difference.why, difference.expected) {
        (Why::Departs, true) => format!("{what} is filled here and empty elsewhere"),
        (Why::Departs, false) => format!("{what} is empty here and filled elsewhere"),
        (Why::Doubted, true) => {
            format!("{what} is empty in most languages, and not in the reference")
        }
        (Why::Doubted, false) => format!("{what} is empty in the reference alone"),
        (Why::Divided, _) => format!("languages disagree whether {what} is empty"),
    };
    let help = match (difference.why, difference.expected) {
        (Why::Departs, false) => "translate the cell",
        _ => "fill the cell in all languages or in none",
    };
    // An empty cell has no bytes to point at: its row has.
    let span = cell
        .span(comparison, difference.article)
        .filter(|span| !span.is_empty());
    let row = comparison.row(cell.slot, cell.row, difference.article);
    let span = span.or(row.map(|row| row.span)).unwrap_or_default();
    let diagnostic = findings
        .found(comparison.article(difference.article), span, message)
        .help(help);
    comparison.decided(diagnostic, difference, |other| cell.span(comparison, other))
}
