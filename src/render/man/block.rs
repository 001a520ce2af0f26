//! Blocks as roff.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::code::{self, without_tabs};
use super::dialect;
use super::escape::{self, Kind};
use super::fill;
use super::name::PageName;
use super::writer::{Writer, columns};
use crate::model::{AlertKind, Block, BlockKind, Heading, ListItem};
use crate::render::{RenderError, raw};

/// The widest line of code that a terminal of sixty columns shows whole, two indents in.
const NARROW: usize = 45;

/// What code is indented by.
const CODE: usize = 4;

/// What the template of an alert is given.
#[derive(Serialize)]
struct AlertView {
    title: String,
    /// Roff.
    body: String,
}

impl<'a> Writer<'a> {
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), RenderError> {
        let mut rest = blocks;
        while let Some(start) = rest.iter().position(dialect::begins_tab) {
            let (before, tab) = rest.split_at(start);
            self.untabbed(before)?;
            self.block(&tab[0])?;
            let (inside, behind) = dialect::split_tab(&tab[1..]);
            self.tab(inside)?;
            rest = behind;
        }
        self.untabbed(rest)
    }

    /// Writes blocks that are all in the same tab or in none.
    pub(super) fn untabbed(&mut self, blocks: &'a [Block]) -> Result<(), RenderError> {
        for group in raw::groups(blocks) {
            match &blocks[group] {
                [block] => self.block(block)?,
                group => self.raw_blocks(&raw::block_nodes(group))?,
            }
        }
        Ok(())
    }

    pub(super) fn block(&mut self, block: &'a Block) -> Result<(), RenderError> {
        match &block.kind {
            BlockKind::Paragraph(content) if raw::is_raw(content) => {
                self.raw_blocks(&raw::nodes(content))?;
            }
            BlockKind::Paragraph(content) => {
                let text = self.text(content);
                self.paragraph(&text);
            }
            BlockKind::Heading(index) => {
                if let Some(heading) = self.article.headings.get(*index) {
                    self.heading(heading);
                }
            }
            BlockKind::List { start, items, .. } => self.list(*start, items)?,
            BlockKind::Quote(blocks) => self.indented("4", blocks)?,
            BlockKind::Alert { kind, blocks, .. } => self.alert(*kind, blocks)?,
            BlockKind::Div { blocks, .. } => self.blocks(blocks)?,
            BlockKind::Video(link) => self.video(*link),
            BlockKind::Mark(mark) => self.mark(mark),
            BlockKind::Definitions(definitions) => self.definitions(definitions)?,
            BlockKind::Code { text, .. } => self.code(text),
            BlockKind::Table(index) => {
                if let Some(table) = self.article.tables.get(*index) {
                    self.table(table)?;
                }
            }
            BlockKind::Html(_) => {
                self.raw_blocks(&raw::block_nodes(std::slice::from_ref(block)))?;
            }
            // A line across the page says nothing to a reader of a terminal; footnotes stand at the end.
            BlockKind::Rule | BlockKind::Footnote { .. } | BlockKind::Include(_) => {}
        }
        Ok(())
    }

    /// Writes a section's heading; inside a list or a quote, and as a title that is not told yet, it is a line in bold.
    fn heading(&mut self, heading: &Heading) {
        let is_title = std::mem::take(&mut self.awaits_title);
        // The title stands behind the page's name, unless the article wants other words there.
        let is_told = is_title && self.article.manual_wish().description.is_none();
        if is_told || heading.text.trim().is_empty() {
            return;
        }
        if is_title || self.depth > 0 {
            let mut text = super::inline::Text::default();
            text.in_font('B', |text| text.push(&heading.text, Kind::Prose));
            return self.paragraph(&text);
        }
        let request = if heading.level < 3 { ".SH" } else { ".SS" };
        self.request(&format!("{request} {}", escape::quoted(&heading.text)));
        self.fresh = true;
    }

    fn list(&mut self, start: Option<u64>, items: &'a [ListItem]) -> Result<(), RenderError> {
        let mut number = start;
        for item in items {
            let (tag, indent) = match number {
                Some(number) => (format!("{number}."), "4"),
                None => ("\\(bu".to_owned(), "2"),
            };
            number = number.map(|number| number.saturating_add(1));
            self.request(&format!(".IP {tag} {indent}"));
            self.tagged(indent, item.task, &item.blocks)?;
        }
        Ok(())
    }

    /// Writes what follows a tag: the first paragraph as it is, the rest indented like it.
    pub(super) fn tagged(
        &mut self,
        indent: &str,
        task: Option<bool>,
        blocks: &'a [Block],
    ) -> Result<(), RenderError> {
        let mark = task.map(|done| if done { "[x]" } else { "[\\ ]" });
        let (first, rest) = match blocks.split_first() {
            Some((
                Block {
                    kind: BlockKind::Paragraph(content),
                    ..
                },
                rest,
            )) => (&content[..], rest),
            _ => (&[][..], blocks),
        };
        let mut text = super::inline::Text::default();
        if let Some(mark) = mark {
            text.push_roff(mark);
            text.blank();
        }
        text.pieces.extend(self.text(first).pieces);
        if text.is_empty() {
            text.push_roff("\\&");
        }
        let text = self.further(columns(indent), |writer| writer.filled(&text.pieces));
        self.roff.push_str(&text);
        self.fresh = false;
        if !rest.is_empty() {
            self.indented(indent, rest)?;
        }
        Ok(())
    }

    pub(super) fn indented(
        &mut self,
        indent: &str,
        blocks: &'a [Block],
    ) -> Result<(), RenderError> {
        let (inner, result) = self.further(columns(indent), |writer| {
            writer.apart(|writer| {
                writer.fresh = false;
                writer.blocks(blocks)
            })
        });
        result?;
        if !inner.is_empty() {
            self.request(format!(".RS {indent}").trim_end());
            self.roff.push_str(&inner);
            self.request(".RE");
        }
        self.fresh = false;
        Ok(())
    }

    fn alert(&mut self, kind: AlertKind, blocks: &'a [Block]) -> Result<(), RenderError> {
        let (body, result) = self.apart(|writer| writer.tagged("", None, blocks));
        result?;
        let view = AlertView {
            title: self.words.say(kind.name()),
            body,
        };
        let alert = self.edition.fill("alert.7", &view)?;
        self.roff.push_str(&alert);
        self.fresh = false;
        Ok(())
    }

    pub(super) fn code(&mut self, text: &str) {
        if !self.fresh {
            self.request(".PP");
        }
        self.request(&format!(".RS {CODE}"));
        match text.lines().any(|line| line.width() > NARROW) {
            true => {
                let code = self.further(CODE, |writer| {
                    writer.filled(&code::wrapping(text.trim_end(), writer.room()))
                });
                self.roff.push_str(&code);
            }
            false => self.plain_code(text.trim_end()),
        }
        self.request(".RE");
        self.fresh = false;
    }

    /// Lines that fit every terminal stand as they are.
    fn plain_code(&mut self, text: &str) {
        self.request(".EX");
        for line in text.lines() {
            let line = escape::escaped(&without_tabs(line), Kind::Token);
            let line = fill::folded(line.trim_end());
            self.request(if line.is_empty() { "\\&" } else { &line });
        }
        self.request(".EE");
    }

    /// Writes the footnotes under a heading of their own.
    pub(super) fn footnotes(&mut self) -> Result<(), RenderError> {
        if self.notes.is_empty() {
            return Ok(());
        }
        let heading = self.words.say("footnotes");
        self.request(&format!(".SH {}", escape::quoted(&heading)));
        for (number, blocks) in (1..).zip(self.notes.clone()) {
            self.request(&format!(".IP [{number}] 5"));
            self.tagged("5", None, blocks)?;
        }
        Ok(())
    }

    /// Writes the manual pages that the article refers to.
    pub(super) fn see_also(&mut self, pages: &[PageName]) {
        let Some(last) = pages.last() else {
            return;
        };
        let heading = self.words.say("manual-see-also");
        self.request(&format!(".SH {}", escape::quoted(&heading)));
        for page in pages {
            let comma = if page == last { "" } else { "," };
            let name = escape::escaped(&page.name, Kind::Token);
            self.request(&format!(".BR {name} ({}){comma}", page.section));
        }
    }
}
