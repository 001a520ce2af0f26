//! HTML tags in running text and in blocks of raw HTML.

use crate::diagnostic::Span;
use crate::model::{Inline, InlineKind};

/// A tag as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    pub closing: bool,
    pub span: Span,
    /// Whether it holds more than its name.
    attributes: bool,
}

/// Elements of HTML's living standard with those that browsers still know, and those of SVG and MathML that articles use.
const KNOWN: &str = "\
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big \
    blink blockquote body br button canvas caption center circle cite code col colgroup \
    command data datalist dd del details dfn dialog dir div dl dt ellipse em embed fieldset \
    figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup \
    hr html i iframe image img input ins kbd label legend li line link main map mark marquee \
    math menu menuitem meta meter nav nobr noframes noscript object ol optgroup option output \
    p param path picture plaintext polygon polyline pre progress q rb rect rp rt rtc ruby s \
    samp script search section select slot small source spacer span strike strong style sub \
    summary sup svg table tbody td template text textarea tfoot th thead time title tr track \
    tspan tt u ul use var video wbr xmp";

/// Elements of the formats in which translation programs keep tags: a leak of those is told elsewhere.
const INTERNAL: [&str; 8] = ["bpt", "ept", "g", "hi", "it", "mrk", "ph", "x"];

impl Tag {
    pub fn is_known(&self) -> bool {
        KNOWN.split(' ').any(|known| known == self.name)
    }

    /// A tag that a translation program puts in for another one.
    pub fn is_internal(&self) -> bool {
        INTERNAL.contains(&self.name.as_str()) && (self.attributes || self.closing)
    }

    /// `<br>`: where a line ends is the layout of one language.
    pub fn is_layout(&self) -> bool {
        matches!(self.name.as_str(), "br" | "wbr" | "p" | "nobr")
    }

    /// Raw HTML where Markdown has a mark of its own.
    pub fn is_emphasis(&self) -> bool {
        matches!(self.name.as_str(), "strong" | "b" | "em" | "i")
    }
}

/// The tags of running text, in order.
pub fn of_text<'a>(inlines: impl IntoIterator<Item = &'a Inline>) -> Vec<Tag> {
    let tags = inlines.into_iter().flat_map(|inline| match &inline.kind {
        InlineKind::Html(html) => of_html(html, inline.span.start),
        _ => Vec::new(),
    });
    tags.collect()
}

/// The tags of raw HTML that begins at byte `start`, in order; comments and instructions are none.
pub fn of_html(html: &str, start: usize) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<') {
        let from = at + open;
        let rest = &html[from..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let Some(end) = comment.find("-->") else {
                break;
            };
            at = from + end + 7;
            continue;
        }
        let Some(end) = rest.find('>') else { break };
        tags.extend(tag(&rest[..=end], start + from));
        at = from + end + 1;
    }
    tags
}

fn tag(written: &str, start: usize) -> Option<Tag> {
    let inner = &written[1..written.len() - 1];
    let closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let ends = |letter: char| letter.is_whitespace() || letter == '/';
    let (name, rest) = inner.split_at(inner.find(ends).unwrap_or(inner.len()));
    let named = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    named.then(|| Tag {
        name: name.to_ascii_lowercase(),
        closing,
        span: Span::new(start, start + written.len()),
        attributes: !rest.trim_matches(ends).is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_their_bytes() {
        let html = "<a href='x'>y</a><!-- <b> --><Your Name><br/>";
        let tags = of_html(html, 0);
        let shown = tags
            .iter()
            .map(|tag| (tag.name.as_str(), tag.closing, tag.is_known()));
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [
                ("a", false, true),
                ("a", true, true),
                ("your", false, false),
                ("br", false, true)
            ]
        );
        assert_eq!(&html[tags[2].span.range()], "<Your Name>");
    }
}
