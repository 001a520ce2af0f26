//! Shapes views of the model and fills templates, once a target.

mod again;
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
mod press;
mod raw;
mod start;
mod status;
mod target;
mod templates;

pub use again::{Old, PageNotes, Rendered};
pub use catalogue::{
    CATALOGUE_SCHEMA, Guard, catalogue, catalogue_csv, catalogue_flat, catalogue_json,
};
pub use error::RenderError;
pub use html::escaped;
pub use press::{Press, Shown};
pub use status::{STATUS_SCHEMA, status_json};
pub use target::Target;

use std::sync::{Mutex, PoisonError};

use again::{FullText, Texts};
use edition::{Edition, Place};
use press::{Put, Wanted, articles};
use rayon::prelude::*;

use crate::model::{Page, Prints, Shard, Site};

/// Makes every page that a site has in a target, sorted by path; among them the files that the pages show or link to.
///
/// The same site gives the same pages. Text of articles never becomes template text, and what an article links to is
/// a link only where it leads somewhere.
pub fn render(site: &Site, target: &Target) -> Result<Vec<Page>, RenderError> {
    render_share(site, target, Shard::WHOLE)
}

/// Makes a share of the pages that [`render`] makes, byte for byte. A file that pages of several shares show is in each of them.
pub fn render_share(site: &Site, target: &Target, shard: Shard) -> Result<Vec<Page>, RenderError> {
    let pages = Mutex::new(Vec::new());
    render_each(site, target, shard, &|page| {
        let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.push(page);
        Ok::<(), RenderError>(())
    })?;
    let mut pages = pages.into_inner().unwrap_or_else(PoisonError::into_inner);
    // Two may have one path, which a publication refuses; threads must not decide which of them comes first.
    pages.sort_by(|a, b| (&a.path, a.bytes()).cmp(&(&b.path, b.bytes())));
    Ok(pages)
}

/// Makes the same pages as [`render_share`], and gives each away as soon as it is there: in any order, from any thread, and without keeping it,
/// so that a large site needs no more room for its pages than a small one.
///
/// # Errors
///
/// The first one of a page or of `put`, by the order of pages; others may have been given away by then.
pub fn render_each<E: From<RenderError> + Send>(
    site: &Site,
    target: &Target,
    shard: Shard,
    put: Put<E>,
) -> Result<(), E> {
    let edition = Edition::new(site, target, edition::words(site)?)?;
    let (own, others) = share(&edition, shard);
    let records = articles(&edition, &own, has_full_text(&edition, shard), put)?;
    let texts = Texts {
        records,
        ..Texts::default()
    };
    complete(&edition, shard, (&own, &others), texts, put).map(drop)
}

/// As [`render_each`], but for pages that would be made as they were made last; all is noted that the next time depends on. `old` gives the bytes of
/// pages that were made last.
///
/// # Errors
///
/// As [`render_each`].
pub fn render_again<E: From<RenderError> + Send>(
    site: &Site,
    target: &Target,
    shard: Shard,
    prints: &Prints,
    (last, old): (Option<&PageNotes>, &Old),
    put: Put<E>,
) -> Result<Rendered, E> {
    let edition = Edition::new(site, target, edition::words(site)?)?;
    let (own, others) = share(&edition, shard);
    let is_kept = has_full_text(&edition, shard);
    let mut made = again::articles(&edition, (&own, is_kept), (prints, last), put)?;
    let texts = Texts {
        records: std::mem::take(&mut made.records),
        kept: made.kept.iter().map(String::as_str).collect(),
        old: Some(old),
        last: last.map(|last| &last.full_text),
    };
    let full_text = complete(&edition, shard, (&own, &others), texts, put)?;
    made.kept.extend(full_text.kept);
    made.kept.sort();
    made.notes.full_text = full_text.notes;
    Ok(Rendered {
        kept: made.kept,
        notes: made.notes,
    })
}

/// The pages of articles that belong to a share, and all others.
fn share(edition: &Edition, shard: Shard) -> (Vec<Place>, Vec<Place>) {
    let places = edition.places().into_iter();
    places.partition(|place| shard.holds(&edition.translations(*place).id))
}

/// Whether a share makes the full text.
fn has_full_text(edition: &Edition, shard: Shard) -> bool {
    shard.is_last() && (edition.target.full_text_folder)(edition).is_some()
}

/// Makes all else besides the pages of the articles of a share. `others` are those of other shares; `texts` knows the pages that were made and those
/// that stay.
fn complete<E: From<RenderError> + Send>(
    edition: &Edition,
    shard: Shard,
    (own, others): (&[Place], &[Place]),
    mut texts: Texts,
    put: Put<E>,
) -> Result<FullText, E> {
    let target = edition.target;
    if shard.is_first() {
        let mut taken = Vec::new();
        for page in (target.site)(edition, Wanted::All)? {
            taken.push(page.path.clone());
            put(page)?;
        }
        let places = own.iter().chain(others).map(|place| edition.path(*place));
        let mut taken = taken.iter().map(String::as_str).chain(places);
        let redirects = (target.redirects)(edition, &mut taken, Wanted::All)?;
        redirects.into_iter().try_for_each(put)?;
        let search = (target.search)(edition, Wanted::All)?;
        search.into_iter().try_for_each(put)?;
    }
    // What pages show that are made for the full text alone is published by their own shares.
    let published = edition.published();
    let mut full_text = FullText::default();
    if has_full_text(edition, shard) {
        texts
            .records
            .extend(articles(edition, others, true, &|_| Ok::<(), E>(()))?);
        full_text = (target.full_text)(edition, &texts)?;
        std::mem::take(&mut full_text.pages)
            .into_iter()
            .try_for_each(put)?;
    }
    let files: Vec<Page> = published.into_iter().map(Page::copy).collect();
    let failed = files.into_par_iter().map(put).find_map_first(Result::err);
    failed.map_or(Ok(full_text), Err)
}
