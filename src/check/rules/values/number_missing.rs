//! `number-missing`: a number of other languages is nowhere in a passage.

use super::changes::{Change, Site};
use super::numbers;
use crate::check::departure::Why;
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
    let help = format!("write `{}`, unless words say the same", lost.written);
    change
        .missing(site, lost, help, findings)
        .into_iter()
        .collect()
}
