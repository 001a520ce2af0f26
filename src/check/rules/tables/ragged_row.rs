//! `ragged-row`: a row was written with more or fewer cells than its table has columns.

use std::ops::Range;
use std::sync::Arc;

use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{
    Applicability, Diagnostic, Edit, Fault, Fix, Label, Severity, Source, Span,
};
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
            findings.push_shared(comparison, finding);
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
    diagnostic
        .note(why)
        .help(help)
        .fix_if(fix(&comparison.article(article).source, row, columns))
}

/// Escapes the pipes inside code, where they are as many as there are cells too many: nobody means to end a cell there.
fn fix(source: &Arc<Source>, row: &Row, columns: usize) -> Option<Fix> {
    let pipes = pipes_in_code(source.slice(row.span));
    let enough = row.written > columns && pipes.len() == row.written - columns;
    let edits = pipes.into_iter().map(|at| Edit {
        source: Arc::clone(source),
        span: Span::new(at, at).shifted(row.span.start),
        text: "\\".to_owned(),
    });
    enough.then(|| Fix {
        applicability: Applicability::Unsafe,
        edits: edits.collect(),
    })
}

/// Where pipes without a backslash stand between two runs of as many backquotes.
fn pipes_in_code(text: &str) -> Vec<usize> {
    let runs = backquotes(text);
    let (mut pipes, mut at) = (Vec::new(), 0);
    while let Some(opening) = runs.get(at) {
        let closing = runs[at + 1..]
            .iter()
            .position(|run| run.len() == opening.len());
        let Some(closing) = closing.map(|ahead| at + 1 + ahead) else {
            at += 1;
            continue;
        };
        let code = &text[opening.end..runs[closing].start];
        let found = code.match_indices('|').map(|(pipe, _)| pipe);
        let bare = found.filter(|pipe| !code[..*pipe].ends_with('\\'));
        pipes.extend(bare.map(|pipe| opening.end + pipe));
        at = closing + 1;
    }
    pipes
}

/// The runs of backquotes of a text.
fn backquotes(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// The whole row: where the pipe is missing or too many, nobody can say.
fn end_of(row: &Row) -> Span {
    row.span
}
