//! `unreferenced-code`: a table of codes defines a code that nothing cites.

use std::collections::BTreeSet;

use super::common_view::{self, Cited};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift};
use crate::model::TableRef;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "unreferenced-code",
        severity: Severity::Info,
        summary: "a table defines a code that no other table cites",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for (at, slot) in comparison.translations.tables.iter().enumerate() {
        let Some(key) = slot.key_column() else {
            continue;
        };
        let table = slot_ref(comparison, at);
        let Some(cited) = table.and_then(|table| comparison.site.citations.get(&table)) else {
            continue;
        };
        let defined =
            common_view::common_codes(comparison.translations, comparison.members(), slot, key);
        findings.examined += defined.len();
        let undefined: Vec<&str> = cited
            .iter()
            .filter(|(code, _)| !defined.contains_key(*code))
            .map(|(_, citation)| citation.text.as_str())
            .take(common_view::SLIPS)
            .collect();
        for (code, places) in defined
            .iter()
            .filter(|(code, _)| !cited.contains_key(*code))
        {
            let near = common_view::near_miss(code, undefined.iter().copied());
            let finding = finding(comparison, places, near, findings);
            findings.push_shared(comparison, finding);
        }
    }
}

fn slot_ref(comparison: &Comparison, slot: usize) -> Option<TableRef> {
    let translations = comparison.site.index(&comparison.translations.id)?;
    Some(TableRef { translations, slot })
}

fn finding(
    comparison: &Comparison,
    defined: &Cited,
    near: Option<&str>,
    findings: &Findings,
) -> Diagnostic {
    let (article, span) = common_view::first_place(comparison, defined);
    let languages: BTreeSet<usize> = defined.places.iter().map(|(article, _)| *article).collect();
    let (help, shift) = match near {
        Some(near) => (
            format!("`{near}` is cited and defined nowhere: make the two alike"),
            Shift::Higher,
        ),
        None => (
            "cite the code where it occurs, or leave the table complete and switch this rule off"
                .to_owned(),
            Shift::Usual,
        ),
    };
    findings
        .found(
            comparison.article(article),
            span,
            format!("`{}` is defined here, and nothing cites it", defined.text),
        )
        .note(format!(
            "so it is in {}",
            words::count(languages.len(), "language")
        ))
        .help(help)
        .found(defined.text.clone())
        .related(common_view::elsewhere(comparison, defined, article))
        .shifted(shift)
}
