//! A file that is written beside its place and put there whole, so that nobody sees half of it.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// What the names of such files begin with.
pub(super) const STAGED: &str = ".glotta-";

/// Writes bytes into a temporary file of the folder; `prepare` gives it its permissions. Unless the caller persists it, it is gone
/// when it is dropped.
pub(super) fn staged(
    folder: &Path,
    bytes: &[u8],
    prepare: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut temporary = Builder::new()
        .prefix(STAGED)
        .suffix(".tmp")
        .tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    prepare(temporary.as_file())?;
    Ok(temporary)
}
