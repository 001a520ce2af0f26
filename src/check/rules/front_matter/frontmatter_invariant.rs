//! `frontmatter-invariant`: a fact in the front matter is another one than in other languages.

use super::restore;
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Shift};
use crate::model::{Entry, KeyRole};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "frontmatter-invariant",
        severity: Severity::Error,
        summary: "a key of the front matter has another value than in other languages",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    let roles = &comparison.site.key_roles;
    let invariant = roles
        .iter()
        .filter(|(_, role)| **role == KeyRole::Invariant);
    for (key, _) in invariant {
        let value = |article: usize| Some(entry(comparison, key, article)?.value.canonical());
        if comparison
            .members()
            .iter()
            .all(|&member| value(member).is_none())
        {
            continue;
        }
        findings.examine();
        let differences = comparison.differences(value).into_iter();
        for difference in differences.filter(|it| !is_of_version(comparison, it)) {
            let finding = finding(comparison, key, &difference, findings);
            findings.diagnostics.extend(finding);
        }
    }
}

/// An article's entry. One without a value is what `frontmatter-key-parity` is about, and one that stands there twice says nothing
/// that can be relied on.
fn entry<'a>(comparison: &Comparison<'a>, key: &str, article: usize) -> Option<&'a Entry> {
    let article = comparison.article(article);
    let entry = article.front_matter.entry(key)?;
    let block = article.source.slice(article.front_matter.span);
    let names = |line: &&str| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.starts_with(':'))
    };
    let is_single = block.lines().filter(names).count() < 2;
    (is_single && !entry.value.is_empty()).then_some(entry)
}

/// A date follows the source version; where no witness was made from the same one, it bears no witness.
fn is_of_version(comparison: &Comparison, difference: &Difference<String>) -> bool {
    let is_date = |value: &str| {
        !value.contains(char::is_alphabetic)
            && value.chars().filter(char::is_ascii_digit).count() > 3
    };
    difference.why == Why::Departs
        && is_date(&difference.expected)
        && comparison.shift(difference) == Shift::Lower
}

fn finding(
    comparison: &Comparison,
    key: &str,
    difference: &Difference<String>,
    findings: &Findings,
) -> Option<Diagnostic> {
    let article = comparison.article(difference.article);
    let entry_here = entry(comparison, key, difference.article)?;
    let (expected, found) = (&difference.expected, entry_here.value.canonical());
    let (message, help) = match difference.why {
        Why::Departs => (
            format!("`{key}` is `{found}` instead of `{expected}`"),
            format!("write `{expected}`"),
        ),
        Why::Doubted => (
            format!("`{key}` is `{found}` in the reference and `{expected}` in most languages"),
            "find out which value is right, and make the languages alike".to_owned(),
        ),
        Why::Divided => (
            format!("languages disagree whether `{key}` is `{found}` or `{expected}`"),
            "find out which value is right, and make the languages alike".to_owned(),
        ),
    };
    let mut diagnostic = findings
        .found(article, entry_here.value_span, message)
        .help(help)
        .expected(expected.clone())
        .found(found);
    let written = restore::written(comparison, difference, |other| {
        entry(comparison, key, other)
    });
    if let Some(written) = written {
        let (source, span) = (&article.source, entry_here.value_span);
        diagnostic = diagnostic.fix(Fix::replace(Applicability::Safe, source, span, written));
    }
    let place = |other: usize| Some(entry(comparison, key, other)?.value_span);
    Some(comparison.decided(diagnostic, difference, place))
}
