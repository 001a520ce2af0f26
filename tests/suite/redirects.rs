//! Redirects and links of a small site that is written as repositories for Microsoft Learn are.

use glotta::discover::MemoryWorld;
use glotta::render::Target;

use crate::sandbox::Sandbox;

/// Redirects as authors write them: a mark at the beginning, a comment, and a comma too many.
const REDIRECTIONS: &str = "\u{feff}{
  // moved in spring
  \"redirections\": [
    { \"source_path\": \"garden/old.md\", \"redirect_url\": \"/garden/older\", \"redirect_document_id\": false },
    { \"source_path\": \"garden/older.md\", \"redirect_url\": \" /en-us/garden/plants#herbs\" },
    { \"source_path\": \"garden/shop.md\", \"redirect_url\": \"https://shop.example/?a=1&b=2#top\" },
    { \"source_path\": \"garden/near.md\", \"redirect_url\": \"./plants\" },
    { \"source_path\": \"garden/one.md\", \"redirect_url\": \"/garden/two\" },
    { \"source_path\": \"garden/two.md\", \"redirect_url\": \"/garden/one\" },
    { \"source_path\": \"garden/lost.md\", \"redirect_url\": \"/garden/nobody\" },
    { \"source_path\": \"garden/plants.md\", \"redirect_url\": \"/garden/start\" },
    { \"source_path\": \"garden/near.md\", \"redirect_url\": \"/garden/start\" },
    { \"source_path\": \"../outside.md\", \"redirect_url\": \"/garden/start\" },
    { \"source_path\": \"garden/Start.md\", \"redirect_url\": \"/garden/plants\" },
    { \"redirect_url\": \"/garden/start\" },
  ],
}
";

const START: &str = "# Start\n\n[a](~/old.md) [b](/garden/plants) [c](/de-de/garden/plants.md?view=x&tabs=y#herbs) \
    [d](shop) [e](https://docs.example/garden/near.html#herbs) [f](Plants.md) [g](./) [h](data.csv) [i](one.md)\n";

fn garden() -> MemoryWorld {
    let plants = "# Plants\n\nGreen.\n\n## Herbs\n\nThyme.\n";
    MemoryWorld::new()
        .with("glotta.yml", "reference: en-us\nsite:\n  url: https://docs.example/\nredirects:\n  garden/far: garden/plants\n")
        .with("docs-src/en-us/garden/docfx.json", "{}")
        .with("docs-src/en-us/garden/data.csv", "1")
        .with("docs-src/en-us/garden/index.md", "# Garden\n")
        .with("docs-src/en-us/garden/start.md", START)
        .with("docs-src/en-us/garden/plants.md", plants)
        .with("docs-src/en-us/.openpublishing.redirection.json", REDIRECTIONS)
        .with("docs-src/de-de/garden/start.md", START)
        .with("docs-src/de-de/garden/plants.md", "# Pflanzen\n\nGrün.\n\n## Kräuter\n\nThymian.\n")
}

fn page(path: &str) -> Option<String> {
    let site = glotta::load(&garden()).expect("the site can be read").value;
    let pages = glotta::render(&site, Target::ALL[0]).expect("the templates can be filled");
    let page = pages.into_iter().find(|page| page.path == path)?;
    Some(String::from_utf8(page.bytes()?.to_vec()).expect("pages are UTF-8"))
}

#[test]
fn links_lead_straight_to_where_articles_are() {
    for (locale, file) in [("en-us", "data.csv"), ("de-de", "data.csv")] {
        let html = page(&format!("{locale}/garden/start.html")).expect("it has a page");
        for expected in [
            "<a href=\"plants.html#herbs\">a</a>",
            "<a href=\"plants.html\">b</a>",
            "<a href=\"plants.html#herbs\">c</a>",
            "<a href=\"https://shop.example/?a=1&amp;b=2#top\"",
            "<a href=\"plants.html#herbs\">e</a>",
            "<a href=\"plants.html\">f</a>",
        ] {
            assert!(
                html.contains(expected),
                "{locale} {file}: {expected} in {html}"
            );
        }
    }
}

#[test]
fn old_paths_have_pages_that_lead_on() {
    let html = page("de-de/garden/old.html").expect("it has a page");
    for expected in [
        "content=\"0; url=plants.html#herbs\"",
        "<link rel=\"canonical\" href=\"https://docs.example/de-de/garden/plants.html\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<a href=\"plants.html#herbs\">Pflanzen</a>",
        "Diese Seite ist umgezogen",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    assert!(
        page("en-us/garden/shop.html")
            .is_some_and(|it| it.contains("url=https://shop.example/?a=1&amp;b=2#top"))
    );
    assert!(page("de-de/garden/far.html").is_some());
    for none in ["garden/one", "garden/lost", "garden/Start", "../outside"] {
        assert_eq!(page(&format!("de-de/{none}.html")), None, "{none}");
    }
}

#[test]
fn what_is_wrong_with_redirects_is_told_at_its_place() {
    let parsed = glotta::load(&garden()).expect("the site can be read");
    let mut told: Vec<String> = parsed
        .diagnostics
        .iter()
        .map(|it| {
            let position = it.position();
            let severity = it.severity.name();
            format!(
                "{}:{} {severity} {} {}",
                position.line, position.column, it.rule, it.message
            )
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "10:57 warning redirect-nowhere `garden/lost` is redirected to `/garden/nobody`, and there is no article `garden/nobody`",
            "11:23 info redirect-of-article the redirect of `garden/plants` stands where an article is",
            "12:23 warning redirect-twice `garden/near` is redirected a second time, to `/garden/start` instead of `./plants`",
            "13:23 warning redirect-unusable no page can stand at the old path `../outside.md`: its path leads out of the output folder",
            "14:23 info redirect-of-article the redirect of `garden/Start` stands where an article is",
            "15:5 warning redirect-unusable this redirect has no `source_path`, which says the old path",
            "8:23 error redirect-loop these redirects lead in a circle: `garden/one` → `garden/two` → `garden/one`",
        ]
    );
}

#[test]
fn json_that_cannot_be_read_is_told_with_line_and_column() {
    let world = garden().with(
        "docs-src/de-de/.openpublishing.redirection.json",
        "{\n  \"redirections\": [\n    { \"source_path\" \"x\" }\n  ]\n}\n",
    );
    let parsed = glotta::load(&world).expect("the site can be read");
    let mut faults = parsed
        .diagnostics
        .iter()
        .filter(|it| it.rule == "json-syntax");
    let fault = faults.next().expect("it is told");
    assert_eq!(
        (fault.position().line, fault.primary.source.path()),
        (3, "de-de/.openpublishing.redirection.json")
    );
}

#[test]
fn moved_links_are_mended_in_their_own_style() {
    let article = "# A\n\n[a](old.md) [b](~/old) [c](./old.md?x=1#p) [d](/gone)\n\n[e](b.md)\n";
    let mended = "# A\n\n[a](new/b.md) [b](~/new/b) [c](./new/b.md?x=1#p) [d](https://a.example/)\n\n[e](b.md)\n";
    let b = "# B\n\n## P\n\nWords.\n";
    let sandbox = Sandbox::new()
        .file(
            "glotta.yml",
            "redirects:\n  old: new/b\n  gone: https://a.example/\n",
        )
        .file("docs-src/pt-br/a.md", article)
        .file("docs-src/pt-br/b.md", b)
        .file("docs-src/pt-br/new/b.md", b);
    let run = sandbox.run("check --fix --only moved-link");
    assert_eq!(
        std::fs::read_to_string(sandbox.path("docs-src/pt-br/a.md"))
            .ok()
            .as_deref(),
        Some(mended),
        "{run:#?}"
    );
}

#[test]
fn external_links_are_listed_for_other_tools() {
    let article = "# A\n\n[a](https://b.example/) [b](https://b.example/) ![c](https://a.example/c.png) [d](gone) [e](a.md)\n";
    let sandbox = Sandbox::new()
        .file("glotta.yml", "redirects:\n  gone: https://c.example/\n")
        .file("docs-src/pt-br/a.md", article);
    let run = sandbox.run("check --external");
    assert_eq!(run.code, Some(0), "{run:#?}");
    assert_eq!(
        run.out,
        "https://a.example/c.png\nhttps://b.example/\nhttps://c.example/\n"
    );
    let run = sandbox.run("check --external --format json");
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(json["links"][1]["address"], "https://b.example/");
    assert_eq!(json["links"][1]["places"].as_array().map(Vec::len), Some(2));
}
