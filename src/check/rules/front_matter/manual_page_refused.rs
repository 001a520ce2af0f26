//! `manual-page-refused`: an article asks for a manual page that it cannot have.

use std::collections::HashMap;

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity};
use crate::model::{
    Article, Entry, MANUAL_KEY, MANUAL_KEYS, MANUAL_NAME_LENGTH, MANUAL_SECTION, ManualFlaw, Site,
    Translations, manual_index_name,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "manual-page-refused",
        severity: Severity::Warning,
        summary: "an article asks for a name or section of its manual page that it cannot have",
    },
    scope: Scope::Site(check),
    enabled: true,
};

/// The articles that asked first, by section and name in small letters.
type Asked<'a> = HashMap<(char, String), &'a Article>;

fn check(site: &Site, findings: &mut Findings) {
    let mut asked = Asked::new();
    let index = manual_index_name(site.config.site.title.as_deref());
    for translations in &site.translations {
        for article in &translations.articles {
            flaws(article, findings);
        }
        disagreements(translations, findings);
        if translations.is_page {
            taken(translations, &index, &mut asked, findings);
        }
    }
}

/// What is wrong with a wish by itself.
fn flaws(article: &Article, findings: &mut Findings) {
    let Some((entry, flaws)) = article.manual_flaws() else {
        return;
    };
    findings.examine();
    for flaw in flaws {
        let (message, help) = words(&flaw);
        let finding = findings.found(article, entry.value_span, message);
        findings.push(
            finding
                .help(help)
                .note("the page is made as if this were not written"),
        );
    }
}

fn words(flaw: &ManualFlaw) -> (String, String) {
    match flaw {
        ManualFlaw::Name(name) => (
            format!("`{name}` is no name of a manual page"),
            "write a letter or digit, then letters, digits and `.`, `_`, `+` or `-`, all of ASCII"
                .to_owned(),
        ),
        ManualFlaw::Length(name) => (
            format!("`{name}` is too long for the name of a manual page"),
            format!(
                "write {MANUAL_NAME_LENGTH} letters at most: the name stands twice in the page's header"
            ),
        ),
        ManualFlaw::Section(section) => (
            format!("`{section}` is no section of the manual"),
            "write one digit from 1 to 9, as in `section: 5`".to_owned(),
        ),
        ManualFlaw::Key(key) => (
            format!("`{MANUAL_KEY}` has no key `{key}`"),
            format!(
                "known are {}",
                MANUAL_KEYS.map(|key| format!("`{key}`")).join(", ")
            ),
        ),
        ManualFlaw::Shape(key) => (
            format!("`{key}` wants one text"),
            format!("write `{MANUAL_KEY}: name`, or `{MANUAL_KEY}: {{name: name, section: 7}}`"),
        ),
    }
}

/// Languages that ask for another page than the one that all of them get.
fn disagreements(translations: &Translations, findings: &mut Findings) {
    let all = translations.manual_wish();
    for article in &translations.articles {
        let own = article.manual_wish();
        let name = differs("name", own.name, all.name);
        let (own_section, section) = (own.section.map(String::from), all.section.map(String::from));
        let section = differs("section", own_section.as_deref(), section.as_deref());
        let entry = article.front_matter.entry(MANUAL_KEY);
        for (kind, own, all) in [name, section].into_iter().flatten() {
            let Some(entry) = entry else { continue };
            let message =
                format!("the manual page has the {kind} `{all}` in all languages, not `{own}`");
            let finding = findings
                .found(article, entry.value_span, message)
                .note("readers find a page under one name whatever their language is")
                .help(format!("write `{all}`, or leave it out here"))
                .expected(&*all)
                .found(&*own);
            findings.push(finding);
        }
    }
}

/// A kind of wish, the article's own and the one that is granted, where they are not the same.
fn differs(
    kind: &'static str,
    own: Option<&str>,
    all: Option<&str>,
) -> Option<(&'static str, String, String)> {
    let (own, all) = (own?, all?);
    (own != all).then(|| (kind, own.to_owned(), all.to_owned()))
}

/// A name that is another page's.
fn taken<'a>(
    translations: &'a Translations,
    index: &str,
    asked: &mut Asked<'a>,
    findings: &mut Findings,
) {
    let wish = translations.manual_wish();
    let asks = |article: &&Article| article.manual_wish().name == wish.name;
    let (Some(name), Some(article)) = (wish.name, translations.articles.iter().find(asks)) else {
        return;
    };
    let Some(entry) = article.front_matter.entry(MANUAL_KEY) else {
        return;
    };
    let section = wish.section.unwrap_or(MANUAL_SECTION);
    let page = format!("{name}({section})");
    if section == MANUAL_SECTION && name.eq_ignore_ascii_case(index) {
        let message = format!("`{page}` is the page that lists all manual pages");
        return findings.push(refused(article, entry, message, findings));
    }
    let first = asked
        .entry((section, name.to_lowercase()))
        .or_insert(article);
    if first.id != article.id {
        let message = format!("`{page}` is the manual page of `{}` already", first.id);
        let finding = refused(article, entry, message, findings);
        let place = first.front_matter.entry(MANUAL_KEY);
        let place = place.map(|place| Label::new(&first.source, place.value_span, "asks first"));
        findings.push(finding.related(place));
    }
}

fn refused(article: &Article, entry: &Entry, message: String, findings: &Findings) -> Diagnostic {
    let mut finding = findings
        .found(article, entry.value_span, message)
        .note("this article's page gets a number behind the name")
        .help("ask for another name, or for another section");
    // The name is that of all languages.
    finding.locale = None;
    finding
}
