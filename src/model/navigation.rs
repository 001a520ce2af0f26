//! Navigation: what tables of contents list, and the trees that they make of a language's articles.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::path::{Reading, Standpoint, readings};
use super::target::{is_external, percent_decoded};
use super::{Site, Toc, TocEntry};
use crate::diagnostic::{Source, Span};
use crate::locale::Locale;

/// The tables of contents of a site and the trees that they make.
#[derive(Debug, Clone, Default)]
pub struct Navigation {
    /// In the order of the site's languages and then by folder; breadcrumbs are none of them.
    pub listings: Vec<Listing>,
    pub trees: Vec<NavigationTree>,
    /// Tables of contents that are part of themselves, each once.
    pub loops: Vec<Loop>,
    /// By language and folder the tree that the table of contents there is in.
    by_folder: HashMap<(String, String), usize>,
}

/// What one file lists.
#[derive(Debug, Clone)]
pub struct Listing {
    pub locale: Arc<Locale>,
    pub folder: String,
    pub source: Arc<Source>,
    /// In the order of the file, parents before children.
    pub entries: Vec<ListedEntry>,
}

/// An entry of a file.
#[derive(Debug, Clone)]
pub struct ListedEntry {
    pub name: String,
    pub span: Span,
    /// How the destination is written; empty where there is none.
    pub href: String,
    pub target: NavigationTarget,
    /// The folder of the table of contents that the entry stands for.
    pub nested: Option<String>,
    pub expanded: bool,
    /// The path as it should be, where letters are of another case.
    pub respelt: Option<String>,
    /// How deep it stands, from 0.
    pub depth: usize,
}

/// Where an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NavigationTarget {
    /// Nowhere: it only heads what stands below.
    None,
    /// Index into [`Site::translations`].
    Article(usize),
    /// A web address.
    External(String),
    /// A file that is no article, by its path under the language.
    File(String),
    /// Something that the site does not know and need not: an address below the host that the site is published on.
    Elsewhere(String),
    /// A page that no language has, by its path under the language.
    Missing(String),
}

/// A table of contents that is part of itself.
#[derive(Debug, Clone)]
pub struct Loop {
    pub locale: Arc<Locale>,
    pub source: Arc<Source>,
    pub span: Span,
    /// The folder of the table of contents that the entry takes in.
    pub folder: String,
}

/// The navigation of some of a language's articles.
#[derive(Debug, Clone)]
pub struct NavigationTree {
    pub locale: Arc<Locale>,
    pub folder: String,
    /// Parents before children.
    pub entries: Vec<TreeEntry>,
    /// Where each article stands first, by index into [`Site::translations`].
    listed: HashMap<usize, usize>,
}

/// An entry of a tree.
#[derive(Debug, Clone)]
pub struct TreeEntry {
    pub name: String,
    pub target: NavigationTarget,
    pub expanded: bool,
    pub parent: Option<usize>,
    /// The index behind the last entry below this one.
    pub end: usize,
}

impl Navigation {
    /// Makes the navigation of a site that is complete but for it.
    pub(super) fn of(site: &Site, mut tocs: Vec<Toc>) -> Navigation {
        tocs.retain(|toc| !toc.is_breadcrumb());
        let order = |toc: &Toc| site.locales.iter().position(|it| *it == toc.locale);
        tocs.sort_by(|a, b| (order(a), place(a)).cmp(&(order(b), place(b))));
        // Of two files in one folder the YAML counts: it sorts behind the Markdown, whatever the case of its name.
        tocs.dedup_by(|later, first| {
            let is_same = place(later) == place(first);
            if is_same && is_markdown(first) {
                std::mem::swap(later, first);
            }
            is_same
        });
        let folders: HashSet<(&str, &str)> = tocs.iter().map(place).collect();
        let by_case = by_case(site);
        let listings = tocs.iter().map(|toc| {
            let reader = Reader {
                site,
                toc,
                folders: &folders,
                by_case: &by_case,
            };
            reader.listing()
        });
        let mut navigation = Navigation {
            listings: listings.collect(),
            ..Navigation::default()
        };
        for locale in &site.locales {
            navigation.grow(site, locale);
        }
        navigation
    }

    /// The tree that an article belongs to, and its place there: the nearest one up its folders that lists it, else the nearest.
    ///
    /// The tree is one of the language in whose tree of pages the article is shown.
    pub fn of_article(
        &self,
        id: &str,
        index: usize,
        locale: &Locale,
    ) -> Option<(usize, Option<usize>)> {
        let mut nearest = None;
        let mut folder = id;
        while !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
            let key = (locale.folder().to_owned(), folder.to_owned());
            let Some(tree) = self.by_folder.get(&key) else {
                continue;
            };
            if let Some(entry) = self.trees[*tree].listed.get(&index) {
                return Some((*tree, Some(*entry)));
            }
            nearest = nearest.or(Some((*tree, None)));
        }
        nearest
    }

    /// Makes the trees of a language, of its own files and, in folders where it has none, of the reference's.
    fn grow(&mut self, site: &Site, locale: &Arc<Locale>) {
        let reference = site.reference.as_ref();
        let mut files: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for owner in reference.into_iter().chain([locale]) {
            for (index, listing) in self.listings.iter().enumerate() {
                if listing.locale == *owner {
                    let depth = listing
                        .folder
                        .split('/')
                        .filter(|it| !it.is_empty())
                        .count();
                    files.insert((depth, listing.folder.clone()), index);
                }
            }
        }
        let by_folder = files.iter().map(|((_, folder), at)| (folder.clone(), *at));
        let by_folder: HashMap<String, usize> = by_folder.collect();
        let mut nested: HashSet<usize> = HashSet::new();
        // What stands nearer to the top takes in what stands below it.
        for file in files.values() {
            if nested.contains(file) {
                continue;
            }
            let mut growth = Growth {
                site,
                locale,
                listings: &self.listings,
                files: &by_folder,
                open: Vec::new(),
                taken: HashSet::new(),
                entries: Vec::new(),
                loops: Vec::new(),
            };
            growth.take(*file, None);
            let Growth {
                taken,
                entries,
                loops,
                ..
            } = growth;
            for file in &taken {
                let folder = self.listings[*file].folder.clone();
                let key = (locale.folder().to_owned(), folder);
                self.by_folder.entry(key).or_insert(self.trees.len());
            }
            nested.extend(taken);
            self.loops.extend(loops);
            let folder = self.listings[*file].folder.clone();
            self.trees.push(tree(locale, folder, entries));
        }
    }
}

fn tree(locale: &Arc<Locale>, folder: String, entries: Vec<TreeEntry>) -> NavigationTree {
    let mut listed = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        if let NavigationTarget::Article(article) = entry.target {
            listed.entry(article).or_insert(index);
        }
    }
    NavigationTree {
        locale: Arc::clone(locale),
        folder,
        entries,
        listed,
    }
}

/// A tree that grows, file by file.
struct Growth<'a> {
    site: &'a Site,
    locale: &'a Arc<Locale>,
    listings: &'a [Listing],
    /// By folder.
    files: &'a HashMap<String, usize>,
    /// The files that are being taken in, the innermost last.
    open: Vec<usize>,
    /// Each file stands in a tree once, so that no few files make a huge one.
    taken: HashSet<usize>,
    entries: Vec<TreeEntry>,
    loops: Vec<Loop>,
}

/// How deep tables of contents may stand in one another.
const NESTED: usize = 32;

impl Growth<'_> {
    fn take(&mut self, file: usize, parent: Option<usize>) {
        self.open.push(file);
        self.taken.insert(file);
        let listings = self.listings;
        let listing = &listings[file];
        // The entries above the next one, from the top of this file.
        let mut above: Vec<usize> = Vec::new();
        for entry in &listing.entries {
            above.truncate(entry.depth);
            let parent = above.last().copied().or(parent);
            above.push(self.entries.len());
            self.push(listing, entry, parent);
        }
        self.open.pop();
    }

    fn push(&mut self, listing: &Listing, entry: &ListedEntry, parent: Option<usize>) {
        let index = self.entries.len();
        self.entries.push(TreeEntry {
            name: self.name(listing, entry),
            target: entry.target.clone(),
            expanded: entry.expanded,
            parent,
            end: index + 1,
        });
        let nested = entry.nested.as_ref();
        if let Some(file) = nested.and_then(|folder| self.files.get(folder)) {
            self.nest(*file, index, listing, entry);
        }
        let end = self.entries.len();
        let mut above = Some(index);
        while let Some(at) = above {
            self.entries[at].end = end;
            above = self.entries[at].parent;
        }
    }

    fn nest(&mut self, file: usize, parent: usize, listing: &Listing, entry: &ListedEntry) {
        if self.open.contains(&file) {
            // A language that borrows the file has not written it.
            if listing.locale == *self.locale {
                self.loops.push(Loop {
                    locale: Arc::clone(self.locale),
                    source: Arc::clone(&listing.source),
                    span: entry.span,
                    folder: entry.nested.clone().unwrap_or_default(),
                });
            }
        } else if !self.taken.contains(&file) && self.open.len() < NESTED {
            self.take(file, Some(parent));
        }
    }

    /// The entry's name; of a borrowed file the title of the language's own article.
    fn name(&self, listing: &Listing, entry: &ListedEntry) -> String {
        let NavigationTarget::Article(index) = entry.target else {
            return entry.name.clone();
        };
        let translations = &self.site.translations[index];
        let own = translations.in_locale(self.locale.folder());
        match own {
            Some(own) if listing.locale != *self.locale || entry.name.is_empty() => {
                own.title().to_owned()
            }
            _ if entry.name.is_empty() => translations.principal().title().to_owned(),
            _ => entry.name.clone(),
        }
    }
}

fn place(toc: &Toc) -> (&str, &str) {
    (toc.locale.folder(), &toc.folder)
}

fn is_markdown(toc: &Toc) -> bool {
    toc.source.path().to_ascii_lowercase().ends_with(".md")
}

/// Articles by id in lower case.
fn by_case(site: &Site) -> HashMap<String, usize> {
    let ids = site.translations.iter().enumerate();
    ids.map(|(at, it)| (it.id.to_lowercase(), at)).collect()
}

/// Finds out where the entries of a file lead.
struct Reader<'a> {
    site: &'a Site,
    toc: &'a Toc,
    /// Language and folder of every table of contents.
    folders: &'a HashSet<(&'a str, &'a str)>,
    by_case: &'a HashMap<String, usize>,
}

impl Reader<'_> {
    fn listing(&self) -> Listing {
        let mut entries = Vec::new();
        self.read(&self.toc.entries, 0, &mut entries);
        Listing {
            locale: Arc::clone(&self.toc.locale),
            folder: self.toc.folder.clone(),
            source: Arc::clone(&self.toc.source),
            entries,
        }
    }

    fn read(&self, written: &[TocEntry], depth: usize, entries: &mut Vec<ListedEntry>) {
        for entry in written {
            let nested = entry.href.as_deref().and_then(|href| self.nested(href));
            let page = match nested {
                Some(_) => entry.home.as_deref(),
                None => entry.href.as_deref().or(entry.home.as_deref()),
            };
            let page = page.map(str::trim).filter(|page| !page.is_empty());
            let (target, respelt) = match page {
                Some(page) => self.target(page),
                None => (NavigationTarget::None, None),
            };
            entries.push(ListedEntry {
                name: entry.name.clone(),
                span: entry.span,
                href: page.unwrap_or_default().to_owned(),
                target,
                respelt,
                nested,
                expanded: entry.expanded,
                depth,
            });
            self.read(&entry.children, depth + 1, entries);
        }
    }

    /// What an address may name, from the folder of the table of contents.
    fn readings(&self, href: &str) -> Vec<Reading<'_>> {
        let path = percent_decoded(href.split(['?', '#']).next().unwrap_or_default());
        let id = format!("{}/toc", self.toc.folder);
        let standpoint = Standpoint {
            locale: self.toc.locale.folder(),
            id: id.trim_start_matches('/'),
            is_folder: false,
        };
        readings(self.site, standpoint, &path)
    }

    /// The folder of the table of contents that an address names, by its file or by its folder.
    fn nested(&self, href: &str) -> Option<String> {
        if is_external(href) {
            return None;
        }
        let named = self.readings(href).into_iter().next()?;
        let (folder, name) = named.path.rsplit_once('/').unwrap_or(("", &named.path));
        let is_file = ["toc.yml", "toc.yaml", "toc.md", "toc.json"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let folder = match is_file {
            true => folder,
            false if !named.is_rooted && href.split(['?', '#']).next()?.ends_with('/') => {
                &named.path
            }
            false => return None,
        };
        let own = self.toc.locale.folder();
        let reference = self.site.reference.as_ref();
        let known = |language: &str| self.folders.contains(&(language, folder));
        (known(own) || reference.is_some_and(|it| known(it.folder()))).then(|| folder.to_owned())
    }

    /// Where an address leads; with the article's path where only the case of letters differs: readers are led there all the same.
    fn target(&self, href: &str) -> (NavigationTarget, Option<String>) {
        if is_external(href) {
            return (NavigationTarget::External(href.to_owned()), None);
        }
        let readings = self.readings(href);
        let Some(named) = readings.first() else {
            return (NavigationTarget::Missing(href.to_owned()), None);
        };
        let ids: Vec<String> = readings.iter().flat_map(Reading::ids).collect();
        if let Some(index) = ids.iter().find_map(|id| self.site.index(id)) {
            return (NavigationTarget::Article(index), None);
        }
        let mut ids = ids.iter();
        match ids.find_map(|id| self.by_case.get(&id.to_lowercase())) {
            Some(index) => {
                let id = self.site.translations[*index].id.clone();
                (NavigationTarget::Article(*index), Some(id))
            }
            None => (self.no_article(named, href), None),
        }
    }

    fn no_article(&self, named: &Reading<'_>, href: &str) -> NavigationTarget {
        let is_file = |locale: &Arc<Locale>| {
            let path = format!("{}/{}", locale.folder(), named.path);
            self.site.files.contains(&path)
        };
        let own = [&self.toc.locale];
        if own.into_iter().chain(&self.site.reference).any(is_file) {
            return NavigationTarget::File(named.path.clone());
        }
        match named.is_rooted {
            true => NavigationTarget::Elsewhere(href.to_owned()),
            false => NavigationTarget::Missing(named.path.clone()),
        }
    }
}
