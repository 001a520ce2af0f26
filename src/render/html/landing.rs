//! The body of a landing page: what stands under a heading of its own is a card.

use serde::Serialize;

use super::writer::Writer;
use crate::model::{Block, BlockKind};
use crate::render::RenderError;

/// What the template of cards is given.
#[derive(Serialize)]
struct CardsView {
    /// HTML.
    cards: Vec<String>,
}

/// A stretch of a landing page.
enum Stretch<'a> {
    /// What runs over the whole page.
    Flow(&'a [Block]),
    /// Each with its heading first.
    Cards(Vec<&'a [Block]>),
}

impl<'a> Writer<'a> {
    /// Writes a landing page.
    pub(super) fn landing(&mut self) -> Result<(), RenderError> {
        for stretch in self.stretches(&self.article.blocks) {
            match stretch {
                Stretch::Flow(blocks) => self.blocks(blocks)?,
                Stretch::Cards(cards) => self.cards(&cards)?,
            }
        }
        Ok(())
    }

    fn cards(&mut self, cards: &[&'a [Block]]) -> Result<(), RenderError> {
        let cards = cards.iter().map(|card| self.blocks_apart(card));
        let view = CardsView {
            cards: cards.collect::<Result<_, _>>()?,
        };
        self.html.push_str(&self.edition.fill("cards.html", &view)?);
        Ok(())
    }

    /// Cuts the page at its headings: a heading that others stand below heads cards and is none.
    fn stretches(&self, blocks: &'a [Block]) -> Vec<Stretch<'a>> {
        let starts = blocks.iter().enumerate();
        let mut cuts: Vec<(usize, Option<u8>)> = starts
            .filter_map(|(at, block)| Some((at, self.cut(block)?)))
            .collect();
        cuts.push((blocks.len(), None));
        let first = cuts.first().map_or(0, |(at, _)| *at);
        let mut stretches = vec![Stretch::Flow(&blocks[..first])];
        for pair in cuts.windows(2) {
            let [(start, level), (end, next)] = [pair[0], pair[1]];
            let piece = &blocks[start..end];
            let heads_cards = level.is_none() || level < next;
            match stretches.last_mut() {
                _ if heads_cards => stretches.push(Stretch::Flow(piece)),
                Some(Stretch::Cards(cards)) => cards.push(piece),
                _ => stretches.push(Stretch::Cards(vec![piece])),
            }
        }
        stretches
    }

    /// The level of a heading below the page's title, and nothing for a break that ends all cards.
    fn cut(&self, block: &Block) -> Option<Option<u8>> {
        match block.kind {
            BlockKind::Heading(index) => {
                let level = self.article.headings.get(index)?.level;
                (level > 1).then_some(Some(level))
            }
            BlockKind::Rule => Some(None),
            _ => None,
        }
    }
}
