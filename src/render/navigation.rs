//! The trees that lead readers through a language's articles: those of its tables of contents, else one of folders and titles.

use std::collections::{BTreeMap, HashMap};

use super::edition::{Edition, Place};
use super::{article, link, start};
use crate::locale::Locale;
use crate::model::{NavigationTarget, NavigationTree, Printer};

/// A tree of folders holds at most so many articles: every page shows it.
const MOST: usize = 300;

/// Every tree of a site.
#[derive(Default)]
pub(super) struct Navigations {
    pub(super) trees: Vec<Tree>,
    /// The tree of each article, and where it stands in it.
    places: HashMap<Place, (usize, Option<usize>)>,
}

/// A tree of entries, parents before children.
#[derive(Debug)]
pub(super) struct Tree {
    /// The folder of its language.
    pub(super) folder: String,
    pub(super) nodes: Vec<Node>,
}

/// An entry of a tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) goal: Goal,
    pub(super) expanded: bool,
    pub(super) parent: Option<usize>,
    /// The index behind the last node below this one.
    pub(super) end: usize,
}

/// Where an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Goal {
    Nowhere,
    Page(Place),
    Address(String),
}

impl Navigations {
    pub(super) fn of(edition: &Edition) -> Navigations {
        let mut navigations = Navigations::default();
        let site = edition.site;
        let trees = site.navigation.trees.iter();
        navigations.trees = trees.map(|tree| written(edition, tree)).collect();
        for place in edition.places() {
            let (id, locale) = (&edition.translations(place).id, edition.locale(place));
            let found = site.navigation.of_article(id, place.translations, locale);
            navigations.places.extend(found.map(|found| (place, found)));
        }
        for locale in &site.locales {
            let mut trees = site.navigation.trees.iter();
            if !trees.any(|tree| tree.locale == *locale) {
                navigations.add_folders(edition, locale);
            }
        }
        navigations
    }

    /// Adds everything that pages show of it.
    pub(super) fn print(&self, printer: &mut Printer) {
        for tree in &self.trees {
            printer.value(tree);
        }
        let places = self.places.iter();
        let mut places: Vec<_> = places
            .map(|(place, at)| ((place.translations, place.article, place.locale), at))
            .collect();
        places.sort();
        printer.value(&places);
    }

    /// The tree of an article, and the node that it is.
    pub(super) fn of_article(&self, place: Place) -> Option<(usize, Option<usize>)> {
        self.places.get(&place).copied()
    }

    /// Adds a tree of all articles of a language, or of each folder by itself where they are too many.
    fn add_folders(&mut self, edition: &Edition, locale: &Locale) {
        let groups = start::groups(edition, locale);
        let count = |group: &start::Group| group.entries.len();
        if groups.iter().map(count).sum::<usize>() <= MOST {
            return self.add_tree(folders(locale, groups));
        }
        for mut group in groups {
            if group.entries.len() <= MOST {
                group.folder.clear();
                self.add_tree(folders(locale, vec![group]));
            }
        }
    }

    fn add_tree(&mut self, tree: Tree) {
        for (index, node) in tree.nodes.iter().enumerate() {
            if let Goal::Page(place) = node.goal {
                let here = (self.trees.len(), Some(index));
                self.places.entry(place).or_insert(here);
            }
        }
        self.trees.push(tree);
    }
}

impl Tree {
    /// The nodes above one, from the top.
    pub(super) fn above(&self, node: usize) -> Vec<usize> {
        let parents = std::iter::successors(self.nodes[node].parent, |at| self.nodes[*at].parent);
        let mut above: Vec<usize> = parents.collect();
        above.reverse();
        above
    }

    /// The nodes that none stands above.
    pub(super) fn tops(&self) -> Vec<usize> {
        self.siblings(0, self.nodes.len())
    }

    /// The nodes right below one.
    pub(super) fn children(&self, node: usize) -> Vec<usize> {
        self.siblings(node + 1, self.nodes[node].end)
    }

    fn siblings(&self, first: usize, end: usize) -> Vec<usize> {
        let next = |node: &usize| Some(self.nodes[*node].end).filter(|next| *next < end);
        std::iter::successors(Some(first).filter(|first| *first < end), next).collect()
    }

    /// The nearest pages before and behind a node, in the order of the tree.
    pub(super) fn neighbours(&self, node: usize) -> [Option<&Node>; 2] {
        let here = &self.nodes[node].goal;
        let is_other = |other: &&Node| matches!(other.goal, Goal::Page(_)) && other.goal != *here;
        [
            self.nodes[..node].iter().rev().find(is_other),
            self.nodes[node + 1..].iter().find(is_other),
        ]
    }

    fn push(&mut self, name: &str, goal: Goal, parent: Option<usize>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node {
            name: article::one_line(name),
            goal,
            expanded: false,
            parent,
            end: index + 1,
        });
        index
    }
}

/// The tree of a table of contents.
fn written(edition: &Edition, tree: &NavigationTree) -> Tree {
    let nodes = tree.entries.iter().map(|entry| Node {
        name: article::one_line(&entry.name),
        goal: goal(edition, &tree.locale, &entry.target),
        expanded: entry.expanded,
        parent: entry.parent,
        end: entry.end,
    });
    Tree {
        folder: tree.locale.folder().to_owned(),
        nodes: nodes.collect(),
    }
}

fn goal(edition: &Edition, locale: &Locale, target: &NavigationTarget) -> Goal {
    match target {
        NavigationTarget::Article(index) => page(edition, locale, *index),
        NavigationTarget::External(address) => {
            link::web(address).map_or(Goal::Nowhere, Goal::Address)
        }
        _ => Goal::Nowhere,
    }
}

/// The page that readers of a language are led to; an article that has none leads nowhere.
fn page(edition: &Edition, locale: &Locale, translations: usize) -> Goal {
    let place = edition.page(translations, edition.index_of(locale));
    place.map_or(Goal::Nowhere, Goal::Page)
}

/// Articles and folders of one folder.
#[derive(Default)]
struct Folder {
    entries: Vec<start::Entry>,
    folders: BTreeMap<String, Folder>,
}

/// The tree of folders and titles.
fn folders(locale: &Locale, groups: Vec<start::Group>) -> Tree {
    let mut root = Folder::default();
    for group in groups {
        let mut folder = &mut root;
        for step in group.folder.split('/').filter(|step| !step.is_empty()) {
            folder = folder.folders.entry(step.to_owned()).or_default();
        }
        folder.entries.extend(group.entries);
    }
    let mut tree = Tree {
        folder: locale.folder().to_owned(),
        nodes: Vec::new(),
    };
    push_folder(&mut tree, root, None);
    tree
}

fn push_folder(tree: &mut Tree, folder: Folder, parent: Option<usize>) {
    for entry in folder.entries {
        tree.push(&entry.title, Goal::Page(entry.place), parent);
    }
    for (name, folder) in folder.folders {
        let index = tree.push(&name, Goal::Nowhere, parent);
        push_folder(tree, folder, Some(index));
        tree.nodes[index].end = tree.nodes.len();
    }
}
