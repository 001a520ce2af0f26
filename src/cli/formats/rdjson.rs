//! The Diagnostic Format of reviewdog, which comments on the changes of many platforms.

use std::sync::Arc;

use glotta::diagnostic::{Applicability, Diagnostic, Edit, Label, Severity, Source, Span, Unit};
use serde::Serialize;

use super::{View, concise, has_text, pretty, remarks};
use crate::cli::paths::Paths;

/// One object with all findings; its columns count bytes of UTF-8.
pub fn report(view: &View) -> String {
    let diagnostics = &view.report.diagnostics;
    let worst = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.severity)
        .max();
    pretty(&DiagnosticResult {
        source: Name { name: "glotta" },
        severity: worst.map_or("UNKNOWN_SEVERITY", severity),
        diagnostics: diagnostics
            .iter()
            .map(|finding| diagnostic(finding, view.paths))
            .collect(),
    })
}

#[derive(Serialize)]
struct DiagnosticResult<'a> {
    source: Name,
    severity: &'static str,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Name {
    name: &'static str,
}

#[derive(Serialize)]
struct Finding<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<[Suggestion<'a>; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RelatedLocation<'a>>,
    original_output: String,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct RelatedLocation<'a> {
    message: &'a str,
    location: Location,
}

fn diagnostic<'a>(diagnostic: &'a Diagnostic, paths: &Paths) -> Finding<'a> {
    let place = &diagnostic.primary;
    Finding {
        message: remarks(diagnostic),
        location: Location {
            path: paths.path(&place.source),
            range: has_text(diagnostic).then(|| range(&place.source, place.span)),
        },
        severity: severity(diagnostic.severity),
        code: Code {
            value: diagnostic.rule,
        },
        suggestions: edit(diagnostic).map(|edit| {
            [Suggestion {
                range: range(&edit.source, edit.span),
                text: &edit.text,
            }]
        }),
        related_locations: diagnostic
            .related
            .iter()
            .map(|label| related(label, paths))
            .collect(),
        original_output: concise::line(diagnostic).trim_end().to_owned(),
    }
}

/// A suggestion is about the finding's own file and taken by itself: a fix of several edits is none.
fn edit(diagnostic: &Diagnostic) -> Option<&Edit> {
    let fix = diagnostic.fix.as_ref()?;
    match fix.edits.as_slice() {
        [edit]
            if fix.applicability != Applicability::Display
                && Arc::ptr_eq(&edit.source, &diagnostic.primary.source) =>
        {
            Some(edit)
        }
        _ => None,
    }
}

fn related<'a>(label: &'a Label, paths: &Paths) -> RelatedLocation<'a> {
    RelatedLocation {
        message: &label.message,
        location: Location {
            path: paths.path(&label.source),
            range: Some(range(&label.source, label.span)),
        },
    }
}

fn range(source: &Source, span: Span) -> Range {
    Range {
        start: position(source, span.start),
        end: position(source, span.end),
    }
}

fn position(source: &Source, byte: usize) -> Position {
    let position = source.position_in(byte, Unit::Bytes);
    Position {
        line: position.line,
        column: position.column,
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}
