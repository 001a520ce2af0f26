//! A language of a catalogue as a flat list of messages, for programs that look words up by id.

use std::collections::BTreeMap;

use super::said;
use crate::model::Catalogue;

/// Returns what a language itself says as one JSON object: by the ids of table, row and column with dots between them the words of the
/// cell, sorted, with a line break at its end. `None` where the catalogue has no such language.
///
/// A dot or a per cent sign inside one of the three is written `%2E` or `%25`, so that an id has two dots and can be taken apart.
/// Empty cells are left out, and so is what the language lacks: programs look into the next language for that.
pub fn catalogue_flat(catalogue: &Catalogue, locale: &str, markdown: bool) -> Option<String> {
    let mut locales = catalogue.locales.iter();
    let locale = locales.find(|own| own.locale.eq_ignore_ascii_case(locale))?;
    let mut messages: BTreeMap<String, &str> = BTreeMap::new();
    for (id, table) in &catalogue.tables {
        for (key, row) in &table.rows {
            let text = row.texts.get(&locale.locale);
            let own = text.filter(|text| text.from.is_none());
            for (column, cell) in own.into_iter().flat_map(|text| &text.cells) {
                if !cell.text.is_empty() {
                    let id = [id, key, column].map(|part| escaped(part)).join(".");
                    messages.insert(id, said(cell, markdown));
                }
            }
        }
    }
    // Strings always have a form in JSON.
    let mut json = serde_json::to_string_pretty(&messages).expect("plain values are JSON");
    json.push('\n');
    Some(json)
}

fn escaped(part: &str) -> String {
    part.replace('%', "%25").replace('.', "%2E")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_be_taken_apart() {
        assert_eq!(escaped("10102"), "10102");
        assert_eq!(escaped("1.2%"), "1%2E2%25");
    }
}
