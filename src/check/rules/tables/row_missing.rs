//! `row-missing`: a row that the table should have is not there.

use super::cells;
use super::rows::{self, Gaps, Presence};
use crate::check::departure::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Label, Severity, Span};
use crate::model::{ColumnRole, is_code};

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
    let diagnostic = diagnostic.fix_if(fix(comparison, presence, gap));
    comparison.decided(diagnostic, &presence.difference, |other| {
        rows::place(comparison, slot, presence.row, other)
    })
}

/// Adds a witness's row behind the one that it belongs behind. Its words still want translating, and say so.
fn fix(comparison: &Comparison, presence: &Presence, gap: Option<Span>) -> Option<Fix> {
    let (slot, article) = (presence.slot, presence.difference.article);
    let source = &comparison.article(article).source;
    let header = comparison.table(slot, article)?.header.span;
    let before = gap.filter(|gap| *gap != header);
    // Behind the header stands the line of hyphens.
    let line = match before {
        Some(row) => source.line_around(row.start),
        None => {
            let next = source.line_around(header.start).end + source.line_break().len();
            (next < source.text().len()).then(|| source.line_around(next))?
        }
    };
    let start = before.unwrap_or(header).start;
    // What stands before the row on its line, such as the marks of a quote, stands before the new one.
    let margin = Span::new(source.line_around(start).start, start);
    let text = format!(
        "{}{}{}",
        source.line_break(),
        source.slice(margin),
        copied(comparison, presence)?
    );
    let place = Span::new(line.end, line.end);
    Some(Fix::replace(Applicability::Unsafe, source, place, text))
}

/// What a writer finds before the words of a copied cell: they still have to be translated.
const UNTRANSLATED: &str = "TODO: ";

/// A witness's row as a line.
fn copied(comparison: &Comparison, presence: &Presence) -> Option<String> {
    let slot = presence.slot;
    let witness = comparison
        .witnesses(&presence.difference)
        .into_iter()
        .next()?;
    let row = comparison.row(slot, presence.row, witness)?;
    let source = &comparison.article(witness).source;
    let cells = row.cells.iter().zip(&slot.roles).map(|(cell, role)| {
        let words =
            *role == ColumnRole::Prose && !cells::is_empty(&cell.text) && !is_code(&cell.text);
        let mark = if words { UNTRANSLATED } else { "" };
        format!("{mark}{}", source.slice(cell.span))
    });
    Some(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")))
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
