//! Publishing: what is new or changed is written, what was ours and is no more is removed, all else is left alone.

use std::collections::BTreeSet;

use super::manifest::{MANIFEST, Manifest};
use super::{WriteError, paths};
use crate::model::Page;

/// The place that pages are published to.
///
/// Paths are relative and written with `/`; [`write`] has validated them. An implementation may collect what it is
/// told and make it visible all at once in [`Output::finish`].
pub trait Output: Sync {
    /// Makes the place ready, or refuses it.
    fn begin(&self) -> Result<(), WriteError>;

    /// Returns the bytes of a file that is there; nothing where there is none.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError>;

    /// Writes a file, whole or not at all.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError>;

    /// Removes a file that may have gone already, and the folders that it leaves empty.
    fn remove(&self, path: &str) -> Result<(), WriteError>;

    /// Is called once, when everything is written.
    fn finish(&self) -> Result<(), WriteError> {
        Ok(())
    }

    /// Whether files that stand in the way of pages and are not ours may be replaced.
    fn may_replace(&self) -> bool {
        false
    }
}

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Pages that are published.
    pub pages: usize,
    /// Those that are new or have changed.
    pub changed: usize,
    /// Pages of an earlier time that are gone.
    pub removed: usize,
}

/// Publishes pages, in any order.
///
/// Fails before anything is written where a page has no path of its own or the place is refused.
pub fn write(pages: &[Page], out: &dyn Output) -> Result<Written, WriteError> {
    paths::validate(pages)?;
    out.begin()?;
    let old = Manifest::read(&out.read(MANIFEST)?.unwrap_or_default());
    let new = Manifest::of(pages);
    let changed = changed(pages, &old, out)?;
    // The manifest names old and new pages while there may be both, so that a build that is cut short loses track of none.
    put_changed(out, MANIFEST, old.joined(&new).text().as_bytes())?;
    for page in &changed {
        out.put(&page.path, &page.bytes)?;
    }
    let removed = remove_stale(out, &old, &new)?;
    put_changed(out, MANIFEST, new.text().as_bytes())?;
    out.finish()?;
    Ok(Written {
        pages: pages.len(),
        changed: changed.len(),
        removed,
    })
}

/// Returns the pages that differ from what is there; fails where that is not ours.
fn changed<'a>(
    pages: &'a [Page],
    old: &Manifest,
    out: &dyn Output,
) -> Result<Vec<&'a Page>, WriteError> {
    let mut changed = Vec::new();
    for page in pages {
        match out.read(&page.path)? {
            Some(bytes) if bytes == page.bytes => {}
            Some(_) if !old.lists(&page.path) && !out.may_replace() => {
                let path = page.path.clone();
                return Err(WriteError::Foreign { path });
            }
            _ => changed.push(page),
        }
    }
    Ok(changed)
}

fn put_changed(out: &dyn Output, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    match out.read(path)? {
        Some(there) if there == bytes => Ok(()),
        _ => out.put(path, bytes),
    }
}

/// Removes pages that were ours and are no more. A page that somebody has changed since is somebody's, and stays.
fn remove_stale(out: &dyn Output, old: &Manifest, new: &Manifest) -> Result<usize, WriteError> {
    let stale: BTreeSet<&str> = old.paths().filter(|path| !new.lists(path)).collect();
    let mut removed = 0;
    for path in stale {
        match out.read(path) {
            Ok(Some(bytes)) if old.describes(path, &bytes) => {
                out.remove(path)?;
                removed += 1;
            }
            // It has gone, or something else stands in its place.
            Ok(_) | Err(WriteError::Foreign { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::MemoryOutput;

    fn pages(names: &[&str]) -> Vec<Page> {
        names
            .iter()
            .map(|name| Page::new(*name, format!("text of {name}")))
            .collect()
    }

    #[test]
    fn only_changes_are_written_and_what_is_gone_is_removed() {
        let out = MemoryOutput::new();
        let written = |pages: usize, changed: usize, removed: usize| Written {
            pages,
            changed,
            removed,
        };
        assert_eq!(
            write(&pages(&["a", "b/c"]), &out).unwrap(),
            written(2, 2, 0)
        );
        assert_eq!(
            write(&pages(&["a", "b/c"]), &out).unwrap(),
            written(2, 0, 0)
        );
        assert_eq!(
            write(&pages(&["b/c", "d"]), &out).unwrap(),
            written(2, 1, 1)
        );
        assert_eq!(out.paths(), [".glotta-manifest", "b/c", "d"]);
    }

    #[test]
    fn files_of_others_are_left_alone() {
        let out = MemoryOutput::new().with("CNAME", "x").with("b", "theirs");
        write(&pages(&["a"]), &out).unwrap();
        assert_eq!(out.paths(), [".glotta-manifest", "CNAME", "a", "b"]);
        let error = write(&pages(&["b"]), &out).unwrap_err().to_string();
        assert!(error.starts_with("b is in the way"), "{error}");
    }

    #[test]
    fn a_page_that_somebody_changed_is_not_removed() {
        let out = MemoryOutput::new();
        write(&pages(&["a"]), &out).unwrap();
        let out = out.with("a", "mended by hand");
        assert_eq!(write(&pages(&["b"]), &out).unwrap().removed, 0);
        assert!(out.paths().contains(&"a".to_owned()));
    }
}
