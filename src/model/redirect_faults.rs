//! What can be wrong with redirects, each told once however many languages share it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::destination::{Destinations, End, Missing};
use super::{Redirect, Site};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Source, Span};

pub static REDIRECT_LOOP: Fault = Fault {
    name: "redirect-loop",
    severity: Severity::Error,
    summary: "Redirects lead in a circle.",
};

pub static REDIRECT_NOWHERE: Fault = Fault {
    name: "redirect-nowhere",
    severity: Severity::Warning,
    summary: "A redirect leads to something that does not exist.",
};

pub static REDIRECT_OF_ARTICLE: Fault = Fault {
    name: "redirect-of-article",
    severity: Severity::Info,
    summary: "A redirect stands where an article is.",
};

pub static REDIRECT_TWICE: Fault = Fault {
    name: "redirect-twice",
    severity: Severity::Warning,
    summary: "The same path is redirected twice.",
};

pub static REDIRECT_UNUSABLE: Fault = Fault {
    name: "redirect-unusable",
    severity: Severity::Warning,
    summary: "A redirect lacks something, or no page can stand at its path.",
};

/// Every fault of redirects.
pub static FAULTS: [&Fault; 5] = [
    &REDIRECT_LOOP,
    &REDIRECT_NOWHERE,
    &REDIRECT_OF_ARTICLE,
    &REDIRECT_TWICE,
    &REDIRECT_UNUSABLE,
];

/// How many places of a circle are shown.
const SHOWN: usize = 8;

/// A redirect whose old path no page can have.
pub fn unusable(source: &Arc<Source>, span: Span, path: &str, why: &str) -> Diagnostic {
    let message = format!("no page can stand at the old path `{path}`: {why}");
    Diagnostic::new(&REDIRECT_UNUSABLE, source, span, message)
        .note("the redirect is left out")
        .help("write a path below the folder of the language, as in `guide/old.md`")
}

/// Everything that is wrong with the redirects of a site.
pub(super) fn judge(site: &Site) -> Vec<Diagnostic> {
    if site.redirects.is_empty() {
        return Vec::new();
    }
    let judge = Judge {
        site,
        destinations: Destinations::of(site),
    };
    let mut told = Told::default();
    let doubles = judge.doubles(&mut told);
    for rule in 0..site.redirects.len() {
        if !doubles.contains(&rule) {
            judge.article(rule, &mut told);
            judge.end(rule, &mut told);
        }
    }
    judge.circles(&mut told);
    let reference = site.reference.as_ref().map(|locale| locale.folder());
    told.diagnostics(reference)
}

/// Findings by kind, old path and what is said of it: those of several languages are one.
#[derive(Default)]
struct Told(BTreeMap<(&'static str, String, String), Vec<Diagnostic>>);

impl Told {
    fn push(&mut self, redirect: &Redirect, mut finding: Diagnostic) {
        finding.locale.clone_from(&redirect.locale);
        let key = (
            finding.rule,
            redirect.id.to_lowercase(),
            finding.message.clone(),
        );
        let alike = self.0.entry(key).or_default();
        // A rule of the reference holds in other languages as well, and is the same rule there.
        let place = |it: &Diagnostic| (Arc::as_ptr(&it.primary.source), it.primary.span);
        if alike.iter().all(|other| place(other) != place(&finding)) {
            alike.push(finding);
        }
    }

    fn diagnostics(self, reference: Option<&str>) -> Vec<Diagnostic> {
        let alike = self.0.into_values();
        alike.map(|alike| together(alike, reference)).collect()
    }
}

/// The reference's of findings that are alike, else the first, for all of their languages.
fn together(mut alike: Vec<Diagnostic>, reference: Option<&str>) -> Diagnostic {
    let count = alike.len();
    let mut locales = alike.iter().map(|finding| finding.locale.as_deref());
    let own = locales.position(|locale| locale == reference);
    let mut first = alike.swap_remove(own.unwrap_or(0));
    if count > 1 {
        first.locale = None;
        let note = first.note.unwrap_or_default();
        first.note = Some(format!("{note}; {count} languages have this redirect"));
    }
    first
}

struct Judge<'a> {
    site: &'a Site,
    destinations: Destinations<'a>,
}

impl<'a> Judge<'a> {
    /// The language that a rule is judged in: its own, else the one that leads.
    fn home(&self, redirect: &'a Redirect) -> Option<&'a str> {
        let first = self.site.locales.first().map(|locale| locale.folder());
        redirect.locale.as_deref().or(first)
    }

    /// Reports paths that the same configuration, or the files of the same language, redirect once more. The first holds.
    fn doubles(&self, told: &mut Told) -> BTreeSet<usize> {
        let mut doubles = BTreeSet::new();
        let mut seen: HashMap<(bool, Option<&str>, String), usize> = HashMap::new();
        for (at, redirect) in self.site.redirects.iter().enumerate() {
            let configured = Arc::ptr_eq(&redirect.source, &self.site.config.file);
            let key = (
                configured,
                redirect.locale.as_deref(),
                redirect.id.to_lowercase(),
            );
            match seen.get(&key) {
                None => drop(seen.insert(key, at)),
                Some(first) => {
                    doubles.insert(at);
                    told.push(redirect, twice(redirect, &self.site.redirects[*first]));
                }
            }
        }
        doubles
    }

    fn article(&self, rule: usize, told: &mut Told) {
        let redirect = &self.site.redirects[rule];
        let translations = self.destinations.in_any_case(&redirect.id);
        let article = self
            .home(redirect)
            .zip(translations)
            .and_then(|(home, translations)| translations.in_locale(home));
        if let Some(article) = article {
            let message = format!(
                "the redirect of `{}` stands where an article is",
                redirect.id
            );
            let finding = Diagnostic::new(
                &REDIRECT_OF_ARTICLE,
                &redirect.source,
                redirect.span,
                message,
            )
            .note("readers see the article, and nobody is led on")
            .help("remove the redirect, or the article if it has moved")
            .related([Label::new(&article.source, Span::default(), "the article")]);
            told.push(redirect, finding);
        }
    }

    fn end(&self, rule: usize, told: &mut Told) {
        let redirect = &self.site.redirects[rule];
        let Some(home) = self.home(redirect) else {
            return;
        };
        if let End::Missing(missing) = self.destinations.redirected(home, rule)
            && missing != Missing::Circle
        {
            told.push(redirect, nowhere(self.site, redirect, &missing));
        }
    }

    /// Reports each circle once, at its first rule.
    fn circles(&self, told: &mut Told) {
        for locale in &self.site.locales {
            let mut seen = BTreeSet::new();
            for rule in self.destinations.redirects(locale.folder()) {
                let end = self.destinations.redirected(locale.folder(), rule);
                if end == End::Missing(Missing::Circle) && !seen.contains(&rule) {
                    self.circle(locale.folder(), rule, &mut seen, told);
                }
            }
        }
    }

    fn circle(&self, locale: &str, first: usize, seen: &mut BTreeSet<usize>, told: &mut Told) {
        let mut chain = Vec::new();
        let mut rule = first;
        while seen.insert(rule) {
            chain.push(rule);
            match self.destinations.next(locale, rule) {
                Some(next) => rule = next,
                None => return,
            }
        }
        // What leads into a circle that is known already is no circle of its own.
        if let Some(start) = chain.iter().position(|at| *at == rule) {
            let mut circle = chain.split_off(start);
            let least = circle.iter().enumerate().min_by_key(|(_, rule)| **rule);
            let least = least.map_or(0, |(at, _)| at);
            circle.rotate_left(least);
            self.tell_circle(&circle, told);
        }
        for rule in chain {
            let redirect = &self.site.redirects[rule];
            told.push(redirect, nowhere(self.site, redirect, &Missing::Circle));
        }
    }

    fn tell_circle(&self, circle: &[usize], told: &mut Told) {
        let rules: Vec<&Redirect> = circle.iter().map(|at| &self.site.redirects[*at]).collect();
        let first = rules[0];
        let mut names: Vec<&str> = rules
            .iter()
            .take(SHOWN)
            .map(|rule| rule.id.as_str())
            .collect();
        if rules.len() > SHOWN {
            names.push("…");
        }
        names.push(&first.id);
        let message = format!(
            "these redirects lead in a circle: `{}`",
            names.join("` → `")
        );
        let others = rules.iter().skip(1).take(SHOWN);
        let others = others.map(|rule| Label::new(&rule.source, rule.span, "in the circle"));
        let finding = Diagnostic::new(&REDIRECT_LOOP, &first.source, first.span, message)
            .note("whoever follows one of them arrives nowhere")
            .help("let one of them lead to an article that exists")
            .related(others.collect::<Vec<_>>());
        told.push(first, finding);
    }
}

fn twice(redirect: &Redirect, first: &Redirect) -> Diagnostic {
    let message = match first.to == redirect.to {
        true => format!("`{}` is redirected a second time", redirect.id),
        false => format!(
            "`{}` is redirected a second time, to `{}` instead of `{}`",
            redirect.id, redirect.to, first.to
        ),
    };
    Diagnostic::new(&REDIRECT_TWICE, &redirect.source, redirect.span, message)
        .note("the first of them holds")
        .help("remove one of the two")
        .related([Label::new(&first.source, first.span, "the first")])
}

fn nowhere(site: &Site, redirect: &Redirect, missing: &Missing) -> Diagnostic {
    let (what, help) = match missing {
        Missing::Article(id) => (
            format!("there is no article `{id}`"),
            "let it lead to an article that exists",
        ),
        Missing::File(path) => (
            format!("there is no file `{path}`"),
            "let it lead to a file that exists",
        ),
        Missing::Language(at) => (
            format!(
                "`{}` exists neither in this language nor in the reference",
                site.translations[*at].id
            ),
            "translate the article, or let the redirect lead to another one",
        ),
        Missing::Circle => (
            "the redirects behind it lead in a circle".to_owned(),
            "let it lead to an article that exists",
        ),
    };
    let message = format!(
        "`{}` is redirected to `{}`, and {what}",
        redirect.id, redirect.to
    );
    Diagnostic::new(
        &REDIRECT_NOWHERE,
        &redirect.source,
        redirect.target,
        message,
    )
    .note("no page is made at the old path, and links to it lead nowhere")
    .help(help)
    .found(redirect.to.clone())
}
