//! Links and the places that they lead to.

mod anchor_changed;
mod broken_include;
mod broken_internal_link;
mod image_parity;
mod include_circle;
mod link_changed;
mod link_locale;
mod link_text_untranslated;
mod missing_file;
mod moved_link;
mod parity;
mod unused_include;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &anchor_changed::RULE,
    &link_changed::RULE,
    &image_parity::RULE,
    &broken_internal_link::RULE,
    &broken_include::RULE,
    &include_circle::RULE,
    &unused_include::RULE,
    &moved_link::RULE,
    &missing_file::RULE,
    &link_locale::RULE,
    &link_text_untranslated::RULE,
];
