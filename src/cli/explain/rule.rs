//! What a rule or a fault of reading means, from the same pages that are published.

use std::sync::Arc;

use anstyle::Style;
use glotta::diagnostic::{Fault, Source};
use glotta::locale::Locale;
use glotta::model::{Article, Row, Table};
use glotta::parse;
use serde::Serialize;

use super::super::manual;
use super::super::terminal::Terminal;
use super::language;

const BOLD: Style = Style::new().bold();

/// The language that everything is documented in.
const ENGLISH: &str = "en-us";

/// The pages of the rules, and the table of all rules and faults in every language.
#[derive(rust_embed::RustEmbed)]
#[folder = "docs-src/"]
#[include = "en-us/rules/*.md"]
#[include = "*/reference/rules.md"]
struct Documentation;

/// What is said of a rule or fault in a language.
#[derive(Debug, Serialize)]
pub struct Explained {
    name: &'static str,
    severity: &'static str,
    /// What it finds, in a sentence or two.
    summary: String,
    /// What stands above the severities.
    #[serde(skip)]
    label: String,
}

/// Explains the rule or fault of a name in the language that is wanted, else in English.
pub fn named(name: &str, tags: &[String], terminal: &Terminal) -> Option<Explained> {
    let fault = glotta::faults().into_iter().find(|it| it.name == name)?;
    let languages = languages();
    let languages: Vec<&str> = languages.iter().map(String::as_str).collect();
    let what = "the rules are not explained";
    let language = language::wanted(tags, &languages, what, terminal);
    Some(explained(fault, language.unwrap_or(ENGLISH)))
}

/// The languages that have a table of rules.
fn languages() -> Vec<String> {
    let paths = Documentation::iter();
    let folders =
        paths.filter_map(|path| Some(path.strip_suffix("/reference/rules.md")?.to_owned()));
    folders.collect()
}

impl Explained {
    /// Everything that is to be said.
    pub fn page(&self, width: usize) -> String {
        let Explained {
            name,
            severity,
            summary,
            label,
        } = self;
        let summary = manual::filled(&format!("{label}: {severity}\n{summary}"), "", width);
        let mut page = format!("{BOLD}{name}{BOLD:#}\n{summary}");
        if let Some(article) = article(ENGLISH, &format!("rules/{name}")) {
            page.push_str(&manual::text(&article, width));
        }
        page
    }
}

/// What the table of rules says in a language, in English, or what the rule says of itself.
fn explained(fault: &Fault, language: &str) -> Explained {
    let languages = [language, ENGLISH].into_iter();
    let row = languages
        .filter_map(|language| article(language, "reference/rules"))
        .find_map(|article| row(&article, fault.name));
    let (label, summary) = row.unwrap_or_else(|| ("Severity".to_owned(), fault.summary.to_owned()));
    Explained {
        name: fault.name,
        severity: fault.severity.name(),
        summary,
        label,
    }
}

/// Of the row that a name stands in the sentence, and the words above the severities.
fn row(article: &Article, name: &str) -> Option<(String, String)> {
    let find = |table: &Table| -> Option<(String, String)> {
        let is_named = |row: &&Row| row.cells.first().is_some_and(|cell| cell.text == name);
        let row = table.rows.iter().find(is_named)?;
        let [_, _, sentence, ..] = row.cells.as_slice() else {
            return None;
        };
        let label = &table.columns.get(1)?.label;
        Some((label.clone(), manual::words(article, &sentence.content)))
    };
    article.tables.iter().find_map(find)
}

/// A page of our own documentation, read as any other.
fn article(language: &str, id: &str) -> Option<Article> {
    let path = format!("{language}/{id}.md");
    let file = Documentation::get(&path)?;
    let text = String::from_utf8_lossy(&file.data).into_owned();
    let locale = Arc::new(Locale::declared(language).ok()?);
    let source = Arc::new(Source::new(path, text));
    Some(parse::article(id.to_owned(), &locale, &source, String::new(), None).value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_explained_in_every_language() {
        for language in languages() {
            let rules = article(&language, "reference/rules").expect("there is a table");
            for fault in glotta::faults() {
                assert!(row(&rules, fault.name).is_some(), "{}", fault.name);
                let page = explained(fault, &language).page(80);
                assert!(page.lines().count() > 2, "{page}");
                assert!(page.contains(fault.severity.name()), "{page}");
            }
        }
    }
}
