//! The outside, as far as it is read.

use std::io;
use std::time::SystemTime;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Config, Reference};

/// Where texts come from: a disk, or memory in tests and other programs.
///
/// Paths are relative to their shelf and written with `/`.
pub trait World: Sync {
    /// Returns the configuration's path, as a reader knows it, and its bytes; nothing where there is none.
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>>;

    /// Returns everything on a shelf at any depth but hidden files, sorted by path.
    ///
    /// A shelf that does not exist is an error of kind `NotFound`, and one that is a file of kind `NotADirectory`.
    /// What cannot be opened below it is an entry of its own.
    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>>;

    /// Returns the bytes of a regular file; anything else is an error and is not opened.
    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>>;

    /// Returns the beginning of a regular file: as many bytes at most.
    fn head(&self, shelf: &Shelf, path: &str, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(shelf, path)?;
        bytes.truncate(length);
        Ok(bytes)
    }

    /// Returns what tells one state of a regular file from another without reading it; nothing where that cannot be told, so that the
    /// file has to be read. Two equal stamps of a file mean equal bytes.
    fn stamp(&self, _shelf: &Shelf, _path: &str) -> Option<Stamp> {
        None
    }

    /// Whether a text stands elsewhere than its path says, behind a link, so that to change it would change another as well.
    fn is_linked(&self, _shelf: &Shelf, _path: &str) -> bool {
        false
    }

    /// Returns a shelf's place, for messages.
    fn place(&self, shelf: &Shelf) -> String;

    /// Returns what the caller wants to be different from the configuration.
    fn overrides(&self) -> &Overrides;

    /// Returns the day it is, where that can be known; asked for only where a configuration has dates.
    fn today(&self) -> Option<Date> {
        None
    }
}

/// A folder of texts that are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shelf {
    /// The source folder, as the configuration names it; a world may have been told of another.
    Articles(String),
    /// `templates/` beside the configuration.
    Templates,
    /// `locales/` beside the configuration.
    Words,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Configuration,
    /// A shelf and the path on it.
    On(Shelf, String),
}

/// Something on a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub path: String,
    pub kind: EntryKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    File,
    Folder,
    /// What is never opened, and why: a pipe, a device, a link that leads nowhere or out of the shelf.
    Unopened(String),
    /// What could not be opened, and why.
    Unreadable(String),
}

/// A state of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    pub length: u64,
    /// When the bytes were changed.
    pub modified: SystemTime,
    /// When anything about the file was changed, and its number, as far as the system knows them.
    pub status: Option<(i64, i64, u64, u64)>,
}

/// What a caller wants to be different from the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrides {
    pub reference: Option<Reference>,
    /// The only locale folders to take, in any case, besides the reference; empty to take all.
    pub locales: Vec<String>,
    /// Whether no rule is going to run: what only rules ask for is then made when somebody asks for it after all.
    pub unchecked: bool,
}

impl Overrides {
    /// Changes a configuration that was read.
    pub fn apply(&self, config: &mut Config) {
        if let Some(reference) = &self.reference {
            config.reference = reference.clone();
        }
    }
}
