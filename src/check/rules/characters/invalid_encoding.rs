//! `invalid-encoding`: letters were garbled because a text was read in another encoding than it was written in.

use std::sync::LazyLock;

use encoding_rs::{WINDOWS_1252, WINDOWS_1254};
use icu_properties::{CodePointMapData, props::Script};
use icu_properties::{PropertyNamesShort, props::GeneralCategory};

use crate::check::flaw::{self, Flaw};
use crate::check::setting::{Setting, lines_beyond_ascii};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Shift, Span};
use crate::model::{Article, INVALID_ENCODING, Site, Translations};

pub static RULE: Rule = Rule {
    fault: INVALID_ENCODING,
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

/// What garbled letters look like.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Damage {
    /// A letter that was lost: U+FFFD.
    Replaced,
    /// A control character that no text means: U+0080 to U+009F.
    Control(char),
    /// Letters of UTF-8 that were read byte by byte, and what they were.
    Misread(String),
    /// A word with letters of Latin-1 in place of Turkish ones, and what it was.
    Turkish(String),
}

struct Hit {
    /// In the line.
    start: usize,
    end: usize,
    damage: Damage,
}

/// At most one flaw a line: where one letter is garbled, its neighbours mostly are too.
fn flaws(article: &Article) -> Vec<Flaw> {
    let setting = Setting::of(article);
    let reader = Reader::of(article);
    let mut flaws = Vec::new();
    for (start, line) in lines_beyond_ascii(article.source.text()) {
        let mut hits = reader.hits(line);
        hits.retain(|hit| hit.damage == Damage::Replaced || !setting.is_code(start + hit.start));
        flaws.extend(flaw_of(&hits, start, line, &setting));
    }
    flaws
}

fn flaw_of(hits: &[Hit], start: usize, line: &str, setting: &Setting) -> Option<Flaw> {
    let hit = hits.first()?;
    let found = &line[hit.start..hit.end];
    let (message, note, help, expected) = words(&hit.damage, found);
    let more = match hits.len() {
        1 => String::new(),
        2 => "; one more place in this line is like it".to_owned(),
        more => format!("; {} more places in this line are like it", more - 1),
    };
    let span = Span::new(start + hit.start, start + hit.end);
    let is_uncertain = matches!(hit.damage, Damage::Turkish(_)) || setting.is_code(span.start);
    Some(Flaw {
        span,
        sign: found.to_owned(),
        message,
        note: format!("{note}{more}"),
        help,
        found: Some(shown(found)),
        expected,
        shift: is_uncertain.then_some(Shift::Lower),
        ..Flaw::default()
    })
}

/// Message, note, help, and what should stand there.
fn words(damage: &Damage, found: &str) -> (String, &'static str, String, Option<String>) {
    match damage {
        Damage::Replaced => (
            "a letter was lost here: U+FFFD stands in its place".to_owned(),
            "a program puts this character where it cannot read a byte, and the letter itself is gone",
            "write the letter again, from an older version of the file or by sense".to_owned(),
            None,
        ),
        Damage::Control(letter) => (
            format!(
                "the control character U+{:04X} stands here",
                u32::from(*letter)
            ),
            "no text means it; it is what becomes of a letter of Windows-1252 that is read as Latin-1",
            "write the letter that was meant, often a quotation mark or a dash".to_owned(),
            None,
        ),
        Damage::Misread(meant) => (
            format!("`{}` is garbled: it was `{}`", shown(found), meant),
            "the bytes of these characters in Windows-1252 are just that letter in UTF-8",
            format!("write `{meant}`, and save the file as UTF-8"),
            Some(meant.clone()),
        ),
        Damage::Turkish(meant) => (
            format!("`{found}` is garbled: it was `{meant}`"),
            "Turkish has none of the letters þ, ð and ý; in Latin-5 their places are ş, ğ and ı",
            format!("write `{meant}`, and save the file as UTF-8"),
            Some(meant.clone()),
        ),
    }
}

/// The text with its control characters written out, which a terminal would swallow.
fn shown(text: &str) -> String {
    let shown = |letter: char| match letter.is_control() {
        true => format!("\\u{{{:x}}}", u32::from(letter)),
        false => letter.to_string(),
    };
    text.chars().map(shown).collect()
}

/// How an article's text is read.
struct Reader {
    /// ISO 15924.
    script: Option<String>,
    is_turkic: bool,
    is_vietnamese: bool,
    is_repaired: bool,
}

impl Reader {
    fn of(article: &Article) -> Self {
        let language = article.locale.language();
        Reader {
            script: article.locale.script(),
            is_turkic: language == "tr",
            is_vietnamese: language == "vi",
            is_repaired: article.source.is_repaired(),
        }
    }

    fn hits(&self, line: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        // Every letter that is looked for begins with one of two bytes, but for U+FFFD.
        let is_clean = !line.bytes().any(|byte| matches!(byte, 0xC2 | 0xC3));
        if is_clean && !line.contains('\u{fffd}') {
            return hits;
        }
        let mut at = 0;
        while let Some(letter) = line[at..].chars().next() {
            let hit = match letter {
                '\u{fffd}' if !self.is_repaired => Some((at + 3, Damage::Replaced)),
                '\u{80}'..='\u{9f}' if letter != '\u{85}' => {
                    Some((at + 2, Damage::Control(letter)))
                }
                '\u{c2}'..='\u{f4}' => self.misread(line, at),
                _ => None,
            };
            let turkish = || self.turkish(line, at, letter);
            match hit.map(|(end, damage)| (at, end, damage)).or_else(turkish) {
                Some((start, end, damage)) => {
                    hits.push(Hit { start, end, damage });
                    at = end;
                }
                None => at += letter.len_utf8(),
            }
        }
        hits
    }

    /// The run of letters that begins here and was UTF-8, with its end.
    fn misread(&self, line: &str, at: usize) -> Option<(usize, Damage)> {
        let mut end = at;
        let mut meant = String::new();
        while let Some((length, letter)) = sequence(&line[end..]) {
            end += length;
            meant.push(letter);
        }
        let first = meant.chars().next()?;
        let is_run = meant.chars().count() > 1 && meant.chars().all(is_visible);
        let is_single = || {
            let before = line[..at].chars().next_back();
            let (length, _) = sequence(&line[at..])?;
            let after = line[at + length..].chars().next();
            let (lead, second) = two(&line[at..])?;
            Some(self.is_plausible((lead, second), first, before, after))
        };
        let is_garbled = is_run || (meant.chars().count() == 1 && is_single()?);
        is_garbled.then_some((end, Damage::Misread(meant)))
    }

    /// Whether two or three characters that make one letter of UTF-8 are that letter, rather than what they seem to be.
    ///
    /// `Ã` and `É` are letters, and quotation marks, dashes and no-break spaces may follow any letter.
    fn is_plausible(
        &self,
        (lead, second): (char, char),
        meant: char,
        before: Option<char>,
        after: Option<char>,
    ) -> bool {
        let capital_before = before.is_some_and(char::is_uppercase);
        let glued = before.is_some_and(char::is_lowercase) || after.is_some_and(char::is_lowercase);
        let own_script = || self.script.as_deref() != Some("Latn") && self.is_of_script(meant);
        match (lead, second) {
            ('Â', _) => !capital_before && !before.is_some_and(is_quotation),
            ('Ã', '\u{a0}') => !capital_before,
            ('Ã' | 'Ä' | 'Å', follower) if may_follow_a_letter(follower) => glued,
            ('Ã' | 'Ä' | 'Å', _) => true,
            ('â' | 'ã', '€' | '\u{80}') => true,
            ('â', _) => !meant.is_alphabetic(),
            ('È', _) => matches!(meant, 'Ș'..='ț'),
            ('Æ', _) => self.is_vietnamese && matches!(meant, 'Ơ' | 'ơ' | 'Ư' | 'ư'),
            ('á', _) if self.is_vietnamese => matches!(meant, '\u{1ea0}'..='\u{1eff}'),
            ('ï', '»') => meant == '\u{feff}',
            ('\u{f0}'..='\u{f4}', _) => true,
            _ => own_script(),
        }
    }

    fn is_of_script(&self, letter: char) -> bool {
        let script = CodePointMapData::<Script>::new().get(letter);
        let name = PropertyNamesShort::<Script>::new().get(script);
        let kin: &[&str] = match self.script.as_deref() {
            Some("Hans" | "Hant") => &["Hani"],
            Some("Jpan") => &["Hani", "Hira", "Kana"],
            Some("Kore") => &["Hang", "Hani"],
            Some(own) => return name == Some(own),
            None => &[],
        };
        name.is_some_and(|name| kin.contains(&name))
    }

    /// A word of a Turkish text with letters that Latin-1 has where Latin-5 has the Turkish ones.
    fn turkish(&self, line: &str, at: usize, letter: char) -> Option<(usize, usize, Damage)> {
        if !self.is_turkic || !matches!(letter, 'þ' | 'ð' | 'ý' | 'Þ' | 'Ð' | 'Ý') {
            return None;
        }
        let is_letter = |letter: char| letter.is_alphabetic();
        let start = line[..at].trim_end_matches(is_letter).len();
        let end = line.len() - line[at..].trim_start_matches(is_letter).len();
        let bytes: Option<Vec<u8>> = line[start..end]
            .chars()
            .map(|letter| u8::try_from(u32::from(letter)).ok())
            .collect();
        let meant = WINDOWS_1254
            .decode_without_bom_handling(&bytes?)
            .0
            .into_owned();
        Some((start, end, Damage::Turkish(meant)))
    }
}

fn two(text: &str) -> Option<(char, char)> {
    let mut letters = text.chars();
    Some((letters.next()?, letters.next()?))
}

/// The letter that the bytes of the first characters are in UTF-8, and how long those characters are here.
fn sequence(text: &str) -> Option<(usize, char)> {
    let mut letters = text.chars();
    let lead = u8::try_from(u32::from(letters.next()?)).ok()?;
    let count = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    for _ in 1..count {
        bytes.push(byte(letters.next()?)?);
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((text.len() - letters.as_str().len(), meant))
}

/// The byte from 0x80 to 0xBF that a character is in Windows-1252, or in Latin-1 where Windows-1252 has none.
fn byte(letter: char) -> Option<u8> {
    static HIGH: LazyLock<Vec<(char, u8)>> = LazyLock::new(|| {
        let bytes: Vec<u8> = (0x80..=0x9F).collect();
        let letters = WINDOWS_1252
            .decode_without_bom_handling(&bytes)
            .0
            .into_owned();
        letters.chars().zip(bytes).collect()
    });
    match letter {
        '\u{80}'..='\u{bf}' => u8::try_from(u32::from(letter)).ok(),
        _ => {
            let known = HIGH.iter().find(|(high, _)| *high == letter)?;
            Some(known.1)
        }
    }
}

fn is_visible(letter: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    !matches!(
        category,
        GeneralCategory::Unassigned | GeneralCategory::PrivateUse | GeneralCategory::Surrogate
    ) && (!letter.is_control() || letter == '\u{a0}')
}

/// Quotation marks, dashes, the ellipsis, the trade mark and blanks: what may stand behind any letter.
fn may_follow_a_letter(letter: char) -> bool {
    letter == '\u{a0}'
        || letter == '™'
        || letter == '·'
        || is_quotation(letter)
        || matches!(letter, '–' | '—' | '…' | '•')
}

fn is_quotation(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '‚' | '„' | '‹' | '›' | '«' | '»' | '‘' | '’' | '“' | '”'
    )
}
