//! `number-changed`: a number, a date or a time is another one than in other languages.

use super::changes::{Change, Lost, Site};
use super::numbers;
use super::tokens::Token;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "number-changed",
        severity: Severity::Warning,
        summary: "a number, a date or a time is another one than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    numbers::each(comparison, findings, report);
}

/// A number that is missing, with the one too many that resembles it most.
fn report(site: &Site, change: &Change, findings: &Findings) -> Vec<Diagnostic> {
    let mut gained = change.gained.clone();
    let mut found = Vec::new();
    for lost in &change.lost {
        let nearest = gained
            .iter()
            .enumerate()
            .min_by_key(|(_, token)| strsim::levenshtein(&token.value, lost.value));
        let Some((at, _)) = nearest else {
            break;
        };
        let token = gained.remove(at);
        let diagnostic = change.report(site, lost, (token.start, token.end), findings);
        found.push(diagnostic.shifted(certainty(site, lost, token)));
    }
    found
}

/// Before a unit, and in a table, a number is a fact and no part of a phrase.
fn certainty(site: &Site, lost: &Lost, found: &Token) -> Shift {
    let measured = |token: &Token| token.unit.is_some_and(|unit| !unit.is_empty());
    let same_unit = measured(found) && lost.token.unit == found.unit;
    match same_unit || site.passage.is_cell() {
        true => Shift::Higher,
        false => Shift::Usual,
    }
}
