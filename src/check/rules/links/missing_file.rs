//! `missing-file`: an image or another file that articles show or link to does not exist.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::check::{Findings, Memory, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Label, Severity};
use crate::model::{
    Article, Destinations, End, Link, Missing, Site, Translations, is_external, percent_decoded,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "missing-file",
        severity: Severity::Warning,
        summary: "an image or another file does not exist, neither in the language nor in the reference",
    },
    scope: Scope::Remembered(check),
    enabled: true,
};

/// An image, or a link to a file.
type Use<'a> = (&'a Article, &'a Link);

/// So many files of one folder, and none that is there, are no slips: the folder was left out.
const MANY: usize = 5;

/// A use of a file by the indexes of the article and of the link, and its path.
#[derive(Serialize, Deserialize)]
enum Found {
    Missing(usize, usize, String),
    /// With the path as it should be, where letters are of another case.
    There(usize, usize, String, Option<String>),
}

fn check(site: &Site, memory: &Memory, findings: &mut Findings) {
    let destinations = Destinations::of(site);
    let found = memory.each(site, (RULE.fault.name, &()), |translations| {
        files(&destinations, translations)
    });
    let mut missing: BTreeMap<String, Vec<Use>> = BTreeMap::new();
    let mut there: HashSet<String> = HashSet::new();
    for (translations, found) in site.translations.iter().zip(found) {
        let used = |article: usize, link: usize| {
            let article = &translations.articles[article];
            (article, &article.links[link])
        };
        for found in found {
            findings.examine();
            match found {
                Found::Missing(article, link, path) => {
                    missing.entry(path).or_default().push(used(article, link));
                }
                Found::There(article, link, path, respelt) => {
                    let below = path.split_once('/').map_or("", |(_, below)| below);
                    there.insert(folder(below).to_owned());
                    if let Some(respelt) = respelt {
                        let (article, link) = used(article, link);
                        let finding = of_case(article, link, &respelt, findings);
                        findings.push(finding);
                    }
                }
            }
        }
    }
    report(site, &missing, &there, findings);
}

/// The files that an article uses, there or not.
fn files(destinations: &Destinations, translations: &Translations) -> Vec<Found> {
    let articles = translations.articles.iter().enumerate();
    let links = articles.flat_map(|(at, article)| {
        let links = article.links.iter().enumerate();
        links.map(move |(link, it)| (article, it, (at, link)))
    });
    let judged = links.filter(|(_, link, _)| is_judged(link));
    let found = judged.filter_map(|(article, link, (at, number))| {
        let found = destinations.find(article, &link.destination);
        match found.end {
            End::Missing(Missing::File(path)) => Some(Found::Missing(at, number, path)),
            End::File(path) => Some(Found::There(at, number, path, found.respelt)),
            _ => None,
        }
    });
    found.collect()
}

/// Whether a destination is for the site to judge: no web address, and nothing that another tool will fill in.
fn is_judged(link: &Link) -> bool {
    link.inclusion.is_none()
        && !is_external(&link.destination)
        && !link.destination.contains(['{', '<', '\\'])
}

/// Reports a folder that is not there once, and else each file once.
fn report(
    site: &Site,
    missing: &BTreeMap<String, Vec<Use>>,
    there: &HashSet<String>,
    findings: &mut Findings,
) {
    let known = known_folders(site);
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in missing.keys() {
        folders
            .entry(lost_folder(path, &known))
            .or_default()
            .push(path);
    }
    for (folder, paths) in folders {
        let is_known = known.contains(folder);
        let is_left_out = match is_known {
            true => paths.len() >= MANY && !there.contains(folder),
            false => paths.len() > 1 || there.is_empty(),
        };
        if is_left_out {
            findings.push(of_folder(folder, &paths, is_known, missing, findings));
        } else {
            for path in paths {
                findings.push(of_file(path, &missing[path], findings));
            }
        }
    }
}

/// Every folder with an article or a file, below the languages.
fn known_folders(site: &Site) -> HashSet<&str> {
    let ids = site.translations.iter().map(|it| it.id.as_str());
    let files = site.files.iter();
    let files = files.filter_map(|path| Some(path.split_once('/')?.1));
    let mut known: HashSet<&str> = ids.chain(files).flat_map(above).collect();
    known.insert("");
    known
}

/// The folders that a path leads through.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The outermost folder of a path that is not there, else the folder that the file should be in.
fn lost_folder<'p>(path: &'p str, known: &HashSet<&str>) -> &'p str {
    let lost = above(path).find(|folder| !known.contains(folder));
    lost.unwrap_or_else(|| folder(path))
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn of_folder(
    folder: &str,
    paths: &[&str],
    is_known: bool,
    missing: &BTreeMap<String, Vec<Use>>,
    findings: &Findings,
) -> Diagnostic {
    let (article, link) = missing[paths[0]][0];
    let files = match paths.len() {
        1 => "one file is".to_owned(),
        count => format!("{count} files are"),
    };
    let message = match is_known {
        true => {
            format!("articles show or link to files of the folder `{folder}`, and none is there")
        }
        false => {
            format!("articles show or link to files of the folder `{folder}`, which is not there")
        }
    };
    let mut finding = findings
        .found(article, link.target, message)
        .note(format!("{files} missing, and this is the first place; they may have been left out of this copy by intention"))
        .help("copy them into the source folder if pages should have them")
        .found(link.destination.clone());
    finding.severity = Severity::Info;
    finding.locale = None;
    finding
}

fn of_file(path: &str, uses: &[Use], findings: &Findings) -> Diagnostic {
    let (article, link) = uses[0];
    let verb = if link.image {
        "this image is"
    } else {
        "this link leads to"
    };
    let languages: BTreeSet<&str> = uses.iter().map(|(it, _)| it.locale.folder()).collect();
    let others = uses[1..].iter().take(words::WITNESSES);
    let others = others.map(|(other, link)| Label::new(&other.source, link.target, "here as well"));
    let message = format!("{verb} `{}`, and there is no such file", link.destination);
    let note = match uses.len() {
        1 => format!("`{path}` is neither in this language nor in the reference"),
        count => format!("`{path}` is in no language, and is used {count} times"),
    };
    let mut finding = findings
        .found(article, link.target, message)
        .note(note)
        .help("put the file in its place, or correct the path")
        .found(link.destination.clone())
        .related(others.collect::<Vec<_>>());
    if languages.len() > 1 {
        finding.locale = None;
    }
    finding
}

/// A file whose path is written in another case of letters: on many servers it is not found.
fn of_case(article: &Article, link: &Link, respelt: &str, findings: &Findings) -> Diagnostic {
    let end = link.destination.find(['?', '#']);
    let (path, rest) = link
        .destination
        .split_at(end.unwrap_or(link.destination.len()));
    let wanted = spelt(path, respelt) + rest;
    let written = &link.destination;
    let message = format!("this file is `{wanted}` instead of `{written}`: letter case counts");
    let source = &article.source;
    let is_plain = source.slice(link.target) == *written && percent_decoded(written) == *written;
    let fix = Fix::replace(Applicability::Safe, source, link.target, wanted.clone());
    findings
        .found(article, link.target, message)
        .note("many servers do not find it")
        .help(format!("write `{wanted}`"))
        .found(written.clone())
        .expected(wanted)
        .fix_if(is_plain.then_some(fix))
}

/// The steps of a written path, each in the case of letters that the file's path has, from the end as far as they are the same.
fn spelt(written: &str, path: &str) -> String {
    let mut steps: Vec<&str> = written.split('/').collect();
    let pairs: HashMap<usize, &str> = (0..steps.len()).rev().zip(path.rsplit('/')).collect();
    for at in (0..steps.len()).rev() {
        match pairs.get(&at) {
            Some(step) if step.to_lowercase() == steps[at].to_lowercase() => steps[at] = step,
            _ => break,
        }
    }
    steps.join("/")
}
