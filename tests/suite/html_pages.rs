//! What pages for browsers must do.

use glotta::model::TargetName;

use crate::pages::{page, pages};

/// Returns what an article becomes, without what stands around every page.
fn body(text: &str) -> String {
    let html = page(
        &[("docs-src/en-us/a.md", text)],
        TargetName::Html,
        "en-us/a.html",
    );
    let (_, main) = html
        .split_once("<main id=\"content\">\n")
        .expect("a main element");
    // The way to the page stands before its text.
    let (_, main) = main.split_once("</nav>\n").expect("the way to the page");
    main.split_once("</main>")
        .expect("its end")
        .0
        .trim()
        .to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(
            body(&format!("# A\n\n{text}\n")),
            format!("<h1 id=\"a\">A</h1>\n{expected}"),
            "{text}"
        );
    }
}

#[test]
fn text_is_text() {
    check(&[
        (
            "a *b* **c** ~~d~~ `e`",
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code translate=\"no\">e</code></p>",
        ),
        ("1 < 2 & \"3\"", "<p>1 &lt; 2 &amp; &quot;3&quot;</p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        (
            "> a\n> > b",
            "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>",
        ),
        (
            "3. a\n4. b",
            "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>",
        ),
        (
            "```c++ x\n<a>\n```",
            "<div class=\"code\" data-language=\"C++\"><pre tabindex=\"0\"><code class=\"language-c++\" translate=\"no\">&lt;a&gt;\n</code></pre></div>",
        ),
    ]);
}

#[test]
fn raw_html_is_shown_unless_it_is_harmless() {
    check(&[
        (
            "Press <kbd>A</kbd><br>now",
            "<p>Press <kbd>A</kbd><br>now</p>",
        ),
        (
            "Give <placeholder> a name",
            "<p>Give &lt;placeholder&gt; a name</p>",
        ),
        ("a <!-- hidden --> b", "<p>a  b</p>"),
        ("<b>never closed", "<p>&lt;b&gt;never closed</p>"),
        (
            "*<b>crossed*</b>",
            "<p><em>&lt;b&gt;crossed</em>&lt;/b&gt;</p>",
        ),
        ("<b onclick=x()>a</b>", "<p><b>a</b></p>"),
        ("<img src=x onerror=x() alt=sea>", "<p>sea</p>"),
        (
            "<script>x()</script>",
            "<p>&lt;script&gt;x()&lt;/script&gt;</p>",
        ),
        (
            "<!-- --><script>x()</script>",
            "<p>&lt;script&gt;x()&lt;/script&gt;</p>",
        ),
        (
            "x<a name=\"p\" onmouseover=\"x()\">y</a>",
            "<p>x<span id=\"p\"></span>y</p>",
        ),
        (
            "<a href=\"https://e.x/\">y</a>",
            "<p><a href=\"https://e.x/\">y</a></p>",
        ),
        ("<a href=\"javascript:x()\">y</a>", "<p>y</p>"),
        (
            "[<a href=\"https://e.x/\">y</a>](https://f.x/)",
            "<p><a href=\"https://f.x/\">y</a></p>",
        ),
        ("<plaintext>", "<p>&lt;plaintext&gt;</p>"),
        ("</main></body>", "<p>&lt;/main&gt;&lt;/body&gt;</p>"),
    ]);
}

#[test]
fn raw_html_makes_a_valid_page() {
    check(&[
        (
            "a <ul><li>*b*</ul> c",
            "<p>a </p>\n<ul><li><em>b</em></li>\n</ul>\n<p> c</p>",
        ),
        ("a</br>b", "<p>a<br>b</p>"),
        (
            "<details>\n<summary>a</summary>\n\n- b\n\n</details>",
            "<details><summary>a</summary>\n<ul>\n<li>b\n</li>\n</ul>\n</details>",
        ),
        ("<li>a</li>", "<ul><li>a</li>\n</ul>"),
        (
            "<table><tr><td>a<td>b<tr><td rowspan=9>c</table>",
            "<table><tbody><tr><td>a</td>\n<td>b</td>\n</tr>\n<tr><td rowspan=\"1\">c</td>\n<td></td>\n</tr>\n</tbody>\n</table>",
        ),
        (
            "<div id=\"x\" style=\"color:red\" class=\"y\">a</div>\n<div id=\"x\">b</div>",
            "<div id=\"x\">a</div>\n<div>b</div>",
        ),
    ]);
}

#[test]
fn raw_html_is_read_in_cells_and_headings() {
    let text = "## a <p>b</p>\n\n|a|\n|-|\n|<ul><li>[b](https://e.x/)</li></ul>|\n";
    let html = body(text);
    assert!(html.contains(">a <br>b"), "{html}");
    let list = "<ul><li><a href=\"https://e.x/\">b</a></li>\n</ul></td>";
    assert!(html.contains(list), "{html}");
}

#[test]
fn raw_html_of_trusted_authors_is_left_as_it_is() {
    let text = "a <x-y onclick=z()>b</x-y>\n\n<script>z()</script>\n";
    let files = [
        ("glotta.yml", "markup: trusted\n"),
        ("docs-src/en-us/a.md", text),
    ];
    let html = page(&files, TargetName::Html, "en-us/a.html");
    assert!(
        html.contains("<p>a <x-y onclick=z()>b</x-y></p>\n<script>z()</script>"),
        "{html}"
    );
}

#[test]
fn a_link_leads_somewhere_or_is_none() {
    check(&[
        (
            "[x](https://e.x/?a=1&b \"t\")",
            "<p><a href=\"https://e.x/?a=1&amp;b\" title=\"t\">x</a></p>",
        ),
        ("[x](http://e.x/)", "<p><a href=\"http://e.x/\">x</a></p>"),
        ("<me@e.x>", "<p><a href=\"mailto:me@e.x\">me@e.x</a></p>"),
        ("[x](javascript:x())", "<p>x</p>"),
        ("[x](JaVaScRiPt:x())", "<p>x</p>"),
        ("[x](&#106;avascript:x())", "<p>x</p>"),
        ("[x](data:text/html,x)", "<p>x</p>"),
        ("[x](vbscript:x)", "<p>x</p>"),
        ("[x](file:///etc/passwd)", "<p>x</p>"),
        ("[x](//e.x/)", "<p>x</p>"),
        ("[x](../../../secret.txt)", "<p>x</p>"),
        ("[x](..%2f..%2fsecret.txt)", "<p>x</p>"),
        ("[x](C:\\\\Windows\\\\win.ini)", "<p>x</p>"),
        ("[x](missing.md)", "<p>x</p>"),
        ("[x](#missing)", "<p>x</p>"),
        ("[x](#a)", "<p><a href=\"#a\">x</a></p>"),
        (
            "![x](https://e.x/a.png)",
            "<p><span class=\"lost-picture\">x</span></p>",
        ),
        (
            "[![x](a.png)](https://e.x/)",
            "<p><a href=\"https://e.x/\"><span class=\"lost-picture\">x</span></a></p>",
        ),
    ]);
}

#[test]
fn headings_skip_no_level_and_one_is_the_title() {
    let headings = |text: &str| {
        let html = body(text);
        let tags = html
            .match_indices("<h")
            .filter_map(|(at, _)| html.get(at + 2..at + 3));
        tags.filter(|level| *level != "r").collect::<String>()
    };
    for (text, expected) in [
        ("# A\n\n## B\n\n#### C\n\n## D\n", "1232"),
        ("# A\n\n# B\n\n### C\n", "123"),
        ("## A\n\n# B\n", "122"),
        ("text\n", "1"),
        ("#\n\n# A\n", "12"),
    ] {
        assert_eq!(headings(text), expected, "{text}");
    }
}

#[test]
fn ids_are_given_once() {
    let text = "# A\n\n## B {#content}\n\n## B {#content}\n\n<a name=\"content\"></a> <a id=\"a b\"></a> <a id=\"a b\"></a>\n";
    let html = page(
        &[("docs-src/en-us/a.md", text)],
        TargetName::Html,
        "en-us/a.html",
    );
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{html}");
    assert!(ids.iter().all(|id| !id.contains(' ')), "{ids:?}");
    assert!(html.contains("href=\"#content-2\">Skip"), "{html}");
}

const EVENTS: &str = "# Events\n\n\
    | Id | Name | What happened | Codes |\n|---|---|---|---|\n\
    | 10010 | StartedService | The service was started today. | 0x01, 0x02 |\n\
    | 10020 | StoppedService | The service was stopped today. | 0x02, 0x03 |\n\
    | 10030 | UploadFailure | An upload has failed today. | 0x03 or 0x0F |\n";

const CODES: &str = "# Codes\n\n\
    | Code | Message |\n|---|---|\n\
    | 0x01 | All is \"well\" with it. |\n| 0x02 | It has expired again. |\n| 0x03 | It was not found there. |\n";

#[test]
fn rows_can_be_linked_to_and_codes_lead_to_their_rows() {
    let files = [
        ("docs-src/en-us/events.md", EVENTS),
        ("docs-src/en-us/codes.md", CODES),
    ];
    let html = page(&files, TargetName::Html, "en-us/events.html");
    for expected in [
        "<tr id=\"10010\"><th scope=\"row\" class=\"key\"><a class=\"row\" href=\"#10010\" title=\"Link to row 10010\"><code translate=\"no\">10010</code></a></th>",
        "<td class=\"identifier\" data-label=\"Name\"><code translate=\"no\">Started<wbr>Service</code></td>",
        "<a href=\"codes.html#0x01\" class=\"cite\" aria-description=\"All is &quot;well&quot; with it.\"><code translate=\"no\">0x01</code></a>, <a",
        "</a> or <code translate=\"no\">0x0F</code></td>",
        "<th scope=\"col\" class=\"key\">Id</th>",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

#[test]
fn a_definition_says_which_rows_cite_it_and_on_which_page() {
    let files = [
        ("docs-src/en-us/events.md", EVENTS),
        ("docs-src/en-us/codes.md", CODES),
    ];
    let html = page(&files, TargetName::Html, "en-us/codes.html");
    for expected in [
        "<p class=\"cited\"><span>Cited by</span> <a href=\"events.html#10010\" class=\"cite\" aria-description=\"Events\">10010</a></p></td>",
        ">10010</a> <a href=\"events.html#10020\" class=\"cite\" aria-description=\"Events\">10020</a></p></td>",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

/// A table of events that all cite one code, and the table that defines it.
fn long_tables() -> String {
    let rows = (10..20).map(|at| format!("| 101{at} | 0x01, 0x02, 0x03 |\n"));
    let rows: String = rows.collect();
    format!(
        "# Both\n\n| Id | Codes |\n|---|---|\n{rows}\n{}",
        &CODES["# Codes\n\n".len()..]
    )
}

#[test]
fn many_citing_rows_are_folded_and_only_long_tables_can_be_filtered() {
    let html = body(&long_tables());
    for expected in [
        "<div class=\"table\" data-copy=\"Copy {}\" data-filter=\"Filter rows\" data-found=\"{} of 10 rows\">",
        "<div class=\"table\" data-copy=\"Copy {}\">",
        "<details class=\"cited\"><summary>Cited by 10 rows</summary> <a href=\"#10110\">10110</a> <a",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
    assert!(!body("| A | B |\n|---|---|\n| x y | z |\n").contains("data-copy"));
}

#[test]
fn codes_in_running_text_lead_to_the_row_that_defines_them_and_years_do_not() {
    let text = format!(
        "{}\n## On 0x02\n\nSee 0x02, `0x03`, [0x01](https://e.x), 10110, 101 and 0x09.\n",
        long_tables()
    );
    let html = body(&text);
    for expected in [
        "See <a href=\"#0x02\" class=\"cite\" aria-description=\"It has expired again.\">0x02</a>, ",
        "<a href=\"#0x03\" class=\"cite\" aria-description=\"It was not found there.\"><code translate=\"no\">0x03</code></a>, ",
        "<a href=\"https://e.x\">0x01</a>, ",
        "101 and 0x09.</p>",
        ">On 0x02 <a class=\"anchor\"",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

#[test]
fn a_code_that_two_tables_define_leads_nowhere_from_running_text() {
    let files = [
        ("docs-src/en-us/codes.md", CODES),
        ("docs-src/en-us/others.md", CODES),
        ("docs-src/en-us/text.md", "# Text\n\nThis is 0x02.\n"),
    ];
    let html = page(&files, TargetName::Html, "en-us/text.html");
    assert!(html.contains("<p>This is 0x02.</p>"), "{html}");
}

#[test]
fn a_column_without_a_name_has_one_for_those_who_cannot_see() {
    let html = body("| | B |\n|---|---|\n| x | y |\n");
    assert!(
        html.contains(
            "<th scope=\"col\" class=\"prose\"><span class=\"hidden\">Column 1</span></th>"
        ),
        "{html}"
    );
    assert!(!body("| A |\n|---|\n").contains("<tbody>"));
}

#[test]
fn links_between_articles_stay_in_their_language() {
    let files = [
        ("glotta.yml", "reference: en-us\n"),
        ("docs-src/en-us/a.md", "# A\n\n[b](x/b.md#there)\n"),
        (
            "docs-src/en-us/x/b.md",
            "# B\n\n## There\n\n[c](../c.md) [a](/a.md) [a](~/en-us/a.md?view=x)\n",
        ),
        ("docs-src/en-us/c.md", "# C\n"),
        ("docs-src/de-de/a.md", "# A\n\n[b](../en-us/x/b.md#there)\n"),
        (
            "docs-src/de-de/x/b.md",
            "# B\n\n## Dort\n\n[c](../c.md) [a](/en-us/a.md)\n",
        ),
    ];
    let pages = pages(&files, TargetName::Html);
    for (path, expected) in [
        ("en-us/a.html", "<a href=\"x/b.html#there\">b</a>"),
        (
            "en-us/x/b.html",
            "<a href=\"../c.html\">c</a> <a href=\"../a.html\">a</a> <a href=\"../a.html\">a</a>",
        ),
        ("de-de/a.html", "<a href=\"x/b.html#there\">b</a>"),
        (
            "de-de/x/b.html",
            "<a href=\"../c.html\">c</a> <a href=\"../a.html\">a</a>",
        ),
    ] {
        assert!(
            pages[path].contains(expected),
            "{path}: {expected}\n{}",
            pages[path]
        );
    }
}

#[test]
fn a_page_names_its_languages_and_no_others() {
    let files = [
        (
            "glotta.yml",
            "reference: en-us\nsite: {url: \"https://e.x/docs\"}\n",
        ),
        ("docs-src/en-us/a.md", "# A\n"),
        ("docs-src/de-de/a.md", "# A\n"),
        ("docs-src/fr-fr/b.md", "# B\n"),
    ];
    let pages = pages(&files, TargetName::Html);
    let alternates = |path: &str| -> Vec<String> {
        let lines = pages[path]
            .lines()
            .filter(|line| line.contains("rel=\"alternate\" hreflang"));
        lines
            .map(|line| {
                line.replace("<link rel=\"alternate\" hreflang=", "")
                    .replace("https://e.x/docs", "")
            })
            .collect()
    };
    assert_eq!(
        alternates("de-de/a.html"),
        [
            "\"en-US\" href=\"/en-us/a.html\">",
            "\"de-DE\" href=\"/de-de/a.html\">",
            "\"x-default\" href=\"/en-us/a.html\">"
        ]
    );
    assert_eq!(
        alternates("fr-fr/b.html"),
        [
            "\"fr-FR\" href=\"/fr-fr/b.html\">",
            "\"x-default\" href=\"/\">"
        ]
    );
    assert!(
        pages["de-de/a.html"]
            .contains("<link rel=\"canonical\" href=\"https://e.x/docs/de-de/a.html\">")
    );
    assert!(pages["sitemap.xml"].contains("<loc>https://e.x/docs/de-de/a.html</loc>"));
}

#[test]
fn without_an_address_pages_begin_at_the_root_and_there_is_no_map() {
    let pages = pages(&[("docs-src/de-de/a.md", "# A\n")], TargetName::Html);
    assert!(pages["de-de/a.html"].contains("<link rel=\"canonical\" href=\"/de-de/a.html\">"));
    assert!(!pages.contains_key("sitemap.xml"));
}

#[test]
fn words_that_are_borrowed_from_english_say_so() {
    let text = "> [!NOTE]\n> x\n\n## B\n\n## C\n";
    let files = [("docs-src/fi-fi/a.md", text), ("docs-src/de-de/a.md", text)];
    let pages = pages(&files, TargetName::Html);
    for english in [
        "lang=\"en\">Skip to the content</a>",
        "lang=\"en\">On this page</p>",
        "lang=\"en\">Note</p>",
        "data-lang=\"en\"",
    ] {
        let html = &pages["fi-fi/a.html"];
        assert!(html.contains(english), "{html}");
    }
    assert!(!pages["de-de/a.html"].contains("lang=\"en\""));
    assert!(pages["index.html"].contains("<span lang=\"en\">1 article</span>"));
    assert!(pages["404.html"].contains("<section lang=\"fi-FI\" dir=\"ltr\">\n<h2 lang=\"en\">"));
}

#[test]
fn start_pages_list_what_a_language_has_and_what_is_not_translated() {
    let files = [
        ("glotta.yml", "reference: en-us\nuntranslated: [notes/**]\n"),
        ("docs-src/en-us/zebra.md", "# Zebra\n"),
        ("docs-src/en-us/notes/one.md", "# One\n"),
        ("docs-src/sv-se/zebra.md", "# Zebra\n"),
        ("docs-src/sv-se/orm.md", "# Örn\n"),
        ("docs-src/sv-se/ask.md", "# Ask\n"),
    ];
    let html = page(&files, TargetName::Html, "sv-se/index.html");
    let titles: Vec<&str> = html
        .split("<li><a href=\"")
        .filter_map(|rest| rest.split_once("\n<p")?.0.split_once('"'))
        .map(|(href, _)| href)
        .collect();
    assert_eq!(
        titles,
        ["ask.html", "zebra.html", "orm.html", "notes/one.html"]
    );
    assert!(
        html.contains("lang=\"en-US\"><bdi>One</bdi></a> <span class=\"note\">På engelska</span>"),
        "{html}"
    );
}

#[test]
fn groups_of_a_tree_are_cards_of_a_start_page() {
    let mut files: Vec<(String, String)> = (1..=8)
        .map(|n| {
            (
                format!("docs-src/en-us/guide/a{n}.md"),
                format!("# Page {n}\n"),
            )
        })
        .collect();
    files.push((
        "docs-src/en-us/README.md".to_owned(),
        "# About\n".to_owned(),
    ));
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let html = page(&files, TargetName::Html, "en-us/index.html");
    for expected in [
        "<section class=\"card\">\n<h3>guide</h3>\n<ul>\n<li><a href=\"guide/a1.html\">Page 1</a></li>",
        "<details>\n<summary>2 more articles</summary>\n<ul>\n<li><a href=\"guide/a7.html\">Page 7</a></li>",
        "<ul class=\"list\">\n<li><a href=\"README.html\">About</a>",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
}

#[test]
fn an_article_called_index_is_the_start_page() {
    let files = [
        ("docs-src/en-us/index.md", "# Welcome\n"),
        ("docs-src/en-us/a.md", "# A\n"),
        ("docs-src/de-de/a.md", "# A\n"),
    ];
    let pages = pages(&files, TargetName::Html);
    assert!(pages["en-us/index.html"].contains("<h1 id=\"welcome\">Welcome</h1>"));
    assert!(pages["en-us/index.html"].contains("<a href=\"a.html\">A</a>"));
    assert!(pages["de-de/index.html"].contains("hreflang=\"en-US\" href=\"/en-us/index.html\""));
}

#[test]
fn hostile_front_matter_stays_in_its_place() {
    let text = "---\ntitle: \"</title><script>x()</script>\"\ndescription: \"\\\" onload=\\\"x()\"\n---\ntext\n";
    let html = page(
        &[("docs-src/en-us/a.md", text)],
        TargetName::Html,
        "en-us/a.html",
    );
    assert!(
        !html.contains("<script>") && !html.contains("\" onload=\""),
        "{html}"
    );
    assert!(html.contains("<h1>&lt;/title&gt;&lt;script&gt;"), "{html}");
}

#[test]
fn a_file_name_is_written_so_that_a_link_can_be_followed() {
    let files = [
        (
            "docs-src/en-us/a.md",
            "# A\n\n[x](<b \"c\" #1.md>) [y](b%20%22c%22.md)\n",
        ),
        ("docs-src/en-us/b \"c\".md", "# B\n"),
    ];
    let html = page(&files, TargetName::Html, "en-us/a.html");
    assert!(
        html.contains("<p>x <a href=\"b%20%22c%22.html\">y</a></p>"),
        "{html}"
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    check(&[(
        "a[^x] b[^x] c[^none]\n\n[^x]: note\n\n[^unused]: never",
        "<p>a<sup><a class=\"call\" id=\"footnote-reference-1\" href=\"#footnote-1\" aria-label=\"Footnote 1\">1</a></sup> \
         b<sup><a class=\"call\" id=\"footnote-reference-1-1\" href=\"#footnote-1\" aria-label=\"Footnote 1\">1</a></sup> c[^none]</p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"footnote-1\"><p>note</p>\n \
         <a class=\"back\" href=\"#footnote-reference-1\" aria-label=\"Back to reference 1.1\">↩</a> \
         <a class=\"back\" href=\"#footnote-reference-1-1\" aria-label=\"Back to reference 1.2\">↩</a></li>\n</ol>\n</section>",
    )]);
}
