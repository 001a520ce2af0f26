//! Text in columns, whose widths are those of a terminal: a Chinese character takes two.

use unicode_width::UnicodeWidthStr;

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Writes rows with two blanks between columns and none at the end of a line; columns behind the last side stand left.
pub fn grid(rows: &[Vec<String>], sides: &[Side]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.as_str().width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter()
        .map(|row| format!("{}\n", line(row, &widths, sides)))
        .collect()
}

fn line(row: &[String], widths: &[usize], sides: &[Side]) -> String {
    let cells: Vec<String> = row
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let blanks = " ".repeat(widths[column].saturating_sub(cell.width()));
            match sides.get(column) {
                Some(Side::Right) => format!("{blanks}{cell}"),
                _ => format!("{cell}{blanks}"),
            }
        })
        .collect();
    cells.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        let rows = [
            vec!["证书".into(), "1".into()],
            vec!["e\u{301}tat".into(), "10".into()],
        ];
        let text = grid(&rows, &[Side::Left, Side::Right]);
        assert_eq!(text, "证书   1\ne\u{301}tat  10\n");
    }
}
