//! Everything that belongs to a site.

use std::sync::Arc;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{
    AllTranslations, Article, Citations, Config, Docset, Expansion, KeyRole, Navigation, Pivots,
    PublishedFolder, Redirect, Size, Status, TableRef, Translations, note,
};
use crate::diagnostic::Source;
use crate::locale::Locale;

/// A site: its configuration, its languages, and every article in all of them.
#[derive(Debug, Clone)]
pub struct Site {
    pub config: Config,
    /// Sorted by folder, the reference first where there is one.
    pub locales: Vec<Arc<Locale>>,
    /// The locale that translations are held against, where there is one.
    pub reference: Option<Arc<Locale>>,
    /// Sorted by article id.
    pub translations: AllTranslations,
    /// For each table of codes what columns anywhere on the site cite from it.
    pub citations: BTreeMap<TableRef, Citations>,
    /// The tables that have a code as a key, by its normal form.
    pub keys: HashMap<String, Vec<TableRef>>,
    /// Every fragment that a link of any article leads to.
    pub fragments: HashSet<String>,
    /// What each key of the front matter holds.
    pub key_roles: BTreeMap<String, KeyRole>,
    /// The files of the languages that are no articles, by path under the source folder.
    pub files: BTreeSet<String>,
    /// Old paths and where they lead now, in the order of configuration and files.
    pub redirects: Vec<Redirect>,
    /// Folders whose articles are published as one.
    pub published_folders: Vec<PublishedFolder>,
    /// The files that articles show as code, by path under the source folder.
    pub snippets: BTreeMap<String, Arc<Source>>,
    /// Articles that include others, with those in their place: by the index of their translations and their own among them.
    pub expansions: BTreeMap<(usize, usize), Expansion>,
    /// The sizes of images among them, as far as they were asked for and are known.
    pub sizes: BTreeMap<String, Size>,
    /// How its articles stand, once that was asked for: then pages tell it.
    pub status: Option<Status>,
    /// The folders with settings of their own.
    pub docsets: Vec<Docset>,
    /// What readers call the pivots of zones.
    pub pivots: Vec<Pivots>,
    /// Tables of contents, and the trees that they make.
    pub navigation: Navigation,
    /// The site's own templates, by path under `templates/`: they shadow the built-in ones one by one.
    pub templates: Vec<Arc<Source>>,
    /// The pictures that stand among them, by the same paths.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// The site's own words, by path under `locales/`: they shadow the built-in ones message by message.
    pub words: Vec<Arc<Source>>,
}

impl Site {
    /// Returns an article in all its languages.
    pub fn translations(&self, id: &str) -> Option<&Translations> {
        Some(&self.translations[self.index(id)?])
    }

    /// Index into `translations` of an article.
    pub fn index(&self, id: &str) -> Option<usize> {
        let all = self.translations.unnoted();
        all.binary_search_by(|translations| translations.id.as_str().cmp(id))
            .ok()
    }

    /// Notes that an article was looked at as readers see it, in all its languages.
    pub fn note_expanded(&self, translations: usize) {
        note(|looked| {
            looked.articles.insert(translations);
            let expansions = self
                .expansions
                .range((translations, 0)..(translations + 1, 0));
            let parts = expansions.flat_map(|(_, expansion)| &expansion.parts);
            looked.articles.extend(parts);
        });
    }

    /// Returns an article as readers see it: with what it includes in its place.
    pub fn expanded(&self, translations: usize, article: usize) -> &Article {
        self.note_expanded(translations);
        match self.expansions.get(&(translations, article)) {
            Some(expansion) => &expansion.article,
            None => &self.translations[translations].articles[article],
        }
    }

    /// Returns every article, by id and then in the order of `locales`.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.translations
            .iter()
            .flat_map(|translations| &translations.articles)
    }
}
