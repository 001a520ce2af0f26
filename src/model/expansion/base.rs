//! Where the things of an included text stand on the page: its bytes, its lists, and the way back to its folder.

use crate::diagnostic::Span;
use crate::model::{Link, LinkIndex, is_external};

/// How far the things of a text were moved, and the way from the page's folder to its own.
#[derive(Debug, Default)]
pub(super) struct Base {
    pub(super) span: usize,
    pub(super) headings: usize,
    pub(super) tables: usize,
    pub(super) links: usize,
    /// Empty, or with a slash at its end.
    pub(super) way: String,
}

impl Base {
    /// Whether it is the page's own.
    pub(super) fn is_own(&self) -> bool {
        self.span == 0
    }

    pub(super) fn span(&self, span: Span) -> Span {
        span.shifted(self.span)
    }

    /// A link that leads from the page where it led from its text.
    /// A link of the part among those of the page.
    pub(super) fn index(&self, at: LinkIndex) -> LinkIndex {
        LinkIndex::new(at.get() + self.links)
    }

    pub(super) fn link(&self, link: &Link) -> Link {
        Link {
            span: self.span(link.span),
            target: self.span(link.target),
            destination: self.destination(&link.destination),
            ..link.clone()
        }
    }

    /// Relative paths begin at the text's folder. Roots, web addresses and places on the page itself stay as they are.
    fn destination(&self, destination: &str) -> String {
        let is_relative = !destination.trim_start().starts_with(['/', '~', '#', '?'])
            && !destination.trim().is_empty()
            && !is_external(destination);
        match is_relative {
            true => format!("{}{}", self.way, destination.trim_start()),
            false => destination.to_owned(),
        }
    }

    /// Raw HTML whose relative paths begin at the text's folder.
    pub(super) fn html(&self, html: &str) -> String {
        if self.way.is_empty() || !html.contains('=') {
            return html.to_owned();
        }
        let mut rebased = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((before, value, after)) = next_path(rest) {
            rebased.push_str(before);
            rebased.push_str(&self.destination(value));
            rest = after;
        }
        rebased.push_str(rest);
        rebased
    }
}

/// The next quoted value of `href` or `src`, with what stands before and behind it.
fn next_path(html: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(equals) = html[from..].find('=').map(|at| from + at) {
        from = equals + 1;
        let name = html[..equals].trim_end();
        let is_path = ["href", "src"].iter().any(|path| {
            let start = name.len().checked_sub(path.len());
            start.is_some_and(|start| {
                let is_name = name
                    .get(start..)
                    .is_some_and(|it| it.eq_ignore_ascii_case(path));
                is_name && name[..start].ends_with(char::is_whitespace)
            })
        });
        let value = html[from..].trim_start();
        let quote = value.chars().next().filter(|quote| "\"'".contains(*quote));
        if let (true, Some(quote)) = (is_path, quote) {
            let start = html.len() - value.len() + 1;
            let end = start + html[start..].find(quote)?;
            return Some((&html[..start], &html[start..end], &html[end..]));
        }
    }
    None
}

/// The way from the folder of one article to that of another, as a destination is written.
pub(super) fn way(from: &str, to: &str) -> String {
    let folders = |id: &str| -> Vec<String> {
        let mut steps: Vec<String> = id.split('/').map(str::to_owned).collect();
        steps.pop();
        steps
    };
    let (from, to) = (folders(from), folders(to));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(from.len() - shared);
    for step in &to[shared..] {
        way.push_str(&encoded(step));
        way.push('/');
    }
    way
}

/// Writes a folder's name so that none of its letters is read as a sign.
fn encoded(step: &str) -> String {
    let mut written = String::with_capacity(step.len());
    for letter in step.chars() {
        match letter {
            '%' | '#' | '?' | ':' | ' ' | '"' | '\'' | '<' | '>' | '&' => {
                written.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            _ => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(way: &str) -> Base {
        Base {
            way: way.to_owned(),
            ..Base::default()
        }
    }

    #[test]
    fn ways_lead_from_folder_to_folder() {
        for (from, to, expected) in [
            ("a", "includes/x", "includes/"),
            ("guide/a", "includes/x", "../includes/"),
            ("guide/a", "guide/b", ""),
            ("a/b/c", "a/d e/x", "../d%20e/"),
        ] {
            assert_eq!(way(from, to), expected);
        }
    }

    #[test]
    fn only_relative_paths_are_moved() {
        let base = base("../parts/");
        for (written, expected) in [
            ("a.md#b", "../parts/a.md#b"),
            ("../a.png", "../parts/../a.png"),
            ("#b", "#b"),
            ("/a", "/a"),
            ("~/a.md", "~/a.md"),
            ("https://a.example/b", "https://a.example/b"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(base.destination(written), expected);
        }
    }

    #[test]
    fn paths_in_raw_html_are_moved() {
        let base = base("x/");
        for (html, expected) in [
            ("<a href=\"a.md\">", "<a href=\"x/a.md\">"),
            (
                "<img alt='=' SRC = 'a.png'>",
                "<img alt='=' SRC = 'x/a.png'>",
            ),
            ("<a href=\"#a\">", "<a href=\"#a\">"),
            ("<a data-href=\"a\">", "<a data-href=\"a\">"),
            ("a = b", "a = b"),
            ("<a href=\"never", "<a href=\"never"),
        ] {
            assert_eq!(base.html(html), expected);
        }
    }
}
