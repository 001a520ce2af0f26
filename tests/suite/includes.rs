//! Texts that stand in others: blocks, words, code, and what leads to them, in all targets.

use std::time::Instant;

use glotta::model::{BlockKind, TargetName};

use crate::pages::{page, pages, site};

const CODE: &str = "import rope\n\n# <tie>\ndef tie():\n    rope.loop()\n# </tie>\n";

/// A page whose code has no classes.
fn without_colours(html: &str) -> String {
    let classes = "csnkftp".chars();
    classes.fold(html.replace("</span>", ""), |html, class| {
        html.replace(&format!("<span class=\"{class}\">"), "")
    })
}

/// Two languages; the second lacks one of the included texts.
const SITE: &[(&str, &str)] = &[
    (
        "glotta.yml",
        "reference: en-us\nsite:\n  url: https://boats.example/\n",
    ),
    (
        "docs-src/en-us/guide/sail.md",
        "# Sail {#sail}\n\n[!INCLUDE [safety](../includes/safety.md)]\n\n1. Open [!INCLUDE[locker](../includes/locker.md)], then wait.\n\n\
         | Part | Where |\n|---|---|\n| Rope | In [!INCLUDE [locker](../includes/locker.md)] |\n\n\
         Before [!INCLUDE [steps](~/includes/steps.md)] after.\n\n[!code-python[Tie](../code/tie.py?name=tie)]\n",
    ),
    (
        "docs-src/en-us/includes/safety.md",
        "---\ntitle: Hidden title\n---\n## Safety first\n\nWear a vest[^1], see [storms](storms.md) and [the end](#the-end).\n\n\
         [!INCLUDE [nested](deep/nested.md)]\n\n[^1]: A red one.\n",
    ),
    (
        "docs-src/en-us/includes/deep/nested.md",
        "Read [rowing](../../guide/row.md#oars).\n",
    ),
    ("docs-src/en-us/includes/locker.md", "the **locker**\n"),
    (
        "docs-src/en-us/includes/steps.md",
        "- One\n- Two\n\n## The end\n\nDone.\n",
    ),
    ("docs-src/en-us/includes/storms.md", "No page.\n"),
    (
        "docs-src/en-us/guide/row.md",
        "# Row\n\nSee [safety](sail.md#safety-first).\n\n## Oars\n\nTwo.\n",
    ),
    ("docs-src/en-us/code/tie.py", CODE),
    (
        "docs-src/de-de/guide/sail.md",
        "# Segeln {#sail}\n\n[!INCLUDE [safety](../includes/safety.md)]\n\n1. Öffnen Sie [!INCLUDE[locker](../includes/locker.md)], dann warten Sie.\n\n\
         | Teil | Ort |\n|---|---|\n| Seil | In [!INCLUDE [locker](../includes/locker.md)] |\n\n\
         Vorher [!INCLUDE [steps](~/includes/steps.md)] nachher.\n\n[!code-python[Tie](../code/tie.py?name=tie)]\n",
    ),
    (
        "docs-src/de-de/includes/safety.md",
        "---\ntitle: Versteckter Titel\n---\n## Sicherheit zuerst\n\nTragen Sie eine Weste[^1], siehe [Stürme](storms.md) und [das Ende](#the-end).\n\n\
         [!INCLUDE [nested](deep/nested.md)]\n\n[^1]: Eine rote.\n",
    ),
    ("docs-src/de-de/includes/locker.md", "den **Schrank**\n"),
    (
        "docs-src/de-de/includes/steps.md",
        "- Eins\n- Zwei\n\n## Das Ende\n\nFertig.\n",
    ),
    ("docs-src/de-de/includes/storms.md", "Keine Seite.\n"),
    (
        "docs-src/de-de/guide/row.md",
        "# Rudern\n\nSiehe [Sicherheit](sail.md#safety-first).\n\n## Oars\n\nZwei.\n",
    ),
];

fn html(path: &str) -> String {
    page(SITE, TargetName::Html, path)
}

#[test]
fn an_included_text_is_no_page_in_any_target() {
    for target in TargetName::ALL {
        for (path, text) in pages(SITE, target) {
            assert!(
                !path.contains("includes") && !path.contains("safety"),
                "{path}"
            );
            assert!(!text.contains("includes/"), "{path} leads to an include");
            for mark in ["[!INCLUDE", "[!code", "\\[!", "Hidden title"] {
                assert!(!text.contains(mark), "{path} shows {mark}");
            }
        }
    }
}

#[test]
fn blocks_words_and_cells_are_included_in_the_language_of_the_page() {
    let german = html("de-de/guide/sail.html");
    for part in [
        "Sicherheit zuerst",
        "Öffnen Sie den <strong>Schrank</strong>, dann warten Sie.",
        "In den <strong>Schrank</strong>",
        "<p>Vorher</p>\n<ul>\n<li>Eins\n</li>\n<li>Zwei\n</li>\n</ul>",
        "<p>nachher.</p>",
        "<h2 id=\"the-end\">",
        "Eine rote.",
    ] {
        assert!(german.contains(part), "no {part} in\n{german}");
    }
}

#[test]
fn what_a_language_lacks_is_the_references() {
    let german = html("de-de/guide/sail.html");
    // The link leads where it leads from its own file, and to the page's language.
    assert!(
        german.contains("Read <a href=\"row.html#oars\">rowing</a>."),
        "{german}"
    );
    assert!(
        without_colours(&german).contains("def tie():\n    rope.loop()\n</code>"),
        "{german}"
    );
    assert!(!german.contains("import rope"), "{german}");
}

#[test]
fn places_of_included_texts_are_places_of_the_page() {
    assert!(html("en-us/guide/row.html").contains("<a href=\"sail.html#safety-first\">safety</a>"));
    assert!(html("de-de/guide/row.html").contains("<a href=\"sail.html#safety-first\">"));
    let page = html("en-us/guide/sail.html");
    assert!(page.contains("<a href=\"#the-end\">the end</a>"), "{page}");
    assert!(
        page.contains("href=\"#safety-first\">Safety first</a>"),
        "the contents lack it: {page}"
    );
    // An included text that no page is cannot be linked to.
    assert!(page.contains("see storms and"), "{page}");
}

#[test]
fn faults_of_the_site_are_told_once() {
    let site = site(SITE);
    let report = glotta::check(&site, &site.config.levels);
    let told: Vec<String> = report
        .diagnostics
        .iter()
        .map(|it| format!("{} {}", it.rule, it.message))
        .collect();
    assert_eq!(
        told,
        [
            "missing-article de-de lacks the article `includes/deep/nested`",
            "broken-internal-link this link leads to `includes/storms`, which is excluded and has no page of its own",
        ]
    );
}

#[test]
fn markdown_and_manual_pages_show_what_is_included() {
    let markdown = page(SITE, TargetName::Markdown, "de-de/guide/sail.md");
    for part in [
        "## ",
        "Sicherheit zuerst",
        "den **Schrank**",
        "```python\ndef tie():",
        "[^1]: Eine rote.",
    ] {
        assert!(markdown.contains(part), "no {part} in\n{markdown}");
    }
    let manual = page(SITE, TargetName::Man, "man/de/man7/sail.7");
    for part in [
        ".SH \"Sicherheit zuerst\"",
        "Schrank",
        "def tie():",
        "Eine rote",
    ] {
        assert!(manual.contains(part), "no {part} in\n{manual}");
    }
}

/// The pages of a language, each file under its folder.
fn german(files: &[(&str, &str)]) -> String {
    let files: Vec<(String, &str)> = files
        .iter()
        .map(|(path, text)| (format!("docs-src/de-de/{path}"), *text))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    page(&files, TargetName::Html, "de-de/a.html")
}

#[test]
fn ids_are_given_once_and_notes_keep_their_numbers() {
    let page = german(&[
        (
            "a.md",
            "# A\n\n## Teil\n\nHier[^n].\n\n[!INCLUDE [x](x.md)]\n\n[!INCLUDE [x](x.md)]\n\n[^n]: Eigene.\n",
        ),
        ("x.md", "## Teil\n\nDort[^n].\n\n[^n]: Fremde.\n"),
    ]);
    for part in [
        "<h2 id=\"teil\">",
        "<h2 id=\"teil-1\">",
        "<h2 id=\"teil-2\">",
        "Eigene.",
        "Fremde.",
    ] {
        assert_eq!(
            page.matches(part).count(),
            if part == "Fremde." { 2 } else { 1 },
            "{part}\n{page}"
        );
    }
}

#[test]
fn blocks_within_a_cell_or_a_heading_become_words() {
    let page = german(&[
        (
            "a.md",
            "# A [!INCLUDE [x](x.md)]\n\n| A |\n|---|\n| [!INCLUDE [x](x.md)] |\n",
        ),
        ("x.md", "Eins\n\n- Zwei\n- Drei\n"),
    ]);
    assert!(page.contains("Eins<br>Zwei<br>Drei"), "{page}");
}

#[test]
fn images_and_raw_links_lead_where_they_led() {
    let files = [
        (
            "docs-src/de-de/guide/a.md",
            "# A\n\n[!INCLUDE [x](../includes/x.md)]\n",
        ),
        (
            "docs-src/de-de/includes/x.md",
            "![Bild](media/a.png) <a href=\"../b.md\">B</a>\n",
        ),
        ("docs-src/de-de/b.md", "# B\n\nText.\n"),
    ];
    let site = site(&files);
    let article = site.expanded(site.index("guide/a").expect("it is there"), 0);
    let destinations: Vec<&str> = article
        .links
        .iter()
        .map(|it| it.destination.as_str())
        .collect();
    assert_eq!(
        destinations,
        ["../includes/x.md", "../includes/media/a.png"]
    );
    let includes = |kind: &BlockKind| matches!(kind, BlockKind::Include(_));
    assert!(!article.blocks.iter().any(|block| includes(&block.kind)));
    let page = page(&files, TargetName::Html, "de-de/guide/a.html");
    assert!(page.contains("<a href=\"../b.html\">B</a>"), "{page}");
}

#[test]
fn what_cannot_be_included_shows_its_words() {
    let page = german(&[(
        "a.md",
        "# A\n\n[!INCLUDE [Fehlt](nirgends.md)]\n\n[!code-rust[](../../etc/passwd)]\n\n[!INCLUDE [Kreis](a.md)]\n\n\
             [!INCLUDE [Netz](https://boats.example/x.md)]\n",
    )]);
    for part in [
        "<p>Fehlt</p>",
        "etc/<wbr>passwd</code>",
        "<p>Kreis</p>",
        "<p>Netz</p>",
    ] {
        assert!(page.contains(part), "no {part} in\n{page}");
    }
}

/// Each text includes the next one ten times: ten to the eighth of them, were there no end.
#[test]
fn a_page_that_grows_without_bound_ends() {
    let texts: Vec<(String, String)> = (0..9)
        .map(|at| {
            let include = format!("[!INCLUDE [next]({}.md)]\n\n", at + 1);
            (
                format!("docs-src/de-de/{at}.md"),
                format!("# {at}\n\n{}", include.repeat(10)),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let start = Instant::now();
    let site = site(&files);
    let troubles: usize = site.expansions.values().map(|it| it.troubles.len()).sum();
    assert!(troubles > 0);
    assert!(start.elapsed().as_secs() < 60);
}

#[test]
fn circles_end_and_are_told_once() {
    let files = [
        (
            "docs-src/de-de/a.md",
            "# A\n\n[!INCLUDE [b](includes/b.md)]\n",
        ),
        ("docs-src/de-de/includes/b.md", "B [!INCLUDE [c](c.md)]\n"),
        ("docs-src/de-de/includes/c.md", "C [!INCLUDE [b](b.md)]\n"),
    ];
    let site = site(&files);
    let report = glotta::check(&site, &site.config.levels);
    let told: Vec<&str> = report.diagnostics.iter().map(|it| it.rule).collect();
    assert_eq!(told, ["include-circle"]);
}

#[test]
fn a_list_that_takes_in_paragraphs_is_loose() {
    let page = german(&[
        ("a.md", "# A\n\n- [!INCLUDE [x](x.md)]\n- Ende\n"),
        ("x.md", "Eins\n\nZwei\n"),
    ]);
    assert!(page.contains("<li><p>Eins</p>\n<p>Zwei</p>"), "{page}");
    assert!(!page.contains("<p></p>"), "{page}");
}
