//! Kinds of fault, how bad they are, and how loudly a project wants to hear of them.

use serde::{Deserialize, Serialize};

/// A kind of fault that can be reported: its stable name and its usual severity.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Kebab-case, naming the fault, so that it reads well after "allow".
    pub name: &'static str,
    pub severity: Severity,
    /// What the fault is, in one English sentence.
    pub summary: &'static str,
}

/// How certain it is that a document is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warning,
    /// Certainly wrong: nothing is published.
    Error,
}

/// How a finding differs from what is usual for its fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    Lower,
    Usual,
    Higher,
}

impl Severity {
    pub fn shifted(self, shift: Shift) -> Self {
        match (shift, self) {
            (Shift::Usual, severity) => severity,
            (Shift::Lower, Severity::Error) => Severity::Warning,
            (Shift::Lower, _) => Severity::Info,
            (Shift::Higher, Severity::Info) => Severity::Warning,
            (Shift::Higher, _) => Severity::Error,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a project wants done with a kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Not reported.
    Off,
    /// Reported at this severity, however certain the single finding is.
    At(Severity),
}

impl Level {
    pub const NAMES: [&'static str; 4] = ["off", "info", "warning", "error"];

    /// Reads a level's name, as it stands in `levels:`.
    pub fn from_name(name: &str) -> Option<Level> {
        match name {
            "off" => Some(Level::Off),
            "info" => Some(Level::At(Severity::Info)),
            "warning" => Some(Level::At(Severity::Warning)),
            "error" => Some(Level::At(Severity::Error)),
            _ => None,
        }
    }
}
