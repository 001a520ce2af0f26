//! Front matter, and which source a translation was made from.

mod locale_mismatch;
mod mixed_source_versions;
mod stale_translation;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &stale_translation::RULE,
    &mixed_source_versions::RULE,
    &locale_mismatch::RULE,
];
