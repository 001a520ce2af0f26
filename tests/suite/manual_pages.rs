//! What manual pages must do.

use glotta::model::TargetName;

use crate::pages::{page, pages};

/// Requests that our pages are made of.
const REQUESTS: [&str; 21] = [
    "TH", "SH", "SS", "PP", "TP", "IP", "BR", "RS", "RE", "UR", "UE", "MT", "ME", "EX", "EE", "TS",
    "TE", "br", "ad", "nr", "\\\"",
];

fn written(text: &str) -> String {
    page(
        &[("docs-src/en-us/a.md", text)],
        TargetName::Man,
        "man/en/man7/a.7",
    )
}

/// Returns what stands under the heading of the description.
fn body(text: &str) -> String {
    let page = written(&format!("# A\n\n{text}\n"));
    page.split_once(".SH \"DESCRIPTION\"\n")
        .expect("a description")
        .1
        .to_owned()
}

#[test]
fn blocks_are_roff() {
    for (text, expected) in [
        ("One. Two.\n\nThree", "One.\nTwo.\n.PP\nThree\n"),
        (
            "*a* **b *c* d** `e-f`",
            "\\fIa\\fR \\fBb \\fIc\\fB d\\fR \\fBe\\-f\\fR\n",
        ),
        (
            "- a\n- b\n  - c",
            ".IP \\(bu 2\na\n.IP \\(bu 2\nb\n.RS 2\n.IP \\(bu 2\nc\n.RE\n",
        ),
        (
            "1. a\n\n   b\n2. c",
            ".IP 1. 4\na\n.RS 4\n.PP\nb\n.RE\n.IP 2. 4\nc\n",
        ),
        (
            "> [!TIP]\n> a\n>\n> b",
            ".TP 7\n\\fBTip\\fR\na\n.RS\n.PP\nb\n.RE\n",
        ),
        (
            "x\n```\n.so y\n\n'a -b\n```",
            "x\n.PP\n.RS 4\n.EX\n\\&.so y\n\\&\n\\(aqa \\-b\n.EE\n.RE\n",
        ),
        (
            "a <kbd>b</kbd><br>c <x> <!-- d -->e",
            "a \\fBb\\fR\n.br\nc <x> e\n",
        ),
        (
            "a <ul><li>b<li>c</ul>",
            "a\n.IP \\(bu 2\nb\n.IP \\(bu 2\nc\n",
        ),
        (
            "[x](https://e.x/a-b), y",
            ".UR https://e\\:.x/\\:a\\-b\nx\n.UE \\&,\ny\n",
        ),
        ("<https://e.x/a-b>", "https://e\\:.x/\\:a\\-b\n"),
        ("[me](mailto:a@b.c)", ".MT a@b\\:.c\nme\n.ME\n"),
        (
            "a[^1]\n\n[^1]: b",
            "a[1]\n.SH \"Footnotes\"\n.IP [1] 5\nb\n",
        ),
        (
            "## B \"c\"\n\n### D\n\n# E",
            ".SH \"B \\(dqc\\(dq\"\n.SS \"D\"\n.SH \"E\"\n",
        ),
    ] {
        let body = body(text);
        let described = body.strip_prefix("A\n").unwrap_or(&body);
        assert_eq!(described, expected, "{text}");
    }
}

#[test]
fn nothing_in_an_article_is_a_request_or_an_escape() {
    for hostile in [
        ".sy touch x",
        "'sy touch x",
        ".so secret.txt",
        "\\V[HOME]",
        "a\n.so /etc/passwd",
        "\\X'tty: x'",
        ".\\\" c",
        "\\",
        "x\\",
        "\\\\n(.x",
        ".de SH\n..",
        "`.so x`",
        "- .so x",
        "> .so x",
        "# .so x",
        "a\\\n.so x",
        "a<br>.so x",
        "<ul><li>.so x</ul>",
        "<pre>\n.so x\n</pre>",
        "[.so x](https://e.x)",
        "| a | b |\n|---|---|\n| .so x | T} |\n| T{ | .TE |\n| _ | = |\n| \\^ | \\_ |",
        "| key | b |\n|---|---|\n| .so x | 'br and some more words than fit a small cell |",
        "```\n.sy touch x\n'br\n\\fBx\n```",
        "\u{1b}]0;title\u{7} \u{1b}[31mred",
        "\u{202e}left\u{202c}",
        "\u{9b}31m",
        "a\u{2028}.so x",
        "![.so x](y.png)",
        "[^1]\n\n[^1]: .so x",
    ] {
        for text in [
            hostile.to_owned(),
            format!(
                "---\ntitle: '{}'\n---\n{hostile}\n",
                hostile.lines().next().unwrap_or("").replace('\'', "''")
            ),
        ] {
            let page = written(&text);
            for line in page.lines() {
                let request = line
                    .strip_prefix('.')
                    .map(|rest| rest.split([' ', '"']).next().unwrap_or(""));
                let known = request.is_none_or(|request| {
                    REQUESTS.contains(&request) || line.starts_with(".\\\" -*-")
                });
                assert!(
                    known && (!line.starts_with('\'') || line == "'\\\" t"),
                    "{hostile:?}: {line}"
                );
                assert!(
                    line.trim_end() == line && !line.chars().any(char::is_control),
                    "{hostile:?}: {line}"
                );
            }
            assert!(
                !page.contains("\\V") && !page.contains("\\X") && !page.contains("\\n("),
                "{page}"
            );
        }
    }
}

#[test]
fn tables_of_prose_are_lists_and_small_ones_are_tables() {
    let prose = "| Id | Name | Text | Codes |\n|---|---|---|---|\n\
        | 101 | Some_Name | It is a long text, longer than a cell. | 0x01, 0x02 |\n\
        | 102 | Other_Name | It is another text, and even longer. | 0x02, 0x03 |\n\
        | 103 | Third_Name | It is the last text of all of them. | 0x01, 0x03 |\n";
    let body_of_prose = body(prose);
    assert!(
        body_of_prose.contains(".TP 7\n\\fB101\\fR \\(en Some_Name\nIt is a long text, longer than a cell.\n.br\nCodes: 0x01, 0x02\n"),
        "{body_of_prose}"
    );
    let small = "| Left | Right |\n|---|---|\n| a | b |\n";
    let body_of_small = body(small);
    assert!(body_of_small.contains(".TS\nnokeep tab(;);\nlw(4n) lw(5n).\nT{\n\\fBLeft\\fR\nT};T{\n\\fBRight\\fR\nT}\nT{\na\nT};T{\nb\nT}\n.TE\n"), "{body_of_small}");
    assert!(written(small).starts_with("'\\\" t\n.\\\" -*- coding: UTF-8 -*-\n"));
    assert!(written(prose).starts_with(".\\\" -*- coding: UTF-8 -*-\n.nr HY 0\n"));
}

#[test]
fn pages_are_dated_by_their_text_and_never_by_the_clock() {
    let date = |files: &[(&str, &str)]| {
        let page = page(files, TargetName::Man, "man/de/man7/a.7");
        let title = page
            .lines()
            .find(|line| line.starts_with(".TH "))
            .expect("a title")
            .to_owned();
        title.split(' ').nth(3).expect("a date").to_owned()
    };
    let german = |front: &'static str| ("docs-src/de-de/a.md", front);
    let french = ("docs-src/fr-fr/a.md", "---\ndate: 2022-02-02\n---\n");
    let other = ("docs-src/fr-fr/b.md", "---\ndate: 2023-03-03\n---\n");
    assert_eq!(
        date(&[german("---\ndate: 2020-01-31T10:00:00Z\n---\n"), french]),
        "2020-01-31"
    );
    assert_eq!(
        date(&[german("---\nms.date: 05/01/2019\n---\n"), french]),
        "2019-05-01"
    );
    assert_eq!(
        date(&[german("---\nms.date: 99/99/9999\n---\n"), french, other]),
        "2022-02-02"
    );
    assert_eq!(date(&[german("# A\n"), other]), "2023-03-03");
    assert_eq!(date(&[german("# A\n")]), "1970-01-01");
}

#[test]
fn pages_stand_where_man_looks_under_one_name_in_all_languages() {
    let files = [
        (
            "docs-src/zh-cn/guide/how-to.md",
            "---\nman: set-up\n---\n# A\n",
        ),
        ("docs-src/de-de/guide/how-to.md", "# A\n"),
        ("docs-src/pt-br/x/a.md", "# A\n"),
        ("docs-src/pt-pt/y/a.md", "---\nman: ../../evil\n---\n# A\n"),
        (
            "docs-src/de-de/z/a-very-long-name-of-an-article-that-nobody-wants-to-type.md",
            "# A\n",
        ),
    ];
    let pages = pages(&files, TargetName::Man);
    let paths: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "man/de/man7/article-that-nobody-wants-to-type.7",
            "man/de/man7/manual-index.7",
            "man/de/man7/set-up.7",
            "man/de/whatis",
            "man/pt_BR/man7/x-a.7",
            "man/pt_BR/whatis",
            "man/pt_PT/man7/y-a.7",
            "man/pt_PT/whatis",
            "man/zh_CN/man7/set-up.7",
            "man/zh_CN/whatis",
        ]
    );
}

#[test]
fn headings_and_header_speak_the_language() {
    let files = [
        ("glotta.yml", "site: {title: Handbuch}\n"),
        (
            "docs-src/de-de/a.md",
            "# Titel\n\nText [b](b.md) und [b](b.md#x).\n",
        ),
        ("docs-src/de-de/b.md", "# B\n"),
    ];
    let page = page(&files, TargetName::Man, "man/de/man7/a.7");
    assert_eq!(
        page,
        ".\\\" -*- coding: UTF-8 -*-\n.nr HY 0\n.TH A 7 1970-01-01 \"Handbuch\" \"Handbuch\"\n.ad l\n\
         .SH \"BEZEICHNUNG\"\na \\- Titel\n.SH \"BESCHREIBUNG\"\nText b und b.\n.SH \"SIEHE AUCH\"\n.BR b (7),\n.BR handbuch\\-index (7)\n"
    );
}

#[test]
fn a_line_of_chinese_is_broken_without_a_blank() {
    let page = written("# 标题\n\n这是第一行\n这是第二行，而且这一行很长很长很长很长很长。\n");
    let joined = page.replace("\\c\n", "");
    assert!(
        joined.contains("\n这是第一行这是第二行，而且这一行很长很长很长很长很长。\n"),
        "{page}"
    );
}

#[test]
fn front_matter_chooses_name_section_and_description() {
    let files = [
        (
            "docs-src/de-de/a.md",
            "---\nman: {name: stamps, section: 5, description: was Marken kosten}\n---\n# A\n\n[b](b.md)\n",
        ),
        (
            "docs-src/de-de/b.md",
            "---\nman: stamps\n---\n# B\n\n[a](a.md)\n",
        ),
    ];
    let pages = pages(&files, TargetName::Man);
    let first = &pages["man/de/man5/stamps.5"];
    assert!(first.contains(".TH STAMPS 5 "), "{first}");
    assert!(
        first.contains("\nstamps \\- was Marken kosten\n"),
        "{first}"
    );
    assert!(
        first.ends_with(".BR stamps (7),\n.BR manual\\-index (7)\n"),
        "{first}"
    );
    let second = &pages["man/de/man7/stamps.7"];
    assert!(
        second.ends_with(".BR stamps (5),\n.BR manual\\-index (7)\n"),
        "{second}"
    );
    assert_eq!(
        pages["man/de/whatis"],
        "stamps (5) - was Marken kosten\nstamps (7) - B\n"
    );
}

#[test]
fn a_name_that_is_asked_for_goes_before_one_of_a_file() {
    let files = [
        ("docs-src/de-de/a/b.md", "# 1\n"),
        ("docs-src/de-de/c.md", "---\nman: b\n---\n# 2\n"),
        ("docs-src/de-de/d.md", "---\nman: B\n---\n# 3\n"),
        ("docs-src/de-de/e.md", "---\nman: manual-index\n---\n# 4\n"),
    ];
    let pages = pages(&files, TargetName::Man);
    let list = &pages["man/de/whatis"];
    assert_eq!(
        list,
        "B-2 (7) - 3\na-b (7) - 1\nb (7) - 2\nmanual-index-2 (7) - 4\n"
    );
}

#[test]
fn a_page_of_each_language_lists_its_pages() {
    let files = [
        ("glotta.yml", "site: {title: Post}\n"),
        ("docs-src/de-de/a.md", "# A\n"),
        (
            "docs-src/de-de/b.md",
            "---\nman: {section: 5}\n---\n# .so B\n",
        ),
        ("docs-src/fr-fr/a.md", "# A\n"),
    ];
    let pages = pages(&files, TargetName::Man);
    let index = &pages["man/de/man7/post-index.7"];
    assert!(
        index.ends_with(
            ".SH \"Abschnitt 5\"\n.TP\n.BR b (5)\n\\&.so B\n.SH \"Abschnitt 7\"\n.TP\n.BR a (7)\nA\n"
        ),
        "{index}"
    );
    assert!(
        index.contains("\npost\\-index \\- Die Handbuchseiten von „Post“\n"),
        "{index}"
    );
    assert!(
        !pages.contains_key("man/fr/man7/post-index.7"),
        "one page is no list"
    );
    assert!(!pages["man/fr/man7/a.7"].contains("post"));
}

#[test]
fn one_heading_is_english_where_bsd_reads_it() {
    let files = [
        ("glotta.yml", "man: {english-name-heading: true}\n"),
        ("docs-src/de-de/a.md", "# A\n"),
    ];
    let page = page(&files, TargetName::Man, "man/de/man7/a.7");
    assert!(
        page.contains(".SH \"NAME\"\na \\- A\n.SH \"BESCHREIBUNG\"\n"),
        "{page}"
    );
}

#[test]
fn compressed_pages_hold_the_same_text_and_neither_time_nor_name() {
    let article = ("docs-src/de-de/a.md", "# Größe\n\nText.\n");
    let plain = page(&[article], TargetName::Man, "man/de/man7/a.7");
    let site = crate::pages::site(&[("glotta.yml", "man: {gzip: true}\n"), article]);
    let pages = glotta::render(&site, glotta::Target::named(TargetName::Man)).expect("pages");
    let page = pages
        .iter()
        .find(|page| page.path == "man/de/man7/a.7.gz")
        .expect("a compressed page");
    let bytes = page.bytes().expect("a page that was made");
    assert_eq!(bytes[3..8], [0; 5], "no flags and no time");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(bytes), &mut text)
        .expect("gzip");
    assert_eq!(text, plain);
}

#[test]
fn columns_that_no_row_names_are_told_before_the_rows() {
    let words = "| Plan | Files | Versions | Days | Tempo | Price |\n|---|---|---|---|---|---|\n\
        | Free of charge | 1000 | 1 | 30 | 1 MB/s | 0 |\n| At home | 100000 | 10 | 90 | 10 MB/s | 4 |\n";
    let page = body(words);
    let rows = "\\fIPlan\\fR\n.TP 7\n\\fBFree of charge\\fR\nFiles: 1000\n.br\nVersions: 1\n";
    assert!(page.contains(rows), "{page}");
    let keyed = "| Code | Name | What it means |\n|---|---|---|\n\
        | 0x00000001 | Store_Full | The store is full, and nothing more fits. |\n\
        | 0x00000002 | Store_Busy | The store is busy, and answers slowly. |\n";
    let page = body(keyed);
    let rows = "\\fICode\\fR \\(en \\fIName\\fR\n.RS 7\n\\fIWhat it means\\fR\n.RE\n.TP 7\n\\fB0x00000001\\fR \\(en Store_Full\n";
    assert!(page.contains(rows), "{page}");
}
