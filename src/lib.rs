//! Glotta reads Markdown articles that exist in many languages, checks that they state the same facts, and publishes them
//! as HTML, Markdown and manual pages.
//!
//! Four functions between plain values do the work; `cli` only chooses and prints.
//!
//! ```
//! use glotta::discover::MemoryWorld;
//! use glotta::model::Levels;
//!
//! let table = |name: &str| format!("# A\n\n| Id | {name} |\n|---|---|\n| 101 | x |\n| 102 | y |\n| 103 | z |\n");
//! let world = MemoryWorld::new()
//!     .with("docs-src/de-de/a.md", table("Wert"))
//!     .with("docs-src/fr-fr/a.md", table("Valeur"))
//!     .with("docs-src/sv-se/a.md", table("Värde").replace("| 102 | y |\n", ""));
//!
//! let site = glotta::load(&world)?.value;
//! let report = glotta::check(&site, &Levels::default());
//! assert_eq!(report.diagnostics[0].message, "the table lacks row `102`");
//! assert_eq!(report.diagnostics[0].primary.source.path(), "sv-se/a.md");
//! # Ok::<(), glotta::discover::LoadError>(())
//! ```

mod archive;
pub mod check;
pub mod diagnostic;
pub mod discover;
pub mod locale;
mod mend;
pub mod model;
pub mod parse;
mod provenance;
mod published;
mod reading;
pub mod render;
pub mod write;

pub use archive::{Archive, ByText};
pub use check::{Report, Summary, check, fingerprints};
pub use discover::{DiskWorld, LoadError, MemoryWorld, Overrides, World};
pub use mend::{Change, Mended, Mending, mend};
pub use provenance::provenance;
pub use reading::{Memory, Reading, configuration};
pub use render::{
    Old, PageNotes, Press, RenderError, Rendered, Shown, Target, render, render_again, render_each,
    render_share,
};
pub use write::{
    DiskOutput, Joined, MemoryOutput, Output, Publication, Rewrite, RewriteError, Stamp,
    WriteError, Written, join, rewrite, write,
};

use diagnostic::{Fault, Parsed};
use discover::Shelf;
use model::{Page, Prints, Shard, Site};

/// Every kind of fault that can be reported: those of reading, then the rules.
pub fn faults() -> Vec<&'static Fault> {
    let reading = discover::faults::FAULTS
        .iter()
        .chain(&parse::faults::FAULTS)
        .copied();
    reading
        .chain([&model::SCHEMA_MISMATCH])
        .chain(model::REDIRECT_FAULTS)
        .chain(check::faults::FAULTS)
        .chain(check::rules().map(|rule| &rule.fault))
        .collect()
}

/// Finds and reads everything that belongs to a site, and puts its languages side by side.
///
/// What is wrong with somebody's text is a diagnostic, and the site is as good as the texts allow. [`Levels::apply`] gives the
/// diagnostics the severity that the configuration wants.
///
/// [`Levels::apply`]: model::Levels::apply
///
/// # Errors
///
/// Where there is no site: a configuration with errors, or a source folder that is missing or holds no article.
pub fn load(world: &dyn World) -> Result<Parsed<Site>, LoadError> {
    let read = reading::read(world, None, None, None)?;
    Ok(read.site(None))
}

/// As [`load`], with what an archive knows of articles; and what was noticed when each text was parsed, for the next archive.
///
/// # Errors
///
/// As [`load`].
pub fn load_again(world: &dyn World, known: &Archive) -> Result<(Parsed<Site>, ByText), LoadError> {
    let mut read = reading::read(world, None, None, Some(known))?;
    let noticed = std::mem::take(&mut read.noticed);
    Ok((read.site(None), noticed))
}

/// Asks the images of a site how large they are, so that pages leave them room before they are there.
///
/// An image that does not say it, or has gone meanwhile, is shown without.
///
/// # Errors
///
/// Where the system keeps an image from us: the page would be another than with it.
pub fn measured(world: &dyn World, mut site: Site) -> Result<Site, WriteError> {
    site.sizes = reading::sizes(world, &site)?;
    Ok(site)
}

/// Why a site was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Publishes the pages of a site, and the files of its source folder that they show or link to.
///
/// A file is read when it is published, as many at a time as there are threads.
///
/// # Errors
///
/// As [`write()`]; where a file has gone since the site was loaded, before any page is changed.
pub fn publish(
    world: &dyn World,
    site: &Site,
    pages: &[Page],
    out: &dyn Output,
) -> Result<Written, WriteError> {
    write(pages, &files(world, site), out)
}

/// Makes a share of the pages of a target and puts each into a publication at once, so that none is held for longer than it takes to write it.
///
/// # Errors
///
/// Where a page cannot be made or put; nobody has seen anything of the publication then.
pub fn put(
    world: &dyn World,
    site: &Site,
    target: &Target,
    shard: Shard,
    publication: &Publication,
) -> Result<(), PublishError> {
    let files = files(world, site);
    render_each(site, target, shard, &|page| {
        Ok(publication.put(&page, &files)?)
    })
}

/// As [`put`], but for pages that would be made as they were made last: those are still to be [kept](Publication::stay_all).
///
/// # Errors
///
/// As [`put`].
pub fn put_again(
    world: &dyn World,
    site: &Site,
    (target, shard): (&Target, Shard),
    prints: &Prints,
    last: (Option<&PageNotes>, &Old),
    publication: &Publication,
) -> Result<Rendered, PublishError> {
    let files = files(world, site);
    render_again(site, target, shard, prints, last, &|page| {
        Ok(publication.put(&page, &files)?)
    })
}

/// Reads files of the source folder for those who publish them.
fn files<'a>(
    world: &'a dyn World,
    site: &Site,
) -> impl Fn(&str) -> Result<Vec<u8>, WriteError> + Sync + use<'a> {
    let shelf = Shelf::Articles(site.config.source.clone());
    let place = world.place(&shelf);
    move |path| {
        let failed = |cause| WriteError::File {
            path: format!("{place}/{path}"),
            cause,
        };
        world.read(&shelf, path).map_err(failed)
    }
}
