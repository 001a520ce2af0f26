//! `mixed-script-word`: letters of two scripts stand in one word and look alike.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use icu_properties::{CodePointMapData, props::Script};
use unicode_security::confusable_detection::skeleton;

use crate::check::flaw::{self, Flaw};
use crate::check::setting::lines_beyond_ascii;
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Shift, Span};
use crate::model::{Article, Site, Translations, is_hexadecimal};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "mixed-script-word",
        severity: Severity::Error,
        summary: "letters of two scripts stand in one word and look alike",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

/// In how many other languages a word must stand before it is put right without a question.
const WITNESSES: usize = 2;

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, |article| {
        let mut flaws: Vec<Flaw> = flaws(article);
        for flaw in &mut flaws {
            let Some(word) = &flaw.expected else { continue };
            if is_known(translations, article, word) {
                flaw.edits = vec![(flaw.span, word.clone())];
            }
        }
        flaws
    });
}

/// Whether every other language has the word, and there are enough of them.
fn is_known(translations: &Translations, article: &Article, word: &str) -> bool {
    let others = translations
        .articles
        .iter()
        .filter(|other| other.locale != article.locale);
    let others: Vec<&Article> = others.collect();
    word.is_ascii()
        && others.len() >= WITNESSES
        && others
            .iter()
            .all(|other| stands_in(other.source.text(), word))
}

fn stands_in(text: &str, word: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

fn flaws(article: &Article) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (start, line) in lines_beyond_ascii(article.source.text()) {
        // A line whose letters are all of one script has no word of two.
        if !line.bytes().any(|byte| matches!(byte, 0xCD..=0xD6)) {
            continue;
        }
        for (at, word) in words(line) {
            flaws.extend(flaw_of(start + at, word));
        }
    }
    flaws
}

/// The words of a line that are more than ASCII: letters, digits and marks; a hyphen and a low line divide.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_border = |letter: char| !letter.is_alphanumeric() || !is_alphabet(letter);
    let words = line.split(is_border).filter(|word| !word.is_ascii());
    words.map(move |word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}

/// Whether a letter may stand in a word of the alphabets that look alike: Chinese beside Latin is two words.
fn is_alphabet(letter: char) -> bool {
    letter.is_ascii() || alphabet(letter).is_some() || letter.is_numeric()
}

fn alphabet(letter: char) -> Option<Script> {
    let script = CodePointMapData::<Script>::new().get(letter);
    let alike = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
    ];
    alike.contains(&script).then_some(script)
}

fn flaw_of(start: usize, word: &str) -> Option<Flaw> {
    let mut scripts: HashSet<Script> = word.chars().filter_map(alphabet).collect();
    let is_code = scripts.len() == 1 && latin(word).is_some_and(|plain| is_hexadecimal(&plain));
    if is_code {
        scripts.insert(Script::Latin);
    }
    if scripts.len() < 2 || is_quantity(word) {
        return None;
    }
    let meant = in_its_script(word).or_else(|| latin(word));
    let span = Span::new(start, start + word.len());
    Some(Flaw {
        span,
        sign: word.to_owned(),
        message: message(word, &meant),
        note: match &meant {
            Some(_) => "a reader sees no difference, but search, comparison and machines do",
            None => "a word that takes letters from two scripts is mostly a slip of the keyboard",
        }
        .to_owned(),
        help: match &meant {
            Some(meant) => format!("write `{meant}` in one script"),
            None => "write the word in one script, or set a hyphen between its parts".to_owned(),
        },
        found: Some(spelt(word, meant.as_deref())),
        shift: meant.is_none().then_some(Shift::Lower),
        expected: meant,
        ..Flaw::default()
    })
}

fn message(word: &str, meant: &Option<String>) -> String {
    let spelt = spelt(word, meant.as_deref());
    match strange(word, meant.as_deref()).next() {
        Some((letter, other)) => format!(
            "`{spelt}` has {} U+{:04X} in place of {} `{other}`",
            called(letter),
            u32::from(letter),
            called(other)
        ),
        None => format!("`{spelt}` has letters of two scripts"),
    }
}

/// The letters that should be others, with what they should be.
fn strange<'a>(word: &'a str, meant: Option<&'a str>) -> impl Iterator<Item = (char, char)> + 'a {
    let pairs = word.chars().zip(meant.unwrap_or(word).chars());
    pairs.filter(|(letter, other)| letter != other)
}

fn called(letter: char) -> &'static str {
    match alphabet(letter) {
        Some(Script::Cyrillic) => "the Cyrillic letter",
        Some(Script::Greek) => "the Greek letter",
        Some(Script::Armenian) => "the Armenian letter",
        _ => "the Latin letter",
    }
}

/// The word with its strange letters as numbers, since nobody could see the difference.
fn spelt(word: &str, meant: Option<&str>) -> String {
    let others: Vec<char> = strange(word, meant).map(|(letter, _)| letter).collect();
    let is_strange = |letter: char| match meant {
        Some(_) => others.contains(&letter),
        None => !letter.is_ascii(),
    };
    let spelt = |letter: char| match is_strange(letter) {
        true => letter.escape_unicode().to_string(),
        false => letter.to_string(),
    };
    word.chars().map(spelt).collect()
}

/// Signs of physics and mathematics are Greek letters beside Latin ones: `μm`, `kΩ`, `Δt`. They look like no Latin letter.
fn is_quantity(word: &str) -> bool {
    let strange: Vec<char> = word
        .chars()
        .filter(|letter| alphabet(*letter) == Some(Script::Greek))
        .collect();
    let only_greek = word
        .chars()
        .filter_map(alphabet)
        .all(|it| matches!(it, Script::Latin | Script::Greek));
    only_greek && strange.len() <= 2 && strange.iter().all(|letter| look_alike(*letter).is_none())
}

/// The word in Latin letters, where each of its others looks like one.
fn latin(word: &str) -> Option<String> {
    let plain = |letter: char| match alphabet(letter) {
        Some(Script::Latin) | None => Some(letter),
        Some(_) => look_alike(letter),
    };
    word.chars().map(plain).collect()
}

/// The ASCII letter that a letter of another script cannot be told from (UTS 39).
fn look_alike(letter: char) -> Option<char> {
    let text = letter.to_string();
    let mut prototype = skeleton(&text);
    let first = prototype.next().filter(char::is_ascii_alphabetic)?;
    // The skeleton of a capital may be a small letter that looks like it; nobody would take one for the other in a word.
    (prototype.next().is_none() && first.is_uppercase() == letter.is_uppercase()).then_some(first)
}

/// The word in the script that most of its letters are of, where the Latin ones look like letters of that script.
fn in_its_script(word: &str) -> Option<String> {
    let count = |script: Script| {
        word.chars()
            .filter(|it| alphabet(*it) == Some(script))
            .count()
    };
    let scripts = [Script::Cyrillic, Script::Greek];
    let script = *scripts.iter().max_by_key(|script| count(**script))?;
    if count(script) <= count(Script::Latin) {
        return None;
    }
    let own = |letter: char| match alphabet(letter) {
        Some(Script::Latin) => TWINS.get(&(letter, script == Script::Greek)).copied(),
        _ => Some(letter),
    };
    word.chars().map(own).collect()
}

/// By ASCII letter, and whether it is wanted in Greek, the letter of Cyrillic or Greek that looks like it.
static TWINS: LazyLock<HashMap<(char, bool), char>> = LazyLock::new(|| {
    let mut twins = HashMap::new();
    let basic = ('\u{391}'..='\u{3c9}').chain('\u{410}'..='\u{458}');
    for letter in basic {
        if let Some(latin) = look_alike(letter) {
            twins
                .entry((latin, alphabet(letter) == Some(Script::Greek)))
                .or_insert(letter);
        }
    }
    twins
});
