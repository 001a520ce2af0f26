//! What other programs say of our pages. Where one is absent its test says so, and fails where `CI=true`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use glotta::model::TargetName;
use glotta::{MemoryWorld, Target};

use crate::sites;

/// Whether a program is there; its absence is told, and is a failure in CI.
pub fn is_there(program: &str) -> bool {
    let there = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output()
        .is_ok_and(|run| run.status.success());
    let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
    assert!(there || !ci, "{program} is not installed, and CI=true");
    if !there {
        println!("skipped: {program} is not installed");
    }
    there
}

/// Writes every page of a small site in six languages and runs a program on them, so many at a time; what it prints is a
/// fault.
fn judge(target: TargetName, program: &str, arguments: &[&str], at_a_time: usize) {
    if !is_there(program) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    let paths = written(target, folder.path());
    assert!(
        paths.len() >= sites::LANGUAGES.len(),
        "only {} pages are judged",
        paths.len()
    );
    for paths in paths.chunks(at_a_time) {
        let run = Command::new(program).args(arguments).args(paths).output();
        let run = run.unwrap_or_else(|error| panic!("{program}: {error}"));
        let said = [run.stdout, run.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(
            said.trim().is_empty() && run.status.success(),
            "{program}: {said}"
        );
    }
}

/// Writes the pages of a target into a folder, beside one another.
fn written(target: TargetName, folder: &Path) -> Vec<PathBuf> {
    let world: MemoryWorld = sites::connector(Some("en-us"));
    let site = glotta::load(&world)
        .unwrap_or_else(|error| panic!("{error}"))
        .value;
    let target = Target::named(target);
    let pages = glotta::render(&site, target).unwrap_or_else(|error| panic!("{error}"));
    let pages = pages
        .iter()
        .filter(|page| page.path.ends_with(&format!(".{}", target.extension)));
    pages
        .map(|page| {
            let path = folder.join(page.path.replace('/', "-"));
            fs::write(&path, page.bytes().expect("a page that was made"))
                .expect("a page can be written");
            path
        })
        .collect()
}

#[test]
fn mandoc_has_nothing_to_say_of_manual_pages() {
    judge(
        TargetName::Man,
        "mandoc",
        &["-Tlint", "-W", "all", "-K", "utf-8"],
        1,
    );
}

#[test]
fn groff_has_nothing_to_say_of_manual_pages() {
    judge(
        TargetName::Man,
        "groff",
        &["-man", "-ww", "-Kutf8", "-t", "-Tutf8", "-z"],
        1,
    );
}

/// The checker reads files, which have no origin, and so takes every style sheet for one that the page's own policy forbids.
#[test]
fn the_html_checker_has_nothing_to_say_of_pages() {
    let policy = ".*Resource violates Content Security Policy .meta tag.: external (stylesheet|script) .* blocked by.*";
    judge(TargetName::Html, "vnu", &["--filterpattern", policy], 100);
}
