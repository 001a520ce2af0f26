//! The catalogue: every keyed table of a site as data that other programs load.

mod csv;
mod flat;
mod form;
mod text;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::edition::{self, Edition};
use super::target::CATALOGUE;
use super::{RenderError, link};
use crate::model::{
    CATALOGUE_VERSION, Catalogue, CatalogueCitation, CatalogueColumn, CatalogueLocale,
    CatalogueRow, CatalogueTable, CellText, Page, Register, RowText, Site, TableRef,
};
pub use csv::{Guard, catalogue_csv};
pub use flat::catalogue_flat;
pub use form::catalogue_json;
use text::Text;

/// What a catalogue promises, as a JSON Schema.
pub const CATALOGUE_SCHEMA: &str = include_str!("catalogue.schema.json");

/// Where the catalogue of all languages stands, and the folder of those of one.
const FILE: &str = "catalogue.json";
const FOLDER: &str = "catalogue";

/// Where its schema stands.
const SCHEMA_FILE: &str = "catalogue.schema.json";

/// Makes the catalogue of a site in all its languages.
///
/// The same site gives the same catalogue. Its links lead to where the pages for browsers stand, whether those are made or not.
///
/// # Errors
///
/// Where the site's own words cannot be read.
pub fn catalogue(site: &Site) -> Result<Catalogue, RenderError> {
    Ok(of(&Edition::new(site, &CATALOGUE, edition::words(site)?)?))
}

/// Makes the files of the target: one of all languages, one of each, and what they promise.
pub(super) fn site(edition: &Edition) -> Result<Vec<Page>, RenderError> {
    let catalogue = of(edition);
    let locales = edition.site.locales.par_iter();
    let mut pages: Vec<Page> = locales
        .filter_map(|locale| {
            let own = catalogue.within(locale.folder())?;
            let path = format!("{FOLDER}/{}.json", locale.folder());
            Some(Page::new(path, catalogue_json(&own)))
        })
        .collect();
    pages.push(Page::new(FILE, catalogue_json(&catalogue)));
    pages.push(Page::new(SCHEMA_FILE, CATALOGUE_SCHEMA));
    Ok(pages)
}

fn of(edition: &Edition) -> Catalogue {
    let site = edition.site;
    let register = Register::of(site);
    let keyed = register.keyed();
    let tables: Vec<CatalogueTable> = keyed
        .par_iter()
        .map(|table| self::table(edition, &register, table))
        .collect();
    let ids = keyed.iter().map(|table| register.names(table).id.clone());
    Catalogue {
        version: CATALOGUE_VERSION,
        url: link::site_url(edition),
        reference: site.reference.as_ref().map(|it| it.folder().to_owned()),
        locales: locales(edition),
        tables: ids.zip(tables).collect(),
    }
}

fn locales(edition: &Edition) -> Vec<CatalogueLocale> {
    let fallbacks = edition.site.fallbacks().into_iter();
    let locales = edition.site.locales.iter().zip(fallbacks);
    locales
        .map(|(locale, fallback)| CatalogueLocale {
            locale: locale.folder().to_owned(),
            tag: locale.tag().to_owned(),
            name: edition.name(locale).to_owned(),
            title: edition.title(locale),
            fallback: fallback.iter().map(|it| it.folder().to_owned()).collect(),
        })
        .collect()
}

fn table(edition: &Edition, register: &Register, reference: &TableRef) -> CatalogueTable {
    let translations = &edition.site.translations[reference.translations];
    let slot = &translations.tables[reference.slot];
    let names = register.names(reference);
    let texts = texts(edition, register, reference);
    let principal = translations.reference.map(|it| &translations.articles[it]);
    let row = |(normal, key): (&String, &String)| {
        let citations = edition.site.citations.get(reference);
        let citations = citations.and_then(|citations| citations.get(normal));
        let cells = citations.into_iter().flat_map(|citation| &citation.cells);
        let citing = cells.filter_map(|cell| {
            let names = register.names(&cell.table);
            Some(CatalogueCitation {
                table: names.id.clone(),
                key: names.key(cell.row).map(str::to_owned),
                column: names.columns.get(cell.column)?.clone(),
            })
        });
        (key.clone(), self::row(edition, &texts, normal, citing))
    };
    CatalogueTable {
        article: translations.id.clone(),
        version: principal.map(|article| article.version.clone()),
        anchor: translations.table_anchor(slot).map(str::to_owned),
        columns: columns(edition, register, reference),
        texts: texts
            .iter()
            .map(|text| (text.locale().to_owned(), text.table_text()))
            .collect(),
        rows: names.keys.iter().map(row).collect(),
    }
}

/// The table in each language that has it, in the order of the site.
fn texts<'a>(edition: &'a Edition<'a>, register: &'a Register, table: &TableRef) -> Vec<Text<'a>> {
    let locales = 0..edition.site.locales.len();
    locales
        .filter_map(|locale| {
            let place = edition.own_page(table.translations, locale)?;
            Text::of(edition, register, table, place)
        })
        .collect()
}

fn columns(edition: &Edition, register: &Register, table: &TableRef) -> Vec<CatalogueColumn> {
    let translations = &edition.site.translations[table.translations];
    let slot = &translations.tables[table.slot];
    let usual = translations.usual_table(slot);
    let names = register.names(table).columns.iter().zip(&slot.roles);
    names
        .enumerate()
        .map(|(index, (name, role))| {
            let column = usual.and_then(|table| table.columns.get(index));
            let definition = column.and_then(|column| column.defined_by.as_ref());
            let definition = definition.map(|table| register.names(table));
            let defining = definition.filter(|names| !names.keys.is_empty());
            CatalogueColumn {
                name: name.clone(),
                role: *role,
                defined_by: defining.map(|names| names.id.clone()),
            }
        })
        .collect()
}

/// A row in all languages, by the normal form of its key.
fn row(
    edition: &Edition,
    texts: &[Text],
    key: &str,
    citing: impl Iterator<Item = CatalogueCitation>,
) -> CatalogueRow {
    let own = texts.iter();
    let own = own.filter_map(|text| Some((text.locale().to_owned(), text.row_text(key)?)));
    let own: BTreeMap<String, RowText> = own.collect();
    let locales = edition.site.locales.iter().map(|locale| locale.folder());
    let mut cited_by: Vec<CatalogueCitation> = Vec::new();
    for citation in citing {
        // Rows that correspond and yet have different keys are told once.
        if cited_by.last() != Some(&citation) {
            cited_by.push(citation);
        }
    }
    CatalogueRow {
        missing_in: locales
            .filter(|locale| !own.contains_key(*locale))
            .map(str::to_owned)
            .collect(),
        cited_by,
        texts: own,
    }
}

/// The words of a cell, or its Markdown.
fn said(cell: &CellText, markdown: bool) -> &str {
    match (markdown, &cell.markdown) {
        (true, Some(markdown)) => markdown,
        _ => &cell.text,
    }
}
