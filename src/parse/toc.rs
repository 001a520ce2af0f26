//! Reads tables of contents: `toc.yml`, a list of entries in one another, and `TOC.md`, headings and lists of links.

use std::sync::Arc;

use super::emphasis::Emphasis;
use super::faults::NAVIGATION_SYNTAX;
use super::markdown::{self, Document};
use super::yaml::{self, Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Diagnostic, Parsed, Source, Span};
use crate::locale::Locale;
use crate::model::{Block, BlockKind, Inline, InlineKind, Limits, ListItem, Toc, TocEntry};

/// Reads a table of contents, whatever its text; a file that says nothing is none.
pub fn toc(
    locale: &Arc<Locale>,
    folder: &str,
    source: &Arc<Source>,
    limits: &Limits,
) -> Parsed<Option<Toc>> {
    let is_markdown = source.path().to_ascii_lowercase().ends_with(".md");
    let parsed = match is_markdown {
        true => of_markdown(source, limits),
        false => of_yaml(source, limits),
    };
    let toc = Toc {
        locale: Arc::clone(locale),
        folder: folder.to_owned(),
        source: Arc::clone(source),
        entries: parsed.value,
    };
    Parsed {
        value: (!toc.entries.is_empty()).then_some(toc),
        diagnostics: parsed.diagnostics,
    }
}

fn of_yaml(source: &Arc<Source>, limits: &Limits) -> Parsed<Vec<TocEntry>> {
    let Parsed {
        value,
        mut diagnostics,
    } = yaml::document(source, &NAVIGATION_SYNTAX, limits);
    let mut reader = Reader {
        source,
        diagnostics: &mut diagnostics,
    };
    let entries = match value.map(|yaml| (yaml.kind, yaml.span)) {
        None | Some((YamlKind::Null, _)) => Vec::new(),
        Some((YamlKind::Sequence(items), _)) => reader.entries(items),
        Some((YamlKind::Mapping(entries), _)) => reader.root(entries),
        Some((YamlKind::Text(_), span)) => {
            reader.refuse(span);
            Vec::new()
        }
    };
    Parsed {
        value: entries,
        diagnostics,
    }
}

/// Reads the values of a `toc.yml`.
struct Reader<'a> {
    source: &'a Arc<Source>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// What stands under `items:` of the whole file.
    fn root(&mut self, mapping: Vec<YamlEntry>) -> Vec<TocEntry> {
        let items = mapping.into_iter().find(|entry| entry.key == "items");
        items.map_or(Vec::new(), |items| self.items(items.value))
    }

    fn items(&mut self, yaml: Yaml) -> Vec<TocEntry> {
        match yaml.kind {
            YamlKind::Sequence(items) => self.entries(items),
            YamlKind::Null => Vec::new(),
            _ => {
                self.refuse(yaml.span);
                Vec::new()
            }
        }
    }

    fn entries(&mut self, items: Vec<Yaml>) -> Vec<TocEntry> {
        let mut entries = Vec::with_capacity(items.len());
        for item in items {
            match item.kind {
                YamlKind::Mapping(mapping) => entries.push(self.entry(item.span, mapping)),
                YamlKind::Null => {}
                _ => self.refuse(item.span),
            }
        }
        entries
    }

    fn entry(&mut self, span: Span, mapping: Vec<YamlEntry>) -> TocEntry {
        let mut entry = TocEntry::default();
        let mut places = [None; 3];
        for YamlEntry { key, value, .. } in mapping {
            let place = value.span;
            match (key.as_str(), value.kind) {
                ("items", kind) => entry.children = self.items(Yaml { span: place, kind }),
                ("name", YamlKind::Text(text)) => {
                    places[1] = Some(place);
                    entry.name = one_line(&text);
                }
                ("href", YamlKind::Text(text)) => {
                    places[0] = Some(place);
                    entry.href = Some(text);
                }
                ("topicHref" | "homepage", YamlKind::Text(text)) => {
                    places[2] = Some(place);
                    entry.home = Some(text);
                }
                ("tocHref", YamlKind::Text(_)) => entry.leads_away = true,
                ("expanded", YamlKind::Text(text)) => entry.expanded = text == "true",
                ("uid", YamlKind::Text(text)) if entry.name.is_empty() => entry.name = text,
                _ => {}
            }
        }
        let place = places.into_iter().flatten().next();
        entry.span = place.unwrap_or_else(|| self.source.first_line(span));
        entry
    }

    fn refuse(&mut self, span: Span) {
        let message = "this is no entry with `name:` and `href:`";
        let span = self.source.first_line(span);
        let report = Diagnostic::new(&NAVIGATION_SYNTAX, self.source, span, message)
            .note("the entry is left out")
            .help("write `- name: …` and `href: …` on lines of their own");
        self.diagnostics.push(report);
    }
}

/// Headings stand in one another by their level, and lists below the heading before them.
fn of_markdown(source: &Arc<Source>, limits: &Limits) -> Parsed<Vec<TocEntry>> {
    let start = start(source.text());
    let Parsed { value, diagnostics } =
        markdown::document_within(limits, source, start, Emphasis::CommonMark);
    let mut outline = Outline::default();
    for block in &value.blocks {
        match &block.kind {
            BlockKind::Heading(index) => {
                let heading = &value.headings[*index];
                let level = usize::from(heading.level);
                outline.push(level, entry(&value, heading.span, &heading.content));
            }
            BlockKind::List { items, .. } => outline.extend(list(&value, items)),
            _ => {}
        }
    }
    Parsed {
        value: outline.finished(),
        diagnostics,
    }
}

/// Where the text begins: behind a byte order mark.
fn start(text: &str) -> usize {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}

fn list(document: &Document, items: &[ListItem]) -> Vec<TocEntry> {
    items.iter().map(|it| item(document, it)).collect()
}

fn item(document: &Document, item: &ListItem) -> TocEntry {
    let mut found = TocEntry {
        span: item.span,
        ..TocEntry::default()
    };
    for Block { kind, span } in &item.blocks {
        match kind {
            BlockKind::Paragraph(words) if found.name.is_empty() => {
                let children = std::mem::take(&mut found.children);
                found = entry(document, *span, words);
                found.children = children;
            }
            BlockKind::List { items, .. } => found.children.extend(list(document, items)),
            _ => {}
        }
    }
    found
}

/// The first link of some words is where they lead.
fn entry(document: &Document, span: Span, words: &[Inline]) -> TocEntry {
    let link = words.iter().find_map(|word| match word.kind {
        InlineKind::Link(index, _) => document.links.get(index),
        _ => None,
    });
    TocEntry {
        name: one_line(&Inline::text(words)),
        span: link.map_or(span, |link| link.target),
        href: link.map(|link| link.destination.clone()),
        ..TocEntry::default()
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Entries that stand in one another by their level.
#[derive(Default)]
struct Outline {
    done: Vec<TocEntry>,
    /// The last entry and those it stands in, with their levels, the innermost last.
    open: Vec<(usize, TocEntry)>,
}

impl Outline {
    fn push(&mut self, level: usize, entry: TocEntry) {
        self.close(level);
        self.open.push((level, entry));
    }

    fn extend(&mut self, entries: Vec<TocEntry>) {
        match self.open.last_mut() {
            Some((_, parent)) => parent.children.extend(entries),
            None => self.done.extend(entries),
        }
    }

    /// Ends every entry that is at a level or below it.
    fn close(&mut self, level: usize) {
        while let Some((_, entry)) = self.open.pop_if(|(open, _)| *open >= level) {
            self.extend(vec![entry]);
        }
    }

    fn finished(mut self) -> Vec<TocEntry> {
        self.close(0);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Entries as `name>href(children)`, and each report with its place.
    fn read(path: &str, text: &str) -> (String, Vec<String>) {
        let locale = Arc::new(Locale::declared("sv-se").expect("a tag"));
        let parsed = toc(
            &locale,
            "",
            &Arc::new(Source::new(path, text)),
            &Limits::default(),
        );
        let reports = parsed.diagnostics.iter().map(|report| {
            let place = report.position();
            format!("{}:{}", place.line, place.column)
        });
        let entries = parsed.value.map_or(Vec::new(), |toc| toc.entries);
        (outline(&entries), reports.collect())
    }

    fn outline(entries: &[TocEntry]) -> String {
        let shown = entries.iter().map(|entry| {
            let href = entry.href.as_deref();
            let href = href.map_or(String::new(), |href| format!(">{href}"));
            let open = if entry.expanded { "+" } else { "" };
            let children = match entry.children.is_empty() {
                true => String::new(),
                false => format!("({})", outline(&entry.children)),
            };
            format!("{}{open}{href}{children}", entry.name)
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn yaml_is_a_list_or_has_one_under_items() {
        let list = "- name: A\n  href: a.md\n- name: B\n  expanded: true\n  items:\n  - name: C\n    href: c.md\n";
        assert_eq!(read("toc.yml", list), ("A>a.md B+(C>c.md)".into(), vec![]));
        let mapping =
            "### YamlMime:TableOfContent\nmetadata: {}\nitems:\n- name: A\n  href: a.md\n";
        assert_eq!(read("toc.yml", mapping).0, "A>a.md");
        for text in ["", "[]", "items:\n", "# nothing\n"] {
            assert_eq!(read("toc.yml", text), (String::new(), vec![]), "{text}");
        }
    }

    #[test]
    fn markdown_is_headings_and_lists() {
        let text = "# Top\n\n## [A](a.md)\n### [B](b.md)  \n\n- [C](c.md)\n  - [D](d.md)\n\n## E\n# [F](f.md)\n";
        let expected = "Top(A>a.md(B>b.md(C>c.md(D>d.md))) E) F>f.md";
        assert_eq!(read("TOC.md", text).0, expected);
        assert_eq!(read("TOC.md", "- [A](a.md)\n- B\n").0, "A>a.md B");
    }

    #[test]
    fn a_broken_entry_costs_itself_and_no_other() {
        let text =
            "- name: A\n  href: a.md\n- name: B: C\n  href: b.md\n- name: D\n  href: d.md\n- E\n";
        let (entries, reports) = read("toc.yml", text);
        assert_eq!(entries, "A>a.md D>d.md");
        assert_eq!(reports.len(), 2, "{reports:?}");
        assert!(reports[0].starts_with("3:"), "{reports:?}");
    }
}
