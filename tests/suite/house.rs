//! What holds the house together, read from its own source: who knows whom, and that every room is written down.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use, as the table of ARCHITECTURE.md has it.
const ROOMS: [(&str, &[&str]); 8] = [
    ("diagnostic", &[]),
    ("locale", &["diagnostic"]),
    ("model", &["diagnostic", "locale"]),
    ("discover", &["diagnostic", "locale", "model"]),
    ("parse", &["diagnostic", "locale", "model"]),
    ("check", &["diagnostic", "locale", "model"]),
    ("render", &["diagnostic", "locale", "model"]),
    ("write", &["model"]),
];

/// What may stand at the top of the project.
const TOP: [&str; 16] = [
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "src",
    "templates",
    "locales",
    "docs-src",
    "tests",
    "benches",
    "README.md",
    "ARCHITECTURE.md",
    "glotta.yml",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    ".gitignore",
    ".ci",
];

/// What git does not keep.
const IGNORED: [&str; 4] = [".git", "target", "public", ".glotta-cache"];

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files.extend(sources(&path)),
            false if path.extension().is_some_and(|extension| extension == "rs") => {
                files.push(path)
            }
            false => {}
        }
    }
    files.sort();
    files
}

/// The rooms that a file names by `crate::`: in `use crate::a::B`, in `use crate::{a, b::C}` and in a path.
fn rooms_named(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || "_:$".contains(letter)) {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(members(group)),
            None => rooms.push(word(rest)),
        }
    }
    rooms
}

/// The first word of each member of a group, up to its closing brace.
fn members(group: &str) -> Vec<String> {
    let mut members = vec![word(group)];
    let mut depth = 1;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => members.push(word(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    members.retain(|member| !member.is_empty());
    members
}

fn word(text: &str) -> String {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    text.trim_start().chars().take_while(is_word).collect()
}

#[test]
fn rooms_named_are_found_in_every_form() {
    let text = "use crate::a::B;\nuse crate::{b, c::{D, E},\n f};\nfn g(h: &crate::i::J) {}\nuse other_crate::k;";
    assert_eq!(rooms_named(text), ["a", "b", "c", "f", "i"]);
}

#[test]
fn every_room_knows_only_whom_it_may() {
    for (room, allowed) in ROOMS {
        for file in sources(&project().join("src").join(room)) {
            for other in rooms_named(&text(&file)) {
                let known = other == room || allowed.contains(&other.as_str());
                assert!(known, "{} must not know `{other}`", file.display());
            }
        }
    }
}

#[test]
fn every_room_stands_in_the_table() {
    let entries = fs::read_dir(project().join("src")).unwrap().flatten();
    for entry in entries.filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = name == "cli" || ROOMS.iter().any(|(room, _)| *room == name);
        assert!(known, "src/{name} is no room of the house");
    }
}

/// Modules of the door name one another by `super::`; whatever they say with `crate::` would be the library's inside.
#[test]
fn the_door_uses_the_face_of_the_library() {
    let door = sources(&project().join("src/cli"));
    let main = project().join("src/main.rs");
    for file in door.iter().chain([&main]) {
        let named = rooms_named(&text(file));
        let inside = named.iter().find(|room| *room != "cli");
        assert_eq!(inside, None, "{} uses `crate::`", file.display());
    }
    assert!(!text(&project().join("src/lib.rs")).contains("mod cli"));
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tests"] {
        for file in sources(&project().join(folder)) {
            let text = text(&file);
            let first = text.lines().next().unwrap_or_default();
            assert!(
                first.starts_with("//! ") && first.len() > 8,
                "{}",
                file.display()
            );
        }
    }
}

#[test]
fn every_room_is_written_down() {
    let page = text(&project().join("ARCHITECTURE.md"));
    for room in ROOMS.iter().map(|(room, _)| *room).chain(["cli"]) {
        assert!(
            page.contains(&format!("`{room}`")),
            "ARCHITECTURE.md does not name `{room}`"
        );
    }
}

#[test]
fn nothing_else_lies_about() {
    for entry in fs::read_dir(project()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = TOP.contains(&name.as_str()) || IGNORED.contains(&name.as_str());
        assert!(known, "{name} has no place at the top of the project");
    }
}

/// The outside belongs to the rooms that own it, each in few files: these are all that may lift the ban of `clippy.toml`.
#[test]
fn the_ban_on_the_outside_is_lifted_in_few_files() {
    let src = project().join("src");
    let lifted: Vec<String> = sources(&src)
        .iter()
        .filter(|file| text(file).contains("clippy::disallowed_"))
        .map(|file| file.strip_prefix(&src).unwrap().display().to_string())
        .collect();
    for file in &lifted {
        let room = file.split('/').next().unwrap_or_default();
        assert!(
            ["discover", "write", "cli"].contains(&room),
            "src/{file} reaches outside"
        );
    }
}
