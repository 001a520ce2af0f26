//! The values of every passage in every language, found once for all rules about them.

use super::running::{Running, is_worth_a_look};
use super::tokens::{Kind, Token, is_exchange_tag, scan};
use crate::check::{Passage, Words};
use crate::diagnostic::Span;
use crate::locale::Notation;
use crate::model::{Article, Inline, InlineKind, Translations};

/// What one language's passage holds.
#[derive(Debug, Default)]
pub struct Scan {
    pub running: Running,
    pub tokens: Vec<Token>,
    /// What a machine that translates left behind, with its place in the source.
    pub residue: Vec<(String, Span)>,
}

/// The passages where a language has a value, in their order.
#[derive(Debug)]
pub struct Scans {
    /// Index of the passage, and for each article what it has there; `None` where it has no such passage.
    passages: Vec<(usize, Vec<Option<Scan>>)>,
}

impl Scans {
    pub fn of(translations: &Translations, passages: &[Passage]) -> Scans {
        let articles = &translations.articles;
        let notations: Vec<_> = articles.iter().map(|it| it.locale.notation()).collect();
        let scan_all = |(at, passage): (usize, &Passage)| {
            let all = || (0..articles.len()).map(|article| passage.words(article));
            if !all().flatten().any(|words| is_worth_a_look(words.inlines)) {
                return None;
            }
            let scans = all().enumerate().map(|(article, words)| {
                Some(Scan::of(&words?, &articles[article], &notations[article]))
            });
            let scans: Vec<Option<Scan>> = scans.collect();
            let any = scans.iter().flatten().any(Scan::holds_something);
            any.then_some((at, scans))
        };
        Scans {
            passages: passages.iter().enumerate().filter_map(scan_all).collect(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (usize, &[Option<Scan>])> {
        self.passages
            .iter()
            .map(|(at, scans)| (*at, scans.as_slice()))
    }
}

impl Scan {
    /// Every language of a passage is read where one has values: damage may leave nothing that looks like one.
    fn of(words: &Words, article: &Article, notation: &Notation) -> Scan {
        let running = Running::of(words);
        let tokens = scan(&running.text, notation);
        let mut scan = Scan {
            running,
            tokens,
            residue: Vec::new(),
        };
        scan.residue = scan.residue_of_text();
        scan.residue.extend(residue_of_markup(words, article));
        scan
    }

    fn holds_something(&self) -> bool {
        !self.tokens.is_empty() || !self.residue.is_empty()
    }

    /// The letters of a token as they are written.
    pub fn written(&self, token: &Token) -> &str {
        &self.running.text[token.start..token.end]
    }

    pub fn span(&self, token: &Token) -> Span {
        self.running.span(token.start, token.end)
    }

    fn residue_of_text(&self) -> Vec<(String, Span)> {
        let residue = self.tokens.iter().filter(|it| it.kind == Kind::Residue);
        residue
            .map(|it| (it.value.clone(), self.span(it)))
            .collect()
    }
}

/// Elements of exchange formats that Markdown takes for HTML, and `__MT_0__`, which it takes for bold.
fn residue_of_markup(words: &Words, article: &Article) -> Vec<(String, Span)> {
    let residue = |inline: &Inline| {
        let source = article.source.slice(inline.span);
        let found = match &inline.kind {
            InlineKind::Html(tag) => is_exchange_tag(tag),
            InlineKind::Strong(_) => is_fenced_number(source),
            _ => false,
        };
        found.then(|| (source.to_owned(), inline.span))
    };
    words.each().filter_map(residue).collect()
}

/// Capital letters and a number between two underscores and two: no text is set in bold for that.
fn is_fenced_number(source: &str) -> bool {
    let inside = source
        .strip_prefix("__")
        .and_then(|it| it.strip_suffix("__"));
    inside.is_some_and(|inside| {
        let digits = inside.trim_start_matches(|it: char| it.is_ascii_uppercase() || it == '_');
        let named = digits.len() < inside.len();
        named && !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
    })
}
