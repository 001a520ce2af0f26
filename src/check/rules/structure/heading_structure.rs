//! `heading-structure`: a heading is missing, surplus, or on another level.

use crate::check::comparison::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::{Article, Slot, Spot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "heading-structure",
        severity: Severity::Error,
        summary: "a heading is missing, surplus, or on another level than in other languages",
    },
    scope: Scope::Cohort(check),
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    // The nearest section before this one that an article has, and its slot.
    let mut before: Vec<Option<&Slot>> = vec![None; comparison.translations.articles.len()];
    for (at, slot) in comparison.translations.sections.iter().enumerate() {
        findings.examine();
        let state = |article: usize| {
            let silent = comparison.is_beyond_end(article, Spot::Section(at));
            (!silent).then(|| level(comparison, slot, article))
        };
        for difference in comparison.differences(state) {
            let finding = finding(
                comparison,
                slot,
                before[difference.article],
                &difference,
                findings,
            );
            findings.push(finding);
        }
        for (article, _) in slot.present() {
            before[article] = Some(slot);
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
    before: Option<&Slot>,
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
    let span = own(article).unwrap_or_else(|| {
        gap(
            comparison,
            before,
            article,
            difference.supporters.first().copied(),
        )
    });
    let shown = |level: Option<u8>| level.map_or("none".to_owned(), |level| level.to_string());
    let diagnostic = findings
        .found(comparison.article(article), span, message)
        .expected(shown(difference.expected))
        .found(shown(found))
        .help(help);
    comparison.decided(diagnostic, difference, own)
}

/// Where a lost heading would stand: behind as many blocks of the section before as a witness has there.
fn gap(
    comparison: &Comparison,
    before: Option<&Slot>,
    article: usize,
    witness: Option<usize>,
) -> Span {
    let Some(slot) = before else {
        return Span::default();
    };
    let here = comparison.article(article);
    let section = &here.sections[slot.members[article].unwrap_or(0)];
    // The witness may have the heading right behind the last block, or the section was lost with its heading.
    let last = (section.start..section.end).last();
    let there = witness.and_then(|witness| {
        let section = &comparison.article(witness).sections[slot.members[witness]?];
        Some(section.end - section.start)
    });
    let next = there
        .map(|blocks| section.start + blocks)
        .filter(|block| *block < section.end);
    match (next, last) {
        (Some(next), _) => {
            let span = here.blocks[next].span;
            Span::new(span.start, span.start + first_line(here.source.slice(span)))
        }
        (None, Some(last)) => last_line(here, here.blocks[last].span),
        (None, None) => comparison.section_span(article, slot.members[article].unwrap_or(0)),
    }
}

/// The last line of a block that is not empty.
fn last_line(article: &Article, span: Span) -> Span {
    let text = article.source.slice(span).trim_end();
    let start = text.rfind('\n').map_or(0, |end| end + 1);
    Span::new(span.start + start, span.start + text.len())
}

fn first_line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}
