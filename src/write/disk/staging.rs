//! Pages that wait until all are there.

// This file is where the program compares pages with what readers find.
#![allow(clippy::disallowed_methods)]

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::exchange::{self, Stop};
use super::work::Work;
use super::{DiskOutput, failed, files, is_absent, stepwise};
use crate::write::manifest::MANIFEST;
use crate::write::{Change, Manner, Mark, Staging, There, WriteError};

/// The new site while it is made.
pub(super) struct DiskStaging<'a> {
    pub output: &'a DiskOutput,
    /// The output folder without links.
    pub folder: PathBuf,
    pub work: Work,
    /// What the disk says of the list of files that is there.
    list: Option<Metadata>,
    /// Whether a page had to be read to see that it is as it was.
    read: AtomicBool,
    /// What stands at the folders of pages.
    folders: Mutex<HashMap<PathBuf, Folder>>,
}

/// What stands where a page needs a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folder {
    There,
    /// Nothing, or a file that may turn out to have been ours.
    Missing,
    /// A link, which may lead anywhere.
    Link,
}

impl<'a> DiskStaging<'a> {
    pub fn new(output: &'a DiskOutput, folder: PathBuf, work: Work) -> Self {
        let list = fs::symlink_metadata(folder.join(MANIFEST)).ok();
        DiskStaging {
            output,
            list,
            read: AtomicBool::new(false),
            folder,
            work,
            folders: Mutex::default(),
        }
    }

    pub fn foreign(&self, path: &str) -> WriteError {
        WriteError::Foreign {
            path: self.output.shown(path),
        }
    }

    pub fn failed(
        &self,
        action: &'static str,
        path: &str,
    ) -> impl Fn(io::Error) -> WriteError + use<> {
        failed(action, &self.output.folder.join(path))
    }

    /// What stands at a folder, with the folders above it; each is looked at once.
    fn folder(&self, folder: &Path) -> io::Result<Folder> {
        if folder.as_os_str().is_empty() {
            return Ok(Folder::There);
        }
        let folders = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders().get(folder) {
            return Ok(*known);
        }
        let found = match self.folder(folder.parent().unwrap_or(Path::new("")))? {
            Folder::There => match files::metadata(&self.folder.join(folder))? {
                Some(metadata) if metadata.is_dir() => Folder::There,
                Some(metadata) if metadata.is_symlink() => Folder::Link,
                _ => Folder::Missing,
            },
            other => other,
        };
        folders().insert(folder.to_path_buf(), found);
        Ok(found)
    }
}

impl Staging for DiskStaging<'_> {
    fn holds(&self, path: &str, mark: &Mark) -> bool {
        let above = Path::new(path).parent().unwrap_or(Path::new(""));
        let is_old = |file: &Metadata| {
            let list = self.list.as_ref();
            list.is_some_and(|list| files::is_older(file, list))
        };
        matches!(self.folder(above), Ok(Folder::There))
            && fs::symlink_metadata(self.folder.join(path))
                .is_ok_and(|found| found.is_file() && found.len() == mark.length && is_old(&found))
    }

    fn compare(&self, path: &str, bytes: &[u8]) -> Result<There, WriteError> {
        let failed = self.failed("read", path);
        let above = Path::new(path).parent().unwrap_or(Path::new(""));
        match self.folder(above).map_err(&failed)? {
            Folder::There => {}
            Folder::Missing => return Ok(There::Nothing),
            Folder::Link => return Err(self.foreign(path)),
        }
        let file = self.folder.join(path);
        match fs::symlink_metadata(&file) {
            Ok(found) if found.is_file() => {
                self.read.fetch_or(path != MANIFEST, Ordering::Relaxed);
                files::compare(&file, found.len(), bytes).map_err(failed)
            }
            // Whether the folder holds anything but old pages of ours is seen when the site is put together.
            Ok(found) if found.is_dir() => Ok(There::Nothing),
            Ok(_) => Err(self.foreign(path)),
            Err(error) if is_absent(&error) => Ok(There::Nothing),
            Err(error) => Err(failed(error)),
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let file = self.work.new_site().join(path);
        files::write_new(&file, bytes).map_err(self.failed("write", path))
    }

    /// The next build need not read again what this one has read.
    fn confirm(self: Box<Self>) {
        if self.read.load(Ordering::Relaxed) {
            files::seal(&self.folder.join(MANIFEST));
        }
    }

    fn commit(self: Box<Self>, change: &Change) -> Result<Manner, WriteError> {
        let exchanged = match &self.work.inside {
            None => exchange::commit(&self, change),
            Some(reason) => Err(Stop::Unable(reason.clone())),
        };
        match exchanged {
            Ok(()) => Ok(Manner::AtOnce),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Unable(reason)) => {
                stepwise::commit(&self, change)?;
                Ok(Manner::Stepwise(reason))
            }
        }
    }
}
