//! `link-changed`: a link leads elsewhere than in other languages, or is missing.

use super::parity::{self, Kind};
use crate::check::{Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "link-changed",
        severity: Severity::Error,
        summary: "a link leads elsewhere than in other languages, or is missing",
    },
    scope: Scope::Cohort(|comparison, findings| parity::check(comparison, Kind::Link, findings)),
    enabled: true,
};
