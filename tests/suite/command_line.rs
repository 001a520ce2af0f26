//! What the command line promises: exit codes, forms of output, and where things are looked for.

use std::process::Stdio;

use crate::sandbox::{ARTICLE, Sandbox};

/// An article with one error.
const FAULTY: &str = "---\na: b: c\n---\n# A\n";

#[test]
fn a_site_without_faults_says_what_was_examined() {
    let sandbox = Sandbox::with_site();
    let run = sandbox.run("check");
    assert_eq!(run.code, Some(0), "{run:#?}");
    let last = run.out.lines().last().unwrap_or_default();
    assert!(last.starts_with("2 locales, 2 articles, 2 tables, 4 rows, 8 cells examined by"));
    assert!(last.ends_with("0 errors, 0 warnings, 0 infos"), "{last}");
    assert_eq!(sandbox.run("check --quiet").text(), "");
    assert!(sandbox.run("check --verbose").out.lines().count() > 5);
}

#[test]
fn the_first_build_publishes_and_the_second_changes_nothing() {
    let sandbox = Sandbox::with_site();
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(run.out, "");
    let before = sandbox.tree("public");
    sandbox
        .run("build --timings --no-cache")
        .says(&[" 0 changed, 0 removed", "render", "ms"]);
    sandbox
        .run("build --timings")
        .says(&[" 0 changed, 0 removed", "look", "ms"]);
    assert_eq!(sandbox.tree("public"), before);
    let run = sandbox.run("build --quiet --timings=json --no-cache");
    let object: serde_json::Value = serde_json::from_str(&run.out).expect("one object");
    assert_eq!((&object["version"], run.err.as_str()), (&1.into(), ""));
    let stages = object["stages"].as_array().expect("a list");
    let names: Vec<&str> = stages.iter().filter_map(|it| it["name"].as_str()).collect();
    let expected = ["load", "check", "measure", "open", "render", "publish"];
    assert_eq!(names, expected);
    let times = stages.iter().filter_map(|it| it["milliseconds"].as_f64());
    let all = object["milliseconds"].as_f64().expect("a number");
    assert!(all > 0.0 && (times.sum::<f64>() - all).abs() < 0.01);
    let without = std::fs::remove_file(sandbox.path("docs-src/fi-fi/a.md"));
    assert!(without.is_ok());
    sandbox
        .file("docs-src/fi-fi/b.md", ARTICLE)
        .run("build")
        .says(&["removed"]);
}

#[test]
fn json_is_one_object_of_a_fixed_shape() {
    let sandbox =
        Sandbox::with_site().file("docs-src/fi-fi/b.md", b"---\na: 1\na: 2\n---\n# \xE4\n");
    let run = sandbox.run("check --format json");
    let object: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value
            .as_object()
            .map(|map| map.keys().cloned().collect())
            .unwrap_or_default()
    };
    assert_eq!(keys(&object), ["version", "summary", "diagnostics"]);
    let summary = [
        "locales", "articles", "tables", "rows", "cells", "error", "warning", "info", "fixable",
    ];
    assert_eq!(keys(&object["summary"]), summary);
    let diagnostics = object["diagnostics"].as_array().expect("a list");
    let shape = [
        "rule",
        "severity",
        "path",
        "locale",
        "article",
        "line",
        "column",
        "end_line",
        "end_column",
        "message",
        "note",
        "help",
        "expected",
        "found",
        "related",
        "fix",
    ];
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| keys(diagnostic) == shape)
    );
    let duplicate = diagnostics
        .iter()
        .find(|diagnostic| diagnostic["rule"] == "duplicate-key")
        .expect("it is found");
    assert_eq!(duplicate["path"], "fi-fi/b.md");
    assert_eq!(
        (&duplicate["line"], &duplicate["column"]),
        (&3.into(), &1.into())
    );
    assert_eq!(
        (&duplicate["locale"], &duplicate["article"]),
        (&"fi-fi".into(), &"b".into())
    );
    assert_eq!(duplicate["related"][0]["line"], 2);
    let places: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| {
            let number = |key: &str| diagnostic[key].as_u64();
            (
                diagnostic["path"].as_str(),
                number("line"),
                number("column"),
            )
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn rules_can_be_chosen_and_misspelt_ones_are_told_the_nearest() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", FAULTY);
    assert_eq!(sandbox.run("check").code, Some(1));
    assert_eq!(
        sandbox.run("check --skip front-matter-syntax").code,
        Some(0)
    );
    assert_eq!(sandbox.run("check --only invalid-encoding").code, Some(0));
    assert_eq!(sandbox.run("check --locale pt-BR").code, Some(0));
    assert_eq!(sandbox.run("check --locale fi-FI").code, Some(1));
    let run = sandbox.run("check --only duplicate-kye");
    assert_eq!(run.code, Some(2));
    run.says(&["did you mean `duplicate-key`?"]);
    let run = sandbox.run("check --locale xx");
    assert_eq!(run.code, Some(2));
    run.says(&["no locale `xx`", "fi-fi, pt-br"]);
}

#[test]
fn errors_stop_a_build_unless_it_keeps_going() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", FAULTY);
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(1));
    run.says(&["nothing was published"]);
    assert!(!sandbox.path("public").exists());
    assert_eq!(sandbox.run("build --no-check").code, Some(1));
    assert_eq!(sandbox.run("build --keep-going").code, Some(1));
    assert!(sandbox.path("public/fi-fi/b.html").exists());
}

#[test]
fn targets_and_languages_can_be_chosen() {
    let sandbox = Sandbox::with_site();
    assert_eq!(
        sandbox
            .run("build --targets html --locale fi-fi --output o")
            .code,
        Some(0)
    );
    assert!(sandbox.path("o/fi-fi/a.html").exists());
    assert!(!sandbox.path("o/fi-fi/a.md").exists());
    assert!(!sandbox.path("o/pt-br/a.html").exists());
    let run = sandbox.run("build --targets htlm");
    assert_eq!(run.code, Some(2));
    run.says(&["did you mean `html`?"]);
}

#[test]
fn a_configuration_belongs_to_its_own_source_only() {
    let sandbox = Sandbox::new()
        .file("glotta.yml", "output: here\nsource: docs\n")
        .file("docs/fi-fi/a.md", ARTICLE)
        .file("other/glotta.yml", "output: there\n")
        .file("other/docs/fi-fi/a.md", ARTICLE)
        .file("plain/docs/fi-fi/a.md", ARTICLE);
    for (arguments, page) in [
        ("build", "here/fi-fi/a.html"),
        ("build --source other/docs", "other/there/fi-fi/a.html"),
        (
            "build --config other/glotta.yml --source docs",
            "other/there/fi-fi/a.html",
        ),
        ("build --source plain/docs", "public/fi-fi/a.html"),
        ("build --source plain/docs --output o", "o/fi-fi/a.html"),
    ] {
        let run = sandbox.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments}: {run:#?}");
        assert!(sandbox.path(page).exists(), "{arguments}");
    }
    let run = sandbox.run("check --config nowhere.yml");
    assert_eq!(run.code, Some(2));
    run.says(&["nowhere.yml", "help: "]);
}

#[test]
fn colours_are_for_terminals() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", FAULTY);
    assert!(!sandbox.run("check").out.contains('\u{1b}'));
    assert!(sandbox.run("check --color always").out.contains('\u{1b}'));
    assert!(!sandbox.run("check --color never").out.contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let sandbox = Sandbox::with_site();
    let mut child = sandbox
        .command("check --verbose")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let sandbox = Sandbox::with_site();
    let output = sandbox.command("check").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot print"));
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", FAULTY);
    let one = sandbox.run("check --jobs 1").text();
    assert_eq!(sandbox.run("check --jobs 7").text(), one);
    assert_eq!(sandbox.run("check --jobs 0").code, Some(2));
}

#[test]
fn many_findings_of_one_kind_are_counted() {
    let rows = "| 1 | 2 | 3 |\n".repeat(50);
    let sandbox = Sandbox::with_site().file(
        "docs-src/fi-fi/c.md",
        format!("# A\n\n| a |\n|---|\n{rows}"),
    );
    sandbox
        .run("check")
        .says(&["fi-fi/c.md: ", "more of", "--verbose"]);
    let all = sandbox.run("check --verbose").out;
    assert!(!all.contains("more of"), "{all}");
}
