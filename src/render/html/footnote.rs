//! Footnotes: called in the text, written at its end.

use std::collections::HashMap;

use super::escape;
use super::writer::Writer;
use crate::model::{Block, BlockKind};
use crate::render::RenderError;

/// The footnotes of an article, in the order in which they are called.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    defined: HashMap<&'a str, &'a [Block]>,
    /// Labels in the order of their first call, with the ids of the note and of each call.
    called: Vec<Called<'a>>,
    numbers: HashMap<&'a str, usize>,
}

struct Called<'a> {
    blocks: &'a [Block],
    id: String,
    calls: Vec<String>,
}

impl<'a> Footnotes<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let mut footnotes = Footnotes::default();
        footnotes.collect(blocks);
        footnotes
    }

    fn collect(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Footnote { label, blocks } => {
                    self.defined.entry(label).or_insert(blocks);
                    self.collect(blocks);
                }
                kind => {
                    let inside = kind.containers().into_iter();
                    inside.for_each(|blocks| self.collect(blocks));
                }
            }
        }
    }
}

impl<'a> Writer<'a> {
    /// Writes the call of a footnote; one that nothing defines is shown as it was written.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some((label, blocks)) = self.footnotes.defined.get_key_value(label) else {
            escape::push(&format!("[^{label}]"), &mut self.html);
            return;
        };
        let (label, blocks) = (*label, *blocks);
        let number = self.number(label, blocks);
        // Links hold no links, and the place to come back to is in the outer one.
        if self.in_link {
            self.html.push_str(&format!("<sup>{number}</sup>"));
            return;
        }
        let call = self
            .identifiers
            .own(&format!("footnote-reference-{number}"));
        let note = &mut self.footnotes.called[number - 1];
        note.calls.push(call.clone());
        let text = number.to_string();
        let name = self
            .words
            .say_with("footnote-reference", &[("number", &text)]);
        self.html.push_str(&format!(
            "<sup><a class=\"call\" id=\"{}\" href=\"#{}\" aria-label=\"{}\">{number}</a></sup>",
            call,
            note.id,
            escape::escaped(&name)
        ));
    }

    /// The number of a footnote, from 1 in the order of calls.
    fn number(&mut self, label: &'a str, blocks: &'a [Block]) -> usize {
        if let Some(number) = self.footnotes.numbers.get(label) {
            return *number;
        }
        let number = self.footnotes.called.len() + 1;
        self.footnotes.numbers.insert(label, number);
        self.footnotes.called.push(Called {
            blocks,
            id: self.identifiers.own(&format!("footnote-{number}")),
            calls: Vec::new(),
        });
        number
    }

    /// Writes the footnotes that were called; a note may call others.
    pub(super) fn write_footnotes(&mut self) -> Result<(), RenderError> {
        if self.footnotes.called.is_empty() {
            return Ok(());
        }
        let heading = escape::escaped(&self.words.say("footnotes"));
        self.html.push_str(&format!(
            "<section class=\"footnotes\" aria-label=\"{heading}\">\n<ol>\n"
        ));
        let mut index = 0;
        while let Some(note) = self.footnotes.called.get(index) {
            let (id, blocks) = (note.id.clone(), note.blocks);
            self.html.push_str(&format!("<li id=\"{id}\">"));
            self.blocks(blocks)?;
            self.ways_back(index);
            self.html.push_str("</li>\n");
            index += 1;
        }
        self.html.push_str("</ol>\n</section>\n");
        Ok(())
    }

    fn ways_back(&mut self, index: usize) {
        let note = &self.footnotes.called[index];
        for (call, number) in note.calls.iter().zip(1..) {
            let text = match note.calls.len() {
                1 => (index + 1).to_string(),
                _ => format!("{}.{number}", index + 1),
            };
            let name = self.words.say_with("back-to-text", &[("number", &text)]);
            self.html.push_str(&format!(
                " <a class=\"back\" href=\"#{call}\" aria-label=\"{}\">↩</a>",
                escape::escaped(&name)
            ));
        }
    }
}
