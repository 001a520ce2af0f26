//! What is said of a name, as one value: the JSON object, and what people read is made of it.

use glotta::model::{
    Catalogue, CatalogueCitation, CatalogueTable, CellText, ColumnRole, Found, RowText, TableText,
};
use serde::Serialize;

use super::origin::Origin;
use super::place::{Place, place};
use super::rule::Explained;

#[derive(Serialize)]
pub struct Answer<'a> {
    pub version: u8,
    /// As it was asked for.
    pub name: &'a str,
    /// The language of the answer; nothing where there is no site.
    pub locale: Option<&'a str>,
    pub rule: Option<Explained>,
    /// The rows that are most like the name, all equally.
    pub entries: Vec<Entry<'a>>,
    /// What may have been meant, where there is nothing.
    pub suggestions: Vec<String>,
}

/// A row of a table.
#[derive(Serialize)]
pub struct Entry<'a> {
    /// The id of the table.
    pub table: &'a str,
    pub key: &'a str,
    pub likeness: &'static str,
    #[serde(skip)]
    pub is_whole: bool,
    /// The names that machines know it by, besides the key.
    pub names: Vec<&'a str>,
    /// The language of the text, where the one of the answer lacks the row.
    pub from: Option<&'a str>,
    /// The first words for people.
    pub message: Option<&'a str>,
    /// Of every column but that of the key.
    pub cells: Vec<Cell<'a>>,
    pub cited_by: Vec<Citing<'a>>,
    pub article: &'a str,
    /// The title of the article, and the words above the table.
    pub title: &'a str,
    pub section: Option<&'a str>,
    /// The page and the place on it, below the address of the site where that is known.
    pub page: Option<String>,
    pub source: Option<Place>,
    /// Whether the original has changed since the text was translated.
    pub is_stale: bool,
    pub missing_in: &'a [String],
}

#[derive(Serialize)]
pub struct Cell<'a> {
    pub column: &'a str,
    /// The words above the column.
    pub label: &'a str,
    pub role: ColumnRole,
    pub text: &'a str,
    pub markdown: Option<&'a str>,
    /// Those of the codes that another table defines.
    pub codes: Vec<Related<'a>>,
}

/// A row that a cell names.
#[derive(Serialize)]
pub struct Related<'a> {
    pub table: &'a str,
    pub key: &'a str,
    pub names: Vec<&'a str>,
    pub from: Option<&'a str>,
    pub message: Option<&'a str>,
}

/// A row that cites this one.
#[derive(Serialize)]
pub struct Citing<'a> {
    pub column: &'a str,
    pub table: &'a str,
    /// Nothing in a table whose rows have no key; then there is no more to be said.
    pub key: Option<&'a str>,
    pub names: Vec<&'a str>,
    pub from: Option<&'a str>,
    pub message: Option<&'a str>,
}

impl Answer<'_> {
    pub fn is_empty(&self) -> bool {
        self.rule.is_none() && self.entries.is_empty()
    }

    /// The object with a line break at its end.
    pub fn json(&self) -> String {
        // Strings and numbers in structs always have a form in JSON.
        let mut text = serde_json::to_string_pretty(self).expect("plain values are JSON");
        text.push('\n');
        text
    }
}

impl<'a> Entry<'a> {
    pub fn of(origin: &'a Origin, found: &Found<'a>) -> Entry<'a> {
        let locale = origin.locale.as_str();
        let said = Said::of(found.table, found.key, locale);
        let table = found.table.texts.get(locale);
        let page = said.text.and_then(|text| text.page.as_deref());
        let page = page.or_else(|| table?.page.as_deref());
        let anchor = said.text.and_then(|text| text.anchor.as_deref());
        let cited_by = found.row.cited_by.iter();
        Entry {
            table: found.id,
            key: found.key,
            likeness: found.likeness.name(),
            is_whole: found.likeness.is_whole(),
            from: said.from,
            message: said.message,
            cells: cells(origin, found, said.text),
            cited_by: cited_by.map(|it| Citing::of(origin, it)).collect(),
            article: &found.table.article,
            title: table.map_or("", |table| table.title.as_str()),
            section: table.and_then(|table| table.section.as_deref()),
            page: page.map(|page| address(origin.catalogue.url.as_deref(), page, anchor)),
            source: origin.sources.as_ref().and_then(|sources| {
                place(sources, found.table, found.key, said.from.unwrap_or(locale))
            }),
            is_stale: said.from.is_none() && table.is_some_and(|it| is_stale(found.table, it)),
            missing_in: &found.row.missing_in,
            names: said.names,
        }
    }
}

/// What a row says in the language of the answer.
struct Said<'a> {
    text: Option<&'a RowText>,
    from: Option<&'a str>,
    names: Vec<&'a str>,
    message: Option<&'a str>,
}

impl<'a> Said<'a> {
    fn of(table: &'a CatalogueTable, key: &'a str, locale: &str) -> Said<'a> {
        let row = table.rows.get(key);
        let text = row.and_then(|row| row.texts.get(locale));
        let names = row.map(|row| table.names(key, row).split_off(1));
        Said {
            text,
            from: text.and_then(|text| text.from.as_deref()),
            names: names.unwrap_or_default(),
            message: text.and_then(|text| message(table, text)),
        }
    }
}

/// The first words for people of a row.
fn message<'a>(table: &CatalogueTable, text: &'a RowText) -> Option<&'a str> {
    let columns = table.columns.iter();
    let mut prose = columns.filter(|column| column.role == ColumnRole::Prose);
    prose.find_map(|column| filled(text.cells.get(&column.name)?))
}

fn filled(cell: &CellText) -> Option<&str> {
    Some(cell.text.as_str()).filter(|text| !text.is_empty())
}

fn cells<'a>(origin: &'a Origin, found: &Found<'a>, text: Option<&'a RowText>) -> Vec<Cell<'a>> {
    let labels = found.table.texts.get(&origin.locale);
    let labels = labels.map_or(&[][..], |text| text.labels.as_slice());
    let columns = found.table.columns.iter().enumerate();
    let columns = columns.filter(|(_, column)| column.role != ColumnRole::Key);
    let cells = columns.filter_map(|(index, column)| {
        let cell = text?.cells.get(&column.name)?;
        let codes = cell.codes.iter();
        let codes = codes.filter_map(|code| Related::of(origin, column.defined_by.as_ref()?, code));
        let label = labels.get(index).filter(|label| !label.is_empty());
        Some(Cell {
            column: &column.name,
            label: label.unwrap_or(&column.name),
            role: column.role,
            text: &cell.text,
            markdown: cell.markdown.as_deref(),
            codes: codes.collect(),
        })
    });
    cells.collect()
}

impl<'a> Related<'a> {
    fn of(origin: &'a Origin, table: &'a str, key: &'a str) -> Option<Related<'a>> {
        let said = in_table(&origin.catalogue, table, key, &origin.locale)?;
        Some(Related {
            table,
            key,
            names: said.names,
            from: said.from,
            message: said.message,
        })
    }
}

impl<'a> Citing<'a> {
    fn of(origin: &'a Origin, citation: &'a CatalogueCitation) -> Citing<'a> {
        let table = citation.table.as_str();
        let key = citation.key.as_deref();
        let said = key.and_then(|key| in_table(&origin.catalogue, table, key, &origin.locale));
        Citing {
            column: &citation.column,
            table,
            key,
            from: said.as_ref().and_then(|said| said.from),
            message: said.as_ref().and_then(|said| said.message),
            names: said.map_or_else(Vec::new, |said| said.names),
        }
    }
}

/// What a row of another table says; `None` where there is no such table.
fn in_table<'a>(
    catalogue: &'a Catalogue,
    table: &str,
    key: &'a str,
    locale: &str,
) -> Option<Said<'a>> {
    Some(Said::of(catalogue.tables.get(table)?, key, locale))
}

/// A text that names the version it was made from, and the reference has another.
fn is_stale(table: &CatalogueTable, text: &TableText) -> bool {
    let made_from = text.source_version.as_ref();
    made_from.is_some() && table.version.is_some() && made_from != table.version.as_ref()
}

fn address(site: Option<&str>, page: &str, anchor: Option<&str>) -> String {
    let site = site.unwrap_or_default();
    match anchor {
        Some(anchor) => format!("{site}{page}#{anchor}"),
        None => format!("{site}{page}"),
    }
}
