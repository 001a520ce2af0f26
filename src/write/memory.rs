//! An output that is held in memory, for tests and for programs that publish elsewhere.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Output, WriteError};

/// Files by path.
#[derive(Debug, Default)]
pub struct MemoryOutput {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemoryOutput {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file that was not published.
    pub fn with(self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files().insert(path.into(), bytes.into());
        self
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.files().keys().cloned().collect()
    }

    /// Returns everything that is there now.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Output for MemoryOutput {
    fn begin(&self) -> Result<(), WriteError> {
        Ok(())
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
        Ok(self.files().get(path).cloned())
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.files().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        self.files().remove(path);
        Ok(())
    }
}
