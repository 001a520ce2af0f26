//! Words of an article as Markdown that stands alone, such as those of a cell: its links lead from the root of the site.

use std::cell::RefCell;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::line::{self, Place as Form};
use super::page::Reader;
use crate::model::Inline;
use crate::render::edition::{Edition, Place};

/// The extensions that articles are read with.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Returns words of a page as Markdown; `None` where a reader of Markdown would read the plain text just so.
pub(crate) fn of_words(
    edition: &Edition,
    place: Place,
    content: &[Inline],
    text: &str,
) -> Option<String> {
    let reader = Reader {
        edition,
        place,
        article: edition.article(place),
        from: "",
        slugs: RefCell::default(),
    };
    let markdown = line::written(&reader.pieces(content), Form::Paragraph);
    (markdown != text && !is_plain(&markdown, text)).then_some(markdown)
}

/// Whether Markdown says nothing but a text, and the text would be read as itself.
fn is_plain(markdown: &str, text: &str) -> bool {
    words_alone(markdown).is_some_and(|words| words == text)
        && words_alone(text).is_some_and(|words| words == text)
}

/// The words of a single paragraph that holds nothing else.
fn words_alone(markdown: &str) -> Option<String> {
    let mut events = Parser::new_ext(markdown, EXTENSIONS);
    let is_paragraph = events.next()? == Event::Start(Tag::Paragraph);
    let mut words = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::End(TagEnd::Paragraph) => break,
            _ => return None,
        }
    }
    (is_paragraph && events.next().is_none()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_plain_where_markdown_reads_it_as_it_is() {
        for (markdown, text, expected) in [
            (r"Issue\_Failure", "Issue_Failure", true),
            (r"a \*b\*", "a *b*", false),
            ("*b*", "b", false),
            (r"1\. x", "1. x", false),
            ("a & b", "a & b", true),
            ("&amp;lt;", "&lt;", false),
            ("", "", false),
        ] {
            assert_eq!(is_plain(markdown, text), expected, "{markdown}");
        }
    }
}
