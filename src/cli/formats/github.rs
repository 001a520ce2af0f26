//! Annotations of GitHub Actions, which stand beside the changed lines, and the whole report for the log.

use std::collections::HashMap;

use glotta::diagnostic::{Diagnostic, Severity};
use sha1::{Digest, Sha1};

use super::{View, gravest_first, has_text, human, remarks};
use crate::cli::harmless::harmless;
use crate::cli::paths::Paths;
use crate::cli::tally;

/// GitHub shows this many of a kind for each step, and silently drops the others.
const SHOWN: usize = 10;

/// The report for people, with statistics behind it, then annotations of the gravest findings.
pub fn report(view: &View) -> String {
    let mut log = human::report(&View {
        statistics: None,
        ..*view
    });
    if let Some(statistics) = view.statistics {
        log.push_str(&statistics.table(view.style.width));
    }
    let mut text = inert(&log);
    text.push_str(&annotations(&view.report.diagnostics, view.paths));
    text
}

/// Text in which the runner looks for no commands, whatever an article says.
///
/// The word that ends this state is a hash of the text, which no text holds.
fn inert(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let digest = Sha1::digest(text.as_bytes());
    let word: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("::stop-commands::{word}\n{text}::{word}::\n")
}

/// Findings that say the same of several languages.
struct Siblings<'a> {
    first: &'a Diagnostic,
    /// The other languages.
    others: Vec<&'a str>,
}

fn annotations(diagnostics: &[Diagnostic], paths: &Paths) -> String {
    let mut left: HashMap<Severity, usize> = HashMap::new();
    let mut text = String::new();
    let mut more = 0;
    let siblings = siblings(gravest_first(diagnostics));
    let crowded = is_crowded(&siblings);
    for siblings in siblings {
        let severity = siblings.first.severity;
        // The last notice says how much is not shown.
        let room = match severity {
            Severity::Info if crowded => SHOWN - 1,
            _ => SHOWN,
        };
        let left = left.entry(severity).or_insert(room);
        match left.checked_sub(1) {
            Some(fewer) => {
                *left = fewer;
                text.push_str(&annotation(&siblings, paths));
            }
            None => more += 1 + siblings.others.len(),
        }
    }
    if more > 0 {
        let findings = tally::count(more, "more finding", "more findings");
        text.push_str(&format!("::notice title=glotta::{findings}, see the log\n"));
    }
    text
}

/// Whether there are more of a severity than are shown.
fn is_crowded(siblings: &[Siblings]) -> bool {
    [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .any(|severity| {
            let alike = |siblings: &&Siblings| siblings.first.severity == severity;
            siblings.iter().filter(alike).count() > SHOWN
        })
}

/// Puts findings of one rule and article together that differ in their language alone.
fn siblings(diagnostics: Vec<&Diagnostic>) -> Vec<Siblings<'_>> {
    let mut families: Vec<Siblings> = Vec::new();
    let mut known: HashMap<(Shape, usize), usize> = HashMap::new();
    let mut counts: HashMap<(Shape, Option<&str>), usize> = HashMap::new();
    for diagnostic in diagnostics {
        let shape = Shape::of(diagnostic);
        let locale = diagnostic.locale.as_deref();
        // The second finding of a language is a sibling of other languages' second.
        let count = counts.entry((shape.clone(), locale)).or_default();
        *count += 1;
        match (known.get(&(shape.clone(), *count)), locale) {
            (Some(family), Some(locale)) => families[*family].others.push(locale),
            _ => {
                known.insert((shape, *count), families.len());
                families.push(Siblings {
                    first: diagnostic,
                    others: Vec::new(),
                });
            }
        }
    }
    families
}

/// What siblings share: what is expected, and the message but for what was found.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Shape<'a> {
    severity: Severity,
    rule: &'a str,
    article: Option<&'a str>,
    expected: Option<&'a str>,
    message: String,
}

impl<'a> Shape<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        let found = diagnostic
            .found
            .as_deref()
            .filter(|found| !found.is_empty());
        Shape {
            severity: diagnostic.severity,
            rule: diagnostic.rule,
            article: diagnostic.article.as_deref(),
            expected: diagnostic.expected.as_deref(),
            message: match found {
                Some(found) => diagnostic.message.replace(found, "…"),
                None => diagnostic.message.clone(),
            },
        }
    }
}

/// `::error file=…,line=…,…::message`.
fn annotation(siblings: &Siblings, paths: &Paths) -> String {
    let diagnostic = siblings.first;
    let kind = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let path = property(&paths.path(&diagnostic.primary.source));
    let place = place(diagnostic);
    let title = property(diagnostic.rule);
    let message = data(&words(siblings));
    format!("::{kind} file={path}{place},title={title}::{message}\n")
}

fn words(siblings: &Siblings) -> String {
    let mut words = remarks(siblings.first);
    if let (Some(locale), false) = (&siblings.first.locale, siblings.others.is_empty()) {
        let others = siblings.others.join(", ");
        words.push_str(&format!("\nThe same in: {locale}, {others}"));
    }
    words
}

/// Lines, and columns where they are in one line, as GitHub wants them.
fn place(diagnostic: &Diagnostic) -> String {
    if !has_text(diagnostic) {
        return String::new();
    }
    let start = diagnostic.position();
    let end = diagnostic
        .primary
        .source
        .position(diagnostic.primary.span.end);
    let lines = format!(",line={},endLine={}", start.line, end.line);
    match start.line == end.line {
        true => format!("{lines},col={},endColumn={}", start.column, end.column),
        false => lines,
    }
}

/// The text of a command, on one line.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D");
    harmless(&text.replace('\n', "%0A")).into_owned()
}

/// A value among others.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_own_state() {
        let text = inert("a\n::error::b\n");
        let lines: Vec<&str> = text.lines().collect();
        let word = lines[0].strip_prefix("::stop-commands::").unwrap();
        assert_eq!(lines[1..], ["a", "::error::b", &format!("::{word}::")]);
        assert_eq!(inert(""), "");
    }

    #[test]
    fn what_a_command_would_read_is_written_otherwise() {
        assert_eq!(data("50%\r\n: a, b\u{1b}"), "50%25%0D%0A: a, b\\u{1b}");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
