//! Reads lists of ids as products export them: a text with one on a line, or JSON.

use serde_json::{Map, Number, Value};

/// The ids of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ids {
    List(Vec<String>),
    /// An object such as an exported enum: its ids may be on either side. Values are none where one of them is no word or number.
    Sides {
        keys: Vec<String>,
        values: Vec<String>,
    },
}

/// Why a text is no list of ids.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdsError {
    #[error(
        "{line}:{column}: this is no JSON: {cause}\nhelp: a text with one id on a line must not begin with a bracket"
    )]
    Syntax {
        line: usize,
        column: usize,
        cause: String,
    },
    #[error(
        "entry {number} is {found}\nhelp: write a list of words and whole numbers, or of objects with --field"
    )]
    Entry { number: usize, found: &'static str },
    #[error(
        "entry {number} has no field `{field}` with a word or a whole number\nhelp: its fields are {known}"
    )]
    Field {
        number: usize,
        field: String,
        known: String,
    },
    #[error(
        "entry {number} is an object, and nobody says which field holds the id\nhelp: write --field with one of {known}"
    )]
    NoField { number: usize, known: String },
    #[error("a text with one id on a line has no field `{field}`\nhelp: leave --field out")]
    PlainText { field: String },
}

/// Reads a list. A text that begins with a bracket is JSON; in any other each line is an id, and `#` at its start or behind a blank
/// begins a comment.
///
/// # Errors
///
/// Where an entry is no id: one that was passed over would not be missed.
pub fn ids(text: &str, field: Option<&str>) -> Result<Ids, IdsError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['[', '{']) {
        return json(text, field);
    }
    match field {
        Some(field) => Err(IdsError::PlainText {
            field: field.to_owned(),
        }),
        None => Ok(Ids::List(text.lines().filter_map(line).collect())),
    }
}

fn line(line: &str) -> Option<String> {
    let comment = line.match_indices('#').map(|(at, _)| at);
    let mut comment = comment.filter(|at| {
        line[..*at]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    });
    let id = line[..comment.next().unwrap_or(line.len())].trim();
    (!id.is_empty()).then(|| id.to_owned())
}

fn json(text: &str, field: Option<&str>) -> Result<Ids, IdsError> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let cause = error.to_string();
        let cut = cause.rfind(" at line ").unwrap_or(cause.len());
        IdsError::Syntax {
            line: error.line().max(1),
            column: error.column().max(1),
            cause: cause[..cut].to_owned(),
        }
    })?;
    match (value, field) {
        (Value::Array(items), _) => Ok(Ids::List(list(&items, field)?)),
        (Value::Object(object), None) => Ok(sides(object)),
        (Value::Object(object), Some(name)) => match object.get(name) {
            Some(Value::Array(items)) => Ok(Ids::List(list(items, None)?)),
            _ => {
                let items: Vec<Value> = object.into_iter().map(|(_, value)| value).collect();
                Ok(Ids::List(list(&items, field)?))
            }
        },
        // A text that begins with a bracket is nothing else.
        _ => Ok(Ids::List(Vec::new())),
    }
}

fn list(items: &[Value], field: Option<&str>) -> Result<Vec<String>, IdsError> {
    let items = items.iter().zip(1..);
    items
        .map(|(item, number)| match (item, field) {
            (Value::Object(object), Some(field)) => of_field(object, field, number),
            (Value::Object(object), None) => Err(IdsError::NoField {
                number,
                known: fields(object),
            }),
            _ => id(item).map_err(|found| IdsError::Entry { number, found }),
        })
        .collect()
}

fn of_field(object: &Map<String, Value>, field: &str, number: usize) -> Result<String, IdsError> {
    let value = object.get(field).and_then(|value| id(value).ok());
    value.ok_or_else(|| IdsError::Field {
        number,
        field: field.to_owned(),
        known: fields(object),
    })
}

fn fields(object: &Map<String, Value>) -> String {
    let names: Vec<String> = object.keys().map(|name| format!("`{name}`")).collect();
    match names.is_empty() {
        true => "none".to_owned(),
        false => names.join(", "),
    }
}

fn sides(object: Map<String, Value>) -> Ids {
    let values: Result<Vec<String>, _> = object.values().map(id).collect();
    Ids::Sides {
        values: values.unwrap_or_default(),
        keys: object.into_iter().map(|(key, _)| key).collect(),
    }
}

/// A word or a whole number; else what it is.
fn id(value: &Value) -> Result<String, &'static str> {
    match value {
        Value::String(word) if word.trim().is_empty() => Err("an empty word"),
        Value::String(word) => Ok(word.trim().to_owned()),
        Value::Number(number) if is_whole(number) => Ok(number.to_string()),
        Value::Number(_) => Err("a number that is not whole, or too large to be read exactly"),
        Value::Null => Err("null"),
        Value::Bool(_) => Err("true or false"),
        Value::Array(_) => Err("a list"),
        Value::Object(_) => Err("an object"),
    }
}

fn is_whole(number: &Number) -> bool {
    number.is_i64() || number.is_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, field: Option<&str>) -> String {
        match ids(text, field) {
            Ok(Ids::List(ids)) => ids.join(" "),
            Ok(Ids::Sides { keys, values }) => format!("{} = {}", keys.join(" "), values.join(" ")),
            Err(error) => error
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
        }
    }

    #[test]
    fn lists_are_read_as_products_write_them() {
        for (text, field, expected) in [
            ("101\r\n\n # no\n102 # why\nA#1\n", None, "101 102 A#1"),
            ("\u{feff}101", None, "101"),
            ("", None, ""),
            (r#"[101, "0x2", -3]"#, None, "101 0x2 -3"),
            (r#"[{"id": 1, "n": "a"}, {"id": "2"}]"#, Some("id"), "1 2"),
            (r#"{"A": {"id": 1}, "B": {"id": 2}}"#, Some("id"), "1 2"),
            (
                r#"{"type": "string", "enum": ["a", "b"]}"#,
                Some("enum"),
                "a b",
            ),
            (r#"{"A": 1, "B": "0x2"}"#, None, "A B = 1 0x2"),
            (r#"{"A": {}, "B": 1}"#, None, "A B = "),
        ] {
            assert_eq!(read(text, field), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_id_is_told() {
        for (text, field, expected) in [
            (
                "[1,",
                None,
                "1:3: this is no JSON: EOF while parsing a value",
            ),
            (
                "[1, 1.5]",
                None,
                "entry 2 is a number that is not whole, or too large to be read exactly",
            ),
            ("[null]", None, "entry 1 is null"),
            (
                "[{\"a\": 1}]",
                None,
                "entry 1 is an object, and nobody says which field holds the id",
            ),
            (
                "[{\"a\": 1}]",
                Some("b"),
                "entry 1 has no field `b` with a word or a whole number",
            ),
            (
                "101",
                Some("b"),
                "a text with one id on a line has no field `b`",
            ),
        ] {
            assert_eq!(read(text, field), expected, "{text}");
        }
    }
}
