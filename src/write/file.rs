//! A single file that is replaced as a whole.

// This file is where the program writes a file of the user's own.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

use super::WriteError;

/// Replaces a file, or makes it: nobody sees half of it. A link stays one, and its target is replaced; permissions stay.
pub fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    replace(file, bytes).map_err(|cause| WriteError::Io {
        action: "write",
        path: file.display().to_string(),
        cause,
    })
}

/// Puts a file into a folder, by its path there, and makes the folders that lead to it; whatever else the folder holds stays.
pub fn put_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let failed = |action, path: &Path, cause| WriteError::Io {
        action,
        path: path.display().to_string(),
        cause,
    };
    let file = folder.join(path);
    let parent = file.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|cause| failed("make", parent, cause))?;
    replace_file(&file, bytes)
}

fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match fs::symlink_metadata(file) {
        Ok(metadata) if metadata.is_symlink() => file.canonicalize()?,
        _ => file.to_path_buf(),
    };
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(io::Error::other("it is not a file"));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut temporary = Builder::new()
        .prefix(".glotta-")
        .suffix(".tmp")
        .tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    match old {
        Some(old) => temporary.as_file().set_permissions(old.permissions())?,
        None => super::disk::readable_by_all(temporary.as_file())?,
    }
    temporary.persist(&target).map_err(|error| error.error)?;
    Ok(())
}
