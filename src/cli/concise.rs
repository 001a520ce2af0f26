//! One line for each finding, as editors and `grep` read it.

use glotta::diagnostic::Diagnostic;

use super::harmless::one_line;

/// `path:line:column: severity[rule] message`.
pub fn text(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(line).collect()
}

fn line(diagnostic: &Diagnostic) -> String {
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
