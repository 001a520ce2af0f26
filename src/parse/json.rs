//! Reads JSON as people write it, with comments and a comma too many, and knows the place of everything in it.

use std::sync::Arc;

use jsonc_parser::ast::{Array, Object, StringLit, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::faults::JSON_SYNTAX;
use crate::diagnostic::{Diagnostic, Source, Span};

/// Comments and a comma behind the last item are what authors write; all else would hide a mistake.
const TOLERANT: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a text that holds one object; nothing where it is empty.
pub(super) fn object(source: &Arc<Source>) -> Result<Option<Object<'_>>, Box<Diagnostic>> {
    let text = source.text();
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let parsed = parse_to_ast(&text[start..], &CollectOptions::default(), &TOLERANT);
    match parsed.map(|parsed| parsed.value) {
        Ok(None) => Ok(None),
        Ok(Some(Value::Object(object))) => Ok(Some(object)),
        Ok(Some(other)) => {
            let span = span(source, &other);
            Err(fault(source, span, "this text is no JSON object"))
        }
        Err(error) => {
            let range = error.range();
            let span = Span::new(range.start + start, range.end + start);
            Err(fault(
                source,
                span,
                &format!("this is no JSON: {}", error.kind()),
            ))
        }
    }
}

/// Where a value stands in the text.
pub(super) fn span(source: &Source, value: &impl Ranged) -> Span {
    let text = source.text();
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    Span::new(value.start() + start, value.end() + start)
}

/// The objects of a list under a key.
pub(super) fn objects<'a, 't>(object: &'a Object<'t>, key: &str) -> Vec<&'a Object<'t>> {
    items(object.get_array(key))
        .filter_map(Value::as_object)
        .collect()
}

/// The texts of a list under a key.
pub(super) fn texts<'a, 't>(object: &'a Object<'t>, key: &str) -> Vec<&'a StringLit<'t>> {
    items(object.get_array(key))
        .filter_map(Value::as_string_lit)
        .collect()
}

fn items<'a, 't>(array: Option<&'a Array<'t>>) -> impl Iterator<Item = &'a Value<'t>> {
    array.into_iter().flat_map(|array| &array.elements)
}

fn fault(source: &Arc<Source>, span: Span, message: &str) -> Box<Diagnostic> {
    let span = source.first_line(span);
    let report = Diagnostic::new(&JSON_SYNTAX, source, span, message)
        .note("nothing of this file is used")
        .help(
            "mend it here; an object begins with `{`, and names and texts stand in double quotes",
        );
    Box::new(report)
}
