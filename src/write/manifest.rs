//! The list of files that are ours, which stands among them.

use std::collections::BTreeMap;

use sha1::{Digest, Sha1};

use super::paths;

/// The manifest's own path.
pub(super) const MANIFEST: &str = ".glotta-manifest";

const HEADING: &str = "glotta manifest 1: files written by glotta, which removes no others";

/// Paths of ours, each with the length and SHA-1 of every version that may stand there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads a manifest. A line that is none, or that names no page, is left out: it can do no harm then.
    pub fn read(bytes: &[u8]) -> Self {
        let mut manifest = Manifest::default();
        let text = String::from_utf8_lossy(bytes);
        for line in text.lines().skip(1) {
            let mut words = line.splitn(3, ' ');
            if let (Some(hash), Some(length), Some(path)) =
                (words.next(), words.next(), words.next())
                && paths::check(path).is_ok()
            {
                manifest.add(path, format!("{hash} {length}"));
            }
        }
        manifest
    }

    /// Whether bytes are a manifest of ours.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(HEADING.as_bytes())
    }

    /// Everything that stands in either.
    pub fn joined(&self, other: &Manifest) -> Self {
        let mut joined = self.clone();
        for (path, marks) in &other.files {
            for mark in marks {
                joined.add(path, mark.clone());
            }
        }
        joined
    }

    pub fn add(&mut self, path: &str, mark: String) {
        let marks = self.files.entry(path.to_owned()).or_default();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a file is still as it was written.
    pub fn describes(&self, path: &str, bytes: &[u8]) -> bool {
        let mark = mark(bytes);
        self.files
            .get(path)
            .is_some_and(|marks| marks.contains(&mark))
    }

    pub fn text(&self) -> String {
        let mut text = format!("{HEADING}\n");
        for (path, marks) in &self.files {
            for mark in marks {
                text.push_str(&format!("{mark} {path}\n"));
            }
        }
        text
    }
}

/// SHA-1 and length.
pub(super) fn mark(bytes: &[u8]) -> String {
    let digits = Sha1::digest(bytes);
    let hash: String = digits.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hash} {}", bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_as_it_was_written() {
        let mut manifest = Manifest::default();
        manifest.add("b/c d.html", mark(b"x"));
        manifest.add("a", mark(b""));
        assert_eq!(Manifest::read(manifest.text().as_bytes()), manifest);
        assert!(manifest.describes("a", b"") && !manifest.describes("a", b"x"));
    }

    #[test]
    fn a_forged_manifest_names_nothing_outside() {
        let text = format!("{HEADING}\n0 0 ../x\n0 0 /etc/passwd\n0 0\n\n0 0 a\n");
        let manifest = Manifest::read(text.as_bytes());
        assert_eq!(manifest.paths().collect::<Vec<_>>(), ["a"]);
    }
}
