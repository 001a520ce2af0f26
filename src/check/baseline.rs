//! Leaves out the findings that a baseline lists, and reports what it lists and is no more.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};

use super::Report;
use super::faults::BASELINE_STALE;
use super::place::{Places, digits};
use crate::diagnostic::Diagnostic;
use crate::model::{Baseline, Fingerprint, Site};

/// A longer fact is cut, and told from others by digits.
const LONGEST: usize = 96;

/// What a baseline did to a report.
#[derive(Debug, Clone, Default)]
pub struct Applied {
    /// The path of its file.
    pub file: String,
    /// Findings that it lists and that are not among the diagnostics any more.
    pub left_out: usize,
    /// What it lists and was looked for in vain: indices into its findings.
    pub stale: Vec<usize>,
}

/// Returns what tells each finding from all others, in their order.
pub fn fingerprints<'a>(
    site: &Site,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
) -> Vec<Fingerprint> {
    let mut places = Places::new(site);
    let mut numbers: HashMap<Fingerprint, usize> = HashMap::new();
    let fingerprints = diagnostics.into_iter().map(|diagnostic| {
        let mut fingerprint = fingerprint(diagnostic, &mut places);
        // The context is no part of what tells findings apart.
        let alike = Fingerprint {
            context: None,
            ..fingerprint.clone()
        };
        let number = numbers.entry(alike).or_default();
        *number += 1;
        fingerprint.number = *number;
        fingerprint
    });
    fingerprints.collect()
}

fn fingerprint(diagnostic: &Diagnostic, places: &mut Places) -> Fingerprint {
    let place = places.place_of(diagnostic);
    let fact = |text: &Option<String>| text.as_deref().map(fact);
    let mut found = fact(&diagnostic.found);
    if diagnostic.expected.is_none() && found.is_none() {
        found = quoted(&diagnostic.message);
    }
    Fingerprint {
        rule: diagnostic.rule.to_owned(),
        locale: diagnostic.locale.clone(),
        article: diagnostic.article.clone(),
        place: place.to_string(),
        expected: fact(&diagnostic.expected),
        found,
        number: 1,
        context: place.context,
    }
}

/// A fact without what changes while the fact stays: blanks, and the versions of files.
fn fact(text: &str) -> String {
    let is_version =
        |word: &str| word.len() == 40 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = text.split_whitespace().map(|word| match is_version(word) {
        true => Cow::Borrowed("…"),
        false => Cow::Borrowed(word),
    });
    let fact = words.collect::<Vec<_>>().join(" ");
    match fact.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}… {}", &fact[..end], digits(&fact)),
        None => fact,
    }
}

/// What a message quotes: the facts of a finding that names none elsewhere.
fn quoted(message: &str) -> Option<String> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    (!quoted.is_empty()).then(|| fact(&quoted.join(" ")))
}

/// Takes the findings that a baseline lists out of a report and adds what it lists and is no more.
///
/// A finding is known by its fingerprint; one whose place is counted also by its text, wherever it has moved to. What the run
/// did not look for is not missed.
pub fn apply(site: &Site, report: &mut Report, baseline: &Baseline) {
    let found = fingerprints(site, &report.diagnostics);
    let mut matching = Matching::new(baseline);
    let exact: Vec<bool> = found.iter().map(|it| matching.take_exact(it)).collect();
    let known: Vec<bool> = exact
        .iter()
        .zip(&found)
        .map(|(exact, it)| *exact || matching.take_moved(it))
        .collect();
    let before = report.diagnostics.len();
    let mut known = known.into_iter();
    report
        .diagnostics
        .retain(|_| !known.next().unwrap_or_default());
    let left_out = before - report.diagnostics.len();
    let stale: Vec<usize> = matching
        .rest()
        .filter(|at| is_judged(site, report, &baseline.findings[*at].0))
        .collect();
    let reports = stale.iter().map(|at| is_stale(baseline, *at)).collect();
    report.diagnostics.extend(report.ran.apply(reports));
    Diagnostic::sort(&mut report.diagnostics);
    report.baseline = Some(Applied {
        file: baseline.file.path().to_owned(),
        left_out,
        stale,
    });
}

/// Whether the run would have found this again, so that its absence says something. What no rule is called cannot be found.
fn is_judged(site: &Site, report: &Report, finding: &Fingerprint) -> bool {
    let names = &site.config.names;
    let unknown = !names.is_empty() && !names.contains(&finding.rule);
    unknown || report.ran.reports(&finding.rule, finding.locale.as_deref())
}

/// The findings to write into a baseline: those of a report that no baseline was applied to, and of an old one what the run did not
/// look for.
pub fn collected(site: &Site, report: &Report, old: Option<&Baseline>) -> Vec<Fingerprint> {
    let kept = old.into_iter().flat_map(|old| &old.findings);
    let kept = kept
        .map(|(finding, _)| finding.clone())
        .filter(|finding| !is_judged(site, report, finding));
    let mut findings = fingerprints(site, &report.diagnostics);
    findings.extend(kept);
    findings
}

fn is_stale(baseline: &Baseline, at: usize) -> Diagnostic {
    let (finding, span) = &baseline.findings[at];
    let owner = [&finding.locale, &finding.article].into_iter().flatten();
    let mut place: Vec<&str> = owner.map(String::as_str).collect();
    place.push(&finding.place);
    let message = format!(
        "`{}` is found no more at `{}`",
        finding.rule,
        place.join("/")
    );
    let mut diagnostic = Diagnostic::new(&BASELINE_STALE, &baseline.file, *span, message)
        .note("a baseline that lists what is mended would hide the same fault when it comes back")
        .help("run `glotta check --prune-baseline`");
    diagnostic.locale.clone_from(&finding.locale);
    diagnostic.article.clone_from(&finding.article);
    diagnostic
}

/// Which of a baseline's findings have been found.
struct Matching<'a> {
    baseline: &'a Baseline,
    exact: HashMap<String, VecDeque<usize>>,
    taken: HashSet<usize>,
    /// Those not taken, by what stays the same where they move; made when first asked for.
    moved: Option<HashMap<Fingerprint, VecDeque<usize>>>,
}

impl<'a> Matching<'a> {
    fn new(baseline: &'a Baseline) -> Matching<'a> {
        let mut exact: HashMap<String, VecDeque<usize>> = HashMap::new();
        for (at, (finding, _)) in baseline.findings.iter().enumerate() {
            exact.entry(finding.id()).or_default().push_back(at);
        }
        Matching {
            baseline,
            exact,
            taken: HashSet::new(),
            moved: None,
        }
    }

    fn take_exact(&mut self, finding: &Fingerprint) -> bool {
        let entries = self.exact.get_mut(&finding.id());
        let at = entries.and_then(VecDeque::pop_front);
        self.taken.extend(at);
        at.is_some()
    }

    /// Asked for only when all that can be taken exactly has been taken.
    fn take_moved(&mut self, finding: &Fingerprint) -> bool {
        let Some(key) = finding.moved() else {
            return false;
        };
        let (baseline, taken) = (self.baseline, &self.taken);
        let moved = self.moved.get_or_insert_with(|| left(baseline, taken));
        let at = moved.get_mut(&key).and_then(VecDeque::pop_front);
        self.taken.extend(at);
        at.is_some()
    }

    fn rest(&self) -> impl Iterator<Item = usize> {
        (0..self.baseline.findings.len()).filter(|at| !self.taken.contains(at))
    }
}

fn left(baseline: &Baseline, taken: &HashSet<usize>) -> HashMap<Fingerprint, VecDeque<usize>> {
    let mut left: HashMap<Fingerprint, VecDeque<usize>> = HashMap::new();
    for (at, (finding, _)) in baseline.findings.iter().enumerate() {
        if let Some(key) = finding.moved().filter(|_| !taken.contains(&at)) {
            left.entry(key).or_default().push_back(at);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_told_without_what_changes_by_itself() {
        let version = "72dd82ee6968b55d1833597e2d6e1638a100c2ea";
        assert_eq!(fact(&format!(" write  {version}\n")), "write …");
        let long = "词".repeat(200);
        assert!(fact(&long).chars().count() < 120);
        assert_ne!(fact(&long), fact(&format!("{long}x")));
        assert_eq!(quoted("lacks row `102` of `b`").as_deref(), Some("102 b"));
        assert_eq!(quoted("nothing"), None);
    }
}
