//! Reads what a repository for Microsoft Learn says about its publishing: published_folders, and redirects.

use std::sync::Arc;

use jsonc_parser::ast::{Object, StringLit};

use super::json;
use crate::diagnostic::{Diagnostic, Parsed, Source, Span};
use crate::model::{PublishedFolder, Redirect, redirect_unusable};

/// What `.openpublishing.publish.config.json` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publishing {
    pub published_folders: Vec<PublishedFolder>,
    /// Files of redirects besides the usual one, from the folder of this file.
    pub redirections: Vec<String>,
}

/// Reads `.openpublishing.publish.config.json`.
pub fn publishing(source: &Arc<Source>) -> Parsed<Publishing> {
    let object = match json::object(source) {
        Ok(object) => object,
        Err(report) => {
            return Parsed {
                value: Publishing::default(),
                diagnostics: vec![*report],
            };
        }
    };
    let mut publishing = Publishing::default();
    if let Some(object) = &object {
        let published_folders = json::objects(object, "published_folders_to_publish");
        publishing.published_folders = published_folders.into_iter().filter_map(docset).collect();
        let files = json::texts(object, "redirection_files");
        publishing.redirections = files.iter().map(|file| folder(&file.value)).collect();
    }
    Parsed {
        value: publishing,
        diagnostics: Vec::new(),
    }
}

fn docset(docset: &Object) -> Option<PublishedFolder> {
    let source = folder(&docset.get_string("build_source_folder")?.value);
    let base = docset.get_string("build_output_subfolder");
    let base = base.map(|base| folder(&base.value));
    Some(PublishedFolder {
        base: base.filter(|base| !base.is_empty() && *base != source),
        folder: source,
    })
}

/// A folder without what says nothing: `./`, and slashes at the ends; empty for `.`.
fn folder(path: &str) -> String {
    let path = path.replace('\\', "/");
    let steps = path.split('/').filter(|step| !matches!(*step, "" | "."));
    steps.collect::<Vec<_>>().join("/")
}

/// Where a file of redirects stands.
#[derive(Debug, Clone, Copy)]
pub struct Shelved<'a> {
    /// The folder of its language; nothing for a file beside the languages' folders, which holds for all.
    pub locale: Option<&'a str>,
    /// Its own folder below that.
    pub folder: &'a str,
    /// The folders of all languages.
    pub locales: &'a [&'a str],
}

/// Reads a file of redirects. What is wrong with one leaves the others as they are.
pub fn redirections(source: &Arc<Source>, place: Shelved) -> Parsed<Vec<Redirect>> {
    let mut diagnostics = Vec::new();
    let mut value = Vec::new();
    match json::object(source) {
        Ok(None) => {}
        Ok(Some(object)) => {
            for rule in json::objects(&object, "redirections") {
                match redirect(source, rule, place) {
                    Ok(redirect) => value.push(redirect),
                    Err(report) => diagnostics.push(*report),
                }
            }
        }
        Err(report) => diagnostics.push(*report),
    }
    for diagnostic in &mut diagnostics {
        diagnostic.locale = place.locale.map(str::to_owned);
    }
    Parsed { value, diagnostics }
}

fn redirect(
    source: &Arc<Source>,
    rule: &Object,
    place: Shelved,
) -> Result<Redirect, Box<Diagnostic>> {
    let from_root = text(rule, "source_path_from_root");
    let from_here = text(rule, "source_path");
    let Some(old) = from_here.or(from_root) else {
        return Err(lacking(source, rule, "source_path", "the old path"));
    };
    let Some(new) = text(rule, "redirect_url") else {
        return Err(lacking(
            source,
            rule,
            "redirect_url",
            "where the old path leads now",
        ));
    };
    let (folder, path) = match from_here {
        Some(path) => (place.folder, path.value.as_ref()),
        None => ("", old.value.trim_start_matches('/')),
    };
    let (locale, path) = locale(path, folder, place);
    let span = inside(json::span(source, old));
    let id = Redirect::id(folder, path);
    Ok(Redirect {
        id: id.map_err(|why| Box::new(redirect_unusable(source, span, path, &why)))?,
        locale,
        to: new.value.trim().to_owned(),
        source: Arc::clone(source),
        span,
        target: inside(json::span(source, new)),
    })
}

/// A text under a key that says something.
fn text<'a, 't>(rule: &'a Object<'t>, key: &str) -> Option<&'a StringLit<'t>> {
    rule.get_string(key)
        .filter(|text| !text.value.trim().is_empty())
}

/// The language that a rule is for: a path from beside the languages' folders may begin with one of them.
fn locale<'p>(path: &'p str, folder: &str, place: Shelved) -> (Option<String>, &'p str) {
    let first = path
        .split_once('/')
        .filter(|_| place.locale.is_none() && folder.is_empty());
    let named = first.and_then(|(first, rest)| {
        let mut locales = place.locales.iter();
        let locale = locales.find(|locale| locale.eq_ignore_ascii_case(first))?;
        Some(((*locale).to_owned(), rest))
    });
    match named {
        Some((locale, rest)) => (Some(locale), rest),
        None => (place.locale.map(str::to_owned), path),
    }
}

/// A text without its quotes.
fn inside(span: Span) -> Span {
    match span.len() >= 2 {
        true => Span::new(span.start + 1, span.end - 1),
        false => span,
    }
}

fn lacking(source: &Arc<Source>, rule: &Object, key: &str, what: &str) -> Box<Diagnostic> {
    let span = source.first_line(json::span(source, rule));
    let message = format!("this redirect has no `{key}`, which says {what}");
    let mut report = redirect_unusable(source, span, "", "");
    report.message = message;
    report.help = Some(format!("give it a `{key}`, or remove it"));
    Box::new(report)
}
