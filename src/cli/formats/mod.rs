//! Forms of a report, each a function from what was found to a text.

mod concise;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod rdjson;
mod sarif;

pub use human::{Style, text as findings};
pub use json::SCHEMA;

use glotta::Report;
use glotta::diagnostic::Diagnostic;
use glotta::model::{Fingerprint, Site};
use serde::Serialize;

use super::arguments::Format;
use super::paths::Paths;
use super::statistics::Statistics;
use super::terminal::Terminal;

/// A report and what a form of it needs besides.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub report: &'a Report,
    pub site: &'a Site,
    /// Each article with the locale folders that have it, so that silence can be shown.
    pub articles: &'a [(String, Vec<String>)],
    pub paths: &'a Paths,
    /// What `--statistics` asks for.
    pub statistics: Option<&'a Statistics>,
    pub style: Style,
    pub quiet: bool,
    /// Whether the check came to its end.
    pub complete: bool,
}

impl<'a> View<'a> {
    /// A report on a check that did not come to its end.
    pub fn new(report: &'a Report, site: &'a Site, paths: &'a Paths, terminal: &Terminal) -> Self {
        View {
            report,
            site,
            articles: &[],
            paths,
            statistics: None,
            style: terminal.style(),
            quiet: terminal.is_quiet(),
            complete: false,
        }
    }
}

/// The function that writes a form.
pub fn writer(format: Format) -> fn(&View) -> String {
    match format {
        Format::Human => human::report,
        Format::Concise => concise::report,
        Format::Json => json::report,
        Format::Sarif => sarif::report,
        Format::Github => github::report,
        Format::Gitlab => gitlab::report,
        Format::Junit => junit::report,
        Format::Rdjson => rdjson::report,
    }
}

/// What tells each finding from all others, in forty hexadecimal digits: the same as the baseline's.
fn fingerprints<'a>(
    site: &Site,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
) -> Vec<String> {
    let fingerprints = glotta::fingerprints(site, diagnostics);
    fingerprints.iter().map(Fingerprint::id).collect()
}

/// JSON as a person can read it, with a line break at its end.
fn pretty(value: &impl Serialize) -> String {
    // Strings and numbers in structs always have a form in JSON.
    let mut text = serde_json::to_string_pretty(value).expect("plain values are JSON");
    text.push('\n');
    text
}

/// Findings with the gravest first, and otherwise in the order of the report.
fn gravest_first(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    sorted
}

/// What is wrong, why it matters and what to do, each on a line.
fn remarks(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    for (name, remark) in [("note", &diagnostic.note), ("help", &diagnostic.help)] {
        if let Some(remark) = remark {
            text.push_str(&format!("\n{name}: {remark}"));
        }
    }
    text
}

/// Whether a diagnostic's text is there: of a folder, or of a file that cannot be read, it is not.
fn has_text(diagnostic: &Diagnostic) -> bool {
    !diagnostic.primary.source.text().is_empty()
}
