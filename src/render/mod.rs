//! Shapes views of the model and fills templates, once a target.

mod article;
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
mod press;
mod raw;
mod start;
mod status;
mod target;
mod templates;

pub use error::RenderError;
pub use press::{Press, Shown};
pub use status::{STATUS_SCHEMA, status_json};
pub use target::Target;

use edition::Edition;
use press::Wanted;

use crate::model::{Page, Site};

/// Makes every page that a site has in a target, sorted by path; among them the files that the pages show or link to.
///
/// The same site gives the same pages. Text of articles never becomes template text, and what an article links to is
/// a link only where it leads somewhere.
pub fn render(site: &Site, target: &Target) -> Result<Vec<Page>, RenderError> {
    let edition = Edition::new(site, target)?;
    let mut pages = press::articles(&edition)?;
    let full_text = (target.full_text)(&edition, &pages)?;
    pages.extend((target.site)(&edition, Wanted::All)?);
    let mut taken = pages.iter().map(|page| page.path.as_str());
    let redirects = (target.redirects)(&edition, &mut taken, Wanted::All)?;
    pages.extend(redirects);
    pages.extend((target.search)(&edition, Wanted::All)?);
    pages.extend(full_text);
    pages.extend(edition.published().into_iter().map(Page::copy));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}
