//! Terms: words that a project, or all languages together, use alike.

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[];
