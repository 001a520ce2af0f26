//! A world on disk. Only regular files are opened, and no link is followed out of its shelf.

// This file is where the program reads files.
#![allow(clippy::disallowed_methods)]

use std::ffi::OsStr;
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::{Entry, EntryKind, Overrides, Place, Shelf, Stamp, World};

/// A project on disk.
#[derive(Debug, Clone)]
pub struct DiskWorld {
    /// Where the configuration's paths begin.
    folder: PathBuf,
    configuration: Option<PathBuf>,
    source: Option<PathBuf>,
    overrides: Overrides,
}

impl DiskWorld {
    /// A project in a folder, with the `glotta.yml` that may stand there.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        let file = folder.join("glotta.yml");
        DiskWorld {
            configuration: fs::symlink_metadata(&file).is_ok().then_some(file),
            folder,
            source: None,
            overrides: Overrides::default(),
        }
    }

    /// A project whose configuration is this file, which must exist.
    pub fn configured(file: impl Into<PathBuf>) -> Self {
        let file = file.into();
        DiskWorld {
            folder: file.parent().map(Path::to_path_buf).unwrap_or_default(),
            configuration: Some(file),
            source: None,
            overrides: Overrides::default(),
        }
    }

    /// Takes the articles of another folder, whatever the configuration says.
    pub fn with_source(mut self, source: impl Into<PathBuf>) -> Self {
        self.source = Some(source.into());
        self
    }

    pub fn overriding(mut self, overrides: Overrides) -> Self {
        self.overrides = overrides;
        self
    }

    /// The folder of the project, to which the configuration's paths are relative.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether there is a configuration file.
    pub fn is_configured(&self) -> bool {
        self.configuration.is_some()
    }

    /// The folder of a shelf.
    pub fn path(&self, shelf: &Shelf) -> PathBuf {
        match (shelf, &self.source) {
            (Shelf::Articles(_), Some(source)) => source.clone(),
            (Shelf::Articles(folder), None) => self.folder.join(folder),
            (Shelf::Templates, _) => self.folder.join("templates"),
            (Shelf::Words, _) => self.folder.join("locales"),
        }
    }

    /// The real path of a file on a shelf, which it may not leave.
    fn confined(&self, shelf: &Shelf, path: &str) -> io::Result<PathBuf> {
        let root = self.path(shelf).canonicalize()?;
        let file = root.join(path).canonicalize()?;
        if !file.starts_with(&root) {
            return Err(io::Error::other("the link leads out of the folder"));
        }
        Ok(file)
    }

    /// The folder that a text may not leave, and its path below it; nothing for a configuration that is not there.
    pub fn file(&self, place: &Place) -> Option<(PathBuf, PathBuf)> {
        match place {
            Place::On(shelf, path) => Some((self.path(shelf), PathBuf::from(path))),
            Place::Configuration => {
                let file = self.configuration.as_ref()?;
                Some((self.folder.clone(), PathBuf::from(file.file_name()?)))
            }
        }
    }
}

/// As much memory as is asked for at once, before a byte was read.
const ROOM: usize = 1 << 24;

impl World for DiskWorld {
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>> {
        let Some(file) = &self.configuration else {
            return Ok(None);
        };
        let bytes = read_regular(file).map_err(|cause| at(file, &cause))?;
        let name = file.file_name().unwrap_or(OsStr::new("glotta.yml"));
        Ok(Some((name.to_string_lossy().into_owned(), bytes)))
    }

    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>> {
        let root = self.path(shelf);
        if !fs::metadata(&root)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let canonical = root.canonicalize()?;
        fs::read_dir(&canonical)?;
        let mut entries: Vec<Entry> = WalkDir::new(&canonical)
            .min_depth(1)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
            .map(|entry| as_entry(&canonical, entry))
            .collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>> {
        read_regular(&self.confined(shelf, path)?)
    }

    fn head(&self, shelf: &Shelf, path: &str, length: usize) -> io::Result<Vec<u8>> {
        let file = open_regular(&self.confined(shelf, path)?)?;
        let there = usize::try_from(file.metadata()?.len()).unwrap_or(length);
        // With room for all of it, reading takes no more calls than reading without a bound. What a file says of its length is not to be
        // believed any further.
        let mut bytes = Vec::with_capacity(there.min(length).min(ROOM));
        file.take(length as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn stamp(&self, shelf: &Shelf, path: &str) -> Option<Stamp> {
        let metadata = fs::symlink_metadata(self.path(shelf).join(path)).ok()?;
        let modified = metadata.modified().ok()?;
        let status = status(&metadata);
        // A link has no bytes of its own, and what was just written may be written again within one tick of the file system's clock.
        // The time of writing can be set by anybody; that of setting it cannot.
        let can_tell = metadata.is_file() && is_settled(modified) && is_settled(changed(status));
        can_tell.then_some(Stamp {
            length: metadata.len(),
            modified,
            status,
        })
    }

    fn is_linked(&self, shelf: &Shelf, path: &str) -> bool {
        let root = self.path(shelf).canonicalize();
        let file = root.as_ref().map(|root| root.join(path));
        !file.is_ok_and(|file| file.canonicalize().is_ok_and(|real| real == file))
    }

    fn place(&self, shelf: &Shelf) -> String {
        self.path(shelf).display().to_string()
    }

    fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    /// The day in UTC: that of `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated.
    fn today(&self) -> Option<Date> {
        let declared = std::env::var("SOURCE_DATE_EPOCH").ok();
        let declared = declared.and_then(|seconds| seconds.trim().parse().ok());
        let seconds = declared.or_else(|| {
            let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
            i64::try_from(now.ok()?.as_secs()).ok()
        });
        let now = Timestamp::from_second(seconds?).ok()?;
        Some(now.to_zoned(TimeZone::UTC).date())
    }
}

fn at(path: &Path, cause: &io::Error) -> io::Error {
    io::Error::new(cause.kind(), format!("{}: {cause}", path.display()))
}

/// Returns the bytes of a file that belongs to no shelf; anything but a regular file is an error and is not opened.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    read_regular(path)
}

/// Returns the SHA-256 of such a file, of which only a piece is held at a time.
pub(super) fn hash_file(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = open_regular(path)?;
    let mut hasher = Sha256::new();
    let mut piece = [0; 32 * 1024];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(read) => hasher.update(&piece[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn read_regular(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opening a pipe would wait for its other end, so what a path is comes before opening it.
fn open_regular(path: &Path) -> io::Result<File> {
    if let Some(other) = other_than_file(fs::metadata(path)?.file_type()) {
        return Err(io::Error::other(format!("it is {other}, not a file")));
    }
    File::open(path)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn as_entry(root: &Path, entry: walkdir::Result<DirEntry>) -> Entry {
    match entry {
        Ok(entry) => Entry {
            path: relative(root, entry.path()),
            kind: kind(root, &entry),
        },
        Err(error) => {
            let path = error.path().unwrap_or(root);
            let cause = error
                .io_error()
                .map_or_else(|| "it cannot be walked through".into(), reason);
            Entry {
                path: relative(root, path),
                kind: EntryKind::Unreadable(cause),
            }
        }
    }
}

/// An input or output error in the system's words, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn kind(root: &Path, entry: &DirEntry) -> EntryKind {
    if entry.path().to_str().is_none() {
        return EntryKind::Unopened("its name is not UTF-8".into());
    }
    let kind = entry.file_type();
    if kind.is_symlink() {
        return linked(root, entry.path());
    }
    match other_than_file(kind) {
        None => EntryKind::File,
        Some("a folder") => EntryKind::Folder,
        Some(other) => EntryKind::Unopened(format!("it is {other}, not a file")),
    }
}

/// A link to a file of the same shelf is that file; every other is left alone.
fn linked(root: &Path, path: &Path) -> EntryKind {
    let target = match path.canonicalize() {
        Ok(target) => target,
        Err(error) => {
            let cause = reason(&error);
            return EntryKind::Unopened(format!("it is a link that leads nowhere: {cause}"));
        }
    };
    if !target.starts_with(root) {
        return EntryKind::Unopened("it is a link that leads out of the source folder".into());
    }
    match fs::metadata(&target).as_ref().map(Metadata::file_type) {
        Ok(kind) => match other_than_file(kind) {
            None => EntryKind::File,
            Some(other) => EntryKind::Unopened(format!("it is a link to {other}, not to a file")),
        },
        Err(error) => EntryKind::Unreadable(reason(error)),
    }
}

/// How long a file must have been left alone until its times tell whether it was changed: the clocks of file systems have ticks of up
/// to two seconds.
const SETTLED: Duration = Duration::from_secs(3);

fn is_settled(time: SystemTime) -> bool {
    let age = SystemTime::now().duration_since(time);
    age.is_ok_and(|age| age > SETTLED)
}

/// When anything about a file was changed, as far as the system knows.
fn changed(status: Option<(i64, i64, u64, u64)>) -> SystemTime {
    let seconds = status.and_then(|(seconds, ..)| u64::try_from(seconds).ok());
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds.unwrap_or_default())
}

#[cfg(unix)]
fn status(metadata: &Metadata) -> Option<(i64, i64, u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((
        metadata.ctime(),
        metadata.ctime_nsec(),
        metadata.dev(),
        metadata.ino(),
    ))
}

#[cfg(not(unix))]
fn status(_: &Metadata) -> Option<(i64, i64, u64, u64)> {
    None
}

#[cfg(unix)]
fn other_than_file(kind: FileType) -> Option<&'static str> {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        _ if kind.is_file() => None,
        _ if kind.is_dir() => Some("a folder"),
        _ if kind.is_fifo() => Some("a pipe"),
        _ if kind.is_socket() => Some("a socket"),
        _ => Some("a device"),
    }
}

#[cfg(not(unix))]
fn other_than_file(kind: FileType) -> Option<&'static str> {
    match kind {
        _ if kind.is_file() => None,
        _ if kind.is_dir() => Some("a folder"),
        _ => Some("a device"),
    }
}
