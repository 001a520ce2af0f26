//! `row-extra`: a row that no other language has.

use super::rows::{self, Presence};
use crate::check::comparison::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "row-extra",
        severity: Severity::Error,
        summary: "a table has a row that it should not have",
    },
    scope: Scope::Cohort(check),
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        findings.examined += slot.rows.len();
        for presence in rows::presences(comparison, slot) {
            if !presence.difference.expected
                && presence.difference.why == Why::Departs
                && !is_repeated(comparison, &presence)
            {
                let finding = finding(comparison, &presence, findings);
                findings.push(finding);
            }
        }
    }
}

/// A row that stands there twice is `row-duplicated`'s business.
fn is_repeated(comparison: &Comparison, presence: &Presence) -> bool {
    let article = presence.difference.article;
    let table = comparison.table(presence.slot, article);
    table
        .zip(presence.row.members[article])
        .is_some_and(|(table, at)| rows::is_repeated(table, presence.slot, at))
}

fn finding(comparison: &Comparison, presence: &Presence, findings: &Findings) -> Diagnostic {
    let (slot, article) = (presence.slot, presence.difference.article);
    let name = comparison.row_name(slot, presence.row);
    let span = rows::place(comparison, slot, presence.row, article).unwrap_or_default();
    let diagnostic = findings
        .found(
            comparison.article(article),
            span,
            format!("{name} is in no other language"),
        )
        .found(name)
        .help("remove the row, or add it to the other languages if the product has it");
    comparison.decided(diagnostic, &presence.difference, |other| {
        rows::gap(comparison, slot, presence.at, other)
    })
}
