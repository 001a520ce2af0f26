//! A catalogue as data: its messages, and what each of them wants and holds, with places.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};

use super::{Counting, Locale};
use crate::diagnostic::{Source, Span};

/// The messages of one file under `locales/`.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Its path begins with `locales/`.
    pub source: Arc<Source>,
    /// The language that the file is called after, where it is one.
    pub locale: Option<Locale>,
    /// Of messages with one name the last, in the order of the text.
    pub messages: Vec<Message>,
}

/// A message that says something.
#[derive(Debug, Clone, Default)]
pub struct Message {
    pub name: String,
    pub span: Span,
    /// The arguments that it wants, each with its places without the `$`.
    pub variables: BTreeMap<String, Vec<Span>>,
    /// Tags, entities, access keys and written line breaks, each with its first place.
    pub markup: BTreeMap<String, Span>,
    /// The places where it chooses between words.
    pub selections: Vec<Selection>,
}

/// A choice between words.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The name of the argument that decides, where it is one.
    pub variable: Option<String>,
    pub counting: Counting,
    pub variants: Vec<(String, Span)>,
    /// Index of the variant that is taken where no other fits.
    pub default: usize,
}

/// Deeper than any message nests; a parser that recurses must not be asked for more.
const DEEPEST: usize = 64;

impl Catalogue {
    /// Reads a catalogue; entries that are no Fluent are left out. `path` is that under `locales/`.
    pub fn read(path: &str, text: &str) -> Catalogue {
        let source = Arc::new(Source::new(format!("locales/{path}"), text));
        let name = path.rsplit('/').next().unwrap_or_default();
        let locale = name
            .strip_suffix(".ftl")
            .and_then(|tag| Locale::declared(tag).ok());
        let mut messages: Vec<Message> = Vec::new();
        if nesting(text) <= DEEPEST {
            let resource = fluent_syntax::parser::parse(source.text());
            let resource = resource.unwrap_or_else(|(resource, _)| resource);
            let mut places: BTreeMap<String, usize> = BTreeMap::new();
            for message in resource.body.iter().filter_map(|it| message(&source, it)) {
                match places.get(&message.name) {
                    Some(&at) => messages[at] = message,
                    None => {
                        places.insert(message.name.clone(), messages.len());
                        messages.push(message);
                    }
                }
            }
        }
        Catalogue {
            source,
            locale,
            messages,
        }
    }

    pub fn message(&self, name: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.name == name)
    }

    /// Whether the catalogue is for a tag of [`Locale::fallbacks`].
    pub fn speaks(&self, tag: &str) -> bool {
        super::words::speaks(self.source.path(), tag)
    }
}

/// How deep braces stand in one another.
fn nesting(text: &str) -> usize {
    let mut depth = 0usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn message(source: &Source, entry: &Entry<&str>) -> Option<Message> {
    let Entry::Message(message) = entry else {
        return None;
    };
    let mut read = Message {
        name: message.id.name.to_owned(),
        span: span_of(source, message.id.name),
        ..Message::default()
    };
    read.pattern(source, message.value.as_ref()?);
    Some(read)
}

/// Where a piece of the text stands: the parser hands out pieces of what it was given.
fn span_of(source: &Source, piece: &str) -> Span {
    let start = (piece.as_ptr() as usize).checked_sub(source.text().as_ptr() as usize);
    start
        .map(|start| Span::new(start, start + piece.len()))
        .filter(|span| source.slice(*span) == piece)
        .unwrap_or_default()
}

impl Message {
    fn pattern(&mut self, source: &Source, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    let start = span_of(source, value).start;
                    for (name, span) in markup(value) {
                        self.markup.entry(name).or_insert(span.shifted(start));
                    }
                }
                PatternElement::Placeable { expression } => self.expression(source, expression),
            }
        }
    }

    fn expression(&mut self, source: &Source, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(source, inline),
            Expression::Select { selector, variants } => {
                self.inline(source, selector);
                self.selections.push(selection(source, selector, variants));
                for variant in variants {
                    self.pattern(source, &variant.value);
                }
            }
        }
    }

    fn inline(&mut self, source: &Source, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                let span = span_of(source, id.name);
                self.variables
                    .entry(id.name.to_owned())
                    .or_default()
                    .push(span);
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                self.arguments(source, arguments);
            }
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(arguments) = arguments {
                    self.arguments(source, arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(source, expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. } => {}
        }
    }

    fn arguments(&mut self, source: &Source, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(source, argument);
        }
        for argument in &arguments.named {
            self.inline(source, &argument.value);
        }
    }
}

fn selection(
    source: &Source,
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
) -> Selection {
    let key = |variant: &Variant<&str>| {
        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
            variant.key;
        (key.to_owned(), span_of(source, key))
    };
    let (variable, counting) = decider(selector);
    Selection {
        variable,
        counting,
        variants: variants.iter().map(key).collect(),
        default: variants
            .iter()
            .position(|variant| variant.default)
            .unwrap_or(0),
    }
}

/// What decides: `$count`, or `NUMBER($count, type: "ordinal")`.
fn decider(selector: &InlineExpression<&str>) -> (Option<String>, Counting) {
    match selector {
        InlineExpression::VariableReference { id } => {
            (Some(id.name.to_owned()), Counting::Cardinal)
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            let is_ordinal = arguments.named.iter().any(|argument| {
                argument.name.name == "type"
                    && argument.value == InlineExpression::StringLiteral { value: "ordinal" }
            });
            let counting = match is_ordinal {
                true => Counting::Ordinal,
                false => Counting::Cardinal,
            };
            let variable = arguments.positional.first().and_then(|it| decider(it).0);
            (variable, counting)
        }
        _ => (None, Counting::Cardinal),
    }
}

/// What a program reads in words: `<b>`, `&nbsp;`, the access key of `&Open`, and `\n`.
fn markup(text: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let len = match letter {
            '<' => tag(rest),
            '&' => entity(rest).or_else(|| access_key(text, at)),
            '\\' => rest.starts_with("\\n").then_some(2),
            _ => None,
        };
        if let Some(len) = len {
            let name = match (letter, rest[..len].ends_with(';')) {
                ('<', _) => tag_name(&rest[..len]),
                ('&', false) => "&".to_owned(),
                _ => rest[..len].to_owned(),
            };
            found.push((name, Span::new(at, at + len)));
        }
    }
    found
}

/// The length of a tag: a name follows `<` or `</` at once.
fn tag(text: &str) -> Option<usize> {
    let name = text[1..].trim_start_matches('/');
    let len = text.find('>')? + 1;
    (name.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !text[1..len].contains('<'))
        .then_some(len)
}

/// A tag without its attributes, some of which are words.
fn tag_name(tag: &str) -> String {
    let name = tag.trim_matches(['<', '>']);
    let end = name
        .char_indices()
        .skip(1)
        .find(|(_, letter)| !letter.is_ascii_alphanumeric() && *letter != '-')
        .map_or(name.len(), |(at, _)| at);
    format!("<{}>", name[..end].to_ascii_lowercase())
}

fn entity(text: &str) -> Option<usize> {
    let len = text.find(';')?;
    let name = &text[1..len];
    let is_name = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '#');
    (!name.is_empty() && is_name).then_some(len + 1)
}

/// An ampersand before the first letter of a word marks the key that chooses a command.
fn access_key(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    let begins = before.is_none_or(char::is_whitespace);
    (begins && after.is_some_and(char::is_alphabetic)).then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_knows_what_it_wants_and_holds() {
        let text = "a = <b class=\"x\">Tom</b> &amp; Jerry, R&D\\n &Open\n\
                    n = { NUMBER($number, type: \"ordinal\") ->\n    [one] { $number }st\n   *[other] { $name }\n}\n";
        let catalogue = Catalogue::read("en.ftl", text);
        let names = |names: Vec<&String>| {
            let names: Vec<&str> = names.into_iter().map(String::as_str).collect();
            names.join(" ")
        };
        let [plain, counted] = catalogue.messages.as_slice() else {
            panic!("two messages");
        };
        assert_eq!(names(plain.markup.keys().collect()), "& &amp; </b> <b> \\n");
        assert_eq!(names(counted.variables.keys().collect()), "name number");
        let selection = &counted.selections[0];
        assert_eq!(selection.counting, Counting::Ordinal);
        assert_eq!(selection.variants[1].0, "other");
        assert_eq!(catalogue.source.slice(counted.variables["name"][0]), "name");
        assert_eq!(catalogue.source.slice(counted.span), "n");
    }

    #[test]
    fn what_is_no_fluent_is_left_out() {
        let catalogue = Catalogue::read("de.ftl", "a = { $ }\nb = B\nb = C\n.\n");
        assert_eq!(catalogue.messages.len(), 1);
        let deep = format!("a = {}", "{".repeat(100_000));
        assert_eq!(Catalogue::read("de.ftl", &deep).messages.len(), 0);
    }
}
