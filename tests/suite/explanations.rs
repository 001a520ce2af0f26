//! What an error code means: a module of a product that carries the catalogue of one language with it, as our documentation shows it.

use std::collections::HashMap;

use serde::Deserialize;

/// The part of a catalogue that this program needs; the rest is passed over.
#[derive(Deserialize)]
pub struct Explanations {
    version: u8,
    #[serde(default)]
    url: Option<String>,
    locales: Vec<Language>,
    tables: HashMap<String, Table>,
}

#[derive(Deserialize)]
struct Language {
    locale: String,
}

#[derive(Deserialize)]
struct Table {
    texts: HashMap<String, TableText>,
    rows: HashMap<String, Row>,
}

#[derive(Deserialize)]
struct TableText {
    page: Option<String>,
}

#[derive(Deserialize)]
struct Row {
    texts: HashMap<String, RowText>,
}

#[derive(Deserialize)]
struct RowText {
    /// The language of the text, where it is not the one that was asked for.
    #[serde(default)]
    from: Option<String>,
    /// The page, where it is not that of the table.
    #[serde(default)]
    page: Option<String>,
    anchor: Option<String>,
    cells: HashMap<String, Cell>,
}

#[derive(Deserialize)]
struct Cell {
    text: String,
}

/// What is known of a code.
pub struct Explanation<'a> {
    row: &'a RowText,
    link: Option<String>,
}

impl Explanations {
    /// Reads `catalogue/<locale>.json` of a built site.
    pub fn read(json: &str) -> Result<Explanations, String> {
        let read: Explanations = serde_json::from_str(json).map_err(|error| error.to_string())?;
        match (read.version, read.locales.len()) {
            (1, 1) => Ok(read),
            (1, _) => Err("this is the catalogue of several languages".into()),
            (version, _) => Err(format!("version {version} is not known here")),
        }
    }

    /// Looks a row up by the id of its table and its key, which must be spelled as there.
    pub fn find(&self, table: &str, key: &str) -> Option<Explanation<'_>> {
        let locale = &self.locales.first()?.locale;
        let table = self.tables.get(table)?;
        let row = table.rows.get(key)?.texts.get(locale)?;
        let of_table = || table.texts.get(locale)?.page.as_deref();
        let page = row.page.as_deref().or_else(of_table);
        let link = page.zip(self.url.as_deref()).map(|(page, url)| {
            let place = row.anchor.as_deref().map(|anchor| format!("#{anchor}"));
            format!("{url}{page}{}", place.unwrap_or_default())
        });
        Some(Explanation { row, link })
    }

    /// Looks a Windows error code up in a table whose keys are `0x` and eight digits.
    pub fn find_code(&self, table: &str, code: u32) -> Option<Explanation<'_>> {
        self.find(table, &format!("0x{code:08X}"))
    }
}

impl Explanation<'_> {
    /// The words of a column; empty where there are none.
    pub fn column(&self, name: &str) -> &str {
        self.row.cells.get(name).map_or("", |cell| &cell.text)
    }

    /// Where a reader finds more.
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// The language that helps out, where the reader's own lacks the row.
    pub fn language(&self) -> Option<&str> {
        self.row.from.as_deref()
    }
}
