//! Words of running text, as the rules about language count them.

use icu_properties::{CodePointMapData, props::Script};

use crate::check::{Words, passage};
use crate::model::{Article, Inline, InlineKind, single_blanks};

/// A passage's words outside code, with single blanks.
pub fn plain(words: &Words) -> String {
    let words = words.prose().flat_map(|run| run.text.split_whitespace());
    single_blanks(words)
}

/// Everything a passage says, code too, with single blanks: what an untranslated passage has in common with its source.
pub fn whole(words: &Words) -> String {
    single_blanks(words.text().split_whitespace())
}

/// The first word of a passage, as written, with what stands around it in one piece.
pub fn first_word(inlines: &[Inline]) -> Option<&str> {
    inlines.iter().find_map(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.split_whitespace().next(),
        other => first_word(other.content()),
    })
}

/// How many words of a language a text has; names of things, addresses and numbers are none.
///
/// Where no blanks stand between words, two characters count as one.
pub fn count(text: &str) -> usize {
    let ideographs = text.chars().filter(|letter| is_ideograph(*letter)).count();
    let words = text.split_whitespace().filter(|word| is_word(word));
    words.count() + ideographs / 2
}

/// Whether it is letters alone, but for punctuation around and inside it, and begins small.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_inside = |letter: char| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-');
    let starts_small = word
        .chars()
        .next()
        .is_some_and(|first| !first.is_uppercase());
    starts_small && word.chars().all(is_inside) && !word.chars().any(is_ideograph)
}

/// Han, kana and Hangul; blanks do not tell their words apart.
pub fn is_ideograph(letter: char) -> bool {
    !letter.is_ascii()
        && matches!(
            CodePointMapData::<Script>::new().get(letter),
            Script::Han | Script::Hiragana | Script::Katakana
        )
}

/// The text without what stands in quotation marks or brackets: names of buttons and glosses may be in any language.
pub fn without_asides(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    let mut aside = String::new();
    for letter in text.chars() {
        match closing {
            Some(end) if letter == end => {
                closing = None;
                aside.clear();
                kept.push(' ');
            }
            Some(_) => aside.push(letter),
            None => match counterpart(letter) {
                Some(end) => closing = Some(end),
                None => kept.push(letter),
            },
        }
    }
    // What is never closed is no aside.
    kept.push_str(&aside);
    kept
}

/// The text without paths through menus, `Lamps > Rooms > New lamp`: names of buttons may be in any language. Pieces that are as long
/// as `words` are sentences and stay.
pub fn without_paths(text: String, words: usize) -> String {
    let pieces: Vec<&str> = text.split(['>', '→', '›']).collect();
    if pieces.len() < 3 {
        return text;
    }
    let sentences = pieces.into_iter().filter(|piece| count(piece) >= words);
    sentences.collect::<Vec<_>>().join(" ")
}

fn counterpart(letter: char) -> Option<char> {
    Some(match letter {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '(' => ')',
        '[' => ']',
        '（' => '）',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '【' => '】',
        _ => return None,
    })
}

/// The passages of an article; a rule about language wants them all.
pub fn passages(article: &Article) -> Vec<Words<'_>> {
    passage::of_article(article)
}
