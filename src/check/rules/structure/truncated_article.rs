//! `truncated-article`: an article breaks off before its end.

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::Article;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "truncated-article",
        severity: Severity::Error,
        summary: "the end of an article is missing in this language",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    findings.examined += comparison.members().len();
    for (&article, cut) in comparison.cuts() {
        let difference = Difference {
            expected: cut.all,
            article,
            supporters: cut.witnesses.clone(),
            why: Why::Departs,
        };
        let finding = finding(comparison, &difference, cut.lost, findings);
        findings.push(finding);
    }
}

fn finding(
    comparison: &Comparison,
    difference: &Difference<usize>,
    lost: usize,
    findings: &Findings,
) -> Diagnostic {
    let all = difference.expected;
    let message = format!(
        "the article breaks off here: the last {lost} of {all} headings, blocks and rows are missing"
    );
    let article = comparison.article(difference.article);
    let diagnostic = findings
        .found(article, last_line(article), message)
        .expected(all.to_string())
        .found((all - lost).to_string())
        .help("restore the end of the article from the last complete version, or translate it");
    comparison.decided(diagnostic, difference, |other| {
        Some(last_line(comparison.article(other)))
    })
}

/// The last line that is not empty.
fn last_line(article: &Article) -> Span {
    let text = article.source.text().trim_end();
    let start = text.rfind('\n').map_or(0, |end| end + 1);
    Span::new(start, text.len())
}
