//! What the rules about single cells have in common.

use std::collections::BTreeMap;

use unicode_security::skeleton;

use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::model::{
    Cell, Inline, InlineKind, Slot, TableSlot, is_code, is_host_name, is_host_pattern,
    is_identifier, single_blanks,
};

/// A cell in all languages.
pub struct CellSlot<'a> {
    pub slot: &'a TableSlot,
    pub row: &'a Slot,
    pub column: usize,
}

impl<'a> CellSlot<'a> {
    pub fn cell(&self, comparison: &Comparison<'a>, article: usize) -> Option<&'a Cell> {
        comparison
            .row(self.slot, self.row, article)?
            .cells
            .get(self.column)
    }

    pub fn span(&self, comparison: &Comparison<'a>, article: usize) -> Option<Span> {
        Some(self.cell(comparison, article)?.span)
    }

    /// "`Name` of row `10102`".
    pub fn name(&self, comparison: &Comparison<'a>, article: usize) -> String {
        comparison.cell_name(self.slot, self.row, self.column, article)
    }
}

/// Every cell of the tables that correspond, whatever its role.
pub fn all<'a>(comparison: &Comparison<'a>) -> Vec<CellSlot<'a>> {
    let translations = comparison.translations;
    let tables = translations.tables.iter().filter(|slot| {
        comparison
            .members()
            .iter()
            .any(|member| slot.tables.members[*member].is_some())
    });
    tables
        .flat_map(|slot| {
            slot.rows.iter().flat_map(move |row| {
                (0..slot.roles.len()).map(move |column| CellSlot { slot, row, column })
            })
        })
        .collect()
}

/// Letters that look like others and are typed for them: minus signs, and the blanks that layout programs leave. Letters that
/// nobody sees are the business of a rule of their own.
pub fn normal_text(text: &str) -> String {
    let plain = single_blanks(text.split_whitespace());
    let straight = |letter: char| match letter {
        '\u{2212}' | '\u{2013}' | '\u{2011}' => '-',
        other => other,
    };
    match plain.is_ascii() {
        true => plain,
        false => plain
            .chars()
            .filter(|it| !is_hidden(*it))
            .map(straight)
            .collect(),
    }
}

fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Whether a cell says that nothing applies; some languages translate that, and say it in words.
pub fn is_not_applicable(text: &str) -> bool {
    normal_text(text).eq_ignore_ascii_case("n/a")
}

/// A dash, or nothing at all, says that there is nothing to say.
pub fn is_empty(text: &str) -> bool {
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || is_hidden(letter));
    let is_dash = |letter: char| {
        letter.is_ascii_punctuation() || matches!(letter, '–' | '—' | '−' | '\u{a0}')
    };
    let short = text.chars().count() < 3;
    (short && text.chars().all(is_dash)) || text.eq_ignore_ascii_case("n/a")
}

/// Returns who departs from the baseline of a code or a name.
///
/// Where nothing has a majority, and yet most languages have the same letters and differ in blanks, case or look-alikes alone, one
/// way of writing is right: several languages may be damaged at once, each in a way of its own.
pub fn differences(
    comparison: &Comparison,
    value: impl Fn(usize) -> Option<String>,
) -> Vec<Difference<String>> {
    let differences = comparison.differences(&value);
    let divided = matches!(differences.as_slice(), [only] if only.why == Why::Divided);
    let mangled = divided.then(|| mangled(comparison, &value)).flatten();
    mangled.unwrap_or(differences)
}

/// Those who write a name otherwise than it is written, among those who have its letters; these must be most languages.
fn mangled(
    comparison: &Comparison,
    value: impl Fn(usize) -> Option<String>,
) -> Option<Vec<Difference<String>>> {
    let mut names: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    let mut all = 0;
    for (article, value) in comparison
        .members()
        .iter()
        .filter_map(|&it| Some((it, value(it)?)))
    {
        all += 1;
        let spellings = names.entry(letters(&value)).or_default();
        spellings.entry(value).or_default().push(article);
    }
    let count = |spellings: &BTreeMap<String, Vec<usize>>| -> usize {
        spellings.values().map(Vec::len).sum()
    };
    let spellings = names
        .into_values()
        .find(|spellings| count(spellings) * 2 > all)?;
    let rank = |(value, side): &(&String, &Vec<usize>)| (is_named(value), side.len());
    let best = spellings.iter().max_by_key(rank)?;
    let rivals = spellings.iter().filter(|side| rank(side) == rank(&best));
    if best.1.len() < 2 || rivals.count() > 1 {
        return None;
    }
    let departing = spellings.iter().filter(|(value, _)| *value != best.0);
    let departing = departing
        .flat_map(|(_, side)| side)
        .map(|&article| Difference {
            expected: best.0.clone(),
            article,
            supporters: best.1.clone(),
            why: Why::Departs,
        });
    Some(departing.collect())
}

fn is_named(value: &str) -> bool {
    is_code(value) || is_identifier(value)
}

/// What is left of a name without blanks, joints and letter case, look-alikes as the letters that they look like: no translation
/// has the same letters.
pub fn letters(name: &str) -> String {
    let solid = name.chars().filter(|letter| letter.is_alphanumeric());
    let plain = solid.collect::<String>().to_lowercase();
    skeleton(&plain).collect()
}

/// How much less certain it is that a value is damaged than that it differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It says the same.
    Same,
    /// It may be what this language has instead: readers replace a part of it, or its words are words.
    Wording,
    /// It is another value.
    None,
}

impl Doubt {
    /// Compares a value with the one that should stand there.
    pub fn of(found: &str, expected: &str) -> Doubt {
        let (found, expected) = (&set_alike(found), &set_alike(expected));
        let (here, there) = (pieces(found), pieces(expected));
        let pairs = || here.iter().zip(&there);
        if here == there {
            Doubt::Same
        } else if here.len() == there.len() && pairs().all(|(a, b)| a == b || is_for_people(a, b))
            || names_the_same(found, expected)
            || is_spelt_out(found, expected)
            || (is_code(found) && letters(found) == letters(expected) && !is_code(expected))
        {
            Doubt::Wording
        } else {
            Doubt::None
        }
    }
}

/// A value of several words with the signs between them as English sets them: `(Debian: x)` for `（Debian：x）` and `(Debian : x)`.
///
/// Nothing of a single word is changed: a wide colon inside a name is another name.
fn set_alike(value: &str) -> String {
    let mut narrow = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '：' => narrow.push_str(": "),
            '！' => narrow.push_str("! "),
            '？' => narrow.push_str("? "),
            '（' => narrow.push_str(" ("),
            '）' => narrow.push_str(") "),
            letter => narrow.push(letter),
        }
    }
    let words = narrow.split_whitespace();
    let mut set = String::with_capacity(narrow.len());
    for word in words {
        let is_sign = matches!(word, ":" | "!" | "?" | ";");
        if !set.is_empty() && !is_sign {
            set.push(' ');
        }
        set.push_str(word);
    }
    set
}

/// The parts of a list; how they are separated is up to each language.
fn pieces(value: &str) -> Vec<&str> {
    value
        .split([';', '；', '，', '、', ',', ' '])
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Hosts in another letter case, hosts that readers have of their own, and `<words>` that readers replace.
fn is_for_people(found: &str, expected: &str) -> bool {
    let host = is_host_name(expected) && found.eq_ignore_ascii_case(expected);
    host || is_own_host(found, expected) || has_own_slot(found, expected)
}

/// `mail.ihre_firma.com` for `mail.your_company.com`.
fn is_own_host(found: &str, expected: &str) -> bool {
    let (here, there): (Vec<&str>, Vec<&str>) =
        (found.split('.').collect(), expected.split('.').collect());
    let same =
        |(here, there): (&&str, &&str)| there.contains('_') || here.eq_ignore_ascii_case(there);
    is_host_pattern(expected) && here.len() == there.len() && here.iter().zip(&there).all(same)
}

/// `--path<tekst>` for `--path<String>`: a translated word is written small, as names of types are not.
fn has_own_slot(found: &str, expected: &str) -> bool {
    let split = |text: &str| -> Option<(String, String)> {
        let (before, rest) = text.split_once('<')?;
        let (slot, after) = rest.split_once('>')?;
        Some((format!("{before}<>{after}"), slot.to_owned()))
    };
    let (Some((here, word)), Some((there, _))) = (split(found), split(expected)) else {
        return false;
    };
    let first = word.chars().next();
    here == there && first.is_some_and(|it| it.is_lowercase() || !it.is_ascii())
}

/// `Kein Status (LAMP_UNKNOWN)` for `No status (LAMP_UNKNOWN)`: the words around a name are translated.
fn names_the_same(found: &str, expected: &str) -> bool {
    let names = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().map(|word| {
            word.trim_matches(|it: char| !it.is_alphanumeric())
                .to_owned()
        });
        words.filter(|word| is_named(word)).collect()
    };
    let (here, there) = (names(found), names(expected));
    !there.is_empty() && here == there && expected.split_whitespace().count() > there.len()
}

/// Several words for `LMP`.
fn is_spelt_out(found: &str, expected: &str) -> bool {
    let short = expected.len() <= 6 && expected.bytes().all(|byte| byte.is_ascii_uppercase());
    short && found.contains(' ') && letters(found) != letters(expected)
}

/// Reports a cell that says `stated` where other languages say something else.
pub fn changed(
    comparison: &Comparison,
    cell: &CellSlot,
    difference: &Difference<String>,
    stated: &str,
    findings: &Findings,
) -> Diagnostic {
    let article = comparison.article(difference.article);
    let what = cell.name(comparison, difference.article);
    let written = cell
        .cell(comparison, difference.article)
        .map_or("", |cell| cell.text.as_str());
    let span = cell
        .span(comparison, difference.article)
        .unwrap_or_default();
    let diagnostic = findings
        .found(article, span, message(&what, stated, difference))
        .help(help(difference))
        .expected(difference.expected.clone())
        .found(written);
    let diagnostic = diagnostic.fix_if(fix(comparison, cell, difference));
    comparison.decided(diagnostic, difference, |other| cell.span(comparison, other))
}

/// Writes what a witness has written, escapes and all: both stand in a cell. Cells with other markup than code are left to people.
fn fix(comparison: &Comparison, cell: &CellSlot, difference: &Difference<String>) -> Option<Fix> {
    let here = cell.cell(comparison, difference.article)?;
    let form = form(here)?;
    let witness = comparison
        .witnesses(difference)
        .into_iter()
        .find_map(|it| {
            let there = cell.cell(comparison, it)?;
            (self::form(there) == Some(form))
                .then(|| comparison.article(it).source.slice(there.span))
        })?;
    let applicability = comparison.applicability(difference)?;
    let source = &comparison.article(difference.article).source;
    Some(Fix::replace(applicability, source, here.span, witness))
}

/// What a cell without other markup is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Code,
}

fn form(cell: &Cell) -> Option<Form> {
    let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_));
    match cell.content.as_slice() {
        [] => None,
        [one] if matches!(one.kind, InlineKind::Code(_)) => Some(Form::Code),
        words => words.iter().all(is_text).then_some(Form::Words),
    }
}

/// Says which value stands where another should.
fn message(what: &str, found: &str, difference: &Difference<String>) -> String {
    let expected = &difference.expected;
    match difference.why {
        Why::Departs => format!("{what} is `{found}` instead of `{expected}`"),
        Why::Doubted => {
            format!("{what} is `{found}` in the reference and `{expected}` in most languages")
        }
        Why::Divided => format!("languages disagree whether {what} is `{found}` or `{expected}`"),
    }
}

/// What to do about a value that differs.
fn help(difference: &Difference<String>) -> String {
    match difference.why {
        Why::Departs => format!("write `{}`", difference.expected),
        Why::Doubted | Why::Divided => {
            "look up in the product which value is right, and make the languages alike".into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_sets_signs_between_words_in_its_own_way() {
        let expected = "/usr/share/zsh (Debian: vendor)";
        for found in [
            "/usr/share/zsh (Debian\u{202f}: vendor)",
            "/usr/share/zsh（Debian：vendor）",
        ] {
            assert_eq!(Doubt::of(found, expected), Doubt::Same, "{found}");
        }
        for (found, expected) in [
            ("NS：Value", "NS:Value"),
            (
                "/usr/share/zsh（Ubuntu：vendor）",
                "/usr/share/zsh (Debian: vendor)",
            ),
        ] {
            assert_eq!(Doubt::of(found, expected), Doubt::None, "{found}");
        }
    }
}
