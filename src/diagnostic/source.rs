//! A text with a name, whose bytes become lines and columns only for a reader.

use std::sync::OnceLock;

use super::Span;

/// A text and the path that a reader knows it by.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    /// See [`Source::repaired`].
    repaired: bool,
    /// Where each line begins, in bytes; made when first asked for.
    lines: OnceLock<Vec<usize>>,
}

/// A place as an editor shows it: line and column count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    /// `path` is written with `/`, relative to the source folder for articles and to the project otherwise.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            path: path.into(),
            text: text.into(),
            repaired: false,
            lines: OnceLock::new(),
        }
    }

    /// A text whose bytes were no UTF-8: replacement characters in it may be the reader's own, who has reported them.
    pub fn repaired(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            repaired: true,
            ..Source::new(path, text)
        }
    }

    pub fn is_repaired(&self) -> bool {
        self.repaired
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text of a span, or an empty one where the span does not fit this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Returns line and column of a byte; a byte past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let lines = self.lines.get_or_init(|| line_starts(&self.text));
        let line = lines.partition_point(|start| *start <= byte) - 1;
        Position {
            line: line + 1,
            column: self.text[lines[line]..byte].chars().count() + 1,
        }
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a.md", "证书\nab😀c");
        let at = |byte| (source.position(byte).line, source.position(byte).column);
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 2));
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(13), (2, 4));
        assert_eq!(at(99), (2, 5));
    }

    #[test]
    fn a_byte_inside_a_character_is_that_character() {
        let source = Source::new("a.md", "证书");
        assert_eq!(source.position(1), source.position(0));
    }
}
