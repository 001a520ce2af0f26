//! `anchor-changed`: a section's id is another one than in other languages.

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Fix, Severity, Shift, Span};
use crate::model::{Heading, Slot};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "anchor-changed",
        severity: Severity::Warning,
        summary: "the id of a section is not the one that other languages have",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for slot in &comparison.translations.sections {
        findings.examine();
        for difference in comparison.differences(|article| id(comparison, slot, article)) {
            if difference.why != Why::Divided
                && !is_same_but_numbered(comparison, slot, &difference)
            {
                let finding = finding(comparison, slot, &difference, findings);
                findings.push(finding);
            }
        }
    }
}

/// The id that a language gives to the section. One that gives none takes what the others have; a reference that gives none
/// vouches for its slug only where no translation has an id of its own to compare.
fn id(comparison: &Comparison, slot: &Slot, article: usize) -> Option<String> {
    let heading = heading(comparison, slot, article)?;
    match &heading.explicit {
        Some((id, _)) => Some(id.clone()),
        None if comparison.is_reference(article) && witnesses(comparison, slot) == 1 => {
            Some(heading.slug.clone())
        }
        None => None,
    }
}

fn heading<'a>(comparison: &Comparison<'a>, slot: &Slot, article: usize) -> Option<&'a Heading> {
    comparison
        .translations
        .heading((article, slot.members[article]?))
}

/// How many languages give the section an id.
fn witnesses(comparison: &Comparison, slot: &Slot) -> usize {
    comparison
        .members()
        .iter()
        .filter(|&&article| {
            heading(comparison, slot, article).is_some_and(|heading| heading.explicit.is_some())
        })
        .count()
}

/// A slug may carry the number of a repetition, which not every tool counts alike.
fn is_same_but_numbered(
    comparison: &Comparison,
    slot: &Slot,
    difference: &Difference<String>,
) -> bool {
    let found = id(comparison, slot, difference.article).unwrap_or_default();
    let slug = heading(comparison, slot, comparison.principal())
        .is_some_and(|heading| heading.explicit.is_none());
    let bare = |id: &str| {
        id.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-')
            .to_owned()
    };
    slug && bare(&found) == bare(&difference.expected)
}

fn finding(
    comparison: &Comparison,
    slot: &Slot,
    difference: &Difference<String>,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let found = id(comparison, slot, difference.article).unwrap_or_default();
    let place = |article: usize| -> Option<Span> {
        let heading = heading(comparison, slot, article)?;
        Some(
            heading
                .explicit
                .as_ref()
                .map_or(heading.span, |(_, span)| *span),
        )
    };
    let span = place(difference.article).unwrap_or_default();
    let expected = &difference.expected;
    let (message, help) = match difference.why {
        Why::Departs => (
            format!("the section's id is `{found}` instead of `{expected}`"),
            format!("write `{expected}`"),
        ),
        _ => (
            format!(
                "the section's id is `{found}` in the reference and `{expected}` in most languages"
            ),
            "use one id in all languages".to_owned(),
        ),
    };
    // An id is a name between quotes or braces: what ends those has no place in it.
    let plain = |id: &str| !id.contains(['"', '\'', '}', '<', '>', '&', ' ']);
    let in_place = article.source.slice(span) == found && plain(expected);
    let applicability = comparison.applicability(difference);
    let fix = applicability
        .filter(|_| in_place)
        .map(|applicability| Fix::replace(applicability, &article.source, span, expected.clone()));
    let diagnostic = findings
        .found(article, span, message)
        .expected(expected.clone())
        .found(found)
        .help(help)
        .fix_if(fix);
    let diagnostic = comparison.decided(diagnostic, difference, place);
    // Where somebody follows a link to the section, it leads to the wrong place. A single witness may only have made its slug
    // in another way.
    let is_linked = comparison.site.fragments.contains(expected);
    if is_linked && difference.supporters.len() > 1 {
        diagnostic.shifted(Shift::Higher)
    } else {
        diagnostic
    }
}
