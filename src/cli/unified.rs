//! Changes of texts as a unified diff, which `git apply` and `patch` take.

use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices, group_diff_ops};

/// Lines that stand around a change.
const CONTEXT: usize = 3;

/// Returns the difference of two texts of a file, empty where there is none.
pub fn text(path: &str, before: &str, after: &str) -> String {
    // Lines end with a line feed, as they do for those who apply this; a carriage return alone ends none.
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let changes = capture_diff_slices(Algorithm::Myers, &old, &new);
    let hunks = group_diff_ops(changes, CONTEXT);
    let hunks: String = hunks.iter().map(|hunk| shown(hunk, &old, &new)).collect();
    match hunks.is_empty() {
        true => hunks,
        false => format!("--- {}\n+++ {}\n{hunks}", name("a", path), name("b", path)),
    }
}

fn shown(hunk: &[DiffOp], old: &[&str], new: &[&str]) -> String {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else {
        return String::new();
    };
    let mut text = format!(
        "@@ -{} +{} @@\n",
        range(first.old_range().start, last.old_range().end),
        range(first.new_range().start, last.new_range().end)
    );
    for change in hunk.iter().flat_map(|op| op.iter_changes(old, new)) {
        text.push(match change.tag() {
            ChangeTag::Equal => ' ',
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        });
        let line: &str = change.value();
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
    text
}

/// First line, counted from 1, and number of lines; where there is none, the line before.
fn range(start: usize, end: usize) -> String {
    match end - start {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        length => format!("{},{length}", start + 1),
    }
}

/// A name as git writes it: in quotes where it holds what would end it, and before a tab where it holds blanks.
fn name(side: &str, path: &str) -> String {
    let path = format!("{side}/{path}");
    let odd = |letter: char| letter.is_ascii_control() || letter == '"' || letter == '\\';
    if path.contains(odd) {
        return format!("\"{}\"", escaped(&path));
    }
    match path.contains(' ') {
        true => format!("{path}\t"),
        false => path,
    }
}

fn escaped(path: &str) -> String {
    let mut escaped = String::new();
    for letter in path.chars() {
        match letter {
            '"' | '\\' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            _ if letter.is_ascii_control() => escaped += &format!("\\{:03o}", u32::from(letter)),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_change_stands_in_three_lines_of_context() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let after = before.replace("5\n", "five\n");
        let expected =
            "--- a/x.md\n+++ b/x.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n";
        assert_eq!(text("x.md", before, &after), expected);
        assert_eq!(text("x.md", before, before), "");
    }

    #[test]
    fn ends_of_lines_and_of_files_are_kept() {
        assert_eq!(
            text("a b.md", "a\r\nb", "a\r\nc"),
            "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        );
        assert!(text("证\"书.md", "", "a\n").starts_with("--- \"a/证\\\"书.md\"\n"));
        assert!(text("证书.md", "", "a\n").ends_with("@@ -0,0 +1 @@\n+a\n"));
    }
}
