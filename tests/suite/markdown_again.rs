//! Markdown pages, built again as if they were articles: the same page for browsers, and the same Markdown byte for byte.

use std::collections::BTreeMap;

use glotta::model::TargetName;

use crate::commonmark::{examples, specification};
use crate::pages::pages;

/// A page for browsers and the Markdown page, of articles by their names.
struct Built {
    html: BTreeMap<String, String>,
    markdown: BTreeMap<String, String>,
}

fn built(locale: &str, articles: &BTreeMap<String, String>) -> Built {
    let paths = articles.keys().map(|name| format!("docs-src/{locale}/{name}.md"));
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
        format!("{code}{}", words.replace(" <", "<").replace("> ", ">"))
    });
    pieces.collect::<Vec<_>>().join("<pre")
}

/// Says of each article whose pages differ when its Markdown page is built again what differs.
fn departures(locale: &str, articles: &BTreeMap<String, String>) -> Vec<String> {
    let first = built(locale, articles);
    let again = built(locale, &first.markdown);
    let mut departures = Vec::new();
    for (name, text) in articles {
        let page = &first.markdown[name];
        let (one, other) = (body(&first.html[name]), body(&again.html[name]));
        if one != other {
            departures.push(format!("{name}: {text:?}\n{page}\n- {one}\n+ {other}\n"));
        } else if *page != again.markdown[name] {
            let other = &again.markdown[name];
            departures.push(format!("{name} is not stable: {text:?}\n{page}\n+ {other}\n"));
        }
    }
    departures
}

fn numbered(texts: impl IntoIterator<Item = String>) -> BTreeMap<String, String> {
    let texts = texts.into_iter().enumerate();
    texts.map(|(index, text)| (format!("e{:05}", index + 1), text)).collect()
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
    "*", "**", "***", "_", "__", "~~", "~", "`", "``", " ", "  ", "\n", "\n\n", "a", "b c", "中", "文", "「", "」", "。",
    "(", ")", "\"", ".", "[", "]", "](https://e.example)", "[x](https://e.example \"t\")", "![", "!", "<b>", "</b>",
    "<br>", "<placeholder>", "<!-- c -->", "&amp;", "&", "&lt;", "&#32;", "\\", "\\*", "\\|", "|", "- ", "1. ", "2) ",
    "# ", "## ", "> ", "> [!NOTE]\n> ", "---", "===", "```", "```\ncode\n```\n", "    ", "\t", ":", "::: ", ":::", "$",
    "$\\alpha$", "$$", "{", "}", "{#id}", "[^1]", "\n\n[^1]: note\n\n", "| a | b |\n|---|---|\n| ", "\n| c | d |\n",
    "- [ ] ", "- [x] ", "+ ", "* ", "<div>\n", "</div>\n\n", "<https://e.example/a>", "0", "é", "\u{a0}", "\n  ",
    "\n    ", "\n> ",
];

/// Numbers that look as if they were drawn by lot, the same ones each time (xorshift).
struct Lot(u64);

impl Lot {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("is below a size")
    }

    fn text(&mut self, most: usize) -> String {
        let count = 2 + self.below(most);
        let fragments = (0..count).map(|_| FRAGMENTS[self.below(FRAGMENTS.len())]);
        fragments.chain(["\n"]).collect()
    }
}

#[test]
fn whatever_is_written_is_the_same_page_again() {
    for (seed, locale) in [(11, "en-us"), (12, "zh-cn"), (13, "ko-kr")] {
        let mut lot = Lot(seed);
        let articles = numbered((0..1_000).map(|_| lot.text(8)));
        assert_none(&departures(locale, &articles), &[]);
    }
}
