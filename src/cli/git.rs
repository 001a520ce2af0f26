//! What git knows: which lines of which files have changed since a revision.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Changed files by canonical path.
#[derive(Debug, Default)]
pub struct Changes(HashMap<PathBuf, Changed>);

/// How a file has changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Changed {
    /// All of it is new.
    New,
    /// These lines, counted from 1. Where lines are gone, those around the place.
    Lines(Vec<RangeInclusive<usize>>),
    /// It is no more.
    Gone,
}

/// Why git cannot say it. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    #[error(
        "`--changed-since` needs git, which cannot be run: {0}\nhelp: install git, or check everything"
    )]
    Absent(io::Error),
    #[error(
        "{place} is in no repository of git that can be read: {cause}\nhelp: check everything, or work in a clone"
    )]
    NoRepository { place: String, cause: String },
    #[error("there is no revision `{revision}`\nhelp: {help}")]
    Unknown {
        revision: String,
        help: &'static str,
    },
    #[error("HEAD and `{revision}` have no commit in common\nhelp: {help}")]
    Apart {
        revision: String,
        help: &'static str,
    },
    #[error("git cannot say what has changed: {0}\nhelp: mend that, or check everything")]
    Failed(String),
}

impl Changes {
    /// What has changed in some folders and files since a revision, or since the branch left it: lines that are committed, those that are
    /// not, and files that git does not know yet.
    ///
    /// The first place decides on the repository; places outside it have no changes.
    pub fn since(revision: &str, places: &[PathBuf]) -> Result<Changes, GitError> {
        let places: Vec<PathBuf> = places
            .iter()
            .filter_map(|place| place.canonicalize().ok())
            .collect();
        let Some(first) = places.first() else {
            return Ok(Changes::default());
        };
        let folder = if first.is_dir() {
            first
        } else {
            first.parent().unwrap_or(first)
        };
        let top = Git { folder }.top()?;
        let git = Git { folder: &top };
        let places: Vec<&PathBuf> = places.iter().filter(|it| it.starts_with(&top)).collect();
        let base = git.base(revision)?;
        let mut changes = Changes::default();
        let diff = git.run(&DIFF, &[OsStr::new(&base)], &places)?;
        for (path, changed) in parse(&diff) {
            changes.0.insert(top.join(path), changed);
        }
        for path in git.run(&UNTRACKED, &[], &places)?.split(|byte| *byte == 0) {
            if !path.is_empty() {
                changes.0.insert(top.join(native(path)), Changed::New);
            }
        }
        Ok(changes)
    }

    /// How a file has changed, where it has.
    pub fn of(&self, file: &Path) -> Option<&Changed> {
        self.0.get(file)
    }

    /// The files that have changed.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &Changed)> {
        self.0
            .iter()
            .map(|(file, changed)| (file.as_path(), changed))
    }
}

/// Whatever the configuration of the user or the repository says, the output is to have this form.
const DIFF: [&str; 17] = [
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--text",
    "--find-renames",
    "--diff-algorithm=myers",
    "--ignore-submodules",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--full-index",
    "--diff-filter=ACDMRT",
    "--patch",
    "--end-of-options",
];

const UNTRACKED: [&str; 5] = [
    "ls-files",
    "--others",
    "--exclude-standard",
    "--full-name",
    "-z",
];

/// git, called in a folder.
struct Git<'a> {
    folder: &'a Path,
}

impl Git<'_> {
    fn output(&self, arguments: &[&OsStr]) -> Result<(bool, Vec<u8>, String), GitError> {
        let output = Command::new("git")
            // No program of the repository's choosing is run, no path is a pattern, and nothing is written.
            .args(["--no-pager", "--literal-pathspecs", "--no-optional-locks"])
            .args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=true"])
            .args(arguments)
            .current_dir(self.folder)
            .env("LC_ALL", "C")
            .env_remove("GIT_EXTERNAL_DIFF")
            .env_remove("GIT_DIFF_OPTS")
            .stdin(std::process::Stdio::null())
            .output()
            .map_err(GitError::Absent)?;
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("it does not say why");
        let said = said.trim_start_matches("fatal: ").to_owned();
        Ok((output.status.success(), output.stdout, said))
    }

    fn run(
        &self,
        command: &[&str],
        revisions: &[&OsStr],
        places: &[&PathBuf],
    ) -> Result<Vec<u8>, GitError> {
        let mut arguments: Vec<&OsStr> = command.iter().map(OsStr::new).collect();
        arguments.extend(revisions);
        arguments.push(OsStr::new("--"));
        arguments.extend(places.iter().map(|place| place.as_os_str()));
        match self.output(&arguments)? {
            (true, out, _) => Ok(out),
            (false, _, said) => Err(GitError::Failed(said)),
        }
    }

    /// The one line that a question is answered with; nothing where git has no answer.
    fn answer(&self, question: &[&str]) -> Result<Option<String>, GitError> {
        let arguments: Vec<&OsStr> = question.iter().map(OsStr::new).collect();
        let (known, out, _) = self.output(&arguments)?;
        let line = String::from_utf8_lossy(&out).trim_end().to_owned();
        Ok((known && !line.is_empty()).then_some(line))
    }

    fn top(&self) -> Result<PathBuf, GitError> {
        let question = ["rev-parse", "--show-toplevel"].map(OsStr::new);
        let (known, out, said) = self.output(&question)?;
        let line = out.strip_suffix(b"\n").unwrap_or(&out);
        let top = native(line).canonicalize().ok();
        top.filter(|_| known && !line.is_empty())
            .ok_or_else(|| GitError::NoRepository {
                place: self.folder.display().to_string(),
                cause: said,
            })
    }

    /// The commit to compare with: where the branch of HEAD left the revision.
    fn base(&self, revision: &str) -> Result<String, GitError> {
        let commit = format!("{revision}^{{commit}}");
        let question = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ];
        let Some(commit) = self.answer(&question)? else {
            return Err(GitError::Unknown {
                revision: revision.to_owned(),
                help: self.help("name a commit, a branch or a tag that `git log` knows")?,
            });
        };
        let base = self.answer(&["merge-base", &commit, "HEAD"])?;
        match base {
            Some(base) => Ok(base),
            None => Err(GitError::Apart {
                revision: revision.to_owned(),
                help: self.help("name a revision that HEAD was made from")?,
            }),
        }
    }

    /// What to do: a clone without its history may lack the revision.
    fn help(&self, usual: &'static str) -> Result<&'static str, GitError> {
        let shallow = self.answer(&["rev-parse", "--is-shallow-repository"])?;
        Ok(match shallow.as_deref() {
            Some("true") => {
                "this clone is shallow and lacks older commits; fetch them with `git fetch --unshallow`"
            }
            _ => usual,
        })
    }
}

/// Reads a unified diff without context: which lines of which file are new or changed.
fn parse(diff: &[u8]) -> Vec<(PathBuf, Changed)> {
    let mut files: Vec<(PathBuf, Changed)> = Vec::new();
    let mut lines = diff.split(|byte| *byte == b'\n');
    let mut before: Option<PathBuf> = None;
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix(b"rename from ") {
            files.extend(path(name, b"").map(|path| (path, Changed::Gone)));
        } else if let Some(name) = line.strip_prefix(b"rename to ") {
            // What is wrong with a file's name is told in its first line.
            files.extend(path(name, b"").map(|path| (path, Changed::Lines(vec![1..=1]))));
        } else if let Some(name) = line.strip_prefix(b"--- ") {
            before = path(name, b"a/");
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            files.extend(match (before.take(), path(name, b"b/")) {
                (None, Some(path)) => Some((path, Changed::New)),
                (Some(path), None) => Some((path, Changed::Gone)),
                // A file that was moved is known already.
                (_, path) => path
                    .filter(|path| files.last().is_none_or(|(last, _)| last != path))
                    .map(|path| (path, Changed::Lines(Vec::new()))),
            });
        } else if let Some(hunk) = line.strip_prefix(b"@@ ").and_then(Hunk::read) {
            if let Some((_, Changed::Lines(ranges))) = files.last_mut() {
                ranges.push(hunk.lines());
            }
            // What a hunk holds may look like anything.
            for _ in 0..hunk.old.1 + hunk.new.1 {
                lines.next();
            }
        }
    }
    files
}

/// First line and number of lines, before and after.
struct Hunk {
    old: (usize, usize),
    new: (usize, usize),
}

impl Hunk {
    fn read(line: &[u8]) -> Option<Hunk> {
        let line = std::str::from_utf8(line.get(..line.windows(3).position(|it| it == b" @@")?)?);
        let (old, new) = line.ok()?.split_once(' ')?;
        let range = |text: &str| {
            let (start, length) = text.split_once(',').unwrap_or((text, "1"));
            Some((start.parse().ok()?, length.parse().ok()?))
        };
        Some(Hunk {
            old: range(old.strip_prefix('-')?)?,
            new: range(new.strip_prefix('+')?)?,
        })
    }

    fn lines(&self) -> RangeInclusive<usize> {
        match self.new {
            (before, 0) => before..=before + 1,
            (start, length) => start..=start + length - 1,
        }
    }
}

/// The path of a header; nothing for `/dev/null`.
fn path(name: &[u8], prefix: &[u8]) -> Option<PathBuf> {
    let name = name.strip_suffix(b"\t").unwrap_or(name);
    let quoted = name
        .strip_prefix(b"\"")
        .and_then(|name| name.strip_suffix(b"\""));
    let name = quoted.map_or_else(|| name.to_vec(), unquoted);
    name.strip_prefix(prefix).map(native)
}

/// Undoes git's quotation: escapes as in C, bytes as three octal digits.
fn unquoted(name: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, tail @ ..] = rest {
        let byte;
        (rest, byte) = match (first, tail) {
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', tail @ ..]) => {
                (tail, (a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'))
            }
            (b'\\', [letter, tail @ ..]) => (tail, escape(*letter)),
            _ => (tail, *first),
        };
        bytes.push(byte);
    }
    bytes
}

fn escape(letter: u8) -> u8 {
    match letter {
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        other => other,
    }
}

#[cfg(unix)]
fn native(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn native(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_says_which_lines_have_changed() {
        let diff = "diff --git a/a b.md b/a b.md\n\
            --- a/a b.md\t\n+++ b/a b.md\t\n\
            @@ -3 +3,2 @@ # A\n--- a/not a name\n++++ b/nor this\n+@@ -1 +1 @@\n\
            @@ -9,2 +10,0 @@\n-x\n-y\n\\ No newline at end of file\n\
            --- /dev/null\n+++ \"b/\\350\\257\\201\\\"\\t.md\"\n@@ -0,0 +1 @@\n+x\n\
            --- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        assert_eq!(
            parse(diff.as_bytes()),
            [
                ("a b.md".into(), Changed::Lines(vec![3..=4, 10..=11])),
                ("证\"\t.md".into(), Changed::New),
                ("gone.md".into(), Changed::Gone),
            ]
        );
    }

    #[test]
    fn a_file_that_was_moved_is_gone_here_and_new_there() {
        let diff = "diff --git a/a.md b/b c.md\nsimilarity index 90%\nrename from a.md\nrename to b c.md\n\
            --- a/a.md\n+++ b/b c.md\t\n@@ -3 +3 @@\n-x\n+y\n\
            diff --git a/d.md b/e.md\nsimilarity index 100%\nrename from d.md\nrename to \"e\\t.md\"\n";
        assert_eq!(
            parse(diff.as_bytes()),
            [
                ("a.md".into(), Changed::Gone),
                ("b c.md".into(), Changed::Lines(vec![1..=1, 3..=3])),
                ("d.md".into(), Changed::Gone),
                ("e\t.md".into(), Changed::Lines(vec![1..=1])),
            ]
        );
    }
}
