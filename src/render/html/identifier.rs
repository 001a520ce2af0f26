//! The ids of a page: each once.

use std::collections::{HashMap, HashSet};

use crate::model::Article;

/// The ids that a page has given so far, and those that are promised to headings and rows.
pub(super) struct Identifiers {
    promised: HashSet<String>,
    given: HashSet<String>,
    /// The last number that was put behind a name of our own: to try all again would cost the square of their number.
    numbers: HashMap<String, usize>,
}

/// Returns an anchor as an id can be written: without blanks and controls.
pub(crate) fn identifier(anchor: &str) -> String {
    anchor
        .chars()
        .filter(|letter| !letter.is_control())
        .map(|letter| if letter.is_whitespace() { '-' } else { letter })
        .collect()
}

impl Identifiers {
    /// Promises their anchors to an article's headings and rows.
    pub(super) fn of(article: &Article) -> Self {
        let headings = article.headings.iter().map(|heading| &heading.anchor);
        let rows = article.tables.iter().flat_map(|table| &table.rows);
        let anchors = rows.filter_map(|row| row.anchor.as_ref()).chain(headings);
        Identifiers {
            promised: anchors.map(|anchor| identifier(anchor)).collect(),
            given: HashSet::new(),
            numbers: HashMap::new(),
        }
    }

    /// Gives a heading or a row the id that it was promised; `None` where an equal one has it already.
    pub(super) fn promised(&mut self, anchor: &str) -> Option<String> {
        let id = identifier(anchor);
        (!id.is_empty() && self.given.insert(id.clone())).then_some(id)
    }

    /// Gives an id to anything else, where nothing has it or was promised it.
    pub(super) fn free(&mut self, anchor: &str) -> Option<String> {
        let id = identifier(anchor);
        let taken = id.is_empty() || self.promised.contains(&id);
        (!taken && self.given.insert(id.clone())).then_some(id)
    }

    /// Gives an id of our own, with a number behind it where an article has the name.
    pub(super) fn own(&mut self, name: &str) -> String {
        if let Some(id) = self.free(name) {
            return id;
        }
        let last = self.numbers.get(name).copied().unwrap_or_default();
        let mut numbered = (last + 1..).map(|number| (number, format!("{name}-{number}")));
        let (number, id) = numbered
            .find_map(|(number, name)| Some((number, self.free(&name)?)))
            .expect("numbers do not end");
        self.numbers.insert(name.to_owned(), number);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_of_our_own_are_numbered_in_no_more_than_a_step_each() {
        let mut identifiers = Identifiers {
            promised: HashSet::from(["tab-2".to_owned()]),
            given: HashSet::new(),
            numbers: HashMap::new(),
        };
        let ids: Vec<String> = (0..20_000).map(|_| identifiers.own("tab")).collect();
        assert_eq!(ids[..4], ["tab", "tab-1", "tab-3", "tab-4"]);
        assert_eq!(ids[19_999], "tab-20000");
    }
}
