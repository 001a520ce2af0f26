//! Tokens as a tree that a library read, balanced and cleaned.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::token::{self, COMMON, OWN, Token};
use super::{Element, Node};
use crate::model::markup::{self, ElementKind, Piece, RawTag};

/// Stands in the place of what Markdown made. No article can write it: tags that are not in the list are text.
const PLACE: &str = "x-raw";

/// What may be left: the elements of the list with their attributes, and addresses that only lead somewhere.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let attributes = OWN
        .into_iter()
        .map(|(name, attributes)| (name, attributes.iter().copied().collect::<HashSet<_>>()));
    let attributes = attributes.chain([(PLACE, HashSet::from(["n"]))]);
    builder
        .tags(markup::names().chain([PLACE]).collect())
        .tag_attributes(attributes.collect::<HashMap<_, _>>())
        .generic_attributes(COMMON.into())
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
});

/// Reads tokens as a tree.
pub(super) fn tree(tokens: Vec<Token<'_>>) -> Vec<Node<'_>> {
    match tokens.iter().all(is_plain) {
        true => plain(tokens),
        false => cleaned(tokens),
    }
}

/// Whether a token needs no library: tags in a line come in sound pairs, and without attributes they are harmless.
fn is_plain(token: &Token) -> bool {
    match token {
        Token::Open(element, tag) => {
            let void = matches!(element.name, "br" | "wbr");
            (void || element.kind == ElementKind::Inline) && tag.attributes().next().is_none()
        }
        Token::Close(element, _) => element.kind == ElementKind::Inline,
        Token::Inline(_) | Token::Text(_) => true,
        Token::Words(_) | Token::Block(_) => false,
    }
}

fn plain(tokens: Vec<Token<'_>>) -> Vec<Node<'_>> {
    let mut tree = Tree::default();
    for token in tokens {
        match token {
            Token::Inline(inline) => tree.push(Node::Inline(inline)),
            Token::Block(block) => tree.push(Node::Block(block)),
            Token::Text(text) => tree.push(Node::Text(text)),
            Token::Words(text) => tree.push(Node::Text(text.into())),
            Token::Open(element, _) => tree.open(element, Vec::new()),
            Token::Close(..) => tree.close(),
        }
    }
    tree.done()
}

/// Lets the library read what the tokens say, and puts back what Markdown made.
fn cleaned(tokens: Vec<Token<'_>>) -> Vec<Node<'_>> {
    let html = CLEANER.clean(&marked(&tokens)).to_string();
    let mut tree = Tree::default();
    for (_, piece) in markup::pieces(&html) {
        match piece {
            Piece::Text(text) => tree.push(Node::Text(unescaped(text).into())),
            Piece::Comment(_) => {}
            Piece::Tag(tag) if tag.name == PLACE => tree.put_back(&tag, &tokens),
            Piece::Tag(tag) => match markup::element(tag.name) {
                Some(_) if tag.closing => tree.close(),
                Some(element) => tree.open(element, attributes(&tag)),
                None => {}
            },
        }
    }
    tree.done()
}

/// Writes tokens as HTML for the library.
fn marked(tokens: &[Token]) -> String {
    let mut html = String::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Inline(_) | Token::Block(_) => {
                html.push_str(&format!("<{PLACE} n=\"{index}\"></{PLACE}>"));
            }
            Token::Text(text) => token::push_escaped(&text.replace('&', "&amp;"), &mut html),
            Token::Words(text) => token::push_escaped(text, &mut html),
            Token::Open(element, tag) | Token::Close(element, tag) => {
                html.push_str(&token::written(*element, tag));
            }
        }
    }
    html
}

fn attributes(tag: &RawTag) -> Vec<(String, String)> {
    let attributes = tag.attributes();
    attributes
        .map(|(name, value)| (name.to_owned(), unescaped(value)))
        .collect()
}

/// Resolves the references that the library writes.
fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&nbsp;", "\u{a0}");
    text.replace("&amp;", "&")
}

/// A tree on its way to be read.
#[derive(Default)]
struct Tree<'a> {
    done: Vec<Node<'a>>,
    open: Vec<Element<'a>>,
}

impl<'a> Tree<'a> {
    fn push(&mut self, node: Node<'a>) {
        match self.open.last_mut() {
            Some(element) => element.children.push(node),
            None => self.done.push(node),
        }
    }

    fn open(&mut self, element: markup::Element, attributes: Vec<(String, String)>) {
        let node = Element {
            name: element.name,
            attributes,
            children: Vec::new(),
        };
        match element.kind {
            ElementKind::Void => self.push(Node::Element(node)),
            _ => self.open.push(node),
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.push(Node::Element(element));
        }
    }

    fn put_back(&mut self, tag: &RawTag, tokens: &[Token<'a>]) {
        let index = tag.attribute("n").filter(|_| !tag.closing);
        let index = index.and_then(|index| index.parse::<usize>().ok());
        match index.and_then(|index| tokens.get(index)) {
            Some(Token::Inline(inline)) => self.push(Node::Inline(inline)),
            Some(Token::Block(block)) => self.push(Node::Block(block)),
            _ => {}
        }
    }

    fn done(mut self) -> Vec<Node<'a>> {
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }
}
