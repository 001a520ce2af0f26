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
    let mut shared = shared(&all, translations.reference);
    for (article, flaws) in all.iter().enumerate() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for flaw in flaws {
            let nth = seen.entry(&flaw.sign).or_default();
            let key = (flaw.sign.as_str(), *nth);
            *nth += 1;
            match shared.get_mut(&key) {
                // The first copy is the reference's, or of the first language.
                Some(copies) if copies.first().is_some_and(|(first, _)| *first == article) => {
                    let copies = std::mem::take(copies);
                    findings.push(of_all(findings, articles, (article, flaw), &copies));
                }
                Some(_) => {}
                None => findings.push(finding(findings, &articles[article], flaw)),
            }
        }
    }
}

/// The flaws that the reference has and some language copied, or that most languages have, by sign and how often it stood before, with the
/// copy in each language. The reference is the first of the languages, where there is one.
fn shared(
    all: &[Vec<Flaw>],
    reference: Option<usize>,
) -> HashMap<(&str, usize), Vec<(usize, &Flaw)>> {
    let mut shared: HashMap<(&str, usize), Vec<(usize, &Flaw)>> = HashMap::new();
    for (article, flaws) in all.iter().enumerate() {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for flaw in flaws {
            let nth = seen.entry(&flaw.sign).or_default();
            let copies = shared.entry((&flaw.sign, *nth)).or_default();
            copies.push((article, flaw));
            *nth += 1;
        }
    }
    shared.retain(|_, copies| {
        let referred = copies
            .iter()
            .any(|(article, _)| Some(*article) == reference);
        copies.len() > 1 && (referred || copies.len() * 2 > all.len())
    });
    for copies in shared.values_mut() {
        copies.sort_by_key(|(article, _)| (Some(*article) != reference, *article));
    }
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
    told.note = Some(format!("{}; {} languages have it", flaw.note, copies.len()));
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
