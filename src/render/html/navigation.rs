//! What leads a reader through the site: the tree beside the text, the way to the page, and the pages before and behind it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::{code, escape, head};
use crate::model::Article;
use crate::render::edition::{Edition, Place};
use crate::render::navigation::{Goal, Node, Tree};
use crate::render::{article as about, link, start};

/// What the template of a page is given for its surroundings.
#[derive(Serialize, Default)]
pub(super) struct NavigationView {
    /// HTML: the tree, without what holds it.
    tree: Option<String>,
    pub(super) path: Vec<StepView>,
    previous: Option<StepView>,
    next: Option<StepView>,
}

/// A page that the reader may go to.
#[derive(Serialize)]
pub(super) struct StepView {
    pub(super) name: String,
    href: Option<String>,
    /// The path of the page from the root of the site.
    #[serde(skip)]
    pub(super) page: Option<String>,
    /// The language of the page, where it is not this one's.
    lang: Option<String>,
    /// The language of the name, where it is not the page's.
    name_lang: Option<String>,
}

/// A tree as every page of one folder shows it, and where a page marks its own place in it.
pub(crate) struct Sidebar {
    html: String,
    /// For each node the byte behind `<a`, where it is a link.
    links: Vec<Option<usize>>,
    /// For each node the byte behind `<details`, where it is a closed group.
    groups: Vec<Option<usize>>,
}

/// By tree and by the folder of pages.
pub(crate) type Sidebars = Mutex<HashMap<(usize, String), Arc<Sidebar>>>;

impl NavigationView {
    pub(super) fn new(edition: &Edition, place: Place) -> NavigationView {
        let article = edition.article(place);
        let navigations = edition.navigations();
        let found = navigations.of_article(place);
        let mut view = NavigationView {
            path: Vec::new(),
            ..NavigationView::default()
        };
        let mut steps = Vec::new();
        if let Some((index, node)) = found {
            let tree = &navigations.trees[index];
            view.tree = Some(sidebar(edition, index, place).shown(tree, node));
            if let Some(node) = node {
                steps = tree.above(node);
                steps.retain(|at| is_named(tree, *at));
                let [previous, next] = tree.neighbours(node);
                view.previous = previous.map(|it| step(edition, place, it));
                view.next = next.map(|it| step(edition, place, it));
            }
            let steps = steps
                .iter()
                .map(|at| step(edition, place, &tree.nodes[*at]));
            view.path = path(edition, place, steps.collect());
        } else {
            view.path = path(edition, place, Vec::new());
        }
        if article.id == start::START {
            view.path.clear();
        }
        view
    }
}

fn is_named(tree: &Tree, node: usize) -> bool {
    !tree.nodes[node].name.is_empty()
}

/// The way from the language's start page to an article.
fn path(edition: &Edition, place: Place, between: Vec<StepView>) -> Vec<StepView> {
    let article: &Article = edition.article(place);
    let own = edition.path(place);
    let start = head::start_path(edition.locale(place));
    let home = StepView {
        name: edition.words(edition.locale(place)).say("home"),
        href: Some(link::way(own, &start)),
        page: Some(start),
        lang: None,
        name_lang: None,
    };
    let here = StepView {
        name: about::one_line(article.title()),
        href: None,
        page: None,
        lang: None,
        name_lang: head::text_of(edition, place).map(|text| text.tag().to_owned()),
    };
    [home].into_iter().chain(between).chain([here]).collect()
}

fn step(edition: &Edition, from: Place, node: &Node) -> StepView {
    let Goal::Page(to) = node.goal else {
        return StepView {
            name: node.name.clone(),
            href: None,
            page: None,
            lang: None,
            name_lang: None,
        };
    };
    StepView {
        name: node.name.clone(),
        href: Some(link::way(edition.path(from), edition.path(to))),
        page: Some(edition.path(to).to_owned()),
        lang: foreign(edition, from, to),
        name_lang: None,
    }
}

/// The language of a page, where it is another one's.
fn foreign(edition: &Edition, from: Place, to: Place) -> Option<String> {
    let (own, other) = (edition.locale(from), edition.locale(to));
    (own != other).then(|| other.tag().to_owned())
}

/// The tree as pages of one folder have it: links are relative, so that each folder has its own.
fn sidebar(edition: &Edition, tree: usize, place: Place) -> Arc<Sidebar> {
    let path = edition.path(place);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let key = (tree, folder.to_owned());
    let known = |sidebars: &Sidebars| {
        let sidebars = sidebars.lock().unwrap_or_else(PoisonError::into_inner);
        sidebars.get(&key).cloned()
    };
    if let Some(sidebar) = known(edition.sidebars()) {
        return sidebar;
    }
    let made = Arc::new(Sidebar::new(
        edition,
        &edition.navigations().trees[tree],
        place,
    ));
    let sidebars = edition.sidebars().lock();
    let mut sidebars = sidebars.unwrap_or_else(PoisonError::into_inner);
    Arc::clone(sidebars.entry(key).or_insert(made))
}

impl Sidebar {
    fn new(edition: &Edition, tree: &Tree, from: Place) -> Sidebar {
        let mut sidebar = Sidebar {
            html: String::new(),
            links: vec![None; tree.nodes.len()],
            groups: vec![None; tree.nodes.len()],
        };
        sidebar.html.push_str("<ul>\n");
        // The ends of the groups that are open.
        let mut open: Vec<usize> = Vec::new();
        for (index, node) in tree.nodes.iter().enumerate() {
            while open.pop_if(|end| *end <= index).is_some() {
                sidebar.html.push_str("</ul></details></li>\n");
            }
            if node.end > index + 1 {
                sidebar.open_group(edition, (index, node), from);
                open.push(node.end);
            } else {
                sidebar.leaf(edition, (index, node), from);
            }
        }
        sidebar
            .html
            .push_str(&"</ul></details></li>\n".repeat(open.len()));
        sidebar.html.push_str("</ul>\n");
        sidebar
    }

    /// Writes the head of a group; its own page is the first thing in it.
    fn open_group(&mut self, edition: &Edition, (index, node): (usize, &Node), from: Place) {
        self.html.push_str("<li><details");
        if node.expanded {
            self.html.push_str(" open");
        } else {
            self.groups[index] = Some(self.html.len());
        }
        self.html.push_str("><summary>");
        let name = Some(node.name.as_str()).filter(|name| !name.is_empty());
        self.html.push_str(&code::title(name.unwrap_or("…")));
        self.html.push_str("</summary><ul>\n");
        if node.goal != Goal::Nowhere {
            self.leaf(edition, (index, node), from);
        }
    }

    fn leaf(&mut self, edition: &Edition, (index, node): (usize, &Node), from: Place) {
        let (href, lang) = match &node.goal {
            Goal::Nowhere => return self.words(node),
            Goal::Address(address) => (address.clone(), None),
            Goal::Page(to) => (
                link::way(edition.path(from), edition.path(*to)),
                foreign(edition, from, *to),
            ),
        };
        self.html.push_str("<li><a");
        self.links[index] = Some(self.html.len());
        self.html.push_str(" href=\"");
        escape::push(&href, &mut self.html);
        if let Some(lang) = lang {
            let lang = escape::escaped(&lang);
            self.html.push_str(&format!("\" hreflang=\"{lang}"));
        }
        self.html.push_str("\">");
        let name = Some(&node.name).filter(|name| !name.is_empty());
        self.html.push_str(&code::title(name.unwrap_or(&href)));
        self.html.push_str("</a></li>\n");
    }

    fn words(&mut self, node: &Node) {
        if !node.name.is_empty() {
            self.html.push_str("<li><span>");
            self.html.push_str(&code::title(&node.name));
            self.html.push_str("</span></li>\n");
        }
    }

    /// The tree with a page's own place marked and everything above it open.
    fn shown(&self, tree: &Tree, node: Option<usize>) -> String {
        let Some(node) = node else {
            return self.html.clone();
        };
        let above = tree.above(node).into_iter().chain([node]);
        let open = above.filter_map(|at| Some((self.groups[at]?, " open")));
        let current = self.links[node].map(|at| (at, " aria-current=\"page\""));
        let mut marks: Vec<(usize, &str)> = open.chain(current).collect();
        marks.sort_unstable();
        let mut html = String::with_capacity(self.html.len() + 64);
        let mut from = 0;
        for (at, mark) in marks {
            html.push_str(&self.html[from..at]);
            html.push_str(mark);
            from = at;
        }
        html.push_str(&self.html[from..]);
        html
    }
}
