//! `number-missing`: a number of other languages is nowhere in a passage.

use super::changes::{Change, Site};
use super::numbers;
use crate::check::comparison::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity};

/// Off by default.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "number-missing",
        severity: Severity::Warning,
        summary: "a number that other languages have is missing",
    },
    scope: Scope::Cohort(check),
    enabled: false,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    numbers::each(comparison, findings, report);
}

/// One finding a passage; a number that became another one is `number-changed`'s business.
fn report(site: &Site, change: &Change, findings: &Findings) -> Vec<Diagnostic> {
    let Some(lost) = change.lost.first() else {
        return Vec::new();
    };
    if !change.gained.is_empty() || change.exchange.why != Why::Departs {
        return Vec::new();
    }
    let article = site.comparison.article(change.article());
    let Some(span) = site.passage.first_line(article, change.article()) else {
        return Vec::new();
    };
    let place = site.comparison.passage_name(site.passage, change.article());
    let message = format!(
        "`{}` of other languages is missing in {place}",
        lost.written
    );
    let diagnostic = findings
        .found(article, span, message)
        .help(format!(
            "write `{}`, unless words say the same",
            lost.written
        ))
        .expected(lost.written);
    vec![
        site.comparison
            .decided(diagnostic, &change.exchange, |other| {
                site.passage.span(other)
            }),
    ]
}
