//! What authors write into headings besides words: `{#id}` behind them, `<a name="id"></a>` before them.

use crate::diagnostic::{Source, Span};
use crate::model::{Anchor, Heading, Inline, InlineKind};

/// Makes a heading of what the parser found; `id` is the one in braces.
pub fn heading(
    source: &Source,
    span: Span,
    level: u8,
    id: Option<&str>,
    mut content: Vec<Inline>,
) -> Heading {
    let mut anchors = lift_anchors(source, &mut content);
    if let Some(id) = id {
        anchors.insert(
            0,
            Anchor {
                id: id.to_owned(),
                span: braced(source, span, id),
            },
        );
    }
    keep_braced_words(source, span, id, &mut content);
    let mut anchors = anchors.into_iter();
    let explicit = anchors.next().map(|anchor| (anchor.id, anchor.span));
    Heading {
        span,
        level,
        text: Inline::text(&content).trim().to_owned(),
        content,
        explicit,
        slug: String::new(),
        anchor: String::new(),
        aliases: anchors.map(|anchor| anchor.id).collect(),
    }
}

/// Takes every `<a name="id"></a>` from the start of a heading.
fn lift_anchors(source: &Source, content: &mut Vec<Inline>) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    while let Some(anchor) = content.first().and_then(|inline| anchor(source, inline)) {
        let closed = content
            .get(1)
            .is_some_and(|inline| matches!(&inline.kind, InlineKind::Html(tag) if tag == "</a>"));
        content.drain(..if closed { 2 } else { 1 });
        anchors.push(anchor);
    }
    anchors
}

/// Returns the place that an `<a name="…">` or `<a id="…">` tag names.
pub fn anchor(source: &Source, inline: &Inline) -> Option<Anchor> {
    let InlineKind::Html(tag) = &inline.kind else {
        return None;
    };
    let attributes = tag.strip_prefix("<a").or_else(|| tag.strip_prefix("<A"))?;
    attributes
        .starts_with(|letter: char| letter.is_ascii_whitespace())
        .then_some(())?;
    let value = attribute(attributes, "name").or_else(|| attribute(attributes, "id"))?;
    let at = inline.span.start + source.slice(inline.span).find(value)?;
    (!value.is_empty() && !value.contains(char::is_whitespace)).then(|| Anchor {
        id: value.to_owned(),
        span: Span::new(at, at + value.len()),
    })
}

/// Returns an attribute's value; a value that holds its own quotes is none that a name could have.
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let lower = attributes.to_ascii_lowercase();
    let (at, _) = lower.match_indices(name).find(|(at, _)| {
        let before = lower.as_bytes()[at - 1];
        before.is_ascii_whitespace() && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = attributes[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => value[1..].split(char::from(*quote)).next(),
        _ => value
            .split(|letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/')
            .next(),
    }
}

/// Where `id` stands in the braces at the heading's end.
fn braced(source: &Source, span: Span, id: &str) -> Span {
    let text = source.slice(span);
    let at = text
        .rfind('{')
        .and_then(|brace| Some(brace + text[brace..].find(id)?));
    at.map_or(span, |at| {
        Span::new(span.start + at, span.start + at + id.len())
    })
}

/// `## Call {name}` means the braces as words, although the extension takes them for attributes: only braces that
/// give an id are taken away.
fn keep_braced_words(source: &Source, span: Span, id: Option<&str>, content: &mut Vec<Inline>) {
    let line = source.slice(span).lines().next().unwrap_or_default();
    let line = line.trim_end().trim_end_matches('#').trim_end();
    let Some(brace) = line
        .rfind('{')
        .filter(|_| id.is_none() && line.ends_with('}'))
    else {
        return;
    };
    let braces = Span::new(span.start + brace, span.start + line.len());
    let read = content.last().map_or(span.start, |inline| inline.span.end);
    if read <= braces.start {
        let text = format!(
            "{}{}",
            &" "[..usize::from(read < braces.start)],
            source.slice(braces)
        );
        content.push(Inline {
            span: braces,
            kind: InlineKind::Text(text),
        });
    }
}
