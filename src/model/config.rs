//! What `glotta.yml` says, with a default for everything.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::pattern::matches_path;
use super::{ColumnRole, Exemption, Limits};
use crate::diagnostic::{Diagnostic, Level, Root, Source, Span};

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
    pub terms: Terms,
    /// Paths of articles that are written in the reference language only, `*` and `**` as in a shell.
    pub untranslated: Vec<String>,
    /// Paths of articles that are no page of their own, though others may include them; `*` and `**` as in a shell.
    pub exclude: Vec<String>,
    /// Old paths and where they lead now.
    pub redirects: Vec<RedirectEntry>,
    /// What a language shows of an article that it lacks.
    pub fallback: Fallback,
    /// How readers search the pages for browsers.
    pub search: Search,
    /// Whether the pages tell how the articles stand in each language.
    pub status: bool,
    /// How manual pages are published.
    pub manual: ManualConfig,
    /// Whether raw HTML of articles is cleaned.
    pub markup: Markup,
    /// Whether emphasis may begin and end beside Chinese, Japanese and Korean letters whatever stands inside; where nobody said
    /// so, it may in articles of those languages.
    pub cjk_emphasis: Option<bool>,
    /// Findings that are known and may stay.
    pub allow: Vec<Exemption>,
    /// The file of older findings that are left out, relative to the configuration.
    pub baseline: Option<String>,
    /// The folder where builds remember what they did; nothing where they shall not.
    pub cache: Option<String>,
    /// The day to hold the dates of `allow` against; nobody asks for it where there is no date.
    pub today: Option<Date>,
    /// Every name that a rule or fault has; empty where nobody said so.
    pub names: Vec<String>,
    /// Hosts, with their subdomains, whose pages are each language's own, in lower case.
    pub localized_hosts: Vec<String>,
    /// What keys of the front matter hold, where the project says so.
    pub front_matter: FrontMatterSchema,
    /// How much of a text is read.
    pub limits: Limits,
}

/// An old path and where it leads now, as the configuration has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectEntry {
    /// The path under a language's folder, without extension or with `.md`.
    pub from: String,
    /// A path of the same kind, perhaps with a fragment, or a web address.
    pub to: String,
    /// Where the entry stands in `glotta.yml`.
    pub span: Span,
}

/// What a language shows of an article that it lacks and the reference has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fallback {
    /// A page in its own tree with the reference's text and a notice.
    #[default]
    Page,
    /// Links that lead to the reference's page.
    Link,
    /// Nothing: links to it are words.
    None,
}

impl Fallback {
    pub const NAMES: [&'static str; 3] = ["page", "link", "none"];

    pub fn from_name(name: &str) -> Option<Fallback> {
        Some(match name {
            "page" => Fallback::Page,
            "link" => Fallback::Link,
            "none" => Fallback::None,
            _ => return None,
        })
    }
}

/// How readers search the pages for browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// In the whole text, by Pagefind, and codes besides.
    Pagefind,
    /// For codes and names that machines know.
    Codes,
    /// Not at all: nothing about searching is published.
    None,
}

impl Search {
    pub const NAMES: [&'static str; 3] = ["pagefind", "codes", "none"];

    /// Whether this program was built with the feature `search`, without which nobody can have [`Search::Pagefind`].
    pub const HAS_PAGEFIND: bool = cfg!(feature = "search");

    pub fn from_name(name: &str) -> Option<Search> {
        Some(match name {
            "pagefind" => Search::Pagefind,
            "codes" => Search::Codes,
            "none" => Search::None,
            _ => return None,
        })
    }
}

/// As much as this program can.
impl Default for Search {
    fn default() -> Self {
        match Search::HAS_PAGEFIND {
            true => Search::Pagefind,
            false => Search::Codes,
        }
    }
}

/// How manual pages are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ManualConfig {
    /// Whether they are compressed, as distributions install them.
    pub gzip: bool,
    /// Whether the section that names a page is called `NAME` in every language: no other word is known to the `apropos` of BSD and Alpine.
    pub english_name_heading: bool,
    /// Whether each language has a page that lists its pages, and the same list for programs.
    pub index: bool,
}

impl Default for ManualConfig {
    fn default() -> Self {
        ManualConfig {
            gzip: false,
            english_name_heading: false,
            index: true,
        }
    }
}

/// How far raw HTML in articles is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// Only elements and attributes that can do no harm reach the page.
    #[default]
    Cleaned,
    /// It reaches the page as it is written.
    Trusted,
}

impl Markup {
    pub const NAMES: [&'static str; 2] = ["cleaned", "trusted"];

    pub fn from_name(name: &str) -> Option<Markup> {
        Some(match name {
            "cleaned" => Markup::Cleaned,
            "trusted" => Markup::Trusted,
            _ => return None,
        })
    }
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
    /// Where readers can change an article: an address with [`SiteInfo::PLACEHOLDERS`] in it.
    pub edit: Option<String>,
}

impl SiteInfo {
    /// What stands for an article in [`SiteInfo::edit`]: its file's path under the source folder, its language's folder, and its
    /// path under that folder without extension.
    pub const PLACEHOLDERS: [&str; 3] = ["path", "locale", "article"];
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
    /// Whether the language has a part of the articles by choice, so that none is missing there.
    pub partial: bool,
    pub span: Span,
}

/// A kind of page that can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TargetName {
    Html,
    Markdown,
    Man,
    Catalogue,
}

impl TargetName {
    pub const ALL: [TargetName; 4] = [
        TargetName::Html,
        TargetName::Markdown,
        TargetName::Man,
        TargetName::Catalogue,
    ];

    pub fn name(self) -> &'static str {
        match self {
            TargetName::Html => "html",
            TargetName::Markdown => "markdown",
            TargetName::Man => "man",
            TargetName::Catalogue => "catalogue",
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

/// Words that a project uses alike everywhere.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub untranslated: Vec<Untranslated>,
    pub glossary: Vec<GlossaryEntry>,
}

/// A name that stays as it is in every language, letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untranslated {
    pub term: String,
    /// By locale folder in lower case what may stand in its place.
    pub forms: IndexMap<String, Vec<String>>,
}

/// A term of the reference language, and how each language says it. `*` at the end stands for any ending, at the start for any beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    pub source: Vec<String>,
    /// By locale folder in lower case.
    pub translations: IndexMap<String, Vec<String>>,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            file: Arc::new(Source::new("glotta.yml", "").at(Root::Project)),
            site: SiteInfo::default(),
            source: "docs-src".into(),
            output: "public".into(),
            reference: Reference::default(),
            locales: IndexMap::new(),
            targets: TargetName::ALL.to_vec(),
            levels: Levels::default(),
            tables: IndexMap::new(),
            terms: Terms::default(),
            untranslated: Vec::new(),
            exclude: vec!["**/includes/**".into()],
            redirects: Vec::new(),
            fallback: Fallback::default(),
            search: Search::default(),
            status: true,
            manual: ManualConfig::default(),
            markup: Markup::default(),
            cjk_emphasis: None,
            allow: Vec::new(),
            baseline: None,
            cache: Some(".glotta-cache".into()),
            today: None,
            names: Vec::new(),
            localized_hosts: Vec::new(),
            front_matter: FrontMatterSchema::default(),
            limits: Limits::default(),
        }
    }
}

impl Config {
    /// Whether an article is written in the reference language only.
    pub fn is_untranslated(&self, id: &str) -> bool {
        let mut patterns = self.untranslated.iter();
        patterns.any(|pattern| matches_path(pattern, id))
    }

    /// Whether an article is no page of its own.
    pub fn is_excluded(&self, id: &str) -> bool {
        let mut patterns = self.exclude.iter();
        patterns.any(|pattern| matches_path(pattern, id))
    }

    /// Whether a language has a part of the articles by choice.
    pub fn is_partial(&self, folder: &str) -> bool {
        let locale = self.locales.get(&folder.to_ascii_lowercase());
        locale.is_some_and(|locale| locale.partial)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_names_and_for_folders() {
        for (pattern, id, expected) in [
            ("draft/**", "draft/a/b", true),
            ("draft/**", "drafts/a", false),
            ("**/news-*", "news-2020", true),
            ("**/news-*", "a/b/news-2020", true),
            ("**/news", "news", true),
            ("**/news", "x/y/news", true),
            ("*a*", "bab", true),
            ("a", "ab", false),
            ("*", "a", true),
            ("*", "a/b", false),
            ("a/b.md", "a/b", true),
        ] {
            let config = Config {
                untranslated: vec![pattern.to_owned()],
                ..Config::default()
            };
            assert_eq!(config.is_untranslated(id), expected, "{pattern} {id}");
        }
    }
}
