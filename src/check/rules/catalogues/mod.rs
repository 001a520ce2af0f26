//! The messages of our own templates, in `locales/`.

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[];
