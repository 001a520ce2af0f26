//! Text made harmless in roff: every token of an article becomes text, whatever it looks like.

use std::io::{self, Write};

use super::breaks;
use crate::render::link;

/// What a text is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, in which a hyphen is a hyphen.
    Prose,
    /// A name, code or address, which must be ASCII again when it is copied.
    Token,
}

/// Writes words so that they are words in a line that does not begin with them.
pub(crate) fn escape_to(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(escaped(text, Kind::Prose).as_bytes())
}

/// Returns text in which nothing is a request or an escape; the caller guards the beginning of a line.
pub(super) fn escaped(text: &str, kind: Kind) -> String {
    let mut roff = String::with_capacity(text.len());
    for letter in text.chars() {
        push(letter, kind, &mut roff);
    }
    roff
}

fn push(letter: char, kind: Kind, roff: &mut String) {
    let token = kind == Kind::Token;
    match letter {
        '\\' => roff.push_str("\\e"),
        '-' if token => roff.push_str("\\-"),
        '\'' if token => roff.push_str("\\(aq"),
        // In words as well: troff would make accents of their own of them.
        '`' => roff.push_str("\\(ga"),
        '^' => roff.push_str("\\(ha"),
        '~' => roff.push_str("\\(ti"),
        '"' => roff.push_str("\\(dq"),
        '\u{a0}' | '\u{202f}' | '\u{2007}' => roff.push_str("\\~"),
        '\u{ad}' => roff.push_str("\\%"),
        '\u{200b}' => roff.push_str("\\:"),
        _ if letter.is_whitespace() => roff.push(' '),
        _ if is_invisible(letter) => {}
        _ => roff.push(letter),
    }
}

/// Controls, and marks that reorder or hide text: a terminal would obey them.
pub(super) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(
            letter,
            '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        )
        || matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

/// Returns text as the argument of a request, in quotes.
pub(super) fn quoted(text: &str) -> String {
    let text = escaped(text, Kind::Prose);
    format!("\"{}\"", breaks::breakable(text.trim()))
}

/// The longest part of an address that stays whole: it fits a terminal of sixty columns, and leaves room for what is before it.
const LONGEST_PART: usize = 36;

/// Returns an address with chances to break it (groff_man_style(7)), and more of them where its parts are long.
pub(super) fn address(url: &str) -> String {
    let mut roff = String::with_capacity(url.len() * 2);
    let url = url.replace('"', "%22").replace('\\', "%5C");
    let (mut earlier, mut previous) = (' ', ' ');
    let mut run = 0;
    for letter in url.chars() {
        let before = matches!(letter, '.' | '?' | '&' | '#') && !matches!(previous, '/' | ' ');
        let after = previous == '/' && letter != '/' && earlier != '/';
        // A joint of a long part, and never the middle of a letter that is written as its number.
        let is_joint = matches!(previous, '-' | '_' | '=' | '+') || letter == '%';
        let is_number = previous == '%' || earlier == '%';
        let is_long = run >= LONGEST_PART / 2 && is_joint || run >= LONGEST_PART && !is_number;
        if before || after || is_long && letter != '/' {
            roff.push_str("\\:");
            run = 0;
        }
        match letter {
            _ if letter.is_ascii_graphic() => push(letter, Kind::Token, &mut roff),
            _ => roff.push_str(&link::encoded(letter.encode_utf8(&mut [0; 4]))),
        }
        run += letter.len_utf8();
        (earlier, previous) = (previous, letter);
    }
    roff
}

/// The bytes that mandoc counts a source character as: it rewrites what is not ASCII to `\[u00DF]` first.
pub(super) fn cost(letter: char) -> usize {
    match letter {
        _ if letter.is_ascii() => 1,
        '\u{10000}'.. => 9,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_an_escape() {
        for (text, kind, expected) in [
            ("a\\fBb", Kind::Prose, "a\\efBb"),
            ("well-known 'x'", Kind::Prose, "well-known 'x'"),
            (
                "--no-x 'y' `z`",
                Kind::Token,
                "\\-\\-no\\-x \\(aqy\\(aq \\(gaz\\(ga",
            ),
            ("a\tb\u{a0}c\u{ad}d", Kind::Prose, "a b\\~c\\%d"),
            ("\u{1b}]0;x\u{7}\u{9b}31m\u{202e}y", Kind::Prose, "]0;x31my"),
        ] {
            assert_eq!(escaped(text, kind), expected);
        }
    }

    #[test]
    fn addresses_break_at_their_joints() {
        assert_eq!(
            address("https://aka.ms/a-b/c?d=\"e\"#f"),
            "https://aka\\:.ms/\\:a\\-b/\\:c\\:?d=%22e%22\\:#f"
        );
        assert_eq!(
            address("https://e.x/one-of-many-words-in-a-row-and-more"),
            "https://e\\:.x/\\:one\\-of\\-many\\-words\\-\\:in\\-a\\-row\\-and\\-more"
        );
        let parts = address(&format!("https://e.x/{}", "x".repeat(100)));
        assert_eq!(parts.matches("\\:").count(), 4, "{parts}");
    }
}
