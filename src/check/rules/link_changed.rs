//! `link-changed`: a link or an image leads elsewhere than in other languages, or is missing.

use super::cells;
use crate::check::comparison::{Difference, Why};
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
        let Some(here) = span(difference.article).filter(|_| difference.why != Why::Divided) else {
            continue;
        };
        let changes = changes(comparison, &difference, here);
        let found = changes
            .into_iter()
            .map(|change| finding(comparison, &difference, &change, here, &span, findings));
        findings.diagnostics.extend(found.collect::<Vec<_>>());
    }
}

/// How the links of a place differ from those that are expected there.
enum Change<'a> {
    /// Leads elsewhere than to this target.
    Changed(&'a Link, String),
    /// This target is linked no more.
    Lost(String),
    /// Is in no other language.
    Added(&'a Link),
}

/// Pairs links that nobody expects with targets that are missing; what is left over was lost or came to it.
fn changes<'a>(
    comparison: &Comparison<'a>,
    difference: &Difference<Vec<String>>,
    place: Span,
) -> Vec<Change<'a>> {
    let article = comparison.article(difference.article);
    let moved = Moves {
        here: article,
        there: comparison.article(difference.supporters[0]),
    };
    let mut missing = difference.expected.clone();
    let mut surplus: Vec<&Link> = links(article, place).iter().collect();
    surplus.retain(|link| {
        let target = target(article, link);
        let at = missing.iter().position(|expected| *expected == target);
        at.map(|at| missing.remove(at)).is_none()
    });
    missing.retain(|target| !moved.is_here_as_often(target));
    surplus.retain(|link| !moved.is_there_as_often(&target(article, link)));
    let paired = missing.len().min(surplus.len());
    let (changed, lost) = missing.split_at(paired);
    let (leading, added) = surplus.split_at(paired);
    let present = targets(article, place);
    let pairs = leading
        .iter()
        .zip(changed)
        .filter(|(link, expected)| !is_localized(article, &link.destination, expected));
    let pairs = pairs.map(|(link, expected)| Change::Changed(link, expected.clone()));
    let lost = lost
        .iter()
        .filter(|target| !present.contains(target))
        .map(|target| Change::Lost(target.clone()));
    let known = |link: &&&Link| !difference.expected.contains(&target(article, link));
    let added = added.iter().filter(known).map(|link| Change::Added(link));
    pairs.chain(lost).chain(added).collect()
}

/// A list that each language sorts by its own alphabet has the same links in other places.
struct Moves<'a> {
    here: &'a Article,
    there: &'a Article,
}

impl Moves<'_> {
    fn is_here_as_often(&self, target: &str) -> bool {
        count(self.here, target) >= count(self.there, target)
    }

    fn is_there_as_often(&self, target: &str) -> bool {
        count(self.there, target) >= count(self.here, target)
    }
}

fn count(article: &Article, wanted: &str) -> usize {
    article
        .links
        .iter()
        .filter(|link| target(article, link) == wanted)
        .count()
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
    // The link in another language that shows what is expected.
    let written = |other: usize, expected: &str| {
        let there = comparison.article(other);
        links(there, span(other)?)
            .iter()
            .find(|link| target(there, link) == expected)
    };
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
            let found = match restores(article, link, difference) {
                true => found.fix(Fix::replace(
                    Applicability::Safe,
                    &article.source,
                    link.target,
                    wanted.clone(),
                )),
                false => found,
            };
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

/// Whether the destination can be put right without looking at it: it is written in place, and several languages agree.
fn restores(article: &Article, link: &Link, difference: &Difference<Vec<String>>) -> bool {
    let in_place = article.source.slice(link.target) == link.destination;
    in_place && difference.why == Why::Departs && difference.supporters.len() > 1
}

fn first_line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}
