//! What one language does all through an article is a habit, and is told once.

use std::collections::BTreeMap;

use super::{Findings, words};
use crate::diagnostic::{Diagnostic, Label, Severity};

/// So many findings of one rule in one article, and so large a share of the places that the rule looked at, are a habit.
const FINDINGS: usize = 5;
const SHARE: f64 = 0.4;

/// Makes one finding of those that one language repeats in most places of an article (RULES: more than 40 %).
///
/// Errors stay what they are: each is a fact that is wrong, and has its own remedy.
pub fn collapse(findings: &mut Findings) {
    let mut habits: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, diagnostic) in findings.diagnostics.iter().enumerate() {
        if let (Some(locale), true) = (&diagnostic.locale, diagnostic.severity < Severity::Error) {
            habits.entry(locale.clone()).or_default().push(at);
        }
    }
    let many = |places: &Vec<usize>| {
        places.len() >= FINDINGS && places.len() as f64 > SHARE * findings.examined as f64
    };
    habits.retain(|_, places| many(places));
    let mut diagnostics: Vec<Option<Diagnostic>> =
        findings.diagnostics.drain(..).map(Some).collect();
    for places in habits.values() {
        let all = places.iter().filter_map(|&at| diagnostics[at].take());
        let habit = habit(all.collect());
        diagnostics.extend(habit.map(Some));
    }
    findings.diagnostics = diagnostics.into_iter().flatten().collect();
}

/// The first finding, which speaks for all.
fn habit(mut all: Vec<Diagnostic>) -> Option<Diagnostic> {
    Diagnostic::sort(&mut all);
    let severity = all.iter().map(|diagnostic| diagnostic.severity).max()?;
    let mut all = all.into_iter();
    let mut first = all.next()?;
    let places: Vec<Label> = all.map(|other| other.primary).collect();
    first.severity = severity;
    first.message = format!(
        "{}, and so it is in {} of this article",
        first.message,
        words::count(places.len(), "more place")
    );
    let habit = "if this is how the language is written here, set the level of the rule for this locale in `glotta.yml`";
    first.help = Some(match first.help {
        Some(help) => format!("{help}; {habit}"),
        None => habit.to_owned(),
    });
    first.related.extend(places);
    first.fix = None;
    Some(first)
}
