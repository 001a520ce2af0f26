//! A small site on disk, and what may happen to it, as numbers that look like chance have it.

use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use crate::chance::Chance;
use crate::sandbox::{ARTICLE, Sandbox};
use crate::sites;

pub const LOCALES: [&str; 3] = ["en-us", "de-de", "fr-fr"];

const SETTINGS: &str = "search: codes\nexclude: [parts/**]\nbaseline: known.json\n";

const FULL_TEXT: &str = "search: pagefind\n";

/// The settings with the full text, which takes longer.
pub fn full_text() -> String {
    SETTINGS.replace("search: codes\n", FULL_TEXT)
}

/// A small site with tables whose codes cite one another, includes, links, images and contents.
pub fn site() -> Sandbox {
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
pub fn edit(sandbox: &Sandbox, chance: &mut Chance) -> String {
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

pub fn read(sandbox: &Sandbox, path: &str) -> String {
    fs::read_to_string(sandbox.path(path)).unwrap()
}

pub fn put(sandbox: &Sandbox, path: &str, text: &str) {
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
pub fn swap(sandbox: &Sandbox, path: &str, back: bool) {
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
