//! `image-parity`: an image is another one than in other languages, or is missing.

use super::parity::{self, Kind};
use crate::check::{Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "image-parity",
        severity: Severity::Error,
        summary: "an image is another one than in other languages, or is missing",
    },
    scope: Scope::Cohort(|comparison, findings| parity::check(comparison, Kind::Image, findings)),
    enabled: true,
};
