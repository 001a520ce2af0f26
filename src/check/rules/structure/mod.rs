//! Structure: which articles, sections and blocks there are.

mod alert_kind;
mod block_structure;
mod blocks;
mod heading_structure;
mod truncated_article;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &truncated_article::RULE,
    &heading_structure::RULE,
    &block_structure::RULE,
    &alert_kind::RULE,
];
