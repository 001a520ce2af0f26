//! The catalogue: every keyed table of a site as data that other programs load.
//!
//! One shape serves a site and a single language of it: the catalogue of a language lists that one alone, and where the language
//! lacks a table or a row, it holds the text that its readers get instead, marked with the language it is from.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::ColumnRole;

/// The version of the shape; it grows when a program that reads the old one would go wrong.
pub const CATALOGUE_VERSION: u8 = 1;

/// The keyed tables of a site in all its languages, or in one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    pub version: u8,
    /// Where the site stands, with a slash at the end; paths of pages begin there.
    pub url: Option<String>,
    /// The folder of the language that translations are held against, where there is one.
    pub reference: Option<String>,
    /// In the order of the site.
    pub locales: Vec<CatalogueLocale>,
    /// By id, in the order of ids: the name that `tables:` in `glotta.yml` gives, else article and anchor as in `guide/errors#codes`.
    pub tables: IndexMap<String, CatalogueTable>,
}

/// A language of a catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueLocale {
    /// The name of its folder, which stands for it everywhere else.
    pub locale: String,
    /// BCP 47.
    pub tag: String,
    /// In the language itself.
    pub name: String,
    /// The title of the site.
    pub title: String,
    /// The folders of the languages that readers get where this one lacks something, the first first.
    pub fallback: Vec<String>,
}

/// A table whose rows a key names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueTable {
    /// The id of the article that it stands in.
    pub article: String,
    /// The section that it stands in, in all languages.
    pub anchor: Option<String>,
    pub columns: Vec<CatalogueColumn>,
    /// What each language says of the table, by locale.
    pub texts: BTreeMap<String, TableText>,
    /// By key, in the order of the table.
    pub rows: IndexMap<String, CatalogueRow>,
}

/// A column in all languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueColumn {
    /// The name that `glotta.yml` gives, else one made of the label in the language that comes first; each once in its table.
    pub name: String,
    pub role: ColumnRole,
    /// The id of the table whose key defines the codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defined_by: Option<String>,
}

/// What a language says of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableText {
    /// The language of the text, where it is another than that of the readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The title of the article.
    pub title: String,
    /// The words of the section's heading.
    pub section: Option<String>,
    /// The path of the page that shows the table, from the root of the site, percent-encoded.
    pub page: Option<String>,
    /// The version of the reference's text that this was made from, as the article says.
    pub source_version: Option<String>,
    /// The words above the columns, one for each; empty where a language has other columns.
    pub labels: Vec<String>,
}

/// A row in all languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueRow {
    /// The languages of the site whose table lacks it, or that lack the table.
    pub missing_in: Vec<String>,
    /// The rows that cite its key, in the order of the site.
    pub cited_by: Vec<CatalogueCitation>,
    /// What each language says, by locale.
    pub texts: BTreeMap<String, RowText>,
}

/// A cell that cites a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueCitation {
    /// The id of the table; one without a key is none of the catalogue's.
    pub table: String,
    /// The key of the row, where the table has one.
    pub key: Option<String>,
    /// The name of the column.
    pub column: String,
}

/// What a language says in a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowText {
    /// The language of the text, where it is another than that of the readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The row's place on the page of its table, percent-encoded.
    pub anchor: Option<String>,
    /// By the name of the column.
    pub cells: IndexMap<String, CellText>,
}

/// What a language says in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellText {
    /// The words alone, on one line.
    pub text: String,
    /// CommonMark with GFM, its links leading from the root of the site; left out where it would be the words again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
    /// The keys of `defined_by` that the cell cites and that are there, as that table writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
}
