//! A world some of whose texts are other ones than they really are: what would be if they were changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::{Entry, EntryKind, Overrides, Place, Shelf, World};
use crate::model::Reference;

/// A world with changed texts laid over it. What is not changed is read from the world below.
pub struct Overlay<'a> {
    world: &'a dyn World,
    texts: BTreeMap<Place, String>,
    /// The only articles to see, by path; nothing to see all.
    articles: Option<&'a BTreeSet<String>>,
    overrides: Overrides,
}

impl<'a> Overlay<'a> {
    pub fn new(world: &'a dyn World, texts: BTreeMap<Place, String>) -> Self {
        Overlay {
            world,
            texts,
            articles: None,
            overrides: world.overrides().clone(),
        }
    }

    /// Hides all articles but these. Which language leads must be said, because few articles may not show it.
    pub fn narrowed(mut self, articles: &'a BTreeSet<String>, reference: Reference) -> Self {
        self.articles = Some(articles);
        self.overrides.reference = Some(reference);
        self
    }
}

impl Overlay<'_> {
    /// The text that stands in a file's place. Most worlds are changed in few places, and a key costs less than a file.
    fn changed(&self, shelf: &Shelf, path: &str) -> Option<&str> {
        let place = Place::On(shelf.clone(), path.to_owned());
        self.texts.get(&place).map(AsRef::as_ref)
    }
}

impl World for Overlay<'_> {
    fn configuration(&self) -> io::Result<Option<(String, Vec<u8>)>> {
        let there = self.world.configuration()?;
        let changed = self.texts.get(&Place::Configuration);
        Ok(there.map(|(path, bytes)| (path, changed.map_or(bytes, |text| text.clone().into()))))
    }

    fn entries(&self, shelf: &Shelf) -> io::Result<Vec<Entry>> {
        let mut entries = self.world.entries(shelf)?;
        if let (Some(articles), Shelf::Articles(_)) = (self.articles, shelf) {
            let is_article = |path: &str| path.to_ascii_lowercase().ends_with(".md");
            entries.retain(|it| {
                it.kind == EntryKind::Folder || !is_article(&it.path) || articles.contains(&it.path)
            });
        }
        Ok(entries)
    }

    fn read(&self, shelf: &Shelf, path: &str) -> io::Result<Vec<u8>> {
        match self.changed(shelf, path) {
            Some(text) => Ok(text.to_owned().into()),
            None => self.world.read(shelf, path),
        }
    }

    fn head(&self, shelf: &Shelf, path: &str, length: usize) -> io::Result<Vec<u8>> {
        match self.changed(shelf, path) {
            Some(text) => Ok(text.bytes().take(length).collect()),
            None => self.world.head(shelf, path, length),
        }
    }

    fn is_linked(&self, shelf: &Shelf, path: &str) -> bool {
        self.world.is_linked(shelf, path)
    }

    fn place(&self, shelf: &Shelf) -> String {
        self.world.place(shelf)
    }

    fn overrides(&self) -> &Overrides {
        &self.overrides
    }
}
