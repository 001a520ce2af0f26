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

impl Catalogue {
    /// Returns the catalogue of one language, by its folder in any case; `None` where the site has no such language.
    ///
    /// Where it lacks a table or a row, the text of the first language that helps out stands in its place and says where it is from.
    pub fn within(&self, locale: &str) -> Option<Catalogue> {
        let mut locales = self.locales.iter();
        let locale = locales.find(|own| own.locale.eq_ignore_ascii_case(locale))?;
        let tables = self.tables.iter();
        let tables = tables.filter_map(|(id, table)| Some((id.clone(), table.within(locale)?)));
        Some(Catalogue {
            version: self.version,
            url: self.url.clone(),
            reference: self.reference.clone(),
            locales: vec![locale.clone()],
            tables: tables.collect(),
        })
    }
}

impl CatalogueTable {
    fn within(&self, locale: &CatalogueLocale) -> Option<CatalogueTable> {
        let (from, text) = instead(&self.texts, locale)?;
        let own = TableText {
            from: from.or_else(|| text.from.clone()),
            ..text.clone()
        };
        let rows = self.rows.iter();
        let rows = rows.filter_map(|(key, row)| {
            let row = row.within(locale, &self.texts, &own)?;
            Some((key.clone(), row))
        });
        Some(CatalogueTable {
            article: self.article.clone(),
            version: self.version.clone(),
            anchor: self.anchor.clone(),
            columns: self.columns.clone(),
            rows: rows.collect(),
            texts: BTreeMap::from([(locale.locale.clone(), own)]),
        })
    }
}

impl CatalogueRow {
    /// The row as readers of a language get it; `tables` is what each language says of its table, and `own` what this one says.
    fn within(
        &self,
        locale: &CatalogueLocale,
        tables: &BTreeMap<String, TableText>,
        own: &TableText,
    ) -> Option<CatalogueRow> {
        let (from, text) = instead(&self.texts, locale)?;
        let home = from
            .as_ref()
            .and_then(|from| tables.get(from)?.page.clone());
        let text = RowText {
            page: home
                .filter(|page| own.page.as_ref() != Some(page))
                .or_else(|| text.page.clone()),
            from: from.or_else(|| text.from.clone()),
            ..text.clone()
        };
        Some(CatalogueRow {
            missing_in: self.missing_in.clone(),
            cited_by: self.cited_by.clone(),
            texts: BTreeMap::from([(locale.locale.clone(), text)]),
        })
    }
}

/// What readers of a language get, and the language that it is from where that is another.
fn instead<'t, T>(
    texts: &'t BTreeMap<String, T>,
    locale: &CatalogueLocale,
) -> Option<(Option<String>, &'t T)> {
    let own = texts.get(&locale.locale).map(|text| (None, text));
    own.or_else(|| {
        let mut others = locale.fallback.iter();
        others.find_map(|other| Some((Some(other.clone()), texts.get(other)?)))
    })
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
    /// The version of the reference's text as it is, where the reference has the article: a text made from another is not up to date.
    pub version: Option<String>,
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
    /// The path of the page that shows the row, where it is another than that of its table in this language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The row's place on its page, percent-encoded.
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
