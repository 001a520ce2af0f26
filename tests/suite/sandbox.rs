//! A folder for one test, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// An article that is the same in every language, so that nothing is to be found.
pub const ARTICLE: &str =
    "---\ntitle: A\n---\n# A\n\n| Id | Text |\n|---|---|\n| 100 | x |\n| 200 | y |\n";

pub struct Sandbox(TempDir);

/// What a run of the program gave.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Sandbox {
    pub fn new() -> Self {
        Sandbox(tempfile::tempdir().expect("the machine has a folder for temporary files"))
    }

    /// A project of two languages without faults.
    pub fn with_site() -> Self {
        Sandbox::new()
            .file("docs-src/pt-br/a.md", ARTICLE)
            .file("docs-src/fi-fi/a.md", ARTICLE)
    }

    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("it is inside")).expect("a folder can be made");
        fs::write(file, bytes).expect("a file can be written");
        self
    }

    pub fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).expect("a folder can be made");
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Runs the program with words as arguments. One that panics has failed every test.
    pub fn run(&self, arguments: &str) -> Run {
        let output = self
            .command(arguments)
            .output()
            .expect("the program starts");
        Run::of(&output)
    }

    pub fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_glotta"));
        command
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .env_remove("COLUMNS")
            .env_remove("NO_COLOR");
        command
    }

    /// Every file below a folder, with its bytes; sorted.
    pub fn tree(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), "", &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => collect(&entry.path(), &format!("{name}/"), files),
            _ => files.push((name, fs::read(entry.path()).unwrap_or_default())),
        }
    }
}

impl Run {
    pub fn of(output: &Output) -> Self {
        let run = Run {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        assert!(!run.err.contains("panicked"), "{run:#?}");
        assert!(run.code.is_some(), "it was killed: {run:#?}");
        run
    }

    /// Everything that was printed.
    pub fn text(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Asserts that each of these words was printed.
    #[track_caller]
    pub fn says(&self, words: &[&str]) {
        for word in words {
            assert!(self.text().contains(word), "{word:?} is not in {self:#?}");
        }
    }
}
