//! `include-circle`: articles include one another in a circle, or so deep or so much that no page can hold it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity};
use crate::model::{Article, Limit, Limits, Link, Site, Trouble, Wrong};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "include-circle",
        severity: Severity::Error,
        summary: "articles include one another in a circle, too deep, or too often",
    },
    scope: Scope::Site(check),
    enabled: true,
};

/// By what is wrong and where, the includes of all languages.
type Circles<'a> = BTreeMap<(&'static str, Vec<String>, usize), BTreeSet<((usize, usize), usize)>>;

fn check(site: &Site, findings: &mut Findings) {
    let mut circles: Circles = BTreeMap::new();
    for expansion in site.expansions.values() {
        findings.examine();
        for trouble in &expansion.troubles {
            if let Some(key) = key(trouble) {
                let place = (trouble.article, trouble.link);
                circles.entry(key).or_default().insert(place);
            }
        }
    }
    for ((kind, ids, _), places) in &circles {
        let finding = finding(site, kind, ids, places, findings);
        findings.diagnostics.extend(finding);
    }
}

/// A circle is told where it begins with the first of its articles: it was found from each of them.
fn key(trouble: &Trouble) -> Option<(&'static str, Vec<String>, usize)> {
    let at = trouble.article.0;
    Some(match &trouble.wrong {
        Wrong::Circle(ids) if ids.iter().min() == ids.first() => ("circle", ids.clone(), at),
        Wrong::Circle(_) => return None,
        Wrong::TooDeep => ("deep", Vec::new(), at),
        Wrong::TooMuch => ("much", Vec::new(), at),
    })
}

fn finding(
    site: &Site,
    kind: &str,
    ids: &[String],
    places: &BTreeSet<((usize, usize), usize)>,
    findings: &Findings,
) -> Option<Diagnostic> {
    let place = |((translations, article), link): &((usize, usize), usize)| {
        let article: &Article = &site.translations[*translations].articles[*article];
        (article, &article.links[*link])
    };
    let all: Vec<(&Article, &Link)> = places.iter().map(place).collect();
    let is_reference =
        |(article, _): &&(&Article, &Link)| Some(&article.locale) == site.reference.as_ref();
    let (article, link) = *all.iter().find(is_reference).or(all.first())?;
    let (message, help) = said(kind, ids, &site.config.limits);
    let others = all
        .iter()
        .filter(|(other, _)| other.locale != article.locale);
    let related = others
        .clone()
        .take(words::WITNESSES)
        .map(|(other, link)| Label::new(&other.source, link.target, other.locale.folder()));
    let mut diagnostic = findings
        .found(article, link.target, message)
        .note("readers see the words of the include in its place")
        .help(help)
        .related(related.collect::<Vec<_>>());
    if others.count() > 0 {
        diagnostic.locale = None;
    }
    Some(diagnostic)
}

fn said(kind: &str, ids: &[String], limits: &Limits) -> (String, String) {
    match (kind, ids) {
        ("circle", [own, again]) if own == again => (
            format!("`{own}` includes itself"),
            "remove the include".to_owned(),
        ),
        ("circle", ids) => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            (
                format!("these articles include one another: {}", ids.join(", ")),
                "remove one of the includes".to_owned(),
            )
        }
        ("deep", _) => (
            "this include lies too deep".to_owned(),
            Limit::IncludeDepth.help(&format!(
                "include no more than {} articles in a row, and fewer lists and quotes within one another",
                limits.shown(Limit::IncludeDepth)
            )),
        ),
        _ => (
            "a page that has this include holds too much".to_owned(),
            Limit::IncludedText.help(&format!(
                "include less than {} on one page, link to the text",
                limits.shown(Limit::IncludedText)
            )),
        ),
    }
}
