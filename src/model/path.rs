//! Which article the path of a link names.

use std::sync::Arc;

use super::{Article, Site, percent_decoded};
use crate::locale::Locale;

/// What a destination names that is no article: a file of the source tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// The folder of the language that the path goes through, as the site spells it.
    pub locale: Option<String>,
    /// The path below the language.
    pub path: String,
}

impl NamedFile {
    /// Reads a destination that stands in an article; `None` where it leaves the source tree.
    pub fn of(locales: &[Arc<Locale>], from: &Article, destination: &str) -> Option<NamedFile> {
        let path = percent_decoded(destination.split(['#', '?']).next().unwrap_or_default());
        let folder = from.id.rsplit_once('/').map_or("", |(folder, _)| folder);
        let steps = steps((from.locale.folder(), folder), &path)?;
        let first = steps.first();
        let locale = locales
            .iter()
            .find(|locale| first.is_some_and(|step| locale.folder().eq_ignore_ascii_case(step)));
        if locale.is_none() && rooted(&path).is_none() {
            return None;
        }
        Some(NamedFile {
            path: steps[usize::from(locale.is_some())..].join("/"),
            locale: locale.map(|locale| locale.folder().to_owned()),
        })
    }
}

/// What a path names, from the folder of all languages: an article, whether the site has it or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedArticle<'a> {
    /// The language whose folder the path goes through, however its name is spelt.
    pub locale: Option<&'a Locale>,
    /// The path below the language; with its extension, where it has one.
    pub path: String,
    /// Whether the path begins at the root of the documentation, with `/` or `~/`.
    pub is_rooted: bool,
    /// Whether the path ends with a slash, and so names a folder's start page.
    is_folder: bool,
}

impl<'a> NamedArticle<'a> {
    /// Reads a path that stands in an article, without query and fragment and with `%20` and its like resolved.
    ///
    /// A path that leaves the folder of all languages, or a folder in it that is no language's, names no article.
    ///
    /// On a landing page it may count from the file, as anywhere, or from the page as if that were a folder: what leads to an article
    /// counts.
    pub fn of(site: &'a Site, from: &Article, path: &str) -> Option<NamedArticle<'a>> {
        let folder = from.id.rsplit_once('/').map_or("", |(folder, _)| folder);
        let named = Self::from_folder(site, from.locale.folder(), folder, path);
        let is_known = |named: &NamedArticle| named.find(site).is_some();
        if !from.kind.is_landing() || named.as_ref().is_some_and(is_known) {
            return named;
        }
        let page = Self::from_folder(site, from.locale.folder(), &from.id, path);
        page.filter(is_known).or(named)
    }

    /// As [`of`](Self::of), for a path that counts from a folder of a language.
    pub fn from_folder(
        site: &'a Site,
        language: &str,
        folder: &str,
        path: &str,
    ) -> Option<NamedArticle<'a>> {
        let steps = steps((language, folder), path)?;
        let locale = steps.first().and_then(|step| named_locale(site, step));
        let is_rooted = rooted(path).is_some();
        if locale.is_none() && !is_rooted {
            return None;
        }
        Some(NamedArticle {
            path: steps[usize::from(locale.is_some())..].join("/"),
            locale,
            is_rooted,
            is_folder: path.ends_with('/'),
        })
    }

    /// The ids of articles that the path may mean, best first: it may have the extension `.md` or none, or name a folder.
    pub fn ids(&self) -> Vec<String> {
        if self.is_folder || self.path.is_empty() {
            let id = format!("{}/index", self.path);
            return vec![id.trim_start_matches('/').to_owned()];
        }
        let mut ids = vec![self.path.clone()];
        let stem = self.path.len().checked_sub(3);
        if let Some((stem, extension)) = stem.and_then(|at| self.path.split_at_checked(at))
            && extension.eq_ignore_ascii_case(".md")
        {
            ids.insert(0, stem.to_owned());
        }
        // A landing page is written as YAML.
        if let Some((stem, extension)) = self.path.rsplit_once('.')
            && extension.eq_ignore_ascii_case("yml")
        {
            ids.push(stem.to_owned());
        }
        ids
    }

    /// Whether the path has an extension that articles do not have: it names a file of another kind.
    pub fn is_other_file(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        !self.is_folder && extension.is_some_and(|it| !it.eq_ignore_ascii_case("md"))
    }

    /// Index into [`Site::translations`] of the article that is meant, where the site has it.
    pub fn find(&self, site: &Site) -> Option<usize> {
        self.ids().iter().find_map(|id| site.index(id))
    }
}

/// The path's steps from the folder of all languages; `None` where it leaves that folder.
fn steps<'a>((language, folder): (&'a str, &'a str), path: &'a str) -> Option<Vec<&'a str>> {
    let mut steps: Vec<&str> = Vec::new();
    if rooted(path).is_none() {
        steps.push(language);
        steps.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in rooted(path).unwrap_or(path).split('/') {
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

/// What follows `/` or `~/`, which begin at the root of the documentation.
fn rooted(path: &str) -> Option<&str> {
    path.strip_prefix("~/").or_else(|| path.strip_prefix('/'))
}

fn named_locale<'a>(site: &'a Site, name: &str) -> Option<&'a Locale> {
    let mut locales = site.locales.iter();
    locales
        .find(|locale| locale.folder().eq_ignore_ascii_case(name))
        .map(|locale| locale.as_ref())
}
