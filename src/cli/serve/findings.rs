//! What a page is told of its findings: JSON for the script that shows them.

use glotta::Report;
use glotta::diagnostic::Diagnostic;
use glotta::discover::LoadError;
use glotta::render::Shown;
use serde::Serialize;

use crate::cli::paths::Paths;
use crate::cli::tally;

/// As many findings as a page shows; who wants more asks `glotta check`.
const MOST: usize = 50;

/// Something that keeps the site from being as new as its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    place: String,
    message: String,
    help: Option<String>,
}

/// What is shown on a page.
#[derive(Serialize)]
struct View {
    title: String,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct FindingView {
    severity: &'static str,
    /// File, line and column, as terminals and editors have them.
    place: String,
    message: String,
    rule: Option<&'static str>,
    note: Option<String>,
    help: Option<String>,
}

impl Problem {
    /// Reads a message whose first line may begin with a place, and whose last with `help:`.
    pub fn new(message: &str) -> Problem {
        let (message, help) = match message.split_once("\nhelp:") {
            Some((message, help)) => (message, Some(help.trim().to_owned())),
            None => (message, None),
        };
        let (place, message) = match message.split_once(": ") {
            Some((place, rest)) if place.starts_with("templates/") => (place, rest),
            _ => ("", message),
        };
        Problem {
            place: place.to_owned(),
            message: message.to_owned(),
            help,
        }
    }

    /// Why a site could not be read. Of several errors in a configuration the first is told.
    pub fn of(error: &LoadError, paths: &Paths) -> Problem {
        let LoadError::Configuration(diagnostics) = error else {
            return Problem::new(&error.to_string());
        };
        let first = diagnostics.first().map(|first| Problem {
            place: place(first, paths),
            message: first.message.clone(),
            help: first.help.clone(),
        });
        first.unwrap_or_else(|| Problem::new(&error.to_string()))
    }
}

/// What is wrong with a page, on one line: an object with a title and a list, which is empty where nothing is.
pub fn json(
    problems: &[Problem],
    shown: Option<&Shown>,
    report: Option<&Report>,
    paths: &Paths,
) -> String {
    let found: Vec<&Diagnostic> = match (shown, report) {
        (Some(shown), Some(report)) => {
            let found = report.diagnostics.iter();
            found.filter(|finding| concerns(finding, shown)).collect()
        }
        _ => Vec::new(),
    };
    let own = problems.iter().map(FindingView::of_problem);
    let others = found.iter().map(|finding| FindingView::of(finding, paths));
    let view = View {
        title: title(problems.len(), found.len()),
        findings: own.chain(others).take(MOST).collect(),
    };
    serde_json::to_string(&view).expect("texts are JSON")
}

fn title(problems: usize, found: usize) -> String {
    let found = tally::count(found, "finding", "findings");
    match problems {
        0 => format!("Glotta: {found} in this page"),
        _ => format!("Glotta: the newest site cannot be shown; {found} in this page"),
    }
}

/// Whether a finding is about the text that a page shows, in its language or in all.
fn concerns(finding: &Diagnostic, shown: &Shown) -> bool {
    let is_part = |id: &String| *id == shown.id || shown.parts.contains(id);
    let locale = finding.locale.as_ref();
    finding.article.as_ref().is_some_and(is_part)
        && locale.is_none_or(|locale| *locale == shown.locale)
}

fn place(finding: &Diagnostic, paths: &Paths) -> String {
    let position = finding.position();
    format!(
        "{}:{}:{}",
        paths.path(&finding.primary.source),
        position.line,
        position.column
    )
}

impl FindingView {
    fn of(finding: &Diagnostic, paths: &Paths) -> FindingView {
        FindingView {
            severity: finding.severity.name(),
            place: place(finding, paths),
            message: finding.message.clone(),
            rule: Some(finding.rule),
            note: finding.note.clone(),
            help: finding.help.clone(),
        }
    }

    fn of_problem(problem: &Problem) -> FindingView {
        FindingView {
            severity: "error",
            place: problem.place.clone(),
            message: problem.message.clone(),
            rule: None,
            note: None,
            help: problem.help.clone(),
        }
    }
}
