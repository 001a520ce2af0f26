//! What pages are found with: what is published of it, in which language, and how codes may be spelled.

use std::collections::BTreeMap;
use std::process::Command;

use glotta::discover::MemoryWorld;
use glotta::model::{Likeness, Query, Search, TargetName};
use glotta::render::Target;
use serde_json::Value;

use crate::{pages, sites, validators};

const GUIDE: &str = "# Guide\n\nAbout [tides](tides.md).\n";
const CODES: &str = "# Codes\n\n## All {#all}\n\n| Code | Name | Meaning |\n|---|---|---|\n\
    | 0x00000411 | Sail_Torn | torn |\n| 0x00000412 | Mast_Gone | gone |\n| 0x00000413 | Hull_Open | open |\n";

/// Three articles in English, of which German has one with a row less.
fn files(config: &str) -> Vec<(String, String)> {
    let german = CODES
        .replace("# Codes", "# Kodes")
        .replace("torn |", "gerissen |")
        .replace("| 0x00000413 | Hull_Open | open |\n", "");
    let texts = [
        ("glotta.yml", format!("reference: en-us\n{config}\n")),
        ("docs-src/en-us/index.md", "# Start\n".to_owned()),
        ("docs-src/en-us/guide.md", GUIDE.to_owned()),
        ("docs-src/en-us/codes.md", CODES.to_owned()),
        (
            "docs-src/en-us/tides.md",
            "# Tides\n\n| Code | Height |\n|---|---|\n| T-100 | low |\n| T-200 | high |\n| T-300 | spring |\n".to_owned(),
        ),
        (
            "docs-src/en-us/hidden.md",
            "---\nrobots: noindex\n---\n# Hidden\n".to_owned(),
        ),
        ("docs-src/de-de/codes.md", german),
    ];
    texts.map(|(path, text)| (path.to_owned(), text)).to_vec()
}

/// The pages and files of the site for browsers, by path; what is no text is empty.
fn published(config: &str) -> BTreeMap<String, String> {
    let files = files(config);
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    pages::pages(&files, TargetName::Html)
}

/// The only file below the folder of the search whose name begins so.
fn found<'p>(pages: &'p BTreeMap<String, String>, name: &str) -> Option<&'p str> {
    let start = format!("assets/search/{name}");
    let mut found = pages.iter().filter(|(path, _)| path.starts_with(&start));
    found.next().map(|(_, text)| text.as_str())
}

/// What readers of a language can look up.
fn lookup(pages: &BTreeMap<String, String>, locale: &str) -> Value {
    let script = found(pages, &format!("{locale}-")).expect("a look-up");
    let data = script.strip_prefix("self.glottaSearch = ");
    let data = data.and_then(|data| data.strip_suffix(";\n"));
    serde_json::from_str(data.expect("a script that sets one value")).expect("JSON")
}

#[test]
fn a_site_publishes_what_its_search_needs_and_no_more() {
    for (config, has_script, has_text) in [
        ("", true, Search::HAS_PAGEFIND),
        ("search: codes", true, false),
        ("search: none", false, false),
    ] {
        let pages = published(config);
        let page = &pages["de-de/codes.html"];
        let has = |start: &str| pages.keys().any(|path| path.starts_with(start));
        assert_eq!(
            page.contains("class=\"search-opener\""),
            has_script,
            "{config}"
        );
        assert_eq!(has("assets/search."), has_script, "{config}");
        assert_eq!(has("assets/search/de-de-"), has_script, "{config}");
        assert_eq!(has("assets/search/pagefind"), has_text, "{config}");
        assert_eq!(page.contains("data-full-text"), has_text, "{config}");
        assert!(!has("assets/search/pagefind-ui") && !has("assets/search/pagefind-highlight"));
    }
}

#[test]
fn every_page_leads_to_files_that_are_published() {
    let pages = published("");
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for attribute in ["data-script=\"", "data-lookup=\"", "data-full-text=\""] {
            let Some((_, rest)) = page.split_once(attribute) else {
                continue;
            };
            let way = rest.split('"').next().unwrap_or_default();
            let depth = path.matches('/').count();
            let target = way.strip_prefix(&"../".repeat(depth)).unwrap_or(way);
            assert!(pages.contains_key(target), "{path}: {way}");
        }
    }
}

/// Start pages, hidden pages and pages that show the text of another language are not found.
#[cfg(feature = "search")]
#[test]
fn only_texts_in_the_language_of_their_tree_are_indexed() {
    let pages = published("");
    assert!(pages.contains_key("de-de/guide.html"), "a fallback page");
    let entry = found(&pages, "pagefind-entry.json").expect("an entry");
    let entry: Value = serde_json::from_str(entry).expect("JSON");
    assert_eq!(entry["languages"]["en-us"]["page_count"], 3);
    assert_eq!(entry["languages"]["de-de"]["page_count"], 1);
}

#[test]
fn rows_that_only_another_language_has_lead_there_and_say_so() {
    let pages = published("");
    let german = lookup(&pages, "de-de");
    let index = &german["index"];
    let rows: Vec<&Value> = index["rows"].as_array().expect("rows").iter().collect();
    let row = |name: &str| {
        let is_named = |row: &&&Value| row[0].as_str().is_some_and(|names| names.starts_with(name));
        let mut rows = rows.iter().filter(is_named);
        let row = rows
            .next()
            .unwrap_or_else(|| panic!("no {name} in {rows:?}"));
        assert!(rows.next().is_none(), "{name} twice");
        let page = row[2].as_u64().expect("the index of a page") as usize;
        (index["pages"][page][0].as_str().expect("a path"), *row)
    };
    let (page, own) = row("0x00000411");
    assert_eq!(
        (page, &own[0], &own[1]),
        (
            "de-de/codes.html",
            &"0x00000411 Sail_Torn".into(),
            &"gerissen".into()
        )
    );
    assert_eq!(own.get(4), None);
    let (page, missing) = row("0x00000413");
    assert_eq!((page, missing[4].as_u64()), ("en-us/codes.html", Some(0)));
    let (page, _) = row("T-100");
    assert_eq!(page, "en-us/tides.html");
    assert_eq!(index["languages"][0][0], "en-US");
    assert_eq!(index["languages"][0][1], "Auf Englisch");
    assert_eq!(
        lookup(&pages, "en-us")["index"]["languages"],
        Value::Array(Vec::new())
    );
}

#[test]
fn words_are_those_of_the_language_with_each_count_written_out() {
    let pages = published("");
    let words = &lookup(&pages, "de-de")["words"];
    assert_eq!(words["say"]["close"], "Schließen");
    assert_eq!(words["count"][0], "Keine Treffer");
    assert_eq!(lookup(&pages, "en-us")["words"]["count"][1], "1 result");
    assert_eq!(lookup(&pages, "en-us")["words"]["count"][2], "2 results");
}

#[test]
fn a_language_without_codes_has_no_button_where_only_codes_are_searched() {
    let files = [
        ("glotta.yml", "search: codes\n"),
        ("docs-src/de-de/a.md", "# A\n\nText.\n"),
    ];
    let pages = pages::pages(&files, TargetName::Html);
    assert!(!pages["de-de/a.html"].contains("search-opener"));
    assert!(pages.keys().all(|path| !path.starts_with("assets/search")));
}

/// Pagefind works with many threads and maps of no order.
#[test]
fn the_same_texts_give_the_same_bytes_in_every_language() {
    let rendered = || {
        let world: MemoryWorld = sites::connector(Some("en-us"));
        let site = glotta::load(&world).expect("a site").value;
        glotta::render(&site, Target::named(TargetName::Html)).expect("sound")
    };
    let first = rendered();
    assert!(
        first
            .iter()
            .any(|page| page.path.starts_with("assets/search/"))
    );
    assert!(first == rendered(), "two builds differ");
}

/// Runs the part of our script that looks codes up over the rows of a site; for each text it says which first names it finds, and
/// whether the first row is called so.
fn looked_up(pages: &BTreeMap<String, String>, texts: &[&str]) -> Vec<(Vec<String>, bool)> {
    let own =
        std::fs::read_to_string("templates/html/assets/search/10-codes.js").expect("our script");
    let texts = serde_json::to_string(texts).expect("JSON");
    let script = format!(
        "globalThis.self = globalThis;\n{}\n{own}\n\
         const found = (rows) => [rows.map((row) => row.names[0]), rows.length > 0 && rows[0].meant !== null];\n\
         console.log(JSON.stringify({texts}.map((text) => found(self.glottaSearch.codes(text)))));",
        found(pages, "en-us-").expect("a look-up"),
    );
    let run = Command::new("node")
        .args(["-e", &script])
        .output()
        .expect("node runs");
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    serde_json::from_slice(&run.stdout).expect("JSON")
}

/// Rows of names, and what is found among them: the command line and the search of pages are tried with the same.
#[derive(serde::Deserialize)]
struct Spellings {
    rows: Vec<Vec<String>>,
    /// What is asked for, how much the best row is like it, and the first names of all rows that are.
    cases: Vec<(String, Option<String>, Vec<String>)>,
}

fn spellings() -> Spellings {
    serde_json::from_str(include_str!("spellings.json")).expect("rows and cases")
}

#[test]
fn codes_are_found_however_they_are_spelled() {
    let Spellings { rows, cases } = spellings();
    for (asked, likeness, expected) in &cases {
        let query = Query::of(asked);
        let best = |row: &&Vec<String>| row.iter().filter_map(|name| query.likeness(name)).min();
        let mut found: Vec<(Likeness, &str)> = rows
            .iter()
            .filter_map(|row| Some((best(&row)?, row[0].as_str())))
            .collect();
        found.sort_by_key(|(likeness, name)| (*likeness, name.len()));
        let names: Vec<&str> = found.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, *expected, "{asked}");
        let first = found.first().map(|(likeness, _)| likeness.name());
        assert_eq!(first, likeness.as_deref(), "{asked}");
    }
}

#[test]
fn the_search_of_pages_finds_the_same() {
    if !validators::is_there("node") {
        return;
    }
    let Spellings { rows, cases } = spellings();
    let row = |row: &Vec<String>| {
        let name = row.get(1).map_or("", String::as_str);
        format!("| {} | {name} | {}. |\n", row[0], row[0].to_lowercase())
    };
    let rows: String = rows.iter().map(row).collect();
    let codes = format!("# C\n\n| Code | Name | Meaning |\n|---|---|---|\n{rows}");
    let pages = pages::pages(&[("docs-src/en-us/c.md", &codes)], TargetName::Html);
    let texts: Vec<&str> = cases.iter().map(|(asked, ..)| asked.as_str()).collect();
    for ((asked, likeness, expected), found) in cases.iter().zip(looked_up(&pages, &texts)) {
        let is_whole = Likeness::ALL
            .into_iter()
            .any(|it| it.is_whole() && Some(it.name()) == likeness.as_deref());
        assert_eq!(found, (expected.clone(), is_whole), "{asked}");
    }
}
