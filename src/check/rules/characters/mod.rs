//! Characters and white space.

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[];
