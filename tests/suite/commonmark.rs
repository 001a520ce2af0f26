//! Emphasis beside Chinese letters changes nothing else: the examples of CommonMark's specification are read as they always were.
//!
//! The specification is not ours to copy. `GLOTTA_COMMONMARK_SPEC` names its `spec.txt`, which is in the npm package
//! `commonmark-spec`; `.ci/run` installs it. Where the variable is absent the test says so, and fails where `CI=true`.

use std::sync::Arc;

use glotta::diagnostic::Source;
use glotta::locale::Locale;

/// How many examples a specification has at least: version 0.31.2 has 652.
const LEAST: usize = 600;

#[test]
fn examples_of_the_specification_are_read_alike() {
    let Some(specification) = specification() else {
        return;
    };
    let examples = examples(&specification);
    assert!(examples.len() >= LEAST, "only {} examples", examples.len());
    for example in examples {
        assert_eq!(read(&example, true), read(&example, false), "{example}");
    }
}

#[test]
fn examples_are_what_stands_between_fences_before_the_dot() {
    let fence = "`".repeat(32);
    let text = format!(
        "a\n{fence} example\n*b*→c\n\n.\n<p></p>\n{fence}\n{fence} example\nd\n.\n{fence}\n"
    );
    assert_eq!(examples(&text), ["*b*\tc\n\n", "d\n"]);
}

pub fn specification() -> Option<String> {
    let ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
    match std::env::var("GLOTTA_COMMONMARK_SPEC") {
        Ok(path) => Some(std::fs::read_to_string(path).expect("the specification can be read")),
        Err(_) => {
            assert!(!ci, "GLOTTA_COMMONMARK_SPEC is not set, and CI=true");
            println!("skipped: GLOTTA_COMMONMARK_SPEC names no specification");
            None
        }
    }
}

/// The Markdown of each example; an arrow stands for a tab.
pub fn examples(specification: &str) -> Vec<String> {
    let fence = "`".repeat(32);
    let open = format!("\n{fence} example\n");
    let parts = specification.split(open.as_str()).skip(1);
    let markdown = parts.filter_map(|part| part.split_once("\n.\n"));
    markdown
        .map(|(markdown, _)| format!("{markdown}\n").replace('→', "\t"))
        .collect()
}

/// All that the model knows of a text.
fn read(text: &str, cjk_emphasis: bool) -> String {
    let locale = Arc::new(Locale::from_folder("zh-cn").expect("a locale"));
    let source = Arc::new(Source::new("a.md", text));
    let parsed = glotta::parse::article(
        "a".into(),
        &locale,
        &source,
        String::new(),
        Some(cjk_emphasis),
    );
    let article = parsed.value;
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        article.blocks, article.headings, article.tables, article.links, article.anchors
    )
}
