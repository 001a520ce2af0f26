//! Finds the YAML block at the head of an article, reads it, and says where the article's text begins.

use std::sync::Arc;

use super::faults::{FRONT_MATTER_SYNTAX, FRONT_MATTER_UNCLOSED};
use super::yaml::{self, Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Diagnostic, Parsed, Source, Span};
use crate::model::{Entry, FrontMatter, Limits, Value};

const FENCE: &str = "---";

/// Reads the front matter and returns it with the byte where the Markdown begins.
///
/// The block begins with `---` on the first line, behind a byte order mark at most, and ends with `---` or `...`.
/// Where the end is missing, the block is taken to reach to the first empty line or heading.
pub fn split(source: &Arc<Source>, limits: &Limits) -> (Parsed<FrontMatter>, usize) {
    let text = source.text();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    match Block::find(text, start) {
        None => (without_block(), start),
        Some(block) => (read(source, &block, limits), block.body),
    }
}

/// Where a block lies: all of it with its fences, the YAML alone, and where the Markdown begins.
struct Block {
    span: Span,
    yaml: Span,
    body: usize,
    closed: bool,
}

impl Block {
    fn find(text: &str, start: usize) -> Option<Block> {
        let mut lines = lines(text, start);
        let opening = lines.next().filter(|(_, line)| line.trim_end() == FENCE)?;
        let yaml = opening.0 + opening.1.len();
        for (at, line) in lines {
            if matches!(line.trim_end(), FENCE | "...") {
                return Some(Block {
                    span: Span::new(start, at + line.trim_end().len()),
                    yaml: Span::new(yaml, at),
                    body: at + line.len(),
                    closed: true,
                });
            }
        }
        Block::unclosed(text, start, yaml)
    }

    /// A first line of `---` without an end is a block where a key follows, and a thematic break otherwise.
    fn unclosed(text: &str, start: usize, yaml: usize) -> Option<Block> {
        let (_, first) = lines(text, yaml).next()?;
        if !looks_like_key(first) {
            return None;
        }
        let body = lines(text, yaml)
            .find(|(_, line)| line.trim().is_empty() || looks_like_heading(line))
            .map_or(text.len(), |(at, _)| at);
        Some(Block {
            span: Span::new(start, body),
            yaml: Span::new(yaml, body),
            body,
            closed: false,
        })
    }
}

/// The lines of a text from a byte on, with their line breaks and where they begin.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    text[from..].split_inclusive('\n').scan(from, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

fn looks_like_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty()
            && !key.contains(char::is_whitespace)
            && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

fn looks_like_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with([' ', '\t'])
}

fn without_block() -> Parsed<FrontMatter> {
    Parsed {
        value: FrontMatter::default(),
        diagnostics: Vec::new(),
    }
}

fn read(source: &Arc<Source>, block: &Block, limits: &Limits) -> Parsed<FrontMatter> {
    let mut parsed = yaml::mapping(source, block.yaml, &FRONT_MATTER_SYNTAX, limits);
    if !block.closed {
        parsed.diagnostics.insert(0, unclosed(source, block));
    }
    Parsed {
        value: FrontMatter {
            span: block.span,
            entries: parsed.value.into_iter().map(entry).collect(),
        },
        diagnostics: parsed.diagnostics,
    }
}

fn unclosed(source: &Arc<Source>, block: &Block) -> Diagnostic {
    let fence = Span::new(block.span.start, block.span.start + FENCE.len());
    let line = source.position(block.body).line;
    let message = "the front matter that begins here has no end";
    Diagnostic::new(&FRONT_MATTER_UNCLOSED, source, fence, message)
        .note(format!(
            "line {line} is taken for the beginning of the text"
        ))
        .help("put a line of `---` behind the last key")
}

/// A key of the YAML as a key of the front matter.
pub(super) fn entry(entry: YamlEntry) -> Entry {
    Entry {
        key: entry.key,
        key_span: entry.key_span,
        value_span: entry.value.span,
        value: value(entry.value),
    }
}

fn value(yaml: Yaml) -> Value {
    match yaml.kind {
        YamlKind::Null => Value::Null,
        YamlKind::Text(text) => Value::Text(text),
        YamlKind::Sequence(items) => Value::Sequence(items.into_iter().map(value).collect()),
        YamlKind::Mapping(entries) => Value::Mapping(
            entries
                .into_iter()
                .map(|entry| (entry.key, value(entry.value)))
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The title, what is left as text, and each report with its place.
    fn read(text: &str) -> (String, String, Vec<String>) {
        let source = Arc::new(Source::new("a.md", text));
        let (parsed, body) = split(&source, &Limits::default());
        let reports = parsed.diagnostics.iter().map(|diagnostic| {
            let position = diagnostic.position();
            format!("{}:{} {}", position.line, position.column, diagnostic.rule)
        });
        (
            parsed.value.text("title").unwrap_or_default().to_owned(),
            text[body..].to_owned(),
            reports.collect(),
        )
    }

    #[test]
    fn a_block_is_read_and_the_text_begins_behind_it() {
        for text in [
            "---\ntitle: 书\n---\n# A\n",
            "\u{feff}---\ntitle: 书\n---\n# A\n",
            "---  \ntitle: 书\n...\n# A\n",
        ] {
            assert_eq!(read(text), ("书".into(), "# A\n".into(), vec![]), "{text}");
        }
        let windows = read("---\r\ntitle: 书\r\n---\r\n# A\r\n");
        assert_eq!(windows, ("书".into(), "# A\r\n".into(), vec![]));
    }

    #[test]
    fn an_article_needs_no_block() {
        for (text, body) in [
            ("# A\n", "# A\n"),
            ("", ""),
            ("---\n---\ntext", "text"),
            ("---\n", "---\n"),
            ("---\n\ntext\n", "---\n\ntext\n"),
            ("\n---\ntitle: x\n---\n", "\n---\ntitle: x\n---\n"),
            ("\u{feff}# A", "# A"),
        ] {
            assert_eq!(read(text), (String::new(), body.into(), vec![]), "{text}");
        }
    }

    #[test]
    fn a_block_without_an_end_is_reported_and_the_text_still_read() {
        let reports = vec!["1:1 front-matter-unclosed".to_owned()];
        for body in ["\n# A\n", "# A\n", ""] {
            let text = format!("---\ntitle: x\nb: 2\n{body}");
            assert_eq!(read(&text), ("x".into(), body.into(), reports.clone()));
        }
    }

    #[test]
    fn places_count_from_the_beginning_of_the_file() {
        let (title, _, reports) = read("---\ntitle: x\nb:\n\tc: 1\n---\n");
        assert_eq!(title, "x");
        assert_eq!(reports, ["4:1 front-matter-syntax"]);
    }
}
