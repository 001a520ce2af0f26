//! How long the stages of a build take on a made-up site: reading, pairing, checking, and the pages of each target.
//!
//! `cargo bench` runs all; `cargo bench -- render` those whose names hold a word.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use glotta::diagnostic::Source;
use glotta::discover::{MemoryWorld, World};
use glotta::model::{Levels, Shard, Site, TargetName};
use glotta::{MemoryOutput, Publication, Target};

/// How many articles the site has in each language.
const ARTICLES: usize = 100;

/// Folder, word for a section, and a sentence of each language.
const LANGUAGES: [(&str, &str, &str); 3] = [
    (
        "en-us",
        "Section",
        "The kettle boils the water and says so.",
    ),
    (
        "de-de",
        "Abschnitt",
        "Der Kessel kocht das Wasser und meldet es.",
    ),
    ("zh-cn", "小节", "水壶把水烧开，然后报告。"),
];

/// An article as documentation has them: front matter, sections, lists, an alert, code, a table of codes, links.
fn article(number: usize, section: &str, sentence: &str) -> String {
    let mut text = format!(
        "---\ntitle: {section} {number}\ndescription: {sentence}\nms.date: 2024-05-01\n---\n\n# {section} {number}\n\n{sentence}\n"
    );
    for part in 0..8 {
        let next = (number + part + 1) % ARTICLES;
        write!(
            text,
            "\n## {section} {part} {{#part-{part}}}\n\n{sentence} **{sentence}** `E-{part}042` [{section}](a{next}.md#part-{part}).\n\n- {sentence}\n- {sentence}\n\n> [!NOTE]\n> {sentence}\n\n```json\n{{ \"code\": {part}, \"list\": [1, 2, 3] }}\n```\n"
        )
        .expect("a text grows");
    }
    text.push_str("\n| Code | Text |\n|---|---|\n");
    for row in 0..20 {
        writeln!(text, "| `0x{:08X}` | {sentence} |", number * 100 + row).expect("a text grows");
    }
    text
}

fn world() -> MemoryWorld {
    let mut world = MemoryWorld::new().with("glotta.yml", "search: codes\n");
    for (folder, section, sentence) in LANGUAGES {
        for number in 0..ARTICLES {
            let path = format!("docs-src/{folder}/a{number}.md");
            world = world.with(&path, article(number, section, sentence));
        }
    }
    world
}

fn site(world: &dyn World) -> Site {
    glotta::load(world).expect("the site is sound").value
}

fn parse(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("parse");
    for (folder, section, sentence) in LANGUAGES {
        let text = article(0, section, sentence);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let locale =
            std::sync::Arc::new(glotta::locale::Locale::from_folder(folder).expect("a locale"));
        let source = std::sync::Arc::new(Source::new("a.md", text));
        group.bench_function(folder, |bench| {
            bench.iter(|| {
                let (id, version) = ("a".to_owned(), String::new());
                glotta::parse::article(id, &locale, black_box(&source), version, None)
            });
        });
    }
    group.finish();
}

fn load(bench: &mut Criterion) {
    let world = world();
    bench.bench_function("load", |bench| bench.iter_with_large_drop(|| site(&world)));
}

fn check(bench: &mut Criterion) {
    let site = site(&world());
    bench.bench_function("check", |bench| {
        bench.iter_with_large_drop(|| glotta::check(&site, &Levels::default()));
    });
}

fn render(bench: &mut Criterion) {
    let site = site(&world());
    let mut group = bench.benchmark_group("render");
    for name in TargetName::ALL {
        let target = Target::named(name);
        group.bench_function(target.folder, |bench| {
            bench.iter_with_large_drop(|| glotta::render(&site, target));
        });
    }
    group.finish();
}

fn publish(bench: &mut Criterion) {
    let world = world();
    let site = site(&world);
    bench.bench_function("publish", |bench| {
        let publish = |out: MemoryOutput| {
            let publication = Publication::open(&out).expect("memory is open");
            let target = Target::named(TargetName::Html);
            glotta::put(&world, &site, target, Shard::WHOLE, &publication).expect("sound pages");
            publication.commit().expect("memory takes all").pages
        };
        bench.iter_batched(MemoryOutput::new, publish, BatchSize::PerIteration);
    });
}

criterion_group!(stages, parse, load, check, render, publish);
criterion_main!(stages);
