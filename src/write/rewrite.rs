//! Changes somebody's own files: all of them or, where one cannot be changed, none.

// This file writes to the source folder, which nothing else does.
#![allow(clippy::disallowed_methods)]

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::staged::staged;

/// A file whose bytes are to be other ones.
#[derive(Debug, Clone)]
pub struct Rewrite {
    /// The folder that no link may lead out of.
    pub folder: PathBuf,
    /// The file, under the folder.
    pub path: PathBuf,
    /// What it said when it was read.
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

/// Why files cannot be changed. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum RewriteError {
    #[error("{path} has changed since it was read; {}\nhelp: run the command again", left(*.written))]
    Changed { path: String, written: usize },
    #[error(
        "{path} leads out of the source folder or is no file; {}\nhelp: put a file of its own there",
        left(0)
    )]
    Outside { path: String },
    #[error(
        "{path} is read-only; {}\nhelp: make the file writable, or leave its language out with `--locale`",
        left(0)
    )]
    ReadOnly { path: String },
    #[error("cannot write {path}: {cause}; {}\nhelp: check who may write there, and whether the disk has room", left(*.written))]
    Io {
        path: String,
        cause: io::Error,
        written: usize,
    },
}

fn left(written: usize) -> String {
    match written {
        0 => "no file was changed".into(),
        1 => "one file was changed already".into(),
        _ => format!("{written} files were changed already"),
    }
}

/// Changes files. Each keeps its permissions and, where that is allowed, its owner; what reads it meanwhile sees the old bytes or the
/// new ones.
///
/// # Errors
///
/// Before anything is changed: where a file says something else than it did, is read-only, is no file of the folder, or cannot be
/// written beside. Later only where the disk itself fails.
pub fn rewrite(files: &[Rewrite]) -> Result<(), RewriteError> {
    let staged: Vec<Staged> = files.iter().map(stage).collect::<Result<_, _>>()?;
    for (written, staged) in staged.into_iter().enumerate() {
        staged.put(written)?;
    }
    Ok(())
}

/// A file that waits beside its place.
struct Staged<'a> {
    file: PathBuf,
    before: &'a [u8],
    temporary: NamedTempFile,
}

fn stage(rewrite: &Rewrite) -> Result<Staged<'_>, RewriteError> {
    let path = rewrite.folder.join(&rewrite.path);
    let failed = |cause| failed(&path, cause, 0);
    let folder = rewrite.folder.canonicalize().map_err(failed)?;
    let file = path.canonicalize().map_err(failed)?;
    let metadata = fs::metadata(&file).map_err(failed)?;
    let Some(parent) = file
        .parent()
        .filter(|_| file.starts_with(&folder) && metadata.is_file())
    else {
        return Err(RewriteError::Outside { path: shown(&path) });
    };
    if metadata.permissions().readonly() {
        return Err(RewriteError::ReadOnly { path: shown(&path) });
    }
    unchanged(&file, &rewrite.before, 0)?;
    // To rename over a file takes no right to write to it, which whoever owns it may have kept back.
    OpenOptions::new().write(true).open(&file).map_err(failed)?;
    let temporary = staged(parent, &rewrite.after, |new| liken(new, &metadata)).map_err(failed)?;
    Ok(Staged {
        file,
        before: &rewrite.before,
        temporary,
    })
}

impl Staged<'_> {
    fn put(self, written: usize) -> Result<(), RewriteError> {
        unchanged(&self.file, self.before, written)?;
        let put = self.temporary.persist(&self.file);
        put.map_err(|error| failed(&self.file, error.error, written))?;
        Ok(())
    }
}

fn unchanged(file: &Path, before: &[u8], written: usize) -> Result<(), RewriteError> {
    let now = fs::read(file).map_err(|cause| failed(file, cause, written))?;
    match now == before {
        true => Ok(()),
        false => Err(RewriteError::Changed {
            path: shown(file),
            written,
        }),
    }
}

fn failed(path: &Path, cause: io::Error, written: usize) -> RewriteError {
    RewriteError::Io {
        path: shown(path),
        cause,
        written,
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Gives a new file the owner and the permissions of the old one, and waits until the disk has it.
fn liken(new: &File, old: &Metadata) -> io::Result<()> {
    keep_owner(new, old);
    new.set_permissions(old.permissions())?;
    new.sync_all()
}

/// Only an administrator can give files away, and only for one does the owner change.
#[cfg(unix)]
fn keep_owner(new: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    drop(fchown(new, Some(old.uid()), Some(old.gid())));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(folder: &Path, path: &str, before: &str, after: &str) -> Rewrite {
        Rewrite {
            folder: folder.into(),
            path: path.into(),
            before: before.into(),
            after: after.into(),
        }
    }

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn files_are_changed_and_nothing_else_is_left() {
        let folder = folder(&[("a", "1"), ("b", "2")]);
        let path = folder.path();
        rewrite(&[change(path, "a", "1", "one"), change(path, "b", "2", "two")]).unwrap();
        assert_eq!(fs::read(path.join("a")).unwrap(), b"one");
        assert_eq!(fs::read(path.join("b")).unwrap(), b"two");
        assert_eq!(fs::read_dir(path).unwrap().count(), 2);
    }

    #[test]
    fn where_one_file_has_changed_none_is_written() {
        let folder = folder(&[("a", "1"), ("b", "by hand")]);
        let path = folder.path();
        let error = rewrite(&[change(path, "a", "1", "one"), change(path, "b", "2", "two")]);
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains("has changed since") && error.contains("no file"),
            "{error}"
        );
        assert_eq!(fs::read(path.join("a")).unwrap(), b"1");
        assert_eq!(fs::read(path.join("b")).unwrap(), b"by hand");
        assert_eq!(fs::read_dir(path).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_read_only_files_are_respected() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder(&[("a", "1"), ("b", "2")]);
        let path = folder.path();
        let allow = |name: &str, mode: u32| {
            fs::set_permissions(path.join(name), fs::Permissions::from_mode(mode)).unwrap();
        };
        allow("a", 0o640);
        rewrite(&[change(path, "a", "1", "one")]).unwrap();
        let mode = fs::metadata(path.join("a")).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o640);
        allow("b", 0o444);
        let error = rewrite(&[change(path, "a", "one", "1"), change(path, "b", "2", "two")]);
        assert!(error.unwrap_err().to_string().contains("read-only"));
        assert_eq!(fs::read(path.join("a")).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_out_of_the_folder() {
        let (inside, outside) = (folder(&[]), folder(&[("a", "1")]));
        let (inside, outside) = (inside.path(), outside.path());
        std::os::unix::fs::symlink(outside.join("a"), inside.join("a")).unwrap();
        let error = rewrite(&[change(inside, "a", "1", "one")]).unwrap_err();
        assert!(error.to_string().contains("leads out"), "{error}");
        assert!(rewrite(&[change(inside, "../x", "", "one")]).is_err());
        assert_eq!(fs::read(outside.join("a")).unwrap(), b"1");
    }
}
