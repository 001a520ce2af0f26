//! `unused-include`: an article that is no page of its own stands in no other either.

use std::collections::HashSet;

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "unused-include",
        severity: Severity::Info,
        summary: "an article is excluded, and nothing includes it",
    },
    scope: Scope::Site(check),
    enabled: false,
};

fn check(site: &Site, findings: &mut Findings) {
    let used: HashSet<usize> = site
        .expansions
        .values()
        .flat_map(|expansion| expansion.parts.iter().copied())
        .collect();
    let parts = site.translations.iter().enumerate();
    for (at, translations) in parts.filter(|(_, translations)| !translations.is_page) {
        findings.examine();
        if used.contains(&at) {
            continue;
        }
        let article = translations.principal();
        let message = "this article is excluded, and nothing includes it";
        let whole = Span::new(0, article.source.text().len());
        let mut finding = findings
            .found(article, article.source.first_line(whole), message)
            .note("it is on no page, though it is translated and checked like any other")
            .help("include it, remove it, or take it out of `exclude:` in glotta.yml");
        if translations.articles.len() > 1 {
            finding.locale = None;
        }
        findings.push(finding);
    }
}
