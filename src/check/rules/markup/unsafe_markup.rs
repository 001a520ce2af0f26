//! `unsafe-markup`: raw HTML or a link could run something, and does not reach the page.

use std::collections::HashSet;

use super::raw_html::{self, Placed};
use crate::check::flaw::{self, Flaw};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Shift};
use crate::model::markup::{self, RawTag};
use crate::model::{Article, Markup, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "unsafe-markup",
        severity: Severity::Error,
        summary: "raw HTML or a link could run something, and does not reach the page",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// Elements that bring a program or a foreign page with them, whoever writes them.
const PROGRAMS: [&str; 6] = ["applet", "frameset", "iframe", "script", "style", "svg"];

/// Elements without an end: only their attributes tell them from a name in angle brackets.
const ENDLESS: [&str; 6] = ["base", "embed", "frame", "input", "link", "meta"];

fn check(site: &Site, translations: &Translations, findings: &mut Findings) {
    let trusted = site.config.markup == Markup::Trusted;
    flaw::report(translations, findings, |article| {
        let mut flaws = addresses(article);
        if !trusted {
            flaws.extend(tags(article));
        }
        flaws
    });
}

/// Links of Markdown whose address runs what it holds.
fn addresses(article: &Article) -> Vec<Flaw> {
    let links = article.links.iter();
    let links = links.filter(|link| markup::is_unsafe_address(&link.destination));
    let flaws = links.map(|link| Flaw {
        span: link.target,
        message: "this address runs or shows what it holds itself, so it is no link on the page"
            .to_owned(),
        help: "link to a page: `https:`, `http:`, `mailto:` or a path".to_owned(),
        ..flaw(article.source.slice(link.target))
    });
    flaws.collect()
}

fn tags(article: &Article) -> Vec<Flaw> {
    let runs = raw_html::runs(article);
    let flaws = runs.iter().flat_map(|run| {
        let closed: HashSet<String> = run
            .iter()
            .filter(|placed| placed.tag.closing)
            .map(|placed| placed.tag.name.to_ascii_lowercase())
            .collect();
        let opened = run.iter().filter(|placed| !placed.tag.closing);
        opened
            .flat_map(move |placed| of_tag(placed, &closed))
            .collect::<Vec<_>>()
    });
    flaws.collect()
}

/// What is unsafe in a tag; words in angle brackets that nobody meant as markup are not.
fn of_tag(placed: &Placed, closed: &HashSet<String>) -> Vec<Flaw> {
    let tag = &placed.tag;
    if markup::is_active(tag.name) {
        let meant = is_meant(tag, closed);
        return meant.then(|| active(placed)).into_iter().collect();
    }
    if markup::element(tag.name).is_none() {
        return Vec::new();
    }
    let attributes = tag.attributes();
    attributes
        .filter_map(|(name, _)| of_attribute(placed, name))
        .collect()
}

fn is_meant(tag: &RawTag, closed: &HashSet<String>) -> bool {
    let name = tag.name.to_ascii_lowercase();
    let endless = ENDLESS.contains(&name.as_str());
    PROGRAMS.contains(&name.as_str())
        || tag.attributes().any(|(_, value)| !value.is_empty())
        || !endless && closed.contains(&name)
}

fn active(placed: &Placed) -> Flaw {
    let name = placed.tag.name.to_ascii_lowercase();
    Flaw {
        span: placed.span,
        message: format!("`<{name}>` runs, loads or asks something, so it is shown as text"),
        help:
            "say it in Markdown, link to it, or put it between backquotes if readers should see it"
                .to_owned(),
        shift: (name != "script").then_some(Shift::Lower),
        ..flaw(placed.tag.source)
    }
}

fn of_attribute(placed: &Placed, name: &str) -> Option<Flaw> {
    let value = placed.tag.attribute(name)?;
    let lower = name.to_ascii_lowercase();
    let event = lower.strip_prefix("on").unwrap_or_default();
    let handles = event.len() > 2 && event.bytes().all(|byte| byte.is_ascii_alphabetic());
    if handles && !value.is_empty() {
        return Some(Flaw {
            span: placed.span,
            message: format!("`{lower}` runs a program, so it is left out"),
            help: "take the attribute away".to_owned(),
            ..flaw(name)
        });
    }
    let leads = matches!(
        lower.as_str(),
        "href" | "src" | "action" | "formaction" | "background"
    );
    (leads && markup::is_unsafe_address(&value)).then(|| Flaw {
        span: placed.span,
        message: format!(
            "the address in `{lower}` runs or shows what it holds itself, so it is left out"
        ),
        help: "link to a page: `https:`, `http:`, `mailto:` or a path".to_owned(),
        ..flaw(&value)
    })
}

fn flaw(found: &str) -> Flaw {
    Flaw {
        sign: found.to_owned(),
        note: "what one language brings in would run in the browser of everyone who reads the page"
            .to_owned(),
        found: Some(found.to_owned()),
        ..Flaw::default()
    }
}
