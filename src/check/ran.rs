//! Which kinds of fault a run could have found: silence about the others proves nothing.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Level};
use crate::model::Levels;

/// The kinds of fault that a run looked for.
#[derive(Debug, Clone, Default)]
pub struct Ran {
    names: HashSet<String>,
    levels: Levels,
}

impl Ran {
    pub fn new(names: impl IntoIterator<Item = String>, levels: &Levels) -> Ran {
        Ran {
            names: names.into_iter().collect(),
            levels: levels.clone(),
        }
    }

    /// Whether a fault of this kind would have been reported for this language.
    pub fn reports(&self, name: &str, locale: Option<&str>) -> bool {
        self.names.contains(name) && self.levels.level(name, locale) != Some(Level::Off)
    }

    /// Drops what is switched off, and gives the rest the severity that is wanted of it.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        self.levels.apply(diagnostics)
    }
}
