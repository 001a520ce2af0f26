//! The full text, by Pagefind: an index for each language, of which readers fetch what their words need.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use pagefind::api::{PagefindIndex, SyntheticFile};
use rayon::prelude::*;
use serde_json::{Map, Value};

use super::{FOLDER, record, searched};
use crate::model::{Page, Print, Printer};
use crate::render::again::{FullText, TextNote, TextNotes, Texts};
use crate::render::edition::{Edition, Place};
use crate::render::target::Record;
use crate::render::{RenderError, article, link};

/// What readers need of what Pagefind makes besides the indexes; it comes with ready-made interfaces, which are none of ours.
const SCRIPTS: [&str; 2] = ["pagefind.js", "pagefind-worker.js"];

/// The file that says which languages there are.
const ENTRY: &str = "pagefind-entry.json";

/// The program for languages whose words Pagefind cannot reduce to their stems.
const ANY_LANGUAGE: &str = "wasm.unknown.pagefind";

/// A longer name of a language leaves no room for the hash in the name of a file.
const MAX_LANGUAGE: usize = 16;

/// Makes the indexes of all languages, and the program that reads them, but for languages none of whose pages has other words.
///
/// The languages are indexed side by side: Pagefind takes one page after another.
pub(super) fn full_text(edition: &Edition, texts: &Texts) -> Result<FullText, RenderError> {
    let mut languages: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for place in searched(edition) {
        let language = language(edition.locale(place).tag());
        languages.entry(language).or_default().push(place);
    }
    let records = texts.records.iter();
    let records: HashMap<Place, &str> = records.map(|it| (it.place, it.text.as_str())).collect();
    let languages: Vec<(String, Vec<Place>)> = languages.into_iter().collect();
    let indexes = languages.into_par_iter().map(|(language, places)| {
        let last = texts.last.and_then(|last| last.get(&language));
        let prints = prints(edition, &records, &places, last);
        if let Some(last) = last.filter(|last| last.records == prints) {
            return Ok((language, Index::Kept(last.clone())));
        }
        let named = places.iter().filter_map(|place| {
            let text = match records.get(place) {
                Some(text) => (*text).to_owned(),
                None => last_record(edition, *place, texts)?,
            };
            Some((link::encoded(edition.path(*place)), text))
        });
        let files = indexed(&language, named)?;
        Ok((language, Index::New(prints, files)))
    });
    Ok(joined(indexes.collect::<Result<_, RenderError>>()?))
}

/// The full text of one language.
enum Index {
    Kept(TextNote),
    New(BTreeMap<String, Print>, Vec<SyntheticFile>),
}

/// The prints of the records of a language, by the paths of the pages. Those of pages that stay are what they were.
fn prints(
    edition: &Edition,
    records: &HashMap<Place, &str>,
    places: &[Place],
    last: Option<&TextNote>,
) -> BTreeMap<String, Print> {
    let prints = places.iter().filter_map(|place| {
        let path = edition.path(*place);
        let print = match records.get(place) {
            Some(text) => print(text),
            None => *last?.records.get(path)?,
        };
        Some((path.to_owned(), print))
    });
    prints.collect()
}

fn print(text: &str) -> Print {
    let mut printer = Printer::default();
    printer.text(text.as_bytes());
    printer.print()
}

/// What Pagefind calls a language; its program for browsers looks for the language of the page first, then for its first part.
fn language(tag: &str) -> String {
    let tag = tag.to_lowercase();
    match tag.split_once('-') {
        Some((language, _)) if tag.len() > MAX_LANGUAGE => language.to_owned(),
        _ => tag,
    }
}

/// The record of a page that stays, of its bytes as they were published.
fn last_record(edition: &Edition, place: Place, texts: &Texts) -> Option<String> {
    let path = edition.path(place);
    let old = texts.old.filter(|_| texts.kept.contains(path))?;
    record_of(edition, place, &old(path)?)
}

/// The record of a page.
pub(super) fn recorded(edition: &Edition, place: Place, page: &Page) -> Option<Record> {
    let text = record_of(edition, place, page.bytes()?)?;
    Some(Record { place, text })
}

fn record_of(edition: &Edition, place: Place, bytes: &[u8]) -> Option<String> {
    let html = str::from_utf8(bytes).ok()?;
    let article = edition.article(place);
    let title = article::one_line(article.title());
    let said = edition
        .site
        .metadata(article, "description")
        .map(article::one_line);
    let language = language(edition.locale(place).tag());
    Some(record::record(html, &language, &title, said.as_deref()))
}

/// The files of one language.
fn indexed(
    language: &str,
    records: impl Iterator<Item = (String, String)>,
) -> Result<Vec<SyntheticFile>, RenderError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| failed(language, &error))?;
    let index = runtime.block_on(async {
        let mut index = PagefindIndex::new(None)?;
        for (path, html) in records {
            index.add_html_file(None, Some(path), html).await?;
        }
        Ok(index)
    });
    // The index is made by rayon. A thread that waits for another there may begin with the next language meanwhile, and tokio lets nobody
    // wait for one of its runtimes within another.
    let files = index.and_then(|mut index| pollster::block_on(index.get_files()));
    files.map_err(|error| failed(language, &error))
}

fn failed(language: &str, error: &dyn std::fmt::Display) -> RenderError {
    RenderError::FullText {
        language: language.to_owned(),
        message: error.to_string(),
    }
}

/// One site of the indexes of all languages: what they have in common once, and their entries in one file.
fn joined(indexes: Vec<(String, Index)>) -> FullText {
    let mut files = BTreeMap::new();
    let mut stay = BTreeSet::new();
    let mut entry = Map::new();
    let mut notes = TextNotes::new();
    for (language, index) in indexes {
        let note = match index {
            Index::New(records, made) => taken(records, made, &mut files),
            Index::Kept(note) => {
                stay.extend(note.files.iter().cloned());
                note
            }
        };
        merge(
            &mut entry,
            serde_json::from_str(&note.entry).unwrap_or_default(),
        );
        notes.insert(language, note);
    }
    if !has_unknown(&entry) {
        files.remove(ANY_LANGUAGE);
        stay.remove(ANY_LANGUAGE);
    }
    let bytes = serde_json::to_vec(&entry).expect("a map of texts can be written");
    files.insert(ENTRY.to_owned(), [&bytes[..], b"\n"].concat());
    stay.retain(|name| !files.contains_key(name));
    let path = |name: &String| format!("{FOLDER}/{name}");
    FullText {
        kept: stay.iter().map(path).collect(),
        pages: files
            .into_iter()
            .map(|(name, bytes)| Page::new(path(&name), bytes))
            .collect(),
        notes,
    }
}

/// Takes the files of a language that readers need.
fn taken(
    records: BTreeMap<String, Print>,
    made: Vec<SyntheticFile>,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> TextNote {
    let mut note = TextNote {
        records,
        ..TextNote::default()
    };
    for mut file in made {
        let name = file.filename.to_string_lossy().replace('\\', "/");
        if name == ENTRY {
            note.entry = String::from_utf8(file.contents).unwrap_or_default();
        } else if is_needed(&name) {
            if SCRIPTS.contains(&name.as_str()) {
                file.contents.push(b'\n');
            }
            note.files.push(name.clone());
            files.insert(name, file.contents);
        }
    }
    note
}

/// Adds the languages of one entry to another; all else is the same in both.
fn merge(entry: &mut Map<String, Value>, mut own: Map<String, Value>) {
    if let (Some(Value::Object(all)), Some(Value::Object(languages))) =
        (entry.get_mut("languages"), own.get_mut("languages"))
    {
        all.append(languages);
    } else {
        *entry = own;
    }
}

/// Whether a language has no program of its own.
fn has_unknown(entry: &Map<String, Value>) -> bool {
    let languages = entry.get("languages").and_then(Value::as_object);
    let mut languages = languages.into_iter().flat_map(Map::values);
    languages.any(|language| language["wasm"].is_null())
}

fn is_needed(name: &str) -> bool {
    let is_index = [".pf_meta", ".pf_index", ".pf_fragment"];
    is_index.iter().any(|end| name.ends_with(end))
        || SCRIPTS.contains(&name)
        || name.ends_with(".pagefind")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_with_a_long_name_is_called_by_its_first_part() {
        assert_eq!(language("zh-Hant-TW"), "zh-hant-tw");
        assert_eq!(language("de-x-a-very-long-name-indeed"), "de");
    }

    #[test]
    fn only_what_readers_need_is_published() {
        for (name, expected) in [
            ("pagefind.js", true),
            ("pagefind-worker.js", true),
            ("wasm.de.pagefind", true),
            ("fragment/de_1.pf_fragment", true),
            ("pagefind-ui.js", false),
            ("pagefind-component-ui.css", false),
            ("pagefind-highlight.js", false),
        ] {
            assert_eq!(is_needed(name), expected, "{name}");
        }
    }
}
