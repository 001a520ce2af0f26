//! Makes text of articles harmless on a terminal.

use std::borrow::Cow;

/// Shows characters that a terminal would obey, or that turn text around, by their number.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match is_harmful(character) {
            true => shown.extend(character.escape_unicode()),
            false => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// As [`harmless`], on one line.
pub fn one_line(text: &str) -> String {
    harmless(text).replace('\n', "\\n")
}

/// Control characters but tab and line break, and the marks and overrides of writing direction.
fn is_harmful(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing() {
        assert_eq!(harmless("\u{1b}[2J证\u{9b}\r"), "\\u{1b}[2J证\\u{9b}\\u{d}");
        assert_eq!(harmless("a\tb\u{202e}"), "a\tb\\u{202e}");
        assert_eq!(one_line("a\nb"), "a\\nb");
    }
}
