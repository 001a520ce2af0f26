//! What may stand in what: a tree put in order, so that a page is valid whatever authors wrote.

use super::{Element, Node, table};
use crate::model::InlineKind;
use crate::model::markup;

/// Puts pieces in order that stand where blocks may stand.
pub(super) fn flow(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    adopt(ordered(nodes))
}

/// Puts pieces in order, and leaves items, descriptions and summaries to the element that they stand in.
fn ordered(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    let mut ordered = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Element(element) if is_in_line(&element) => match has_block(&element.children) {
                true => ordered.extend(around_each(element)),
                false => ordered.push(Node::Element(element)),
            },
            Node::Element(element) => ordered.extend(block(element)),
            other => ordered.push(other),
        }
    }
    ordered
}

/// Flattens pieces that stand where only words may stand: what was a block becomes lines.
pub(in crate::render) fn line(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    let mut words = Vec::with_capacity(nodes.len());
    push_line(nodes, &mut words);
    while words.last().is_some_and(is_break) {
        words.pop();
    }
    words
}

fn push_line<'a>(nodes: Vec<Node<'a>>, words: &mut Vec<Node<'a>>) {
    for node in nodes {
        match node {
            Node::Element(element) if is_block_element(&element) => {
                end_line(words);
                push_line(element.children, words);
                end_line(words);
            }
            Node::Element(mut element) if has_block(&element.children) => {
                element.children = line(element.children);
                words.push(Node::Element(element));
            }
            other => words.push(other),
        }
    }
}

/// Ends a line that has begun.
fn end_line(words: &mut Vec<Node>) {
    let begun = words.iter().rev().find(|node| !is_blank(node));
    if begun.is_some_and(|node| !is_break(node)) {
        words.push(Node::Element(Element::new("br", Vec::new())));
    }
}

fn is_break(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.name == "br")
}

/// Whether any of the pieces stands on lines of its own.
fn has_block(nodes: &[Node]) -> bool {
    nodes.iter().any(is_block)
}

/// Whether a piece stands on lines of its own, or holds one that does.
pub(in crate::render) fn is_block(node: &Node) -> bool {
    match node {
        Node::Block(_) => true,
        Node::Element(element) => is_block_element(element) || has_block(&element.children),
        Node::Inline(_) | Node::Text(_) => false,
    }
}

/// Whether an element stands on lines of its own.
pub(in crate::render) fn is_block_element(element: &Element) -> bool {
    markup::element(element.name).is_some_and(markup::Element::is_block)
}

fn is_in_line(element: &Element) -> bool {
    !is_block_element(element)
}

pub(super) fn is_blank(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Inline(inline) => match &inline.kind {
            InlineKind::SoftBreak => true,
            InlineKind::Text(text) => text.trim().is_empty(),
            _ => false,
        },
        _ => false,
    }
}

/// Whether there are blocks of Markdown inside, which cannot be made lines of.
fn has_markdown(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Block(_) => true,
        Node::Element(element) => has_markdown(&element.children),
        _ => false,
    })
}

/// Writes an element that stands in a line around the words of every block inside it.
fn around_each(element: Element<'_>) -> Vec<Node<'_>> {
    let shell = Element {
        children: Vec::new(),
        ..element.clone()
    };
    distributed(&shell, flow(element.children))
}

fn distributed<'a>(shell: &Element<'a>, nodes: Vec<Node<'a>>) -> Vec<Node<'a>> {
    let mut done = Vec::new();
    let mut run = Vec::new();
    for node in nodes {
        match node {
            Node::Element(mut block) if is_block_element(&block) => {
                end_run(shell, &mut run, &mut done);
                block.children = distributed(shell, block.children);
                done.push(Node::Element(block));
            }
            Node::Block(_) => {
                end_run(shell, &mut run, &mut done);
                done.push(node);
            }
            words => run.push(words),
        }
    }
    end_run(shell, &mut run, &mut done);
    done
}

fn end_run<'a>(shell: &Element<'a>, run: &mut Vec<Node<'a>>, done: &mut Vec<Node<'a>>) {
    let run = std::mem::take(run);
    if run.iter().all(is_blank) {
        done.extend(run);
        return;
    }
    done.push(Node::Element(Element {
        children: run,
        ..shell.clone()
    }));
}

/// Puts an element in order that stands on lines of its own.
fn block(mut element: Element<'_>) -> Vec<Node<'_>> {
    let children = std::mem::take(&mut element.children);
    match element.name {
        "hr" => {}
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "summary" if !has_markdown(&children) => {
            element.children = line(children);
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "summary" => {
            element.name = "div";
            element.children = flow(children);
        }
        "p" => {
            element.children = flow(children);
            if has_block(&element.children) {
                element.name = "div";
            }
        }
        "ul" | "ol" => element.children = items(element.name, ordered(children)),
        "dl" => describe(&mut element, ordered(children)),
        "details" => unfold(&mut element, ordered(children)),
        "table" => return table::ordered(element, children),
        _ => element.children = flow(children),
    }
    vec![Node::Element(element)]
}

/// Makes everything that stands in a list an item of it.
fn items<'a>(list: &str, nodes: Vec<Node<'a>>) -> Vec<Node<'a>> {
    let mut items: Vec<Node> = Vec::new();
    let mut loose: Vec<Node> = Vec::new();
    for node in nodes {
        match node {
            Node::Element(mut item) if item.name == "li" => {
                end_loose(&mut items, &mut loose);
                if list == "ul" {
                    item.attributes.retain(|(name, _)| name != "value");
                }
                items.push(Node::Element(item));
            }
            other => loose.push(other),
        }
    }
    end_loose(&mut items, &mut loose);
    items
}

/// Puts what stands between items into the item before it, where it is a list, and else into one of its own.
fn end_loose<'a>(items: &mut Vec<Node<'a>>, loose: &mut Vec<Node<'a>>) {
    let loose = std::mem::take(loose);
    if loose.iter().all(is_blank) {
        return;
    }
    let lists = loose.iter().all(|node| is_blank(node) || is_list(node));
    match items.last_mut() {
        Some(Node::Element(item)) if lists => item.children.extend(loose),
        _ => items.push(Node::Element(Element::new("li", loose))),
    }
}

fn is_list(node: &Node) -> bool {
    matches!(node, Node::Element(element) if matches!(element.name, "ul" | "ol"))
}

/// Keeps a list of descriptions where each has a term and each term one; what is none becomes blocks.
fn describe<'a>(element: &mut Element<'a>, nodes: Vec<Node<'a>>) {
    element.children = nodes.into_iter().filter(|node| !is_blank(node)).collect();
    if !is_description(&element.children) {
        element.name = "div";
        element.children = adopt(std::mem::take(&mut element.children));
    }
}

fn is_description(nodes: &[Node]) -> bool {
    let mut before = "";
    let sound = nodes.iter().all(|node| {
        let Node::Element(element) = node else {
            return false;
        };
        let last = std::mem::replace(&mut before, element.name);
        match element.name {
            "dt" => !has_block(&element.children),
            "dd" => !last.is_empty(),
            _ => false,
        }
    });
    sound && before == "dd"
}

/// Puts the summary first; without one there would be nothing to fold up under, so that the content stands open.
fn unfold<'a>(element: &mut Element<'a>, nodes: Vec<Node<'a>>) {
    let is_summary = |node: &Node| matches!(node, Node::Element(it) if it.name == "summary");
    let (summaries, mut content): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(is_summary);
    let mut summaries = summaries.into_iter();
    match summaries.next() {
        Some(summary) => content.insert(0, summary),
        None => element.name = "div",
    }
    content.extend(summaries.map(renamed_summary));
    element.children = content;
}

fn renamed_summary(mut node: Node<'_>) -> Node<'_> {
    if let Node::Element(element) = &mut node {
        element.name = "p";
    }
    node
}

/// Gives items a list that stand in none; descriptions and summaries without their own become blocks.
fn adopt(nodes: Vec<Node<'_>>) -> Vec<Node<'_>> {
    let mut adopted: Vec<Node> = Vec::with_capacity(nodes.len());
    for mut node in nodes {
        let Node::Element(element) = &mut node else {
            adopted.push(node);
            continue;
        };
        match element.name {
            "li" => match last_but_blanks(&mut adopted) {
                Some(list) if list.is_adopted() => list.children.push(node),
                _ => adopted.push(Node::Element(Element::adopted(node))),
            },
            _ => {
                rename_stray(element);
                adopted.push(node);
            }
        }
    }
    adopted
}

fn rename_stray(element: &mut Element) {
    match element.name {
        "dt" | "dd" => element.name = "div",
        "summary" => element.name = "p",
        _ => {}
    }
}

fn last_but_blanks<'n, 'a>(nodes: &'n mut [Node<'a>]) -> Option<&'n mut Element<'a>> {
    match nodes.iter_mut().rev().find(|node| !is_blank(node))? {
        Node::Element(element) => Some(element),
        _ => None,
    }
}

impl<'a> Element<'a> {
    /// A list for an item that stood in none.
    fn adopted(item: Node<'a>) -> Self {
        let mut list = Element::new("ul", vec![item]);
        list.attributes.push(("adopted".to_owned(), String::new()));
        list
    }

    /// Whether the author wrote no list here.
    fn is_adopted(&self) -> bool {
        self.attribute("adopted").is_some()
    }
}
