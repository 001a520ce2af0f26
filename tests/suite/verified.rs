//! What a product's code knows, held against a table in every language.

use std::process::Stdio;

use serde_json::Value;

use crate::sandbox::{Run, Sandbox};

/// A table whose Finnish translation lacks a row and has another.
fn sandbox() -> Sandbox {
    let english = "# Sails\n\n## Codes {#codes}\n\n| Code | Name | Meaning |\n|---|---|---|\n| 0x00000401 | Sail_Torn | a |\n| 0x00000402 | Sail_Lost | b |\n| 0x00000403 | Mast_Gone | c |\n";
    let finnish = english
        .replace("Code | Name | Meaning", "Koodi | Nimi | Merkitys")
        .replace("| 0x00000402 | Sail_Lost | b |\n", "")
        .replace("# Sails", "# Purjeet");
    Sandbox::new()
        .file("glotta.yml", "reference: en-us\n")
        .file("docs-src/en-us/sails.md", english)
        .file(
            "docs-src/fi-fi/sails.md",
            finnish + "| 0x00000409 | Boom_Bent | d |\n",
        )
}

const ALL: &str = "0x401\n0x402 # lost\n0x403\n";

fn verify(sandbox: &Sandbox, options: &str) -> Run {
    sandbox.run(&format!("verify {options} --table sails#codes"))
}

fn object(run: &Run) -> Value {
    let schema = Sandbox::new().run("verify --json-schema").out;
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    let value: Value =
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error} {run:#?}"));
    assert!(validator.is_valid(&value), "{value:#}");
    value
}

#[test]
fn what_differs_is_named_with_its_languages_and_places() {
    let sandbox = sandbox().file("codes.txt", ALL);
    let run = verify(&sandbox, "codes.txt");
    assert_eq!(run.code, Some(1), "{run:#?}");
    run.says(&[
        "not documented: 1 id of codes.txt that the column `code` of `sails#codes` lacks",
        "0x402  in fi-fi",
        "not known: 1 id of the column `code` of `sails#codes` that codes.txt lacks",
        "0x00000409  docs-src/fi-fi/sails.md:9:3",
    ]);
    let json = object(&verify(&sandbox, "codes.txt --format json"));
    assert_eq!(json["missing"][0]["locales"], serde_json::json!(["fi-fi"]));
    let place = &json["extra"][0]["places"][0];
    assert_eq!((&place["line"], &place["column"]), (&9.into(), &3.into()));
    assert_eq!(json["ids"], 3);
}

#[test]
fn what_agrees_ends_well() {
    let sandbox = sandbox().file("codes.txt", ALL);
    for (options, code) in [
        ("codes.txt --locale en-us", 0),
        ("codes.txt --locale en-us,fi-fi", 1),
        ("codes.txt --ignore 0x402", 1),
        ("codes.txt --ignore 0x402 --allow-extra", 0),
        ("codes.txt --ignore 0x402,*409", 0),
    ] {
        let run = verify(&sandbox, options);
        assert_eq!(run.code, Some(code), "{options} {run:#?}");
        let json = object(&verify(&sandbox, &format!("{options} --format json")));
        assert_eq!(json["agreed"], code == 0);
    }
    verify(&sandbox, "codes.txt --locale en-us").says(&["agreed: 3 ids of codes.txt"]);
}

#[test]
fn every_form_of_a_list_is_read() {
    let sandbox = sandbox()
        .file("numbers.json", "[1025, \"1026\", 1027]")
        .file(
            "objects.json",
            "[{\"id\": 1025}, {\"id\": \"0x402\"}, {\"id\": 1027}]",
        )
        .file(
            "enum.json",
            "{\"Sail_Torn\": 1025, \"Sail_Lost\": 1026, \"Mast_Gone\": 1027}",
        )
        .file("utf16.txt", utf16("0x401\r\n0x402\r\n0x403\r\n"));
    for options in [
        "numbers.json",
        "objects.json --field id",
        "enum.json",
        "enum.json --take values",
        "enum.json --column name",
        "enum.json --column NIMI --take keys",
        "utf16.txt",
    ] {
        let run = verify(&sandbox, &format!("{options} --locale en-us"));
        assert_eq!(run.code, Some(0), "{options} {run:#?}");
    }
    verify(&sandbox, "enum.json --locale en-us").says(&["enum.json (its values)"]);
    let run = verify(&sandbox, "enum.json --take keys --locale en-us");
    assert_eq!(run.code, Some(1), "{run:#?}");
}

/// As Windows PowerShell writes.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_list_may_come_from_another_program() {
    use std::io::Write;
    let sandbox = sandbox();
    let mut program = sandbox
        .command("verify - --table codes --locale en-us")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("it is piped");
    input.write_all(ALL.as_bytes()).expect("it listens");
    drop(input);
    let run = Run::of(&program.wait_with_output().expect("it ends"));
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["of standard input"]);
}

#[test]
fn a_slip_is_told_what_was_meant() {
    let sandbox = sandbox().file("names.txt", "Sail_Torn\nSail_Lots\nMast_Gone\n");
    let run = verify(&sandbox, "names.txt --column name --locale en-us");
    assert_eq!(run.code, Some(1), "{run:#?}");
    run.says(&["did you mean `Sail_Lost`?", "did you mean `Sail_Lots`?"]);
}

#[test]
fn what_cannot_be_compared_is_told() {
    let sandbox = sandbox()
        .file("codes.txt", ALL)
        .file("empty.txt", "# nothing\n")
        .file("bad.json", "[1, null]")
        .file("objects.json", "[{\"id\": 1}]");
    for (options, words) in [
        (
            "verify codes.txt --table sail#codes",
            "did you mean `sails#codes`?",
        ),
        (
            "verify codes.txt --table codes --column cod",
            "did you mean `code`?",
        ),
        (
            "verify codes.txt --table codes --column quite-another",
            "known are `code`, `name`, `meaning`",
        ),
        ("verify empty.txt --table codes", "empty.txt holds no id"),
        ("verify bad.json --table codes", "entry 2 is null"),
        (
            "verify objects.json --table codes",
            "--field with one of `id`",
        ),
        (
            "verify nowhere.txt --table codes",
            "cannot read nowhere.txt",
        ),
        (
            "verify codes.txt --table codes --take keys",
            "leave --take out",
        ),
        ("verify codes.txt --table codes --locale sv-se", "sv-se"),
        ("verify codes.txt", "--table"),
    ] {
        let run = sandbox.run(options);
        assert_eq!(run.code, Some(2), "{options} {run:#?}");
        run.says(&[words]);
    }
}

#[test]
fn a_language_with_other_columns_is_named_and_not_passed_over() {
    let sandbox = sandbox().file("names.txt", "Sail_Torn\nSail_Lost\nMast_Gone\n").file(
        "docs-src/fi-fi/sails.md",
        "# Purjeet\n\n## Koodit {#codes}\n\n| Koodi | Nimi |\n|---|---|\n| 0x00000401 | Sail_Torn |\n| 0x00000402 | Sail_Lost |\n| 0x00000403 | Mast_Gone |\n",
    );
    let run = verify(&sandbox, "names.txt --column name");
    assert_eq!(run.code, Some(1), "{run:#?}");
    run.says(&["not compared: in fi-fi the table has other columns"]);
    let json = object(&verify(&sandbox, "names.txt --column name --format json"));
    assert_eq!(json["not_compared"], serde_json::json!(["fi-fi"]));
}
