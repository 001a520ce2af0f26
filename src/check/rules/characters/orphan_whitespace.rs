//! `orphan-whitespace`: blanks are left over where markup or a word has gone.

use crate::check::flaw::{self, Flaw};
use crate::check::{Findings, Prose, Rule, Scope, passage};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "orphan-whitespace",
        severity: Severity::Info,
        summary: "blanks are left over where markup or a word has gone",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// Three blanks are no slip of the finger.
const MANY: usize = 3;

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

/// At most one flaw a passage, named by the passage's number: the words around it differ between languages.
fn flaws(article: &Article) -> Vec<Flaw> {
    let passages = passage::of_running_text(article);
    let mut flaws = Vec::new();
    for (at, words) in passages.iter().enumerate() {
        let gaps: Vec<Gap> = words.prose().flat_map(gaps).collect();
        flaws.extend(flaw_of(&gaps, at));
    }
    flaws
}

struct Gap {
    span: Span,
    blanks: usize,
    /// The full-width mark behind it.
    mark: Option<char>,
    /// Whether the span is the blanks alone, so that they can be taken away.
    exact: bool,
}

fn gaps(prose: Prose) -> Vec<Gap> {
    let text = prose.text;
    let mut gaps = Vec::new();
    if !may_have_gaps(text) {
        return gaps;
    }
    let mut at = 0;
    while let Some(found) = text[at..].find(' ') {
        let start = at + found;
        let end = text.len() - text[start..].trim_start_matches(' ').len();
        let mark = text[end..]
            .chars()
            .next()
            .filter(|it| is_full_width_mark(*it));
        // A bar is the border of a table's cell, or of what should be one; cells may be padded.
        let is_padding = text[..start].ends_with('|') || text[end..].starts_with('|');
        if (end - start >= MANY && !is_padding) || mark.is_some() {
            gaps.push(Gap {
                span: prose.span_of(start, end),
                blanks: end - start,
                mark,
                exact: prose.span.len() == text.len(),
            });
        }
        at = end;
    }
    gaps
}

/// Whether two blanks, or a blank and a letter beyond ASCII, follow one another: nearly all texts are done with that.
fn may_have_gaps(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| pair[0] == b' ' && (pair[1] == b' ' || !pair[1].is_ascii()))
}

/// Marks that bring their own room along: no language sets a blank before them.
fn is_full_width_mark(letter: char) -> bool {
    matches!(letter, '。' | '，' | '、' | '；' | '：' | '！' | '？')
}

fn flaw_of(gaps: &[Gap], passage: usize) -> Option<Flaw> {
    let first = gaps.first()?;
    let blanks = match first.blanks {
        1 => "a blank stands".to_owned(),
        many => format!("{many} blanks stand"),
    };
    let message = match first.mark {
        Some(mark) => format!("{blanks} before `{mark}`"),
        None => format!("{blanks} here"),
    };
    let more = match gaps.len() {
        1 => String::new(),
        2 => "; there is one more such place in this passage".to_owned(),
        more => format!("; there are {} more such places in this passage", more - 1),
    };
    let is_exact = gaps.iter().all(|gap| gap.exact);
    let edit = |gap: &Gap| {
        let text = if gap.mark.is_some() { "" } else { " " };
        (gap.span, text.to_owned())
    };
    Some(Flaw {
        span: first.span,
        // A blank before a mark is no copy of blanks between words.
        sign: format!("{passage} {}", first.mark.is_some()),
        message,
        note: format!("such a gap is often what lost markup or a lost word leaves behind{more}"),
        help: "see whether something is missing here, and remove the blanks".to_owned(),
        edits: match is_exact {
            true => gaps.iter().map(edit).collect(),
            false => Vec::new(),
        },
        ..Flaw::default()
    })
}
