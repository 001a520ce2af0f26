//! What is mended is mended for good: no fix does harm, a second one changes nothing, and all else stays byte for byte: one
//! table of damages, and what must be true after each.

use std::fs;
use std::path::Path;

use glotta::diagnostic::{Applicability, Diagnostic, Level};
use glotta::discover::{MemoryWorld, Place, World};
use glotta::model::Levels;
use glotta::{Mended, Mending};

use crate::chance::Chance;
use crate::sandbox::Sandbox;
use crate::sites::{self, LANGUAGES};
use crate::validators::is_there;

/// Rules about the table; those that would mend line ends, or tell a change of code twice, have tests of their own.
fn levels() -> Levels {
    let off = ["mixed-eol-bom", "inline-code-changed"];
    Levels {
        by_name: off.map(|name| (name.to_owned(), Level::Off)).into(),
        ..Levels::default()
    }
}

fn findings(world: &dyn World) -> Vec<Diagnostic> {
    let parsed = glotta::load(world).unwrap_or_else(|error| panic!("{error}"));
    let mut findings = parsed.diagnostics;
    findings.extend(glotta::check(&parsed.value, &levels()).diagnostics);
    findings
}

fn mended(world: &dyn World, unsafely: bool) -> Mended {
    let mending = Mending {
        levels: &levels(),
        wanted: &findings(world),
        unsafely,
    };
    glotta::mend(world, mending).unwrap_or_else(|error| panic!("{error}"))
}

fn keys(findings: &[Diagnostic]) -> Vec<String> {
    let key = |finding: &Diagnostic| {
        let path = finding.primary.source.path();
        format!("{path} {} {}", finding.rule, finding.message)
    };
    let mut keys: Vec<String> = findings.iter().map(key).collect();
    keys.sort();
    keys
}

/// Asserts what holds of every mending: nothing new is found, as much is gone as is said, and a second one changes nothing.
#[track_caller]
fn assert_sound(world: &dyn World, unsafely: bool) -> Mended {
    let before = keys(&findings(world));
    let mended = mended(world, unsafely);
    let after = findings(&mended.overlay(world));
    let mut left = before.clone();
    for key in keys(&after) {
        let known = left.iter().position(|it| *it == key);
        let known = known.unwrap_or_else(|| panic!("{key} is new; {before:#?}"));
        left.remove(known);
    }
    assert_eq!(left.len(), mended.fixed, "{left:#?}");
    let again = self::mended(&mended.overlay(world), unsafely);
    assert_eq!(again.changes, [], "the second time something changes");
    mended
}

/// What the Dutch article of the connector says after it was damaged and mended.
#[track_caller]
fn dutch(unsafely: bool, damage: impl Fn(&str) -> String) -> String {
    let path = "docs-src/nl-nl/events.md";
    let text = damage(&sites::events("nl-nl"));
    let world = sites::connector(Some("en-us")).with(path, text.clone());
    let mended = assert_sound(&world, unsafely);
    let places: Vec<&Place> = mended.changes.iter().map(|change| &change.place).collect();
    assert!(places.len() < 2, "{places:?}");
    mended
        .changes
        .into_iter()
        .next()
        .map_or(text, |change| change.after)
}

#[test]
fn what_all_other_languages_say_is_restored() {
    let whole = sites::events("nl-nl");
    let exchanges = [
        ("0x00000402", "0x00000492"),
        ("| 20202 |", "| 29202 |"),
        ("Upload_Failure", "Oplaadfout"),
        ("{#ids}", "{#nummers}"),
        (
            "0x00000000, 0x00000400, 0x00000401 |",
            "0x00000000, 0x00000401 |",
        ),
    ];
    for (right, wrong) in exchanges {
        let restored = dutch(false, |text| text.replacen(right, wrong, 1));
        assert_eq!(restored, whole, "{wrong}");
        let foreign = |text: &str| {
            let text = text.replacen(right, wrong, 1).replace('\n', "\r\n");
            format!("\u{feff}{}", text.trim_end())
        };
        let expected = format!("\u{feff}{}", whole.replace('\n', "\r\n").trim_end());
        assert_eq!(dutch(false, foreign), expected, "{wrong}");
    }
}

#[test]
fn rows_are_moved_removed_and_added_only_unsafely() {
    let whole = sites::events("nl-nl");
    let line = |start: &str| {
        let line = whole
            .split_inclusive('\n')
            .find(|line| line.starts_with(start));
        line.expect("the table has the row").to_owned()
    };
    let (one, other) = (line("| 20200 "), line("| 20300 "));
    let swapped = |text: &str| {
        let text = text.replacen(&one, "\u{0}", 1).replacen(&other, &one, 1);
        text.replacen('\u{0}', &other, 1)
    };
    assert_eq!(dutch(true, swapped), whole);
    assert_eq!(dutch(false, swapped), swapped(&whole));
    let twice = |text: &str| text.replacen(&one, &one.repeat(2), 1);
    assert_eq!(dutch(true, twice), whole);
    for ending in ["\n", "\r\n"] {
        let without = |text: &str| {
            let text = text.replacen(&one, "", 1).replacen(&other, "", 1);
            text.replace('\n', ending)
        };
        assert_eq!(dutch(false, without), without(&whole));
        let added = dutch(true, without);
        let lines = |text: &str| text.split(ending).map(start).collect::<Vec<_>>();
        assert_eq!(lines(&added), lines(&whole.replace('\n', ending)));
        assert!(added.contains("TODO: "), "{added}");
    }
}

fn start(line: &str) -> String {
    line.chars().take(9).collect()
}

#[test]
fn pipes_in_code_are_escaped() {
    let piped = |text: &str| text.replacen("| Upload_Success | ", "| Upload_Success | `a|b` ", 1);
    let escaped = dutch(true, piped);
    assert!(escaped.contains(r"`a\|b`"), "{escaped}");
}

#[test]
fn a_majority_that_is_not_unanimous_is_no_safe_witness() {
    let path = |locale: &str| format!("docs-src/{locale}/events.md");
    let wrong = |locale: &str, code: &str| sites::events(locale).replacen("0x00000402", code, 1);
    let world = sites::connector(Some("en-us"))
        .with(path("nl-nl"), wrong("nl-nl", "0x00000492"))
        .with(path("sv-se"), wrong("sv-se", "0x00000499"));
    assert_eq!(assert_sound(&world, false).changes, []);
    assert_eq!(assert_sound(&world, true).changes.len(), 2);
}

#[test]
fn a_fix_that_does_harm_is_taken_back() {
    // The translations name this version of the reference: to change it makes them stale.
    let article = "---\nlang: de-DE\n---\n# A\n\nWords.\n";
    let version = glotta::discover::version(article.as_bytes());
    let translated =
        |tag: &str| format!("---\nlang: {tag}\nsource-hash: {version}\n---\n# A\n\nWords.\n");
    let world = MemoryWorld::new()
        .with("glotta.yml", "reference: en-us\n")
        .with("docs-src/en-us/a.md", article)
        .with("docs-src/fi-fi/a.md", translated("sv-SE"))
        .with("docs-src/et-ee/a.md", translated("et-EE"));
    let mended = assert_sound(&world, false);
    let taken_back: Vec<&str> = mended
        .taken_back
        .iter()
        .map(|finding| finding.primary.source.path())
        .collect();
    assert_eq!(taken_back, ["en-us/a.md"]);
    assert_eq!(mended.changes.len(), 1);
    assert!(mended.changes[0].after.contains("lang: fi-FI"));
}

#[test]
fn facts_of_an_alert_are_what_is_to_be_written() {
    let alert = |kind: &str| format!("# A\n\n> [!{kind}]\n> Words.\n");
    let world = ["en-us", "fr-fr", "nl-nl"].iter().fold(
        MemoryWorld::new().with("docs-src/de-de/a.md", alert("NOTE")),
        |world, locale| world.with(format!("docs-src/{locale}/a.md"), alert("WARNING")),
    );
    let found = findings(&world);
    let [finding] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(finding.expected.as_deref(), Some("[!WARNING]"));
    assert_eq!(finding.found.as_deref(), Some("[!NOTE]"));
}

#[test]
fn of_findings_that_are_alike_only_the_wanted_is_mended() {
    let article = |first: &str, second: &str| format!("# A\n\nX: `{first}`.\n\nY: `{second}`.\n");
    let both = article("keel_up", "keel_up");
    let world = ["en-us", "fr-fr", "nl-nl"]
        .iter()
        .fold(
            MemoryWorld::new().with("glotta.yml", "reference: en-us\n"),
            |world, locale| world.with(format!("docs-src/{locale}/a.md"), both.as_str()),
        )
        .with("docs-src/de-de/a.md", article("keel_down", "keel_down"));
    let mut levels = Levels::default();
    levels.only.push("inline-code-changed".into());
    let site = glotta::load(&world).expect("there is a site").value;
    let found = glotta::check(&site, &levels).diagnostics;
    let [first, second] = found.as_slice() else {
        panic!("{found:#?}");
    };
    for (wanted, expected) in [
        (first, article("keel_up", "keel_down")),
        (second, article("keel_down", "keel_up")),
    ] {
        let mending = Mending {
            levels: &levels,
            wanted: std::slice::from_ref(wanted),
            unsafely: false,
        };
        let mended = glotta::mend(&world, mending).expect("there is a site");
        assert_eq!((mended.fixed, mended.taken_back.len()), (1, 0));
        assert_eq!(mended.changes[0].after, expected);
    }
}

/// Does something to a text that may happen to one: to a letter, to a line, or to two.
fn damaged(text: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(7) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(one, lines[one].clone()),
        2 => lines.swap(one, other),
        3 => lines[one] = lines[one].replacen(['0', '2', '_'], "9", 1),
        4 => lines[one] = lines[one].replacen('|', "", 1),
        5 => lines[one] = lines[one].replacen(' ', " | ", 1),
        _ => {
            let letters: Vec<char> = lines[one].chars().collect();
            let at = chance.below(letters.len());
            lines[one] = [&letters[..at], &letters[(at + 1).min(letters.len())..]]
                .concat()
                .iter()
                .collect();
        }
    }
    lines.concat()
}

#[test]
fn no_fix_does_harm_whatever_the_damage() {
    let mut chance = Chance(7);
    let mut fixed = 0;
    for round in 0..150 {
        let reference = (round % 2 == 0).then_some("en-us");
        let mut world = sites::connector(reference);
        for _ in 0..1 + chance.below(4) {
            let locale = LANGUAGES[1 + chance.below(LANGUAGES.len() - 1)];
            let text = damaged(&sites::events(locale), &mut chance);
            world = world.with(format!("docs-src/{locale}/events.md"), text);
        }
        fixed += assert_sound(&world, round % 3 != 0).fixed;
    }
    assert!(fixed > 50, "only {fixed} findings were fixed");
}

/// Articles that stand beside the project on its developers' machines, and nowhere else.
#[test]
fn no_fix_does_harm_in_real_articles() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/intune");
    if !corpus.is_dir() {
        println!("skipped: ../shared/corpus/intune is not here");
        return;
    }
    let mut chance = Chance(11);
    let mut fixed = 0;
    for folder in ["intune/developer", "intune/apps"] {
        let mut world = MemoryWorld::new().with("glotta.yml", "reference: en-us\n");
        for locale in fs::read_dir(&corpus).unwrap().flatten() {
            let locale = locale.file_name().to_string_lossy().into_owned();
            let mut files: Vec<_> = fs::read_dir(corpus.join(&locale).join(folder))
                .unwrap()
                .flatten()
                .map(|file| file.path())
                .filter(|path| path.extension().is_some_and(|it| it == "md"))
                .collect();
            files.sort();
            for path in files.iter().take(12) {
                let mut text = fs::read_to_string(path).unwrap();
                if locale != "en-us" && chance.below(3) == 0 {
                    text = damaged(&text, &mut chance);
                }
                let name = path.file_name().unwrap().to_string_lossy();
                world = world.with(format!("docs-src/{locale}/{name}"), text);
            }
        }
        fixed += assert_sound(&world, false).fixed;
        fixed += assert_sound(&world, true).fixed;
    }
    assert!(fixed > 0);
}

#[test]
fn every_edit_of_a_safe_fix_stands_for_what_was_found() {
    let path = "docs-src/nl-nl/events.md";
    let text = sites::events("nl-nl").replacen("0x00000402", "0x00000492", 1);
    let world = sites::connector(Some("en-us")).with(path, text);
    let findings = findings(&world);
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let safe: Vec<_> = fixes
        .filter(|fix| fix.applicability == Applicability::Safe)
        .collect();
    assert_eq!(safe.len(), 1);
    assert_eq!(
        safe[0].edits[0].source.slice(safe[0].edits[0].span),
        "0x00000492"
    );
    assert_eq!(safe[0].edits[0].text, "0x00000402");
}

/// A site on disk with one code that is wrong in Dutch, in a folder with a blank and letters of another script.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new().file("glotta.yml", "reference: en-us\nsource: \"docs 文\"\n");
    LANGUAGES.iter().fold(sandbox, |sandbox, locale| {
        let mut text = sites::events(locale);
        if *locale == "nl-nl" {
            text = text.replacen("0x00000402", "0x00000492", 1);
        }
        sandbox.file(&format!("docs 文/{locale}/events.md"), text.trim_end())
    })
}

const DUTCH: &str = "docs 文/nl-nl/events.md";

#[test]
fn fix_writes_the_file_and_reports_what_remains() {
    let sandbox = sandbox();
    let run = sandbox.run("check");
    assert_eq!(run.code, Some(1));
    run.says(&["1 finding can be fixed with --fix"]);
    let run = sandbox.run("check --fix");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["fixed 1 finding in 1 file", "0 errors"]);
    let text = fs::read_to_string(sandbox.path(DUTCH)).unwrap();
    assert_eq!(text, sites::events("nl-nl").trim_end());
    let before = sandbox.tree("");
    sandbox
        .run("check --fix --unsafe --format json")
        .says(&["fixed 0 findings in 0 files"]);
    assert_eq!(sandbox.tree(""), before);
}

#[test]
fn what_is_not_reported_is_not_fixed() {
    for options in [
        "--only link-changed",
        "--skip code-set-changed",
        "--locale sv-se",
    ] {
        let sandbox = sandbox();
        let before = sandbox.tree("");
        sandbox.run(&format!("check --fix {options}"));
        assert_eq!(sandbox.tree(""), before, "{options}");
    }
}

#[test]
fn unsafe_alone_means_nothing() {
    assert_eq!(sandbox().run("check --unsafe").code, Some(2));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_stops_everything() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let sandbox = sandbox();
    fs::set_permissions(sandbox.path(DUTCH), fs::Permissions::from_mode(0o444)).unwrap();
    let before = sandbox.tree("");
    let run = sandbox.run("check --fix");
    assert_eq!(run.code, Some(2), "{run:#?}");
    run.says(&["is read-only", "help:"]);
    assert_eq!(sandbox.tree(""), before);
    // A file behind a link is another article's as well.
    fs::rename(sandbox.path(DUTCH), sandbox.path("docs 文/nl-nl/other.md")).unwrap();
    symlink("other.md", sandbox.path(DUTCH)).unwrap();
    let before = sandbox.tree("");
    sandbox
        .run("check --fix --only code-set-changed")
        .says(&["fixed 0 findings"]);
    assert_eq!(sandbox.tree(""), before);
}

#[test]
fn a_diff_is_what_git_and_patch_apply() {
    for program in ["git", "patch"] {
        if !is_there(program) {
            continue;
        }
        let sandbox = sandbox();
        let before = sandbox.tree("");
        let run = sandbox.run("check --diff");
        assert_eq!(run.code, Some(1));
        run.says(&["would fix 1 finding in 1 file"]);
        assert_eq!(sandbox.tree(""), before);
        fs::write(sandbox.path("fix.diff"), &run.out).unwrap();
        let arguments: &[&str] = match program {
            "git" => &["apply", "fix.diff"],
            _ => &["-p1", "-i", "fix.diff"],
        };
        outside(&sandbox, program, arguments);
        let text = fs::read_to_string(sandbox.path(DUTCH)).unwrap();
        assert_eq!(text, sites::events("nl-nl").trim_end(), "{program}");
        let run = sandbox.run("check --diff");
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    }
}

#[test]
fn a_diff_keeps_every_byte_that_a_terminal_would_obey() {
    let bell = "| \u{1b}[31mbell\u{7} ";
    let text = sites::events("nl-nl").replacen("0x00000402", "0x00000492", 1);
    let row = text.lines().find(|line| line.contains("0x00000492"));
    let row = row.expect("there is such a row").to_owned();
    let (start, end) = row.rsplit_once("| ").expect("it has cells");
    let text = text.replace(&row, &format!("{start}{bell}{end}"));
    let run = sandbox().file(DUTCH, text).run("check --diff");
    assert!(run.out.contains(&format!("\n-{start}{bell}")), "{run:#?}");
}

fn outside(sandbox: &Sandbox, program: &str, arguments: &[&str]) {
    let run = std::process::Command::new(program)
        .args(arguments)
        .current_dir(sandbox.path(""))
        .output()
        .expect("the program starts");
    assert!(run.status.success(), "{arguments:?}: {run:?}");
}

fn git(sandbox: &Sandbox, arguments: &str) {
    let known = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
    let words: Vec<&str> = known
        .into_iter()
        .chain(arguments.split_whitespace())
        .collect();
    outside(sandbox, "git", &words);
}

/// The site with its fault in a repository, committed.
fn repository() -> Option<Sandbox> {
    is_there("git").then(|| {
        let sandbox = sandbox();
        git(&sandbox, "init -q -b main");
        git(&sandbox, "add -A");
        git(&sandbox, "commit -q -m first");
        git(&sandbox, "tag first");
        sandbox
    })
}

#[test]
fn only_what_has_changed_is_reported() {
    let Some(sandbox) = repository() else { return };
    let run = sandbox.run("check --changed-since first");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["1 finding older than first is left out", "0 errors"]);
    // A changed line of another language has its own faults, and what stands there is examined with all others.
    let swedish = sites::events("sv-se").replacen("Revoke_Failure", "Fel", 1);
    let sandbox = sandbox.file("docs 文/sv-se/events.md", swedish.trim_end());
    let run = sandbox.run("check --changed-since first --format concise");
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("sv-se/events.md") && !run.out.contains("nl-nl"),
        "{run:#?}"
    );
    // Committed or not, it has changed.
    git(&sandbox, "commit -q -a -m second");
    assert!(
        sandbox
            .run("check --changed-since first")
            .out
            .contains("Fel")
    );
    assert_eq!(sandbox.run("check --changed-since HEAD").code, Some(0));
    assert_eq!(sandbox.run("check --changed-since HEAD~1").code, Some(1));
}

#[test]
fn a_change_of_the_reference_shows_in_the_translations() {
    let Some(sandbox) = repository() else { return };
    let english = sites::events("en-us");
    let other = english.replacen(
        "0x00000000, 0x00000402",
        "0x00000000, 0x00000401, 0x00000402",
        1,
    );
    let sandbox = sandbox.file("docs 文/en-us/events.md", other.trim_end());
    let run = sandbox.run("check --changed-since first --format concise");
    assert!(run.out.contains("reference-doubted"), "{run:#?}");
    // A row that is gone has no line any more.
    let line = english
        .split_inclusive('\n')
        .find(|line| line.starts_with("| 20302 "));
    let less = english.replacen(line.expect("the table has the row"), "", 1);
    let sandbox = sandbox.file("docs 文/en-us/events.md", less.trim_end());
    let run = sandbox.run("check --changed-since first --format concise");
    assert!(run.out.contains("20302"), "{run:#?}");
}

#[test]
fn a_new_file_has_changed_as_a_whole() {
    let Some(sandbox) = repository() else { return };
    let sandbox = sandbox.file(
        "docs 文/nl-nl/nieuw \"é\".md",
        "---\na: 1\na: 2\n---\n# A\n",
    );
    let run = sandbox.run("check --changed-since first --format concise");
    assert!(run.out.contains("duplicate-key"), "{run:#?}");
    git(&sandbox, "add -A");
    let run = sandbox.run("check --changed-since first --format concise");
    assert!(run.out.contains("duplicate-key"), "{run:#?}");
    git(&sandbox, "commit -q -m second");
    let run = sandbox.run("check --changed-since first --format concise");
    assert!(run.out.contains("duplicate-key"), "{run:#?}");
}

#[test]
fn what_git_cannot_say_is_an_error_with_help() {
    for revision in [
        "--changed-since=--output=x",
        "--changed-since a..b",
        "--changed-since=",
    ] {
        assert_eq!(
            sandbox().run(&format!("check {revision}")).code,
            Some(2),
            "{revision}"
        );
    }
    let Some(repository) = repository() else {
        return;
    };
    let run = repository.run("check --changed-since nowhere");
    assert_eq!(run.code, Some(2));
    run.says(&["there is no revision `nowhere`", "help:"]);
    let sandbox = sandbox();
    let run = sandbox
        .command("check --changed-since HEAD")
        .env("GIT_CEILING_DIRECTORIES", "/")
        .output();
    let run = run.expect("the program starts");
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("in no repository of git"));
    let run = sandbox
        .command("check --changed-since HEAD")
        .env("PATH", "")
        .output();
    assert!(String::from_utf8_lossy(&run.expect("it starts").stderr).contains("install git"));
    let shallow = Sandbox::new();
    let origin = format!(
        "clone -q --depth 1 file://{} clone",
        repository.path("").display()
    );
    git(&repository, "commit -q --allow-empty -m second");
    git(&shallow, &origin);
    let run = shallow
        .command("check --changed-since first")
        .current_dir(shallow.path("clone"))
        .output();
    let said = String::from_utf8_lossy(&run.expect("it starts").stderr).into_owned();
    assert!(said.contains("git fetch --unshallow"), "{said}");
}
