//! What stands around articles: docsets, tables of contents and landing pages, in a site of two languages.

use super::pages::{page, pages, site};
use glotta::model::TargetName;

const FILES: [(&str, &str); 15] = [
    ("glotta.yml", "reference: en-us\n"),
    (
        "docs-src/en-us/bees/docfx.json",
        r#"{ // Ours.
  "build": {
    "content": [{ "files": ["**/*.md", "**/*.yml"], "exclude": ["**/drafts/**"], }],
    "globalMetadata": { "titleSuffix": "Beekeeping", "author": "hive" },
    "fileMetadata": { "robots": { "honey/*.md": "NOINDEX" } },
  }
}"#,
    ),
    (
        "docs-src/en-us/bees/toc.yml",
        "- name: Bees\n  href: index.yml\n- name: Hives\n  href: hives.md\n- name: Honey\n  items:\n  - name: Extract\n    href: honey/extract.md\n  - name: Forum\n    href: https://forum.example/\n- name: Wax\n  href: wax/toc.yml\n",
    ),
    ("docs-src/en-us/bees/wax/TOC.md", "# [Melt](melt.md)\n"),
    (
        "docs-src/en-us/bees/crumbs/toc.yml",
        "- name: Docs\n  tocHref: /\n  topicHref: /\n",
    ),
    (
        "docs-src/en-us/bees/index.yml",
        "### YamlMime:Landing\ntitle: Bees\nsummary: All about them.\nmetadata:\n  description: Bees.\nlandingContent:\n- title: Begin\n  linkLists:\n  - linkListType: tutorial\n    links:\n    - text: Build a hive\n      url: hives.md\n    - text: Extract honey\n      url: ../honey/extract.md\n",
    ),
    (
        "docs-src/en-us/bees/hives.md",
        "# Hives\n\nSee [all](index.yml).\n",
    ),
    ("docs-src/en-us/bees/honey/extract.md", "# Extract honey\n"),
    ("docs-src/en-us/bees/wax/melt.md", "# Melt wax\n"),
    ("docs-src/en-us/bees/drafts/new.md", "# New\n"),
    (
        "docs-src/de-de/bees/index.yml",
        "### YamlMime:Landing\ntitle: Bienen\nsummary: Alles über sie.\nmetadata:\n  description: Bienen.\nlandingContent:\n- title: Anfangen\n  linkLists:\n  - linkListType: tutorial\n    links:\n    - text: Einen Stock bauen\n      url: hives.md\n    - text: Honig schleudern\n      url: ../honey/extract.md\n",
    ),
    (
        "docs-src/de-de/bees/hives.md",
        "# Bienenstöcke\n\nSiehe [alles](index.yml).\n",
    ),
    (
        "docs-src/de-de/bees/honey/extract.md",
        "---\nauthor: imker\n---\n# Honig schleudern\n",
    ),
    ("docs-src/de-de/bees/wax/melt.md", "# Wachs schmelzen\n"),
    ("docs-src/de-de/bees/drafts/new.md", "# Neu\n"),
];

fn html(path: &str) -> String {
    page(&FILES, TargetName::Html, path)
}

#[test]
fn the_tree_stands_beside_every_page_and_is_open_where_the_page_is() {
    let html = html("en-us/bees/honey/extract.html");
    let group = "<details open><summary>Honey</summary><ul>\n<li><a aria-current=\"page\" href=\"extract.html\">Extract</a>";
    assert!(html.contains(group), "{html}");
    assert!(html.contains(
        "<details><summary>Wax</summary><ul>\n<li><a href=\"../wax/melt.html\">Melt</a>"
    ));
    assert!(html.contains("<li><a href=\"https://forum.example/\">Forum</a></li>"));
}

#[test]
fn pages_follow_one_another_as_the_tree_has_them() {
    let html = html("en-us/bees/honey/extract.html");
    assert!(
        html.contains("rel=\"prev\" href=\"../hives.html\"><span>Previous</span> Hives</a>"),
        "{html}"
    );
    assert!(html.contains("rel=\"next\" href=\"../wax/melt.html\"><span>Next</span> Melt</a>"));
    let path = "<li><a href=\"../../index.html\">Start page</a></li>\n<li><span>Honey</span></li>\n<li><span aria-current=\"page\">Extract honey</span></li>";
    assert!(html.contains(path), "{html}");
}

#[test]
fn a_language_without_a_table_of_contents_borrows_one_with_its_own_titles() {
    let html = html("de-de/bees/hives.html");
    assert!(
        html.contains("aria-current=\"page\" href=\"hives.html\">Bienenstöcke</a>"),
        "{html}"
    );
    assert!(html.contains("<a href=\"wax/melt.html\">Wachs schmelzen</a>"));
}

#[test]
fn a_language_without_any_has_a_tree_of_folders_and_titles() {
    let files = [
        ("docs-src/sv-se/a.md", "# Honung\n"),
        ("docs-src/sv-se/b/c.md", "# Vax\n"),
    ];
    let html = page(&files, TargetName::Html, "sv-se/a.html");
    assert!(
        html.contains("aria-current=\"page\" href=\"a.html\">Honung</a>"),
        "{html}"
    );
    assert!(html.contains("<summary>b</summary><ul>\n<li><a href=\"b/c.html\">Vax</a>"));
}

#[test]
fn tables_of_contents_are_no_pages_and_excluded_articles_neither() {
    let pages = pages(&FILES, TargetName::Html);
    let made: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert!(made.contains(&"de-de/bees/hives.html"));
    for path in [
        "en-us/bees/wax/TOC.html",
        "en-us/bees/drafts/new.html",
        "de-de/bees/drafts/new.html",
    ] {
        assert!(!made.contains(&path), "{made:?}");
    }
}

#[test]
fn landing_pages_are_pages_of_cards_in_every_target() {
    let html = html("de-de/bees/index.html");
    assert!(
        html.contains("<main id=\"content\" class=\"landing\">"),
        "{html}"
    );
    assert!(
        html.contains("<section class=\"card\">\n<h2 id=\"begin\">"),
        "{html}"
    );
    assert!(html.contains("<p><strong>Tutorial</strong></p>"));
    assert!(html.contains("<a href=\"honey/extract.html\">Honig schleudern</a>"));
    let markdown = page(&FILES, TargetName::Markdown, "en-us/bees/index.md");
    assert!(markdown.contains("**Tutorial**"), "{markdown}");
    assert!(markdown.contains("[Build a hive](hives.md)"), "{markdown}");
    assert!(self::html("en-us/bees/hives.html").contains("<a href=\"index.html\">all</a>"));
}

#[test]
fn landing_pages_are_checked_across_languages() {
    let mut files = FILES;
    files[10].1 = "### YamlMime:Landing\ntitle: Bienen\nsummary: Alles über sie.\nmetadata:\n  description: Bienen.\nlandingContent:\n- title: Anfangen\n  linkLists:\n  - linkListType: tutorial\n    links:\n    - text: Honig schleudern\n      url: nowhere.md\n";
    let site = site(&files);
    let report = glotta::check(&site, &site.config.levels);
    let found = report.diagnostics.iter().map(|it| {
        let position = it.position();
        format!(
            "{}:{}:{} {}",
            it.primary.source.path(),
            position.line,
            position.column,
            it.rule
        )
    });
    let found: Vec<String> = found.collect();
    let link = "de-de/bees/index.yml:12:12 broken-internal-link".to_owned();
    assert!(found.contains(&link), "{found:?}");
}

#[test]
fn defaults_of_the_docset_stand_in_the_head_and_in_no_front_matter() {
    let own = html("de-de/bees/honey/extract.html");
    assert!(
        own.contains("<meta name=\"author\" content=\"imker\">"),
        "{own}"
    );
    assert!(
        own.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{own}"
    );
    assert!(
        own.contains("<title>Honig schleudern - Beekeeping | "),
        "{own}"
    );
    let other = html("en-us/bees/hives.html");
    assert!(other.contains("<meta name=\"author\" content=\"hive\">") && !other.contains("robots"));
    let site = site(&FILES);
    let article = &site.translations("bees/hives").expect("there").articles[0];
    assert!(article.front_matter.entries.is_empty());
}
