//! `code-cell-changed`: a key or a code is another one than in other languages.

use super::cells::{self, CellSlot, Doubt, normal_text};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};
use crate::model::{ColumnRole, is_code, normal_key};

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
