//! A table of contents as its file has it.

use std::sync::Arc;

use crate::diagnostic::{Source, Span};
use crate::locale::Locale;

/// A file `toc.yml` or `TOC.md`.
#[derive(Debug, Clone)]
pub struct Toc {
    pub locale: Arc<Locale>,
    /// The folder that it stands in, under the language's; empty for the language's own.
    pub folder: String,
    pub source: Arc<Source>,
    pub entries: Vec<TocEntry>,
}

/// A line of a table of contents, with the lines below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TocEntry {
    /// Empty where the file gives none.
    pub name: String,
    /// Where the entry is written: its destination, else its name.
    pub span: Span,
    /// The page, the web address or the other table of contents that the entry names.
    pub href: Option<String>,
    /// The page of a group whose `href` is another table of contents.
    pub home: Option<String>,
    /// Whether the entry names a table of contents that another site shows, as breadcrumbs do.
    pub leads_away: bool,
    /// Whether what stands below is to be seen at once.
    pub expanded: bool,
    pub children: Vec<TocEntry>,
}

impl Toc {
    /// Whether the file lists no pages but names places of other sites, as Learn's breadcrumbs do.
    pub fn is_breadcrumb(&self) -> bool {
        fn any(entries: &[TocEntry], is: fn(&TocEntry) -> bool) -> bool {
            entries.iter().any(|it| is(it) || any(&it.children, is))
        }
        any(&self.entries, |entry| entry.leads_away)
            && !any(&self.entries, |entry| entry.href.is_some())
    }
}
