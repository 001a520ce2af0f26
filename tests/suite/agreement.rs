//! Damage in one language is named there, at its cell or row, and no other language is blamed.

use glotta::diagnostic::{Diagnostic, Severity};
use glotta::discover::{DiskWorld, MemoryWorld, World};

use crate::sites::{self, LANGUAGES};

/// Something that happens to a translation: what is done to the text, the rule that names it, and the words at the place.
struct Damage {
    name: &'static str,
    edit: fn(&str) -> String,
    rule: &'static str,
    place: &'static str,
}

const DAMAGES: [Damage; 5] = [
    Damage {
        name: "one code changed",
        edit: |text| text.replacen("0x00000402", "0x00000492", 1),
        rule: "code-set-changed",
        place: "0x00000492",
    },
    Damage {
        name: "one row deleted",
        edit: |text| without_line(text, "| 20202 "),
        rule: "row-missing",
        place: "row `20202`",
    },
    Damage {
        name: "one name translated",
        edit: |text| text.replacen("Upload_Failure", "Oplaadfout", 1),
        rule: "invariant-cell-changed",
        place: "Oplaadfout",
    },
    Damage {
        name: "two rows swapped",
        edit: swap_rows,
        rule: "row-order",
        place: "20300",
    },
    Damage {
        name: "one column dropped",
        edit: without_last_column,
        rule: "table-shape",
        place: "3 columns instead of 4",
    },
];

fn without_line(text: &str, start: &str) -> String {
    text.split_inclusive('\n')
        .filter(|line| !line.starts_with(start))
        .collect()
}

fn swap_rows(text: &str) -> String {
    let line = |start: &str| {
        text.lines()
            .find(|line| line.starts_with(start))
            .expect("the table has the row")
    };
    let (one, other) = (line("| 20200 "), line("| 20300 "));
    text.replacen(one, "\u{0}", 1)
        .replacen(other, one, 1)
        .replacen('\u{0}', other, 1)
}

/// Takes the last cell of every line of the table of events.
fn without_last_column(text: &str) -> String {
    let shorter = |line: &str| {
        let cells: Vec<&str> = line.trim_end().trim_end_matches('|').split('|').collect();
        if cells.len() == 5 {
            format!("{}|\n", cells[..4].join("|"))
        } else {
            line.to_owned()
        }
    };
    text.split_inclusive('\n').map(shorter).collect()
}

/// Findings that the whole site does not have.
fn new_findings(whole: &dyn World, damaged: &dyn World) -> Vec<Diagnostic> {
    let before: Vec<String> = findings(whole).iter().map(key).collect();
    findings(damaged)
        .into_iter()
        .filter(|finding| !before.contains(&key(finding)))
        .collect()
}

fn findings(world: &dyn World) -> Vec<Diagnostic> {
    let parsed = glotta::load(world).unwrap_or_else(|error| panic!("{error}"));
    let mut findings = parsed.diagnostics;
    findings.extend(glotta::check(&parsed.value, &parsed.value.config.levels).diagnostics);
    findings
}

fn key(finding: &Diagnostic) -> String {
    format!(
        "{} {} {}",
        finding.primary.source.path(),
        finding.rule,
        finding.message
    )
}

fn assert_named(damage: &Damage, locale: &str, findings: &[Diagnostic]) {
    let told: Vec<String> = findings.iter().map(key).collect();
    let blamed: Vec<&Diagnostic> = findings
        .iter()
        .filter(|finding| {
            finding
                .locale
                .as_deref()
                .is_some_and(|blamed| blamed != locale)
        })
        .collect();
    assert!(
        blamed.is_empty(),
        "{} in {locale} blames others: {told:#?}",
        damage.name
    );
    let named = |finding: &Diagnostic| {
        let place = finding.primary.source.slice(finding.primary.span);
        finding.rule == damage.rule
            && (place.contains(damage.place) || finding.message.contains(damage.place))
    };
    assert!(
        findings.iter().any(named),
        "{} in {locale} is not named: {told:#?}",
        damage.name
    );
}

#[test]
fn damage_is_named_in_its_language_with_a_reference_and_without() {
    for reference in [Some("en-us"), None] {
        let whole = sites::connector(reference);
        for locale in LANGUAGES.iter().filter(|locale| **locale != "en-us") {
            for damage in &DAMAGES {
                let path = format!("docs-src/{locale}/events.md");
                let text = (damage.edit)(&sites::events(locale));
                assert_ne!(text, sites::events(locale), "{} does nothing", damage.name);
                let findings = new_findings(&whole, &whole.clone().with(path, text));
                assert_named(damage, locale, &findings);
            }
        }
    }
}

/// What is found newly in the Dutch article after an edit: rule, line and message.
#[track_caller]
fn told_of_dutch(edit: impl Fn(&str) -> String) -> Vec<(&'static str, usize, String)> {
    let whole = sites::connector(Some("en-us"));
    let text = edit(&sites::events("nl-nl"));
    let damaged = whole.clone().with("docs-src/nl-nl/events.md", text);
    let found = new_findings(&whole, &damaged).into_iter();
    let told = |finding: Diagnostic| {
        assert_eq!(finding.locale.as_deref(), Some("nl-nl"), "{finding:#?}");
        let before = &finding.primary.source.text()[..finding.primary.span.start];
        (
            finding.rule,
            before.matches('\n').count() + 1,
            finding.message,
        )
    };
    found.map(told).collect()
}

#[test]
fn keys_that_changed_beside_each_other_are_told_apart_by_their_order() {
    let told = told_of_dutch(|text| {
        text.replacen("| 20200 ", "| 29200 ", 1)
            .replacen("| 20202 ", "| 29202 ", 1)
    });
    let keys: Vec<&str> = told
        .iter()
        .filter(|(rule, ..)| *rule == "code-cell-changed")
        .map(|(.., message)| message.as_str())
        .collect();
    assert_eq!(keys.len(), 2, "{told:#?}");
    assert!(keys[0].contains("`29200` instead of `20200`"), "{told:#?}");
    assert!(keys[1].contains("`29202` instead of `20202`"), "{told:#?}");
    assert!(
        told.iter().all(|(rule, ..)| !rule.starts_with("row-")),
        "{told:#?}"
    );
}

#[test]
fn a_section_that_was_lost_is_told_where_it_stood() {
    let whole = sites::events("nl-nl");
    let start = whole.find("## ").expect("the article has sections");
    let last = whole.rfind("\n\n## ").expect("it has two of them");
    let before = whole[..last].matches('\n').count() + 1;
    assert!(start < last);
    let told = told_of_dutch(|text| format!("{}\n", &text[..last]));
    let (_, line, _) = told
        .iter()
        .find(|(rule, ..)| *rule == "heading-structure")
        .unwrap_or_else(|| panic!("{told:#?}"));
    assert_eq!(*line, before, "{told:#?}");
}

#[test]
fn a_fault_of_most_languages_stays_one_where_a_single_language_mends_it() {
    let broken =
        |locale: &str| sites::events(locale).replacen(" | 0x00000000, 0x00000402 |", " |", 1);
    let languages = LANGUAGES.iter().filter(|locale| **locale != "sv-se");
    let world = languages.fold(sites::connector(Some("en-us")), |world, locale| {
        world.with(format!("docs-src/{locale}/events.md"), broken(locale))
    });
    let mut ragged = findings(&world);
    ragged.retain(|finding| finding.rule == "ragged-row");
    assert_eq!(ragged.len(), 1, "{ragged:#?}");
    assert_eq!(ragged[0].locale, None);
}

/// The translations that the project began from stand beside it on its developers' machines, and nowhere else.
#[test]
fn damage_is_named_in_real_translations() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        println!("skipped: ../shared/seeds is not here");
        return;
    }
    let whole = real(&seeds);
    let counts = |severity: Severity| {
        findings(&whole)
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    assert_eq!(
        (
            counts(Severity::Error),
            counts(Severity::Warning),
            counts(Severity::Info)
        ),
        (0, 3, 3)
    );
    for (path, text) in articles(&seeds) {
        let locale = path.split('/').nth(1).expect("docs-src/locale/article");
        for damage in &DAMAGES {
            let findings = new_findings(&whole, &whole.clone().with(&path, (damage.edit)(&text)));
            assert_named(damage, locale, &findings);
        }
    }
}

fn real(folder: &std::path::Path) -> MemoryWorld {
    articles(folder)
        .into_iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            world.with(path, text)
        })
}

/// Every article under a folder of locales, as a path under `docs-src` and a text.
fn articles(folder: &std::path::Path) -> Vec<(String, String)> {
    let world = DiskWorld::new(folder);
    let shelf = glotta::discover::Shelf::Articles(String::new());
    let entries = world.entries(&shelf).expect("the folder can be listed");
    let files = entries
        .into_iter()
        .filter(|entry| entry.path.ends_with(".md"));
    files
        .map(|entry| {
            let bytes = world
                .read(&shelf, &entry.path)
                .expect("an article can be read");
            (
                format!("docs-src/{}", entry.path),
                String::from_utf8(bytes).expect("articles are UTF-8"),
            )
        })
        .collect()
}
