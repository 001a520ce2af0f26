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
pub mod locale;
mod mend;
pub mod model;
pub mod parse;
mod provenance;
mod published;
pub mod render;
pub mod write;

pub use check::{Report, Summary, check, fingerprints};
pub use discover::{DiskWorld, LoadError, MemoryWorld, Overrides, World};
pub use mend::{Change, Mended, Mending, mend};
pub use provenance::provenance;
pub use render::{RenderError, Target, render, render_share};
pub use write::{
    DiskOutput, Joined, MemoryOutput, Output, Publication, Rewrite, RewriteError, Stamp,
    WriteError, Written, join, rewrite, write,
};

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::sync::Arc;

use diagnostic::{Diagnostic, Fault, Parsed, Severity, Source};
use discover::{Found, FoundArticle, FoundFile, Shelf};
use locale::Locale;
use model::{
    Article, Config, Link, Page, Parts, Site, Size, is_image, named_files, percent_decoded,
};
use rayon::prelude::*;

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
    let config = configuration(world)?;
    let mut diagnostics = config.diagnostics;
    let mut config = config.value;
    world.overrides().apply(&mut config);
    if config.allow.iter().any(|entry| entry.until.is_some()) {
        config.today = world.today();
    }
    let found = discover::discover(world, &config)?;
    diagnostics.extend(found.diagnostics);
    let site = Site::group(parts(world, config, found.value, &mut diagnostics));
    diagnostics.extend(site.diagnostics);
    Diagnostic::sort(&mut diagnostics);
    Ok(Parsed {
        value: site.value,
        diagnostics,
    })
}

/// Reads the configuration alone.
///
/// # Errors
///
/// Where it cannot be read, or has errors.
pub fn configuration(world: &dyn World) -> Result<Parsed<Config>, LoadError> {
    let text = discover::configuration(world)?;
    let names: Vec<&str> = faults().iter().map(|fault| fault.name).collect();
    let config = parse::config(text.value, &names);
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(config.diagnostics);
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    match diagnostics.iter().any(is_error) {
        true => Err(LoadError::Configuration(diagnostics)),
        false => Ok(Parsed {
            value: config.value,
            diagnostics,
        }),
    }
}

/// Asks the images of a site how large they are, so that pages leave them room before they are there.
///
/// An image that does not say it, or has gone meanwhile, is shown without.
///
/// # Errors
///
/// Where the system keeps an image from us: the page would be another than with it.
pub fn measured(world: &dyn World, mut site: Site) -> Result<Site, WriteError> {
    let shelf = Shelf::Articles(site.config.source.clone());
    let size = |path: &String| match world.head(&shelf, path, parse::IMAGE_HEAD) {
        Ok(head) => Ok(parse::image_size(&head).map(|size| (path.clone(), size))),
        Err(error) if error.kind() == ErrorKind::NotFound || error.raw_os_error().is_none() => {
            Ok(None)
        }
        Err(cause) => Err(WriteError::File {
            path: format!("{}/{path}", world.place(&shelf)),
            cause,
        }),
    };
    let images: Vec<&String> = site.files.iter().filter(|path| is_image(path)).collect();
    let sizes: Vec<Option<(String, Size)>> = images
        .into_par_iter()
        .map(size)
        .collect::<Result<_, WriteError>>()?;
    site.sizes = sizes.into_iter().flatten().collect();
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
    let shelf = Shelf::Articles(site.config.source.clone());
    let place = world.place(&shelf);
    let file = |path: &str| {
        let failed = |cause| WriteError::File {
            path: format!("{place}/{path}"),
            cause,
        };
        world.read(&shelf, path).map_err(failed)
    };
    write(pages, &file, out)
}

/// Reads all articles, as many at a time as there are threads.
fn parts(
    world: &dyn World,
    config: Config,
    mut found: Found,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parts {
    let published = published::read(world, &config, &found, diagnostics);
    let read: Vec<Parsed<Option<Article>>> = std::mem::take(&mut found.articles)
        .into_par_iter()
        .map(|article| read(world, &config, article))
        .collect();
    let mut articles = Vec::with_capacity(read.len());
    for article in read {
        diagnostics.extend(article.diagnostics);
        articles.extend(article.value);
    }
    let limits = config.limits;
    let snippets = discover::snippets(world, &config, &shown(&found, &articles));
    diagnostics.extend(snippets.diagnostics);
    Parts {
        config,
        snippets: snippets.value,
        locales: found.locales,
        articles,
        files: found.files.into_iter().collect(),
        redirects: published.redirects,
        published_folders: published.folders,
        docsets: around(&found.docsets, parse::docset, diagnostics),
        pivots: around(
            &found.pivots,
            |locale, _, source| parse::pivots(locale, source, &limits),
            diagnostics,
        ),
        contents: around(
            &found.contents,
            |locale, folder, source| parse::toc(locale, folder, source, &limits),
            diagnostics,
        ),
        templates: found.templates,
        pictures: found.pictures,
        words: found.words,
    }
}

/// The files that articles show as code, in every language that has them: another's may stand in for one's own.
fn shown(found: &Found, articles: &[Article]) -> BTreeSet<String> {
    let links = articles.iter().flat_map(|article| {
        let links = article.links.iter();
        links.map(move |link| (article, link))
    });
    let shows = |link: &Link| {
        let inclusion = link.inclusion.as_ref();
        inclusion.is_some_and(|inclusion| inclusion.code.is_some())
    };
    let named: BTreeSet<String> = links
        .filter(|(_, link)| shows(link))
        .flat_map(|(article, link)| {
            let path = link
                .destination
                .split(['#', '?'])
                .next()
                .unwrap_or_default();
            named_files(&found.locales, article, &percent_decoded(path.trim()))
        })
        .collect();
    let of_locale = |path: &String| {
        let locales = found.locales.iter();
        let paths: Vec<String> = locales
            .map(|locale| format!("{}/{path}", locale.folder()))
            .collect();
        paths
    };
    let all = named.iter().flat_map(of_locale);
    all.filter(|path| found.files.binary_search(path).is_ok())
        .collect()
}

/// Reads files that stand around articles; what nobody can read is left out.
fn around<T>(
    files: &[FoundFile],
    parse: impl Fn(&Arc<Locale>, &str, &Arc<Source>) -> Parsed<Option<T>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut values = Vec::with_capacity(files.len());
    for file in files {
        let parsed = parse(&file.locale, &file.folder, &file.source);
        diagnostics.extend(parsed.diagnostics.into_iter().map(|mut report| {
            report.locale = Some(file.locale.folder().to_owned());
            report
        }));
        values.extend(parsed.value);
    }
    values
}

/// Reads an article; one whose bytes cannot be had is reported and left out, so that nobody compares with nothing.
fn read(world: &dyn World, config: &Config, article: FoundArticle) -> Parsed<Option<Article>> {
    let text = discover::read(world, config, &article);
    let unreadable =
        |diagnostic: &Diagnostic| diagnostic.rule == discover::faults::UNREADABLE_ARTICLE.name;
    if text.diagnostics.iter().any(unreadable) {
        return Parsed {
            value: None,
            diagnostics: text.diagnostics,
        };
    }
    let source = Arc::clone(&text.value.source);
    let parsed = parse::article_within(
        &config.limits,
        article.id,
        &article.locale,
        &source,
        text.value.version,
        config.cjk_emphasis,
    );
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(parsed.diagnostics);
    Parsed {
        value: Some(parsed.value),
        diagnostics,
    }
}
