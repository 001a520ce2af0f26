//! A folder of files that anybody may throw away, because they can be made again.

// This file is where the program writes what it would like to remember.
#![allow(clippy::disallowed_methods)]

use std::fs::{self, DirEntry, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use super::staged::staged;

/// By this file backups and searches know that a folder need not be kept, see <https://bford.info/cachedir/>.
const TAG: &str = "CACHEDIR.TAG";

const TAGGED: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # This folder was made by glotta, to see sooner what has changed. It can be removed at any time.\n";

/// What the names of files end with.
const KINDS: [&str; 5] = [".build", ".index", ".pages", ".rules", ".texts"];

/// More files of a kind than these are not kept; the oldest go.
const LIMIT: usize = 16;

/// Puts a file into the folder, which is made where it is missing. Nobody sees half of the file, and nobody but its owner may read it: it can hold
/// passages of texts that are not published.
pub fn store(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if !folder.join(TAG).exists() {
        put(folder, TAG, TAGGED.as_bytes())?;
    }
    put(folder, name, bytes)?;
    prune(folder)
}

/// Adds bytes to the end of a file of the folder that is as long as `length`; nothing where it is not.
///
/// Whoever reads the file knows its pieces by their hashes: of two that write at once one writes in vain.
pub fn extend(folder: &Path, name: &str, length: u64, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::options().append(true).open(folder.join(name))?;
    if file.metadata()?.len() != length {
        return Ok(false);
    }
    file.write_all(bytes).map(|()| true)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let file = staged(folder, bytes, |_| Ok(()))?;
    file.persist(folder.join(name))
        .map_err(|error| error.error)?;
    Ok(())
}

/// Takes away the oldest files, those too that a killed run left half written.
fn prune(folder: &Path) -> io::Result<()> {
    let of_kind = |entry: &DirEntry, kind: &str| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.ends_with(kind) || name.starts_with(".glotta-")
    };
    KINDS.iter().try_for_each(|kind| {
        let entries = fs::read_dir(folder)?.flatten();
        prune_those(entries.filter(|entry| of_kind(entry, kind)))
    })
}

fn prune_those(entries: impl Iterator<Item = DirEntry>) -> io::Result<()> {
    let mut files: Vec<(SystemTime, DirEntry)> = entries
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry)))
        .collect();
    files.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    for (_, file) in files.into_iter().skip(LIMIT) {
        drop(fs::remove_file(file.path()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_tagged_and_holds_no_more_than_it_should() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        for at in 0..LIMIT + 5 {
            store(&folder, &format!("{at}.build"), b"x").unwrap();
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), LIMIT + 1);
        assert!(folder.join(TAG).exists());
        store(&folder, "0.build", b"y").unwrap();
        assert_eq!(fs::read(folder.join("0.build")).unwrap(), b"y");
    }
}
