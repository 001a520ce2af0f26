//! `code-set-changed`: a list of codes is another set than in other languages.

use std::collections::BTreeMap;

use super::cells::{self, CellSlot};
use super::code_cell_changed::is_code_cell;
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Fix, Severity, Span};
use crate::model::{Cell, ColumnRole, codes, is_hexadecimal, normal_key};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "code-set-changed",
        severity: Severity::Error,
        summary: "a cell lists other codes than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for cell in cells::all(comparison) {
        match cell.slot.roles[cell.column] {
            ColumnRole::Codes => {}
            ColumnRole::Prose if !is_code_cell(comparison, &cell) => {}
            // Among names a cell of words is the odd one; what most languages share there is compared as a name.
            ColumnRole::Identifier if is_in_words(comparison, &cell) => {}
            _ => continue,
        }
        findings.examine();
        for difference in comparison.differences(|article| set(comparison, &cell, article)) {
            let finding = finding(comparison, &cell, &difference, findings);
            findings.push(finding);
        }
    }
}

/// Whether most languages fill a cell in words of their own.
fn is_in_words(comparison: &Comparison, cell: &CellSlot) -> bool {
    let texts = comparison
        .members()
        .iter()
        .filter_map(|&article| Some(cell.cell(comparison, article)?.text.as_str()));
    let mut texts: Vec<&str> = texts.collect();
    texts.sort_unstable();
    texts.windows(2).filter(|pair| pair[0] == pair[1]).count() * 2 < texts.len()
}

/// The codes of a cell; separators and order are the language's own, and an empty cell is `cell-emptied`'s business.
fn set(comparison: &Comparison, cell: &CellSlot, article: usize) -> Option<Vec<String>> {
    let text = cell.cell(comparison, article)?;
    (!cells::is_empty(&text.text)).then(|| spellings(cell, text).into_keys().collect())
}

/// Each code of a cell, as compared and as written. Among words only hexadecimal numbers are beyond doubt.
fn spellings(cell: &CellSlot, text: &Cell) -> BTreeMap<String, String> {
    let listed = cell.slot.roles[cell.column] == ColumnRole::Codes;
    codes(&text.text)
        .iter()
        .filter(|code| listed || is_hexadecimal(code.text))
        .map(|code| (normal_key(code.text), code.text.to_owned()))
        .collect()
}

fn finding(
    comparison: &Comparison,
    cell: &CellSlot,
    difference: &Difference<Vec<String>>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let here = cell.cell(comparison, difference.article);
    let written = here.map(|here| spellings(cell, here)).unwrap_or_default();
    let elsewhere: BTreeMap<String, String> = difference
        .supporters
        .iter()
        // The first one's spelling stays.
        .rev()
        .filter_map(|&other| cell.cell(comparison, other))
        .flat_map(|text| spellings(cell, text))
        .collect();
    let lacking: Vec<&str> = difference
        .expected
        .iter()
        .filter(|code| !written.contains_key(*code))
        .map(|code| elsewhere[code].as_str())
        .collect();
    let surplus: Vec<&str> = written
        .iter()
        .filter(|(code, _)| !difference.expected.contains(code))
        .map(|(_, text)| text.as_str())
        .collect();
    let cell_span = cell
        .span(comparison, difference.article)
        .unwrap_or_default();
    let span = surplus
        .first()
        .and_then(|code| place(article.source.slice(cell_span), cell_span, code))
        .unwrap_or(cell_span);
    let expected: Vec<&str> = difference
        .expected
        .iter()
        .map(|code| elsewhere[code].as_str())
        .collect();
    let found: Vec<&str> = written.values().map(String::as_str).collect();
    let what = cell.name(comparison, difference.article);
    let diagnostic = findings
        .found(
            article,
            span,
            message(&what, difference.why, &lacking, &surplus),
        )
        .expected(expected.join(", "))
        .found(found.join(", "))
        .help(match difference.why {
            Why::Departs if expected.is_empty() => "remove what does not belong there".into(),
            Why::Departs => format!("write {}", words::quoted_list(&expected)),
            _ => {
                "look up in the product which codes are right, and make the languages alike".into()
            }
        });
    let diagnostic = diagnostic.fix_if(fix(comparison, cell, difference, &lacking, &surplus));
    comparison.decided(diagnostic, difference, |other| cell.span(comparison, other))
}

/// Writes one code for another; a cell that is nothing but a list may be written anew in the order of a witness.
fn fix(
    comparison: &Comparison,
    cell: &CellSlot,
    difference: &Difference<Vec<String>>,
    lacking: &[&str],
    surplus: &[&str],
) -> Option<Fix> {
    let source = &comparison.article(difference.article).source;
    let here = cell.span(comparison, difference.article)?;
    let applicability = comparison.applicability(difference)?;
    let text = source.slice(here);
    if let ([lost], [gained]) = (lacking, surplus) {
        let codes = codes(text);
        let mut places = codes.iter().filter(|code| code.text == *gained);
        return match (places.next(), places.next()) {
            (Some(code), None) => {
                let place = code.span.shifted(here.start);
                Some(Fix::replace(applicability, source, place, *lost))
            }
            _ => None,
        };
    }
    let separator = separator(text)?;
    let witness = comparison.witnesses(difference).into_iter().next()?;
    let order = cell.cell(comparison, witness)?;
    let list: Vec<&str> = codes(&order.text).iter().map(|code| code.text).collect();
    let same = list.len() == difference.expected.len();
    same.then(|| Fix::replace(applicability, source, here, list.join(separator)))
}

/// What stands between the codes of a list: always the same, and nothing before or behind.
fn separator(text: &str) -> Option<&str> {
    let codes = codes(text);
    let (first, last) = (codes.first()?.span, codes.last()?.span);
    let between = codes
        .windows(2)
        .map(|pair| &text[pair[0].span.end..pair[1].span.start]);
    let separator = between.clone().next()?;
    let is_list = first.start == 0
        && last.end == text.len()
        && between.into_iter().all(|other| other == separator);
    is_list.then_some(separator)
}

fn message(what: &str, why: Why, lacking: &[&str], surplus: &[&str]) -> String {
    let (verb, instead) = match why {
        Why::Departs => ("has", "lacks"),
        Why::Doubted => ("has in the reference alone", "lacks in the reference alone"),
        Why::Divided => return format!("languages disagree on the codes of {what}"),
    };
    match (lacking, surplus) {
        ([], surplus) => format!(
            "{what} {verb} {}, which does not belong there",
            words::quoted_list(surplus)
        ),
        (lacking, []) => format!("{what} {instead} {}", words::quoted_list(lacking)),
        (lacking, surplus) => {
            format!(
                "{what} {verb} {} instead of {}",
                words::quoted_list(surplus),
                words::quoted_list(lacking)
            )
        }
    }
}

fn place(text: &str, cell: Span, code: &str) -> Option<Span> {
    let at = cell.start + text.find(code)?;
    Some(Span::new(at, at + code.len()))
}
