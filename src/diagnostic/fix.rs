//! Changes of text that would mend a fault.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Source, Span};

/// How far a fix may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Applicability {
    /// Restores what all other evidence says; never touches prose.
    Safe,
    /// Probably right; a person should look at it.
    Unsafe,
    /// For a reader's eyes only.
    Display,
}

impl Applicability {
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
            Applicability::Display => "display",
        }
    }
}

/// Replaces the bytes of a span.
#[derive(Debug, Clone)]
pub struct Edit {
    pub source: Arc<Source>,
    pub span: Span,
    pub text: String,
}

/// Edits that belong together: all of them or none.
#[derive(Debug, Clone)]
pub struct Fix {
    pub applicability: Applicability,
    pub edits: Vec<Edit>,
}

impl Fix {
    /// Replaces one span.
    pub fn replace(
        applicability: Applicability,
        source: &Arc<Source>,
        span: Span,
        text: impl Into<String>,
    ) -> Self {
        Fix {
            applicability,
            edits: vec![Edit {
                source: Arc::clone(source),
                span,
                text: text.into(),
            }],
        }
    }
}
