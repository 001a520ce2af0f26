//! A world that is held in memory, for tests and for programs that have their texts elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::civil::Date;

use super::{Entry, EntryKind, Overrides, Shelf, World};

/// Files by path: `glotta.yml`, `docs-src/de-de/a.md`, `templates/html/page.html`, `locales/de.ftl`.
#[derive(Debug, Clone, Default)]
pub struct MemoryWorld {
    files: BTreeMap<String, Vec<u8>>,
    overrides: Overrides,
    today: Option<Date>,
}

impl MemoryWorld {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces it.
    pub fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }

    pub fn overriding(mut self, overrides: Overrides) -> Self {
        self.overrides = overrides;
        self
    }

    /// Lets it be a certain day.
    pub fn on(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    fn below<'a>(&'a self, shelf: &Shelf) -> impl Iterator<Item = &'a str> {
        let folder = format!("{}/", self.place(shelf));
        self.files
            .keys()
            .filter_map(move |path| path.strip_prefix(&folder))
    }
}

impl World for MemoryWorld {
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>> {
        let path = "glotta.yml";
        let bytes = self.files.get(path).cloned();
        Ok(bytes.map(|bytes| (path.to_owned(), bytes)))
    }

    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>> {
        let files: Vec<&str> = self.below(shelf).collect();
        if files.is_empty() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let folders: BTreeSet<&str> = files.iter().flat_map(|path| folders(path)).collect();
        let mut entries: Vec<Entry> = files
            .iter()
            .map(|path| (path, EntryKind::File))
            .chain(folders.iter().map(|path| (path, EntryKind::Folder)))
            .filter(|(path, _)| !path.split('/').any(|part| part.starts_with('.')))
            .map(|(path, kind)| Entry {
                path: (*path).to_owned(),
                kind,
            })
            .collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>> {
        let path = format!("{}/{path}", self.place(shelf));
        self.files
            .get(&path)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn place(&self, shelf: &Shelf) -> String {
        match shelf {
            Shelf::Articles(folder) => folder.trim_end_matches('/').to_owned(),
            Shelf::Templates => "templates".into(),
            Shelf::Words => "locales".into(),
        }
    }

    fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    fn today(&self) -> Option<Date> {
        self.today
    }
}

/// The folders that a file's path leads through.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
