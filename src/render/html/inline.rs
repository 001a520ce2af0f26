//! Running text as HTML.

use super::writer::{Reference, Writer};
use super::{code, escape};
use crate::model::{Inline, InlineKind, Markup, codes, is_code};
use crate::render::raw;
use crate::render::{emphasis, link};

impl<'a> Writer<'a> {
    /// Writes running text where only words may stand.
    pub(super) fn inlines(&mut self, inlines: &'a [Inline]) {
        match self.reads_raw(inlines) {
            true => self.words(raw::line(raw::nodes(inlines))),
            false => inlines.iter().for_each(|inline| self.inline(inline)),
        }
    }

    /// Whether running text holds raw HTML to be cleaned.
    pub(super) fn reads_raw(&self, inlines: &[Inline]) -> bool {
        !self.trusts_markup() && raw::is_raw(inlines)
    }

    /// Whether raw HTML reaches the page as it is written.
    pub(super) fn trusts_markup(&self) -> bool {
        self.edition.site.config.markup == Markup::Trusted
    }

    pub(super) fn inline(&mut self, inline: &'a Inline) {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Include(_, text) => {
                let text = emphasis::without_empty(self.edition, self.article, text);
                self.text(&text);
            }
            InlineKind::Code(text) => self.code(text),
            InlineKind::Math(text) => self.formula(text),
            InlineKind::Emphasis(content) => self.wrapped("em", content),
            InlineKind::Strong(content) => self.wrapped("strong", content),
            InlineKind::Strikethrough(content) => self.wrapped("del", content),
            InlineKind::Link(index, content) => self.link(index.get(), content),
            InlineKind::Image(index, content) => self.image(index.get(), content),
            InlineKind::Html(html) => {
                self.html
                    .push_str(if self.trusts_markup() { html } else { "" })
            }
            InlineKind::SoftBreak => self.html.push('\n'),
            InlineKind::HardBreak => self.html.push_str("<br>\n"),
            InlineKind::FootnoteReference(label) => self.footnote_reference(label),
        }
    }

    fn wrapped(&mut self, tag: &str, content: &'a [Inline]) {
        self.html.push_str(&format!("<{tag}>"));
        self.inlines(content);
        self.html.push_str(&format!("</{tag}>"));
    }

    /// Writes text: codes that a table defines lead there, and a column of codes shows each code as one.
    pub(super) fn text(&mut self, text: &str) {
        let mut end = 0;
        let found = match self.codes_lead() {
            true => codes(text),
            false => Vec::new(),
        };
        for code in found {
            escape::push(&text[end..code.span.start], &mut self.html);
            self.code_in_text(code.text);
            end = code.span.end;
        }
        escape::push(&text[end..], &mut self.html);
    }

    fn code_in_text(&mut self, text: &str) {
        let code = match self.marks_codes {
            true => code::code(text),
            false => escape::escaped(text),
        };
        self.defined_code(text, self.marks_codes, code);
    }

    /// Writes a span of code; one that a table defines leads there.
    fn code(&mut self, text: &str) {
        let code = code::code(text);
        match self.codes_lead() && is_code(text) {
            true => self.defined_code(text, true, code),
            false => self.html.push_str(&code),
        }
    }

    fn codes_lead(&self) -> bool {
        self.knows_codes && !self.in_link
    }

    /// Writes a code as the link to the row that defines it, which says what that row says; where there is none, `html` alone.
    fn defined_code(&mut self, text: &str, is_literal: bool, html: String) {
        let cited = self.codes.as_ref();
        let definition = cited
            .and_then(|table| self.definition(table, text))
            .or_else(|| self.known_code(text, is_literal));
        let Some(definition) = definition else {
            return self.html.push_str(&html);
        };
        self.open_hint(&definition.href, &definition.message);
        self.html.push_str(&html);
        self.html.push_str("</a>");
    }

    /// Opens a link that shows on hover and on focus what waits at its end.
    ///
    /// The words stand in the link's description alone: styles show it, screen readers speak it, and neither does it twice.
    pub(super) fn open_hint(&mut self, href: &str, words: &str) {
        self.html.push_str("<a href=\"");
        escape::push(href, &mut self.html);
        if !words.is_empty() {
            self.html.push_str("\" class=\"cite\" aria-description=\"");
            escape::push(words, &mut self.html);
        }
        self.html.push_str("\">");
    }

    /// Writes a link, or its words alone where it leads nowhere or stands in another link.
    fn link(&mut self, index: usize, content: &'a [Inline]) {
        let link = self.article.links.get(index);
        let reference = link
            .filter(|_| !self.in_link)
            .and_then(|link| self.reference(&link.destination));
        let Some(reference) = reference else {
            self.inlines(content);
            return;
        };
        let title = link.map_or("", |link| link.title.as_str());
        self.open_link(&reference, title);
        self.in_link = true;
        let start = self.html.len();
        self.inlines(content);
        // An image without words would leave a link that cannot be spoken of.
        if self.html[start..].trim().is_empty() || self.is_wordless(content, start) {
            let address = reference.href.clone();
            escape::push(&address, &mut self.html);
        }
        self.in_link = false;
        self.html.push_str("</a>");
    }

    fn is_wordless(&self, content: &[Inline], start: usize) -> bool {
        self.html[start..].starts_with("<img ") && Inline::text(content).trim().is_empty()
    }

    pub(super) fn open_link(&mut self, reference: &Reference, title: &str) {
        self.html.push_str("<a href=\"");
        escape::push(&reference.href, &mut self.html);
        for (name, value) in [
            (
                "hreflang",
                reference.language.as_deref().unwrap_or_default(),
            ),
            ("title", title.trim()),
        ] {
            if !value.is_empty() {
                self.html.push_str(&format!("\" {name}=\""));
                escape::push(value, &mut self.html);
            }
        }
        self.html.push_str("\">");
    }

    /// Writes the link of a heading or a row to itself.
    pub(super) fn self_link(&mut self, id: &str, name: &str) {
        self.html.push_str(" <a class=\"anchor\" href=\"#");
        self.html.push_str(&link::encoded(id));
        self.html.push_str("\" aria-label=\"");
        escape::push(name, &mut self.html);
        self.html.push_str("\">#</a>");
    }
}
