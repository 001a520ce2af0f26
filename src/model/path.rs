//! How the path of a link is read: from which folder it begins, and through which language's it goes.

use std::sync::Arc;

use super::{Article, Site};
use crate::locale::Locale;

/// Where a path is written: the folder of a language, and an article in it, which need not exist.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standpoint<'a> {
    pub locale: &'a str,
    pub id: &'a str,
    /// Whether relative paths may also count from the article's page as if that were a folder, as on landing pages.
    pub is_folder: bool,
}

impl<'a> Standpoint<'a> {
    pub fn of(article: &'a Article) -> Standpoint<'a> {
        Standpoint::shown(article, article.locale.folder())
    }

    /// Where an article stands in the tree of another language, whose readers are shown its text.
    pub fn shown(article: &'a Article, locale: &'a str) -> Standpoint<'a> {
        Standpoint {
            locale,
            id: &article.id,
            is_folder: article.kind.is_landing(),
        }
    }

    /// The folder of the article, below the language's.
    pub fn folder(self) -> &'a str {
        self.id.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// One thing that a path may name: an article or a file below the folder of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading<'a> {
    /// The language whose folder the path goes through, however its name is spelt.
    pub locale: Option<&'a Locale>,
    /// The path below the language; with its extension, where it has one.
    pub path: String,
    /// Whether the path begins at a root, with `/` or `~/`.
    pub is_rooted: bool,
    /// Whether the path ends with a slash, and so names a folder's start page.
    pub is_folder: bool,
}

/// What a path may mean, best first; nothing where it leaves the folder of all languages.
///
/// It has no query and no fragment, and `%20` and its like are resolved. `~/` begins at the docset of the article and else at its
/// language; `/` at the site, with or without a language, and with the docset's folder or the path that it is published at.
pub(super) fn readings<'a>(site: &'a Site, from: Standpoint, path: &str) -> Vec<Reading<'a>> {
    let bases: Vec<Vec<&str>> = match (path.strip_prefix("~/"), path.starts_with('/')) {
        (Some(_), _) => {
            let docset = docset(site, from.folder());
            vec![inside(from.locale, docset), inside(from.locale, ""), vec![]]
        }
        (None, true) => vec![vec![]],
        (None, false) if from.is_folder => {
            vec![
                inside(from.locale, from.folder()),
                inside(from.locale, from.id),
            ]
        }
        (None, false) => vec![inside(from.locale, from.folder())],
    };
    let mut readings: Vec<Reading> = Vec::new();
    for base in bases {
        for reading in from_base(site, base, path) {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

/// The path, under the folder of all languages, of something that belongs to no language: the languages share it.
///
/// `path` is as in [`readings`], relative or with `/` at its beginning.
pub(super) fn shared(site: &Site, from: Standpoint, path: &str) -> Option<String> {
    let base = match path.starts_with('/') {
        true => Vec::new(),
        false => inside(from.locale, from.folder()),
    };
    let steps = steps(base, path)?;
    let is_language = |step: &&str| named_locale(site, step).is_some();
    let is_shared = steps.len() > 1 && !steps.first().is_some_and(is_language);
    is_shared.then(|| steps.join("/"))
}

/// The article that a path names as it is written, from another article.
pub fn article_named(site: &Site, from: &Article, path: &str) -> Option<usize> {
    let readings = readings(site, Standpoint::of(from), path);
    let mut ids = readings.iter().flat_map(Reading::ids);
    ids.find_map(|id| site.index(&id))
}

/// The language whose folder a path goes through, from an article.
pub fn locale_named<'a>(site: &'a Site, from: &Article, path: &str) -> Option<&'a Locale> {
    let readings = readings(site, Standpoint::of(from), path);
    readings.into_iter().find_map(|reading| reading.locale)
}

/// The path below a language that a path names first, from an article; nothing where it leaves the folder of all languages.
pub fn path_named(site: &Site, from: &Article, path: &str) -> Option<String> {
    let readings = readings(site, Standpoint::of(from), path);
    readings.into_iter().next().map(|reading| reading.path)
}

/// The paths below a language that a path may name, before the site is known: `~/` may begin at any folder above the article.
pub fn named_files(locales: &[Arc<Locale>], from: &Article, path: &str) -> Vec<String> {
    let standpoint = Standpoint::of(from);
    let folder = standpoint.folder();
    let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
    let bases: Vec<Vec<&str>> = match (path.strip_prefix("~/"), path.starts_with('/')) {
        (Some(_), _) => {
            let roots = ["", folder].into_iter().chain(above);
            roots.map(|root| inside(standpoint.locale, root)).collect()
        }
        (None, true) => vec![inside(standpoint.locale, ""), Vec::new()],
        (None, false) => vec![inside(standpoint.locale, folder)],
    };
    let rest = path.strip_prefix("~/").unwrap_or(path);
    let is_language = |step: &str| {
        let mut locales = locales.iter();
        locales.any(|locale| locale.folder().eq_ignore_ascii_case(step))
    };
    let paths = bases.into_iter().filter_map(|base| {
        let steps = steps(base, rest)?;
        let (first, below) = steps.split_first()?;
        is_language(first).then(|| below.join("/"))
    });
    paths.collect()
}

/// The nearest docset above a folder.
fn docset<'a>(site: &'a Site, folder: &str) -> &'a str {
    let above = |docset: &&str| {
        let rest = folder.strip_prefix(docset);
        docset.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let docsets = site
        .published_folders
        .iter()
        .map(|docset| docset.folder.as_str());
    let nearest = docsets.filter(above).max_by_key(|docset| docset.len());
    nearest.unwrap_or_default()
}

fn inside<'a>(locale: &'a str, folder: &'a str) -> Vec<&'a str> {
    let steps = folder.split('/').filter(|step| !step.is_empty());
    [locale].into_iter().chain(steps).collect()
}

fn from_base<'a>(site: &'a Site, base: Vec<&str>, path: &str) -> Vec<Reading<'a>> {
    let is_rooted = path.starts_with('/') || path.starts_with("~/");
    let rest = path.strip_prefix("~/").unwrap_or(path);
    let is_site = is_rooted && base.is_empty();
    let Some(steps) = steps(base, rest) else {
        return Vec::new();
    };
    let mut ways = vec![steps.as_slice()];
    if is_site {
        ways.extend(without_prefix(site, &steps));
    }
    let mut readings = Vec::new();
    for steps in ways {
        let locale = steps.first().and_then(|step| named_locale(site, step));
        if locale.is_none() && !is_rooted {
            continue;
        }
        let path_below = steps[usize::from(locale.is_some())..].join("/");
        let published = is_site.then(|| unpublished(site, &path_below)).flatten();
        for below in [Some(path_below), published].into_iter().flatten() {
            readings.push(Reading {
                locale,
                path: below,
                is_rooted,
                is_folder: path.ends_with('/'),
            });
        }
    }
    readings
}

/// The path's steps from the folder of all languages; `None` where it leaves that folder.
fn steps<'a>(base: Vec<&'a str>, path: &'a str) -> Option<Vec<&'a str>> {
    let mut steps = base;
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps)
}

/// What follows the path of `site.url`, where the steps begin with it.
fn without_prefix<'s, 'a>(site: &Site, steps: &'s [&'a str]) -> Option<&'s [&'a str]> {
    let url = site.config.site.url.as_deref()?;
    let (_, address) = url.split_once("//")?;
    let prefix = address.split('/').skip(1).filter(|step| !step.is_empty());
    let prefix: Vec<&str> = prefix.collect();
    let begins =
        !prefix.is_empty() && steps.len() >= prefix.len() && steps[..prefix.len()] == prefix;
    begins.then(|| &steps[prefix.len()..])
}

/// A path whose docset is published at another place than its folder, as it is in the folder.
fn unpublished(site: &Site, path: &str) -> Option<String> {
    site.published_folders.iter().find_map(|docset| {
        let base = docset.base.as_deref()?;
        let begins = path.get(..base.len())?.eq_ignore_ascii_case(base);
        let rest = path.get(base.len()..).filter(|_| begins)?;
        if !rest.is_empty() && !rest.starts_with('/') {
            return None;
        }
        let path = format!("{}{rest}", docset.folder);
        Some(path.trim_start_matches('/').to_owned())
    })
}

fn named_locale<'a>(site: &'a Site, name: &str) -> Option<&'a Locale> {
    let mut locales = site.locales.iter();
    locales
        .find(|locale| locale.folder().eq_ignore_ascii_case(name))
        .map(|locale| locale.as_ref())
}

/// Extensions that the file of an article or its page may have.
const EXTENSIONS: [&str; 4] = ["md", "yml", "html", "htm"];

/// A path without the extension of an article or of its page; nothing where it has another or none.
pub(super) fn without_extension(path: &str) -> Option<&str> {
    let (stem, extension) = path.rsplit_once('.')?;
    let is_named = !stem.is_empty() && !stem.ends_with('/');
    let mut known = EXTENSIONS.iter();
    (is_named && known.any(|known| known.eq_ignore_ascii_case(extension))).then_some(stem)
}

impl Reading<'_> {
    /// The ids of articles that the path may mean, best first: it may have an extension or none, or name a folder.
    pub fn ids(&self) -> Vec<String> {
        let start = format!("{}/index", self.path);
        let start = start.trim_start_matches('/').to_owned();
        if self.is_folder || self.path.is_empty() {
            return vec![start];
        }
        match without_extension(&self.path) {
            Some(stem) => vec![stem.to_owned(), self.path.clone()],
            None => vec![self.path.clone(), start],
        }
    }

    /// The files that the path may mean: itself, or the start page of a folder that is no Markdown.
    pub fn files(&self) -> Vec<String> {
        let pages = self.ids().into_iter().map(|id| format!("{id}.yml"));
        let starts = pages.filter(|page| page == "index.yml" || page.ends_with("/index.yml"));
        match self.is_folder || self.path.is_empty() {
            true => starts.collect(),
            false => [self.path.clone()].into_iter().chain(starts).collect(),
        }
    }

    /// Whether the path has an extension that articles do not have: it names a file of another kind.
    pub fn is_other_file(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        !self.is_folder && extension.is_some_and(|it| !it.eq_ignore_ascii_case("md"))
    }

    /// Whether the path is that of a page, which is not the path of its article.
    pub fn is_page(&self) -> bool {
        let extension = self.path.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|it| it.to_ascii_lowercase().starts_with("htm"))
    }

    /// The folder that the article or file stands in.
    pub fn folder(&self) -> &str {
        let path = self.path.as_str();
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}
