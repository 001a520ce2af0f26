//! Makes single pages of a site when somebody asks for them, each as the whole site has it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::again::Texts;
use super::edition::{self, Edition, Place};
use super::target::Record;
use super::{RenderError, Target};
use crate::diagnostic::Task;
use crate::model::{Page, Site};

/// Which of a site's pages are to be made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted<'a> {
    All,
    /// The one at a path, if there is one; others may be made beside it.
    Path(&'a str),
}

impl Wanted<'_> {
    pub(super) fn has(self, path: &str) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Path(wanted) => wanted == path,
        }
    }

    /// Whether a page is wanted whose path begins like that.
    pub(super) fn begins(self, beginning: &str) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Path(wanted) => wanted.starts_with(beginning),
        }
    }

    /// Whether a page is wanted whose path ends like that.
    pub(super) fn ends(self, end: &str) -> bool {
        match self {
            Wanted::All => true,
            Wanted::Path(wanted) => wanted.ends_with(end),
        }
    }
}

/// A site on its way into several targets, of which pages are made one by one.
pub struct Press<'a> {
    sheets: Vec<Sheet<'a>>,
}

/// A site on its way into one target.
struct Sheet<'a> {
    edition: Edition<'a>,
    /// The pages that are made of articles, by path.
    places: OnceLock<HashMap<String, Place>>,
    /// The paths of all pages but redirects, files and what searching needs.
    taken: OnceLock<Result<HashSet<String>, RenderError>>,
    full_text: OnceLock<Result<HashMap<String, Page>, RenderError>>,
    /// Whether every page was made once, so that all files are known which pages show or link to.
    complete: OnceLock<Result<(), RenderError>>,
}

/// An article that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub id: String,
    /// The folder of the text's language, which may be another than the page's.
    pub locale: String,
    /// The ids of the articles that it includes.
    pub parts: Vec<String>,
}

impl<'a> Press<'a> {
    /// Makes everything ready that pages share.
    ///
    /// # Errors
    ///
    /// Where the site's own templates or words cannot be read.
    pub fn new(site: &'a Site, targets: &[&'a Target]) -> Result<Press<'a>, RenderError> {
        let words = edition::words(site)?;
        let sheets = targets.par_iter().map(|target| {
            Ok::<_, RenderError>(Sheet {
                edition: Edition::new(site, target, Arc::clone(&words))?,
                places: OnceLock::new(),
                taken: OnceLock::new(),
                full_text: OnceLock::new(),
                complete: OnceLock::new(),
            })
        });
        Ok(Press {
            sheets: sheets.collect::<Result<_, _>>()?,
        })
    }

    /// Makes the page at a path as [`render`](super::render) makes it; nothing where the site has none there.
    pub fn page(&self, path: &str) -> Option<Result<Page, RenderError>> {
        let made = self.sheets.iter().find_map(|sheet| sheet.page(path));
        made.or_else(|| self.sheets.iter().find_map(|sheet| sheet.file(path)))
    }

    /// The article that the page at a path is made of.
    pub fn shown(&self, path: &str) -> Option<Shown> {
        self.sheets.iter().find_map(|sheet| {
            let place = *sheet.places().get(path)?;
            Some(sheet.shown(place))
        })
    }
}

impl Sheet<'_> {
    fn places(&self) -> &HashMap<String, Place> {
        self.places.get_or_init(|| {
            let has_pages = self.edition.target.article.is_some();
            let places = has_pages.then(|| self.edition.places());
            places
                .into_iter()
                .flatten()
                .map(|place| (self.edition.path(place).to_owned(), place))
                .collect()
        })
    }

    /// Any page but a file of the source folder.
    fn page(&self, path: &str) -> Option<Result<Page, RenderError>> {
        let (edition, target) = (&self.edition, self.edition.target);
        if let Some(place) = self.places().get(path) {
            return target.article.map(|article| article(edition, *place));
        }
        let wanted = Wanted::Path(path);
        one((target.site)(edition, wanted), path)
            .or_else(|| self.redirect(path))
            .or_else(|| one((target.search)(edition, wanted), path))
            .or_else(|| self.full_text(path))
    }

    fn redirect(&self, path: &str) -> Option<Result<Page, RenderError>> {
        let edition = &self.edition;
        if !(edition.target.may_redirect)(edition, path) {
            return None;
        }
        let taken = self.taken.get_or_init(|| {
            let pages = (edition.target.site)(edition, Wanted::All)?;
            let pages = pages.into_iter().map(|page| page.path);
            Ok(pages.chain(self.places().keys().cloned()).collect())
        });
        let taken = match taken {
            Ok(taken) => taken,
            Err(error) => return Some(Err(error.clone())),
        };
        let mut taken = taken.iter().map(String::as_str);
        let made = (edition.target.redirects)(edition, &mut taken, Wanted::Path(path));
        one(made, path)
    }

    fn full_text(&self, path: &str) -> Option<Result<Page, RenderError>> {
        let edition = &self.edition;
        let folder = (edition.target.full_text_folder)(edition)?;
        if !path.starts_with(folder) {
            return None;
        }
        let made = self.full_text.get_or_init(|| {
            let texts = Texts {
                records: records(edition)?,
                ..Texts::default()
            };
            let made = (edition.target.full_text)(edition, &texts)?;
            let pages = made.pages.into_iter().map(|page| (page.path.clone(), page));
            Ok(pages.collect())
        });
        match made {
            Ok(pages) => pages.get(path).cloned().map(Ok),
            Err(error) => Some(Err(error.clone())),
        }
    }

    /// A file of the source folder that some page shows or links to. Most often that page has just been made.
    fn file(&self, path: &str) -> Option<Result<Page, RenderError>> {
        let edition = &self.edition;
        if !edition.site.files.contains(path) {
            return None;
        }
        if !edition.has_published(path) {
            let complete = self.complete.get_or_init(|| {
                (edition.target.site)(edition, Wanted::All)?;
                records(edition).map(drop)
            });
            if let Err(error) = complete {
                return Some(Err(error.clone()));
            }
        }
        edition.has_published(path).then(|| Ok(Page::copy(path)))
    }

    fn shown(&self, place: Place) -> Shown {
        let site = self.edition.site;
        let article = self.edition.article(place);
        let expansion = site.expansions.get(&(place.translations, place.article));
        let parts = expansion.map_or(&[][..], |expansion| &expansion.parts);
        let parts = parts.iter().map(|at| site.translations[*at].id.clone());
        Shown {
            id: article.id.clone(),
            locale: article.locale.folder().to_owned(),
            parts: parts.collect(),
        }
    }
}

/// What becomes of a page, which any thread may ask.
pub(super) type Put<'a, E> = &'a (dyn Fn(Page) -> Result<(), E> + Sync);

/// Makes the pages of articles, where the target has such pages, and keeps of each what it is found by, where that is wanted.
pub(super) fn articles<E: From<RenderError> + Send>(
    edition: &Edition,
    places: &[Place],
    is_kept: bool,
    put: Put<E>,
) -> Result<Vec<Record>, E> {
    let Some(article) = edition.target.article else {
        return Ok(Vec::new());
    };
    (edition.target.prepare)(edition);
    let make = |place: &Place| {
        let _task = Task::at(edition.path(*place));
        let page = article(edition, *place)?;
        let record = is_kept.then(|| (edition.target.record)(edition, *place, &page));
        put(page).map(|()| record.flatten())
    };
    let made: Vec<Result<Option<Record>, E>> = places.par_iter().map(make).collect();
    made.into_iter().filter_map(Result::transpose).collect()
}

/// Makes the pages of all articles for what they are found by, and for the files that they show.
fn records(edition: &Edition) -> Result<Vec<Record>, RenderError> {
    articles(edition, &edition.places(), true, &|_| Ok(()))
}

/// The page at a path among those that were made.
fn one(made: Result<Vec<Page>, RenderError>, path: &str) -> Option<Result<Page, RenderError>> {
    match made {
        Ok(pages) => pages.into_iter().find(|page| page.path == path).map(Ok),
        Err(error) => Some(Err(error)),
    }
}
