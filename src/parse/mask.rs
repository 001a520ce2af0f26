//! A copy of a text in which some stretches are replaced by others of the same length, so that every byte stays
//! where it was and a parser meets what it knows.

use std::borrow::Cow;
use std::ops::Range;

/// What stands for running text: no letter, no blank, no mark that means anything.
const FILLER: char = '\u{1}';

/// A stretch of the text that is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    pub range: Range<usize>,
    pub kind: CoverKind,
    filler: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverKind {
    /// Stands on lines of its own: the parser meets a comment there.
    Line,
    /// Stands in running text: the parser meets a word.
    Inline,
    /// A piece of an indent that a list's mark replaces; the list is not there.
    Frame,
    /// Something else that Markdown knows, and that needs no restoring.
    Other,
}

impl Cover {
    /// Covers at least seven bytes as a comment; `None` where there are fewer.
    pub fn line(range: Range<usize>) -> Option<Self> {
        let inside = range.len().checked_sub("<!---->".len())?;
        let filler = format!("<!--{}-->", "x".repeat(inside));
        Some(Cover::new(range, CoverKind::Line, filler))
    }

    pub fn inline(range: Range<usize>) -> Self {
        let filler = FILLER.to_string().repeat(range.len());
        Cover::new(range, CoverKind::Inline, filler)
    }

    /// Covers an even number of blanks with marks of lists, each within the one before.
    pub fn frame(range: Range<usize>) -> Self {
        let filler = "+ ".repeat(range.len() / 2);
        Cover::new(range, CoverKind::Frame, filler)
    }

    /// `filler` must be as long as the range.
    pub fn other(range: Range<usize>, filler: &str) -> Self {
        Cover::new(range, CoverKind::Other, filler.to_owned())
    }

    fn new(range: Range<usize>, kind: CoverKind, filler: String) -> Self {
        Cover {
            range,
            kind,
            filler,
        }
    }
}

/// A text and what is replaced in it.
#[derive(Debug)]
pub struct Mask<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    /// Sorted, and none within another.
    covers: Vec<Cover>,
}

impl<'a> Mask<'a> {
    /// Replaces what the covers say; of two that overlap the first one holds. Ranges end at whole letters.
    pub fn new(original: &'a str, mut covers: Vec<Cover>) -> Self {
        covers.sort_by_key(|cover| cover.range.start);
        let mut end = 0;
        covers.retain(|cover| {
            let fits = cover.filler.len() == cover.range.len() && cover.range.start >= end;
            end = if fits { cover.range.end } else { end };
            fits
        });
        let text = match covers.is_empty() {
            true => Cow::Borrowed(original),
            false => Cow::Owned(replaced(original, &covers)),
        };
        Mask {
            original,
            text,
            covers,
        }
    }

    /// The text as a parser shall read it, as long as the original.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The covers that touch a range, in their order.
    pub fn covers(&self, range: &Range<usize>) -> &[Cover] {
        let start = self
            .covers
            .partition_point(|it| it.range.end <= range.start);
        let end = self.covers.partition_point(|it| it.range.start < range.end);
        &self.covers[start.min(end)..end]
    }

    /// The cover of a kind that a range begins with, behind nothing but blanks.
    pub fn leading(&self, range: &Range<usize>, kind: CoverKind) -> Option<&Cover> {
        let cover = self.covers(range).first()?;
        let start = cover.range.start.max(range.start);
        let before = self.original.get(range.start..start)?;
        (cover.kind == kind && before.trim().is_empty()).then_some(cover)
    }

    /// Returns a text that was read from a range, such as an address, with what stood there before.
    pub fn restored<'t>(&self, text: &'t str, range: &Range<usize>) -> Cow<'t, str> {
        if self.covers.is_empty() || !text.contains(FILLER) {
            return Cow::Borrowed(text);
        }
        let mut restored = text.to_owned();
        for cover in self.covers(range) {
            let original = &self.original[cover.range.clone()];
            restored = restored.replacen(&cover.filler, original, 1);
        }
        Cow::Owned(restored)
    }
}

fn replaced(original: &str, covers: &[Cover]) -> String {
    let mut text = String::with_capacity(original.len());
    let mut end = 0;
    for cover in covers {
        text.push_str(&original[end..cover.range.start]);
        text.push_str(&cover.filler);
        end = cover.range.end;
    }
    text.push_str(&original[end..]);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_text_is_as_long_as_the_text() {
        let text = "a\n::: zone-end\nb é c";
        let covers = vec![
            Cover::inline(17..19),
            Cover::line(2..14).expect("it is long enough"),
            Cover::inline(3..5),
        ];
        let mask = Mask::new(text, covers);
        assert_eq!(mask.text().len(), text.len());
        assert_eq!(mask.text(), "a\n<!--xxxxx-->\nb \u{1}\u{1} c");
        assert_eq!(mask.covers(&(0..text.len())).len(), 2);
        assert_eq!(mask.covers(&(14..17)).len(), 0);
        assert!(mask.leading(&(2..15), CoverKind::Line).is_some());
        assert_eq!(mask.restored("b\u{1}\u{1}", &(15..21)), "bé");
    }
}
