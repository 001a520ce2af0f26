//! What must hold for any bytes, as functions that panic where it does not: libFuzzer looks for such bytes, and the suite tries
//! those that were found once (`tests/suite/fuzzed.rs`).

use std::collections::HashSet;
use std::sync::Arc;

use glotta::diagnostic::{Parsed, Source, Span};
use glotta::discover::MemoryWorld;
use glotta::locale::Locale;
use glotta::model::{Article, Levels, Limits, Page, Row};
use glotta::parse;
use glotta::render::Target;

/// The longest text that is tried: longer ones cost time and find nothing else.
const LONGEST: usize = 4_096;

/// The head of an article: places lie in the text, and neither a byte order mark nor the kind of line ends changes what is read.
pub fn front_matter(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let (read, body) = keys(text);
    assert!(text.is_char_boundary(body));
    if !text.starts_with('\u{feff}') {
        let (marked, at) = keys(&format!("\u{feff}{text}"));
        assert_eq!((marked, at), (read.clone(), body + 3));
    }
    if !text.contains('\r') {
        let (returned, _) = keys(&text.replace('\n', "\r\n"));
        assert_eq!(returned, read);
    }
    article(&format!("---\n{text}\n---\n# A\n"), "en");
}

/// An article: places lie in the text, whatever it is, and a Chinese one is read as well.
pub fn parser(data: &[u8]) {
    let Some(text) = text(data) else { return };
    for locale in ["en", "zh-cn"] {
        article(text, locale);
    }
}

/// Two languages that say nearly the same in all of the dialect: every target makes pages that are well formed and harmless.
pub fn dialect(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let text = composed(rest);
    let other = composed(&rest[usize::from(*first).min(rest.len())..]);
    let world = MemoryWorld::new()
        .with("docs-src/en-us/guide/a.md", text)
        .with(
            "docs-src/en-us/guide/b.md",
            "# B\n\n## Part\n\n[A](a.md#part)\n",
        )
        .with("docs-src/en-us/includes/c.md", "Included **words**.\n")
        .with("docs-src/en-us/code.txt", "one\ntwo\nthree\n")
        .with("docs-src/zh-cn/guide/a.md", other);
    let Ok(site) = glotta::load(&world) else {
        return;
    };
    let site = site.value;
    glotta::check(&site, &Levels::default());
    for target in Target::ALL {
        let pages = glotta::render(&site, target).expect("templates of our own");
        let html = pages.iter().filter(|page| page.path.ends_with(".html"));
        html.for_each(well_formed);
    }
}

fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data)
        .ok()
        .filter(|text| text.len() <= LONGEST)
}

/// The keys and values of a text's front matter, and where its Markdown begins.
fn keys(text: &str) -> (Vec<(String, String)>, usize) {
    let source = Arc::new(Source::new("a.md", text));
    let (Parsed { value, .. }, body) = parse::split(&source, &Limits::default());
    let entries = value.entries.iter();
    let entries = entries.map(|entry| (entry.key.clone(), format!("{:?}", entry.value)));
    (entries.collect(), body)
}

/// Reads an article and looks at every place in it.
fn article(text: &str, locale: &str) {
    let locale = Arc::new(Locale::declared(locale).expect("a language"));
    let source = Arc::new(Source::new("a.md", text));
    let parsed = parse::article("a".into(), &locale, &source, String::new(), None);
    for diagnostic in &parsed.diagnostics {
        inside(text, diagnostic.primary.span);
        diagnostic.position();
    }
    places(&parsed.value, text);
}

fn places(article: &Article, text: &str) {
    inside(text, article.front_matter.span);
    for entry in &article.front_matter.entries {
        inside(text, entry.key_span);
        inside(text, entry.value_span);
    }
    let blocks = article.blocks.iter().map(|block| block.span);
    let headings = article.headings.iter().map(|heading| heading.span);
    let links = article
        .links
        .iter()
        .flat_map(|link| [link.span, link.target]);
    let rows = article.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.flat_map(|row: &Row| row.cells.iter().map(|cell| cell.span));
    for span in blocks.chain(headings).chain(links).chain(cells) {
        inside(text, span);
    }
}

fn inside(text: &str, span: Span) {
    assert!(span.start <= span.end, "{span:?}");
    assert!(
        text.get(span.start..span.end).is_some(),
        "{span:?} of {text:?}"
    );
}

/// What authors of the dialect write, to be put together in any order.
const WORDS: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "### Part\n",
    "word ",
    "字",
    "，",
    "「",
    "」",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "```mermaid\n",
    "| a | b |\n",
    "|---|---|\n",
    "a | b\n",
    "-|-\n",
    "|",
    "> [!NOTE]\n",
    "> [!Tip] ",
    "> [!div class=\"checklist\"]\n",
    "> [!div class=\"nextstepaction\"]\n",
    "> [!VIDEO https://video.example/1]\n",
    "[!INCLUDE [t](../includes/c.md)]",
    "[!INCLUDE [t](a.md)]",
    "[!code-txt[t](../code.txt#L1-L2)]\n",
    "::: zone pivot=\"a,b\"\n",
    "::: zone-end\n",
    "::: moniker range=\">=v1\"\n",
    "::: moniker-end\n",
    ":::row:::\n",
    ":::row-end:::\n",
    ":::column:::\n",
    ":::column span=\"2\":::\n",
    ":::column-end:::\n",
    ":::image type=\"content\" source=\"a.png\" alt-text=\"words\":::",
    ":::image-end:::\n",
    ":::",
    "# [One](#tab/one)\n",
    "# [Two](#tab/two/one)\n",
    "---\n",
    "***\n",
    "[b](b.md)",
    "[b](~/guide/b.md#part)",
    "[b](/guide/b)",
    "![i](i.png)",
    "<xref:uid.name>",
    "[x](xref:uid)",
    "Term\n: Meaning\n",
    "$$x^2_1$$",
    "$\\alpha$",
    "$env:PATH ",
    "<br>",
    "</br>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<div>",
    "</div>",
    "<a name=\"part\"></a>",
    "<a href=\"b.md\">",
    "</a>",
    "<img src=\"i.png\" alt=\"x\" onerror=\"alert(1)\">",
    "<script>alert(1)</script>",
    "<style>p{}</style>",
    "<iframe src=\"https://x.example\">",
    "<placeholder>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<!-- note -->",
    "<!--",
    "-->",
    "[^1]",
    "[^1]: Foot\n",
    "{{ x }}",
    "<a href=\"javascript:alert(1)\">",
];

fn composed(data: &[u8]) -> String {
    let words = data.iter().take(LONGEST / 16);
    words
        .map(|byte| WORDS[usize::from(*byte) % WORDS.len()])
        .collect()
}

/// Elements that have no end tag.
const VOID: [&str; 9] = [
    "br", "hr", "img", "link", "meta", "wbr", "input", "col", "source",
];

/// Tags come in nested pairs, ids once, and nothing acts that is not ours.
fn well_formed(page: &Page) {
    let html = std::str::from_utf8(page.bytes().unwrap_or_default()).expect("pages are UTF-8");
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{} {html}", page.path),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
        harmless(name, attributes, &mut ids, page);
    }
    assert!(open.is_empty(), "{open:?} in {}", page.path);
}

fn harmless<'p>(name: &str, attributes: &'p str, ids: &mut HashSet<&'p str>, page: &Page) {
    // A script of this type is data, which no browser runs.
    let ours = attributes.contains("assets/") || attributes == "type=\"application/ld+json\"";
    assert!(name != "script" || ours, "{}: {attributes}", page.path);
    assert!(
        !["iframe", "style", "object", "form"].contains(&name),
        "{name} in {}",
        page.path
    );
    // Values are quoted and escaped, so that what stands before an equals sign outside them is a name.
    for (index, piece) in attributes.split('"').enumerate() {
        let acts = index % 2 == 0 && piece.trim_start().to_ascii_lowercase().starts_with("on");
        assert!(!acts, "{attributes}");
        assert!(
            index % 2 == 0
                || !piece
                    .trim_start()
                    .to_ascii_lowercase()
                    .starts_with("javascript:")
        );
    }
    if let Some((_, id)) = attributes
        .split_once("id=\"")
        .filter(|(before, _)| before.is_empty() || before.ends_with(' '))
    {
        let id = id.split('"').next().unwrap_or_default();
        assert!(ids.insert(id), "the id {id} twice in {}", page.path);
    }
}
