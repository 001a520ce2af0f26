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

/// Returns a title as escaped text with `<wbr>` where the words of a long name meet; words of a language stay whole.
pub(super) fn title(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let mut previous = ' ';
        let is_long = word.chars().nth(LONGEST_RUN).is_some();
        for letter in word.chars() {
            if is_long && is_opportunity(previous, letter) {
                html.push_str("<wbr>");
            }
            escape::push(letter.encode_utf8(&mut [0; 4]), &mut html);
            previous = letter;
        }
    }
    html
}

fn is_opportunity(before: char, after: char) -> bool {
    let joint = matches!(before, '_' | '/' | '\\') && after != before && !after.is_whitespace();
    joint || (before.is_lowercase() || before.is_ascii_digit()) && after.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_break_where_their_words_meet() {
        for (name, expected) in [
            (
                "CertificateRenewal_Success",
                "Certificate<wbr>Renewal_<wbr>Success",
            ),
            ("0x00000405", "0x00000405"),
            ("C:\\Program Files\\x", "C:\\<wbr>Program Files\\<wbr>x"),
        ] {
            assert_eq!(breakable(name), expected);
        }
        assert_eq!(
            title("Das CatConfigurationProvider-Element & Geräteverwaltungsrichtlinien"),
            "Das Cat<wbr>Configuration<wbr>Provider-Element &amp; Geräteverwaltungsrichtlinien"
        );
        assert_eq!(breakable(&"a".repeat(40)).matches("<wbr>").count(), 2);
    }
}
