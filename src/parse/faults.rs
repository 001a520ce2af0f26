//! The faults that reading a text can find.

use crate::diagnostic::{Fault, Severity};

pub static FRONT_MATTER_SYNTAX: Fault = Fault {
    name: "front-matter-syntax",
    severity: Severity::Error,
    summary: "The front matter is not YAML that can be read.",
};

pub static FRONT_MATTER_UNCLOSED: Fault = Fault {
    name: "front-matter-unclosed",
    severity: Severity::Error,
    summary: "The front matter has no closing `---`.",
};

pub static DUPLICATE_KEY: Fault = Fault {
    name: "duplicate-key",
    severity: Severity::Error,
    summary: "A mapping has the same key twice.",
};

pub static CONFIGURATION_SYNTAX: Fault = Fault {
    name: "configuration-syntax",
    severity: Severity::Error,
    summary: "`glotta.yml` is not YAML that can be read.",
};

pub static UNKNOWN_CONFIGURATION_KEY: Fault = Fault {
    name: "unknown-configuration-key",
    severity: Severity::Error,
    summary: "`glotta.yml` has a key that means nothing.",
};

pub static CONFIGURATION_VALUE: Fault = Fault {
    name: "configuration-value",
    severity: Severity::Error,
    summary: "`glotta.yml` has a value that a key cannot take.",
};

pub static TOO_MANY_FOOTNOTES: Fault = Fault {
    name: "too-many-footnotes",
    severity: Severity::Warning,
    summary: "An article has more footnotes than can be read in good time.",
};

pub static LIMIT_EXCEEDED: Fault = Fault {
    name: "limit-exceeded",
    severity: Severity::Error,
    summary: "An article nests deeper, or has a larger table, than is read.",
};

pub static DIALECT_SYNTAX: Fault = Fault {
    name: "dialect-syntax",
    severity: Severity::Warning,
    summary: "A directive of Microsoft Learn is unknown, has no other half, or lacks what it needs.",
};

pub static NAVIGATION_SYNTAX: Fault = Fault {
    name: "navigation-syntax",
    severity: Severity::Error,
    summary: "A table of contents, `toc.yml`, is not YAML that can be read.",
};

pub static LANDING_SYNTAX: Fault = Fault {
    name: "landing-syntax",
    severity: Severity::Error,
    summary: "A landing page is not YAML that can be read.",
};

pub static JSON_SYNTAX: Fault = Fault {
    name: "json-syntax",
    severity: Severity::Error,
    summary: "A `docfx.json`, or a file about publishing or redirects, is not JSON that can be read.",
};

/// Every fault of this room.
pub static FAULTS: [&Fault; 12] = [
    &FRONT_MATTER_SYNTAX,
    &FRONT_MATTER_UNCLOSED,
    &DUPLICATE_KEY,
    &CONFIGURATION_SYNTAX,
    &UNKNOWN_CONFIGURATION_KEY,
    &CONFIGURATION_VALUE,
    &TOO_MANY_FOOTNOTES,
    &LIMIT_EXCEEDED,
    &DIALECT_SYNTAX,
    &NAVIGATION_SYNTAX,
    &LANDING_SYNTAX,
    &JSON_SYNTAX,
];
