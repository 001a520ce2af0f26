//! Why pages cannot be published.

use std::io;

/// Why pages cannot be published. Every message names the path and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The output folder is one that must not be written to.
    #[error("{path} cannot be the output folder: {reason}\nhelp: {help}")]
    Refused {
        path: String,
        reason: String,
        help: &'static str,
    },
    /// A page has a path that is none under the output folder.
    #[error(
        "the page `{path}` cannot be published: {reason}\nhelp: rename the article that it is made from"
    )]
    Path { path: String, reason: String },
    #[error(
        "two pages want the path `{path}`\nhelp: rename one of the articles that they are made from"
    )]
    Collision { path: String },
    #[error(
        "the pages `{first}` and `{second}` differ in the case of letters only, and are one file on many systems\nhelp: rename one of the articles that they are made from"
    )]
    CaseCollision { first: String, second: String },
    #[error(
        "{path} is in the way of a page of ours, and was not written by glotta\nhelp: move it away"
    )]
    Foreign { path: String },
    #[error("cannot {action} {path}: {cause}\nhelp: {}", remedy(.cause))]
    Io {
        action: &'static str,
        path: String,
        cause: io::Error,
    },
}

fn remedy(cause: &io::Error) -> &'static str {
    match cause.kind() {
        io::ErrorKind::PermissionDenied => "check who may write there",
        io::ErrorKind::NotFound => "make its folder, or name another place",
        io::ErrorKind::NotADirectory => {
            "a part of the path is a file: remove it, or name another folder"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
        io::ErrorKind::ReadOnlyFilesystem => "publish to a disk that can be written to",
        _ => "mend that and build again; pages already written stay",
    }
}
