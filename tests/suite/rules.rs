//! Every rule's page is also its test: each example is a small site, and its report says what the rule finds there.

use std::fs;
use std::path::{Path, PathBuf};

use glotta::check;
use glotta::diagnostic::Diagnostic;
use glotta::discover::MemoryWorld;

/// A fenced block of a page: its info string, its text, and where the text lies in the page.
struct Block<'a> {
    info: &'a str,
    text: &'a str,
    start: usize,
}

/// A small site and the report on it.
struct Example<'a> {
    files: Vec<(&'a str, &'a str)>,
    report: Block<'a>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src/en-us/rules")
}

#[test]
fn every_rule_has_a_page_and_every_page_a_rule() {
    let mut pages: Vec<String> = fs::read_dir(folder())
        .expect("the rules' pages are part of the project")
        .map(|entry| entry.expect("a folder can be listed").path())
        .map(|path| {
            path.file_stem()
                .expect("a page has a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let mut rules: Vec<&str> = check::rules().map(|rule| rule.fault.name).collect();
    pages.sort();
    rules.sort_unstable();
    assert_eq!(pages, rules);
}

#[test]
fn every_article_of_ours_is_in_the_table_of_contents_of_each_language() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src");
    let mut articles = vec!["connector-events.md".to_owned()];
    for folder in ["guide", "reference", "rules"] {
        let files = fs::read_dir(docs.join("en-us").join(folder)).expect("a folder of articles");
        let files = files.map(|entry| entry.expect("a folder can be listed").file_name());
        articles.extend(files.map(|file| format!("{folder}/{}", file.to_string_lossy())));
    }
    for locale in ["de-de", "en-us", "fr-fr", "nl-nl", "sv-se", "zh-cn"] {
        let contents = docs.join(locale).join("toc.yml");
        let contents = fs::read_to_string(contents).expect("a table of contents");
        for article in &articles {
            let entry = format!("href: {article}\n");
            assert!(
                contents.contains(&entry),
                "{locale}/toc.yml lacks {article}"
            );
        }
    }
}

#[test]
fn every_rule_is_a_file() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    for rule in check::rules() {
        let name = rule.fault.name.replace('-', "_");
        let files = fs::read_dir(&source).expect("the rules are part of the project");
        let groups = files.map(|entry| entry.expect("a folder can be listed").path());
        let files: Vec<PathBuf> = groups
            .map(|group| group.join(&name).with_extension("rs"))
            .filter(|file| file.is_file())
            .collect();
        let [file] = files.as_slice() else {
            panic!("{name} is {} files: {files:?}", files.len());
        };
        let text =
            fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert!(
            text.starts_with(&format!("//! `{}`: ", rule.fault.name)),
            "{}",
            file.display()
        );
    }
}

/// Reports that differ are shown; with `GLOTTA_ACCEPT=1` they are written into the pages, to be read as a change.
#[test]
fn every_page_shows_what_its_rule_finds() {
    let mut wrong = Vec::new();
    for rule in check::rules() {
        let path = folder().join(rule.fault.name).with_extension("md");
        let page =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut accepted = page.clone();
        let examples = examples(&page);
        assert!(examples.len() > 2, "{} shows too little", path.display());
        for example in examples.iter().rev() {
            let found = report(rule.fault.name, &example.files);
            if found != example.report.text {
                let range = example.report.start..example.report.start + example.report.text.len();
                accepted.replace_range(range, &found);
                wrong.push(format!(
                    "{}\nexpected:\n{}found:\n{found}",
                    path.display(),
                    example.report.text
                ));
            }
        }
        if accepted != page && std::env::var_os("GLOTTA_ACCEPT").is_some() {
            fs::write(&path, accepted).expect("an accepted page can be written");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a rule finds in a site, one finding a line.
fn report(rule: &str, files: &[(&str, &str)]) -> String {
    let world = files
        .iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            let beside = ["glotta.yml", "locales/", "templates/"];
            let path = if beside.iter().any(|beside| path.starts_with(beside)) {
                (*path).to_owned()
            } else {
                format!("docs-src/{path}")
            };
            world.with(path, unescaped(text))
        });
    let site = glotta::load(&world)
        .unwrap_or_else(|error| panic!("{rule}: {error}"))
        .value;
    let report = glotta::check(&site, &site.config.levels);
    report
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.rule == rule)
        .map(line)
        .collect()
}

/// Pages show characters that nobody sees, or that look like others, as their numbers: `\u{200B}`.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("a number of a character ends");
        let number = u32::from_str_radix(digits, 16).expect("a character has a number");
        plain.push(char::from_u32(number).expect("the number is that of a character"));
        plain.push_str(rest);
    }
    plain
}

fn line(diagnostic: &Diagnostic) -> String {
    let position = diagnostic.position();
    format!(
        "{}:{}:{}: {}[{}] {}\n",
        diagnostic.primary.source.path(),
        position.line,
        position.column,
        diagnostic.severity.name(),
        diagnostic.rule,
        diagnostic.message
    )
}

/// The examples of a page: the files that stand between two headings, and the report behind them.
fn examples(page: &str) -> Vec<Example<'_>> {
    let mut examples = Vec::new();
    let mut files = Vec::new();
    for block in blocks(page) {
        match block.info.split_once(" path=") {
            Some((_, path)) => files.push((path, block.text)),
            None if block.info == "text report" => examples.push(Example {
                files: std::mem::take(&mut files),
                report: block,
            }),
            None => {}
        }
    }
    examples
}

/// The fenced blocks of a page; a longer fence may hold shorter ones.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, &str, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let fence = line.len() - line.trim_start_matches('`').len();
        match open {
            None if fence >= 3 => {
                open = Some((fence, line.trim_start_matches('`').trim(), at + line.len()))
            }
            Some((opening, info, start)) if fence >= opening && line.trim_end().len() == fence => {
                blocks.push(Block {
                    info,
                    text: &page[start..at],
                    start,
                });
                open = None;
            }
            _ => {}
        }
        at += line.len();
    }
    blocks
}

/// The tables of the reference, in every language: each rule and each fault of reading once, with its usual severity.
#[test]
fn the_table_of_rules_is_the_list_in_every_language() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src");
    let mut expected: Vec<(&str, &str)> = glotta::faults()
        .iter()
        .map(|fault| (fault.name, fault.severity.name()))
        .collect();
    expected.sort_unstable();
    let languages = fs::read_dir(&docs).expect("our own documentation is part of the project");
    for language in languages.map(|entry| entry.expect("a folder can be listed").path()) {
        let path = language.join("reference/rules.md");
        let Ok(page) = fs::read_to_string(&path) else {
            continue;
        };
        let mut listed: Vec<(&str, &str)> = page.lines().filter_map(listed).collect();
        listed.sort_unstable();
        assert_eq!(listed, expected, "{}", path.display());
    }
}

/// Name and severity in a row whose first cell names a fault: linked to the rule's page, or as code.
fn listed(line: &str) -> Option<(&str, &str)> {
    let mut cells = line.strip_prefix("| ")?.split(" | ");
    let first = cells.next()?;
    let name = match first.strip_prefix('[') {
        Some(linked) => linked.split(']').next()?,
        None => first.trim_matches('`'),
    };
    let severity = cells.next()?.trim_matches('`');
    let known = ["error", "warning", "info"].contains(&severity) && cells.next().is_some();
    known.then_some((name, severity))
}

#[test]
fn the_table_says_which_rules_are_off() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src");
    let page = fs::read_to_string(docs.join("en-us/reference/rules.md")).expect("it is ours");
    for rule in check::rules() {
        let row = format!("| [{}](", rule.fault.name);
        let row = page.lines().find(|line| line.starts_with(&row));
        let row = row.unwrap_or_else(|| panic!("{} has no row", rule.fault.name));
        assert_eq!(row.ends_with(" Off by default. |"), !rule.enabled, "{row}");
    }
}
