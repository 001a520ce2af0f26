//! Terms: words that a project, or all languages together, use alike.

mod acronym_missing;
mod acronym_swapped;
mod acronyms;
mod do_not_translate;
mod glossary_term;
mod inconsistent_translation;
mod lexicon;
mod text;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &do_not_translate::RULE,
    &glossary_term::RULE,
    &acronym_swapped::RULE,
    &inconsistent_translation::RULE,
    &acronym_missing::RULE,
];
