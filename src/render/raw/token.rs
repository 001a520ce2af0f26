//! Running text and raw HTML as tokens: tags of the list, each with its other half where it needs one, and text.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::markup::{self, ElementKind, Piece, RawTag};
use crate::model::{Block, BlockKind, Inline, InlineKind};

/// How deep elements may lie in one another; what is opened deeper is shown as text.
const DEPTH: usize = 16;

/// A piece of an article on its way to be read.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render) enum Token<'a> {
    Inline(&'a Inline),
    Block(&'a Block),
    /// Words that are resolved already: tags that are none, ends of lines.
    Text(Cow<'a, str>),
    /// Words of raw HTML, in which references stand.
    Words(&'a str),
    Open(markup::Element, RawTag<'a>),
    Close(markup::Element, RawTag<'a>),
}

/// Reads the raw HTML among inlines.
pub(in crate::render) fn of_inlines(inlines: &[Inline]) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match &inline.kind {
            InlineKind::Html(html) => push(html, &mut tokens),
            _ => tokens.push(Token::Inline(inline)),
        }
    }
    show_unpaired(&mut tokens);
    tokens
}

/// Reads raw HTML with the blocks between.
pub(super) fn of_blocks(blocks: &[Block]) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Html(html) => push(html.trim(), &mut tokens),
            _ => tokens.push(Token::Block(block)),
        }
    }
    show_unpaired(&mut tokens);
    tokens
}

/// Reads a block of raw HTML that reaches into no other.
pub(in crate::render) fn of_block(block: &Block) -> Vec<Token<'_>> {
    of_blocks(std::slice::from_ref(block))
}

/// Reads a piece of raw HTML by itself, without asking whether tags have their other half.
pub(in crate::render) fn of_html(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    push(html, &mut tokens);
    tokens
}

fn push<'a>(html: &'a str, tokens: &mut Vec<Token<'a>>) {
    for (_, piece) in markup::pieces(html) {
        match piece {
            Piece::Text(text) => tokens.push(Token::Words(text)),
            Piece::Comment(_) => {}
            Piece::Tag(tag) => tokens.extend(token(tag)),
        }
    }
}

/// A tag as a token; none where it says nothing to a reader.
fn token(tag: RawTag) -> Option<Token> {
    let Some(element) = markup::element(tag.name) else {
        return Some(Token::Text(Cow::Borrowed(tag.source)));
    };
    match (element.kind, tag.closing) {
        (ElementKind::Nothing, _) => None,
        // Browsers read `</br>` as `<br>`; other elements without an end have none to close.
        (ElementKind::Void, true) if element.name != "br" => None,
        (ElementKind::Void, _) | (_, false) => Some(Token::Open(element, tag)),
        (_, true) => Some(Token::Close(element, tag)),
    }
}

/// Turns every tag into text that lacks the other half it needs, or that lies too deep.
fn show_unpaired(tokens: &mut [Token]) {
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut waiting: HashMap<&'static str, usize> = HashMap::new();
    let mut unpaired = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(element, _) if element.needs_its_end() => {
                open.push((at, element.name));
                *waiting.entry(element.name).or_default() += 1;
            }
            Token::Close(element, _) if element.needs_its_end() => {
                if waiting.get(element.name).copied().unwrap_or(0) == 0 {
                    unpaired.push(at);
                    continue;
                }
                // What was opened since then cannot be closed any more.
                while let Some((inner, name)) = open.pop() {
                    *waiting.entry(name).or_default() -= 1;
                    if name == element.name {
                        break;
                    }
                    unpaired.push(inner);
                }
            }
            _ => {}
        }
    }
    unpaired.extend(open.into_iter().map(|(at, _)| at));
    for at in unpaired {
        show(&mut tokens[at]);
    }
    show_deep(tokens);
}

fn show(token: &mut Token) {
    if let Token::Open(_, tag) | Token::Close(_, tag) = token {
        *token = Token::Text(Cow::Borrowed(tag.source));
    }
}

/// Turns tags into text that are opened deeper than anybody writes. Ends whose beginnings are text end nothing.
fn show_deep(tokens: &mut [Token]) {
    let mut depth = 0usize;
    for token in tokens {
        match token {
            Token::Open(element, _) if element.kind == ElementKind::Void => {}
            Token::Open(..) if depth >= DEPTH => {
                show(token);
                depth += 1;
            }
            Token::Open(element, _) if element.kind != ElementKind::Item => depth += 1,
            Token::Close(element, _) if element.kind != ElementKind::Item => {
                if depth > DEPTH {
                    show(token);
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}

/// Attributes that any element of the list may have.
pub(super) const COMMON: [&str; 4] = ["id", "title", "lang", "dir"];

/// Attributes of single elements.
pub(super) const OWN: [(&str, &[&str]); 7] = [
    ("a", &["href", "name"]),
    ("img", &["src", "alt", "width", "height"]),
    ("ol", &["start", "type", "reversed"]),
    ("li", &["value"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("details", &["open"]),
];

/// Writes a tag of the list with nothing but the attributes that it may have.
pub(super) fn written(element: markup::Element, tag: &RawTag) -> String {
    written_with(element, tag, |_, value| Some(value.to_owned()))
}

/// Writes a tag of the list, each value as `value` says; `None` leaves an attribute out.
pub(in crate::render) fn written_with(
    element: markup::Element,
    tag: &RawTag,
    mut value_of: impl FnMut(&str, &str) -> Option<String>,
) -> String {
    if tag.closing && element.kind != ElementKind::Void {
        return format!("</{}>", element.name);
    }
    let mut html = format!("<{}", element.name);
    let own = OWN.iter().find(|(name, _)| *name == element.name);
    let own = own.map_or(&[][..], |(_, attributes)| *attributes);
    for (name, value) in tag.attributes() {
        let name = name.to_ascii_lowercase();
        let known = own.iter().chain(&COMMON).any(|known| *known == name);
        if let Some(value) = known.then(|| value_of(&name, value)).flatten() {
            html.push_str(&format!(" {name}=\""));
            push_escaped(&value, &mut html);
            html.push('"');
        }
    }
    html.push('>');
    html
}

/// Writes words of raw HTML so that nothing in them is a tag; references stay what they are.
pub(super) fn push_escaped(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}
