//! How the articles stand: the table, the object and the pages say the same, and the numbers are those of the report.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::sandbox::{Run, Sandbox};

const TABLE: &str =
    "| Id | Name |\n|---|---|\n| 101 | Start_One |\n| 102 | Stop_Two |\n| 103 | Load_Three |\n";

/// An article with its title, the day of its last change, and what else its front matter says.
fn article(title: &str, day: &str, more: &str) -> String {
    format!("---\ndate: {day}\n{more}---\n# {title}\n\n{TABLE}")
}

/// A site with an article of each state in Finnish, and one in all of them that nobody translates.
fn site() -> Sandbox {
    let old = format!("source-hash: {}\n", "0".repeat(40));
    let damaged = article("Rikki", "2020-01-03", "").replace("| 102 | Stop_Two |\n", "");
    Sandbox::new()
        .file("glotta.yml", "reference: en-us\nuntranslated: [notes/**]\n")
        .file("docs-src/en-us/fine.md", article("Fine", "2020-01-01", ""))
        .file("docs-src/fi-fi/fine.md", article("Hieno", "2020-01-01", ""))
        .file("docs-src/en-us/old.md", article("Old", "2020-01-02", ""))
        .file(
            "docs-src/fi-fi/old.md",
            article("Vanha", "2019-06-30", &old),
        )
        .file(
            "docs-src/en-us/broken.md",
            article("Broken & Co", "2020-01-03", ""),
        )
        .file("docs-src/fi-fi/broken.md", damaged)
        .file("docs-src/en-us/gone.md", article("Gone", "2020-01-04", ""))
        .file(
            "docs-src/en-us/notes/one.md",
            article("One", "2020-01-05", ""),
        )
}

fn json(run: &Run) -> Value {
    assert_eq!(run.code, Some(0), "{run:#?}");
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:#?}"))
}

fn number(value: &Value, pointer: &str) -> u64 {
    value
        .pointer(pointer)
        .and_then(Value::as_u64)
        .unwrap_or_else(|| panic!("no {pointer}"))
}

fn text(sandbox: &Sandbox, path: &str) -> String {
    fs::read_to_string(sandbox.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn state<'v>(status: &'v Value, article: &str, locale: &str) -> &'v str {
    let mut articles = status["articles"].as_array().into_iter().flatten();
    let article = articles
        .find(|it| it["article"] == article)
        .expect("an article");
    article["locales"][locale]["state"]
        .as_str()
        .expect("a state")
}

#[test]
fn every_article_has_one_state_in_each_language() {
    let status = json(&site().run("status --format json"));
    for (article, expected) in [
        ("fine", "current"),
        ("old", "stale"),
        ("broken", "damaged"),
        ("gone", "missing"),
        ("notes/one", "exempt"),
    ] {
        assert_eq!(state(&status, article, "fi-fi"), expected, "{article}");
        assert_eq!(state(&status, article, "en-us"), "current", "{article}");
    }
    for (name, count) in [
        ("current", 6),
        ("stale", 1),
        ("damaged", 1),
        ("missing", 1),
        ("exempt", 1),
    ] {
        assert_eq!(
            number(&status, &format!("/summary/{name}")),
            count,
            "{name}"
        );
    }
}

#[test]
fn what_is_stale_and_damaged_is_called_stale_and_its_findings_are_counted() {
    let damaged = article(
        "Vanha",
        "2019-06-30",
        &format!("source-hash: {}\n", "0".repeat(40)),
    ) + "\nThis is \u{feff}here.\n";
    let site = site().file("docs-src/fi-fi/old.md", damaged);
    let status = json(&site.run("status --format json"));
    assert_eq!(state(&status, "old", "fi-fi"), "stale");
    let old = &status["articles"][4]["locales"]["fi-fi"];
    assert!(number(old, "/warning") + number(old, "/error") > 1, "{old}");
}

/// The object's numbers with those of the report on the same command line.
#[track_caller]
fn agrees(sandbox: &Sandbox, options: &str) {
    let status = json(&sandbox.run(&format!("status --format json {options}")));
    let run = sandbox.run(&format!("check --format json {options}"));
    let report: Value = serde_json::from_str(&run.out).expect("a report");
    for severity in ["error", "warning", "info"] {
        let place = format!("/summary/{severity}");
        assert_eq!(
            number(&status, &place),
            number(&report, &place),
            "{severity}"
        );
        let locales = status["locales"].as_array().expect("languages").iter();
        let sum: u64 = locales.map(|it| number(it, &format!("/{severity}"))).sum();
        let shared = number(&status, &format!("/shared/{severity}"));
        assert_eq!(sum + shared, number(&report, &place), "{severity}");
    }
    let found = report["diagnostics"].as_array().expect("findings").iter();
    let stale = found.filter(|it| it["rule"] == "stale-translation").count();
    assert_eq!(number(&status, "/summary/stale"), stale as u64);
    if options.is_empty() {
        assert_eq!(
            number(&status, "/summary/articles"),
            number(&report, "/summary/articles")
        );
    }
}

#[test]
fn the_numbers_are_those_of_the_report() {
    let site = site();
    agrees(&site, "");
    agrees(&site, "--locale fi-fi");
    agrees(&site, "--locale EN-us");
    agrees(&site, "--reference none");
    agrees(&Sandbox::with_site(), "");
}

#[test]
fn the_status_reports_and_the_check_judges() {
    let site = site();
    assert_eq!(site.run("check").code, Some(1));
    let run = site.run("status");
    assert_eq!(run.code, Some(0));
    run.says(&[
        "5 articles in 2 languages, held against en-us",
        "3 debts, the oldest first",
        "2019-06-30  fi-fi  stale    old     1 warning",
        "2020-01-03  fi-fi  damaged  broken  1 error",
        "2020-01-04  fi-fi  missing  gone",
        "25.0 %",
    ]);
    assert!(!run.out.contains('\u{1b}'), "{run:#?}");
    site.run("status --limit 1").says(&["1 of 3 debts"]);
    assert_eq!(site.run("status --locale sv").code, Some(2));
}

#[test]
fn the_object_follows_its_schema_and_the_site_has_the_same() {
    let site = site();
    let schema = json(&site.run("status --json-schema"));
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    site.run("build --keep-going --targets html");
    let published = text(&site, "public/status.json");
    assert_eq!(published, site.run("status --format json").out);
    let objects = [
        serde_json::from_str(&published).expect("an object"),
        json(&site.run("status --format json --locale fi-fi")),
        json(&Sandbox::with_site().run("status --format json")),
    ];
    for object in &objects {
        let faults: Vec<String> = validator
            .iter_errors(object)
            .map(|it| it.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
    let broken = serde_json::json!({"version": 1, "checked": true});
    assert!(!validator.is_valid(&broken));
}

/// The values of an attribute, in the order of the page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    let rest = html.split(&start).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_cell_leads_to_what_was_found() {
    let site = site();
    site.run("build --keep-going --targets html");
    let html = text(&site, "public/status.html");
    for cell in [
        "<td><a class=\"stale\" href=\"status/fi-fi.html#article-old\">Stale</a></td>",
        "<td><a class=\"damaged\" href=\"status/fi-fi.html#article-broken\">Damaged <b>1</b></a></td>",
        "<td><a class=\"missing\" href=\"status/fi-fi.html#article-gone\">Missing</a></td>",
        "<td class=\"exempt\">Not expected</td>",
        "<th scope=\"row\"><a href=\"en-us/broken.html\">Broken &amp; Co</a></th>",
    ] {
        assert!(html.contains(cell), "{cell}\n{html}");
    }
    let mut led = 0;
    for href in values(&html, "href") {
        let Some((path, id)) = href.split_once('#').filter(|(path, _)| !path.is_empty()) else {
            continue;
        };
        let page = text(&site, &format!("public/{path}"));
        assert!(values(&page, "id").contains(&id), "{href}");
        led += 1;
    }
    assert!(led >= 6, "{html}");
    let found = text(&site, "public/status/fi-fi.html");
    assert!(found.contains("<code translate=\"no\">row-missing</code> <span lang=\"en\" dir=\"ltr\">the table lacks row <code>102</code></span> <code class=\"place\" translate=\"no\">broken.md:6</code>"), "{found}");
}

#[test]
fn without_rules_the_page_says_that_damage_is_unknown() {
    let site = site();
    site.run("build --no-check --targets html");
    let html = text(&site, "public/status.html");
    assert!(html.contains("nobody knows what is damaged"), "{html}");
    let status: Value =
        serde_json::from_str(&text(&site, "public/status.json")).expect("an object");
    assert_eq!(status["checked"], false);
    for (name, count) in [("stale", 1), ("damaged", 0), ("missing", 1)] {
        assert_eq!(
            number(&status, &format!("/summary/{name}")),
            count,
            "{name}"
        );
    }
}

#[test]
fn a_site_may_keep_its_status_to_itself() {
    let site = site();
    site.run("build --keep-going --targets html");
    let start = text(&site, "public/fi-fi/index.html");
    assert!(start.contains("href=\"../status.html\""), "{start}");
    assert!(!text(&site, "public/fi-fi/fine.html").contains("status"));
    let site = site.file("glotta.yml", "reference: en-us\nstatus: false\n");
    site.run("build --keep-going --targets html");
    let names: BTreeSet<String> = site
        .tree("public")
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert!(
        names.iter().all(|name| !name.contains("status")),
        "{names:?}"
    );
    assert!(!text(&site, "public/fi-fi/index.html").contains("status"));
    assert_eq!(site.run("status").code, Some(0));
}

#[test]
fn nobody_misses_what_a_language_does_not_want() {
    let site = site().file(
        "glotta.yml",
        "reference: en-us\nlocales: {en-us: {}, fi-fi: {coverage: partial}}\n",
    );
    let status = json(&site.run("status --format json"));
    assert_eq!(state(&status, "gone", "fi-fi"), "exempt");
    assert_eq!(state(&status, "notes/one", "fi-fi"), "exempt");
}
