//! Values in running text: numbers, versions, identifiers and placeholders.

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[];
