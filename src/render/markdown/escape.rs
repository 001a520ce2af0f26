//! Words as Markdown that says nothing but these words; what a letter is written as depends only on what stands beside it.

use std::io::{self, Write};

/// What stands around words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// The letter before them; `None` where a line begins.
    pub(super) before: Option<char>,
    /// The letter behind them; `None` where a line ends.
    pub(super) after: Option<char>,
    /// Whether blocks may begin where the line does.
    pub(super) may_begin_block: bool,
    /// Whether the line is not the first of its paragraph.
    pub(super) goes_on: bool,
    /// Whether another dollar sign stands behind them on their line.
    pub(super) dollar_follows: bool,
}

/// Makes text harmless in a template: a line stays one line.
pub(crate) fn escape_to(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let line: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let around = Around {
        before: Some(' '),
        after: Some(' '),
        ..Around::default()
    };
    let mut markdown = String::with_capacity(line.len());
    if line.starts_with(['#', '>']) {
        markdown.push('\\');
    }
    push(&line, around, &mut markdown);
    out.write_all(markdown.as_bytes())
}

/// Writes words without the blanks at the edges of their line, which nobody sees.
pub(super) fn push(text: &str, around: Around, out: &mut String) {
    let text = trimmed(text, around);
    let begins = around.before.is_none() && around.may_begin_block;
    let special = begins.then(|| block_sign(text, around)).flatten();
    let mut words = Words { text, around, out };
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        at += match special == Some(at) {
            true => words.escaped(letter),
            false => words.letter(at, letter),
        };
    }
}

fn trimmed(text: &str, around: Around) -> &str {
    let blanks = [' ', '\t'];
    let text = match around.before {
        None => text.trim_start_matches(blanks),
        Some(_) => text,
    };
    match around.after {
        None => text.trim_end_matches(blanks),
        Some(_) => text,
    }
}

struct Words<'w> {
    text: &'w str,
    around: Around,
    out: &'w mut String,
}

impl Words<'_> {
    /// Writes the letter at a byte, or several that belong together, and returns how many bytes they were.
    fn letter(&mut self, at: usize, letter: char) -> usize {
        match letter {
            '*' | '_' | '~' => return self.signs(at, letter),
            '\n' | '\r' => return self.reference(letter),
            _ => {}
        }
        match self.is_special(at, letter) {
            true => self.escaped(letter),
            false => self.plain(letter),
        }
    }

    fn plain(&mut self, letter: char) -> usize {
        self.out.push(letter);
        letter.len_utf8()
    }

    fn escaped(&mut self, letter: char) -> usize {
        self.out.push('\\');
        self.plain(letter)
    }

    fn reference(&mut self, letter: char) -> usize {
        self.out.push_str(&format!("&#{};", u32::from(letter)));
        letter.len_utf8()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back().or(self.around.before)
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next().or(self.around.after)
    }

    /// Signs of emphasis: alone between blanks they are none, nor are underscores within a word.
    fn signs(&mut self, at: usize, sign: char) -> usize {
        let rest = &self.text[at..];
        let end = at + rest.find(|it| it != sign).unwrap_or(rest.len());
        let (before, after) = (self.before(at), self.after(end));
        let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        let inert = both(char::is_whitespace) || sign == '_' && both(char::is_alphanumeric);
        for _ in at..end {
            if inert {
                self.plain(sign);
            } else {
                self.escaped(sign);
            }
        }
        end - at
    }

    fn is_special(&self, at: usize, letter: char) -> bool {
        let next = || self.after(at + letter.len_utf8());
        match letter {
            '`' | '[' | ']' => true,
            '\\' => next().is_none_or(|next| next.is_ascii_punctuation()),
            '<' => next().is_some_and(|it| it.is_ascii_alphabetic() || "/!?".contains(it)),
            '&' => is_reference(&self.text[at..]),
            '!' => at + 1 == self.text.len() && self.around.after == Some('['),
            '(' | ':' if at == 0 && self.around.before == Some(']') => true,
            // Three colons are a directive of the dialect.
            ':' => self.text[..at].ends_with("::"),
            '$' => self.is_formulas(at),
            _ => false,
        }
    }

    /// Whether a dollar sign could begin a formula.
    fn is_formulas(&self, at: usize) -> bool {
        let joined = |letter: char| letter.is_alphanumeric() || matches!(letter, '$' | '_' | '\\');
        let rest = &self.text[at + 1..];
        let follows = || rest.contains('$') || self.around.dollar_follows;
        !self.before(at).is_some_and(joined) && follows()
    }
}

/// Whether a text begins with what could be a reference to a letter.
pub(super) fn is_reference(text: &str) -> bool {
    let name = |it: &&u8| it.is_ascii_alphanumeric() || **it == b'#';
    let len = text.as_bytes()[1..]
        .iter()
        .take(40)
        .take_while(name)
        .count();
    len > 0 && text[1 + len..].starts_with(';')
}

/// The sign with which a line would begin a block, or be one.
fn block_sign(text: &str, around: Around) -> Option<usize> {
    let ends_line = around.after.is_none();
    let apart = |at: usize| match text[at..].chars().next() {
        Some(letter) => matches!(letter, ' ' | '\t'),
        None => ends_line,
    };
    let only = |signs: &str| ends_line && text.chars().all(|it| signs.contains(it));
    let is_frame = || only("|-: \t") && text.contains('-') || only("=") || only("-");
    let hashes = text.bytes().take_while(|it| *it == b'#').count();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.chars().next()? {
        '#' => (hashes <= 6 && apart(hashes)).then_some(0),
        '>' | '*' | '_' | '~' => Some(0),
        '-' if only("- \t") => Some(0),
        '-' | '+' | ':' if apart(1) => Some(0),
        '|' | '-' | ':' | '=' => (around.goes_on && is_frame()).then_some(0),
        '0'..='9' if digits <= 9 && text[digits..].starts_with(['.', ')']) => {
            apart(digits + 1).then_some(digits)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        let around = Around {
            may_begin_block: true,
            goes_on: true,
            ..Around::default()
        };
        push(text, around, &mut out);
        out
    }

    #[test]
    fn only_what_would_mean_something_is_escaped() {
        for (text, expected) in [
            (
                "a_b 1 * 2 a & b < c C:\\dir 5 $",
                "a_b 1 * 2 a & b < c C:\\dir 5 $",
            ),
            ("_a_ *b* ~c", "\\_a\\_ \\*b\\* \\~c"),
            (
                "[a](b) `c` <d> &amp; \\*",
                "\\[a\\](b) \\`c\\` \\<d> \\&amp; \\\\\\*",
            ),
            ("$x$ $y", "\\$x$ $y"),
            ("a\\", "a\\\\"),
            (" a\t", "a"),
            ("::: a :::: b :", "::\\: a ::\\:\\: b :"),
        ] {
            assert_eq!(written(text), expected);
        }
    }

    #[test]
    fn no_line_begins_a_block() {
        for (text, expected) in [
            ("# a", "\\# a"),
            ("#a", "#a"),
            ("1. a", "1\\. a"),
            ("1.5 a", "1.5 a"),
            ("2019)", "2019\\)"),
            ("- a", "\\- a"),
            ("-a", "-a"),
            ("---", "\\---"),
            ("===", "\\==="),
            (":-|-", "\\:-|-"),
            ("> a", "\\> a"),
            (": a", "\\: a"),
            ("~~~", "\\~\\~\\~"),
        ] {
            assert_eq!(written(text), expected);
        }
    }

    #[test]
    fn templates_cannot_be_left() {
        let mut out = Vec::new();
        escape_to("> [a](b)\n- <c>", &mut out).expect("memory");
        assert_eq!(String::from_utf8_lossy(&out), "\\> \\[a\\](b) - \\<c>");
    }
}
