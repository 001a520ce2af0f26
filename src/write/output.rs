//! What a place that pages are published to must be able to do.

use std::collections::BTreeMap;

use super::{Manifest, Mark, Stamp, WriteError};

/// The place that pages are published to.
///
/// Paths are relative and written with `/`; [`Publication`](super::Publication) has validated them.
pub trait Output: Sync {
    /// Makes the place ready, waits until nobody else publishes there, and opens what new pages are put into; or refuses.
    ///
    /// Whoever drops the staging without a commit leaves the place as it was.
    fn open(&self) -> Result<Box<dyn Staging + '_>, WriteError>;

    /// Returns the bytes of a file that readers find there; nothing where there is none.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError>;

    /// Which share of a site is published there; nothing where it is a whole one.
    fn stamp(&self) -> Option<&Stamp> {
        None
    }

    /// Whether files that stand in the way of pages and are not ours may be replaced.
    fn may_replace(&self) -> bool {
        false
    }
}

/// What is prepared out of sight. Many threads may compare and put at a time, each path once.
pub trait Staging: Sync {
    /// Whether a file that the list names with this mark is certainly as it was when it was listed. A place that cannot tell cheaply says no.
    fn holds(&self, path: &str, mark: &Mark) -> bool;

    /// Compares bytes with what readers find at a path.
    fn compare(&self, path: &str, bytes: &[u8]) -> Result<There, WriteError>;

    /// Prepares a file that is new or has changed.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError>;

    /// Shows readers all that was put, all at once where the place can do that.
    fn commit(self: Box<Self>, change: &Change) -> Result<Manner, WriteError>;

    /// Is called in the place of a commit where readers find all that they should.
    fn confirm(self: Box<Self>) {}
}

/// What readers find at the path of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// No file, or what may turn out to have been ours.
    Nothing,
    /// The bytes of the page.
    Same,
    Other,
}

/// What becomes of a file of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays as it is, its time and its inode too.
    Kept,
    /// What was put takes its place.
    Put,
    Removed,
}

/// What a commit makes of a place. Files that have no fate are somebody's, and stay.
#[derive(Debug)]
pub struct Change<'a> {
    pub fates: BTreeMap<&'a str, Fate>,
    /// The list of files that holds before.
    pub old: &'a Manifest,
    /// The list that holds afterwards.
    pub new: &'a Manifest,
}

impl Change<'_> {
    /// The paths of files of one fate, sorted.
    pub fn paths(&self, wanted: Fate) -> impl Iterator<Item = &str> {
        let fates = self.fates.iter();
        fates
            .filter(move |(_, fate)| **fate == wanted)
            .map(|(path, _)| *path)
    }
}

/// How a change became visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    AtOnce,
    /// Each file whole, but one after the other, because of this.
    Stepwise(String),
}
