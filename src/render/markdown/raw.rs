//! Raw HTML of articles in Markdown pages: tags of the list with what they may have, and everything else as text.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::block::{Chunk, Shape};
use super::page::Reader;
use super::piece::{Piece, Pieces};
use crate::model::markup::{self, RawTag};
use crate::render::raw::{self, Token};
use crate::render::{article, file};

impl<'a> Reader<'a> {
    /// Writes a block of raw HTML: as one where a block of Markdown can begin so, and else as a paragraph.
    pub(super) fn raw_block(&self, tokens: Vec<Token<'a>>) -> Option<Chunk> {
        let first = tokens.iter().position(|token| !is_blank(token))?;
        if begins_block(&tokens[first..]) {
            let html = self.block_of(&tokens[first..]);
            return Some(Chunk::new(Shape::Html, html.trim_end().to_owned()));
        }
        let mut pieces = Pieces::default();
        self.tokens(tokens, &mut pieces);
        self.paragraph_of(&pieces.finish())
    }

    /// Writes tokens as one block, in which no line is empty: it would end there.
    fn block_of(&self, tokens: &[Token]) -> String {
        let mut html = String::new();
        for token in tokens {
            match token {
                Token::Open(element, tag) | Token::Close(element, tag) => {
                    html.push_str(&self.tag(*element, tag));
                }
                Token::Text(text) => {
                    html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"))
                }
                Token::Words(text) => html.push_str(&text.replace('<', "&lt;")),
                Token::Inline(_) | Token::Block(_) => {}
            }
        }
        if html.starts_with("<pre") {
            return html + "\n";
        }
        let lines = html.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| format!("{line}\n")).collect()
    }

    /// Writes tokens as running text.
    pub(super) fn tokens(&self, tokens: Vec<Token<'a>>, out: &mut Pieces<'a>) {
        for token in tokens {
            match token {
                Token::Inline(inline) => self.inline(inline, out),
                Token::Text(text) => push_lines(&text, out),
                Token::Words(text) => push_lines(&resolved(text), out),
                Token::Open(element, tag) if element.name == "img" => self.raw_image(&tag, out),
                Token::Open(element, tag) | Token::Close(element, tag) => {
                    out.push(Piece::Tag(self.tag(element, &tag)));
                }
                Token::Block(_) => {}
            }
        }
    }

    /// Writes an image of raw HTML, or what it shows in words where there is none.
    fn raw_image(&self, tag: &RawTag, out: &mut Pieces<'a>) {
        let words = article::one_line(&tag.attribute("alt").unwrap_or_default());
        let Some(href) = self.way_to_picture(tag) else {
            return out.text(words);
        };
        out.push(Piece::OpenImage);
        out.text(words);
        out.push(Piece::Target { href, title: "" });
    }

    fn way_to_picture(&self, tag: &RawTag) -> Option<String> {
        let picture = file::picture(self.edition, self.place, &tag.attribute("src")?)?;
        Some(self.published(&picture.path))
    }

    /// Writes a tag of the list; a link leads to the page that it means, or nowhere.
    fn tag(&self, element: markup::Element, tag: &RawTag) -> String {
        if element.name == "img" {
            let words = tag.attribute("alt").unwrap_or_default();
            let words = words.replace('&', "&amp;").replace('<', "&lt;");
            return match self.way_to_picture(tag) {
                Some(way) => format!(
                    "<img src=\"{way}\" alt=\"{}\">",
                    words.replace('"', "&quot;")
                ),
                None => words,
            };
        }
        raw::written_with(element, tag, |name, value| match name {
            "href" => self.href(&tag.attribute("href")?),
            "src" => None,
            _ => Some(value.to_owned()),
        })
    }
}

/// Writes text line by line; blanks at the edges of a line are the author's indents.
fn push_lines(text: &str, out: &mut Pieces) {
    let last = text.split('\n').count() - 1;
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push(Piece::SoftBreak);
        }
        let line = if index > 0 { line.trim_start() } else { line };
        let line = if index < last { line.trim_end() } else { line };
        out.text(line.to_owned());
    }
}

/// Words of raw HTML with their references resolved, as a reader of Markdown resolves them.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    for (index, piece) in text.split('&').enumerate() {
        let reference = piece.find(';').filter(|_| index > 0);
        let letter = reference.and_then(|end| letter(&piece[..=end]));
        match (letter, reference) {
            (Some(letter), Some(end)) => resolved.extend([&letter, &piece[end + 1..]]),
            _ if index == 0 => resolved.push_str(piece),
            _ => resolved.extend(["&", piece]),
        }
    }
    Cow::Owned(resolved)
}

/// What a reference stands for: `name` is what follows the ampersand.
fn letter(name: &str) -> Option<String> {
    let known = name
        .bytes()
        .take(40)
        .take_while(|it| it.is_ascii_alphanumeric() || *it == b'#');
    if known.count() + 1 != name.len() {
        return None;
    }
    let reference = format!("&{name}");
    let letter = Parser::new(&reference).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    letter.filter(|letter| *letter != reference && letter != "&" || name == "amp;")
}

fn is_blank(token: &Token) -> bool {
    matches!(token, Token::Words(text) if text.trim().is_empty())
}

/// Whether a line that begins with these begins a block of raw HTML: with an element that stands on lines of its own, or with a
/// tag that stands alone (CommonMark 0.31.2, section 4.6).
fn begins_block(tokens: &[Token]) -> bool {
    let (Token::Open(element, _) | Token::Close(element, _)) = &tokens[0] else {
        return false;
    };
    let alone = match tokens.get(1) {
        None => true,
        Some(Token::Words(text)) => {
            text.split('\n')
                .next()
                .is_some_and(|it| it.trim().is_empty())
                && text.contains('\n')
        }
        Some(_) => false,
    };
    element.is_block() || alone
}
