//! Which messages a template says.

use crate::diagnostic::{Source, Span};

/// The messages that a template says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// By name, with the places of the names.
    pub messages: Vec<(String, Span)>,
    /// Whether it also says some whose names only show when it is filled.
    pub is_open: bool,
}

/// What templates call the messages of their page.
const WORDS: &str = "words";

impl Said {
    /// Finds `words["name"]` and `words.name` between the marks of a template's language, outside its comments.
    pub fn by(template: &Source) -> Said {
        let text = template.text();
        let mut said = Said::default();
        let mut at = 0;
        while let Some((start, close)) = opening(text, at) {
            let end = text[start..]
                .find(close)
                .map_or(text.len(), |len| start + len);
            if close != "#}" {
                said.tag(text, Span::new(start, end));
            }
            at = end;
        }
        said
    }

    fn tag(&mut self, text: &str, tag: Span) {
        let code = &text[tag.range()];
        for (at, _) in code.match_indices(WORDS) {
            let behind = at + WORDS.len();
            let is_part = |letter: char| {
                letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | '"' | '\'')
            };
            let before = code[..at].chars().next_back();
            let follows = code[behind..].chars().next();
            if before.is_some_and(is_part) || follows.is_some_and(|it| it != '.' && is_part(it)) {
                continue;
            }
            match name(&code[behind..]) {
                Some(name) => {
                    let span = name.shifted(tag.start + behind);
                    self.messages.push((text[span.range()].to_owned(), span));
                }
                None => self.is_open = true,
            }
        }
    }
}

/// The next place where the template's language begins, and what ends it.
fn opening(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let rest = text.get(from..)?;
    let marks = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    let next = marks
        .into_iter()
        .filter_map(|(open, close)| Some((rest.find(open)?, close)));
    next.min().map(|(at, close)| (from + at + 2, close))
}

/// The name behind `words`, in brackets and quotes or after a dot.
fn name(text: &str) -> Option<Span> {
    if let Some(rest) = text.strip_prefix('.') {
        let is_name = |letter: &char| letter.is_alphanumeric() || *letter == '_';
        let len: usize = rest.chars().take_while(is_name).map(char::len_utf8).sum();
        return (len > 0).then(|| Span::new(1, 1 + len));
    }
    let inside = text.trim_start().strip_prefix('[')?.trim_start();
    let quote = inside
        .chars()
        .next()
        .filter(|it| matches!(it, '"' | '\'' | '`'))?;
    let start = text.len() - inside.len() + 1;
    let len = text[start..].find(quote)?;
    let is_closed = text[start + len + 1..].trim_start().starts_with(']');
    is_closed.then(|| Span::new(start, start + len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_where_templates_say_them() {
        let text = "words['no'] {{ words[\"copy\"] }} {# words['not'] #} {% if words_lang %}{{ a.words['x'] }}\
                    {% set t = words['home'] %}{{ words.tip }} {{ \"words\" }}";
        let said = Said::by(&Source::new("t", text));
        let names: Vec<&str> = said
            .messages
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["copy", "home", "tip"]);
        assert!(!said.is_open);
        assert_eq!(&text[said.messages[0].1.range()], "copy");
        for open in [
            "{{ words[kind] }}",
            "{% for word in words %}",
            "{{ words['a' ~ b] }}",
        ] {
            assert!(Said::by(&Source::new("t", open)).is_open, "{open}");
        }
    }
}
