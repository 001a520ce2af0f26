//! SARIF 2.1.0, which code scanning on GitHub and many editors read. Section numbers are those of the standard.

use std::collections::BTreeMap;

use glotta::diagnostic::{
    Applicability, Diagnostic, Edit, Fault, Fix, Label, Severity, Source, Span, Unit,
};
use glotta::model::percent_encoded;
use serde::Serialize;

use super::{View, fingerprints, gravest_first, has_text, pretty, remarks};
use crate::cli::paths::{Paths, Place};
use crate::cli::tally;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What stands for the working directory, by the name that other tools give to it.
const ROOT: &str = "%SRCROOT%";
/// GitHub rejects a run with more results.
const MAX_RESULTS: usize = 25_000;

/// One run with the gravest findings first, so that what is left out weighs least.
pub fn report(view: &View) -> String {
    let mut findings = gravest_first(&view.report.diagnostics);
    let left_out = findings.len().saturating_sub(MAX_RESULTS);
    findings.truncate(MAX_RESULTS);
    let rules = rules(&findings);
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            invocations: [invocation(view.complete, left_out)],
            original_uri_base_ids: base_ids(),
            column_kind: "utf16CodeUnits",
            results: results(&findings, &rules, view),
            tool: tool(rules),
        }],
    };
    pretty(&log)
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation; 1],
    original_uri_base_ids: BTreeMap<&'static str, BaseId>,
    column_kind: &'static str,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

/// Without `uri` it is left to the reader where the folder stands (3.14.14); so a report names no machine.
#[derive(Serialize)]
struct BaseId {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifFix<'a>>,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    properties: Properties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

/// The end is the place behind the last character (3.30.7, 3.30.8).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFix<'a> {
    description: Message,
    artifact_changes: Vec<ArtifactChange<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Properties<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
}

impl Properties<'_> {
    fn is_empty(&self) -> bool {
        self.locale.is_none() && self.article.is_none()
    }
}

/// The kinds of fault that occur, in their usual order.
fn rules(findings: &[&Diagnostic]) -> Vec<&'static Fault> {
    let mut faults = glotta::faults();
    let occurring: std::collections::HashSet<&str> =
        findings.iter().map(|finding| finding.rule).collect();
    faults.retain(|fault| occurring.contains(fault.name));
    faults
}

fn tool(rules: Vec<&'static Fault>) -> Tool {
    Tool {
        driver: Driver {
            name: "glotta",
            version: env!("CARGO_PKG_VERSION"),
            rules: rules.into_iter().map(rule).collect(),
        },
    }
}

fn rule(fault: &'static Fault) -> Rule {
    Rule {
        id: fault.name,
        short_description: message(sentence(fault.summary)),
        full_description: message(sentence(fault.summary)),
        help: message(format!("`glotta explain {}` says more.", fault.name)),
        default_configuration: Configuration {
            level: level(fault.severity),
        },
    }
}

/// A summary with the capital and the full stop that readers of SARIF expect.
fn sentence(summary: &str) -> String {
    let mut letters = summary.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let sentence: String = first.chain(letters).collect();
    format!("{}.", sentence.trim_end_matches('.'))
}

fn message(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn invocation(complete: bool, left_out: usize) -> Invocation {
    let notification = || Notification {
        level: "warning",
        message: message(format!(
            "{} left out, because readers of SARIF take no more than {MAX_RESULTS} results.",
            tally::count(left_out, "finding is", "findings are")
        )),
    };
    Invocation {
        execution_successful: complete,
        tool_execution_notifications: (left_out > 0).then(notification).into_iter().collect(),
    }
}

fn base_ids() -> BTreeMap<&'static str, BaseId> {
    let description = message("The folder that the check was run in: the top of the repository.");
    BTreeMap::from([(ROOT, BaseId { description })])
}

fn results<'a>(
    findings: &[&'a Diagnostic],
    rules: &[&'static Fault],
    view: &View,
) -> Vec<SarifResult<'a>> {
    let index: BTreeMap<&str, usize> = rules
        .iter()
        .enumerate()
        .map(|(at, rule)| (rule.name, at))
        .collect();
    findings
        .iter()
        .zip(fingerprints(view.site, findings.iter().copied()))
        .map(|(finding, fingerprint)| result(finding, index[finding.rule], fingerprint, view.paths))
        .collect()
}

fn result<'a>(
    diagnostic: &'a Diagnostic,
    rule_index: usize,
    fingerprint: String,
    paths: &Paths,
) -> SarifResult<'a> {
    let related = diagnostic.related.iter().enumerate();
    SarifResult {
        rule_id: diagnostic.rule,
        rule_index,
        level: level(diagnostic.severity),
        message: message(remarks(diagnostic)),
        locations: [primary(diagnostic, paths)],
        related_locations: related
            .map(|(at, label)| related_location(at, label, paths))
            .collect(),
        partial_fingerprints: BTreeMap::from([("glotta/v1", fingerprint)]),
        fixes: fixes(diagnostic, paths),
        properties: Properties {
            locale: diagnostic.locale.as_deref(),
            article: diagnostic.article.as_deref(),
        },
    }
}

fn primary(diagnostic: &Diagnostic, paths: &Paths) -> Location {
    let place = &diagnostic.primary;
    Location {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: artifact(&place.source, paths),
            region: has_text(diagnostic).then(|| region(&place.source, place.span)),
        },
        message: None,
    }
}

fn related_location(at: usize, label: &Label, paths: &Paths) -> Location {
    Location {
        id: Some(at + 1),
        physical_location: PhysicalLocation {
            artifact_location: artifact(&label.source, paths),
            region: Some(region(&label.source, label.span)),
        },
        message: (!label.message.is_empty()).then(|| message(&label.message)),
    }
}

fn artifact(source: &Source, paths: &Paths) -> ArtifactLocation {
    match paths.place(source) {
        Place::Inside(path) => ArtifactLocation {
            uri: percent_encoded(&path),
            uri_base_id: Some(ROOT),
        },
        Place::Outside(path) => ArtifactLocation {
            uri: format!("file:///{}", percent_encoded(path.trim_start_matches('/'))),
            uri_base_id: None,
        },
    }
}

fn region(source: &Source, span: Span) -> Region {
    let start = source.position_in(span.start, Unit::Utf16);
    let end = source.position_in(span.end, Unit::Utf16);
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// What only shows what could be done is no fix that a program may apply.
fn fixes<'a>(diagnostic: &'a Diagnostic, paths: &Paths) -> Vec<SarifFix<'a>> {
    let fix = diagnostic.fix.iter();
    fix.filter(|fix| fix.applicability != Applicability::Display)
        .map(|fix| SarifFix {
            description: message(diagnostic.help.as_ref().unwrap_or(&diagnostic.message)),
            artifact_changes: changes(fix, paths),
        })
        .collect()
}

/// The edits of a fix by file.
fn changes<'a>(fix: &'a Fix, paths: &Paths) -> Vec<ArtifactChange<'a>> {
    let mut files: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for edit in &fix.edits {
        files.entry(edit.source.path()).or_default().push(edit);
    }
    files
        .into_values()
        .map(|edits| ArtifactChange {
            artifact_location: artifact(&edits[0].source, paths),
            replacements: edits.into_iter().map(replacement).collect(),
        })
        .collect()
}

fn replacement(edit: &Edit) -> Replacement<'_> {
    Replacement {
        deleted_region: region(&edit.source, edit.span),
        inserted_content: Content { text: &edit.text },
    }
}
