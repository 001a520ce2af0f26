//! A report as one JSON object, whose shape is a promise.

use glotta::Report;
use glotta::diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
use serde::Serialize;

use super::{View, pretty};
use crate::cli::statistics::Statistics;

/// What the object promises, as a JSON Schema.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// Returns the object with a line break at its end.
pub fn report(view: &View) -> String {
    pretty(&Object {
        statistics: view.statistics,
        ..Object::new(view.report)
    })
}

#[derive(Serialize)]
struct Object<'a> {
    version: u8,
    summary: SummaryObject,
    diagnostics: Vec<DiagnosticObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<&'a Statistics>,
}

#[derive(Serialize)]
struct SummaryObject {
    locales: usize,
    articles: usize,
    tables: usize,
    rows: usize,
    cells: usize,
    error: usize,
    warning: usize,
    info: usize,
    /// Findings that have a safe fix.
    fixable: usize,
}

#[derive(Serialize)]
struct DiagnosticObject<'a> {
    rule: &'a str,
    severity: Severity,
    path: &'a str,
    locale: Option<&'a str>,
    article: Option<&'a str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    note: Option<&'a str>,
    help: Option<&'a str>,
    expected: Option<&'a str>,
    found: Option<&'a str>,
    related: Vec<LabelObject<'a>>,
    fix: Option<FixObject<'a>>,
}

#[derive(Serialize)]
struct LabelObject<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct FixObject<'a> {
    applicability: &'static str,
    edits: Vec<EditObject<'a>>,
}

#[derive(Serialize)]
struct EditObject<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Object<'a> {
    fn new(report: &'a Report) -> Self {
        let summary = &report.summary;
        Object {
            version: 1,
            summary: SummaryObject {
                locales: summary.locales,
                articles: summary.articles,
                tables: summary.tables,
                rows: summary.rows,
                cells: summary.cells,
                error: report.count(Severity::Error),
                warning: report.count(Severity::Warning),
                info: report.count(Severity::Info),
                fixable: report.diagnostics.iter().filter(is_fixable).count(),
            },
            diagnostics: report.diagnostics.iter().map(diagnostic).collect(),
            statistics: None,
        }
    }
}

fn is_fixable(diagnostic: &&Diagnostic) -> bool {
    let fix = diagnostic.fix.as_ref();
    fix.is_some_and(|fix| fix.applicability == Applicability::Safe)
}

fn diagnostic(diagnostic: &Diagnostic) -> DiagnosticObject<'_> {
    let source = &diagnostic.primary.source;
    let start = diagnostic.position();
    let end = source.position(diagnostic.primary.span.end);
    DiagnosticObject {
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        path: source.path(),
        locale: diagnostic.locale.as_deref(),
        article: diagnostic.article.as_deref(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: &diagnostic.message,
        note: diagnostic.note.as_deref(),
        help: diagnostic.help.as_deref(),
        expected: diagnostic.expected.as_deref(),
        found: diagnostic.found.as_deref(),
        related: diagnostic.related.iter().map(label).collect(),
        fix: diagnostic.fix.as_ref().map(fix),
    }
}

fn label(label: &Label) -> LabelObject<'_> {
    let position = label.source.position(label.span.start);
    LabelObject {
        path: label.source.path(),
        line: position.line,
        column: position.column,
        message: &label.message,
    }
}

fn fix(fix: &Fix) -> FixObject<'_> {
    FixObject {
        applicability: fix.applicability.name(),
        edits: fix.edits.iter().map(edit).collect(),
    }
}

fn edit(edit: &Edit) -> EditObject<'_> {
    EditObject {
        path: edit.source.path(),
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    }
}
