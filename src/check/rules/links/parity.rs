//! What `link-changed` and `image-parity` have in common: the links or images of a place against those of its counterparts.

use std::collections::HashMap;

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity, Shift, Span};
use crate::model::{Article, Link, SegmentKind, Site, host, is_external, normal_target};

/// Which of the two is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Link,
    Image,
}

/// Compares the links, or the images, of every passage: wherever those of a place can be told from those of the next.
pub fn check(comparison: &Comparison, kind: Kind, findings: &mut Findings) {
    let targets: Vec<Targets> = comparison
        .translations
        .articles
        .iter()
        .map(|article| Targets::of(comparison.site, article, kind))
        .collect();
    for passage in comparison.passages() {
        check_place(comparison, &targets, findings, |article| {
            passage.span(article)
        });
    }
    for slot in comparison.translations.pieces() {
        check_place(comparison, &targets, findings, |article| {
            let segment = &comparison.translations.segments()[article][slot.members[article]?];
            (segment.kind == SegmentKind::Include).then_some(segment.span)
        });
    }
}

/// Where the links of an article lead, in a form that languages share.
struct Targets<'a> {
    article: &'a Article,
    kind: Kind,
    /// In the order of the text.
    all: Vec<(&'a Link, String)>,
    /// How many links lead to each.
    count: HashMap<String, usize>,
}

impl<'a> Targets<'a> {
    fn of(site: &Site, article: &'a Article, kind: Kind) -> Targets<'a> {
        let links = article
            .links
            .iter()
            .filter(|link| link.image == (kind == Kind::Image));
        let all: Vec<(&Link, String)> = match kind {
            Kind::Link => {
                let anchors = anchors(article);
                links
                    .map(|link| (link, link_target(site, &anchors, link)))
                    .collect()
            }
            Kind::Image => links
                .map(|link| (link, image_target(site, article, link)))
                .collect(),
        };
        let mut count = HashMap::new();
        for (_, target) in &all {
            *count.entry(target.clone()).or_default() += 1;
        }
        Targets {
            article,
            kind,
            all,
            count,
        }
    }

    /// The links of a stretch of text, with their targets.
    fn links(&self, span: Span) -> impl Iterator<Item = (&'a Link, &str)> {
        let start = self
            .all
            .partition_point(|(link, _)| link.span.start < span.start);
        let end = self
            .all
            .partition_point(|(link, _)| link.span.start < span.end);
        self.all[start..end.max(start)]
            .iter()
            .map(|(link, target)| (*link, target.as_str()))
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

/// The anchor of each name that leads to a section.
fn anchors(article: &Article) -> HashMap<&str, &str> {
    let mut anchors: HashMap<&str, &str> = HashMap::new();
    for heading in &article.headings {
        for name in heading.aliases.iter().chain([&heading.anchor]) {
            anchors.entry(name).or_insert(&heading.anchor);
        }
    }
    anchors
}

/// A fragment of the same article is its section's anchor; of a host with pages of each language's own the page is free.
fn link_target(site: &Site, anchors: &HashMap<&str, &str>, link: &Link) -> String {
    let normal = normal_target(&link.destination);
    if let Some(own) = localized_host(site, &link.destination) {
        return format!("//{own}");
    }
    let anchor = normal.strip_prefix('#').and_then(|name| anchors.get(name));
    anchor.map_or(normal, |anchor| format!("#{anchor}"))
}

/// The configured host that a destination belongs to, itself or by one of its subdomains.
fn localized_host<'a>(site: &'a Site, destination: &str) -> Option<&'a str> {
    let mut configured = site.config.localized_hosts.iter().peekable();
    configured.peek()?;
    let host = host(destination)?;
    let belongs = |own: &&String| {
        host.strip_suffix(own.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    configured.find(belongs).map(String::as_str)
}

/// Pictures of a screen are often kept in a folder for each language: `media/de-de/a.png`.
fn image_target(site: &Site, article: &Article, link: &Link) -> String {
    let target = normal_target(&link.destination);
    let is_locale = |step: &str| {
        step.eq_ignore_ascii_case(article.locale.language())
            || site.locales.iter().any(|locale| {
                step.eq_ignore_ascii_case(locale.folder())
                    || step.eq_ignore_ascii_case(locale.tag())
            })
    };
    let (folders, file) = target.rsplit_once('/').unwrap_or(("", &target));
    let mut steps: Vec<&str> = folders
        .split('/')
        .filter(|step| !step.is_empty() && *step != "." && !is_locale(step))
        .collect();
    steps.push(file);
    steps.join("/")
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
        let changes = changes(targets, &difference, here);
        let place = Place {
            comparison,
            kind: targets[difference.article].kind,
            shown,
            difference: &difference,
            here,
        };
        for change in changes {
            let finding = finding(&place, &change, &span, findings);
            findings.push(finding);
        }
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

/// What is needed to word a change of a place.
struct Place<'c, 'a> {
    comparison: &'c Comparison<'a>,
    kind: Kind,
    shown: Shown<'c>,
    difference: &'c Difference<Vec<&'c str>>,
    here: Span,
}

fn finding(
    place: &Place,
    change: &Change,
    span: impl Fn(usize) -> Option<Span>,
    findings: &Findings,
) -> Diagnostic {
    match change {
        Change::Changed(link, expected) => changed(place, link, expected, findings),
        Change::Lost(expected) => lost(place, expected, findings),
        Change::Added(link) => added(place, link, span, findings),
    }
}

impl<'a> Place<'_, 'a> {
    fn article(&self) -> &'a Article {
        self.comparison.article(self.difference.article)
    }

    /// Where another language leads to what is expected.
    fn written(&self, other: usize, expected: &str) -> Option<&Link> {
        self.shown.get(&(other, expected)).copied()
    }

    /// What is expected, as another language writes it.
    fn wanted(&self, expected: &str) -> String {
        let mut supporters = self.difference.supporters.iter();
        supporters
            .find_map(|&other| self.written(other, expected))
            .map_or(expected, |link| link.destination.as_str())
            .to_owned()
    }

    /// Whose word it is that something else should stand here.
    fn whose(&self) -> &'static str {
        match self.difference.why {
            Why::Doubted => "most",
            _ => "other",
        }
    }

    fn decided(&self, diagnostic: Diagnostic, expected: &str) -> Diagnostic {
        self.comparison
            .decided(diagnostic, self.difference, |other| {
                self.written(other, expected).map(|link| link.target)
            })
    }
}

fn changed(place: &Place, link: &Link, expected: &str, findings: &Findings) -> Diagnostic {
    let article = place.article();
    let wanted = place.wanted(expected);
    let verb = match place.kind {
        Kind::Image => "this image is",
        Kind::Link => "this link leads to",
    };
    let message = format!(
        "{verb} `{}` instead of `{wanted}` as in {} languages",
        link.destination,
        place.whose()
    );
    let mut diagnostic = findings
        .found(article, link.target, message)
        .help(format!("write `{wanted}`"))
        .found(link.destination.clone())
        .expected(wanted.clone());
    diagnostic = diagnostic.fix_if(restored(place, link, &wanted));
    let diagnostic = place.decided(diagnostic, expected);
    // Another site may keep a page of one language elsewhere; our own pages are the same in all.
    match host(&link.destination) == host(&wanted) {
        true => diagnostic,
        false => diagnostic.shifted(Shift::Lower),
    }
}

fn lost(place: &Place, expected: &str, findings: &Findings) -> Diagnostic {
    let article = place.article();
    let wanted = place.wanted(expected);
    let text = article.source.slice(place.here);
    let whose = place.whose();
    let first = article.source.first_line(place.here);
    let remains = text.find(&wanted).filter(|_| place.kind == Kind::Image);
    let (span, message, help) = match (place.kind, remains) {
        (Kind::Link, _) => (
            first,
            format!("the link to `{wanted}` of {whose} languages is missing here"),
            format!("link the words that speak of it to `{wanted}`"),
        ),
        (Kind::Image, None) => (
            first,
            format!("the image `{wanted}` of {whose} languages is missing here"),
            format!("put it in as `![description]({wanted})`"),
        ),
        (Kind::Image, Some(at)) => (
            Span::new(at, at + wanted.len()).shifted(place.here.start),
            format!(
                "the markup of the image `{wanted}` is damaged here, so that no image is shown"
            ),
            format!("write `![description]({wanted})`"),
        ),
    };
    let diagnostic = findings
        .found(article, span, message)
        .help(help)
        .expected(wanted);
    place.decided(diagnostic, expected)
}

fn added(
    place: &Place,
    link: &Link,
    span: impl Fn(usize) -> Option<Span>,
    findings: &Findings,
) -> Diagnostic {
    let (message, help) = match place.kind {
        Kind::Link => (
            format!(
                "this link to `{}` is in no other language",
                link.destination
            ),
            "remove the link, or add it to the other languages",
        ),
        Kind::Image => (
            format!("this image `{}` is in no other language", link.destination),
            "remove the image, or add it to the other languages",
        ),
    };
    let diagnostic = findings
        .found(place.article(), link.span, message)
        .found(link.destination.clone())
        .help(help);
    let mut diagnostic = place
        .comparison
        .decided(diagnostic, place.difference, &span);
    diagnostic.severity = Severity::Info;
    diagnostic
}

/// Puts a destination right that is written in place and needs neither brackets nor escapes. Another site may keep a page of one
/// language elsewhere, so only what stays on one site is beyond doubt.
fn restored(place: &Place, link: &Link, wanted: &str) -> Option<Fix> {
    let source = &place.article().source;
    let odd = |letter: char| letter.is_whitespace() || "()<>|\\\"'[]".contains(letter);
    if source.slice(link.target) != link.destination || wanted.contains(odd) || wanted.is_empty() {
        return None;
    }
    let applicability = place.comparison.applicability(place.difference)?;
    let applicability = match host(&link.destination) == host(wanted) {
        true => applicability,
        false => Applicability::Unsafe,
    };
    Some(Fix::replace(applicability, source, link.target, wanted))
}
