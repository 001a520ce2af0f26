//! Language and script of running text.

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[];
