//! Where files stand, as seen from the folder that the program was called in: what other programs look files up by.

// This file is where the program asks where it was called.
#![allow(clippy::disallowed_methods)]

use std::path::{Component, Path, PathBuf};

use glotta::diagnostic::{Root, Source};
use glotta::discover::{DiskWorld, Shelf};
use glotta::model::Config;

/// A file, with `/` on all systems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Below the working directory, and relative to it.
    Inside(String),
    /// Anywhere else, and absolute.
    Outside(String),
}

impl Place {
    pub fn path(&self) -> &str {
        match self {
            Place::Inside(path) | Place::Outside(path) => path,
        }
    }

    fn join(&self, path: &str) -> Place {
        match self {
            Place::Inside(folder) if folder.is_empty() => Place::Inside(path.to_owned()),
            Place::Inside(folder) => Place::Inside(format!("{folder}/{path}")),
            Place::Outside(folder) => Place::Outside(format!("{folder}/{path}")),
        }
    }
}

/// The folders that paths of a project begin at.
#[derive(Debug)]
pub struct Paths {
    caller: PathBuf,
    articles: Place,
    project: Place,
    templates: Place,
    words: Place,
}

impl Paths {
    pub fn of(world: &DiskWorld, config: &Config) -> Self {
        let caller = std::env::current_dir().unwrap_or_default();
        let shelf = |shelf| folder(&caller, &world.path(&shelf));
        Paths {
            articles: shelf(Shelf::Articles(config.source.clone())),
            project: folder(&caller, world.folder()),
            templates: shelf(Shelf::Templates),
            words: shelf(Shelf::Words),
            caller,
        }
    }

    /// Returns the file that a text was read from.
    pub fn place(&self, source: &Source) -> Place {
        let path = source.path();
        match source.root() {
            Root::Articles => self.articles.join(path),
            Root::Project => self.project.join(path),
            Root::Templates => self.templates.join(path),
            Root::Words => self.words.join(path),
            Root::Caller => within(&self.caller, Path::new(path)),
        }
    }

    /// Returns the path of the file that a text was read from.
    pub fn path(&self, source: &Source) -> String {
        self.place(source).path().to_owned()
    }
}

/// Follows links first, since a repository knows a file by its real path; one that leads out of the working directory
/// is not followed.
fn folder(caller: &Path, folder: &Path) -> Place {
    let real = |path: &Path| path.canonicalize().ok();
    let followed = match (real(caller), real(&caller.join(folder))) {
        (Some(caller), Some(folder)) => within(&caller, &folder),
        _ => within(caller, folder),
    };
    match followed {
        Place::Inside(_) => followed,
        Place::Outside(_) => within(caller, folder),
    }
}

/// Says where a path leads, without looking at the disk.
fn within(caller: &Path, path: &Path) -> Place {
    let whole = without_dots(&caller.join(path));
    match whole.strip_prefix(caller) {
        Ok(rest) => Place::Inside(slashed(rest)),
        Err(_) => Place::Outside(slashed(&whole)),
    }
}

fn without_dots(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            _ => whole.push(component),
        }
    }
    whole
}

fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => text.into_owned(),
        separator => text.replace(separator, "/"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_working_directory_where_they_can_be() {
        for (path, place) in [
            ("docs", Place::Inside("docs".into())),
            ("./docs/", Place::Inside("docs".into())),
            ("", Place::Inside(String::new())),
            ("../repo/docs", Place::Inside("docs".into())),
            ("/home/repo/a b%", Place::Inside("a b%".into())),
            ("../other", Place::Outside("/home/other".into())),
            ("../../../..", Place::Outside("/".into())),
        ] {
            assert_eq!(within(Path::new("/home/repo"), Path::new(path)), place);
        }
    }

    #[test]
    fn a_file_stands_in_its_folder() {
        let join = |folder: &str| Place::Inside(folder.into()).join("a.md");
        assert_eq!(join(""), Place::Inside("a.md".into()));
        assert_eq!(join("docs"), Place::Inside("docs/a.md".into()));
    }
}
