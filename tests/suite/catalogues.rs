//! The messages that come with the program are those that it says: in its own words and in its templates.

use std::fs;
use std::path::{Path, PathBuf};

use glotta::diagnostic::Source;
use glotta::locale::{Said, built_in};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("a folder can be listed").path();
        match path.is_dir() {
            true => files.extend(self::files(&path)),
            false => files.push(path),
        }
    }
    files
}

fn texts(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let is_text = |path: &PathBuf| path.extension().is_none_or(|it| it != "png");
    let files = files(&folder).into_iter().filter(is_text);
    let texts = files.map(fs::read_to_string);
    texts.map(|text| text.expect("UTF-8")).collect()
}

/// What follows `.say("`, `.say_with("` and `.count("` in the source.
fn said_by_code(texts: &[String]) -> Vec<String> {
    let mut said = Vec::new();
    for text in texts {
        for call in ["say(", "say_with(", "words.count("] {
            let calls = text
                .match_indices(call)
                .map(|(at, _)| text[at + call.len()..].trim_start());
            let names = calls.filter_map(|rest| rest.strip_prefix('"')?.split('"').next());
            said.extend(names.map(str::to_owned));
        }
    }
    said
}

#[test]
fn whatever_is_said_is_a_message_and_every_message_is_said() {
    let catalogues = built_in();
    let english = catalogues
        .iter()
        .find(|it| it.source.path() == "locales/en.ftl")
        .expect("there is English");
    let code = [texts("src/render"), texts("src/cli/explain")].concat();
    let templates = texts("templates")
        .into_iter()
        .map(|text| Said::by(&Source::new("", text)));
    let mut said = said_by_code(&code);
    assert!(said.len() > 15, "{said:?}");
    said.extend(
        templates
            .flat_map(|said| said.messages)
            .map(|(name, _)| name),
    );
    for name in &said {
        assert!(
            english.message(name).is_some(),
            "`{name}` is said, and no message"
        );
    }
    let whole = [code, texts("src/model")].concat().join("\n");
    for message in &english.messages {
        let name = &message.name;
        let is_literal = whole.contains(&format!("\"{name}\""));
        assert!(said.contains(name) || is_literal, "nobody says `{name}`");
    }
}
