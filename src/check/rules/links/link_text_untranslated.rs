//! `link-text-untranslated`: the words of a link stand in another language, while other languages translated them.

use std::collections::HashMap;

use crate::check::{Comparison, Findings, Passage, Rule, Scope, Words, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity};
use crate::model::{
    Inline, InlineKind, Link, article_named, is_external, normal_target, percent_decoded,
};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "link-text-untranslated",
        severity: Severity::Info,
        summary: "the words of a link are left in another language, where others translated them",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Fewer words are names as often as not.
const FEWEST_WORDS: usize = 3;

fn check(comparison: &Comparison, findings: &mut Findings) {
    for passage in comparison.passages() {
        let texts: Vec<(usize, HashMap<String, LinkText>)> = comparison
            .members()
            .iter()
            .map(|&member| (member, link_texts(comparison, passage, member)))
            .collect();
        for target in targets(&texts) {
            findings.examine();
            check_link(comparison, target, &texts, findings);
        }
    }
}

/// The words of a link, and whether something in parentheses follows that may be their translation.
struct LinkText<'a> {
    link: &'a Link,
    text: String,
    is_explained: bool,
}

/// By target the links of a passage; of several to one place the first.
fn link_texts<'a>(
    comparison: &Comparison<'a>,
    passage: &Passage<'a>,
    member: usize,
) -> HashMap<String, LinkText<'a>> {
    let mut texts = HashMap::new();
    let article = comparison.article(member);
    let words = passage.words(member);
    for inline in words.iter().flat_map(Words::each) {
        let InlineKind::Link(at, content) = &inline.kind else {
            continue;
        };
        let link = &article.links[at.get()];
        let behind = article
            .source
            .text()
            .get(inline.span.end..)
            .unwrap_or_default();
        let text = LinkText {
            link,
            text: Inline::text(content).trim().to_owned(),
            is_explained: behind
                .trim_start_matches(['*', '_', ' ', '\u{a0}'])
                .starts_with(['(', '（']),
        };
        texts
            .entry(normal_target(&link.destination))
            .or_insert(text);
    }
    texts
}

/// Everything that a language links to here, sorted.
fn targets<'a>(texts: &'a [(usize, HashMap<String, LinkText>)]) -> Vec<&'a str> {
    let mut targets: Vec<&str> = texts
        .iter()
        .flat_map(|(_, links)| links.keys().map(String::as_str))
        .collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

fn check_link(
    comparison: &Comparison,
    target: &str,
    texts: &[(usize, HashMap<String, LinkText>)],
    findings: &mut Findings,
) {
    let stated: Vec<(usize, &LinkText)> = texts
        .iter()
        .filter_map(|(member, links)| Some((*member, links.get(target)?)))
        .collect();
    let reference = stated
        .iter()
        .find(|(member, _)| comparison.is_reference(*member));
    for (member, own) in &stated {
        if comparison.is_reference(*member) || !is_prose(own) || own.is_explained {
            continue;
        }
        let peers = stated.iter().filter(|(other, _)| {
            !comparison.is_reference(*other)
                && language(comparison, *other) != language(comparison, *member)
        });
        let (alike, others): (Vec<_>, Vec<_>) =
            peers.partition(|(_, other)| other.text == own.text);
        let is_from_elsewhere = match reference {
            Some((_, reference)) => reference.text == own.text,
            None => !alike.is_empty(),
        };
        let most_translate = others.len() > 2 * alike.len() && others.len() > 1;
        if is_from_elsewhere && most_translate && has_translation(comparison, *member, own.link) {
            let others: Vec<usize> = others.iter().map(|(other, _)| *other).collect();
            let finding = finding(comparison, *member, own, &others, &stated, findings);
            findings.push(finding);
        }
    }
}

fn language<'a>(comparison: &Comparison<'a>, member: usize) -> &'a str {
    comparison.article(member).locale.language()
}

/// Whether the words can be translated at all: several, no address, and not the name of a product, whose words mostly begin
/// with capitals.
fn is_prose(text: &LinkText) -> bool {
    let words = text.text.split_whitespace();
    let words: Vec<&str> = words
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let is_plain = |word: &&&str| {
        !word.starts_with(|letter: char| letter.is_uppercase() || !letter.is_alphabetic())
    };
    words.len() >= FEWEST_WORDS
        && words.iter().filter(is_plain).count() > 1
        && !text.text.contains("://")
}

/// An article that this language lacks may well keep its title.
fn has_translation(comparison: &Comparison, member: usize, link: &Link) -> bool {
    let article = comparison.article(member);
    if is_external(&link.destination) {
        return true;
    }
    let path = percent_decoded(
        link.destination
            .split(['#', '?'])
            .next()
            .unwrap_or_default(),
    );
    let meant = article_named(comparison.site, article, &path);
    meant.is_none_or(|at| {
        let translations = &comparison.site.translations[at];
        translations.in_locale(article.locale.folder()).is_some()
    })
}

fn finding(
    comparison: &Comparison,
    member: usize,
    own: &LinkText,
    others: &[usize],
    stated: &[(usize, &LinkText)],
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(member);
    let names: Vec<&str> = others
        .iter()
        .map(|other| comparison.article(*other).locale.folder())
        .collect();
    let shown = stated.iter().filter(|(other, _)| others.contains(other));
    let related = shown.take(words::WITNESSES).map(|(other, text)| {
        let article = comparison.article(*other);
        Label::new(&article.source, text.link.span, article.locale.folder())
    });
    let message = format!("the words of this link, `{}`, are not translated", own.text);
    findings
        .found(article, own.link.span, message)
        .note(format!(
            "{} have words of their own for it",
            words::list(&names)
        ))
        .help("translate the words, or put a translation in parentheses behind the title")
        .found(own.text.clone())
        .related(related.collect::<Vec<_>>())
}
