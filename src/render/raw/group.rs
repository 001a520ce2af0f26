//! Blocks that belong together because raw HTML is opened in one and closed in another.

use std::collections::HashMap;
use std::ops::Range;

use super::token::{self, Token};
use crate::model::markup::ElementKind;
use crate::model::{Block, BlockKind};

/// Cuts blocks into runs: raw HTML that is opened in one block and closed in another with all between, and every other
/// block by itself.
pub(in crate::render) fn groups(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = (0..blocks.len()).collect();
    for (from, to) in pairs(blocks) {
        ends[from] = ends[from].max(to);
    }
    let mut groups = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let mut end = ends[at];
        let mut inner = at;
        // What is opened inside may be closed behind.
        while inner <= end {
            end = end.max(ends[inner]);
            inner += 1;
        }
        groups.push(at..end + 1);
        at = end + 1;
    }
    groups
}

/// Pairs of blocks with the two halves of an element.
fn pairs(blocks: &[Block]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut waiting: HashMap<&'static str, usize> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        let html = match &block.kind {
            BlockKind::Html(html) => html,
            // Zones, rows and tabs wrap blocks as well, and nothing can reach across their borders.
            BlockKind::Mark(_) => {
                open.clear();
                waiting.clear();
                continue;
            }
            _ => continue,
        };
        for token in token::of_html(html) {
            match token {
                Token::Open(element, _) if spans_blocks(element.kind) => {
                    open.push((at, element.name));
                    *waiting.entry(element.name).or_default() += 1;
                }
                Token::Close(element, _) if waiting.get(element.name).is_some_and(|it| *it > 0) => {
                    while let Some((from, name)) = open.pop() {
                        *waiting.entry(name).or_default() -= 1;
                        if name == element.name {
                            pairs.push((from, at));
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
    }
    pairs.retain(|(from, to)| from != to);
    pairs
}

fn spans_blocks(kind: ElementKind) -> bool {
    matches!(kind, ElementKind::Block | ElementKind::Section)
}
