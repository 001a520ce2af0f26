//! What writers allow: where a comment or an entry holds, what is told about those that do nothing, and that no page shows them.

use glotta::diagnostic::{Applicability, Diagnostic};
use glotta::discover::MemoryWorld;
use glotta::model::Levels;
use jiff::civil::date;

/// A table in which one language may depart, and a paragraph with a link.
fn article(comment: &str, row: &str, code: &str) -> String {
    format!(
        "# Codes\n\nSee [the list](https://example.com/list) first.\n\n{comment}| Id | Name | Text |\n|---|---|---|\n\
         | 101 | Pump_Start | a |\n{row}| 102 | {code} | b |\n| 103 | Pump_Rest | c |\n"
    )
}

fn plain() -> String {
    article("", "", "Pump_Stop")
}

fn site(files: &[(&str, &str)]) -> MemoryWorld {
    files
        .iter()
        .fold(MemoryWorld::new(), |world, (path, text)| {
            world.with(*path, *text)
        })
}

/// Three languages, of which the Swedish one is given.
fn three(swedish: &str) -> MemoryWorld {
    site(&[
        ("docs-src/de-de/a.md", &plain()),
        ("docs-src/fr-fr/a.md", &plain()),
        ("docs-src/sv-se/a.md", swedish),
    ])
}

/// What is found, one finding a line, and how many are allowed.
fn check(world: &MemoryWorld, levels: impl FnOnce(&mut Levels)) -> (Vec<String>, usize) {
    let loaded = glotta::load(world).expect("there is a site");
    let mut wanted = loaded.value.config.levels.clone();
    levels(&mut wanted);
    let report = glotta::check::check_noticed(&loaded.value, &wanted, loaded.diagnostics, true);
    let lines = report.diagnostics.iter().map(line);
    (lines.collect(), report.allowed)
}

fn line(diagnostic: &Diagnostic) -> String {
    let position = diagnostic.position();
    let place = (
        diagnostic.primary.source.path(),
        position.line,
        position.column,
    );
    format!(
        "{}:{}:{} {}: {}",
        place.0, place.1, place.2, diagnostic.rule, diagnostic.message
    )
}

#[track_caller]
fn finds(world: &MemoryWorld, expected: &[&str], allowed: usize) {
    let (lines, count) = check(world, |_| {});
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.contains(expected), "{expected} is not in {lines:#?}");
    }
    assert_eq!(count, allowed, "{lines:#?}");
}

const ALLOW: &str = "<!-- glotta allow invariant-cell-changed: the Swedish product says so -->";

#[test]
fn a_comment_before_a_table_or_in_a_row_allows_what_is_found_there() {
    finds(
        &three(&article("", "", "Pump_Halt")),
        &["invariant-cell-changed"],
        0,
    );
    for ending in ["\n", "\r\n"] {
        for text in [
            article(&format!("{ALLOW}\n"), "", "Pump_Halt"),
            article(&format!("{ALLOW}\n\n"), "", "Pump_Halt"),
            article("", "", &format!("Pump_Halt {ALLOW}")),
            article("", "", &format!("{ALLOW} Pump_Halt")),
            format!(
                "{}\n<!-- glotta allow-file invariant-cell-changed: b -->\n",
                article("", "", "Pump_Halt")
            ),
        ] {
            finds(&three(&text.replace('\n', ending)), &[], 1);
        }
    }
}

#[test]
fn a_comment_elsewhere_allows_nothing_and_is_told() {
    let text = article("", "", "Pump_Halt").replace("See ", &format!("{ALLOW}\nSee "));
    let found = [
        "unused-suppression: this comment allows `invariant-cell-changed`",
        "invariant-cell-changed: ",
    ];
    finds(&three(&text), &found, 0);
    let other_row = article("", "", "Pump_Halt").replace("| a |", &format!("| a {ALLOW} |"));
    finds(&three(&other_row), &found, 0);
}

#[test]
fn a_comment_that_nothing_needs_changes_nothing_else() {
    for (from, to) in [
        ("See ", "<!-- glotta allow x: y -->\nSee "),
        ("first.", "<!-- glotta allow x: y --> first."),
        ("first.", "first.\n\n<!-- glotta allow x: y -->"),
        ("| a |", "| a <!-- glotta allow x: y --> |"),
        ("| Id |", "| Id <!-- glotta allow x: y --> |"),
        ("# Codes", "# Codes <!-- glotta allow x: y -->"),
        ("# Codes", "<!-- glotta allow x: y -->\n# Codes"),
        ("# Codes", "# Codes\n\n<!-- an ordinary comment -->"),
    ] {
        let text = plain().replacen(from, to, 1);
        let (lines, _) = check(&three(&text), |levels| {
            let off = glotta::diagnostic::Level::Off;
            levels.by_name.insert("unused-suppression".into(), off);
        });
        assert_eq!(lines, [""; 0], "{to}");
    }
}

#[test]
fn a_comment_in_the_reference_holds_for_all_languages() {
    let world = |english: &str, german: &str| {
        site(&[
            ("glotta.yml", "reference: en-us\n"),
            ("docs-src/de-de/a.md", german),
            ("docs-src/en-us/a.md", english),
            ("docs-src/fr-fr/a.md", &plain()),
            ("docs-src/it-it/a.md", &plain()),
            ("docs-src/nl-nl/a.md", &plain()),
            ("docs-src/sv-se/a.md", &article("", "", "Pump_Halt")),
        ])
    };
    let in_row = article("", "", &format!("Pump_Stop {ALLOW}"));
    finds(&world(&in_row, &article("", "", "Pump_Ende")), &[], 2);
    let before = article(&format!("{ALLOW}\n"), "", "Pump_Stop");
    finds(&world(&before, &plain()), &[], 1);
    // In a translation it holds for that one only.
    let german = article("", "", &format!("Pump_Ende {ALLOW}"));
    finds(
        &world(&plain(), &german),
        &["sv-se/a.md:8:9 invariant-cell-changed"],
        1,
    );
}

#[test]
fn a_row_that_only_the_reference_has_is_allowed_there() {
    let row = "| 1015 | Pump_Test | x <!-- glotta allow row-missing: sold in English only --> |\n";
    let world = site(&[
        ("glotta.yml", "reference: en-us\nlevels: {row-extra: off}\n"),
        ("docs-src/en-us/a.md", &article("", row, "Pump_Stop")),
        ("docs-src/de-de/a.md", &plain()),
        (
            "docs-src/sv-se/a.md",
            &article("", "| 1015 | Pump_Test | y |\n", "Pump_Stop"),
        ),
        (
            "docs-src/fr-fr/a.md",
            &article("", "| 1015 | Pump_Test | y |\n", "Pump_Stop"),
        ),
    ]);
    finds(&world, &[], 1);
}

#[test]
fn what_all_languages_share_is_allowed_in_any_of_them() {
    let shared = "# A\n\n| Code | Text |\n|---|---|\n| 0x00000001 | a |\n| 0x00000002 | b |\n| 0x00000003 | c |\n| 0x0000004 | d |\n| 0x00000005 | e |\n| 0x00000006 | f |\n";
    let comment = "<!-- glotta allow code-format-outlier, undefined-code, unreferenced-code: from the vendor -->\n| Code";
    let allowed = shared.replace("| Code", comment);
    let world = |german: &str, swedish: &str| {
        site(&[
            ("docs-src/de-de/a.md", german),
            ("docs-src/fr-fr/a.md", shared),
            ("docs-src/sv-se/a.md", swedish),
        ])
    };
    let (plain, _) = check(&world(shared, shared), |_| {});
    assert!(
        plain
            .iter()
            .any(|line| line.contains("code-format-outlier")),
        "{plain:#?}"
    );
    for world in [world(&allowed, shared), world(shared, &allowed)] {
        let (lines, count) = check(&world, |_| {});
        assert_eq!(count, 1, "{lines:#?}");
        assert!(
            !lines
                .iter()
                .any(|line| line.contains(" code-format-outlier")),
            "{lines:#?}"
        );
    }
}

#[test]
fn places_are_found_in_lists_quotes_and_alerts_beside_any_script() {
    let link = |target: &str| format!("见[列表](https://example.com/{target})。");
    for (before, after) in [
        ("- 一\n- ", ""),
        ("> ", ""),
        ("> [!NOTE]\n> ", ""),
        ("1. 一\n\n   > - ", ""),
        ("段落。\n\n", "\n\n末尾。"),
    ] {
        let text = |comment: &str, target: &str| {
            let indent = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .replace(['-', '1', '.'], " ");
            let comment = match comment {
                "" => String::new(),
                _ => format!("{comment}\n{indent}"),
            };
            format!("# 标题\n\n{before}{comment}{}{after}\n", link(target))
        };
        let comment = "<!-- glotta allow link-changed: 本国页面 -->";
        let world = |chinese: &str| {
            site(&[
                ("docs-src/de-de/a.md", &text("", "x")),
                ("docs-src/fr-fr/a.md", &text("", "x")),
                ("docs-src/zh-cn/a.md", chinese),
            ])
        };
        let (found, _) = check(&world(&text("", "y")), |_| {});
        assert!(
            found.iter().all(|line| line.contains("link-changed")),
            "{found:#?}"
        );
        assert!(!found.is_empty(), "{before}");
        finds(&world(&text(comment, "y")), &[], found.len());
        let inside = text("", "y").replace(")。", &format!("){comment}。"));
        finds(&world(&inside), &[], found.len());
    }
}

#[test]
fn what_is_written_wrongly_is_told_with_what_to_write() {
    for (comment, place, help) in [
        (
            "<!-- glotta allow row-mising: a -->",
            "5:19",
            "did you mean `row-missing`?",
        ),
        (
            "<!-- glotta allow row-missing -->",
            "5:1",
            "<!-- glotta allow row-missing: why it may stay -->",
        ),
        (
            "<!-- glotta ignore row-missing: a -->",
            "5:13",
            "<!-- glotta allow RULE: reason -->",
        ),
        (
            "<!-- glotta allow unused-suppression: a -->",
            "5:19",
            "set the level",
        ),
    ] {
        let world = three(&article(&format!("{comment}\n"), "", "Pump_Stop"));
        let report = {
            let site = glotta::load(&world).expect("there is a site").value;
            glotta::check(&site, &site.config.levels)
        };
        let [found] = report.diagnostics.as_slice() else {
            panic!("{comment}: {:#?}", report.diagnostics);
        };
        let position = found.position();
        assert_eq!(
            format!("{}:{}", position.line, position.column),
            place,
            "{comment}"
        );
        assert_eq!(found.locale.as_deref(), Some("sv-se"));
        let said = found.help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{said}");
        assert!(found.fix.is_none());
    }
}

#[test]
fn rules_that_did_not_run_leave_no_comment_unused() {
    let world = three(&article(&format!("{ALLOW}\n"), "", "Pump_Stop"));
    finds(&world, &["unused-suppression"], 0);
    for names in [
        vec!["row-missing"],
        vec!["row-missing", "unused-suppression"],
    ] {
        let only =
            |levels: &mut Levels| levels.only = names.iter().map(|it| (*it).into()).collect();
        assert_eq!(check(&world, only).0, [""; 0]);
    }
    let off = |levels: &mut Levels| {
        let off = glotta::diagnostic::Level::Off;
        levels.by_name.insert("invariant-cell-changed".into(), off);
    };
    assert_eq!(check(&world, off).0, [""; 0]);
    let swedish =
        "locales: {de-de: {}, fr-fr: {}, sv-se: {levels: {invariant-cell-changed: off}}}\n";
    finds(&world.with("glotta.yml", swedish), &[], 0);
}

#[test]
fn faults_of_reading_can_be_allowed_too() {
    let twice = |comment: &str| format!("---\nlang: sv\nlang: sv\n---\n{}\n{comment}\n", plain());
    finds(&three(&twice("")), &["duplicate-key"], 0);
    let file = "<!-- glotta allow-file duplicate-key: the old system needs it -->";
    finds(&three(&twice(file)), &[], 1);
    let entry = "allow: [{rule: duplicate-key, reason: the old system needs it, locale: sv-SE}]\n";
    finds(&three(&twice("")).with("glotta.yml", entry), &[], 1);
    let needless = three(&format!("{}\n{file}\n", plain()));
    finds(&needless, &["unused-suppression"], 0);
    // Who checks without what was noticed when reading cannot say.
    let site = glotta::load(&needless).expect("there is a site").value;
    assert_eq!(
        glotta::check(&site, &Levels::default()).diagnostics.len(),
        0
    );
}

#[test]
fn an_entry_holds_where_all_its_conditions_are_met() {
    let changed = article("", "", "Pump_Halt");
    let rule = "rule: invariant-cell-changed, reason: a";
    for (conditions, holds) in [
        ("", true),
        (", article: a", true),
        (", article: 'guide/**'", false),
        (", locale: sv-se", true),
        (", locale: de-de", false),
        (", key: 102", true),
        (", key: 103", false),
        (", value: Pump_Halt", true),
        (", value: Pump_Stop", false),
        (
            ", article: '*', locale: SV-se, key: '102', value: Pump_Halt",
            true,
        ),
        (", until: 2026-11-21", true),
        (", until: 2026-11-20", false),
    ] {
        let entry = format!("allow:\n  - {{{rule}{conditions}}}\n");
        let world = three(&changed)
            .with("glotta.yml", entry)
            .on(date(2026, 11, 21));
        let (lines, allowed) = check(&world, |_| {});
        assert_eq!(allowed == 1, holds, "{conditions}: {lines:#?}");
        let needless = lines
            .iter()
            .filter(|line| line.starts_with("glotta.yml:2:"));
        assert_eq!(needless.count(), usize::from(!holds), "{lines:#?}");
    }
    let missing = plain().replace("| 102 | Pump_Stop | b |\n", "");
    let entry = "allow: [{rule: [row-missing, row-extra], reason: a, key: 102}]\n";
    finds(
        &three(&missing).with("glotta.yml", entry),
        &["this entry allows `row-extra`, and nothing of it is found where it holds"],
        1,
    );
}

#[test]
fn an_entry_is_told_once_and_says_which_names_to_remove() {
    let changed = article("", "", "Pump_Halt");
    for (rules, help) in [
        (
            "[row-extra, invariant-cell-changed, row-order]",
            "remove `row-extra` and `row-order` from the entry",
        ),
        ("[row-extra, row-order]", "remove the entry"),
    ] {
        let entry = format!("allow: [{{rule: {rules}, reason: a}}]\n");
        let world = three(&changed).with("glotta.yml", entry);
        let site = glotta::load(&world).expect("there is a site").value;
        let report = glotta::check(&site, &Levels::default());
        let needless = report
            .diagnostics
            .iter()
            .filter(|finding| finding.rule == "unused-suppression");
        let helps: Vec<&str> = needless.filter_map(|it| it.help.as_deref()).collect();
        assert_eq!(helps, [help]);
    }
}

#[test]
fn punctuation_of_chinese_is_understood() {
    let comment = "<!-- glotta allow row-missing，invariant-cell-changed：本版改名 -->\n";
    let (lines, allowed) = check(&three(&article(comment, "", "Pump_Halt")), |_| {});
    assert_eq!(allowed, 1);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].contains("allows `row-missing`"), "{lines:#?}");
}

#[test]
fn a_comment_that_never_ends_is_told_once() {
    let text = format!("{}\n<!-- glotta allow row-extra: b\n", plain());
    let world = MemoryWorld::new().with("docs-src/de-de/a.md", text);
    let (lines, _) = check(&world, |_| {});
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].contains("this comment never ends"), "{lines:#?}");
}

#[test]
fn a_comment_that_parts_two_paragraphs_leaves_them_two() {
    for (text, expected) in [
        ("A\n{}\nB\n", "A\n\nB\n"),
        ("A\r\n{}\r\nB\r\n", "A\r\n\r\nB\r\n"),
        ("A\n\n{}\nB\n", "A\n\nB\n"),
        ("A\n{}\n\nB\n", "A\n\nB\n"),
        ("- A\n{}\n- B\n", "- A\n- B\n"),
        ("- A\n  {}\n  B\n", "- A\n\n  B\n"),
        ("A\n{}\n3. B\n", "A\n\n3. B\n"),
        ("{}\nB\n", "B\n"),
        ("> A\n\n{}\n# B\n", "> A\n\n# B\n"),
        ("B\n\n{}", "B\n\n"),
    ] {
        let text = text.replace("{}", "<!-- glotta allow row-extra: b -->");
        let world = MemoryWorld::new().with("docs-src/de-de/a.md", text.as_str());
        let site = glotta::load(&world).expect("there is a site").value;
        let report = glotta::check(&site, &Levels::default());
        let fixes = report.diagnostics.iter().filter_map(|it| it.fix.as_ref());
        let [edit] = fixes.flat_map(|fix| &fix.edits).collect::<Vec<_>>()[..] else {
            panic!("{text:?}: {:#?}", report.diagnostics);
        };
        let mut mended = text.clone();
        mended.replace_range(edit.span.range(), &edit.text);
        assert_eq!(mended, expected);
    }
}

#[test]
fn a_comment_that_nothing_needs_is_removed_by_its_fix() {
    for (text, expected) in [
        (article(&format!("{ALLOW}\n"), "", "Pump_Stop"), plain()),
        (article("", "", &format!("Pump_Stop {ALLOW}")), plain()),
        (
            article(
                "<!-- glotta allow row-missing, invariant-cell-changed: b -->\n",
                "",
                "Pump_Halt",
            ),
            article(
                "<!-- glotta allow invariant-cell-changed: b -->\n",
                "",
                "Pump_Halt",
            ),
        ),
        (
            article(
                "<!-- glotta allow invariant-cell-changed, row-missing: b -->\n",
                "",
                "Pump_Halt",
            ),
            article(
                "<!-- glotta allow invariant-cell-changed: b -->\n",
                "",
                "Pump_Halt",
            ),
        ),
        (
            article(&format!("{ALLOW}\n"), "", "Pump_Stop").replace('\n', "\r\n"),
            plain().replace('\n', "\r\n"),
        ),
    ] {
        let site = glotta::load(&three(&text)).expect("there is a site").value;
        let report = glotta::check(&site, &Levels::default());
        let [found] = report.diagnostics.as_slice() else {
            panic!("{:#?}", report.diagnostics);
        };
        let fix = found.fix.as_ref().expect("it can be removed");
        assert_eq!(fix.applicability, Applicability::Safe);
        let mut mended = text.clone();
        for edit in &fix.edits {
            mended.replace_range(edit.span.range(), &edit.text);
        }
        assert_eq!(mended, expected);
    }
}

#[test]
fn no_page_shows_a_comment() {
    let text = format!(
        "{ALLOW}\n# Codes <!-- glotta allow a: secret -->\n\nWords <!-- glotta allow a: secret --> and words.\n\n\
         - One\n  <!-- glotta allow a: secret -->\n- Two\n<!-- glotta allow a: secret -->\n- Three\n\n\
         > <!-- glotta alow a: secret -->\n> Quoted\n\n<!-- glotta allow-file a: secret -->\n\n\
         | Id | Text <!-- glotta allow a: secret --> |\n|---|---|\n| 1 | x <!-- glotta allow a: secret --> |\n\n\
         <div>kept <!-- glotta allow a: secret --></div>\n"
    );
    let world = site(&[
        ("docs-src/de-de/a.md", &text),
        ("docs-src/zh-cn/a.md", &text),
    ]);
    let site = glotta::load(&world).expect("there is a site").value;
    for target in glotta::model::TargetName::ALL {
        let pages = glotta::render(&site, glotta::Target::named(target)).expect("it renders");
        assert!(pages.len() > 1);
        let mut words = 0;
        for page in pages {
            let shown = String::from_utf8_lossy(page.bytes().unwrap_or_default());
            for word in ["secret", "glotta allow", "glotta alow"] {
                assert!(!shown.contains(word), "{}: {shown}", page.path);
            }
            words += usize::from(shown.contains("Three") && shown.contains("kept"));
        }
        // The catalogue holds tables with keys, and no running text.
        let is_text = target != glotta::model::TargetName::Catalogue;
        assert_eq!(words, if is_text { 2 } else { 0 }, "{}", target.name());
    }
}
