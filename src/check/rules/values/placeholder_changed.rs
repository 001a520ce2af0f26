//! `placeholder-changed`: a placeholder of a program was translated, damaged or lost.

use super::changes::{Change, Lost, Site};
use super::tokens::{Kind, Token};
use crate::check::departure::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "placeholder-changed",
        severity: Severity::Error,
        summary: "a placeholder that a program fills in was translated, damaged or lost",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for site in Site::all(comparison) {
        if !site.has(is_placeholder) || site.is_owned_by_tables() {
            continue;
        }
        findings.examine();
        let changes = site.changes(is_placeholder);
        for change in &changes {
            let mut found = report_all(&site, change, findings);
            for diagnostic in &mut found {
                if is_sample(diagnostic, change, &changes) {
                    diagnostic.severity = diagnostic.severity.shifted(Shift::Lower);
                }
            }
            findings.diagnostics.extend(found);
        }
    }
}

/// Whether another language has another word in the same single braces: `{Room7}`, `{Zimmer7}`, `{Kamer7}` may be a sample.
fn is_sample(diagnostic: &Diagnostic, change: &Change, changes: &[Change]) -> bool {
    let (Some(expected), Some(found)) = (&diagnostic.expected, &diagnostic.found) else {
        return false;
    };
    let others = changes.iter().filter(|it| it.article() != change.article());
    let lost = others.filter(|it| it.lost.iter().any(|lost| lost.written == expected));
    let mut words = lost.flat_map(|it| &it.gained).map(|token| &token.value);
    delimiters(expected) == "{}"
        && words.any(|word| delimiters(word) == "{}" && !word.eq_ignore_ascii_case(found))
}

fn is_placeholder(token: &Token) -> bool {
    token.kind == Kind::Placeholder
}

fn report_all(site: &Site, change: &Change, findings: &Findings) -> Vec<Diagnostic> {
    let mut gained = change.gained.clone();
    let mut found = Vec::new();
    for lost in change.lost.iter().filter(|it| is_for_programs(it.value)) {
        let alike = |token: &&Token| delimiters(&token.value) == delimiters(lost.value);
        match gained.iter().position(alike) {
            Some(at) => {
                let token = gained.remove(at);
                let diagnostic = change.report(site, lost, (token.start, token.end), findings);
                found.push(change.mend(site, lost, diagnostic));
            }
            None => found.extend(missing(site, change, lost, findings)),
        }
    }
    found
}

/// What has a blank, or letters that no program has in its names, is written for people: `{Machine Name}`.
fn is_for_programs(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_graphic())
}

/// All but the letters, digits and what joins them.
fn delimiters(value: &str) -> String {
    let marks = value
        .chars()
        .filter(|it| matches!(it, '{' | '}' | '$' | '%'));
    marks.collect()
}

/// The passage without a placeholder: nobody knows where it should stand.
fn missing(site: &Site, change: &Change, lost: &Lost, findings: &Findings) -> Option<Diagnostic> {
    if change.exchange.why != Why::Departs {
        return None;
    }
    let help = format!(
        "write `{}` as it is, wherever grammar wants it",
        lost.written
    );
    let decided = change.missing(site, lost, help, findings)?;
    // A sentence may have been rebuilt without it.
    Some(decided.shifted(Shift::Lower))
}
