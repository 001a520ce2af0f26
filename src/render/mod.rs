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
pub use press::{Press, Shown};
pub use status::{STATUS_SCHEMA, status_json};
pub use target::Target;

use again::{FullText, Texts};
use edition::{Edition, Place};
use press::Wanted;

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
    let edition = Edition::new(site, target)?;
    let (own, others) = share(&edition, shard);
    let made = press::articles(&edition, &own)?;
    let texts = Texts::default();
    let (pages, _) = completed(&edition, shard, made, &others, texts)?;
    Ok(pages)
}

/// As [`render_share`], but for pages that would be made as they were made last; all is noted that the next time depends on. `old` gives the bytes of
/// pages that were made last.
pub fn render_again(
    site: &Site,
    target: &Target,
    shard: Shard,
    prints: &Prints,
    (last, old): (Option<&PageNotes>, &Old),
) -> Result<Rendered, RenderError> {
    let edition = Edition::new(site, target)?;
    let (own, others) = share(&edition, shard);
    let mut made = again::articles(&edition, &own, prints, last)?;
    let texts = Texts {
        kept: made.kept.iter().map(String::as_str).collect(),
        old: Some(old),
        last: last.map(|last| &last.full_text),
        ..Texts::default()
    };
    let (pages, full_text) = completed(&edition, shard, made.pages, &others, texts)?;
    made.kept.extend(full_text.kept);
    made.kept.sort();
    made.notes.full_text = full_text.notes;
    Ok(Rendered {
        pages,
        kept: made.kept,
        notes: made.notes,
    })
}

/// The pages of articles that belong to a share, and all others.
fn share(edition: &Edition, shard: Shard) -> (Vec<Place>, Vec<Place>) {
    let places = edition.places().into_iter();
    places.partition(|place| shard.holds(&edition.translations(*place).id))
}

/// Adds all else to the pages of the articles of a share. `others` are those of other shares; `texts` knows the pages that stay.
fn completed(
    edition: &Edition,
    shard: Shard,
    mut pages: Vec<Page>,
    others: &[Place],
    texts: Texts,
) -> Result<(Vec<Page>, FullText), RenderError> {
    let target = edition.target;
    if shard.is_first() {
        pages.extend((target.site)(edition, Wanted::All)?);
        let others = others.iter().map(|place| edition.path(*place));
        let others = others.chain(texts.kept.iter().copied());
        let mut taken = pages.iter().map(|page| page.path.as_str()).chain(others);
        let redirects = (target.redirects)(edition, &mut taken, Wanted::All)?;
        pages.extend(redirects);
        pages.extend((target.search)(edition, Wanted::All)?);
    }
    // What pages show that are made for the full text alone is published by their own shares.
    let published = edition.published();
    let mut full_text = FullText::default();
    if shard.is_last() && (target.full_text_folder)(edition).is_some() {
        let others = press::articles(edition, others)?;
        let all = pages.iter().chain(&others);
        let texts = Texts {
            pages: all.map(|page| (page.path.as_str(), page)).collect(),
            ..texts
        };
        full_text = (target.full_text)(edition, &texts)?;
    }
    pages.append(&mut full_text.pages);
    pages.extend(published.into_iter().map(Page::copy));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((pages, full_text))
}
