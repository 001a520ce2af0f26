//! GitLab's code quality: a list that a merge request shows beside its changes.

use glotta::diagnostic::{Diagnostic, Severity};
use serde::Serialize;

use super::{View, fingerprints, pretty};
use crate::cli::paths::Paths;

/// An issue for each finding. GitLab shows one of those that share a fingerprint, so none does.
pub fn report(view: &View) -> String {
    let diagnostics = &view.report.diagnostics;
    let issues: Vec<Issue> = diagnostics
        .iter()
        .zip(fingerprints(view.site, diagnostics))
        .map(|(diagnostic, fingerprint)| issue(diagnostic, fingerprint, view.paths))
        .collect();
    pretty(&issues)
}

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Range<usize>,
    positions: Range<Position>,
}

#[derive(Serialize)]
struct Range<T> {
    begin: T,
    end: T,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

fn issue<'a>(diagnostic: &'a Diagnostic, fingerprint: String, paths: &Paths) -> Issue<'a> {
    Issue {
        description: &diagnostic.message,
        check_name: diagnostic.rule,
        fingerprint,
        severity: severity(diagnostic.severity),
        location: location(diagnostic, paths),
    }
}

/// `critical` and `blocker` stay free for what a team itself puts above its documentation.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

fn location(diagnostic: &Diagnostic, paths: &Paths) -> Location {
    let source = &diagnostic.primary.source;
    let position = |byte| {
        let position = source.position(byte);
        Position {
            line: position.line,
            column: position.column,
        }
    };
    let begin = position(diagnostic.primary.span.start);
    let end = position(diagnostic.primary.span.end);
    Location {
        path: paths.path(source),
        lines: Range {
            begin: begin.line,
            end: end.line,
        },
        positions: Range { begin, end },
    }
}
