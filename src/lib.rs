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

pub mod check;
pub mod diagnostic;
pub mod discover;
mod library;
pub mod locale;
mod mend;
pub mod model;
pub mod parse;
mod provenance;
mod published;
mod reading;
pub mod render;
pub mod write;

pub use check::{Report, Summary, check, fingerprints};
pub use discover::{DiskWorld, LoadError, MemoryWorld, Overrides, World};
pub use library::{ByText, Library, Shelved};
pub use mend::{Change, Mended, Mending, mend};
pub use provenance::provenance;
pub use reading::{Memory, Reading, configuration};
pub use render::{
    PageNotes, Press, RenderError, Rendered, Shown, Target, render, render_again, render_share,
};
pub use write::{
    DiskOutput, Joined, Kept, MemoryOutput, Output, Publication, Rewrite, RewriteError, Stamp,
    WriteError, Written, join, rewrite, write, write_again,
};

use diagnostic::{Fault, Parsed};
use discover::Shelf;
use model::{Page, Site};

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

/// As [`load`], with what a library knows of articles; and what was noticed when each text was parsed, for the next library.
///
/// # Errors
///
/// As [`load`].
pub fn load_again(world: &dyn World, known: &Shelved) -> Result<(Parsed<Site>, ByText), LoadError> {
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
    write(pages, &|path| file(world, site, path), out)
}

/// As [`publish`], beside pages of the last publication that stay as they are; nothing where readers do not find those as it left them, and then
/// nothing was changed.
///
/// # Errors
///
/// As [`publish`].
pub fn publish_again(
    world: &dyn World,
    site: &Site,
    pages: &[Page],
    kept: &Kept,
    out: &dyn Output,
) -> Result<Option<Written>, WriteError> {
    write_again(pages, kept, &|path| file(world, site, path), out)
}

/// The bytes of a file that is published as it is.
fn file(world: &dyn World, site: &Site, path: &str) -> Result<Vec<u8>, WriteError> {
    let shelf = Shelf::Articles(site.config.source.clone());
    let failed = |cause| WriteError::File {
        path: format!("{}/{path}", world.place(&shelf)),
        cause,
    };
    world.read(&shelf, path).map_err(failed)
}
