//! A site that several machines make in shares is the same site, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use glotta::discover::DiskWorld;
use glotta::model::{Page, Shard, Site};
use glotta::render::{Target, render, render_share};

use crate::sandbox::{ARTICLE, Sandbox};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn pages(mut make: impl FnMut(&Target) -> Vec<Page>) -> Vec<Page> {
    Target::ALL.into_iter().flat_map(&mut make).collect()
}

/// How many pages differ between a whole site and the union of its shares, and between shares that have the same one.
fn differing(site: &Site, count: usize) -> usize {
    let whole = pages(|target| render(site, target).expect("pages"));
    let whole: BTreeMap<&str, &Page> = whole.iter().map(|it| (it.path.as_str(), it)).collect();
    let mut union: BTreeMap<String, Page> = BTreeMap::new();
    let mut differing = 0;
    for number in 1..=count {
        let shard = Shard::new(number, count).expect("it is one of them");
        for page in pages(|target| render_share(site, target, shard).expect("pages")) {
            match union.get(&page.path) {
                Some(other) => differing += usize::from(*other != page),
                None => drop(union.insert(page.path.clone(), page)),
            }
        }
    }
    let lost = whole
        .iter()
        .filter(|(path, page)| union.get(**path) != Some(**page));
    let more = union
        .keys()
        .filter(|path| !whole.contains_key(path.as_str()));
    differing + lost.count() + more.count()
}

fn site(folder: &Path) -> Site {
    glotta::load(&DiskWorld::new(folder)).expect("a site").value
}

#[test]
fn the_union_of_all_shares_is_the_whole() {
    let site = site(&project().join("tests/sites/every-kind"));
    for count in [1, 2, 8] {
        assert_eq!(differing(&site, count), 0, "{count} shares");
    }
}

#[test]
fn an_article_is_made_by_one_machine_only() {
    let site = site(&project().join("tests/sites/every-kind"));
    let html = Target::named(glotta::model::TargetName::Html);
    let article = |page: &Page| page.path.starts_with("de/") && page.path.ends_with(".html");
    let count = |shard: &str| {
        let shard = Shard::from_text(shard).expect("a share");
        let pages = render_share(&site, html, shard).expect("pages");
        pages.iter().filter(|page| article(page)).count()
    };
    let shares = [count("1/4"), count("2/4"), count("3/4"), count("4/4")];
    assert_eq!(shares.iter().sum::<usize>(), count("1/1"));
    assert!(shares.iter().filter(|share| **share > 0).count() > 1);
}

/// A project with many articles, some of which lack a language and show a picture.
fn sandbox() -> Sandbox {
    let mut sandbox = Sandbox::with_site()
        .file("glotta.yml", "levels: {missing-article: off}\n")
        .file("docs-src/pt-br/way.png", [0x89, b'P', b'N', b'G'])
        .file("docs-src/pt-br/old/b.md", "# B\n\n![Way](../way.png)\n");
    for number in 0..9 {
        let article = format!("# Number {number}\n\n[a](../a.md) ![Way](../way.png)\n");
        sandbox = sandbox.file(&format!("docs-src/pt-br/many/{number}.md"), article);
    }
    sandbox
}

fn shards(sandbox: &Sandbox, count: usize) -> String {
    let mut folders = String::new();
    for number in (1..=count).rev() {
        let run = sandbox.run(&format!(
            "build --shard {number}/{count} --output s/{number}"
        ));
        assert_eq!(run.code, Some(0), "{run:#?}");
        run.says(&[&format!("this is shard {number}/{count}")]);
        folders.push_str(&format!(" s/{number}"));
    }
    folders
}

#[test]
fn what_join_makes_is_what_a_build_of_the_whole_makes() {
    for count in [1, 2, 8] {
        let sandbox = sandbox();
        assert_eq!(sandbox.run("build --output whole").code, Some(0));
        let folders = shards(&sandbox, count);
        for times in ["changed", " 0 changed"] {
            let run = sandbox.run(&format!("join{folders} --output joined"));
            assert_eq!(run.code, Some(0), "{run:#?}");
            run.says(&[&format!("{count} shards joined"), times]);
        }
        assert_eq!(sandbox.tree("joined"), sandbox.tree("whole"), "{count}");
        // The next build of the whole knows the folder as its own.
        let again = sandbox.run("build --output joined");
        assert_eq!(again.code, Some(0));
        again.says(&[" 0 changed, 0 removed"]);
    }
}

#[test]
fn shards_that_are_copied_into_one_folder_are_the_whole_but_for_the_list() {
    let sandbox = sandbox();
    assert_eq!(sandbox.run("build --output whole").code, Some(0));
    shards(&sandbox, 3);
    let mut union = BTreeMap::new();
    for number in 1..=3 {
        for (path, bytes) in sandbox.tree(&format!("s/{number}")) {
            if path != ".glotta-manifest"
                && let Some(other) = union.insert(path, bytes.clone())
            {
                assert_eq!(other, bytes);
            }
        }
    }
    let mut whole: BTreeMap<_, _> = sandbox.tree("whole").into_iter().collect();
    whole.remove(".glotta-manifest");
    assert_eq!(union, whole);
}

#[test]
fn every_shard_says_what_the_whole_says_and_ends_as_it_ends() {
    let sandbox = Sandbox::new()
        .file("docs-src/pt-br/a.md", ARTICLE)
        .file("docs-src/fi-fi/a.md", ARTICLE.replace("| 200 | y |\n", ""));
    let whole = sandbox.run("build --deny-warnings");
    assert_eq!(whole.code, Some(1), "{whole:#?}");
    for shard in ["1/2", "2/2"] {
        let run = sandbox.run(&format!("build --deny-warnings --shard {shard}"));
        assert_eq!((run.code, &run.err), (whole.code, &whole.err));
    }
    assert!(sandbox.tree("public").is_empty());
}

#[test]
fn half_a_site_is_never_published() {
    let sandbox = sandbox();
    assert_eq!(sandbox.run("build").code, Some(0));
    let before = sandbox.tree("public");
    let run = sandbox.run("build --shard 1/2");
    assert_eq!(run.code, Some(2));
    run.says(&["holds a whole site", "glotta join"]);
    let folders = shards(&sandbox, 2);
    let refused = |arguments: &str, words: &[&str]| {
        let run = sandbox.run(arguments);
        assert_eq!(run.code, Some(2), "{run:#?}");
        run.says(words);
        assert_eq!(sandbox.tree("public"), before, "{arguments}");
    };
    refused("join s/1", &["shard 2/2: no folder holds it", "help: "]);
    refused("join s/1 s/1", &["it holds shard 1/2, and"]);
    refused(
        "join s/1 public --output other",
        &["public: this folder holds a whole site"],
    );
    refused("join s/1 gone", &["gone: there is no `.glotta-manifest`"]);
    refused(
        "join s/1 s/2 --output s/1",
        &["cannot be the output folder"],
    );
    refused("join s/1 s/2 --output s", &["cannot be the output folder"]);
    refused("build --shard 3/2", &["2/8"]);
    refused("build --shard 2/2 --output s/1", &["holds shard 1/2"]);
    fs::write(sandbox.path("s/2/pt-br/way.png"), "x").expect("it can be written");
    refused(
        &format!("join{folders}"),
        &["s/2/pt-br/way.png", "is not as it was"],
    );
}

#[test]
fn shards_of_two_states_are_not_joined() {
    let sandbox = sandbox();
    let build = |arguments: &str| {
        let run = sandbox.run(&format!("build {arguments}"));
        assert_eq!(run.code, Some(0), "{run:#?}");
    };
    build("--shard 1/2 --output one");
    build("--shard 2/2 --output two --targets html");
    let run = sandbox.run("join one two");
    assert_eq!(run.code, Some(2));
    run.says(&["two: it was made of other sources, with other options"]);
    let changed = ARTICLE.replace("| x |", "| z |");
    for locale in ["pt-br", "fi-fi"] {
        fs::write(sandbox.path(&format!("docs-src/{locale}/a.md")), &changed).expect("written");
    }
    build("--shard 2/2 --output two");
    assert_eq!(sandbox.run("join one two").code, Some(2));
    build("--shard 1/2 --output one");
    assert_eq!(sandbox.run("join one two").code, Some(0));
}

#[test]
fn what_builds_remember_of_a_share_is_not_taken_for_another_or_the_whole() {
    let sandbox = sandbox();
    let build = |arguments: &str| {
        let run = sandbox.run(&format!("build {arguments} --timings"));
        assert_eq!(run.code, Some(0), "{run:#?}");
        !run.err.contains("render ")
    };
    let builds = [
        "--output whole",
        "--shard 1/2 --output one",
        "--shard 2/2 --output two",
    ];
    for wanted in [false, true] {
        for arguments in builds {
            assert_eq!(build(arguments), wanted, "{arguments}");
        }
    }
    assert_eq!(sandbox.run("join one two --output joined").code, Some(0));
    assert_eq!(sandbox.tree("joined"), sandbox.tree("whole"));
    fs::remove_dir_all(sandbox.path("one")).expect("it is there");
    assert!(!build("--shard 1/2 --output one"));
    assert_eq!(sandbox.run("join one two --output joined").code, Some(0));
    assert_eq!(sandbox.tree("joined"), sandbox.tree("whole"));
}
