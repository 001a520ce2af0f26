//! `paired-columns-disagree`: two columns give the same number in hexadecimal and in decimal, and in one row they differ.

use std::collections::BTreeMap;

use super::common_view::{self, Cited};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{Slot, Table, TableSlot, is_hexadecimal};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "paired-columns-disagree",
        severity: Severity::Error,
        summary: "a number is another one in hexadecimal than in decimal",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Columns are a pair where so many rows have both numbers, and they agree in this share of them.
const ROWS: usize = 5;
const AGREEING: f64 = 0.8;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        for pair in pairs(comparison, slot) {
            check_pair(comparison, slot, pair, findings);
        }
    }
}

/// A column of hexadecimal numbers and the one that gives them in decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    hexadecimal: usize,
    decimal: usize,
}

/// The pairs of columns that most languages' tables show.
fn pairs(comparison: &Comparison, slot: &TableSlot) -> Vec<Pair> {
    let mut seen: BTreeMap<Pair, usize> = BTreeMap::new();
    let tables = comparison
        .members()
        .iter()
        .filter_map(|&article| comparison.table(slot, article));
    let tables: Vec<&Table> = tables.collect();
    for table in &tables {
        for pair in pairs_of(table) {
            *seen.entry(pair).or_default() += 1;
        }
    }
    let most = |(_, count): &(Pair, usize)| count * 2 > tables.len();
    seen.into_iter()
        .filter(most)
        .map(|(pair, _)| pair)
        .collect()
}

fn pairs_of(table: &Table) -> Vec<Pair> {
    let share = |column: usize, is: fn(&str) -> bool| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.filter(|cell| is(cell.text.trim())).count()
    };
    let columns = 0..table.columns.len();
    let of = |is: fn(&str) -> bool| -> Vec<usize> {
        columns
            .clone()
            .filter(|column| share(*column, is) >= ROWS)
            .collect()
    };
    let decimals = of(|text| decimal(text).is_some());
    let pairs = of(is_hexadecimal).into_iter().flat_map(|hexadecimal| {
        let with = move |&decimal: &usize| Pair {
            hexadecimal,
            decimal,
        };
        decimals.iter().map(with).collect::<Vec<_>>()
    });
    pairs.filter(|pair| are_twins(table, *pair)).collect()
}

fn are_twins(table: &Table, pair: Pair) -> bool {
    let rows: Vec<bool> = (0..table.rows.len())
        .filter_map(|row| agrees(&numbers(table, row, pair)?))
        .collect();
    let agreeing = rows.iter().filter(|agrees| **agrees).count();
    rows.len() >= ROWS && agreeing as f64 >= AGREEING * rows.len() as f64
}

/// The two numbers of a row, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Numbers<'a> {
    hexadecimal: (&'a str, Span),
    decimal: (&'a str, Span),
}

fn numbers(table: &Table, row: usize, pair: Pair) -> Option<Numbers<'_>> {
    let cell = |column: usize| {
        let cell = table.rows[row].cells.get(column)?;
        Some((cell.text.trim(), cell.span))
    };
    Some(Numbers {
        hexadecimal: cell(pair.hexadecimal)?,
        decimal: cell(pair.decimal)?,
    })
}

/// Whether both numbers are the same, the decimal one signed or not, in 32 or in 64 bits; nothing where one is no number.
fn agrees(numbers: &Numbers) -> Option<bool> {
    let hexadecimal = hexadecimal(numbers.hexadecimal.0)?;
    let decimal = decimal(numbers.decimal.0)?;
    let same = |bits: u32| hexadecimal == decimal.rem_euclid(1 << bits);
    Some(same(32) || same(64))
}

fn hexadecimal(text: &str) -> Option<i128> {
    let digits = is_hexadecimal(text).then(|| &text[2..])?;
    i64::from_str_radix(digits, 16)
        .map(i128::from)
        .or_else(|_| u64::from_str_radix(digits, 16).map(i128::from))
        .ok()
}

/// A decimal number of three digits and more, with any of the signs that are typed for a minus.
fn decimal(text: &str) -> Option<i128> {
    let text = text.replace(['\u{2013}', '\u{2212}'], "-");
    let digits = text.trim_start_matches('-').trim();
    let number: i128 = (digits.len() >= 3)
        .then(|| digits.parse::<i64>().ok())??
        .into();
    Some(if text.starts_with('-') {
        -number
    } else {
        number
    })
}

fn check_pair(comparison: &Comparison, slot: &TableSlot, pair: Pair, findings: &mut Findings) {
    for row in &slot.rows {
        findings.examine();
        let wrong = wrong(comparison, slot, row, pair);
        let having = comparison.members().iter().filter(|member| {
            comparison.table(slot, **member).is_some() && row.members[**member].is_some()
        });
        // What one language alone has is damage there, and other rules name it.
        if wrong.places.len() * 2 > having.count() {
            let finding = finding(comparison, slot, row, pair, &wrong, findings);
            findings.push_shared(comparison, finding);
        }
    }
}

/// Where the two numbers of a row differ, by language.
fn wrong(comparison: &Comparison, slot: &TableSlot, row: &Slot, pair: Pair) -> Cited {
    let places = comparison.members().iter().filter_map(|&article| {
        let numbers = numbers(
            comparison.table(slot, article)?,
            row.members[article]?,
            pair,
        )?;
        (agrees(&numbers) == Some(false)).then_some((article, numbers.decimal.1))
    });
    Cited {
        text: String::new(),
        places: places.collect(),
    }
}

fn finding(
    comparison: &Comparison,
    slot: &TableSlot,
    row: &Slot,
    pair: Pair,
    wrong: &Cited,
    findings: &Findings,
) -> Diagnostic {
    let (article, span) = common_view::first_place(comparison, wrong);
    let numbers = comparison
        .table(slot, article)
        .zip(row.members[article])
        .and_then(|(table, row)| numbers(table, row, pair))
        .expect("the place of a row that differs was found by its numbers");
    let (hexadecimal, decimal) = (numbers.hexadecimal.0, numbers.decimal.0);
    let message = format!("`{decimal}` is not the same number as `{hexadecimal}` beside it");
    let note = format!(
        "in the other rows both columns give the same number; so it is in {}",
        words::count(wrong.places.len(), "language")
    );
    let source = &comparison.article(article).source;
    let beside = Label::new(source, numbers.hexadecimal.1, twin(decimal, hexadecimal));
    findings
        .found(comparison.article(article), span, message)
        .note(note)
        .help(
            "look up in the product which of the two is right, and mend the other in all languages",
        )
        .found(decimal)
        .related(std::iter::once(beside))
        .related(common_view::elsewhere(comparison, wrong, article))
}

/// What each number would be in the other column.
fn twin(decimal_text: &str, hexadecimal_text: &str) -> String {
    let Some((decimal, hexadecimal)) = decimal(decimal_text).zip(hexadecimal(hexadecimal_text))
    else {
        return String::new();
    };
    let bits = if hexadecimal_text.len() > 10 { 64 } else { 32 };
    let signed = match decimal < 0 {
        true => hexadecimal - (1i128 << bits),
        false => hexadecimal,
    };
    let digits = bits as usize / 4;
    let written = decimal.rem_euclid(1i128 << bits);
    format!("this is {signed}, and {decimal_text} is 0x{written:0digits$X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_signed_or_not_and_have_32_or_64_bits() {
        let agree = |hexadecimal, decimal| {
            agrees(&Numbers {
                hexadecimal: (hexadecimal, Span::default()),
                decimal: (decimal, Span::default()),
            })
        };
        for (hexadecimal, decimal) in [
            ("0x80070005", "-2147024891"),
            ("0x80070005", "2147942405"),
            ("0x80070005", "\u{2212}2147024891"),
            ("0x80070005", "– 2147024891"),
            ("0x00000411", "1041"),
            ("0xFFFFFFFFFFFFFF9C", "-100"),
        ] {
            assert_eq!(
                agree(hexadecimal, decimal),
                Some(true),
                "{hexadecimal} {decimal}"
            );
        }
        assert_eq!(agree("0x80070005", "-2147024890"), Some(false));
        assert_eq!(agree("0x80070005", "many"), None);
    }
}
