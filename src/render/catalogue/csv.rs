//! A table of a catalogue as CSV (RFC 4180).

use csv::{Terminator, WriterBuilder};

use super::said;
use crate::model::{Catalogue, CatalogueTable, RowText};

/// Names of the columns that stand before those of every table; none of them is a table's own.
const FIRST: [&str; 3] = ["_key", "_locale", "_link"];

/// What is done with words that a spreadsheet would take for a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// An apostrophe stands before them, which spreadsheets do not show.
    Apostrophe,
    /// Nothing, since no spreadsheet will read them.
    None,
}

/// Returns a table of the catalogue of one language as CSV in UTF-8 with CRLF: a line of names, then a line for each row in the
/// table's order.
///
/// The first columns are the same for all tables: the key, the language that the text is from, and the link to the row. `None` where
/// the catalogue has no such table.
pub fn catalogue_csv(
    catalogue: &Catalogue,
    table: &str,
    markdown: bool,
    guard: Guard,
) -> Option<String> {
    let table = catalogue.tables.get(table)?;
    let locale = catalogue.locales.first()?.locale.as_str();
    let header = FIRST.into_iter();
    let header = header.chain(table.columns.iter().map(|column| column.name.as_str()));
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Memory takes whatever is written, and every line has as many fields as the first.
    let mut write = |fields: Vec<String>| writer.write_record(fields).expect("memory takes it");
    write(header.map(|name| guarded(name, guard)).collect());
    for (key, row) in &table.rows {
        let Some(text) = row.texts.get(locale) else {
            continue;
        };
        let from = text.from.as_deref().unwrap_or(locale);
        let link = link(catalogue, table, locale, text).unwrap_or_default();
        let first = [key.as_str(), from, &link].map(|field| guarded(field, guard));
        let cells = table.columns.iter().map(|column| {
            let cell = text.cells.get(&column.name);
            let words = cell.map_or("", |cell| said(cell, markdown));
            guarded(words, guard)
        });
        write(first.into_iter().chain(cells).collect());
    }
    let bytes = writer.into_inner().expect("memory takes it");
    Some(String::from_utf8(bytes).expect("text is UTF-8"))
}

/// The address of a row: whole where the site says where it stands, else from its root.
fn link(
    catalogue: &Catalogue,
    table: &CatalogueTable,
    locale: &str,
    row: &RowText,
) -> Option<String> {
    let page = || table.texts.get(locale)?.page.as_deref();
    let page = row.page.as_deref().or_else(page)?;
    let url = catalogue.url.as_deref().unwrap_or_default();
    let anchor = row.anchor.as_deref().map(|anchor| format!("#{anchor}"));
    Some(format!("{url}{page}{}", anchor.unwrap_or_default()))
}

fn guarded(words: &str, guard: Guard) -> String {
    match guard == Guard::Apostrophe && is_formula(words) {
        true => format!("'{words}"),
        false => words.to_owned(),
    }
}

/// Whether a spreadsheet would calculate with words; a plain number is one to it and to all others.
fn is_formula(words: &str) -> bool {
    let begins = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let digits = words.trim_start_matches(['+', '-']);
    let is_number = words.len() - digits.len() == 1
        && digits.starts_with(|digit: char| digit.is_ascii_digit())
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    begins && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_spreadsheet_would_calculate_with_are_told_from_numbers() {
        for (words, expected) in [
            ("=1+1", true),
            ("@SUM(A1)", true),
            ("-x", true),
            ("+49 30", true),
            ("-", true),
            ("--1", true),
            ("-1+cmd", true),
            ("-2147009296", false),
            ("+1.5", false),
            ("0x411", false),
            ("a=b", false),
            ("", false),
        ] {
            assert_eq!(is_formula(words), expected, "{words}");
        }
    }
}
