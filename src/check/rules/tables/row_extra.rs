//! `row-extra`: a row that no other language has.

use std::collections::HashSet;

use super::rows::{self, Gaps, Presence, Repetitions};
use crate::check::departure::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "row-extra",
        severity: Severity::Error,
        summary: "a table has a row that it should not have",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        findings.examined += slot.rows.len();
        let mut presences = rows::presences(comparison, slot);
        presences.retain(|presence| {
            !presence.difference.expected && presence.difference.why == Why::Departs
        });
        if presences.is_empty() {
            continue;
        }
        let (repetitions, gaps) = (Repetitions::of(comparison, slot), Gaps::of(slot));
        // A row that stands there twice is the business of `row-duplicated`.
        presences.retain(|presence| {
            repetitions
                .twin(presence.row, presence.difference.article)
                .is_none()
        });
        for presence in without_worded(comparison, presences) {
            let finding = finding(comparison, &presence, &gaps, findings);
            findings.push(finding);
        }
    }
}

/// Leaves out neighbouring rows of which most languages have one each: they are one row, whose key each language words in its own way.
fn without_worded<'a>(comparison: &Comparison, presences: Vec<Presence<'a>>) -> Vec<Presence<'a>> {
    let is_worded = |run: &[Presence]| {
        let articles: HashSet<usize> = run.iter().map(|it| it.difference.article).collect();
        articles.len() == run.len() && run.len() * 2 > comparison.members().len()
    };
    let mut worded = HashSet::new();
    for run in presences.chunk_by(|one, next| next.at <= one.at + 1) {
        if is_worded(run) {
            worded.extend(run.iter().map(|it| it.at));
        }
    }
    let others = presences.into_iter().filter(|it| !worded.contains(&it.at));
    others.collect()
}

fn finding(
    comparison: &Comparison,
    presence: &Presence,
    gaps: &Gaps,
    findings: &Findings,
) -> Diagnostic {
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
        gaps.gap(comparison, presence.at, other)
    })
}
