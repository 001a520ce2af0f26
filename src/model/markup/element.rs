//! The elements that an article may hold as raw HTML: one table.

/// How an element is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// Has no end: `<br>`.
    Void,
    /// Stands in a line, and means something only with its end: `<kbd>`.
    Inline,
    /// Stands on lines of its own; one without its end ends where the raw HTML does: `<div>`.
    Block,
    /// Stands on lines of its own, and means something only with its end, because authors write its name for other
    /// things as well: `<section>`.
    Section,
    /// Ends where the next one begins: `<li>`.
    Item,
    /// Says nothing to a reader: `<col>`.
    Nothing,
}

/// An element that an article may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// The name in today's HTML of what the author means.
    pub name: &'static str,
    pub kind: ElementKind,
}

impl Element {
    /// Whether a tag without its other half is no markup but text.
    pub fn needs_its_end(self) -> bool {
        matches!(self.kind, ElementKind::Inline | ElementKind::Section)
    }

    /// Whether it stands on lines of its own.
    pub fn is_block(self) -> bool {
        !matches!(self.kind, ElementKind::Inline | ElementKind::Void) || self.name == "hr"
    }
}

/// Names as written, sorted, with what they mean. What is missing is no markup of an article.
const ELEMENTS: [(&str, &str, ElementKind); 78] = {
    use ElementKind::{Block, Inline, Item, Nothing, Section, Void};
    [
        ("a", "a", Inline),
        ("abbr", "abbr", Inline),
        ("acronym", "abbr", Inline),
        ("address", "div", Section),
        ("article", "div", Section),
        ("aside", "div", Section),
        ("b", "b", Inline),
        ("bdi", "bdi", Inline),
        ("bdo", "bdo", Inline),
        ("big", "span", Inline),
        ("blink", "span", Inline),
        ("blockquote", "blockquote", Block),
        ("br", "br", Void),
        ("caption", "caption", Section),
        ("center", "div", Block),
        ("cite", "cite", Inline),
        ("code", "code", Inline),
        ("col", "", Nothing),
        ("colgroup", "", Nothing),
        ("dd", "dd", Item),
        ("del", "del", Inline),
        ("details", "details", Block),
        ("dfn", "dfn", Inline),
        ("div", "div", Block),
        ("dl", "dl", Block),
        ("dt", "dt", Item),
        ("em", "em", Inline),
        ("figcaption", "div", Section),
        ("figure", "div", Section),
        ("font", "span", Inline),
        ("footer", "div", Section),
        ("h1", "h1", Section),
        ("h2", "h2", Section),
        ("h3", "h3", Section),
        ("h4", "h4", Section),
        ("h5", "h5", Section),
        ("h6", "h6", Section),
        ("header", "div", Section),
        ("hr", "hr", Void),
        ("i", "i", Inline),
        ("img", "img", Void),
        ("ins", "ins", Inline),
        ("kbd", "kbd", Inline),
        ("label", "span", Inline),
        ("li", "li", Item),
        ("main", "div", Section),
        ("mark", "mark", Inline),
        ("nav", "div", Section),
        ("nobr", "span", Inline),
        ("ol", "ol", Block),
        ("p", "p", Item),
        ("pre", "pre", Block),
        ("q", "q", Inline),
        ("rp", "span", Inline),
        ("rt", "span", Inline),
        ("ruby", "span", Inline),
        ("s", "s", Inline),
        ("samp", "samp", Inline),
        ("section", "div", Section),
        ("small", "small", Inline),
        ("span", "span", Inline),
        ("strike", "s", Inline),
        ("strong", "strong", Inline),
        ("sub", "sub", Inline),
        ("summary", "summary", Section),
        ("sup", "sup", Inline),
        ("table", "table", Block),
        ("tbody", "tbody", Item),
        ("td", "td", Item),
        ("tfoot", "tfoot", Item),
        ("th", "th", Item),
        ("thead", "thead", Item),
        ("tr", "tr", Item),
        ("tt", "code", Inline),
        ("u", "u", Inline),
        ("ul", "ul", Block),
        ("var", "var", Inline),
        ("wbr", "wbr", Void),
    ]
};

/// Returns what an author means by an element's name, in any case of letters; `None` for every name that is no markup
/// of an article.
pub fn element(name: &str) -> Option<Element> {
    let lower = name.to_ascii_lowercase();
    let at = ELEMENTS.binary_search_by_key(&lower.as_str(), |(name, _, _)| name);
    let (_, name, kind) = ELEMENTS[at.ok()?];
    Some(Element { name, kind })
}

/// The names that elements have in today's HTML.
pub fn names() -> impl Iterator<Item = &'static str> {
    let names = ELEMENTS.iter().map(|(_, name, _)| *name);
    names.filter(|name| !name.is_empty())
}

/// Elements that run, load or ask something, in lower case.
const ACTIVE: [&str; 22] = [
    "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input",
    "link", "math", "meta", "noscript", "object", "portal", "script", "select", "style", "svg",
    "textarea", "video",
];

/// Whether an element runs, loads or asks something, so that it never reaches a page.
pub fn is_active(name: &str) -> bool {
    ACTIVE
        .iter()
        .any(|active| active.eq_ignore_ascii_case(name))
}

/// Whether following an address runs or shows what the address itself holds, however it is spelt: browsers take no
/// notice of blanks and controls before and in the scheme.
pub fn is_unsafe_address(address: &str) -> bool {
    let letters = address
        .chars()
        .filter(|letter| !letter.is_whitespace() && !letter.is_control());
    let scheme: String = letters
        .take_while(|letter| *letter != ':')
        .take(12)
        .collect();
    let has_scheme = address.contains(':');
    let unsafe_schemes = ["javascript", "vbscript", "data", "livescript"];
    has_scheme
        && unsafe_schemes
            .iter()
            .any(|it| it.eq_ignore_ascii_case(&scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_is_found_by_its_name() {
        for (name, _, _) in ELEMENTS {
            assert!(element(name).is_some(), "{name}");
        }
        assert_eq!(element("STRIKE").map(|it| it.name), Some("s"));
        assert_eq!(element("placeholder"), None);
        assert_eq!(element("script"), None);
    }

    #[test]
    fn unsafe_addresses_are_known_in_every_spelling() {
        for address in [
            "javascript:a()",
            " JaVa\tScript:a()",
            "data:text/html,x",
            "\u{1}vbscript:x",
        ] {
            assert!(is_unsafe_address(address), "{address}");
        }
        for address in [
            "https://a.example",
            "a/javascript:b.md",
            "data",
            "mailto:a@b.example",
        ] {
            assert!(!is_unsafe_address(address), "{address}");
        }
    }
}
