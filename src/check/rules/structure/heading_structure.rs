//! `heading-structure`: a heading is missing, surplus, or on another level.

use super::blocks::Gaps;
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::{Slot, Spot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "heading-structure",
        severity: Severity::Error,
        summary: "a heading is missing, surplus, or on another level than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    let mut gaps = None;
    for (at, slot) in comparison.translations.sections.iter().enumerate() {
        findings.examine();
        let state = |article: usize| {
            let silent = comparison.is_beyond_end(article, Spot::Section(at));
            (!silent).then(|| level(comparison, slot, article))
        };
        for difference in comparison.differences(state) {
            let gaps = gaps.get_or_insert_with(|| Gaps::of(comparison));
            let gap = gaps.gap(difference.article, Spot::Section(at));
            let finding = finding(comparison, slot, gap, &difference, findings);
            findings.push(finding);
        }
    }
}

/// The level of an article's heading; 0 for what stands before the first heading, none where there is no such section.
fn level(comparison: &Comparison, slot: &Slot, article: usize) -> Option<u8> {
    let section = slot.members[article]?;
    Some(
        comparison
            .translations
            .heading((article, section))
            .map_or(0, |heading| heading.level),
    )
}

fn finding(
    comparison: &Comparison,
    slot: &Slot,
    gap: Span,
    difference: &Difference<Option<u8>>,
    findings: &Findings,
) -> Diagnostic {
    let article = difference.article;
    let found = level(comparison, slot, article);
    let own = |article: usize| {
        slot.members[article].map(|section| comparison.section_span(article, section))
    };
    let named = difference
        .supporters
        .iter()
        .chain([&article])
        .find_map(|&other| {
            let heading = comparison
                .translations
                .heading((other, slot.members[other]?))?;
            Some(heading.text.clone())
        });
    let name = named.unwrap_or_default();
    let message = match (difference.why, difference.expected, found) {
        (Why::Divided, ..) => format!("languages disagree on the heading “{name}”"),
        (Why::Doubted, ..) => {
            format!("the heading “{name}” is in the reference otherwise than in most languages")
        }
        (Why::Departs, None, _) => format!("the heading “{name}” is in no other language"),
        (Why::Departs, Some(_), None) => {
            format!("the heading that corresponds to “{name}” is missing here")
        }
        (Why::Departs, Some(expected), Some(found)) => {
            format!("this heading is on level {found} instead of {expected}")
        }
    };
    let help = match (difference.why, difference.expected, found) {
        (Why::Departs, Some(_), None) => {
            "restore the heading, and its section where that is lost too"
        }
        (Why::Departs, None, _) => "remove the heading, or add the section to the other languages",
        (Why::Departs, ..) => "give the heading the level that it has elsewhere",
        _ => "make the languages alike",
    };
    let span = own(article).unwrap_or(gap);
    let shown = |level: Option<u8>| level.map_or("none".to_owned(), |level| level.to_string());
    let diagnostic = findings
        .found(comparison.article(article), span, message)
        .expected(shown(difference.expected))
        .found(shown(found))
        .help(help);
    comparison.decided(diagnostic, difference, own)
}
