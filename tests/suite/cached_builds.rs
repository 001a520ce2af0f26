//! What builds remember changes nothing but the time they take: after any edit they give the pages, findings and exit code of a build that
//! remembers nothing.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use glotta::check::{Memory, check_again};
use glotta::discover::DiskWorld;
use glotta::model::{Page, Prints, Search, Shard, Site, TargetName};
use glotta::render::{PageNotes, RenderError, Rendered, Target};

use crate::chance::Chance;
use crate::random_edits::{LOCALES, edit, full_text, put, read, site, swap};
use crate::sandbox::{Run, Sandbox};

/// What a build said, but for the sentence on how much it changed.
fn told(run: &Run) -> (Option<i32>, String, Vec<&str>) {
    let lines = run.err.lines();
    let lines = lines.filter(|line| !line.contains(" pages in ") && !line.contains(" page in "));
    (run.code, run.out.clone(), lines.collect())
}

/// Builds with what is remembered and without, and finds no difference.
fn compare(sandbox: &Sandbox, options: &str, why: &str) -> Option<i32> {
    let cached = sandbox.run(&format!("build {options}"));
    let clean = sandbox.run(&format!("build {options} --no-cache --output clean"));
    assert_eq!(told(&cached), told(&clean), "{why}");
    if clean.code != Some(2) && cached.err.contains(" changed, ") {
        let (cached, clean) = (published(sandbox), sandbox.tree("clean"));
        let names = |tree: &[(String, Vec<u8>)]| -> Vec<String> {
            tree.iter().map(|(path, _)| path.clone()).collect()
        };
        assert_eq!(names(&cached), names(&clean), "{why}");
        let other = cached
            .iter()
            .zip(&clean)
            .find(|(cached, clean)| cached != clean);
        assert_eq!(other.map(|(cached, _)| &cached.0), None, "{why}");
    }
    clean.code
}

/// What readers find, without pages that an edit spoiled and that were ours no more when the next build published: those are somebody's.
fn published(sandbox: &Sandbox) -> Vec<(String, Vec<u8>)> {
    let list = fs::read_to_string(sandbox.path("public/.glotta-manifest")).unwrap();
    let is_listed = |path: &str| list.lines().any(|line| line.ends_with(&format!(" {path}")));
    let is_spoiled = |bytes: &[u8]| bytes.iter().all(|byte| *byte == b'x');
    let mut tree = sandbox.tree("public");
    tree.retain(|(path, bytes)| is_listed(path) || !is_spoiled(bytes));
    tree
}

/// Whether a build did nothing but look.
fn only_looked(run: &Run) -> bool {
    assert!(run.err.contains("look"), "it was not timed: {run:#?}");
    !run.err.contains("render ") && !run.err.contains("load ")
}

/// `GLOTTA_EDITS=500` tries more of them.
#[test]
fn after_any_edit_a_build_gives_what_a_clean_one_gives() {
    let edits = std::env::var("GLOTTA_EDITS").ok();
    let edits: usize = edits.and_then(|edits| edits.parse().ok()).unwrap_or(60);
    let workers = 2;
    std::thread::scope(|scope| {
        for worker in 0..workers {
            scope.spawn(move || edited(edits / workers, 77 + worker as u64));
        }
    });
}

fn edited(edits: usize, seed: u64) {
    let sandbox = site();
    if seed.is_multiple_of(2) && Search::HAS_PAGEFIND {
        put(&sandbox, "glotta.yml", &full_text());
    }
    let mut chance = Chance(seed);
    let mut done = Vec::new();
    compare(&sandbox, "--keep-going", "the first build");
    let mut failed = 0;
    for at in 0..edits {
        done.push(edit(&sandbox, &mut chance));
        let options = chance.of(&[
            "--keep-going",
            "--keep-going",
            "",
            "--deny-warnings --keep-going",
        ]);
        let code = compare(
            &sandbox,
            options,
            &format!(
                "seed {seed}, edit {at}: {:#?}",
                &done[done.len().saturating_sub(3)..]
            ),
        );
        failed += usize::from(code == Some(2));
    }
    // A site that cannot be built compares nothing.
    assert!(failed * 2 <= edits, "{failed} of {edits}: {done:#?}");
}

#[test]
fn a_site_where_nothing_changed_is_only_looked_at() {
    let sandbox = site();
    let first = sandbox.run("build --keep-going --timings");
    assert!(!only_looked(&first), "{first:#?}");
    for options in ["", "--quiet", "--verbose", "--jobs 1"] {
        let again = sandbox.run(&format!("build --keep-going --timings {options}"));
        assert!(only_looked(&again), "{again:#?}");
        let clean = sandbox.run(&format!(
            "build --keep-going --no-cache --output clean {options}"
        ));
        let again = sandbox.run(&format!("build --keep-going {options}"));
        assert_eq!(told(&again), told(&clean), "{options}");
    }
    let other = sandbox.run("build --keep-going --timings --targets man --output other");
    assert!(!only_looked(&other), "{other:#?}");
    assert!(only_looked(&sandbox.run("build --keep-going --timings")));
}

#[test]
fn a_build_that_published_nothing_is_remembered_as_well() {
    let sandbox = site().file("docs-src/en-us/events.md", "# E\n\n[x](nowhere.md)\n");
    let first = sandbox.run("build");
    assert_eq!(first.code, Some(1), "{first:#?}");
    let again = sandbox.run("build --timings");
    assert!(only_looked(&again), "{again:#?}");
    assert_eq!(again.code, Some(1));
    again.says(&["nothing was published"]);
    assert!(!sandbox.path("public").exists());
}

/// Files that were left alone for a while are not read again, unless anything about them is another.
#[cfg(unix)]
#[test]
fn a_file_of_the_same_length_and_time_is_seen_to_be_another() {
    let sandbox = site();
    std::thread::sleep(Duration::from_millis(4200));
    assert_eq!(
        sandbox.run("build --keep-going").code,
        sandbox.run("build --keep-going").code
    );
    let path = "docs-src/de-de/events.md";
    swap(&sandbox, path, true);
    assert!(!only_looked(&sandbox.run("build --keep-going --timings")));
    compare(&sandbox, "--keep-going", "same length, same time");
    // What cannot be read cannot be hashed: whoever finds it unchanged has gone by its state.
    assert!(only_looked(&sandbox.run("build --keep-going --timings")));
}

#[test]
fn a_cache_that_is_damaged_or_foreign_is_as_none() {
    let sandbox = site();
    let built = sandbox.run("build --keep-going");
    let folder = sandbox.path(".glotta-cache");
    let names = || -> Vec<_> {
        let entries = fs::read_dir(&folder).unwrap().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|it| it == "build"))
            .collect()
    };
    let file = names().pop().unwrap();
    assert!(folder.join("CACHEDIR.TAG").exists());
    let whole = fs::read(&file).unwrap();
    let mut turned = whole.clone();
    *turned.last_mut().unwrap() ^= 1;
    let newer = [b"glotta build 9\n", &whole[15..]].concat();
    for bytes in [
        &b""[..],
        b"glotta build 3\n",
        &whole[..whole.len() / 2],
        &turned,
        &newer,
        &[0xff; 4000],
    ] {
        fs::write(&file, bytes).unwrap();
        let run = sandbox.run("build --keep-going --timings");
        assert!(!only_looked(&run), "{run:#?}");
        assert_eq!(run.code, built.code);
        assert!(only_looked(&sandbox.run("build --keep-going --timings")));
    }
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(sandbox.run("build --keep-going").code, built.code);
}

/// The file of a kind in the folder of what is remembered.
fn remembered(sandbox: &Sandbox, kind: &str) -> PathBuf {
    let entries = fs::read_dir(sandbox.path(".glotta-cache")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut of_kind = paths.filter(|path| path.extension().is_some_and(|it| it == kind));
    of_kind.next().unwrap()
}

#[test]
fn whatever_is_damaged_is_whole_again_after_the_next_change() {
    let sandbox = site();
    sandbox.run("build --keep-going");
    for (at, kind) in ["texts", "index", "pages", "rules", "build"]
        .into_iter()
        .enumerate()
    {
        let file = remembered(&sandbox, kind);
        let length = fs::read(&file).unwrap().len();
        fs::write(&file, vec![0; length]).unwrap();
        let article = format!("# New\n\nSentence {at}.\n");
        put(&sandbox, "docs-src/de-de/new.md", &article);
        compare(&sandbox, "--keep-going", kind);
        let bytes = fs::read(&file).unwrap();
        let first_half = &bytes[..length / 2];
        assert!(first_half.iter().any(|byte| *byte != 0), "{kind}");
    }
}

#[test]
fn what_pages_were_made_of_is_known_after_somebody_changed_one() {
    let sandbox = site();
    sandbox.run("build --keep-going");
    let length = || fs::metadata(remembered(&sandbox, "pages")).unwrap().len();
    let before = length();
    put(&sandbox, "public/de-de/events.html", "mended by hand");
    put(
        &sandbox,
        "docs-src/de-de/guide/uses.md",
        "# Uses\n\nOthers.\n",
    );
    compare(&sandbox, "--keep-going", "a page was changed");
    assert!(length() * 2 > before, "{} of {before} bytes", length());
}

/// A copy of a program may be another version, and is no file that the first one knows anything of.
#[test]
fn what_one_program_remembers_is_not_taken_by_another() {
    let sandbox = site();
    let program = sandbox.path("glotta");
    let own = env!("CARGO_BIN_EXE_glotta");
    fs::hard_link(own, &program)
        .or_else(|_| fs::copy(own, &program).map(drop))
        .unwrap();
    let build = "build --keep-going --timings";
    sandbox.run(build);
    let other = Command::new(&program)
        .args(build.split(' '))
        .current_dir(sandbox.path(""))
        .output()
        .unwrap();
    assert!(!only_looked(&Run::of(&other)));
    assert!(only_looked(&sandbox.run(build)));
}

#[test]
fn somebody_says_where_builds_are_remembered_and_whether() {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build --no-cache").code, Some(0));
    assert!(!sandbox.path(".glotta-cache").exists());
    assert_eq!(sandbox.run("build --cache-dir some/where").code, Some(0));
    assert!(sandbox.path("some/where/CACHEDIR.TAG").exists());
    let sandbox = sandbox.file("glotta.yml", "cache: none\n");
    assert_eq!(sandbox.run("build").code, Some(0));
    assert!(!sandbox.path(".glotta-cache").exists());
    let sandbox = sandbox.file("glotta.yml", "cache: kept\n");
    assert_eq!(sandbox.run("build").code, Some(0));
    assert!(sandbox.path("kept/CACHEDIR.TAG").exists());
    // Among articles it would be found, and among pages it would be published.
    for folder in ["docs-src/cache", "public/cache"] {
        let run = sandbox.run(&format!("build --cache-dir {folder}"));
        assert_eq!(run.code, Some(0), "{run:#?}");
        run.says(&["among the articles or the pages", folder]);
        assert!(!sandbox.path(folder).exists());
    }
    let sandbox = sandbox.file("mine/letter.pages", "x");
    let run = sandbox.run("build --cache-dir mine");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["holds files that are no cache", "mine"]);
    assert_eq!(fs::read_dir(sandbox.path("mine")).unwrap().count(), 1);
}

#[test]
fn a_cache_that_cannot_be_written_is_no_failure() {
    let sandbox = Sandbox::with_site().file("file", "x");
    let run = sandbox.run("build --cache-dir file/below --verbose");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["the cache cannot be written to file/below"]);
    let run = sandbox.run("build --cache-dir file");
    assert_eq!(
        (run.code, run.err.contains("cache")),
        (Some(0), false),
        "{run:#?}"
    );
}

/// A site as it stands on disk, and what it is known by.
fn loaded(sandbox: &Sandbox) -> (Site, Prints) {
    let site = glotta::load(&DiskWorld::new(sandbox.path("."))).unwrap();
    let prints = Prints::of(&site.value);
    (site.value, prints)
}

/// What was rendered, and the pages that were made, by path.
struct Made {
    rendered: Rendered,
    pages: Vec<Page>,
}

fn made((site, prints): &(Site, Prints), last: Option<&PageNotes>) -> Made {
    let html = Target::named(TargetName::Html);
    let old = |_: &str| None;
    let pages = Mutex::new(Vec::new());
    let put = |page| {
        pages.lock().unwrap().push(page);
        Ok::<(), RenderError>(())
    };
    let rendered = glotta::render_again(site, html, Shard::WHOLE, prints, (last, &old), &put);
    let mut pages = pages.into_inner().unwrap();
    pages.sort_by(|a: &Page, b: &Page| a.path.cmp(&b.path));
    Made {
        rendered: rendered.unwrap(),
        pages,
    }
}

#[test]
fn only_pages_that_show_a_changed_article_are_made_again() {
    let sandbox = site();
    let first = made(&loaded(&sandbox), None);
    assert!(first.rendered.kept.is_empty());
    let same = made(&loaded(&sandbox), Some(&first.rendered.notes));
    let is_article = |path: &&str| path.ends_with("events.html");
    let articles = |made: &Made| {
        let pages = made.pages.iter().map(|page| page.path.as_str());
        pages.filter(is_article).count()
    };
    assert_eq!((articles(&first), articles(&same)), (LOCALES.len(), 0));
    assert_eq!(same.rendered.notes, first.rendered.notes);
    for (path, is_shown) in [
        ("docs-src/de-de/guide/uses.md", false),
        ("docs-src/de-de/events.md", true),
    ] {
        put(
            &sandbox,
            path,
            &format!("{}\nMore.\n", read(&sandbox, path)),
        );
        let now = loaded(&sandbox);
        let again = made(&now, Some(&first.rendered.notes));
        assert_eq!(articles(&again) > 0, is_shown, "{path}");
        // All other pages of this small site lead to events.
        assert_eq!(again.rendered.kept.is_empty(), is_shown, "{path}");
        for page in made(&now, None).pages {
            let of = |from: &Made| from.pages.iter().find(|it| it.path == page.path).cloned();
            let got = match again.rendered.kept.contains(&page.path) {
                true => of(&first),
                false => of(&again),
            };
            assert_eq!(got.as_ref(), Some(&page), "{path}");
        }
    }
}

#[test]
fn findings_of_articles_that_have_not_changed_are_those_of_a_check() {
    let sandbox = site().file("docs-src/de-de/x.md", "# X\n\n[a](nowhere.md) **b **c\n");
    let (site, prints) = loaded(&sandbox);
    let levels = &site.config.levels;
    let told = |memory: &Memory| {
        let report = check_again(&site, levels, Vec::new(), true, memory);
        format!(
            "{:#?}",
            (report.diagnostics, report.examined, report.allowed)
        )
    };
    let first = Memory::of(&site, &prints, None);
    let clean = told(&Memory::default());
    assert_eq!(told(&first), clean);
    let notes = first.notes();
    let second = Memory::of(&site, &prints, Some(&notes));
    assert_eq!(told(&second), clean);
    assert_eq!(second.notes(), notes);
}
