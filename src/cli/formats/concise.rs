//! One line for each finding, as editors and `grep` read it.

use glotta::diagnostic::Diagnostic;

use super::View;
use crate::cli::harmless::one_line;

/// A line for each finding; with statistics their table alone.
pub fn report(view: &View) -> String {
    match view.statistics {
        Some(statistics) => statistics.table(view.style.width),
        None => view.report.diagnostics.iter().map(line).collect(),
    }
}

/// `path:line:column: severity[rule] message`, with a line break at its end.
pub fn line(diagnostic: &Diagnostic) -> String {
    let position = diagnostic.position();
    format!(
        "{}:{}:{}: {}[{}] {}\n",
        one_line(diagnostic.primary.source.path()),
        position.line,
        position.column,
        diagnostic.severity.name(),
        diagnostic.rule,
        one_line(&diagnostic.message)
    )
}
