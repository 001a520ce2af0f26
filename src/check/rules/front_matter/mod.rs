//! Front matter, and which source a translation was made from.

mod frontmatter_invariant;
mod frontmatter_key_parity;
mod locale_mismatch;
mod manual_page_refused;
mod metadata_untranslated;
mod mixed_source_versions;
mod provenance_missing;
mod restore;
mod stale_translation;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &stale_translation::RULE,
    &mixed_source_versions::RULE,
    &provenance_missing::RULE,
    &locale_mismatch::RULE,
    &frontmatter_key_parity::RULE,
    &frontmatter_invariant::RULE,
    &metadata_untranslated::RULE,
    &manual_page_refused::RULE,
];
