//! Raw HTML of articles as roff: lists, paragraphs and breaks, never a tag.

use super::escape::Kind;
use super::fill::Piece;
use super::inline::Text;
use super::writer::{Writer, columns};
use crate::model::Inline;
use crate::render::RenderError;
use crate::render::link::{self, Destination};
use crate::render::raw::{self, Element, Node};

impl<'a> Writer<'a> {
    /// Writes pieces where blocks may stand.
    pub(super) fn raw_blocks(&mut self, nodes: &[Node<'a>]) -> Result<(), RenderError> {
        let mut run = Text::default();
        for node in nodes {
            if !raw::is_block(node) {
                self.node(node, true, &mut run);
                continue;
            }
            self.paragraph(&std::mem::take(&mut run));
            match node {
                Node::Block(block) => self.block(block)?,
                Node::Element(element) => self.raw_block(element)?,
                _ => {}
            }
        }
        self.paragraph(&run);
        Ok(())
    }

    fn raw_block(&mut self, element: &Element<'a>) -> Result<(), RenderError> {
        match element.name {
            "ul" | "ol" => self.raw_list(element),
            "blockquote" | "dd" => self.raw_indented("4", &element.children),
            "pre" => {
                self.code(&plain_text(&element.children));
                Ok(())
            }
            "tr" => {
                self.paragraph(&self.raw_row(element));
                Ok(())
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "summary" | "dt" => {
                let mut text = Text::default();
                text.in_font('B', |text| self.nodes(&element.children, false, text));
                self.paragraph(&text);
                Ok(())
            }
            _ => self.raw_blocks(&element.children),
        }
    }

    fn raw_list(&mut self, list: &Element<'a>) -> Result<(), RenderError> {
        for (item, mark) in items(list) {
            let (tag, indent) = match mark {
                Some(number) => (format!("{number}."), "4"),
                None => ("\\(bu".to_owned(), "2"),
            };
            self.request(&format!(".IP {tag} {indent}"));
            self.raw_item(item, indent)?;
        }
        Ok(())
    }

    /// Writes what follows a mark: the first words as they are, the rest indented like them.
    fn raw_item(&mut self, item: &Element<'a>, indent: &str) -> Result<(), RenderError> {
        let first = item.children.iter().position(raw::is_block);
        let (words, rest) = item.children.split_at(first.unwrap_or(item.children.len()));
        let mut text = Text::default();
        self.nodes(words, true, &mut text);
        if text.is_empty() {
            text.push_roff("\\&");
        }
        let text = self.further(columns(indent), |writer| writer.filled(&text.pieces));
        self.roff.push_str(&text);
        self.fresh = false;
        self.raw_indented(indent, rest)
    }

    fn raw_indented(&mut self, indent: &str, nodes: &[Node<'a>]) -> Result<(), RenderError> {
        let (inner, result) = self.further(columns(indent), |writer| {
            writer.apart(|writer| {
                writer.fresh = false;
                writer.raw_blocks(nodes)
            })
        });
        result?;
        if !inner.is_empty() {
            self.request(&format!(".RS {indent}"));
            self.roff.push_str(&inner);
            self.request(".RE");
        }
        self.fresh = false;
        Ok(())
    }

    /// A row of a table as one paragraph, its cells with dashes between.
    fn raw_row(&self, row: &Element) -> Text {
        let mut text = Text::default();
        for cell in &row.children {
            let mut words = Text::default();
            self.node(cell, true, &mut words);
            if words.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_roff(" \\(en ");
            }
            trim(&mut words.pieces);
            text.pieces.extend(words.pieces);
        }
        text
    }

    /// Adds pieces of running text.
    pub(super) fn nodes(&self, nodes: &[Node], links: bool, text: &mut Text) {
        for node in nodes {
            self.node(node, links, text);
        }
    }

    fn node(&self, node: &Node, links: bool, text: &mut Text) {
        match node {
            Node::Inline(inline) => self.inline(inline, links, text),
            Node::Text(words) => text.push(&words.replace('\n', " "), Kind::Prose),
            Node::Element(element) => self.element(element, links, text),
            Node::Block(_) => {}
        }
    }

    /// Adds an element: what stands on lines of its own begins and ends a line.
    fn element(&self, element: &Element, links: bool, text: &mut Text) {
        match element.name {
            "br" | "hr" => text.pieces.push(Piece::Break),
            "wbr" => {}
            "img" => text.push(element.attribute("alt").unwrap_or_default(), Kind::Prose),
            "a" => self.raw_link(element, links, text),
            "b" | "strong" | "kbd" | "code" | "samp" => {
                text.in_font('B', |text| self.nodes(&element.children, links, text));
            }
            "i" | "em" | "var" | "cite" | "dfn" => {
                text.in_font('I', |text| self.nodes(&element.children, links, text));
            }
            "ul" | "ol" => self.list_in_line(element, links, text),
            _ if raw::is_block_element(element) => {
                text.pieces.push(Piece::Break);
                self.nodes(&element.children, links, text);
                text.pieces.push(Piece::Break);
            }
            _ => self.nodes(&element.children, links, text),
        }
    }

    /// Adds a list where no blocks may stand: each item on a line of its own, behind its mark.
    fn list_in_line(&self, list: &Element, links: bool, text: &mut Text) {
        for (item, mark) in items(list) {
            text.pieces.push(Piece::Break);
            match mark {
                Some(number) => text.push(&format!("{number}."), Kind::Prose),
                None => text.push_roff("\\(bu"),
            }
            text.blank();
            self.nodes(&item.children, links, text);
        }
        text.pieces.push(Piece::Break);
    }

    /// Adds a link with its address where that leads out of the site.
    fn raw_link(&self, element: &Element, links: bool, text: &mut Text) {
        let href = element.attribute("href").filter(|_| links);
        let destination = href.map(|href| link::resolve(self.edition, self.place, href));
        let Some(Destination::External(url)) = destination else {
            return self.nodes(&element.children, links, text);
        };
        let mut inner = Text::default();
        self.nodes(&element.children, false, &mut inner);
        text.push_link(&url, &plain_text(&element.children), inner);
    }
}

/// The items of a list, with their numbers where it is numbered.
fn items<'n, 'a>(list: &'n Element<'a>) -> Vec<(&'n Element<'a>, Option<u32>)> {
    let start = list.number("start").unwrap_or(1);
    let mut number = (list.name == "ol").then_some(start);
    let items = list.children.iter().filter_map(|node| match node {
        Node::Element(item) => Some(item),
        _ => None,
    });
    let numbered = items.map(|item| {
        number = number.map(|number| item.number("value").unwrap_or(number));
        let own = number;
        number = number.map(|number| number.saturating_add(1));
        (item, own)
    });
    numbered.collect()
}

/// Takes breaks and blanks from both ends.
fn trim(pieces: &mut Vec<Piece>) {
    let is_gap = |piece: &Piece| matches!(piece, Piece::Blank | Piece::Break);
    while pieces.last().is_some_and(is_gap) {
        pieces.pop();
    }
    let gaps = pieces.iter().take_while(|piece| is_gap(piece)).count();
    pieces.drain(..gaps);
}

/// The words of pieces as they are read.
fn plain_text(nodes: &[Node]) -> String {
    let texts = nodes.iter().map(|node| match node {
        Node::Text(text) => text.to_string(),
        Node::Inline(inline) => Inline::text(std::slice::from_ref(inline)),
        Node::Element(element) if element.name == "br" => "\n".to_owned(),
        Node::Element(element) => plain_text(&element.children),
        Node::Block(_) => String::new(),
    });
    texts.collect()
}
