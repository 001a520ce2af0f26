//! What a site may take over from the one that was there before it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::translations::Cited;
use super::{ArticleId, Expansion, PublishedFolder, Site, Translations};
use crate::diagnostic::Source;
use crate::locale::Locale;

/// What is left of an earlier site with the same configuration and the same reference.
#[derive(Debug, Default)]
pub struct Earlier {
    /// The articles that have changed in no language.
    pub(super) paired: Vec<Translations>,
    expansions: BTreeMap<(usize, usize), Expansion>,
    surroundings: Surroundings,
    /// For each article whether it is the same, and what its tables cited.
    articles: Vec<(bool, Vec<Cited>)>,
}

/// What decides which text an include names, besides the article that it stands in.
#[derive(Debug, Default, PartialEq)]
struct Surroundings {
    ids: Vec<ArticleId>,
    /// For each article the languages that have it.
    languages: Vec<Vec<Arc<Locale>>>,
    locales: Vec<Arc<Locale>>,
    files: BTreeSet<String>,
    /// By path, with their texts.
    snippets: Vec<(String, String)>,
    published_folders: Vec<PublishedFolder>,
}

impl Earlier {
    /// Articles that are known already, though no site is.
    pub fn paired(paired: Vec<Translations>) -> Earlier {
        Earlier {
            paired,
            ..Earlier::default()
        }
    }

    /// Takes a site apart. `kept` are the ids of the articles whose files are what they were in every language.
    pub fn of(site: Site, kept: &HashSet<ArticleId>) -> Earlier {
        let surroundings = Surroundings::of(&site);
        let articles = site.translations.iter();
        let articles = articles.map(|it| (kept.contains(&it.id), it.cited.clone()));
        Earlier {
            articles: articles.collect(),
            surroundings,
            expansions: site.expansions,
            paired: site
                .translations
                .into_iter()
                .filter(|it| kept.contains(&it.id))
                .collect(),
        }
    }

    /// The articles with what they include that are the same in a site which has its definitions.
    pub(super) fn expansions(self, site: &Site) -> BTreeMap<(usize, usize), Expansion> {
        if self.expansions.is_empty() || self.surroundings != Surroundings::of(site) {
            return BTreeMap::new();
        }
        let is_same = |at: usize| {
            let (is_kept, cited) = &self.articles[at];
            *is_kept && *cited == site.translations[at].cited
        };
        let mut expansions = self.expansions;
        expansions.retain(|(translations, _), it| {
            // What could not be included is known by no part of it.
            it.troubles.is_empty()
                && is_same(*translations)
                && it.parts.iter().all(|part| is_same(*part))
        });
        expansions
    }
}

impl Surroundings {
    fn of(site: &Site) -> Surroundings {
        let articles = || site.translations.iter();
        let languages = |it: &Translations| {
            let articles = it.articles.iter();
            articles.map(|it| Arc::clone(&it.locale)).collect()
        };
        let text =
            |(path, source): (&String, &Arc<Source>)| (path.clone(), source.text().to_owned());
        Surroundings {
            ids: articles().map(|it| it.id.clone()).collect(),
            languages: articles().map(languages).collect(),
            locales: site.locales.clone(),
            files: site.files.clone(),
            snippets: site.snippets.iter().map(text).collect(),
            published_folders: site.published_folders.clone(),
        }
    }
}
