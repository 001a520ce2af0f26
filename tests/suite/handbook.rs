//! What our own help and manual pages say, and what readers of manual pages say of them.

use std::path::Path;
use std::process::Command;

use crate::sandbox::{Run, Sandbox};
use crate::validators::is_there;

const COMMANDS: [&str; 10] = [
    "build",
    "join",
    "serve",
    "check",
    "status",
    "explain",
    "export",
    "verify",
    "completions",
    "manual",
];

/// Folders of manual pages: English has none of its own.
const FOLDERS: [&str; 6] = ["", "de/", "fr/", "nl/", "sv/", "zh_CN/"];

fn run(arguments: &str, language: &str) -> Run {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(arguments);
    let output = command.env("LC_ALL", language).output();
    Run::of(&output.expect("the program starts"))
}

fn installed() -> Sandbox {
    let sandbox = Sandbox::new();
    let run = sandbox.run("manual --output man");
    assert_eq!(run.code, Some(0), "{run:#?}");
    sandbox
}

#[test]
fn every_command_has_its_page_in_every_language() {
    let sandbox = installed();
    let mut expected: Vec<String> = FOLDERS
        .iter()
        .flat_map(|folder| {
            let pages = COMMANDS.map(|command| format!("{folder}man1/glotta-{command}.1"));
            std::iter::once(format!("{folder}man1/glotta.1")).chain(pages)
        })
        .collect();
    expected.sort();
    let written = sandbox.tree("man");
    let paths: Vec<&String> = written.iter().map(|(path, _)| path).collect();
    assert_eq!(paths, expected.iter().collect::<Vec<_>>());
    assert_eq!(written, installed().tree("man"));
    let german = Sandbox::new();
    german
        .run("manual --output man --locale de")
        .says(&["11 manual pages"]);
    assert_eq!(german.tree("man").len(), 1 + COMMANDS.len());
}

fn judge(folder: &Path, path: &str, program: &str, arguments: &[&str]) -> String {
    let run = Command::new(program)
        .args(arguments)
        .arg(folder.join(path))
        .env("LC_ALL", "C.UTF-8")
        .output();
    let run = run.unwrap_or_else(|error| panic!("{program}: {error}"));
    String::from_utf8_lossy(&[run.stdout, run.stderr].concat()).into_owned()
}

#[test]
fn mandoc_and_groff_find_nothing_and_lexgrog_names_every_page() {
    let sandbox = installed();
    let folder = sandbox.path("man");
    let present = ["mandoc", "groff", "lexgrog"].map(|program| (program, is_there(program)));
    for (path, _) in sandbox.tree("man") {
        for (program, arguments) in [
            ("mandoc", &["-Tlint", "-W", "all", "-K", "utf-8"][..]),
            ("groff", &["-man", "-ww", "-Kutf8", "-t", "-Tutf8", "-z"]),
        ] {
            if present.contains(&(program, true)) {
                // What man-db loads for Chinese, so that lines may end between any two characters.
                let chinese = (program == "groff" && path.starts_with("zh")).then_some("-mzh");
                let arguments: Vec<&str> = arguments.iter().copied().chain(chinese).collect();
                let said = judge(&folder, &path, program, &arguments);
                assert_eq!(said, "", "{program}, {path}");
            }
        }
        if present.contains(&("lexgrog", true)) {
            let said = judge(&folder, &path, "lexgrog", &["-E", "UTF-8"]);
            let name = path.rsplit('/').next().unwrap_or_default();
            let name = name.trim_end_matches(".1");
            assert!(said.contains(&format!("\"{name} - ")), "{path}: {said}");
        }
    }
}

/// The options that stand at the beginning of a line of help.
fn options(help: &str) -> Vec<String> {
    let lines = help.lines().map(str::trim_start);
    lines
        .filter(|line| line.starts_with('-') && !line.starts_with("- "))
        .flat_map(|line| line.split([' ', ',']))
        .filter(|word| word.starts_with("--"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_option_of_help_stands_in_the_manual_page() {
    let sandbox = installed();
    for command in COMMANDS {
        for (folder, language) in FOLDERS.iter().zip(["C", "de", "fr", "nl", "sv", "zh_CN"]) {
            let help = run(&format!("{command} --help"), language).out;
            let options = options(&help);
            assert!(options.len() >= 10, "{command}: {help}");
            let path = sandbox.path(&format!("man/{folder}man1/glotta-{command}.1"));
            let page = std::fs::read_to_string(path).expect("it is written");
            for option in options {
                let tag = option.replace('-', "\\-");
                let stands = page.contains(&format!("\\fB{tag}\\fR"));
                assert!(stands, "{option} is not in {folder}{command}");
            }
        }
    }
}

#[test]
fn every_section_that_readers_expect_is_there() {
    let page = run("manual", "C").out;
    for heading in [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "OPTIONS",
        "EXIT STATUS",
        "FILES",
        "ENVIRONMENT",
        "EXAMPLES",
        "SEE ALSO",
    ] {
        assert!(
            page.contains(&format!(".SH \"{heading}\"\n"))
                || page.contains(&format!(".SH {heading}\n")),
            "{heading}: {page}"
        );
    }
    assert!(page.contains(".TH GLOTTA 1 "), "{page}");
}

#[test]
fn a_page_is_printed_in_the_language_that_is_asked_for() {
    let page = run("manual check", "de_DE.UTF-8").out;
    assert!(page.contains("glotta\\-check \\- Prüfen, ob"), "{page}");
    assert_eq!(run("manual check --locale de-at", "sv_SE").out, page);
    assert_eq!(
        run("manual check", "fi_FI").out,
        run("manual check", "C").out
    );
    let unknown = run("manual check --locale fi", "C");
    assert_eq!(unknown.code, Some(2));
    unknown.says(&[
        "no words in `fi`",
        "choose one of: de, en, fr, nl, sv, zh-CN",
    ]);
    let none = run("manual chekc", "C");
    assert_eq!(none.code, Some(2));
    none.says(&["no such command", "check"]);
}

#[test]
fn pages_that_cannot_be_written_are_told() {
    let sandbox = Sandbox::new().file("man", "a file");
    let run = sandbox.run("manual --output man");
    assert_eq!(run.code, Some(2));
    run.says(&["cannot write man", "help: name a folder"]);
}

#[test]
fn help_is_in_the_language_of_the_environment() {
    for (language, usage) in [
        ("de_CH.UTF-8", "Aufruf: glotta check [OPTIONEN]"),
        ("fr_FR", "Utilisation\u{20}: glotta check [OPTIONS]"),
        ("nl", "Gebruik: glotta check [OPTIES]"),
        ("sv_SE", "Användning: glotta check [FLAGGOR]"),
        ("zh_CN.UTF-8", "glotta check [选项]"),
        ("fi_FI", "Usage: glotta check [OPTIONS]"),
        ("C", "Usage: glotta check [OPTIONS]"),
    ] {
        for arguments in ["check --help", "check -h", "help check"] {
            let run = run(arguments, language);
            assert_eq!(run.code, Some(0), "{run:#?}");
            run.says(&[usage]);
        }
    }
    let bare = run("", "de_DE");
    assert_eq!((bare.code, bare.out.as_str()), (Some(2), ""));
    bare.says(&["Aufruf: glotta [OPTIONEN] <BEFEHL>"]);
}
