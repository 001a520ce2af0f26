//! `leaked-placeholder`: machine translation left its own marks in the text.

use super::changes::Site;
use crate::check::comparison::Why;
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "leaked-placeholder",
        severity: Severity::Error,
        summary: "machine translation left a mark of its own in the text",
    },
    scope: Scope::Cohort(check),
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for site in Site::all(comparison) {
        findings.examine();
        if !site
            .scans
            .iter()
            .flatten()
            .all(|scan| scan.residue.is_empty())
        {
            check_site(&site, findings);
        }
    }
}

/// What the reference or most languages have as well is what the article is about.
fn check_site(site: &Site, findings: &mut Findings) {
    let residue = |article: usize| {
        let residue = site.scan(article)?.residue.iter();
        Some(
            residue
                .map(|(text, _)| shape(text))
                .collect::<Vec<String>>(),
        )
    };
    for exchange in site.comparison.exchanges(residue) {
        if exchange.why == Why::Doubted {
            continue;
        }
        let mut gained = exchange.gained.clone();
        let here = site.scan(exchange.article).map(|scan| &scan.residue);
        for (text, span) in here.into_iter().flatten() {
            let Some(at) = gained.iter().position(|it| *it == shape(text)) else {
                continue;
            };
            gained.swap_remove(at);
            let article = site.comparison.article(exchange.article);
            let diagnostic = findings
                .found(
                    article,
                    *span,
                    format!("`{text}` is a mark that machine translation left behind"),
                )
                .help("remove the mark, and put back the markup or the word that it stood for")
                .found(text.clone());
            let place = |other| site.passage.span(other);
            let decided = site.comparison.decided(diagnostic, &exchange, place);
            findings.push(decided);
        }
    }
}

/// The words between two marks belong to the language.
fn shape(text: &str) -> String {
    match text.starts_with('{') {
        true => text
            .chars()
            .filter(|it| !it.is_alphabetic() && !it.is_whitespace())
            .collect(),
        false => text.to_owned(),
    }
}
