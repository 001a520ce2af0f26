//! Shapes views of the model and fills templates, once a target.

mod article;
mod catalogue;
mod dialect;
mod edition;
mod emphasis;
mod error;
mod file;
mod html;
mod landing;
mod link;
mod man;
mod markdown;
mod navigation;
mod notice;
mod raw;
mod start;
mod status;
mod target;
mod templates;

pub use catalogue::{
    CATALOGUE_SCHEMA, Guard, catalogue, catalogue_csv, catalogue_flat, catalogue_json,
};
pub use error::RenderError;
pub use status::{STATUS_SCHEMA, status_json};
pub use target::Target;

use std::sync::{Mutex, PoisonError};

use edition::{Edition, Place};
use rayon::prelude::*;
use target::Record;

use crate::model::{Page, Site};

/// Makes every page that a site has in a target, sorted by path; among them the files that the pages show or link to.
///
/// The same site gives the same pages. Text of articles never becomes template text, and what an article links to is
/// a link only where it leads somewhere.
pub fn render(site: &Site, target: &Target) -> Result<Vec<Page>, RenderError> {
    let pages = Mutex::new(Vec::new());
    render_each(site, target, &|page| {
        let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.push(page);
        Ok::<(), RenderError>(())
    })?;
    let mut pages = pages.into_inner().unwrap_or_else(PoisonError::into_inner);
    // Two may have one path, which a publication refuses; threads must not decide which of them comes first.
    pages.sort_by(|a, b| (&a.path, a.bytes()).cmp(&(&b.path, b.bytes())));
    Ok(pages)
}

/// Makes the same pages as [`render`], and gives each away as soon as it is there: in any order, from any thread, and without keeping it,
/// so that a large site needs no more room for its pages than a small one.
///
/// # Errors
///
/// The first one of a page or of `put`, by the order of pages; others may have been given away by then.
pub fn render_each<E: From<RenderError> + Send>(
    site: &Site,
    target: &Target,
    put: &(dyn Fn(Page) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let edition = Edition::new(site, target)?;
    let mut paths = Vec::new();
    let mut records = Vec::new();
    if let Some(article) = target.article {
        let places = edition.places();
        paths.extend(places.iter().map(|place| edition.path(*place).to_owned()));
        records = articles(&edition, article, places, put)?;
    }
    for page in (target.site)(&edition)? {
        paths.push(page.path.clone());
        put(page)?;
    }
    let redirects = (target.redirects)(&edition, &paths)?;
    redirects.into_iter().try_for_each(put)?;
    let search = (target.search)(&edition, records)?;
    search.into_iter().try_for_each(put)?;
    let files = edition.published().into_iter().map(Page::copy);
    let files: Vec<Page> = files.collect();
    let failed = files.into_par_iter().map(put).find_map_first(Result::err);
    failed.map_or(Ok(()), Err)
}

/// Makes the pages of articles, and keeps of each what it is found by.
fn articles<E: From<RenderError> + Send>(
    edition: &Edition,
    article: target::ArticlePage,
    places: Vec<Place>,
    put: &(dyn Fn(Page) -> Result<(), E> + Sync),
) -> Result<Vec<Record>, E> {
    let make = |place| {
        let page = article(edition, place)?;
        let record = (edition.target.record)(edition, place, &page);
        put(page).map(|()| record)
    };
    let made: Vec<Result<Option<Record>, E>> = places.into_par_iter().map(make).collect();
    made.into_iter().filter_map(Result::transpose).collect()
}
