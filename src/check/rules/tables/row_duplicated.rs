//! `row-duplicated`: a key, or a whole row, stands in a table twice.

use super::rows::{self, Repetitions};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Label, Severity, Shift, Span};
use crate::model::{Row, Slot, TableSlot, is_code};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "row-duplicated",
        severity: Severity::Error,
        summary: "a row stands in a table twice",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        let repetitions = Repetitions::of(comparison, slot);
        for row in &slot.rows {
            findings.examine();
            let repeating: Vec<usize> = comparison
                .members()
                .iter()
                .copied()
                .filter(|&article| repetitions.twin(row, article).is_some())
                .collect();
            if repeating.is_empty() {
                continue;
            }
            let differences = comparison.differences(|article| {
                comparison
                    .table(slot, article)
                    .map(|_| row.members[article].is_some())
            });
            let departing: Vec<Difference<bool>> = differences
                .into_iter()
                .filter(|difference| {
                    difference.why == Why::Departs
                        && !difference.expected
                        && repeating.contains(&difference.article)
                })
                .collect();
            match departing.is_empty() {
                true => findings.diagnostics.extend(shared(
                    comparison,
                    slot,
                    row,
                    &repeating,
                    &repetitions,
                    findings,
                )),
                false => departing.iter().for_each(|difference| {
                    let finding =
                        finding(comparison, slot, row, difference, &repetitions, findings);
                    findings.push(finding);
                }),
            }
        }
    }
}

fn finding(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    difference: &Difference<bool>,
    repetitions: &Repetitions,
    findings: &Findings,
) -> Diagnostic {
    let article = difference.article;
    let name = comparison.row_name(slot, row);
    let span = rows::place(comparison, slot, row, article).unwrap_or_default();
    let diagnostic = findings
        .found(
            comparison.article(article),
            span,
            format!("{name} stands in the table twice"),
        )
        .help("remove the row that is too many")
        .related(twin(comparison, slot, row, article, repetitions))
        .fix_if(fix(comparison, slot, row, article, repetitions));
    comparison.decided(diagnostic, difference, |_| None)
}

/// Removes the line of a row that says nothing but what its twin says.
fn fix(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    article: usize,
    repetitions: &Repetitions,
) -> Option<Fix> {
    let source = &comparison.article(article).source;
    let table = comparison.table(slot, article)?;
    let (own, twin) = (
        comparison.row(slot, row, article)?,
        table.rows.get(repetitions.twin(row, article)?)?,
    );
    let words = |row: &Row| -> Vec<&str> {
        row.cells
            .iter()
            .map(|cell| source.slice(cell.span))
            .collect()
    };
    if words(own) != words(twin) || own.written != twin.written {
        return None;
    }
    // With the line break before it, which every row of a table has.
    let line = source.line_around(own.span.start);
    let before = source.line_around(line.start.checked_sub(1)?).end;
    let place = Span::new(before, line.end);
    Some(Fix::replace(Applicability::Unsafe, source, place, ""))
}

/// Where most languages repeat the row, the source does. A key of words may stand twice on purpose; a code may not.
fn shared(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    repeating: &[usize],
    repetitions: &Repetitions,
    findings: &Findings,
) -> Option<Diagnostic> {
    let article = *repeating
        .iter()
        .find(|&&article| comparison.is_reference(article))
        .unwrap_or(&repeating[0]);
    let key = comparison
        .row(slot, row, article)?
        .cells
        .get(slot.key_column()?)?;
    let most = repeating.len() * 2 > comparison.members().len();
    (most && is_code(&key.text)).then(|| {
        let number = words::count(repeating.len(), "language");
        let finding = findings.found(
            comparison.article(article),
            key.span,
            format!("`{}` stands in the table twice", key.text),
        );
        comparison
            .shared(finding)
            .note(format!(
                "{number} of {} repeat it, so the fault is the source's",
                comparison.members().len()
            ))
            .help("remove the row that is too many in all languages, or mend its code")
            .related(twin(comparison, slot, row, article, repetitions))
            .shifted(Shift::Lower)
    })
}

/// The place where the row stands as well.
fn twin(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    article: usize,
    repetitions: &Repetitions,
) -> Option<Label> {
    let table = comparison.table(slot, article)?;
    Some(Label::new(
        &comparison.article(article).source,
        table.rows[repetitions.twin(row, article)?].span,
        "it stands here as well",
    ))
}
