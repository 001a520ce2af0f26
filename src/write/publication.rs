//! Publishing: what is new or changed is written, what was ours and is no more is removed, all else is left alone.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::manifest::{MANIFEST, Manifest, Mark};
use super::paths::Names;
use super::{Change, Fate, Manner, Output, Staging, Stamp, There, WriteError};
use crate::model::{Content, Page};

/// What publishing did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// Pages that are published.
    pub pages: usize,
    /// Those that are new or have changed.
    pub changed: usize,
    /// Pages of an earlier time that are gone.
    pub removed: usize,
    /// What the list of the pages is known by, which stands among them.
    pub list: Mark,
    /// Why readers could see old pages and new ones side by side for a moment, where they could.
    pub stepwise: Option<String>,
}

/// Gives the bytes of a file of the source folder, by its path there.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, WriteError> + Sync + 'a;

/// Publishes pages, in any order; `files` gives the bytes of those that are files of the source folder.
///
/// Fails before any reader sees a change where a page has no path of its own, a file cannot be read or the place is refused.
/// Where several pages fail, the first one is told.
pub fn write(pages: &[Page], files: &Files, out: &dyn Output) -> Result<Written, WriteError> {
    let publication = Publication::open(out)?;
    publication.put_all(pages, files)?;
    publication.commit()
}

/// A publication under way: pages are put one by one, from any thread and in any order, and readers see them once they are
/// committed. One that is dropped has changed nothing.
///
/// A page need not be kept once it was put.
pub struct Publication<'a> {
    out: &'a dyn Output,
    staging: Box<dyn Staging + 'a>,
    old: Manifest,
    names: Mutex<Names>,
    entries: Mutex<BTreeMap<String, Entry>>,
}

/// A page that was put.
struct Entry {
    mark: Mark,
    changed: bool,
}

impl<'a> Publication<'a> {
    /// Waits until nobody else publishes to the place.
    ///
    /// # Errors
    ///
    /// Where the place is refused or cannot be prepared.
    pub fn open(out: &'a dyn Output) -> Result<Self, WriteError> {
        let staging = out.open()?;
        let listed = out.read(MANIFEST)?;
        let old = Manifest::read(listed.as_deref().unwrap_or_default());
        if let Some(stamp) = out.stamp().filter(|_| listed.is_some()) {
            may_shrink(&old, stamp)?;
        }
        Ok(Publication {
            out,
            staging,
            old,
            names: Mutex::default(),
            entries: Mutex::default(),
        })
    }

    /// Puts many pages. Where several fail, the first one is told.
    fn put_all(&self, pages: &[Page], files: &Files) -> Result<(), WriteError> {
        let put = |page| self.put(page, files);
        let failed = pages.par_iter().map(put).find_map_first(Result::err);
        failed.map_or(Ok(()), Err)
    }

    /// Compares a page with what is there, and prepares it where that is something else. A file that pages of several targets show may
    /// be put as often.
    ///
    /// # Errors
    ///
    /// Where the page has no path of its own, what is there is not ours, or it cannot be read or written.
    pub fn put(&self, page: &Page, files: &Files) -> Result<(), WriteError> {
        let source = match &page.content {
            Content::Bytes(_) => None,
            Content::File(path) => Some(path.as_str()),
        };
        if !held(&self.names).claim(&page.path, source)? {
            return Ok(());
        }
        let bytes = bytes(page, files)?;
        let mark = Mark::of(&bytes);
        let changed = !self.is_kept(&page.path, &mark) && self.put_changed(&page.path, &bytes)?;
        held(&self.entries).insert(page.path.clone(), Entry { mark, changed });
        Ok(())
    }

    /// Whether the pages that are there are those of a list that an earlier publication made.
    pub fn follows(&self, list: &Mark) -> bool {
        Mark::of(self.old.text().as_bytes()) == *list
    }

    /// Lets pages of the last publication stay. Says no where readers do not find those as they are listed; then this publication is of no use.
    ///
    /// # Errors
    ///
    /// Where a page cannot be read.
    pub fn stay_all(&self, paths: &[String]) -> Result<bool, WriteError> {
        all(paths, |path| self.stay(path))
    }

    /// Lets a page stay as it is listed. Says no where readers do not find it so.
    pub(super) fn stay(&self, path: &str) -> Result<bool, WriteError> {
        let Some(mark) = self.standing(path)? else {
            return Ok(false);
        };
        held(&self.names).claim(path, None)?;
        let (mark, changed) = (mark.clone(), false);
        held(&self.entries).insert(path.to_owned(), Entry { mark, changed });
        Ok(true)
    }

    /// Says whether readers find exactly the pages of a list that an earlier publication made, so that there is nothing to do.
    ///
    /// # Errors
    ///
    /// Where a page cannot be read.
    pub fn confirm(self, list: &Mark) -> Result<Option<Written>, WriteError> {
        let paths: Vec<&str> = self.old.paths().collect();
        if !self.follows(list) || !all(&paths, |path| Ok(self.standing(path)?.is_some()))? {
            return Ok(None);
        }
        let written = Written {
            pages: paths.len(),
            list: list.clone(),
            ..Written::default()
        };
        self.staging.confirm();
        Ok(Some(written))
    }

    /// What a page is listed with, where readers find it so.
    fn standing(&self, path: &str) -> Result<Option<&Mark>, WriteError> {
        let Some(mark) = self.old.mark(path) else {
            return Ok(None);
        };
        if self.staging.holds(path, mark) {
            return Ok(Some(mark));
        }
        let stands = match self.out.read(path)? {
            // The comparison notes that the list is to be sealed again.
            Some(bytes) if Mark::of(&bytes) == *mark => {
                self.staging.compare(path, &bytes)? == There::Same
            }
            _ => false,
        };
        Ok(stands.then_some(mark))
    }

    fn is_kept(&self, path: &str, mark: &Mark) -> bool {
        self.old.marks(path, mark) && self.staging.holds(path, mark)
    }

    /// Prepares a page unless readers find it already.
    fn put_changed(&self, path: &str, bytes: &[u8]) -> Result<bool, WriteError> {
        match self.staging.compare(path, bytes)? {
            There::Same => return Ok(false),
            There::Other if !self.may_replace(path) => {
                let path = path.to_owned();
                return Err(WriteError::Foreign { path });
            }
            There::Other | There::Nothing => {}
        }
        self.staging.put(path, bytes).map(|()| true)
    }

    fn may_replace(&self, path: &str) -> bool {
        self.old.lists(path) || self.out.may_replace()
    }

    /// Shows readers all pages that were put, and removes those that were ours and were not put again. Where nothing has changed, nothing
    /// is touched.
    ///
    /// # Errors
    ///
    /// Where the place cannot be changed; it is as it was, unless it can only be changed file by file.
    pub fn commit(self) -> Result<Written, WriteError> {
        let Publication {
            out,
            staging,
            old,
            names,
            entries,
        } = self;
        held(&names).check_nesting()?;
        let entries = std::mem::take(&mut *held(&entries));
        let new = list(&entries).stamped(out.stamp().cloned());
        let stale = stale(&old, &new, out)?;
        let text = new.text();
        let mut written = Written {
            pages: entries.len(),
            changed: entries.values().filter(|entry| entry.changed).count(),
            removed: stale.len(),
            list: Mark::of(text.as_bytes()),
            stepwise: None,
        };
        let listed = staging.compare(MANIFEST, text.as_bytes())? == There::Same;
        if listed && written.changed == 0 && written.removed == 0 {
            staging.confirm();
            return Ok(written);
        }
        let put = entries
            .iter()
            .map(|(path, entry)| (path.as_str(), fate(entry)));
        let removed = stale.into_iter().map(|path| (path, Fate::Removed));
        let change = Change {
            fates: put.chain(removed).collect(),
            old: &old,
            new: &new,
        };
        if let Manner::Stepwise(reason) = staging.commit(&change)? {
            written.stepwise = Some(reason);
        }
        Ok(written)
    }
}

/// Whether something holds for all paths; which of them is found first that it does not hold for, is chance.
fn all<P: AsRef<str> + Sync>(
    paths: &[P],
    holds: impl Fn(&str) -> Result<bool, WriteError> + Sync,
) -> Result<bool, WriteError> {
    let fallen = paths
        .par_iter()
        .find_map_any(|path| match holds(path.as_ref()) {
            Ok(true) => None,
            Ok(false) => Some(Ok(false)),
            Err(error) => Some(Err(error)),
        });
    fallen.unwrap_or(Ok(true))
}

/// A share takes the place of nothing but the same share: pages of others would be gone.
fn may_shrink(old: &Manifest, new: &Stamp) -> Result<(), WriteError> {
    let there = match old.stamp() {
        Some(old) if old.shard == new.shard => return Ok(()),
        Some(old) => format!("shard {}", old.shard),
        None => "a whole site".to_owned(),
    };
    let wanted = new.shard.to_string();
    Err(WriteError::OtherShare { there, wanted })
}

fn list(entries: &BTreeMap<String, Entry>) -> Manifest {
    let mut new = Manifest::default();
    for (path, entry) in entries {
        new.add(path, entry.mark.clone());
    }
    new
}

/// Pages that were ours and are no more, sorted. A page that somebody has changed since is somebody's, and stays.
fn stale<'a>(
    old: &'a Manifest,
    new: &Manifest,
    out: &dyn Output,
) -> Result<Vec<&'a str>, WriteError> {
    let mut stale = Vec::new();
    for path in old.paths().filter(|path| !new.lists(path)) {
        match out.read(path) {
            Ok(Some(bytes)) if old.describes(path, &bytes) => stale.push(path),
            // It has gone, or something else stands in its place.
            Ok(_) | Err(WriteError::Foreign { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(stale)
}

fn fate(entry: &Entry) -> Fate {
    if entry.changed { Fate::Put } else { Fate::Kept }
}

fn bytes<'a>(page: &'a Page, files: &Files) -> Result<Cow<'a, [u8]>, WriteError> {
    match &page.content {
        Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
        Content::File(path) => files(path).map(Cow::Owned),
    }
}

fn held<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
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
        let written = |pages: usize, changed: usize, removed: usize| (pages, changed, removed);
        let write = |pages: &[Page], out| {
            write(pages, out).map(|written| (written.pages, written.changed, written.removed))
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
    }

    #[test]
    fn pages_come_from_many_threads_and_the_first_fault_is_told() {
        let many: Vec<Page> = (0..500)
            .map(|at| Page::new(format!("{}/{at}", at % 7), format!("{at}")))
            .collect();
        let (one, two) = (MemoryOutput::new(), MemoryOutput::new());
        write(&many, &one).unwrap();
        let reversed: Vec<Page> = many.iter().rev().cloned().collect();
        write(&reversed, &two).unwrap();
        assert_eq!(one.into_files(), two.into_files());
        let mut faulty = many.clone();
        faulty[100] = Page::new("../x", "");
        faulty[400] = Page::new("aux", "");
        for _ in 0..20 {
            let error = write(&faulty, &MemoryOutput::new()).unwrap_err();
            assert!(error.to_string().contains("../x"), "{error}");
        }
    }

    #[test]
    fn pages_stay_that_need_not_be_made_again() {
        let out = MemoryOutput::new();
        let list = write(&pages(&["a", "b", "c"]), &out).unwrap().list;
        let stay = |paths: &[&str], list: &Mark, out: &dyn Output| {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            let publication = Publication::open(out).unwrap();
            publication
                .put_all(&pages(&["d"]), &|_| Ok(Vec::new()))
                .unwrap();
            let stays = publication.follows(list) && publication.stay_all(&paths).unwrap();
            stays.then(|| publication.commit().unwrap())
        };
        assert_eq!(stay(&["a"], &Mark::of(b"another list"), &out), None);
        assert_eq!(stay(&["a", "x"], &list, &out), None, "never published");
        let written = stay(&["a", "c"], &list, &out).unwrap();
        assert_eq!((written.pages, written.changed, written.removed), (3, 1, 1));
        assert_eq!(out.paths(), [".glotta-manifest", "a", "c", "d"]);
        let out = out.with("a", "mended by hand");
        assert_eq!(stay(&["a"], &written.list, &out), None);
        assert!(stay(&["c"], &written.list, &out).is_some());
    }

    #[test]
    fn a_site_that_is_as_it_was_is_confirmed_and_no_other() {
        let out = MemoryOutput::new();
        let list = write(&pages(&["a", "b"]), &out).unwrap().list;
        let confirm = |out: &dyn Output| Publication::open(out).unwrap().confirm(&list).unwrap();
        assert_eq!(confirm(&out).map(|written| written.pages), Some(2));
        let other = MemoryOutput::new();
        assert_eq!(confirm(&other), None);
        write(&pages(&["a"]), &other).unwrap();
        assert_eq!(confirm(&other), None);
        assert_eq!(confirm(&out.with("a", "mended by hand")), None);
    }

    #[test]
    fn what_is_not_committed_is_seen_by_nobody() {
        let out = MemoryOutput::new();
        write(&pages(&["a"]), &out).unwrap();
        let publication = Publication::open(&out).unwrap();
        let none = |_: &str| Ok(Vec::new());
        publication.put(&Page::new("b", "x"), &none).unwrap();
        drop(publication);
        assert_eq!(out.paths(), [".glotta-manifest", "a"]);
    }

    #[test]
    fn a_share_takes_no_place_but_its_own() {
        let stamp = |text: &str| {
            let shard = crate::model::Shard::from_text(text)?;
            let made_of = "x".into();
            Some(Stamp { shard, made_of })
        };
        let out = MemoryOutput::new().stamped(stamp("1/2"));
        write(&pages(&["a"]), &out).unwrap();
        assert_eq!(write(&pages(&["b"]), &out).unwrap().removed, 1);
        let out = out.stamped(stamp("2/2"));
        let error = write(&pages(&["a"]), &out).unwrap_err().to_string();
        assert!(
            error.contains("holds shard 1/2") && error.contains("2/2"),
            "{error}"
        );
        let out = out.stamped(None);
        write(&pages(&["a"]), &out).unwrap();
        let out = out.stamped(stamp("1/2"));
        let error = write(&pages(&["a"]), &out).unwrap_err().to_string();
        assert!(error.contains("a whole site"), "{error}");
        assert_eq!(out.paths(), [".glotta-manifest", "a"]);
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
