//! What is wrong with an article by itself, told once where all its languages share it.

use std::collections::HashMap;

use super::Findings;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Shift, Span};
use crate::model::{Article, Translations};

/// Something that is wrong in one article, whatever the others say.
#[derive(Debug, Default)]
pub struct Flaw {
    pub span: Span,
    /// Flaws of two languages with the same sign are one flaw that was copied.
    pub sign: String,
    pub message: String,
    pub note: String,
    pub help: String,
    pub found: Option<String>,
    pub expected: Option<String>,
    pub shift: Option<Shift>,
    /// What would mend it safely: bytes and what should stand there.
    pub edits: Vec<(Span, String)>,
}

/// Reports the flaws of every language, and those that all languages share once, with the fix for all of them.
pub fn report(
    translations: &Translations,
    findings: &mut Findings,
    flaws: impl Fn(&Article) -> Vec<Flaw>,
) {
    let articles = &translations.articles;
    let all: Vec<Vec<Flaw>> = articles.iter().map(flaws).collect();
    findings.examined += articles.len();
    let principal = translations.reference.unwrap_or(0);
    let mut shared = shared(&all);
    for (article, flaws) in all.iter().enumerate() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for flaw in flaws {
            let nth = seen.entry(&flaw.sign).or_default();
            let key = (flaw.sign.as_str(), *nth);
            *nth += 1;
            match shared.get_mut(&key) {
                Some(copies) if article == principal => {
                    let copies = std::mem::take(copies);
                    findings.push(of_all(findings, articles, (article, flaw), &copies));
                }
                Some(_) => {}
                None => findings.push(finding(findings, &articles[article], flaw)),
            }
        }
    }
}

/// The flaws that every language has, by sign and how often it stood before, with the copy in each language.
fn shared(all: &[Vec<Flaw>]) -> HashMap<(&str, usize), Vec<(usize, &Flaw)>> {
    let mut shared: HashMap<(&str, usize), Vec<(usize, &Flaw)>> = HashMap::new();
    if all.len() < 2 || all.iter().any(Vec::is_empty) {
        return shared;
    }
    for (article, flaws) in all.iter().enumerate() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for flaw in flaws {
            let nth = seen.entry(&flaw.sign).or_default();
            let copies = shared.entry((&flaw.sign, *nth)).or_default();
            copies.push((article, flaw));
            *nth += 1;
        }
    }
    shared.retain(|_, copies| copies.len() == all.len());
    shared
}

fn of_all(
    findings: &Findings,
    articles: &[Article],
    (article, flaw): (usize, &Flaw),
    copies: &[(usize, &Flaw)],
) -> Diagnostic {
    let mut told = finding(findings, &articles[article], flaw);
    told.locale = None;
    told.note = Some(format!("{}; all languages have it", flaw.note));
    if copies.iter().all(|(_, copy)| !copy.edits.is_empty()) {
        let edits = copies
            .iter()
            .flat_map(|(at, copy)| edits(&articles[*at], copy));
        told.fix = Some(Fix {
            applicability: Applicability::Safe,
            edits: edits.collect(),
        });
    }
    told
}

fn finding(findings: &Findings, article: &Article, flaw: &Flaw) -> Diagnostic {
    let mut told = findings
        .found(article, flaw.span, flaw.message.as_str())
        .note(flaw.note.as_str())
        .help(flaw.help.as_str())
        .shifted(flaw.shift.unwrap_or(Shift::Usual));
    told.found.clone_from(&flaw.found);
    told.expected.clone_from(&flaw.expected);
    if !flaw.edits.is_empty() {
        told.fix = Some(Fix {
            applicability: Applicability::Safe,
            edits: edits(article, flaw),
        });
    }
    told
}

fn edits(article: &Article, flaw: &Flaw) -> Vec<Edit> {
    let edit = |(span, text): &(Span, String)| Edit {
        source: std::sync::Arc::clone(&article.source),
        span: *span,
        text: text.clone(),
    };
    flaw.edits.iter().map(edit).collect()
}
