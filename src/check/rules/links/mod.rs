//! Links and the places that they lead to.

mod anchor_changed;
mod link_changed;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[&anchor_changed::RULE, &link_changed::RULE];
