//! Finds what stands around articles: the settings of docsets, tables of contents, and pages that are written as YAML.

use std::sync::Arc;

use super::faults::UNREADABLE_FILE;
use super::text::{Unread, decode, read_within};
use super::{Entry, EntryKind, FoundArticle, Shelf, World};
use crate::diagnostic::{Diagnostic, Root, Source, Span};
use crate::locale::Locale;
use crate::model::Config;

/// The name of a docset's settings.
const DOCSET: &str = "docfx.json";

/// The YAML files that are pages say so in their first line.
const PAGES: [&str; 2] = ["### YamlMime:Landing", "### YamlMime:Hub"];

/// The first line of a file that says what readers call the pivots of zones.
const PIVOTS: &str = "### YamlMime:ZonePivotGroups";

/// A file of a language that is no article.
#[derive(Debug, Clone)]
pub struct FoundFile {
    pub locale: Arc<Locale>,
    /// The folder that it stands in, under the language's; empty for the language's own.
    pub folder: String,
    pub source: Arc<Source>,
}

/// What stands around the articles.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Every `docfx.json`, by path.
    pub docsets: Vec<FoundFile>,
    /// Every `toc.yml` and `TOC.md`, by path.
    pub contents: Vec<FoundFile>,
    /// Every file with the titles of pivots, by path.
    pub pivots: Vec<FoundFile>,
    /// The YAML files that are pages.
    pub pages: Vec<FoundArticle>,
}

/// Whether a file is a table of contents: `toc.yml` or `toc.md`, in any case.
pub(super) fn is_contents(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    ["toc.yml", "toc.yaml", "toc.md"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}

/// Reads every file that may be one of them. What cannot be read is reported.
pub(super) fn surroundings(
    world: &dyn World,
    config: &Config,
    entries: &[Entry],
    locales: &[Arc<Locale>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Surroundings {
    let shelf = Shelf::Articles(config.source.clone());
    let mut found = Surroundings::default();
    for entry in entries.iter().filter(|entry| entry.kind == EntryKind::File) {
        let Some((folder, path)) = entry.path.split_once('/') else {
            continue;
        };
        let Some(locale) = locales.iter().find(|locale| locale.folder() == folder) else {
            continue;
        };
        let Some(kind) = Kind::of(path) else { continue };
        match read_within(world, &config.limits, &shelf, &entry.path) {
            Err(unread) => {
                let report = unreadable(&entry.path, &unread, locale);
                diagnostics.push(report);
            }
            Ok(bytes) => found.take(kind, (locale, path), &entry.path, &bytes, diagnostics),
        }
    }
    found
}

/// What a file may be, as its name says.
#[derive(Clone, Copy)]
enum Kind {
    Docset,
    Contents,
    Page,
}

impl Kind {
    fn of(path: &str) -> Option<Kind> {
        let name = path.rsplit('/').next().unwrap_or_default();
        if name.eq_ignore_ascii_case(DOCSET) {
            return Some(Kind::Docset);
        }
        if is_contents(path) {
            return Some(Kind::Contents);
        }
        let (stem, extension) = name.rsplit_once('.')?;
        (!stem.is_empty() && extension.eq_ignore_ascii_case("yml")).then_some(Kind::Page)
    }
}

impl Surroundings {
    fn take(
        &mut self,
        kind: Kind,
        (locale, below): (&Arc<Locale>, &str),
        path: &str,
        bytes: &[u8],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let is_pivots = matches!(kind, Kind::Page) && begins_with(bytes, &[PIVOTS]);
        if let Kind::Page = kind
            && !is_pivots
        {
            if begins_with(bytes, &PAGES) {
                let id = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
                self.pages.push(FoundArticle {
                    id: id.to_owned(),
                    locale: Arc::clone(locale),
                    path: path.to_owned(),
                });
            }
            return;
        }
        let decoded = decode(Root::Articles, path, bytes);
        diagnostics.extend(decoded.diagnostics.into_iter().map(|mut report| {
            report.locale = Some(locale.folder().to_owned());
            report
        }));
        let folder = below.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = FoundFile {
            locale: Arc::clone(locale),
            folder: folder.to_owned(),
            source: decoded.value,
        };
        match kind {
            Kind::Docset => self.docsets.push(file),
            Kind::Page => self.pivots.push(file),
            _ => self.contents.push(file),
        }
    }
}

/// Whether the first line is one of those that say what a file is.
fn begins_with(bytes: &[u8], lines: &[&str]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let line = line.trim_ascii();
    lines
        .iter()
        .any(|known| line.eq_ignore_ascii_case(known.as_bytes()))
}

fn unreadable(path: &str, unread: &Unread, locale: &Locale) -> Diagnostic {
    let source = Arc::new(Source::new(path, ""));
    let message = format!("this file cannot be read: {}", unread.cause);
    let mut report = Diagnostic::new(&UNREADABLE_FILE, &source, Span::default(), message)
        .help(unread.help("check who may read it, or remove it"));
    report.locale = Some(locale.folder().to_owned());
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_name_and_pages_by_their_first_line() {
        assert!(is_contents("a/TOC.yml") && is_contents("toc.md") && !is_contents("a/toc-x.md"));
        assert!(begins_with(
            b"\xEF\xBB\xBF### YamlMime:Hub\r\ntitle: x",
            &PAGES
        ));
        assert!(
            !begins_with(b"### YamlMime:ZonePivotGroups\n", &PAGES) && !begins_with(b"", &PAGES)
        );
    }
}
