//! What a start page shows of a language's trees: a card for each group, with its first pages and the rest folded.

use std::collections::HashSet;

use serde::Serialize;

use super::{code, head};
use crate::locale::Locale;
use crate::render::edition::{Edition, Place};
use crate::render::link;
use crate::render::navigation::{Goal, Node, Tree};

/// A card shows so many entries before the rest is folded.
const SHOWN: usize = 6;

/// The cards of a language.
pub(super) struct Shelf {
    pub(super) cards: Vec<CardView>,
    /// The articles that the cards lead to, by their index in the site.
    pub(super) holds: HashSet<usize>,
}

/// A group of pages.
#[derive(Serialize)]
pub(super) struct CardView {
    /// HTML.
    title: String,
    entries: Vec<LinkView>,
    rest: Vec<LinkView>,
    /// How many the rest are, in words.
    more: String,
}

#[derive(Serialize)]
struct LinkView {
    /// HTML.
    name: String,
    href: String,
    /// The language of the page, where it is not this one's.
    lang: Option<String>,
    /// What a reader should know about the language of its text, where that is another.
    note: Option<String>,
}

/// What is known while the cards of a language are filled.
struct Filling<'a> {
    edition: &'a Edition<'a>,
    locale: &'a Locale,
    start: String,
    shelf: Shelf,
}

impl Shelf {
    /// Returns the cards of a language; none where its pages stand in no groups.
    pub(super) fn of(edition: &Edition, locale: &Locale) -> Shelf {
        let trees = edition.navigations().trees.iter();
        let trees: Vec<&Tree> = trees.filter(|it| it.folder == locale.folder()).collect();
        let mut filling = Filling {
            edition,
            locale,
            start: head::start_path(locale),
            shelf: Shelf {
                cards: Vec::new(),
                holds: HashSet::new(),
            },
        };
        let is_only = trees.len() == 1;
        for tree in trees {
            match tree.tops().as_slice() {
                tops if is_only => tops.iter().for_each(|top| filling.group(tree, *top)),
                [top] => filling.group(tree, *top),
                tops => filling.whole(tree, tops),
            }
        }
        filling.shelf
    }
}

impl Filling<'_> {
    /// Makes a card of a node that others stand below.
    fn group(&mut self, tree: &Tree, top: usize) {
        let node = &tree.nodes[top];
        if node.end > top + 1 {
            let first = tree.children(top);
            let own = matches!(node.goal, Goal::Page(_)).then_some(top);
            let shown = own.into_iter().chain(first).collect::<Vec<_>>();
            self.card(tree, &node.name, &shown, top..node.end);
        }
    }

    /// Makes one card of a tree among others, which bears the name of its first entry.
    fn whole(&mut self, tree: &Tree, tops: &[usize]) {
        if let Some(first) = tree.nodes.first().filter(|_| tree.nodes.len() > 1) {
            self.card(tree, &first.name, tops, 0..tree.nodes.len());
        }
    }

    fn card(&mut self, tree: &Tree, title: &str, first: &[usize], all: std::ops::Range<usize>) {
        let mut known = HashSet::new();
        let mut entries = Vec::new();
        for node in first {
            if entries.len() < SHOWN {
                entries.extend(self.entry(tree, *node, &mut known));
            }
        }
        let mut rest = Vec::new();
        for node in all {
            rest.extend(self.page(&tree.nodes[node], &tree.nodes[node].name, &mut known));
        }
        // A page alone makes no group.
        if entries.len() + rest.len() < 2 {
            return;
        }
        self.shelf
            .holds
            .extend(known.iter().map(|it| it.translations));
        self.shelf.cards.push(CardView {
            title: code::title(title),
            more: self
                .edition
                .words(self.locale)
                .count("more-articles", rest.len()),
            entries,
            rest,
        });
    }

    /// A page, or the first page of a group by the name of that.
    fn entry(&self, tree: &Tree, node: usize, known: &mut HashSet<Place>) -> Option<LinkView> {
        let name = &tree.nodes[node].name;
        let mut below = tree.nodes[node..tree.nodes[node].end].iter();
        let page = below.find(|node| matches!(node.goal, Goal::Page(_)))?;
        self.page(page, name, known)
    }

    /// A link to a page that none leads to yet.
    fn page(&self, node: &Node, name: &str, known: &mut HashSet<Place>) -> Option<LinkView> {
        let Goal::Page(place) = node.goal else {
            return None;
        };
        let locale = self.edition.locale(place);
        let text = &self.edition.article(place).locale;
        let is_foreign = text.folder() != self.locale.folder();
        (!name.is_empty() && known.insert(place)).then(|| LinkView {
            name: code::title(name),
            href: link::way(&self.start, self.edition.path(place)),
            lang: (locale != self.locale).then(|| locale.tag().to_owned()),
            note: is_foreign.then(|| head::available_in(self.edition, self.locale, text)),
        })
    }
}
