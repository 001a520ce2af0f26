//! `mixed-source-versions`: without the source at hand, languages of an article name different versions of it.

use std::collections::BTreeMap;

use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Fault, Label, Severity};
use crate::model::{Article, Site, Translations, short_version};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "mixed-source-versions",
        severity: Severity::Info,
        summary: "translations of an article were made from different versions of its source",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// With a reference `stale-translation` knows better who is behind.
fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    if translations.reference.is_some() {
        return;
    }
    findings.examine();
    let mut groups: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
    for article in &translations.articles {
        if let Some((version, _)) = article.source_version() {
            groups.entry(version).or_default().push(article);
        }
    }
    if groups.len() < 2 {
        return;
    }
    let mut groups: Vec<(&str, Vec<&Article>)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, articles)| {
        (
            usize::MAX - articles.len(),
            articles[0].locale.folder().to_owned(),
        )
    });
    let described: Vec<String> = groups
        .iter()
        .map(|(version, articles)| {
            let names: Vec<&str> = articles
                .iter()
                .map(|article| article.locale.folder())
                .collect();
            format!("{} ({})", words::list(&names), short_version(version))
        })
        .collect();
    let place = |article: &Article| {
        article
            .source_version()
            .map(|(_, span)| span)
            .unwrap_or_default()
    };
    let first = groups[0].1[0];
    let related = groups[1..].iter().map(|(_, articles)| {
        Label::new(
            &articles[0].source,
            place(articles[0]),
            articles[0].locale.folder(),
        )
    });
    let mut finding = findings
        .found(
            first,
            place(first),
            format!(
                "the languages of this article come from {} versions of its source",
                groups.len()
            ),
        )
        .note(format!(
            "{}; without the source nobody can say which is current",
            described.join("; ")
        ))
        .help("bring all languages to one version of the source, or add the source as `reference:`")
        .related(related.collect::<Vec<_>>());
    finding.locale = None;
    findings.push(finding);
}
