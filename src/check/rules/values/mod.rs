//! Values in running text: numbers, versions, identifiers and placeholders.

mod changes;
mod identifier_case;
mod identifier_changed;
mod identifier_mangled;
mod identifiers;
mod leaked_placeholder;
mod mangled;
mod number;
mod number_changed;
mod number_missing;
mod numbers;
mod placeholder_changed;
mod running;
mod scans;
mod tokens;
mod version_changed;

pub use scans::{Scan, Scans};

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &identifier_changed::RULE,
    &identifier_case::RULE,
    &identifier_mangled::RULE,
    &version_changed::RULE,
    &number_changed::RULE,
    &number_missing::RULE,
    &placeholder_changed::RULE,
    &leaked_placeholder::RULE,
];
