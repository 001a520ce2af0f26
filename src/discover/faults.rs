//! The faults that looking for texts can find.

use crate::diagnostic::{Fault, Severity};

pub static UNKNOWN_LOCALE: Fault = Fault {
    name: "unknown-locale",
    severity: Severity::Warning,
    summary: "A folder holds articles, and its name is no language tag.",
};

pub static DUPLICATE_LOCALE: Fault = Fault {
    name: "duplicate-locale",
    severity: Severity::Error,
    summary: "Two folders are the same language.",
};

pub static MISSING_LOCALE: Fault = Fault {
    name: "missing-locale",
    severity: Severity::Error,
    summary: "A configured language has no folder.",
};

pub static ARTICLE_OUTSIDE_LOCALES: Fault = Fault {
    name: "article-outside-locales",
    severity: Severity::Info,
    summary: "A Markdown file stands beside the language folders and belongs to no language.",
};

pub static DUPLICATE_ARTICLE: Fault = Fault {
    name: "duplicate-article",
    severity: Severity::Error,
    summary: "The paths of two articles are one on many systems.",
};

pub static UNREADABLE_ARTICLE: Fault = Fault {
    name: "unreadable-article",
    severity: Severity::Error,
    summary: "What should be an article cannot be read.",
};

pub static UNREADABLE_FILE: Fault = Fault {
    name: "unreadable-file",
    severity: Severity::Error,
    summary: "A template, a file of words or a file that is shown as code cannot be read.",
};

pub static NUL_CHARACTER: Fault = Fault {
    name: "nul-character",
    severity: Severity::Error,
    summary: "A text holds a NUL character, which no Markdown file can mean.",
};

/// Every fault of this room. `invalid-encoding` is a rule as well and stands among the rules.
pub static FAULTS: [&Fault; 8] = [
    &UNKNOWN_LOCALE,
    &DUPLICATE_LOCALE,
    &MISSING_LOCALE,
    &ARTICLE_OUTSIDE_LOCALES,
    &DUPLICATE_ARTICLE,
    &UNREADABLE_ARTICLE,
    &UNREADABLE_FILE,
    &NUL_CHARACTER,
];
