//! Which lines of a file a code include shows.

use super::percent_decoded;

/// What is wrong with a code include whose file is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLines {
    /// No snippet bears the name.
    Name(String),
    /// The file has no such lines; how many it has.
    Range { wanted: String, lines: usize },
    /// The range is no range.
    Unreadable(String),
}

/// The part of a file that a code include asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Wish {
    name: Option<String>,
    /// `5-9`, `2-4,7`, `9-`: numbers of lines from 1.
    range: Option<String>,
    dedent: Option<usize>,
}

/// A line that begins or ends a snippet.
#[derive(Debug, PartialEq, Eq)]
enum Mark<'a> {
    /// `// <name>`
    Open(&'a str),
    /// `// </name>`
    Close(&'a str),
    /// `#region name`
    Region(&'a str),
    EndRegion,
}

/// Returns the lines of a file that a destination asks for, without the blanks that all of them begin with.
///
/// The forms are those of DocFX: `?name=…` or `#…` for a snippet between `// <name>` and `// </name>` or in a `#region name`, `#L5-L9`,
/// `?start=5&end=9`, `?range=2-4,7,9-` and `&dedent=4`. `highlight=` is taken and does nothing.
pub fn snippet(text: &str, destination: &str) -> Result<String, NoLines> {
    let wish = wish(destination);
    let lines: Vec<&str> = text.lines().collect();
    let chosen: Vec<&str> = match (&wish.name, &wish.range) {
        (Some(name), _) => named(&lines, name).ok_or_else(|| NoLines::Name(name.clone()))?,
        (None, Some(range)) => ranged(&lines, range)?,
        (None, None) => lines,
    };
    Ok(dedented(&chosen, wish.dedent))
}

/// The destination that names part of a file to [`snippet`], for forms that say the parts one by one.
pub fn snippet_destination(path: &str, name: Option<&str>, range: Option<&str>) -> String {
    let encoded = |value: &str| {
        let value = value.replace('%', "%25").replace('&', "%26");
        value.replace('#', "%23")
    };
    let wishes = [("name", name), ("range", range)].into_iter();
    let wishes: Vec<String> = wishes
        .filter_map(|(key, value)| Some(format!("{key}={}", encoded(value?))))
        .collect();
    match wishes.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", wishes.join("&")),
    }
}

fn wish(destination: &str) -> Wish {
    let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let mut wish = Wish::default();
    let (mut start, mut end) = (None, None);
    for (key, value) in query.split('&').filter_map(|part| part.split_once('=')) {
        let value = percent_decoded(value.trim());
        match key.trim().to_ascii_lowercase().as_str() {
            "name" | "id" => wish.name = Some(value),
            "range" => wish.range = Some(value),
            "start" => start = Some(value),
            "end" => end = Some(value),
            "dedent" => wish.dedent = value.parse().ok(),
            _ => {}
        }
    }
    if let Some(start) = start {
        let end = end.unwrap_or_else(|| start.clone());
        wish.range = Some(format!("{start}-{end}"));
    }
    match percent_decoded(fragment.trim()) {
        fragment if fragment.is_empty() => {}
        fragment => match lines_of_fragment(&fragment) {
            Some(range) => wish.range = Some(range),
            None => wish.name = Some(fragment),
        },
    }
    wish
}

/// `L5` and `L5-L9` as a range.
fn lines_of_fragment(fragment: &str) -> Option<String> {
    let number = |text: &str| {
        let digits = text.strip_prefix(['L', 'l'])?;
        digits.parse::<usize>().ok().map(|_| digits.to_owned())
    };
    match fragment.split_once('-') {
        None => number(fragment),
        Some((start, end)) => Some(format!("{}-{}", number(start)?, number(end)?)),
    }
}

/// The lines of a list of ranges.
fn ranged<'a>(lines: &[&'a str], ranges: &str) -> Result<Vec<&'a str>, NoLines> {
    let mut chosen = Vec::new();
    for range in ranges.split(',').map(str::trim) {
        let unreadable = || NoLines::Unreadable(range.to_owned());
        let (start, end) = bounds(range, lines.len()).ok_or_else(unreadable)?;
        if start == 0 || start > end || end > lines.len() {
            return Err(NoLines::Range {
                wanted: range.to_owned(),
                lines: lines.len(),
            });
        }
        chosen.extend(&lines[start - 1..end]);
        // A range may be asked for as often as there are commas: no more of them than a page can show.
        if chosen.len() > MOST_LINES {
            return Err(unreadable());
        }
    }
    Ok(chosen)
}

/// The most lines that ranges may add up to.
const MOST_LINES: usize = 100_000;

/// First and last line of `5-9`, `5` or `5-`, which goes on to the end.
fn bounds(range: &str, lines: usize) -> Option<(usize, usize)> {
    let Some((start, end)) = range.split_once('-') else {
        let line = range.parse().ok()?;
        return Some((line, line));
    };
    let start = start.trim().parse().ok()?;
    match end.trim() {
        "" => Some((start, lines)),
        end => Some((start, end.parse().ok()?)),
    }
}

/// The lines between the marks of a snippet, without the marks of others. Names are compared whatever their case, and `name` also finds
/// `snippetname`.
fn named<'a>(lines: &[&'a str], name: &str) -> Option<Vec<&'a str>> {
    let marks: Vec<Option<Mark>> = lines.iter().map(|line| mark(line)).collect();
    let prefixed = format!("snippet{name}");
    let range = [name, &prefixed]
        .into_iter()
        .find_map(|name| between_tags(&marks, name).or_else(|| in_region(&marks, name)))?;
    let inside = range.clone().filter(|at| marks[*at].is_none());
    Some(inside.map(|at| lines[at]).collect())
}

fn between_tags(marks: &[Option<Mark>], name: &str) -> Option<std::ops::Range<usize>> {
    let is = |mark: &Option<Mark>, opens: bool| match mark {
        Some(Mark::Open(own)) => opens && own.eq_ignore_ascii_case(name),
        Some(Mark::Close(own)) => !opens && own.eq_ignore_ascii_case(name),
        _ => false,
    };
    let start = marks.iter().position(|mark| is(mark, true))? + 1;
    let len = marks[start..].iter().position(|mark| is(mark, false))?;
    Some(start..start + len)
}

/// Regions lie in one another, and their ends bear no names.
fn in_region(marks: &[Option<Mark>], name: &str) -> Option<std::ops::Range<usize>> {
    let is_start = |mark: &Option<Mark>| matches!(mark, Some(Mark::Region(own)) if own.eq_ignore_ascii_case(name));
    let start = marks.iter().position(is_start)? + 1;
    let mut open = 1usize;
    for (at, mark) in marks.iter().enumerate().skip(start) {
        match mark {
            Some(Mark::Region(_)) => open += 1,
            Some(Mark::EndRegion) if open == 1 => return Some(start..at),
            Some(Mark::EndRegion) => open -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a line is a mark: a tag in a comment of whatever language, or the end of a region.
fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim();
    region(line).or_else(|| tag(line))
}

fn region(line: &str) -> Option<Mark<'_>> {
    let word = line.trim_start_matches(['/', '#', '-', '\'', ';', '%', ' ', '\t']);
    if word.len() == line.len() {
        return None;
    }
    let begins = |prefix: &str| {
        let head = word.get(..prefix.len())?;
        let rest = &word[prefix.len()..];
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (head.eq_ignore_ascii_case(prefix) && ends).then(|| rest.trim())
    };
    if begins("endregion").is_some() || begins("end region").is_some() {
        return Some(Mark::EndRegion);
    }
    let name = begins("region")?;
    Some(Mark::Region(name.trim_matches('"')))
}

/// A comment that holds nothing but a tag: `// <name>`, `# </name>`, `<!-- <name> -->`, `rem <name>`.
fn tag(line: &str) -> Option<Mark<'_>> {
    // What has more brackets before a tag is no comment.
    line.match_indices('<')
        .take(3)
        .find_map(|(at, _)| tag_at(line, at))
}

fn tag_at(line: &str, at: usize) -> Option<Mark<'_>> {
    let (before, rest) = (&line[..at], &line[at + 1..]);
    let (inside, after) = rest.split_once('>')?;
    let is_silent = |text: &str| !text.chars().any(char::is_alphanumeric);
    let opens = match before.trim() {
        "" => false,
        before => is_silent(before) || before.eq_ignore_ascii_case("rem"),
    };
    let is_name = |text: &str| !text.is_empty() && text.chars().all(is_of_name);
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !opens || !is_silent(after) || !is_name(name) {
        return None;
    }
    Some(match inside.len() == name.len() {
        true => Mark::Open(name),
        false => Mark::Close(name),
    })
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || "_-.".contains(letter)
}

/// Takes away the blanks that all lines begin with, or as many as are wanted.
fn dedented(lines: &[&str], wanted: Option<usize>) -> String {
    let indent = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let common = filled.map(indent).min().unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        let cut = wanted.unwrap_or(common).min(indent(line));
        text.push_str(line[cut..].trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "use a;\n\n// <main>\nfn main() {\n    // <inner>\n    go();\n    // </inner>\n}\n// </main>\n";

    fn shown(destination: &str) -> String {
        match snippet(FILE, destination) {
            Ok(text) => text,
            Err(flaw) => format!("{flaw:?}"),
        }
    }

    #[test]
    fn snippets_are_found_by_name_without_the_marks_of_others() {
        assert_eq!(shown("a.rs?name=main"), "fn main() {\n    go();\n}\n");
        assert_eq!(shown("a.rs#INNER"), "go();\n");
        assert_eq!(shown("a.rs?name=inner&highlight=1"), "go();\n");
        assert_eq!(shown("a.rs?name=other"), "Name(\"other\")");
    }

    #[test]
    fn lines_are_found_by_number() {
        assert_eq!(shown("a.rs#L6"), "go();\n");
        assert_eq!(
            shown("a.rs#L4-L6"),
            "fn main() {\n    // <inner>\n    go();\n"
        );
        assert_eq!(shown("a.rs?range=1,6"), "use a;\n    go();\n");
        assert_eq!(shown("a.rs?range=8-"), "}\n// </main>\n");
        assert_eq!(shown("a.rs?start=6&end=6"), "go();\n");
        assert_eq!(shown("a.rs?range=6&dedent=2"), "  go();\n");
        for range in ["a.rs#L9-L12", "a.rs?range=0", "a.rs?range=5-4"] {
            assert!(shown(range).starts_with("Range"), "{range}");
        }
        assert!(shown("a.rs?range=x").starts_with("Unreadable"));
    }

    #[test]
    fn a_destination_names_what_it_was_made_of() {
        assert_eq!(snippet_destination("a.rs", None, None), "a.rs");
        for (name, range) in [
            (Some("a&b#c"), None),
            (None, Some("2-4,7")),
            (Some("x"), Some("1")),
        ] {
            let wish = wish(&snippet_destination("a.rs", name, range));
            assert_eq!((wish.name.as_deref(), wish.range.as_deref()), (name, range));
        }
    }

    #[test]
    fn a_file_is_shown_whole_where_nothing_is_asked_for() {
        assert_eq!(shown("a.rs").trim_end(), FILE.trim_end());
    }

    #[test]
    fn comments_of_every_language_hold_marks() {
        for (open, close) in [
            ("// <a>", "// </a>"),
            ("#<a>", "#</a>"),
            ("<!-- <a> -->", "<!-- </a> -->"),
            ("/* <a> */", "/* </a> */"),
            ("-- <A>", "-- </A>"),
            ("' <a>", "' </a>"),
            ("REM <a>", "REM </a>"),
            ("; <snippeta>", "; </snippeta>"),
            ("#region a", "#endregion"),
            ("#Region \"a\"", "#End Region"),
            ("//#region a", "//#endregion"),
        ] {
            let text = format!("x\n  {open}\n  y\n  {close}\nz\n");
            assert_eq!(snippet(&text, "f?name=a"), Ok("y\n".to_owned()), "{open}");
        }
        let nested = "#region a\n1\n#region b\n2\n#endregion\n3\n#endregion\n4\n";
        assert_eq!(snippet(nested, "f#a"), Ok("1\n2\n3\n".to_owned()));
    }

    #[test]
    fn markup_is_no_mark() {
        for line in [
            "<a>",
            "x <a>",
            "<p>words</p>",
            "// see <a> here",
            "",
            "// a->b",
            "// <<",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
