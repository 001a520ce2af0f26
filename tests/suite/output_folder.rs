//! Publishing loses nothing that glotta did not write.

use std::fs;

use crate::sandbox::Sandbox;

#[test]
fn folders_that_a_mistake_would_lose_are_refused() {
    let sandbox = Sandbox::with_site()
        .file("thesis/chapter", "x")
        .file("file", "x");
    let before = sandbox.tree("");
    for (output, reason) in [
        ("docs-src", "it is the source folder"),
        ("docs-src/public", "inside the source folder"),
        (".", "the source folder is inside it"),
        ("/", "the source folder is inside it"),
        ("thesis", "files that glotta did not write"),
        ("file", "it is a file"),
    ] {
        let run = sandbox.run(&format!("build --output {output}"));
        assert_eq!(run.code, Some(2), "{output}: {run:#?}");
        run.says(&[reason, "help: "]);
        assert_eq!(sandbox.tree(""), before, "{output}");
    }
}

#[test]
fn files_of_others_survive_every_build() {
    let sandbox = Sandbox::with_site().file("public/CNAME", "x");
    assert_eq!(sandbox.run("build").code, Some(2));
    assert_eq!(sandbox.run("build --force").code, Some(0));
    assert_eq!(sandbox.run("build --targets man").code, Some(0));
    assert_eq!(fs::read(sandbox.path("public/CNAME")).unwrap(), b"x");
    assert!(!sandbox.path("public/fi-fi/a.html").exists());
}
