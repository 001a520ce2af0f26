//! Which place of an article a fragment means.

use std::collections::{HashMap, HashSet};

use super::Article;

/// What stands behind the `#` of a link, as the article that it leads to knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fragment {
    /// Nothing, or what a browser understands by itself: the top of the page, or words to be looked for.
    None,
    /// A place: the anchor that it has on its page, and whether that is a table's row.
    Place { anchor: String, is_row: bool },
    /// A place of the article that this language has lost.
    Lost,
    /// No place of the article, in no language.
    Absent,
}

/// The names of places in an article in all its languages.
#[derive(Debug)]
pub(super) struct Places {
    /// For each language what each name leads to.
    own: Vec<HashMap<String, Spot>>,
    /// The sections' anchors that a name stands for in any language.
    anchors: HashMap<String, Vec<String>>,
    /// The names of sections and rows in any language; what raw HTML names is nobody's to miss.
    known: HashSet<String>,
}

#[derive(Debug, Clone)]
struct Spot {
    anchor: String,
    is_row: bool,
}

impl Places {
    /// The places of an article in all its languages, with what it includes in its place.
    pub fn of(articles: &[&Article]) -> Places {
        let mut anchors: HashMap<String, Vec<String>> = HashMap::new();
        let mut known = HashSet::new();
        for heading in articles.iter().flat_map(|it| &it.headings) {
            for name in heading.aliases.iter().chain([&heading.slug]) {
                let anchors = anchors.entry(name.clone()).or_default();
                if anchors.last() != Some(&heading.anchor) {
                    anchors.push(heading.anchor.clone());
                }
                known.insert(name.clone());
            }
            known.insert(heading.anchor.clone());
        }
        known.extend(articles.iter().copied().flat_map(rows).map(str::to_owned));
        Places {
            own: articles.iter().copied().map(spots).collect(),
            anchors,
            known,
        }
    }

    /// What a fragment means in the article of one language: it may be the name that another language gives to a section of this one.
    pub fn find(&self, article: usize, fragment: &str) -> Fragment {
        if fragment.is_empty() {
            return Fragment::None;
        }
        let lower = fragment.to_lowercase();
        let names = [fragment, lower.as_str()];
        let own = &self.own[article];
        let spot = names
            .iter()
            .find_map(|name| own.get(*name))
            .or_else(|| names.iter().find_map(|name| self.elsewhere(own, name)));
        match spot {
            Some(spot) => Fragment::Place {
                anchor: spot.anchor.clone(),
                is_row: spot.is_row,
            },
            None if is_of_browser(fragment) => Fragment::None,
            None if names.iter().any(|name| self.known.contains(*name)) => Fragment::Lost,
            None => Fragment::Absent,
        }
    }

    fn elsewhere<'o>(&self, own: &'o HashMap<String, Spot>, name: &str) -> Option<&'o Spot> {
        let mut anchors = self.anchors.get(name)?.iter();
        anchors.find_map(|name| own.get(name))
    }
}

/// Every name that leads to a place in an article; of several places the section, then what raw HTML names.
fn spots(article: &Article) -> HashMap<String, Spot> {
    let mut spots = HashMap::new();
    let mut add = |name: &str, anchor: &str, is_row| {
        let anchor = anchor.to_owned();
        spots.insert(name.to_owned(), Spot { anchor, is_row });
    };
    rows(article).for_each(|row| add(row, row, true));
    for anchor in &article.anchors {
        add(&anchor.id, &anchor.id, false);
    }
    for heading in article.headings.iter().rev() {
        for name in heading.aliases.iter().chain([&heading.slug]) {
            add(name, &heading.anchor, false);
        }
    }
    // An anchor is one section's alone, whatever another is called.
    for heading in &article.headings {
        add(&heading.anchor, &heading.anchor, false);
    }
    spots
}

fn rows(article: &Article) -> impl Iterator<Item = &str> {
    let rows = article.tables.iter().flat_map(|table| &table.rows);
    rows.filter_map(|row| row.anchor.as_deref())
}

/// Fragments that a browser understands by itself: the top of the page, and a search for words in it.
fn is_of_browser(fragment: &str) -> bool {
    fragment.eq_ignore_ascii_case("top") || fragment.starts_with(":~:")
}
