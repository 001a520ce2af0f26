//! Codes, ids and names that machines know, by language: a script that a page loads when a reader begins to search.
//!
//! It is a script and no JSON because `file://` lets a page load scripts only.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::{FOLDER, searched};
use crate::model::{
    Article, ColumnRole, Page, Printer, Row, Search, Table, is_code, is_identifier, normal_key,
};
use crate::render::edition::{Edition, Place};
use crate::render::html::assets::fingerprint;
use crate::render::html::head;
use crate::render::html::identifier::identifier;
use crate::render::{article, link};

/// The messages that the dialogue says; it knows them by what stands behind the hyphen.
const WORDS: [&str; 9] = [
    "search-dialog",
    "search-field",
    "search-codes",
    "search-pages",
    "search-move",
    "search-open",
    "search-close",
    "search-failed",
    "search-file",
];

/// How many results the longest list of results has: as many forms of "3 results" are published.
const MOST_RESULTS: usize = 20;

/// As many characters of a row's message as a result shows.
const MESSAGE_LENGTH: usize = 120;

/// As many characters as all messages of a language may have: some 60 kB for readers to fetch. Where there are more rows they are
/// all there, and their messages are shorter.
const ALL_MESSAGES: usize = 240_000;

/// The look-ups of all languages, by the index of their locale.
pub(crate) struct Lookups(Vec<Option<Lookup>>);

/// What can be looked up in one language.
pub(super) struct Lookup {
    pub(super) path: String,
    script: String,
}

/// A row of a table, as readers find it.
struct Entry<'a> {
    /// Its key and other names that machines know, at least one.
    names: Vec<&'a str>,
    /// The normal form of the first name.
    key: String,
    /// On one line.
    message: String,
    /// The page that it stands on.
    place: Place,
    anchor: Option<String>,
}

/// What the script of a language holds besides words.
#[derive(Default, Serialize)]
struct Index {
    /// Of the pages that rows stand on: path from the root of the site, and title.
    pages: Vec<(String, String)>,
    /// What is said of rows in other languages: their tag, and in which language they are.
    languages: Vec<(String, String)>,
    /// Names, message, index of the page; then the place on the page, where it is not the first name; then the index of the language.
    rows: Vec<Value>,
}

impl Lookups {
    pub(crate) fn of(edition: &Edition) -> Self {
        if edition.site.config.search == Search::None {
            return Lookups(edition.site.locales.iter().map(|_| None).collect());
        }
        let places = searched(edition).into_par_iter();
        let texts: Vec<Text> = places.map(|place| Text::of(edition, place)).collect();
        let locales = (0..edition.site.locales.len()).into_par_iter();
        Lookups(
            locales
                .map(|locale| Lookup::of(edition, &texts, locale))
                .collect(),
        )
    }

    /// Adds what pages show of it: where it is found.
    pub(crate) fn print(&self, printer: &mut Printer) {
        let paths = self.0.iter();
        let paths = paths.map(|lookup| lookup.as_ref().map(|lookup| &lookup.path));
        printer.value(&paths.collect::<Vec<_>>());
    }

    /// The look-up of a locale, by its index, where the language has something that could be found.
    pub(super) fn of_locale(&self, locale: usize) -> Option<&Lookup> {
        self.0[locale].as_ref()
    }

    pub(super) fn pages(&self) -> Vec<Page> {
        let lookups = self.0.iter().flatten();
        lookups
            .map(|lookup| Page::new(&lookup.path, lookup.script.as_str()))
            .collect()
    }
}

impl Lookup {
    fn of(edition: &Edition, texts: &[Text], locale: usize) -> Option<Lookup> {
        let entries = entries(edition, texts, locale);
        let index = Index::of(edition, locale, &entries);
        if index.rows.is_empty() && edition.site.config.search == Search::Codes {
            return None;
        }
        let data = json!({ "words": words(edition, locale), "index": index });
        let script = format!("self.glottaSearch = {data};\n");
        let folder = edition.site.locales[locale].folder();
        let hash = fingerprint(&script);
        Some(Lookup {
            path: format!("{FOLDER}/{folder}-{hash}.js"),
            script,
        })
    }
}

/// The words of searching in a language, those that count written out for every count that there can be.
fn words(edition: &Edition, locale: usize) -> Value {
    let words = edition.words(&edition.site.locales[locale]);
    let own = WORDS.map(|name| (name.trim_start_matches("search-"), words.say(name)));
    let counts = (0..=MOST_RESULTS).map(|count| words.count("search-count", count));
    json!({
        "lang": words.borrowed(),
        "say": BTreeMap::from(own),
        "count": counts.collect::<Vec<_>>(),
    })
}

/// Every row that readers of a language can look up: its own, and those of an article that only other languages have.
fn entries<'a>(edition: &Edition, texts: &'a [Text<'a>], locale: usize) -> Vec<&'a Entry<'a>> {
    let mut entries = Vec::new();
    let mut once = HashSet::new();
    for texts in texts.chunk_by(|a, b| a.place.translations == b.place.translations) {
        let reference = edition.translations(texts[0].place).reference;
        let mut texts: Vec<&Text> = texts.iter().filter(|text| !text.rows.is_empty()).collect();
        texts.sort_by_key(|Text { place, .. }| {
            (place.locale != locale, Some(place.article) != reference)
        });
        let mut known = HashSet::new();
        for text in texts {
            let new = text.rows.iter();
            let new: Vec<&Entry> = new.filter(|row| !known.contains(&row.key)).collect();
            known.extend(new.iter().map(|row| &row.key));
            // A table that several articles include is found once.
            let new = new.into_iter();
            entries.extend(new.filter(|row| once.insert((&row.names, &row.message))));
        }
    }
    entries
}

/// A page with the rows of its tables that have a name which a machine knows: every language looks at all of them.
struct Text<'a> {
    place: Place,
    rows: Vec<Entry<'a>>,
}

impl<'a> Text<'a> {
    fn of(edition: &'a Edition, place: Place) -> Self {
        let article = edition.article(place);
        let rows = article.tables.iter().flat_map(|table| {
            let rows = table.rows.iter();
            rows.filter_map(move |row| Entry::of(article, table, row, place))
        });
        Text {
            place,
            rows: rows.collect(),
        }
    }
}

impl<'a> Entry<'a> {
    fn of(article: &'a Article, table: &'a Table, row: &'a Row, place: Place) -> Option<Self> {
        let names = names(table, row);
        names.first()?;
        let section = || article.heading(article.sections.get(table.section)?);
        let anchor = row
            .anchor
            .as_deref()
            .or_else(|| Some(section()?.anchor.as_str()));
        let message = table.message(row).unwrap_or_default();
        Some(Entry {
            message: match names.contains(&message) {
                true => String::new(),
                false => article::one_line(message),
            },
            key: normal_key(names[0]),
            names,
            place,
            anchor: anchor.map(identifier),
        })
    }
}

/// The key of a row and its other names, each once, as far as they are no words.
fn names<'a>(table: &Table, row: &'a Row) -> Vec<&'a str> {
    let key = table.key_column();
    let mut columns: Vec<usize> = (0..table.columns.len()).collect();
    columns.retain(|at| {
        matches!(
            table.columns[*at].role,
            ColumnRole::Key | ColumnRole::Identifier
        )
    });
    columns.sort_by_key(|at| Some(*at) != key);
    let mut names: Vec<&str> = Vec::new();
    for cell in columns.into_iter().filter_map(|at| row.cells.get(at)) {
        let is_name = is_code(&cell.text) || is_identifier(&cell.text);
        if is_name && !names.contains(&cell.text.as_str()) {
            names.push(&cell.text);
        }
    }
    names
}

/// As many characters as each of so many messages may have; a few of them would say nothing.
fn message_length(rows: usize) -> usize {
    match ALL_MESSAGES / rows.max(1) {
        length if length < 12 => 0,
        length => length.min(MESSAGE_LENGTH),
    }
}

fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some(_) if length == 0 => String::new(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

impl Index {
    fn of(edition: &Edition, locale: usize, entries: &[&Entry]) -> Index {
        let mut index = Index::default();
        let length = message_length(entries.len());
        let mut pages: HashMap<Place, usize> = HashMap::new();
        let mut languages: HashMap<usize, usize> = HashMap::new();
        for entry in entries {
            let page = *pages
                .entry(entry.place)
                .or_insert_with(|| index.page(edition, entry.place));
            let other = entry.place.locale;
            let language = (other != locale).then(|| {
                *languages
                    .entry(other)
                    .or_insert_with(|| index.language(edition, locale, other))
            });
            index.rows.push(entry.row(page, language, length));
        }
        index
    }

    fn page(&mut self, edition: &Edition, place: Place) -> usize {
        let title = article::one_line(edition.article(place).title());
        self.pages.push((link::encoded(edition.path(place)), title));
        self.pages.len() - 1
    }

    fn language(&mut self, edition: &Edition, locale: usize, other: usize) -> usize {
        let locales = &edition.site.locales;
        let said = head::available_in(edition, &locales[locale], &locales[other]);
        self.languages.push((locales[other].tag().to_owned(), said));
        self.languages.len() - 1
    }
}

impl Entry<'_> {
    /// `length` is how many characters of the message are shown.
    fn row(&self, page: usize, language: Option<usize>, length: usize) -> Value {
        let anchor = self
            .anchor
            .as_deref()
            .filter(|anchor| *anchor != self.names[0]);
        let mut row = vec![
            json!(self.names.join(" ")),
            json!(shortened(&self.message, length)),
            json!(page),
        ];
        if anchor.is_some() || language.is_some() {
            row.push(anchor.map_or(json!(0), |anchor| json!(anchor)));
        }
        row.extend(language.map(|language| json!(language)));
        Value::Array(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_rows_have_short_messages_and_all_their_names() {
        assert_eq!(message_length(0), MESSAGE_LENGTH);
        assert_eq!(message_length(1_500), MESSAGE_LENGTH);
        assert_eq!(message_length(6_000), 40);
        assert_eq!(message_length(100_000), 0);
    }

    #[test]
    fn messages_are_cut_between_characters() {
        assert_eq!(shortened("证书已过期", 3), "证书已…");
        assert_eq!(shortened("证书", 3), "证书");
        assert_eq!(shortened("", 0), "");
        assert_eq!(shortened("x", 0), "");
    }
}
