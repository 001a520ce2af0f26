//! An output on disk: a folder that is the old site or the new one, at any moment.
//!
//! Pages wait in a folder beside the output (`work.rs`). When all are there, what stays is added by hard links, and the two folders change
//! places in one step (`exchange.rs`). Where that cannot be, files are replaced one after the other (`stepwise.rs`).

// This file looks into the folder that it is to take.
#![allow(clippy::disallowed_methods)]

mod exchange;
mod files;
mod place;
mod staging;
mod stepwise;
mod work;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::files::is_absent;
use self::staging::DiskStaging;
use self::work::Work;
use super::manifest::{MANIFEST, Manifest};
use super::paths::INSIDE;
use super::{Output, Staging, WriteError};

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
}
