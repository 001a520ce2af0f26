//! Findings for people: the text that is meant, carets under it, why and what to do.

use std::borrow::Cow;
use std::collections::BTreeMap;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};
use glotta::diagnostic::{Diagnostic, Label, Severity, Source, Span};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::View;
use crate::cli::harmless::{harmless, one_line};
use crate::cli::tally;

/// More places than this one finding names are counted, not shown.
const MAX_RELATED: usize = 6;
/// A place of more lines than this is shown by its first.
const MAX_LINES: usize = 4;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    /// Rows are cut to this many columns.
    pub width: usize,
    /// Whether to print more than [`MAX_ALIKE`] findings of one rule in one text.
    pub all: bool,
}

/// More findings of one rule in one text than this are counted.
const MAX_ALIKE: usize = 20;

/// The findings, or with statistics their table, and what was examined.
pub fn report(view: &View) -> String {
    let mut report = match view.statistics {
        Some(statistics) => statistics.table(view.style.width),
        None => text(&view.report.diagnostics, view.style),
    };
    if view.style.all && view.statistics.is_none() {
        report.push_str(&format!("{}\n", tally::examined(view.report)));
    }
    if view.complete && !view.quiet {
        report.push_str(&format!("{}\n", tally::sentence(view.report)));
    }
    report
}

/// Returns findings, coloured.
pub fn text<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, style: Style) -> String {
    let renderer = Renderer::styled().term_width(style.width);
    let mut alike: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut shown: Vec<&Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        let key = (diagnostic.primary.source.path(), diagnostic.rule);
        let count = alike.entry(key).or_default();
        *count += 1;
        shown.extend((*count <= MAX_ALIKE || style.all).then_some(diagnostic));
    }
    let shown = shown.par_iter();
    let texts = shown.map(|it| renderer.render(&[group(it)]) + "\n\n");
    let mut text = texts.collect::<Vec<String>>().concat();
    for ((path, rule), count) in alike {
        if count > MAX_ALIKE && !style.all {
            let more = count - MAX_ALIKE;
            let path = harmless(path);
            text.push_str(&format!(
                "{path}: {more} more of {rule} (all with --verbose)\n"
            ));
        }
    }
    text
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level
        .primary_title(harmless(&diagnostic.message))
        .id(diagnostic.rule);
    let mut group = title.element(place(&diagnostic.primary, AnnotationKind::Primary));
    for related in diagnostic.related.iter().take(MAX_RELATED) {
        group = group.element(place(related, AnnotationKind::Context));
    }
    if let Some(more) = diagnostic.related.len().checked_sub(MAX_RELATED + 1) {
        let more = tally::count(more + 1, "place more", "places more");
        group = group.element(Level::NOTE.message(more));
    }
    group.elements(remarks(diagnostic))
}

fn remarks(diagnostic: &Diagnostic) -> Vec<Element<'_>> {
    let mut remarks = Vec::new();
    if let (Some(expected), Some(found)) = (&diagnostic.expected, &diagnostic.found) {
        let (expected, found) = (quoted(expected), quoted(found));
        let text = format!("expected {expected}\n   found {found}");
        remarks.push(Level::NOTE.message(text).into());
    }
    if let Some(note) = &diagnostic.note {
        remarks.push(Level::NOTE.message(harmless(note)).into());
    }
    if let Some(help) = &diagnostic.help {
        remarks.push(Level::HELP.message(harmless(help)).into());
    }
    remarks
}

fn quoted(text: &str) -> String {
    match text.is_empty() {
        true => "nothing".into(),
        false => format!("`{}`", one_line(text)),
    }
}

/// The lines of a place with a caret under it; the path alone where there is no text.
fn place(label: &Label, kind: AnnotationKind) -> Element<'_> {
    let path = harmless(label.source.path());
    if label.source.text().is_empty() {
        return Origin::path(path).line(1).char_column(1).into();
    }
    let excerpt = Excerpt::of(&label.source, label.span);
    Snippet::source(excerpt.text)
        .path(path)
        .line_start(excerpt.line)
        .annotation(annotation(label, kind, excerpt.span))
        .into()
}

fn annotation(label: &Label, kind: AnnotationKind, span: Span) -> Annotation<'_> {
    let annotation = kind.span(span.range());
    match label.message.is_empty() {
        true => annotation,
        false => annotation.label(harmless(&label.message)),
    }
}

/// The lines of a text that a span touches, and the span in them.
struct Excerpt<'a> {
    text: Cow<'a, str>,
    line: usize,
    span: Span,
}

impl<'a> Excerpt<'a> {
    fn of(source: &'a Source, span: Span) -> Self {
        let text = source.text();
        let start = text.floor_char_boundary(span.start);
        let end = text.floor_char_boundary(span.end.max(span.start));
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |rest| at + rest);
        let first = line_end(start);
        let lines = text[start..end].matches('\n').count();
        let (end, to) = if lines < MAX_LINES {
            (end, line_end(end.max(start)))
        } else {
            (first, first)
        };
        Excerpt {
            text: without_c1(text[from..to].trim_end_matches('\r')),
            line: source.position(start).line,
            span: Span::new(start - from, end - from),
        }
        .within()
    }

    /// A line break at the end, and the carriage return before it, are not shown and cannot be pointed at.
    fn within(mut self) -> Self {
        let length = self.text.len();
        self.span = Span::new(self.span.start.min(length), self.span.end.min(length));
        self
    }
}

/// The renderer replaces most characters that a terminal obeys, but not those of Unicode's second block of controls.
/// What stands for them has as many bytes, so that spans stay true.
fn without_c1(text: &str) -> Cow<'_, str> {
    let is_c1 = |character: char| ('\u{80}'..='\u{9f}').contains(&character);
    match text.contains(is_c1) {
        true => Cow::Owned(text.replace(is_c1, "·")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use glotta::parse::faults::FRONT_MATTER_SYNTAX;
    use std::sync::Arc;

    fn shown(text: &str, span: Span) -> String {
        let source = Arc::new(Source::new("a.md", text));
        let report = Diagnostic::new(&FRONT_MATTER_SYNTAX, &source, span, "m\u{1b}m").help("h");
        let renderer = Renderer::plain().term_width(80);
        renderer.render(&[group(&report)])
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let text = shown("x\n记录事件 b\ny", Span::new(8, 14));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "error[front-matter-syntax]: m\\u{1b}m");
        assert_eq!(lines[1], " --> a.md:2:3");
        assert_eq!(lines[3], "2 | 记录事件 b");
        assert_eq!(lines[4], "  |     ^^^^");
        assert!(text.ends_with("= help: h"), "{text}");
    }

    #[test]
    fn no_place_is_too_odd_to_be_shown() {
        for text in [
            "",
            "a",
            "\n",
            "a\r\n\u{1b}[2J\r\nb",
            "\u{feff}证\0",
            "a\tb\u{9b}c\u{202e}d",
        ] {
            for start in 0..=text.len() {
                for end in start..=text.len() {
                    let shown = shown(text, Span::new(start, end));
                    assert!(
                        !shown.contains(['\u{1b}', '\u{9b}', '\u{202e}']),
                        "{shown:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_long_row_is_cut() {
        let text = format!("{}here{}", "word ".repeat(200), " word".repeat(200));
        let shown = shown(&text, Span::new(1000, 1004));
        assert!(
            shown.lines().all(|line| line.chars().count() < 100),
            "{shown}"
        );
        assert!(shown.contains("here"));
    }
}
