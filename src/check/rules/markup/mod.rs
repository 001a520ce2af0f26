//! Markup inside running text.

mod blame;
mod broken_emphasis;
mod broken_inline_syntax;
mod code_spans;
mod emphasis;
mod emphasis_lost;
mod glyphs;
mod hostile_source;
mod html_parity;
mod inline_code_changed;
mod invalid_markup;
mod markers;
mod merged_code_spans;
mod raw_html;
mod tags;
mod unsafe_markup;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &emphasis_lost::RULE,
    &broken_emphasis::RULE,
    &inline_code_changed::RULE,
    &merged_code_spans::RULE,
    &html_parity::RULE,
    &broken_inline_syntax::RULE,
    &hostile_source::RULE,
    &unsafe_markup::RULE,
    &invalid_markup::RULE,
];
