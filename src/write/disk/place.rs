//! Which folders may be published to, as far as their names can tell.

// This file asks the disk where links lead.
#![allow(clippy::disallowed_methods)]

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{DiskOutput, failed, is_absent, shown};
use crate::write::WriteError;

const APART: &str = "name a folder of its own with `--output`, such as `public`";

impl DiskOutput {
    /// Refuses a folder that is, holds or lies in the one that it must be apart from.
    pub fn check_place(&self) -> Result<(), WriteError> {
        self.place().map(drop)
    }

    /// Returns the folder without links; refuses those that are or hold something else.
    pub(super) fn place(&self) -> Result<PathBuf, WriteError> {
        if self.folder.as_os_str().is_empty() {
            return Err(self.refuse("its name is empty", APART));
        }
        let output = resolved(&self.folder).map_err(failed("find", &self.folder))?;
        let source = resolved(&self.source).map_err(failed("find", &self.source))?;
        let home = self.home.as_deref().and_then(|home| resolved(home).ok());
        let leads_nowhere =
            || fs::symlink_metadata(&output).is_ok_and(|metadata| metadata.is_symlink());
        let reason = match () {
            () if output == source => "it is the source folder",
            () if output.starts_with(&source) => "it is inside the source folder",
            () if source.starts_with(&output) => "the source folder is inside it",
            () if output.file_name().is_none() => "it is the root of the disk",
            () if home.is_some_and(|home| home.starts_with(&output)) => {
                "it is the home folder or holds it"
            }
            () if leads_nowhere() => "it is a link that leads nowhere",
            () => return Ok(output),
        };
        Err(self.refuse(reason, APART))
    }

    pub(super) fn refuse(&self, reason: &str, help: &'static str) -> WriteError {
        WriteError::Refused {
            path: shown(&self.folder),
            reason: reason.to_owned(),
            help,
        }
    }
}

/// The path without links, dots and double names, whether it exists already or not.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut missing: Vec<OsString> = Vec::new();
    let mut there = path.as_path();
    loop {
        match there.canonicalize() {
            Ok(canonical) => return Ok(appended(canonical, &missing)),
            Err(error) if !is_absent(&error) => return Err(error),
            Err(error) => {
                let last = there.components().next_back();
                missing.push(last.map_or_else(OsString::new, |last| last.as_os_str().into()));
                there = there.parent().ok_or(error)?;
            }
        }
    }
}

fn appended(mut path: PathBuf, missing: &[OsString]) -> PathBuf {
    for name in missing.iter().rev() {
        match Path::new(name).components().next() {
            Some(Component::ParentDir) => drop(path.pop()),
            Some(Component::Normal(name)) => path.push(name),
            _ => {}
        }
    }
    path
}
