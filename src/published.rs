//! What a repository says about its publishing: where docsets stand, and which paths are old ones.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Parsed, Source};
use crate::discover::{self, Found, World};
use crate::model::{Config, PublishedFolder, Redirect, path_fault};
use crate::parse::{self, Publishing, Shelved};

const REDIRECTION: &str = ".openpublishing.redirection.json";
const PUBLISHING: &str = ".openpublishing.publish.config.json";
const DOCFX: &str = "docfx.json";

/// What was read.
#[derive(Default)]
pub struct Published {
    pub folders: Vec<PublishedFolder>,
    pub redirects: Vec<Redirect>,
}

/// Reads the files about publishing of each language, and those beside the languages' folders.
pub fn read(
    world: &dyn World,
    config: &Config,
    found: &Found,
    diagnostics: &mut Vec<Diagnostic>,
) -> Published {
    let locales: Vec<&str> = found.locales.iter().map(|locale| locale.folder()).collect();
    let mut shelves = vec![None];
    shelves.extend(locales.iter().copied().map(Some));
    let mut reader = Reader {
        world,
        config,
        diagnostics,
    };
    let settings: Vec<Publishing> = shelves
        .iter()
        .map(|shelf| reader.publishing(*shelf))
        .collect();
    let docsets = docsets(found, &settings);
    let mut redirects = Vec::new();
    for (shelf, settings) in shelves.iter().zip(&settings) {
        for path in files(&docsets, settings) {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let place = Shelved {
                locale: *shelf,
                folder,
                locales: &locales,
            };
            redirects.extend(reader.redirections(&path, place));
        }
    }
    Published {
        folders: docsets,
        redirects,
    }
}

/// The folders with a `docfx.json` in any language, and those that are listed.
fn docsets(found: &Found, settings: &[Publishing]) -> Vec<PublishedFolder> {
    let mut docsets: Vec<PublishedFolder> = settings
        .iter()
        .flat_map(|it| it.published_folders.clone())
        .collect();
    let below = found
        .files
        .iter()
        .filter_map(|path| Some(path.split_once('/')?.1));
    let folders = below.filter_map(|path| path.strip_suffix(DOCFX));
    let folders = folders.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    docsets.extend(folders.map(|folder| PublishedFolder {
        folder: folder.trim_end_matches('/').to_owned(),
        base: None,
    }));
    docsets.sort();
    docsets.dedup();
    docsets
}

/// Where redirects may be written: the usual file of a language and of each docset, and the files that are listed.
fn files(docsets: &[PublishedFolder], settings: &Publishing) -> BTreeSet<String> {
    let of_docset = |docset: &PublishedFolder| match docset.folder.as_str() {
        "" => REDIRECTION.to_owned(),
        folder => format!("{folder}/{REDIRECTION}"),
    };
    let mut files: BTreeSet<String> = docsets.iter().map(of_docset).collect();
    files.insert(REDIRECTION.to_owned());
    files.extend(settings.redirections.iter().cloned());
    files.retain(|path| path_fault(path).is_ok());
    files
}

struct Reader<'a> {
    world: &'a dyn World,
    config: &'a Config,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn source(&mut self, shelf: Option<&str>, path: &str) -> Option<Arc<Source>> {
        let path = match shelf {
            Some(locale) => format!("{locale}/{path}"),
            None => path.to_owned(),
        };
        let read = discover::read_setting(self.world, self.config, &path);
        self.diagnostics.extend(read.diagnostics);
        read.value
    }

    fn publishing(&mut self, shelf: Option<&str>) -> Publishing {
        let source = self.source(shelf, PUBLISHING);
        let read = source.map(|source| parse::publishing(&source));
        self.keep(read).unwrap_or_default()
    }

    fn redirections(&mut self, path: &str, place: Shelved) -> Vec<Redirect> {
        let source = self.source(place.locale, path);
        let read = source.map(|source| parse::redirections(&source, place));
        self.keep(read).unwrap_or_default()
    }

    fn keep<T>(&mut self, read: Option<Parsed<T>>) -> Option<T> {
        let read = read?;
        self.diagnostics.extend(read.diagnostics);
        Some(read.value)
    }
}
