//! Structure: which articles, sections and blocks there are.

mod alert_kind;
mod heading_structure;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[&heading_structure::RULE, &alert_kind::RULE];
