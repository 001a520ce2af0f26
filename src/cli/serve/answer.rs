//! What a path is answered with.

use hyper::body::Bytes;

/// Bytes of the site, as they are served.
#[derive(Debug, Clone)]
pub struct Made {
    pub bytes: Bytes,
    pub kind: &'static str,
    /// What tells this state of the page from another.
    pub version: String,
}

/// What a path is answered with.
#[derive(Debug)]
pub enum Answer {
    Page(Made),
    /// There is nothing, and a page that says so.
    Missing(Option<Made>),
    /// The page is at another path, which begins with one `/`.
    Moved(String),
    /// The page cannot be made: the page that says why.
    Broken(Made),
}
