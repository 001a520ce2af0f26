//! `row-missing`: a row that the table should have is not there.

use super::rows::{self, Gaps, Presence};
use crate::check::comparison::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "row-missing",
        severity: Severity::Error,
        summary: "a row of a table is missing in this language",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        findings.examined += slot.rows.len();
        let lacking = |presence: &Presence| {
            presence.difference.expected || presence.difference.why != Why::Departs
        };
        let mut presences = rows::presences(comparison, slot);
        presences.retain(lacking);
        if presences.is_empty() {
            continue;
        }
        let gaps = Gaps::of(slot);
        for presence in &presences {
            let finding = match presence.difference.why {
                Why::Departs => missing(comparison, presence, &gaps, findings),
                Why::Doubted => doubted(comparison, presence, &gaps, findings),
                Why::Divided => divided(comparison, presence, &gaps, findings),
            };
            findings.push(finding);
        }
    }
}

fn missing(
    comparison: &Comparison,
    presence: &Presence,
    gaps: &Gaps,
    findings: &Findings,
) -> Diagnostic {
    let (slot, article) = (presence.slot, presence.difference.article);
    let name = comparison.row_name(slot, presence.row);
    let header = comparison
        .table(slot, article)
        .map_or(Span::default(), |table| table.header.span);
    let source = &comparison.article(article).source;
    let gap = gaps.gap(comparison, presence.at, article);
    let diagnostic = findings
        .found(
            comparison.article(article),
            header,
            format!("the table lacks {name}"),
        )
        .expected(name.clone())
        .help(format!("translate {name} and add it"))
        .related(
            gap.filter(|gap| *gap != header)
                .map(|gap| Label::new(source, gap, "it belongs behind this row")),
        );
    comparison.decided(diagnostic, &presence.difference, |other| {
        rows::place(comparison, slot, presence.row, other)
    })
}

/// The reference stands alone with a row, or without one.
fn doubted(
    comparison: &Comparison,
    presence: &Presence,
    gaps: &Gaps,
    findings: &Findings,
) -> Diagnostic {
    let (slot, article) = (presence.slot, presence.difference.article);
    let name = comparison.row_name(slot, presence.row);
    let (message, help) = match presence.difference.expected {
        true => (
            format!("the reference lacks {name}, which most languages have"),
            "add the row to the reference, or remove it everywhere",
        ),
        false => (
            format!("only the reference has {name}"),
            "add the row to the translations, or remove it here",
        ),
    };
    let span = rows::place(comparison, slot, presence.row, article)
        .or_else(|| gaps.gap(comparison, presence.at, article));
    let diagnostic = findings
        .found(
            comparison.article(article),
            span.unwrap_or_default(),
            message,
        )
        .help(help);
    comparison.decided(diagnostic, &presence.difference, |other| {
        rows::place(comparison, slot, presence.row, other)
    })
}

fn divided(
    comparison: &Comparison,
    presence: &Presence,
    gaps: &Gaps,
    findings: &Findings,
) -> Diagnostic {
    let slot = presence.slot;
    let having = comparison
        .members()
        .iter()
        .copied()
        .find(|&article| comparison.row(slot, presence.row, article).is_some());
    let article = having.unwrap_or(presence.difference.article);
    let name = comparison.row_name(slot, presence.row);
    let span = rows::place(comparison, slot, presence.row, article).unwrap_or_default();
    let diagnostic = findings
        .found(
            comparison.article(article),
            span,
            format!("languages disagree whether the table has {name}"),
        )
        .help(
            "find out from the product whether the row belongs there, and make the languages alike",
        );
    let lacking = comparison
        .members()
        .iter()
        .copied()
        .find(|&other| comparison.row(slot, presence.row, other).is_none());
    let related = lacking.and_then(|other| {
        let source = &comparison.article(other).source;
        Some(Label::new(
            source,
            gaps.gap(comparison, presence.at, other)?,
            "the row is not here",
        ))
    });
    comparison.decided(diagnostic.related(related), &presence.difference, |_| None)
}
