//! `ragged-row`: a row was written with more or fewer cells than its table has columns.

use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{Row, Slot, TableSlot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "ragged-row",
        severity: Severity::Error,
        summary: "a row has more or fewer cells than the table has columns",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        for row in &slot.rows {
            findings.examine();
            check_row(comparison, slot, row, findings);
        }
    }
    // Rows of a table that has another shape than elsewhere are in no slot.
    for &article in comparison.members() {
        let unpaired = comparison.tables().filter(|slot| {
            comparison.table(slot, article).is_none() && slot.key_column().is_none()
        });
        for table in unpaired.filter_map(|slot| comparison.translations.table(slot, article)) {
            for row in table
                .rows
                .iter()
                .filter(|row| row.written != table.columns.len())
            {
                let finding = finding(comparison, article, row, table.columns.len(), findings);
                findings.push(finding);
            }
        }
    }
}

fn check_row(comparison: &Comparison, slot: &TableSlot, row: &Slot, findings: &mut Findings) {
    let ragged: Vec<(usize, &Row, usize)> = comparison
        .members()
        .iter()
        .filter_map(|&article| {
            let table = comparison.translations.table(slot, article)?;
            let own = table.rows.get(row.members[article]?)?;
            (own.written != table.columns.len()).then_some((article, own, table.columns.len()))
        })
        .collect();
    let members = comparison.members();
    let having = row
        .present()
        .filter(|(article, _)| members.contains(article))
        .count();
    let referred = members
        .iter()
        .filter(|&&article| comparison.is_reference(article))
        .all(|&reference| ragged.iter().any(|(article, ..)| *article == reference));
    let usual = ragged.len() > 1 && ragged.len() * 2 > having && referred;
    match (usual, ragged.as_slice()) {
        // What most languages and the reference have is the source's fault and is told once.
        (true, [(article, own, columns), others @ ..]) => {
            let related = others.iter().take(words::WITNESSES).map(|(other, row, _)| {
                let other = comparison.article(*other);
                Label::new(&other.source, row.span, other.locale.folder())
            });
            let note = format!(
                "{} of {having} languages have it so; it is the source's fault",
                ragged.len()
            );
            let finding = finding(comparison, *article, own, *columns, findings)
                .related(related.collect::<Vec<_>>())
                .note(note);
            findings.push(comparison.shared(finding));
        }
        _ => ragged.iter().for_each(|(article, own, columns)| {
            let finding = finding(comparison, *article, own, *columns, findings);
            findings.push(finding);
        }),
    }
}

fn finding(
    comparison: &Comparison,
    article: usize,
    row: &Row,
    columns: usize,
    findings: &Findings,
) -> Diagnostic {
    let cells = words::count(row.written, "cell");
    let (why, help) = match row.written > columns {
        true => (
            "what is too much is not shown to any reader",
            "write a pipe that belongs to the words as `\\|`",
        ),
        false => (
            "the missing cells are shown empty",
            "add the pipe that got lost, or the cells",
        ),
    };
    let diagnostic = findings
        .found(
            comparison.article(article),
            end_of(row),
            format!(
                "this row has {cells} in a table of {}",
                words::count(columns, "column")
            ),
        )
        .expected(columns.to_string())
        .found(row.written.to_string());
    diagnostic.note(why).help(help)
}

/// The whole row: where the pipe is missing or too many, nobody can say.
fn end_of(row: &Row) -> Span {
    row.span
}
