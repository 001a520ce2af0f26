//! Raw HTML of articles in Markdown pages: tags of the list with what they may have, and everything else as text.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::events::{Out, Reader};
use crate::model::markup::{self, RawTag};
use crate::render::raw::{self, Token};
use crate::render::{article, file};

impl<'a> Reader<'a> {
    /// Writes a block of raw HTML: as one where a block of Markdown can begin so, and else as a paragraph.
    pub(super) fn raw_block(&self, html: &'a str, out: &mut Out<'a>) {
        let tokens = raw::of_html(html.trim());
        let first = tokens.iter().find(|token| !is_blank(token));
        match first {
            None => {}
            Some(Token::Open(element, _) | Token::Close(element, _)) if element.is_block() => {
                let html = self.block_of(&tokens);
                out.around(Tag::HtmlBlock, |out| {
                    out.events.push(Event::Html(html.into()))
                });
            }
            Some(_) => out.around(Tag::Paragraph, |out| self.tokens(tokens, out)),
        }
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
    pub(super) fn tokens(&self, tokens: Vec<Token<'a>>, out: &mut Out<'a>) {
        for token in tokens {
            match token {
                Token::Inline(inline) => self.inline(inline, out),
                Token::Text(text) => push_lines(text, out),
                Token::Words(text) => push_lines(Cow::Borrowed(text), out),
                Token::Open(element, tag) if element.name == "img" => self.raw_image(&tag, out),
                Token::Open(element, tag) | Token::Close(element, tag) => {
                    let html = self.tag(element, &tag);
                    out.events.push(Event::InlineHtml(html.into()));
                }
                Token::Block(_) => {}
            }
        }
    }

    /// Writes an image of raw HTML, or what it shows in words where there is none.
    fn raw_image(&self, tag: &RawTag, out: &mut Out<'a>) {
        let words = tag.attribute("alt").unwrap_or_default();
        let Some(way) = self.way_to_picture(tag) else {
            return push_lines(Cow::Owned(words.into_owned()), out);
        };
        let image = Tag::Image {
            link_type: LinkType::Inline,
            dest_url: way.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        let words = article::one_line(&words);
        out.around(image, |out| out.events.push(Event::Text(words.into())));
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

/// Writes text line by line.
fn push_lines<'a>(text: Cow<'a, str>, out: &mut Out<'a>) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.events.push(Event::SoftBreak);
        }
        if !line.trim().is_empty() {
            out.events.push(Event::Text(line.to_owned().into()));
        }
    }
    if text.ends_with('\n') {
        out.events.push(Event::SoftBreak);
    }
}

fn is_blank(token: &Token) -> bool {
    matches!(token, Token::Words(text) if text.trim().is_empty())
}
