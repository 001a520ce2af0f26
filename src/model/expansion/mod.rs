//! An article with the texts that it includes in their place, as readers see it.

mod base;
mod flat;
mod page;
mod part;
mod text;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Article, Link, Site};
use page::Expander;

/// What a short article counts as, in bytes, where [`Limit::IncludedText`] is counted.
///
/// [`Limit::IncludedText`]: super::Limit::IncludedText
const SHORT: usize = 256;

/// An article with what it includes.
#[derive(Debug, Clone)]
pub struct Expansion {
    /// No block and no inline of it is an include. Its headings, tables, links and anchors begin with the article's own, and those of
    /// included texts follow. Its source is the article's with the included ones behind it; spans lie in it.
    pub article: Article,
    /// Every article that it includes, also by way of others: indices into [`Site::translations`], sorted.
    pub parts: Vec<usize>,
    pub troubles: Vec<Trouble>,
}

/// An include that could not be followed, though what it names is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The article that the include stands in: the index of its translations, and its own among them.
    pub article: (usize, usize),
    /// Index into the links of that article.
    pub link: usize,
    pub wrong: Wrong,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The ids of the articles that include one another, from the one that is included again.
    Circle(Vec<String>),
    /// More articles include one another in a row than the limits allow, or their lists and quotes lie too deep in one another.
    TooDeep,
    /// The page would hold more of other articles than the limits allow.
    TooMuch,
}

impl Site {
    /// Puts what articles include in its place, but for what is `known`.
    pub(super) fn expand(&mut self, known: BTreeMap<(usize, usize), Expansion>) {
        let (site, known_ones) = (&*self, &known);
        let mut expansions: BTreeMap<(usize, usize), Expansion> = site
            .translations
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, translations)| {
                let articles = translations.articles.iter().enumerate();
                let new = articles.filter(move |it| !known_ones.contains_key(&(at, it.0)));
                new.filter_map(move |(article, it)| {
                    let expansion = site.expansion(at, article, it.locale.folder())?;
                    Some(((at, article), expansion))
                })
            })
            .collect();
        expansions.extend(known);
        self.expansions = expansions;
    }

    /// Returns an article with what it includes, for readers of a language; `None` where it includes nothing.
    ///
    /// Each included text is the language's own, else the reference's, so that a page which stands in for a missing translation shows
    /// what there is of the language.
    pub fn expansion(
        &self,
        translations: usize,
        article: usize,
        folder: &str,
    ) -> Option<Expansion> {
        let own = &self.translations[translations].articles[article];
        let includes = |link: &Link| link.inclusion.is_some();
        own.links.iter().any(includes).then(|| {
            let expander = Expander::new(self, own, folder);
            expander.expanded((translations, article))
        })
    }
}
