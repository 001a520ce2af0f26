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
        "the {} `{path}` cannot be published: {reason}\nhelp: rename the {}",
        kind(*.copied),
        origin(*.copied)
    )]
    Path {
        path: String,
        reason: String,
        /// Whether it is a file of the source folder and no page.
        copied: bool,
    },
    #[error(
        "two pages want the path `{path}`\nhelp: rename one of the articles or files that they are made from"
    )]
    Collision { path: String },
    #[error(
        "the pages `{first}` and `{second}` differ in the case of letters only, and are one file on many systems\nhelp: rename one of the articles or files that they are made from, and what leads to it"
    )]
    CaseCollision { first: String, second: String },
    #[error(
        "{path} is in the way of a page of ours, and was not written by glotta\nhelp: move it away"
    )]
    Foreign { path: String },
    /// A share of a site where more is published than that.
    #[error(
        "the folder holds {there}, of which shard {wanted} would leave a part only\nhelp: publish each shard to a folder of its own with `--output`, and put them together with `glotta join`"
    )]
    OtherShare { there: String, wanted: String },
    /// Shares that make no whole site.
    #[error("{path}: {reason}\nhelp: {help}")]
    Unjoined {
        path: String,
        reason: String,
        help: &'static str,
    },
    /// A file of the source folder that cannot be copied.
    #[error("cannot copy {path}: {cause}\nhelp: {}", file_remedy(.cause))]
    File { path: String, cause: io::Error },
    /// A file of the output folder that came or went while pages were prepared beside it.
    #[error(
        "{path} changed while pages were being published; the site is as it was\nhelp: build again when nobody else writes there"
    )]
    Unsettled { path: String },
    #[error("cannot {action} {path}: {cause}\nhelp: {}", remedy(.cause))]
    Io {
        action: &'static str,
        path: String,
        cause: io::Error,
    },
}

fn kind(copied: bool) -> &'static str {
    if copied { "file" } else { "page" }
}

fn origin(copied: bool) -> &'static str {
    match copied {
        true => "file in the source folder, and change what leads to it",
        false => "article that it is made from",
    }
}

fn file_remedy(cause: &io::Error) -> &'static str {
    match cause.kind() {
        io::ErrorKind::PermissionDenied => "check who may read it",
        io::ErrorKind::NotFound => {
            "it was there when the articles were read: put it back, or build again without it"
        }
        _ => "mend that and build again; the pages are as they were",
    }
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
        _ => "mend that and build again",
    }
}
