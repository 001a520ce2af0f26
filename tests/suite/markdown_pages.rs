//! What Markdown pages must do: read again, they are the article.

use std::sync::Arc;

use glotta::diagnostic::Source;
use glotta::locale::Locale;
use glotta::model::{Article, Block, BlockKind, Inline, InlineKind, TargetName};

use crate::pages::page;

fn written(text: &str) -> String {
    page(
        &[("docs-src/en-us/a.md", text)],
        TargetName::Markdown,
        "en-us/a.md",
    )
}

fn read(text: &str) -> Article {
    let locale = Arc::new(Locale::from_folder("en-us").expect("a locale"));
    let source = Arc::new(Source::new("a.md", text));
    glotta::parse::article("a".into(), &locale, &source, String::new(), None).value
}

/// What an article is made of, without the bytes that it was read from.
fn shape(article: &Article, blocks: &[Block]) -> Vec<String> {
    let inner = |blocks: &[Block]| shape(article, blocks).join(" ");
    let shape = |block: &Block| match &block.kind {
        BlockKind::Paragraph(content) => format!("p:{}", Inline::text(content)),
        BlockKind::Heading(index) => {
            let heading = &article.headings[*index];
            format!("h{}:{}#{}", heading.level, heading.text, heading.slug)
        }
        BlockKind::List {
            start,
            tight,
            items,
        } => {
            let items = items
                .iter()
                .map(|item| format!("({:?} {})", item.task, inner(&item.blocks)));
            format!("list {start:?} {tight} {}", items.collect::<String>())
        }
        BlockKind::Quote(blocks) => format!("quote({})", inner(blocks)),
        BlockKind::Alert { kind, blocks, .. } => format!("{}({})", kind.name(), inner(blocks)),
        BlockKind::Code { language, text } => format!("code {language}:{text}"),
        BlockKind::Table(index) => {
            let table = &article.tables[*index];
            let rows = std::iter::once(&table.header).chain(&table.rows);
            let rows = rows.map(|row| {
                row.cells
                    .iter()
                    .map(|cell| cell.text.as_str())
                    .collect::<Vec<_>>()
                    .join("|")
            });
            format!("table {}", rows.collect::<Vec<_>>().join("/"))
        }
        BlockKind::Html(html) => format!("html {}", html.trim()),
        BlockKind::Rule => "rule".into(),
        BlockKind::Include(link) => format!("include {}", article.links[*link].destination),
        BlockKind::Footnote { label, blocks } => format!("note {label}({})", inner(blocks)),
        other => unreachable!("no text here has {other:?}"),
    };
    blocks.iter().map(shape).collect()
}

#[test]
fn what_is_written_reads_as_what_was_read() {
    for text in [
        "# A\n\nb *c* **d** ~~e~~ `f` g\\\nh\n",
        "# A\n\n- a\n- b\n  - c\n    1. d\n    2. e\n\n---\n\n3. x\n\n4. y\n",
        "- [x] a\n- [ ] b\n",
        "> [!WARNING]\n> a\n>\n> - b\n\n> quote\n>\n> > deeper\n",
        "| a | b \\| c |\n|:-:|--:|\n| `x` | <br> |\n| | 2 |\n",
        "```rust\n> fn\n# x\n```\n\n~~~\n```\n~~~\n\n    indented\n",
        "a[^1]\n\n[^1]: b\n\n    c\n",
        "<div>\nx\n</div>\n\n<kbd>a</kbd> &amp; \\* 1\\. a_b_c\n",
        "1\\. not a list\n\n\\# not a heading\n\n\\- no item\n",
        "# A\n\n这是**重点**内容。**注意：**请参阅\n",
        "# Same\n\n## Same\n\n## Same\n",
    ] {
        let page = written(text);
        let (first, second) = (read(text), read(&page));
        assert_eq!(
            shape(&second, &second.blocks),
            shape(&first, &first.blocks),
            "{page}"
        );
    }
}

/// How many spans of a text are emphasized, as Markdown or as HTML.
fn emphasized(content: &[Inline]) -> usize {
    let each = content.iter().map(|inline| match &inline.kind {
        InlineKind::Strong(inner)
        | InlineKind::Emphasis(inner)
        | InlineKind::Strikethrough(inner) => 1 + emphasized(inner),
        InlineKind::Html(tag) => usize::from(["<strong>", "<em>", "<del>"].contains(&&**tag)),
        _ => 0,
    });
    each.sum()
}

#[test]
fn emphasis_that_only_chinese_readers_would_see_is_written_for_all() {
    for text in [
        "**「月」**は",
        "**注意：**请",
        "中文**\"重点\"**内容",
        "**厨房（大）**中文",
        "看**[茶](https://a.example)**吧",
        "用**`code`**中",
        "~~（旧）~~的",
        "*（旧）*的",
        "**`a`**和`b`",
    ] {
        let page = page(
            &[("docs-src/zh-cn/a.md", &format!("# 茶\n\n{text}\n"))],
            TargetName::Markdown,
            "zh-cn/a.md",
        );
        // Read as English, where CommonMark's own rule holds.
        let article = read(&page);
        let Some(BlockKind::Paragraph(content)) = article.blocks.last().map(|it| &it.kind) else {
            panic!("{page}");
        };
        assert_eq!(emphasized(content), 1, "{page}");
        assert!(!Inline::text(content).contains(['*', '~']), "{page}");
    }
}

#[test]
fn what_was_written_is_written_again() {
    let text = "# A\n\n> [!NOTE]\n> x\n\n1. a\n2. b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let once = written(text);
    assert_eq!(written(&once), once);
}

#[test]
fn the_front_matter_holds_for_the_page() {
    let text = "---\ntitle: x\ndescription: 'say \"yes\": \\no'\nms.date: 05/01/2019\nauthor: me\nsource-hash: abc\n---\n# Title\n";
    let page = written(text);
    assert_eq!(
        page.split("---\n").nth(1),
        Some(
            "title: \"Title\"\ndescription: \"say \\\"yes\\\": \\\\no\"\nlang: \"en-US\"\ndate: \"2019-05-01\"\n"
        )
    );
}

#[test]
fn anchors_are_written_where_words_do_not_give_them() {
    let files = [
        ("glotta.yml", "reference: en-us\n"),
        ("docs-src/en-us/a.md", "# First\n\n## Second\n"),
        (
            "docs-src/de-de/a.md",
            "# Erstens\n\n## Zweitens\n\n[x](#zweitens) [y](../en-us/a.md#second) [z](b.md)\n",
        ),
    ];
    let german = page(&files, TargetName::Markdown, "de-de/a.md");
    assert!(
        german.contains("# <a name=\"first\"></a>Erstens\n\n## <a name=\"second\"></a>Zweitens\n"),
        "{german}"
    );
    assert!(german.contains("[x](#second) [y](#second) z\n"), "{german}");
    assert!(!page(&files, TargetName::Markdown, "en-us/a.md").contains("<a name"));
}

#[test]
fn a_start_page_lists_the_articles() {
    let files = [
        ("docs-src/de-de/x/a_b.md", "# A *b* [c](d) <e>\n"),
        ("docs-src/de-de/a.md", "# Z\n"),
    ];
    let page = page(&files, TargetName::Markdown, "de-de/index.md");
    assert!(
        page.contains(
            "# Dokumentation\n\n## Artikel\n\n- [Z](a.md)\n\n### x\n\n- [A b c](x/a_b.md)\n"
        ),
        "{page}"
    );
}
