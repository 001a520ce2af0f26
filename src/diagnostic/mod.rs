//! Texts, places in them, and the one value that says "something is wrong here".

mod fault;
mod fix;
mod kept;
mod nearest;
mod patch;
mod source;
mod span;
mod task;

pub use fault::{Fault, Level, Severity, Shift};
pub use fix::{Applicability, Edit, Fix};
pub use kept::{KeptDiagnostic, Names};
pub use nearest::{nearest, nearest_name};
pub use patch::{Patched, patch};
pub use source::{Position, Root, Source, Unit};
pub use span::Span;
pub use task::Task;

use std::sync::Arc;

/// A value together with what was noticed while it was made.
///
/// Reading a text never fails: the value is as good as the text allows, and each flaw is a diagnostic.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

/// A place in a text, and what is to be seen there.
#[derive(Debug, Clone)]
pub struct Label {
    pub source: Arc<Source>,
    pub span: Span,
    /// A few words for the place itself; empty where the diagnostic's message says enough.
    pub message: String,
}

impl Label {
    pub fn new(source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Label {
            source: Arc::clone(source),
            span,
            message: message.into(),
        }
    }
}

/// Something that is wrong in somebody's text: what, where, why it matters and what to do.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The kebab-case name of the rule or fault, stable across releases.
    pub rule: &'static str,
    pub severity: Severity,
    /// The place to look at first. Its path is relative to the source folder, with `/`.
    pub primary: Label,
    /// The locale folder's name, where the fault belongs to one language.
    pub locale: Option<String>,
    /// The article's path without locale and extension, where the fault belongs to an article.
    pub article: Option<String>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Why it matters or how it was decided.
    pub note: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// What the place should say, where that is known.
    pub expected: Option<String>,
    /// What it says.
    pub found: Option<String>,
    /// Other places that bear witness, mostly in other languages.
    pub related: Vec<Label>,
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Starts a diagnostic at the severity that its fault usually has.
    pub fn new(
        fault: &'static Fault,
        source: &Arc<Source>,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic {
            rule: fault.name,
            severity: fault.severity,
            primary: Label::new(source, span, ""),
            locale: None,
            article: None,
            message: message.into(),
            note: None,
            help: None,
            expected: None,
            found: None,
            related: Vec::new(),
            fix: None,
        }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what stands at the primary place, in a few words beside the caret.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.primary.message = label.into();
        self
    }

    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    pub fn related(mut self, related: impl IntoIterator<Item = Label>) -> Self {
        self.related.extend(related);
        self
    }

    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Adds a fix where there is one.
    pub fn fix_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix.or(self.fix);
        self
    }

    /// Names the article and the language that the diagnostic belongs to.
    pub fn about(mut self, article: impl Into<String>, locale: impl Into<String>) -> Self {
        self.article = Some(article.into());
        self.locale = Some(locale.into());
        self
    }

    /// Moves the severity away from the usual one.
    pub fn shifted(mut self, shift: Shift) -> Self {
        self.severity = self.severity.shifted(shift);
        self
    }

    /// Where the primary place begins.
    pub fn position(&self) -> Position {
        self.primary.source.position(self.primary.span.start)
    }

    /// Sorts by path, place, rule and message: the order of every report.
    pub fn sort(diagnostics: &mut [Diagnostic]) {
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
    }

    fn order(&self) -> (&str, usize, usize, &str, &str) {
        (
            self.primary.source.path(),
            self.primary.span.start,
            self.primary.span.end,
            self.rule,
            &self.message,
        )
    }
}
