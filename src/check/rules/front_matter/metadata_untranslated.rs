//! `metadata-untranslated`: title or description stand in another language, while other languages translated them.

use crate::check::{Comparison, Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Shift};
use crate::model::{Entry, KeyRole, single_blanks};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "metadata-untranslated",
        severity: Severity::Warning,
        summary: "a title or a description is left in another language, where others translated it",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// So many words are a sentence or a heading; fewer may be a name.
const WORDS: usize = 4;

fn check(comparison: &Comparison, findings: &mut Findings) {
    let roles = comparison.site.key_roles.iter();
    let translated = roles.filter(|(_, role)| **role == KeyRole::Translated);
    for (key, _) in translated {
        let stated: Vec<(usize, &Entry, String)> = comparison
            .members()
            .iter()
            .filter_map(|&member| {
                let entry = comparison.article(member).front_matter.entry(key)?;
                let text = entry.value.as_text().map(normal)?;
                (!text.is_empty()).then_some((member, entry, text))
            })
            .collect();
        if !stated.is_empty() {
            findings.examine();
            check_key(comparison, &stated, findings);
        }
    }
}

fn normal(text: &str) -> String {
    single_blanks(text.split_whitespace())
}

fn check_key(comparison: &Comparison, stated: &[(usize, &Entry, String)], findings: &mut Findings) {
    let language = |member: usize| comparison.article(member).locale.language();
    let reference = stated
        .iter()
        .find(|(member, ..)| comparison.is_reference(*member));
    for (member, entry, text) in stated {
        let is_source = language(*member) == reference.map_or("", |(it, ..)| language(*it));
        if comparison.is_reference(*member) || is_source {
            continue;
        }
        let peers = stated.iter().filter(|(other, ..)| {
            !comparison.is_reference(*other) && language(*other) != language(*member)
        });
        let (alike, others): (Vec<_>, Vec<_>) = peers.partition(|(.., other)| other == text);
        let is_from_elsewhere = match reference {
            Some((.., reference)) => reference == text,
            None => !alike.is_empty(),
        };
        if is_from_elsewhere && is_suspicious(text, alike.len(), others.len()) {
            let others: Vec<usize> = others.iter().map(|(other, ..)| *other).collect();
            let finding = finding(comparison, *member, entry, &others, findings);
            // Without a reference the two that agree may be right and the others may be the rewritten ones.
            findings.push(match reference {
                Some(_) => finding,
                None => finding.shifted(Shift::Lower),
            });
        }
    }
}

/// Fewer than a third of the other languages kept the words; of a few words, which may be a name, nobody did.
fn is_suspicious(text: &str, alike: usize, others: usize) -> bool {
    let words = text
        .split(' ')
        .filter(|word| word.contains(char::is_alphabetic))
        .count();
    match words {
        0 => false,
        1..WORDS => alike == 0 && others > 3 && words > 1,
        _ => alike * 3 < alike + others,
    }
}

fn finding(
    comparison: &Comparison,
    member: usize,
    entry: &Entry,
    others: &[usize],
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(member);
    let key = &entry.key;
    let names: Vec<&str> = others
        .iter()
        .map(|other| comparison.article(*other).locale.folder())
        .collect();
    let related = others.iter().take(words::WITNESSES).filter_map(|other| {
        let article = comparison.article(*other);
        let span = article.front_matter.entry(key)?.value_span;
        Some(Label::new(&article.source, span, article.locale.folder()))
    });
    findings
        .found(
            article,
            entry.value_span,
            format!("`{key}` is not translated"),
        )
        .note(format!("it is translated in {}", words::list(&names)))
        .help("translate it; search engines and lists show it to readers")
        .found(entry.value.as_text().unwrap_or_default())
        .related(related.collect::<Vec<_>>())
}
