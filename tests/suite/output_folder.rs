//! Publishing loses nothing that glotta did not write, and readers see the old site or the new one.

use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::sandbox::{ARTICLE, Run, Sandbox};

#[test]
fn folders_that_a_mistake_would_lose_are_refused() {
    let sandbox = Sandbox::with_site()
        .file("thesis/chapter", "x")
        .file("file", "x");
    let before = sandbox.tree("");
    for (output, reason) in [
        ("docs-src", "it is the source folder"),
        ("docs-src/../docs-src/.", "it is the source folder"),
        ("docs-src/public", "inside the source folder"),
        (".", "the source folder is inside it"),
        ("/", "the source folder is inside it"),
        ("thesis", "files that glotta did not write"),
        ("file", "it is a file"),
    ] {
        let run = sandbox.run(&format!("build --output {output}"));
        refused(&run, reason);
        assert_eq!(sandbox.tree(""), before, "{output}");
    }
    let empty = sandbox.command("build --output").arg("").output().unwrap();
    let empty = Run::of(&empty);
    assert_eq!(empty.code, Some(2), "{empty:#?}");
    empty.says(&["a value is required for '--output"]);
    assert_eq!(sandbox.tree(""), before);
}

#[track_caller]
fn refused(run: &Run, reason: &str) {
    assert_eq!(run.code, Some(2), "{run:#?}");
    run.says(&[reason, "help: "]);
}

#[cfg(unix)]
#[test]
fn links_lead_to_folders_that_are_refused_as_well() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::with_site().folder("home/site");
    symlink("docs-src", sandbox.path("alias")).unwrap();
    symlink("gone", sandbox.path("nowhere")).unwrap();
    symlink("home/site", sandbox.path("to-site")).unwrap();
    refused(
        &sandbox.run("build --output alias"),
        "it is the source folder",
    );
    refused(
        &sandbox.run("build --output nowhere"),
        "a link that leads nowhere",
    );
    let at_home = |output: &str| {
        let mut command = sandbox.command(&format!("build --output {output}"));
        Run::of(&command.env("HOME", sandbox.path("home")).output().unwrap())
    };
    refused(&at_home("home"), "it is the home folder");
    assert_eq!(at_home("to-site").code, Some(0));
    assert!(sandbox.path("home/site/fi-fi/a.html").exists());
    assert!(
        sandbox.path("to-site").is_symlink(),
        "a link stays, and leads to the new site"
    );
    assert_eq!(names(&sandbox, "home"), ["site"]);
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

/// What a folder holds, sorted.
fn names(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(sandbox.path(folder)).unwrap().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn whatever_others_keep_in_the_output_stays_as_it_is() {
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let sandbox = sandbox
        .file("public/.git/HEAD", "x")
        .file("public/fi-fi/notes", "mine")
        .folder("public/.git/refs/tags");
    let public = |path: &str| sandbox.path("public").join(path);
    symlink("../nowhere", public("link")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(public("pipe"))
        .status();
    assert!(made.unwrap().success());
    let closed = fs::Permissions::from_mode(0o500);
    fs::set_permissions(public(".git/refs"), closed).unwrap();
    let inode = |path: &str| fs::symlink_metadata(public(path)).unwrap().ino();
    let kept = [
        ".git/HEAD",
        "fi-fi/notes",
        "link",
        "pipe",
        "manifest.webmanifest",
    ];
    let before = kept.map(inode);
    let changed = inode("fi-fi/a.html");
    let time = fs::metadata(public("manifest.webmanifest"))
        .unwrap()
        .modified()
        .unwrap();
    edit(&sandbox, "docs-src/fi-fi/a.md");
    assert_eq!(sandbox.run("build --deny-warnings").code, Some(0));
    assert_eq!(kept.map(inode), before);
    assert_ne!(inode("fi-fi/a.html"), changed);
    let later = fs::metadata(public("manifest.webmanifest"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(time, later, "a page that is as it was keeps its time");
    assert!(public(".git/refs/tags").is_dir());
    let mode = |path: &str| fs::metadata(public(path)).unwrap().mode() & 0o777;
    assert_eq!(
        (mode(".git/refs"), mode("fi-fi"), mode("fi-fi/a.html")),
        (0o500, 0o755, 0o644)
    );
    let pipe = fs::symlink_metadata(public("pipe")).unwrap().file_type();
    assert!(pipe.is_fifo());
    assert_eq!(names(&sandbox, ""), [".glotta-cache", "docs-src", "public"]);
    fs::set_permissions(public(".git/refs"), fs::Permissions::from_mode(0o700)).unwrap();
}

/// Both languages say one thing more.
fn edit(sandbox: &Sandbox, path: &str) {
    let file = sandbox.path(path);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(file, text.replace("# A", "# B")).unwrap();
}

#[test]
fn what_stands_in_the_way_of_a_page_is_left_alone_and_named() {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let sandbox = sandbox
        .file("public/fi-fi/b.html/mine", "x")
        .file("docs-src/fi-fi/b.md", ARTICLE)
        .file("docs-src/pt-br/b.md", ARTICLE);
    let before = sandbox.tree("");
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(2));
    run.says(&["public/fi-fi/b.html", "is in the way", "help: move it away"]);
    assert_eq!(sandbox.tree(""), before);
}

/// A build that is killed leaves the old site or the new one, and the next build makes good what is left of it.
#[cfg(unix)]
#[test]
fn a_build_may_be_killed_at_any_moment() {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let old = sandbox.tree("public");
    edit(&sandbox, "docs-src/fi-fi/a.md");
    edit(&sandbox, "docs-src/pt-br/a.md");
    let start = Instant::now();
    assert_eq!(sandbox.run("build").code, Some(0));
    let whole = start.elapsed();
    let new = sandbox.tree("public");
    assert_ne!(old, new);
    for step in 1..=8 {
        let mut before = old.clone();
        restore(&sandbox, &mut before);
        let mut command = sandbox.command("build -q");
        let mut build = command.stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole * step / 8);
        drop(build.kill());
        build.wait().unwrap();
        let left = sandbox.tree("public");
        assert!(left == before || left == new, "killed at {step}/8");
        assert_eq!(sandbox.run("build").code, Some(0));
        assert_eq!(sandbox.tree("public"), new);
        assert_eq!(names(&sandbox, ""), [".glotta-cache", "docs-src", "public"]);
    }
}

/// Puts a site back as it was.
fn restore(sandbox: &Sandbox, files: &mut [(String, Vec<u8>)]) {
    fs::remove_dir_all(sandbox.path("public")).unwrap();
    for (path, bytes) in files {
        let file = sandbox.path("public").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

#[test]
fn a_second_build_waits_for_the_first_and_says_so() {
    use std::io::{BufRead, BufReader};
    let sandbox = Sandbox::with_site().file(".public.glotta/lock", "");
    let lock = fs::File::options()
        .write(true)
        .open(sandbox.path(".public.glotta/lock"))
        .unwrap();
    lock.lock().unwrap();
    let mut command = sandbox.command("build");
    let mut build = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(build.stderr.take().unwrap()).lines();
    let said = lines.find(|line| line.as_ref().is_ok_and(|line| line.contains("waiting")));
    let said = said.expect("it says why it does nothing").unwrap();
    assert!(said.ends_with("another build has published to public"));
    assert!(!sandbox.path("public").exists());
    drop(lock);
    assert!(lines.all(|line| line.is_ok()));
    assert!(build.wait().unwrap().success());
    assert!(sandbox.path("public/fi-fi/a.html").exists());
}

#[test]
fn builds_at_once_leave_the_site_of_one_of_them() {
    let sandbox = Sandbox::with_site();
    let other = ARTICLE.replace("# A", "# B");
    let sandbox = sandbox
        .file("other/pt-br/a.md", &other)
        .file("other/fi-fi/a.md", &other);
    let sites = ["docs-src", "other"].map(|source| {
        let run = sandbox.run(&format!("build --source {source} --output {source}-site"));
        assert_eq!(run.code, Some(0));
        sandbox.tree(&format!("{source}-site"))
    });
    for _ in 0..3 {
        let start = |source: &str| {
            let mut command = sandbox.command(&format!("build -q --source {source}"));
            command.stderr(Stdio::null()).spawn().unwrap()
        };
        let builds = ["docs-src", "other", "docs-src", "other"].map(start);
        for mut build in builds {
            assert!(build.wait().unwrap().success());
        }
        let left = sandbox.tree("public");
        assert!(sites.contains(&left), "a mixture");
        assert!(!sandbox.path(".public.glotta").exists());
    }
}

/// On systems where folders change places; elsewhere a page is whole as well, but pages of two sites may stand side by side.
#[test]
fn a_reader_never_misses_a_page_and_never_sees_half_of_one() {
    let sandbox = Sandbox::with_site();
    assert_eq!(sandbox.run("build").code, Some(0));
    let page = sandbox.path("public/fi-fi/a.html");
    let read = || fs::read(&page).map_err(|error| error.to_string());
    let mut versions = vec![read().unwrap()];
    let done = AtomicBool::new(false);
    let seen = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let page = read().expect("it is there all the time");
                if seen.last() != Some(&page) {
                    seen.push(page);
                }
            }
            seen
        });
        for title in ["# C", "# D", "# C"] {
            for language in ["fi-fi", "pt-br"] {
                let path = format!("docs-src/{language}/a.md");
                fs::write(sandbox.path(&path), ARTICLE.replace("# A", title)).unwrap();
            }
            assert_eq!(sandbox.run("build").code, Some(0));
            versions.push(read().unwrap());
        }
        std::thread::sleep(Duration::from_millis(5));
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(seen.iter().all(|page| versions.contains(page)));
}
