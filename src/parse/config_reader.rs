//! Takes values of the shape that a key wants out of YAML, and reports those of another shape.

use std::sync::Arc;

use super::faults::{CONFIGURATION_VALUE, UNKNOWN_CONFIGURATION_KEY};
use super::yaml::{Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Diagnostic, Source, Span, nearest};

/// A mapping whose keys are taken one by one.
#[derive(Default)]
pub(super) struct Map {
    entries: Vec<YamlEntry>,
}

impl Map {
    /// Removes and returns an entry; a key without a value counts as absent.
    pub fn take(&mut self, key: &str) -> Option<YamlEntry> {
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        let entry = self.entries.remove(index);
        (entry.value.kind != YamlKind::Null).then_some(entry)
    }
}

/// Collects what is wrong while values are taken.
pub(super) struct Reader<'a> {
    source: &'a Arc<Source>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a Arc<Source>, diagnostics: Vec<Diagnostic>) -> Self {
        Reader {
            source,
            diagnostics,
        }
    }

    /// Reports a value that its key cannot take.
    pub fn wrong(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        let span = self.first_line(span);
        self.diagnostics
            .push(Diagnostic::new(&CONFIGURATION_VALUE, self.source, span, message).help(help));
    }

    /// Reports a name that is none of those known, with the nearest of them.
    pub fn unknown(&mut self, span: Span, name: &str, kind: &str, known: &[&str]) {
        let message = format!("`{name}` is no {kind}");
        self.wrong(span, message, nearest(name, known));
    }

    /// Keeps the keys that are known here and reports the others.
    pub fn map(&mut self, place: &str, entries: Vec<YamlEntry>, known: &[&str]) -> Map {
        let (entries, others): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .partition(|entry| known.contains(&entry.key.as_str()));
        for other in others {
            let message = format!("{place} has no key `{}`", other.key);
            let report = Diagnostic::new(
                &UNKNOWN_CONFIGURATION_KEY,
                self.source,
                other.key_span,
                message,
            );
            self.diagnostics
                .push(report.help(nearest(&other.key, known)));
        }
        Map { entries }
    }

    /// Takes a mapping with known keys.
    pub fn keyed(&mut self, entry: Option<YamlEntry>, known: &[&str]) -> Map {
        let Some(entry) = entry else {
            return Map::default();
        };
        let place = format!("`{}`", entry.key);
        let entries = self.entries(Some(entry));
        self.map(&place, entries, known)
    }

    /// Takes a mapping whose keys are names of the writer's own.
    pub fn entries(&mut self, entry: Option<YamlEntry>) -> Vec<YamlEntry> {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match entry.value.kind {
            YamlKind::Mapping(entries) => entries,
            _ => {
                let message = format!("`{}` wants keys with values", entry.key);
                let help = format!("write `{}: {{key: value}}`", entry.key);
                self.wrong(entry.value.span, message, help);
                Vec::new()
            }
        }
    }

    /// Takes a text that is not empty, with its place.
    pub fn text(&mut self, entry: Option<YamlEntry>) -> Option<(String, Span)> {
        let entry = entry?;
        match entry.value.kind {
            YamlKind::Text(text) if !text.trim().is_empty() => Some((text, entry.value.span)),
            _ => {
                let message = format!("`{}` wants one text", entry.key);
                let help = format!("write `{}: text`, or leave the key out", entry.key);
                self.wrong(entry.value.span, message, help);
                None
            }
        }
    }

    /// Takes the items of a sequence.
    pub fn items(&mut self, entry: Option<YamlEntry>) -> Vec<Yaml> {
        let Some(entry) = entry else {
            return Vec::new();
        };
        match entry.value.kind {
            YamlKind::Sequence(items) => items,
            _ => {
                let message = format!("`{}` wants a list", entry.key);
                let help = format!("write `{}: [one, two]`", entry.key);
                self.wrong(entry.value.span, message, help);
                Vec::new()
            }
        }
    }

    /// Takes a list of texts, with their places.
    pub fn texts(&mut self, entry: Option<YamlEntry>) -> Vec<(String, Span)> {
        let items = self.items(entry);
        let mut texts = Vec::new();
        for item in items {
            match item.kind {
                YamlKind::Text(text) if !text.trim().is_empty() => texts.push((text, item.span)),
                _ => self.wrong(
                    item.span,
                    "this item of the list is no text",
                    "write one text for each item",
                ),
            }
        }
        texts
    }

    /// The part of a span that stands on its first line.
    pub fn first_line(&self, span: Span) -> Span {
        self.source.first_line(span)
    }
}
