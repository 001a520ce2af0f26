//! An output that is held in memory, for tests and for programs that publish elsewhere.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::manifest::MANIFEST;
use super::{Change, Fate, Manner, Mark, Output, Staging, Stamp, There, WriteError};

type Files = BTreeMap<String, Vec<u8>>;

/// Files by path.
#[derive(Debug, Default)]
pub struct MemoryOutput {
    files: Mutex<Files>,
    stamp: Option<Stamp>,
}

impl MemoryOutput {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file that was not published.
    pub fn with(self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        held(&self.files).insert(path.into(), bytes.into());
        self
    }

    /// Takes a share of a site.
    pub fn stamped(mut self, stamp: Option<Stamp>) -> Self {
        self.stamp = stamp;
        self
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<String> {
        held(&self.files).keys().cloned().collect()
    }

    /// Returns everything that is there now.
    pub fn into_files(self) -> Files {
        self.files
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for MemoryOutput {
    fn open(&self) -> Result<Box<dyn Staging + '_>, WriteError> {
        Ok(Box::new(MemoryStaging {
            shown: &self.files,
            put: Mutex::default(),
        }))
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
        Ok(held(&self.files).get(path).cloned())
    }

    fn stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }
}

/// Files that wait to be shown.
struct MemoryStaging<'a> {
    shown: &'a Mutex<Files>,
    put: Mutex<Files>,
}

impl Staging for MemoryStaging<'_> {
    fn holds(&self, path: &str, mark: &Mark) -> bool {
        let shown = held(self.shown);
        shown
            .get(path)
            .is_some_and(|bytes| Mark::of(bytes) == *mark)
    }

    fn compare(&self, path: &str, bytes: &[u8]) -> Result<There, WriteError> {
        Ok(match held(self.shown).get(path) {
            None => There::Nothing,
            Some(there) if there == bytes => There::Same,
            Some(_) => There::Other,
        })
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        held(&self.put).insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn commit(self: Box<Self>, change: &Change) -> Result<Manner, WriteError> {
        let mut shown = held(self.shown);
        for path in change.paths(Fate::Removed) {
            shown.remove(path);
        }
        shown.append(&mut held(&self.put));
        shown.insert(MANIFEST.to_owned(), change.new.text().into_bytes());
        Ok(Manner::AtOnce)
    }
}

fn held(files: &Mutex<Files>) -> MutexGuard<'_, Files> {
    files.lock().unwrap_or_else(PoisonError::into_inner)
}
