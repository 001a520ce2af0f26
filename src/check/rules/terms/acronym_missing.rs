//! `acronym-missing`: an acronym of the other languages is not in the passage.

use super::acronyms::{self, Spread};
use crate::check::departure::{Exchange, Why};
use crate::check::words::quoted_list;
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};

/// Off by default.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "acronym-missing",
        severity: Severity::Info,
        summary: "an acronym of the other languages is not in the passage",
    },
    scope: Scope::Cohort(check),
    enabled: false,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    let mut spread = None;
    for passage in comparison.passages() {
        findings.examine();
        for exchange in comparison.exchanges(|article| acronyms::names(passage, article)) {
            let mut missing = missing(passage, &exchange);
            if missing.is_empty() || exchange.why != Why::Departs {
                continue;
            }
            let spread = spread.get_or_insert_with(|| Spread::of(comparison));
            let swap = acronyms::swap(passage, &exchange, spread);
            missing.retain(|name| swap.is_none_or(|(lost, _)| lost != *name));
            if !missing.is_empty() {
                findings.push(finding(comparison, passage, &exchange, &missing, findings));
            }
        }
    }
}

/// Acronyms of which nothing is left.
fn missing<'a>(passage: &Passage, exchange: &Exchange<&'a str>) -> Vec<&'a str> {
    let here = acronyms::names(passage, exchange.article).unwrap_or_default();
    let mut missing = exchange.lost.clone();
    missing.dedup();
    missing.retain(|name| !here.contains(name));
    missing
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    exchange: &Exchange<&str>,
    missing: &[&str],
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(exchange.article);
    let span = passage
        .first_line(article, exchange.article)
        .unwrap_or_default();
    let name = comparison.passage_name(passage, exchange.article);
    let message = format!(
        "{} of other languages is not in {name}",
        quoted_list(missing)
    );
    let finding = findings
        .found(article, span, message)
        .expected(missing.join(", "))
        .help("name it, unless your language writes it out");
    comparison.decided(finding, exchange, |other| place(passage, other, missing))
}

fn place(passage: &Passage, article: usize, names: &[&str]) -> Option<Span> {
    let acronyms = acronyms::of_words(&passage.words(article)?);
    let mut shown = acronyms
        .into_iter()
        .filter(|(name, _)| names.contains(name));
    shown.next().map(|(_, span)| span)
}
