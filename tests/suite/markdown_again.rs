//! Markdown pages, built again as if they were articles: the same page for browsers, and the same Markdown byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use glotta::discover::{DiskWorld, MemoryWorld, World};
use glotta::model::{ArticleKind, Destinations, Page, Site, TargetName};
use glotta::render::Target;

use crate::chance::Chance;
use crate::commonmark::{examples, specification};
use crate::pages::pages;
use crate::same_model::{Side, difference};

/// A page for browsers and the Markdown page, of articles by their names.
struct Built {
    html: BTreeMap<String, String>,
    markdown: BTreeMap<String, String>,
}

fn built(locale: &str, articles: &BTreeMap<String, String>) -> Built {
    let paths = articles
        .keys()
        .map(|name| format!("docs-src/{locale}/{name}.md"));
    let paths: Vec<String> = paths.collect();
    let texts = articles.values().map(String::as_str);
    let files: Vec<(&str, &str)> = paths.iter().map(String::as_str).zip(texts).collect();
    let of = |target, end: &str| {
        let begin = format!("{locale}/");
        let pages = pages(&files, target).into_iter();
        let own = pages.filter_map(|(path, text)| {
            let name = path.strip_prefix(&begin)?.strip_suffix(end)?.to_owned();
            articles.contains_key(&name).then_some((name, text))
        });
        own.collect()
    };
    Built {
        html: of(TargetName::Html, ".html"),
        markdown: of(TargetName::Markdown, ".md"),
    }
}

/// What stands in a page's main part, each run of white space outside code as one blank: no browser shows more.
fn body(html: &str) -> String {
    // A picture that is lost is shown by its words alone, and says so to the one who looks for it.
    let html = html
        .replace("<span class=\"lost-picture\">", "")
        .replace("</span>", "");
    let main = html.split_once("<main").expect("a main part").1;
    let main = main.split_once("</main>").expect("its end").0;
    let pieces = main.split("<pre").enumerate().map(|(index, piece)| {
        let (code, rest) = match index {
            0 => ("", piece),
            _ => piece.split_once("</pre>").unwrap_or(("", piece)),
        };
        let mut words = String::new();
        for letter in rest.chars() {
            match letter.is_ascii_whitespace() {
                true if words.ends_with(' ') => {}
                true => words.push(' '),
                false => words.push(letter),
            }
        }
        let words = words.replace(" <", "<").replace("> ", ">");
        // What shows nothing is not written.
        format!("{code}{}", words.replace("<p></p>", ""))
    });
    pieces.collect::<Vec<_>>().join("<pre")
}

/// What may differ, and why.
fn is_exception(text: &str, page: &str, html: &str) -> bool {
    // Terms and what they mean are no CommonMark: they become a list.
    let defines = html.contains("<dl>");
    // A comment is not written, and what stood behind it on its line was raw HTML because of it.
    let comments = text.contains("<!--");
    // A blank that was written as a reference is not written at the edge of a line: a cell of nothing else is empty, and
    // a heading keeps the name with it as a name of its own.
    let blank = text.contains("&#32;") && (html.contains("<table") || html.contains("<h2"));
    defines || comments || blank || page.lines().any(shows_a_tag)
}

/// Whether a tag that is none, and so is text, stands where that makes a difference: in a heading it is part of the name, and at
/// the beginning of a line it was a block of raw HTML by itself.
fn shows_a_tag(line: &str) -> bool {
    let frame = |letter: char| letter.is_ascii_digit() || "> -*.)".contains(letter);
    let words = line.trim_start_matches(frame);
    words.starts_with("\\<") || words.starts_with('#') && words.contains("\\<")
}

/// Says of each article whose pages differ when its Markdown page is built again what differs.
fn departures(locale: &str, articles: &BTreeMap<String, String>) -> Vec<String> {
    let first = built(locale, articles);
    let again = built(locale, &first.markdown);
    let mut departures = Vec::new();
    for (name, text) in articles {
        let page = &first.markdown[name];
        let (one, other) = (body(&first.html[name]), body(&again.html[name]));
        if one != other && !is_exception(text, page, &one) {
            departures.push(format!("{name}: {text:?}\n{page}\n- {one}\n+ {other}\n"));
        } else if *page != again.markdown[name] && !page.lines().any(shows_a_tag) {
            let other = &again.markdown[name];
            departures.push(format!(
                "{name} is not stable: {text:?}\n{page}\n+ {other}\n"
            ));
        }
    }
    departures
}

fn numbered(texts: impl IntoIterator<Item = String>) -> BTreeMap<String, String> {
    let texts = texts.into_iter().enumerate();
    texts
        .map(|(index, text)| (format!("e{:05}", index + 1), text))
        .collect()
}

fn assert_none(departures: &[String], exceptions: &[(&str, &str)]) {
    let excepted = |it: &&String| !exceptions.iter().any(|(name, _)| it.starts_with(name));
    let left: Vec<&String> = departures.iter().filter(excepted).collect();
    let shown: String = left.iter().take(40).map(|it| it.as_str()).collect();
    assert!(left.is_empty(), "{} differ:\n{shown}", left.len());
}

#[test]
fn examples_of_commonmark_are_the_same_page_again() {
    let Some(specification) = specification() else {
        return;
    };
    // Addresses of the site lead nowhere here, and a link that leads nowhere is not written.
    let outside = |text: String| {
        text.replace("](/", "](https://a.example/")
            .replace("]: /", "]: https://a.example/")
            .replace("](<", "](<https://a.example/")
    };
    let examples = examples(&specification);
    for locale in ["en-us", "zh-cn"] {
        let articles = numbered(examples.iter().cloned());
        assert_none(&departures(locale, &articles), &[]);
        let articles = numbered(examples.iter().cloned().map(outside));
        assert_none(&departures(locale, &articles), &[]);
    }
}

/// What the specification of GFM adds, in the forms that its sections show.
const GFM: [&str; 34] = [
    "| a | b |\n| - | - |\n| c | d |\n",
    "| a | bcd |\n| :-: | -----------:\nefg | hij\n",
    "| a\\|b |\n| --- |\n| c `\\|` d |\n| e **\\|** f |\n",
    "| a |\n| - |\n| b |\n> c\n",
    "| a |\n| - |\n| b |\nc\n\nd\n",
    "| a | b |\n| - |\n| c |\n",
    "| a | b |\n| - | - |\n| c |\n| d | e | f |\n",
    "| a | b |\n| - | - |\n",
    "| `a\\\\|b` | c\\\\\\|d | e\\ |\n| - | - | - |\n| <br> | [x\\|y](https://e.example/\\|) | `` ` `` |\n",
    "a | b\n- | -\n`c` | *d*\n",
    "| | a |\n|-|-|\n| | |\n",
    "- | a |\n  | - |\n  | b |\n",
    "> | a |\n> | - |\n> | b |\n",
    "- [ ] a\n- [x] b\n",
    "- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d\n",
    "- [x] a\n\n- [ ] b\n\n  c\n",
    "1. [ ] a\n2. [x] b\n",
    "- [ ]\n- [x] `b`\n",
    "- \\[ ] a\n- [a] b\n- [ ](https://e.example)\n",
    "~~a~~ b\n",
    "~~a\n\nb~~\n",
    "a ~b~ c ~~~d~~~\n",
    "~~a *b* c~~ **~~d~~** *~~e~~f*\n",
    "a ~~~ b \\~~c~~\n",
    "www.e.example https://e.example/a_b_c http://e.example/(a)\n",
    "<https://e.example/?a=b&c=d> <mailto:a@e.example> <a@e.example>\n",
    "a@e.example ftp://e.example xmpp:a@e.example\n",
    "> [!NOTE]\n> a\n\n> [!WARNING]\n> - b\n>\n> c\n",
    "> [!TIP]\n\n> \\[!NOTE]\n> a\n",
    "a[^1] b[^note]\n\n[^1]: c\n\n[^note]: d\n\n    e\n\n    - f\n",
    "a[^1]: b [^1](c)\n\n[^1]:\n    ```\n    d\n    ```\n",
    "<title> <style> <em>\n\n<xmp> <textarea>\n",
    "<details>\n<summary>a</summary>\n\n- b\n\n</details>\n",
    "a<br>b <kbd>c</kbd> <sub>*d*</sub> H~2~O\n",
];

#[test]
fn what_github_adds_is_the_same_page_again() {
    for locale in ["en-us", "ja-jp"] {
        let articles = numbered(GFM.map(str::to_owned));
        assert_none(&departures(locale, &articles), &[]);
    }
}

/// What means most beside one another.
const FRAGMENTS: [&str; 82] = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    " ",
    "  ",
    "\n",
    "\n\n",
    "a",
    "b c",
    "中",
    "文",
    "「",
    "」",
    "。",
    "(",
    ")",
    "\"",
    ".",
    "[",
    "]",
    "](https://e.example)",
    "[x](https://e.example \"t\")",
    "![",
    "!",
    "<b>",
    "</b>",
    "<br>",
    "<placeholder>",
    "<!-- c -->",
    "&amp;",
    "&",
    "&lt;",
    "&#32;",
    "\\",
    "\\*",
    "\\|",
    "|",
    "- ",
    "1. ",
    "2) ",
    "# ",
    "## ",
    "> ",
    "> [!NOTE]\n> ",
    "---",
    "===",
    "```",
    "```\ncode\n```\n",
    "    ",
    "\t",
    ":",
    "::: ",
    ":::",
    "$",
    "$\\alpha$",
    "$$",
    "{",
    "}",
    "{#id}",
    "[^1]",
    "\n\n[^1]: note\n\n",
    "| a | b |\n|---|---|\n| ",
    "\n| c | d |\n",
    "- [ ] ",
    "- [x] ",
    "+ ",
    "* ",
    "<div>\n",
    "</div>\n\n",
    "<https://e.example/a>",
    "0",
    "é",
    "\u{a0}",
    "\n  ",
    "\n    ",
    "\n> ",
];

/// A text of fragments that nobody would write side by side.
fn text(chance: &mut Chance, most: usize) -> String {
    let count = 2 + chance.below(most);
    let fragments = (0..count).map(|_| chance.of(&FRAGMENTS));
    fragments.chain(["\n"]).collect()
}

#[test]
fn whatever_is_written_is_the_same_page_again() {
    for (seed, locale) in [(11, "en-us"), (12, "zh-cn"), (13, "ko-kr")] {
        let mut chance = Chance(seed);
        let articles = numbered((0..1_000).map(|_| text(&mut chance, 8)));
        assert_none(&departures(locale, &articles), &[]);
    }
}

/// A site, its Markdown pages, and the site that these are.
struct Twin {
    first: Site,
    pages: Vec<Page>,
    again: Site,
}

fn twin(world: &dyn World) -> Twin {
    let first = glotta::load(world).expect("a site").value;
    let pages = markdown(&first);
    let reference = first.reference.as_ref().map(|it| it.folder().to_owned());
    let config = reference.map_or(String::new(), |folder| format!("reference: {folder}\n"));
    let world = MemoryWorld::new().with("glotta.yml", config);
    let world = pages.iter().fold(world, |world, page| {
        let bytes = page.bytes().unwrap_or_default().to_vec();
        world.with(format!("docs-src/{}", page.path), bytes)
    });
    let again = glotta::load(&world).expect("a site").value;
    Twin {
        first,
        pages,
        again,
    }
}

fn markdown(site: &Site) -> Vec<Page> {
    glotta::render(site, Target::named(TargetName::Markdown)).expect("sound templates")
}

impl Twin {
    /// What differs first in each article that is not the same when its page is read.
    fn departures(&self) -> Vec<String> {
        let (one, other) = (Destinations::of(&self.first), Destinations::of(&self.again));
        let mut departures = Vec::new();
        for (index, translations) in self.first.translations.iter().enumerate() {
            let again = self
                .again
                .translations
                .iter()
                .position(|it| it.id == translations.id);
            for (at, article) in translations.articles.iter().enumerate() {
                let locale = article.locale.folder();
                // A landing page is no text: it is shown with words of ours.
                let is_text = article.kind == ArticleKind::Text;
                let Some(again) = again.filter(|_| translations.is_page && is_text) else {
                    continue;
                };
                let texts = &self.again.translations[again].articles;
                let Some(page) = texts.iter().position(|it| it.locale.folder() == locale) else {
                    departures.push(format!("{locale}/{} has no page", translations.id));
                    continue;
                };
                let before = Side {
                    site: &self.first,
                    destinations: &one,
                    article: self.first.expanded(index, at),
                };
                let after = Side {
                    site: &self.again,
                    destinations: &other,
                    article: &texts[page],
                };
                let found = difference(&before, &after);
                let name = format!("{locale}/{}", translations.id);
                departures.extend(found.map(|found| format!("{name}: {found}\n")));
            }
        }
        departures
    }

    /// The pages that are other pages when they are built again.
    fn unstable(&self) -> Vec<String> {
        let again = markdown(&self.again);
        let again: BTreeMap<&str, &Page> = again.iter().map(|it| (it.path.as_str(), it)).collect();
        let articles = self.first.translations.iter().filter(|it| it.is_page);
        let paths = articles.flat_map(|it| {
            // A page of a machine's translation says so to programs, and is told of to readers once more.
            let people = it.articles.iter().filter(|it| !it.is_machine_translated());
            let locales = people.map(|article| article.locale.folder());
            locales.map(move |locale| format!("{locale}/{}.md", it.id))
        });
        let paths: Vec<String> = paths.collect();
        let own = self.pages.iter().filter(|page| paths.contains(&page.path));
        let differs = |page: &&Page| {
            again
                .get(page.path.as_str())
                .is_none_or(|it| lines(it) != lines(page))
        };
        own.filter(differs)
            .map(|page| format!("{} is not stable\n", page.path))
            .collect()
    }
}

/// The lines of a page, without those of notices: a notice leads to the original, and links of articles stay in their language.
fn lines(page: &Page) -> Vec<String> {
    let text = String::from_utf8_lossy(page.bytes().unwrap_or_default());
    let lines = text
        .lines()
        .filter(|line| !(line.starts_with("> ") && line.ends_with(".md)")));
    lines.map(str::to_owned).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn assert_same(name: &str, world: &dyn World) {
    let twin = twin(world);
    let mut found = twin.departures();
    // Among many sections of one name a language may pair others when it is read again, and anchors follow: that is
    // no matter of Markdown. The whole corpus holds one such article.
    let articles = twin.first.articles().count();
    let forgiven = articles / 1_000;
    found.extend(twin.unstable());
    let shown: String = found.iter().take(20).map(String::as_str).collect();
    println!("{name}: {} of {articles} differ\n{shown}", found.len());
    assert!(
        found.len() <= forgiven,
        "{name}: {} differ:\n{shown}",
        found.len()
    );
}

#[test]
fn our_documentation_is_the_same_model_again() {
    assert_same("docs-src", &DiskWorld::new(root()));
}

#[test]
fn a_site_of_every_kind_is_the_same_model_again() {
    assert_same(
        "every-kind",
        &DiskWorld::new(root().join("tests/sites/every-kind")),
    );
}

/// One article of so many is tried; `GLOTTA_WHOLE_CORPUS` tries all.
const SAMPLE: usize = 25;

#[test]
fn real_articles_are_the_same_model_again() {
    for folder in ["../shared/seeds", "../shared/corpus/intune"] {
        let folder = root().join(folder);
        if !folder.is_dir() {
            println!("skipped: {} is not here", folder.display());
            continue;
        }
        let mut paths = Vec::new();
        articles_below(&folder, &mut paths);
        paths.sort();
        let whole = paths.len() < 100 || std::env::var_os("GLOTTA_WHOLE_CORPUS").is_some();
        let step = if whole { 1 } else { SAMPLE };
        let world = MemoryWorld::new().with("glotta.yml", "reference: en-us\n");
        let world = paths.iter().step_by(step).fold(world, |world, path| {
            let name = path
                .strip_prefix(&folder)
                .expect("lies below")
                .to_string_lossy();
            world.with(
                format!("docs-src/{name}"),
                fs::read(path).expect("can be read"),
            )
        });
        assert_same(&folder.display().to_string(), &world);
    }
}

fn articles_below(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("can be read").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => articles_below(&path, paths),
            false if path.extension().is_some_and(|it| it == "md") => paths.push(path),
            false => {}
        }
    }
}
