//! `broken-internal-link`: a link leads to an article of the site, or to a place in one, that does not exist.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{
    Applicability, Diagnostic, Edit, Fault, Fix, Label, Severity, Shift, Span,
};
use crate::model::{
    Article, Destination, Destinations, End, Fragment, Link, Missing, Site, Translations,
    is_external, normal_target, percent_decoded,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "broken-internal-link",
        severity: Severity::Error,
        summary: "a link leads to an article or a place in one that does not exist",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let index = Index::of(site);
    let checked: Vec<Checked> = site
        .translations
        .par_iter()
        .map(|translations| check_article(&index, translations, findings))
        .collect();
    let mut absent: BTreeMap<&str, Vec<&Absent>> = BTreeMap::new();
    for checked in &checked {
        findings.examined += checked.examined;
        findings
            .diagnostics
            .extend(checked.diagnostics.iter().cloned());
        for link in &checked.absent {
            absent.entry(&link.id).or_default().push(link);
        }
    }
    let known: BTreeSet<usize> = checked
        .iter()
        .flat_map(|it| it.known.iter().copied())
        .collect();
    // An excerpt of some documentation links to more articles than it holds, and cannot know about those.
    if absent.len() > known.len() {
        return;
    }
    let are_many = absent.len() > MANY.max(known.len() / 20);
    for links in absent.values() {
        let finding = nowhere(links, are_many, findings);
        findings.push(finding);
    }
}

/// So many articles that every language links to and none has are no slips: something else than Glotta leads readers on.
const MANY: usize = 10;

/// What the links of one article gave.
struct Checked<'a> {
    examined: usize,
    diagnostics: Vec<Diagnostic>,
    /// The other articles that the links lead to.
    known: BTreeSet<usize>,
    absent: Vec<Absent<'a>>,
}

/// A link that leads, in every language that has it, to an article that no language has.
struct Absent<'a> {
    /// The article that is meant.
    id: String,
    article: &'a Article,
    link: &'a Link,
    /// How many languages have the link.
    languages: usize,
}

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Flaw {
    /// No language has the article with this id.
    NoArticle(String),
    /// The article exists, but neither in this language nor in the reference.
    OtherLanguage(String),
    /// The article with this id only stands in others.
    NoPage(String),
    /// Redirects lead in a circle.
    Circle,
    /// An article's path differs from this one in the case of letters only: the link as it should be.
    Case(String),
    /// The article that is meant has no such place.
    NoAnchor { fragment: String, id: String },
}

/// The article that a link leads to, or what is wrong with it; `None` where it leads to something else, or out of what the site
/// knows.
fn lead(index: &Index, from: &Article, link: &Link) -> Option<Result<usize, Flaw>> {
    let found = index.destinations.find(from, &link.destination);
    let id = |at: usize| index.site.translations[at].id.clone();
    match &found.end {
        End::Missing(Missing::Article(id)) => Some(Err(Flaw::NoArticle(id.clone()))),
        End::Missing(Missing::Language(at)) => Some(Err(Flaw::OtherLanguage(id(*at)))),
        End::Missing(Missing::Circle) => Some(Err(Flaw::Circle)),
        End::Article { translations, .. } if found.respelt.is_some() => {
            Some(Err(Flaw::Case(respelt(&path_of(link), &id(*translations)))))
        }
        End::Article { translations, .. }
            if !found.is_here && !index.site.translations[*translations].is_page =>
        {
            Some(Err(Flaw::NoPage(id(*translations))))
        }
        End::Article {
            translations,
            fragment,
            ..
        } => Some(
            match is_nowhere(&found, link) && !index.is_on_page_of(*translations, from, fragment) {
                false => Ok(*translations),
                true => Err(Flaw::NoAnchor {
                    fragment: fragment.clone(),
                    id: id(*translations),
                }),
            },
        ),
        // `missing-file` tells of files.
        End::Missing(Missing::File(_)) | End::File(_) | End::External(_) | End::Foreign => None,
    }
}

/// Whether the place that a link names is none. Where another language has it, this one has lost it: rules about that article
/// tell, and the link is right. What a redirect names is no fault of the link.
fn is_nowhere(found: &Destination, link: &Link) -> bool {
    match found.fragment {
        Fragment::Absent => found.moved.is_none() || link.destination.contains('#'),
        Fragment::Lost => found.is_here,
        Fragment::None | Fragment::Place { .. } => false,
    }
}

/// The path of a link, without query and fragment and with `%20` and its like resolved.
fn path_of(link: &Link) -> String {
    let destination = link.destination.trim();
    percent_decoded(destination.split(['?', '#']).next().unwrap_or_default())
}

/// Writes the end of a path as an article's id is spelt; what names no step of the id stays.
fn respelt(path: &str, id: &str) -> String {
    let mut wanted: Vec<&str> = id.rsplit('/').collect();
    let mut steps: Vec<String> = path.split('/').map(str::to_owned).collect();
    for (step, wanted) in steps.iter_mut().rev().zip(wanted.drain(..)) {
        match step.get(..wanted.len()) {
            Some(stem) if stem.to_lowercase() == wanted.to_lowercase() => {
                step.replace_range(..wanted.len(), wanted);
            }
            _ => break,
        }
    }
    steps.join("/")
}

/// What links are looked up in.
struct Index<'a> {
    site: &'a Site,
    destinations: Destinations<'a>,
    /// By article that others include the pages that do.
    homes: HashMap<usize, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(site: &'a Site) -> Index<'a> {
        let mut homes: HashMap<usize, Vec<usize>> = HashMap::new();
        for ((at, _), expansion) in &site.expansions {
            let parts = expansion.parts.iter();
            for part in parts.filter(|_| site.translations[*at].is_page) {
                homes.entry(*part).or_default().push(*at);
            }
        }
        Index {
            site,
            destinations: Destinations::of(site),
            homes,
        }
    }

    /// Whether a place that a text names on its own page is on a page that includes the text, or may be on one that nobody wrote yet.
    fn is_on_page_of(&self, translations: usize, from: &Article, fragment: &str) -> bool {
        if self.site.translations[translations].is_page
            || self.site.translations[translations].id != from.id
        {
            return false;
        }
        let homes = self.homes.get(&translations).map_or(&[][..], Vec::as_slice);
        homes.is_empty()
            || homes
                .iter()
                .any(|home| self.has_place(*home, from, fragment))
    }

    fn has_place(&self, home: usize, from: &Article, fragment: &str) -> bool {
        let article = self.site.translations[home].position(from.locale.folder());
        article.is_some_and(|article| {
            let end = End::Article {
                translations: home,
                article,
                fragment: fragment.to_owned(),
            };
            matches!(self.destinations.fragment(&end), Fragment::Place { .. })
        })
    }
}

/// Whether a destination is for the site to judge: no web address, and nothing that another tool will fill in.
fn is_judged(link: &Link) -> bool {
    !link.image
        && link.inclusion.is_none()
        && !is_external(&link.destination)
        && !link.destination.contains(['{', '<', '\\'])
}

/// The links of an article in all its languages that lead to the same place.
#[derive(Default)]
struct Shared<'a> {
    /// By language the first such link and what is wrong with it.
    links: BTreeMap<usize, (&'a Link, Option<Flaw>)>,
}

fn check_article<'a>(
    index: &Index,
    translations: &'a Translations,
    findings: &Findings,
) -> Checked<'a> {
    let mut checked = Checked {
        examined: 0,
        diagnostics: Vec::new(),
        known: BTreeSet::new(),
        absent: Vec::new(),
    };
    let mut shared: BTreeMap<String, Shared> = BTreeMap::new();
    for (at, article) in translations.articles.iter().enumerate() {
        for link in article.links.iter().filter(|link| is_judged(link)) {
            checked.examined += 1;
            let shared = shared.entry(normal_target(&link.destination)).or_default();
            if let Entry::Vacant(entry) = shared.links.entry(at) {
                let lead = lead(index, article, link);
                checked.known.extend(lead.iter().flatten());
                entry.insert((link, lead.and_then(Result::err)));
            }
        }
    }
    let own = index.site.index(&translations.id);
    checked.known.retain(|at| Some(*at) != own);
    for shared in shared.values() {
        report(translations, shared, findings, &mut checked);
    }
    checked
}

impl<'a> Shared<'a> {
    fn broken(&self) -> impl Iterator<Item = (usize, &'a Link, &Flaw)> {
        self.links
            .iter()
            .filter_map(|(at, (link, flaw))| Some((*at, *link, flaw.as_ref()?)))
    }

    fn sound(&self) -> Vec<usize> {
        let sound = self.links.iter().filter(|(_, (_, flaw))| flaw.is_none());
        sound.map(|(at, _)| *at).collect()
    }
}

/// A link that leads nowhere in any language is the fault of all, and told once.
fn report<'a>(
    translations: &'a Translations,
    shared: &Shared<'a>,
    findings: &Findings,
    checked: &mut Checked<'a>,
) {
    let sound = shared.sound();
    let broken: Vec<(usize, &Link, &Flaw)> = shared.broken().collect();
    if !sound.is_empty() {
        let each = broken.iter();
        let each = each.map(|broken| in_one_language(translations, broken, &sound, findings));
        checked.diagnostics.extend(each);
        return;
    }
    let is_reference = |(at, ..): &&(usize, &Link, &Flaw)| Some(*at) == translations.reference;
    let Some(first) = broken.iter().find(is_reference).or(broken.first()) else {
        return;
    };
    let is_of_all = broken.len() > 1 || translations.articles.len() == 1;
    match first {
        (at, link, Flaw::NoArticle(id)) if is_of_all => checked.absent.push(Absent {
            id: id.clone(),
            article: &translations.articles[*at],
            link,
            languages: broken.len(),
        }),
        _ => checked
            .diagnostics
            .push(in_all_languages(translations, first, &broken, findings)),
    }
}

/// Reports an article that nobody has at the first of the links that lead to it.
fn nowhere(links: &[&Absent], are_many: bool, findings: &Findings) -> Diagnostic {
    let first = links[0];
    let flaw = Flaw::NoArticle(first.id.clone());
    let mut diagnostic = finding(first.article, first.link, &flaw, findings).shifted(Shift::Lower);
    let others = links[1..].iter().take(words::WITNESSES).map(|other| {
        let source = &other.article.source;
        Label::new(source, other.link.target, "leads there as well")
    });
    diagnostic = diagnostic.related(others.collect::<Vec<_>>());
    let mut note = match links.len() {
        1 => "no language has it".to_owned(),
        count => format!("no language has it, and {count} articles link to it"),
    };
    if first.languages > 1 {
        diagnostic.locale = None;
    }
    if are_many {
        note.push_str("; so many are missing on this site that something else may redirect them");
        diagnostic.severity = Severity::Info;
    }
    diagnostic.note(note)
}

fn in_one_language(
    translations: &Translations,
    (at, link, flaw): &(usize, &Link, &Flaw),
    sound: &[usize],
    findings: &Findings,
) -> Diagnostic {
    let names: Vec<&str> = sound
        .iter()
        .map(|at| translations.articles[*at].locale.folder())
        .collect();
    let article = &translations.articles[*at];
    let diagnostic = finding(article, link, flaw, findings).note(format!(
        "the same link leads somewhere in {}",
        words::list(&names)
    ));
    let diagnostic = match fix(article, link, flaw) {
        Some(edit) => diagnostic.fix(safe(vec![edit])),
        None => diagnostic,
    };
    // Where there is no reference, one sound language does not show that the link is meant to be there.
    match translations.reference {
        Some(reference) if !sound.contains(&reference) => diagnostic.shifted(Shift::Lower),
        None if sound.len() < 2 => diagnostic.shifted(Shift::Lower),
        _ => diagnostic,
    }
}

fn in_all_languages(
    translations: &Translations,
    (at, link, flaw): &(usize, &Link, &Flaw),
    broken: &[(usize, &Link, &Flaw)],
    findings: &Findings,
) -> Diagnostic {
    let article = &translations.articles[*at];
    let mut diagnostic = finding(article, link, flaw, findings).shifted(Shift::Lower);
    let others = broken.iter().filter(|(other, ..)| other != at);
    let related: Vec<Label> = others
        .map(|(other, link, _)| {
            let article = &translations.articles[*other];
            Label::new(&article.source, link.target, article.locale.folder())
        })
        .take(words::WITNESSES)
        .collect();
    if broken.len() > 1 {
        diagnostic.locale = None;
        diagnostic = diagnostic.note(format!(
            "so it is in all {} languages that have the link",
            broken.len()
        ));
    } else {
        diagnostic = diagnostic.note("no other language has this link");
    }
    let edits: Option<Vec<Edit>> = broken
        .iter()
        .map(|(at, link, flaw)| fix(&translations.articles[*at], link, flaw))
        .collect();
    match edits {
        Some(edits) => diagnostic.fix(safe(edits)).related(related),
        None => diagnostic.related(related),
    }
}

fn safe(edits: Vec<Edit>) -> Fix {
    Fix {
        applicability: Applicability::Safe,
        edits,
    }
}

fn finding(article: &Article, link: &Link, flaw: &Flaw, findings: &Findings) -> Diagnostic {
    let written = &link.destination;
    let (message, help) = match flaw {
        Flaw::NoArticle(_) => (
            format!("this link leads to `{written}`, and there is no such article"),
            "link to an article that exists, or remove the link".to_owned(),
        ),
        Flaw::OtherLanguage(id) => (
            format!("this link leads to `{id}`, which does not exist in this language"),
            "translate the article, or link to another one".to_owned(),
        ),
        Flaw::NoPage(id) => (
            format!("this link leads to `{id}`, which is excluded and has no page of its own"),
            "link to an article that includes it, or take it out of `exclude:` in glotta.yml"
                .to_owned(),
        ),
        Flaw::Circle => (
            format!("this link leads to `{written}`, whose redirects lead in a circle"),
            "link to an article that exists, and mend the redirects".to_owned(),
        ),
        Flaw::Case(path) => (
            format!("this link leads to `{written}` instead of `{path}`: letter case counts"),
            format!("write `{path}`"),
        ),
        Flaw::NoAnchor { fragment, id } if *id == article.id => (
            format!("this link leads to `#{fragment}`, and this article has no such place"),
            "link to the id of a section, or give the section this id".to_owned(),
        ),
        Flaw::NoAnchor { fragment, id } => (
            format!("this link leads to `#{fragment}` in `{id}`, which has no such place"),
            "link to the id of a section, or give the section this id".to_owned(),
        ),
    };
    let diagnostic = findings
        .found(article, link.target, message)
        .help(help)
        .found(written.clone());
    match flaw {
        Flaw::Case(path) => diagnostic.expected(path.clone()),
        _ => diagnostic,
    }
}

/// Puts the case of letters right, where the path is written in place and as it is read.
fn fix(article: &Article, link: &Link, flaw: &Flaw) -> Option<Edit> {
    let Flaw::Case(path) = flaw else {
        return None;
    };
    let written = article.source.slice(link.target);
    let is_plain = written.get(..path.len())?.eq_ignore_ascii_case(path);
    is_plain.then(|| Edit {
        source: Arc::clone(&article.source),
        span: Span::new(link.target.start, link.target.start + path.len()),
        text: path.clone(),
    })
}
