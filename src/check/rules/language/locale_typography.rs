//! `locale-typography`: marks and blanks are not set as the language sets them.

use super::text::is_ideograph;
use crate::check::{Findings, Prose, Rule, Scope, passage};
use crate::diagnostic::{Fault, Severity};
use crate::locale::Locale;
use crate::model::Article;

/// Off by default.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "locale-typography",
        severity: Severity::Info,
        summary: "marks and blanks are not set as the language sets them",
    },
    scope: Scope::Article(check),
    enabled: false,
};

/// A departure from what is usual, by bytes of a run of text.
struct Slip {
    start: usize,
    end: usize,
    message: String,
    help: &'static str,
}

type Habit = fn(&str, &Locale) -> Option<Slip>;

static HABITS: [Habit; 4] = [quotation, french_blank, full_width, doubled];

/// At most one finding a habit and passage.
fn check(article: &Article, findings: &mut Findings) {
    for words in passage::of_article(article) {
        findings.examine();
        for habit in HABITS {
            let slip = |run: Prose| {
                let slip = habit(run.text, &article.locale)?;
                Some((run.span_of(slip.start, slip.end), slip))
            };
            if let Some((span, slip)) = words.prose().find_map(slip) {
                let found = findings.found(article, span, slip.message);
                findings.push(found.note(NOTE).help(slip.help));
            }
        }
    }
}

const NOTE: &str = "readers stumble over marks that are set as in another language";

/// Quotation marks that CLDR does not count among the language's punctuation.
fn quotation(text: &str, locale: &Locale) -> Option<Slip> {
    if text.is_ascii() {
        return None;
    }
    let is_strange =
        |sign: &char| is_quotation(*sign) && locale.has_punctuation(*sign) == Some(false);
    let (start, sign) = text.char_indices().find(|(_, sign)| is_strange(sign))?;
    Some(Slip {
        start,
        end: start + sign.len_utf8(),
        message: format!("`{sign}` is no quotation mark of this language"),
        help: "use the language's own quotation marks",
    })
}

fn is_quotation(letter: char) -> bool {
    matches!(
        letter,
        '‘' | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
    )
}

/// French sets a blank before marks of two parts; in Canada before the colon alone.
fn french_blank(text: &str, locale: &Locale) -> Option<Slip> {
    if locale.language() != "fr" {
        return None;
    }
    let canadian = locale.likely_region().as_deref() == Some("CA");
    let mut before: Option<char> = None;
    for (start, mark) in text.char_indices() {
        let wants_blank = matches!(mark, ':' | ';' | '?' | '!') && (!canadian || mark == ':');
        let after = text[start + mark.len_utf8()..].chars().next();
        let ends = after.is_none_or(char::is_whitespace);
        if wants_blank && ends && before.is_some_and(char::is_alphanumeric) {
            return Some(Slip {
                start,
                end: start + 1,
                message: format!("French sets a no-break space before `{mark}`"),
                help: "set a no-break space (U+00A0, or U+202F) before it",
            });
        }
        before = Some(mark);
    }
    None
}

/// Chinese and Japanese have wide marks of their own between characters.
fn full_width(text: &str, locale: &Locale) -> Option<Slip> {
    if !matches!(locale.language(), "zh" | "ja") {
        return None;
    }
    let mut before: Option<char> = None;
    for (start, mark) in text.char_indices() {
        let narrow = matches!(mark, ',' | ';' | ':' | '?' | '!' | '.');
        let after = text[start + mark.len_utf8()..].trim_start().chars().next();
        if narrow && before.is_some_and(is_ideograph) && after.is_none_or(is_ideograph) {
            return Some(Slip {
                start,
                end: start + 1,
                message: format!("a narrow `{mark}` stands between wide characters"),
                help: "use the wide mark",
            });
        }
        before = Some(mark);
    }
    None
}

/// The same word twice. Grammar asks for that now and then, so short words and numbers do not count.
fn doubled(text: &str, _: &Locale) -> Option<Slip> {
    let mut before: Option<&str> = None;
    for word in text.split_whitespace() {
        let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
        if is_word && before == Some(word) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            return Some(Slip {
                start,
                end: start + word.len(),
                message: format!("the word `{word}` stands here twice"),
                help: "remove one of them where it is a slip",
            });
        }
        before = Some(word);
    }
    None
}
