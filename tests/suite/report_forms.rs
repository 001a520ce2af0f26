//! What other programs get to read: every form of a report is valid, names real files, and holds what was found: one
//! table of forms, each held against its own schema.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::sandbox::{ARTICLE, Run, Sandbox};

const MACHINES: [&str; 5] = ["json", "sarif", "gitlab", "junit", "rdjson"];

/// A folder that no program may take for something else.
const ODD: &str = "50% a,b:c";

/// A table in which one language has another key behind wide characters.
fn table(words: &str, key: &str) -> String {
    format!(
        "# {words}\n\n| Id | Code |\n|---|---|\n| 100 | a |\n| {key} | b |\n| 300 | c |\n\n{words} 😀 [x](https://e.example/{key})\n"
    )
}

/// Four languages with faults of every kind: shared ones, some with a fix, some without an article, control characters.
fn faulty() -> Sandbox {
    let odd = "---\na: 1\na: 2\nlang: de\n---\n# \u{1}\u{1b}[2J 证\u{9b} x\u{7f}\n\n| a |\n|---|\n| 1 | 2 |\n";
    Sandbox::new()
        .file("docs-src/pt-br/a.md", table("A", "200"))
        .file("docs-src/fi-fi/a.md", table("Ä", "200"))
        .file(
            "docs-src/sv-se/a.md",
            table("Å", "200").replace("| 300 | c |\n", ""),
        )
        .file("docs-src/zh-cn/a.md", table("证书", "2O0"))
        .file(&format!("docs-src/fi-fi/{ODD}/b.md"), odd)
        .file("docs-src/readme.md", "# x")
        .file("docs-src/zh-cn/bad.md", b"# \xE4\n")
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:#?}"))
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a Vec<Value> {
    let found = value.pointer(pointer).and_then(Value::as_array);
    found.unwrap_or_else(|| panic!("{pointer} is no list in {value:#}"))
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    let found = value.pointer(pointer).and_then(Value::as_str);
    found.unwrap_or_else(|| panic!("{pointer} is no text in {value:#}"))
}

fn number(value: &Value, pointer: &str) -> usize {
    let found = value.pointer(pointer).and_then(Value::as_u64);
    let found = found.unwrap_or_else(|| panic!("{pointer} is no number in {value:#}"));
    usize::try_from(found).expect("it is small")
}

/// The members of an object that are neither null nor empty.
fn filled(object: &Value) -> impl Iterator<Item = &String> {
    let members = object.as_object().into_iter().flatten();
    let is_filled =
        |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    members
        .filter(move |(_, value)| is_filled(value))
        .map(|(name, _)| name)
}

#[test]
fn the_json_report_follows_its_schema() {
    let sandbox = faulty();
    let schema = json(&sandbox.run("check --json-schema"));
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    let clean = Sandbox::with_site();
    let configured = faulty().file("glotta.yml", "refrence: fi-fi\n");
    let mut seen = BTreeSet::new();
    for run in [
        sandbox.run("check --format json"),
        sandbox.run("check --format json --statistics --locale fi-fi"),
        sandbox.run("check --format json --reference pt-br"),
        clean.run("check --format json --statistics"),
        configured.run("check --format json"),
    ] {
        let report = json(&run);
        let faults: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
        seen.extend(filled(&report).cloned());
        seen.extend(
            list(&report, "/diagnostics")
                .iter()
                .flat_map(filled)
                .cloned(),
        );
    }
    for object in ["/properties", "/$defs/diagnostic/properties"] {
        let members = schema.pointer(object).and_then(Value::as_object);
        for name in members.expect("it has members").keys() {
            assert!(seen.contains(name), "no report shows `{name}`");
        }
    }
    let broken = serde_json::json!({"version": 1, "summary": {}, "diagnostics": []});
    assert!(!validator.is_valid(&broken));
}

#[test]
fn machines_get_their_form_and_nothing_else() {
    let sandbox = faulty();
    for format in MACHINES {
        let plain = sandbox.run(&format!("check --format {format}"));
        assert_eq!(plain.err, "", "{format}");
        assert!(!plain.out.contains('\u{1b}'), "{format}");
        let verbose = sandbox.run(&format!("check --format {format} --verbose --color always"));
        assert_eq!(verbose.out, plain.out, "{format}");
        assert_eq!(verbose.code, Some(1));
        let statistics = sandbox.run(&format!("check --format {format} --statistics"));
        if format != "json" {
            assert_eq!(statistics.out, plain.out, "{format}");
            assert!(statistics.err.contains("duplicate-key"), "{format}");
        }
    }
}

#[test]
fn a_configuration_with_errors_is_reported_in_every_form() {
    let sandbox = Sandbox::with_site().file("sub dir/glotta.yml", "refrence: fi-fi\n");
    for format in MACHINES.iter().chain(&["github", "concise"]) {
        let mut command = sandbox.command(&format!("check --format {format} --config"));
        let output = command.arg("sub dir/glotta.yml").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{format}");
        let out = String::from_utf8(output.stdout).unwrap();
        let name = match *format {
            "json" | "concise" => "glotta.yml",
            "sarif" => "\"uri\": \"sub%20dir/glotta.yml\"",
            _ => "sub dir/glotta.yml",
        };
        assert!(out.contains(name), "{format}: {out}");
        assert!(out.contains("unknown-configuration-key"), "{format}: {out}");
        assert!(!out.contains("examined by"), "nothing was: {out}");
    }
}

#[test]
fn sarif_names_rules_places_and_fixes() {
    let sandbox = faulty();
    let log = json(&sandbox.run("check --format sarif"));
    assert_eq!(log["version"], "2.1.0");
    assert!(text(&log, "/$schema").contains("sarif-schema-2.1.0"));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = list(run, "/tool/driver/rules");
    let results = list(run, "/results");
    let mut used = BTreeSet::new();
    for result in results {
        let rule = &rules[number(result, "/ruleIndex")];
        assert_eq!(rule["id"], result["ruleId"]);
        used.insert(text(result, "/ruleId"));
        assert!(["error", "warning", "note"].contains(&text(result, "/level")));
        assert_eq!(text(result, "/partialFingerprints/glotta~1v1").len(), 40);
        assert!(!text(result, "/message/text").is_empty());
        place(&sandbox, &result["locations"][0]);
        let related = result["relatedLocations"].as_array().into_iter().flatten();
        related.for_each(|location| place(&sandbox, location));
    }
    assert_eq!(used.len(), rules.len(), "each rule occurs and is told once");
    let levels: Vec<&str> = results
        .iter()
        .map(|result| text(result, "/level"))
        .collect();
    let rank = |level: &&str| {
        ["error", "warning", "note"]
            .iter()
            .position(|name| name == level)
    };
    assert!(levels.is_sorted_by_key(rank), "{levels:?}");
    let fix = results
        .iter()
        .find(|result| result["ruleId"] == "locale-mismatch");
    let fix = &fix.expect("it is found")["fixes"][0];
    let replacement = &fix["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"]["startLine"], 4);
    assert_eq!(replacement["insertedContent"]["text"], "fi-FI");
}

/// Asserts that a location leads to a file, and that its region is one.
fn place(sandbox: &Sandbox, location: &Value) {
    let artifact = &location["physicalLocation"]["artifactLocation"];
    let uri = text(artifact, "/uri");
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
    assert!(uri.bytes().all(is_plain), "{uri}");
    assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
    let path = uri
        .replace("%20", " ")
        .replace("%2C", ",")
        .replace("%3A", ":");
    assert!(sandbox.path(&path.replace("%25", "%")).is_file(), "{uri}");
    if let Some(region) = location["physicalLocation"].get("region") {
        let point = |line, column| (number(region, line), number(region, column));
        let start = point("/startLine", "/startColumn");
        assert!(start <= point("/endLine", "/endColumn"), "{region}");
        assert!(start.0 > 0 && start.1 > 0);
    }
}

/// `证书 😀 [x](` is 8 characters, 9 units of UTF-16 and 15 bytes long.
#[test]
fn columns_count_what_the_reader_of_a_form_counts() {
    let sandbox = faulty();
    let find = |run: &Run, list_at: &str, rule: &str| -> Value {
        let report = json(run);
        let found = list(&report, list_at).iter().find(|finding| {
            let name = finding.pointer(rule).and_then(Value::as_str);
            name == Some("link-changed") && finding.to_string().contains("zh-cn")
        });
        found.unwrap_or_else(|| panic!("{report:#}")).clone()
    };
    let finding = find(&sandbox.run("check --format json"), "/diagnostics", "/rule");
    assert_eq!(finding["column"], 10, "{finding:#}");
    let finding = find(
        &sandbox.run("check --format sarif"),
        "/runs/0/results",
        "/ruleId",
    );
    let region = &finding["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startColumn"], 11, "{region:#}");
    let finding = find(
        &sandbox.run("check --format rdjson"),
        "/diagnostics",
        "/code/value",
    );
    let start = &finding["location"]["range"]["start"];
    assert_eq!(start["column"], 17, "{start:#}");
}

#[test]
fn more_results_than_sarif_takes_are_counted_with_the_gravest_first() {
    // Most rows are in order: otherwise this is a habit, and one finding.
    let rows = "| 1 | 2 | 3 |\n| 1 |\n| 2 |\n".repeat(25_002);
    let sandbox = Sandbox::new()
        .file("glotta.yml", "levels: {ragged-row: warning}\n")
        .file(
            "docs-src/fi-fi/a.md",
            format!("# A\n\n| a |\n|---|\n{rows}"),
        )
        .file("docs-src/fi-fi/z.md", "---\na: 1\na: 2\n---\n# Z\n");
    let log = json(&sandbox.run("check --format sarif"));
    let results = list(&log, "/runs/0/results");
    assert_eq!(results.len(), 25_000);
    assert_eq!(results[0]["ruleId"], "duplicate-key");
    let notification = "/runs/0/invocations/0/toolExecutionNotifications/0/message/text";
    let left_out = text(&log, notification);
    assert!(
        left_out.starts_with("3 findings are left out"),
        "{left_out}"
    );
    let run = sandbox.run("check --format github");
    assert_eq!(run.out.matches("\n::error ").count(), 1);
    assert_eq!(run.out.matches("\n::warning ").count(), 10);
    assert!(
        run.out
            .ends_with("\n::notice title=glotta::24992 more findings, see the log\n")
    );
}

#[test]
fn annotations_say_once_what_several_languages_share() {
    let sandbox = Sandbox::new();
    let whole = "# A\n\n| Id | Text |\n|---|---|\n| 100 | x |\n| 200 | y |\n| 300 | z |\n";
    let short = whole.replace("| 300 | z |\n", "");
    let sandbox = ["pt-br", "de-de", "it-it", "es-es", "ro-ro"]
        .iter()
        .fold(sandbox, |sandbox, locale| {
            sandbox.file(&format!("docs-src/{locale}/{ODD}/a.md"), whole)
        })
        .file(&format!("docs-src/fi-fi/{ODD}/a.md"), &short)
        .file(&format!("docs-src/sv-se/{ODD}/a.md"), &short);
    let run = sandbox.run("check --format github");
    let annotations: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.starts_with("::error "))
        .collect();
    let [annotation] = annotations.as_slice() else {
        panic!("{annotations:#?}")
    };
    let place = "::error file=docs-src/fi-fi/50%25 a%2Cb%3Ac/a.md,line=3,";
    assert!(annotation.starts_with(place), "{annotation}");
    assert!(
        annotation.contains(",title=row-missing::the table lacks row `300`%0A"),
        "{annotation}"
    );
    assert!(
        annotation.ends_with("%0AThe same in: fi-fi, sv-se"),
        "{annotation}"
    );
    let human = sandbox.run("check --quiet").out;
    assert!(run.out.contains(&human), "the log has the whole report");
    let counted = sandbox.run("check --format github --statistics").out;
    assert!(counted.contains(&human) && counted.contains("found nothing and examined"));
}

/// A runner of GitHub obeys lines that begin with two colons; the log stands where it looks for none.
#[test]
fn no_article_gives_commands_to_a_runner() {
    let attack = "---\na: |\n  ::set-env name=x::y\na: 2\n---\n# A\n\n::add-mask::x\n";
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", attack);
    let run = sandbox.run("check --format github");
    let lines: Vec<&str> = run.out.lines().collect();
    let word = lines[0]
        .strip_prefix("::stop-commands::")
        .expect("it begins so");
    let end = lines.iter().position(|line| *line == format!("::{word}::"));
    let commands = &lines[end.expect("it ends") + 1..];
    assert!(!commands.is_empty());
    for command in commands {
        let known = ["::error ", "::warning ", "::notice "];
        assert!(
            known.iter().any(|known| command.starts_with(known)),
            "{command}"
        );
    }
}

#[test]
fn gitlab_knows_a_finding_again_when_lines_move() {
    let fingerprints = |sandbox: &Sandbox| -> Vec<String> {
        let issues = json(&sandbox.run("check --format gitlab"));
        let issues = issues.as_array().expect("it is a list").clone();
        for issue in &issues {
            assert!(["info", "minor", "major"].contains(&text(issue, "/severity")));
            assert!(number(issue, "/location/lines/begin") > 0);
            let path = sandbox.path(text(issue, "/location/path"));
            assert!(path.exists(), "{}", path.display());
        }
        issues
            .iter()
            .map(|issue| text(issue, "/fingerprint").to_owned())
            .collect()
    };
    let before = fingerprints(&faulty());
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len());
    let moved = faulty().file(
        "docs-src/zh-cn/a.md",
        format!("\n\n\n{}", table("证书", "2O0")),
    );
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(fingerprints(&moved)), sorted(before));
}

/// What an element of a JUnit report says of itself.
fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.try_get_attribute(name).expect("it is XML");
    let found = found.unwrap_or_else(|| panic!("no {name}"));
    found.value.into_owned()
}

#[test]
fn junit_counts_what_it_holds_and_shows_silence() {
    let sandbox = faulty().file("docs-src/zh-cn/calm.md", "# 平静\n");
    let run = sandbox.run("check --format junit");
    let is_legal = |letter: char| !letter.is_control() || letter == '\n';
    assert!(run.out.chars().all(is_legal), "{}", run.out);
    let mut reader = Reader::from_str(&run.out);
    let (mut suites, mut cases, mut failures) = (Vec::new(), Vec::new(), 0);
    let mut told = (String::new(), String::new());
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "testsuites" => {
                    told = (
                        attribute(&element, "tests"),
                        attribute(&element, "failures"),
                    );
                }
                "testsuite" => {
                    suites.push((attribute(&element, "name"), attribute(&element, "tests")))
                }
                "testcase" => cases.push(attribute(&element, "name")),
                "failure" => failures += 1,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(told, (cases.len().to_string(), failures.to_string()));
    let tests: usize = suites
        .iter()
        .map(|(_, tests)| tests.parse::<usize>().unwrap())
        .sum();
    assert_eq!(tests, cases.len());
    assert!(suites.contains(&("calm".into(), "1".into())), "{suites:?}");
    for case in ["zh-cn", "fi-fi: duplicate-key", "sv-se: row-missing"] {
        assert!(cases.iter().any(|name| name == case), "{case}: {cases:?}");
    }
}

#[test]
fn reviewdog_gets_suggestions_and_other_places() {
    let report = json(&faulty().run("check --format rdjson"));
    assert_eq!(report["severity"], "ERROR");
    let findings = list(&report, "/diagnostics");
    let of = |rule: &str| {
        let found = findings
            .iter()
            .find(|finding| finding["code"]["value"] == rule);
        found.unwrap_or_else(|| panic!("{rule}: {report:#}"))
    };
    let mismatch = of("locale-mismatch");
    assert_eq!(
        mismatch["location"]["path"],
        format!("docs-src/fi-fi/{ODD}/b.md")
    );
    assert_eq!(mismatch["suggestions"][0]["text"], "fi-FI");
    assert_eq!(mismatch["suggestions"][0]["range"]["start"]["line"], 4);
    let duplicate = of("duplicate-key");
    assert_eq!(
        duplicate["related_locations"][0]["location"]["range"]["start"]["line"],
        2
    );
    assert!(
        text(duplicate, "/original_output")
            .ends_with(text(duplicate, "/message").lines().next().unwrap())
    );
    assert!(
        of("article-outside-locales")["location"]
            .get("range")
            .is_none()
    );
    let clean = json(&Sandbox::with_site().run("check --format rdjson"));
    assert!(list(&clean, "/diagnostics").is_empty());
}

#[test]
fn files_are_named_from_the_working_directory() {
    let article = "---\na: 1\na: 2\n---\n# A\n";
    let sandbox = Sandbox::new()
        .file("deep/docs/fi-fi/a.md", article)
        .file("deep/glotta.yml", "source: docs\n")
        .folder("elsewhere");
    let path = |arguments: &str, folder: &str| {
        let mut command = sandbox.command(&format!("check --format gitlab {arguments}"));
        let output = command.current_dir(sandbox.path(folder)).output().unwrap();
        let issues: Value = serde_json::from_slice(&output.stdout).unwrap();
        text(&issues[0], "/location/path").to_owned()
    };
    assert_eq!(path("--config deep/glotta.yml", ""), "deep/docs/fi-fi/a.md");
    assert_eq!(path("--source ./deep/docs/", ""), "deep/docs/fi-fi/a.md");
    assert_eq!(path("", "deep"), "docs/fi-fi/a.md");
    assert_eq!(path("--source ../docs", "deep/docs"), "fi-fi/a.md");
    let outside = path("--source ../deep/docs", "elsewhere");
    assert!(
        outside.starts_with('/') && outside.ends_with("/deep/docs/fi-fi/a.md"),
        "{outside}"
    );
}

#[test]
fn statistics_show_rules_by_language_and_what_was_silent() {
    let sandbox = faulty();
    let run = sandbox.run("check --statistics");
    assert_eq!(run.code, Some(1));
    let line = |name: &str| -> Vec<&str> {
        let line = run.out.lines().find(|line| line.starts_with(name));
        let line = line.unwrap_or_else(|| panic!("{name}: {}", run.out));
        line.split_whitespace().collect()
    };
    assert_eq!(run.out.split_whitespace().next(), Some("fi-fi"));
    assert_eq!(
        line("duplicate-key "),
        ["duplicate-key", "1", "-", "-", "-", "-", "1", "-"]
    );
    assert_eq!(
        line("row-missing ")[..7],
        ["row-missing", "-", "-", "1", "-", "-", "1"]
    );
    assert_eq!(line("row-order ").len(), 2);
    assert_eq!(line("stale-translation "), ["stale-translation", "nothing"]);
    assert!(
        !run.out.contains(" --> "),
        "findings are counted, not shown: {}",
        run.out
    );
    let report = json(&sandbox.run("check --format json --statistics"));
    let rules = list(&report, "/statistics/rules");
    let found: usize = ["error", "warning", "info"]
        .iter()
        .map(|level| {
            rules
                .iter()
                .map(|rule| number(rule, &format!("/{level}")))
                .sum::<usize>()
        })
        .sum();
    assert_eq!(found, list(&report, "/diagnostics").len());
    let rule = |name: &str| rules.iter().position(|rule| rule["rule"] == name);
    assert!(
        rule("duplicate-key") < rule("row-missing") && rule("row-missing") < rule("link-changed")
    );
}

#[test]
fn statistics_fit_the_terminal_and_hint_at_habits() {
    let rows = |count| format!("# A\n\n| a |\n|---|\n{}", "| 1 | 2 | 3 |\n".repeat(count));
    let sandbox = [
        "de-de", "es-es", "fi-fi", "it-it", "nl-nl", "pt-br", "ro-ro", "sv-se",
    ]
    .iter()
    .fold(Sandbox::new(), |sandbox, locale| {
        sandbox.file(&format!("docs-src/{locale}/a.md"), ARTICLE)
    })
    .file("docs-src/fi-fi/own.md", rows(7))
    .file("glotta.yml", "levels: {ragged-row: warning}\n");
    let mut command = sandbox.command("check --statistics --quiet");
    let output = command.env("COLUMNS", "60").output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let (table, hint) = out.split_once("hint: ").expect("there is one");
    assert!(table.lines().all(|line| line.len() <= 60), "{table}");
    assert!(table.contains("sv-se"), "{table}");
    assert!(
        hint.contains("locales: {fi-fi: {levels: {ragged-row: off}}}"),
        "{hint}"
    );
    let wrong = sandbox
        .file("glotta.yml", "")
        .run("check --statistics --quiet");
    assert!(
        !wrong.out.contains("hint: "),
        "nobody is told to silence errors"
    );
}

#[test]
fn a_site_without_faults_is_valid_in_every_form() {
    let sandbox = Sandbox::with_site();
    for format in MACHINES {
        let run = sandbox.run(&format!("check --format {format}"));
        assert_eq!(run.code, Some(0), "{format}");
        if format != "junit" {
            json(&run);
        }
    }
    let run = sandbox.run("check --format junit");
    run.says(&[
        "tests=\"2\" failures=\"0\"",
        "<testcase name=\"fi-fi\" classname=\"a\"/>",
    ]);
    assert_eq!(sandbox.run("check --format github --quiet").text(), "");
}
