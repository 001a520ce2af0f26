//! Tables that `glotta.yml` declares.

use std::collections::HashMap;

use super::{Config, Site, TableSchema};
use crate::diagnostic::{Diagnostic, Fault, Severity};

/// A declared table or column that nobody finds, or that is not what it is declared to be.
pub static SCHEMA_MISMATCH: Fault = Fault {
    name: "schema-mismatch",
    severity: Severity::Error,
    summary: "a table that `glotta.yml` declares is not there, or is not what it is declared to be",
};

/// A table's declaration with its name.
pub type Declared<'a> = (&'a str, &'a TableSchema);

/// The declared tables of each article.
pub fn by_article(config: &Config) -> HashMap<&str, Vec<Declared<'_>>> {
    let mut schemas: HashMap<&str, Vec<Declared>> = HashMap::new();
    for (name, schema) in &config.tables {
        schemas
            .entry(schema.article.as_str())
            .or_default()
            .push((name, schema));
    }
    schemas
}

/// Reports declarations that match nothing.
pub fn unmet(site: &Site) -> Vec<Diagnostic> {
    site.config
        .tables
        .iter()
        .filter_map(|(name, schema)| unmet_schema(site, name, schema))
        .collect()
}

fn unmet_schema(site: &Site, name: &str, schema: &TableSchema) -> Option<Diagnostic> {
    let at = |message: String, help: String| {
        let diagnostic = Diagnostic::new(&SCHEMA_MISMATCH, &site.config.file, schema.span, message);
        Some(
            diagnostic
                .note("a declared table that is not checked would look like one that is in order")
                .help(help),
        )
    };
    let Some(translations) = site.translations(&schema.article) else {
        let message = format!(
            "table `{name}` is declared for the article `{}`, which no language has",
            schema.article
        );
        return at(
            message,
            "write the article's path below the locale, without `.md`".into(),
        );
    };
    let found = translations
        .tables
        .iter()
        .find(|table| table.name.as_deref() == Some(name));
    let Some(table) = found else {
        let sections: Vec<&str> = translations
            .tables
            .iter()
            .filter_map(|slot| translations.table_anchor(slot))
            .collect();
        let message = format!(
            "no table stands in the section `{}` of `{}`",
            schema.anchor, schema.article
        );
        return at(
            message,
            format!("sections with a table: {}", list(&sections)),
        );
    };
    if table.roles.len() != schema.columns.len() {
        let message = format!(
            "table `{name}` is declared with {} columns and has {}",
            schema.columns.len(),
            table.roles.len()
        );
        return at(
            message,
            "declare every column of the table, in its order".into(),
        );
    }
    None
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    if quoted.is_empty() {
        "none".into()
    } else {
        quoted.join(", ")
    }
}
