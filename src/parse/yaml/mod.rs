//! YAML with the place of every key and value.

mod events;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use super::faults::DUPLICATE_KEY;
use crate::diagnostic::{Diagnostic, Fault, Label, Parsed, Source, Span};
use crate::model::{Limit, Limits, Measure};

/// How much of `glotta.yml` is read. It is where limits are raised, and so has limits of its own, which cannot be.
const CONFIGURATION: Bounds = Bounds {
    bytes: 4 * 1024 * 1024,
    depth: 16,
    keys: 100_000,
    limits: None,
};
/// How many faults of one text are worth reporting.
const MAX_REPORTS: usize = 20;

/// How much YAML is read before it is too much.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    bytes: usize,
    /// How deep sequences and mappings may stand in one another.
    depth: usize,
    /// How many keys a text may have, at all depths together.
    keys: usize,
    /// The limits that the three are, where they can be raised.
    limits: Option<[Limit; 3]>,
}

impl Bounds {
    fn of(limits: &Limits, [bytes, depth, keys]: [Limit; 3]) -> Self {
        Bounds {
            bytes: limits.get(bytes),
            depth: limits.get(depth),
            keys: limits.get(keys),
            limits: Some([bytes, depth, keys]),
        }
    }

    /// What to do where one of the three is exceeded.
    fn help(&self, which: usize, otherwise: &str) -> String {
        match self.limits {
            Some(limits) => limits[which].help(otherwise),
            None => otherwise.to_owned(),
        }
    }
}

/// A key of a mapping, with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct YamlEntry {
    pub key: String,
    pub key_span: Span,
    pub value: Yaml,
}

/// A value and the bytes it was read from, with its quotes or brackets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Yaml {
    pub span: Span,
    pub kind: YamlKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum YamlKind {
    /// Nothing, `~` or `null`.
    Null,
    /// Any other scalar: as written, or without its quotes.
    Text(String),
    Sequence(Vec<Yaml>),
    Mapping(Vec<YamlEntry>),
}

impl YamlEntry {
    /// The first byte behind the entry.
    fn end(&self) -> usize {
        self.value.span.end.max(self.key_span.end)
    }
}

/// Reads the mapping of a front matter, which stands in `span` and may be empty.
///
/// A fault of syntax is reported under `fault`, at its byte, and costs the key it stands in and no other.
pub(crate) fn mapping(
    source: &Arc<Source>,
    span: Span,
    fault: &'static Fault,
    limits: &Limits,
) -> Parsed<Vec<YamlEntry>> {
    let which = [
        Limit::FrontMatter,
        Limit::FrontMatterDepth,
        Limit::FrontMatterKeys,
    ];
    bounded(source, span, fault, Bounds::of(limits, which))
}

/// Reads the mapping of `glotta.yml` as [`mapping`] reads a front matter.
pub(crate) fn configuration(
    source: &Arc<Source>,
    span: Span,
    fault: &'static Fault,
) -> Parsed<Vec<YamlEntry>> {
    bounded(source, span, fault, CONFIGURATION)
}

fn bounded(
    source: &Arc<Source>,
    span: Span,
    fault: &'static Fault,
    bounds: Bounds,
) -> Parsed<Vec<YamlEntry>> {
    let reader = Reader {
        source,
        fault,
        bounds,
    };
    if let Some(report) = reader.too_long(span) {
        return Parsed {
            value: Vec::new(),
            diagnostics: vec![report],
        };
    }
    let mut parsed = reader.whole(span);
    parsed.diagnostics.truncate(MAX_REPORTS);
    parsed
}

/// Reads a whole file, whatever it is made of; nothing where it says nothing.
///
/// A fault of syntax is reported under `fault` and costs the key or the item of the outermost level that it stands in and no other.
pub(crate) fn document(
    source: &Arc<Source>,
    fault: &'static Fault,
    limits: &Limits,
) -> Parsed<Option<Yaml>> {
    let which = [Limit::YamlFile, Limit::YamlDepth, Limit::YamlKeys];
    let reader = Reader {
        source,
        fault,
        bounds: Bounds::of(limits, which),
    };
    let text = source.text();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let span = Span::new(start, text.len());
    if let Some(report) = reader.too_long(span) {
        return Parsed {
            value: None,
            diagnostics: vec![report],
        };
    }
    let mut parsed = reader.any(span);
    parsed.diagnostics.truncate(MAX_REPORTS);
    parsed
}

/// Why a text could not be read to its end.
struct Broken(Box<Diagnostic>);

struct Reader<'a> {
    source: &'a Arc<Source>,
    fault: &'static Fault,
    bounds: Bounds,
}

impl Reader<'_> {
    fn too_long(&self, span: Span) -> Option<Diagnostic> {
        let most = self.bounds.bytes;
        (span.len() > most).then(|| {
            let message = format!("{} bytes of YAML are too many", span.len());
            let otherwise = format!("keep it under {}", Measure::Bytes.shown(most));
            self.report(Span::new(span.start, span.start), message)
                .note("nothing of it is read: much YAML takes long, and is rarely meant")
                .help(self.bounds.help(0, &otherwise))
        })
    }

    /// Reads a list, a mapping or nothing, and piece by piece where that does not work.
    fn any(&self, span: Span) -> Parsed<Option<Yaml>> {
        let mut diagnostics = Vec::new();
        match events::read(self, span, &mut diagnostics) {
            Ok(value) => Parsed { value, diagnostics },
            Err(Broken(first)) if begins_with_item(self.source.slice(span)) => {
                self.items(span, *first)
            }
            Err(Broken(first)) => {
                let Parsed { value, diagnostics } = self.pieces(span, *first);
                let kind = YamlKind::Mapping(value);
                Parsed {
                    value: Some(Yaml { span, kind }),
                    diagnostics,
                }
            }
        }
    }

    /// Reads each item of a list by itself.
    fn items(&self, span: Span, first: Diagnostic) -> Parsed<Option<Yaml>> {
        let mut items = Vec::new();
        let mut diagnostics = Vec::new();
        for piece in cut(self.source.slice(span), begins_item) {
            match events::read(self, piece.shifted(span.start), &mut diagnostics) {
                Ok(Some(Yaml {
                    kind: YamlKind::Sequence(found),
                    ..
                })) => items.extend(found),
                Ok(_) => {}
                Err(Broken(report)) => diagnostics.push(*report),
            }
        }
        if diagnostics.is_empty() {
            diagnostics.push(first);
        }
        let kind = YamlKind::Sequence(items);
        Parsed {
            value: Some(Yaml { span, kind }),
            diagnostics,
        }
    }

    fn report(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.fault, self.source, span, message)
    }

    /// Reads all at once, and piece by piece where that does not work.
    fn whole(&self, span: Span) -> Parsed<Vec<YamlEntry>> {
        let mut diagnostics = Vec::new();
        match self.entries(span, &mut diagnostics) {
            Ok(value) => Parsed { value, diagnostics },
            Err(Broken(first)) => self.pieces(span, *first),
        }
    }

    /// Reads what stands between two lines that begin in the first column, each piece by itself.
    fn pieces(&self, span: Span, first: Diagnostic) -> Parsed<Vec<YamlEntry>> {
        let mut entries = Vec::new();
        let mut diagnostics = Vec::new();
        let mut broken = Vec::new();
        for piece in pieces(self.source.slice(span)) {
            let piece = piece.shifted(span.start);
            match self.entries(piece, &mut diagnostics) {
                Ok(found) => entries.extend(found),
                Err(Broken(report)) => {
                    broken.push(*report);
                    entries.extend(self.first_line(piece));
                }
            }
        }
        if broken.is_empty() {
            broken.push(first);
        }
        broken.append(&mut diagnostics);
        self.keep_first(&mut entries, &mut broken);
        Parsed {
            value: entries,
            diagnostics: broken,
        }
    }

    /// What a broken piece says on its first line, where that is complete: `title: x` above a line with a tab.
    fn first_line(&self, piece: Span) -> Vec<YamlEntry> {
        let text = self.source.slice(piece);
        let length = text.find('\n').unwrap_or(text.len());
        let line = Span::new(piece.start, piece.start + length);
        let mut entries = self.entries(line, &mut Vec::new()).unwrap_or_default();
        entries.retain(|entry| entry.value.kind != YamlKind::Null);
        entries
    }

    fn entries(
        &self,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Vec<YamlEntry>, Broken> {
        let root = events::read(self, span, diagnostics)?;
        match root.map(|root| (root.kind, root.span)) {
            None | Some((YamlKind::Null, _)) => Ok(Vec::new()),
            Some((YamlKind::Mapping(entries), _)) => Ok(entries),
            Some((_, span)) => {
                Err(self.broken(first_row(self.source, span), "this is no `key: value`"))
            }
        }
    }

    fn broken(&self, span: Span, message: impl Into<String>) -> Broken {
        Broken(Box::new(self.report(span, message)))
    }

    /// Drops every key that stands a second time, and says where the first one is.
    fn keep_first(&self, entries: &mut Vec<YamlEntry>, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen: HashMap<String, Span> = HashMap::new();
        entries.retain(|entry| match seen.get(&entry.key) {
            None => {
                seen.insert(entry.key.clone(), entry.key_span);
                true
            }
            Some(first) => {
                diagnostics.push(duplicate(self.source, entry, *first));
                false
            }
        });
    }
}

fn duplicate(source: &Arc<Source>, entry: &YamlEntry, first: Span) -> Diagnostic {
    let message = format!("the key `{}` stands here a second time", entry.key);
    Diagnostic::new(&DUPLICATE_KEY, source, entry.key_span, message)
        .note("the first value counts")
        .help("remove one of the two")
        .related([Label::new(source, first, "the first one")])
}

/// Where the pieces of a text lie: each begins with a line that has a key in its first column.
fn pieces(text: &str) -> Vec<Span> {
    cut(text, begins_piece)
}

/// Cuts a text before each line that begins a piece.
fn cut(text: &str, begins: fn(&str) -> bool) -> Vec<Span> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && begins(line) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(text.len());
    starts
        .windows(2)
        .map(|pair| Span::new(pair[0], pair[1]))
        .collect()
}

fn begins_piece(line: &str) -> bool {
    let continues = [' ', '\t', '#', ':', ']', '}', '\r', '\n'];
    !line.starts_with(continues) && !line.starts_with("- ") && line.trim_end() != "-"
}

fn begins_item(line: &str) -> bool {
    line.starts_with("- ") || line.trim_end() == "-"
}

/// Whether the first line that says something is an item in the first column.
fn begins_with_item(text: &str) -> bool {
    let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && *line != "---";
    text.lines().find(says).is_some_and(begins_item)
}

/// The part of a span that stands on its first line.
fn first_row(source: &Source, span: Span) -> Span {
    let row = source.slice(span).lines().next().unwrap_or_default();
    Span::new(span.start, span.start + row.len())
}
