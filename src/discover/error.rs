//! Why a site cannot be loaded at all.

use std::io;

use crate::diagnostic::Diagnostic;

/// Why a site cannot be loaded at all. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The configuration has errors: each names its place in the file.
    #[error("the configuration has {} that must be mended first", errors(.0.len()))]
    Configuration(Vec<Diagnostic>),
    #[error(
        "the configuration cannot be read: {cause}\nhelp: give the path of a readable file with `--config`"
    )]
    UnreadableConfiguration { cause: io::Error },
    #[error(
        "there is no folder {path}\nhelp: make it, or name the folder of articles with `--source` or with `source:` in glotta.yml"
    )]
    MissingSource { path: String },
    #[error(
        "{path} is a file, not a folder\nhelp: name the folder that holds a folder for each language"
    )]
    SourceIsAFile { path: String },
    #[error("{path} cannot be read: {cause}\nhelp: check who may read the folder")]
    UnreadableSource { path: String, cause: io::Error },
    #[error(
        "{path} has no folder whose name is a language tag\nhelp: put the articles into {path}/en-us/, {path}/de-de/ and so on"
    )]
    NoLocale { path: String },
    #[error(
        "{path} has languages but no article\nhelp: put a Markdown file into a language's folder, as in {path}/{locale}/index.md"
    )]
    NoArticle { path: String, locale: String },
    #[error("the site has no locale `{wanted}`\nhelp: take one of those it has: {known}")]
    NoSuchLocale { wanted: String, known: String },
}

fn errors(count: usize) -> String {
    match count {
        1 => "an error".into(),
        _ => format!("{count} errors"),
    }
}
