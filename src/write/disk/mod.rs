//! An output on disk: a folder that is the old site or the new one, at any moment.
//!
//! Pages wait in a folder beside the output (`work.rs`). When all are there, what stays is added by hard links, the two folders change
//! places in one step (`exchange.rs`), and the old one is taken away (`sweep.rs`). Where that cannot be, files are replaced one after
//! the other (`stepwise.rs`).

// This file looks into the folder that it is to take.
#![allow(clippy::disallowed_methods)]

mod exchange;
mod files;
mod place;
mod staging;
mod stepwise;
mod sweep;
mod work;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::files::is_absent;
use self::staging::DiskStaging;
use self::work::Work;
use super::manifest::{MANIFEST, Manifest};
use super::paths::INSIDE;
use super::{Output, Staging, Stamp, WriteError};

pub(super) use files::readable_by_all;

/// Is told which folder somebody else publishes to at the moment, before we wait.
pub type Notice = fn(&Path);

/// A folder that pages are published to.
#[derive(Debug, Clone)]
pub struct DiskOutput {
    folder: PathBuf,
    source: PathBuf,
    home: Option<PathBuf>,
    force: bool,
    notice: Option<Notice>,
    stamp: Option<Stamp>,
}

impl DiskOutput {
    /// Publishes to a folder, which must be apart from the source folder.
    pub fn new(folder: impl Into<PathBuf>, source: impl Into<PathBuf>) -> Self {
        DiskOutput {
            folder: folder.into(),
            source: source.into(),
            home: None,
            force: false,
            notice: None,
            stamp: None,
        }
    }

    /// Names the home folder, which is refused as well.
    pub fn with_home(mut self, home: Option<PathBuf>) -> Self {
        self.home = home;
        self
    }

    /// Takes a folder that holds files of others, and replaces those that stand in the way of pages.
    pub fn forced(mut self, force: bool) -> Self {
        self.force = force;
        self
    }

    /// Takes a share of a site.
    pub fn stamped(mut self, stamp: Option<Stamp>) -> Self {
        self.stamp = stamp;
        self
    }

    /// Tells somebody why nothing happens while another build publishes to the folder.
    pub fn with_notice(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }

    /// The path of a file as messages show it.
    fn shown(&self, path: &str) -> String {
        shown(&self.folder.join(path))
    }

    fn failed(&self, action: &'static str, cause: io::Error) -> WriteError {
        failed(action, &self.folder)(cause)
    }
}

impl Output for DiskOutput {
    fn open(&self) -> Result<Box<dyn Staging + '_>, WriteError> {
        let folder = self.place()?;
        self.check_content()?;
        let work = Work::enter(&folder, || self.tell())?;
        work.repair(&folder)?;
        // What was true before we waited need not be true any more.
        self.check_content()?;
        Ok(Box::new(DiskStaging::new(self, folder, work)))
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
        let foreign = || WriteError::Foreign {
            path: self.shown(path),
        };
        let failed = failed("read", &self.folder.join(path));
        match files::read(&self.folder, path) {
            Ok(files::Found::Bytes(bytes)) => Ok(Some(bytes)),
            Ok(files::Found::Nothing) => Ok(None),
            Ok(files::Found::NoFile) => Err(foreign()),
            Err(cause) => Err(failed(cause)),
        }
    }

    fn stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    fn may_replace(&self) -> bool {
        self.force
    }
}

impl DiskOutput {
    fn tell(&self) {
        if let Some(notice) = self.notice {
            notice(&self.folder);
        }
    }

    /// Refuses a file, and a folder that holds something and is not ours.
    fn check_content(&self) -> Result<(), WriteError> {
        let metadata = match fs::metadata(&self.folder) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(self.failed("look at", cause)),
        };
        if !metadata.is_dir() {
            return Err(self.refuse("it is a file", "remove the file, or name another folder"));
        }
        let entries =
            fs::read_dir(&self.folder).map_err(|cause| self.failed("look into", cause))?;
        let mut others = entries.filter(|entry| {
            let name = entry.as_ref().ok().map(fs::DirEntry::file_name);
            name.is_none_or(|name| name != INSIDE)
        });
        let ours = self
            .read(MANIFEST)?
            .is_some_and(|bytes| Manifest::is_one(&bytes));
        if !ours && !self.force && others.next().is_some() {
            return Err(self.refuse(
                "it holds files that glotta did not write",
                "name an empty folder, or add `--force` to publish among these files; none but pages is replaced, and none removed",
            ));
        }
        Ok(())
    }
}

/// Words a failure of the disk.
fn failed(action: &'static str, path: &Path) -> impl Fn(io::Error) -> WriteError + use<> {
    let path = shown(path);
    move |cause| WriteError::Io {
        action,
        path: path.clone(),
        cause,
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Page;

    fn write(pages: &[Page], out: &DiskOutput) -> Result<crate::write::Written, WriteError> {
        crate::write::write(pages, &|path| Ok(path.into()), out)
    }

    fn refusal(output: &Path, source: &Path) -> Option<String> {
        let out = DiskOutput::new(output, source);
        write(&[Page::new("a/b", "x")], &out)
            .err()
            .map(|error| error.to_string())
    }

    #[test]
    fn folders_that_a_mistake_would_lose_are_refused() {
        let root = tempfile::tempdir().unwrap();
        let source = root.path().join("docs/src");
        fs::create_dir_all(&source).unwrap();
        fs::write(root.path().join("file"), "x").unwrap();
        for (output, reason) in [
            ("docs/src", "is the source"),
            ("docs/src/public", "inside the source"),
            ("docs", "the source folder is inside"),
            ("new/../docs/./src", "is the source"),
            ("file", "is a file"),
        ] {
            let error = refusal(&root.path().join(output), &source).unwrap();
            assert!(error.contains(reason), "{output}: {error}");
        }
        assert!(refusal(Path::new("/"), &source).is_some());
        assert!(refusal(Path::new(""), &source).is_some());
        assert_eq!(fs::read_dir(&source).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_of_others_is_taken_by_force_only_and_keeps_its_files() {
        let root = tempfile::tempdir().unwrap();
        let (source, output) = (root.path().join("src"), root.path().join("out"));
        fs::create_dir_all(&source).unwrap();
        fs::create_dir_all(&output).unwrap();
        fs::write(output.join("thesis"), "x").unwrap();
        assert!(refusal(&output, &source).unwrap().contains("--force"));
        let out = DiskOutput::new(&output, &source).forced(true);
        write(&[Page::new("a/b", "x")], &out).unwrap();
        let again = DiskOutput::new(&output, &source);
        write(&[Page::new("c", "x")], &again).unwrap();
        assert!(output.join("thesis").exists());
        assert!(
            !output.join("a").exists(),
            "a folder that is left empty goes"
        );
    }

    #[cfg(unix)]
    #[test]
    fn pages_are_readable_by_all_and_never_written_through_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let root = tempfile::tempdir().unwrap();
        let (source, output) = (root.path().join("src"), root.path().join("out"));
        fs::create_dir_all(&source).unwrap();
        assert_eq!(refusal(&output, &source), None);
        let mode = fs::metadata(output.join("a/b"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o644);
        symlink(&source, output.join("c")).unwrap();
        let out = DiskOutput::new(&output, &source);
        assert!(write(&[Page::new("c/d", "x")], &out).is_err());
        assert!(!source.join("d").exists());
    }

    /// A folder whose parent nobody may write to, as far as the output can tell.
    struct Closed(DiskOutput);

    impl Output for Closed {
        fn open(&self) -> Result<Box<dyn Staging + '_>, WriteError> {
            let folder = self.0.place()?;
            let mut work = Work::enter(&folder, || ())?;
            work.inside = Some("closed".into());
            Ok(Box::new(DiskStaging::new(&self.0, folder, work)))
        }

        fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
            self.0.read(path)
        }
    }

    fn files(folder: &Path) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(folder).unwrap();
            if entry.file_type().is_file() && path != Path::new(MANIFEST) {
                let text = fs::read_to_string(entry.path()).unwrap();
                files.push((path.display().to_string(), text));
            }
        }
        files
    }

    #[test]
    fn file_by_file_gives_the_same_site_as_all_at_once() {
        let root = tempfile::tempdir().unwrap();
        let sites: [&[Page]; 3] = [
            &[
                Page::new("a", "1"),
                Page::new("b/c", "2"),
                Page::new("d", "3"),
            ],
            &[
                Page::new("a/x", "1"),
                Page::new("b", "2"),
                Page::new("d", "3"),
            ],
            &[Page::new("a/x", "9"), Page::new("e/f/g", "2")],
        ];
        let at_once = DiskOutput::new(root.path().join("one"), root.path().join("src"));
        let stepwise = Closed(DiskOutput::new(
            root.path().join("two"),
            root.path().join("src"),
        ));
        for site in sites {
            let none = |_: &str| Ok(Vec::new());
            let one = crate::write::write(site, &none, &at_once).unwrap();
            let two = crate::write::write(site, &none, &stepwise).unwrap();
            assert_eq!((one.stepwise, one.changed), (None, two.changed));
            assert_eq!(two.stepwise.as_deref(), Some("closed"));
            let (one, two) = (root.path().join("one"), root.path().join("two"));
            assert_eq!(files(&one).len(), site.len());
            assert_eq!(files(&one), files(&two));
            let list = |folder: &Path| fs::read(folder.join(MANIFEST)).unwrap();
            assert_eq!(list(&one), list(&two));
        }
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn what_came_after_links_were_made_is_not_lost_with_the_old_site() {
        let root = tempfile::tempdir().unwrap();
        let (old, new) = (root.path().join("old"), root.path().join("new"));
        for folder in [&old, &new] {
            fs::create_dir_all(folder.join("git")).unwrap();
            fs::write(folder.join(MANIFEST), Manifest::default().text()).unwrap();
        }
        fs::write(old.join("git/index"), "0").unwrap();
        fs::hard_link(old.join("git/index"), new.join("git/index")).unwrap();
        fs::write(old.join("git/head"), "0").unwrap();
        fs::hard_link(old.join("git/head"), new.join("git/head")).unwrap();
        // Somebody replaces the one and adds another, while readers still see the old site.
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(old.join("git/index.lock"), "1").unwrap();
        fs::rename(old.join("git/index.lock"), old.join("git/index")).unwrap();
        fs::write(old.join("late"), "2").unwrap();
        sweep::sweep(&old, &new).unwrap();
        let pair = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let all = [
            pair("git/head", "0"),
            pair("git/index", "1"),
            pair("late", "2"),
        ];
        assert_eq!(files(&new), all);
        assert!(!old.exists());
    }

    #[test]
    fn what_a_killed_build_left_is_taken_away() {
        let root = tempfile::tempdir().unwrap();
        let (source, output) = (root.path().join("src"), root.path().join("out"));
        let out = DiskOutput::new(&output, &source);
        write(&[Page::new("a", "x")], &out).unwrap();
        for left in ["new/a", "new/b/c", "old/a", "one", "two", "lock"] {
            let left = root.path().join(".out.glotta").join(left);
            fs::create_dir_all(left.parent().unwrap()).unwrap();
            match left.ends_with("one") || left.ends_with("two") {
                true => fs::create_dir(left).unwrap(),
                false => fs::write(left, "y").unwrap(),
            }
        }
        assert_eq!(write(&[Page::new("a", "x")], &out).unwrap().changed, 0);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        assert_eq!(files(&output), [("a".to_owned(), "x".to_owned())]);
    }

    #[test]
    fn a_page_that_somebody_touched_is_read_again() {
        let root = tempfile::tempdir().unwrap();
        let (source, output) = (root.path().join("src"), root.path().join("out"));
        let out = DiskOutput::new(&output, &source);
        let pages = [Page::new("a/b", "x"), Page::new("c", "y")];
        write(&pages, &out).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        write(&pages, &out).unwrap();
        let kept = || {
            let publication = crate::write::Publication::open(&out).unwrap();
            publication.stay("a/b").unwrap()
        };
        fs::write(output.join("a/b"), "z").unwrap();
        assert!(!kept(), "as long as before, and something else");
        assert_eq!(write(&pages, &out).unwrap().changed, 1);
        fs::remove_file(output.join("a/b")).unwrap();
        assert!(!kept());
        assert_eq!(write(&pages, &out).unwrap().changed, 1);
        assert_eq!(files(&output).len(), 2);
    }
}
