//! What the rules about single cells have in common.

use std::collections::BTreeMap;

use unicode_security::skeleton;

use crate::check::comparison::{Difference, Why};
use crate::check::{Comparison, Findings};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::model::{
    Cell, Inline, InlineKind, Slot, TableSlot, is_code, is_identifier, single_blanks,
};

/// A cell in all languages.
pub struct CellSlot<'a> {
    pub slot: &'a TableSlot,
    pub row: &'a Slot,
    pub column: usize,
}

impl<'a> CellSlot<'a> {
    pub fn cell(&self, comparison: &Comparison<'a>, article: usize) -> Option<&'a Cell> {
        comparison
            .row(self.slot, self.row, article)?
            .cells
            .get(self.column)
    }

    pub fn span(&self, comparison: &Comparison<'a>, article: usize) -> Option<Span> {
        Some(self.cell(comparison, article)?.span)
    }

    /// "`Name` of row `10102`".
    pub fn name(&self, comparison: &Comparison<'a>, article: usize) -> String {
        comparison.cell_name(self.slot, self.row, self.column, article)
    }
}

/// Every cell of the tables that correspond, whatever its role.
pub fn all<'a>(comparison: &Comparison<'a>) -> Vec<CellSlot<'a>> {
    let translations = comparison.translations;
    let tables = translations.tables.iter().filter(|slot| {
        comparison
            .members()
            .iter()
            .any(|member| slot.tables.members[*member].is_some())
    });
    tables
        .flat_map(|slot| {
            slot.rows.iter().flat_map(move |row| {
                (0..slot.roles.len()).map(move |column| CellSlot { slot, row, column })
            })
        })
        .collect()
}

/// Letters that look like others and are typed for them: minus signs, and the blanks that layout programs leave.
pub fn normal_text(text: &str) -> String {
    let plain = single_blanks(text.split_whitespace());
    match plain.is_ascii() {
        true => plain,
        false => plain.replace(['\u{2212}', '\u{2013}', '\u{2011}'], "-"),
    }
}

/// A dash, or nothing at all, says that there is nothing to say.
pub fn is_empty(text: &str) -> bool {
    let text = text.trim();
    let is_dash = |letter: char| {
        letter.is_ascii_punctuation() || matches!(letter, '–' | '—' | '−' | '\u{a0}')
    };
    let short = text.chars().count() < 3;
    (short && text.chars().all(is_dash)) || text.eq_ignore_ascii_case("n/a")
}

/// Returns who departs from the baseline of a code or a name.
///
/// Where nothing has a majority, and yet most languages have the same letters and differ in blanks, case or look-alikes alone, one
/// way of writing is right: several languages may be damaged at once, each in a way of its own.
pub fn differences(
    comparison: &Comparison,
    value: impl Fn(usize) -> Option<String>,
) -> Vec<Difference<String>> {
    let differences = comparison.differences(&value);
    let divided = matches!(differences.as_slice(), [only] if only.why == Why::Divided);
    let mangled = divided.then(|| mangled(comparison, &value)).flatten();
    mangled.unwrap_or(differences)
}

/// Those who write a name otherwise than it is written, among those who have its letters; these must be most languages.
fn mangled(
    comparison: &Comparison,
    value: impl Fn(usize) -> Option<String>,
) -> Option<Vec<Difference<String>>> {
    let mut names: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    let mut all = 0;
    for (article, value) in comparison
        .members()
        .iter()
        .filter_map(|&it| Some((it, value(it)?)))
    {
        all += 1;
        let spellings = names.entry(letters(&value)).or_default();
        spellings.entry(value).or_default().push(article);
    }
    let count = |spellings: &BTreeMap<String, Vec<usize>>| -> usize {
        spellings.values().map(Vec::len).sum()
    };
    let spellings = names
        .into_values()
        .find(|spellings| count(spellings) * 2 > all)?;
    let rank = |(value, side): &(&String, &Vec<usize>)| (is_named(value), side.len());
    let best = spellings.iter().max_by_key(rank)?;
    let rivals = spellings.iter().filter(|side| rank(side) == rank(&best));
    if best.1.len() < 2 || rivals.count() > 1 {
        return None;
    }
    let departing = spellings.iter().filter(|(value, _)| *value != best.0);
    let departing = departing
        .flat_map(|(_, side)| side)
        .map(|&article| Difference {
            expected: best.0.clone(),
            article,
            supporters: best.1.clone(),
            why: Why::Departs,
        });
    Some(departing.collect())
}

fn is_named(value: &str) -> bool {
    is_code(value) || is_identifier(value)
}

/// What is left of a name without blanks, joints and letter case, look-alikes as the letters that they look like: no translation
/// has the same letters.
pub fn letters(name: &str) -> String {
    let solid = name.chars().filter(|letter| letter.is_alphanumeric());
    let plain = solid.collect::<String>().to_lowercase();
    skeleton(&plain).collect()
}

/// Reports a cell that says `stated` where other languages say something else.
pub fn changed(
    comparison: &Comparison,
    cell: &CellSlot,
    difference: &Difference<String>,
    stated: &str,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let what = cell.name(comparison, difference.article);
    let written = cell
        .cell(comparison, difference.article)
        .map_or("", |cell| cell.text.as_str());
    let span = cell
        .span(comparison, difference.article)
        .unwrap_or_default();
    let diagnostic = findings
        .found(article, span, message(&what, stated, difference))
        .help(help(difference))
        .expected(difference.expected.clone())
        .found(written);
    let diagnostic = diagnostic.fix_if(fix(comparison, cell, difference));
    comparison.decided(diagnostic, difference, |other| cell.span(comparison, other))
}

/// Writes what a witness has written, escapes and all: both stand in a cell. Cells with other markup than code are left to people.
fn fix(comparison: &Comparison, cell: &CellSlot, difference: &Difference<String>) -> Option<Fix> {
    let here = cell.cell(comparison, difference.article)?;
    let form = form(here)?;
    let witness = comparison
        .witnesses(difference)
        .into_iter()
        .find_map(|it| {
            let there = cell.cell(comparison, it)?;
            (self::form(there) == Some(form))
                .then(|| comparison.article(it).source.slice(there.span))
        })?;
    let applicability = comparison.applicability(difference)?;
    let source = &comparison.article(difference.article).source;
    Some(Fix::replace(applicability, source, here.span, witness))
}

/// What a cell without other markup is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Code,
}

fn form(cell: &Cell) -> Option<Form> {
    let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_));
    match cell.content.as_slice() {
        [] => None,
        [one] if matches!(one.kind, InlineKind::Code(_)) => Some(Form::Code),
        words => words.iter().all(is_text).then_some(Form::Words),
    }
}

/// Says which value stands where another should.
fn message(what: &str, found: &str, difference: &Difference<String>) -> String {
    let expected = &difference.expected;
    match difference.why {
        Why::Departs => format!("{what} is `{found}` instead of `{expected}`"),
        Why::Doubted => {
            format!("{what} is `{found}` in the reference and `{expected}` in most languages")
        }
        Why::Divided => format!("languages disagree whether {what} is `{found}` or `{expected}`"),
    }
}

/// What to do about a value that differs.
fn help(difference: &Difference<String>) -> String {
    match difference.why {
        Why::Departs => format!("write `{}`", difference.expected),
        Why::Doubted | Why::Divided => {
            "look up in the product which value is right, and make the languages alike".into()
        }
    }
}
