//! Names for findings that stay the same while lines move, so that other programs know a finding again.

use std::collections::HashMap;

use glotta::diagnostic::Diagnostic;
use sha1::{Digest, Sha1};

/// Returns a fingerprint for each finding, all of them different.
///
/// Findings that state the same facts are told apart by their order, so that one that is mended changes no other kind.
pub fn fingerprints<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut fingerprints = Vec::new();
    for diagnostic in diagnostics {
        let fingerprint = fingerprint(diagnostic);
        let count = seen.entry(fingerprint.clone()).or_default();
        *count += 1;
        fingerprints.push(match count {
            1 => fingerprint,
            _ => hash(&[&fingerprint, &count.to_string()]),
        });
    }
    fingerprints
}

/// The facts of a finding without its place and its wording: rule, language, article, what should be and what is.
fn fingerprint(diagnostic: &Diagnostic) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let place = &diagnostic.primary;
    hash(&[
        diagnostic.rule,
        &text(&diagnostic.locale),
        diagnostic.article.as_deref().unwrap_or(place.source.path()),
        &text(&diagnostic.expected),
        &text(&diagnostic.found),
        place.source.slice(place.span),
    ])
}

fn hash(parts: &[&str]) -> String {
    let mut hasher = Sha1::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    let digest = hasher.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
