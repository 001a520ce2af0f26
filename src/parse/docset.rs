//! Reads the settings of a docset, `docfx.json`: JSON as people write it, with comments and commas at the end.

use std::sync::Arc;

use jsonc_parser::ast::{Object, ObjectProp, Value as Json};

use super::json;
use crate::diagnostic::{Parsed, Source};
use crate::locale::Locale;
use crate::model::{Docset, DocsetFiles, FileMetadata, Value};

/// Reads the settings of the docset that lies in `folder`; nothing where they cannot be read, and a diagnostic says where.
///
/// Only what says which files are pages and what articles say by default is looked at; keys and values that mean nothing here are
/// another tool's.
pub fn docset(locale: &Arc<Locale>, folder: &str, source: &Arc<Source>) -> Parsed<Option<Docset>> {
    match json::object(source) {
        Ok(root) => Parsed {
            value: root.map(|root| settings(locale, folder, &root)),
            diagnostics: Vec::new(),
        },
        Err(report) => Parsed {
            value: None,
            diagnostics: vec![*report],
        },
    }
}

fn settings(locale: &Arc<Locale>, folder: &str, root: &Object) -> Docset {
    let build = root.get_object("build");
    let within = |key: &str| build.and_then(|build| build.get(key)).map(|it| &it.value);
    let contents = within("content").map(several).unwrap_or_default();
    let global = within("globalMetadata").and_then(Json::as_object);
    let of_files = within("fileMetadata").and_then(Json::as_object);
    Docset {
        locale: Arc::clone(locale),
        folder: folder.to_owned(),
        contents: contents.into_iter().map(files).collect(),
        global_metadata: global.map(pairs).unwrap_or_default(),
        file_metadata: of_files.map(file_metadata).unwrap_or_default(),
    }
}

/// The items of a list; what is no list is its only item.
fn several<'a, 'j>(json: &'a Json<'j>) -> Vec<&'a Json<'j>> {
    match json {
        Json::Array(items) => items.elements.iter().collect(),
        Json::NullKeyword(_) => Vec::new(),
        single => vec![single],
    }
}

/// A set of files; a pattern may also stand by itself.
fn files(json: &Json) -> DocsetFiles {
    let Some(object) = json.as_object() else {
        return DocsetFiles {
            files: texts(Some(json)),
            ..DocsetFiles::default()
        };
    };
    let value = |key: &str| object.get(key).map(|it| &it.value);
    DocsetFiles {
        src: texts(value("src").or_else(|| value("cwd"))).concat(),
        files: texts(value("files")),
        exclude: texts(value("exclude")),
    }
}

fn texts(json: Option<&Json>) -> Vec<String> {
    let items = json.map(several).unwrap_or_default();
    let text = |item: &Json| Some(item.as_string_lit()?.value.replace('\\', "/"));
    items.into_iter().filter_map(text).collect()
}

fn name(property: &ObjectProp) -> String {
    property.name.as_str().to_owned()
}

fn pairs(object: &Object) -> Vec<(String, Value)> {
    let properties = object.properties.iter();
    properties
        .map(|property| (name(property), value(&property.value)))
        .collect()
}

/// Key by key the patterns with their values, in their order.
fn file_metadata(object: &Object) -> Vec<FileMetadata> {
    let mut found = Vec::new();
    for property in &object.properties {
        let Some(patterns) = property.value.as_object() else {
            continue;
        };
        found.extend(patterns.properties.iter().map(|pattern| FileMetadata {
            key: name(property),
            pattern: name(pattern).replace('\\', "/"),
            value: value(&pattern.value),
        }));
    }
    found
}

/// JSON as the front matter has it: a scalar stays the text that was written.
fn value(json: &Json) -> Value {
    match json {
        Json::NullKeyword(_) => Value::Null,
        Json::StringLit(text) => Value::Text(text.value.to_string()),
        Json::NumberLit(number) => Value::Text(number.value.to_string()),
        Json::BooleanLit(bit) => Value::Text(bit.value.to_string()),
        Json::Array(items) => Value::Sequence(items.elements.iter().map(value).collect()),
        Json::Object(object) => Value::Mapping(pairs(object)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Parsed<Option<Docset>> {
        let locale = Arc::new(Locale::declared("sv-se").expect("a tag"));
        let source = Arc::new(Source::new("sv-se/docfx.json", text));
        docset(&locale, "", &source)
    }

    #[test]
    fn comments_and_commas_at_the_end_are_forgiven() {
        let text = "\u{feff}// Ours.\n{ \"build\": { \"content\": { \"files\": \"*.md\", /* x */ \"exclude\": [\"a/**\",], }, } }";
        let docset = read(text).value.expect("sound");
        assert_eq!(docset.contents[0].files, ["*.md"]);
        assert_eq!(docset.contents[0].exclude, ["a/**"]);
    }

    #[test]
    fn metadata_keep_their_order_and_their_shape() {
        let text = r#"{"build": {"globalMetadata": {"a": true, "b": ["c"], "n": 1.50},
            "fileMetadata": {"author": {"**/*.md": "x", "y/*.md": "z"}, "odd": 1}}}"#;
        let docset = read(text).value.expect("sound");
        let text = |text: &str| Value::Text(text.into());
        assert_eq!(docset.global_metadata[0], ("a".into(), text("true")));
        assert_eq!(docset.global_metadata[2], ("n".into(), text("1.50")));
        let patterns = docset.file_metadata.iter().map(|it| it.pattern.as_str());
        assert_eq!(patterns.collect::<Vec<_>>(), ["**/*.md", "y/*.md"]);
    }

    #[test]
    fn broken_settings_are_reported_where_they_break_and_never_panic() {
        let parsed = read("{\n  \"build\": {\n    \"content\" []\n  }\n}");
        assert!(parsed.value.is_none());
        let place = parsed.diagnostics[0].position();
        assert_eq!((place.line, parsed.diagnostics[0].rule), (3, "json-syntax"));
        for text in [
            "",
            "[",
            "{\"build\": 7}",
            "[1]",
            "{\"a\": \"",
            "é",
            "{é}",
            "/*",
        ] {
            read(text);
        }
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
            assert!(read(&text).value.is_none());
        }
    }
}
