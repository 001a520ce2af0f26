//! The folder that pages wait in, which one build at a time may use.
//!
//! It stands beside the output, `.public.glotta` beside `public`, because only what is on the same file system can change places. Where nobody may
//! write there, or the output is the root of a disk of its own, it stands inside. It holds a lock and, for the time of a build, `new` with the
//! pages that wait and `old` with the site that they replaced. A build that was killed leaves them, and the next one takes them away.

// This file is where the program makes and removes its own folder.
#![allow(clippy::disallowed_methods)]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, make_folder};
use super::sweep::sweep;
use super::{exchange, failed, shown};
use crate::write::WriteError;
use crate::write::paths::INSIDE;

/// The folder, which nobody else uses until this is dropped.
pub(super) struct Work {
    folder: PathBuf,
    lock: File,
    /// Why pages cannot change places with the output at once.
    pub inside: Option<String>,
}

impl Work {
    /// Makes the folder for an output, and waits until nobody else uses it; `waiting` is called before that.
    pub fn enter(output: &Path, waiting: impl Fn()) -> Result<Work, WriteError> {
        let parent = output.parent().unwrap_or(output);
        let reason = match is_mounted(output, parent) {
            true => "it is the root of a disk".to_owned(),
            false => {
                let beside = parent.join(name(output));
                match make_folder(parent).and_then(|()| Work::open(&beside, &waiting)) {
                    Ok(work) => return Ok(work),
                    Err(error) if is_closed(&error) && !beside.exists() => {
                        format!("{}: {error}", shown(parent))
                    }
                    Err(error) => return Err(failed("prepare pages in", &beside)(error)),
                }
            }
        };
        let inside = output.join(INSIDE);
        let opened = make_folder(output).and_then(|()| Work::open(&inside, &waiting));
        let mut work = opened.map_err(failed("prepare pages in", &inside))?;
        work.inside = Some(reason);
        Ok(work)
    }

    fn open(folder: &Path, waiting: &dyn Fn()) -> io::Result<Work> {
        loop {
            make_private(folder)?;
            let path = folder.join("lock");
            let lock = match open_lock(&path) {
                // Whoever used the folder until now has just taken it away.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    drop(fs::remove_dir(folder));
                    return Err(error);
                }
                Ok(lock) => lock,
            };
            take(&lock, waiting)?;
            if is_still(&lock, &path) {
                let folder = folder.to_path_buf();
                return Ok(Work {
                    folder,
                    lock,
                    inside: None,
                });
            }
        }
    }

    /// Where pages wait.
    pub fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the site waits that is about to be removed.
    pub fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Takes away what a build left that was killed.
    pub fn repair(&self, output: &Path) -> Result<(), WriteError> {
        let (new, old) = (self.new_site(), self.old_site());
        for probe in exchange::PROBES {
            drop(fs::remove_dir(self.folder.join(probe)));
        }
        if files::metadata(&old).is_ok_and(|found| found.is_some()) {
            sweep(&old, output).map_err(failed("remove", &old))?;
        }
        match fs::remove_dir_all(&new) {
            Err(error) if !files::is_absent(&error) => Err(failed("remove", &new)(error)),
            _ => Ok(()),
        }
    }
}

/// Whatever happened, nothing is left beside the output if that can be helped; else the next build takes it away.
impl Drop for Work {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(self.new_site()));
        leave(&self.folder);
        drop(self.lock.unlock());
    }
}

/// A lock that is gone from its folder while it is held makes those who wait for it look again.
#[cfg(unix)]
fn leave(folder: &Path) {
    drop(fs::remove_file(folder.join("lock")));
    drop(fs::remove_dir(folder));
}

/// Elsewhere a file that is open may be removed only in part, and the next to come could not make it anew.
#[cfg(not(unix))]
fn leave(_: &Path) {}

fn name(output: &Path) -> std::ffi::OsString {
    let mut name = std::ffi::OsString::from(".");
    name.push(output.file_name().unwrap_or_default());
    name.push(".glotta");
    name
}

/// Makes a folder that only we look into. One that is there must be a folder, and no link to one.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            match files::metadata(folder)? {
                Some(metadata) if !metadata.is_dir() => Err(io::Error::other("it is not a folder")),
                _ => Ok(()),
            }
        }
        other => other,
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let no_link = rustix::fs::OFlags::NOFOLLOW.bits();
        options.mode(0o600).custom_flags(no_link.cast_signed());
    }
    options.open(path)
}

/// Waits for a lock. Some file systems know none; there two builds are the care of whoever starts them.
fn take(lock: &File, waiting: &dyn Fn()) -> io::Result<()> {
    let taken = match lock.try_lock() {
        Err(TryLockError::WouldBlock) => {
            waiting();
            lock.lock()
        }
        Err(TryLockError::Error(error)) => Err(error),
        Ok(()) => Ok(()),
    };
    match taken {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        other => other,
    }
}

/// Whether a lock is the one that others find.
#[cfg(unix)]
fn is_still(lock: &File, path: &Path) -> bool {
    match (lock.metadata(), fs::symlink_metadata(path)) {
        (Ok(held), Ok(found)) => files::is_same(&held, &found),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(unix)]
fn is_mounted(folder: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(folder), fs::metadata(parent)) {
        (Ok(folder), Ok(parent)) => folder.dev() != parent.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_mounted(_: &Path, _: &Path) -> bool {
    false
}

/// Whether nobody of our rights may write somewhere.
fn is_closed(error: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
}
