//! The faults of those who silence findings.

use crate::diagnostic::{Fault, Severity};

pub static UNUSED_SUPPRESSION: Fault = Fault {
    name: "unused-suppression",
    severity: Severity::Warning,
    summary: "a comment or an entry allows a finding that is not there, gives no reason, or has run out",
};

pub static BASELINE_STALE: Fault = Fault {
    name: "baseline-stale",
    severity: Severity::Warning,
    summary: "the baseline names a finding that is no more",
};

/// Every fault of this room that is no rule.
pub static FAULTS: [&Fault; 2] = [&UNUSED_SUPPRESSION, &BASELINE_STALE];
