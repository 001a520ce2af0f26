//! Raw HTML of articles as HTML of ours: elements and attributes are written anew, ids are unique, links are resolved.

use super::escape;
use super::writer::Writer;
use crate::model::{Block, Inline};
use crate::render::raw::{self, Element, Node};
use crate::render::{RenderError, article};

/// What an element writes before and behind its content.
struct Ends {
    end: &'static str,
    is_link: bool,
}

impl<'a> Writer<'a> {
    /// Writes running text where blocks may stand: in a cell or in an item.
    pub(super) fn flowing(&mut self, inlines: &'a [Inline]) {
        match self.reads_raw(inlines) {
            true => self.flow(raw::nodes(inlines), Context::INNER),
            false => self.inlines(inlines),
        }
    }

    /// Writes a paragraph that holds raw HTML: what stands on lines of its own stands beside it.
    pub(super) fn raw_paragraph(&mut self, inlines: &'a [Inline]) {
        self.flow(raw::nodes(inlines), Context::PARAGRAPHS);
    }

    /// Writes blocks of raw HTML with what stands between them.
    pub(super) fn raw_blocks(&mut self, blocks: &'a [Block]) -> Result<(), RenderError> {
        self.flow(raw::block_nodes(blocks), Context::TOP);
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Writes pieces where blocks may stand.
    fn flow(&mut self, nodes: Vec<Node<'a>>, context: Context) {
        let mut run = Vec::new();
        for node in nodes {
            if raw::is_block(&node) {
                self.run(std::mem::take(&mut run), context);
                self.block_node(node, context);
            } else {
                run.push(node);
            }
        }
        self.run(run, context);
    }

    /// Writes words between blocks; nothing where there are none.
    fn run(&mut self, nodes: Vec<Node<'a>>, context: Context) {
        let start = self.html.len();
        self.html
            .push_str(if context.paragraphs { "<p>" } else { "" });
        let inner = self.html.len();
        self.words(nodes);
        match self.html[inner..].trim().is_empty() {
            true => self.html.truncate(start),
            false if context.paragraphs => self.html.push_str("</p>\n"),
            false => {}
        }
    }

    /// Writes pieces where only words may stand.
    pub(super) fn words(&mut self, nodes: Vec<Node<'a>>) {
        for node in nodes {
            match node {
                Node::Inline(inline) => self.inline(inline),
                Node::Text(text) => self.text(&text),
                Node::Element(element) => self.element(element),
                // Blocks are no words: `raw::line` left none.
                Node::Block(_) => {}
            }
        }
    }

    /// Writes an element that stands in a line.
    fn element(&mut self, element: Element<'a>) {
        match element.name {
            "br" => self.html.push_str("<br>"),
            "wbr" => self.html.push_str("<wbr>"),
            "img" => self.raw_image(&element),
            _ => {
                let ends = self.open(&element);
                self.words(element.children);
                self.html.push_str(ends.end);
                self.in_link &= !ends.is_link;
            }
        }
    }

    /// Writes an image of raw HTML, or what it shows in words where there is none.
    fn raw_image(&mut self, image: &Element) {
        let words = article::one_line(image.attribute("alt").unwrap_or_default());
        let title = image.attribute("title").unwrap_or_default();
        let source = image.attribute("src");
        match source.and_then(|source| self.picture(source, &words, title)) {
            Some(picture) => self.html.push_str(&picture),
            None => self.text(&words),
        }
    }

    /// Opens an element in a line; `<a>` becomes a place, a link, or nothing, and what says nothing is not written.
    fn open(&mut self, element: &Element) -> Ends {
        if element.name == "a" {
            self.place(element);
            return self.open_raw_link(element);
        }
        let attributes = self.attributes(element);
        let says_nothing = match element.name {
            "span" => attributes.is_empty(),
            "bdo" => element.attribute("dir").is_none(),
            _ => false,
        };
        if says_nothing {
            return Ends::NONE;
        }
        self.html
            .push_str(&format!("<{}{attributes}>", element.name));
        Ends {
            end: end(element.name),
            is_link: false,
        }
    }

    /// Writes the place that an element names, where no other has the name.
    fn place(&mut self, element: &Element) {
        if let Some(id) = self.free_id(element) {
            self.html.push_str(&format!("<span id=\"{id}\"></span>"));
        }
    }

    fn free_id(&mut self, element: &Element) -> Option<String> {
        let id = self.identifiers.free(element.anchor()?)?;
        Some(escape::escaped(&id))
    }

    fn open_raw_link(&mut self, element: &Element) -> Ends {
        let href = element.attribute("href").filter(|_| !self.in_link);
        let Some(reference) = href.and_then(|href| self.reference(href)) else {
            return Ends::NONE;
        };
        self.open_link(&reference, element.attribute("title").unwrap_or_default());
        self.in_link = true;
        Ends {
            end: "</a>",
            is_link: true,
        }
    }

    /// Writes a block, or an element that stands on lines of its own.
    fn block_node(&mut self, node: Node<'a>, context: Context) {
        match node {
            Node::Block(block) => {
                if let Err(error) = self.block(block) {
                    self.failure.get_or_insert(error);
                }
            }
            Node::Element(element) => self.block_element(element, context),
            other => self.words(vec![other]),
        }
    }

    fn block_element(&mut self, element: Element<'a>, context: Context) {
        match element.name {
            "hr" => self.html.push_str("<hr>\n"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.raw_heading(element, context),
            "pre" => {
                self.html.push_str("<div class=\"code\">");
                self.around(element, " tabindex=\"0\"", Context::INNER);
                self.html.push_str("</div>\n");
            }
            "div" => {
                let context = Context {
                    paragraphs: false,
                    ..context
                };
                self.around(element, "", context);
            }
            // An empty paragraph is none.
            "p" if element.children.is_empty() && element.anchor().is_none() => {}
            _ => self.around(element, "", Context::INNER),
        }
    }

    /// Writes an element around its content.
    fn around(&mut self, element: Element<'a>, more: &str, context: Context) {
        let attributes = self.attributes(&element);
        let name = element.name;
        self.html.push_str(&format!("<{name}{attributes}{more}>"));
        self.flow(element.children, context);
        self.html.push_str(&format!("</{name}>\n"));
    }

    /// Writes a heading at a level that skips none; inside anything else it is a line in bold.
    fn raw_heading(&mut self, element: Element<'a>, context: Context) {
        if !context.headings {
            self.html.push_str("<p><strong>");
            self.place(&element);
            self.words(element.children);
            self.html.push_str("</strong></p>\n");
            return;
        }
        let start = self.html.len();
        let levels = (self.level, self.titled);
        let level = self.heading_level(element.name.as_bytes()[1] - b'0');
        let attributes = self.attributes(&element);
        self.html.push_str(&format!("<h{level}{attributes}>"));
        let inner = self.html.len();
        self.words(element.children);
        if self.html[inner..].trim().is_empty() {
            self.html.truncate(start);
            (self.level, self.titled) = levels;
            return;
        }
        self.html.push_str(&format!("</h{level}>\n"));
    }

    /// Returns the attributes of an element that mean something today.
    fn attributes(&mut self, element: &Element) -> String {
        let mut html = String::new();
        if let Some(id) = self.free_id(element) {
            html.push_str(&format!(" id=\"{id}\""));
        }
        for name in [
            "title", "lang", "dir", "scope", "type", "start", "value", "colspan", "rowspan",
        ] {
            let value = element.attribute(name);
            if let Some(value) = value.filter(|value| is_sound(name, value)) {
                html.push_str(&format!(" {name}=\"{}\"", escape::escaped(value.trim())));
            }
        }
        for name in ["open", "reversed"] {
            if element.attribute(name).is_some() {
                html.push_str(&format!(" {name}"));
            }
        }
        html
    }
}

/// What the place allows that pieces are written to.
#[derive(Debug, Clone, Copy)]
struct Context {
    /// Whether words between blocks are paragraphs.
    paragraphs: bool,
    /// Whether headings of raw HTML are headings of the page.
    headings: bool,
}

impl Context {
    const TOP: Context = Context {
        paragraphs: true,
        headings: true,
    };
    const PARAGRAPHS: Context = Context {
        paragraphs: true,
        headings: false,
    };
    const INNER: Context = Context {
        paragraphs: false,
        headings: false,
    };
}

impl Ends {
    const NONE: Ends = Ends {
        end: "",
        is_link: false,
    };
}

/// The end of an element that stands in a line.
fn end(name: &str) -> &'static str {
    const ENDS: [&str; 23] = [
        "</abbr>",
        "</b>",
        "</bdi>",
        "</bdo>",
        "</cite>",
        "</code>",
        "</del>",
        "</dfn>",
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
        "</var>",
    ];
    let is_end = |end: &&&str| end[2..end.len() - 1] == *name;
    ENDS.iter().find(is_end).copied().unwrap_or_default()
}

/// Whether an attribute has a value that HTML allows.
fn is_sound(name: &str, value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    match name {
        "title" => !value.is_empty(),
        "lang" => is_language(value),
        "dir" => matches!(lower.as_str(), "ltr" | "rtl" | "auto"),
        "scope" => matches!(lower.as_str(), "row" | "col" | "rowgroup" | "colgroup"),
        "type" => matches!(value, "1" | "a" | "A" | "i" | "I"),
        "start" | "value" => value.parse::<i32>().is_ok(),
        _ => value
            .parse::<u16>()
            .is_ok_and(|span| (1..=100).contains(&span)),
    }
}

/// Whether a text has the form of a language tag.
fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let short = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    matches!(language.len(), 2 | 3) && letters && parts.all(short)
}
