//! `code-cell-changed`: a key or a code is another one than in other languages.

use super::cells::{self, CellSlot, Doubt, normal_text};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};
use crate::model::{ColumnRole, is_code, is_identifier, normal_key};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "code-cell-changed",
        severity: Severity::Error,
        summary: "a key or a code in a table is not the one that other languages have",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for cell in cells::all(comparison) {
        if !is_code_cell(comparison, &cell) {
            continue;
        }
        findings.examine();
        if is_worded(comparison, &cell) {
            continue;
        }
        for difference in
            cells::differences(comparison, |article| value(comparison, &cell, article))
        {
            let found = value(comparison, &cell, difference.article).unwrap_or_default();
            let doubt = Doubt::of(&found, &difference.expected);
            if doubt != Doubt::Same {
                let mut finding = cells::changed(comparison, &cell, &difference, &found, findings);
                if doubt == Doubt::Wording {
                    finding.severity = Severity::Info;
                }
                findings.push(finding);
            }
        }
    }
}

/// Keys, and cells of any other column that most languages fill with one code; lists of codes are sets and have a rule of
/// their own.
pub fn is_code_cell(comparison: &Comparison, cell: &CellSlot) -> bool {
    match cell.slot.roles[cell.column] {
        ColumnRole::Key => true,
        ColumnRole::Codes => false,
        ColumnRole::Identifier | ColumnRole::Prose => {
            let values = comparison
                .members()
                .iter()
                .filter_map(|&article| cell.cell(comparison, article));
            let (all, codes) = values.fold((0, 0), |(all, codes), cell| {
                (
                    all + 1,
                    codes + usize::from(is_code(&normal_text(&cell.text))),
                )
            });
            codes * 2 > all
        }
    }
}

/// Whether a cell holds no code or name in any language, and most languages word it in their own way: a line of totals below keys is no
/// key.
fn is_worded(comparison: &Comparison, cell: &CellSlot) -> bool {
    let values = comparison
        .members()
        .iter()
        .filter_map(|&article| value(comparison, cell, article));
    let mut values: Vec<String> = values.collect();
    let is_named = |value: &String| is_code(value) || is_identifier(value);
    if values.len() < 3 || values.iter().any(is_named) {
        return false;
    }
    values.sort_unstable();
    let same = values.chunk_by(|a, b| a == b).map(<[String]>::len).max();
    same.is_some_and(|same| same * 2 <= values.len())
}

/// The code without the letter case of its digits; an empty cell is `cell-emptied`'s business.
fn value(comparison: &Comparison, cell: &CellSlot, article: usize) -> Option<String> {
    let text = normal_text(&cell.cell(comparison, article)?.text);
    (!cells::is_empty(&text)).then(|| if is_code(&text) { spelt(&text) } else { text })
}

/// `0X0f` is `0x0F`: the digits' case is a matter of style.
fn spelt(code: &str) -> String {
    let normal = normal_key(code);
    normal.strip_prefix("0x").map_or(normal.clone(), |digits| {
        format!("0x{}", digits.to_ascii_uppercase())
    })
}
