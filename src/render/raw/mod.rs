//! The raw HTML that an article may hold, as a sound tree; everything else is text that a reader sees.
//!
//! Articles are cut into tokens, of which only tags of our own list are markup; a library reads, balances and cleans
//! them, with a numbered element in the place of everything that Markdown made; and what the library leaves is put in
//! order, so that every target may rely on lists that hold items and paragraphs that hold no blocks.

mod clean;
mod content;
mod group;
mod table;
mod token;

use std::borrow::Cow;

use crate::model::{Block, Inline, InlineKind};

pub(super) use content::{is_block, is_block_element, line};
pub(super) use group::groups;
pub(super) use token::{Token, of_block, of_html, of_inlines, written_with};

/// A piece of an article, once raw HTML has been read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'a> {
    Inline(&'a Inline),
    Block(&'a Block),
    /// Text, or a tag that is shown as such.
    Text(Cow<'a, str>),
    Element(Element<'a>),
}

/// An element of the list, with the attributes that it may have.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element<'a> {
    pub(super) name: &'static str,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node<'a>>,
}

impl<'a> Element<'a> {
    fn new(name: &'static str, children: Vec<Node<'a>>) -> Self {
        Element {
            name,
            attributes: Vec::new(),
            children,
        }
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(key, _)| key == name)?;
        Some(found.1.as_str())
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// The name of a place.
    pub(super) fn anchor(&self) -> Option<&str> {
        let name = self.attribute("name").filter(|_| self.name == "a");
        let anchor = name.or_else(|| self.attribute("id"));
        anchor.filter(|anchor| !anchor.is_empty())
    }
}

/// Whether running text holds raw HTML by itself, so that it must be read.
pub(super) fn is_raw(inlines: &[Inline]) -> bool {
    let mut inlines = inlines.iter();
    inlines.any(|inline| matches!(inline.kind, InlineKind::Html(_)))
}

/// Reads the raw HTML among inlines.
pub(super) fn nodes(inlines: &[Inline]) -> Vec<Node<'_>> {
    content::flow(clean::tree(token::of_inlines(inlines)))
}

/// Reads blocks, the first and last of which are raw HTML.
pub(super) fn block_nodes(blocks: &[Block]) -> Vec<Node<'_>> {
    content::flow(clean::tree(token::of_blocks(blocks)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;
    use crate::model::BlockKind;

    /// Writes nodes as a reader would note them.
    fn noted(nodes: &[Node]) -> String {
        let note = |node: &Node| match node {
            Node::Text(text) => text.to_string(),
            Node::Inline(_) | Node::Block(_) => "#".to_owned(),
            Node::Element(element) => {
                let value = element.anchor().or_else(|| element.attribute("href"));
                let value = value.map(|value| format!(" {value}")).unwrap_or_default();
                format!("[{}{value}:{}]", element.name, noted(&element.children))
            }
        };
        nodes.iter().map(note).collect()
    }

    fn block(html: &str) -> Block {
        Block {
            span: Span::new(0, 0),
            kind: BlockKind::Html(html.to_owned()),
        }
    }

    fn read(html: &str) -> String {
        noted(&block_nodes(&[block(html)]))
    }

    #[test]
    fn known_tags_are_kept_and_others_shown() {
        for (html, expected) in [
            ("<kbd>Ctrl</kbd>", "[kbd:Ctrl]"),
            ("a<BR />b</br>c", "a[br:]b[br:]c"),
            ("<a name=\"x y\"></a>", "[a x y:]"),
            (
                "<a href='https://e.x/?a&amp;b'>t</a>",
                "[a https://e.x/?a&b:t]",
            ),
            ("<placeholder>", "<placeholder>"),
            ("a<!-- b -->c", "ac"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("1 < 2 > 0 &lt; &#65;&nope; &copy;", "1 < 2 > 0 < A&nope; ©"),
            ("<!-- open", "<!-- open"),
            ("<", "<"),
            ("<a href=\"javascript:x\" onclick=y>t</a>", "[a:t]"),
            ("<x-raw n=0>", "<x-raw n=0>"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn a_tag_without_its_other_half_is_text() {
        for (html, expected) in [
            ("<kbd>x", "<kbd>x"),
            ("x</kbd>", "x</kbd>"),
            ("<b><i>x</b></i>", "[b:<i>x]</i>"),
            ("the <section> of", "the <section> of"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn what_authors_leave_out_is_put_in() {
        for (html, expected) in [
            ("<ul><li>a<li>b", "[ul:[li:a][li:b]]"),
            ("<li>a</li><li>b</li>", "[ul:[li:a][li:b]]"),
            ("<ul>a<ul><li>b</ul></ul>", "[ul:[li:a[ul:[li:b]]]]"),
            ("a<p>b<p>c", "a[p:b][p:c]"),
            ("<b>x<ul><li>y</ul></b>", "[b:x][ul:[li:[b:y]]]"),
            ("</td>x</div>", "x"),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>",
                "[table:[tbody:[tr:[td:a][td:b]][tr:[td:c][td:]]]]",
            ),
            ("<details>x</details>", "[div:x]"),
            (
                "<details>x<summary>s</summary></details>",
                "[details:[summary:s]x]",
            ),
            ("<dl><dd>a</dl>", "[div:[div:a]]"),
            ("<dl><dt>a<dd>b</dl>", "[dl:[dt:a][dd:b]]"),
            ("<h2>a<p>b</p></h2>", "[h2:a[br:]b]"),
        ] {
            assert_eq!(read(html), expected, "{html}");
        }
    }

    #[test]
    fn blocks_between_two_halves_belong_inside() {
        let blocks = [
            "<details><summary>s</summary>",
            "<p>x",
            "</details>",
            "<div>",
            "y",
        ];
        let blocks: Vec<Block> = blocks.into_iter().map(block).collect();
        assert_eq!(groups(&blocks), [0..3, 3..4, 4..5]);
        assert_eq!(
            noted(&block_nodes(&blocks[..3])),
            "[details:[summary:s][p:x]]"
        );
    }

    #[test]
    fn nothing_is_so_deep_or_so_long_that_it_takes_long() {
        for html in [
            "<div>",
            "<b>",
            "<ul><li>",
            "<table><tr><td>",
            "</p>",
            "<b></b>",
            "<p><b>x</b>",
        ] {
            read(&html.repeat(20_000));
        }
        read(&format!("{}{}", "<b>".repeat(5_000), "</b>".repeat(5_000)));
    }
}
