//! `alert-kind`: an alert is of another kind than in other languages, or is none any more.

use crate::check::comparison::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Span};
use crate::model::{AlertKind, Segment, SegmentKind, Slot, Spot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "alert-kind",
        severity: Severity::Error,
        summary: "an alert is of another kind than in other languages, or is no alert any more",
    },
    scope: Scope::Cohort(check),
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for (at, slot) in comparison.translations.pieces.iter().enumerate() {
        let is_alert = |article: usize| {
            segment(comparison, slot, article)
                .is_some_and(|segment| matches!(segment.kind, SegmentKind::Alert(_)))
        };
        if !comparison
            .members()
            .iter()
            .any(|&article| is_alert(article))
        {
            continue;
        }
        findings.examine();
        for difference in comparison.differences(|article| kind(comparison, at, article)) {
            let finding = finding(comparison, at, &difference, findings);
            findings.push(finding);
        }
    }
}

fn segment<'a>(comparison: &Comparison<'a>, slot: &Slot, article: usize) -> Option<&'a Segment> {
    Some(&comparison.translations.segments[article][slot.members[article]?])
}

/// The kind of an article's alert: none where it is no alert, and no answer where the article has no such section.
fn kind(comparison: &Comparison, at: usize, article: usize) -> Option<Option<AlertKind>> {
    let pieces = &comparison.translations.pieces;
    match segment(comparison, &pieces[at], article).map(|segment| segment.kind) {
        Some(SegmentKind::Alert(kind)) => Some(Some(kind)),
        Some(_) => Some(None),
        None if comparison.is_beyond_end(article, Spot::Piece(at)) => None,
        None => has_section(comparison, at, article).then_some(None),
    }
}

fn has_section(comparison: &Comparison, at: usize, article: usize) -> bool {
    let pieces = &comparison.translations.pieces;
    let Some((other, place)) = pieces[at].present().next() else {
        return false;
    };
    let section = comparison.translations.segments[other][place].section;
    comparison
        .translations
        .section_slot((other, section))
        .members[article]
        .is_some()
}

fn finding(
    comparison: &Comparison,
    at: usize,
    difference: &Difference<Option<AlertKind>>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let found = kind(comparison, at, difference.article).flatten();
    let place = |article: usize| place(comparison, at, article);
    let span = place(difference.article).unwrap_or_default();
    let name = |kind: Option<AlertKind>| {
        kind.map_or("no alert".to_owned(), |kind| {
            format!("`[!{}]`", kind.name().to_uppercase())
        })
    };
    let (wanted, is) = (name(difference.expected), name(found));
    let message = match difference.why {
        Why::Departs if found.is_none() => {
            format!("the alert {wanted} of other languages is none here")
        }
        Why::Departs => format!("this is {is} instead of {wanted}"),
        Why::Doubted => format!("this is {is} in the reference and {wanted} in most languages"),
        Why::Divided => format!("languages disagree whether this is {is} or {wanted}"),
    };
    let help = match (difference.why, difference.expected) {
        (Why::Departs, Some(_)) => {
            format!("begin the block quote with {wanted}; the word is the same in all languages")
        }
        (Why::Departs, None) => {
            "make it a plain block quote or a paragraph, as it is elsewhere".to_owned()
        }
        _ => "make the languages alike".to_owned(),
    };
    let mut diagnostic = findings
        .found(article, span, message)
        .expected(wanted)
        .found(is)
        .help(help);
    if let (Why::Departs, Some(kind), Some(_)) = (difference.why, difference.expected, found) {
        diagnostic = diagnostic.fix(Fix::replace(
            Applicability::Safe,
            &article.source,
            span,
            kind.name().to_uppercase(),
        ));
    }
    comparison.decided(diagnostic, difference, place)
}

/// The alert's marker; where there is none, what it should stand before.
fn place(comparison: &Comparison, at: usize, article: usize) -> Option<Span> {
    let pieces = &comparison.translations.pieces;
    let here = pieces[at..]
        .iter()
        .find_map(|slot| segment(comparison, slot, article))?;
    let text = comparison.article(article).source.slice(here.span);
    Some(Span::new(
        here.span.start,
        here.span.start + text.find('\n').unwrap_or(text.len()),
    ))
}
