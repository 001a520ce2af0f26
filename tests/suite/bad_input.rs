//! Whatever is wrong outside is reported with its place and what to do, and what was published before stays as it was.

use crate::sandbox::{ARTICLE, Run, Sandbox};

/// Builds a good site, damages it, and asserts that the next build ends so and leaves the output alone.
#[track_caller]
fn damaged(damage: impl FnOnce(Sandbox) -> Sandbox, code: i32, words: &[&str]) -> Run {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let before = sandbox.tree("public");
    assert!(before.len() > 2, "{before:?}");
    let sandbox = damage(sandbox);
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(code), "{run:#?}");
    run.says(words);
    run.says(&["help: "]);
    assert_eq!(sandbox.tree("public"), before);
    // The check says the same, and in a form for programs.
    let check = sandbox.run("check --format concise");
    assert_eq!(check.code, Some(code), "{check:#?}");
    run
}

#[test]
fn bytes_that_are_no_text() {
    damaged(
        |sandbox| sandbox.file("docs-src/fi-fi/b.md", b"# \xE4\xF6\n"),
        1,
        &[
            "invalid-encoding",
            "fi-fi/b.md:1:3",
            "save the file as UTF-8",
        ],
    );
    damaged(
        |sandbox| sandbox.file("docs-src/fi-fi/b.md", b"\xFF\xFE#\0 \0a\0"),
        1,
        &["invalid-encoding", "fi-fi/b.md:1:1", "UTF-16"],
    );
    damaged(
        |sandbox| sandbox.file("docs-src/fi-fi/b.md", b"# a\n\0\n"),
        1,
        &["nul-character", "fi-fi/b.md:2:1"],
    );
}

#[test]
fn broken_front_matter() {
    damaged(
        |sandbox| {
            sandbox.file(
                "docs-src/fi-fi/a.md",
                ARTICLE.replace("title: A", "x:\n\ty: 1"),
            )
        },
        1,
        &["front-matter-syntax", "fi-fi/a.md:3:1", "tab"],
    );
    damaged(
        |sandbox| sandbox.file("docs-src/fi-fi/a.md", "---\ntitle: A\n\n# A\n"),
        1,
        &["front-matter-unclosed", "fi-fi/a.md:1:1"],
    );
}

#[test]
fn a_key_that_stands_twice() {
    let twice = ARTICLE.replace("title: A", "a: 1\nb: 2\na: 3");
    let run = Sandbox::with_site()
        .file("docs-src/fi-fi/a.md", twice)
        .run("check");
    run.says(&[
        "duplicate-key",
        "fi-fi/a.md:4:1",
        "second time",
        "fi-fi/a.md:2:1",
        "help: ",
    ]);
}

#[test]
fn a_folder_in_the_place_of_an_article() {
    damaged(
        |sandbox| sandbox.folder("docs-src/fi-fi/b.md"),
        1,
        &[
            "unreadable-article",
            "fi-fi/b.md:1:1",
            "a folder, not a file",
        ],
    );
}

/// The tests may run as root, who can read every file: links and pipes are closed to root as well.
#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_not_opened() {
    use std::os::unix::fs::symlink;
    damaged(
        |sandbox| {
            symlink("nowhere", sandbox.path("docs-src/fi-fi/b.md")).unwrap();
            sandbox
        },
        1,
        &["unreadable-article", "fi-fi/b.md:1:1", "leads nowhere"],
    );
    damaged(
        |sandbox| {
            symlink("/etc/hostname", sandbox.path("docs-src/fi-fi/b.md")).unwrap();
            sandbox
        },
        1,
        &[
            "unreadable-article",
            "fi-fi/b.md:1:1",
            "out of the source folder",
        ],
    );
    damaged(
        |sandbox| {
            let pipe = sandbox.path("docs-src/fi-fi/b.md");
            let made = std::process::Command::new("mkfifo").arg(pipe).status();
            assert!(made.unwrap().success());
            sandbox
        },
        1,
        &["unreadable-article", "fi-fi/b.md:1:1", "a pipe"],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_nobody_may_read() {
    use std::fs::{File, Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let probe = Sandbox::new().file("closed", "x");
    set_permissions(probe.path("closed"), Permissions::from_mode(0o000)).unwrap();
    if File::open(probe.path("closed")).is_ok() {
        eprintln!("skipped: root reads every file");
        return;
    }
    damaged(
        |sandbox| {
            let sandbox = sandbox.file("docs-src/fi-fi/b.md", ARTICLE);
            let file = sandbox.path("docs-src/fi-fi/b.md");
            set_permissions(file, Permissions::from_mode(0o000)).unwrap();
            sandbox
        },
        1,
        &["unreadable-article", "fi-fi/b.md:1:1", "ermission denied"],
    );
}

#[test]
fn a_configuration_that_is_wrong() {
    damaged(
        |sandbox| sandbox.file("glotta.yml", "site: {title: A}\nsorce: docs-src\n"),
        2,
        &[
            "unknown-configuration-key",
            "glotta.yml:2:1",
            "did you mean `source`?",
        ],
    );
    damaged(
        |sandbox| sandbox.file("glotta.yml", "targets: [html, pfd]\n"),
        2,
        &["configuration-value", "glotta.yml:1:17", "html"],
    );
    damaged(
        |sandbox| sandbox.file("glotta.yml", "levels: {duplicate-kye: off}\n"),
        2,
        &[
            "configuration-value",
            "glotta.yml:1:10",
            "did you mean `duplicate-key`?",
        ],
    );
    damaged(
        |sandbox| sandbox.file("glotta.yml", "site:\n\ttitle: A\n"),
        2,
        &["configuration-syntax", "glotta.yml:2:1", "tab"],
    );
    damaged(
        |sandbox| sandbox.file("glotta.yml", b"site: {title: \xE4}\n"),
        2,
        &["invalid-encoding", "glotta.yml:1:15"],
    );
}

/// Builds a good site, gives it a template or a catalogue of its own, and asserts that the next build names the place.
#[track_caller]
fn damaged_override(path: &str, text: impl AsRef<[u8]>, code: i32, words: &[&str]) {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let before = sandbox.tree("public");
    let sandbox = sandbox.file(path, text);
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(code), "{run:#?}");
    run.says(words);
    run.says(&["help: "]);
    assert_eq!(sandbox.tree("public"), before);
}

#[test]
fn a_template_that_is_wrong_is_named_with_its_place() {
    for (text, words) in [
        ("<p>\n{{ title }", "page.html:2:10: "),
        (
            "<p>\n{{ title | shout }}",
            "page.html:2:12: Unknown filter `shout`",
        ),
        (
            "<p>\n{% include \"x.html\" %}",
            "page.html:2:12: Unknown template `x.html`",
        ),
        (
            "{{ get_env(name=\"HOME\") }}",
            "page.html:1:4: Unknown function `get_env`",
        ),
        (
            "<p>\n{{ titel }}",
            "page.html:2:4: Variable `titel` is not defined",
        ),
        (
            "{% extends \"x.html\" %}",
            "page.html: it extends `x.html`, and there is no such template",
        ),
        (
            "{% include \"page.html\" %}",
            "page.html: it includes itself: page.html → page.html",
        ),
    ] {
        let words = format!("error: templates/html/{words}");
        damaged_override("templates/html/page.html", text, 2, &[&words]);
    }
    let place = "templates/html/page.html:1:3";
    damaged_override(
        "templates/html/page.html",
        b"ab\xE4",
        1,
        &["invalid-encoding", place],
    );
}

#[test]
fn a_catalogue_that_is_wrong_is_named_with_its_place() {
    let text = "language = x\ntip = { $ }\n";
    damaged_override("locales/fi.ftl", text, 2, &["error: locales/fi.ftl:2:10: "]);
    let place = "locales/fi.ftl:1:3";
    damaged_override("locales/fi.ftl", b"ab\xE4", 1, &["invalid-encoding", place]);
}

#[test]
fn a_build_for_no_target_removes_nothing() {
    damaged_override("glotta.yml", "targets: []\n", 2, &["there is no target"]);
}

#[test]
fn a_folder_that_is_no_language() {
    let sandbox = Sandbox::with_site().file("docs-src/sv_se/a.md", ARTICLE);
    let run = sandbox.run("check");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&[
        "warning[unknown-locale]",
        "sv_se:1:1",
        "rename it to `sv-se`",
    ]);
    assert_eq!(sandbox.run("check --deny-warnings").code, Some(1));
    let run = Sandbox::with_site()
        .file("docs-src/qq-qq/a.md", ARTICLE)
        .run("check");
    run.says(&["unknown-locale", "qq-qq:1:1", "`locales:`"]);
}

#[test]
fn nothing_to_read() {
    for (sandbox, words) in [
        (Sandbox::new(), "there is no folder docs-src"),
        (
            Sandbox::new().folder("docs-src"),
            "no folder whose name is a language tag",
        ),
        (
            Sandbox::new().folder("docs-src/sv-se"),
            "languages but no article",
        ),
        (
            Sandbox::new().file("docs-src", "x"),
            "is a file, not a folder",
        ),
    ] {
        for command in ["build", "check", "check --format json"] {
            let run = sandbox.run(command);
            assert_eq!(run.code, Some(2), "{run:#?}");
            run.says(&[words, "help: "]);
        }
        assert!(!sandbox.path("public").exists());
    }
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = "---\ntitle: A\n\u{1b}]0;owned\u{7}: [\n---\n# \u{1b}[2J\u{9b}1m\n";
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/\u{1b}[31m.md", text);
    for command in [
        "check",
        "check --format concise",
        "check --format json",
        "build",
    ] {
        let text = sandbox.run(command).text();
        assert!(
            !text.contains(['\u{1b}', '\u{7}', '\u{9b}']),
            "{command}: {text:?}"
        );
    }
}
