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

pub use catalogue::{CATALOGUE_SCHEMA, catalogue, catalogue_json};
pub use error::RenderError;
pub use status::{STATUS_SCHEMA, status_json};
pub use target::Target;

use edition::Edition;
use rayon::prelude::*;

use crate::model::{Page, Site};

/// Makes every page that a site has in a target, sorted by path; among them the files that the pages show or link to.
///
/// The same site gives the same pages. Text of articles never becomes template text, and what an article links to is
/// a link only where it leads somewhere.
pub fn render(site: &Site, target: &Target) -> Result<Vec<Page>, RenderError> {
    let edition = Edition::new(site, target)?;
    let mut pages = match target.article {
        Some(article) => articles(&edition, article)?,
        None => Vec::new(),
    };
    pages.extend((target.site)(&edition)?);
    pages.extend((target.redirects)(&edition, &pages)?);
    pages.extend((target.search)(&edition, &pages)?);
    pages.extend(edition.published().into_iter().map(Page::copy));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

fn articles(edition: &Edition, article: target::ArticlePage) -> Result<Vec<Page>, RenderError> {
    let places = edition.places().into_par_iter();
    places.map(|place| article(edition, place)).collect()
}
