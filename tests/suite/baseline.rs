//! The baseline: what is left out, what is new in spite of it, and what it lists in vain.

use crate::sandbox::{Run, Sandbox};

const TABLE: &str = "| Id | Name | Text |\n|---|---|---|\n| 101 | Pump_Start | a |\n| 102 | Pump_Stop | b |\n| 103 | Pump_Rest | c |\n";

fn text(table: &str, words: &str) -> String {
    format!("# Codes\n\n{words}\n\n{table}")
}

const WORDS: &str = "See [one](https://example.com/1) and [two](https://example.com/2).\n\nSee [three](https://example.com/3).";

fn site(swedish: &str) -> Sandbox {
    Sandbox::new()
        .file("docs-src/de-de/a.md", text(TABLE, WORDS))
        .file("docs-src/fr-fr/a.md", text(TABLE, WORDS))
        .file("docs-src/sv-se/a.md", swedish)
}

/// Two faults: a changed name and a changed link.
fn faulty() -> String {
    text(TABLE, WORDS)
        .replace("Pump_Stop", "Pump_Halt")
        .replace("example.com/3", "example.com/9")
}

fn written(swedish: &str) -> Sandbox {
    let sandbox = site(swedish);
    let run = sandbox.run("check --write-baseline");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["written to glotta-baseline.json", "left out"]);
    run.says(&["write `baseline: glotta-baseline.json` in glotta.yml"]);
    sandbox
}

fn findings(run: &Run) -> Vec<&str> {
    run.out.lines().collect()
}

fn check(sandbox: &Sandbox) -> Run {
    sandbox.run("check --format concise --baseline glotta-baseline.json")
}

#[test]
fn older_findings_are_left_out_and_the_tally_says_so() {
    let sandbox = written(&faulty());
    assert_eq!(sandbox.run("check").code, Some(1));
    let run = sandbox.run("check --baseline glotta-baseline.json");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["2 older findings of the baseline glotta-baseline.json left out"]);
    let run = check(&sandbox);
    assert_eq!(run.out, "");
    run.says(&["2 older findings of the baseline glotta-baseline.json left out"]);
    sandbox
        .run("check --verbose")
        .says(&["no baseline was applied"]);
    let file =
        std::fs::read_to_string(sandbox.path("glotta-baseline.json")).expect("it was written");
    assert_eq!(file.lines().count(), 4, "{file}");
    assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok());
    for word in ["codes/paragraph[2]", "codes/table[1]/102/2", "Pump_Halt"] {
        assert!(file.contains(word), "{file}");
    }
    assert!(!file.contains("line"), "{file}");
}

#[test]
fn changes_around_a_finding_do_not_disturb_it() {
    let sandbox = written(&faulty());
    for changed in [
        faulty().replace("# Codes\n", "# Codes\n\n\n\n"),
        faulty().replace('\n', "\r\n"),
        format!("---\ntitle: A\n---\n{}", faulty()),
        faulty().replace("| a |", "| another text |"),
        faulty().replace(" | ", "   |  "),
        faulty().replace("See [three]", "Just see [three]"),
        faulty().replace(
            "# Codes\n\n",
            "# Codes\n\nA paragraph more.\n\nAnd another.\n\n",
        ),
        faulty().replace("| 101 |", "| 100 | Pump_New | z |\n| 101 |"),
    ] {
        let sandbox = site(&changed).file(
            "glotta-baseline.json",
            std::fs::read(sandbox.path("glotta-baseline.json")).expect("it was written"),
        );
        let run = sandbox.run("check --format concise --baseline glotta-baseline.json --only invariant-cell-changed,link-changed,baseline-stale");
        assert_eq!(findings(&run), [""; 0], "{changed}");
    }
}

#[test]
fn a_fault_that_takes_the_place_of_another_is_new() {
    let sandbox = written(&faulty());
    for (changed, new, gone) in [
        (
            faulty()
                .replace("Pump_Halt", "Pump_Stop")
                .replace("Pump_Rest", "Pump_Halt"),
            "Pump_Halt",
            "102/2",
        ),
        (
            faulty().replace("Pump_Halt", "Pump_Ende"),
            "Pump_Ende",
            "102/2",
        ),
        (
            faulty()
                .replace("example.com/9", "example.com/3")
                .replace("example.com/1", "example.com/9"),
            "link-changed",
            "paragraph[2]",
        ),
    ] {
        let sandbox = site(&changed).file(
            "glotta-baseline.json",
            std::fs::read(sandbox.path("glotta-baseline.json")).expect("it was written"),
        );
        let run = check(&sandbox);
        let found = findings(&run);
        assert_eq!(found.len(), 2, "{run:#?}");
        let stale = found.iter().find(|line| line.contains("[baseline-stale]"));
        assert!(
            stale.is_some_and(
                |line| line.contains(gone) && line.starts_with("glotta-baseline.json:")
            ),
            "{run:#?}"
        );
        assert!(
            found
                .iter()
                .any(|line| line.starts_with("sv-se/a.md") && line.contains(new)),
            "{run:#?}"
        );
    }
}

#[test]
fn two_findings_alike_are_two() {
    let twice = |first: &str, second: &str| {
        text(
            TABLE,
            &format!("See [a](https://example.com/{first}) and [a](https://example.com/{second})."),
        )
    };
    let site = |swedish: &str| {
        Sandbox::new()
            .file("docs-src/de-de/a.md", twice("1", "1"))
            .file("docs-src/fr-fr/a.md", twice("1", "1"))
            .file("docs-src/sv-se/a.md", swedish)
    };
    let sandbox = site(&twice("1", "2"));
    sandbox.run("check --write-baseline");
    assert_eq!(check(&sandbox).out, "");
    let sandbox = sandbox.file("docs-src/sv-se/a.md", twice("2", "2"));
    assert_eq!(
        findings(&check(&sandbox))
            .iter()
            .filter(|line| line.contains("link-changed"))
            .count(),
        1
    );
}

#[test]
fn pruning_removes_what_is_mended_and_nothing_else() {
    let sandbox = written(&faulty()).file(
        "docs-src/sv-se/a.md",
        faulty().replace("Pump_Halt", "Pump_Stop"),
    );
    let path = sandbox.path("glotta-baseline.json");
    let before = std::fs::read_to_string(&path).expect("it was written");
    let run =
        sandbox.run("check --only link-changed,baseline-stale --baseline glotta-baseline.json");
    assert_eq!(
        run.code,
        Some(0),
        "what did not run is not missed: {run:#?}"
    );
    run.says(&["0 warnings"]);
    sandbox
        .run("check --only link-changed --prune-baseline")
        .says(&["0 findings removed"]);
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), before);
    let run = sandbox.run("check --baseline glotta-baseline.json --deny-warnings");
    assert_eq!(run.code, Some(1), "{run:#?}");
    run.says(&["baseline-stale", "--prune-baseline"]);
    let run = sandbox.run("check --prune-baseline --deny-warnings");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["1 finding removed from glotta-baseline.json"]);
    let after = std::fs::read_to_string(&path).expect("it is there");
    assert_eq!((before.lines().count(), after.lines().count()), (4, 3));
    // What a run did not look for stays when the rest is written anew.
    sandbox.run("check --write-baseline --only row-missing");
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), after);
}

#[test]
fn a_baseline_that_cannot_be_used_stops_the_run() {
    let sandbox = site(&faulty());
    let run = sandbox.run("check --baseline nothing.json");
    assert_eq!(run.code, Some(2), "{run:#?}");
    run.says(&["there is no baseline nothing.json", "--write-baseline"]);
    assert_eq!(sandbox.run("check --prune-baseline").code, Some(2));
    for (text, word) in [
        ("{\"version\": 9, \"findings\": []}", "has version 9"),
        ("nonsense", "cannot be read"),
        ("\u{ff}", "cannot be read"),
    ] {
        let sandbox = site(&faulty()).file("b.json", text);
        let run = sandbox.run("check --baseline b.json");
        assert_eq!(run.code, Some(2), "{run:#?}");
        run.says(&[word]);
    }
    let run = sandbox.run("check --write-baseline --baseline no/folder.json");
    assert_eq!(run.code, Some(2), "{run:#?}");
    run.says(&["no/folder.json", "help: make its folder"]);
    for written in ["--write-baseline", "--prune-baseline"] {
        for mended in ["--fix", "--diff"] {
            let run = sandbox.run(&format!("check {written} {mended}"));
            assert_eq!(run.code, Some(2), "{run:#?}");
        }
    }
    let newer = site(&faulty()).file("b.json", "{\"version\": 9, \"findings\": []}");
    assert_eq!(
        newer.run("check --baseline b.json --write-baseline").code,
        Some(2)
    );
    assert_eq!(
        site(&faulty()).folder("b").run("check --baseline b").code,
        Some(2)
    );
}

#[test]
fn the_configured_baseline_serves_check_and_build() {
    let sandbox = site(&faulty())
        .file("glotta.yml", "baseline: known/old.json\n")
        .folder("known");
    assert_eq!(sandbox.run("check").code, Some(2));
    assert_eq!(sandbox.run("check --no-baseline").code, Some(1));
    assert_eq!(sandbox.run("build").code, Some(2));
    assert_eq!(sandbox.run("check --write-baseline").code, Some(0));
    assert_eq!(sandbox.run("check").code, Some(0));
    let run = sandbox.run("build");
    assert_eq!(run.code, Some(0), "{run:#?}");
    run.says(&["2 older findings", "known/old.json left out"]);
    let sandbox = sandbox.file(
        "docs-src/fr-fr/a.md",
        text(TABLE, WORDS).replace("| 103 | Pump_Rest | c |\n", ""),
    );
    assert_eq!(sandbox.run("build").code, Some(1));
}

#[test]
fn every_place_has_a_name_that_is_no_line() {
    let article = |title: &str, target: &str, cell: &str, word: &str| {
        let link = |number: usize| format!("[x](https://example.com/{target}{number})");
        format!(
            "---\ntitle: {title}\nlang: {title}\n---\n{}\n\n{} Top\n\n- {}\n\n> [!NOTE]\n> {}\n\n## Next {{#next}}\n\n\
             | {word} | b |\n|---|---|\n| {cell} `c1` | {} |\n\n| Id | b |\n|---|---|\n| 100 | {} |\n| 200 | y |\n| 300 | z |\n",
            link(1),
            if target == "a" { "#" } else { "###" },
            link(3),
            link(4),
            link(5),
            link(6),
        )
    };
    let world = ["de-de", "fr-fr", "it-it", "sv-se"].iter().fold(
        glotta::MemoryWorld::new(),
        |world, locale| {
            let target = if *locale == "sv-se" { "other" } else { "a" };
            let title = if *locale == "sv-se" { "de-DE" } else { locale };
            world.with(
                format!("docs-src/{locale}/a.md"),
                article(title, target, "w", "a"),
            )
        },
    );
    let site = glotta::load(&world).expect("there is a site").value;
    let report = glotta::check(&site, &site.config.levels);
    let fingerprints = glotta::fingerprints(&site, &report.diagnostics);
    let mut places: Vec<&str> = fingerprints.iter().map(|it| it.place.as_str()).collect();
    places.dedup();
    let row = places
        .iter()
        .position(|place| place.starts_with("next/table[1]/"));
    assert!(row.is_some(), "{places:#?}");
    for place in [
        "front-matter/lang",
        "./paragraph[1]",
        "top/heading",
        "top/item[1]",
        "next/table[2]/100/2",
    ] {
        assert!(places.contains(&place), "{place} is not in {places:#?}");
    }
    let mut ids: Vec<String> = fingerprints.iter().map(|it| it.id()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), fingerprints.len());
}
