//! `link-changed`: a link or an image leads elsewhere than in other languages, or is missing.

use std::collections::HashMap;

use crate::check::comparison::{Difference, Why};
use crate::check::rules::tables::cells;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Shift, Span};
use crate::model::{Article, Link, host, is_external, normal_target};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "link-changed",
        severity: Severity::Error,
        summary: "a link or an image leads elsewhere than in other languages, or is missing",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Running text and cells alike: wherever the links of a place can be told from those of the next.
fn check(comparison: &Comparison, findings: &mut Findings) {
    let targets: Vec<Targets> = comparison
        .translations
        .articles
        .iter()
        .map(Targets::of)
        .collect();
    for slot in &comparison.translations.pieces {
        check_place(comparison, &targets, findings, |article| {
            Some(comparison.translations.segments[article][slot.members[article]?].span)
        });
    }
    for cell in cells::all(comparison) {
        check_place(comparison, &targets, findings, |article| {
            cell.span(comparison, article)
        });
    }
}

/// Where the links of an article lead, in a form that languages share.
struct Targets<'a> {
    article: &'a Article,
    /// As many as the article has links.
    all: Vec<String>,
    /// How many links lead to each.
    count: HashMap<String, usize>,
}

impl<'a> Targets<'a> {
    fn of(article: &'a Article) -> Targets<'a> {
        let mut anchors: HashMap<&str, &str> = HashMap::new();
        for heading in &article.headings {
            for name in heading.aliases.iter().chain([&heading.anchor]) {
                anchors.entry(name).or_insert(&heading.anchor);
            }
        }
        // A fragment of the same article is its section's anchor.
        let target = |link: &Link| {
            let normal = normal_target(&link.destination);
            let anchor = normal.strip_prefix('#').and_then(|name| anchors.get(name));
            anchor.map_or(normal.clone(), |anchor| format!("#{anchor}"))
        };
        let all: Vec<String> = article.links.iter().map(target).collect();
        let mut count = HashMap::new();
        for target in &all {
            *count.entry(target.clone()).or_default() += 1;
        }
        Targets {
            article,
            all,
            count,
        }
    }

    /// The links of a stretch of text, with their targets; an article's links stand in the order of its text.
    fn links(&self, span: Span) -> impl Iterator<Item = (&'a Link, &str)> {
        let links = &self.article.links;
        let start = links.partition_point(|link| link.span.start < span.start);
        let end = links.partition_point(|link| link.span.start < span.end);
        links[start..end]
            .iter()
            .zip(self.all[start..end].iter().map(String::as_str))
    }

    /// Where the links of a place lead, sorted: the order of words is the language's own.
    fn at(&self, span: Span) -> Vec<&str> {
        let mut targets: Vec<&str> = self.links(span).map(|(_, target)| target).collect();
        targets.sort_unstable();
        targets
    }

    /// A list that each language sorts by its own alphabet has the same links in other places.
    fn has_as_often(&self, target: &str, other: &Targets) -> bool {
        let count = |targets: &Targets| targets.count.get(target).copied().unwrap_or(0);
        count(self) >= count(other)
    }
}

fn check_place<'a>(
    comparison: &Comparison<'a>,
    targets: &'a [Targets<'a>],
    findings: &mut Findings,
    span: impl Fn(usize) -> Option<Span>,
) {
    let here = |article: usize| span(article).map(|span| targets[article].at(span));
    if comparison
        .members()
        .iter()
        .all(|&article| here(article).is_none_or(|targets| targets.is_empty()))
    {
        return;
    }
    findings.examine();
    for difference in comparison.differences(here) {
        let Some(here) = span(difference.article).filter(|_| difference.why != Why::Divided) else {
            continue;
        };
        let mut shown = Shown::new();
        for &other in &difference.supporters {
            let links = span(other)
                .into_iter()
                .flat_map(|span| targets[other].links(span));
            shown.extend(links.map(|(link, target)| ((other, target), link)));
        }
        let found = changes(targets, &difference, here)
            .into_iter()
            .map(|change| {
                finding(
                    comparison,
                    &shown,
                    &difference,
                    &change,
                    here,
                    &span,
                    findings,
                )
            });
        findings.diagnostics.extend(found.collect::<Vec<_>>());
    }
}

/// By article and target the link in another language that shows what is expected.
type Shown<'a> = HashMap<(usize, &'a str), &'a Link>;

/// How the links of a place differ from those that are expected there.
enum Change<'a> {
    /// Leads elsewhere than to this target.
    Changed(&'a Link, &'a str),
    /// This target is linked no more.
    Lost(&'a str),
    /// Is in no other language.
    Added(&'a Link),
}

/// Pairs links that nobody expects with targets that are missing; what is left over was lost or came to it.
fn changes<'a>(
    targets: &'a [Targets<'a>],
    difference: &Difference<Vec<&'a str>>,
    place: Span,
) -> Vec<Change<'a>> {
    let here = &targets[difference.article];
    let there = &targets[difference.supporters[0]];
    let mut wanted: HashMap<&str, usize> = HashMap::new();
    for target in &difference.expected {
        *wanted.entry(target).or_default() += 1;
    }
    let mut surplus: Vec<(&Link, &str)> = here.links(place).collect();
    surplus.retain(|(_, target)| match wanted.get_mut(target) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    // Of equal targets the last are the missing ones.
    let mut missing: Vec<&str> = difference.expected.clone();
    missing.retain(|target| match wanted.get_mut(target) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    });
    missing.retain(|target| !here.has_as_often(target, there));
    surplus.retain(|(_, target)| !there.has_as_often(target, here));
    let paired = missing.len().min(surplus.len());
    let (changed, lost) = missing.split_at(paired);
    let (leading, added) = surplus.split_at(paired);
    let pairs = leading
        .iter()
        .zip(changed)
        .filter(|((link, _), expected)| !is_localized(here.article, &link.destination, expected))
        .map(|((link, _), expected)| Change::Changed(link, expected));
    let present = here.at(place);
    let lost = lost
        .iter()
        .filter(|target| present.binary_search(target).is_err())
        .map(|target| Change::Lost(target));
    let added = added
        .iter()
        .filter(|(_, target)| difference.expected.binary_search(target).is_err())
        .map(|(link, _)| Change::Added(link));
    pairs.chain(lost).chain(added).collect()
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
    shown: &Shown,
    difference: &Difference<Vec<&str>>,
    change: &Change,
    here: Span,
    span: impl Fn(usize) -> Option<Span>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let whose = if difference.why == Why::Doubted {
        "most"
    } else {
        "other"
    };
    let written = |other: usize, expected: &str| shown.get(&(other, expected)).copied();
    let wanted = |expected: &str| {
        let witness = difference
            .supporters
            .iter()
            .find_map(|&other| written(other, expected));
        witness
            .map_or(expected, |link| link.destination.as_str())
            .to_owned()
    };
    match change {
        Change::Changed(link, expected) => {
            let wanted = wanted(expected);
            let verb = if link.image {
                "this image is"
            } else {
                "this link leads to"
            };
            let message = format!(
                "{verb} `{}` instead of `{wanted}` as in {whose} languages",
                link.destination
            );
            let found = findings
                .found(article, link.target, message)
                .found(link.destination.clone());
            let found = found
                .help(format!("write `{wanted}`"))
                .expected(wanted.clone());
            let found = found.fix_if(restored(comparison, link, &wanted, difference));
            let found = comparison.decided(found, difference, |other| {
                written(other, expected).map(|link| link.target)
            });
            // Another site may keep a page of one language elsewhere; our own pages are the same in all.
            if host(&link.destination) == host(&wanted) {
                found
            } else {
                found.shifted(Shift::Lower)
            }
        }
        Change::Lost(expected) => {
            let wanted = wanted(expected);
            let first = Span::new(
                here.start,
                here.start + first_line(article.source.slice(here)),
            );
            let found = findings
                .found(
                    article,
                    first,
                    format!("the link to `{wanted}` of {whose} languages is missing here"),
                )
                .help(format!("link the words that speak of it to `{wanted}`"))
                .expected(wanted);
            comparison.decided(found, difference, |other| {
                written(other, expected).map(|link| link.target)
            })
        }
        Change::Added(link) => {
            let message = format!(
                "this link to `{}` is in no other language",
                link.destination
            );
            let found = findings
                .found(article, link.span, message)
                .found(link.destination.clone());
            let found = found.help("remove the link, or add it to the other languages");
            let mut found = comparison.decided(found, difference, &span);
            found.severity = Severity::Info;
            found
        }
    }
}

/// Puts a destination right that is written in place and needs neither brackets nor escapes. Another site may keep a page of one
/// language elsewhere, so only what stays on one site is beyond doubt.
fn restored(
    comparison: &Comparison,
    link: &Link,
    wanted: &str,
    difference: &Difference<Vec<&str>>,
) -> Option<Fix> {
    let source = &comparison.article(difference.article).source;
    let odd = |letter: char| letter.is_whitespace() || "()<>|\\\"'[]".contains(letter);
    if source.slice(link.target) != link.destination || wanted.contains(odd) || wanted.is_empty() {
        return None;
    }
    let applicability = match host(&link.destination) == host(wanted) {
        true => comparison.applicability(difference)?,
        false => comparison
            .applicability(difference)
            .map(|_| Applicability::Unsafe)?,
    };
    Some(Fix::replace(applicability, source, link.target, wanted))
}

fn first_line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}
