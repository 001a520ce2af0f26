//! The tags of a rendered page, read one by one.

/// Elements whose content is no text of the page.
const SKIPPED: [&str; 10] = [
    "button", "datalist", "dialog", "footer", "nav", "script", "select", "style", "svg", "template",
];

/// Classes of what leads around the page instead of being text of it.
const SKIPPED_CLASSES: [&str; 3] = ["anchor", "back", "notice"];

/// Elements that never have content.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// Elements that stand in a line; any other ends it.
const IN_LINE: [&str; 29] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "var",
];

/// A tag as it is written.
pub(super) struct Tag<'a> {
    /// As it is written, which in pages of ours is in lower case.
    pub(super) name: &'a str,
    pub(super) is_end: bool,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads the tag that a text begins with, and returns what stands behind it. A comment is a tag without a name.
    pub(super) fn read(text: &'a str) -> Option<(Tag<'a>, &'a str)> {
        if text.starts_with("<!") {
            let end = if text.starts_with("<!--") { "-->" } else { ">" };
            let at = text.find(end)? + end.len();
            return Some((
                Tag {
                    name: "",
                    is_end: true,
                    attributes: "",
                },
                &text[at..],
            ));
        }
        let is_end = text.starts_with("</");
        let inner = &text[1 + usize::from(is_end)..];
        let length = inner
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
            .unwrap_or(inner.len());
        let (name, rest) = inner.split_at(length);
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let end = end(rest)?;
        let tag = Tag {
            name,
            is_end,
            attributes: &rest[..end],
        };
        Some((tag, &rest[end + 1..]))
    }

    /// The value of an attribute as it is written; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        attributes(self.attributes)
            .find_map(|(own, value)| own.eq_ignore_ascii_case(name).then_some(value))
    }

    /// Whether the tag begins something that is no text of the page.
    pub(super) fn is_skipped(&self) -> bool {
        if self.is_end || VOID.contains(&self.name) {
            return false;
        }
        SKIPPED.contains(&self.name) || (!self.attributes.is_empty() && self.says_so())
    }

    fn says_so(&self) -> bool {
        attributes(self.attributes).any(|(name, value)| match name {
            "hidden" | "popover" | "data-pagefind-ignore" => true,
            "aria-hidden" => value == "true",
            "class" => value
                .split_ascii_whitespace()
                .any(|class| SKIPPED_CLASSES.contains(&class)),
            _ => false,
        })
    }

    /// Whether a line ends at the tag.
    pub(super) fn ends_line(&self) -> bool {
        !self.name.is_empty() && self.name != "wbr" && !IN_LINE.contains(&self.name)
    }

    /// The level of a heading.
    pub(super) fn level(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        }
    }
}

/// Where a tag ends: at the first `>` outside of quotation marks.
fn end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    attributes.bytes().position(|byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => return byte == b'>',
        }
        false
    })
}

/// Names and values of attributes.
fn attributes(mut text: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        text =
            text.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        let length = text
            .find(|letter: char| letter.is_ascii_whitespace() || letter == '=')
            .unwrap_or(text.len());
        // What begins with `=` is nobody's name.
        let (name, rest) = text.split_at(length.max(text.chars().next()?.len_utf8()));
        let (value, rest) = match rest.trim_start().strip_prefix('=') {
            Some(rest) => value(rest.trim_start()),
            None => ("", rest),
        };
        text = rest;
        Some((name, value))
    })
}

/// A value and what stands behind it.
fn value(text: &str) -> (&str, &str) {
    let quote = text
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    match quote {
        Some(quote) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        None => text.split_at(
            text.find(|letter: char| letter.is_ascii_whitespace())
                .unwrap_or(text.len()),
        ),
    }
}

/// What stands behind an element that has just begun; nothing where it does not end.
pub(super) fn behind<'a>(mut text: &'a str, name: &str) -> &'a str {
    let is_text = matches!(name, "script" | "style");
    let mut depth = 1;
    while let Some(at) = text.find('<') {
        text = &text[at..];
        match Tag::read(text) {
            Some((tag, after)) if tag.name == name && (tag.is_end || !is_text) => {
                depth = if tag.is_end { depth - 1 } else { depth + 1 };
                text = after;
            }
            Some((_, after)) if !is_text => text = after,
            _ => text = &text[1..],
        }
        if depth == 0 {
            return text;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let (tag, after) =
            Tag::read("<tr id=\"a b\" hidden class='c > d' data-x=1/>text").expect("a tag");
        assert_eq!(after, "text");
        assert_eq!(tag.attribute("id"), Some("a b"));
        assert_eq!(tag.attribute("hidden"), Some(""));
        assert_eq!(tag.attribute("CLASS"), Some("c > d"));
        assert_eq!(tag.attribute("data-x"), Some("1/"));
        assert_eq!(tag.attribute("style"), None);
    }

    #[test]
    fn what_is_skipped_ends_where_it_ends() {
        for (text, name, expected) in [
            ("a<nav>b</nav>c</nav>d", "nav", "d"),
            ("if (a<b) {}</script>d", "script", "d"),
            ("a", "nav", ""),
            ("<br></nav>", "nav", ""),
        ] {
            assert_eq!(behind(text, name), expected, "{text}");
        }
    }

    #[test]
    fn odd_attributes_end() {
        for text in ["=", "= =", "a=\"", "==a", "/ /", "a =b", "é=ü"] {
            assert!(attributes(text).count() < 5, "{text}");
        }
    }
}
