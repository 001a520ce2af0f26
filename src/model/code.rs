//! Codes inside words: `0x00000411`, `-2147009296`, `ERR-17`.

use crate::diagnostic::Span;

/// A code as it stands in a text, with its bytes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code<'a> {
    pub text: &'a str,
    pub span: Span,
}

/// Finds every code of a text: hexadecimal numbers with `0x`, decimal numbers of three or more digits, and capital letters
/// with digits behind them.
///
/// The text is scanned and never split at separators, because each language separates in its own way (`,` `、` `oder`).
/// Boundaries are those of ASCII words: in `0x0405以降` the code ends where the digits end.
pub fn codes(text: &str) -> Vec<Code<'_>> {
    let mut found = Vec::new();
    // Most texts have no digit, and every code has one.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    let mut at = 0;
    while let Some(start) = next_word(text, at) {
        let end = word_end(text, start);
        if is_code(&text[start..end]) && !is_part_of_a_number(text, start, end) {
            found.push(Code {
                text: &text[start..end],
                span: Span::new(start, end),
            });
        }
        at = end;
    }
    found
}

/// Whether a whole word is a code.
pub fn is_code(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_hexdigit()) && has_form_of_code(word)
}

fn has_form_of_code(word: &str) -> bool {
    is_hexadecimal(word) || is_decimal(word) || is_lettered(word)
}

/// `0x` and at least one hexadecimal digit.
pub fn is_hexadecimal(word: &str) -> bool {
    let digits = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
    digits.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Whether a code is one wherever it stands: a plain number may be a year, a port or an amount.
pub fn is_unmistakable(code: &str) -> bool {
    is_hexadecimal(code) || code.starts_with('-')
}

fn is_decimal(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `ERR17`, `E-1042`: capital letters, perhaps a hyphen, digits.
fn is_lettered(word: &str) -> bool {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let letters = word.len() - digits.len();
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    letters > 0 && digits.len() >= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn next_word(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| {
        bytes[at].is_ascii_alphanumeric()
            || (bytes[at] == b'-'
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
                && (at == 0 || !is_word_byte(bytes[at - 1])))
    })
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let hyphenated = |at: usize| {
        bytes[at] == b'-'
            && at > start
            && bytes[at - 1].is_ascii_uppercase()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    };
    (start + 1..bytes.len())
        .find(|&at| !is_word_byte(bytes[at]) && !hyphenated(at))
        .unwrap_or(bytes.len())
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// `6.1806`, `1,024`: digits that a point or comma joins to other digits are no code but part of a number or version.
fn is_part_of_a_number(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let joins = |byte: u8| matches!(byte, b'.' | b',' | b'/' | b':');
    let before = start >= 2 && joins(bytes[start - 1]) && bytes[start - 2].is_ascii_alphanumeric();
    let after =
        end + 1 < bytes.len() && joins(bytes[end]) && bytes[end + 1].is_ascii_alphanumeric();
    before || after
}

/// Keys are compared without the letter case of hexadecimal digits, and without characters that nobody sees.
pub fn normal_key(key: &str) -> String {
    let visible = visible(key);
    if is_hexadecimal(&visible) {
        visible.to_ascii_lowercase()
    } else {
        visible
    }
}

/// A key without the characters that nobody sees.
pub fn visible(key: &str) -> String {
    key.chars()
        .filter(|letter| !is_invisible(*letter))
        .collect()
}

/// Zero-width blanks and joints, the soft hyphen and the byte order mark.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_whatever_separates_them() {
        for (text, expected) in [
            ("0x00000000, 0x0FFFFFFF", vec!["0x00000000", "0x0FFFFFFF"]),
            ("0x00000000、0x0FFFFFFF", vec!["0x00000000", "0x0FFFFFFF"]),
            ("0x405 oder 0x406", vec!["0x405", "0x406"]),
            ("-2147009296", vec!["-2147009296"]),
            ("10102", vec!["10102"]),
            ("ERR-17以降", vec!["ERR-17"]),
            ("6.1806.x.x", vec![]),
            ("1920x1080", vec![]),
            ("12", vec![]),
            ("CRPVerifyMetric_Success", vec![]),
        ] {
            let found: Vec<_> = codes(text).iter().map(|code| code.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
