//! `provenance-missing`: a translation does not say which version of the source it was made from.

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, COMMIT_KEYS, HASH_KEYS, Site, Translations, Value};

/// Off by default.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "provenance-missing",
        severity: Severity::Info,
        summary: "a translation does not say which version of its source it was made from",
    },
    scope: Scope::Translations(check),
    enabled: false,
};

/// Without a reference only articles that are known to be translations are asked: another language names its source.
fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    let articles = translations.articles.iter();
    if translations.reference.is_none() && !articles.clone().any(names_source) {
        return;
    }
    let translated = articles
        .enumerate()
        .filter(|(at, _)| Some(*at) != translations.reference);
    for (_, article) in translated {
        findings.examine();
        if names_source(article) {
            continue;
        }
        let block = article.source.slice(article.front_matter.span);
        let start = article.front_matter.span.start;
        let span = Span::new(start, start + block.find('\n').unwrap_or(block.len()));
        let mut finding = findings
            .found(
                article,
                span,
                "the front matter does not say which source this was translated from",
            )
            .note("nobody can see whether the translation is behind its source");
        finding = match translations.reference.map(|at| &translations.articles[at]) {
            Some(current) => finding.help(format!(
                "if it is up to date, write `{}: {}`",
                HASH_KEYS[0], current.version
            )),
            None => finding.help(format!(
                "write the fingerprint of the source as `{}`",
                HASH_KEYS[0]
            )),
        };
        findings.push(finding);
    }
}

/// A key may stand by itself or in a block of what the translation's tools keep, as in `l10n: {sourceCommit: …}`.
fn names_source(article: &Article) -> bool {
    let is_source = |key: &str| HASH_KEYS.contains(&key) || COMMIT_KEYS.contains(&key);
    let mut entries = article.front_matter.entries.iter();
    entries.any(|entry| match &entry.value {
        Value::Mapping(inner) => inner
            .iter()
            .any(|(key, value)| is_source(key) && !value.is_empty()),
        value => is_source(&entry.key) && !value.is_empty(),
    })
}
