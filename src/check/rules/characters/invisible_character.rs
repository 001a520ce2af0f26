//! `invisible-character`: a character that nobody sees stands where no script needs it.

use icu_properties::props::{
    CanonicalCombiningClass, DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory,
    GeneralCategoryGroup, IndicSyllabicCategory, JoiningType, LineBreak, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use crate::check::flaw::{self, Flaw};
use crate::check::setting::{Setting, lines_beyond_ascii};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Shift, Span};
use crate::locale::Direction;
use crate::model::{Article, Site, Translations, is_code, is_identifier};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "invisible-character",
        severity: Severity::Warning,
        summary: "a character that nobody sees stands where no script needs it",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

fn flaws(article: &Article) -> Vec<Flaw> {
    let setting = Setting::of(article);
    let leftward = article.locale.direction() == Direction::RightToLeft;
    let mut flaws = Vec::new();
    for (start, line) in lines_beyond_ascii(article.source.text()) {
        let mut at = 0;
        while let Some((from, to)) = next(line, at, leftward, start == 0) {
            at = to;
            flaws.push(flaw(start, line, (from, to), &setting));
        }
    }
    flaws
}

/// The next run of invisible characters that nothing excuses.
fn next(line: &str, from: usize, leftward: bool, first_line: bool) -> Option<(usize, usize)> {
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let is_suspect = |at: usize, letter: char| {
        // Most letters are ASCII or ideographs, and none of those is looked up.
        let may_be = !matches!(letter, '\0'..='\u{7f}' | '\u{4000}'..='\u{d7ff}');
        let is_mark = first_line && at == 0 && letter == '\u{feff}';
        may_be && ignorable.contains(letter) && !is_mark && !is_needed(line, at, letter, leftward)
    };
    let mut letters = line[from..]
        .char_indices()
        .map(|(at, letter)| (from + at, letter));
    let (start, first) = letters.find(|(at, letter)| is_suspect(*at, *letter))?;
    let mut end = start + first.len_utf8();
    for (at, letter) in letters {
        if !is_suspect(at, letter) {
            break;
        }
        end = at + letter.len_utf8();
    }
    Some((start, end))
}

/// Whether the script, an emoji or the direction of writing asks for the character.
fn is_needed(line: &str, at: usize, letter: char, leftward: bool) -> bool {
    let before = line[..at].chars().rev().find(|it| !is_selector(*it));
    let after = line[at + letter.len_utf8()..].chars().next();
    let near = |test: fn(char) -> bool| before.is_some_and(test) || after.is_some_and(test);
    match letter {
        '\u{200c}' | '\u{200d}' => near(is_joining) || near(is_pictographic),
        '\u{200b}' => near(is_written_without_blanks),
        // Marks and controls of direction have a rule of their own, or belong to the script.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => leftward || near(is_rightward),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // A variation selector belongs to the character before it.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            before.is_some_and(|it| !it.is_whitespace())
        }
        // The tags of flags such as that of Scotland.
        '\u{e0020}'..='\u{e007f}' => before.is_some_and(|it| is_pictographic(it) || is_tag(it)),
        '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => near(is_not_european),
        '\u{115f}' | '\u{1160}' => near(is_jamo),
        _ => false,
    }
}

fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}')
}

fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{e0020}'..='\u{e007f}')
}

/// Whether a joiner beside the letter changes how it is drawn: Arabic and its kin, and the scripts of India.
fn is_joining(letter: char) -> bool {
    let joining = CodePointMapData::<JoiningType>::new().get(letter);
    let indic = CodePointMapData::<IndicSyllabicCategory>::new().get(letter);
    let virama = CodePointMapData::<CanonicalCombiningClass>::new().get(letter);
    matches!(
        joining,
        JoiningType::DualJoining
            | JoiningType::LeftJoining
            | JoiningType::RightJoining
            | JoiningType::JoinCausing
    ) || (!letter.is_ascii() && indic != IndicSyllabicCategory::Other && letter.is_alphabetic())
        || virama == CanonicalCombiningClass::Virama
}

fn is_pictographic(letter: char) -> bool {
    let modifier = matches!(letter, '\u{1f3fb}'..='\u{1f3ff}');
    modifier || CodePointSetData::new::<ExtendedPictographic>().contains(letter)
}

/// Thai, Khmer, Burmese and others, where a zero-width space says where a line may end.
fn is_written_without_blanks(letter: char) -> bool {
    CodePointMapData::<LineBreak>::new().get(letter) == LineBreak::ComplexContext
        || CodePointMapData::<Script>::new().get(letter) == Script::Tibetan
}

fn is_rightward(letter: char) -> bool {
    use icu_properties::props::BidiClass;
    let class = CodePointMapData::<BidiClass>::new().get(letter);
    matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

fn is_not_european(letter: char) -> bool {
    !letter.is_ascii() && letter.is_alphabetic() && !hyphenates(letter)
}

fn is_jamo(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}')
}

/// Whether words of the letter's script are divided at the end of a line, so that a soft hyphen may be meant.
fn hyphenates(letter: char) -> bool {
    let script = CodePointMapData::<Script>::new().get(letter);
    let european = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
        Script::Georgian,
    ];
    letter.is_alphabetic() && european.contains(&script)
}

fn flaw(start: usize, line: &str, (from, to): (usize, usize), setting: &Setting) -> Flaw {
    let run = &line[from..to];
    let (before, after) = (&line[..from], &line[to..]);
    let word = token(before, run, after);
    let place = place(&word, start + from, setting);
    let is_hint = is_hint(before, run, after) && place == Place::Prose;
    let span = Span::new(start + from, start + to);
    Flaw {
        span,
        sign: format!("{} {word}", names(run)),
        message: format!("{} stands here and cannot be seen", names(run)),
        note: match place {
            Place::Prose if is_hint => "it says where a word may be divided, or what may not be joined; search and copies keep it",
            Place::Prose => "search does not find the words around it, and a copy takes it along",
            Place::Word => "a machine takes the word for another one, and whoever copies it copies the fault",
        }
        .to_owned(),
        help: match is_hint {
            true => "remove it unless it is meant",
            false => "remove it",
        }
        .to_owned(),
        found: Some(run.escape_unicode().to_string()),
        expected: (!word.is_empty()).then(|| word.clone()),
        shift: match (place, is_hint) {
            (Place::Word, _) => Some(Shift::Higher),
            (Place::Prose, true) => Some(Shift::Lower),
            _ => None,
        },
        edits: match is_hint {
            true => Vec::new(),
            false => vec![(span, String::new())],
        },
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Prose,
    /// Code, an identifier or an address.
    Word,
}

fn place(word: &str, byte: usize, setting: &Setting) -> Place {
    let bare = word.trim_matches(|letter: char| letter.is_ascii_punctuation() && letter != '-');
    let address = word.contains("://") || word.contains("{{");
    match setting.is_code(byte) || is_identifier(bare) || is_code(bare) || address {
        true => Place::Word,
        false => Place::Prose,
    }
}

/// A soft hyphen or a non-joiner between two letters of a script that divides words.
fn is_hint(before: &str, run: &str, after: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(hyphenates);
    matches!(run, "\u{ad}" | "\u{200c}")
        && is_letter(before.chars().next_back())
        && is_letter(after.chars().next())
}

/// The word around the run, without it. Long words are cut, so that a text without blanks costs no more than one with.
fn token(before: &str, run: &str, after: &str) -> String {
    const LONG: usize = 60;
    let ends = |letter: &char| {
        letter.is_whitespace() || *letter == '|' || *letter == '`' || is_ideograph(*letter)
    };
    let head: Vec<char> = before
        .chars()
        .rev()
        .take(LONG)
        .take_while(|it| !ends(it))
        .collect();
    let tail = after.chars().take(LONG).take_while(|it| !ends(it));
    debug_assert!(!run.is_empty());
    head.into_iter()
        .rev()
        .chain(tail)
        .filter(|it| !is_zero_width(*it))
        .collect()
}

fn is_zero_width(letter: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(letter) == GeneralCategory::Format
}

fn is_ideograph(letter: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    !letter.is_ascii()
        && (category == GeneralCategory::OtherLetter
            || GeneralCategoryGroup::Punctuation.contains(category))
}

/// "U+200B (zero-width space)", each different character once.
fn names(run: &str) -> String {
    let mut names: Vec<String> = run.chars().map(name).collect();
    names.dedup();
    names.join(" and ")
}

fn name(letter: char) -> String {
    let words = match letter {
        '\u{ad}' => " (soft hyphen)",
        '\u{200b}' => " (zero-width space)",
        '\u{200c}' => " (zero-width non-joiner)",
        '\u{200d}' => " (zero-width joiner)",
        '\u{200e}' => " (left-to-right mark)",
        '\u{200f}' => " (right-to-left mark)",
        '\u{2060}' => " (word joiner)",
        '\u{3164}' => " (Hangul filler)",
        '\u{feff}' => " (byte order mark)",
        _ => "",
    };
    format!("U+{:04X}{words}", u32::from(letter))
}
