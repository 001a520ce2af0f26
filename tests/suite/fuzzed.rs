//! What a fuzzer once found or reached must hold for ever: `tests/fuzz` looks for such bytes, and its corpus is tried here.

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
mod targets;

/// Tries every file of a target's corpus, and says which one broke a promise.
fn tried(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(name);
    let files =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut count = 0;
    for file in files {
        let path = file.expect("an entry of the corpus").path();
        let bytes = fs::read(&path).expect("a file of the corpus");
        let held = std::panic::catch_unwind(|| target(&bytes));
        assert!(held.is_ok(), "{} breaks a promise", path.display());
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn heads_of_articles() {
    tried("front_matter", targets::front_matter);
}

#[test]
fn articles() {
    tried("parser", targets::parser);
}

#[test]
fn articles_of_the_dialect() {
    tried("dialect", targets::dialect);
}
