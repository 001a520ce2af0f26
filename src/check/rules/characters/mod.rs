//! Characters and white space.

mod bidi_control;
mod invalid_encoding;
mod invisible_character;
mod mixed_eol_bom;
mod not_nfc;
mod orphan_whitespace;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &invalid_encoding::RULE,
    &invisible_character::RULE,
    &bidi_control::RULE,
    &not_nfc::RULE,
    &orphan_whitespace::RULE,
    &mixed_eol_bom::RULE,
];
