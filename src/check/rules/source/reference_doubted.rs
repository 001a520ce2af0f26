//! `reference-doubted`: most languages agree on something else than the reference says.

use crate::check::{Rule, Scope};
use crate::diagnostic::{Fault, Severity};

/// Rules that compare languages find such places, each in its own kind of fact; `Comparison::decided` makes them findings of this one.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "reference-doubted",
        severity: Severity::Warning,
        summary: "most languages agree against the reference",
    },
    scope: Scope::Verdict,
    enabled: true,
};
