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
        }
    }
}

impl Config {
    /// Whether an article is written in the reference language only.
    pub fn is_untranslated(&self, id: &str) -> bool {
        let path: Vec<&str> = id.split('/').collect();
        let mut patterns = self.untranslated.iter();
        patterns.any(|pattern| {
            let pattern = pattern.strip_suffix(".md").unwrap_or(pattern);
            let pattern: Vec<&str> = pattern.trim_matches('/').split('/').collect();
            matches_path(&pattern, &path)
        })
    }

    /// Whether a language has a part of the articles by choice.
    pub fn is_partial(&self, folder: &str) -> bool {
        let locale = self.locales.get(&folder.to_ascii_lowercase());
        locale.is_some_and(|locale| locale.partial)
    }
}

/// `**` stands for any folders, also for none. The furthest reach of each pattern so far is enough: no path takes long.
fn matches_path(pattern: &[&str], path: &[&str]) -> bool {
    wildcard(
        pattern,
        path,
        |part| *part == "**",
        |part, name| {
            let (part, name): (Vec<char>, Vec<char>) =
                (part.chars().collect(), name.chars().collect());
            wildcard(
                &part,
                &name,
                |sign| *sign == '*',
                |sign, letter| sign == letter || *sign == '?',
            )
        },
    )
}

/// Whether a sequence matches a pattern, some parts of which stand for any run of things.
fn wildcard<T>(
    pattern: &[T],
    things: &[T],
    is_any: impl Fn(&T) -> bool,
    matches: impl Fn(&T, &T) -> bool,
) -> bool {
    let (mut part, mut at, mut retry) = (0, 0, None);
    while at < things.len() {
        if part < pattern.len() && is_any(&pattern[part]) {
            retry = Some((part, at));
            part += 1;
        } else if part < pattern.len() && matches(&pattern[part], &things[at]) {
            (part, at) = (part + 1, at + 1);
        } else if let Some((any, from)) = retry {
            retry = Some((any, from + 1));
            (part, at) = (any + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[part..].iter().all(is_any)
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
