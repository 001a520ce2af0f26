//! The raw HTML that an article may hold: a handful of tags in pairs; everything else is text that a reader sees.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Inline, InlineKind};

/// Tags that stand in pairs around words.
const PAIRED: [&str; 18] = [
    "a", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "u",
];

/// A piece of running text, once raw HTML has been read.
#[derive(Debug, PartialEq)]
pub(super) enum Item<'a> {
    Inline(&'a Inline),
    /// Text, or a tag that is shown as such.
    Text(Cow<'a, str>),
    /// `<br>`
    Break,
    /// `<wbr>`
    Opportunity,
    /// A tag whose end follows, properly nested.
    Open(Tag),
    /// The end of the tag that was opened last.
    Close(Tag),
}

/// A tag of the list and what we read of its attributes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tag {
    pub(super) name: &'static str,
    /// The name of a place: `name` or `id` of an `<a>`.
    pub(super) anchor: Option<String>,
    /// Where an `<a>` leads.
    pub(super) href: Option<String>,
    /// The tag as written, to show it where its other half is missing.
    source: String,
}

/// Reads the raw HTML among inlines.
pub(super) fn items(inlines: &[Inline]) -> Vec<Item<'_>> {
    let mut items = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match &inline.kind {
            InlineKind::Html(html) => tokens(html, &mut items),
            _ => items.push(Item::Inline(inline)),
        }
    }
    show_unpaired(&mut items);
    items
}

/// The end of a tag of the list.
pub(super) fn end(name: &str) -> &'static str {
    const ENDS: [&str; 18] = [
        "</a>",
        "</b>",
        "</code>",
        "</del>",
        "</em>",
        "</i>",
        "</ins>",
        "</kbd>",
        "</mark>",
        "</q>",
        "</s>",
        "</samp>",
        "</small>",
        "</span>",
        "</strong>",
        "</sub>",
        "</sup>",
        "</u>",
    ];
    let index = PAIRED.iter().position(|tag| *tag == name);
    index.map_or("", |index| ENDS[index])
}

/// Reads a block of raw HTML.
pub(super) fn html_items(html: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    tokens(html, &mut items);
    show_unpaired(&mut items);
    items
}

/// Splits raw HTML into tags and text.
fn tokens<'a>(html: &'a str, items: &mut Vec<Item<'a>>) {
    let mut rest = html;
    // Looked for once: thousands of comments that never end would make each of them a search to the end.
    let comments = html.contains("-->");
    while let Some(start) = rest.find('<') {
        push_text(&rest[..start], items);
        let length = tag_length(&rest[start..], comments);
        push_tag(&rest[start..start + length], items);
        rest = &rest[start + length..];
    }
    push_text(rest, items);
}

fn push_text<'a>(text: &'a str, items: &mut Vec<Item<'a>>) {
    if !text.is_empty() {
        items.push(Item::Text(resolved(text)));
    }
}

/// The bytes of the comment or tag that a text begins with; a `<` that begins neither is one byte of text.
fn tag_length(text: &str, comments: bool) -> usize {
    if let Some(comment) = text.strip_prefix("<!--") {
        let end = comments.then(|| comment.find("-->")).flatten();
        return end.map_or(1, |end| end + 7);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            // A tag that holds another is no tag.
            (None, b'<') => return 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    1
}

fn push_tag<'a>(source: &'a str, items: &mut Vec<Item<'a>>) {
    if source.len() >= 7 && source.starts_with("<!--") {
        return;
    }
    let inner = source.trim_start_matches('<').trim_end_matches('>');
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/').trim_end_matches('/');
    let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric());
    let (name, attributes) = inner.split_at(end.unwrap_or(inner.len()));
    let name = name.to_ascii_lowercase();
    let paired = PAIRED.into_iter().find(|tag| *tag == name);
    items.push(match (name.as_str(), paired) {
        ("br", _) => Item::Break,
        ("wbr", _) => Item::Opportunity,
        (_, Some(name)) if closes => Item::Close(tag(name, "", source)),
        (_, Some(name)) => Item::Open(tag(name, attributes, source)),
        _ => Item::Text(Cow::Borrowed(source)),
    });
}

fn tag(name: &'static str, attributes: &str, source: &str) -> Tag {
    let link = name == "a";
    let read = |key| attribute(attributes, key).filter(|_| link);
    Tag {
        name,
        anchor: read("name").or_else(|| read("id")),
        href: read("href"),
        source: source.to_owned(),
    }
}

/// Returns an attribute's value, quoted or not.
fn attribute(attributes: &str, key: &str) -> Option<String> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|letter: char| letter == '=' || letter.is_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => value_and_rest(value.trim_start()),
            None => ("", after),
        };
        if name.eq_ignore_ascii_case(key) && !value.is_empty() {
            return Some(resolved(value).into_owned());
        }
        // An empty name would never end.
        rest = if after.len() < rest.len() { after } else { "" }.trim_start();
    }
    None
}

fn value_and_rest(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// Turns every tag that lacks its other half into text.
fn show_unpaired(items: &mut [Item]) {
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut waiting: HashMap<&'static str, usize> = HashMap::new();
    let mut unpaired = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Open(tag) => {
                open.push((at, tag.name));
                *waiting.entry(tag.name).or_default() += 1;
            }
            Item::Close(tag) if waiting.get(tag.name).copied().unwrap_or(0) == 0 => {
                unpaired.push(at);
            }
            // What was opened since then cannot be closed any more.
            Item::Close(tag) => {
                while let Some((inner, name)) = open.pop() {
                    *waiting.entry(name).or_default() -= 1;
                    if name == tag.name {
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
        if let Item::Open(tag) | Item::Close(tag) = &items[at] {
            items[at] = Item::Text(Cow::Owned(tag.source.clone()));
        }
    }
}

/// Resolves the character references that authors use in raw HTML.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        resolved.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let reference = end.map(|end| &rest[1..end]);
        match reference.and_then(character) {
            Some(character) => {
                resolved.push(character);
                rest = &rest[reference.map_or(1, str::len) + 2..];
            }
            None => {
                resolved.push('&');
                rest = &rest[1..];
            }
        }
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

fn character(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| *letter != '\0')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes items as a reader would note them: kept tags in square brackets.
    fn read(html: &str) -> String {
        html_items(html)
            .iter()
            .map(|item| match item {
                Item::Text(text) => text.to_string(),
                Item::Break => "[br]".to_owned(),
                Item::Opportunity => "[wbr]".to_owned(),
                Item::Open(tag) => match tag.anchor.as_deref().or(tag.href.as_deref()) {
                    Some(value) => format!("[{} {value}]", tag.name),
                    None => format!("[{}]", tag.name),
                },
                Item::Close(tag) => format!("[/{}]", tag.name),
                Item::Inline(_) => unreachable!("a block of HTML holds no inlines"),
            })
            .collect()
    }

    #[test]
    fn known_tags_are_kept_and_others_shown() {
        for (html, expected) in [
            ("<kbd>Ctrl</kbd>", "[kbd]Ctrl[/kbd]"),
            ("a<BR />b", "a[br]b"),
            ("<a name=\"x y\"></a>", "[a x y][/a]"),
            (
                "<a href='https://e.x/?a&amp;b'>t</a>",
                "[a https://e.x/?a&b]t[/a]",
            ),
            ("<placeholder>", "<placeholder>"),
            ("a<!-- b -->c", "ac"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("1 < 2 > 0 &lt; &#65;&nope;", "1 < 2 > 0 < A&nope;"),
            ("<!-- open", "<!-- open"),
            ("<", "<"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn a_tag_without_its_other_half_is_text() {
        for (html, expected) in [
            ("<kbd>x", "<kbd>x"),
            ("x</kbd>", "x</kbd>"),
            ("<b><i>x</b></i>", "[b]<i>x[/b]</i>"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }
}
