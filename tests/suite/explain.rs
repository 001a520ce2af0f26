//! What `glotta explain` says of a name, and in which language.

use std::path::Path;

use serde_json::Value;

use crate::sandbox::{Run, Sandbox};

fn explain(arguments: &str, variables: &[(&str, &str)]) -> Run {
    explained(&Sandbox::new(), arguments, variables)
}

fn explained(sandbox: &Sandbox, arguments: &str, variables: &[(&str, &str)]) -> Run {
    let mut command = sandbox.command(&format!("explain {arguments}"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "GLOTTA_CATALOGUE"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output();
    Run::of(&output.expect("the program starts"))
}

#[test]
fn a_rule_is_explained_without_a_site() {
    let run = explain("row-missing", &[]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.starts_with("row-missing\nSeverity: error\n"),
        "{}",
        run.out
    );
    run.says(&[
        "\nWhy it matters\n",
        "\nWhat to do\n",
        "    | Id | Event | Meaning |\n",
    ]);
    for mark in ["```", "## ", "path=", "\u{1b}"] {
        assert!(!run.out.contains(mark), "{mark}: {}", run.out);
    }
    assert!(
        explain("row-missing --color always", &[])
            .out
            .contains("\u{1b}[1mWhy it matters")
    );
}

#[test]
fn a_fault_of_reading_is_explained_by_its_row() {
    let run = explain("duplicate-key", &[]);
    assert_eq!(run.out.lines().count(), 3, "{}", run.out);
    assert!(
        run.out.starts_with("duplicate-key\nSeverity: error\n"),
        "{}",
        run.out
    );
}

/// The languages are those that our own documentation has.
#[test]
fn the_first_lines_are_in_the_language_asked_for() {
    let english = "Severity: error";
    for (arguments, variables, label) in [
        ("--locale zh-cn", &[][..], "严重程度: error"),
        ("--locale zh-Hans", &[], "严重程度: error"),
        ("", &[("LANG", "zh_CN.UTF-8")], "严重程度: error"),
        ("", &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], english),
        ("", &[("LANG", "xx_YY"), ("LC_MESSAGES", "")], english),
        ("", &[("LANG", "zh_TW.UTF-8")], english),
        ("--locale en-us", &[("LANG", "zh_CN.UTF-8")], english),
    ] {
        let run = explain(&format!("row-missing {arguments}"), variables);
        assert_eq!(run.code, Some(0));
        assert_eq!(run.err, "");
        assert_eq!(
            run.out.lines().nth(1),
            Some(label),
            "{arguments} {variables:?}"
        );
    }
    explain("row-missing --locale pt-br", &[]).says(&["not explained in `pt-br`", english]);
}

#[test]
fn lines_are_filled_to_the_width() {
    use unicode_width::UnicodeWidthStr;
    let run = explain("row-missing --locale zh-cn", &[("COLUMNS", "40")]);
    let (prose, _) = run.out.split_once("\nExamples\n").expect("there are some");
    assert!(prose.lines().all(|line| line.width() <= 40), "{prose}");
    assert!(prose.lines().any(|line| line.width() > 30), "{prose}");
}

#[test]
fn an_unknown_name_is_told_the_nearest() {
    for (arguments, words) in [
        ("row-mising", "did you mean `row-missing`?"),
        (
            "qqqqqqqqqqqqqqqqqqqqqqqq",
            "there is no rule `qqqqqqqqqqqqqqqqqqqqqqqq`",
        ),
        ("row-missing --locale 1", "not a BCP 47 language tag"),
    ] {
        let run = explain(arguments, &[]);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert_eq!(run.out, "");
        run.says(&[words]);
    }
    assert_eq!(explain("", &[]).code, Some(2));
}

const CODES: &str = "# Codes {#codes}\n\n## All codes {#all}\n\n| Code | Name | Meaning |\n|---|---|---|\n\
    | 0x00000411 | Sail_Torn | The sail is torn. |\n| 0x00000412 | Mast_Gone | The mast is gone. |\n\
    | 0x00000413 | Hull_Open | The hull is open. |\n";

const EVENTS: &str = "# Events {#events}\n\n| Id | Event | Sentence | Codes |\n|---|---|---|---|\n\
    | 10101 | Trip_Begun | The trip has begun. | 0x00000411, 0x00000412 |\n\
    | 10102 | Trip_Ended | The trip is over. | 0x00000411, 0x00000413 |\n\
    | 10103 | Mast_Gone | The mast fell. | 0x00000412, 0x00000413 |\n";

/// The codes in Swedish, which lacks one.
fn swedish_codes() -> String {
    CODES
        .replace("| 0x00000413 | Hull_Open | The hull is open. |\n", "")
        .replace("# Codes", "# Koder")
        .replace("All codes", "Alla koder")
        .replace("The ", "Den ")
}

/// Codes and the events that cite them in English, German and Swedish.
fn site() -> Sandbox {
    let german = CODES.replace("The ", "Das ");
    Sandbox::new()
        .file(
            "glotta.yml",
            "reference: en-us\nsite: {url: https://docs.example.com/}\n",
        )
        .file("docs-src/en-us/codes.md", CODES)
        .file("docs-src/en-us/events.md", EVENTS)
        .file("docs-src/de-de/codes.md", german)
        .file("docs-src/de-de/events.md", EVENTS.replace("The ", "Das "))
        .file("docs-src/sv-se/codes.md", swedish_codes())
        .file("docs-src/sv-se/events.md", EVENTS.replace("The ", "Den "))
}

/// The same with its catalogues, and without its sources.
fn published() -> Sandbox {
    let site = site();
    let run = site.run("build --targets catalogue --no-check");
    assert_eq!(run.code, Some(0), "{run:#?}");
    std::fs::remove_dir_all(site.path("docs-src")).expect("the sources can go");
    site
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:#?}"))
}

#[test]
fn a_row_is_told_with_its_codes_and_its_place() {
    let run = explained(&site(), "10102 --locale de", &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let expected = "10102  Trip_Ended\n\nDas trip is over.\nCodes: 0x00000411, 0x00000413\n\
        \u{20} 0x00000411  Sail_Torn  Das sail is torn.\n  0x00000413  Hull_Open  Das hull is open.\n\n\
        Dokumentation: Events\n  https://docs.example.com/de-de/events.html#10102\n\
        Quelldatei: docs-src/de-de/events.md:6\n";
    assert_eq!(run.out, expected);
}

#[test]
fn a_row_tells_who_cites_it_and_which_languages_lack_it() {
    let run = explained(&site(), "0x413 --locale de-at", &[]);
    run.says(&[
        "0x00000413  Hull_Open\n\nDas hull is open.\n",
        "\nGenannt bei\n  10102  Trip_Ended  Das trip is over.\n  10103  Mast_Gone  Das mast fell.\n",
        "Codes › All codes",
        "Fehlt auf: Schwedisch (sv-se)\n",
    ]);
}

#[test]
fn a_language_without_the_row_answers_in_another_and_says_so() {
    for (site, arguments) in [(site(), ""), (published(), "--catalogue public ")] {
        let run = explained(&site, &format!("0x413 {arguments}--locale sv"), &[]);
        run.says(&[
            "Den här posten är inte översatt. Texten är på engelska",
            "The hull is open.",
        ]);
        let object = json(&explained(
            &site,
            &format!("0x413 {arguments}--locale sv --format json"),
            &[],
        ));
        let entry = &object["entries"][0];
        assert_eq!(object["locale"], "sv-se");
        assert_eq!(entry["from"], "en-us");
        assert_eq!(entry["missing_in"], serde_json::json!(["sv-se"]));
        let page = "https://docs.example.com/en-us/codes.html#0x00000413";
        assert_eq!(entry["page"], page);
    }
}

#[test]
fn every_spelling_finds_the_row() {
    let site = published();
    for name in [
        "0x00000411",
        "0X411",
        "411h",
        "&H411",
        "#411",
        "1041",
        "0x411L",
        "\u{ff10}x\u{ff14}11",
        "sail_torn",
        "sailtorn",
        "SAIL-TORN",
    ] {
        let run = explained(
            &site,
            &format!("{name} --catalogue public --format json"),
            &[],
        );
        assert_eq!(json(&run)["entries"][0]["key"], "0x00000411", "{name}");
    }
}

#[test]
fn a_built_catalogue_says_what_the_sources_say() {
    let sources = |arguments: &str| {
        let mut object = json(&explained(&site(), arguments, &[]));
        object["entries"][0]["source"] = Value::Null;
        object
    };
    let published = published();
    for name in ["10102", "0x411", "0x413"] {
        let ask = format!("{name} --locale sv-fi --format json");
        let expected = sources(&ask);
        for catalogue in [
            "public",
            "public/catalogue",
            "public/catalogue.json",
            "public/catalogue/sv-se.json",
        ] {
            let run = explained(&published, &format!("{ask} --catalogue {catalogue}"), &[]);
            assert_eq!(json(&run), expected, "{name} {catalogue}");
        }
        let variables = [("GLOTTA_CATALOGUE", "public")];
        let run = explained(&published, &ask, &variables);
        assert_eq!(json(&run), expected, "{name}");
    }
}

#[test]
fn the_language_is_that_of_the_command_line_or_of_the_terminal_or_the_reference() {
    let site = published();
    for (arguments, variables, expected) in [
        ("--locale SV-SE", &[][..], "sv-se"),
        ("--locale fi,de", &[], "de-de"),
        ("", &[("LANG", "sv_FI.UTF-8")], "sv-se"),
        ("", &[("LANG", "C.UTF-8")], "en-us"),
        ("", &[], "en-us"),
    ] {
        let ask = format!("10102 --catalogue public --format json {arguments}");
        let run = explained(&site, &ask, variables);
        assert_eq!(json(&run)["locale"], expected, "{arguments} {variables:?}");
        assert_eq!(run.err, "");
    }
    let run = explained(
        &site,
        "10102 --catalogue public --locale fi",
        &[("LANG", "sv_SE")],
    );
    run.says(&[
        "not in `fi`, but in: de-de, en-us, sv-se",
        "Documentation: Events",
    ]);
}

#[test]
fn several_rows_are_listed_and_one_can_be_asked_for() {
    let site = site();
    let run = explained(&site, "mast_gone --locale en", &[]);
    run.says(&[
        "Several entries are called “mast_gone”:",
        "0x00000412  Mast_Gone\n    The mast is gone.\n    codes#all · Codes › All codes\n",
        "10103  Mast_Gone\n    The mast fell.\n    events#events · Events\n",
        "glotta explain 0x00000412 --table codes#all",
    ]);
    let run = explained(&site, "mast_gone --table events#events --locale en", &[]);
    assert!(
        run.out.starts_with("10103  Mast_Gone\n\nThe mast fell.\n"),
        "{run:#?}"
    );
    let run = explained(&site, "mast_gone --table event#events", &[]);
    assert_eq!(run.code, Some(2));
    run.says(&[
        "there is no table `event#events`",
        "did you mean `events#events`?",
    ]);
}

#[test]
fn a_part_of_a_name_is_told_to_be_no_name() {
    let run = explained(&site(), "1010", &[]);
    run.says(&[
        "Nothing is called “1010”. These entries come close:",
        "10101",
        "10102",
        "10103",
    ]);
    let run = explained(&site(), "1010 --format json", &[]);
    assert_eq!(json(&run)["entries"][2]["likeness"], "beginning");
}

#[test]
fn a_name_that_is_nowhere_is_told_the_nearest() {
    let site = published();
    for (name, suggestion) in [
        ("10202", "10102"),
        ("0x00000415", "0x00000411"),
        ("sial_torn", "Sail_Torn"),
        ("row-mising", "row-missing"),
    ] {
        let run = explained(
            &site,
            &format!("{name} --catalogue public --format json"),
            &[],
        );
        assert_eq!(run.code, Some(2), "{name}");
        run.says(&[
            &format!("there is no rule, key or name `{name}`"),
            "did you mean `",
        ]);
        let object = json(&run);
        let suggestions = object["suggestions"].as_array().expect("a list");
        assert!(suggestions.contains(&Value::from(suggestion)), "{object}");
    }
    let run = explained(&Sandbox::new(), "0x411", &[]);
    assert_eq!(run.code, Some(2));
    run.says(&[
        "there is no rule `0x411`, and no site",
        "`--catalogue`",
        "`--source`",
    ]);
}

#[test]
fn a_rule_comes_first_and_a_key_of_its_name_is_told() {
    let codes = EVENTS.replace("Trip_Begun", "row-missing");
    let site = site()
        .file("docs-src/en-us/events.md", &codes)
        .file("docs-src/de-de/events.md", codes.replace("The ", "Das "))
        .file("docs-src/sv-se/events.md", codes.replace("The ", "Den "));
    let run = explained(&site, "row-missing", &[]);
    assert!(
        run.out.starts_with("row-missing\nSeverity: error\n"),
        "{run:#?}"
    );
    run.says(&[
        "\nThe tables of this site know “row-missing”, too:\n",
        "glotta explain 10101 --table events#events",
    ]);
    let run = explained(&site, "row-missing --table events#events", &[]);
    assert!(run.out.starts_with("10101  row-missing\n"), "{run:#?}");
    let object = json(&explained(&site, "row-missing --format json", &[]));
    assert_eq!(object["rule"]["name"], "row-missing");
    assert_eq!(object["entries"][0]["key"], "10101");
    let site = site.file("glotta.yml", "no-such-key: 1\n");
    assert_eq!(explained(&site, "row-missing", &[]).code, Some(0));
    assert_eq!(explained(&site, "10102", &[]).code, Some(2));
}

#[test]
fn the_answer_follows_its_schema() {
    let schema = json(&explain("--json-schema", &[]));
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    let (site, published) = (site(), published());
    for run in [
        explained(&site, "10102 --format json", &[]),
        explained(&site, "0x413 --format json --locale sv", &[]),
        explained(&site, "mast_gone --format json", &[]),
        explained(&site, "undefined-code --format json", &[]),
        explained(&published, "10102 --format json --catalogue public", &[]),
        explained(&published, "9999 --format json --catalogue public", &[]),
        explain("row-missing --format json --locale zh-cn", &[]),
    ] {
        let object = json(&run);
        let faults: Vec<String> = validator
            .iter_errors(&object)
            .map(|it| it.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?} {object}");
    }
}

#[test]
fn a_terminal_obeys_nothing_that_a_table_says() {
    let hostile = CODES.replace("The sail is torn.", "The \u{1b}[2Jsail \u{202e}is torn.");
    let site = site().file("docs-src/en-us/codes.md", &hostile);
    for name in ["0x411", "10102", "0x41"] {
        let run = explained(&site, &format!("{name} --locale en --color never"), &[]);
        assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{run:#?}");
        run.says(&["\\u{202e}is torn."]);
    }
}

#[test]
fn what_is_no_catalogue_is_told() {
    let site = published()
        .file("empty/readme.txt", "")
        .file("wrong.json", "{\"version\": 1}")
        .file(
            "newer.json",
            "{\"version\": 99, \"reference\": null, \"all\": []}",
        )
        .file("text.json", "no JSON");
    for (path, words) in [
        ("missing.json", "cannot read the catalogue missing.json"),
        ("empty", "empty holds no catalogue"),
        ("wrong.json", "wrong.json:1:14: this is no catalogue"),
        (
            "newer.json",
            "newer.json is a catalogue of version 99, and this program reads version 1",
        ),
        ("text.json", "text.json:1:2: this is no catalogue"),
    ] {
        let run = explained(&site, &format!("10102 --catalogue {path}"), &[]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{path}");
        run.says(&[words, "help:"]);
    }
}

#[test]
fn a_number_with_a_sign_is_a_name_and_no_option() {
    let signed = CODES.replace("0x00000411", "0x80073CF0");
    let site = Sandbox::new().file("docs-src/en-us/codes.md", signed);
    explained(&site, "-2147009296", &[]).says(&["0x80073CF0  Sail_Torn"]);
}

/// An article that people wrote, where it stands beside the checkout.
#[test]
fn codes_of_real_translations_are_explained_in_each_language() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        return;
    }
    let sandbox = Sandbox::new();
    for locale in ["de-de", "fr-fr", "nl-nl", "sv-se", "zh-cn"] {
        for (name, key) in [
            ("10102", "10102"),
            ("PKCSCERTISSUE_FAILURE", "20102"),
            ("0x411", "0x00000411"),
            ("1041", "0x00000411"),
        ] {
            let ask = format!(
                "{name} --locale {locale} --format json --source {}",
                seeds.display()
            );
            let object = json(&explained(&sandbox, &ask, &[]));
            let entry = &object["entries"][0];
            assert_eq!(
                (&entry["key"], &entry["from"]),
                (&Value::from(key), &Value::Null),
                "{name}"
            );
            let path = entry["source"]["path"].as_str().expect("a file");
            assert!(path.contains(locale), "{path}");
            let codes = entry["cells"].as_array().into_iter().flatten();
            let codes = codes
                .filter_map(|cell| cell["codes"].as_array())
                .map(Vec::len);
            let cited = entry["cited_by"].as_array().map_or(0, Vec::len);
            assert!(codes.sum::<usize>() + cited > 0, "{name} {locale}");
        }
    }
}
