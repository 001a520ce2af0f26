//! Whatever block a language loses is told once, at its place, and nobody else is blamed.

use glotta::diagnostic::Diagnostic;
use glotta::discover::MemoryWorld;

const LOCALES: [&str; 4] = ["en-us", "de-de", "nl-nl", "sv-se"];

/// Blocks that stand apart by blank lines, with the words of each language.
const BLOCKS: [[&str; 4]; 13] = [
    [
        "# Coffee maker",
        "# Kaffeemaschine",
        "# Koffiezetapparaat",
        "# Kaffebryggare",
    ],
    [
        "Fill the tank with fresh water up to the mark.",
        "Füllen Sie den Tank bis zur Marke mit frischem Wasser.",
        "Vul de tank tot aan het streepje met vers water.",
        "Fyll tanken med friskt vatten upp till märket.",
    ],
    [
        "Put a filter of size 4 into the holder, and add one spoon of ground coffee for each cup that you want to make.",
        "Setzen Sie einen Filter der Größe 4 in den Halter ein und geben Sie für jede gewünschte Tasse einen Löffel gemahlenen Kaffee hinein.",
        "Plaats een filter van maat 4 in de houder en doe er voor elk kopje dat u wilt zetten een schep gemalen koffie in.",
        "Sätt ett filter av storlek 4 i hållaren och tillsätt en skopa malet kaffe för varje kopp som du vill brygga.",
    ],
    ["## Clean it", "## Reinigen", "## Schoonmaken", "## Rengöra"],
    [
        "Lime harms the heater.",
        "Kalk schadet der Heizung.",
        "Kalk beschadigt het element.",
        "Kalk skadar värmaren.",
    ],
    [
        "```sh\nmaker --descale 30\n```",
        "```sh\nmaker --descale 30\n```",
        "```sh\nmaker --descale 30\n```",
        "```sh\nmaker --descale 30\n```",
    ],
    [
        "- Use vinegar or citric acid, never soap.",
        "- Verwenden Sie Essig oder Zitronensäure, niemals Seife.",
        "- Gebruik azijn of citroenzuur, nooit zeep.",
        "- Använd ättika eller citronsyra, aldrig tvål.",
    ],
    [
        "- Rinse twice.",
        "- Spülen Sie zweimal.",
        "- Spoel twee keer.",
        "- Skölj två gånger.",
    ],
    [
        "- Let the machine cool down for at least half an hour before you open the lid of the tank again.",
        "- Lassen Sie die Maschine mindestens eine halbe Stunde abkühlen, bevor Sie den Deckel des Tanks wieder öffnen.",
        "- Laat het apparaat ten minste een half uur afkoelen voordat u het deksel van de tank weer opent.",
        "- Låt maskinen svalna i minst en halvtimme innan du öppnar tankens lock igen.",
    ],
    [
        "The lamp goes out when all lime is gone.",
        "Die Lampe erlischt, wenn aller Kalk entfernt ist.",
        "Het lampje gaat uit als alle kalk weg is.",
        "Lampan slocknar när all kalk är borta.",
    ],
    ["***", "***", "***", "***"],
    [
        "> Ask the shop at <https://shop.example/coffee> for filters.",
        "> Fragen Sie im Laden unter <https://shop.example/coffee> nach Filtern.",
        "> Vraag de winkel op <https://shop.example/coffee> naar filters.",
        "> Fråga butiken på <https://shop.example/coffee> efter filter.",
    ],
    [
        "Keep these pages in a dry place.",
        "Bewahren Sie diese Seiten trocken auf.",
        "Bewaar deze bladzijden op een droge plaats.",
        "Förvara dessa sidor torrt.",
    ],
];

/// One language's text without some of its blocks, and the line that each block begins on.
fn text(locale: usize, without: &[usize]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut lines = Vec::new();
    for (at, block) in BLOCKS.iter().enumerate() {
        lines.push(text.matches('\n').count() + 1);
        if !without.contains(&at) {
            text += block[locale];
            text += "\n\n";
        }
    }
    (text, lines)
}

fn findings(reference: bool, damaged: usize, without: &[usize]) -> Vec<Diagnostic> {
    let world = LOCALES
        .iter()
        .enumerate()
        .fold(MemoryWorld::new(), |world, (at, locale)| {
            let without = if at == damaged { without } else { &[] };
            world.with(format!("docs-src/{locale}/a.md"), text(at, without).0)
        });
    let settings = if reference {
        "reference: en-us"
    } else {
        "reference: none"
    };
    let site = glotta::load(&world.with("glotta.yml", settings))
        .expect("it can be read")
        .value;
    glotta::check(&site, &site.config.levels).diagnostics
}

#[test]
fn nothing_is_found_where_nothing_is_lost() {
    for reference in [true, false] {
        assert_eq!(findings(reference, 1, &[]).len(), 0, "{reference}");
    }
}

#[test]
fn one_lost_block_is_one_finding_at_its_place() {
    for reference in [true, false] {
        for damaged in usize::from(reference)..LOCALES.len() {
            for (lost, block) in BLOCKS.iter().enumerate() {
                let found = findings(reference, damaged, &[lost]);
                let told = format!("{:?} in {}: {found:#?}", block[damaged], LOCALES[damaged]);
                assert_eq!(found.len(), 1, "{told}");
                assert_eq!(found[0].locale.as_deref(), Some(LOCALES[damaged]), "{told}");
                let line = text(damaged, &[lost]).1[lost];
                assert!(found[0].position().line.abs_diff(line) <= 3, "{told}");
            }
        }
    }
}

#[test]
fn a_lost_end_is_one_finding() {
    for reference in [true, false] {
        let found = findings(reference, 2, &[8, 9, 10, 11, 12]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].rule, "truncated-article");
    }
}

#[test]
fn two_lost_blocks_are_told_each_at_its_place() {
    let found = findings(true, 3, &[2, 9]);
    let rules: Vec<&str> = found.iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["block-structure", "block-structure"], "{found:#?}");
}

/// A reference that lacks a block is doubted, and no translation is blamed.
#[test]
fn a_block_that_the_reference_alone_lacks_blames_no_translation() {
    let found = findings(true, 0, &[2]);
    let blamed = found
        .iter()
        .filter(|it| it.locale.as_deref().is_some_and(|it| it != "en-us"));
    assert_eq!(blamed.count(), 0, "{found:#?}");
    assert_eq!(found.len(), 1, "{found:#?}");
}
