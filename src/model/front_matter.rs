//! What an article says about itself.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::diagnostic::Span;

/// The YAML block at the head of an article: keys in their order, with places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FrontMatter {
    /// The block with both its fences; empty where the article has none.
    pub span: Span,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub value: Value,
    /// The value as written, with its quotes.
    pub value_span: Span,
}

/// A YAML value. A scalar stays the text it was written as, so that `no` is Norwegian and `0x0F` keeps its shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Text(String),
    Sequence(Vec<Value>),
    Mapping(Vec<(String, Value)>),
}

impl FrontMatter {
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Returns a key's value, where it is a scalar and not empty.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.entry(key)?
            .value
            .as_text()
            .filter(|text| !text.is_empty())
    }
}

impl Value {
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Serialize for FrontMatter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.entries.iter().map(|entry| (&entry.key, &entry.value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Sequence(values) => serializer.collect_seq(values),
            Value::Mapping(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
