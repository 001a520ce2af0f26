//! `link-changed`: a link or an image leads elsewhere than in other languages.

use super::cells;
use crate::check::comparison::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Shift, Span};
use crate::model::{Article, Link, host, is_external, normal_target};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "link-changed",
        severity: Severity::Error,
        summary: "a link or an image leads elsewhere than in other languages",
    },
    scope: Scope::Cohort(check),
};

/// Running text and cells alike: wherever the links of a place can be told from those of the next.
fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in &comparison.translations.pieces {
        check_place(comparison, findings, |article| {
            Some(comparison.translations.segments[article][slot.members[article]?].span)
        });
    }
    for cell in cells::all(comparison) {
        check_place(comparison, findings, |article| {
            cell.span(comparison, article)
        });
    }
}

fn check_place(
    comparison: &Comparison,
    findings: &mut Findings,
    span: impl Fn(usize) -> Option<Span>,
) {
    let targets =
        |article: usize| span(article).map(|span| targets(comparison.article(article), span));
    if comparison
        .members()
        .iter()
        .all(|&article| targets(article).is_none_or(|targets| targets.is_empty()))
    {
        return;
    }
    findings.examine();
    for difference in comparison.differences(targets) {
        let here = comparison.article(difference.article);
        let Some(place) = span(difference.article) else {
            continue;
        };
        for (link, expected) in changed(here, place, &difference.expected) {
            let localized = is_localized(here, &link.destination, &expected);
            if difference.why != Why::Divided
                && !localized
                && !is_moved(comparison, &difference, link, &expected)
            {
                let finding = finding(comparison, &difference, link, &expected, &span, findings);
                findings.push(finding);
            }
        }
    }
}

/// The links of a stretch of text; an article's links stand in the order of its text.
fn links(article: &Article, span: Span) -> &[Link] {
    let start = article
        .links
        .partition_point(|link| link.span.start < span.start);
    let end = article
        .links
        .partition_point(|link| link.span.start < span.end);
    &article.links[start..end]
}

/// Where the links of a place lead, sorted: the order of words is the language's own.
fn targets(article: &Article, span: Span) -> Vec<String> {
    let mut targets: Vec<String> = links(article, span)
        .iter()
        .map(|link| target(article, link))
        .collect();
    targets.sort_unstable();
    targets
}

/// A link's target in a form that languages share: a fragment of the same article is its section's anchor.
fn target(article: &Article, link: &Link) -> String {
    let normal = normal_target(&link.destination);
    let Some(fragment) = normal.strip_prefix('#') else {
        return normal;
    };
    let heading = article.headings.iter().find(|heading| {
        heading.anchor == fragment || heading.aliases.iter().any(|alias| alias == fragment)
    });
    heading.map_or(normal.clone(), |heading| format!("#{}", heading.anchor))
}

/// Pairs links that nobody expects with targets that are missing. A link that only got lost or only came to it is another
/// fault.
fn changed<'a>(article: &'a Article, place: Span, expected: &[String]) -> Vec<(&'a Link, String)> {
    let mut missing = expected.to_vec();
    let surplus: Vec<&Link> = links(article, place)
        .iter()
        .filter(|link| {
            let target = target(article, link);
            let at = missing.iter().position(|expected| *expected == target);
            at.map(|at| missing.swap_remove(at)).is_none()
        })
        .collect();
    missing.sort_unstable();
    surplus.into_iter().zip(missing).collect()
}

/// Whether the two targets only changed places: a list that each language sorts by its own alphabet.
fn is_moved(
    comparison: &Comparison,
    difference: &Difference<Vec<String>>,
    link: &Link,
    expected: &str,
) -> bool {
    let here = comparison.article(difference.article);
    let has = |article: &Article, wanted: &str| {
        article
            .links
            .iter()
            .any(|link| target(article, link) == wanted)
    };
    let found = target(here, link);
    has(here, expected)
        && difference
            .supporters
            .iter()
            .all(|&other| has(comparison.article(other), &found))
}

/// Whether a link leads to the language's own edition of the same site or of another: `de.example.org`, `/de/`.
fn is_localized(article: &Article, found: &str, expected: &str) -> bool {
    if !is_external(found) || !is_external(expected) {
        return false;
    }
    let (language, tag) = (
        article.locale.language(),
        article.locale.tag().to_ascii_lowercase(),
    );
    let lower = found.to_ascii_lowercase();
    let mut parts = lower.split(['/', '.', '?', '&', '=']);
    parts.any(|part| part == language || part == tag)
        || host(found).is_none() != host(expected).is_none()
}

fn finding(
    comparison: &Comparison,
    difference: &Difference<Vec<String>>,
    link: &Link,
    expected: &str,
    span: impl Fn(usize) -> Option<Span>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let written = |other: usize| {
        let there = comparison.article(other);
        links(there, span(other)?)
            .iter()
            .find(|link| target(there, link) == expected)
    };
    let witness = difference
        .supporters
        .iter()
        .find_map(|&other| written(other));
    let wanted = witness.map_or(expected, |link| link.destination.as_str());
    let what = if link.image {
        "this image is"
    } else {
        "this link leads to"
    };
    let message = match difference.why {
        Why::Doubted => format!(
            "{what} `{}` in the reference, and `{wanted}` in most languages",
            link.destination
        ),
        _ => format!("{what} `{}` instead of `{wanted}`", link.destination),
    };
    let mut diagnostic = findings
        .found(article, link.target, message)
        .expected(wanted)
        .found(link.destination.clone())
        .help(format!("write `{wanted}`"));
    let in_place = article.source.slice(link.target) == link.destination;
    if in_place && difference.why == Why::Departs && difference.supporters.len() > 1 {
        diagnostic = diagnostic.fix(Fix::replace(
            Applicability::Safe,
            &article.source,
            link.target,
            wanted,
        ));
    }
    let diagnostic = comparison.decided(diagnostic, difference, |other| {
        written(other).map(|link| link.target)
    });
    // Another site may have moved a page of one language; our own pages are the same in all.
    if is_external(&link.destination) && is_external(wanted) {
        diagnostic.shifted(Shift::Lower)
    } else {
        diagnostic
    }
}
