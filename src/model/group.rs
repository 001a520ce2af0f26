//! Makes a site of single articles: puts languages side by side, finds what corresponds, and names things alike.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{
    Article, Config, Docset, Earlier, Navigation, Pivots, PublishedFolder, Redirect, Reference,
    Site, Toc, Translations, key_role, redirect, redirect_faults, schema,
};
use crate::diagnostic::{Parsed, Source, Task};
use crate::locale::Locale;

/// What a site is made of.
#[derive(Debug, Default)]
pub struct Parts {
    /// Whether somebody will compare the running text, which is then made at once.
    pub is_compared: bool,
    pub config: Config,
    /// Sorted by folder.
    pub locales: Vec<Arc<Locale>>,
    pub articles: Vec<Article>,
    /// What is left of the last site. None of `articles` has the id of one that it has kept.
    pub earlier: Earlier,
    /// By path under the source folder.
    pub files: BTreeSet<String>,
    /// The files that articles show as code, by path under the source folder.
    pub snippets: BTreeMap<String, Arc<Source>>,
    /// Those of files; the configuration has its own.
    pub redirects: Vec<Redirect>,
    pub published_folders: Vec<PublishedFolder>,
    pub docsets: Vec<Docset>,
    pub pivots: Vec<Pivots>,
    pub contents: Vec<Toc>,
    pub templates: Vec<Arc<Source>>,
    pub pictures: BTreeMap<String, Vec<u8>>,
    pub words: Vec<Arc<Source>>,
}

impl Site {
    /// Puts articles together to a site. The diagnostics are about tables that `glotta.yml` declares and nobody finds, and about
    /// redirects.
    pub fn group(parts: Parts) -> Parsed<Site> {
        let Parts {
            is_compared,
            config,
            mut locales,
            articles,
            mut earlier,
            files,
            snippets,
            redirects,
            published_folders,
            docsets,
            pivots,
            contents,
            templates,
            pictures,
            words,
        } = parts;
        let (mut moved, mut diagnostics) = redirect::configured(&config);
        moved.extend(redirects);
        let paired = std::mem::take(&mut earlier.paired);
        let known = paired
            .iter()
            .flat_map(|translations| &translations.articles);
        let reference = reference(&config, &locales, articles.iter().chain(known));
        if let Some(first) = &reference {
            locales.sort_by_key(|locale| (locale != first, locale.folder().to_owned()));
        }
        let mut translations = pairs(
            &config,
            side_by_side(articles, &locales),
            &reference,
            is_compared,
        );
        translations.extend(paired.into_iter().map(Translations::alone));
        translations.sort_by(|a, b| a.id.cmp(&b.id));
        for translations in &mut translations {
            translations.is_page = !config.is_excluded(&translations.id);
        }
        let fragments = fragments(&translations);
        let key_roles = key_role::key_roles(&config, &translations);
        let mut site = Site {
            config,
            key_roles,
            locales,
            reference,
            translations: translations.into(),
            citations: BTreeMap::new(),
            keys: HashMap::new(),
            fragments,
            files,
            redirects: moved,
            published_folders,
            snippets,
            expansions: BTreeMap::new(),
            sizes: BTreeMap::new(),
            status: None,
            docsets,
            pivots,
            navigation: Navigation::default(),
            templates,
            pictures,
            words,
        };
        site.exclude();
        diagnostics.extend(schema::unmet(&site));
        site.find_definitions();
        let known = earlier.expansions(&site);
        site.expand(known);
        diagnostics.extend(redirect_faults::judge(&site));
        site.navigation = Navigation::of(&site, contents);
        Parsed {
            value: site,
            diagnostics,
        }
    }
}

/// Pairs each article's languages; nothing but the article itself, its reference and its declared tables decides how.
fn pairs(
    config: &Config,
    groups: BTreeMap<String, Vec<Article>>,
    reference: &Option<Arc<Locale>>,
    is_compared: bool,
) -> Vec<Translations> {
    let schemas = schema::by_article(config);
    let groups = groups.into_par_iter();
    let pairs = groups.map(|(id, articles)| {
        let _task = Task::at(id.as_str());
        let leads = |article: &Article| Some(&article.locale) == reference.as_ref();
        let leading = articles.iter().position(leads);
        let declared = schemas.get(id.as_str()).map_or(&[][..], Vec::as_slice);
        Translations::pair(id, articles, leading, declared, is_compared)
    });
    pairs.collect()
}

/// What stands behind the `#` of links.
fn fragments(translations: &[Translations]) -> HashSet<String> {
    let articles = translations
        .iter()
        .flat_map(|translations| &translations.articles);
    let links = articles.flat_map(|article| &article.links);
    links
        .filter(|link| link.inclusion.is_none())
        .filter_map(|link| Some(link.destination.split_once('#')?.1.to_owned()))
        .collect()
}

/// Returns each article's languages, in the order of `locales`.
fn side_by_side(articles: Vec<Article>, locales: &[Arc<Locale>]) -> BTreeMap<String, Vec<Article>> {
    let order: HashMap<&str, usize> = locales
        .iter()
        .enumerate()
        .map(|(index, locale)| (locale.folder(), index))
        .collect();
    let mut groups: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for article in articles {
        groups.entry(article.id.clone()).or_default().push(article);
    }
    for group in groups.values_mut() {
        group.sort_by_key(|article| order.get(article.locale.folder()).copied());
    }
    groups
}

/// The configured reference, or the locale whose files, and no other's, are the source versions that translations name.
pub fn reference<'a>(
    config: &Config,
    locales: &[Arc<Locale>],
    articles: impl Iterator<Item = &'a Article> + Clone,
) -> Option<Arc<Locale>> {
    match &config.reference {
        Reference::None => None,
        Reference::Locale(folder) => locales
            .iter()
            .find(|locale| locale.folder().eq_ignore_ascii_case(folder))
            .cloned(),
        Reference::Proven => {
            let mut proven = proven(articles);
            proven.sort_by_key(|locale| locale.folder().to_owned());
            proven.dedup();
            (proven.len() == 1).then(|| proven.remove(0))
        }
    }
}

/// Every locale with a file whose bytes are a version that a translation of it names.
fn proven<'a>(articles: impl Iterator<Item = &'a Article> + Clone) -> Vec<Arc<Locale>> {
    let named = articles.clone();
    let named =
        named.filter_map(|article| Some((article.id.as_str(), article.source_version()?.0)));
    let mut files: HashMap<(&str, &str), Option<&Article>> = named.map(|it| (it, None)).collect();
    for article in articles {
        let key = (article.id.as_str(), article.version.as_str());
        let Some(file) = files.get_mut(&key) else {
            continue;
        };
        // Of equal files the last one by path counts, in whatever order they come.
        if file.is_none_or(|file| file.source.path() < article.source.path()) {
            *file = Some(article);
        }
    }
    let files = files.into_values().flatten();
    files.map(|file| Arc::clone(&file.locale)).collect()
}
