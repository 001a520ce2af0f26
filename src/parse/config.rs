//! Reads `glotta.yml`: one table of keys, with what each of them can hold.

use std::sync::Arc;

use indexmap::IndexMap;

use super::config_reader::{Map, Reader};
use super::exemptions::exemptions;
use super::faults::CONFIGURATION_SYNTAX;
use super::limits::limits;
use super::terms;
use super::yaml::{self, Yaml, YamlEntry, YamlKind};
use crate::diagnostic::{Level, Parsed, Source, Span};
use crate::locale::Locale;
use crate::model::{
    ColumnRole, ColumnSchema, Config, Fallback, FrontMatterSchema, Levels, LocaleConfig,
    ManualConfig, Markup, RedirectEntry, Reference, Search, SiteInfo, TableSchema, TargetName,
};

const KEYS: [&str; 24] = [
    "site",
    "source",
    "output",
    "reference",
    "locales",
    "targets",
    "levels",
    "tables",
    "terms",
    "untranslated",
    "exclude",
    "redirects",
    "fallback",
    "search",
    "status",
    "man",
    "markup",
    "cjk-friendly-emphasis",
    "allow",
    "baseline",
    "cache",
    "localized-hosts",
    "front-matter",
    "limits",
];

/// Reads the configuration; `rules` are the names that `levels` may speak of.
///
/// What is wrong is left at its default and reported as an error at its place.
pub fn config(source: Arc<Source>, rules: &[&str]) -> Parsed<Config> {
    let text = source.text();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let parsed = yaml::configuration(&source, Span::new(start, text.len()), &CONFIGURATION_SYNTAX);
    let mut reader = Reader::new(&source, parsed.diagnostics);
    let map = reader.map("the configuration", parsed.value, &KEYS);
    let value = Config {
        file: Arc::clone(&source),
        ..read(&mut reader, map, rules)
    };
    Parsed {
        value,
        diagnostics: reader.diagnostics,
    }
}

fn read(reader: &mut Reader<'_>, mut map: Map, rules: &[&str]) -> Config {
    let default = Config::default();
    let mut levels = Levels {
        by_name: levels(reader, map.take("levels"), rules),
        ..Levels::default()
    };
    let locales = locales(reader, map.take("locales"), rules, &mut levels);
    Config {
        site: site(reader, map.take("site")),
        source: folder(reader, map.take("source")).unwrap_or(default.source),
        output: folder(reader, map.take("output")).unwrap_or(default.output),
        reference: reference(reader, map.take("reference")),
        terms: terms::terms(reader, map.take("terms"), &locales),
        locales,
        targets: targets(reader, map.take("targets")).unwrap_or(default.targets),
        tables: tables(reader, map.take("tables")),
        untranslated: texts(reader, map.take("untranslated")),
        exclude: excluded(reader, map.take("exclude")).unwrap_or(default.exclude),
        redirects: redirects(reader, map.take("redirects")),
        fallback: named(
            reader,
            map.take("fallback"),
            &Fallback::NAMES,
            Fallback::from_name,
        ),
        search: search(reader, map.take("search")),
        status: switch(reader, map.take("status")).unwrap_or(default.status),
        manual: manual(reader, map.take("man")),
        markup: named(
            reader,
            map.take("markup"),
            &Markup::NAMES,
            Markup::from_name,
        ),
        cjk_emphasis: switch(reader, map.take("cjk-friendly-emphasis")),
        allow: exemptions(reader, map.take("allow"), rules),
        baseline: folder(reader, map.take("baseline")),
        cache: cache(reader, map.take("cache")).unwrap_or(default.cache),
        names: rules.iter().map(|name| (*name).to_owned()).collect(),
        today: None,
        localized_hosts: hosts(reader, map.take("localized-hosts")),
        front_matter: front_matter(reader, map.take("front-matter")),
        limits: limits(reader, map.take("limits")),
        levels,
        file: default.file,
    }
}

fn texts(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Vec<String> {
    let texts = reader.texts(entry).into_iter();
    texts.map(|(text, _)| text).collect()
}

/// `exclude: []` excludes nothing; without the key the default holds.
fn excluded(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<Vec<String>> {
    Some(texts(reader, Some(entry?)))
}

fn redirects(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Vec<RedirectEntry> {
    let mut redirects = Vec::new();
    for entry in reader.entries(entry) {
        let (from, span) = (entry.key.clone(), entry.key_span);
        if let Some((to, _)) = reader.text(Some(entry)) {
            redirects.push(RedirectEntry { from, to, span });
        }
    }
    redirects
}

/// One of a few words, whose key is the kind of thing that they name; the default where there is none.
fn named<T: Default>(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    names: &[&str],
    value: fn(&str) -> Option<T>,
) -> T {
    let kind = entry.as_ref().map(|entry| entry.key.clone());
    let (Some((name, span)), Some(kind)) = (reader.text(entry), kind) else {
        return T::default();
    };
    value(&name).unwrap_or_else(|| {
        reader.unknown(span, &name, &format!("value of `{kind}`"), names);
        T::default()
    })
}

/// What this program can do is its default; a wish that it was built without is refused, so that no site loses its search in silence.
fn search(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Search {
    let span = entry.as_ref().map(|entry| entry.value.span);
    let search = named(reader, entry, &Search::NAMES, Search::from_name);
    match span {
        Some(span) if search == Search::Pagefind && !Search::HAS_PAGEFIND => {
            let message =
                "this program was built without the feature `search`, which `pagefind` needs";
            let help = "write `search: codes`, or build the program with `--features search`";
            reader.wrong(span, message, help);
            Search::default()
        }
        _ => search,
    }
}

fn switch(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<bool> {
    let kind = entry.as_ref().map(|entry| entry.key.clone())?;
    let (word, span) = reader.text(entry)?;
    match word.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => {
            reader.unknown(
                span,
                &word,
                &format!("value of `{kind}`"),
                &["true", "false"],
            );
            None
        }
    }
}

fn manual(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> ManualConfig {
    let mut map = reader.keyed(entry, &["gzip", "english-name-heading", "index"]);
    ManualConfig {
        gzip: switch(reader, map.take("gzip")).unwrap_or_default(),
        english_name_heading: switch(reader, map.take("english-name-heading")).unwrap_or_default(),
        index: switch(reader, map.take("index")).unwrap_or(true),
    }
}

/// Names of hosts in lower case.
fn hosts(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Vec<String> {
    let mut hosts = Vec::new();
    for (host, span) in reader.texts(entry) {
        let is_name = |letter: char| letter.is_alphanumeric() || "-.:".contains(letter);
        if host.chars().all(is_name) {
            hosts.push(host.to_lowercase());
        } else {
            let message = format!("`{host}` is no name of a host");
            let help = "write it without scheme and path, as in `encyclopaedia.example`";
            reader.wrong(span, message, help);
        }
    }
    hosts
}

fn front_matter(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> FrontMatterSchema {
    let mut map = reader.keyed(entry, &["invariant", "translated"]);
    FrontMatterSchema {
        invariant: texts(reader, map.take("invariant")),
        translated: texts(reader, map.take("translated")),
    }
}

fn text(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<String> {
    reader.text(entry).map(|(text, _)| text)
}

fn site(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> SiteInfo {
    let mut map = reader.keyed(entry, &["title", "url", "edit"]);
    SiteInfo {
        title: text(reader, map.take("title")),
        url: url(reader, map.take("url")),
        edit: edit(reader, map.take("edit")),
    }
}

/// An address at which an article can be changed, with something in it that tells one article from another.
fn edit(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<String> {
    let (address, span) = reader.text(entry)?;
    let help = "write it as `https://code.example.com/docs/edit/main/docs-src/{path}`";
    let is_web = is_web_address(&address, "\"<>\\");
    let names: Vec<&str> = placeholders(&address).collect();
    if let Some(unknown) = names
        .iter()
        .find(|name| !SiteInfo::PLACEHOLDERS.contains(*name))
    {
        reader.unknown(span, unknown, "placeholder", &SiteInfo::PLACEHOLDERS);
        return None;
    }
    let message = match () {
        () if !is_web => format!("`{address}` is no address of the web"),
        () if !names.iter().any(|name| matches!(*name, "path" | "article")) => {
            format!("`{address}` is the same for all articles")
        }
        () => return Some(address),
    };
    reader.wrong(span, message, help);
    None
}

/// What stands in braces.
fn placeholders(address: &str) -> impl Iterator<Item = &str> {
    let parts = address.split('{').skip(1);
    parts.map(|part| part.split_once('}').map_or(part, |(name, _)| name))
}

/// An address that links can be appended to.
fn url(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<String> {
    let (url, span) = reader.text(entry)?;
    if is_web_address(&url, "?#\"<>\\") {
        return Some(format!("{}/", url.trim_end_matches('/')));
    }
    let message = format!("`{url}` is no address of a site");
    reader.wrong(span, message, "write it as `https://docs.example.com/`");
    None
}

/// Whether a text is a whole address of the web, without blanks and some other characters.
fn is_web_address(text: &str, unusable: &str) -> bool {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    let usable = |letter: char| !letter.is_whitespace() && !unusable.contains(letter);
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(usable))
}

fn folder(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<String> {
    let (folder, span) = reader.text(entry)?;
    if folder.contains('\0') {
        reader.wrong(span, "a folder's name cannot hold NUL", "remove it");
        return None;
    }
    Some(folder)
}

/// `cache: none` keeps none; without the key there is one at the usual place.
fn cache(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<Option<String>> {
    let folder = folder(reader, entry)?;
    Some((folder != "none").then_some(folder))
}

fn reference(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Reference {
    match reader.text(entry) {
        None => Reference::Proven,
        Some((name, _)) if name == "none" => Reference::None,
        Some((name, span)) => match locale(reader, &name, span) {
            Some(folder) => Reference::Locale(folder),
            None => Reference::Proven,
        },
    }
}

/// The name of a locale folder in lower case.
pub(super) fn locale(reader: &mut Reader<'_>, name: &str, span: Span) -> Option<String> {
    if Locale::declared(name).is_ok() {
        return Some(name.to_ascii_lowercase());
    }
    let message = format!("`{name}` is no BCP 47 language tag");
    let hyphenated = name.replace('_', "-");
    let help = match Locale::declared(&hyphenated) {
        Ok(_) => format!("did you mean `{hyphenated}`?"),
        Err(_) => "write a language and perhaps a region, as in `pt-br`".into(),
    };
    reader.wrong(span, message, help);
    None
}

fn locales(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    rules: &[&str],
    all: &mut Levels,
) -> IndexMap<String, LocaleConfig> {
    let mut locales = IndexMap::new();
    for entry in reader.entries(entry) {
        let (key, span) = (entry.key.clone(), entry.key_span);
        let Some(folder) = locale(reader, &key, span) else {
            continue;
        };
        if locales.contains_key(&folder) {
            let message = format!("the locale `{key}` stands here a second time");
            reader.wrong(span, message, "remove one of the two");
            continue;
        }
        let entry = (entry.value.kind != YamlKind::Null).then_some(entry);
        let mut map = reader.keyed(entry, &["name", "levels", "coverage"]);
        let own = levels(reader, map.take("levels"), rules);
        if !own.is_empty() {
            all.by_locale.insert(folder.clone(), own);
        }
        let name = text(reader, map.take("name"));
        let partial = is_partial(reader, map.take("coverage"));
        locales.insert(
            folder,
            LocaleConfig {
                name,
                partial,
                span,
            },
        );
    }
    locales
}

/// `coverage: partial` for a language that has a part of the articles by choice.
fn is_partial(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> bool {
    match reader.text(entry) {
        Some((coverage, _)) if coverage == "partial" => true,
        Some((coverage, span)) if coverage != "full" => {
            reader.unknown(span, &coverage, "coverage", &["full", "partial"]);
            false
        }
        _ => false,
    }
}

fn targets(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> Option<Vec<TargetName>> {
    let mut targets = Vec::new();
    for (name, span) in reader.texts(Some(entry?)) {
        match TargetName::from_name(&name) {
            Some(target) if targets.contains(&target) => {
                let message = format!("the target `{name}` stands here a second time");
                reader.wrong(span, message, "remove one of the two");
            }
            Some(target) => targets.push(target),
            None => reader.unknown(
                span,
                &name,
                "target",
                &TargetName::ALL.map(TargetName::name),
            ),
        }
    }
    Some(targets)
}

fn levels(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    rules: &[&str],
) -> IndexMap<String, Level> {
    let mut levels = IndexMap::new();
    for entry in reader.entries(entry) {
        if !rules.contains(&entry.key.as_str()) {
            reader.unknown(entry.key_span, &entry.key, "rule", rules);
            continue;
        }
        let name = entry.key.clone();
        if let Some((level, span)) = reader.text(Some(entry)) {
            match Level::from_name(&level) {
                Some(level) => drop(levels.insert(name, level)),
                None => reader.unknown(span, &level, "level", &Level::NAMES),
            }
        }
    }
    levels
}

fn tables(reader: &mut Reader<'_>, entry: Option<YamlEntry>) -> IndexMap<String, TableSchema> {
    let entries = reader.entries(entry);
    let names: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut tables = IndexMap::new();
    for entry in entries {
        let name = entry.key.clone();
        if let Some(table) = table(reader, entry, &names) {
            tables.insert(name, table);
        }
    }
    tables
}

fn table(reader: &mut Reader<'_>, entry: YamlEntry, names: &[&str]) -> Option<TableSchema> {
    let (name, span) = (entry.key.clone(), entry.key_span);
    let mut map = reader.keyed(Some(entry), &["article", "anchor", "columns"]);
    let article = text(reader, map.take("article"));
    let anchor = text(reader, map.take("anchor"));
    let columns = columns(reader, map.take("columns"), names);
    match (article, anchor) {
        (Some(article), Some(anchor)) => Some(TableSchema {
            span,
            article,
            anchor,
            columns,
        }),
        _ => {
            let message = format!("the table `{name}` does not say where it stands");
            let help = "give it an `article` and the `anchor` of a section";
            reader.wrong(span, message, help);
            None
        }
    }
}

fn columns(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    tables: &[&str],
) -> Vec<ColumnSchema> {
    let items = reader.items(entry);
    items
        .into_iter()
        .filter_map(|item| column(reader, item, tables))
        .collect()
}

fn column(reader: &mut Reader<'_>, item: Yaml, tables: &[&str]) -> Option<ColumnSchema> {
    let span = item.span;
    let YamlKind::Mapping(entries) = item.kind else {
        let help = "write it as `{name: id, role: key}`";
        reader.wrong(span, "a column wants keys with values", help);
        return None;
    };
    let mut map = reader.map("a column", entries, &["name", "role", "defined-by"]);
    let name = text(reader, map.take("name"));
    let role = reader.text(map.take("role"));
    let defined_by = defined_by(reader, map.take("defined-by"), tables);
    let (Some(name), Some((role, role_span))) = (name, role) else {
        reader.wrong(span, "a column wants a name and a role", "give it both");
        return None;
    };
    let known = ColumnRole::from_name(&role);
    if known.is_none() {
        reader.unknown(role_span, &role, "role", &ColumnRole::NAMES);
    }
    Some(ColumnSchema {
        name,
        role: known?,
        defined_by,
    })
}

fn defined_by(
    reader: &mut Reader<'_>,
    entry: Option<YamlEntry>,
    tables: &[&str],
) -> Option<String> {
    let (table, span) = reader.text(entry)?;
    if !tables.contains(&table.as_str()) {
        reader.unknown(span, &table, "table of `tables`", tables);
        return None;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: [&str; 2] = ["row-missing", "undefined-code"];

    fn read(text: &str) -> Parsed<Config> {
        config(Arc::new(Source::new("glotta.yml", text)), &RULES)
    }

    fn reports(text: &str) -> Vec<String> {
        let parsed = read(text);
        let shown = parsed.diagnostics.iter().map(|diagnostic| {
            let position = diagnostic.position();
            let help = diagnostic.help.as_deref().unwrap_or_default();
            format!(
                "{}:{} {}: {}; {help}",
                position.line, position.column, diagnostic.rule, diagnostic.message
            )
        });
        shown.collect()
    }

    #[test]
    fn every_key_is_read() {
        let parsed = read(
            "site: {title: 手册, url: https://docs.example.com}\n\
             source: articles\noutput: site\nreference: en-US\n\
             locales: {de-DE: {}, zh-cn: {name: 简体中文, levels: {row-missing: off}}, fr: {coverage: partial}}\n\
             targets: [man, html]\nlevels: {undefined-code: error}\n\
             tables:\n  codes: {article: a, anchor: c, columns: [{name: id, role: key}]}\n  \
             events:\n    article: guide/a\n    anchor: b\n    columns:\n    \
             - {name: no, role: codes, defined-by: codes}\nuntranslated: [draft/**]\n\
             exclude: [parts/**]\nredirects: {old/a: new/b#c}\nfallback: link\nsearch: codes\nstatus: false\nmarkup: trusted\n\
             man: {gzip: true, english-name-heading: true, index: false}\n\
             cjk-friendly-emphasis: false\n\
             localized-hosts: [Wiki.Example]\nfront-matter: {invariant: [id], translated: [title]}\n",
        );
        assert_eq!(parsed.diagnostics.len(), 0, "{:?}", parsed.diagnostics);
        let config = parsed.value;
        assert_eq!(config.site.title.as_deref(), Some("手册"));
        assert_eq!(
            config.site.url.as_deref(),
            Some("https://docs.example.com/")
        );
        assert_eq!(
            (config.source.as_str(), config.output.as_str()),
            ("articles", "site")
        );
        assert_eq!(config.reference, Reference::Locale("en-us".into()));
        let locales: Vec<_> = config.locales.keys().map(String::as_str).collect();
        assert_eq!(locales, ["de-de", "zh-cn", "fr"]);
        assert!(config.is_partial("fr") && !config.is_partial("de-de"));
        assert_eq!(config.targets, [TargetName::Man, TargetName::Html]);
        assert_eq!(
            config.levels.level("row-missing", Some("zh-CN")),
            Some(Level::Off)
        );
        assert_eq!(config.levels.level("row-missing", None), None);
        let events = &config.tables["events"];
        assert_eq!(events.columns[0].name, "no");
        assert_eq!(events.columns[0].defined_by.as_deref(), Some("codes"));
        assert_eq!(config.untranslated, ["draft/**"]);
        assert!(config.is_excluded("parts/a") && !config.is_excluded("includes/a"));
        assert_eq!(
            (
                config.redirects[0].from.as_str(),
                config.redirects[0].to.as_str()
            ),
            ("old/a", "new/b#c")
        );
        assert_eq!(config.fallback, Fallback::Link);
        assert_eq!(config.search, Search::Codes);
        assert!(!config.status);
        assert!(config.manual.gzip && config.manual.english_name_heading && !config.manual.index);
        assert_eq!(config.markup, Markup::Trusted);
        assert_eq!(config.cjk_emphasis, Some(false));
        assert_eq!(config.localized_hosts, ["wiki.example"]);
        assert_eq!(config.front_matter.invariant, ["id"]);
        assert_eq!(config.front_matter.translated, ["title"]);
    }

    #[test]
    fn full_text_is_refused_by_a_program_that_was_built_without_it() {
        let reports = reports("search: pagefind");
        match Search::HAS_PAGEFIND {
            true => assert!(reports.is_empty(), "{reports:?}"),
            false => assert!(reports[0].contains("feature `search`"), "{reports:?}"),
        }
        assert_eq!(read("").value.search, Search::default());
    }

    #[test]
    fn terms_are_read_with_their_forms() {
        let parsed = read(
            "terms:\n  do-not-translate:\n  - Glotta\n  - {term: Open Kitchen, forms: {fi-FI: Open Kitcheni}}\n  \
             glossary:\n  - source: [oven, stove]\n    translations: {de-de: [Ofen, Herd*], fr: four*}\n",
        );
        assert_eq!(parsed.diagnostics.len(), 0, "{:?}", parsed.diagnostics);
        let terms = parsed.value.terms;
        assert_eq!(terms.untranslated[0].term, "Glotta");
        assert_eq!(terms.untranslated[1].forms["fi-fi"], ["Open Kitcheni"]);
        assert_eq!(terms.glossary[0].source, ["oven", "stove"]);
        assert_eq!(terms.glossary[0].translations["de-de"], ["Ofen", "Herd*"]);
        assert_eq!(terms.glossary[0].translations["fr"], ["four*"]);
    }

    #[test]
    fn an_empty_file_is_all_defaults() {
        for text in ["", "# nothing\n", "source:\n", "\u{feff}"] {
            let parsed = read(text);
            assert_eq!(parsed.diagnostics.len(), 0);
            assert_eq!(parsed.value.source, "docs-src");
            assert_eq!(parsed.value.reference, Reference::Proven);
        }
    }

    #[test]
    fn what_is_wrong_is_reported_at_its_place_with_what_to_do() {
        for (text, expected) in [
            (
                "sorce: a",
                "1:1 unknown-configuration-key: the configuration has no key `sorce`; did you mean `source`?",
            ),
            (
                "site: {titel: a}",
                "1:8 unknown-configuration-key: `site` has no key `titel`; did you mean `title`?",
            ),
            (
                "levels: {row-mising: off}",
                "1:10 configuration-value: `row-mising` is no rule; did you mean `row-missing`?",
            ),
            (
                "levels: {row-missing: of}",
                "1:23 configuration-value: `of` is no level; did you mean `off`?",
            ),
            (
                "targets: [pdf]",
                "1:11 configuration-value: `pdf` is no target; known are `html`, `markdown`, `man`, `catalogue`",
            ),
            (
                "reference: en_us",
                "1:12 configuration-value: `en_us` is no BCP 47 language tag; did you mean `en-us`?",
            ),
            (
                "fallback: pages",
                "1:11 configuration-value: `pages` is no value of `fallback`; did you mean `page`?",
            ),
            (
                "search: page-find",
                "1:9 configuration-value: `page-find` is no value of `search`; did you mean `pagefind`?",
            ),
            (
                "cjk-friendly-emphasis: yes",
                "1:24 configuration-value: `yes` is no value of `cjk-friendly-emphasis`; known are `true`, `false`",
            ),
            (
                "man: {gzip: always}",
                "1:13 configuration-value: `always` is no value of `gzip`; known are `true`, `false`",
            ),
            (
                "man: {zip: true}",
                "1:7 unknown-configuration-key: `man` has no key `zip`; did you mean `gzip`?",
            ),
            (
                "localized-hosts: [https://a.example/]",
                "1:19 configuration-value: `https://a.example/` is no name of a host; write it without scheme and path, as in `encyclopaedia.example`",
            ),
            (
                "source: [a]",
                "1:9 configuration-value: `source` wants one text; write `source: text`, or leave the key out",
            ),
            (
                "locales: [de]",
                "1:10 configuration-value: `locales` wants keys with values; write `locales: {key: value}`",
            ),
            (
                "site:\n  url: docs.example.com",
                "2:8 configuration-value: `docs.example.com` is no address of a site; write it as `https://docs.example.com/`",
            ),
            (
                "output: x\nsource: a: b",
                "2:10 configuration-syntax: a second `: ` stands in one value; put the whole value into quotation marks",
            ),
            (
                "tables: {t: {article: a, anchor: b, columns: [{name: a, role: kye}]}}",
                "1:63 configuration-value: `kye` is no role; did you mean `key`?",
            ),
            (
                "terms: {do-not-translat: [a]}",
                "1:9 unknown-configuration-key: `terms` has no key `do-not-translat`; did you mean `do-not-translate`?",
            ),
            (
                "terms: {do-not-translate: [{term: A, form: {}}]}",
                "1:38 unknown-configuration-key: a term has no key `form`; did you mean `forms`?",
            ),
            (
                "terms: {do-not-translate: [{forms: {de: [a]}}]}",
                "1:28 configuration-value: this item names no term; write it as `Name`, or as `{term: Name, forms: {de-de: [Form]}}`",
            ),
            (
                "terms: {glossary: [{source: key, translations: {de_de: Taste}}]}",
                "1:49 configuration-value: `de_de` is no BCP 47 language tag; did you mean `de-de`?",
            ),
            (
                "locales: {de-de: {}, fr-fr: {}}\nterms: {glossary: [{source: key, translations: {de-at: Taste}}]}",
                "2:49 configuration-value: `de-at` is no locale of `locales`; known are `de-de`, `fr-fr`",
            ),
            (
                "terms: {glossary: [{source: key}]}",
                "1:20 configuration-value: a glossary entry wants a source and translations; write it as `{source: key, translations: {de-de: [Taste*]}}`",
            ),
            (
                "terms: {glossary: [{source: k*y, translations: {de: Taste}}]}",
                "1:29 configuration-value: `k*y` has an asterisk in an odd place; write `*` at the end, where any ending may follow, or at the start",
            ),
            (
                "terms: {glossary: [{source: '*', translations: {de: Taste}}]}",
                "1:29 configuration-value: `*` has an asterisk in an odd place; write `*` at the end, where any ending may follow, or at the start",
            ),
        ] {
            assert_eq!(reports(text), [expected], "{text}");
        }
    }
}
