//! Reads `allow:` of `glotta.yml`: findings that are known and may stay.

use jiff::civil::Date;

use super::config_reader::{Map, Reader};
use super::yaml::{Yaml, YamlEntry, YamlKind};
use crate::diagnostic::Span;
use crate::locale::Locale;
use crate::model::Exemption;

const KEYS: [&str; 7] = [
    "rule", "reason", "article", "locale", "key", "value", "until",
];

const HELP: &str = "write it as `{rule: NAME, reason: why it may stay}`";

/// Reads the list; an entry with a flaw is reported and left out.
pub(super) fn exemptions(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    names: &[&str],
) -> Vec<Exemption> {
    let items = reader.items(entry);
    items
        .into_iter()
        .filter_map(|item| exemption(reader, item, names))
        .collect()
}

fn exemption(reader: &mut Reader<'_>, item: Yaml, names: &[&str]) -> Option<Exemption> {
    let span = item.span;
    let YamlKind::Mapping(entries) = item.kind else {
        reader.wrong(span, "an entry of `allow` wants keys with values", HELP);
        return None;
    };
    let mut map = reader.map("an entry of `allow`", entries, &KEYS);
    let rules = rules(reader, map.take("rule"), span, names);
    let reason = required(reader, &mut map, "reason", span);
    let mut text = |key: &str| reader.text(map.take(key)).map(|(text, _)| text);
    let (article, key, value) = (text("article"), text("key"), text("value"));
    let locale = locale(reader, map.take("locale"));
    let until = until(reader, map.take("until"));
    Some(Exemption {
        span: reader.first_line(span),
        rules: rules?,
        reason: reason?,
        article,
        locale: locale?,
        key,
        value,
        until: until?,
    })
}

fn required(reader: &mut Reader<'_>, map: &mut Map, key: &str, span: Span) -> Option<String> {
    match map.take(key) {
        Some(entry) => reader.text(Some(entry)).map(|(text, _)| text),
        None => {
            reader.wrong(span, format!("an entry of `allow` wants a `{key}`"), HELP);
            None
        }
    }
}

/// One name or a list of them.
fn rules(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    span: Span,
    names: &[&str],
) -> Option<Vec<String>> {
    let Some(entry) = entry else {
        reader.wrong(span, "an entry of `allow` wants a `rule`", HELP);
        return None;
    };
    let written = match entry.value.kind {
        YamlKind::Sequence(_) => reader.texts(Some(entry)),
        _ => reader.text(Some(entry)).into_iter().collect(),
    };
    for (name, span) in &written {
        if !names.contains(&name.as_str()) {
            reader.unknown(*span, name, "rule", names);
        }
    }
    let rules: Vec<String> = written.into_iter().map(|(name, _)| name).collect();
    let known = rules.iter().all(|name| names.contains(&name.as_str()));
    (known && !rules.is_empty()).then_some(rules)
}

/// A locale folder in lower case; `None` where there is a flaw.
fn locale(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<Option<String>> {
    let Some((name, span)) = reader.text(entry) else {
        return Some(None);
    };
    if Locale::declared(&name).is_ok() {
        return Some(Some(name.to_ascii_lowercase()));
    }
    let message = format!("`{name}` is no BCP 47 language tag");
    reader.wrong(span, message, "write the name of a language's folder");
    None
}

/// A day; `None` where there is a flaw.
fn until(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<Option<(Date, Span)>> {
    let Some((text, span)) = reader.text(entry) else {
        return Some(None);
    };
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    let day = (text.len() == 10 && text.bytes().all(plain)).then(|| text.parse().ok());
    if let Some(day) = day.flatten() {
        return Some(Some((day, span)));
    }
    let message = format!("`{text}` is no day of the calendar");
    reader.wrong(span, message, "write it as `2027-12-31`");
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::diagnostic::{Parsed, Source};
    use crate::model::Config;

    fn read(text: &str) -> Parsed<Config> {
        let names = ["row-missing", "row-extra"];
        crate::parse::config(Arc::new(Source::new("glotta.yml", text)), &names)
    }

    #[test]
    fn every_key_is_read() {
        let parsed = read(
            "allow:\n  - rule: row-missing\n    reason: 已知\n    article: guide/**\n    locale: zh-CN\n    \
             key: 102\n    value: x y\n    until: 2027-02-28\n  - {rule: [row-missing, row-extra], reason: b}\n",
        );
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        let [first, second] = parsed.value.allow.as_slice() else {
            panic!("{:?}", parsed.value.allow);
        };
        assert_eq!(first.locale.as_deref(), Some("zh-cn"));
        assert_eq!(first.key.as_deref(), Some("102"));
        assert_eq!(parsed.value.file.slice(first.span), "rule: row-missing");
        assert_eq!(
            first.until.map(|(day, _)| day.to_string()).as_deref(),
            Some("2027-02-28")
        );
        assert_eq!(second.rules, ["row-missing", "row-extra"]);
    }

    #[test]
    fn what_is_wrong_is_reported_at_its_place() {
        for (text, expected) in [
            (
                "allow: [{rule: row-mising, reason: a}]",
                "1:16 `row-mising` is no rule",
            ),
            (
                "allow: [{rule: row-missing}]",
                "1:9 an entry of `allow` wants a `reason`",
            ),
            (
                "allow: [{reason: a}]",
                "1:9 an entry of `allow` wants a `rule`",
            ),
            (
                "allow: [{rule: row-extra, reason: a, until: 2027-02-30}]",
                "1:45 `2027-02-30` is no day of the calendar",
            ),
            (
                "allow: [{rule: row-extra, reason: a, untill: 2027-02-03}]",
                "1:38 an entry of `allow` has no key `untill`",
            ),
            (
                "allow: [row-extra]",
                "1:9 an entry of `allow` wants keys with values",
            ),
            (
                "allow: [{rule: row-extra, reason: a, locale: zh_CN}]",
                "1:46 `zh_CN` is no BCP 47 language tag",
            ),
        ] {
            let shown: Vec<String> = read(text)
                .diagnostics
                .iter()
                .map(|diagnostic| {
                    let position = diagnostic.position();
                    format!(
                        "{}:{} {}",
                        position.line, position.column, diagnostic.message
                    )
                })
                .collect();
            assert_eq!(shown, [expected], "{text}");
        }
    }
}
