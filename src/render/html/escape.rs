//! Text made harmless in HTML.

use std::io::{self, Write};

/// Writes text so that it is text in an element and in a quoted attribute.
pub(crate) fn escape_to(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(escaped(text).as_bytes())
}

/// Returns text so that it is text in an element and in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push(text, &mut html);
    html
}

/// Appends text so that it is text in an element and in a quoted attribute.
pub(super) fn push(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ if is_forbidden(letter) => {}
            _ => html.push(letter),
        }
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
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
