//! Reads numbers as languages write them, so that the same number is the same text in all of them.

use std::sync::LazyLock;

use icu_properties::props::GeneralCategory;
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};

use crate::locale::Notation;

static CATEGORIES: LazyLock<CodePointMapDataBorrowed<'static, GeneralCategory>> =
    LazyLock::new(CodePointMapData::<GeneralCategory>::new);

/// The value of a decimal digit of any script.
///
/// Unicode lays the digits of each script side by side from zero to nine, sets behind sets, so the distance from the first of
/// them is the value.
pub fn digit(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return letter.is_ascii_digit().then_some(letter);
    }
    let is_digit = |code: u32| {
        char::from_u32(code).is_some_and(|it| CATEGORIES.get(it) == GeneralCategory::DecimalNumber)
    };
    let code = u32::from(letter);
    if !letter.is_numeric() || !is_digit(code) {
        return None;
    }
    let distance = (1..50).take_while(|back| is_digit(code - back)).count();
    char::from_digit(u32::try_from(distance % 10).ok()?, 10)
}

/// Nobody writes out a number with more groups; a list such as `1,2,3` that goes on for pages is read anew at each of its items.
const GROUPS: usize = 32;

/// A number read at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Digits and perhaps a point, without what groups them, without zeros that say nothing.
    pub value: String,
    /// How many characters were read.
    pub length: usize,
    /// How many digits were written.
    pub digits: usize,
    /// What stands before the fraction.
    pub decimal: Option<char>,
}

/// Reads the number that a text begins with.
///
/// A lone mark before exactly three digits groups them in every language, unless nothing but a zero stands before it:
/// half-translated texts hold both `1.024` and `1,024`, and mean the same. Blanks group where the language does so, and where
/// there are two of them; the first group then has at most three digits.
pub fn read(letters: &[char], notation: &Notation) -> Option<Number> {
    let mut groups: Vec<String> = vec![digits(letters)?];
    let mut marks: Vec<char> = Vec::new();
    let mut ends = vec![groups[0].len()];
    let mut at = groups[0].len();
    while let Some(mark) = letters.get(at).copied().filter(|it| is_mark(*it)) {
        if groups.len() == GROUPS {
            break;
        }
        let Some(group) = digits(&letters[at + 1..]) else {
            break;
        };
        let blank = mark.is_whitespace();
        if blank && (group.len() != 3 || groups[0].len() > 3 || !ends_number(letters, at + 4)) {
            break;
        }
        at += 1 + group.len();
        marks.push(mark);
        groups.push(group);
        ends.push(at);
    }
    let plain_blank = marks.first() == Some(&' ') && marks.get(1) != Some(&' ');
    if plain_blank && !notation.groups_with_blanks() {
        marks.clear();
    }
    let (used, decimal) = grammar(&groups, &marks);
    let whole = if decimal { used - 1 } else { used };
    let integer: String = groups[..whole].concat();
    let fraction = if decimal { groups[whole].as_str() } else { "" };
    Some(Number {
        value: canonical(&integer, fraction),
        length: ends[used - 1],
        digits: groups[..used].iter().map(String::len).sum(),
        decimal: decimal.then(|| marks[used - 2]),
    })
}

/// Whether no letter or digit goes on behind three digits that a blank joined.
fn ends_number(letters: &[char], at: usize) -> bool {
    letters
        .get(at)
        .is_none_or(|it| !it.is_ascii_alphanumeric() && digit(*it).is_none())
}

/// How many groups are one number, and whether the last of them is a fraction.
fn grammar(groups: &[String], marks: &[char]) -> (usize, bool) {
    let Some(last) = marks.last().copied() else {
        return (1, false);
    };
    let grouped = |count: usize| is_grouped(&groups[..count]);
    let all_alike = marks.iter().all(|mark| *mark == marks[0]);
    let count = marks.len() + 1;
    match () {
        () if all_alike && grouped(count) && last != '٫' => (count, false),
        () if count == 2 && is_decimal_mark(last) => (2, true),
        () if !all_alike
            && is_decimal_mark(last)
            && marks[..count - 2]
                .iter()
                .all(|mark| *mark == marks[0] && *mark != last)
            && grouped(count - 1) =>
        {
            (count, true)
        }
        () => (1, false),
    }
}

/// `1 024`, `1.048.576`, and `10,48,576` as in India.
fn is_grouped(groups: &[String]) -> bool {
    let Some((last, [first, middle @ ..])) = groups.split_last() else {
        return false;
    };
    let alike = |size: usize| middle.iter().all(|group| group.len() == size);
    let begins = first.len() <= 3 && !first.starts_with('0');
    begins && last.len() == 3 && (alike(3) || (alike(2) && first.len() < 3))
}

fn digits(letters: &[char]) -> Option<String> {
    let digits: String = letters.iter().map_while(|it| digit(*it)).collect();
    (!digits.is_empty()).then_some(digits)
}

/// What stands inside numbers somewhere in the world.
fn is_mark(letter: char) -> bool {
    is_decimal_mark(letter)
        || matches!(
            letter,
            '\'' | '’' | '٬' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
        )
}

fn is_decimal_mark(letter: char) -> bool {
    matches!(letter, '.' | ',' | '٫' | '．' | '，')
}

/// `1.50` is `1.5`, and `007` is `7`.
pub fn canonical(integer: &str, fraction: &str) -> String {
    let integer = match integer.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    match fraction.trim_end_matches('0') {
        "" => integer.to_owned(),
        fraction => format!("{integer}.{fraction}"),
    }
}

/// The number with so many zeros more: 1.5 million is 1500000.
pub fn scaled(value: &str, zeros: usize) -> String {
    let (integer, fraction) = value.split_once('.').unwrap_or((value, ""));
    let moved = zeros.min(fraction.len());
    let digits = format!(
        "{integer}{}{}",
        &fraction[..moved],
        "0".repeat(zeros - moved)
    );
    canonical(&digits, &fraction[moved..])
}

/// The numbers that a text writes with Chinese numerals, as Chinese, Japanese and older Korean texts do: `三百二十`.
///
/// They are read to know that a number became words, and are never compared themselves: `十分` is no ten.
pub fn numerals(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| numeral(letter).is_none());
    let runs = runs.filter(|run| !run.is_empty());
    runs.filter_map(|run| Some(numeral_run(run)?.to_string()))
        .collect()
}

/// Sums up: digits times the unit behind them, and all of that times ten thousand or more.
fn numeral_run(run: &str) -> Option<u64> {
    let (mut total, mut section, mut digits) = (0_u64, 0_u64, None::<u64>);
    for value in run.chars().filter_map(numeral) {
        match value {
            0..=9 => digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(value)?),
            10..=1000 => {
                let units = digits.take().unwrap_or(1).checked_mul(value)?;
                section = section.checked_add(units)?;
            }
            _ => {
                let whole = section.checked_add(digits.take().unwrap_or(0))?.max(1);
                total = total.checked_add(whole.checked_mul(value)?)?;
                section = 0;
            }
        }
    }
    total.checked_add(section)?.checked_add(digits.unwrap_or(0))
}

/// Unihan's primary numeric values of the numerals in use today.
fn numeral(letter: char) -> Option<u64> {
    Some(match letter {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use icu_decimal::DecimalFormatter;
    use icu_decimal::input::Decimal;

    const LOCALES: [&str; 18] = [
        "en-us", "de-de", "fr-fr", "nl-nl", "sv-se", "zh-cn", "ja-jp", "ko-kr", "pt-br", "ru-ru",
        "hi-in", "ar-eg", "fa-ir", "bn-bd", "de-ch", "tr-tr", "es-es", "mr-in",
    ];

    fn value(folder: &str, text: &str) -> (String, usize) {
        let notation = Locale::from_folder(folder).expect("a locale").notation();
        let letters: Vec<char> = text.chars().collect();
        let number = read(&letters, &notation).unwrap_or_else(|| panic!("{text} is a number"));
        (number.value, number.length)
    }

    /// Digits that look chosen by chance, the same in every run.
    fn samples() -> impl Iterator<Item = u64> {
        let steps = std::iter::successors(Some(7_u64), |seed| {
            Some(
                seed.wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407),
            )
        });
        steps
            .take(400)
            .enumerate()
            .map(|(at, seed)| (seed >> 20) % 10_u64.pow(1 + at as u32 % 11))
    }

    #[test]
    fn what_icu_writes_is_read_back() {
        for folder in LOCALES {
            let locale: icu_locale::Locale = folder.parse().expect("a locale");
            let formatter = DecimalFormatter::try_new(locale.into(), Default::default())
                .expect("a language with numbers");
            for sample in samples() {
                for (shift, digits) in [(0, 0), (-1, 1), (-2, 2), (-4, 4)] {
                    let mut number = Decimal::from(sample);
                    number.multiply_pow10(shift);
                    let plain = number.clone().to_string();
                    let (integer, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
                    assert!(fraction.len() <= digits);
                    let written = formatter.format(&number).to_string();
                    assert_eq!(
                        value(folder, &written),
                        (canonical(integer, fraction), written.chars().count()),
                        "{written} in {folder}"
                    );
                }
            }
        }
    }

    #[test]
    fn grouping_and_decimal_marks_are_told_apart() {
        for (folder, text, expected) in [
            ("de-de", "2.147.483.647", "2147483647"),
            ("en-us", "2,147,483,647", "2147483647"),
            ("fr-fr", "2 147 483 647", "2147483647"),
            ("en-us", "2 147 483 647", "2147483647"),
            ("de-de", "1,5", "1.5"),
            ("de-de", "1.5", "1.5"),
            ("en-us", "1.50", "1.5"),
            ("de-de", "0,125", "0.125"),
            ("fr-fr", "12 345,6", "12345.6"),
            ("en-us", "12,345.67", "12345.67"),
            ("hi-in", "10,48,576", "1048576"),
            ("zh-cn", "１２８", "128"),
            ("ar-eg", "١٬٢٣٤٫٥", "1234.5"),
            ("en-us", "10 100 users", "10"),
            ("fr-fr", "10 100abc", "10"),
            ("en-us", "12,", "12"),
        ] {
            assert_eq!(value(folder, text).0, expected, "{text} in {folder}");
        }
    }

    #[test]
    fn zeros_can_be_words() {
        assert_eq!(scaled("1.5", 6), "1500000");
        assert_eq!(scaled("10", 4), "100000");
        assert_eq!(scaled("1.2345", 2), "123.45");
    }

    #[test]
    fn chinese_numerals_have_values() {
        assert_eq!(numerals("共三百二十个，十天"), ["320", "10"]);
        assert_eq!(numerals("一百万 二〇一六"), ["1000000", "2016"]);
        assert_eq!(numerals("none"), Vec::<String>::new());
        assert_eq!(numerals(&"九".repeat(50)), Vec::<String>::new());
    }
}
