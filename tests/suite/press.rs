//! A page that is made alone, as `serve` does, is the page that `build` writes.

use std::path::Path;

use glotta::discover::{DiskWorld, World};
use glotta::model::{Site, Status};
use glotta::render::{Press, Target};

use crate::sites;

fn compare(world: &dyn World) {
    let site = glotta::load(world).expect("a site").value;
    let mut site = glotta::measured(world, site).expect("images that can be read");
    site.status = Some(Status::of(&site, Vec::new(), false));
    for target in Target::ALL {
        // Files are first: whether they are published is not known until all pages are made.
        let press = Press::new(&site, &[target]).expect("templates");
        let mut pages = glotta::render(&site, target).expect("pages");
        pages.sort_by_key(|page| page.bytes().is_some());
        for page in pages {
            let made = press.page(&page.path).map(|made| made.expect("a page"));
            assert!(made.as_ref() == Some(&page), "{} differs", page.path);
        }
        nothing_else(&site, &press);
    }
}

fn nothing_else(site: &Site, press: &Press) {
    for path in [
        "",
        "index",
        "en",
        "en/",
        "/index.html",
        "assets/",
        "assets/search/",
        "assets/search/nothing.js",
        "assets/style.css",
        "../glotta.yml",
        "glotta.yml",
        "status/xx.html",
        "en/missing.html",
    ] {
        assert!(press.page(path).is_none(), "{path}");
    }
    for path in &site.files {
        if path.ends_with(".yml") {
            assert!(press.page(path).is_none(), "{path}");
        }
    }
}

#[test]
fn a_page_that_is_made_alone_is_that_of_the_whole_site() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/every-kind");
    compare(&DiskWorld::new(folder));
    let redirects = "reference: en-us\nfallback: page\nsearch: codes\nredirects:\n  old: events\n  events/old: events\n  index: events\n";
    let world = sites::connector(Some("en-us")).with("glotta.yml", redirects);
    compare(&world.with("docs-src/zh-cn/more.md", "# More\n\n![x](a.png)\n"));
}

#[test]
fn the_article_of_a_page_is_known() {
    let world = sites::connector(Some("en-us"))
        .with("glotta.yml", "reference: en-us\nfallback: page\n")
        .with(
            "docs-src/en-us/only.md",
            "# Only\n\n[!INCLUDE [x](events.md)]\n",
        );
    let site = glotta::load(&world).expect("a site").value;
    let press = Press::new(&site, &Target::ALL).expect("templates");
    let shown = |path: &str| {
        let shown = press.shown(path)?;
        Some(format!("{} {} {:?}", shown.id, shown.locale, shown.parts))
    };
    assert_eq!(
        shown("de-de/events.html").as_deref(),
        Some("events de-de []")
    );
    assert_eq!(
        shown("de-de/only.html").as_deref(),
        Some("only en-us [\"events\"]")
    );
    assert_eq!(shown("index.html"), None);
}
