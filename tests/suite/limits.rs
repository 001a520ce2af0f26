//! What is too much is refused with words that help, can be raised, and nothing takes the square of its length.

use std::time::{Duration, Instant};

use glotta::diagnostic::Diagnostic;
use glotta::discover::MemoryWorld;
use glotta::model::{Levels, Site};
use glotta::render::Target;

use crate::sandbox::Sandbox;

/// Files that exceed a limit; what is said of them; and what raises the limit.
struct Case {
    files: Vec<(&'static str, String)>,
    rule: &'static str,
    says: &'static str,
    help: &'static str,
    raised: &'static str,
}

fn table(rows: usize) -> String {
    format!("# A\n\n|a|b|\n|-|-|\n{}", "|x|y|\n".repeat(rows))
}

fn front_matter(yaml: &str) -> String {
    format!("---\n{yaml}\n---\n# A\n")
}

fn chain(length: usize) -> Vec<(&'static str, String)> {
    let paths = [
        "fi-fi/a.md",
        "fi-fi/includes/b.md",
        "fi-fi/includes/c.md",
        "fi-fi/includes/d.md",
    ];
    let names = ["includes/b.md", "c.md", "d.md"];
    let text = |at: usize| match names.get(at).filter(|_| at < length) {
        Some(name) => format!("One\n\n[!INCLUDE [x]({name})]\n"),
        None => "The end\n".to_owned(),
    };
    let files = paths.iter().take(length + 1).enumerate();
    files.map(|(at, path)| (*path, text(at))).collect()
}

fn cases() -> Vec<Case> {
    let keys: String = (0..30).map(|key| format!("k{key}: v\n")).collect();
    let entries: String = (0..30)
        .map(|key| format!("- name: n{key}\n  href: a.md\n"))
        .collect();
    let with_toc = |toc: String| vec![("fi-fi/a.md", "# A\n".into()), ("fi-fi/toc.yml", toc)];
    let article = |text: String| vec![("fi-fi/a.md", text)];
    vec![
        Case {
            files: article(format!("# A\n\n{}", "word ".repeat(1_000))),
            rule: "unreadable-article",
            says: "it has more than 4 KiB",
            help: "split it, or raise `file` under `limits:` in glotta.yml",
            raised: "file: 4 KiB",
        },
        Case {
            files: article("- a\n  - b\n    - c\n".into()),
            rule: "limit-exceeded",
            says: "more than 1 levels stand in one another here",
            help: "or raise `nesting`",
            raised: "nesting: 1",
        },
        Case {
            files: article(front_matter(&format!("x: {}", "y".repeat(2_000)))),
            rule: "front-matter-syntax",
            says: "2004 bytes of YAML are too many",
            help: "keep it under 1 KiB, or raise `front-matter`",
            raised: "front-matter: 1 KiB",
        },
        Case {
            files: article(front_matter("x: [[[y]]]")),
            rule: "front-matter-syntax",
            says: "more than 2 levels stand in one another",
            help: "or raise `front-matter-depth`",
            raised: "front-matter-depth: 2",
        },
        Case {
            files: article(front_matter(keys.trim_end())),
            rule: "front-matter-syntax",
            says: "this is key number 21: too many",
            help: "keep it to 20 keys, or raise `front-matter-keys`",
            raised: "front-matter-keys: 20",
        },
        Case {
            files: with_toc(entries.clone()),
            rule: "navigation-syntax",
            says: "bytes of YAML are too many",
            help: "keep it under 200 bytes, or raise `yaml-file`",
            raised: "yaml-file: 200 bytes",
        },
        Case {
            files: with_toc("- name: a\n  items:\n  - name: b\n    items:\n    - name: c\n".into()),
            rule: "navigation-syntax",
            says: "more than 3 levels stand in one another",
            help: "or raise `yaml-depth`",
            raised: "yaml-depth: 3",
        },
        Case {
            files: with_toc(format!("items:\n{entries}")),
            rule: "navigation-syntax",
            says: "this is key number 51: too many",
            help: "or raise `yaml-keys`",
            raised: "yaml-keys: 50",
        },
        Case {
            files: article(table(10)),
            rule: "limit-exceeded",
            says: "the table has more than 10 cells up to here",
            help: "split the table, or raise `table-cells`",
            raised: "table-cells: 10",
        },
        Case {
            files: article(format!("# A\n\n{}\n\n[^a]: b\n", "x[^a] ".repeat(9))),
            rule: "too-many-footnotes",
            says: "more than 5 footnotes in one article",
            help: "split the article, or raise `footnotes`",
            raised: "footnotes: 5",
        },
        Case {
            files: chain(3),
            rule: "include-circle",
            says: "this include lies too deep",
            help: "or raise `include-depth`",
            raised: "include-depth: 2",
        },
        Case {
            files: vec![
                ("fi-fi/a.md", "[!INCLUDE [x](includes/b.md)]\n".into()),
                ("fi-fi/includes/b.md", "word ".repeat(300)),
            ],
            rule: "include-circle",
            says: "holds too much",
            help: "include less than 1 KiB on one page, link to the text, or raise `included-text`",
            raised: "included-text: 1 KiB",
        },
        Case {
            files: vec![
                ("fi-fi/a.md", "# A\n\n[!code-c[x](b.c)]\n".into()),
                ("fi-fi/b.c", "int i;\n".repeat(200)),
            ],
            rule: "unreadable-file",
            says: "this file has more than 1 KiB",
            help: "or raise `included-code`",
            raised: "included-code: 1 KiB",
        },
    ]
}

fn world(files: &[(&str, String)], limits: &str) -> MemoryWorld {
    let world = MemoryWorld::new().with("glotta.yml", format!("limits: {{{limits}}}\n"));
    let file = |world: MemoryWorld, (path, text): &(&str, String)| {
        world.with(format!("docs-src/{path}"), text.as_str())
    };
    files.iter().fold(world, file)
}

fn findings(files: &[(&str, String)], limits: &str) -> Vec<Diagnostic> {
    let loaded = glotta::load(&world(files, limits)).expect("a site");
    let report = glotta::check(&loaded.value, &Levels::default());
    let noticed = loaded.diagnostics.into_iter();
    noticed.chain(report.diagnostics).collect()
}

#[test]
fn every_limit_is_told_with_what_to_do_and_holds_where_it_is_set() {
    for case in cases() {
        let found = findings(&case.files, case.raised);
        let told = found.iter().find(|it| it.rule == case.rule);
        let told = told.unwrap_or_else(|| panic!("{}: {found:#?}", case.raised));
        assert!(told.message.contains(case.says), "{told:#?}");
        let help = told.help.as_deref().unwrap_or_default();
        assert!(help.contains(case.help), "{told:#?}");
        assert!(help.ends_with("under `limits:` in glotta.yml"), "{help}");
        let usual = findings(&case.files, "");
        assert!(usual.iter().all(|it| it.rule != case.rule), "{usual:#?}");
    }
}

#[test]
fn every_limit_is_tried() {
    for name in glotta::model::Limit::names() {
        let tried = |case: &Case| case.raised.split_once(':').is_some_and(|it| it.0 == name);
        assert!(cases().iter().any(tried), "{name}");
    }
}

#[test]
fn limits_of_the_configuration_are_checked() {
    let sandbox = Sandbox::with_site();
    for (limits, expected) in [
        (
            "file: 3",
            "write a number and a unit, as in `32 MiB`, or `none`; the usual is 16 MiB",
        ),
        ("nesting: 1000", "`nesting` cannot be raised to 1000"),
        ("fil: 3 MiB", "`limits` has no key `fil`"),
    ] {
        let sandbox = Sandbox::with_site().file("glotta.yml", format!("limits:\n  {limits}\n"));
        let run = sandbox.run("check");
        assert_eq!(run.code, Some(2), "{run:#?}");
        run.says(&[expected, "glotta.yml:2:"]);
    }
    assert_eq!(sandbox.run("check").code, Some(0));
}

/// Nests as deep as limits can allow, in every way that there is, and makes every page of it.
#[test]
fn the_deepest_tree_that_can_be_asked_for_is_walked() {
    let deep = |text: &str| format!("# A\n\n{text}\n");
    let lists: String = (0..400)
        .map(|at| format!("{}- x\n", " ".repeat(2 * at)))
        .collect();
    for text in [
        format!("{}x", "> ".repeat(1_000)),
        format!("{}x", "- ".repeat(1_000)),
        format!("{}x", "> - ".repeat(500)),
        lists,
        format!("{}x{}", "*a **b ".repeat(200), "** *".repeat(200)),
        format!("{}x{}", "<div>\n\n".repeat(300), "</div>\n\n".repeat(300)),
        format!("{}x{}", "<b>".repeat(300), "</b>".repeat(300)),
    ] {
        let files = [("fi-fi/a.md", deep(&text)), ("sv-se/a.md", deep(&text))];
        let site = glotta::load(&world(&files, "nesting: 128")).expect("a site");
        made(&site.value);
    }
    let toc = |open: &str, depth: usize| -> String {
        let entry = |at: usize| format!("{0}- name: x\n{0}  items:\n", open.repeat(at));
        (0..depth).map(entry).collect()
    };
    let files = [
        ("fi-fi/a.md", "# A\n".to_owned()),
        ("fi-fi/toc.yml", toc("  ", 63)),
    ];
    let site = glotta::load(&world(&files, "yaml-depth: 128")).expect("a site");
    made(&site.value);
}

/// Checks a site and makes all its pages.
fn made(site: &Site) -> usize {
    glotta::check(site, &Levels::default());
    let pages = |target: &&Target| glotta::render(site, target).expect("pages").len();
    Target::ALL.iter().map(pages).sum()
}

/// What an input is called, and how it is made with a size.
type Known = (&'static str, fn(usize) -> String);

/// Inputs that are known to have cost parsers of Markdown or YAML the square of their length.
const KNOWN: &[Known] = &[
    ("links that never close", |n| "[a](".repeat(n)),
    ("links with titles that never close", |n| {
        "[a](b \"".repeat(n)
    }),
    ("open brackets", |n| "[".repeat(n)),
    ("closed brackets", |n| "](a/".repeat(n)),
    ("images", |n| "![".repeat(n)),
    ("nested references", |n| "[a][".repeat(n)),
    ("marks of footnotes", |n| "[^".repeat(n)),
    ("definitions", |n| {
        (0..n).map(|it| format!("[a{it}]: x\n")).collect()
    }),
    ("one definition", |n| "[a]: x\n".repeat(n)),
    ("definitions that do not end", |n| "[a]: <".repeat(n)),
    ("references", |n| format!("[a]: x\n\n{}", "[a] ".repeat(n))),
    ("emphasis", |n| "*a **b ".repeat(n)),
    ("crossed emphasis", |n| "*a_ ".repeat(n)),
    ("strong within words", |n| "a**b".repeat(n)),
    ("stars", |n| "*".repeat(n)),
    ("strikethrough", |n| "~a ~~".repeat(n)),
    ("backticks", |n| {
        format!("{}a{}", "`".repeat(n), "`".repeat(n - 1))
    }),
    ("runs of backticks", |n| {
        let most = (2 * n).isqrt();
        (1..most).map(|it| "`".repeat(it) + " ").collect()
    }),
    ("comments", |n| "<!-- ".repeat(n)),
    ("instructions", |n| "x <?".repeat(n)),
    ("character data", |n| "x <![CDATA[".repeat(n)),
    ("declarations", |n| "x <!A ".repeat(n)),
    ("tags", |n| "<a ".repeat(n)),
    ("elements that stay open", |n| "x <b>".repeat(n)),
    ("ends of elements", |n| "x </b>".repeat(n)),
    ("ampersands", |n| "&".repeat(n)),
    ("entities", |n| "&amp;".repeat(n)),
    ("automatic links", |n| "<https://a.example> ".repeat(n)),
    ("automatic links that stay open", |n| "<https://a".repeat(n)),
    ("quotes", |n| format!("{}x", "> ".repeat(n))),
    ("lists on one line", |n| format!("{}x", "- ".repeat(n))),
    ("nested lists", |n| {
        (0..n.isqrt())
            .map(|it| format!("{}- x\n", " ".repeat(2 * it)))
            .collect()
    }),
    ("items", |n| "- x\n".repeat(n)),
    ("columns", |n| {
        format!(
            "{}\n{}|\n|{}",
            "|".repeat(n),
            "|-".repeat(n),
            "x|".repeat(n)
        )
    }),
    ("rows", |n| {
        let rows = (0..n / 2).map(|it| format!("| {it} | N_{it} | text {it} |\n"));
        format!("|a|b|c|\n|-|-|-|\n{}", rows.collect::<String>())
    }),
    ("rows that lack cells", |n| {
        format!("|a|b|\n|-|-|\n{}", "|x|\n".repeat(n))
    }),
    ("tables", |n| "|a|b|\n|-|-|\n|1|2|\n\n".repeat(n / 4)),
    ("equal headings", |n| "# same\n".repeat(n)),
    ("headings with ids", |n| {
        (0..n).map(|it| format!("## h {{#a{it}}}\n")).collect()
    }),
    ("a long word", |n| "x".repeat(40 * n)),
    ("a long line", |n| "word ".repeat(8 * n)),
    ("a long heading", |n| format!("# {}", "x".repeat(8 * n))),
    ("empty lines", |n| "\n".repeat(20 * n)),
    ("fences that stay open", |n| "```\n".repeat(n | 1)),
    ("coloured code", |n| {
        "```json\n{\"a\": 1}\n```\n".repeat(n / 4)
    }),
    ("zones that stay open", |n| {
        "::: zone pivot=\"a\"\n".repeat(n)
    }),
    ("rows that stay open", |n| ":::row:::\n".repeat(n)),
    ("directives that do not end", |n| ":::image ".repeat(n)),
    ("formulas", |n| "$$\n".repeat(n)),
    ("equal tabs", |n| "# [a](#tab/a)\n".repeat(n)),
    ("alerts", |n| "> [!NOTE]\n> x\n\n".repeat(n / 2)),
    ("includes of nothing", |n| {
        "[!INCLUDE [a](b.md)]\n\n".repeat(n / 2)
    }),
    ("mappings in YAML", |n| {
        front_matter(&format!("x: {}", "{a: ".repeat(n)))
    }),
    ("sequences in YAML", |n| {
        front_matter(&format!("x: {}", "[".repeat(n)))
    }),
    ("aliases in YAML", |n| {
        front_matter(&format!("a: &a x\nx: [{}]", "*a, ".repeat(n)))
    }),
    ("laughs in YAML", |n| {
        let line = |it: usize| format!("b{it}: &b{it} [{}]\n", format!("*b{},", it - 1).repeat(9));
        let lines: String = (1..n / 80).map(line).collect();
        front_matter(format!("b0: &b0 [x]\n{lines}").trim_end())
    }),
    ("quotation marks in YAML", |n| {
        front_matter(&format!("x: {}", "\"".repeat(n)))
    }),
    ("broken keys in YAML", |n| {
        let keys: String = (0..n / 10).map(|it| format!("k{it}: \"\n")).collect();
        front_matter(keys.trim_end())
    }),
    ("equal keys in YAML", |n| {
        front_matter("a: b\n".repeat(n / 5).trim_end())
    }),
];

/// How long it takes to read and check a text in two languages and to make its pages.
fn time(text: &str) -> Duration {
    let article = match text.starts_with("---\n") {
        true => text.to_owned(),
        false => format!("# T\n\n{text}\n"),
    };
    let files = [("fi-fi/a.md", article.clone()), ("sv-se/a.md", article)];
    let limits = "front-matter: none, front-matter-keys: none";
    let begun = Instant::now();
    let site = glotta::load(&world(&files, limits)).expect("a site").value;
    assert!(made(&site) > 0);
    begun.elapsed()
}

/// The budget is far away, for a machine that does other things besides: what grows as the square of its length shows in the test below.
#[test]
fn known_inputs_are_read_checked_and_shown() {
    for (name, make) in KNOWN {
        let taken = time(&make(1_000));
        assert!(taken < Duration::from_secs(20), "{name}: {taken:?}");
    }
}

/// Run it by itself and with optimization: `cargo test --release --test suite -- --ignored --nocapture ten_times`.
#[test]
#[ignore = "it measures, and a machine that does other things measures something else"]
fn ten_times_the_input_takes_at_most_twelve_times_the_time() {
    let mut over = Vec::new();
    for (name, make) in KNOWN {
        let least = |size: usize| {
            let text = make(size);
            let times = (0..3).map(|_| time(&text));
            times.min().unwrap_or_default().as_secs_f64()
        };
        // What takes no time at all is not worth a quotient.
        let (one, ten) = (least(4_000).max(0.02), least(40_000));
        println!("{name}: {one:.3} s, {ten:.3} s, {:.1} times", ten / one);
        if ten > 12.0 * one {
            over.push(name);
        }
    }
    assert!(over.is_empty(), "{over:?}");
}
