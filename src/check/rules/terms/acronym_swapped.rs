//! `acronym-swapped`: one acronym stands in the place of another.

use super::acronyms::{self, Spread};
use crate::check::departure::{Exchange, Why};
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "acronym-swapped",
        severity: Severity::Warning,
        summary: "one acronym stands in the place of another",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    let mut spread = None;
    for passage in comparison.passages() {
        findings.examine();
        for exchange in comparison.exchanges(|article| acronyms::names(passage, article)) {
            if exchange.why == Why::Divided
                || exchange.lost.is_empty()
                || exchange.gained.is_empty()
            {
                continue;
            }
            let spread = spread.get_or_insert_with(|| Spread::of(comparison));
            if let Some(swap) = acronyms::swap(passage, &exchange, spread) {
                findings.push(finding(comparison, passage, &exchange, swap, findings));
            }
        }
    }
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    exchange: &Exchange<&str>,
    (lost, gained): (&str, &str),
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(exchange.article);
    let place = |article: usize, name: &str| -> Option<Span> {
        let acronyms = acronyms::of_words(&passage.words(article)?);
        acronyms
            .into_iter()
            .find(|(it, _)| *it == name)
            .map(|(_, span)| span)
    };
    let whose = if exchange.why == Why::Doubted {
        "most"
    } else {
        "other"
    };
    let message = format!("`{gained}` stands here in the place of `{lost}` of {whose} languages");
    let span = place(exchange.article, gained).unwrap_or_default();
    let finding = findings
        .found(article, span, message)
        .expected(lost)
        .found(gained)
        .help(format!(
            "write `{lost}` if the passage is about the same thing as elsewhere"
        ));
    comparison.decided(finding, exchange, |other| place(other, lost))
}
