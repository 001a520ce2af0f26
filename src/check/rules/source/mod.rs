//! Faults of the source itself, which all languages may share.

pub(in crate::check) mod reference_doubted;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[&reference_doubted::RULE];
