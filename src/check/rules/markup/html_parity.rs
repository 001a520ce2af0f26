//! `html-parity`: a tag is lost, or words in angle brackets were swallowed as a tag that nobody knows.

use super::blame;
use super::tags::{self, Tag};
use crate::check::departure::{Exchange, Why};
use crate::check::words::count;
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Span};
use crate::model::{Article, InlineKind};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "html-parity",
        severity: Severity::Error,
        summary: "a tag is lost, or words in angle brackets were swallowed as a tag that nobody knows",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages().filter(|it| has_html(comparison, it)) {
        findings.examine();
        swallowed(comparison, passage, findings);
        let known = |article: usize| {
            let tags = tags(passage, article)?.into_iter();
            Some(tags.filter(is_kept).map(|tag| tag.name).collect())
        };
        for exchange in comparison.exchanges(known) {
            if exchange.why == Why::Departs
                && !exchange.lost.is_empty()
                && exchange.gained.is_empty()
            {
                findings.push(lost(comparison, passage, &exchange, findings));
            }
        }
    }
}

/// What a translation keeps: emphasis is counted by a rule of its own, however it is written.
fn is_kept(tag: &Tag) -> bool {
    tag.is_known() && !tag.is_layout() && !tag.is_emphasis() && !tag.closing
}

fn has_html(comparison: &Comparison, passage: &Passage) -> bool {
    let mut words = comparison
        .members()
        .iter()
        .filter_map(|&article| passage.words(article));
    words.any(|words| {
        words
            .each()
            .any(|it| matches!(it.kind, InlineKind::Html(_)))
    })
}

/// `None` where the language has no such passage.
fn tags(passage: &Passage, article: usize) -> Option<Vec<Tag>> {
    Some(tags::of_text(passage.words(article)?.each()))
}

/// Tags that nobody knows.
fn unknown(passage: &Passage, article: usize) -> Option<Vec<Tag>> {
    let mut tags = tags(passage, article)?;
    tags.retain(|tag| !tag.is_known() && !tag.is_internal());
    Some(tags)
}

/// What the source swallows too is the source's own fault, and told by another rule.
fn swallowed(comparison: &Comparison, passage: &Passage, findings: &mut Findings) {
    let count = |article: usize| Some(unknown(passage, article)?.len());
    let counts = comparison
        .members()
        .iter()
        .filter_map(|&article| Some((article, count(article)?)));
    let counts: Vec<(usize, usize)> = counts.collect();
    let usual = blame::usual(comparison, &counts);
    for (article, count) in counts {
        if count > usual {
            for tag in unknown(passage, article).into_iter().flatten().skip(usual) {
                findings.push(unseen(comparison.article(article), tag.span, findings));
            }
        }
    }
}

fn unseen(article: &Article, span: Span, findings: &Findings) -> Diagnostic {
    let written = article.source.slice(span);
    let escaped = format!("\\{written}");
    findings
        .found(article, span, format!("`{written}` is taken for a tag, and other tools do not show it"))
        .note("HTML has no such tag, and the other languages have none here: these are words in angle brackets")
        .help("write `\\<`, or put the words between backquotes")
        .found(written)
        .fix(Fix::replace(Applicability::Unsafe, &article.source, span, escaped))
}

fn lost(
    comparison: &Comparison,
    passage: &Passage,
    exchange: &Exchange<String>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(exchange.article);
    let span = passage
        .first_line(article, exchange.article)
        .unwrap_or_default();
    let tags: Vec<String> = exchange
        .lost
        .iter()
        .map(|name| format!("<{name}>"))
        .collect();
    let name = comparison.passage_name(passage, exchange.article);
    let message = match tags.as_slice() {
        [one] => format!("the tag `{one}` of other languages is missing in {name}"),
        many => format!(
            "{} of other languages are missing in {name}: `{}`",
            count(many.len(), "tag"),
            many.join("`, `")
        ),
    };
    let place = |other: usize| {
        let tags = self::tags(passage, other)?;
        let shown = tags.iter().find(|tag| exchange.lost.contains(&tag.name));
        shown.map(|tag| tag.span)
    };
    let finding = findings
        .found(article, span, message)
        .expected(tags.join(" "))
        .help("restore the tag around the words that it belongs to");
    let mut finding = comparison.decided(finding, exchange, place);
    finding.severity = finding.severity.min(Severity::Warning);
    finding
}
