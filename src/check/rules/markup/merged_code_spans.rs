//! `merged-code-spans`: two code spans touch, so that they became one with backquotes in it.

use std::collections::HashSet;

use super::code_spans;
use crate::check::{Comparison, Findings, Passage, Rule, Scope, Words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Span};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "merged-code-spans",
        severity: Severity::Error,
        summary: "two code spans touch, so that they became one with backquotes in it",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages() {
        for &article in comparison.members() {
            let words = passage.words(article);
            for (code, span) in words.iter().flat_map(Words::code) {
                findings.examine();
                let parts = code_spans::parts(code);
                if parts.len() > 1 && !is_usual(comparison, passage, code) {
                    findings.push(finding(
                        comparison,
                        passage,
                        (article, span),
                        &parts,
                        findings,
                    ));
                }
            }
        }
    }
}

/// Whether the reference, or most languages, have just this code: it is about backquotes.
fn is_usual(comparison: &Comparison, passage: &Passage, code: &str) -> bool {
    let has = |article: &usize| {
        let words = passage.words(*article);
        words.is_some_and(|words| words.code().any(|(other, _)| other == code))
    };
    let members = comparison.members();
    match comparison
        .cohort
        .reference
        .filter(|it| passage.words(*it).is_some())
    {
        Some(reference) => has(&reference),
        None => members.iter().filter(|it| has(it)).count() * 2 > members.len(),
    }
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    (article, span): (usize, Span),
    parts: &[String],
    findings: &Findings,
) -> Diagnostic {
    let source = &comparison.article(article).source;
    let separate = parts.iter().map(|part| format!("`{part}`"));
    let separate = separate.collect::<Vec<_>>().join(" ");
    let witnesses = witnesses(comparison, passage, article, parts);
    let message = format!(
        "{} code spans became one; readers see backquotes between them",
        parts.len()
    );
    let note = match witnesses {
        0 => "a code span ends at the next row of as many backquotes; two rows that touch are one row and end nothing".to_owned(),
        _ => format!("a code span ends at the next row of as many backquotes; other languages have {separate}"),
    };
    let finding = findings
        .found(comparison.article(article), span, message)
        .note(note)
        .help("put a blank, or the words that belong there, between the two")
        .expected(separate.clone())
        .found(source.slice(span));
    let written = source.slice(span).starts_with('`') && !source.slice(span).starts_with("``");
    let applicability = match witnesses > 2 && written {
        true => Applicability::Safe,
        false => Applicability::Unsafe,
    };
    finding.fix(Fix::replace(applicability, source, span, separate))
}

/// How many other languages have each part as code of its own.
fn witnesses(
    comparison: &Comparison,
    passage: &Passage,
    article: usize,
    parts: &[String],
) -> usize {
    let has_all = |other: &&usize| {
        let words = passage.words(**other);
        let codes: HashSet<&str> = words
            .iter()
            .flat_map(Words::code)
            .map(|(code, _)| code)
            .collect();
        parts.iter().all(|part| codes.contains(part.as_str()))
    };
    let others = comparison
        .members()
        .iter()
        .filter(|other| **other != article);
    others.filter(has_all).count()
}
