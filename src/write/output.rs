//! Publishing: what is new or changed is written, what was ours and is no more is removed, all else is left alone.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::manifest::{MANIFEST, Manifest, mark};
use super::{WriteError, paths};
use crate::model::{Content, Page};

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

/// Gives the bytes of a file of the source folder, by its path there.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, WriteError> + 'a;

/// A page that is new or has changed.
struct Changed<'a> {
    page: &'a Page,
    /// What the manifest says of it.
    mark: String,
}

/// Publishes pages, in any order; `files` gives the bytes of those that are files of the source folder.
///
/// Fails before anything is written where a page has no path of its own, a file cannot be read or the place is refused. Such a
/// file is read twice, for comparison and for writing, so that no two are held at a time.
pub fn write(pages: &[Page], files: &Files, out: &dyn Output) -> Result<Written, WriteError> {
    let pages = paths::valid(pages)?;
    out.begin()?;
    let old = Manifest::read(&out.read(MANIFEST)?.unwrap_or_default());
    let (new, mut changed) = compared(&pages, &old, files, out)?;
    // A new image beside an old page does no harm: should one of the files have gone, the old pages are still whole.
    changed.sort_by_key(|changed| changed.page.bytes().is_some());
    // The manifest names old and new pages while there may be both, so that a build that is cut short loses track of none.
    put_changed(out, MANIFEST, old.joined(&new).text().as_bytes())?;
    for changed in &changed {
        put(changed, files, out)?;
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

/// Returns the list of all pages, and those that differ from what is there; fails where that is not ours.
fn compared<'a>(
    pages: &[&'a Page],
    old: &Manifest,
    files: &Files,
    out: &dyn Output,
) -> Result<(Manifest, Vec<Changed<'a>>), WriteError> {
    let mut new = Manifest::default();
    let mut changed = Vec::new();
    for page in pages {
        let bytes = bytes(page, files)?;
        let mark = mark(&bytes);
        new.add(&page.path, mark.clone());
        match out.read(&page.path)? {
            Some(there) if there == *bytes => {}
            Some(_) if !old.lists(&page.path) && !out.may_replace() => {
                let path = page.path.clone();
                return Err(WriteError::Foreign { path });
            }
            _ => changed.push(Changed { page, mark }),
        }
    }
    Ok((new, changed))
}

fn bytes<'a>(page: &'a Page, files: &Files) -> Result<Cow<'a, [u8]>, WriteError> {
    match &page.content {
        Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
        Content::File(path) => files(path).map(Cow::Owned),
    }
}

/// Writes a page; a file must still be the one that the manifest tells of.
fn put(changed: &Changed, files: &Files, out: &dyn Output) -> Result<(), WriteError> {
    let page = changed.page;
    let bytes = bytes(page, files)?;
    if page.bytes().is_none() && mark(&bytes) != changed.mark {
        let path = page.path.clone();
        return Err(WriteError::Unsettled { path });
    }
    out.put(&page.path, &bytes)
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

    fn write(pages: &[Page], out: &dyn Output) -> Result<Written, WriteError> {
        super::write(pages, &|path| Ok(format!("file {path}").into()), out)
    }

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
    fn files_are_copied_once_and_only_when_they_changed() {
        let out = MemoryOutput::new();
        let pages = [
            Page::new("a", "x"),
            Page::copy("b.png"),
            Page::copy("b.png"),
        ];
        assert_eq!(write(&pages, &out).unwrap().changed, 2);
        assert_eq!(write(&pages, &out).unwrap().changed, 0);
        assert_eq!(out.read("b.png").unwrap().unwrap(), b"file b.png");
        assert_eq!(write(&pages[..1], &out).unwrap().removed, 1);
    }

    #[test]
    fn a_file_that_has_gone_leaves_the_old_pages_as_they_were() {
        let gone = |path: &str| {
            Err(WriteError::File {
                path: path.to_owned(),
                cause: std::io::ErrorKind::NotFound.into(),
            })
        };
        let out = MemoryOutput::new();
        write(&[Page::new("a", "old")], &out).unwrap();
        let pages = [Page::new("a", "new"), Page::copy("b.png")];
        let error = super::write(&pages, &gone, &out).unwrap_err().to_string();
        assert!(
            error.starts_with("cannot copy b.png") && error.contains("put it back"),
            "{error}"
        );
        assert_eq!(out.read("a").unwrap().unwrap(), b"old");
        // It may go after it was compared, too.
        let times = std::cell::Cell::new(0);
        let going = |path: &str| {
            times.set(times.get() + 1);
            if times.get() > 1 {
                gone(path)
            } else {
                Ok(Vec::new())
            }
        };
        assert!(super::write(&pages, &going, &out).is_err());
        assert_eq!(out.read("a").unwrap().unwrap(), b"old");
        let growing = |_: &str| {
            times.set(times.get() + 1);
            Ok(vec![0; times.get()])
        };
        let error = super::write(&pages, &growing, &out).unwrap_err();
        assert!(matches!(error, WriteError::Unsettled { .. }), "{error}");
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
