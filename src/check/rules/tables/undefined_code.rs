//! `undefined-code`: a list cites a code that the table of codes does not define.

use std::collections::BTreeSet;

use super::common_view::{self, Cited};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Shift};
use crate::model::{TableRef, TableSlot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "undefined-code",
        severity: Severity::Warning,
        summary: "a table cites a code that no table defines",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in comparison.tables() {
        for column in 0..slot.roles.len() {
            let Some((definition, declared)) = definition(comparison, slot, column) else {
                continue;
            };
            let cited = common_view::common_codes(
                comparison.translations,
                comparison.members(),
                slot,
                column,
            );
            let defined = common_view::defined_codes(comparison.site, &definition);
            findings.examined += cited.len();
            let undefined = cited
                .iter()
                .filter(|(code, _)| !defined.contains_key(*code));
            for (number, (code, places)) in undefined.enumerate() {
                let texts = defined.values().map(|defined| defined.text.as_str());
                let near = (number < common_view::SLIPS)
                    .then(|| common_view::near_miss(code, texts))
                    .flatten();
                let near =
                    near.and_then(|near| defined.values().find(|defined| defined.text == near));
                let finding = finding(comparison, places, near, &definition, findings);
                findings.push(comparison.shared(finding).shifted(if declared {
                    Shift::Higher
                } else {
                    Shift::Usual
                }));
            }
        }
    }
}

/// The table that defines a column's codes, and whether `glotta.yml` says so.
pub fn definition(
    comparison: &Comparison,
    slot: &TableSlot,
    column: usize,
) -> Option<(TableRef, bool)> {
    let tables = comparison
        .members()
        .iter()
        .filter_map(|&article| comparison.table(slot, article));
    tables
        .map(|table| &table.columns[column])
        .find_map(|column| Some((column.defined_by.clone()?, column.declared)))
}

fn finding(
    comparison: &Comparison,
    cited: &Cited,
    near: Option<&Cited>,
    definition: &TableRef,
    findings: &Findings,
) -> Diagnostic {
    let (article, span) = common_view::first_place(comparison, cited);
    let rows = cited
        .places
        .iter()
        .filter(|(other, _)| *other == article)
        .count();
    let languages: BTreeSet<usize> = cited.places.iter().map(|(article, _)| *article).collect();
    let help = match near {
        Some(near) => format!(
            "`{}` is defined and differs by a slip: make the two alike",
            near.text
        ),
        None => "define the code, or remove it where it is cited".to_owned(),
    };
    let mut related = common_view::elsewhere(comparison, cited, article);
    related.extend(near.and_then(|near| defined_at(comparison, near, definition, article)));
    findings
        .found(
            comparison.article(article),
            span,
            format!("`{}` is cited here, and no table defines it", cited.text),
        )
        .note(format!(
            "{} of {} cite it so",
            words::count(rows, "row"),
            words::count(languages.len(), "language")
        ))
        .help(help)
        .found(cited.text.clone())
        .related(related)
}

fn defined_at(
    comparison: &Comparison,
    near: &Cited,
    definition: &TableRef,
    article: usize,
) -> Option<Label> {
    let translations = &comparison.site.translations[definition.translations];
    let folder = comparison.article(article).locale.folder();
    let same = near
        .places
        .iter()
        .find(|(other, _)| translations.articles[*other].locale.folder() == folder);
    let (other, span) = same.or(near.places.first())?;
    Some(Label::new(
        &translations.articles[*other].source,
        *span,
        "this one is defined",
    ))
}
