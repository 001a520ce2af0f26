//! `orphan-article`: an article that its reference does not have.

use std::collections::HashSet;

use super::absence::{self, Group};
use super::missing_article::first_line;
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "orphan-article",
        severity: Severity::Warning,
        summary: "an article is in no reference, or in a single language",
    },
    scope: Scope::Site(check),
    enabled: true,
};

/// Without a reference an article is only lonely where this many languages could have it.
const LANGUAGES: usize = 4;

fn check(site: &Site, findings: &mut Findings) {
    findings.examined += site.translations.len();
    let orphans: HashSet<&str> = site
        .translations
        .iter()
        .filter(|it| is_orphan(site, it))
        .map(|it| it.id.as_str())
        .collect();
    for locale in &site.locales {
        // An article is told where it stands first.
        let own = site
            .translations
            .iter()
            .filter(|it| it.articles[0].locale == *locale);
        let articles: Vec<(&str, bool)> = own
            .map(|it| (it.id.as_str(), orphans.contains(it.id.as_str())))
            .collect();
        for group in absence::groups(&articles) {
            let finding = finding(site, &group, findings);
            findings.diagnostics.extend(finding);
        }
    }
}

fn is_orphan(site: &Site, translations: &Translations) -> bool {
    if translations.articles.iter().any(Article::is_local) {
        return false;
    }
    match site.reference {
        Some(_) => translations.reference.is_none(),
        None => {
            let languages = site.locales.iter().map(|locale| locale.language());
            let all: HashSet<&str> = languages.collect();
            translations.articles.len() == 1 && all.len() >= LANGUAGES
        }
    }
}

fn finding(site: &Site, group: &Group, findings: &Findings) -> Option<Diagnostic> {
    let whose = match &site.reference {
        Some(reference) => format!("not in the reference {}", reference.folder()),
        None => "in no other language".to_owned(),
    };
    let (id, message) = match *group {
        Group::Article(id) => (id, format!("this article is {whose}")),
        Group::Folder {
            name, hits, first, ..
        } => {
            let place = match name {
                "" => String::new(),
                name => format!(" of `{name}`"),
            };
            (
                first,
                format!("{hits} articles{place} are {whose}, this one first"),
            )
        }
    };
    let translations = site.translations(id)?;
    let article = &translations.articles[0];
    let others = translations.articles[1..].iter().take(words::WITNESSES);
    let related = others.map(|it| Label::new(&it.source, first_line(it), it.locale.folder()));
    let mut diagnostic = findings
        .found(article, first_line(article), message)
        .help(
            "add it to the other languages, remove it, or write `l10n: local` in its front matter",
        )
        .note("nothing says what it should say, so it is not compared")
        .related(related.collect::<Vec<_>>());
    if translations.articles.len() > 1 {
        diagnostic.locale = None;
    }
    if site.reference.is_none() {
        diagnostic.severity = Severity::Info;
    }
    Some(diagnostic)
}
