//! Attributes as directives of Microsoft Learn write them: `name="value"`, with the place of each value.

use std::ops::Range;

/// An attribute, and the bytes of its value within the text that was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    pub name: &'a str,
    pub value: &'a str,
    pub range: Range<usize>,
}

/// Reads attributes up to the first thing that is none, and says where that stands.
pub fn attributes(text: &str) -> (Vec<Attribute<'_>>, usize) {
    let mut attributes = Vec::new();
    let mut at = 0;
    loop {
        at = skip_blanks(text, at);
        let Some((attribute, end)) = attribute(text, at) else {
            return (attributes, at);
        };
        attributes.push(attribute);
        at = end;
    }
}

/// Returns the value of an attribute, whatever the case of its name.
pub fn value<'s, 'a>(attributes: &'s [Attribute<'a>], name: &str) -> Option<&'s Attribute<'a>> {
    attributes
        .iter()
        .find(|it| it.name.eq_ignore_ascii_case(name))
}

fn attribute(text: &str, start: usize) -> Option<(Attribute<'_>, usize)> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let name = text.as_bytes()[start..].iter().take_while(|it| is_name(it));
    let end = start + name.count();
    let equals = skip_blanks(text, end);
    if end == start || text.as_bytes().get(equals) != Some(&b'=') {
        return None;
    }
    let from = skip_blanks(text, equals + 1);
    let (range, after) = value_range(text, from)?;
    let attribute = Attribute {
        name: &text[start..end],
        value: &text[range.clone()],
        range,
    };
    Some((attribute, after))
}

/// The bytes of a value, and where the text goes on: in quotes up to the closing one, else up to a blank or `:::`.
fn value_range(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    match *text.as_bytes().get(from)? {
        quote @ (b'"' | b'\'') => {
            let len = text[from + 1..].find(char::from(quote))?;
            let range = from + 1..from + 1 + len;
            Some((range.clone(), range.end + 1))
        }
        _ => {
            let rest = &text[from..];
            let blank = rest.find(|letter: char| letter.is_whitespace() || letter == ']');
            let end = rest[..blank.unwrap_or(rest.len())].find(":::").or(blank);
            let end = from + end.unwrap_or(rest.len());
            (end > from).then_some((from..end, end))
        }
    }
}

fn skip_blanks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    text.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_quotes_or_not() {
        let (read, end) = attributes(r#" a="1 2" b='3' c=4:::"#);
        let values: Vec<_> = read.iter().map(|it| (it.name, it.value)).collect();
        assert_eq!(values, [("a", "1 2"), ("b", "3"), ("c", "4")]);
        assert_eq!(end, r#" a="1 2" b='3' c=4"#.len());
    }

    #[test]
    fn what_is_no_attribute_ends_them() {
        for text in ["a=\"1", "=1", "a", "é=1", ""] {
            assert_eq!(attributes(text), (Vec::new(), 0), "{text}");
        }
    }
}
