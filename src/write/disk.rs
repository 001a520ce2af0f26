//! An output on disk, which refuses folders that a mistake would lose.

// This file is where the program writes files.
#![allow(clippy::disallowed_methods)]

use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::manifest::{MANIFEST, Manifest};
use super::staged::staged;
use super::{Output, WriteError};

/// A folder that pages are published to.
#[derive(Debug, Clone)]
pub struct DiskOutput {
    folder: PathBuf,
    source: PathBuf,
    home: Option<PathBuf>,
    force: bool,
}

impl DiskOutput {
    /// Publishes to a folder, which must be apart from the source folder.
    pub fn new(folder: impl Into<PathBuf>, source: impl Into<PathBuf>) -> Self {
        DiskOutput {
            folder: folder.into(),
            source: source.into(),
            home: None,
            force: false,
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

    fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    fn refuse(&self, reason: impl Into<String>, help: &'static str) -> WriteError {
        WriteError::Refused {
            path: shown(&self.folder),
            reason: reason.into(),
            help,
        }
    }

    /// Refuses folders that are or hold something else, as far as names can tell.
    fn check_place(&self) -> Result<(), WriteError> {
        const APART: &str = "name a folder of its own with `--output`, such as `public`";
        if self.folder.as_os_str().is_empty() {
            return Err(self.refuse("its name is empty", APART));
        }
        let output =
            resolved(&self.folder).map_err(|cause| self.failed("find", &self.folder, cause))?;
        let source =
            resolved(&self.source).map_err(|cause| self.failed("find", &self.source, cause))?;
        if output == source {
            return Err(self.refuse("it is the source folder", APART));
        }
        if output.starts_with(&source) {
            return Err(self.refuse("it is inside the source folder", APART));
        }
        if source.starts_with(&output) {
            return Err(self.refuse("the source folder is inside it", APART));
        }
        if output.parent().is_none() {
            return Err(self.refuse("it is the root of the disk", APART));
        }
        let home = self.home.as_deref().and_then(|home| resolved(home).ok());
        if home.is_some_and(|home| home.starts_with(&output)) {
            return Err(self.refuse("it is the home folder or holds it", APART));
        }
        Ok(())
    }

    /// Refuses a file, and a folder that holds something and is not ours.
    fn check_content(&self) -> Result<(), WriteError> {
        let metadata = match fs::metadata(&self.folder) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(self.failed("look at", &self.folder, cause)),
        };
        if !metadata.is_dir() {
            return Err(self.refuse("it is a file", "remove the file, or name another folder"));
        }
        let mut entries = fs::read_dir(&self.folder)
            .map_err(|cause| self.failed("look into", &self.folder, cause))?;
        let ours = self
            .read(MANIFEST)?
            .is_some_and(|bytes| Manifest::is_one(&bytes));
        if !ours && !self.force && entries.next().is_some() {
            return Err(self.refuse(
                "it holds files that glotta did not write",
                "name an empty folder, or add `--force` to publish among these files; none but pages is replaced, and none removed",
            ));
        }
        Ok(())
    }

    fn failed(&self, action: &'static str, path: &Path, cause: io::Error) -> WriteError {
        WriteError::Io {
            action,
            path: shown(path),
            cause,
        }
    }

    /// A page's folder must be a folder of the output, and no link out of it.
    fn make_folder(&self, file: &Path) -> Result<PathBuf, WriteError> {
        let folder = file.parent().unwrap_or(&self.folder).to_path_buf();
        fs::create_dir_all(&folder)
            .map_err(|cause| self.failed("make the folder", &folder, cause))?;
        match self.holds(&folder) {
            Ok(true) => Ok(folder),
            Ok(false) => Err(WriteError::Foreign {
                path: shown(&folder),
            }),
            Err(cause) => Err(self.failed("find", &folder, cause)),
        }
    }

    /// Whether a folder is inside the output and no link leads out of it.
    fn holds(&self, folder: &Path) -> io::Result<bool> {
        Ok(folder
            .canonicalize()?
            .starts_with(self.folder.canonicalize()?))
    }

    /// Writes beside the file and renames, so that nobody sees half a page.
    fn replace(&self, folder: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let temporary = staged(folder, bytes, readable_by_all)?;
        temporary.persist(file).map_err(|error| error.error)?;
        Ok(())
    }
}

impl Output for DiskOutput {
    fn begin(&self) -> Result<(), WriteError> {
        self.check_place()?;
        self.check_content()?;
        fs::create_dir_all(&self.folder)
            .map_err(|cause| self.failed("make the folder", &self.folder, cause))
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, WriteError> {
        let file = self.path(path);
        match fs::symlink_metadata(&file) {
            Ok(metadata) if !metadata.is_file() => Err(WriteError::Foreign { path: shown(&file) }),
            Ok(_) => fs::read(&file)
                .map(Some)
                .map_err(|cause| self.failed("read", &file, cause)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(cause) => Err(self.failed("look at", &file, cause)),
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let file = self.path(path);
        let folder = self.make_folder(&file)?;
        self.replace(&folder, &file, bytes)
            .map_err(|cause| self.failed("write", &file, cause))
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let file = self.path(path);
        if !file
            .parent()
            .is_some_and(|folder| self.holds(folder).unwrap_or(false))
        {
            return Ok(());
        }
        match fs::remove_file(&file) {
            Err(error) if !is_absent(&error) => return Err(self.failed("remove", &file, error)),
            _ => {}
        }
        let above = file.ancestors().skip(1);
        for folder in above.take_while(|folder| *folder != self.folder) {
            // A folder that still holds something stays.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn may_replace(&self) -> bool {
        self.force
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn shown(path: &Path) -> String {
    path.display().to_string()
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

/// Pages are for everybody, whatever the umask says.
#[cfg(unix)]
pub(super) fn readable_by_all(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn readable_by_all(file: &fs::File) -> io::Result<()> {
    let mut permissions: Permissions = file.metadata()?.permissions();
    permissions.set_readonly(false);
    file.set_permissions(permissions)
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
