//! `leaked-placeholder`: machine translation left its own marks in the text.

use super::changes::Site;
use crate::check::departure::{Exchange, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "leaked-placeholder",
        severity: Severity::Error,
        summary: "machine translation left a mark of its own in the text",
    },
    scope: Scope::Cohort(check),
    enabled: true,
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
    for exchange in alone(site).map_or_else(|| site.comparison.exchanges(residue), |it| vec![it]) {
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

/// A passage that one translation alone has needs no other one to show what does not belong there.
fn alone(site: &Site) -> Option<Exchange<String>> {
    let members = site.comparison.members();
    let mut present = members
        .iter()
        .copied()
        .filter(|article| site.scan(*article).is_some());
    let article = present.next()?;
    let lonely = present.next().is_none() && !site.comparison.is_reference(article);
    let others = members.iter().copied().filter(|it| *it != article);
    (lonely && members.len() > 1).then(|| Exchange {
        article,
        lost: Vec::new(),
        gained: site.scan(article).map_or_else(Vec::new, |scan| {
            scan.residue.iter().map(|(text, _)| shape(text)).collect()
        }),
        supporters: others.collect(),
        why: Why::Departs,
    })
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
