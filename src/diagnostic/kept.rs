//! A finding as data that can be kept, and made whole again.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Applicability, Diagnostic, Edit, Fix, Label, Severity, Source, Span};

/// A [`Diagnostic`] whose texts are known by something that can be kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptDiagnostic<T> {
    rule: String,
    severity: Severity,
    primary: Mark<T>,
    locale: Option<String>,
    article: Option<String>,
    message: String,
    note: Option<String>,
    help: Option<String>,
    expected: Option<String>,
    found: Option<String>,
    related: Vec<Mark<T>>,
    fix: Option<(Applicability, Vec<Mark<T>>)>,
}

/// A [`Label`] or an [`Edit`]: the text, the span, the words.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Mark<T>(T, usize, usize, String);

/// The names of faults, which live as long as the program.
pub type Names = HashSet<&'static str>;

impl<T> KeptDiagnostic<T> {
    /// Takes a finding down; nothing where one of its texts is not known.
    pub fn of(
        finding: &Diagnostic,
        text: &mut dyn FnMut(&Arc<Source>) -> Option<T>,
    ) -> Option<Self> {
        let mut mark = |source: &Arc<Source>, span: Span, words: &str| {
            Some(Mark(text(source)?, span.start, span.end, words.to_owned()))
        };
        let mut label = |label: &Label| mark(&label.source, label.span, &label.message);
        let primary = label(&finding.primary)?;
        let related = finding.related.iter().map(&mut label);
        let related = related.collect::<Option<_>>()?;
        let fix = match &finding.fix {
            None => None,
            Some(fix) => {
                let edits = fix.edits.iter();
                let edits = edits.map(|edit| mark(&edit.source, edit.span, &edit.text));
                Some((fix.applicability, edits.collect::<Option<_>>()?))
            }
        };
        Some(KeptDiagnostic {
            rule: finding.rule.to_owned(),
            severity: finding.severity,
            primary,
            locale: finding.locale.clone(),
            article: finding.article.clone(),
            message: finding.message.clone(),
            note: finding.note.clone(),
            help: finding.help.clone(),
            expected: finding.expected.clone(),
            found: finding.found.clone(),
            related,
            fix,
        })
    }

    /// Makes the finding again; nothing where a text or its rule is not known any more.
    pub fn restored(
        &self,
        names: &Names,
        text: &dyn Fn(&T) -> Option<Arc<Source>>,
    ) -> Option<Diagnostic> {
        let part = |Mark(of, start, end, words): &Mark<T>| {
            Some((text(of)?, Span::new(*start, *end), words.clone()))
        };
        let label = |mark: &Mark<T>| {
            let (source, span, message) = part(mark)?;
            Some(Label {
                source,
                span,
                message,
            })
        };
        let edit = |mark: &Mark<T>| {
            let (source, span, text) = part(mark)?;
            Some(Edit { source, span, text })
        };
        let fix = match &self.fix {
            None => None,
            Some((applicability, edits)) => Some(Fix {
                applicability: *applicability,
                edits: edits.iter().map(edit).collect::<Option<_>>()?,
            }),
        };
        Some(Diagnostic {
            rule: names.get(self.rule.as_str()).copied()?,
            severity: self.severity,
            primary: label(&self.primary)?,
            locale: self.locale.clone(),
            article: self.article.clone(),
            message: self.message.clone(),
            note: self.note.clone(),
            help: self.help.clone(),
            expected: self.expected.clone(),
            found: self.found.clone(),
            related: self.related.iter().map(label).collect::<Option<_>>()?,
            fix,
        })
    }
}
