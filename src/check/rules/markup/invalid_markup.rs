//! `invalid-markup`: a tag of raw HTML lacks its other half, or stands where it means nothing.

use super::raw_html::{self, Placed};
use crate::check::flaw::{self, Flaw};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};
use crate::model::markup::{self, Element, ElementKind};
use crate::model::{Article, Markup, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "invalid-markup",
        severity: Severity::Warning,
        summary: "a tag of raw HTML lacks its other half, or stands where it means nothing",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// Names of elements that are words as well: alone and bare they are names in angle brackets, not markup.
const WORDS: [&str; 24] = [
    "abbr", "acronym", "address", "article", "aside", "big", "caption", "center", "cite", "code",
    "details", "figure", "font", "footer", "header", "label", "main", "mark", "nav", "section",
    "small", "summary", "table", "var",
];

fn check(site: &Site, translations: &Translations, findings: &mut Findings) {
    let trusted = site.config.markup == Markup::Trusted;
    flaw::report(translations, findings, |article| flaws(article, trusted));
}

fn flaws(article: &Article, trusted: bool) -> Vec<Flaw> {
    let runs = raw_html::runs(article);
    runs.iter().flat_map(|run| of_run(run, trusted)).collect()
}

/// An element that is open, and the tag that opened it.
type Open<'r, 'a> = (&'r Placed<'a>, Element);

/// Walks the tags of a run with what is open.
struct Run<'r, 'a> {
    open: Vec<Open<'r, 'a>>,
    flaws: Vec<Flaw>,
    trusted: bool,
}

fn of_run(tags: &[Placed], trusted: bool) -> Vec<Flaw> {
    let mut run = Run {
        open: Vec::new(),
        flaws: Vec::new(),
        trusted,
    };
    for placed in tags {
        let Some(element) = markup::element(placed.tag.name) else {
            continue;
        };
        match (element.kind, placed.tag.closing) {
            (ElementKind::Void | ElementKind::Nothing, _) => {}
            (_, false) => run.open(placed, element),
            (_, true) => run.close(placed, element),
        }
    }
    run.end();
    run.flaws
}

impl<'r, 'a> Run<'r, 'a> {
    fn open(&mut self, placed: &'r Placed<'a>, element: Element) {
        let parents: &[&str] = match element.name {
            "li" => &["ul", "ol"],
            "dt" | "dd" => &["dl"],
            "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "caption" => &["table"],
            _ => &[],
        };
        let is_parent = |(_, open): &Open| parents.contains(&open.name);
        // Deeper than this nobody writes, and looking further would take long.
        let inside = self.open.iter().rev().take(64).any(is_parent);
        if !parents.is_empty() && !inside && !is_word(placed) {
            let message = format!("{} stands outside `<{}>`", shown(placed), parents[0]);
            self.tell(
                placed,
                message,
                "put what belongs together into one list or table",
            );
        }
        self.open.push((placed, element));
    }

    /// Closes an element; what was opened in it and needs an end has none.
    fn close(&mut self, placed: &'r Placed<'a>, element: Element) {
        let is_it = |(_, open): &Open| open.name == element.name;
        let Some(at) = self.open.iter().rev().take(64).position(is_it) else {
            let message = format!("{} closes nothing", shown(placed));
            return self.tell(placed, message, "take it away, or open what it closes");
        };
        let from = self.open.len() - at - 1;
        for (inner, open) in self.open.split_off(from).into_iter().skip(1) {
            self.unclosed(inner, open, &format!(" before {}", shown(placed)));
        }
    }

    fn end(&mut self) {
        for (placed, element) in std::mem::take(&mut self.open) {
            self.unclosed(placed, element, "");
        }
    }

    fn unclosed(&mut self, placed: &'r Placed<'a>, element: Element, before: &str) {
        if element.kind == ElementKind::Item || is_word(placed) {
            return;
        }
        let shown_as = match element.needs_its_end() && !self.trusted {
            true => ", so readers see the tag",
            false => "",
        };
        let message = format!("{} is not closed{before}{shown_as}", shown(placed));
        let help = format!(
            "close it with `</{}>`, or write `\\<` if readers should see it",
            placed.tag.name
        );
        self.tell(placed, message, &help);
    }

    fn tell(&mut self, placed: &Placed, message: String, help: &str) {
        self.flaws.push(Flaw {
            span: placed.span,
            sign: placed.tag.source.to_ascii_lowercase(),
            message,
            note: "each program mends broken HTML in its own way, so that readers may see another text than was written".to_owned(),
            help: help.to_owned(),
            found: Some(placed.tag.source.to_owned()),
            ..Flaw::default()
        });
    }
}

/// Whether a tag may be a word in angle brackets.
fn is_word(placed: &Placed) -> bool {
    let bare = placed.tag.attributes().next().is_none();
    let named = WORDS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(placed.tag.name));
    bare && named
}

fn shown(placed: &Placed) -> String {
    let mark = if placed.tag.closing { "/" } else { "" };
    format!("`<{mark}{}>`", placed.tag.name)
}
