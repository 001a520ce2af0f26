//! A text with a name, whose bytes become lines and columns only for a reader.

use std::fmt;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::Span;

/// A text and the path that a reader knows it by.
pub struct Source {
    root: Root,
    path: String,
    text: String,
    /// See [`Source::repaired`].
    repaired: bool,
    /// Where each line begins, in bytes; made when first asked for.
    lines: OnceLock<Vec<usize>>,
    hash: OnceLock<[u8; 32]>,
}

/// A place as an editor shows it: line and column count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The folder that a path begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Root {
    /// The source folder.
    #[default]
    Articles,
    /// The folder of `glotta.yml`.
    Project,
    /// The site's own templates.
    Templates,
    /// The site's own words.
    Words,
    /// The folder that the program was called in, where the path is not absolute.
    Caller,
}

/// What columns count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Characters of Unicode.
    Characters,
    /// Units of UTF-16, as SARIF and language servers want them.
    Utf16,
    /// Bytes of UTF-8, as reviewdog wants them.
    Bytes,
}

impl Unit {
    fn count(self, text: &str) -> usize {
        match self {
            Unit::Characters => text.chars().count(),
            Unit::Utf16 => text.encode_utf16().count(),
            Unit::Bytes => text.len(),
        }
    }
}

/// Without what was asked of it before: the same text says the same.
impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let mut shown = formatter.debug_struct("Source");
        shown.field("root", &self.root).field("path", &self.path);
        shown.field("text", &self.text).finish()
    }
}

impl Source {
    /// A text whose path, written with `/`, begins at the source folder, as an article's does.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            root: Root::default(),
            path: path.into(),
            text: text.into(),
            repaired: false,
            lines: OnceLock::new(),
            hash: OnceLock::new(),
        }
    }

    /// The same text, whose path begins elsewhere.
    pub fn at(self, root: Root) -> Self {
        Source { root, ..self }
    }

    /// Where [`path`](Self::path) begins.
    pub fn root(&self) -> Root {
        self.root
    }

    /// A text whose bytes were no UTF-8: replacement characters in it may be the reader's own, who has reported them.
    pub fn repaired(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            repaired: true,
            ..Source::new(path, text)
        }
    }

    /// The SHA-256 of the text.
    pub fn hash(&self) -> [u8; 32] {
        *self.hash.get_or_init(|| Sha256::digest(&self.text).into())
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

    /// The part of a span that stands on its first line, without the line break: where a finding about the whole of it points.
    pub fn first_line(&self, span: Span) -> Span {
        let line = self.slice(span).lines().next().unwrap_or_default();
        Span::new(span.start, span.start + line.len())
    }

    /// How the text ends its lines.
    pub fn line_break(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// Where the line of a byte begins and where it ends, without its line break.
    pub fn line_around(&self, byte: usize) -> Span {
        let byte = self.text.floor_char_boundary(byte);
        let start = self.text[..byte].rfind('\n').map_or(0, |at| at + 1);
        let rest = &self.text[byte..];
        let end = byte + rest.find('\n').unwrap_or(rest.len());
        let cut = usize::from(end > byte && self.text[..end].ends_with('\r'));
        Span::new(start, end - cut)
    }

    /// Returns line and column of a byte; a byte past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        self.position_in(byte, Unit::Characters)
    }

    /// As [`position`](Self::position), with columns that count something else.
    pub fn position_in(&self, byte: usize, unit: Unit) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let lines = self.lines.get_or_init(|| line_starts(&self.text));
        let line = lines.partition_point(|start| *start <= byte) - 1;
        Position {
            line: line + 1,
            column: unit.count(&self.text[lines[line]..byte]) + 1,
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
    fn columns_count_what_is_asked_for() {
        let source = Source::new("a.md", "x\n证😀e\u{301}|");
        let bar = source.text().find('|').unwrap();
        let column = |unit| source.position_in(bar, unit).column;
        assert_eq!(column(Unit::Characters), 5);
        assert_eq!(column(Unit::Utf16), 6);
        assert_eq!(column(Unit::Bytes), 11);
        assert_eq!(source.position_in(0, Unit::Utf16), source.position(0));
    }

    #[test]
    fn a_byte_inside_a_character_is_that_character() {
        let source = Source::new("a.md", "证书");
        assert_eq!(source.position(1), source.position(0));
    }
}
