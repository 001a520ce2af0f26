//! The dialect of Microsoft Learn as roff: captions in bold, definitions with hanging tags, films as addresses.

use super::escape::{self, Kind};
use super::inline::Text;
use super::writer::{Writer, one_line};
use crate::model::{Block, BlockKind, Definition, Mark};
use crate::render::link::{self, Destination};
use crate::render::{RenderError, dialect};

/// What the text of a tab is indented by.
const TAB: usize = 4;

impl<'a> Writer<'a> {
    /// Writes what a reader must know of a mark: a line in bold where something begins.
    pub(super) fn mark(&mut self, mark: &'a Mark) {
        let mut text = Text::default();
        match (
            mark,
            dialect::caption(self.edition, &self.article.locale, mark),
        ) {
            (Mark::TabStart { title, .. }, _) => {
                let title = self.plain(title);
                text.in_font('B', |text| text.pieces.extend(title.pieces));
            }
            (_, Some(caption)) => text.in_font('B', |text| text.push(&caption, Kind::Prose)),
            _ => return,
        }
        self.paragraph(&text);
    }

    /// Writes what a tab shows directly under its title, indented; sections, which roff cannot indent, stand as they are.
    pub(super) fn tab(&mut self, blocks: &'a [Block]) -> Result<(), RenderError> {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        if blocks.iter().any(is_heading) {
            return self.untabbed(blocks);
        }
        let (inner, result) =
            self.further(TAB, |writer| writer.apart(|writer| writer.untabbed(blocks)));
        result?;
        if !inner.is_empty() {
            self.request(&format!(".RS {TAB}"));
            self.roff.push_str(&inner);
            self.request(".RE");
        }
        Ok(())
    }

    pub(super) fn video(&mut self, link: usize) {
        let mut text = Text::default();
        text.push(&self.words.say("video"), Kind::Prose);
        let address = self.article.links.get(link).map(|link| &link.destination);
        let address = address.map(|address| link::resolve(self.edition, self.place, address));
        if let Some(Destination::External(url)) = address {
            text.push_roff(":");
            text.blank();
            text.push_roff(&escape::address(&url));
        }
        self.paragraph(&text);
    }

    pub(super) fn definitions(&mut self, definitions: &'a [Definition]) -> Result<(), RenderError> {
        for group in dialect::groups(definitions) {
            let meanings = group
                .iter()
                .position(|it| !it.is_term)
                .unwrap_or(group.len());
            let (terms, meanings) = group.split_at(meanings);
            for (at, term) in terms.iter().enumerate() {
                self.request(if at == 0 { ".TP 7" } else { ".TQ" });
                let tag = self.term(&term.blocks);
                self.request(&tag);
            }
            let blocks = meanings.first().map_or(&[][..], |it| &it.blocks);
            self.tagged("", None, blocks)?;
            for meaning in meanings.iter().skip(1) {
                self.indented("", &meaning.blocks)?;
            }
        }
        self.fresh = false;
        Ok(())
    }

    /// The words of a term on one line, in bold.
    fn term(&self, blocks: &[Block]) -> String {
        let mut text = Text::default();
        for block in blocks {
            if let BlockKind::Paragraph(words) = &block.kind {
                let words = self.plain(words);
                text.in_font('B', |text| text.pieces.extend(words.pieces));
            }
        }
        let line = one_line(&text.pieces);
        if line.is_empty() {
            "\\&".to_owned()
        } else {
            line
        }
    }
}

/// Whether a block is the title of a tab.
pub(super) fn begins_tab(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Mark(Mark::TabStart { .. }))
}

/// Splits what follows a tab's title into what belongs to the tab and the rest, which begins with the next tab or behind the last.
pub(super) fn split_tab(blocks: &[Block]) -> (&[Block], &[Block]) {
    let ends =
        |block: &Block| begins_tab(block) || matches!(block.kind, BlockKind::Mark(Mark::TabsEnd));
    blocks.split_at(blocks.iter().position(ends).unwrap_or(blocks.len()))
}
