//! Sums a check up in a sentence.

use glotta::Report;
use glotta::diagnostic::Severity;

use super::{Ending, harmless};

/// `5 locales, 1 article, … examined by 69 rules: 2 errors, 0 warnings, 1 info`.
pub fn sentence(report: &Report) -> String {
    let summary = &report.summary;
    let allowed = match report.allowed {
        0 => String::new(),
        allowed => format!(", {allowed} allowed"),
    };
    format!(
        "{}, {}, {}, {}, {} examined by {}: {}, {}, {}{allowed}",
        count(summary.locales, "locale", "locales"),
        count(summary.articles, "article", "articles"),
        count(summary.tables, "table", "tables"),
        count(summary.rows, "row", "rows"),
        count(summary.cells, "cell", "cells"),
        count(report.examined.len(), "rule", "rules"),
        count(report.count(Severity::Error), "error", "errors"),
        count(report.count(Severity::Warning), "warning", "warnings"),
        count(report.count(Severity::Info), "info", "infos"),
    )
}

/// Which baseline was applied and what it did; that there was none is told only where `all` is wanted.
pub fn baseline(report: &Report, all: bool) -> Option<String> {
    match &report.baseline {
        Some(applied) => Some(format!(
            "{} of the baseline {} left out",
            count(applied.left_out, "older finding", "older findings"),
            applied.file
        )),
        None => all.then(|| "no baseline was applied".to_owned()),
    }
}

/// How much was found and is not told.
pub fn older(number: usize, revision: &str) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    format!(
        "{} older than {} {verb} left out",
        count(number, "finding", "findings"),
        harmless::one_line(revision)
    )
}

/// What each rule examined, one line a rule.
pub fn examined(report: &Report) -> String {
    let lines: Vec<String> = report
        .examined
        .iter()
        .map(|(rule, count)| format!("{count:>8} {rule}"))
        .collect();
    lines.join("\n")
}

/// A number with its noun.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Errors are fatal, and warnings where they are denied.
pub fn ending(report: &Report, deny_warnings: bool) -> Ending {
    let warnings = if deny_warnings {
        report.count(Severity::Warning)
    } else {
        0
    };
    match report.count(Severity::Error) + warnings {
        0 => Ending::Done,
        _ => Ending::Faulty,
    }
}
