//! The rules, one a file, in groups and in the order of the documentation.

mod catalogues;
mod characters;
mod front_matter;
mod language;
mod links;
mod markup;
pub(super) mod source;
mod structure;
mod tables;
mod terms;
pub mod values;

use super::Rule;

/// The groups in the order of the documentation.
static GROUPS: [&[&Rule]; 11] = [
    tables::RULES,
    structure::RULES,
    links::RULES,
    markup::RULES,
    values::RULES,
    terms::RULES,
    front_matter::RULES,
    language::RULES,
    characters::RULES,
    catalogues::RULES,
    source::RULES,
];

/// Returns every rule, in the order of the documentation.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    GROUPS.into_iter().flatten().copied()
}
