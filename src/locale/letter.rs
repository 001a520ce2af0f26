//! What kind of letter something is, as rules about marks beside letters ask.

use icu_properties::props::{
    EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// The classes of the [CommonMark CJK-friendly Amendments][amended].
///
/// [amended]: https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterClass {
    /// White space, and where a text begins and ends.
    Blank,
    /// A Chinese, Japanese or Korean letter or sign, with a variation selector or without.
    Cjk,
    /// Any other sign.
    Punctuation,
    /// Anything else.
    Letter,
}

impl LetterClass {
    pub fn of(letter: char) -> LetterClass {
        if letter.is_whitespace() {
            LetterClass::Blank
        } else if is_cjk(letter) {
            LetterClass::Cjk
        } else if is_sign(letter) {
            LetterClass::Punctuation
        } else {
            LetterClass::Letter
        }
    }

    /// The class of the last letter of a text, which a variation selector may stand behind; of none it is blank.
    pub fn at_end(text: &str) -> LetterClass {
        let mut letters = text.chars().rev();
        match letters.next() {
            None => LetterClass::Blank,
            Some(letter @ '\u{FE00}'..='\u{FE0E}') => varied(letter, letters.next()),
            Some('\u{E0100}'..='\u{E01EF}') => LetterClass::Cjk,
            Some(letter) => LetterClass::of(letter),
        }
    }
}

/// CommonMark 0.31.2, section 2.1: punctuation is what Unicode calls punctuation or symbol.
pub fn is_sign(letter: char) -> bool {
    const SIGNS: GeneralCategoryGroup =
        GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol);
    match letter.is_ascii() {
        true => letter.is_ascii_punctuation(),
        false => SIGNS.contains(CodePointMapData::<GeneralCategory>::new().get(letter)),
    }
}

/// A variation selector makes one letter with what it stands behind, and a full-width form of some quotation marks
/// (`StandardizedVariants.txt`).
fn varied(selector: char, base: Option<char>) -> LetterClass {
    match base {
        Some('‘' | '’' | '“' | '”') if selector == '\u{FE01}' => LetterClass::Cjk,
        Some(base) if LetterClass::of(base) == LetterClass::Cjk => LetterClass::Cjk,
        _ => LetterClass::Letter,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_classed_with_what_varies_them() {
        for (text, expected) in [
            ("", LetterClass::Blank),
            ("a\u{3000}", LetterClass::Blank),
            ("「", LetterClass::Cjk),
            ("한", LetterClass::Cjk),
            ("😀", LetterClass::Punctuation),
            ("a.", LetterClass::Punctuation),
            ("é", LetterClass::Letter),
            ("“\u{FE01}", LetterClass::Cjk),
            ("a\u{FE01}", LetterClass::Letter),
        ] {
            assert_eq!(LetterClass::at_end(text), expected, "{text}");
        }
    }
}
