//! Replaces files one after the other, where folders cannot change places.
//!
//! Each file is whole at any moment. A build that is cut short leaves old files beside new ones, a list that names both, and the next build completes
//! the work.

// This file is where the program replaces and removes single files of the output.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, make_folder, readable_by_all};
use super::staging::DiskStaging;
use crate::write::manifest::MANIFEST;
use crate::write::staged::staged;
use crate::write::{Change, Fate, WriteError};

/// Replaces what has changed, then removes what is no more.
pub(super) fn commit(staging: &DiskStaging, change: &Change) -> Result<(), WriteError> {
    let output = &staging.folder;
    make_folder(output).map_err(staging.failed("make the folder", ""))?;
    let new = staging.work.new_site();
    files::keep(&new, change.paths(Fate::Put)).map_err(staging.failed("write", ""))?;
    let list = |text: String| {
        let written = replace(output, Path::new(MANIFEST), text.as_bytes());
        written.map_err(staging.failed("write", MANIFEST))
    };
    list(change.old.joined(change.new).text())?;
    let (first, last): (Vec<&str>, Vec<&str>) = change
        .paths(Fate::Removed)
        .partition(|path| is_in_the_way(path, change));
    for path in first {
        remove(output, path).map_err(staging.failed("remove", path))?;
    }
    for path in change.paths(Fate::Put) {
        check_folders(staging, path)?;
        put(&new, output, path).map_err(staging.failed("write", path))?;
    }
    for path in last {
        remove(output, path).map_err(staging.failed("remove", path))?;
    }
    list(change.new.text())
}

/// Whether a page that goes stands where a folder must be, or in a folder where a page must be.
fn is_in_the_way(path: &str, change: &Change) -> bool {
    let is_put = |path: &str| change.fates.get(path) == Some(&Fate::Put);
    let folder = format!("{path}/");
    let next = change.fates.range(folder.as_str()..).next();
    let holds = next.is_some_and(|(other, _)| other.starts_with(&folder));
    holds || path.match_indices('/').any(|(at, _)| is_put(&path[..at]))
}

/// What stands in the place of a page's folder must be a folder, and no link out of the output.
fn check_folders(staging: &DiskStaging, path: &str) -> Result<(), WriteError> {
    for (at, _) in path.match_indices('/') {
        let found = files::metadata(&staging.folder.join(&path[..at]));
        match found.map_err(staging.failed("look at", &path[..at]))? {
            Some(metadata) if !metadata.is_dir() => return Err(staging.foreign(&path[..at])),
            _ => {}
        }
    }
    match fs::symlink_metadata(staging.folder.join(path)) {
        Ok(metadata) if !metadata.is_file() => Err(staging.foreign(path)),
        _ => Ok(()),
    }
}

/// Moves a page to its place. Where it waits on what the system holds for another disk, it is copied.
fn put(new: &Path, output: &Path, path: &str) -> io::Result<()> {
    let (from, to) = (new.join(path), output.join(path));
    make_folder(to.parent().unwrap_or(output))?;
    match fs::rename(&from, &to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            replace(output, Path::new(path), &fs::read(&from)?)
        }
        other => other,
    }
}

/// Writes beside the file and renames, so that nobody sees half of it.
fn replace(output: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = output.join(path);
    let folder = file.parent().unwrap_or(output);
    let temporary = staged(folder, bytes, readable_by_all)?.into_temp_path();
    fs::rename(&temporary, &file)
}

/// Removes a page, and the folders that it leaves empty.
fn remove(output: &Path, path: &str) -> io::Result<()> {
    let file: PathBuf = output.join(path);
    files::remove(&file)?;
    let above = file.ancestors().skip(1);
    for folder in above.take_while(|folder| *folder != output) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
