//! Who lost a value in a passage and who gained one, as all rules about values ask it.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::scans::Scan;
use super::tokens::{Token, is_word};
use crate::check::departure::{Exchange, Why};
use crate::check::rules::tables::cells::CellSlot;
use crate::check::rules::tables::code_cell_changed::is_code_cell;
use crate::check::{Comparison, Findings, Passage, Place};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Span};
use crate::model::ColumnRole;

/// A passage of a comparison with the values that each language has there.
pub struct Site<'a> {
    pub comparison: &'a Comparison<'a>,
    pub passage: &'a Passage<'a>,
    pub scans: &'a [Option<Scan>],
}

/// What one article lacks in a passage, and what it has instead.
pub struct Change<'a> {
    pub exchange: Exchange<&'a str>,
    pub lost: Vec<Lost<'a>>,
    pub gained: Vec<&'a Token>,
    /// What it has too many of as a value, even where the letters stand in other languages for something else.
    pub excess: Vec<&'a Token>,
}

/// All that a reader sees of a passage in one language, and how often what was asked for stands in it: a long passage may have
/// the same few values thousands of times.
struct Whole<'a> {
    text: String,
    times: RefCell<HashMap<&'a str, usize>>,
}

impl<'a> Whole<'a> {
    fn times(&self, written: &'a str) -> usize {
        let mut known = self.times.borrow_mut();
        *known
            .entry(written)
            .or_insert_with(|| times(&self.text, written))
    }
}

/// A value that others have, as one of them writes it.
pub struct Lost<'a> {
    pub value: &'a str,
    pub token: &'a Token,
    pub written: &'a str,
}

impl<'a> Site<'a> {
    /// The passages of a comparison where a language has values.
    pub fn all(comparison: &'a Comparison<'a>) -> impl Iterator<Item = Site<'a>> {
        let passages = comparison.scanned_passages();
        passages.map(move |(passage, scans)| Site {
            comparison,
            passage,
            scans,
        })
    }

    pub fn scan(&self, article: usize) -> Option<&'a Scan> {
        self.scans[article].as_ref()
    }

    /// Whether a member has a token of some kind here.
    pub fn has(&self, is: impl Fn(&Token) -> bool) -> bool {
        let members = self.comparison.members().iter();
        let mut scans = members.filter_map(|article| self.scan(*article));
        scans.any(|scan| scan.tokens.iter().any(&is))
    }

    /// Cells of codes, keys and identifiers have rules of their own.
    pub fn is_owned_by_tables(&self) -> bool {
        let Place::Cell { slot, row, column } = self.passage.place else {
            return false;
        };
        slot.roles[column] != ColumnRole::Prose
            || is_code_cell(self.comparison, &CellSlot { slot, row, column })
    }

    /// Puts the tokens of some kind to the vote, and returns who departs with what.
    ///
    /// A value that stands in the passage as often as in the other languages, if only in code or as a part of another value, is
    /// neither lost nor gained.
    pub fn changes(&self, is: impl Fn(&Token) -> bool) -> Vec<Change<'a>> {
        if !self.has(&is) {
            return Vec::new();
        }
        let exchanges = self.comparison.exchanges(|article| {
            let tokens = self.scan(article)?.tokens.iter();
            Some(
                tokens
                    .filter(|it| is(it))
                    .map(|it| it.value.as_str())
                    .collect(),
            )
        });
        let change = |exchange| self.change(exchange, &is);
        exchanges.into_iter().map(change).collect()
    }

    fn change(&self, exchange: Exchange<&'a str>, is: &impl Fn(&Token) -> bool) -> Change<'a> {
        let wholes: Vec<OnceCell<Whole>> = self.scans.iter().map(|_| OnceCell::new()).collect();
        let times = |article: usize, written: &'a str| {
            let whole = wholes[article].get_or_init(|| self.whole(article));
            whole.times(written)
        };
        let lost = exchange.lost.iter().filter_map(|value| {
            let (witness, token) = self.witness(&exchange, value, is)?;
            let written = self.scan(witness)?.written(token);
            // At least once: `v1.2` has no free `1.2` in it.
            let there = times(witness, written).max(1);
            (times(exchange.article, written) < there).then_some(Lost {
                value,
                token,
                written,
            })
        });
        let lost = lost.collect();
        let excess = self.gained(&exchange, is);
        let mut gained = excess.clone();
        gained.retain(|token| {
            let written = self
                .scan(exchange.article)
                .map_or("", |it| it.written(token));
            let there = exchange.supporters.iter().map(|it| times(*it, written));
            times(exchange.article, written) > there.max().unwrap_or(0)
        });
        Change {
            exchange,
            lost,
            gained,
            excess,
        }
    }

    /// All that a reader sees in an article's passage, code included.
    fn whole(&self, article: usize) -> Whole<'a> {
        let words = self.passage.words(article);
        Whole {
            text: words.map_or_else(String::new, |words| words.text()),
            times: RefCell::default(),
        }
    }

    /// Who has a value, and where.
    fn witness(
        &self,
        exchange: &Exchange<&str>,
        value: &str,
        is: &impl Fn(&Token) -> bool,
    ) -> Option<(usize, &'a Token)> {
        let members = self.comparison.members().iter();
        let reference = members
            .clone()
            .filter(|it| self.comparison.is_reference(**it));
        let others = reference.chain(&exchange.supporters).chain(members);
        let mut others = others.copied().filter(|it| *it != exchange.article);
        others.find_map(|article| {
            let mut tokens = self.scan(article)?.tokens.iter();
            Some((article, tokens.find(|it| it.value == value && is(it))?))
        })
    }

    /// The tokens that an article has too many of; of equal ones the last.
    fn gained(&self, exchange: &Exchange<&str>, is: &impl Fn(&Token) -> bool) -> Vec<&'a Token> {
        let Some(scan) = self.scan(exchange.article) else {
            return Vec::new();
        };
        let mut values = exchange.gained.clone();
        let mut gained = Vec::new();
        for token in scan.tokens.iter().rev().filter(|it| is(it)) {
            if let Some(at) = values.iter().position(|value| *value == token.value) {
                values.swap_remove(at);
                gained.push(token);
            }
        }
        gained.reverse();
        gained
    }

    /// Where another language has a value.
    fn place(&self, article: usize, value: &str) -> Option<Span> {
        let scan = self.scan(article)?;
        let token = scan.tokens.iter().find(|it| it.value == value)?;
        Some(scan.span(token))
    }
}

impl<'a> Change<'a> {
    pub fn article(&self) -> usize {
        self.exchange.article
    }

    /// Reports that a value is nowhere in this article's passage: nobody knows where it should stand.
    pub fn missing(
        &self,
        site: &Site,
        lost: &Lost,
        help: String,
        findings: &Findings,
    ) -> Option<Diagnostic> {
        let article = site.comparison.article(self.article());
        let span = site.passage.first_line(article, self.article())?;
        let place = site.comparison.passage_name(site.passage, self.article());
        let message = format!(
            "`{}` of other languages is missing in {place}",
            lost.written
        );
        let diagnostic = findings
            .found(article, span, message)
            .help(help)
            .expected(lost.written);
        let decided = site
            .comparison
            .decided(diagnostic, &self.exchange, |other| site.passage.span(other));
        Some(decided)
    }

    /// Reports that a stretch of this article's text stands where other languages have a value.
    pub fn report(
        &self,
        site: &Site,
        lost: &Lost,
        (start, end): (usize, usize),
        findings: &Findings,
    ) -> Diagnostic {
        let article = site.comparison.article(self.article());
        let running = site.scan(self.article()).map(|scan| &scan.running);
        let found = running.map_or("", |it| &it.text[start..end]);
        let span = running.map_or_else(Span::default, |it| it.span(start, end));
        let diagnostic = findings
            .found(
                article,
                span,
                message(found, lost.written, self.exchange.why),
            )
            .help(help(lost.written, self.exchange.why))
            .expected(lost.written)
            .found(found);
        site.comparison
            .decided(diagnostic, &self.exchange, |other| {
                site.place(other, lost.value)
            })
    }

    /// Adds the change that puts a value right, where all others agree and nothing else differs.
    pub fn mend(&self, site: &Site, lost: &Lost, diagnostic: Diagnostic) -> Diagnostic {
        let label = &diagnostic.primary;
        let written = Some(label.source.slice(label.span)) == diagnostic.found.as_deref();
        let lone = self.exchange.lost.len() < 2 && self.exchange.gained.len() < 2;
        if !(written && lone && site.comparison.is_unanimous(&self.exchange)) {
            return diagnostic;
        }
        let fix = Fix::replace(Applicability::Safe, &label.source, label.span, lost.written);
        diagnostic.fix(fix)
    }
}

fn message(found: &str, expected: &str, why: Why) -> String {
    match why {
        Why::Departs => format!("`{found}` stands where other languages have `{expected}`"),
        Why::Doubted => format!("`{found}` stands where most languages have `{expected}`"),
        Why::Divided => format!("languages disagree whether this is `{found}` or `{expected}`"),
    }
}

fn help(expected: &str, why: Why) -> String {
    match why {
        Why::Departs => format!("write `{expected}`"),
        _ => "look up which is right, and make the languages alike".to_owned(),
    }
}

/// How often something is written in a text, not as a part of a longer word.
pub fn times(text: &str, written: &str) -> usize {
    let free = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + written.len()..].chars().next();
        let joins = |outer: Option<char>, inner: Option<char>| {
            outer.is_some_and(is_word) && inner.is_some_and(is_word)
        };
        !joins(before, written.chars().next()) && !joins(after, written.chars().next_back())
    };
    let places = text.match_indices(written).map(|(at, _)| at);
    if written.is_empty() {
        0
    } else {
        places.filter(|at| free(*at)).count()
    }
}
