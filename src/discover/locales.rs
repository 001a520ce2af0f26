//! Decides which folders are languages.

use std::sync::Arc;

use super::faults::{DUPLICATE_LOCALE, MISSING_LOCALE, UNKNOWN_LOCALE};
use super::{LoadError, Overrides};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::locale::{Locale, LocaleError};
use crate::model::{Config, LocaleConfig, Reference};

/// A folder directly under the source.
pub(super) struct Folder<'a> {
    pub name: &'a str,
    /// How many Markdown files stand in it, at any depth.
    pub articles: usize,
}

/// Returns the languages among the folders, sorted by folder, and reports the folders that should be languages.
pub(super) fn choose(
    folders: &[Folder<'_>],
    config: &Config,
    overrides: &Overrides,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Arc<Locale>>, LoadError> {
    let locales = if config.locales.is_empty() {
        by_name(folders, diagnostics)
    } else {
        configured(folders, config, diagnostics)
    };
    let mut locales = without_doubles(locales, diagnostics);
    locales.sort_by(|a, b| a.folder().cmp(b.folder()));
    diagnostics.extend(missing_reference(&locales, config, overrides)?);
    wanted(locales, config, overrides)
}

/// Every folder whose name is the tag of a known language.
fn by_name(folders: &[Folder<'_>], diagnostics: &mut Vec<Diagnostic>) -> Vec<Locale> {
    let mut locales = Vec::new();
    for folder in folders {
        match Locale::from_folder(folder.name) {
            Ok(locale) => locales.push(locale),
            Err(_) if folder.articles == 0 => {}
            Err(error) => diagnostics.push(unknown(folder, error)),
        }
    }
    locales
}

fn unknown(folder: &Folder<'_>, error: LocaleError) -> Diagnostic {
    let name = folder.name;
    let source = Arc::new(Source::new(name, ""));
    let message = format!("the name of the folder `{name}` is {error}");
    let files = match folder.articles {
        1 => "its Markdown file is".to_owned(),
        count => format!("its {count} Markdown files are"),
    };
    let hyphenated = name.replace('_', "-");
    let help = match (error, Locale::from_folder(&hyphenated)) {
        (LocaleError::NotATag, Ok(_)) => format!("rename it to `{hyphenated}`"),
        (LocaleError::NotATag, Err(_)) => {
            "give it the name of a language, as in `pt-br`, or move it out of the source folder"
                .into()
        }
        (LocaleError::UnknownLanguage, _) => {
            "mend the name, or list it under `locales:` in glotta.yml if it is right".into()
        }
    };
    Diagnostic::new(&UNKNOWN_LOCALE, &source, Span::default(), message)
        .note(format!("{files} neither checked nor published"))
        .help(help)
}

/// The folders that the configuration lists, which may have tags that nobody knows.
fn configured(
    folders: &[Folder<'_>],
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Locale> {
    let mut locales = Vec::new();
    for (tag, settings) in &config.locales {
        let mut named = folders
            .iter()
            .filter(|folder| folder.name.eq_ignore_ascii_case(tag))
            .filter_map(|folder| Locale::declared(folder.name).ok())
            .map(|locale| locale.named(settings.name.clone()))
            .peekable();
        if named.peek().is_none() {
            diagnostics.push(missing(config, tag, settings));
        }
        locales.extend(named);
    }
    locales
}

fn missing(config: &Config, tag: &str, settings: &LocaleConfig) -> Diagnostic {
    let message = format!("the locale `{tag}` has no folder");
    Diagnostic::new(&MISSING_LOCALE, &config.file, settings.span, message).help(format!(
        "make the folder {}/{tag}, or remove the locale here",
        config.source
    ))
}

/// Keeps the first of two folders that are one language: `de-de` and `de-DE` can stand side by side on Linux only.
fn without_doubles(locales: Vec<Locale>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Arc<Locale>> {
    let mut kept: Vec<Arc<Locale>> = Vec::new();
    for locale in locales {
        match kept.iter().find(|other| other.tag() == locale.tag()) {
            Some(other) => diagnostics.push(double(&locale, other)),
            None => kept.push(Arc::new(locale)),
        }
    }
    kept
}

fn double(locale: &Locale, other: &Locale) -> Diagnostic {
    let source = Arc::new(Source::new(locale.folder(), ""));
    let message = format!(
        "the folders `{}` and `{}` are both {}",
        other.folder(),
        locale.folder(),
        locale.tag()
    );
    Diagnostic::new(&DUPLICATE_LOCALE, &source, Span::default(), message)
        .note(format!("only `{}` is read", other.folder()))
        .help("put all articles of a language into one folder")
}

fn is_folder(locale: &Locale, name: &str) -> bool {
    locale.folder().eq_ignore_ascii_case(name)
}

/// A reference that no folder bears: the configuration's mistake has a place there, the command line's has none.
fn missing_reference(
    locales: &[Arc<Locale>],
    config: &Config,
    overrides: &Overrides,
) -> Result<Option<Diagnostic>, LoadError> {
    let Reference::Locale(name) = &config.reference else {
        return Ok(None);
    };
    if locales.is_empty() || locales.iter().any(|locale| is_folder(locale, name)) {
        return Ok(None);
    }
    if overrides.reference.is_some() {
        return Err(no_such_locale(name, locales));
    }
    let message = format!("the reference locale `{name}` has no folder");
    let span = key(&config.file, "reference:");
    let report = Diagnostic::new(&MISSING_LOCALE, &config.file, span, message).help(format!(
        "make the folder {}/{name}, or take one of those that are there: {}",
        config.source,
        names(locales)
    ));
    Ok(Some(report))
}

/// Where a key stands at the beginning of a line.
fn key(file: &Source, key: &str) -> Span {
    let text = file.text();
    let begins_line = |at: &usize| *at == 0 || text.as_bytes()[at - 1] == b'\n';
    let mut places = text.match_indices(key).map(|(at, _)| at);
    places
        .find(begins_line)
        .map_or(Span::default(), |at| Span::new(at, at + key.len() - 1))
}

fn no_such_locale(name: &str, locales: &[Arc<Locale>]) -> LoadError {
    LoadError::NoSuchLocale {
        wanted: name.to_owned(),
        known: names(locales),
    }
}

fn names(locales: &[Arc<Locale>]) -> String {
    let names: Vec<&str> = locales.iter().map(|locale| locale.folder()).collect();
    names.join(", ")
}

/// Keeps the languages that the caller wants, and the reference, without which they cannot be checked.
fn wanted(
    locales: Vec<Arc<Locale>>,
    config: &Config,
    overrides: &Overrides,
) -> Result<Vec<Arc<Locale>>, LoadError> {
    for name in &overrides.locales {
        if !locales.is_empty() && !locales.iter().any(|locale| is_folder(locale, name)) {
            return Err(no_such_locale(name, &locales));
        }
    }
    let is_reference = |locale: &Locale| match &config.reference {
        Reference::Locale(name) => is_folder(locale, name),
        _ => false,
    };
    let is_wanted = |locale: &Arc<Locale>| {
        let named = |name: &String| is_folder(locale, name);
        overrides.locales.is_empty() || overrides.locales.iter().any(named) || is_reference(locale)
    };
    Ok(locales.into_iter().filter(is_wanted).collect())
}
