//! Makes pages of texts that stand in a test, and tries what all targets have in common.

use std::collections::BTreeMap;

use glotta::discover::MemoryWorld;
use glotta::model::{Page, Site, TargetName};
use glotta::render::{RenderError, Target};

/// Reads a site of files by path; articles stand under `docs-src/`.
pub fn site(files: &[(&str, &str)]) -> Site {
    let world = files
        .iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            world.with(*path, *text)
        });
    glotta::load(&world).expect("a site").value
}

/// Returns the text of every page of a target, by path; what is no text, such as an index for searching, is empty.
pub fn pages(files: &[(&str, &str)], target: TargetName) -> BTreeMap<String, String> {
    try_pages(files, target).expect("sound templates")
}

fn try_pages(
    files: &[(&str, &str)],
    target: TargetName,
) -> Result<BTreeMap<String, String>, RenderError> {
    let pages = glotta::render(&site(files), Target::named(target))?;
    let text = |page: &Page| {
        let bytes = page.bytes().unwrap_or_default().to_vec();
        let is_page = [".html", ".md", ".7"]
            .iter()
            .any(|end| page.path.ends_with(end));
        let text = String::from_utf8(bytes);
        assert!(text.is_ok() || !is_page, "{} is UTF-8", page.path);
        text.unwrap_or_default()
    };
    let texts = pages.iter().map(|page| (page.path.clone(), text(page)));
    Ok(texts.collect())
}

/// Returns one page of a site.
pub fn page(files: &[(&str, &str)], target: TargetName, path: &str) -> String {
    let mut pages = pages(files, target);
    pages
        .remove(path)
        .unwrap_or_else(|| panic!("no {path} in {:?}", pages.keys()))
}

#[test]
fn the_same_site_gives_the_same_pages_in_the_order_of_their_paths() {
    let texts: Vec<(String, String)> = (0..40)
        .map(|n| {
            (
                format!("docs-src/de-de/{n}.md"),
                format!("# Artikel {n}\n\n[a](1.md)\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let site = site(&files);
    for name in TargetName::ALL {
        let target = Target::named(name);
        let first = glotta::render(&site, target).expect("sound");
        assert_eq!(first, glotta::render(&site, target).expect("sound"));
        assert!(first.is_sorted_by(|a, b| a.path < b.path));
    }
}

#[test]
fn a_sites_template_shadows_ours_and_no_other() {
    let files = [
        (
            "docs-src/de-de/a.md",
            "# A\n\n> [!TIP]\n> x\n\n> [!NOTE]\n> y\n",
        ),
        (
            "templates/html/alert.html",
            "<aside>{{ title }}: {{ body | safe }}</aside>\n",
        ),
    ];
    let html = page(&files, TargetName::Html, "de-de/a.html");
    assert!(html.contains("<aside>Tipp: <p>x</p>"), "{html}");
    assert!(html.contains("<h1 id=\"a\">A</h1>"), "{html}");
    let man = page(&files, TargetName::Man, "man/de/man7/a.7");
    assert!(man.contains(".TP 7\n\\fBTipp\\fR\nx\n"), "{man}");
}

#[test]
fn a_sites_template_can_change_one_block_of_what_it_shadows() {
    let own = "{% extends \"built-in/page.html\" %}{% block path %}<p>mine</p>{% endblock path %}";
    let files = [
        ("docs-src/de-de/a.md", "# Titel\n\nText\n"),
        ("templates/html/page.html", own),
    ];
    let page = page(&files, TargetName::Html, "de-de/a.html");
    assert!(
        page.contains("<p>mine</p>") && page.contains("Titel"),
        "{page}"
    );
    assert!(!page.contains("class=\"path\""), "{page}");
}

#[test]
fn a_sites_styles_and_scripts_join_ours_under_a_name_that_tells_their_content() {
    let file = |pages: &BTreeMap<String, String>, start: &str| {
        let mut paths = pages.iter();
        let found = paths.find(|(path, _)| path.starts_with(start));
        found
            .map(|(path, text)| (path.clone(), text.clone()))
            .expect("a file")
    };
    let article = ("docs-src/de-de/a.md", "# Titel\n");
    let ours = pages(&[article], TargetName::Html);
    let own = (
        "templates/html/assets/style/10-tokens.css",
        ":root { --accent: rebeccapurple; }\n",
    );
    let last = ("templates/html/assets/style/99-own.css", "p { margin: 0 }");
    let theirs = pages(&[article, own, last], TargetName::Html);
    let (our_path, our_text) = file(&ours, "assets/style.");
    let (their_path, their_text) = file(&theirs, "assets/style.");
    assert_ne!(our_path, their_path);
    assert!(our_text.contains("--paper:"), "{our_text}");
    assert!(
        their_text.starts_with(":root { --accent: rebeccapurple; }\n*,"),
        "{their_text}"
    );
    assert!(their_text.ends_with("p { margin: 0 }\n"), "{their_text}");
    assert!(theirs["de-de/a.html"].contains(&format!("../{their_path}")));
    assert_eq!(file(&ours, "assets/app."), file(&theirs, "assets/app."));
}

#[test]
fn a_broken_template_is_named_with_its_place() {
    let cases = [
        ("a\n{{ nothing.here }}", "templates/html/alert.html:2:4: "),
        ("a {% if %}", "templates/html/alert.html:1:9: "),
    ];
    for (template, expected) in cases {
        let files = [
            ("docs-src/de-de/a.md", "> [!TIP]\n> x\n"),
            ("templates/html/alert.html", template),
        ];
        let error = try_pages(&files, TargetName::Html)
            .expect_err("broken")
            .to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn a_template_cannot_ask_the_environment() {
    let files = [
        ("docs-src/de-de/a.md", "> [!TIP]\n> x\n"),
        ("templates/html/alert.html", "{{ get_env(name='HOME') }}"),
    ];
    let error = try_pages(&files, TargetName::Html).expect_err("no such function");
    assert!(error.to_string().contains("get_env"), "{error}");
}

#[test]
fn a_broken_catalogue_is_named_with_its_place() {
    let files = [
        ("docs-src/de-de/a.md", "# A\n"),
        ("locales/de.ftl", "tip = Tipp\nnote {\n"),
    ];
    let error = try_pages(&files, TargetName::Html)
        .expect_err("broken")
        .to_string();
    assert!(error.starts_with("locales/de.ftl:2:"), "{error}");
}

#[test]
fn an_articles_text_is_never_a_template() {
    let text = "# {{ 7 * 6 }}\n\n{% include \"page.html\" %} {{ get_env(name='HOME') }} {# x #}\n";
    for (target, path) in [
        (TargetName::Html, "de-de/a.html"),
        (TargetName::Markdown, "de-de/a.md"),
        (TargetName::Man, "man/de/man7/a.7"),
    ] {
        let page = page(&[("docs-src/de-de/a.md", text)], target, path);
        assert!(
            page.contains("{% include") && page.contains("{# x"),
            "{page}"
        );
        assert!(!page.contains("42"), "{page}");
    }
}

#[test]
fn an_empty_article_is_a_page() {
    for (target, count) in [
        (TargetName::Html, 14),
        (TargetName::Markdown, 4),
        (TargetName::Man, 2),
        (TargetName::Catalogue, 3),
    ] {
        let files = [
            ("glotta.yml", "search: none\n"),
            ("docs-src/de-de/a.md", ""),
        ];
        let pages = pages(&files, target);
        assert_eq!(pages.len(), count, "{:?}", pages.keys());
    }
}
