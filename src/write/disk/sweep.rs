//! Takes a site away that has been replaced, and loses nothing of others with it.

// This file is where the program removes the old site.
#![allow(clippy::disallowed_methods)]

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::files::{self, Found, make_folder};
use crate::write::manifest::{MANIFEST, Manifest};
use crate::write::paths::INSIDE;

/// Removes a site that has been replaced. A file of others that came or changed after links were made is moved to where readers look for it.
pub(super) fn sweep(old: &Path, output: &Path) -> io::Result<()> {
    let broom = Broom {
        old,
        output,
        ours: manifest(old)?,
        theirs: manifest(output)?,
        is_there: files::metadata(output)?.is_some(),
    };
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut level = vec![PathBuf::new()];
    while !level.is_empty() {
        let found: io::Result<Vec<Vec<PathBuf>>> =
            level.par_iter().map(|path| broom.folder(path)).collect();
        folders.append(&mut level);
        level = found?.concat();
    }
    for folder in folders.iter().skip(1).rev() {
        fs::remove_dir(old.join(folder))?;
    }
    // The list goes last: it says what is ours, should this be cut short.
    files::remove(&old.join(MANIFEST))?;
    fs::remove_dir(old)
}

fn manifest(folder: &Path) -> io::Result<HashSet<String>> {
    let bytes = match files::read(folder, MANIFEST)? {
        Found::Bytes(bytes) => bytes,
        Found::Nothing | Found::NoFile => Vec::new(),
    };
    let manifest = Manifest::read(&bytes);
    Ok(manifest.paths().map(str::to_owned).collect())
}

/// Takes an old site away.
struct Broom<'a> {
    old: &'a Path,
    output: &'a Path,
    /// What the list of the old site names, and what that of the new one does.
    ours: HashSet<String>,
    theirs: HashSet<String>,
    is_there: bool,
}

impl Broom<'_> {
    /// Removes the files of a folder, and returns the folders in it.
    fn folder(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let folder = self.old.join(path);
        files::make_removable(&folder);
        let mut folders = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let child = path.join(entry.file_name());
            match entry.file_type()?.is_dir() {
                true => folders.push(child),
                false if child == Path::new(MANIFEST) => {}
                false if self.is_ours(&child) => files::remove(&self.old.join(&child))?,
                false => self.rescue(&child)?,
            }
        }
        Ok(folders)
    }

    fn is_ours(&self, path: &Path) -> bool {
        let listed = |path: &str| self.ours.contains(path) || self.theirs.contains(path);
        path.starts_with(INSIDE) || path.to_str().is_some_and(listed)
    }

    fn rescue(&self, path: &Path) -> io::Result<()> {
        let (from, to) = (self.old.join(path), self.output.join(path));
        let newer = match (files::metadata(&from)?, files::metadata(&to)?) {
            (Some(from), Some(to)) => !files::is_same(&from, &to) && files::is_newer(&from, &to),
            (from, _) => from.is_some(),
        };
        if !newer || !self.is_there {
            return files::remove(&from);
        }
        make_folder(to.parent().unwrap_or(self.output))?;
        fs::rename(&from, &to)
    }
}
