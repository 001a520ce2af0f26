//! Text made harmless in HTML.

use std::convert::Infallible;
use std::io::{self, Write};

/// Writes text so that it is text in an element and in a quoted attribute.
pub(crate) fn escape_to(text: &str, out: &mut dyn Write) -> io::Result<()> {
    pieces(text, |piece| out.write_all(piece.as_bytes()))
}

/// Returns text so that it is text in an element and in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push(text, &mut html);
    html
}

/// Appends text so that it is text in an element and in a quoted attribute.
pub(super) fn push(text: &str, html: &mut String) {
    let Ok(()) = pieces::<Infallible>(text, |piece| {
        html.push_str(piece);
        Ok(())
    });
}

/// Hands on a text piece by piece: what is harmless as it is, and what stands for the rest.
///
/// Nearly all of a site goes through here, and few of its bytes need a second look: going by characters took 5 % of a build.
fn pieces<E>(mut text: &str, mut take: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut from = 0;
    while let Some(found) = text[from..].bytes().position(needs_a_look) {
        let at = from + found;
        let Some(letter) = text[at..].chars().next() else {
            break;
        };
        let end = at + letter.len_utf8();
        let Some(harmless) = instead(letter) else {
            from = end;
            continue;
        };
        take(&text[..at])?;
        take(harmless)?;
        text = &text[end..];
        from = 0;
    }
    take(text)
}

/// Whether a byte begins a character that may have to be replaced: a mark of HTML, an ASCII control, or the first byte of the C1 controls
/// (`C2`) or of the noncharacters (`EF`, `F0` and above).
fn needs_a_look(byte: u8) -> bool {
    const LOOK: [bool; 256] = {
        let mut look = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            look[byte] = byte < 0x20 && byte != 0x09 && byte != 0x0A
                || matches!(byte, 0x22 | 0x26 | 0x27 | 0x3C | 0x3E | 0x7F | 0xC2)
                || byte >= 0xEF;
            byte += 1;
        }
        look
    };
    LOOK[usize::from(byte)]
}

/// What stands for a character that may not stand as it is.
fn instead(letter: char) -> Option<&'static str> {
    match letter {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ if is_forbidden(letter) => Some(""),
        _ => None,
    }
}

/// Controls and noncharacters, which HTML forbids in text (section 13.1.4), and the carriage return, which it would change.
fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    letter.is_control() && !matches!(letter, '\n' | '\t')
        || matches!(code, 0xFDD0..=0xFDEF)
        || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, expected) in [
            ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"),
            ("a\u{0}\u{1b}[31m\u{9b}\rb\n", "a[31mb\n"),
            ("证\u{ffff}书", "证书"),
            (
                "，“é”\u{fdd0}：\u{1fffe}😀\u{7f}\u{a0}<",
                "，“é”：😀\u{a0}&lt;",
            ),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
