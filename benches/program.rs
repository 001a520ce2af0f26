//! How long whole runs of the program take on a real documentation set, which lies beside the project. Where it does not, nothing is measured.
//!
//! `cargo bench --bench program` builds the program as it is released. What is published goes to a folder for temporary files: let `TMPDIR`
//! name one in memory, or the disk is measured as well. Other programs at work make every figure worthless; compare two in one run.

// Who measures a program calls it, and finds what it is given.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};

/// The documentation set: folders of languages.
fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/intune");
    path.canonicalize().ok()
}

/// A build of the corpus into a folder.
struct Bench {
    corpus: PathBuf,
    room: tempfile::TempDir,
}

impl Bench {
    fn output(&self) -> PathBuf {
        self.room.path().join("public")
    }

    /// Runs a build and returns how long it took.
    fn build(&self, options: &[&str]) -> Duration {
        let begun = Instant::now();
        let status = Command::new(env!("CARGO_BIN_EXE_glotta"))
            .args([
                "build",
                "--quiet",
                "--keep-going",
                "--reference",
                "en-us",
                "--source",
            ])
            .arg(&self.corpus)
            .arg("--output")
            .arg(self.output())
            // Else the one beside the corpus would count, and the cache would stand there.
            .arg("--config")
            .arg(self.room.path().join("glotta.yml"))
            .args(options)
            .current_dir(self.room.path())
            .stderr(Stdio::null())
            .status()
            .expect("the program starts");
        // Errors in the articles are told, and pages are published all the same.
        assert!(matches!(status.code(), Some(0 | 1)), "{status}");
        begun.elapsed()
    }

    /// As [`build`](Self::build), where nothing is published yet.
    fn clean(&self, options: &[&str]) -> Duration {
        if self.output().exists() {
            fs::remove_dir_all(self.output()).expect("a folder of ours can be removed");
        }
        self.build(options)
    }
}

fn program(criterion: &mut Criterion) {
    let Some(corpus) = corpus() else {
        eprintln!("../shared/corpus is not there: nothing is measured");
        return;
    };
    let room = tempfile::tempdir().expect("the machine has a folder for temporary files");
    fs::write(room.path().join("glotta.yml"), "search: codes\n").expect("a file can be written");
    let bench = Bench { corpus, room };
    let mut group = criterion.benchmark_group("program");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let clean: [(&str, &[&str]); 2] = [
        (
            "pages for browsers, unchecked",
            &["--targets", "html", "--no-check", "--no-cache"],
        ),
        ("all targets, checked", &["--no-cache"]),
    ];
    for (name, options) in clean {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| bench.clean(options)).sum());
        });
    }
    group.bench_function("nothing changed", |bencher| {
        bench.build(&[]);
        bencher.iter_custom(|times| (0..times).map(|_| bench.build(&[])).sum());
    });
    group.finish();
}

criterion_group!(benches, program);
criterion_main!(benches);
