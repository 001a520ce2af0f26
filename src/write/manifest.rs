//! The list of files that are ours, which stands among them.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::paths;
use crate::model::Shard;

/// The manifest's own path.
pub(super) const MANIFEST: &str = ".glotta-manifest";

/// What every manifest of ours begins with, whichever form the rest has.
const BEGINNING: &str = "glotta manifest ";

const HEADING: &str = "glotta manifest 2: files written by glotta, which removes no others";

/// What stands behind the heading where the files are a share of a site.
const STAMP: &str = "; shard ";

/// Paths of ours, each with the SHA-256 and length of every version that may stand there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Vec<Mark>>,
    stamp: Option<Stamp>,
}

/// Which share of which site a folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub shard: Shard,
    /// What all shares of one site have in common: a fingerprint of what it was made of. No blank is in it.
    pub made_of: String,
}

impl Stamp {
    fn read(heading: &str) -> Option<Self> {
        let (_, stamp) = heading.split_once(STAMP)?;
        let (shard, made_of) = stamp.split_once(" of ")?;
        Some(Stamp {
            shard: Shard::from_text(shard)?,
            made_of: made_of.to_owned(),
        })
    }

    fn text(&self) -> String {
        format!("{STAMP}{} of {}", self.shard, self.made_of)
    }
}

/// What a file is known by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mark {
    /// SHA-256.
    pub hash: [u8; 32],
    pub length: u64,
}

impl Mark {
    /// The mark of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Mark {
            hash: Sha256::digest(bytes).into(),
            length: bytes.len() as u64,
        }
    }

    fn read(hash: &str, length: &str) -> Option<Self> {
        let hash = HEXLOWER.decode(hash.as_bytes()).ok()?;
        Some(Mark {
            hash: hash.try_into().ok()?,
            length: length.parse().ok()?,
        })
    }
}

impl Manifest {
    /// Reads a manifest. A line that names no page is left out: it can do no harm then. A file whose mark cannot be read is listed,
    /// and described by nothing.
    pub fn read(bytes: &[u8]) -> Self {
        let mut manifest = Manifest::default();
        if !Manifest::is_one(bytes) {
            return manifest;
        }
        let text = String::from_utf8_lossy(bytes);
        manifest.stamp = text.lines().next().and_then(Stamp::read);
        for line in text.lines().skip(1) {
            let mut words = line.splitn(3, ' ');
            if let (Some(hash), Some(length), Some(path)) =
                (words.next(), words.next(), words.next())
                && paths::check(path).is_ok()
            {
                let marks = manifest.files.entry(path.to_owned()).or_default();
                marks.extend(Mark::read(hash, length));
            }
        }
        manifest
    }

    /// Whether bytes are a manifest of ours.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(BEGINNING.as_bytes())
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

    pub(super) fn add(&mut self, path: &str, mark: Mark) {
        let marks = self.files.entry(path.to_owned()).or_default();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }

    /// Which share of a site the files are; nothing where they are a whole one.
    pub fn stamp(&self) -> Option<&Stamp> {
        self.stamp.as_ref()
    }

    pub(super) fn stamped(mut self, stamp: Option<Stamp>) -> Self {
        self.stamp = stamp;
        self
    }

    /// What a file may be.
    pub(super) fn marks_of(&self, path: &str) -> &[Mark] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether a file is still as it was written.
    pub fn describes(&self, path: &str, bytes: &[u8]) -> bool {
        self.marks(path, &Mark::of(bytes))
    }

    /// The mark of the one version that may stand at a path; nothing where there are several or none.
    pub fn mark(&self, path: &str) -> Option<&Mark> {
        match self.files.get(path).map(Vec::as_slice) {
            Some([mark]) => Some(mark),
            _ => None,
        }
    }

    /// Whether a file of this mark may stand at a path.
    pub fn marks(&self, path: &str, mark: &Mark) -> bool {
        let marks = self.files.get(path);
        marks.is_some_and(|marks| marks.contains(mark))
    }

    /// The file: a heading, then `SHA-256 length path`, sorted by path.
    pub fn text(&self) -> String {
        let stamp = self.stamp.as_ref().map(Stamp::text).unwrap_or_default();
        let mut text = format!("{HEADING}{stamp}\n");
        for (path, marks) in &self.files {
            for Mark { hash, length } in marks {
                text.push_str(&format!("{} {length} {path}\n", HEXLOWER.encode(hash)));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_as_it_was_written() {
        let mut manifest = Manifest::default();
        manifest.add("b/c d.html", Mark::of(b"x"));
        manifest.add("a", Mark::of(b""));
        assert_eq!(Manifest::read(manifest.text().as_bytes()), manifest);
        assert!(manifest.describes("a", b"") && !manifest.describes("a", b"x"));
        // `printf x | sha256sum`
        let digits = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
        let line = format!("{digits} 1 b/c d.html\n");
        assert!(manifest.text().ends_with(&line));
    }

    #[test]
    fn a_share_is_known_by_its_heading_and_nothing_else() {
        let stamp = Stamp {
            shard: Shard::from_text("2/8").unwrap(),
            made_of: "abc".into(),
        };
        let mut manifest = Manifest::default().stamped(Some(stamp));
        manifest.add("a", Mark::of(b"x"));
        let text = manifest.text();
        assert!(text.lines().next().unwrap().ends_with("; shard 2/8 of abc"));
        assert_eq!(Manifest::read(text.as_bytes()), manifest);
        let whole = manifest.stamped(None);
        assert_eq!(
            text.lines().skip(1).collect::<Vec<_>>(),
            whole.text().lines().skip(1).collect::<Vec<_>>()
        );
        for forged in ["9/8 of a", "2/8", "x of y"] {
            let text = format!("{HEADING}{STAMP}{forged}\n");
            assert_eq!(Manifest::read(text.as_bytes()).stamp(), None, "{forged}");
        }
    }

    #[test]
    fn a_forged_manifest_names_nothing_outside() {
        let text = format!("{HEADING}\n0 0 ../x\n0 0 /etc/passwd\n0 0\n\n0 0 a\n");
        let manifest = Manifest::read(text.as_bytes());
        assert_eq!(manifest.paths().collect::<Vec<_>>(), ["a"]);
        assert!(!manifest.describes("a", b""));
        assert!(!Manifest::read(b"# Notes\n0 0 a\n").lists("a"));
    }
}
