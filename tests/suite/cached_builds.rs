//! What builds remember changes nothing but the time they take: after any edit they give the pages, findings and exit code of a build that
//! remembers nothing.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use glotta::check::{Memory, check_again};
use glotta::discover::DiskWorld;
use glotta::model::{Page, Prints, Search, Shard, Site, TargetName};
use glotta::render::{PageNotes, RenderError, Rendered, Target};

use crate::sandbox::{ARTICLE, Run, Sandbox};
use crate::sites;

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("64 bits") % end.max(1)
    }

    fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

const LOCALES: [&str; 3] = ["en-us", "de-de", "fr-fr"];

const SETTINGS: &str = "search: codes\nexclude: [parts/**]\nbaseline: known.json\n";

const FULL_TEXT: &str = "search: pagefind\n";

/// The settings with the full text, which takes longer.
fn full_text() -> String {
    SETTINGS.replace("search: codes\n", FULL_TEXT)
}

/// A small site with tables whose codes cite one another, includes, links, images and contents.
fn site() -> Sandbox {
    let mut sandbox = Sandbox::new()
        .file("glotta.yml", SETTINGS)
        .file("known.json", "{\"version\": 1, \"findings\": []}\n")
        .folder("clean");
    for locale in LOCALES {
        let file = |path: &str| format!("docs-src/{locale}/{path}");
        sandbox = sandbox
            .file(&file("events.md"), sites::events(locale))
            .file(
                &file("guide/codes.md"),
                "---\ntitle: T\n---\n\n# Codes\n\n| Code | Name |\n|---|---|\n| 0x00000400 | A_One |\n| 0x00000402 | A_Two |\n\
                 | 0x0000040F | A_Three |\n\nSee [events](../events.md#ids) and ![way](../media/way.gif).\n",
            )
            .file(
                &file("guide/uses.md"),
                "# Uses\n\n[!INCLUDE [x](../parts/part.md)]\n\n| Id | Codes |\n|---|---|\n| 1 | 0x00000400 |\n\
                 | 2 | 0x00000402 |\n| 3 | 0x0000040F |\n",
            )
            .file(&file("parts/part.md"), "Part with [a link](../events.md) and `code`.\n")
            .file(&file("media/way.gif"), gif(8))
            .file(&file("toc.yml"), "- name: Events\n  href: events.md\n- name: Codes\n  href: guide/codes.md\n");
    }
    sandbox
}

/// The beginning of an image of this width.
fn gif(width: u8) -> Vec<u8> {
    [b"GIF89a", &[width, 0, 4, 0, 0, 0, 0][..]].concat()
}

/// Every file of the sources, sorted.
fn sources(sandbox: &Sandbox) -> Vec<String> {
    let tree = sandbox.tree("docs-src");
    tree.into_iter()
        .map(|(path, _)| format!("docs-src/{path}"))
        .collect()
}

/// A line for an article, or a change of its beginning.
const LINES: [&str; 9] = [
    "A new sentence with 42 things.",
    "## A new heading",
    "### Another {#named}",
    "| Id | Codes |\n|---|---|\n| 7 | 0x00000401 |\n| 8 | 0x00000400 |",
    "[codes](guide/codes.md#codes) and [nowhere](missing.md)",
    "[!INCLUDE [y](parts/part.md)]",
    "![way](media/way.gif)",
    "<!-- glotta allow-file row-missing: known -->",
    "`0x0000040F` \u{fffd}",
];

/// Parts of the configuration.
const KEYS: [&str; 7] = [
    "status: false\n",
    "site: {title: Some site, url: https://docs.example/}\n",
    "reference: de-de\n",
    "levels: {row-missing: warning}\n",
    "targets: [html]\n",
    "fallback: none\n",
    "allow:\n- rule: broken-internal-link\n  article: events\n  reason: not yet\n  until: 2999-01-01\n",
];

/// Changes something, and says what.
fn edit(sandbox: &Sandbox, chance: &mut Chance) -> String {
    let files = sources(sandbox);
    let articles: Vec<&String> = files.iter().filter(|path| path.ends_with(".md")).collect();
    let (Some(&article), Some(any)) = (
        articles
            .first()
            .map(|_| &articles[chance.below(articles.len())]),
        files.first(),
    ) else {
        put(sandbox, "docs-src/en-us/events.md", &sites::events("en-us"));
        return "an article where there was none".into();
    };
    let any = files.get(chance.below(files.len())).unwrap_or(any);
    let locale = chance.of(&LOCALES);
    match chance.below(20) {
        0..=2 => {
            let line = chance.of(&LINES);
            let text = format!("{}\n\n{line}\n", read(sandbox, article).trim_end());
            put(sandbox, article, &text);
            format!("{line:?} in {article}")
        }
        3 => replaced(sandbox, article, "# ", "# New "),
        4 => replaced(sandbox, article, "| 0x00000402 |", "| 0x00000401 |"),
        5 => replaced(sandbox, article, "A_Two", "A_Zwo"),
        6 => replaced(
            sandbox,
            article,
            "title: T",
            "title: Another\ndescription: x",
        ),
        7 => {
            let path = format!("docs-src/{locale}/new/n{}.md", chance.below(4));
            put(sandbox, &path, ARTICLE);
            format!("new {path}")
        }
        8 => {
            fs::remove_file(sandbox.path(any)).unwrap();
            format!("without {any}")
        }
        9 => {
            let to = format!("docs-src/{locale}/moved/m{}.md", chance.below(4));
            fs::create_dir_all(sandbox.path(&to).parent().unwrap()).unwrap();
            fs::rename(sandbox.path(article), sandbox.path(&to)).unwrap();
            format!("{article} is now {to}")
        }
        10 => {
            let path = format!("docs-src/{locale}/media/way.gif");
            let width = u8::try_from(chance.below(200)).unwrap();
            put_bytes(sandbox, &path, &gif(width));
            format!("{path} is {width} wide")
        }
        11 => {
            let path = format!("docs-src/{locale}/toc.yml");
            put(
                sandbox,
                &path,
                chance.of(&[
                    "- name: Uses\n  href: guide/uses.md\n",
                    "- name: E\n  href: events.md\n",
                    "- name: [\n",
                ]),
            );
            format!("another {path}")
        }
        12 => toggled(
            sandbox,
            "templates/html/head.html",
            chance,
            &[
                "<meta name=\"x\" content=\"1\">\n",
                "<meta name=\"x\" content=\"2\">\n",
            ],
        ),
        13 => toggled(
            sandbox,
            "locales/en.ftl",
            chance,
            &[
                "page-contents = Inside\n",
                "notice-note = Mark\n",
                "= broken\n",
            ],
        ),
        14 => {
            let keys = (0..2)
                .map(|_| chance.of(&KEYS))
                .collect::<std::collections::BTreeSet<_>>();
            let keys: String = keys.into_iter().collect();
            let now = read(sandbox, "glotta.yml");
            let settings = match now.starts_with(FULL_TEXT) {
                true => full_text(),
                false => SETTINGS.to_owned(),
            };
            put(sandbox, "glotta.yml", &format!("{settings}{keys}"));
            format!("configured {keys:?}")
        }
        15 => {
            let file = File::options().write(true).open(sandbox.path(any)).unwrap();
            file.set_modified(SystemTime::now()).unwrap();
            format!("{any} is touched")
        }
        16 => {
            swap(sandbox, article, chance.below(2) == 0);
            format!("{article} is as long as before")
        }
        17 => {
            let pages = sandbox.tree("public");
            let Some((page, bytes)) = pages.get(chance.below(pages.len())) else {
                return "no page to spoil".into();
            };
            let path = format!("public/{page}");
            match chance.below(2) {
                0 => fs::remove_file(sandbox.path(&path)).unwrap(),
                _ => fs::write(sandbox.path(&path), vec![b'x'; bytes.len()]).unwrap(),
            }
            // Without its list, or with a spoiled one, a folder is not ours any more.
            if page == ".glotta-manifest" {
                fs::remove_dir_all(sandbox.path("public")).unwrap();
            }
            format!("{path} is spoiled")
        }
        18 => {
            let run = sandbox.run("check --write-baseline --quiet");
            format!("the baseline is new: {:?}", run.code)
        }
        _ => "nothing".into(),
    }
}

fn read(sandbox: &Sandbox, path: &str) -> String {
    fs::read_to_string(sandbox.path(path)).unwrap()
}

fn put(sandbox: &Sandbox, path: &str, text: &str) {
    put_bytes(sandbox, path, text.as_bytes());
}

fn put_bytes(sandbox: &Sandbox, path: &str, bytes: &[u8]) {
    let file = sandbox.path(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn replaced(sandbox: &Sandbox, path: &str, from: &str, to: &str) -> String {
    let text = read(sandbox, path).replacen(from, to, 1);
    put(sandbox, path, &text);
    format!("{from:?} is {to:?} in {path}")
}

/// Puts one of these texts, or takes the file away.
fn toggled(sandbox: &Sandbox, path: &str, chance: &mut Chance, texts: &[&str]) -> String {
    match chance.below(texts.len() + 1) {
        at if at < texts.len() => put(sandbox, path, texts[at]),
        _ => drop(fs::remove_file(sandbox.path(path))),
    }
    format!("another {path}")
}

/// Changes a file and not its length; where `back` is wanted, it says that it was written when it was written before.
fn swap(sandbox: &Sandbox, path: &str, back: bool) {
    let file = sandbox.path(path);
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let turned: String = text
        .chars()
        .map(|letter| match letter {
            'e' => 'a',
            'a' => 'e',
            other => other,
        })
        .collect();
    fs::write(&file, turned).unwrap();
    if back {
        set_time(&file, modified);
    }
}

fn set_time(file: &Path, time: SystemTime) {
    let file = File::options().write(true).open(file).unwrap();
    file.set_modified(time).unwrap();
}

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
        b"glotta build 2\n",
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
