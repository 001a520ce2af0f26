//! `frontmatter-key-parity`: the front matter lacks a key that other languages have, or has one that they have not.

use std::collections::HashSet;

use super::restore;
use crate::check::departure::{Exchange, Why};
use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Span};
use crate::model::{Article, Entry, KeyRole};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "frontmatter-key-parity",
        severity: Severity::Warning,
        summary: "the front matter lacks a key that other languages have, or has one that they have not",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    findings.examine();
    for exchange in comparison.exchanges(|article| keys(comparison, article)) {
        for change in changes(exchange.lost.clone(), exchange.gained.clone()) {
            let finding = finding(comparison, &exchange, &change, findings);
            findings.diagnostics.extend(finding);
        }
    }
}

/// The keys that say something, without those that only translations have. A block of which a part cannot be read has been
/// reported, and says nothing about what it lacks.
fn keys(comparison: &Comparison, article: usize) -> Option<Vec<String>> {
    let article = comparison.article(article);
    let is_common = |entry: &&Entry| {
        let role = comparison.site.key_roles.get(&entry.key);
        !entry.value.is_empty()
            && !matches!(role, None | Some(KeyRole::Provenance | KeyRole::Locale))
    };
    let common = article.front_matter.entries.iter().filter(is_common);
    is_read(article).then(|| common.map(|entry| entry.key.clone()).collect())
}

/// Whether every line of the block that begins with a key is an entry.
fn is_read(article: &Article) -> bool {
    let known: HashSet<&str> = article
        .front_matter
        .entries
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    let is_key = |key: &str| {
        key.chars()
            .all(|it| it.is_alphanumeric() || "._-".contains(it))
    };
    article
        .source
        .slice(article.front_matter.span)
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0))
        .all(|key| key.is_empty() || !is_key(key) || known.contains(key))
}

/// How an article's keys differ from those of others.
enum Change {
    /// Stands where another key, much like it, is expected.
    Renamed { found: String, expected: String },
    /// None of these is there.
    Lost(Vec<String>),
    /// Is in no other language.
    Added(String),
}

/// How many letters may differ in a key that was mistyped.
const SLIPS: usize = 2;

/// Pairs keys that nobody expects with like ones that are missing.
fn changes(mut lost: Vec<String>, gained: Vec<String>) -> Vec<Change> {
    let mut changes = Vec::new();
    for found in gained {
        let is_meant = |expected: &String| {
            let distance = strsim::damerau_levenshtein(&found, expected);
            distance <= SLIPS && distance * 3 < expected.len()
        };
        changes.push(match lost.iter().position(is_meant) {
            Some(at) => Change::Renamed {
                expected: lost.remove(at),
                found,
            },
            None => Change::Added(found),
        });
    }
    if !lost.is_empty() {
        changes.push(Change::Lost(lost));
    }
    changes
}

fn finding(
    comparison: &Comparison,
    exchange: &Exchange<String>,
    change: &Change,
    findings: &Findings,
) -> Option<Diagnostic> {
    let article = comparison.article(exchange.article);
    match change {
        Change::Renamed { found, expected } => {
            let span = article.front_matter.entry(found)?.key_span;
            let message = format!("the key is `{found}` instead of `{expected}`");
            let diagnostic = findings
                .found(article, span, message)
                .help(format!("write `{expected}`"))
                .expected(expected.clone())
                .found(found.clone());
            Some(decided(comparison, exchange, diagnostic, expected))
        }
        Change::Lost(keys) => Some(lost(comparison, exchange, keys, findings)),
        Change::Added(key) => {
            let span = article.front_matter.entry(key)?.key_span;
            let message = match exchange.why {
                Why::Divided => format!("languages disagree whether there is a `{key}`"),
                _ => format!("`{key}` is in no other language"),
            };
            let diagnostic = findings
                .found(article, span, message)
                .help("remove the key, or add it to the other languages")
                .found(key.clone());
            let mut diagnostic = comparison.decided(diagnostic, exchange, |_| None);
            diagnostic.severity = Severity::Info;
            Some(diagnostic)
        }
    }
}

fn lost(
    comparison: &Comparison,
    exchange: &Exchange<String>,
    keys: &[String],
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(exchange.article);
    let names = words::quoted_list(keys);
    let message = match exchange.why {
        Why::Departs if is_emptied(article, keys) => format!("{names} has no value"),
        Why::Departs => format!("the front matter lacks {names}"),
        Why::Doubted => format!("the reference lacks {names}, which most languages have"),
        Why::Divided => format!("languages disagree whether there is {names}"),
    };
    let mut diagnostic = findings
        .found(article, place(article, keys), message)
        .help(format!("write the value of {names} as in other languages"));
    if let [key] = keys {
        diagnostic = diagnostic.expected(key.clone());
        if let Some(fix) = insertion(comparison, exchange, key) {
            diagnostic = diagnostic.fix(fix);
        }
    }
    decided(comparison, exchange, diagnostic, &keys[0])
}

fn is_emptied(article: &Article, keys: &[String]) -> bool {
    matches!(keys, [key] if article.front_matter.entry(key).is_some())
}

fn decided(
    comparison: &Comparison,
    exchange: &Exchange<String>,
    diagnostic: Diagnostic,
    key: &str,
) -> Diagnostic {
    comparison.decided(diagnostic, exchange, |other| {
        Some(comparison.article(other).front_matter.entry(key)?.key_span)
    })
}

/// A key that has lost its value, else the fence that the front matter begins with, else the first byte.
fn place(article: &Article, keys: &[String]) -> Span {
    let front_matter = &article.front_matter;
    let emptied = match keys {
        [key] => front_matter.entry(key).map(|entry| entry.key_span),
        _ => None,
    };
    let block = article.source.slice(front_matter.span);
    let fence = block.find('\n').unwrap_or(block.len());
    emptied.unwrap_or(Span::new(
        front_matter.span.start,
        front_matter.span.start + fence,
    ))
}

/// Writes an invariant key before the end of the front matter, where the value can be taken over.
fn insertion(comparison: &Comparison, exchange: &Exchange<String>, key: &str) -> Option<Fix> {
    let article = comparison.article(exchange.article);
    let is_invariant = comparison.site.key_roles.get(key) == Some(&KeyRole::Invariant);
    if !is_invariant || article.front_matter.entry(key).is_some() {
        return None;
    }
    let entry = |other: usize| comparison.article(other).front_matter.entry(key);
    let value = restore::written(comparison, exchange, entry)?;
    let last = article.front_matter.entries.last()?.value_span.end;
    let block = Span::new(last, article.front_matter.span.end);
    let at = last + article.source.slice(block).find("\n---")? + 1;
    let text = format!("{key}: {value}\n");
    let place = Span::new(at, at);
    Some(Fix::replace(
        Applicability::Safe,
        &article.source,
        place,
        text,
    ))
}
