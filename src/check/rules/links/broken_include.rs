//! `broken-include`: an include names a file, or lines of one, that nobody can show.

use std::collections::BTreeMap;

use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, nearest};
use crate::model::{
    Article, Inclusion, Link, Lost, NoLines, Site, Translations, normal_target, path_named,
    percent_decoded,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "broken-include",
        severity: Severity::Error,
        summary: "an include names a file, or a part of one, that does not exist",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// An include that shows nothing.
struct Broken<'a> {
    article: &'a Article,
    link: &'a Link,
    inclusion: &'a Inclusion,
    lost: Lost,
}

fn check(site: &Site, translations: &Translations, findings: &mut Findings) {
    // What is wrong in the same way in several languages is told once.
    let mut broken: BTreeMap<String, Vec<Broken>> = BTreeMap::new();
    for article in &translations.articles {
        for link in &article.links {
            let Some(inclusion) = &link.inclusion else {
                continue;
            };
            findings.examine();
            if let Some(lost) = lost(site, article, link, inclusion) {
                let key = format!("{} {lost:?}", normal_target(&link.destination));
                broken.entry(key).or_default().push(Broken {
                    article,
                    link,
                    inclusion,
                    lost,
                });
            }
        }
    }
    for broken in broken.values() {
        let finding = finding(site, translations, broken, findings);
        findings.push(finding);
    }
}

fn lost(site: &Site, article: &Article, link: &Link, inclusion: &Inclusion) -> Option<Lost> {
    let folder = article.locale.folder();
    match &inclusion.code {
        Some(_) => site.shown(article, folder, link).err(),
        None => site.included(article, folder, link).err(),
    }
}

fn finding(
    site: &Site,
    translations: &Translations,
    broken: &[Broken],
    findings: &Findings,
) -> Diagnostic {
    let is_reference =
        |it: &&Broken| it.article.locale.folder() == translations.principal().locale.folder();
    let first = broken.iter().find(is_reference).unwrap_or(&broken[0]);
    let others = broken.iter().filter(|it| !std::ptr::eq(*it, first));
    let related = others.take(words::WITNESSES).map(|it| {
        Label::new(
            &it.article.source,
            it.link.target,
            it.article.locale.folder(),
        )
    });
    let mut diagnostic = findings
        .found(first.article, first.link.target, message(first))
        .found(first.link.destination.clone())
        .help(help(site, first))
        .note(note(first))
        .related(related.collect::<Vec<_>>());
    if broken
        .iter()
        .any(|it| it.article.locale != first.article.locale)
    {
        diagnostic.locale = None;
    }
    diagnostic
}

fn message(broken: &Broken) -> String {
    let written = &broken.link.destination;
    let thing = match broken.inclusion.code {
        Some(_) => "file",
        None => "article",
    };
    match &broken.lost {
        Lost::Remote => {
            format!("this include leads to `{written}`, which is not in the source folder")
        }
        Lost::Outside => {
            format!("this include leads to `{written}`, out of the folders of the languages")
        }
        Lost::OtherFile => format!("this include leads to `{written}`, which is no Markdown file"),
        Lost::Missing => format!("this include names `{written}`, and there is no such {thing}"),
        Lost::OtherLanguage => {
            format!(
                "this include names `{written}`, which neither this language nor the reference has"
            )
        }
        Lost::Lines(NoLines::Name(name)) => {
            format!("this include names the snippet `{name}`, which the file does not have")
        }
        Lost::Lines(NoLines::Range { wanted, lines }) => format!(
            "this include names the lines {wanted}, and the file has {}",
            words::count(*lines, "line")
        ),
        Lost::Lines(NoLines::Unreadable(range)) => {
            format!("this include names `{range}`, which is no range of lines")
        }
    }
}

fn note(broken: &Broken) -> String {
    match broken.inclusion.words.as_str() {
        "" => "readers see the path in its place".to_owned(),
        words => format!("readers see the words `{words}` in its place"),
    }
}

fn help(site: &Site, broken: &Broken) -> String {
    match &broken.lost {
        Lost::Remote => "copy the text into the source folder, or link to it".to_owned(),
        Lost::Outside => "move the file into the folder of its language".to_owned(),
        Lost::OtherFile => {
            "show it as code with `[!code-…]`, or give it the extension `.md`".to_owned()
        }
        Lost::Missing | Lost::OtherLanguage => missing(site, broken),
        Lost::Lines(NoLines::Name(name)) => {
            format!(
                "put `<{name}>` and `</{name}>` in comments around the lines, or correct the name"
            )
        }
        Lost::Lines(_) => "write a range such as `5-9`, `5` or `5-`, within the file".to_owned(),
    }
}

/// The file that is probably meant.
fn missing(site: &Site, broken: &Broken) -> String {
    let near = match broken.inclusion.code {
        Some(_) => near_file(site, broken),
        None => near_article(site, broken),
    };
    near.unwrap_or_else(|| "correct the path, add the file, or remove the include".to_owned())
}

fn near_article(site: &Site, broken: &Broken) -> Option<String> {
    let path = broken.link.destination.split(['#', '?']).next()?;
    let named = path_named(site, broken.article, &percent_decoded(path))?;
    let wanted = named.strip_suffix(".md").unwrap_or(&named).to_owned();
    let ids = site.translations.unnoted().iter().map(|it| it.id.as_str());
    near(&wanted, ids)
}

fn near_file(site: &Site, broken: &Broken) -> Option<String> {
    let path = broken.link.destination.split(['#', '?']).next()?;
    let wanted = path_named(site, broken.article, &percent_decoded(path))?;
    let paths = site.files.iter();
    near(
        &wanted,
        paths.filter_map(|path| Some(path.split_once('/')?.1)),
    )
}

/// A file of the same name elsewhere, whatever its case, else one whose path is nearly the same.
fn near<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let known: Vec<&str> = known.collect();
    let namesakes: Vec<&str> = known
        .iter()
        .copied()
        .filter(|path| name(path) == name(wanted))
        .collect();
    match namesakes[..] {
        [] => misspelt(wanted, &known),
        [only] => Some(format!("`{only}` has the same name: correct the path")),
        [first, ..] => Some(format!(
            "{} files have this name, `{first}` among them: correct the path",
            namesakes.len()
        )),
    }
}

/// The path in the same folder that is nearest, where one is near.
fn misspelt(wanted: &str, known: &[&str]) -> Option<String> {
    let folder = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
    let own = &wanted[..folder(wanted)];
    let beside = known.iter().copied();
    let beside: Vec<&str> = beside.filter(|path| &path[..folder(path)] == own).collect();
    let words = nearest(wanted, &beside);
    words.starts_with("did you mean").then_some(words)
}
