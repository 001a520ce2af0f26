//! All articles of a site, and a note of those that somebody looks at.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::ops::{Deref, DerefMut, Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::Translations;

/// Every article in all its languages, sorted by id. Whoever [watches](watching) is told which of them were looked at.
#[derive(Debug, Clone, Default)]
pub struct AllTranslations(Vec<Translations>);

/// What somebody looked at while something was made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looked {
    /// Whether all articles were gone through.
    pub all: bool,
    /// Single articles, by their index in the site.
    pub articles: BTreeSet<usize>,
    /// The files that were shown or linked to.
    pub files: BTreeSet<String>,
    /// What is made of the site once and for all pages, by a number that its maker gives it.
    pub shared: BTreeSet<u8>,
}

/// Which articles something was made of, in a form that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeOf {
    /// Whether all articles were gone through.
    all: bool,
    /// Those that were looked at besides, by their indexes, sorted.
    articles: Vec<u32>,
}

impl MadeOf {
    pub fn of(looked: &Looked) -> MadeOf {
        let articles = looked.articles.iter();
        MadeOf {
            all: looked.all,
            articles: articles
                .map(|at| u32::try_from(*at).unwrap_or(u32::MAX))
                .collect(),
        }
    }

    /// Whether the same would be made of the article at an index, once those with certain indexes have changed.
    pub fn holds(&self, own: usize, changed: &HashSet<u32>) -> bool {
        let is_changed = |at: &u32| changed.contains(at);
        let is_own_changed = u32::try_from(own).map_or(true, |own| is_changed(&own));
        !is_own_changed
            && !self.articles.iter().any(is_changed)
            && (changed.is_empty() || !self.all)
    }
}

thread_local! {
    static LOOKED: RefCell<Option<Looked>> = const { RefCell::new(None) };
}

/// Does some work and tells what it looked at. It must not leave the thread.
pub fn watching<T>(work: impl FnOnce() -> T) -> (T, Looked) {
    let before = LOOKED.replace(Some(Looked::default()));
    let value = work();
    let looked = LOOKED.replace(before).unwrap_or_default();
    (value, looked)
}

/// Does some work that nobody watches: for what is made once and shown by many, and is known by what it is in the end.
pub fn unwatched<T>(work: impl FnOnce() -> T) -> T {
    let before = LOOKED.replace(None);
    let value = work();
    LOOKED.set(before);
    value
}

/// Notes something for whoever watches.
pub fn note(note: impl FnOnce(&mut Looked)) {
    LOOKED.with_borrow_mut(|looked| {
        if let Some(looked) = looked {
            note(looked);
        }
    });
}

impl AllTranslations {
    /// How many there are; that is no look at any of them.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, for those who tell by themselves whether what they make is another.
    pub fn unnoted(&self) -> &[Translations] {
        &self.0
    }

    /// Notes that one of them was looked at, though another did it in its stead.
    pub fn note(&self, index: usize) {
        note(|looked| {
            looked.articles.insert(index);
        });
    }
}

impl From<Vec<Translations>> for AllTranslations {
    fn from(all: Vec<Translations>) -> Self {
        AllTranslations(all)
    }
}

impl Index<usize> for AllTranslations {
    type Output = Translations;

    fn index(&self, index: usize) -> &Translations {
        self.note(index);
        &self.0[index]
    }
}

impl IndexMut<usize> for AllTranslations {
    fn index_mut(&mut self, index: usize) -> &mut Translations {
        &mut self.0[index]
    }
}

impl Deref for AllTranslations {
    type Target = [Translations];

    fn deref(&self) -> &[Translations] {
        note(|looked| looked.all = true);
        &self.0
    }
}

impl DerefMut for AllTranslations {
    fn deref_mut(&mut self) -> &mut [Translations] {
        &mut self.0
    }
}

impl<'a> IntoIterator for &'a AllTranslations {
    type Item = &'a Translations;
    type IntoIter = std::slice::Iter<'a, Translations>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut AllTranslations {
    type Item = &'a mut Translations;
    type IntoIter = std::slice::IterMut<'a, Translations>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl IntoIterator for AllTranslations {
    type Item = Translations;
    type IntoIter = std::vec::IntoIter<Translations>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_watches_is_told_what_was_looked_at() {
        let all = AllTranslations::default();
        let (_, looked) = watching(|| {
            all.note(3);
            unwatched(|| all.note(4));
            let ((), inner) = watching(|| all.note(5));
            assert_eq!(inner.articles, BTreeSet::from([5]));
            all.len()
        });
        assert_eq!(looked.articles, BTreeSet::from([3]));
        assert!(!looked.all);
        let (_, looked) = watching(|| all.iter().count());
        assert!(looked.all);
        all.note(6);
    }
}
