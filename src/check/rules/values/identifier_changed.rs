//! `identifier-changed`: an identifier in running text is another one than in other languages.

use super::identifiers::{self, Damage};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "identifier-changed",
        severity: Severity::Error,
        summary: "an identifier in running text is another one than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    identifiers::each(comparison, Damage::Changed, findings);
}
