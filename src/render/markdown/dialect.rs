//! The dialect of Microsoft Learn as plain Markdown: captions in bold, tabs as headings, definitions as a list.

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::events::{Out, Reader, level};
use crate::diagnostic::Span;
use crate::model::{BlockKind, Definition, Mark};
use crate::render::dialect;

impl<'a> Reader<'a> {
    pub(super) fn mark(&self, mark: &'a Mark, span: Span, out: &mut Out<'a>) {
        match (
            mark,
            dialect::caption(self.edition, &self.article.locale, mark),
        ) {
            (Mark::TabStart { title, .. }, _) => {
                let tag = Tag::Heading {
                    level: level(self.level_below(span)),
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                out.around(tag, |out| self.inlines(title, out));
            }
            (_, Some(caption)) => out.around(Tag::Paragraph, |out| {
                out.around(Tag::Strong, |out| {
                    out.events.push(Event::Text(caption.into()));
                });
            }),
            _ => {}
        }
    }

    /// The level of a heading below the one before a place.
    fn level_below(&self, span: Span) -> u8 {
        let headings = &self.article.headings;
        let before = headings.partition_point(|it| it.span.start < span.start);
        let above = before.checked_sub(1).map_or(1, |at| headings[at].level);
        (above + 1).min(6)
    }

    pub(super) fn video(&self, link: usize, out: &mut Out<'a>) {
        let words = self.edition.words(&self.article.locale).say("video");
        let link = self.article.links.get(link);
        let href = link.and_then(|link| self.href(&link.destination));
        out.around(Tag::Paragraph, |out| {
            let text = Event::Text(words.into());
            let Some(href) = href else {
                return out.events.push(text);
            };
            let tag = Tag::Link {
                link_type: LinkType::Inline,
                dest_url: href.into(),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            };
            out.around(tag, |out| out.events.push(text));
        });
    }

    /// Writes each term in bold, and what it means below.
    pub(super) fn definitions(&self, definitions: &'a [Definition], out: &mut Out<'a>) {
        out.around(Tag::List(None), |out| {
            for group in dialect::groups(definitions) {
                out.around(Tag::Item, |out| {
                    for definition in group {
                        self.definition(definition, out);
                    }
                });
            }
        });
    }

    fn definition(&self, definition: &'a Definition, out: &mut Out<'a>) {
        for block in &definition.blocks {
            match &block.kind {
                BlockKind::Paragraph(words) if definition.is_term => {
                    out.around(Tag::Paragraph, |out| {
                        out.around(Tag::Strong, |out| self.inlines(words, out));
                    });
                }
                _ => self.blocks(std::slice::from_ref(block), out),
            }
        }
    }
}
