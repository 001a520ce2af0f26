//! What `glotta.yml` says, with a default for everything.

use std::sync::Arc;

use indexmap::IndexMap;

use super::ColumnRole;
use crate::diagnostic::{Diagnostic, Level, Source, Span};

/// The configuration of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// `glotta.yml` itself, for places in it; empty where there is none.
    pub file: Arc<Source>,
    pub site: SiteInfo,
    /// The folder of articles, relative to the configuration.
    pub source: String,
    /// The folder to publish to, relative to the configuration.
    pub output: String,
    pub reference: Reference,
    /// Settings by locale folder, in lower case; empty to take every locale folder as it is.
    pub locales: IndexMap<String, LocaleConfig>,
    pub targets: Vec<TargetName>,
    pub levels: Levels,
    pub tables: IndexMap<String, TableSchema>,
    /// Paths of articles that are written in the reference language only, `*` and `**` as in a shell.
    pub untranslated: Vec<String>,
    /// Hosts, with their subdomains, whose pages are each language's own, in lower case.
    pub localized_hosts: Vec<String>,
    /// What keys of the front matter hold, where the project says so.
    pub front_matter: FrontMatterSchema,
}

/// Keys of the front matter whose role is declared.
#[derive(Debug, Clone, Default)]
pub struct FrontMatterSchema {
    /// Values that are the same in all languages.
    pub invariant: Vec<String>,
    /// Values that each language words for itself.
    pub translated: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub struct SiteInfo {
    pub title: Option<String>,
    /// Where the site will stand, with a slash at its end.
    pub url: Option<String>,
}

/// What translations are held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reference {
    /// The locale whose files the translations' source versions are, where there is one; else consensus.
    #[default]
    Proven,
    /// The locale in this folder, in lower case.
    Locale(String),
    /// Always consensus.
    None,
}

#[derive(Debug, Clone, Default)]
pub struct LocaleConfig {
    /// The language's name in its own language.
    pub name: Option<String>,
    pub span: Span,
}

/// A kind of page that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TargetName {
    Html,
    Markdown,
    Man,
}

impl TargetName {
    pub const ALL: [TargetName; 3] = [TargetName::Html, TargetName::Markdown, TargetName::Man];

    pub fn name(self) -> &'static str {
        match self {
            TargetName::Html => "html",
            TargetName::Markdown => "markdown",
            TargetName::Man => "man",
        }
    }

    pub fn from_name(name: &str) -> Option<TargetName> {
        Self::ALL.into_iter().find(|target| target.name() == name)
    }
}

/// What a table is declared to hold.
#[derive(Debug, Clone)]
pub struct TableSchema {
    /// Where the declaration stands in `glotta.yml`.
    pub span: Span,
    pub article: String,
    /// The anchor of the table's section in the reference language.
    pub anchor: String,
    pub columns: Vec<ColumnSchema>,
}

#[derive(Debug, Clone)]
pub struct ColumnSchema {
    pub name: String,
    pub role: ColumnRole,
    /// For codes: the name of the table whose key defines them.
    pub defined_by: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            file: Arc::new(Source::new("glotta.yml", "")),
            site: SiteInfo::default(),
            source: "docs-src".into(),
            output: "public".into(),
            reference: Reference::default(),
            locales: IndexMap::new(),
            targets: TargetName::ALL.to_vec(),
            levels: Levels::default(),
            tables: IndexMap::new(),
            untranslated: Vec::new(),
            localized_hosts: Vec::new(),
            front_matter: FrontMatterSchema::default(),
        }
    }
}

/// How loudly a project wants to hear of each kind of fault.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    /// By the name of rule or fault.
    pub by_name: IndexMap<String, Level>,
    /// By locale folder in lower case, then by name; stronger than `by_name`.
    pub by_locale: IndexMap<String, IndexMap<String, Level>>,
    /// The only names to report, where it is not empty.
    pub only: Vec<String>,
}

impl Levels {
    /// Returns what is wanted of a kind of fault in a language.
    pub fn level(&self, name: &str, locale: Option<&str>) -> Option<Level> {
        if !self.only.is_empty() && !self.only.iter().any(|only| only == name) {
            return Some(Level::Off);
        }
        locale
            .and_then(|locale| self.by_locale.get(&locale.to_ascii_lowercase())?.get(name))
            .or_else(|| self.by_name.get(name))
            .copied()
    }

    /// Drops what is switched off and gives the rest the severity that is wanted of it.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics
            .into_iter()
            .filter_map(|diagnostic| self.applied(diagnostic))
            .collect()
    }

    fn applied(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        match self.level(diagnostic.rule, diagnostic.locale.as_deref()) {
            Some(Level::Off) => return None,
            Some(Level::At(severity)) => diagnostic.severity = severity,
            None => {}
        }
        Some(diagnostic)
    }
}
