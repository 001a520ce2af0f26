//! `missing-article`: an article that a language should have is not there.

use indexmap::IndexMap;

use super::absence::{self, Group};
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "missing-article",
        severity: Severity::Warning,
        summary: "an article is missing in a language",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let expected: Vec<&Translations> = site
        .translations
        .iter()
        .filter(|it| site.expects(it))
        .collect();
    findings.examined += expected.len();
    let wanting = site.locales.iter().filter(|locale| site.translates(locale));
    // What several languages lack alike is told once.
    let mut lacking: IndexMap<Group, Vec<&str>> = IndexMap::new();
    for locale in wanting {
        let articles: Vec<(&str, bool)> = expected
            .iter()
            .map(|it| (it.id.as_str(), it.in_locale(locale.folder()).is_none()))
            .collect();
        for group in absence::groups(&articles) {
            lacking.entry(group).or_default().push(locale.folder());
        }
    }
    for (group, folders) in &lacking {
        let finding = finding(site, folders, group, findings);
        findings.diagnostics.extend(finding);
    }
}

/// The first line of an article.
pub fn first_line(article: &Article) -> Span {
    let source = &article.source;
    source.first_line(Span::new(0, source.text().len()))
}

fn finding(
    site: &Site,
    folders: &[&str],
    group: &Group,
    findings: &Findings,
) -> Option<Diagnostic> {
    let folder = words::list(folders);
    let verb = if folders.len() == 1 { "lacks" } else { "lack" };
    let (id, message) = match *group {
        Group::Article(id) => (id, format!("{folder} {verb} the article `{id}`")),
        Group::Folder {
            name,
            hits,
            all,
            first,
        } => {
            let place = match name {
                "" => "the site".to_owned(),
                name => format!("`{name}`"),
            };
            (
                first,
                format!(
                    "{folder} {verb} {hits} of {} in {place}",
                    words::count(all, "article")
                ),
            )
        }
    };
    let translations = site.translations(id)?;
    let article = translations.principal();
    let help = match group {
        Group::Article(_) => {
            "translate it, or name it under `untranslated:` in glotta.yml".to_owned()
        }
        Group::Folder { .. } => format!(
            "translate them, name the folder under `untranslated:`, or write `coverage: partial` for {folder} in glotta.yml"
        ),
    };
    let names: Vec<&str> = translations
        .articles
        .iter()
        .map(|it| it.locale.folder())
        .collect();
    let note = match &site.reference {
        Some(reference) => format!("the reference {} has it", reference.folder()),
        None => format!(
            "{} of {} locales have it: {}",
            names.len(),
            site.locales.len(),
            words::list(&names)
        ),
    };
    let mut diagnostic = findings.found(article, first_line(article), message);
    diagnostic = diagnostic.help(help);
    diagnostic.locale = (folders.len() == 1).then_some(folder);
    Some(match group {
        Group::Article(_) => diagnostic.note(note),
        Group::Folder { first, .. } => {
            diagnostic.note(format!("the first of them is `{first}`; {note}"))
        }
    })
}
