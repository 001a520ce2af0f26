//! `emphasis-lost`: words that other languages emphasize are plain here.

use std::collections::HashSet;

use super::emphasis::{self, Emphasis};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Passage, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Severity};
use crate::model::{Inline, InlineKind};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "emphasis-lost",
        severity: Severity::Warning,
        summary: "words that other languages emphasize are plain here",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages() {
        let total = |article: usize| Some(Emphasis::of(&passage.words(article)?).total());
        let emphasized = |article: &usize| total(*article).is_some_and(|total| total > 0);
        if !comparison.members().iter().any(emphasized) {
            continue;
        }
        findings.examine();
        let differences = comparison.differences(total);
        if differences.is_empty() {
            continue;
        }
        // Marks that are visible are lost for a reason that another rule tells.
        let visible = emphasis::visible(comparison, passage);
        let told = |article: usize| visible.iter().any(|(blame, _)| blame.article == article);
        for difference in differences {
            let here = total(difference.article).unwrap_or(0);
            let certain = difference.why == Why::Departs;
            if certain && here < difference.expected && !told(difference.article) {
                findings.push(finding(comparison, passage, &difference, here, findings));
            }
        }
    }
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    difference: &Difference<usize>,
    here: usize,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let span = passage
        .first_line(article, difference.article)
        .unwrap_or_default();
    let lost = difference.expected - here;
    let quoted = quoted(comparison, passage, difference) >= lost;
    let name = comparison.passage_name(passage, difference.article);
    let wanted = difference.expected;
    let message = match quoted {
        true => format!(
            "{name} has {here} of {wanted} emphasized phrases: markers replaced by quotation marks"
        ),
        false => format!("{name} has {here} of {wanted} emphasized phrases"),
    };
    let help = match quoted {
        true => {
            "if your language emphasizes with quotation marks, set `emphasis-lost: off` for this locale"
        }
        false => "emphasize the words that the other languages emphasize",
    };
    let finding = findings
        .found(article, span, message)
        .expected(wanted.to_string())
        .found(here.to_string())
        .help(help);
    let place = |other: usize| passage.first_line(comparison.article(other), other);
    let mut finding = comparison.decided(finding, difference, place);
    if quoted || repeats(comparison, passage, difference) {
        finding.severity = Severity::Info;
    }
    finding
}

/// Whether all that is missing is emphasized twice where it is right: for the second time a language may say "it".
fn repeats(comparison: &Comparison, passage: &Passage, difference: &Difference<usize>) -> bool {
    let distinct = |article: usize| passage.words(article).map_or(0, |words| phrases(&words));
    let there = witness(comparison, difference).map_or(0, distinct);
    there > 0 && distinct(difference.article) >= there
}

/// How many different phrases are emphasized.
fn phrases(words: &Words) -> usize {
    let all = words.each().filter_map(|inline| match &inline.kind {
        InlineKind::Strong(content) | InlineKind::Emphasis(content) => Some(Inline::text(content)),
        _ => None,
    });
    all.map(|phrase| phrase.to_lowercase())
        .collect::<HashSet<String>>()
        .len()
}

/// Whose passage shows how it should be: the reference's, where it is among those who agree.
fn witness(comparison: &Comparison, difference: &Difference<usize>) -> Option<usize> {
    let mut supporters = difference.supporters.iter();
    let reference = supporters.find(|article| comparison.is_reference(**article));
    reference.or(difference.supporters.first()).copied()
}

/// How many more pairs of quotation marks or brackets a language has here than one that is right.
fn quoted(comparison: &Comparison, passage: &Passage, difference: &Difference<usize>) -> usize {
    let pairs = |article: usize| passage.words(article).map_or(0, |words| quotations(&words));
    let there = witness(comparison, difference);
    pairs(difference.article).saturating_sub(there.map_or(0, pairs))
}

fn quotations(words: &Words) -> usize {
    const MARKS: &str = "\"“”„«»‹›「」『』《》〈〉[]【】［］";
    let runs = words.prose();
    let marks = runs.map(|run| run.text.chars().filter(|it| MARKS.contains(*it)).count());
    marks.sum::<usize>() / 2
}
