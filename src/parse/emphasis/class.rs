//! What the flanking rule wants to know of the letters beside a mark.

use crate::locale::is_sign;

/// The classes of the amended rule.
pub use crate::locale::LetterClass as Class;

/// How a letter looks to CommonMark's own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    Letter,
    Punctuation,
}

/// The letter on one side of a mark.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour {
    pub at: usize,
    pub letter: char,
    pub class: Class,
}

impl Neighbour {
    const NONE: Neighbour = Neighbour {
        at: usize::MAX,
        letter: ' ',
        class: Class::Blank,
    };

    /// The letter that ends before byte `end`.
    pub fn before(text: &str, end: usize) -> Neighbour {
        let text = &text[..end];
        let last = text.char_indices().next_back();
        last.map_or(Neighbour::NONE, |(at, letter)| Neighbour {
            at,
            letter,
            class: Class::at_end(text),
        })
    }

    /// The letter that begins at byte `at`.
    pub fn after(text: &str, at: usize) -> Neighbour {
        let letter = text[at..].chars().next();
        letter.map_or(Neighbour::NONE, |letter| Neighbour {
            at,
            letter,
            class: Class::of(letter),
        })
    }
}

pub fn look(letter: char) -> Look {
    match is_sign(letter) {
        true => Look::Punctuation,
        false => Look::Letter,
    }
}
