//! Emphasis beside Chinese, Japanese and Korean letters, which CommonMark's flanking rule does not see.
//!
//! The rule followed is the [CommonMark CJK-friendly Amendments Specification][amended], for `*` of any number and for `~~`.
//! pulldown-cmark has no option for it and is given a copy of the text instead, where a sign beside a mark is
//! replaced by a stand-in of as many bytes: a letter or a sign, whichever makes CommonMark's rule come out as the amended
//! rule does. What the parser then says has the original letters put back, and every place stays as it was.
//!
//! [amended]: https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md

mod class;
mod runs;
mod stand_ins;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use self::runs::Change;
use self::stand_ins::StandIns;
use crate::locale::Locale;

/// Where marks of emphasis may begin and end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Where CommonMark says.
    CommonMark,
    /// Also beside Chinese, Japanese and Korean letters and signs, whatever stands on the mark's other side.
    CjkFriendly,
}

impl Emphasis {
    /// Returns what a project wants for a language; where it said nothing, that is what people who write in the language expect.
    pub fn of(wish: Option<bool>, locale: &Locale) -> Emphasis {
        match wish.unwrap_or_else(|| locale.is_cjk()) {
            true => Emphasis::CjkFriendly,
            false => Emphasis::CommonMark,
        }
    }
}

/// A text as the parser of Markdown shall see it.
#[derive(Debug)]
pub struct Reading<'a> {
    text: Cow<'a, str>,
    stand_ins: StandIns,
}

impl<'a> Reading<'a> {
    /// Prepares a text; one that needs no stand-in is not copied.
    pub fn of(text: &'a str, emphasis: Emphasis) -> Self {
        let changes = match emphasis {
            Emphasis::CjkFriendly if !text.is_ascii() => runs::changes(text),
            _ => Vec::new(),
        };
        let mut stand_ins = StandIns::default();
        let text = match changes.is_empty() {
            true => Cow::Borrowed(text),
            false => {
                stand_ins = StandIns::unlike(text);
                Cow::Owned(masked(text, &changes, &mut stand_ins))
            }
        };
        Reading { text, stand_ins }
    }

    /// Parses the text; ranges and words are those of the text as it was given.
    pub fn events(&self, options: Options) -> Events<'_> {
        Events {
            events: Parser::new_ext(&self.text, options).into_offset_iter(),
            stand_ins: &self.stand_ins,
        }
    }
}

/// Lays stand-ins over a text. Where none is left, a letter stays, and CommonMark's rule holds there.
fn masked(text: &str, changes: &[Change], stand_ins: &mut StandIns) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut copied = 0;
    for change in changes {
        let Some(stand_in) = stand_ins.stand_in(change.letter, change.look) else {
            continue;
        };
        masked.push_str(&text[copied..change.at]);
        masked.push(stand_in);
        copied = change.at + change.letter.len_utf8();
    }
    masked.push_str(&text[copied..]);
    masked
}

/// What pulldown-cmark reads, with the text's own letters.
pub struct Events<'a> {
    events: OffsetIter<'a>,
    stand_ins: &'a StandIns,
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (event, range) = self.events.next()?;
        Some((self.stand_ins.restored(event), range))
    }
}
