//! `identifier-case`: an identifier in running text is spelt with other capital letters than in other languages.

use super::identifiers::{self, Damage};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "identifier-case",
        severity: Severity::Warning,
        summary: "an identifier in running text is spelt with other capital letters than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    identifiers::each(comparison, Damage::Cased, findings);
}
