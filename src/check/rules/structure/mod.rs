//! Structure: which articles, sections and blocks there are.

mod absence;
mod alert_kind;
mod block_structure;
mod blocks;
mod code_block_changed;
mod heading_structure;
mod listing;
mod missing_article;
mod navigation_parity;
mod orphan_article;
mod truncated_article;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &missing_article::RULE,
    &orphan_article::RULE,
    &navigation_parity::RULE,
    &truncated_article::RULE,
    &heading_structure::RULE,
    &block_structure::RULE,
    &code_block_changed::RULE,
    &alert_kind::RULE,
];
