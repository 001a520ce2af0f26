//! A folder of files that anybody may throw away, because they can be made again.

// This file is where the program writes what it would like to remember.
#![allow(clippy::disallowed_methods)]

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use data_encoding::HEXLOWER;

use super::staged::{STAGED, staged};

/// By this file backups and searches know that a folder need not be kept, see <https://bford.info/cachedir/>.
const TAG: &str = "CACHEDIR.TAG";

const TAGGED: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # This folder was made by glotta, to see sooner what has changed. It can be removed at any time.\n";

/// How many hexadecimal digits a subject has: files whose names begin otherwise are not ours.
const DIGITS: usize = 16;

/// Nobody needs so long to write a file.
const LEFT_BEHIND: Duration = Duration::from_secs(60 * 60);

/// Of more subjects than these nothing is kept; the oldest go.
const LIMIT: usize = 16;

/// Whether a folder is one that may be filled and thrown away: it is not there, its tag says so, or it holds nothing but what somebody is about
/// to put there. All others are somebody's.
pub fn is_free(folder: &Path) -> bool {
    // It may not be there yet, and whoever makes it will be told what is wrong with it.
    let Ok(entries) = fs::read_dir(folder) else {
        return true;
    };
    let names: Vec<OsString> = entries.flatten().map(|entry| entry.file_name()).collect();
    names.iter().any(|name| name == TAG) || names.iter().all(|name| is_staged(name))
}

/// The name of a file: of what it tells, and by a hash what about.
pub fn name(subject: &[u8; 32], kind: &str) -> String {
    format!("{}.{kind}", &HEXLOWER.encode(subject)[..DIGITS])
}

/// Puts a file with a [`name`] into the folder, which is made where it is missing. Nobody sees half of the file, and nobody but its owner may read it: it
/// can hold passages of texts that are not published.
///
/// # Errors
///
/// Where the folder is somebody's, see [`is_free`], or cannot be written.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !is_free(folder) {
        return Err(io::Error::other("it holds files of others"));
    }
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

/// Takes away the files of the subjects that nothing was put about for the longest time, and those that killed runs left half written.
fn prune(folder: &Path) -> io::Result<()> {
    let mut subjects: BTreeMap<String, (SystemTime, Vec<PathBuf>)> = BTreeMap::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let Ok(modified) = entry.metadata().and_then(|it| it.modified()) else {
            continue;
        };
        let name = entry.file_name();
        if is_staged(&name) && modified.elapsed().is_ok_and(|age| age > LEFT_BEHIND) {
            drop(fs::remove_file(entry.path()));
        }
        let Some(subject) = subject(&name) else {
            continue;
        };
        let of = subjects.entry(subject).or_insert((modified, Vec::new()));
        of.0 = of.0.max(modified);
        of.1.push(entry.path());
    }
    let mut subjects: Vec<(SystemTime, Vec<PathBuf>)> = subjects.into_values().collect();
    subjects.sort_by_key(|(modified, _)| Reverse(*modified));
    for path in subjects.into_iter().skip(LIMIT).flat_map(|it| it.1) {
        drop(fs::remove_file(path));
    }
    Ok(())
}

/// Whether a file is on its way to its name.
fn is_staged(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(STAGED.as_bytes())
}

/// What a file of ours is about. Nothing where it is no file of ours, or has no name yet.
fn subject(name: &OsStr) -> Option<String> {
    let (subject, _) = name.to_str()?.split_once('.')?;
    let is_ours = subject.len() == DIGITS && subject.bytes().all(|it| it.is_ascii_hexdigit());
    is_ours.then(|| subject.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(number: u8) -> String {
        name(&[number; 32], "build")
    }

    #[test]
    fn a_store_is_tagged_and_holds_no_more_than_it_should() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        let limit = u8::try_from(LIMIT).unwrap();
        for at in 0..limit + 5 {
            keep(&folder, &about(at), b"x").unwrap();
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), LIMIT + 1);
        assert!(folder.join(TAG).exists());
        keep(&folder, &about(0), b"y").unwrap();
        assert_eq!(fs::read(folder.join(about(0))).unwrap(), b"y");
    }

    #[test]
    fn files_of_others_are_left_alone() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("mine"), "x").unwrap();
        assert!(keep(root.path(), &about(1), b"x").is_err());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        fs::remove_file(root.path().join("mine")).unwrap();
        fs::write(root.path().join(".glotta-x.tmp"), "another writer's").unwrap();
        assert!(is_free(root.path()));
        fs::write(root.path().join(TAG), "some cache").unwrap();
        for at in 0..40 {
            fs::write(root.path().join(format!("letter {at}.pages")), "x").unwrap();
        }
        keep(root.path(), &about(1), b"x").unwrap();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 43);
    }
}
