//! The letters of a passage one by one, each with the bytes that it was read from.

use crate::check::Words;
use crate::diagnostic::{Source, Span};
use crate::model::{Inline, InlineKind};

/// Stands for something that is no text: code, an image, a tag.
pub const OBJECT: char = '\u{fffc}';

/// How far ahead a letter is looked for in the source, once the text and its source are out of step.
const AHEAD: usize = 64;

/// A letter that a reader sees.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    pub letter: char,
    pub span: Span,
    /// Written with a backslash or as an entity: the writer wants to see it.
    pub escaped: bool,
}

/// Every letter of a passage outside code, in the order of the text.
pub fn glyphs(source: &Source, words: &Words) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    push(source, words.inlines, &mut glyphs);
    glyphs
}

fn push(source: &Source, inlines: &[Inline], glyphs: &mut Vec<Glyph>) {
    for inline in inlines {
        let mut one = |letter| {
            glyphs.push(Glyph {
                letter,
                span: inline.span,
                escaped: true,
            });
        };
        match &inline.kind {
            InlineKind::Text(text) => push_text(source, text, inline.span, glyphs),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link(_, content) => push(source, content, glyphs),
            InlineKind::SoftBreak | InlineKind::HardBreak => one(' '),
            InlineKind::Html(tag) if tag.len() > 2 && tag[1..].starts_with("br") => one(' '),
            _ => one(OBJECT),
        }
    }
}

/// Walks a text along its source, which also has backslashes and entities.
fn push_text(source: &Source, text: &str, span: Span, glyphs: &mut Vec<Glyph>) {
    let written = source.slice(span);
    let mut at = 0;
    for letter in text.chars() {
        let rest = &written[at..];
        let (skipped, len) = written_as(rest, letter);
        let start = span.start + at + skipped;
        glyphs.push(Glyph {
            letter,
            span: Span::new(start, start + len),
            escaped: skipped > 0 || len != letter.len_utf8(),
        });
        at += skipped + len;
    }
}

/// How many bytes stand before a letter in its source, and how many the letter takes.
fn written_as(rest: &str, letter: char) -> (usize, usize) {
    let entity = rest.starts_with('&').then(|| entity_len(rest)).flatten();
    let escaped = rest.strip_prefix('\\');
    match (entity, escaped) {
        (Some(len), _) if letter != '&' || rest.starts_with("&amp;") => (0, len),
        (_, Some(escaped)) if escaped.starts_with(letter) => (1, letter.len_utf8()),
        _ if rest.starts_with(letter) => (0, letter.len_utf8()),
        _ => {
            let near = &rest[..rest.floor_char_boundary(AHEAD)];
            near.find(letter)
                .map_or((0, 0), |at| (at, letter.len_utf8()))
        }
    }
}

fn entity_len(rest: &str) -> Option<usize> {
    let near = &rest[..rest.floor_char_boundary(AHEAD / 2)];
    let name = near[1..].find(';')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    (name > 0 && near[1..=name].bytes().all(plain)).then_some(name + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, written: &str) -> Vec<String> {
        let source = Source::new("a.md", written);
        let mut glyphs = Vec::new();
        push_text(&source, text, Span::new(0, written.len()), &mut glyphs);
        let show = |glyph: &Glyph| match glyph.escaped {
            true => format!("!{}", source.slice(glyph.span)),
            false => source.slice(glyph.span).to_owned(),
        };
        glyphs.iter().map(show).collect()
    }

    #[test]
    fn a_letter_knows_its_bytes_behind_escapes_and_entities() {
        assert_eq!(read("a*b", r"a\*b"), ["a", "!*", "b"]);
        assert_eq!(read("é&c", "&eacute;&amp;c"), ["!&eacute;", "!&amp;", "c"]);
        assert_eq!(read(r"\a", r"\\a"), [r"!\", "a"]);
        assert_eq!(read("a & b", "a & b"), ["a", " ", "&", " ", "b"]);
    }
}
