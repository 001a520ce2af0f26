//! `broken-emphasis`: marks of emphasis stand in the text as asterisks or underscores.

use super::emphasis;
use super::markers::Marker;
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "broken-emphasis",
        severity: Severity::Error,
        summary: "marks of emphasis stand in the text as asterisks or underscores",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages() {
        if emphasis::is_meant(comparison, passage) {
            findings.examine();
        }
        for (blame, markers) in emphasis::visible(comparison, passage) {
            let finding = finding(comparison, passage, blame.article, markers, findings);
            findings.push(match blame.shared {
                true => comparison
                    .shared(finding)
                    .note("all languages have this fault, so it came with the source"),
                false => finding.note("a mark makes emphasis only where it touches the words: no blank on the inner side, and no letter right behind a closing bracket or quotation mark and its mark, unless emphasis is read as CJK-friendly"),
            });
        }
    }
}

fn finding(
    comparison: &Comparison,
    passage: &Passage,
    article: usize,
    markers: Vec<Marker>,
    findings: &Findings,
) -> Diagnostic {
    let source = &comparison.article(article).source;
    let first = markers[0].span;
    let mark = source.slice(first).to_owned();
    let name = comparison.passage_name(passage, article);
    let message = match markers.len() {
        1 => format!("`{mark}` is visible in {name} instead of making emphasis"),
        many => format!("`{mark}` is visible in {name} instead of making emphasis, {many} times"),
    };
    let finding = findings
        .found(comparison.article(article), first, message)
        .help("put blanks outside the marks and close what was opened; write `\\*` where an asterisk is meant")
        .found(mark);
    match restored(&markers) {
        true => finding.fix(Fix {
            applicability: Applicability::Unsafe,
            edits: markers.into_iter().flat_map(|it| it.edits).collect(),
        }),
        false => finding,
    }
}

/// Whether moving blanks mends all of it.
fn restored(markers: &[Marker]) -> bool {
    markers.iter().all(|marker| !marker.edits.is_empty())
}
