//! Rows as they were written, before GFM pads and cuts them.

use crate::diagnostic::{Source, Span};
use crate::model::{Cell, Inline, Row};

/// Makes a row of its cells; `text` is what it was read from.
pub fn row(span: Span, text: &str, cells: Vec<Cell>) -> Row {
    Row {
        span,
        cells,
        written: written_cells(text),
        anchor: None,
    }
}

/// Makes a cell; `span` may hold padding, of which the cell keeps none.
pub fn cell(source: &Source, span: Span, content: Vec<Inline>) -> Cell {
    let raw = source.slice(span);
    let start = span.start + (raw.len() - raw.trim_start().len());
    let end = (start + raw.trim().len()).min(span.end);
    let text = Inline::text(&content).trim().to_owned();
    Cell {
        span: Span::new(start.min(end), end),
        content,
        text,
    }
}

/// Counts the cells of a row: pipes split them even inside code spans, unless a backslash stands before
/// (GFM specification, section 4.10).
fn written_cells(row: &str) -> usize {
    let row = row.trim();
    let mut pipes = 0;
    let mut escaped = false;
    let mut last_is_pipe = false;
    for byte in row.bytes() {
        last_is_pipe = byte == b'|' && !escaped;
        pipes += usize::from(last_is_pipe);
        escaped = byte == b'\\' && !escaped;
    }
    let outer = usize::from(row.starts_with('|')) + usize::from(last_is_pipe && row.len() > 1);
    (pipes + 1).saturating_sub(outer)
}

#[cfg(test)]
mod tests {
    use super::written_cells;

    #[test]
    fn cells_are_counted_as_written() {
        for (row, cells) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a | b", 2),
            ("| a |", 1),
            ("| a | b | c |  ", 3),
            (r"| a \| b | c |", 2),
            ("| `a|b` | c |", 3),
            ("| | |", 2),
            ("a", 1),
        ] {
            assert_eq!(written_cells(row), cells, "{row}");
        }
    }
}
