//! `identifier-mangled`: an identifier in running text has blanks or foreign signs inside.

use super::identifiers::{self, Damage};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "identifier-mangled",
        severity: Severity::Error,
        summary: "an identifier in running text has blanks or foreign signs inside",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    identifiers::each(comparison, Damage::Mangled, findings);
}
