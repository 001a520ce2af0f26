//! Language and script of running text.

mod length_outlier;
mod locale_typography;
mod mixed_script_word;
mod text;
mod turkish_i_corruption;
mod untranslated_block;
mod wrong_language;
mod wrong_script_variant;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &untranslated_block::RULE,
    &wrong_language::RULE,
    &mixed_script_word::RULE,
    &turkish_i_corruption::RULE,
    &wrong_script_variant::RULE,
    &length_outlier::RULE,
    &locale_typography::RULE,
];
