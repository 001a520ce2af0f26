//! The small site that has every kind of page, in four languages: what browsers walk through must be sound itself.

use std::path::Path;

use glotta::discover::DiskWorld;
use glotta::model::{Site, TargetName};
use glotta::render::Target;

fn site() -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/every-kind");
    let world = DiskWorld::new(folder);
    glotta::load(&world).expect("a site").value
}

#[test]
fn it_lacks_only_what_it_is_meant_to_lack() {
    let site = site();
    let report = glotta::check(&site, &site.config.levels);
    let found = report.diagnostics.iter();
    let found: Vec<String> = found
        .map(|it| format!("{} {}", it.rule, it.primary.source.path()))
        .collect();
    assert_eq!(
        found,
        ["stale-translation de/news.md", "missing-article en/news.md"]
    );
}

#[test]
fn its_pages_are_of_every_kind() {
    let pages = glotta::render(&site(), Target::named(TargetName::Html)).expect("pages");
    for path in [
        "index.html",
        "404.html",
        "ar/index.html",
        "ar/events.html",
        "ar/news.html",
        "de/learn/index.html",
        "de/guide/restore.html",
        "zh-cn/guide/limits.html",
        "zh-cn/guide/bring-back.html",
        "media/way.png",
    ] {
        assert!(pages.iter().any(|page| page.path == path), "{path}");
    }
}
