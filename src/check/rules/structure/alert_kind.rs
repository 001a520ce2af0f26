//! `alert-kind`: an alert is of another kind than in other languages, or is none any more.

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use std::sync::Arc;

use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Source, Span};
use crate::model::{AlertKind, Segment, SegmentKind, Slot, Spot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "alert-kind",
        severity: Severity::Error,
        summary: "an alert is of another kind than in other languages, or is no alert any more",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for (at, slot) in comparison.translations.pieces().iter().enumerate() {
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
    Some(&comparison.translations.segments()[article][slot.members[article]?])
}

/// The kind of an article's alert: none where it is no alert, and no answer where the article has no such section.
fn kind(comparison: &Comparison, at: usize, article: usize) -> Option<Option<AlertKind>> {
    let pieces = comparison.translations.pieces();
    match segment(comparison, &pieces[at], article).map(|segment| segment.kind) {
        Some(SegmentKind::Alert(kind)) => Some(Some(kind)),
        Some(_) => Some(None),
        None if comparison.is_beyond_end(article, Spot::Piece(at)) => None,
        None => has_section(comparison, at, article).then_some(None),
    }
}

fn has_section(comparison: &Comparison, at: usize, article: usize) -> bool {
    let pieces = comparison.translations.pieces();
    let Some((other, place)) = pieces[at].present().next() else {
        return false;
    };
    let section = comparison.translations.segments()[other][place].section;
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
    let mark = |kind: AlertKind| format!("[!{}]", kind.name().to_uppercase());
    let fact = |kind: Option<AlertKind>| kind.map_or("no alert".to_owned(), mark);
    let name = |kind: Option<AlertKind>| match kind {
        Some(kind) => format!("`{}`", mark(kind)),
        None => fact(kind),
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
    let diagnostic = findings
        .found(article, span, message)
        .expected(fact(difference.expected))
        .found(fact(found))
        .help(help)
        .fix_if(fix(comparison, at, difference));
    comparison.decided(diagnostic, difference, place)
}

/// Writes the kind into the marker, into a marker whose word was translated, or before a quote that has none.
fn fix(
    comparison: &Comparison,
    at: usize,
    difference: &Difference<Option<AlertKind>>,
) -> Option<Fix> {
    let pieces = comparison.translations.pieces();
    let here = segment(comparison, &pieces[at], difference.article)?;
    let source = &comparison.article(difference.article).source;
    let applicability = comparison.applicability(difference)?;
    let word = difference.expected?.name().to_uppercase();
    match here.kind {
        SegmentKind::Alert(_) => Some(Fix::replace(applicability, source, here.span, word)),
        SegmentKind::Quote => match translated(source, here.span) {
            Some(marker) => Some(Fix::replace(applicability, source, marker, word)),
            None => marked(source, here.span, &word),
        },
        _ => None,
    }
}

/// The word in `> [!WORD]` that no kind of alert has.
fn translated(source: &Source, quote: Span) -> Option<Span> {
    let text = source.slice(quote);
    let line = text.lines().next()?;
    let word = line.trim_start_matches(['>', ' ']).strip_prefix("[!")?;
    let word = word.trim_end().strip_suffix(']')?;
    let start = quote.start + line.find("[!")? + "[!".len();
    let is_word = !word.is_empty() && word.chars().all(char::is_alphanumeric);
    is_word.then(|| Span::new(start, start + word.len()))
}

/// A marker on a line of its own, before a quote that stands in no list and no other quote.
fn marked(source: &Arc<Source>, quote: Span, word: &str) -> Option<Fix> {
    let at_line = source.position(quote.start).column == 1;
    let line = format!("> [!{word}]{}", source.line_break());
    let place = Span::new(quote.start, quote.start);
    at_line.then(|| Fix::replace(Applicability::Unsafe, source, place, line))
}

/// The alert's marker; where there is none, what it should stand before.
fn place(comparison: &Comparison, at: usize, article: usize) -> Option<Span> {
    let pieces = comparison.translations.pieces();
    let here = pieces[at..]
        .iter()
        .find_map(|slot| segment(comparison, slot, article))?;
    Some(comparison.article(article).source.first_line(here.span))
}
