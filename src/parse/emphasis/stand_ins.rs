//! Letters that stand for others in the copy that the parser reads: each for one letter, and none that the text has itself.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

use super::class::Look;

/// Private-use letters of three and of four bytes.
const LETTERS: [RangeInclusive<char>; 2] = ['\u{E000}'..='\u{F8FF}', '\u{F0000}'..='\u{FFFFD}'];

/// Signs of three and of four bytes that no named reference of HTML stands for: Braille patterns, radicals, squared words,
/// hexagrams; Byzantine notes.
const SIGNS: [RangeInclusive<char>; 5] = [
    '\u{2800}'..='\u{28FF}',
    '\u{2F00}'..='\u{2FD5}',
    '\u{3300}'..='\u{33FF}',
    '\u{4DC0}'..='\u{4DFF}',
    '\u{1D000}'..='\u{1D0F5}',
];

/// Which letter stands for which.
#[derive(Debug, Default)]
pub struct StandIns {
    /// What the text has itself.
    taken: HashSet<char>,
    /// What is left, by look and by number of bytes.
    free: HashMap<(Look, usize), Vec<char>>,
    chosen: HashMap<(char, Look), Option<char>>,
    originals: HashMap<char, char>,
}

impl StandIns {
    /// Begins without any, for a text that none of them may occur in.
    pub fn unlike(text: &str) -> Self {
        let own = text.chars().filter(|letter| may_stand_in(*letter));
        StandIns {
            taken: own.chain(references(text)).collect(),
            ..StandIns::default()
        }
    }

    /// Returns the letter that stands for `letter` and looks so; none where all are used up.
    pub fn stand_in(&mut self, letter: char, look: Look) -> Option<char> {
        if let Some(chosen) = self.chosen.get(&(letter, look)) {
            return *chosen;
        }
        let chosen = self.unused(look, letter.len_utf8());
        if let Some(chosen) = chosen {
            self.originals.insert(chosen, letter);
        }
        self.chosen.insert((letter, look), chosen);
        chosen
    }

    fn unused(&mut self, look: Look, bytes: usize) -> Option<char> {
        let taken = &self.taken;
        let all = || {
            let fits = |letter: &char| letter.len_utf8() == bytes && !taken.contains(letter);
            candidates(look).filter(fits).collect()
        };
        self.free.entry((look, bytes)).or_insert_with(all).pop()
    }

    /// Puts the original letters back into all words of an event.
    pub fn restored<'a>(&self, event: Event<'a>) -> Event<'a> {
        if self.originals.is_empty() {
            return event;
        }
        match event {
            Event::Start(tag) => Event::Start(self.tag(tag)),
            Event::Text(words) => Event::Text(self.words(words)),
            Event::Code(words) => Event::Code(self.words(words)),
            Event::InlineMath(words) => Event::InlineMath(self.words(words)),
            Event::DisplayMath(words) => Event::DisplayMath(self.words(words)),
            Event::Html(words) => Event::Html(self.words(words)),
            Event::InlineHtml(words) => Event::InlineHtml(self.words(words)),
            Event::FootnoteReference(label) => Event::FootnoteReference(self.words(label)),
            event @ (Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_)) => event,
        }
    }

    fn tag<'a>(&self, tag: Tag<'a>) -> Tag<'a> {
        match tag {
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => Tag::Heading {
                level,
                id: id.map(|it| self.words(it)),
                classes: classes.into_iter().map(|it| self.words(it)).collect(),
                attrs: attrs
                    .into_iter()
                    .map(|(name, value)| (self.words(name), value.map(|it| self.words(it))))
                    .collect(),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(self.words(info)))
            }
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.words(label)),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Link {
                link_type,
                dest_url: self.words(dest_url),
                title: self.words(title),
                id: self.words(id),
            },
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Image {
                link_type,
                dest_url: self.words(dest_url),
                title: self.words(title),
                id: self.words(id),
            },
            tag => tag,
        }
    }

    fn words<'a>(&self, words: CowStr<'a>) -> CowStr<'a> {
        let original = |letter: char| match may_stand_in(letter) {
            true => self.originals.get(&letter).copied(),
            false => None,
        };
        match words.chars().any(|letter| original(letter).is_some()) {
            true => {
                let letters = words.chars();
                let restored = letters.map(|letter| original(letter).unwrap_or(letter));
                CowStr::from(restored.collect::<String>())
            }
            false => words,
        }
    }
}

/// The letters that may stand in for others, by how they look.
pub fn candidates(look: Look) -> impl Iterator<Item = char> {
    let ranges: &[RangeInclusive<char>] = match look {
        Look::Letter => &LETTERS,
        Look::Punctuation => &SIGNS,
    };
    ranges.iter().cloned().flatten()
}

fn may_stand_in(letter: char) -> bool {
    let ranges = LETTERS.iter().chain(&SIGNS);
    letter >= '\u{2800}' && ranges.into_iter().any(|range| range.contains(&letter))
}

/// The letters that are written as numbers, `&#58880;` or `&#xE600;`.
fn references(text: &str) -> impl Iterator<Item = char> {
    text.split("&#").skip(1).filter_map(|rest| {
        let hexadecimal = rest.strip_prefix(['x', 'X']);
        let (digits, radix) = hexadecimal.map_or((rest, 10), |digits| (digits, 16));
        let end = digits.find(|digit: char| !digit.is_digit(radix));
        let number = u32::from_str_radix(&digits[..end.unwrap_or(digits.len())], radix);
        char::from_u32(number.ok()?)
    })
}
