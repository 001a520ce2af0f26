//! A folder of articles that others publish as one.

/// A folder of articles that is published as one, as DocFX does: `~/` begins there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedFolder {
    /// Below a language's folder; empty for that folder itself.
    pub folder: String,
    /// The path that its pages are published at, where it is another one.
    pub base: Option<String>,
}
