//! What a rule is, and what it can say.

use std::sync::Arc;

use super::{Comparison, Memory};
use crate::diagnostic::{Diagnostic, Fault, Source, Span};
use crate::model::{Article, Site, Translations};

/// A kind of fault and the function that looks for it.
#[derive(Debug)]
pub struct Rule {
    pub fault: Fault,
    pub scope: Scope,
    /// Whether the rule runs where nobody asks for it; `levels` and `--only` ask by name.
    pub enabled: bool,
}

/// What a rule needs to see at once.
#[derive(Debug)]
pub enum Scope {
    /// One article in one language.
    Article(fn(&Article, &mut Findings)),
    /// One article in all its languages, whatever source they were made from.
    Translations(fn(&Site, &Translations, &mut Findings)),
    /// The whole site at once; run once, after all others.
    Site(fn(&Site, &mut Findings)),
    /// As `Site`, for a rule that goes through all articles and keeps what it makes of each as long as that does not change.
    Remembered(fn(&Site, &Memory, &mut Findings)),
    /// Languages that should state the same facts.
    Cohort(fn(&Comparison, &mut Findings)),
    /// Nothing by itself: it is a way in which what rules of a cohort find is decided.
    Verdict,
}

/// What one rule found, and how much it looked at.
#[derive(Debug)]
pub struct Findings {
    fault: &'static Fault,
    /// Things that were compared or looked at: cells, rows, links, whatever the rule is about.
    pub examined: usize,
    pub diagnostics: Vec<Diagnostic>,
}

impl Findings {
    pub fn new(fault: &'static Fault) -> Self {
        Findings {
            fault,
            examined: 0,
            diagnostics: Vec::new(),
        }
    }

    /// Counts one more thing that was looked at.
    pub fn examine(&mut self) {
        self.examined += 1;
    }

    /// Starts a finding of this rule in an article.
    pub fn found(&self, article: &Article, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.fault, &article.source, span, message)
            .about(&article.id, article.locale.folder())
    }

    /// Starts a finding of this rule in a text that is no article.
    pub fn found_in(
        &self,
        source: &Arc<Source>,
        span: Span,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(self.fault, source, span, message)
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a fault that all languages share. Where they were made from an older source it is that one's, and its translations are
    /// stale as it is.
    pub fn push_shared(&mut self, comparison: &Comparison, diagnostic: Diagnostic) {
        if !comparison.is_outdated() {
            self.diagnostics.push(comparison.shared(diagnostic));
        }
    }

    /// Adds what the same rule found elsewhere.
    pub fn extend(&mut self, other: Findings) {
        self.examined += other.examined;
        self.diagnostics.extend(other.diagnostics);
    }
}
