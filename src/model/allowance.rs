//! What writers allow: findings that are known, and why they stay.

use jiff::civil::Date;

use crate::diagnostic::Span;

/// A comment of an article: `<!-- glotta allow RULE: reason -->`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Allowance {
    /// The whole comment.
    pub span: Span,
    /// Names as written, each with its place; nobody has looked yet whether there are such rules.
    pub rules: Vec<(String, Span)>,
    pub reason: String,
    pub extent: Extent,
    /// Why the comment allows nothing, where it does not.
    pub flaw: Option<Flaw>,
}

/// Where a comment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Extent {
    /// The whole article.
    File,
    /// A block, a row of a table, an item of a list.
    Place(Span),
    /// Nothing follows that it could hold for.
    Nothing,
}

/// What is wrong with how a comment is written.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Flaw {
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to write.
    pub help: String,
}

/// An entry of `allow:` in `glotta.yml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Exemption {
    /// The first line of the entry.
    pub span: Span,
    /// At least one.
    pub rules: Vec<String>,
    pub reason: String,
    /// A pattern for the paths of articles.
    pub article: Option<String>,
    /// A locale folder in lower case.
    pub locale: Option<String>,
    /// The key of a row.
    pub key: Option<String>,
    /// What the finding found.
    pub value: Option<String>,
    /// The last day on which the entry holds, and where it is written.
    pub until: Option<(Date, Span)>,
}
