//! `emphasis-lost`: words that other languages emphasize are plain here.

use super::emphasis::{self, Emphasis};
use crate::check::comparison::{Difference, Why};
use crate::check::{Comparison, Findings, Passage, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Severity};

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
    if quoted {
        finding.severity = Severity::Info;
    }
    finding
}

/// How many more pairs of quotation marks or brackets a language has here than one that is right.
fn quoted(comparison: &Comparison, passage: &Passage, difference: &Difference<usize>) -> usize {
    let pairs = |article: usize| passage.words(article).map_or(0, |words| quotations(&words));
    let there = difference
        .supporters
        .iter()
        .find(|article| comparison.is_reference(**article))
        .or(difference.supporters.first());
    pairs(difference.article).saturating_sub(there.map_or(0, |article| pairs(*article)))
}

fn quotations(words: &Words) -> usize {
    const MARKS: &str = "\"“”„«»‹›「」『』《》〈〉[]【】［］";
    let runs = words.prose();
    let marks = runs.map(|run| run.text.chars().filter(|it| MARKS.contains(*it)).count());
    marks.sum::<usize>() / 2
}
