//! Where a catalogue comes from: a file, a folder of published ones, or the sources.

// This file is where the command asks for the catalogues that a folder holds, and for the variable that names one.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glotta::diagnostic::{Diagnostic, Source};
use glotta::discover::{LoadError, Overrides};
use glotta::locale::Locale;
use glotta::model::{Catalogue, Site};

use super::super::arguments::{ExplainOptions, Global};
use super::super::catalogue::{self, FILE, FOLDER};
use super::super::paths::Paths;
use super::super::project;
use super::super::terminal::Terminal;
use super::{language, near};

/// The variable that names a catalogue.
const VARIABLE: &str = "GLOTTA_CATALOGUE";

/// What a site says, in the language of the answer.
pub struct Origin {
    pub catalogue: Catalogue,
    /// The folder of that language.
    pub locale: String,
    /// Where it was read from the sources.
    pub sources: Option<Sources>,
}

/// A site that was read, and where its files are.
pub struct Sources {
    pub site: Site,
    pub paths: Paths,
}

/// Why there is no catalogue.
pub enum Trouble {
    /// There are no sources, and nobody named any.
    NoSite(LoadError),
    /// What somebody named cannot be had.
    Failed(String),
}

impl Trouble {
    /// What is wrong, where a name was to be explained that is no rule's.
    pub fn told(self, name: &str) -> String {
        match self {
            Trouble::Failed(message) => message,
            Trouble::NoSite(error) => {
                let error = error.to_string();
                let cause = error.lines().next().unwrap_or_default();
                let meant = near::meant(&near::suggestions(name, None));
                let meant = meant.map_or_else(String::new, |meant| format!("{meant} Else "));
                format!(
                    "there is no rule `{name}`, and no site that has a key or a name to explain: {cause}\n\
                     help: {meant}name a catalogue that `glotta build --targets catalogue` made with `--catalogue`, or the folder \
                     of the articles with `--source`"
                )
            }
        }
    }
}

impl Origin {
    /// Reads what the command line names: a catalogue, or else the sources.
    ///
    /// Of a folder of published catalogues the one of the language is read, and no other.
    pub fn of(
        global: &Global,
        options: &ExplainOptions,
        terminal: &Terminal,
    ) -> Result<Origin, Trouble> {
        let origin = match named(global, options) {
            None => return from_sources(global, terminal),
            Some(path) if path.is_dir() => of_folder(&path, &global.locale, terminal),
            Some(path) => read(&path).and_then(|it| of_one(it, &path, &global.locale, terminal)),
        };
        origin.map_err(Trouble::Failed)
    }

    /// The words that the site itself brings.
    pub fn own_words(&self) -> &[Arc<Source>] {
        let sources = self.sources.as_ref();
        sources.map_or(&[], |sources| sources.site.words.as_slice())
    }
}

/// The catalogue that is named: that of the environment stands back where the command line names a project.
fn named(global: &Global, options: &ExplainOptions) -> Option<PathBuf> {
    let from_variable = || {
        let path = std::env::var_os(VARIABLE).filter(|path| !path.is_empty())?;
        (global.source.is_none() && global.config.is_none()).then(|| PathBuf::from(path))
    };
    options.catalogue.clone().or_else(from_variable)
}

fn from_sources(global: &Global, terminal: &Terminal) -> Result<Origin, Trouble> {
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what a column holds shows in all of them together.
        locales: Vec::new(),
        ..Overrides::default()
    };
    let world = project::world(global, overrides);
    let working = terminal.working("reading");
    let site = glotta::load(&world).map_err(failed)?.value;
    let catalogue = glotta::render::catalogue(&site);
    drop(working);
    let catalogue = catalogue.map_err(|error| Trouble::Failed(error.to_string()))?;
    let chosen = chosen(catalogue, &global.locale, terminal);
    let (catalogue, locale) = chosen.ok_or_else(|| Trouble::Failed(NO_LANGUAGE.into()))?;
    let paths = Paths::of(&world, &site.config);
    Ok(Origin {
        catalogue,
        locale,
        sources: Some(Sources { site, paths }),
    })
}

/// A catalogue without languages says nothing.
const NO_LANGUAGE: &str =
    "the catalogue lists no language\nhelp: build it again with `glotta build --targets catalogue`";

fn failed(error: LoadError) -> Trouble {
    match error {
        LoadError::MissingSource { .. }
        | LoadError::SourceIsAFile { .. }
        | LoadError::NoLocale { .. }
        | LoadError::NoArticle { .. } => Trouble::NoSite(error),
        LoadError::Configuration(faults) => Trouble::Failed(unreadable(&faults)),
        other => Trouble::Failed(other.to_string()),
    }
}

/// The faults of a configuration, each on a line of its own.
fn unreadable(faults: &[Diagnostic]) -> String {
    let faults = faults.iter().map(|fault| {
        let source = &fault.primary.source;
        let position = source.position(fault.primary.span.start);
        let (line, column) = (position.line, position.column);
        format!("\n{}:{line}:{column}: {}", source.path(), fault.message)
    });
    let faults: String = faults.collect();
    format!("the configuration has faults that must be mended first:{faults}")
}

/// The folder of an output, or the folder of the catalogues in it.
fn of_folder(folder: &Path, tags: &[String], terminal: &Terminal) -> Result<Origin, String> {
    let below = folder.join(FOLDER);
    let home = if below.is_dir() { &below } else { folder };
    let folders = languages(home)?;
    let all = folder.join(FILE);
    if folders.is_empty() {
        if all.is_file() {
            return of_one(read(&all)?, &all, tags, terminal);
        }
        return Err(format!(
            "{} holds no catalogue\nhelp: make them with `glotta build --targets catalogue`",
            folder.display()
        ));
    }
    let file = |locale: &str| home.join(format!("{locale}.json"));
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let wanted = language::wanted(tags, &folders, LACKS, terminal);
    let locale = match wanted {
        Some(locale) => locale,
        None => {
            let reference = catalogue::reference(&file(folders[0])).map_err(told)?;
            let found = reference.and_then(|it| folders.iter().find(|own| **own == it));
            found.copied().unwrap_or(folders[0])
        }
    };
    let path = file(locale);
    Ok(Origin {
        catalogue: read(&path)?,
        locale: locale.to_owned(),
        sources: None,
    })
}

/// What is told of a language that a site does not have.
const LACKS: &str = "the site is not";

/// The languages of a folder of catalogues, sorted.
fn languages(folder: &Path) -> Result<Vec<String>, String> {
    let unreadable = |cause| format!("{} cannot be read: {cause}", folder.display());
    let entries = fs::read_dir(folder).map_err(unreadable)?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()))
        .filter(|name| Locale::declared(name).is_ok())
        .collect();
    names.sort();
    Ok(names)
}

fn of_one(
    catalogue: Catalogue,
    path: &Path,
    tags: &[String],
    terminal: &Terminal,
) -> Result<Origin, String> {
    let chosen = chosen(catalogue, tags, terminal);
    let (catalogue, locale) = chosen.ok_or_else(|| format!("{}: {NO_LANGUAGE}", path.display()))?;
    Ok(Origin {
        catalogue,
        locale,
        sources: None,
    })
}

/// The catalogue in the language that is wanted, else in the reference, else in the first.
fn chosen(
    mut catalogue: Catalogue,
    tags: &[String],
    terminal: &Terminal,
) -> Option<(Catalogue, String)> {
    let locales = catalogue.locales.iter();
    let folders: Vec<String> = locales.map(|it| it.locale.clone()).collect();
    let names: Vec<&str> = folders.iter().map(String::as_str).collect();
    let reference = catalogue.reference.as_deref();
    let locale = language::wanted(tags, &names, LACKS, terminal)
        .or_else(|| names.iter().copied().find(|own| Some(*own) == reference))
        .or_else(|| names.first().copied())?;
    if catalogue.locales.len() > 1 {
        help_out(&mut catalogue, locale);
        catalogue = catalogue.within(locale)?;
    }
    Some((catalogue, locale.to_owned()))
}

/// Lets every language help out, the reference first: whoever asks for a row wants an answer, whatever the pages show.
fn help_out(catalogue: &mut Catalogue, locale: &str) {
    let folders = catalogue.locales.iter().map(|it| it.locale.clone());
    let others: Vec<String> = catalogue.reference.iter().cloned().chain(folders).collect();
    let own = catalogue.locales.iter_mut().find(|it| it.locale == locale);
    if let Some(own) = own {
        for other in others {
            if other != locale && !own.fallback.contains(&other) {
                own.fallback.push(other);
            }
        }
    }
}

fn read(path: &Path) -> Result<Catalogue, String> {
    catalogue::read(path).map_err(told)
}

fn told(failure: catalogue::Failure) -> String {
    failure.to_string()
}
