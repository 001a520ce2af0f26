//! Small steps on disk that several ways of publishing share.

// This file is where the program reads, writes and moves files of the output.
#![allow(clippy::disallowed_methods)]

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::write::There;

/// What stands at the path of a page.
pub(super) enum Found {
    Nothing,
    Bytes(Vec<u8>),
    /// A folder, a link, a pipe; or a link stands in the place of one of its folders.
    NoFile,
}

/// Reads a file of a folder, through no link.
pub(super) fn read(root: &Path, path: &str) -> io::Result<Found> {
    if !is_plain(root, path)? {
        return Ok(Found::NoFile);
    }
    let file = root.join(path);
    match metadata(&file)? {
        None => Ok(Found::Nothing),
        Some(metadata) if metadata.is_file() => fs::read(&file).map(Found::Bytes),
        Some(_) => Ok(Found::NoFile),
    }
}

/// What there is, without following a link; nothing where there is nothing.
pub(super) fn metadata(file: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(file) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether no folder above a path is a link.
fn is_plain(root: &Path, path: &str) -> io::Result<bool> {
    for (at, _) in path.match_indices('/') {
        match metadata(&root.join(&path[..at]))? {
            None => return Ok(true),
            Some(metadata) if metadata.is_symlink() => return Ok(false),
            Some(_) => {}
        }
    }
    Ok(true)
}

/// Compares a file with bytes; reads it piece by piece, and only where its length is the same.
pub(super) fn compare(file: &Path, length: u64, bytes: &[u8]) -> io::Result<There> {
    if length != bytes.len() as u64 {
        return Ok(There::Other);
    }
    let mut file = File::open(file)?;
    let mut piece = [0; 32 * 1024];
    let mut rest = bytes;
    loop {
        match file.read(&mut piece) {
            Ok(0) if rest.is_empty() => return Ok(There::Same),
            Ok(read) if read > 0 && rest.starts_with(&piece[..read]) => rest = &rest[read..],
            Ok(_) => return Ok(There::Other),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes a file that must not be there yet, for everybody to read; makes the folders above it.
pub(super) fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = match File::create_new(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(file.parent().unwrap_or(file))?;
            File::create_new(file)?
        }
        other => other?,
    };
    new.write_all(bytes)?;
    readable_by_all(&new)
}

/// Makes a folder and those above it that are missing, for everybody to look into, whatever the umask says.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => open_to_all(folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(folder.parent().ok_or(error)?)?;
            make_folder(folder)
        }
        Err(_) if metadata(folder)?.is_some_and(|metadata| metadata.is_dir()) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Pages are for everybody, whatever the umask says.
#[cfg(unix)]
pub(in crate::write) fn readable_by_all(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(in crate::write) fn readable_by_all(file: &File) -> io::Result<()> {
    let mut permissions: Permissions = file.metadata()?.permissions();
    permissions.set_readonly(false);
    file.set_permissions(permissions)
}

/// A folder that hands its group down keeps doing so.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder)?.permissions().mode();
    let wanted = 0o755 | mode & 0o2000;
    match mode & 0o7777 == wanted {
        true => Ok(()),
        false => fs::set_permissions(folder, Permissions::from_mode(wanted)),
    }
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a folder the owner and the permissions of the one whose place it is to take.
#[cfg(unix)]
pub(super) fn liken(new: &Path, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, lchown};
    let Some(now) = metadata(new)? else {
        return Ok(());
    };
    if (now.uid(), now.gid()) != (old.uid(), old.gid()) {
        // Only an administrator can give folders away, and only for one does the owner change.
        drop(lchown(new, Some(old.uid()), Some(old.gid())));
    }
    match now.mode() & 0o7777 == old.mode() & 0o7777 {
        true => Ok(()),
        false => fs::set_permissions(new, Permissions::from_mode(old.mode() & 0o7777)),
    }
}

#[cfg(not(unix))]
pub(super) fn liken(_: &Path, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Whether two names are one file.
#[cfg(unix)]
pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
pub(super) fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Whether a file was written later than another one. The time that only the system sets cannot tell: it changes for a file whose link is replaced.
pub(super) fn is_newer(one: &Metadata, other: &Metadata) -> bool {
    matches!((one.modified(), other.modified()), (Ok(one), Ok(other)) if one > other)
}

/// Whether a file cannot have changed since the list was written. The list is as late as the last step of a publication (`seal`); who changes a
/// file makes its times later, both of them, or at least the one that nobody can set.
#[cfg(unix)]
pub(super) fn is_older(file: &Metadata, list: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let written = |of: &Metadata| (of.mtime(), of.mtime_nsec());
    let changed = |of: &Metadata| (of.ctime(), of.ctime_nsec());
    written(file) < written(list) && changed(file) <= changed(list)
}

#[cfg(not(unix))]
pub(super) fn is_older(file: &Metadata, list: &Metadata) -> bool {
    matches!((file.modified(), list.modified()), (Ok(file), Ok(list)) if file < list)
}

/// Makes the list of files the latest file of a site, as far as the time goes that only the system sets: to add and to remove links changed it for
/// others. Should that fail, the next build reads more than it must.
pub(super) fn seal(list: &Path) {
    if let Ok(metadata) = fs::symlink_metadata(list) {
        drop(fs::set_permissions(list, metadata.permissions()));
    }
}

/// Lets us remove what is in a folder that nobody may change, where it is ours to let.
pub(super) fn make_removable(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |folder| fs::metadata(folder).map(|metadata| metadata.permissions().mode());
        if mode(folder).is_ok_and(|mode| mode & 0o700 != 0o700) {
            drop(fs::set_permissions(folder, Permissions::from_mode(0o700)));
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Removes a file that may have gone already.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if !is_absent(&error) => Err(error),
        _ => Ok(()),
    }
}

/// Makes the disk keep what was written, before something older is given up for it.
///
/// A few files are waited for one by one; for many it is cheaper to have the whole file system written, where that can be asked for.
pub(super) fn keep<'a>(root: &Path, paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
    let paths: Vec<&str> = paths.collect();
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if paths.len() > FEW {
        return Ok(rustix::fs::syncfs(File::open(root)?)?);
    }
    for path in paths {
        // Some systems want a file that can be written to.
        OpenOptions::new()
            .read(true)
            .write(true)
            .open(root.join(path))?
            .sync_all()?;
    }
    Ok(())
}

/// Up to so many files are waited for one by one.
#[cfg(any(target_os = "linux", target_os = "android"))]
const FEW: usize = 32;

pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
