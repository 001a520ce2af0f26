//! What the scripts for shells complete.

use std::process::Command;

use crate::sandbox::{Run, Sandbox};
use crate::validators::is_there;

fn completions(shell: &str, language: &str) -> Run {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(&format!("completions {shell}"));
    let output = command.env("LC_ALL", language).output();
    Run::of(&output.expect("the program starts"))
}

fn script(shell: &str, language: &str) -> String {
    let run = completions(shell, language);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

/// Has a shell read the script in every language without running it. A shell other than bash may be absent everywhere.
fn is_read_by(shell: &str) {
    let exists = Command::new("sh")
        .args(["-c", &format!("command -v {shell}")])
        .output();
    if !exists.is_ok_and(|run| run.status.success()) {
        println!("skipped: {shell} is not installed");
        return;
    }
    for language in ["C", "de_DE", "fr_FR", "nl_NL", "sv_SE", "zh_CN"] {
        let sandbox = Sandbox::new().file("script", script(shell, language));
        let run = Command::new(shell)
            .arg("-n")
            .arg(sandbox.path("script"))
            .output();
        let run = run.expect("it is installed");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(
            run.status.success() && said.is_empty(),
            "{shell}, {language}: {said}"
        );
    }
}

#[test]
fn bash_reads_its_script() {
    is_read_by("bash");
}

#[test]
fn zsh_reads_its_script() {
    is_read_by("zsh");
}

#[test]
fn fish_reads_its_script() {
    is_read_by("fish");
}

/// PowerShell has no option to read without running; its parser is asked.
#[test]
fn powershell_reads_its_script() {
    let exists = Command::new("pwsh").arg("-v").output();
    if exists.is_err() {
        println!("skipped: pwsh is not installed");
        return;
    }
    let sandbox = Sandbox::new().file("script.ps1", script("powershell", "fr_FR"));
    let file = sandbox.path("script.ps1");
    let parse = format!(
        "$e = $null; [void][Management.Automation.Language.Parser]::ParseFile('{}', [ref]$null, [ref]$e); exit $e.Count",
        file.display()
    );
    let run = Command::new("pwsh")
        .args(["-NoProfile", "-Command", &parse])
        .output();
    assert!(run.is_ok_and(|run| run.status.success()));
}

/// Asks bash what it would offer behind the last word.
fn offered(line: &str) -> Vec<String> {
    let ask = format!(
        "source ./script; COMP_WORDS=({line}); [[ '{line}' == *' ' ]] && COMP_WORDS+=('')\n\
         COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); complete -p glotta > /dev/null || exit 1\n\
         _glotta glotta \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\" 2> /dev/null\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    let sandbox = Sandbox::new().file("script", script("bash", "C"));
    let run = Command::new("bash")
        .args(["--norc", "-c", &ask])
        .current_dir(sandbox.path(""))
        .output();
    let run = run.expect("it is installed");
    assert!(run.status.success(), "{run:?}");
    let offered = String::from_utf8_lossy(&run.stdout);
    offered.lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    if !is_there("bash") {
        return;
    }
    assert_eq!(offered("glotta ch"), ["check"]);
    assert_eq!(offered("glotta check --fo"), ["--format"]);
    assert_eq!(
        offered("glotta check --format "),
        [
            "human", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson"
        ]
    );
    assert_eq!(offered("glotta --color n"), ["never"]);
    assert_eq!(offered("glotta check --skip row-mi"), ["row-missing"]);
    assert_eq!(offered("glotta explain row-mi"), ["row-missing"]);
    assert_eq!(offered("glotta build --targets mar"), ["markdown"]);
    assert_eq!(offered("glotta completions po"), ["powershell"]);
    assert_eq!(offered("glotta manual st"), ["status"]);
    assert_eq!(
        offered("glotta check --only ").len(),
        glotta::faults().len()
    );
}

#[test]
fn descriptions_are_in_the_language_of_the_environment() {
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        assert!(script(shell, "C").contains("Publish even if there are errors"));
        let german = script(shell, "de_AT.UTF-8");
        assert!(
            german.contains("Auch bei Fehlern veröffentlichen"),
            "{german}"
        );
        assert!(!german.contains("Publish even"));
    }
    assert_eq!(script("bash", "C"), script("bash", "sv_SE"));
}

#[test]
fn a_shell_that_nobody_knows_is_told() {
    let run = completions("tcsh", "C");
    assert_eq!(run.code, Some(2));
    run.says(&[
        "tcsh",
        "[possible values: bash, elvish, fish, powershell, zsh]",
    ]);
}
