//! Where a row is written.

use glotta::diagnostic::Span;
use glotta::model::{Article, CatalogueTable, normal_key};
use serde::Serialize;

use super::origin::Sources;

/// A line of a file, as seen from the folder that the program was called in.
#[derive(Serialize)]
pub struct Place {
    pub path: String,
    pub line: usize,
}

/// Finds the row of a key in the article of a language that a table stands in.
pub fn place(sources: &Sources, table: &CatalogueTable, key: &str, locale: &str) -> Option<Place> {
    let article = sources.site.translations(&table.article)?;
    let article = article.in_locale(locale)?;
    let span = row(article, table, key)?;
    Some(Place {
        path: sources.paths.path(&article.source),
        line: article.source.position(span.start).line,
    })
}

/// The row in the section of the table, else the first one of the article that has the key.
fn row(article: &Article, table: &CatalogueTable, key: &str) -> Option<Span> {
    let key = normal_key(key);
    let rows = article.tables.iter().flat_map(|own| {
        let rows = own.rows.iter();
        rows.map(move |row| (own, row))
    });
    let is_row = |own: Option<&str>| own.is_some_and(|own| normal_key(own) == key);
    let mut found = rows.filter(|(own, row)| is_row(own.key(row)));
    let anchor = |section: usize| {
        let heading = article.heading(article.sections.get(section)?)?;
        Some(heading.anchor.as_str())
    };
    let first = found.clone().next();
    let row = found.find(|(own, _)| anchor(own.section) == table.anchor.as_deref());
    Some(row.or(first)?.1.span)
}
