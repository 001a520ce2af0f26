//! Names and codes that a machine knows: whole to a machine, breakable on a narrow page.

use super::escape;

/// A name without a place to break at is broken after so many characters.
const LONGEST_RUN: usize = 18;

/// Shorter names are left whole.
const SHORT: usize = 12;

/// Returns a name or code as HTML that no translator changes, with places to break at.
pub(super) fn code(text: &str) -> String {
    format!("<code translate=\"no\">{}</code>", breakable(text))
}

/// Returns escaped text with `<wbr>` behind `_` and slashes and where small letters meet capitals.
pub(super) fn breakable(text: &str) -> String {
    if text.chars().nth(SHORT).is_none() {
        return escape::escaped(text);
    }
    let mut html = String::with_capacity(text.len() * 2);
    let mut previous = ' ';
    let mut run = 0;
    for letter in text.chars() {
        if is_opportunity(previous, letter) || run == LONGEST_RUN {
            html.push_str("<wbr>");
            run = 0;
        }
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        escape::push(letter.encode_utf8(&mut [0; 4]), &mut html);
        previous = letter;
    }
    html
}

fn is_opportunity(before: char, after: char) -> bool {
    let joint = matches!(before, '_' | '/' | '\\') && after != before && !after.is_whitespace();
    joint || (before.is_lowercase() || before.is_ascii_digit()) && after.is_uppercase()
}

/// Whether a cell's words are a name that a machine knows rather than a word: one word of ASCII with a digit, a joint or
/// a capital inside.
pub(super) fn is_name(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    let telling = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'_' | b'\\' | b'/' | b':');
    let inner = text.as_bytes().windows(2);
    let hump = inner
        .into_iter()
        .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    plain && !text.is_empty() && (hump || text.bytes().any(telling))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_break_where_their_words_meet() {
        for (name, expected) in [
            ("CertificateRenewal_Success", "Certificate<wbr>Renewal_<wbr>Success"),
            ("0x00000405", "0x00000405"),
            ("C:\\Program Files\\x", "C:\\<wbr>Program Files\\<wbr>x"),
        ] {
            assert_eq!(breakable(name), expected);
        }
        assert_eq!(breakable(&"a".repeat(40)).matches("<wbr>").count(), 2);
    }

    #[test]
    fn words_are_no_names() {
        for (text, expected) in [
            ("PKCS_Issue_CA_Unavailable", true),
            ("StartedConnectorService", true),
            ("0x00000405", true),
            ("Success", false),
            ("two words_2", false),
            ("Größe_2", false),
            ("", false),
        ] {
            assert_eq!(is_name(text), expected, "{text}");
        }
    }
}
