//! `invariant-cell-changed`: a name that a machine knows was translated or damaged.

use std::collections::BTreeMap;

use super::cells::{self, CellSlot, Doubt, normal_text};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Shift};
use crate::model::{ColumnRole, is_code, is_identifier};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "invariant-cell-changed",
        severity: Severity::Error,
        summary: "an identifier in a table was translated or damaged",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for cell in cells::all(comparison) {
        let role = cell.slot.roles[cell.column];
        if matches!(role, ColumnRole::Key | ColumnRole::Codes) {
            continue;
        }
        let values = values(comparison, &cell);
        if mostly_codes(&values) {
            continue;
        }
        findings.examine();
        // In a column of words, where nearly all cells are, nothing else counts.
        if role != ColumnRole::Identifier && !values.values().any(|it| is_identifier(it)) {
            continue;
        }
        for difference in cells::differences(comparison, |article| values.get(&article).cloned()) {
            if !must_agree(comparison, &cell, &values, &difference) {
                continue;
            }
            let found = values.get(&difference.article).cloned().unwrap_or_default();
            let doubt = Doubt::of(&found, &difference.expected);
            if doubt == Doubt::Same {
                continue;
            }
            let mut finding = cells::changed(comparison, &cell, &difference, &found, findings);
            let named =
                is_declared(comparison, &cell, &difference) || is_identifier(&difference.expected);
            let mangled = cells::letters(&found) == cells::letters(&difference.expected);
            if !named {
                finding = finding.shifted(Shift::Lower);
            }
            // A word among names may be one that this language translates.
            if doubt == Doubt::Wording || !(named || mangled) {
                finding.severity = Severity::Info;
            }
            findings.push(finding);
        }
    }
}

/// What each member says in a cell where it says something.
fn values(comparison: &Comparison, cell: &CellSlot) -> BTreeMap<usize, String> {
    let value = |&article: &usize| {
        let text = normal_text(&cell.cell(comparison, article)?.text);
        (!cells::is_empty(&text)).then_some((article, text))
    };
    comparison.members().iter().filter_map(value).collect()
}

/// Cells of codes are `code-cell-changed`'s business.
fn mostly_codes(values: &BTreeMap<usize, String>) -> bool {
    values.values().filter(|value| is_code(value)).count() * 2 > values.len()
}

/// Whether a value is one that no language changes.
///
/// In a column of identifiers every cell is, save the odd word: a cell that most languages translate, as they do
/// `Success` among names of errors, is a word. In a column of words only a value with an identifier's shape counts,
/// where most languages keep it, or where what stands there is the same name written otherwise.
fn must_agree(
    comparison: &Comparison,
    cell: &CellSlot,
    values: &BTreeMap<usize, String>,
    difference: &Difference<String>,
) -> bool {
    let same = values
        .values()
        .filter(|value| **value == difference.expected)
        .count();
    let shaped = is_identifier(&difference.expected);
    let found = values.get(&difference.article).map_or("", String::as_str);
    let mangled = cells::letters(found) == cells::letters(&difference.expected);
    let declared = is_declared(comparison, cell, difference);
    match (cell.slot.roles[cell.column], difference.why) {
        (ColumnRole::Identifier, Why::Divided) => shaped && is_identifier(found),
        (ColumnRole::Identifier, _) => {
            let wording = is_measured(&difference.expected) && !mangled;
            declared || shaped || (same * 2 > values.len() && !wording)
        }
        (_, Why::Departs) => shaped && same >= 2 && (same * 2 > values.len() || mangled),
        _ => false,
    }
}

fn is_declared(comparison: &Comparison, cell: &CellSlot, difference: &Difference<String>) -> bool {
    let table = comparison.table(cell.slot, difference.article);
    table.is_some_and(|table| table.columns[cell.column].declared)
}

/// Whether a value is written with numbers and blanks, as dates and amounts are, which each language writes in its own way.
fn is_measured(value: &str) -> bool {
    value.contains(' ') && value.bytes().any(|byte| byte.is_ascii_digit())
}
