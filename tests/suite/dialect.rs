//! The dialect of Microsoft Learn, from the text to the pages of every target.

use glotta::discover::MemoryWorld;
use glotta::model::TargetName;

use crate::pages::page;
use crate::validators::is_there;

const ENGLISH: &str = include_str!("dialect/en.md");
const GERMAN: &str = include_str!("dialect/de.md");

const FILES: [(&str, &str); 2] = [
    ("docs-src/en-us/feeder.md", ENGLISH),
    ("docs-src/de-de/feeder.md", GERMAN),
];

fn assert_holds(page: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(page.contains(piece), "{piece} is not in\n{page}");
    }
}

fn assert_lacks_dialect(page: &str) {
    for mark in [":::", "[!", "#tab/", "xref:"] {
        assert!(!page.contains(mark), "{mark} is left in\n{page}");
    }
}

#[test]
fn html_pages_hold_every_form() {
    let html = page(&FILES, TargetName::Html, "en-us/feeder.html");
    let body = &html[html.find("<main").expect("a page has one")..];
    assert_lacks_dialect(body);
    assert_holds(
        body,
        &[
            "<div class=\"zone\" data-pivot=\"cat,dog\">\n<p class=\"zone-title\">For cat, dog</p>",
            "<div class=\"zone\" data-moniker=\"&gt;=feeder-2.0\">",
            "<div class=\"side-by-side\">\n<div class=\"column span-2\">",
            "<div class=\"tabs\" role=\"group\" aria-label=\"Choice\">\n<label class=\"tab-title\" id=\"tab-dry\"><input type=\"radio\" name=\"tab-dry\" value=\"dry\" checked>Dry food</label>\n<div class=\"tab\" role=\"group\" aria-labelledby=\"tab-dry\">",
            "</div>\n<label class=\"tab-title\" id=\"tab-wet\" data-condition=\"cat\"><input type=\"radio\" name=\"tab-dry\" value=\"wet\"",
            " <span class=\"tab-condition\">cat</span></label>",
            "<div class=\"box box-checklist\">\n<ul>",
            "<p class=\"video\"><a href=\"https://film.example/feeder\">Video <span>film.example</span></a></p>",
            "<details class=\"description\"><summary>Description of the picture</summary>",
            "<dl>\n<dt>Hopper\n</dt>\n<dd>",
            "<span class=\"math\" translate=\"no\">$m_1 \\cdot m_2$</span>",
            "<pre class=\"mermaid\"",
            "<code translate=\"no\">Feeder.Open</code>",
            "class=\"alert tip\"",
        ],
    );
}

#[test]
fn captions_are_in_the_language_of_the_page() {
    let html = page(&FILES, TargetName::Html, "de-de/feeder.html");
    assert_holds(
        &html,
        &[
            "Für cat, dog</p>",
            "Beschreibung des Bildes",
            "Versionen: &gt;=feeder-2.0",
        ],
    );
}

#[test]
fn markdown_pages_are_without_the_dialect() {
    let markdown = page(&FILES, TargetName::Markdown, "en-us/feeder.md");
    let plain = markdown.replace("[!TIP]", "").replace("[!NOTE]", "");
    assert_lacks_dialect(&plain);
    assert_holds(
        &markdown,
        &[
            "**For cat, dog**",
            "### Dry food",
            "- **Hopper**",
            "[Video](https://film.example/feeder)",
        ],
    );
    assert_holds(&markdown, &["$m_1 \\cdot m_2$", "```mermaid", "> [!TIP]"]);
}

#[test]
fn lists_with_zones_are_markdown_as_well() {
    let text = "1. a\n   ::: zone pivot=\"b\"\n   c\n   ::: zone-end\n2. d\n   > [!div class=\"e\"]\n   > f\n";
    let files = [("docs-src/en-us/a.md", text)];
    let markdown = page(&files, TargetName::Markdown, "en-us/a.md");
    assert_lacks_dialect(&markdown);
    assert_holds(
        &markdown,
        &["1. a\n", "   **For b**\n", "   c\n", "2. d\n", "   f"],
    );
}

#[test]
fn manual_pages_are_without_the_dialect_and_sound() {
    let roff = page(&FILES, TargetName::Man, "man/en/man7/feeder.7");
    assert_lacks_dialect(&roff);
    if is_there("mandoc") {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("feeder.7");
        std::fs::write(&path, &roff).expect("a page can be written");
        let lint = ["-Tlint", "-W", "all", "-K", "utf-8"];
        let run = std::process::Command::new("mandoc")
            .args(lint)
            .arg(&path)
            .output();
        let said = run.expect("mandoc runs").stdout;
        assert!(
            said.is_empty(),
            "{}\n{roff}",
            String::from_utf8_lossy(&said)
        );
    }
}

/// What is wrong with the German article once `from` is `to`, by rule.
fn found(from: &str, to: &str) -> Vec<String> {
    assert!(from.is_empty() || GERMAN.contains(from), "{from}");
    let german = if from.is_empty() {
        GERMAN.to_owned()
    } else {
        GERMAN.replacen(from, to, 1)
    };
    let world = MemoryWorld::new()
        .with("docs-src/en-us/feeder.md", ENGLISH)
        .with("docs-src/de-de/feeder.md", german)
        .with("glotta.yml", "reference: en-us\n");
    let site = glotta::load(&world).expect("a site");
    let checked = glotta::check(&site.value, &site.value.config.levels);
    let all = site.diagnostics.iter().chain(&checked.diagnostics);
    all.filter(|it| it.rule != "provenance-missing")
        .map(|it| format!("{}: {}", it.rule, it.message))
        .collect()
}

#[test]
fn languages_that_agree_are_left_alone() {
    let found = found("", "");
    let about: Vec<&String> = found
        .iter()
        .filter(|it| {
            it.starts_with("block-structure")
                || it.starts_with("dialect")
                || it.starts_with("broken")
        })
        .collect();
    assert!(about.is_empty(), "{about:?}");
}

#[test]
fn a_lost_mark_is_found() {
    let end = found("::: zone-end\n", "");
    assert!(
        end.iter()
            .any(|it| it.starts_with("dialect-syntax: this beginning of a zone")),
        "{end:?}"
    );
    let both = found("::: zone pivot=\"cat,dog\"\n", "");
    assert!(
        both.iter()
            .any(|it| it.starts_with("dialect-syntax: this end of a zone")),
        "{both:?}"
    );
    let div = found("> [!div class=\"checklist\"]\n", "");
    assert!(
        div.iter().any(|it| it.starts_with("block-structure")),
        "{div:?}"
    );
}
