//! What changes nothing that a reader could tell, or only what is a language's own, is no finding.

use std::fs;
use std::path::Path;

use glotta::discover::MemoryWorld;
use glotta::model::Levels;

const LANGUAGES: [&str; 6] = ["en-us", "de-de", "fr-fr", "nl-nl", "sv-se", "zh-cn"];

/// Our own articles in a language, save the rules' pages, which are in English only.
fn articles(locale: &str) -> Vec<(String, String)> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs-src");
    let mut found = Vec::new();
    let mut folders = vec![docs.join(locale)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("our own documentation is part of the project") {
            let path = entry.expect("a folder can be listed").path();
            match path.is_dir() {
                true if path.ends_with("rules") => {}
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(&docs).expect("it lies there");
                    let name = format!("docs-src/{}", name.to_string_lossy().replace('\\', "/"));
                    found.push((name, fs::read_to_string(&path).expect("it is text")));
                }
            }
        }
    }
    found.sort();
    found
}

/// What is found in our own articles where one language was edited, without places: an edit may move them.
fn findings(edited: &str, edit: impl Fn(&str) -> String, reference: &str) -> Vec<String> {
    let languages = LANGUAGES
        .iter()
        .filter(|it| reference != "none" || **it != "en-us");
    let articles =
        languages.flat_map(|locale| articles(locale).into_iter().map(move |it| (locale, it)));
    let world = articles.fold(MemoryWorld::new(), |world, (locale, (path, text))| {
        // Freshness is not the point, and the reference is edited too.
        let text: String = text
            .split_inclusive('\n')
            .filter(|line| !line.starts_with("source-hash:"))
            .collect();
        let is_edited = *locale == edited && path.ends_with(".md");
        let text = if is_edited { edit(&text) } else { text };
        world.with(path, text)
    });
    let world = world.with(
        "glotta.yml",
        format!("reference: {reference}\nuntranslated: ['rules/**']\n"),
    );
    let site = glotta::load(&world).unwrap_or_else(|error| panic!("{error}"));
    let report = glotta::check(&site.value, &Levels::default());
    let all = site.diagnostics.into_iter().chain(report.diagnostics);
    let mut lines: Vec<String> = all
        // A link to a rule's page leads to nothing here.
        .filter(|it| it.rule != "broken-internal-link" && it.rule != "mixed-eol-bom")
        .map(|it| format!("{} {} {}", it.primary.source.path(), it.rule, it.message))
        .collect();
    lines.sort();
    lines
}

/// Makes another text of one.
type Edit = fn(&str) -> String;

/// Edits each line of running text, outside front matter and code.
fn lines(text: &str, edit: impl Fn(&str) -> String) -> String {
    let body = text[4..].find("\n---\n").map_or(0, |at| at + 9);
    let mut edited = text[..body].to_owned();
    let mut fence: Option<usize> = None;
    for line in text[body..].split_inclusive('\n') {
        let ticks = line.trim_start().len() - line.trim_start().trim_start_matches('`').len();
        let code = fence.is_some() || ticks >= 3;
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open => fence = None,
            _ => {}
        }
        edited += &if code { line.to_owned() } else { edit(line) };
    }
    edited
}

fn is_row(line: &str) -> bool {
    line.starts_with('|')
}

fn is_prose(line: &str) -> bool {
    line.starts_with(|letter: char| letter.is_alphabetic())
}

fn padded(line: &str) -> String {
    if is_row(line) {
        line.replace(" |", "    |")
    } else {
        line.to_owned()
    }
}

fn starred(line: &str) -> String {
    line.strip_prefix("- ")
        .map_or(line.to_owned(), |rest| format!("* {rest}"))
}

/// A blank line between items makes a list loose.
fn loose(line: &str) -> String {
    if line.starts_with("- ") {
        format!("\n{line}")
    } else {
        line.to_owned()
    }
}

fn underscored(line: &str) -> String {
    line.replace(" **", " __")
        .replace("** ", "__ ")
        .replace("**.", "__.")
        .replace("**,", "__,")
}

/// Only where both marks were exchanged: beside other letters an underscore is no mark.
fn marked(line: &str) -> String {
    let other = underscored(line);
    if other.contains("**") {
        line.to_owned()
    } else {
        other
    }
}

fn wrapped(line: &str) -> String {
    let cut = line
        .char_indices()
        .skip(40)
        .find(|(_, letter)| *letter == ' ')
        .map(|(at, _)| at);
    match cut.filter(|at| is_prose(line) && !line[..*at].contains('[')) {
        Some(at) if line[at + 1..].starts_with(|letter: char| letter.is_alphabetic()) => {
            format!("{}\n{}", &line[..at], &line[at + 1..])
        }
        _ => line.to_owned(),
    }
}

fn trailing(line: &str) -> String {
    match line.strip_suffix('\n').filter(|line| !line.is_empty()) {
        Some(line) => format!("{line} \n"),
        None => line.to_owned(),
    }
}

fn ideographic(line: &str) -> String {
    if is_row(line) {
        line.replace(", 0x", "、0x")
    } else {
        line.to_owned()
    }
}

fn quoted(line: &str) -> String {
    line.replace(['“', '„', '”', '’'], "’")
        .replace('«', "“")
        .replace('»', "”")
}

fn angled(line: &str) -> String {
    // What stands in code is no link.
    if line.contains('`') {
        return line.to_owned();
    }
    let mut edited = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        let (target, after) = after.split_once(')').unwrap_or((after, ""));
        edited += &format!("{before}](<{target}>)");
        rest = after;
    }
    edited + rest
}

fn commented(line: &str) -> String {
    match is_prose(line) {
        // A comment inside a paragraph would end it.
        true => format!("{}<!-- looked through -->\n", line.trim_end_matches('\n')),
        false => line.to_owned(),
    }
}

#[test]
fn edits_that_change_nothing_are_no_findings() {
    let edits: [(&str, Edit); 13] = [
        ("cells are padded", |text| lines(text, padded)),
        ("bullets are stars", |text| lines(text, starred)),
        ("lists are loose", |text| lines(text, loose)),
        ("bold is marked by underscores", |text| lines(text, marked)),
        ("lines are wrapped otherwise", |text| lines(text, wrapped)),
        ("lines end with a blank", |text| lines(text, trailing)),
        ("codes are listed with ideographic commas", |text| {
            lines(text, ideographic)
        }),
        ("quotation marks are others", |text| lines(text, quoted)),
        ("targets stand in angle brackets", |text| {
            lines(text, angled)
        }),
        ("comments stand behind lines", |text| lines(text, commented)),
        ("a comment stands first", |text| {
            let body = text[4..].find("\n---\n").map_or(0, |at| at + 9);
            format!(
                "{}<!-- checked by somebody -->\n\n{}",
                &text[..body],
                &text[body..]
            )
        }),
        ("lines end with CRLF", |text| text.replace('\n', "\r\n")),
        ("blank lines stand at the end", |text| format!("{text}\n\n")),
    ];
    // Both worlds, the reference itself, and scripts with and without blanks: all of each with each would take minutes.
    let worlds = [
        ("en-us", ["en-us", "de-de", "zh-cn"].as_slice()),
        ("none", &["fr-fr", "zh-cn"]),
    ];
    for (reference, edited) in worlds {
        let before = findings("", str::to_owned, reference);
        for locale in edited {
            for (name, edit) in &edits {
                let after = findings(locale, edit, reference);
                let new: Vec<&String> = after.iter().filter(|it| !before.contains(it)).collect();
                assert!(
                    new.is_empty(),
                    "{name} in {locale}, reference {reference}: {new:#?}"
                );
            }
        }
    }
}

/// Sentences that say the same, each in the notation and the order of its language.
const NOTATIONS: [(&str, &str); 6] = [
    (
        "en-us",
        "On March 23, 2026 at 4:30 PM the archive grew to 1.5 GB, which is 12,500 files and 15% of the disk; see the [map](a.md#map) and the [list](a.md#list).",
    ),
    (
        "de-de",
        "Am 23. März 2026 um 16:30 Uhr wuchs das Archiv auf 1,5\u{a0}GB, das sind 12.500 Dateien und 15\u{a0}% der Platte; siehe die [Liste](a.md#list) und die [Karte](a.md#map).",
    ),
    (
        "fr-fr",
        "Le 23 mars 2026 à 16 h 30, l’archive a atteint 1,5\u{202f}Go, soit 12\u{202f}500 fichiers et 15\u{202f}% du disque ; voir la [carte](a.md#map) et la [liste](a.md#list).",
    ),
    (
        "nl-nl",
        "Op 23-03-2026 om 16.30 uur groeide het archief tot 1,5 GB, dat zijn 12.500 bestanden en 15% van de schijf; zie de [lijst](a.md#list) en de [kaart](a.md#map).",
    ),
    (
        "sv-se",
        "Den 23 mars 2026 klockan 16.30 växte arkivet till 1,5 GB, det vill säga 12 500 filer och 15 % av disken; se [kartan](a.md#map) och [listan](a.md#list).",
    ),
    (
        "zh-cn",
        "2026年3月23日16:30，存档增至１.５ GB，即 1.25 万个文件，占磁盘的 15%；请参阅[地图](a.md#map)和[列表](a.md#list)。",
    ),
];

#[test]
fn each_language_has_its_own_notation() {
    for reference in ["en-us", "none"] {
        let languages = NOTATIONS
            .iter()
            .filter(|(locale, _)| reference != "none" || *locale != "en-us");
        let world = languages.fold(MemoryWorld::new(), |world, (locale, sentence)| {
            let text = format!("# A\n\n{sentence}\n\n## B {{#map}}\n\nB\n\n## C {{#list}}\n\nC\n");
            world.with(format!("docs-src/{locale}/a.md"), text)
        });
        let world = world.with("glotta.yml", format!("reference: {reference}\n"));
        let site = glotta::load(&world)
            .unwrap_or_else(|error| panic!("{error}"))
            .value;
        let found = glotta::check(&site, &Levels::default()).diagnostics;
        let found: Vec<String> = found
            .iter()
            .map(|it| format!("{} {} {}", it.primary.source.path(), it.rule, it.message))
            .collect();
        assert!(found.is_empty(), "reference {reference}: {found:#?}");
    }
}
