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
pub mod render;
pub mod write;

pub use check::{Report, Summary, check, fingerprints};
pub use discover::{DiskWorld, LoadError, MemoryWorld, Overrides, World};
pub use mend::{Change, Mended, Mending, mend};
pub use render::{RenderError, Target, render};
pub use write::{
    DiskOutput, MemoryOutput, Output, Rewrite, RewriteError, WriteError, Written, rewrite, write,
};

use std::sync::Arc;

use diagnostic::{Diagnostic, Fault, Parsed, Severity, Source};
use discover::{Found, FoundArticle, FoundFile};
use locale::Locale;
use model::{Article, Config, Parts, Site};
use rayon::prelude::*;

/// Every kind of fault that can be reported: those of reading, then the rules.
pub fn faults() -> Vec<&'static Fault> {
    let reading = discover::faults::FAULTS
        .iter()
        .chain(&parse::faults::FAULTS)
        .copied();
    reading
        .chain([&model::SCHEMA_MISMATCH])
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
    let text = discover::configuration(world)?;
    let names: Vec<&str> = faults().iter().map(|fault| fault.name).collect();
    let config = parse::config(text.value, &names);
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(config.diagnostics);
    if diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
    {
        return Err(LoadError::Configuration(diagnostics));
    }
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

/// Reads all articles, as many at a time as there are threads.
fn parts(
    world: &dyn World,
    config: Config,
    found: Found,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parts {
    let read: Vec<Parsed<Option<Article>>> = found
        .articles
        .into_par_iter()
        .map(|article| read(world, &config, article))
        .collect();
    let mut articles = Vec::with_capacity(read.len());
    for article in read {
        diagnostics.extend(article.diagnostics);
        articles.extend(article.value);
    }
    Parts {
        config,
        locales: found.locales,
        articles,
        files: found.files.into_iter().collect(),
        docsets: around(&found.docsets, parse::docset, diagnostics),
        contents: around(&found.contents, parse::toc, diagnostics),
        templates: found.templates,
        words: found.words,
    }
}

/// Reads the text of a file in a folder of a language.
type Parse<T> = fn(&Arc<Locale>, &str, &Arc<Source>) -> Parsed<Option<T>>;

/// Reads files that stand around articles; what nobody can read is left out.
fn around<T>(files: &[FoundFile], parse: Parse<T>, diagnostics: &mut Vec<Diagnostic>) -> Vec<T> {
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
    let parsed = parse::article(article.id, &article.locale, &source, text.value.version);
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(parsed.diagnostics);
    Parsed {
        value: Some(parsed.value),
        diagnostics,
    }
}
