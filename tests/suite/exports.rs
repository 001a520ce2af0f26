//! The tables of a site as data: the catalogue keeps what its schema promises and lacks no key, and what is exported says the same.

use std::path::{Path, PathBuf};

use glotta::discover::{DiskWorld, MemoryWorld};
use glotta::model::{Catalogue, Site, TargetName, written_key};
use glotta::render::{
    CATALOGUE_SCHEMA, Guard, catalogue, catalogue_csv, catalogue_flat, catalogue_json,
};
use serde_json::Value;

use crate::explanations::Explanations;
use crate::pages::pages;
use crate::sandbox::Sandbox;
use crate::sites;

/// Two tables in two languages: Swedish lacks a row, has another, and writes a digit in another case.
const FILES: [(&str, &str); 5] = [
    (
        "glotta.yml",
        "reference: en-us\nsite: {url: 'https://docs.example.com/boats'}\ntables:\n  leaks:\n    article: boats/leaks\n    anchor: codes\n    columns: [{name: code, role: key}, {name: name, role: identifier}, {name: meaning, role: prose}]\n  events:\n    article: sails\n    anchor: events\n    columns: [{name: event, role: key}, {name: codes, role: codes, defined-by: leaks}]\n",
    ),
    (
        "docs-src/en-us/boats/leaks.md",
        "# Leaks\n\n## Codes {#codes}\n\n| Code | Name | Meaning |\n|---|---|---|\n| 0x00000A01 | Hull_Leak | Water *inside*, see [sails](../sails.md#events). |\n| 0x00000A02 | Pump_Stop | The pump `p.1` stands still. |\n| 0x00000A03 | Hatch_Open | =1+1 |\n",
    ),
    (
        "docs-src/sv-se/boats/leaks.md",
        "---\nsource-hash: 0123456789012345678901234567890123456789\n---\n# Läckor\n\n## Koder {#codes}\n\n| Kod | Namn | Betydelse |\n|---|---|---|\n| 0x00000a01 | Hull_Leak | Vatten *inne*. |\n| 0x00000A02 | Pump_Stop | Pumpen `p.1` står. |\n| 0x00000A09 | Mast_Gone | Masten är borta. |\n",
    ),
    (
        "docs-src/en-us/sails.md",
        "# Sails\n\n## Events {#events}\n\n| Event | Codes |\n|---|---|\n| 2.1 | 0x00000A01, 0x00000A02 |\n| 2.2 | 0x00000A03 |\n| 2.3 | 0x00000A02 |\n",
    ),
    (
        "docs-src/sv-se/sails.md",
        "# Segel\n\n## Händelser {#events}\n\n| Händelse | Koder |\n|---|---|\n| 2.1 | 0x00000A01 och 0x00000A02 |\n| 2.2 | 0x00000A03 |\n| 2.3 | 0x00000A02 |\n",
    ),
];

fn site() -> Site {
    let world = FILES
        .iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            world.with(*path, *text)
        });
    glotta::load(&world).expect("a site").value
}

fn made(site: &Site) -> Catalogue {
    catalogue(site).expect("sound words")
}

/// Asserts that a catalogue in all its forms is what the schema says, and that reading it gives it again.
fn keeps_its_promise(catalogue: &Catalogue) {
    let schema: Value = serde_json::from_str(CATALOGUE_SCHEMA).expect("it is JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    let locales = catalogue.locales.iter();
    let each = locales.filter_map(|locale| catalogue.within(&locale.locale));
    for catalogue in std::iter::once(catalogue.clone()).chain(each) {
        let json = catalogue_json(&catalogue);
        let value: Value = serde_json::from_str(&json).expect("it is JSON");
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .take(5)
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        let read: Catalogue = serde_json::from_str(&json).expect("it can be read");
        assert_eq!(read, catalogue);
        assert!(json.ends_with("}\n") && !json.contains('\r'));
    }
}

/// Asserts that every key which any language writes in a keyed table is there with that language's words, and returns how many.
fn lacks_no_key(site: &Site, catalogue: &Catalogue) -> usize {
    let mut keys = 0;
    for article in site.articles() {
        for table in article
            .tables
            .iter()
            .filter(|table| table.key_column().is_some())
        {
            let anchor = article.heading(&article.sections[table.section]);
            let mut tables = catalogue.tables.values().filter(|it| {
                it.article == article.id
                    && it.anchor.as_deref() == anchor.map(|it| it.anchor.as_str())
            });
            let locale = article.locale.folder();
            let candidates: Vec<_> = tables.by_ref().collect();
            for key in table
                .rows
                .iter()
                .filter_map(|row| written_key(table.key(row)?))
            {
                let is_there = candidates.iter().any(|table| {
                    let mut rows = table.rows.iter();
                    rows.any(|(own, row)| {
                        own.eq_ignore_ascii_case(&key) && row.texts.contains_key(locale)
                    })
                });
                assert!(is_there, "{locale} {} {key}", article.id);
                keys += 1;
            }
        }
    }
    keys
}

#[test]
fn catalogues_keep_their_promise_and_lack_no_key() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (folder, least) in [
        (".", 500),
        ("tests/sites/every-kind", 10),
        ("../shared/seeds", 155),
        ("../shared/corpus/intune", 1000),
    ] {
        let folder = here.join(folder);
        let world = match folder.join("glotta.yml").is_file() {
            true => DiskWorld::new(&folder),
            false => DiskWorld::new(&folder).with_source(&folder),
        };
        if !folder.is_dir() {
            println!("skipped: {} is not here", folder.display());
            continue;
        }
        let site = glotta::load(&world).expect("a site").value;
        let catalogue = made(&site);
        keeps_its_promise(&catalogue);
        let keys = lacks_no_key(&site, &catalogue);
        println!("{}: {keys} keys", folder.display());
        assert!(keys >= least, "{}: {keys} keys", folder.display());
    }
}

#[test]
fn a_table_says_what_each_language_says() {
    let catalogue = made(&site());
    keeps_its_promise(&catalogue);
    let ids: Vec<&str> = catalogue.tables.keys().map(String::as_str).collect();
    assert_eq!(ids, ["events", "leaks"]);
    assert_eq!(
        catalogue.url.as_deref(),
        Some("https://docs.example.com/boats/")
    );
    let leaks = &catalogue.tables["leaks"];
    let keys: Vec<&str> = leaks.rows.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        ["0x00000A01", "0x00000A02", "0x00000A03", "0x00000A09"]
    );
    let swedish = &leaks.texts["sv-se"];
    assert_eq!(swedish.section.as_deref(), Some("Koder"));
    assert_eq!(swedish.page.as_deref(), Some("sv-se/boats/leaks.html"));
    assert_eq!(swedish.labels, ["Kod", "Namn", "Betydelse"]);
    assert!(
        swedish
            .source_version
            .as_deref()
            .is_some_and(|it| it.starts_with("0123"))
    );
    assert_eq!(leaks.version.as_ref().map(String::len), Some(40));
    let leak = &leaks.rows["0x00000A01"];
    assert!(leak.missing_in.is_empty());
    assert_eq!(leak.texts["sv-se"].anchor, leak.texts["en-us"].anchor);
    assert_eq!(leak.texts["sv-se"].cells["code"].text, "0x00000a01");
    let meaning = &leak.texts["en-us"].cells["meaning"];
    assert_eq!(meaning.text, "Water inside, see sails.");
    assert_eq!(
        meaning.markdown.as_deref(),
        Some("Water *inside*, see [sails](en-us/sails.html#events).")
    );
    assert_eq!(leak.texts["en-us"].cells["name"].markdown, None);
    assert_eq!(leaks.rows["0x00000A03"].missing_in, ["sv-se"]);
    assert_eq!(leaks.rows["0x00000A09"].missing_in, ["en-us"]);
}

#[test]
fn what_cites_what_is_told_from_both_sides() {
    let catalogue = made(&site());
    let events = &catalogue.tables["events"];
    assert_eq!(events.columns[1].defined_by.as_deref(), Some("leaks"));
    let codes = &events.rows["2.1"].texts["sv-se"].cells["codes"].codes;
    assert_eq!(*codes, ["0x00000A01", "0x00000A02"]);
    let cited = &catalogue.tables["leaks"].rows["0x00000A02"].cited_by;
    let keys: Vec<&str> = cited.iter().filter_map(|it| it.key.as_deref()).collect();
    assert_eq!(keys, ["2.1", "2.3"]);
    assert!(
        cited
            .iter()
            .all(|it| it.table == "events" && it.column == "codes")
    );
}

#[test]
fn a_language_without_a_row_has_the_text_of_another_and_says_so() {
    let whole = made(&site());
    let swedish = whole.within("SV-SE").expect("a language");
    keeps_its_promise(&swedish);
    let leaks = &swedish.tables["leaks"];
    let hatch = &leaks.rows["0x00000A03"].texts["sv-se"];
    assert_eq!(hatch.from.as_deref(), Some("en-us"));
    assert_eq!(hatch.page.as_deref(), Some("en-us/boats/leaks.html"));
    assert_eq!(hatch.cells["name"].text, "Hatch_Open");
    assert_eq!(leaks.rows["0x00000A01"].texts["sv-se"].from, None);
    assert_eq!(leaks.rows["0x00000A01"].texts["sv-se"].page, None);
    assert_eq!(swedish.within("sv-se").as_ref(), Some(&swedish));
    assert_eq!(whole.within("fi-fi"), None);
    let alone = FILES
        .iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            world.with(
                *path,
                text.replace("reference: en-us", "reference: en-us\nfallback: none"),
            )
        });
    let site = glotta::load(&alone).expect("a site").value;
    let swedish = made(&site).within("sv-se").expect("a language");
    assert!(!swedish.tables["leaks"].rows.contains_key("0x00000A03"));
}

#[test]
fn a_table_that_is_only_included_is_there_once_with_the_page_that_shows_it() {
    let table = "## Knots\n\n| Code | Meaning |\n|---|---|\n| 101 | Bowline, see [below](#knots) |\n| 102 | Reef |\n| 102 | Twice |\n|  | Nothing |\n| 103 | Hitch |\n";
    let files = [
        (
            "glotta.yml",
            "tables:\n  knots:\n    article: includes/knots\n    anchor: knots\n    columns: [{name: code, role: key}, {name: meaning, role: prose}]\n",
        ),
        (
            "docs-src/en-us/a.md",
            "# A\n\n[!INCLUDE [x](includes/knots.md)]\n",
        ),
        (
            "docs-src/en-us/b.md",
            "# B\n\n[!INCLUDE [x](includes/knots.md)]\n",
        ),
        ("docs-src/en-us/includes/knots.md", table),
    ];
    let catalogue = made(&crate::pages::site(&files));
    keeps_its_promise(&catalogue);
    let ids: Vec<&String> = catalogue.tables.keys().collect();
    assert_eq!(ids, ["knots"]);
    let knots = &catalogue.tables["knots"];
    assert_eq!(knots.texts["en-us"].page.as_deref(), Some("en-us/a.html"));
    let keys: Vec<&String> = knots.rows.keys().collect();
    assert_eq!(keys, ["101", "102", "103"]);
    let text = &knots.rows["101"].texts["en-us"];
    assert_eq!(text.anchor.as_deref(), Some("101"));
    let markdown = text.cells["meaning"].markdown.as_deref();
    assert_eq!(markdown, Some("Bowline, see [below](en-us/a.html#knots)"));
    assert_eq!(
        knots.rows["102"].texts["en-us"].cells["meaning"].text,
        "Reef"
    );
}

#[test]
fn the_target_makes_a_file_for_all_languages_and_one_for_each() {
    let pages = pages(&FILES, TargetName::Catalogue);
    let paths: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "catalogue.json",
            "catalogue.schema.json",
            "catalogue/en-us.json",
            "catalogue/sv-se.json"
        ]
    );
    let whole = made(&site());
    assert_eq!(pages["catalogue.json"], catalogue_json(&whole));
    let swedish = whole.within("sv-se").expect("a language");
    assert_eq!(pages["catalogue/sv-se.json"], catalogue_json(&swedish));
    let lines = |text: &str| text.lines().map(str::len).max();
    assert!(
        lines(&pages["catalogue.json"]) < Some(400),
        "a row of a language is a line"
    );
}

#[test]
fn csv_quotes_what_must_be_quoted_and_guards_formulas() {
    let catalogue = made(&site());
    let swedish = catalogue.within("sv-se").expect("a language");
    let csv = catalogue_csv(&swedish, "leaks", false, Guard::Apostrophe).expect("a table");
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines[0], "_key,_locale,_link,code,name,meaning");
    assert_eq!(
        lines[1],
        "0x00000A01,sv-se,https://docs.example.com/boats/sv-se/boats/leaks.html#0x00000a01,0x00000a01,Hull_Leak,Vatten inne."
    );
    assert!(lines[3].starts_with("0x00000A03,en-us,") && lines[3].ends_with(",'=1+1"));
    assert_eq!(lines.len(), 5);
    let raw = catalogue_csv(&swedish, "leaks", true, Guard::None).expect("a table");
    assert!(
        raw.contains(",=1+1\r\n") && raw.contains("Vatten *inne*."),
        "{raw}"
    );
    let english = catalogue.within("en-us").expect("a language");
    let csv = catalogue_csv(&english, "leaks", false, Guard::Apostrophe).expect("a table");
    assert!(csv.contains("\"Water inside, see sails.\"\r\n"), "{csv}");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.records().filter(Result::is_ok).count(), 4);
    assert_eq!(catalogue_csv(&english, "boats", false, Guard::None), None);
}

#[test]
fn flat_messages_have_ids_of_three_parts_and_the_language_s_own_words() {
    let catalogue = made(&site());
    let flat = catalogue_flat(&catalogue, "sv-se", false).expect("a language");
    let messages: serde_json::Map<String, Value> = serde_json::from_str(&flat).expect("JSON");
    assert!(
        messages.keys().all(|id| id.split('.').count() == 3),
        "{flat}"
    );
    assert_eq!(messages["leaks.0x00000A02.meaning"], "Pumpen p.1 står.");
    assert_eq!(messages["events.2%2E1.codes"], "0x00000A01 och 0x00000A02");
    assert!(!messages.contains_key("leaks.0x00000A03.name"));
    let marked = catalogue_flat(&catalogue, "sv-se", true).expect("a language");
    assert!(marked.contains("Pumpen `p.1` står."), "{marked}");
}

#[test]
fn a_product_reads_the_catalogue_of_its_language() {
    let swedish = made(&site()).within("sv-se").expect("a language");
    let explanations = Explanations::read(&catalogue_json(&swedish)).expect("a catalogue");
    let pump = explanations.find_code("leaks", 0xA02).expect("a row");
    assert_eq!(pump.column("meaning"), "Pumpen p.1 står.");
    assert_eq!(
        pump.link(),
        Some("https://docs.example.com/boats/sv-se/boats/leaks.html#0x00000A02")
    );
    assert_eq!(pump.language(), None);
    let hatch = explanations.find("leaks", "0x00000A03").expect("a row");
    assert_eq!(hatch.language(), Some("en-us"));
    assert!(
        hatch
            .link()
            .is_some_and(|link| link.contains("/en-us/boats/leaks.html#"))
    );
    assert!(explanations.find("leaks", "0x1").is_none());
    assert!(Explanations::read(&catalogue_json(&made(&site()))).is_err());
}

/// Readers copy the module from the documentation: it is the one that is tried here.
#[test]
fn the_module_of_the_documentation_is_the_one_that_is_tried() {
    let tried = include_str!("explanations.rs");
    for article in in_all_languages("guide/catalogue.md") {
        let text = std::fs::read_to_string(&article).expect("an article");
        let (_, rest) = text.split_once("```rust\n").expect("a block");
        let (module, _) = rest.split_once("```\n").expect("its end");
        assert_eq!(module, tried, "{}", article.display());
    }
}

/// The articles of one name in all languages of our documentation.
fn in_all_languages(article: &str) -> Vec<PathBuf> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src");
    let folders = std::fs::read_dir(docs).expect("a folder");
    let paths = folders.map(|folder| folder.expect("an entry").path().join(article));
    let paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    assert!(!paths.is_empty(), "{article}");
    paths
}

/// The site as a project on disk.
fn sandbox() -> Sandbox {
    FILES.iter().fold(Sandbox::new(), |sandbox, (path, text)| {
        sandbox.file(path, text)
    })
}

#[test]
fn an_export_is_the_same_from_the_sources_and_from_a_built_catalogue() {
    let sandbox = sandbox();
    assert_eq!(sandbox.run("build --no-check").code, Some(0));
    for options in [
        "--format json",
        "--format json --locale sv-se",
        "--format csv --locale sv-se --table leaks",
        "--format csv --locale en-us --table events --markdown",
        "--format flat --locale en-us",
    ] {
        let sources = sandbox.run(&format!("export {options}"));
        assert_eq!(sources.code, Some(0), "{sources:#?}");
        for catalogue in ["public", "public/catalogue.json"] {
            let built = sandbox.run(&format!("export {options} --catalogue {catalogue}"));
            assert_eq!(built.out, sources.out, "{options}");
        }
    }
    let published = std::fs::read_to_string(sandbox.path("public/catalogue/sv-se.json"));
    let own = sandbox.run("export --locale sv-se");
    assert_eq!(published.expect("it was built"), own.out);
}

#[test]
fn an_export_of_many_files_wants_a_folder() {
    let sandbox = sandbox();
    let run = sandbox.run("export --format csv");
    assert_eq!(run.code, Some(2));
    run.says(&["this makes 4 files", "`en-us/events.csv`", "--output"]);
    let run = sandbox.run("export --format csv --output out/tables");
    run.says(&["4 files in"]);
    let files = sandbox.tree("out/tables");
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "en-us/events.csv",
            "en-us/leaks.csv",
            "sv-se/events.csv",
            "sv-se/leaks.csv"
        ]
    );
}

#[test]
fn bad_options_of_an_export_are_told_what_there_is() {
    let sandbox = sandbox()
        .file("old.json", "{\"version\": 9, \"tables\": 1}")
        .file("bad.json", "{\"version\": 1,\n \"locales\": 7}");
    for (options, words) in [
        ("export --table leak", "did you mean `leaks`?"),
        (
            "export --locale fi-fi",
            "the catalogue has no language `fi-fi`",
        ),
        (
            "export --catalogue nowhere.json",
            "cannot read the catalogue nowhere.json",
        ),
        ("export --catalogue docs-src", "catalogue.json"),
        ("export --catalogue old.json", "is a catalogue of version 9"),
        (
            "export --catalogue bad.json",
            "bad.json:2:13: this is no catalogue",
        ),
    ] {
        let run = sandbox.run(options);
        assert_eq!(run.code, Some(2), "{run:#?}");
        run.says(&[words, "help:"]);
    }
    let schema = sandbox.run("export --json-schema");
    assert_eq!(schema.out, CATALOGUE_SCHEMA);
}

#[test]
fn a_site_without_keys_has_an_empty_catalogue() {
    let catalogue = made(&crate::pages::site(&[("docs-src/de-de/a.md", "# A\n")]));
    assert!(catalogue.tables.is_empty());
    keeps_its_promise(&catalogue);
    assert_eq!(
        catalogue_flat(&catalogue, "de-de", false).as_deref(),
        Some("{}\n")
    );
}

#[test]
fn a_catalogue_of_many_languages_is_whole() {
    let site = glotta::load(&sites::connector(Some("en-us")))
        .expect("a site")
        .value;
    let catalogue = made(&site);
    keeps_its_promise(&catalogue);
    let ids: Vec<&String> = catalogue.tables.keys().collect();
    assert_eq!(ids, ["events#codes", "events#ids"]);
    assert_eq!(lacks_no_key(&site, &catalogue), (8 + 5) * 6);
    let rows = catalogue
        .tables
        .values()
        .flat_map(|table| table.rows.values());
    assert!(
        rows.into_iter()
            .all(|row| row.texts.len() == 6 && row.missing_in.is_empty())
    );
}
