//! `glotta manual`: our own manual pages, made from the definitions of the command line as the pages of any site are made.

// This file puts pages where `man` looks for them, among those of other programs.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::path::Path;

use glotta::discover::MemoryWorld;
use glotta::locale::Locale;
use glotta::model::{Content, TargetName};
use glotta::render::Target;

use super::arguments::{Global, ManualOptions};
use super::terminal::Terminal;
use super::wording::{self, Wording};
use super::{Ending, chapter};

/// The day of the last change of what the pages say. No clock is asked, so that the same program writes the same pages.
const REVISED: &str = "2026-11-21";

/// The section of the manual that commands stand in.
const SECTION: u8 = 1;

/// A manual page of ours: its path below a folder of manual pages, and its text.
struct ManualPage {
    name: String,
    path: String,
    text: String,
}

pub fn run(global: &Global, options: &ManualOptions, terminal: &Terminal) -> Ending {
    let done = match &options.output {
        Some(folder) => write(global, folder, terminal),
        None => print(global, options.command.as_deref(), terminal),
    };
    match done {
        Ok(()) => Ending::Done,
        Err(message) => {
            terminal.error(&message);
            Ending::Failed
        }
    }
}

/// The words to use: those of the language that `--locale` names, else of the environment's, else English.
pub fn wording(global: &Global, terminal: &Terminal) -> Result<Wording, String> {
    let wording = match global.locale.first() {
        Some(tag) => Some(asked_for(tag)?),
        None => terminal.language().and_then(|tag| Wording::of(&tag)),
    };
    Ok(wording.unwrap_or_else(Wording::english))
}

fn asked_for(tag: &str) -> Result<Wording, String> {
    if let Err(error) = Locale::declared(tag) {
        return Err(format!("`{tag}` is {error}\nhelp: write one as in `de-at`"));
    }
    Wording::of(tag).ok_or_else(|| {
        let known = wording::languages();
        let known: Vec<&str> = known.iter().map(Locale::tag).collect();
        let known = known.join(", ");
        format!("the command line has no words in `{tag}`\nhelp: choose one of: {known}")
    })
}

fn print(global: &Global, command: Option<&str>, terminal: &Terminal) -> Result<(), String> {
    let name = command.map_or("glotta".to_owned(), |command| format!("glotta-{command}"));
    let pages = pages(&wording(global, terminal)?)?;
    let page = pages.iter().find(|page| page.name == name);
    let page = page.ok_or_else(|| format!("there is no manual page `{name}`"))?;
    terminal.print_plain(&page.text);
    Ok(())
}

/// Writes the pages of all languages, or of those that `--locale` names.
fn write(global: &Global, folder: &Path, terminal: &Terminal) -> Result<(), String> {
    let wordings: Vec<Wording> = match global.locale.as_slice() {
        [] => {
            let languages = wording::languages().into_iter();
            languages.filter_map(|it| Wording::of(it.tag())).collect()
        }
        tags => tags
            .iter()
            .map(|tag| asked_for(tag))
            .collect::<Result<_, _>>()?,
    };
    let mut count = 0;
    for wording in &wordings {
        for page in pages(wording)? {
            let file = folder.join(&page.path);
            put(&file, &page.text).map_err(|cause| {
                format!(
                    "cannot write {}: {cause}\nhelp: name a folder that you may write to",
                    file.display()
                )
            })?;
            count += 1;
        }
    }
    if !terminal.is_quiet() {
        terminal.say(&format!("{count} manual pages in {}", folder.display()));
    }
    Ok(())
}

fn put(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

/// Makes the pages of all commands in one language: the articles about them are a site, which is published for `man`.
fn pages(wording: &Wording) -> Result<Vec<ManualPage>, String> {
    let command = wording.command();
    let mut commands = vec![&command];
    commands.extend(chapter::documented(&command));
    let names: Vec<String> = commands.iter().map(|it| wording::page_name(it)).collect();
    let title = format!("Glotta {}", env!("CARGO_PKG_VERSION"));
    let mut world = MemoryWorld::new()
        .with(
            "glotta.yml",
            format!("site:\n  title: {title}\nman:\n  index: false\n"),
        )
        .with("templates/man/page.7", template(wording));
    let folder = wording.locale().folder();
    for (command, name) in commands.iter().zip(&names) {
        let article = chapter::article(command, &names, wording);
        let article = format!(
            "---\nman: {{name: {name}, section: {SECTION}}}\ndate: {REVISED}\n---\n{article}"
        );
        world = world.with(format!("docs-src/{folder}/{name}.md"), article);
    }
    published(&world, &names, wording)
}

/// What stands above the first heading of an article is the synopsis.
fn template(wording: &Wording) -> String {
    let synopsis = wording.say("manual-synopsis");
    format!(
        "{{% extends \"built-in/page.7\" %}}\n\
         {{% block opening %}}.SH \"{synopsis}\"\n\
         {{% endblock %}}"
    )
}

fn published(
    world: &MemoryWorld,
    names: &[String],
    wording: &Wording,
) -> Result<Vec<ManualPage>, String> {
    let site = glotta::load(world).map_err(|error| error.to_string())?;
    let target = Target::named(TargetName::Man);
    let pages = glotta::render(&site.value, target).map_err(|error| error.to_string())?;
    let made = pages.into_iter().filter_map(|page| {
        let Content::Bytes(bytes) = page.content else {
            return None;
        };
        let (folder, file) = page.path.rsplit_once('/')?;
        let (name, _) = file.rsplit_once('.')?;
        let name = names.iter().find(|it| *it == name)?.clone();
        let language = folder.split('/').nth(1)?;
        let path = match wording.is_english() {
            true => format!("man{SECTION}/{name}.{SECTION}"),
            false => format!("{language}/man{SECTION}/{name}.{SECTION}"),
        };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(ManualPage { name, path, text })
    });
    Ok(made.collect())
}
