//! `unsorted-keys`: keys ascend, save for one or two that got into the wrong place in all languages.

use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{TableSlot, is_hexadecimal};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "unsorted-keys",
        severity: Severity::Info,
        summary: "the keys of a table ascend save for one or two",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Fewer rows are in no order that anybody relies on; with more inversions the order is another one.
const ROWS: usize = 10;
const INVERSIONS: usize = 2;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison
        .tables()
        .filter(|slot| slot.key_column().is_some())
    {
        findings.examine();
        let inverted: Vec<(usize, Vec<Inversion>)> = comparison
            .members()
            .iter()
            .filter_map(|&article| Some((article, inversions(comparison, slot, article)?)))
            .collect();
        // Where languages differ the order of one of them is at fault, and `row-order` says so.
        let Some((first, found)) = inverted
            .iter()
            .find(|(article, _)| *article == comparison.principal())
            .or(inverted.first())
        else {
            continue;
        };
        let shared = inverted.iter().all(|(_, other)| same(other, found));
        if shared && (1..=INVERSIONS).contains(&found.len()) {
            for at in 0..found.len() {
                let finding = finding(comparison, *first, at, &inverted, findings);
                findings.push_shared(comparison, finding);
            }
        }
    }
}

/// A key that is smaller than the one before it.
#[derive(Debug)]
struct Inversion {
    key: String,
    span: Span,
    before: String,
    before_span: Span,
}

fn same(one: &[Inversion], other: &[Inversion]) -> bool {
    let keys = |inversions: &[Inversion]| {
        inversions
            .iter()
            .map(|inversion| inversion.key.clone())
            .collect::<Vec<_>>()
    };
    keys(one) == keys(other)
}

/// Where an article's keys descend; nothing where they are too few or no numbers.
fn inversions(comparison: &Comparison, slot: &TableSlot, article: usize) -> Option<Vec<Inversion>> {
    let table = comparison.translations.table(slot, article)?;
    let column = table.key_column()?;
    let cells: Vec<_> = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .collect();
    let numbers: Vec<i128> = cells
        .iter()
        .map(|cell| number(&cell.text))
        .collect::<Option<_>>()?;
    (numbers.len() >= ROWS).then(|| {
        (1..numbers.len())
            .filter(|at| numbers[*at] < numbers[at - 1])
            .map(|at| Inversion {
                key: cells[at].text.clone(),
                span: cells[at].span,
                before: cells[at - 1].text.clone(),
                before_span: cells[at - 1].span,
            })
            .collect()
    })
}

fn number(key: &str) -> Option<i128> {
    if is_hexadecimal(key) {
        i128::from_str_radix(&key[2..], 16).ok()
    } else {
        key.parse().ok()
    }
}

fn finding(
    comparison: &Comparison,
    article: usize,
    at: usize,
    inverted: &[(usize, Vec<Inversion>)],
    findings: &Findings,
) -> Diagnostic {
    let found = |article: usize| {
        inverted
            .iter()
            .find(|(other, _)| *other == article)
            .and_then(|(_, found)| found.get(at))
    };
    let inversion = found(article).expect("the caller counted this article's inversions");
    let here = comparison.article(article);
    let others = inverted
        .iter()
        .map(|(other, _)| *other)
        .filter(|other| *other != article);
    let related = others
        .take(crate::check::words::WITNESSES)
        .filter_map(|other| {
            let place = found(other)?.span;
            Some(Label::new(
                &comparison.article(other).source,
                place,
                comparison.article(other).locale.folder(),
            ))
        });
    let all = inverted.len();
    findings
        .found(
            here,
            inversion.span,
            format!(
                "`{}` stands behind `{}` in a table whose keys ascend",
                inversion.key, inversion.before
            ),
        )
        .note(format!(
            "it does so in {}",
            if all == 1 {
                "this language".into()
            } else {
                format!("all {all} languages")
            }
        ))
        .help("move the row in all languages, so that readers find it where they look for it")
        .related(
            std::iter::once(Label::new(
                &here.source,
                inversion.before_span,
                "the larger key",
            ))
            .chain(related)
            .collect::<Vec<_>>(),
        )
}
