//! The new site and the old one change places in one step, so that no reader ever sees a mixture.
//!
//! For that the new site must be whole: what stays, and what others keep in the folder, is added by hard links. Links keep inode and times, so that
//! `rsync` and caches see only what has changed, and take about 5 µs a file. Only folders that hold a change could change places instead, but one
//! article shows in several folders (its page, its Markdown, the sitemap, the list of files), and readers would see the one before the other.

// This file is where the program makes links, moves the site and removes the old one.
#![allow(clippy::disallowed_methods)]

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::files::{self, make_folder};
use super::staging::DiskStaging;
use super::sweep::sweep;
use super::{failed, shown};
use crate::write::manifest::MANIFEST;
use crate::write::paths::INSIDE;
use crate::write::{Change, Fate, WriteError};

/// Why two folders did not change places.
pub(super) enum Stop {
    /// The disk or our rights do not allow it; files can be replaced one by one.
    Unable(String),
    Failed(WriteError),
}

/// Completes the new site and puts it in the place of the old one.
pub(super) fn commit(staging: &DiskStaging, change: &Change) -> Result<(), Stop> {
    let (new, old) = (staging.work.new_site(), staging.work.old_site());
    let output = &staging.folder;
    make_folder(&new).map_err(stop("make the folder", &new))?;
    let replaced = files::metadata(output).map_err(stop("look at", output))?;
    let list = || files::write_new(&new.join(MANIFEST), change.new.text().as_bytes());
    if replaced.is_none() {
        // Were the power cut now, nothing would be lost that cannot be made again, and the next build compares every byte.
        list()
            .map_err(staging.failed("write", MANIFEST))
            .map_err(Stop::Failed)?;
        return fs::rename(&new, output).map_err(stop("put pages into", output));
    }
    try_exchange(&new)?;
    let folders = Mirror::new(staging, change).complete()?;
    list()
        .map_err(staging.failed("write", MANIFEST))
        .map_err(Stop::Failed)?;
    for (path, metadata) in folders.iter().rev() {
        let folder = new.join(path);
        files::liken(&folder, metadata).map_err(stop("make the folder", &folder))?;
    }
    let written = change.paths(Fate::Put).chain([MANIFEST]);
    files::keep(&new, written).map_err(stop("write", output))?;
    exchange(&new, output).map_err(stop("put pages into", output))?;
    // Readers see the new site. Whatever of the old one cannot be removed is tried again by the next build.
    drop(fs::rename(&new, &old).and_then(|()| sweep(&old, output)));
    files::seal(&output.join(MANIFEST));
    Ok(())
}

/// Two empty folders, which a build that was killed may leave.
pub(super) const PROBES: [&str; 2] = ["one", "two"];

/// Finds out with two empty folders whether the disk lets folders change places, before links are made for nothing.
fn try_exchange(new: &Path) -> Result<(), Stop> {
    let [one, two] = PROBES.map(|name| new.with_file_name(name));
    let tried = make_folder(&one)
        .and_then(|()| make_folder(&two))
        .and_then(|()| exchange(&one, &two));
    drop(fs::remove_dir(&one));
    drop(fs::remove_dir(&two));
    tried.map_err(stop("prepare pages in", new))
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, two: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn stop(action: &'static str, path: &Path) -> impl Fn(io::Error) -> Stop {
    move |cause| match is_unable(&cause) {
        true => Stop::Unable(format!("{}: {cause}", shown(path))),
        false => Stop::Failed(failed(action, path)(cause)),
    }
}

/// Whether a failure says that something cannot be done here at all, by links or by an exchange.
fn is_unable(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::Unsupported
            | Kind::InvalidInput
            | Kind::CrossesDevices
            | Kind::ResourceBusy
            | Kind::PermissionDenied
            | Kind::TooManyLinks
    )
}

/// Adds what stays to the new site.
struct Mirror<'a> {
    staging: &'a DiskStaging<'a>,
    change: &'a Change<'a>,
    new: PathBuf,
    kept: AtomicUsize,
}

/// A folder of the old site, and those in it.
struct Looked {
    path: PathBuf,
    metadata: Metadata,
    folders: Vec<PathBuf>,
}

impl<'a> Mirror<'a> {
    fn new(staging: &'a DiskStaging, change: &'a Change) -> Self {
        Mirror {
            staging,
            change,
            new: staging.work.new_site(),
            kept: AtomicUsize::new(0),
        }
    }

    /// Goes through the old site level by level, a folder of others may be as deep as it likes. Returns its folders, the upper ones first.
    fn complete(self) -> Result<Vec<(PathBuf, Metadata)>, Stop> {
        let mut folders = Vec::new();
        let mut level = vec![PathBuf::new()];
        while !level.is_empty() {
            let look = |path: PathBuf| self.folder(path);
            let looked: Vec<Result<Looked, Stop>> = level.into_par_iter().map(look).collect();
            level = Vec::new();
            for looked in looked {
                let looked = looked?;
                level.extend(looked.folders);
                folders.push((looked.path, looked.metadata));
            }
        }
        let kept = self.change.paths(Fate::Kept).count();
        match self.kept.into_inner() == kept {
            true => Ok(folders),
            false => Err(Stop::Failed(WriteError::Unsettled {
                path: shown(&self.staging.folder),
            })),
        }
    }

    fn folder(&self, path: PathBuf) -> Result<Looked, Stop> {
        let folder = self.staging.folder.join(&path);
        let stop = || stop("look into", &folder);
        let metadata = fs::symlink_metadata(&folder).map_err(stop())?;
        self.same_disk(&folder, &metadata)?;
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(&folder).map_err(stop())? {
            let entry = entry.map_err(stop())?;
            let child = path.join(entry.file_name());
            match entry.file_type().map_err(stop())?.is_dir() {
                _ if child == Path::new(MANIFEST) || child == Path::new(INSIDE) => {}
                true => folders.push(child),
                false => files.push(child),
            }
        }
        if files.is_empty() && folders.is_empty() {
            self.make(&path)?;
        }
        files.iter().try_for_each(|file| self.file(file))?;
        Ok(Looked {
            path,
            metadata,
            folders,
        })
    }

    /// A folder that is another disk stays where it is.
    #[cfg(unix)]
    fn same_disk(&self, folder: &Path, metadata: &Metadata) -> Result<(), Stop> {
        use std::os::unix::fs::MetadataExt;
        let new = fs::metadata(&self.new).map_err(stop("look at", &self.new))?;
        match new.dev() == metadata.dev() {
            true => Ok(()),
            false => Err(Stop::Unable(format!("{} is another disk", shown(folder)))),
        }
    }

    #[cfg(not(unix))]
    fn same_disk(&self, _: &Path, _: &Metadata) -> Result<(), Stop> {
        Ok(())
    }

    fn file(&self, path: &Path) -> Result<(), Stop> {
        let fate = path.to_str().and_then(|path| self.change.fates.get(path));
        let is_linked = match fate {
            Some(Fate::Put | Fate::Removed) => return Ok(()),
            Some(Fate::Kept) | None => self.link(path)?,
        };
        if is_linked && fate.is_some() {
            self.kept.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Adds a file, or says that it has just gone.
    fn link(&self, path: &Path) -> Result<bool, Stop> {
        let (from, to) = (self.staging.folder.join(path), self.new.join(path));
        let linked = match fs::hard_link(&from, &to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make(path.parent().unwrap_or(path))?;
                fs::hard_link(&from, &to)
            }
            other => other,
        };
        match linked {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(self.in_the_way(path, error)),
        }
    }

    fn make(&self, path: &Path) -> Result<(), Stop> {
        let made = make_folder(&self.new.join(path));
        made.map_err(|error| self.in_the_way(path, error))
    }

    /// Where a page stands already, what should stay there is in its way.
    fn in_the_way(&self, path: &Path, error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                let path = self.staging.output.shown(&path.to_string_lossy());
                Stop::Failed(WriteError::Foreign { path })
            }
            _ => stop("link to", &self.staging.folder.join(path))(error),
        }
    }
}
