//! What pages tell programs, and what they tell readers of where a text comes from.

use std::collections::BTreeMap;

use glotta::model::{Page, TargetName};
use glotta::{MemoryWorld, Target};
use quick_xml::events::Event;
use serde_json::Value;

use crate::pages::{page, pages};

const CONFIG: &str = "reference: en-us\nsite:\n  title: Harbour\n  url: https://harbour.example/docs/\n  edit: https://code.example/edit/main/docs-src/{path}\n";
const ENGLISH: &str =
    "---\ndate: 2024-03-05\n---\n# Tides\n\nWhen 3 < 4 & why.\n\n![Chart](chart.png)\n";

/// German was made from another version, Swedish from the present one by a machine; French does not say.
fn harbour() -> Vec<(&'static str, String)> {
    let site = glotta::load(
        &MemoryWorld::new()
            .with("docs-src/en-us/sea/tides.md", ENGLISH)
            .with("docs-src/de-de/sea/tides.md", "# Gezeiten\n"),
    );
    let site = site.expect("a site").value;
    let english = &site.translations[0].articles;
    let english = english.iter().find(|it| it.locale.folder() == "en-us");
    let version = &english.expect("it is there").version;
    let old = "0123456789".repeat(4);
    vec![
        ("glotta.yml", CONFIG.to_owned()),
        ("docs-src/en-us/sea/tides.md", ENGLISH.to_owned()),
        ("docs-src/en-us/sea/chart.png", "pixels".to_owned()),
        (
            "docs-src/en-us/boats.md",
            "---\ndate: 2025-01-02\n---\n# Boats\n\nAll of them.\n".to_owned(),
        ),
        (
            "docs-src/de-de/sea/tides.md",
            format!(
                "---\nms.openlocfilehash: {old}\nms.date: 04/30/2023\n---\n# Gezeiten\n\nWann.\n"
            ),
        ),
        (
            "docs-src/sv-se/sea/tides.md",
            format!(
                "---\nsource-hash: {version}\nms.translationtype: MT\n---\n# Tidvatten\n\nNär.\n"
            ),
        ),
        (
            "docs-src/fr-fr/sea/tides.md",
            "# Marées\n\nQuand.\n".to_owned(),
        ),
        (
            "docs-src/zh-cn/sea/tides.md",
            format!("---\nsource-hash: {old}\ntranslation: machine\n---\n# 潮汐\n\n时间。\n"),
        ),
    ]
}

fn borrowed<'a>(files: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    let files = files.iter();
    files.map(|(path, text)| (*path, text.as_str())).collect()
}

fn harbour_pages(target: TargetName) -> BTreeMap<String, String> {
    let files = harbour();
    let site = crate::pages::site(&borrowed(&files));
    let made = glotta::render(&site, Target::named(target)).expect("sound templates");
    let text = |page: &Page| String::from_utf8_lossy(page.bytes().unwrap_or_default()).into_owned();
    made.iter()
        .map(|page| (page.path.clone(), text(page)))
        .collect()
}

/// What stands between two marks, as often as both are there.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts
        .filter_map(|part| part.split_once(end))
        .map(|(inside, _)| inside)
        .collect()
}

fn notice(html: &str) -> String {
    between(html, "role=\"note\">\n", "</div>").concat()
}

#[test]
fn a_translation_says_that_its_source_has_moved_on_and_by_which_facts() {
    let pages = harbour_pages(TargetName::Html);
    let english = notice(&pages["en-us/sea/tides.html"]);
    assert_eq!(english, "");
    let german = notice(&pages["de-de/sea/tides.html"]);
    assert!(
        german.contains("<p>Das Original wurde geändert, seit"),
        "{german}"
    );
    assert!(german.contains("Version 0123456, das Original"), "{german}");
    assert!(
        german.contains(
            " <a href=\"../../en-us/sea/tides.html\" hreflang=\"en-US\">Originalseite</a></p>"
        ),
        "{german}"
    );
    let footer = between(
        &pages["de-de/sea/tides.html"],
        "<footer class=\"about\">",
        "</footer>",
    )
    .concat();
    assert!(footer.contains("Übersetzt aus Version 0123456"), "{footer}");
    assert!(
        footer.contains("href=\"https://code.example/edit/main/docs-src/de-de/sea/tides.md\">Diese Seite bearbeiten</a>"),
        "{footer}"
    );
}

#[test]
fn nobody_guesses_who_translated_or_how_old_a_text_is() {
    let pages = harbour_pages(TargetName::Html);
    assert_eq!(notice(&pages["fr-fr/sea/tides.html"]), "");
    assert!(!pages["fr-fr/sea/tides.html"].contains("Traduit de la version"));
    let swedish = notice(&pages["sv-se/sea/tides.html"]);
    assert_eq!(swedish.matches("<p>").count(), 1, "{swedish}");
    assert!(swedish.contains("maskinöversatt"), "{swedish}");
}

#[test]
fn two_notices_stand_in_one_box_and_show_one_way_to_the_original() {
    let pages = harbour_pages(TargetName::Html);
    let chinese = notice(&pages["zh-cn/sea/tides.html"]);
    assert_eq!(chinese.matches("<p>").count(), 2, "{chinese}");
    assert_eq!(chinese.matches("<a ").count(), 1, "{chinese}");
    let markdown = harbour_pages(TargetName::Markdown);
    let chinese = &markdown["zh-cn/sea/tides.md"];
    assert!(
        chinese.contains("translation: \"machine\"\n---\n\n> [!NOTE]\n> 本文由机器翻译"),
        "{chinese}"
    );
    assert!(
        chinese.contains("[原始页面](../../en-us/sea/tides.md)\n\n# <a name=\"tides\"></a>潮汐\n"),
        "{chinese}"
    );
    let french = &markdown["fr-fr/sea/tides.md"];
    assert!(!french.contains("[!NOTE]"), "{french}");
}

#[test]
fn only_what_names_a_machine_alone_was_translated_by_one() {
    for (key, expected) in [
        ("ms.translationtype: MT", true),
        ("ms.translationtype: HT", false),
        ("ms.translationtype: MTE75", false),
        ("translation: Machine", true),
        ("translation: human\nms.translationtype: MT", false),
    ] {
        let text = format!("---\n{key}\n---\n# A\n");
        let html = page(
            &[("docs-src/de-de/a.md", &text)],
            TargetName::Html,
            "de-de/a.html",
        );
        assert_eq!(html.contains("maschinell"), expected, "{key}");
    }
}

#[test]
fn data_about_an_article_is_json_that_cannot_leave_its_script() {
    let pages = harbour_pages(TargetName::Html);
    let data = |path: &str| -> Vec<Value> {
        let scripts = between(
            &pages[path],
            "<script type=\"application/ld+json\">",
            "</script>",
        );
        scripts
            .iter()
            .map(|json| serde_json::from_str(json).expect("JSON"))
            .collect()
    };
    let german = &data("de-de/sea/tides.html")[0]["@graph"];
    assert_eq!(german[0]["@type"], "TechArticle");
    assert_eq!(german[0]["inLanguage"], "de-DE");
    assert_eq!(german[0]["dateModified"], "2023-04-30");
    assert_eq!(
        german[0]["translationOfWork"]["url"],
        "https://harbour.example/docs/en-us/sea/tides.html"
    );
    assert_eq!(german[1]["@type"], "BreadcrumbList");
    let steps = german[1]["itemListElement"].as_array().expect("steps");
    let items: Vec<bool> = steps.iter().map(|step| step["item"].is_string()).collect();
    assert_eq!(items.last(), Some(&false));
    assert!(
        items[..items.len() - 1].iter().all(|item| *item),
        "{steps:?}"
    );
    let english = &data("en-us/sea/tides.html")[0]["@graph"][0];
    assert!(english["translationOfWork"].is_null());
    // A page that repeats another is no article of its own.
    assert!(data("de-de/boats.html").is_empty());
    let hostile = "---\ntitle: \"</script><!--<script>\"\n---\ntext\n";
    let html = page(
        &[("docs-src/en-us/a.md", hostile)],
        TargetName::Html,
        "en-us/a.html",
    );
    let data = between(&html, "ld+json\">", "</script>")[0];
    assert!(!data.contains('<'), "{data}");
    assert!(serde_json::from_str::<Value>(data).is_ok(), "{data}");
}

#[test]
fn a_page_that_is_shared_says_what_it_is() {
    let pages = harbour_pages(TargetName::Html);
    let html = &pages["de-de/sea/tides.html"];
    for line in [
        "<meta property=\"og:title\" content=\"Gezeiten\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:url\" content=\"https://harbour.example/docs/de-de/sea/tides.html\">",
        "<meta property=\"og:locale\" content=\"de_DE\">",
        "<meta property=\"og:locale:alternate\" content=\"en_US\">",
        "<meta property=\"og:site_name\" content=\"Harbour\">",
        "<link rel=\"alternate\" type=\"text/markdown\" href=\"tides.md\">",
        "<link rel=\"manifest\" href=\"../manifest.webmanifest\">",
        "<link rel=\"icon\" href=\"../../icons/icon.svg\">",
    ] {
        assert!(html.contains(line), "{line}\n{html}");
    }
    assert!(!html.contains("og:image"));
    let image =
        "<meta property=\"og:image\" content=\"https://harbour.example/docs/en-us/sea/chart.png\">";
    assert!(pages["en-us/sea/tides.html"].contains(image));
    let fallback = &pages["de-de/boats.html"];
    assert!(
        fallback.contains("<meta property=\"og:locale\" content=\"en_US\">"),
        "{fallback}"
    );
    assert!(
        fallback.contains("type=\"text/markdown\" href=\"../en-us/boats.md\">"),
        "{fallback}"
    );
}

#[test]
fn a_twin_is_named_only_where_it_is_published() {
    let files = [
        ("glotta.yml", "targets: [html]\n"),
        ("docs-src/de-de/a.md", "# A\n"),
    ];
    assert!(!page(&files, TargetName::Html, "de-de/a.html").contains("text/markdown"));
}

#[test]
fn the_map_and_the_pages_name_the_same_languages() {
    let pages = harbour_pages(TargetName::Html);
    let entries = between(&pages["sitemap.xml"], "<url>", "</url>");
    assert!(entries.len() > 6, "{entries:?}");
    for entry in entries {
        let address = between(entry, "<loc>", "</loc>")[0];
        let path = address
            .strip_prefix("https://harbour.example/docs/")
            .expect("a whole address");
        let html = &pages[if path.is_empty() { "index.html" } else { path }];
        let pairs = |text: &str| -> Vec<String> {
            let pairs = between(text, "rel=\"alternate\" hreflang=", ">").into_iter();
            pairs
                .map(|pair| pair.trim_end_matches('/').to_owned())
                .collect()
        };
        assert_eq!(pairs(entry), pairs(html), "{path}");
        let own = format!("href=\"{address}\"");
        assert!(
            pairs(entry).iter().any(|pair| pair.ends_with(&own)),
            "{path} does not name itself"
        );
    }
    assert!(pages["sitemap.xml"].contains("<lastmod>2023-04-30</lastmod>"));
}

#[test]
fn feeds_hold_what_is_new_in_a_language_the_newest_first() {
    let pages = harbour_pages(TargetName::Html);
    let english = &pages["en-us/feed.xml"];
    assert_eq!(names(english, "entry"), 2);
    assert_eq!(
        between(english, "<updated>", "</updated>"),
        [
            "2025-01-02T00:00:00Z",
            "2025-01-02T00:00:00Z",
            "2024-03-05T00:00:00Z"
        ]
    );
    assert!(
        english.contains("<summary>When 3 &lt; 4 &amp; why.</summary>"),
        "{english}"
    );
    assert_eq!(
        between(&pages["de-de/feed.xml"], "xml:lang=\"", "\"")[0],
        "de-DE"
    );
    assert_eq!(names(&pages["de-de/feed.xml"], "entry"), 1);
    assert!(pages["de-de/sea/tides.html"].contains(
        "type=\"application/atom+xml\" title=\"Neue und geänderte Seiten aus „Harbour“\" href=\"../feed.xml\">"
    ));
    // Without a date nothing is new.
    assert!(!pages.contains_key("fr-fr/feed.xml"));
    assert!(!pages["fr-fr/sea/tides.html"].contains("atom+xml"));
}

/// How many elements of a name an XML file has; it must be well-formed.
fn names(xml: &str, name: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => count += usize::from(start.name().as_ref() == name),
            Event::Eof => return count,
            _ => {}
        }
    }
}

#[test]
fn a_feed_holds_fifty_articles_and_no_character_that_xml_lacks() {
    let texts: Vec<(String, String)> = (0..60)
        .map(|at| {
            (
                format!("docs-src/en-us/{at}.md"),
                format!("---\ndate: 2024-01-01\ntitle: \"a\\u0001b\"\n---\n{at}\n"),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    files.push(("glotta.yml", "site: {url: \"https://e.x\"}\n"));
    let pages = pages(&files, TargetName::Html);
    let feed = &pages["en-us/feed.xml"];
    assert_eq!(names(feed, "entry"), 50);
    assert!(feed.contains("<title>ab</title>"), "{feed}");
    assert_eq!(
        pages["robots.txt"],
        "User-agent: *\nAllow: /\n\nSitemap: https://e.x/sitemap.xml\n"
    );
}

#[test]
fn without_an_address_there_is_nothing_that_wants_one() {
    let files = [("docs-src/de-de/a.md", "---\ndate: 2024-01-01\n---\n# A\n")];
    let pages = pages(&files, TargetName::Html);
    for path in ["sitemap.xml", "robots.txt", "de-de/feed.xml"] {
        assert!(!pages.contains_key(path), "{path}");
    }
    let html = &pages["de-de/a.html"];
    for word in ["og:url", "atom+xml", "BreadcrumbList"] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("\"dateModified\":\"2024-01-01\""));
}

#[test]
fn robots_are_told_at_the_root_of_a_host_only() {
    assert!(!harbour_pages(TargetName::Html).contains_key("robots.txt"));
}

#[test]
fn a_page_that_is_not_there_can_be_shown_at_any_address() {
    let pages = harbour_pages(TargetName::Html);
    for (path, word) in [
        ("404.html", "Seite nicht gefunden"),
        ("sv-se/404.html", "Sidan hittades inte"),
    ] {
        let html = &pages[path];
        assert!(html.contains(word), "{html}");
        let ways = between(html, "href=\"", "\"");
        let anywhere = |way: &&str| {
            ["https://harbour.example/docs/", "data:", "#"]
                .iter()
                .any(|it| way.starts_with(it))
        };
        assert_eq!(ways.iter().find(|way| !anywhere(way)), None, "{path}");
        assert!(!html.contains("<script"), "{html}");
        for language in ["de-de", "en-us", "fr-fr", "sv-se", "zh-cn"] {
            let home =
                format!("<a href=\"https://harbour.example/docs/{language}/index.html\" hreflang=");
            assert!(html.contains(&home), "{path} {home}");
        }
    }
}

#[test]
fn programs_find_the_markdown_of_every_article() {
    let pages = harbour_pages(TargetName::Markdown);
    let english = &pages["en-us/llms.txt"];
    assert!(
        english.starts_with(
            "# Harbour\n\n> All articles of “Harbour” in this language.\n\n## Articles\n\n- ["
        ),
        "{english}"
    );
    let line = "\n## sea\n\n- [Tides](https://harbour.example/docs/en-us/sea/tides.md): When 3 < 4 & why.\n";
    assert!(english.contains(line), "{english}");
    for address in between(english, "](https://harbour.example/docs/", ")") {
        assert!(pages.contains_key(address), "{address}");
    }
    assert!(
        pages["llms.txt"]
            .contains("- [Svenska](https://harbour.example/docs/sv-se/llms.txt): Alla artiklar")
    );
}

#[test]
fn a_sites_own_icon_takes_the_place_of_the_programs() {
    let pixels = [0x89, b'P', 0xff, 0];
    let world = MemoryWorld::new()
        .with("docs-src/de-de/a.md", "# A\n")
        .with("templates/html/icons/icon-512.png", pixels)
        .with("templates/html/icons/icon.svg", "<svg/>");
    let loaded = glotta::load(&world).expect("a site");
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let made =
        glotta::render(&loaded.value, Target::named(TargetName::Html)).expect("sound templates");
    let bytes = |path: &str| {
        made.iter()
            .find(|page| page.path == path)
            .and_then(Page::bytes)
    };
    assert_eq!(bytes("icons/icon-512.png"), Some(&pixels[..]));
    assert_eq!(bytes("icons/icon.svg"), Some(&b"<svg/>"[..]));
    assert!(bytes("icons/icon-192.png").is_some_and(|png| png.starts_with(b"\x89PNG\r\n\x1a\n")));
    let manifest = bytes("de-de/manifest.webmanifest").expect("a manifest");
    let manifest: Value = serde_json::from_slice(manifest).expect("JSON");
    assert_eq!(
        (&manifest["lang"], &manifest["dir"]),
        (&"de-DE".into(), &"ltr".into())
    );
    assert_eq!(manifest["start_url"], "index.html");
    assert_eq!(manifest["scope"], "../");
    for icon in manifest["icons"].as_array().expect("icons") {
        let source = icon["src"].as_str().expect("a path");
        assert!(
            bytes(source.trim_start_matches("../")).is_some(),
            "{source}"
        );
    }
}

#[test]
fn an_address_for_changes_must_tell_articles_apart() {
    for (address, expected) in [
        ("https://e.x/{path}", None),
        ("http://e.x/{locale}/{article}.md?edit#top", None),
        ("https://e.x/", Some("is the same for all articles")),
        ("https://e.x/{locale}", Some("is the same for all articles")),
        ("https://e.x/{file}", Some("`file` is no placeholder")),
        ("javascript:{path}", Some("is no address of the web")),
    ] {
        let config = format!("site:\n  edit: \"{address}\"\n");
        let world = MemoryWorld::new()
            .with("glotta.yml", config)
            .with("docs-src/de-de/a.md", "# A\n");
        let said = glotta::load(&world).err().map(|error| format!("{error:?}"));
        match expected {
            None => assert_eq!(said, None, "{address}"),
            Some(words) => assert!(said.is_some_and(|said| said.contains(words)), "{address}"),
        }
    }
}
