//! Reads `terms` of `glotta.yml`: names that stay as they are, and the glossary.

use indexmap::IndexMap;

use super::config;
use super::config_reader::{Map, Reader};
use super::yaml::{Yaml, YamlEntry, YamlKind};
use crate::diagnostic::Span;
use crate::model::{GlossaryEntry, LocaleConfig, Terms, Untranslated};

type Locales = IndexMap<String, LocaleConfig>;

pub fn terms(reader: &mut Reader<'_>, entry: Option<YamlEntry>, locales: &Locales) -> Terms {
    let mut map = reader.keyed(entry, &["do-not-translate", "glossary"]);
    let kept = reader.items(map.take("do-not-translate")).into_iter();
    let untranslated = kept.filter_map(|item| untranslated(reader, item, locales));
    let untranslated = untranslated.collect();
    let entries = reader.items(map.take("glossary")).into_iter();
    let glossary = entries.filter_map(|item| glossary_entry(reader, item, locales));
    Terms {
        glossary: glossary.collect(),
        untranslated,
    }
}

fn untranslated(reader: &mut Reader<'_>, item: Yaml, locales: &Locales) -> Option<Untranslated> {
    let span = item.span;
    let (term, forms) = match item.kind {
        YamlKind::Text(term) if !term.trim().is_empty() => (Some(term), IndexMap::new()),
        YamlKind::Mapping(entries) => {
            let mut map = reader.map("a term", entries, &["term", "forms"]);
            let term = reader.text(map.take("term")).map(|(term, _)| term);
            (term, by_locale(reader, &mut map, "forms", locales))
        }
        _ => (None, IndexMap::new()),
    };
    if term.is_none() {
        let help = "write it as `Name`, or as `{term: Name, forms: {de-de: [Form]}}`";
        reader.wrong(span, "this item names no term", help);
    }
    let term = term?.trim().to_owned();
    Some(Untranslated { term, forms })
}

fn glossary_entry(reader: &mut Reader<'_>, item: Yaml, locales: &Locales) -> Option<GlossaryEntry> {
    const HELP: &str = "write it as `{source: key, translations: {de-de: [Taste*]}}`";
    let span = item.span;
    let YamlKind::Mapping(entries) = item.kind else {
        reader.wrong(span, "a glossary entry wants keys with values", HELP);
        return None;
    };
    let before = reader.diagnostics.len();
    let mut map = reader.map("a glossary entry", entries, &["source", "translations"]);
    let source = patterns(reader, map.take("source"));
    let translations = by_locale(reader, &mut map, "translations", locales);
    let silent = reader.diagnostics.len() == before;
    if silent && (source.is_empty() || translations.is_empty()) {
        let message = "a glossary entry wants a source and translations";
        reader.wrong(span, message, HELP);
    }
    let whole = !source.is_empty() && !translations.is_empty();
    whole.then_some(GlossaryEntry {
        source,
        translations,
    })
}

fn by_locale(
    reader: &mut Reader<'_>,
    map: &mut Map,
    key: &str,
    locales: &Locales,
) -> IndexMap<String, Vec<String>> {
    let mut forms = IndexMap::new();
    for entry in reader.entries(map.take(key)) {
        let (name, span) = (entry.key.clone(), entry.key_span);
        let Some(folder) = known_locale(reader, &name, span, locales) else {
            continue;
        };
        forms.insert(folder, patterns(reader, Some(entry)));
    }
    forms
}

fn known_locale(
    reader: &mut Reader<'_>,
    name: &str,
    span: Span,
    locales: &Locales,
) -> Option<String> {
    let folder = config::locale(reader, name, span)?;
    if locales.is_empty() || locales.contains_key(&folder) {
        return Some(folder);
    }
    let known: Vec<&str> = locales.keys().map(String::as_str).collect();
    reader.unknown(span, name, "locale of `locales`", &known);
    None
}

/// One text or a list of them.
fn patterns(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Vec<String> {
    let one = matches!(&entry, Some(entry) if !matches!(entry.value.kind, YamlKind::Sequence(_)));
    let texts = match one {
        true => reader.text(entry).into_iter().collect(),
        false => reader.texts(entry),
    };
    let sound = texts.into_iter().filter(|(text, span)| {
        let sound = has_sound_asterisks(text);
        if !sound {
            let message = format!("`{text}` has an asterisk in an odd place");
            let help = "write `*` at the end, where any ending may follow, or at the start";
            reader.wrong(*span, message, help);
        }
        sound
    });
    sound.map(|(text, _)| text.trim().to_owned()).collect()
}

/// Whether asterisks stand only at the start and the end, and something between them.
fn has_sound_asterisks(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix('*').unwrap_or(text);
    let stem = text.strip_suffix('*').unwrap_or(text);
    !stem.is_empty() && !stem.contains('*')
}
