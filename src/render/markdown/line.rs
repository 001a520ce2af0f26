//! Pieces of running text as Markdown.

use std::fmt::Write as _;

use super::emphasis::{self, Form};
use super::escape::{self, Around};
use super::piece::Piece;
use crate::model::markup;

/// Where running text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    /// A heading of one line.
    Heading,
    /// A cell of a table: of one line, and without a bar of its own.
    Cell,
}

/// How many pieces are looked at for a second dollar sign.
const NEAR: usize = 64;

/// Writes running text.
pub(super) fn written(pieces: &[Piece], place: Place) -> String {
    let has_emphasis = pieces.iter().any(|it| matches!(it, Piece::Open(_)));
    let mut line = Line {
        pieces,
        forms: match has_emphasis {
            true => emphasis::forms(pieces),
            false => Vec::new(),
        },
        place,
        out: String::new(),
    };
    let mut at = 0;
    while at < pieces.len() {
        at += line.piece(at);
    }
    line.out
}

struct Line<'p> {
    pieces: &'p [Piece<'p>],
    forms: Vec<Form>,
    place: Place,
    out: String,
}

impl Line<'_> {
    /// Writes the piece at an index, or several that have one form, and returns how many they were.
    fn piece(&mut self, at: usize) -> usize {
        match &self.pieces[at] {
            Piece::Text(text) => self.words(at, text),
            Piece::Code(code) => self.markup(&code_span(code)),
            Piece::Math(formula) => self.out.push_str(formula),
            Piece::Tag(tag) => {
                self.keep_from_beginning_a_block(tag);
                self.markup(tag);
            }
            Piece::Open(mark) | Piece::Close(mark) => match self.forms[at] {
                Form::Signs(sign) => self.out.extend(std::iter::repeat_n(sign, mark.width())),
                Form::Tags => {
                    let closes = matches!(self.pieces[at], Piece::Close(_));
                    let slash = if closes { "/" } else { "" };
                    let _ = write!(self.out, "<{slash}{}>", mark.element());
                }
            },
            Piece::OpenLink => return self.open_link(at),
            Piece::OpenImage => self.out.push_str("!["),
            Piece::Target { href, title } => self.markup(&target(href, title)),
            Piece::Footnote(label) => {
                let _ = write!(self.out, "[^{label}]");
            }
            Piece::SoftBreak if self.place == Place::Paragraph => self.out.push('\n'),
            Piece::SoftBreak => self.out.push(' '),
            Piece::HardBreak if self.place == Place::Paragraph => self.out.push_str("\\\n"),
            Piece::HardBreak => self.out.push_str("<br>"),
        }
        1
    }

    /// Writes before a tag what lets it stand in running text: an indent, or where that would be code a blank.
    fn keep_from_beginning_a_block(&mut self, tag: &str) {
        let begins = self.out.is_empty() || self.out.ends_with('\n');
        if begins && self.place == Place::Paragraph && begins_block(tag) {
            let before = if self.out.is_empty() { "&#32;" } else { "    " };
            self.out.push_str(before);
        }
    }

    /// Writes markup, in which a bar would end a cell.
    fn markup(&mut self, markup: &str) {
        match self.place == Place::Cell && markup.contains('|') {
            true => self.out.push_str(&markup.replace('|', "\\|")),
            false => self.out.push_str(markup),
        }
    }

    /// Writes the beginning of a link, or a whole one whose words are its address.
    fn open_link(&mut self, at: usize) -> usize {
        if let [Piece::Text(text), Piece::Target { href, title: "" }, ..] = &self.pieces[at + 1..]
            && is_autolink(text, href)
        {
            self.markup(&format!("<{text}>"));
            return 3;
        }
        self.out.push('[');
        1
    }

    fn words(&mut self, at: usize, text: &str) {
        let before = self.out.chars().next_back();
        let begins = before.is_none_or(|it| it == '\n');
        let around = Around {
            before: before.filter(|_| !begins).map(|it| self.meant(at, it)),
            after: self.first_letter(at + 1),
            may_begin_block: self.place == Place::Paragraph,
            goes_on: before.is_some(),
            dollar_follows: self.dollar_follows(at),
        };
        match self.place {
            Place::Cell => {
                let mut words = String::with_capacity(text.len());
                escape::push(text, around, &mut words);
                self.markup(&words);
            }
            _ => escape::push(text, around, &mut self.out),
        }
    }

    /// The letter before words: a bracket counts where it is a footnote's, which an address or a colon must not follow.
    fn meant(&self, at: usize, letter: char) -> char {
        match (letter, at.checked_sub(1).map(|at| &self.pieces[at])) {
            (_, Some(Piece::Footnote(_))) => ']',
            (']', _) => ')',
            _ => letter,
        }
    }

    /// The letter that a piece is written with first; `None` where a line ends.
    fn first_letter(&self, at: usize) -> Option<char> {
        match self.pieces.get(at)? {
            Piece::Text(text) => text.chars().next(),
            Piece::Code(_) => Some('`'),
            Piece::Math(_) => Some('$'),
            Piece::Open(_) | Piece::Close(_) => match self.forms[at] {
                Form::Signs(sign) => Some(sign),
                Form::Tags => Some('<'),
            },
            Piece::Tag(_) => Some('<'),
            Piece::OpenLink | Piece::Footnote(_) => Some('['),
            Piece::OpenImage => Some('!'),
            Piece::Target { .. } => Some(']'),
            Piece::SoftBreak if self.place == Place::Paragraph => None,
            Piece::SoftBreak => Some(' '),
            Piece::HardBreak => Some('\\'),
        }
    }

    fn dollar_follows(&self, at: usize) -> bool {
        let rest = self.pieces[at + 1..].iter().take(NEAR);
        let mut line = rest.take_while(|it| !matches!(it, Piece::SoftBreak | Piece::HardBreak));
        line.any(|piece| match piece {
            Piece::Text(text) => text.contains('$'),
            Piece::Code(text) | Piece::Math(text) => text.contains('$'),
            Piece::Tag(tag) => tag.contains('$'),
            Piece::Target { href, title } => href.contains('$') || title.contains('$'),
            _ => false,
        })
    }
}

/// Whether a link is what its words say, so that angle brackets make it (CommonMark 0.31.2, section 6.5).
fn is_autolink(text: &str, href: &str) -> bool {
    let scheme = ["http://", "https://", "mailto:"];
    let plain = |letter: char| !(letter.is_ascii_control() || " <>\\&".contains(letter));
    text == href && scheme.iter().any(|it| text.starts_with(it)) && text.chars().all(plain)
}

/// Whether a tag at the beginning of a line would end the paragraph, were it not indented (CommonMark 0.31.2, section 4.6).
fn begins_block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
    let element = markup::element(&name[..end.unwrap_or(name.len())]);
    element.is_some_and(|it| it.is_block() || it.name == "hr")
}

/// Writes code between as many backticks as it has nowhere itself.
fn code_span(code: &str) -> String {
    let runs = code.split(|letter| letter != '`').map(str::len);
    let lengths: Vec<usize> = runs.filter(|len| *len > 0).collect();
    let free = (1..).find(|len| !lengths.contains(len));
    let fence = "`".repeat(free.expect("there is no end of numbers"));
    let edges = |sign: char| code.starts_with(sign) || code.ends_with(sign);
    let strips = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    match edges('`') || strips {
        true => format!("{fence} {code} {fence}"),
        false => format!("{fence}{code}{fence}"),
    }
}

/// Writes where a link leads, with the bracket that ends its words.
fn target(href: &str, title: &str) -> String {
    let mut target = "](".to_owned();
    push_destination(href, &mut target);
    if !title.is_empty() {
        target.push_str(" \"");
        push_resolved(title, "\"`", &mut target);
        target.push('"');
    }
    target.push(')');
    target
}

fn push_destination(href: &str, out: &mut String) {
    let blank = |letter: char| letter.is_whitespace() || letter.is_control();
    match href.is_empty() || href.starts_with('<') || href.contains(blank) || !is_balanced(href) {
        true => {
            out.push('<');
            push_resolved(href, "<>", out);
            out.push('>');
        }
        false => push_resolved(href, "", out),
    }
}

/// Whether parentheses come in pairs, and not deeper in one another than every reader follows.
fn is_balanced(text: &str) -> bool {
    let mut open = 0usize;
    for letter in text.chars() {
        match letter {
            '(' if open < 8 => open += 1,
            '(' => return false,
            ')' => match open.checked_sub(1) {
                Some(less) => open = less,
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}

/// Writes text in which escapes and references are resolved, but nothing else is read.
pub(super) fn push_resolved(text: &str, special: &str, out: &mut String) {
    for (at, letter) in text.char_indices() {
        let next = text[at + letter.len_utf8()..].chars().next();
        match letter {
            '\\' if next.is_none_or(|it| it.is_ascii_punctuation()) => out.push_str("\\\\"),
            '&' if escape::is_reference(&text[at..]) => out.push_str("\\&"),
            '\n' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(letter));
            }
            _ if special.contains(letter) => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_has_a_fence_of_its_own() {
        for (code, expected) in [
            ("a", "`a`"),
            ("a`b", "``a`b``"),
            ("a``b", "`a``b`"),
            ("`", "`` ` ``"),
            (" a ", "`  a  `"),
            ("  ", "`  `"),
        ] {
            assert_eq!(code_span(code), expected);
        }
    }

    #[test]
    fn addresses_keep_what_they_are() {
        for (href, title, expected) in [
            ("a.md#b", "", "](a.md#b)"),
            ("a(b).md", "x \"y\"", "](a(b).md \"x \\\"y\\\"\")"),
            ("a b", "", "](<a b>)"),
            ("a)", "", "](<a)>)"),
            ("", "", "](<>)"),
            ("?a&amp;b&c", "", "](?a\\&amp;b&c)"),
        ] {
            assert_eq!(target(href, title), expected);
        }
    }
}
