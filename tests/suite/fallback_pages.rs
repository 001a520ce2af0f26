//! Articles that a language lacks, and the files that pages show: what is published of them, and where links lead.

use std::collections::BTreeMap;

use glotta::discover::MemoryWorld;
use glotta::model::{Page, TargetName};
use glotta::write::{MemoryOutput, Output};
use glotta::{Target, World};

use crate::sandbox::Sandbox;

const GUIDE: &str = "# Guide\n\nSee [tides](sea/tides.md#high-water), [codes](codes.md#0x0A01) and [itself](#sails).[^1]\n\n\
    ![A boat](media/boat.png \"At sea\") ![lost](media/lost.png) [plan](media/plan.pdf#page=2) [drawing](media/hull.svg)\n\n\
    > [!NOTE]\n> Mind the boom.\n\n## Sails\n\n| Event | Codes |\n|---|---|\n| 501 | 0x0A01, 0x0A02 |\n| 502 | 0x0A02, 0x0A03 |\n| 503 | 0x0A01, 0x0A03 |\n\n[^1]: A note.\n";
const CODES: &str = "# Codes\n\n| Code | Meaning |\n|---|---|\n| 0x0A01 | calm |\n| 0x0A02 | storm |\n| 0x0A03 | fog |\n";
const TIDES: &str =
    "# Tides\n\n## High water\n\n[back](../guide.md#sails) ![chart](<../media/Chart One.SVG>)\n";

/// A PNG without pixels: browsers and we read its size from its head.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0\0\0\0\0");
    bytes
}

/// Three languages: German lacks the guide, Hebrew lacks all but the tides.
fn world(config: &str) -> MemoryWorld {
    let config = format!(
        "site: {{title: Harbour, url: \"https://harbour.example/\"}}\nreference: en-us\n{config}"
    );
    MemoryWorld::new()
        .with("glotta.yml", config)
        .with("docs-src/en-us/guide.md", GUIDE)
        .with("docs-src/en-us/codes.md", CODES)
        .with("docs-src/en-us/sea/tides.md", TIDES)
        .with("docs-src/en-us/media/boat.png", png(640, 480))
        .with("docs-src/en-us/media/unused.png", png(1, 1))
        .with("docs-src/en-us/media/plan.pdf", "%PDF")
        .with("docs-src/en-us/media/hull.svg", "<svg/>")
        .with(
            "docs-src/en-us/media/chart one.svg",
            "<svg viewBox='0 0 30 20'/>",
        )
        .with(
            "docs-src/de-de/codes.md",
            CODES.replace("Codes", "Kodes").replace("calm", "ruhig"),
        )
        .with(
            "docs-src/de-de/sea/tides.md",
            TIDES.replace("High water", "Hochwasser"),
        )
        .with("docs-src/de-de/media/boat.png", png(320, 240))
        .with(
            "docs-src/he-il/sea/tides.md",
            TIDES.replace("Tides", "גאות"),
        )
}

fn rendered(world: &dyn World, targets: &[TargetName]) -> Vec<Page> {
    let site = glotta::measured(world, glotta::load(world).expect("a site").value);
    let pages = targets
        .iter()
        .map(|name| glotta::render(&site, Target::named(*name)));
    pages
        .flat_map(|pages| pages.expect("sound templates"))
        .collect()
}

/// The text of every page, by path; files are empty.
fn pages(config: &str, target: TargetName) -> BTreeMap<String, String> {
    let pages = rendered(&world(config), &[target]).into_iter();
    let text = |page: &Page| String::from_utf8_lossy(page.bytes().unwrap_or_default()).into_owned();
    pages.map(|page| (page.path.clone(), text(&page))).collect()
}

#[track_caller]
fn holds(page: &str, words: &[&str]) {
    for word in words {
        assert!(page.contains(word), "{word}\n{page}");
    }
}

#[test]
fn a_language_shows_what_it_lacks_in_its_own_tree() {
    let pages = pages("", TargetName::Html);
    holds(
        &pages["de-de/guide.html"],
        &[
            "<html lang=\"de-DE\" dir=\"ltr\">",
            "<title lang=\"en-US\">Guide | Harbour</title>",
            "<link rel=\"canonical\" href=\"https://harbour.example/en-us/guide.html\">",
            "<div class=\"alert note notice\" role=\"note\">\n<p>Diese Seite ist nicht übersetzt. Ihr Text ist auf Englisch. \
             <a href=\"../en-us/guide.html\" hreflang=\"en-US\">Originalseite</a></p>",
            "<div class=\"text\" lang=\"en-US\" dir=\"ltr\">\n<h1 id=\"guide\">Guide</h1>",
            "aria-label=\"Note\"",
        ],
    );
    holds(
        &pages["he-il/guide.html"],
        &[
            "<html lang=\"he-IL\" dir=\"rtl\">",
            "<div class=\"text\" lang=\"en-US\" dir=\"ltr\">",
        ],
    );
    for own in [
        "en-us/guide.html",
        "de-de/codes.html",
        "he-il/sea/tides.html",
    ] {
        assert!(
            !pages[own].contains("class=\"text\"") && !pages[own].contains("role=\"note\">\n<p>Th")
        );
    }
}

#[test]
fn a_fallback_page_is_no_version_of_its_original() {
    let pages = pages("", TargetName::Html);
    assert!(!pages["de-de/guide.html"].contains("rel=\"alternate\" hreflang"));
    for page in ["en-us/guide.html", "en-us/codes.html"] {
        let alternates = pages[page]
            .lines()
            .filter(|line| line.contains("rel=\"alternate\" hreflang"));
        for line in alternates {
            assert!(
                !line.contains("he-il") && !line.contains("de-de/guide"),
                "{line}"
            );
        }
    }
    let map = &pages["sitemap.xml"];
    assert!(map.contains("de-de/codes.html"), "{map}");
    assert!(
        !map.contains("de-de/guide.html") && !map.contains("he-il/codes.html"),
        "{map}"
    );
}

#[test]
fn links_stay_in_the_tree_of_the_page_and_lead_to_its_translations() {
    let pages = pages("", TargetName::Html);
    holds(
        &pages["de-de/sea/tides.html"],
        &["<a href=\"../guide.html#sails\">back</a>"],
    );
    // The slug of the text's language leads to the section in the translation.
    holds(
        &pages["de-de/guide.html"],
        &[
            "<a href=\"sea/tides.html#high-water\">tides</a>",
            "<a href=\"codes.html#0x0A01\">codes</a>",
            "<a href=\"#sails\">itself</a>",
            "<a href=\"codes.html#0x0A01\" class=\"cite\" aria-description=\"ruhig\">",
            "<tr id=\"501\">",
            "href=\"#footnote-1\"",
        ],
    );
    holds(&pages["de-de/sea/tides.html"], &["<h2 id=\"high-water\">"]);
    holds(
        &pages["he-il/guide.html"],
        &["<a href=\"codes.html#0x0A01\" class=\"cite\" aria-description=\"calm\">"],
    );
}

#[test]
fn the_menu_of_languages_leads_to_the_fallback_page_and_says_so() {
    let pages = pages("", TargetName::Html);
    holds(
        &pages["en-us/guide.html"],
        &["<a href=\"../de-de/guide.html\" lang=\"de-DE\">Deutsch <span>Auf Englisch</span></a>"],
    );
    holds(
        &pages["de-de/guide.html"],
        &[
            "<a href=\"../en-us/guide.html\" lang=\"en-US\" hreflang=\"en-US\">English</a>",
            "<a href=\"guide.html\" lang=\"de-DE\" aria-current=\"true\">Deutsch <span>Auf Englisch</span></a>",
        ],
    );
    holds(
        &pages["de-de/index.html"],
        &[
            "<a href=\"guide.html\" lang=\"en-US\"><bdi>Guide</bdi></a> <span class=\"note\">Auf Englisch</span>",
        ],
    );
}

#[test]
fn a_site_may_want_links_to_the_reference_instead() {
    let pages = pages("fallback: link\n", TargetName::Html);
    assert!(!pages.contains_key("de-de/guide.html"));
    holds(
        &pages["de-de/sea/tides.html"],
        &["<a href=\"../../en-us/guide.html#sails\" hreflang=\"en-US\">back</a>"],
    );
    assert!(!pages["de-de/index.html"].contains("guide.html"));
}

#[test]
fn a_site_may_want_nothing_of_what_a_language_lacks() {
    let pages = pages("fallback: none\nuntranslated: [guide]\n", TargetName::Html);
    assert!(!pages.contains_key("de-de/guide.html"));
    holds(&pages["de-de/sea/tides.html"], &["<p>back <img"]);
    assert!(!pages["de-de/index.html"].contains("guide.html"));
    holds(
        &pages["en-us/sea/tides.html"],
        &["<a href=\"../guide.html#sails\">back</a>"],
    );
}

#[test]
fn markdown_and_manual_pages_are_not_doubled() {
    let markdown = pages("", TargetName::Markdown);
    assert!(!markdown.contains_key("de-de/guide.md"));
    holds(
        &markdown["de-de/sea/tides.md"],
        &[
            "[back](../../en-us/guide.md#sails)",
            "![chart](../../en-us/media/chart%20one.svg)",
        ],
    );
    holds(
        &markdown["de-de/index.md"],
        &["- [Guide](../en-us/guide.md) (Auf Englisch)"],
    );
    let manual = pages("", TargetName::Man);
    assert!(!manual.contains_key("man/de/man7/guide.7"));
    holds(&manual["man/en/man7/guide.7"], &["A boat"]);
    assert!(
        manual
            .keys()
            .all(|path| path.ends_with(".7") || path.ends_with("/whatis")),
        "{:?}",
        manual.keys()
    );
}

#[test]
fn a_regional_language_is_helped_out_by_its_neighbour_first() {
    let world = world("").with("docs-src/de-at/codes.md", CODES);
    let pages = rendered(&world, &[TargetName::Html]);
    let text = |path: &str| {
        let page = pages.iter().find(|page| page.path == path).expect("a page");
        String::from_utf8_lossy(page.bytes().expect("made")).into_owned()
    };
    holds(
        &text("de-at/sea/tides.html"),
        &[
            "lang=\"de-DE\" dir=\"ltr\">\n<h1",
            "de-de/sea/tides.html\">",
            "Deutsch (Deutschland)",
        ],
    );
    holds(
        &text("de-at/guide.html"),
        &["class=\"text\" lang=\"en-US\""],
    );
}

#[test]
fn without_a_reference_the_first_language_that_has_an_article_helps_out() {
    let world = MemoryWorld::new()
        .with("docs-src/fi-fi/a.md", "# A\n")
        .with("docs-src/sv-se/a.md", "# A\n\n[b](b.md)\n")
        .with("docs-src/sv-se/b.md", "# B\n")
        .with("docs-src/sv-se/index.md", "# Start\n");
    let pages = rendered(&world, &[TargetName::Html]);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert!(paths.contains(&"fi-fi/b.html"), "{paths:?}");
    let starts = paths.iter().filter(|path| **path == "fi-fi/index.html");
    assert_eq!(
        starts.count(),
        1,
        "a language has one start page, and it is its own"
    );
}

#[test]
fn what_the_reference_lacks_is_shown_nowhere_else() {
    let world = world("").with("docs-src/de-de/orphan.md", "# Waise\n");
    let pages = rendered(&world, &[TargetName::Html]);
    let orphans = pages
        .iter()
        .filter(|page| page.path.ends_with("orphan.html"));
    assert_eq!(orphans.count(), 1);
}

#[test]
fn letter_case_alone_makes_no_second_page() {
    let world = world("").with("docs-src/de-de/Guide.md", "# Anleitung\n");
    let out = MemoryOutput::new();
    let pages = rendered(&world, &[TargetName::Html]);
    let site = glotta::load(&world).expect("a site").value;
    glotta::publish(&world, &site, &pages, &out).expect("paths that differ");
    assert!(out.read("de-de/guide.html").unwrap().is_none());
}

#[test]
fn images_are_shown_with_their_size_and_lost_ones_are_words() {
    let pages = pages("", TargetName::Html);
    let image = "<img src=\"media/boat.png\" alt=\"A boat\" width=\"640\" height=\"480\" title=\"At sea\" decoding=\"async\"> <span class=\"lost-picture\">lost</span>";
    holds(&pages["en-us/guide.html"], &[image]);
    // The language's own image, though the text is the reference's; where it has none there is one copy for all.
    holds(
        &pages["de-de/guide.html"],
        &["<img src=\"media/boat.png\" alt=\"A boat\" width=\"320\""],
    );
    holds(
        &pages["he-il/guide.html"],
        &["<img src=\"../en-us/media/boat.png\" alt"],
    );
    holds(
        &pages["de-de/sea/tides.html"],
        &[
            "<img src=\"../../en-us/media/chart%20one.svg\" alt=\"chart\" width=\"30\" height=\"20\" decoding",
        ],
    );
}

#[test]
fn only_harmless_files_can_be_opened_unless_the_site_trusts_its_authors() {
    let cleaned = pages("", TargetName::Html);
    holds(
        &cleaned["de-de/guide.html"],
        &["<a href=\"../en-us/media/plan.pdf\">plan</a> drawing</p>"],
    );
    assert!(!cleaned.contains_key("en-us/media/hull.svg"));
    let trusted = pages("markup: trusted\n", TargetName::Html);
    holds(
        &trusted["en-us/guide.html"],
        &["<a href=\"media/hull.svg\">drawing</a>"],
    );
    assert!(trusted.contains_key("en-us/media/hull.svg"));
}

#[test]
fn an_image_without_words_does_not_leave_a_link_without_a_name() {
    let world = MemoryWorld::new()
        .with(
            "docs-src/fi-fi/a.md",
            "# A\n\n[![](x.png)](x.png#lightbox)\n",
        )
        .with("docs-src/fi-fi/x.png", "no image");
    let pages = rendered(&world, &[TargetName::Html]);
    let page = pages
        .iter()
        .find(|page| page.path == "fi-fi/a.html")
        .expect("a page");
    let html = String::from_utf8_lossy(page.bytes().expect("made"));
    holds(
        &html,
        &["<a href=\"x.png\"><img src=\"x.png\" alt=\"\" decoding=\"async\">x.png</a>"],
    );
}

#[test]
fn files_that_pages_refer_to_are_published_once_and_no_others() {
    let world = world("");
    let site = glotta::load(&world).expect("a site").value;
    let pages = rendered(&world, &TargetName::ALL);
    let out = MemoryOutput::new();
    glotta::publish(&world, &site, &pages, &out).expect("it is published");
    let files: Vec<String> = out
        .paths()
        .into_iter()
        .filter(|path| path.contains("/media/"))
        .collect();
    assert_eq!(
        files,
        [
            "de-de/media/boat.png",
            "en-us/media/boat.png",
            "en-us/media/chart one.svg",
            "en-us/media/plan.pdf"
        ]
    );
    assert_eq!(
        out.read("de-de/media/boat.png").unwrap().unwrap(),
        png(320, 240)
    );
}

#[test]
fn a_file_that_goes_while_a_site_is_built_leaves_the_old_site() {
    let whole = world("");
    let pages = rendered(&whole, &[TargetName::Html]);
    let site = glotta::load(&whole).expect("a site").value;
    let without = MemoryWorld::new().with("docs-src/en-us/guide.md", GUIDE);
    let out = MemoryOutput::new().with("en-us/guide.html", "old");
    let error = glotta::publish(&without, &site, &pages, &out).expect_err("a file has gone");
    let words = error.to_string();
    assert!(
        words.contains("docs-src/de-de/media/boat.png") && words.contains("help: "),
        "{words}"
    );
    assert_eq!(out.paths(), ["en-us/guide.html"]);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_source_folder_is_not_published() {
    let sandbox = Sandbox::new()
        .file("secret.png", "secret")
        .file(
            "docs-src/fi-fi/a.md",
            "# A\n\n![in](in.png) ![out](out.png)\n",
        )
        .file("docs-src/fi-fi/in.png", png(3, 4));
    std::os::unix::fs::symlink("../../secret.png", sandbox.path("docs-src/fi-fi/out.png")).unwrap();
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(0), "{run:#?}");
    let tree: BTreeMap<String, Vec<u8>> = sandbox.tree("public").into_iter().collect();
    assert_eq!(tree["fi-fi/in.png"], png(3, 4));
    assert!(!tree.contains_key("fi-fi/out.png"));
    let html = String::from_utf8_lossy(&tree["fi-fi/a.html"]);
    holds(
        &html,
        &[
            "<img src=\"in.png\" alt=\"in\" width=\"3\" height=\"4\" decoding=\"async\"> <span class=\"lost-picture\">out</span></p>",
        ],
    );
    // What is there already is not copied again.
    sandbox.run("build").says(&[" 0 changed, 0 removed"]);
}

#[test]
fn a_file_that_cannot_be_published_everywhere_says_what_to_rename() {
    let sandbox = Sandbox::new()
        .file("docs-src/fi-fi/a.md", "# A\n\n![x](aux.png)\n")
        .file("docs-src/fi-fi/aux.png", png(3, 4));
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(2), "{run:#?}");
    run.says(&[
        "the file `fi-fi/aux.png` cannot be published",
        "help: rename the file in the source folder",
    ]);
}

#[test]
fn a_folder_without_articles_is_shared_by_all_languages() {
    let text =
        "# A\n\n![in](../pictures/x.png) ![out](../pictures/lost.png) ![root](/pictures/x.png)\n";
    let world = MemoryWorld::new()
        .with("docs-src/fi-fi/a.md", text)
        .with("docs-src/sv-se/b/a.md", text.replace("../", "../../"))
        .with("docs-src/pictures/x.png", png(3, 4))
        .with("docs-src/pictures/unused.png", png(3, 4));
    let site = glotta::load(&world).expect("a site").value;
    let pages = rendered(&world, &[TargetName::Html]);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert!(paths.contains(&"pictures/x.png"), "{paths:?}");
    assert!(!paths.contains(&"pictures/unused.png"), "{paths:?}");
    for (path, href) in [
        ("fi-fi/a.html", "../pictures/x.png"),
        ("sv-se/b/a.html", "../../pictures/x.png"),
    ] {
        let page = pages
            .iter()
            .find(|page| page.path == path)
            .expect("the page");
        let text = String::from_utf8_lossy(page.bytes().unwrap_or_default());
        assert_eq!(
            text.matches(&format!("src=\"{href}\"")).count(),
            2,
            "{text}"
        );
    }
    let report = glotta::check(&site, &site.config.levels);
    let lost = report
        .diagnostics
        .iter()
        .find(|it| it.rule == "missing-file");
    assert!(
        lost.is_some_and(|it| it.message.contains("pictures/lost.png")),
        "{report:#?}"
    );
}
