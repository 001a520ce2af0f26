//! Raw HTML cut into tags, comments and text.

use std::borrow::Cow;

/// A piece of raw HTML.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Words; character references stand in them as they were written.
    Text(&'a str),
    Comment(&'a str),
    Tag(RawTag<'a>),
}

/// A tag as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RawTag<'a> {
    /// The whole tag.
    pub source: &'a str,
    /// As written; empty where it is none that HTML allows.
    pub name: &'a str,
    pub closing: bool,
    /// What stands behind the name.
    rest: &'a str,
}

impl<'a> RawTag<'a> {
    /// The attributes in order, names as written, values without their quotes and with references as written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let blank = |letter: char| letter.is_whitespace() || letter == '/';
        let mut rest = self.rest.trim_start_matches(blank);
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let ends = |letter: char| letter == '=' || letter == '/' || letter.is_whitespace();
            // The first letter belongs to the name even if it is `=`, as browsers read it.
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[first..]
                .find(ends)
                .map_or(rest.len(), |end| first + end);
            let (name, after) = rest.split_at(end);
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(value) => value_and_rest(value.trim_start()),
                None => ("", after),
            };
            rest = after.trim_start_matches(blank);
            Some((name, value))
        })
    }

    /// Returns an attribute's value with its references resolved.
    pub fn attribute(&self, key: &str) -> Option<Cow<'a, str>> {
        let mut attributes = self.attributes();
        let found = attributes.find(|(name, _)| name.eq_ignore_ascii_case(key));
        found.map(|(_, value)| resolved(value))
    }
}

/// Resolves the references that stand for marks of HTML and for characters by number.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut pieces = text.split('&');
    let mut resolved = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let read = piece.split_once(';');
        match read.and_then(|(reference, rest)| Some((character(reference)?, rest))) {
            Some((character, rest)) => {
                resolved.push(character);
                resolved.push_str(rest);
            }
            None => {
                resolved.push('&');
                resolved.push_str(piece);
            }
        }
    }
    Cow::Owned(resolved)
}

fn character(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "colon" => ':',
        "Tab" => '\t',
        "NewLine" => '\n',
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| *letter != '\0')?
        }
    })
}

fn value_and_rest(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Cuts raw HTML into pieces, each with the byte that it begins at; together they are the whole text.
pub fn pieces(html: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut text = 0;
    // Looked for once: thousands of comments that never end would make each of them a search to the end.
    let comments = html.contains("-->");
    while let Some(start) = html[at..].find('<').map(|start| at + start) {
        let (length, piece) = markup(&html[start..], comments);
        at = start + length;
        if let Some(piece) = piece {
            push_text(html, text, start, &mut pieces);
            pieces.push((start, piece));
            text = at;
        }
    }
    push_text(html, text, html.len(), &mut pieces);
    pieces
}

fn push_text<'a>(html: &'a str, from: usize, to: usize, pieces: &mut Vec<(usize, Piece<'a>)>) {
    if from < to {
        pieces.push((from, Piece::Text(&html[from..to])));
    }
}

/// The tag or comment that a text begins with, and its bytes; a `<` that begins neither is one byte of text.
fn markup(text: &str, comments: bool) -> (usize, Option<Piece<'_>>) {
    if let Some(comment) = text.strip_prefix("<!--") {
        let end = comments.then(|| comment.find("-->")).flatten();
        return end.map_or((1, None), |end| {
            (end + 7, Some(Piece::Comment(&text[..end + 7])))
        });
    }
    let length = tag_length(text);
    let tag = length.and_then(|length| tag(&text[..length]));
    (length.unwrap_or(1), tag.map(Piece::Tag))
}

fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            // A tag that holds another is no tag.
            (None, b'<') => return None,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn tag(source: &str) -> Option<RawTag<'_>> {
    let inner = &source[1..source.len() - 1];
    let closing = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let ends = |letter: char| letter.is_whitespace() || letter == '/';
    let (name, rest) = inner.split_at(inner.find(ends).unwrap_or(inner.len()));
    let named = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    named.then_some(RawTag {
        source,
        name,
        closing,
        rest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes pieces with marks between them.
    fn read(html: &str) -> String {
        let pieces = pieces(html);
        let shown = pieces.iter().map(|(_, piece)| match piece {
            Piece::Text(text) => format!("\"{text}\""),
            Piece::Comment(_) => "!".to_owned(),
            Piece::Tag(tag) => {
                let attributes = tag
                    .attributes()
                    .map(|(name, value)| format!(" {name}={value}"));
                let mark = if tag.closing { "/" } else { "" };
                format!("[{mark}{}{}]", tag.name, attributes.collect::<String>())
            }
        });
        shown.collect()
    }

    #[test]
    fn tags_are_told_from_text() {
        for (html, expected) in [
            ("a<b>c</b >", "\"a\"[b]\"c\"[/b]"),
            ("<img src='a>b' alt=c/><br/>", "[img src=a>b alt=c/][br]"),
            ("<a/href=x onclick>", "[a href=x onclick=]"),
            ("1 < 2 > 0", "\"1 < 2 > 0\""),
            ("a<!-- <b> -->c", "\"a\"!\"c\""),
            ("<!-- open", "\"<!-- open\""),
            ("<a <b>", "\"<a \"[b]"),
            ("<?xml?><!DOCTYPE x>", "\"<?xml?><!DOCTYPE x>\""),
            ("<a =\"b\">", "[a =\"b\"=]"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn values_have_their_references_resolved() {
        let pieces = pieces("<a href='?a&amp;b&#x3a;&nope;'>");
        let Piece::Tag(tag) = &pieces[0].1 else {
            panic!("is a tag");
        };
        assert_eq!(tag.attribute("HREF").as_deref(), Some("?a&b:&nope;"));
    }
}
