//! `bidi-control`: a control of the direction of writing makes a text look other than it is.

use icu_properties::{CodePointMapData, props::BidiClass};

use crate::check::flaw::{self, Flaw};
use crate::check::setting::{Setting, lines_beyond_ascii};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity, Span};
use crate::model::{Article, Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "bidi-control",
        severity: Severity::Error,
        summary: "a control of the direction of writing makes a text look other than it is",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    flaw::report(translations, findings, flaws);
}

/// At most one flaw a line.
fn flaws(article: &Article) -> Vec<Flaw> {
    let setting = Setting::of(article);
    let lines = lines_beyond_ascii(article.source.text());
    lines
        .filter_map(|(start, line)| flaw_of(start, line, &setting))
        .collect()
}

fn flaw_of(start: usize, line: &str, setting: &Setting) -> Option<Flaw> {
    let mut controls = line
        .char_indices()
        .filter(|(_, letter)| is_control(*letter));
    let (at, letter) = controls.next()?;
    let in_code = line
        .char_indices()
        .find(|(at, letter)| is_control(*letter) && setting.is_code(start + at));
    let (at, letter, note) = match (in_code, is_balanced(line) && line.chars().any(is_rightward)) {
        (Some((at, letter)), _) => (
            at,
            letter,
            "in code it hides from a reader what a machine does",
        ),
        (None, true) => return None,
        (None, false) => (
            at,
            letter,
            "nothing written from right to left needs it here, or it is never closed",
        ),
    };
    let span = Span::new(start + at, start + at + letter.len_utf8());
    let name = name(letter);
    let word: String = line[at..]
        .chars()
        .skip(1)
        .take(20)
        .filter(|it| it.is_ascii())
        .collect();
    Some(Flaw {
        span,
        sign: format!("{name} {word}"),
        message: format!("{name} stands here and changes the order in which letters are shown"),
        note: note.to_owned(),
        help: "remove it; where it is meant, close it in the same line".to_owned(),
        found: Some(letter.escape_unicode().to_string()),
        ..Flaw::default()
    })
}

fn is_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether every control that opens is closed in the line, each by its own kind.
fn is_balanced(line: &str) -> bool {
    let mut open = Vec::new();
    for letter in line.chars().filter(|letter| is_control(*letter)) {
        let closed = match letter {
            '\u{202c}' => open.pop().is_some_and(|it| it < '\u{2066}'),
            '\u{2069}' => open.pop().is_some_and(|it| it >= '\u{2066}'),
            _ => {
                open.push(letter);
                true
            }
        };
        if !closed {
            return false;
        }
    }
    open.is_empty()
}

fn is_rightward(letter: char) -> bool {
    let class = CodePointMapData::<BidiClass>::new().get(letter);
    !letter.is_ascii() && matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

fn name(letter: char) -> String {
    let words = match letter {
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "pop directional formatting",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        _ => "pop directional isolate",
    };
    format!("U+{:04X} ({words})", u32::from(letter))
}
