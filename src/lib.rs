//! Glotta reads Markdown articles that exist in many languages, checks that they state the same facts, and publishes them.

pub mod check;
pub mod diagnostic;
pub mod discover;
pub mod locale;
pub mod model;
pub mod parse;
pub mod write;

/// PROVISIONAL: stands in for `src/render` until that is merged.
pub mod render {
    use crate::model::{Page, Site, TargetName};

    pub struct Target {
        pub name: TargetName,
    }

    impl Target {
        pub fn named(name: TargetName) -> &'static Target {
            static HTML: Target = Target {
                name: TargetName::Html,
            };
            static MARKDOWN: Target = Target {
                name: TargetName::Markdown,
            };
            static MAN: Target = Target {
                name: TargetName::Man,
            };
            match name {
                TargetName::Html => &HTML,
                TargetName::Markdown => &MARKDOWN,
                TargetName::Man => &MAN,
            }
        }
    }

    #[derive(Debug, thiserror::Error)]
    pub enum RenderError {}

    pub fn render(site: &Site, target: &Target) -> Result<Vec<Page>, RenderError> {
        let extension = match target.name {
            TargetName::Html => "html",
            TargetName::Markdown => "md",
            TargetName::Man => "7",
        };
        Ok(site
            .articles()
            .map(|article| {
                let path = format!("{}/{}.{extension}", article.locale.folder(), article.id);
                Page::new(path, article.title())
            })
            .collect())
    }
}

pub use check::{Report, Summary, check};
pub use discover::{DiskWorld, LoadError, MemoryWorld, Overrides, World};
pub use render::{RenderError, Target, render};
pub use write::{DiskOutput, MemoryOutput, Output, WriteError, Written, write};

use rayon::prelude::*;

use diagnostic::{Diagnostic, Fault, Parsed};
use model::{Article, Config, Parts, Site};

/// Finds, reads and groups everything that belongs to a site.
///
/// What is wrong in articles comes with the site; a configuration that is wrong, or nothing to read, is an error.
pub fn load(world: &dyn World) -> Result<Parsed<Site>, LoadError> {
    let config = configure(world)?;
    let found = discover::discover(world, &config)?;
    let mut diagnostics = found.diagnostics;
    let (articles, reports): (Vec<Article>, Vec<Vec<Diagnostic>>) = found
        .value
        .articles
        .par_iter()
        .map(|found| article(world, &config, found))
        .unzip();
    diagnostics.extend(reports.into_iter().flatten());
    let site = Site::group(Parts {
        config,
        locales: found.value.locales,
        articles,
        templates: found.value.templates,
        words: found.value.words,
    });
    diagnostics.extend(site.diagnostics);
    Diagnostic::sort(&mut diagnostics);
    Ok(Parsed {
        value: site.value,
        diagnostics,
    })
}

fn configure(world: &dyn World) -> Result<Config, LoadError> {
    let file = discover::configuration(world)?;
    let names: Vec<&str> = faults().map(|fault| fault.name).collect();
    let parsed = parse::config(file.value, &names);
    let mut diagnostics = file.diagnostics;
    diagnostics.extend(parsed.diagnostics);
    if !diagnostics.is_empty() {
        return Err(LoadError::Configuration(diagnostics));
    }
    let mut config = parsed.value;
    world.overrides().apply(&mut config);
    Ok(config)
}

fn article(
    world: &dyn World,
    config: &Config,
    found: &discover::FoundArticle,
) -> (Article, Vec<Diagnostic>) {
    let text = discover::read(world, config, found);
    let parsed = parse::article(
        found.id.clone(),
        &found.locale,
        &text.value.source,
        text.value.version,
    );
    let mut diagnostics = text.diagnostics;
    diagnostics.extend(parsed.diagnostics);
    (parsed.value, diagnostics)
}

/// Every kind of fault that can be reported: its name is what `levels`, `--only` and `--skip` speak of.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    let rules = check::RULES.iter().map(|rule| &rule.fault);
    let parse = parse::faults::FAULTS.into_iter();
    let discover = discover::faults::FAULTS.into_iter();
    rules.chain(parse).chain(discover)
}
