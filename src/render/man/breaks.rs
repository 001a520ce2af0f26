//! Where a word is broken that no terminal has room for.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::escape::cost;
use super::fill::WIDTH;
use super::inline::is_unspaced;

/// The longest word that every terminal has room for, in columns.
const LONGEST: usize = 45;

/// The least between two chances to break a word: no line begins or ends with less of it.
const SHORTEST: usize = 6;

/// What a word costs, as mandoc counts.
pub(super) fn width(word: &str) -> usize {
    word.chars().map(cost).sum()
}

/// Splits a word that fits no line, between characters and outside escapes.
///
/// It looks no further than a line, so that a word of megabytes takes no longer than as many short ones.
pub(super) fn split(word: &str) -> Option<(&str, &str)> {
    // Room for a guard at the beginning and for `\c` at the end.
    const ROOM: usize = WIDTH - 4;
    let mut end = 0;
    let mut used = 0;
    for token in tokens(word) {
        used += width(token);
        if used > ROOM && end > 0 {
            return Some(word.split_at(end));
        }
        end += token.len();
    }
    None
}

/// Returns a word with chances to break it where no terminal has room for it: at its joints, and where it has none anywhere.
///
/// groff complains of a longer one. Where it stands behind a Chinese character, groff 1.22 never comes to an end at all: its
/// classes of letters (`zh.tmac`, `ja.tmac`) allow a break between two such characters and at few other places.
pub(super) fn breakable(word: &str) -> Cow<'_, str> {
    breakable_in(word, LONGEST)
}

/// Returns a word with chances to break it where it stands so far to the right that a narrow terminal has no more columns.
pub(super) fn breakable_in(word: &str, room: usize) -> Cow<'_, str> {
    let longest = room.min(LONGEST);
    // A line that must stay one is handed on as a word.
    let words = words(word);
    if words.len() > 1 {
        let words = words.into_iter().map(|word| breakable_in(word, room));
        let words: Vec<Cow<str>> = words.collect();
        return Cow::Owned(words.join(" "));
    }
    let is_long = |longest: usize| word.chars().nth(longest).is_some();
    let stride = match word.contains(is_unspaced) {
        true if is_long(LONGEST / 2) => LONGEST - 5,
        false if is_long(longest) => longest / 2,
        _ => return Cow::Borrowed(word),
    };
    let mut roff = String::with_capacity(word.len() + word.len() / 10);
    let mut previous = ' ';
    let mut run = 0;
    for token in tokens(word) {
        if token.starts_with("\\f") {
            roff.push_str(token);
            continue;
        }
        // Blanks of an indent belong to what they indent.
        if token == "\\ " {
            roff.push_str(token);
            previous = ' ';
            continue;
        }
        let next = letter(token);
        let breaks_by_itself = token == "\\:" || is_han(previous) && is_han(next);
        let may_break = run >= stride
            || is_border(previous, next)
            || run >= SHORTEST && is_joint(previous, next);
        if breaks_by_itself {
            run = 0;
        } else if previous != ' ' && !closes(next) && may_break {
            roff.push_str("\\:");
            run = 0;
        }
        roff.push_str(token);
        run += columns(token).clamp(1, 2);
        previous = next;
    }
    Cow::Owned(roff)
}

/// The words of a line, where blanks that belong to one do not part it.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut begin = 0;
    for (blank, _) in line.match_indices(' ') {
        if !line[..blank].ends_with('\\') {
            words.push(&line[begin..blank]);
            begin = blank + 1;
        }
    }
    words.push(&line[begin..]);
    words
}

/// Returns the lines of a word that has chances to break, none of them wider than so many columns.
///
/// groff takes those chances where it has to, mandoc does not know them. So a word that a narrow terminal has no room for is broken
/// for good, but never a name or an address: they are searched for, copied and followed.
pub(super) fn lines(word: &str, room: usize) -> Vec<&str> {
    if columns(word) <= room || word.contains(is_unspaced) || is_name_or_address(word) {
        return vec![word];
    }
    let mut lines = Vec::new();
    let (mut begin, mut end, mut used) = (0, 0, 0);
    for part in word.split_inclusive("\\:") {
        let needed = columns(part);
        if used > 0 && used + needed > room {
            lines.push(&word[begin..end]);
            (begin, used) = (end, 0);
        }
        end += part.len();
        used += needed;
    }
    lines.push(&word[begin..]);
    lines
}

/// Whether a word is a name of letters, digits and what joins them, or an address or path with slashes.
fn is_name_or_address(word: &str) -> bool {
    let is_part =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '%' | '-');
    let mut letters = tokens(word).filter(|token| columns(token) > 0).map(letter);
    word.contains('/') || letters.all(is_part)
}

/// The columns that an escaped text takes on a terminal.
fn columns(text: &str) -> usize {
    let hidden = ["\\f", "\\:", "\\&", "\\%"];
    let seen = tokens(text).filter(|token| !hidden.iter().any(|it| token.starts_with(it)));
    seen.map(|token| match token.starts_with('\\') {
        true => 1,
        false => token.width(),
    })
    .sum()
}

/// The letter that a token stands for, as far as that says whether a word may be broken beside it.
fn letter(token: &str) -> char {
    match token {
        "\\-" => '-',
        "\\(dq" => '"',
        _ => token.chars().next().unwrap_or(' '),
    }
}

/// Whether a part of a long word ends with one letter, or another begins with the next.
fn is_joint(previous: char, next: char) -> bool {
    let ends = matches!(
        previous,
        '\\' | '/' | '.' | '-' | '_' | '=' | ';' | ':' | ',' | '&' | '|' | '+' | '@' | '#'
    );
    // A row of the same marks is a ruler or an operator.
    ends && previous != next || previous.is_lowercase() && next.is_uppercase()
}

/// Between these groff breaks a line by itself on a Chinese or Japanese page.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

/// Whether a word of a script with blanks begins behind a letter or closing mark of a script without.
fn is_border(previous: char, next: char) -> bool {
    is_unspaced(previous) && (is_han(previous) || closes(previous)) && !is_unspaced(next)
}

/// Marks that no line begins with.
pub(super) fn closes(letter: char) -> bool {
    matches!(
        letter,
        '、' | '。'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '〕'
            | '，'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '］'
            | '｝'
    ) || matches!(
        letter,
        ',' | '.' | ':' | ';' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '…' | '—'
    )
}

/// The characters of an escaped word, each escape as one.
pub(super) fn tokens(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'(')) => 4,
            ('\\', Some(b'f')) => 3,
            ('\\', Some(_)) => 2,
            _ => first.len_utf8(),
        };
        let (token, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = tail;
        Some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_no_terminal_has_room_for_may_break_in_any_script_with_blanks() {
        for word in ["ü".repeat(60), "a".repeat(60), "ب".repeat(60)] {
            assert_eq!(breakable(&word).matches("\\:").count(), 2, "{word}");
        }
        let line = "one\\-of\\-several\\-names \\- ".to_owned() + &"word ".repeat(12);
        for word in ["ü".repeat(40), "证".repeat(60), line] {
            assert_eq!(breakable(&word), word);
        }
    }

    #[test]
    fn a_word_in_a_script_without_blanks_may_break_where_groff_would_not_see_it() {
        let names = "数据：".to_owned() + &"doc、".repeat(12);
        assert!(
            breakable(&names).starts_with("数据：\\:doc、\\:doc"),
            "{names}"
        );
        let fonts = "数据".repeat(10) + "。\\fBdoc\\fR）、";
        assert!(
            breakable(&fonts).ends_with("。\\fB\\:doc\\fR）、"),
            "{fonts}"
        );
        for word in [
            "数".to_owned() + &"a".repeat(99),
            "、a".repeat(99),
            "（".repeat(99),
        ] {
            let longest = breakable(&word)
                .split("\\:")
                .map(UnicodeWidthStr::width)
                .max();
            assert!(longest <= Some(46), "{longest:?} {word}");
        }
    }

    #[test]
    fn a_long_word_breaks_at_its_joints() {
        let path = "HKEY_LOCAL_MACHINE\\eSOFTWARE\\ePolicies\\eShopCompany\\eConnector";
        let parts =
            "HKEY_LOCAL_\\:MACHINE\\e\\:SOFTWARE\\e\\:Policies\\e\\:ShopCompany\\e\\:Connector";
        assert_eq!(breakable(path), parts);
    }

    #[test]
    fn an_indent_stays_with_what_it_indents() {
        let indent = "\\ ".repeat(30);
        let code = format!("{indent}shop::harbour::connect({})", "a".repeat(10));
        let parts = format!("{indent}shop::\\:harbour::\\:connect({})", "a".repeat(10));
        assert_eq!(breakable(&code), parts);
        assert_eq!(
            lines(&parts, 38),
            [
                format!("{indent}shop::\\:"),
                "harbour::\\:connect(".to_owned() + &"a".repeat(10) + ")"
            ]
        );
    }

    #[test]
    fn only_what_is_no_name_and_no_address_is_broken_for_good() {
        let path = "HKEY_LOCAL_\\:MACHINE\\e\\:SOFTWARE\\e\\:Policies";
        assert_eq!(lines(path, 40), [path]);
        assert_eq!(
            lines(path, 30),
            ["HKEY_LOCAL_\\:MACHINE\\e\\:SOFTWARE\\e\\:", "Policies"]
        );
        for whole in [
            "com.shop.\\:Connector.\\:Certificates",
            "https://\\:shop.example/\\:a;b",
        ] {
            assert_eq!(lines(whole, 20), [whole]);
        }
    }
}
