//! Code whose lines may be wider than a terminal.

use unicode_width::UnicodeWidthStr;

use super::breaks;
use super::escape::{self, Kind};
use super::fill::Piece;

/// Columns of a tabulator in code.
const TABULATOR: usize = 8;

/// Returns code as text that breaks at its own line ends, and at blanks only where the terminal has no more room.
///
/// A line's indent is as deep as leaves room for its first word in so many columns. Every other blank is one that roff neither stretches nor drops, and no full stop ends a sentence, behind which roff would
/// set two blanks.
pub(super) fn wrapping(text: &str, room: usize) -> Vec<Piece> {
    let lines = text
        .lines()
        .map(|line| words(shallow(&without_tabs(line), room)));
    let mut pieces = Vec::new();
    for line in lines {
        pieces.extend(line);
        pieces.push(Piece::Break);
    }
    pieces
}

/// Returns a line with no more blanks before it than leave room for its first word.
fn shallow(line: &str, room: usize) -> &str {
    let code = line.trim_start_matches(' ');
    let first = code.split(' ').next().unwrap_or_default().width();
    let most = room.saturating_sub(first).max(room / 4);
    let deepest = line.len() - code.len();
    &line[deepest.saturating_sub(most)..]
}

fn words(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut fixed = String::new();
    for (index, part) in line.trim_end().split(' ').enumerate() {
        if part.is_empty() {
            fixed.push_str("\\ ");
            continue;
        }
        if index > 0 && !pieces.is_empty() {
            pieces.push(Piece::Blank);
        }
        let word = escape::escaped(part, Kind::Token);
        let word = breaks::breakable(&word);
        let end = if part.ends_with(['.', '?', '!']) {
            "\\&"
        } else {
            ""
        };
        pieces.push(Piece::Word(format!(
            "{}{word}{end}",
            std::mem::take(&mut fixed)
        )));
    }
    match pieces.is_empty() {
        true => vec![Piece::Word("\\&".into())],
        false => pieces,
    }
}

/// Replaces tabulators with the blanks up to the next stop; roff would take them for its own.
pub(super) fn without_tabs(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut column = 0;
    for letter in line.chars() {
        let width = match letter {
            '\t' => TABULATOR - column % TABULATOR,
            _ => 1,
        };
        match letter {
            '\t' => plain.extend(std::iter::repeat_n(' ', width)),
            _ => plain.push(letter),
        }
        column += width;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::fill;
    use super::*;

    #[test]
    fn an_indent_leaves_room_for_the_first_word() {
        let line = " ".repeat(30) + "element: text";
        assert_eq!(shallow(&line, 20), "            element: text");
        assert_eq!(shallow(&line, 50), line);
        assert_eq!(shallow(&line, 4), " element: text");
    }

    #[test]
    fn wide_code_keeps_its_lines_and_its_blanks() {
        let text = "if a:\n    b  c.\n\n.so x";
        assert_eq!(
            fill::fill(&wrapping(text, 50), 50),
            "if a:\n.br\n\\ \\ \\ \\ b \\ c.\\&\n.br\n\\&\n.br\n\\&.so x\n"
        );
    }
}
