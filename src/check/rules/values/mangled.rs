//! Finds a value whose letters are all there, with blanks between them or with another script's signs for them.

use super::tokens::{is_invisible, is_word};

/// Where a text has a value in a damaged form: with blanks inside, with full-width letters or ideographic stops, with a dash for
/// the minus, with a dotless i. `commas` says whether a comma may stand for a point.
pub fn find(text: &str, value: &str, commas: bool) -> Option<(usize, usize)> {
    let (skeleton, places) = skeleton(text, commas);
    let (wanted, _) = self::skeleton(value, commas);
    let mut from = 0;
    while let Some(at) = skeleton[from..].find(&wanted).map(|at| at + from) {
        from = at + skeleton[at..].chars().next().map_or(1, char::len_utf8);
        let start = places[at];
        let last = places[at + wanted.len() - 1];
        let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
        let free = !text[..start].chars().next_back().is_some_and(is_word)
            && !text[end..].chars().next().is_some_and(is_word);
        if free && !text[start..end].eq_ignore_ascii_case(value) {
            return Some((start, end));
        }
    }
    None
}

/// The letters that count, and for each byte of them where its letter stands in the text.
fn skeleton(text: &str, commas: bool) -> (String, Vec<usize>) {
    let mut skeleton = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() || is_invisible(letter) {
            continue;
        }
        skeleton.push(plain(letter, commas));
        places.resize(skeleton.len(), at);
    }
    (skeleton, places)
}

fn plain(letter: char, commas: bool) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter);
            plain(ascii, commas)
        }
        '。' | '｡' => '.',
        ',' if commas => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'ı' | 'İ' => 'i',
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_values_are_found() {
        for (text, value, commas, expected) in [
            (
                "in com. Example. Sample hier",
                "com.example.sample",
                false,
                Some("com. Example. Sample"),
            ),
            (
                "Autorisez com. example. lamp. service à s’exécuter.",
                "com.example.lamp.service",
                false,
                Some("com. example. lamp. service"),
            ),
            (
                "访问 login。example。net。",
                "login.example.net",
                false,
                Some("login。example。net"),
            ),
            ("code – 942583879", "-942583879", false, Some("– 942583879")),
            ("ımage_path", "image_path", false, Some("ımage_path")),
            ("Version 10. 0. 24 an", "10.0.24", true, Some("10. 0. 24")),
            ("Version 4,5,0", "4.5.0", true, Some("4,5,0")),
            ("7. x und", "7.x", true, Some("7. x")),
            ("plain image_path", "image_path", false, None),
            ("IMAGE_PATH", "image_path", false, None),
            ("17. xeno", "7.x", true, None),
            ("", "a", false, None),
        ] {
            let found = find(text, value, commas).map(|(start, end)| &text[start..end]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
