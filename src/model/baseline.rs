//! Findings that were there before: what tells one from another, and the file that lists them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

use crate::diagnostic::{Source, Span};

/// What tells one finding from another across changes of the text: never a line, a byte or a count of a file.
///
/// Fields stand in the order in which the file names them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fingerprint {
    pub rule: String,
    /// The locale folder; nothing where a fault belongs to all languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Section and block, or table, row and column.
    pub place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Which of several findings that are alike in all this; from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub number: usize,
    /// The text of a place that is counted and not named, as a few digits: where the count has changed it still tells the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
}

fn first() -> usize {
    1
}

fn is_first(number: &usize) -> bool {
    *number == 1
}

impl Fingerprint {
    /// Forty hexadecimal digits for everything but the context: the same in every run, on every machine.
    pub fn id(&self) -> String {
        let mut hash = Sha1::new();
        let number = self.number.to_string();
        for field in [
            Some(&self.rule),
            self.locale.as_ref(),
            self.article.as_ref(),
            Some(&self.place),
            self.expected.as_ref(),
            self.found.as_ref(),
            Some(&number),
        ] {
            // Nothing and an empty text are two things.
            hash.update(field.map_or("\u{1}", String::as_str));
            hash.update("\0");
        }
        let digits = hash.finalize();
        digits.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What stays the same where blocks were inserted above: all but counts, where there is a context.
    pub fn moved(&self) -> Option<Fingerprint> {
        self.context.as_ref()?;
        Some(Fingerprint {
            place: without_counts(&self.place),
            number: 1,
            ..self.clone()
        })
    }

    fn order(&self) -> impl Ord + '_ {
        let facts = (&self.expected, &self.found, self.number, &self.context);
        (&self.article, &self.locale, &self.place, &self.rule, facts)
    }
}

/// `codes/paragraph[2]` is `codes/paragraph`.
fn without_counts(place: &str) -> String {
    let steps = place.split('/').map(|step| {
        let (name, count) = step.rsplit_once('[').unwrap_or((step, ""));
        match count.strip_suffix(']') {
            Some(count) if count.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => step,
        }
    });
    steps.collect::<Vec<_>>().join("/")
}

/// A list of findings that are known and left out until they are mended.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The file itself, for places in it.
    pub file: Arc<Source>,
    /// Each finding with the place where the file names it.
    pub findings: Vec<(Fingerprint, Span)>,
}

impl Baseline {
    /// The version of the file's form that this program reads and writes.
    pub const VERSION: u64 = 1;

    /// Writes findings as a file: sorted, one finding a line, so that a change of one is a change of one line.
    pub fn text<'a>(findings: impl IntoIterator<Item = &'a Fingerprint>) -> String {
        let mut findings: Vec<&Fingerprint> = findings.into_iter().collect();
        findings.sort_by(|a, b| a.order().cmp(&b.order()));
        let lines: Vec<String> = findings
            .into_iter()
            // Strings and numbers in structs always have a form in JSON.
            .map(|finding| serde_json::to_string(finding).expect("plain values are JSON"))
            .collect();
        let version = Self::VERSION;
        match lines.is_empty() {
            true => format!("{{\"version\": {version}, \"findings\": []}}\n"),
            false => format!(
                "{{\"version\": {version}, \"findings\": [\n{}\n]}}\n",
                lines.join(",\n")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_no_part_of_what_moves() {
        for (place, expected) in [
            ("codes/paragraph[2]", "codes/paragraph"),
            ("a/table[1]/10102/4", "a/table/10102/4"),
            ("a[b]/item[12]", "a[b]/item"),
            ("front-matter/title", "front-matter/title"),
        ] {
            assert_eq!(without_counts(place), expected);
        }
    }
}
