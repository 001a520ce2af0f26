//! Blocks as HTML.

use serde::Serialize;

use super::writer::{Entry, Writer};
use super::{escape, highlight};
use crate::model::{AlertKind, Block, BlockKind, Heading, ListItem};
use crate::render::raw;
use crate::render::{RenderError, article};

/// What the template of an alert is given.
#[derive(Serialize)]
struct AlertView<'v> {
    kind: &'static str,
    title: &'v str,
    /// HTML.
    body: &'v str,
    /// The language of the title, where it is borrowed from another.
    words_lang: Option<&'static str>,
}

impl<'a> Writer<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), RenderError> {
        for group in raw::groups(blocks) {
            match &blocks[group] {
                [block] => self.block(block)?,
                group if self.trusts_markup() => {
                    group.iter().try_for_each(|block| self.block(block))?;
                }
                group => self.raw_blocks(group)?,
            }
        }
        Ok(())
    }

    pub(super) fn block(&mut self, block: &'a Block) -> Result<(), RenderError> {
        match &block.kind {
            BlockKind::Paragraph(content) if self.reads_raw(content) => {
                self.raw_paragraph(content);
            }
            BlockKind::Paragraph(content) if self.figure(content) => {}
            BlockKind::Paragraph(content) => {
                self.html.push_str("<p>");
                self.inlines(content);
                self.html.push_str("</p>\n");
            }
            BlockKind::Heading(index) => {
                if let Some(heading) = self.article.headings.get(*index) {
                    self.heading(heading);
                }
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => self.list(*start, *tight, items)?,
            BlockKind::Quote(blocks) => {
                self.html.push_str("<blockquote>\n");
                self.blocks(blocks)?;
                self.html.push_str("</blockquote>\n");
            }
            BlockKind::Alert { kind, blocks, .. } => self.alert(*kind, blocks)?,
            BlockKind::Div {
                classes, blocks, ..
            } => self.div(classes, blocks)?,
            BlockKind::Video(link) => self.video(*link),
            BlockKind::Mark(mark) => self.mark(mark),
            BlockKind::Definitions(definitions) => self.definitions(definitions)?,
            BlockKind::Code { language, text } if language == "mermaid" => self.diagram(text),
            BlockKind::Code { language, text } => self.code_block(language, text),
            BlockKind::Table(index) => {
                if let Some(table) = self.article.tables.get(*index) {
                    self.table(table, *index)?;
                }
            }
            BlockKind::Html(html) if self.trusts_markup() => self.html.push_str(html),
            BlockKind::Html(_) => self.raw_blocks(std::slice::from_ref(block))?,
            BlockKind::Rule => self.html.push_str("<hr>\n"),
            // Footnotes stand at the end of the page, and an edition shows articles with what they include in its place.
            BlockKind::Footnote { .. } | BlockKind::Include(_) => {}
        }
        Ok(())
    }

    /// Writes a heading at a level that skips none, with its id and a link to itself.
    fn heading(&mut self, heading: &'a Heading) {
        let id = self.identifiers.promised(&heading.anchor);
        if heading.text.trim().is_empty() {
            return self.place_of(id);
        }
        let level = self.heading_level(heading.level);
        self.html.push_str(&format!("<h{level}"));
        if let Some(id) = &id {
            self.html.push_str(" id=\"");
            escape::push(id, &mut self.html);
            self.html.push('"');
        }
        self.html.push('>');
        for alias in &heading.aliases {
            if let Some(id) = self.identifiers.free(alias) {
                self.html.push_str("<span id=\"");
                escape::push(&id, &mut self.html);
                self.html.push_str("\"></span>");
            }
        }
        self.knows_codes = false;
        self.inlines(&heading.content);
        self.knows_codes = true;
        if let Some(id) = id {
            self.heading_link(heading, level, id);
        }
        self.html.push_str(&format!("</h{level}>\n"));
    }

    /// Writes the place that a heading without words is: a heading must have some.
    fn place_of(&mut self, id: Option<String>) {
        if let Some(id) = id {
            let id = escape::escaped(&id);
            self.html.push_str(&format!("<div id=\"{id}\"></div>\n"));
        }
    }

    fn heading_link(&mut self, heading: &Heading, level: u8, id: String) {
        let text = article::one_line(&heading.text);
        if level > 1 {
            let name = self.words.say_with("link-to-section", &[("title", &text)]);
            self.self_link(&id, &name);
        }
        if matches!(level, 2 | 3) && !text.is_empty() {
            self.contents.push(Entry { level, id, text });
        }
    }

    /// The first heading of an article that begins with one of level 1 is the page's title; none else is, and none
    /// stands more than one level below the heading before it.
    pub(super) fn heading_level(&mut self, level: u8) -> u8 {
        let level = match level {
            1 if !self.titled => 1,
            level => level.clamp(2, self.level.min(5) + 1),
        };
        self.titled = true;
        self.level = level;
        level
    }

    fn list(
        &mut self,
        start: Option<u64>,
        tight: bool,
        items: &'a [ListItem],
    ) -> Result<(), RenderError> {
        let tasks = items.iter().any(|item| item.task.is_some());
        let class = if tasks { " class=\"tasks\"" } else { "" };
        let (open, end) = match start {
            Some(1) => (format!("<ol{class}>\n"), "</ol>\n"),
            Some(start) => (format!("<ol{class} start=\"{start}\">\n"), "</ol>\n"),
            None => (format!("<ul{class}>\n"), "</ul>\n"),
        };
        self.html.push_str(&open);
        for item in items {
            self.html.push_str("<li>");
            self.task(item.task);
            self.item(tight, &item.blocks)?;
            self.html.push_str("</li>\n");
        }
        self.html.push_str(end);
        Ok(())
    }

    /// Writes an item; the words of a tight one stand without a paragraph.
    pub(super) fn item(&mut self, tight: bool, blocks: &'a [Block]) -> Result<(), RenderError> {
        for group in raw::groups(blocks) {
            match &blocks[group] {
                [
                    Block {
                        kind: BlockKind::Paragraph(content),
                        ..
                    },
                ] if tight => {
                    self.flowing(content);
                    self.html.push('\n');
                }
                group => self.blocks(group)?,
            }
        }
        Ok(())
    }

    /// Says whether a task is done. A picture with a name needs no script and cannot be ticked by mistake.
    fn task(&mut self, done: Option<bool>) {
        let (class, word) = match done {
            Some(true) => ("task done", "task-done"),
            Some(false) => ("task", "task-open"),
            None => return,
        };
        let name = escape::escaped(&self.words.say(word));
        self.html.push_str(&format!(
            "<span class=\"{class}\" role=\"img\" aria-label=\"{name}\"></span> "
        ));
    }

    fn alert(&mut self, kind: AlertKind, blocks: &'a [Block]) -> Result<(), RenderError> {
        let body = self.blocks_apart(blocks)?;
        let view = AlertView {
            kind: kind.name(),
            title: &self.words.say(kind.name()),
            body: &body,
            words_lang: self.words.borrowed(),
        };
        self.html.push_str(&self.edition.fill("alert.html", &view)?);
        Ok(())
    }

    fn code_block(&mut self, language: &str, text: &str) {
        let class: String = language
            .chars()
            .filter(|letter| is_plain(*letter))
            .collect();
        let name = highlight::name(&class).map(escape::escaped);
        let name = name.map_or(String::new(), |name| format!(" data-language=\"{name}\""));
        self.html.push_str(&format!(
            "<div class=\"code\"{name}><pre tabindex=\"0\"><code"
        ));
        if !class.is_empty() {
            self.html.push_str(&format!(" class=\"language-{class}\""));
        }
        self.html.push_str(" translate=\"no\">");
        highlight::push(&class, text, &mut self.html);
        self.html.push_str("</code></pre></div>\n");
    }
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '+' | '#')
}
