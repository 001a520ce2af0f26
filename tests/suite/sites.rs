//! Small sites that several tests use.

use glotta::discover::MemoryWorld;

/// The languages of [`connector`]; the first may be the reference.
pub const LANGUAGES: [&str; 6] = ["en-us", "de-de", "fr-fr", "nl-nl", "sv-se", "zh-cn"];

/// Id, name and codes of some events.
const EVENTS: [(&str, &str, &str); 8] = [
    ("20100", "Issue_Success", "0x00000000, 0x0000040F"),
    (
        "20102",
        "Issue_Failure",
        "0x00000000, 0x00000400, 0x00000401",
    ),
    ("20200", "Revoke_Success", "0x00000000"),
    ("20202", "Revoke_Failure", "0x00000000, 0x00000402"),
    ("20300", "Upload_Success", "0x00000000"),
    ("20302", "Upload_Failure", "0x00000000, 0x0000040F"),
    ("20400", "Download_Success", "0x00000000"),
    ("20402", "Download_Failure", "0x00000000, 0x0000040F"),
];

/// Codes and their names; the first name is a word that languages translate.
const CODES: [(&str, &str); 5] = [
    ("0x00000000", "Done"),
    ("0x00000400", "Authority_Unavailable"),
    ("0x00000401", "Certificate_NotFound"),
    ("0x00000402", "Access_Denied"),
    ("0x0000040F", "Unknown_Error"),
];

/// A site with one article in six languages, or in the five without the reference.
pub fn connector(reference: Option<&str>) -> MemoryWorld {
    let languages = LANGUAGES
        .iter()
        .filter(|locale| reference.is_some() || **locale != LANGUAGES[0]);
    let world = languages.fold(MemoryWorld::new(), |world, locale| {
        world.with(format!("docs-src/{locale}/events.md"), events(locale))
    });
    match reference {
        Some(reference) => world.with("glotta.yml", format!("reference: {reference}\n")),
        None => world,
    }
}

/// The article in a language, whose words are made up.
pub fn events(locale: &str) -> String {
    let word = words(locale);
    let mut text = format!("# {} {{#events}}\n\n{} {}.\n\n", word[0], word[1], word[2]);
    text += &format!(
        "## {} {{#ids}}\n\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
        word[1], word[2], word[3], word[4], word[0]
    );
    for (at, (id, name, codes)) in EVENTS.iter().enumerate() {
        text += &format!(
            "| {id} | {name} | {} {} {}. | {codes} |\n",
            word[at % 5],
            word[(at + 2) % 5],
            word[(at + 3) % 5]
        );
    }
    text += &format!(
        "\n## {} {{#codes}}\n\n| {} | {} | {} |\n|---|---|---|\n",
        word[3], word[0], word[1], word[2]
    );
    for (at, (code, name)) in CODES.iter().enumerate() {
        let name = if *name == "Done" { word[4] } else { *name };
        text += &format!(
            "| {code} | {name} | {} {}. |\n",
            word[(at + 1) % 5],
            word[at % 5]
        );
    }
    text
}

fn words(locale: &str) -> [&'static str; 5] {
    match locale {
        "en-us" => ["Events", "Table", "Number", "Meaning", "Done"],
        "de-de" => ["Ereignisse", "Tabelle", "Zahl", "Bedeutung", "Fertig"],
        "fr-fr" => ["Évènements", "Tableau", "Nombre", "Sens", "Terminé"],
        "nl-nl" => [
            "Gebeurtenissen",
            "Tabelletje",
            "Getal",
            "Betekenis",
            "Klaar",
        ],
        "sv-se" => ["Händelser", "Tabellen", "Tal", "Betydelse", "Klart"],
        _ => ["事件", "表", "编号", "含义", "完成"],
    }
}
