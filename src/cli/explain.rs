//! `glotta explain`: what a name in a report means, from the same pages that are published.

use std::sync::Arc;

use anstyle::Style;
use glotta::diagnostic::{Fault, Source, nearest};
use glotta::locale::Locale;
use glotta::model::{Article, Row, Table};
use glotta::parse;

use super::Ending;
use super::arguments::{ExplainOptions, Global};
use super::manual;
use super::terminal::Terminal;

const BOLD: Style = Style::new().bold();

/// Lines longer than this are tiring to read.
const WIDTH: usize = 100;

/// The language that everything is documented in.
const ENGLISH: &str = "en-us";

/// The pages of the rules, and the table of all rules and faults in every language.
#[derive(rust_embed::RustEmbed)]
#[folder = "docs-src/"]
#[include = "en-us/rules/*.md"]
#[include = "*/reference/rules.md"]
struct Documentation;

pub fn run(global: &Global, options: &ExplainOptions, terminal: &Terminal) -> Ending {
    let language = match global.locale.first() {
        Some(tag) => asked_for(tag, terminal),
        None => Ok(terminal.language().and_then(|tag| available(&tag))),
    };
    let page = language.and_then(|language| {
        let fault = fault(&options.name)?;
        let language = language.unwrap_or_else(|| ENGLISH.to_owned());
        Ok(page(fault, &language, terminal.style().width.min(WIDTH)))
    });
    match page {
        Ok(page) => {
            terminal.print(&page);
            Ending::Done
        }
        Err(message) => {
            terminal.error(&message);
            Ending::Failed
        }
    }
}

fn fault(name: &str) -> Result<&'static Fault, String> {
    let faults = glotta::faults();
    let names: Vec<&str> = faults.iter().map(|fault| fault.name).collect();
    let found = faults.into_iter().find(|fault| fault.name == name);
    found.ok_or_else(|| {
        let nearest = nearest(name, &names);
        format!("there is no rule `{name}`\nhelp: {nearest}")
    })
}

/// The language that `--locale` names; one that we do not speak is told.
fn asked_for(tag: &str, terminal: &Terminal) -> Result<Option<String>, String> {
    if let Err(error) = Locale::declared(tag) {
        return Err(format!("`{tag}` is {error}\nhelp: write one as in `pt-br`"));
    }
    let language = available(tag);
    if language.is_none() && !terminal.is_quiet() {
        let known: Vec<String> = languages()
            .iter()
            .map(|locale| locale.folder().into())
            .collect();
        let known = known.join(", ");
        terminal.say(&format!(
            "the rules are not explained in `{tag}`, but in: {known}"
        ));
    }
    Ok(language)
}

/// The folder of the language that a tag names, else of the same language and script in another country.
fn available(tag: &str) -> Option<String> {
    let wanted = Locale::declared(tag).ok()?;
    let languages = languages();
    let is_alike = |locale: &&Locale| {
        locale.language() == wanted.language() && locale.script() == wanted.script()
    };
    let same = languages.iter().find(|locale| locale.tag() == wanted.tag());
    let found = same.or_else(|| languages.iter().find(is_alike))?;
    Some(found.folder().to_owned())
}

/// The languages that have a table of rules.
fn languages() -> Vec<Locale> {
    let paths = Documentation::iter();
    paths
        .filter_map(|path| Locale::declared(path.strip_suffix("/reference/rules.md")?).ok())
        .collect()
}

/// Everything that is to be said of a rule or fault.
fn page(fault: &Fault, language: &str, width: usize) -> String {
    let name = fault.name;
    let summary = summary(fault, language);
    let summary = manual::filled(&summary, "", width);
    let mut page = format!("{BOLD}{name}{BOLD:#}\n{summary}");
    if let Some(article) = article(ENGLISH, &format!("rules/{name}")) {
        page.push_str(&manual::text(&article, width));
    }
    page
}

/// The severity, and what the table of rules says in a language, in English, or what the rule says of itself.
fn summary(fault: &Fault, language: &str) -> String {
    let languages = [language, ENGLISH].into_iter();
    let row = languages
        .filter_map(|language| article(language, "reference/rules"))
        .find_map(|article| row(&article, fault.name));
    let severity = fault.severity.name();
    row.unwrap_or_else(|| format!("Severity: {severity}\n{}", fault.summary))
}

/// The cells of the row that a name stands in: the severity with the words above it, and the sentence.
fn row(article: &Article, name: &str) -> Option<String> {
    let find = |table: &Table| -> Option<String> {
        let is_named = |row: &&Row| row.cells.first().is_some_and(|cell| cell.text == name);
        let row = table.rows.iter().find(is_named)?;
        let [_, severity, sentence, ..] = row.cells.as_slice() else {
            return None;
        };
        let label = &table.columns.get(1)?.label;
        let sentence = manual::words(article, &sentence.content);
        Some(format!("{label}: {}\n{sentence}", severity.text))
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
    fn a_language_is_found_in_another_country_but_not_in_another_script() {
        let folder = |tag: &str| available(tag);
        assert_eq!(folder("de-AT").as_deref(), Some("de-de"));
        assert_eq!(folder("zh-Hans").as_deref(), Some("zh-cn"));
        assert_eq!(folder("zh-TW"), None);
        assert_eq!(folder("nl").as_deref(), Some("nl-nl"));
        assert_eq!(folder("xx_yy"), None);
    }

    #[test]
    fn every_name_is_explained_in_every_language() {
        for locale in languages() {
            let rules = article(locale.folder(), "reference/rules").expect("there is a table");
            for fault in glotta::faults() {
                assert!(row(&rules, fault.name).is_some(), "{}", fault.name);
                let page = page(fault, locale.folder(), 80);
                assert!(page.lines().count() > 2, "{page}");
                assert!(page.contains(fault.severity.name()), "{page}");
            }
        }
    }
}
