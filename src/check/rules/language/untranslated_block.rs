//! `untranslated-block`: a passage was left in the language of the reference.

use std::collections::{HashMap, HashSet};

use super::text;
use crate::check::words::{count, list};
use crate::check::{Findings, Rule, Scope, Words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "untranslated-block",
        severity: Severity::Warning,
        summary: "a passage was left in the language of the reference",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// Shorter passages are names and commands more often than sentences.
const WORDS: usize = 6;

/// Of the other languages fewer than one in so many may have left the passage too: else it is meant to stay.
const PEERS: usize = 3;

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    let Some(reference) = translations.reference else {
        return;
    };
    let sentences = Sentences::of(&translations.articles[reference]);
    let source = &translations.articles[reference];
    let left: Vec<Vec<Left>> = translations
        .articles
        .iter()
        .map(
            |article| match article.locale.language() == source.locale.language() {
                true => Vec::new(),
                false => sentences.left_in(article, findings),
            },
        )
        .collect();
    let is_other = |article: &&Article| article.locale.language() != source.locale.language();
    let others: Vec<&Article> = translations.articles.iter().filter(is_other).collect();
    for (at, left_here) in left.iter().enumerate() {
        for passage in left_here {
            let too = |(other, left): (usize, &Vec<Left>)| {
                other != at && left.iter().any(|it| it.text == passage.text)
            };
            let peers = left.iter().enumerate().filter(|it| too(*it)).count();
            // One translation alone has nobody to ask.
            if peers == 0 || peers * PEERS < others.len() - 1 {
                findings.push(finding(
                    findings,
                    &translations.articles[at],
                    source,
                    passage,
                    &others,
                ));
            }
        }
    }
}

/// A passage that reads as in the reference.
struct Left {
    text: String,
    /// In the translation.
    span: Span,
    /// In the reference.
    origin: Span,
}

/// The passages of a text that are long enough to be sentences.
pub struct Sentences<'a> {
    /// By what they say.
    spans: HashMap<String, Span>,
    /// The first word of each: most passages of other languages begin with none of these.
    beginnings: HashSet<&'a str>,
}

impl<'a> Sentences<'a> {
    pub fn of(article: &'a Article) -> Self {
        let (mut spans, mut beginnings) = (HashMap::new(), HashSet::new());
        for words in text::passages(article) {
            if let Some(sentence) = sentence(&words) {
                spans.insert(sentence, words.span);
                beginnings.extend(text::first_word(words.inlines));
            }
        }
        Sentences { spans, beginnings }
    }

    /// What a passage says and where it stands here, where it is one of these word by word.
    fn find(&self, words: &Words) -> Option<(String, Span)> {
        let first = text::first_word(words.inlines)?;
        if !self.beginnings.contains(first) {
            return None;
        }
        let text = text::whole(words);
        let span = *self.spans.get(&text)?;
        Some((text, span))
    }

    /// Whether a passage is one of these, word by word.
    pub fn hold(&self, words: &Words) -> bool {
        self.find(words).is_some()
    }

    fn left_in(&self, article: &Article, findings: &mut Findings) -> Vec<Left> {
        let mut left = Vec::new();
        for words in text::passages(article) {
            findings.examine();
            if let Some((text, origin)) = self.find(&words) {
                left.push(Left {
                    text,
                    span: words.span,
                    origin,
                });
            }
        }
        left
    }
}

fn sentence(words: &Words) -> Option<String> {
    let is_sentence = words.span.len() > WORDS * 3 && text::count(&text::plain(words)) >= WORDS;
    is_sentence.then(|| text::whole(words))
}

fn finding(
    findings: &Findings,
    article: &Article,
    source: &Article,
    passage: &Left,
    others: &[&Article],
) -> Diagnostic {
    let message = format!(
        "this passage is not translated: it reads as in {}",
        source.locale.folder()
    );
    let translated = others.iter().filter(|it| it.locale != article.locale);
    let names: Vec<&str> = translated.map(|it| it.locale.folder()).collect();
    let note = match names.len() {
        0 => "no other language is there to show that it is meant to stay so".to_owned(),
        1 | 2 => format!("it is translated in {}", list(&names)),
        many => format!(
            "it is translated in most of the {}",
            count(many, "other language")
        ),
    };
    let first = article.source.first_line(passage.span);
    findings
        .found(article, first, message)
        .note(note)
        .help("translate it")
        .related([Label::new(&source.source, passage.origin, "the reference")])
}
