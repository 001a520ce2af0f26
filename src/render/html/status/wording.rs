//! The messages for the states of an article and for the severities of findings.

use crate::diagnostic::Severity;
use crate::model::State;

/// What a state is called.
pub(super) fn name(state: State) -> &'static str {
    match state {
        State::Current => "state-current",
        State::Stale => "state-stale",
        State::Damaged => "state-damaged",
        State::Missing => "state-missing",
        State::Exempt => "state-exempt",
    }
}

/// What a state means.
pub(super) fn meaning(state: State) -> &'static str {
    match state {
        State::Current => "state-current-text",
        State::Stale => "state-stale-text",
        State::Damaged => "state-damaged-text",
        State::Missing => "state-missing-text",
        State::Exempt => "state-exempt-text",
    }
}

/// What a severity is called.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}
