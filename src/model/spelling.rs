//! How a key or a name may be spelled by whoever looks it up.
//!
//! The search of published pages knows the same rules (`templates/html/assets/search/10-codes.js`); `tests/suite/spellings.json` holds
//! cases that both are tried with.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizer;

use super::code::is_invisible;

/// How much a name is like what was asked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Letter by letter.
    Written,
    /// In another letter case.
    Spelling,
    /// The same hexadecimal digits: `0x411` and `0x00000411`.
    Digits,
    /// The same number: `1041` and `0x411`, `-1` and `0xFFFFFFFF`.
    Value,
    /// Without what stands between its parts: `sailtorn` and `Sail_Torn`.
    Letters,
    /// It begins so.
    Beginning,
    /// It holds that somewhere.
    Inside,
}

impl Likeness {
    pub const ALL: [Likeness; 7] = [
        Likeness::Written,
        Likeness::Spelling,
        Likeness::Digits,
        Likeness::Value,
        Likeness::Letters,
        Likeness::Beginning,
        Likeness::Inside,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Likeness::Written => "written",
            Likeness::Spelling => "spelling",
            Likeness::Digits => "digits",
            Likeness::Value => "value",
            Likeness::Letters => "letters",
            Likeness::Beginning => "beginning",
            Likeness::Inside => "inside",
        }
    }

    /// Whether the name is what was asked for, and not only like it.
    pub fn is_whole(self) -> bool {
        self <= Likeness::Letters
    }
}

/// What somebody looks up: a key, a name, or a line that one of them stands in.
#[derive(Debug, Clone)]
pub struct Query(Vec<Asked>);

/// A word that is looked up.
#[derive(Debug, Clone)]
struct Asked {
    name: Name,
    /// Digits alone are looked up as hexadecimal ones, too.
    digits: Option<String>,
    value: Option<i128>,
    worst: Likeness,
}

/// A key or a name, in the forms that it is compared in.
#[derive(Debug, Clone)]
struct Name {
    written: String,
    folded: String,
}

impl Query {
    /// Among other words only what looks like a code is looked up, and only as a whole; and all of them as one name.
    pub fn of(text: &str) -> Query {
        let text = visible(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        if let [word] = words.as_slice() {
            return Query(vec![Asked::new(word, Likeness::Inside)]);
        }
        let is_coded = |word: &&&str| {
            word.chars().count() > 2
                && word.contains(|letter: char| letter.is_ascii_digit() || letter == '_')
        };
        let coded = words.iter().filter(is_coded);
        let mut asked: Vec<Asked> = coded
            .map(|word| Asked::new(word, Likeness::Value))
            .collect();
        if !words.is_empty() {
            asked.push(Asked::whole(&words.join(" ")));
        }
        Query(asked)
    }

    /// How much a name is like what is looked up, where it is.
    pub fn likeness(&self, name: &str) -> Option<Likeness> {
        let written = visible(name);
        let folded = lower(&written);
        let asked = self.0.iter();
        asked
            .filter_map(|asked| asked.likeness(written.trim(), folded.trim()))
            .min()
    }
}

impl Asked {
    fn new(word: &str, worst: Likeness) -> Asked {
        let folded = lower(word).into_owned();
        Asked {
            digits: digits(&folded).map(str::to_owned),
            value: value(&folded),
            name: Name {
                written: word.to_owned(),
                folded,
            },
            worst,
        }
    }

    /// Several words are a name, and no number.
    fn whole(words: &str) -> Asked {
        Asked {
            digits: None,
            value: None,
            ..Asked::new(words, Likeness::Letters)
        }
    }

    fn likeness(&self, written: &str, folded: &str) -> Option<Likeness> {
        let likeness = self.best(written, folded)?;
        (likeness <= self.worst).then_some(likeness)
    }

    fn best(&self, written: &str, folded: &str) -> Option<Likeness> {
        let asked = self.name.folded.as_str();
        if folded == asked {
            let is_same = written == self.name.written;
            return Some(if is_same {
                Likeness::Written
            } else {
                Likeness::Spelling
            });
        }
        let own = named_digits(folded);
        if own.is_some() && own == self.digits.as_deref() {
            return Some(Likeness::Digits);
        }
        if let (Some(value), Some(number)) = (self.value, named_value(folded))
            && is_same_number(value, number)
        {
            return Some(Likeness::Value);
        }
        if own.is_none() && are_same_letters(folded, asked) {
            return Some(Likeness::Letters);
        }
        self.part(folded, own)
    }

    /// Whether a name begins with what is looked up, or holds it; a single letter or digit is in too many.
    fn part(&self, folded: &str, own: Option<&str>) -> Option<Likeness> {
        let asked = self.name.folded.as_str();
        let length = asked.chars().take(3).count();
        let digits_begin = |own: &str| {
            let digits = self.digits.as_deref();
            digits.is_some_and(|digits| own.starts_with(digits))
        };
        if length >= 2 && (folded.starts_with(asked) || own.is_some_and(digits_begin)) {
            return Some(Likeness::Beginning);
        }
        (length >= 3 && folded.contains(asked)).then_some(Likeness::Inside)
    }
}

/// The text in the form that its characters are compatible with, without what nobody sees, and with one kind of hyphen.
///
/// All of that comes along when a code is copied from a page or typed on a keyboard for Chinese.
fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text.trim());
    }
    let normal = ComposingNormalizer::new_nfkc().normalize(text).into_owned();
    let shown = normal.chars().filter(|letter| !is_unseen(*letter));
    let shown: String = shown
        .map(|letter| if is_hyphen(letter) { '-' } else { letter })
        .collect();
    Cow::Owned(shown.trim().to_owned())
}

/// What nobody sees, and the marks of writing direction.
fn is_unseen(letter: char) -> bool {
    is_invisible(letter)
        || matches!(letter, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The hyphens of Unicode that are not ASCII's, and the true minus sign.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2013}' | '\u{2212}')
}

fn lower(text: &str) -> Cow<'_, str> {
    match text
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
    {
        true => Cow::Owned(text.to_lowercase()),
        false => Cow::Borrowed(text),
    }
}

/// The digits that count, of whatever may be hexadecimal: `411` of `0x00000411`, `0411`, `411h`, `&h411`, `#411` and `0x411ul`.
fn digits(text: &str) -> Option<&str> {
    let starts = ["0x", "&h", "#"];
    let rest = starts.iter().find_map(|start| text.strip_prefix(start));
    let rest = rest.unwrap_or(text);
    let ends = ["ull", "ul", "ll", "u", "l", "h", "&"];
    let end = ends.iter().find_map(|end| rest.strip_suffix(end));
    let all = end.unwrap_or(rest);
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let counting = all.trim_start_matches('0');
    Some(if counting.is_empty() {
        &all[all.len() - 1..]
    } else {
        counting
    })
}

/// The digits of a name that is a hexadecimal number: digits alone are none, but for the eight or sixteen of a whole word of memory
/// with a letter among them.
fn named_digits(folded: &str) -> Option<&str> {
    let marked = folded.strip_prefix("0x");
    let is_hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_word = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        matches!(text.len(), 8 | 16) && (1..text.len()).contains(&digits)
    };
    let is_number =
        is_hexadecimal(marked.unwrap_or(folded)) && (marked.is_some() || is_word(folded));
    is_number.then(|| digits(folded)).flatten()
}

/// A number as it is written: digits alone are decimal, and hexadecimal only where they cannot be that.
fn value(text: &str) -> Option<i128> {
    if let Some(number) = decimal(text) {
        return Some(number);
    }
    let digits = digits(text).filter(|digits| digits.len() <= 16)?;
    i128::from_str_radix(digits, 16).ok()
}

/// The number that a name is.
fn named_value(folded: &str) -> Option<i128> {
    match named_digits(folded) {
        Some(_) => value(folded),
        None => decimal(folded),
    }
}

/// Up to twenty digits, as many as 64 bits need.
fn decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_decimal =
        (1..=20).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal.then(|| text.parse().ok()).flatten()
}

/// Programs write the same 32 or 64 bits with a sign and without: -2147009296 is 0x80073cf0.
fn is_same_number(one: i128, other: i128) -> bool {
    one == other || is_unsigned_of(one, other) || is_unsigned_of(other, one)
}

fn is_unsigned_of(number: i128, signed: i128) -> bool {
    let is_in = |bits: u32| signed >= -(1 << (bits - 1)) && number == signed + (1 << bits);
    signed < 0 && (is_in(32) || is_in(64))
}

/// Whether two names are the same but for what stands between their parts; a number has no parts.
fn are_same_letters(name: &str, asked: &str) -> bool {
    let letters = |text| str::chars(text).filter(|letter| letter.is_alphanumeric());
    letters(name).eq(letters(asked))
        && letters(name).any(char::is_alphabetic)
        && letters(name).nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_like_as_they_are_spelled() {
        use Likeness::*;
        for (asked, name, expected) in [
            ("0x00000411", "0x00000411", Some(Written)),
            ("0X00000411", "0x00000411", Some(Spelling)),
            ("411h", "0x00000411", Some(Digits)),
            ("0x80070005L", "0x80070005", Some(Digits)),
            ("0x80070005", "80070005", None),
            ("0x8007000E", "8007000e", Some(Digits)),
            ("1041", "0x411", Some(Value)),
            ("-1", "0xFFFFFFFF", Some(Value)),
            ("-1", "0xFFFFFFFFFFFFFFFF", Some(Value)),
            ("-5000000000", "0xD5FA0E00", None),
            ("4294967295", "-1", Some(Value)),
            ("pkcscertissue", "PKCS-Cert_Issue", Some(Letters)),
            ("Sail torn", "Sail_Torn", Some(Letters)),
            ("error 0x411", "0x00000411", Some(Digits)),
            ("the sail", "Sail_Torn", None),
            ("sa", "Sail_Torn", Some(Beginning)),
            ("torn", "Sail_Torn", Some(Inside)),
            ("s", "Sail_Torn", None),
            ("", "Sail_Torn", None),
            ("0", "0x00000000", Some(Digits)),
            ("-", "a-b", None),
        ] {
            assert_eq!(Query::of(asked).likeness(name), expected, "{asked} {name}");
        }
    }
}
