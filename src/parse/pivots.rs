//! Reads `zone-pivot-groups.yml`: what readers call the pivots of zones.

use std::sync::Arc;

use super::faults::NAVIGATION_SYNTAX;
use super::yaml::{self, Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Parsed, Source};
use crate::locale::Locale;
use crate::model::{Limits, Pivots};

/// Reads the titles of a language's pivots, whatever the text; what has no id or no title is passed over.
pub fn pivots(
    locale: &Arc<Locale>,
    source: &Arc<Source>,
    limits: &Limits,
) -> Parsed<Option<Pivots>> {
    let Parsed { value, diagnostics } = yaml::document(source, &NAVIGATION_SYNTAX, limits);
    let mut titles = Vec::new();
    let groups = value.as_ref().and_then(|root| child(root, "groups"));
    for group in items(groups) {
        for pivot in items(child(group, "pivots")) {
            let id = child(pivot, "id").and_then(text);
            let title = child(pivot, "title").and_then(text);
            titles.extend(id.zip(title));
        }
    }
    let pivots = Pivots {
        locale: Arc::clone(locale),
        titles,
    };
    Parsed {
        value: (!pivots.titles.is_empty()).then_some(pivots),
        diagnostics,
    }
}

fn child<'y>(yaml: &'y Yaml, key: &str) -> Option<&'y Yaml> {
    let YamlKind::Mapping(entries) = &yaml.kind else {
        return None;
    };
    let is_key = |entry: &&YamlEntry| entry.key == key;
    entries.iter().find(is_key).map(|entry| &entry.value)
}

fn items(yaml: Option<&Yaml>) -> &[Yaml] {
    match yaml.map(|yaml| &yaml.kind) {
        Some(YamlKind::Sequence(items)) => items,
        _ => &[],
    }
}

fn text(yaml: &Yaml) -> Option<String> {
    match &yaml.kind {
        YamlKind::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pivots_have_titles_whatever_else_stands_there() {
        for (text, expected) in [
            (
                "### YamlMime:ZonePivotGroups\ngroups:\n- id: pets\n  title: Pets\n  pivots:\n  - id: cat\n    title: A cat\n  - id: dog\n  - title: x\n- 1\n",
                Some(vec![("cat".to_owned(), "A cat".to_owned())]),
            ),
            ("", None),
            ("groups: 1\n", None),
            ("- a\n", None),
        ] {
            let source = Arc::new(Source::new("zone-pivot-groups.yml", text));
            let locale = Arc::new(Locale::declared("en-us").expect("a tag"));
            let read = pivots(&locale, &source, &Limits::default()).value;
            assert_eq!(read.map(|it| it.titles), expected, "{text}");
        }
    }
}
