//! What the flanking rule wants to know of the letters beside a mark.

use icu_properties::props::{
    EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// The classes of the amended rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// White space, and where a text begins and ends.
    Blank,
    /// A Chinese, Japanese or Korean letter or sign, with a variation selector or without.
    Cjk,
    /// Any other sign.
    Punctuation,
    /// Anything else.
    Letter,
}

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
        let mut letters = text[..end].char_indices().rev();
        let Some((at, letter)) = letters.next() else {
            return Neighbour::NONE;
        };
        let class = match letter {
            '\u{FE00}'..='\u{FE0E}' => varied(letter, letters.next().map(|(_, base)| base)),
            '\u{E0100}'..='\u{E01EF}' => Class::Cjk,
            _ => class(letter),
        };
        Neighbour { at, letter, class }
    }

    /// The letter that begins at byte `at`.
    pub fn after(text: &str, at: usize) -> Neighbour {
        let letter = text[at..].chars().next();
        letter.map_or(Neighbour::NONE, |letter| Neighbour {
            at,
            letter,
            class: class(letter),
        })
    }
}

/// A variation selector makes one letter with what it stands behind, and a full-width form of some quotation marks
/// (`StandardizedVariants.txt`).
fn varied(selector: char, base: Option<char>) -> Class {
    match base {
        Some('‘' | '’' | '“' | '”') if selector == '\u{FE01}' => Class::Cjk,
        Some(base) if class(base) == Class::Cjk => Class::Cjk,
        _ => Class::Letter,
    }
}

fn class(letter: char) -> Class {
    if letter.is_whitespace() {
        Class::Blank
    } else if is_cjk(letter) {
        Class::Cjk
    } else if look(letter) == Look::Punctuation {
        Class::Punctuation
    } else {
        Class::Letter
    }
}

/// Section 2.1 of the amendments: wide, full-width or half-width and no emoji, or of the script Hangul.
fn is_cjk(letter: char) -> bool {
    // Hangul Jamo are the first letters of any of these kinds.
    if letter < '\u{1100}' {
        return false;
    }
    let width = CodePointMapData::<EastAsianWidth>::new().get(letter);
    let broad = matches!(
        width,
        EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth
    );
    let emoji = || CodePointSetData::new::<EmojiPresentation>().contains(letter);
    broad && !emoji() || CodePointMapData::<Script>::new().get(letter) == Script::Hangul
}

/// CommonMark 0.31.2, section 2.1: punctuation is what Unicode calls punctuation or symbol.
pub fn look(letter: char) -> Look {
    const SIGNS: GeneralCategoryGroup =
        GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol);
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    match SIGNS.contains(category) {
        true => Look::Punctuation,
        false => Look::Letter,
    }
}
