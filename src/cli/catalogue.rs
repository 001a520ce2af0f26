//! The catalogue that a command is about: a built one from its file, else one made of the sources.

use std::io;
use std::path::{Path, PathBuf};

use glotta::diagnostic::nearest;
use glotta::discover::{LoadError, Overrides, read_file};
use glotta::model::{CATALOGUE_VERSION, Catalogue};
use glotta::render::{self, RenderError};
use serde::Deserialize;

use super::arguments::{Format, Global};
use super::terminal::Terminal;
use super::{Ending, check, project};

/// What the catalogue of all languages is called in the folder of a site.
pub const FILE: &str = "catalogue.json";

/// The folder of those of one language, beside it.
pub const FOLDER: &str = "catalogue";

/// Why there is no catalogue.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(
        "cannot read the catalogue {path}: {cause}\nhelp: name the file `{FILE}` of a built site, or the folder that it is in; `glotta build` makes it where `targets:` has `catalogue`"
    )]
    Unreadable { path: String, cause: io::Error },
    #[error(
        "{path}:{line}:{column}: this is no catalogue: {cause}\nhelp: name a file that `glotta build` or `glotta export` made"
    )]
    Form {
        path: String,
        line: usize,
        column: usize,
        cause: String,
    },
    #[error(
        "{path} is a catalogue of version {version}, and this program reads version {CATALOGUE_VERSION}\nhelp: build it anew, or read it with the program that made it"
    )]
    Version { path: String, version: u64 },
    #[error("the catalogue has no language `{wanted}`\nhelp: {}", nearest(.wanted, &names(.known)))]
    Locale { wanted: String, known: Vec<String> },
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Render(#[from] RenderError),
}

impl Failure {
    /// Says what failed.
    pub fn tell(self, global: &Global, terminal: &Terminal) -> Ending {
        match self {
            Failure::Load(error) => {
                let world = project::world(global, Overrides::default());
                check::failed(error, Format::Human, &check::no_paths(&world), terminal)
            }
            failure => {
                terminal.error(&failure.to_string());
                Ending::Failed
            }
        }
    }
}

/// Reads a built catalogue: the file, or the one of all languages in the folder of a site.
pub fn read(path: &Path) -> Result<Catalogue, Failure> {
    match path.is_dir() {
        true => read_from(&path.join(FILE)),
        false => read_from(path),
    }
}

/// Reads a built catalogue for readers of one language: in the folder of a site the file of that language alone, which is smaller.
pub fn read_within(path: &Path, locale: &str) -> Result<Catalogue, Failure> {
    let own = path.join(FOLDER).join(format!("{locale}.json"));
    let is_name = !locale.is_empty() && !locale.contains(['/', '\\', '.', ':']);
    match is_name && path.is_dir() && own.is_file() {
        true => read_from(&own),
        false => within(&read(path)?, locale),
    }
}

/// Makes the catalogue of the sources, in all languages: names of columns do not depend on which of them are asked for.
pub fn of_sources(global: &Global, terminal: &Terminal) -> Result<Catalogue, Failure> {
    let overrides = Overrides {
        reference: global.reference.clone(),
        locales: Vec::new(),
        ..Overrides::default()
    };
    let world = project::world(global, overrides);
    let _working = terminal.working("reading");
    let site = glotta::load(&world)?.value;
    Ok(render::catalogue(&site)?)
}

/// Returns the catalogue of one language.
pub fn within(catalogue: &Catalogue, locale: &str) -> Result<Catalogue, Failure> {
    let known = || catalogue.locales.iter().map(|own| own.locale.clone());
    catalogue.within(locale).ok_or_else(|| Failure::Locale {
        wanted: locale.to_owned(),
        known: known().collect(),
    })
}

/// Returns the folder of the language that the site of a catalogue holds the others against.
pub fn reference(path: &Path) -> Result<Option<String>, Failure> {
    let bytes = bytes(path)?;
    let beginning: Result<Beginning, serde_json::Error> = serde_json::from_slice(&bytes);
    match beginning {
        Ok(beginning) => Ok(beginning.reference),
        Err(cause) => Err(no_catalogue(path, &cause)),
    }
}

#[derive(Deserialize)]
struct Beginning {
    reference: Option<String>,
}

/// The version alone: of a newer catalogue nothing else may be believed.
#[derive(Deserialize)]
struct Head {
    version: u64,
}

fn read_from(path: &Path) -> Result<Catalogue, Failure> {
    let bytes = bytes(path)?;
    let read: Result<Catalogue, serde_json::Error> = serde_json::from_slice(&bytes);
    let is_ours = |catalogue: &Catalogue| catalogue.version == CATALOGUE_VERSION;
    let cause = match read {
        Ok(catalogue) if is_ours(&catalogue) => return Ok(catalogue),
        Ok(_) => None,
        Err(cause) => Some(cause),
    };
    let head: Option<Head> = serde_json::from_slice(&bytes).ok();
    let other = head.filter(|head| head.version != u64::from(CATALOGUE_VERSION));
    Err(match (other, cause) {
        (None, Some(cause)) => no_catalogue(path, &cause),
        (other, _) => Failure::Version {
            path: path.display().to_string(),
            version: other.map_or(0, |head| head.version),
        },
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    read_file(path).map_err(|cause| Failure::Unreadable {
        path: path.display().to_string(),
        cause,
    })
}

fn no_catalogue(path: &Path, cause: &serde_json::Error) -> Failure {
    Failure::Form {
        path: path.display().to_string(),
        line: cause.line().max(1),
        column: cause.column().max(1),
        cause: without_place(cause),
    }
}

/// What is wrong, without the place that stands before it anyway.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cut = text.rfind(" at line ").unwrap_or(text.len());
    text[..cut].to_owned()
}

fn names(known: &[String]) -> Vec<&str> {
    known.iter().map(String::as_str).collect()
}

/// The catalogue of a file, else that of the sources; with one language on the command line it may be that of this language alone.
pub fn of(
    global: &Global,
    file: Option<&PathBuf>,
    terminal: &Terminal,
) -> Result<Catalogue, Failure> {
    match (file, global.locale.as_slice()) {
        (Some(file), [locale]) => read_within(file, locale),
        (Some(file), _) => read(file),
        (None, _) => of_sources(global, terminal),
    }
}
