//! `inline-code-changed`: code in running text differs from that of other languages, or is missing.

use std::collections::HashMap;

use super::blame;
use super::code_spans::{self, CodeSpan};
use crate::check::departure::{Exchange, Why};
use crate::check::{Comparison, Findings, Passage, Rule, Scope, Words};
use crate::diagnostic::{Applicability, Diagnostic, Fault, Fix, Severity, Shift, Span};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "inline-code-changed",
        severity: Severity::Error,
        summary: "code in running text differs from that of other languages, or is missing",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// How many witnesses a change needs to be undone without being looked at, besides the reference.
const SIBLINGS: usize = 2;

/// How alike two codes are, of 1000, before one may stand for the other among several.
const ALIKE: usize = 400;

fn check(comparison: &Comparison, findings: &mut Findings) {
    let passages: Vec<&Passage> = comparison
        .passages()
        .filter(|it| has_code(comparison, it))
        .collect();
    let counts = Counts::of(comparison, &passages);
    for passage in passages {
        findings.examine();
        for exchange in comparison.exchanges(|article| code_spans::texts(passage, article)) {
            let place = Place {
                comparison,
                passage,
                counts: &counts,
                exchange: &exchange,
            };
            let found = place
                .changes()
                .into_iter()
                .map(|change| place.finding(&change, findings));
            let found: Vec<Diagnostic> = found.collect();
            findings.diagnostics.extend(found);
        }
    }
}

fn has_code(comparison: &Comparison, passage: &Passage) -> bool {
    let mut words = comparison
        .members()
        .iter()
        .filter_map(|&article| passage.words(article));
    words.any(|words| words.code().next().is_some())
}

/// How often each code stands in running text, by article.
struct Counts(HashMap<(usize, String), usize>);

impl Counts {
    fn of(comparison: &Comparison, passages: &[&Passage]) -> Counts {
        let mut counts = HashMap::new();
        for passage in passages {
            for &article in comparison.members() {
                for text in code_spans::texts(passage, article).into_iter().flatten() {
                    *counts.entry((article, text)).or_default() += 1;
                }
            }
        }
        Counts(counts)
    }

    fn count(&self, article: usize, text: &str) -> usize {
        self.0
            .get(&(article, text.to_owned()))
            .copied()
            .unwrap_or(0)
    }
}

/// How the code of a passage departs.
enum Change<'a> {
    /// Stands where something else is expected.
    Changed(CodeSpan, &'a str),
    /// Is missing.
    Lost(&'a str),
    /// Is there, but not as code.
    Plain(&'a str, Span),
    /// Stands less often than expected.
    Fewer(&'a str),
    /// Is in no other language.
    Added(CodeSpan),
}

struct Place<'a> {
    comparison: &'a Comparison<'a>,
    passage: &'a Passage<'a>,
    counts: &'a Counts,
    exchange: &'a Exchange<String>,
}

impl<'a> Place<'a> {
    fn changes(&self) -> Vec<Change<'a>> {
        let Some(words) = self.passage.words(self.exchange.article) else {
            return Vec::new();
        };
        let here = code_spans::code_spans(&words);
        let mut lost: Vec<&str> = self.exchange.lost.iter().map(String::as_str).collect();
        let mut gained: Vec<&str> = self.exchange.gained.iter().map(String::as_str).collect();
        drop_translated(&mut lost, &mut gained);
        lost.retain(|code| !self.is_translatable(code));
        gained.retain(|code| self.is_new(code) || !self.came_from_elsewhere(code));
        let mut changes = Vec::new();
        for code in lost {
            changes.extend(self.change(code, &mut gained, &here, &words));
        }
        if changes.is_empty() {
            let added = gained.iter().filter_map(|code| span_of(&here, code));
            changes.extend(
                added
                    .filter(|it| !self.is_plain_in_others(&it.text))
                    .map(Change::Added),
            );
        }
        changes
    }

    /// What became of a code that is expected; `None` where it only stands in another passage.
    fn change(
        &self,
        code: &'a str,
        gained: &mut Vec<&'a str>,
        here: &[CodeSpan],
        words: &Words,
    ) -> Option<Change<'a>> {
        let moved = self.is_elsewhere(code);
        let fits = |at: &usize| !moved || self.is_new(gained[*at]);
        let near = (0..gained.len())
            .filter(fits)
            .max_by_key(|&at| likeness(gained[at], code))
            .filter(|&at| likeness(gained[at], code) > ALIKE || self.exchange.lost.len() == 1);
        if let Some(changed) = near.and_then(|at| span_of(here, gained.swap_remove(at))) {
            return Some(Change::Changed(changed, code));
        }
        if moved {
            return None;
        }
        if here.iter().any(|span| span.text == code) {
            return Some(Change::Fewer(code));
        }
        let plain = plain(words, code);
        Some(plain.map_or(Change::Lost(code), |span| Change::Plain(code, span)))
    }

    /// Whether those who are right have a code nowhere in the article.
    fn is_new(&self, code: &str) -> bool {
        self.usual(code) == 0
    }

    /// Whether the article has the code as often as others, in another passage.
    fn is_elsewhere(&self, code: &str) -> bool {
        self.counts.count(self.exchange.article, code) >= self.usual(code)
    }

    /// Whether another passage of the article lacks what this one has gained.
    fn came_from_elsewhere(&self, code: &str) -> bool {
        self.counts.count(self.exchange.article, code) <= self.usual(code)
    }

    /// How often the reference has a code in its article, else most of those who are right here.
    fn usual(&self, code: &str) -> usize {
        let right = self.exchange.supporters.iter();
        let counts: Vec<(usize, usize)> = right
            .map(|it| (*it, self.counts.count(*it, code)))
            .collect();
        blame::usual(self.comparison, &counts)
    }

    /// Whether most translations put words of their own in its place: words that a reader is told to put in, or an example.
    fn is_translatable(&self, code: &str) -> bool {
        let prose = code.contains(char::is_whitespace) || code.starts_with('<') || !code.is_ascii();
        let others = self.comparison.members().iter();
        let others: Vec<Vec<String>> = others
            .filter(|article| {
                !self.comparison.is_reference(**article) && **article != self.exchange.article
            })
            .filter_map(|article| code_spans::texts(self.passage, *article))
            .collect();
        let has = |code: &str| {
            others
                .iter()
                .filter(|texts| texts.iter().any(|text| text == code))
                .count()
        };
        let own = self.exchange.gained.iter().all(|gained| has(gained) == 0);
        prose && own && others.len() > 1 && has(code) * 2 < others.len()
    }

    fn is_plain_in_others(&self, code: &str) -> bool {
        let others = self.exchange.supporters.iter();
        let mut words = others.filter_map(|other| self.passage.words(*other));
        words.any(|words| words.text().contains(code))
    }

    fn finding(&self, change: &Change, findings: &Findings) -> Diagnostic {
        let article = self.comparison.article(self.exchange.article);
        let whole = self
            .passage
            .first_line(article, self.exchange.article)
            .unwrap_or_default();
        let name = self
            .comparison
            .passage_name(self.passage, self.exchange.article);
        let whose = match self.exchange.why {
            Why::Doubted => "most",
            Why::Departs | Why::Divided => "other",
        };
        let (span, message, help) = match change {
            Change::Changed(here, code) => (
                here.span,
                format!(
                    "this code is `{}` instead of `{code}` as in {whose} languages",
                    here.text
                ),
                format!("write `{code}`"),
            ),
            Change::Lost(code) => (
                whole,
                format!("the code `{code}` of {whose} languages is missing in {name}"),
                format!("write `{code}` as code, untranslated"),
            ),
            Change::Plain(code, span) => (
                *span,
                format!("`{code}` is plain text here and code in {whose} languages"),
                "put it between backquotes".to_owned(),
            ),
            Change::Fewer(code) => (
                whole,
                format!("the code `{code}` stands here less often than in {whose} languages"),
                "see whether a mention was left out".to_owned(),
            ),
            Change::Added(here) => (
                here.span,
                format!("the code `{}` is in no other language", here.text),
                "remove the backquotes, or add the code to the other languages".to_owned(),
            ),
        };
        let mut finding = findings.found(article, span, message).help(help);
        finding.expected = change.expected().map(str::to_owned);
        finding.found = change.found().map(str::to_owned);
        let finding = self.decided(finding, change);
        match self.fix(change) {
            Some(fix) => finding.fix(fix),
            None => finding,
        }
    }

    fn decided(&self, finding: Diagnostic, change: &Change) -> Diagnostic {
        let place = |other: usize| self.witness(other, change);
        let mut finding = self.comparison.decided(finding, self.exchange, place);
        match change {
            Change::Changed(..) | Change::Lost(_) => finding,
            Change::Plain(..) => finding.shifted(Shift::Lower),
            Change::Fewer(_) | Change::Added(_) => {
                finding.severity = Severity::Info;
                finding
            }
        }
    }

    /// Where another language has the code.
    fn witness(&self, other: usize, change: &Change) -> Option<Span> {
        let spans = code_spans::code_spans(&self.passage.words(other)?);
        let shown = change.expected().and_then(|code| span_of(&spans, code));
        let line = || {
            self.passage
                .first_line(self.comparison.article(other), other)
        };
        shown.map(|it| it.span).or_else(line)
    }

    /// One code was exchanged for one, all others agree, and it is written in place.
    fn fix(&self, change: &Change) -> Option<Fix> {
        let Change::Changed(here, code) = change else {
            return None;
        };
        let (lost, gained) = (&self.exchange.lost, &self.exchange.gained);
        let has = |article: &usize| self.passage.words(*article).is_some();
        let all = self
            .comparison
            .members()
            .iter()
            .filter(|it| has(it))
            .count();
        let supporters = self.exchange.supporters.len();
        let sure = self.exchange.why == Why::Departs
            && lost.len() == 1
            && gained.len() == 1
            && supporters > SIBLINGS
            && supporters + 1 == all;
        let source = &self.comparison.article(self.exchange.article).source;
        let span = code_spans::content(source, here.span, &here.text).filter(|_| sure)?;
        let plain = !code.contains('`') && !code.contains('|');
        plain.then(|| Fix::replace(Applicability::Safe, source, span, *code))
    }
}

impl Change<'_> {
    fn expected(&self) -> Option<&str> {
        match self {
            Change::Changed(_, code) | Change::Lost(code) => Some(code),
            Change::Plain(code, _) | Change::Fewer(code) => Some(code),
            Change::Added(_) => None,
        }
    }

    fn found(&self) -> Option<&str> {
        match self {
            Change::Changed(here, _) | Change::Added(here) => Some(&here.text),
            Change::Plain(code, _) => Some(code),
            Change::Lost(_) | Change::Fewer(_) => None,
        }
    }
}

/// Drops code that differs only in the words that a reader is told to put in.
fn drop_translated(lost: &mut Vec<&str>, gained: &mut Vec<&str>) {
    lost.retain(|code| {
        let skeleton = code_spans::skeleton(code);
        let same = gained
            .iter()
            .position(|other| skeleton != **code && code_spans::skeleton(other) == skeleton);
        same.is_none_or(|at| {
            gained.swap_remove(at);
            false
        })
    });
}

/// Where words stand in running text outside code.
fn plain(words: &Words, code: &str) -> Option<Span> {
    let is_part = |letter: Option<char>| letter.is_some_and(|it| it.is_ascii_alphanumeric());
    words.prose().find_map(|run| {
        let mut found = run.text.match_indices(code);
        let whole = found.find(|(at, _)| {
            let (before, after) = (&run.text[..*at], &run.text[at + code.len()..]);
            !is_part(before.chars().next_back()) && !is_part(after.chars().next())
        });
        whole.map(|(at, _)| run.span_of(at, at + code.len()))
    })
}

fn span_of(spans: &[CodeSpan], code: &str) -> Option<CodeSpan> {
    spans.iter().find(|span| span.text == code).cloned()
}

/// How alike two codes are, from 0 to 1000; long ones are compared by how they begin.
fn likeness(one: &str, other: &str) -> usize {
    const LONG: usize = 200;
    let head = |text: &str| text.chars().take(LONG).collect::<String>();
    (strsim::normalized_damerau_levenshtein(&head(one), &head(other)) * 1000.0) as usize
}
