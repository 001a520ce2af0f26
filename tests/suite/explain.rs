//! What `glotta explain` says of a name, and in which language.

use crate::sandbox::{Run, Sandbox};

fn explain(arguments: &str, variables: &[(&str, &str)]) -> Run {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(&format!("explain {arguments}"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let output = command.envs(variables.iter().copied()).output();
    Run::of(&output.expect("the program starts"))
}

#[test]
fn a_rule_is_explained_without_a_site() {
    let run = explain("row-missing", &[]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.starts_with("row-missing\nSeverity: error\n"),
        "{}",
        run.out
    );
    run.says(&[
        "\nWhy it matters\n",
        "\nWhat to do\n",
        "    | Id | Event | Meaning |\n",
    ]);
    for mark in ["```", "## ", "path=", "\u{1b}"] {
        assert!(!run.out.contains(mark), "{mark}: {}", run.out);
    }
    assert!(
        explain("row-missing --color always", &[])
            .out
            .contains("\u{1b}[1mWhy it matters")
    );
}

#[test]
fn a_fault_of_reading_is_explained_by_its_row() {
    let run = explain("duplicate-key", &[]);
    assert_eq!(run.out.lines().count(), 3, "{}", run.out);
    assert!(
        run.out.starts_with("duplicate-key\nSeverity: error\n"),
        "{}",
        run.out
    );
}

/// The languages are those that our own documentation has.
#[test]
fn the_first_lines_are_in_the_language_asked_for() {
    let english = "Severity: error";
    for (arguments, variables, label) in [
        ("--locale zh-cn", &[][..], "严重程度: error"),
        ("--locale zh-Hans", &[], "严重程度: error"),
        ("", &[("LANG", "zh_CN.UTF-8")], "严重程度: error"),
        ("", &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], english),
        ("", &[("LANG", "xx_YY"), ("LC_MESSAGES", "")], english),
        ("", &[("LANG", "zh_TW.UTF-8")], english),
        ("--locale en-us", &[("LANG", "zh_CN.UTF-8")], english),
    ] {
        let run = explain(&format!("row-missing {arguments}"), variables);
        assert_eq!(run.code, Some(0));
        assert_eq!(run.err, "");
        assert_eq!(
            run.out.lines().nth(1),
            Some(label),
            "{arguments} {variables:?}"
        );
    }
    explain("row-missing --locale pt-br", &[]).says(&["not explained in `pt-br`", english]);
}

#[test]
fn lines_are_filled_to_the_width() {
    use unicode_width::UnicodeWidthStr;
    let run = explain("row-missing --locale zh-cn", &[("COLUMNS", "40")]);
    let (prose, _) = run.out.split_once("\nExamples\n").expect("there are some");
    assert!(prose.lines().all(|line| line.width() <= 40), "{prose}");
    assert!(prose.lines().any(|line| line.width() > 30), "{prose}");
}

#[test]
fn an_unknown_name_is_told_the_nearest() {
    for (arguments, words) in [
        ("row-mising", "did you mean `row-missing`?"),
        ("qqqqqqqqqqqqqqqqqqqqqqqq", "known names is like it"),
        ("row-missing --locale 1", "not a BCP 47 language tag"),
    ] {
        let run = explain(arguments, &[]);
        assert_eq!(run.code, Some(2), "{arguments}");
        assert_eq!(run.out, "");
        run.says(&[words]);
    }
    assert_eq!(explain("", &[]).code, Some(2));
}
