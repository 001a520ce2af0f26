//! `glotta export`: the tables of the articles as data, in forms that other programs read.

use glotta::diagnostic::nearest;
use glotta::model::{Catalogue, Page, Slugger, path_fault};
use glotta::render::{CATALOGUE_SCHEMA, Guard, catalogue_csv, catalogue_flat, catalogue_json};
use glotta::write::{WriteError, put_file};

use super::arguments::{ExportForm, ExportOptions, Global};
use super::terminal::Terminal;
use super::{Ending, catalogue, tally};

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Catalogue(#[from] catalogue::Failure),
    #[error("there is no table `{wanted}`\nhelp: {}", nearest(.wanted, &names(.known)))]
    Table { wanted: String, known: Vec<String> },
    #[error("several tables end with `{wanted}`: `{}`\nhelp: write the whole id", .found.join("`, `"))]
    Ambiguous { wanted: String, found: Vec<String> },
    #[error(
        "no table has a key, so that there is nothing to export\nhelp: declare the columns of one under `tables:` in glotta.yml"
    )]
    Nothing,
    #[error("this makes {}, and standard output takes one: {}\nhelp: name a language with --locale and a table with --table, or a folder with --output", tally::count(.paths.len(), "file", "files"), few(.paths))]
    Several { paths: Vec<String> },
    #[error(
        "the table `{table}` cannot be a file: {reason}\nhelp: give it another name under `tables:` in glotta.yml"
    )]
    Name { table: String, reason: String },
    #[error(transparent)]
    Write(#[from] WriteError),
}

pub fn run(global: &Global, options: &ExportOptions, terminal: &Terminal) -> Ending {
    if options.json_schema {
        terminal.print_plain(CATALOGUE_SCHEMA);
        return Ending::Done;
    }
    match export(global, options, terminal) {
        Ok(()) => Ending::Done,
        Err(Failure::Catalogue(failure)) => failure.tell(global, terminal),
        Err(failure) => {
            terminal.error(&failure.to_string());
            Ending::Failed
        }
    }
}

fn export(global: &Global, options: &ExportOptions, terminal: &Terminal) -> Result<(), Failure> {
    let mut whole = catalogue::of(global, options.catalogue.as_ref(), terminal)?;
    if !options.table.is_empty() {
        let wanted = options.table.iter();
        let ids: Vec<String> = wanted
            .map(|id| table(&whole, id))
            .collect::<Result<_, _>>()?;
        whole.tables.retain(|id, _| ids.contains(id));
    }
    let files = files(&whole, global, options)?;
    let Some(folder) = &options.output else {
        return print(&files, terminal);
    };
    for file in &files {
        put_file(folder, &file.path, file.bytes().unwrap_or_default())?;
    }
    if !terminal.is_quiet() {
        let count = tally::count(files.len(), "file", "files");
        terminal.say(&format!("{count} in {}", folder.display()));
    }
    Ok(())
}

/// The id of the table that is wanted: the whole id, or what stands behind its last `#` where only one ends so.
fn table(catalogue: &Catalogue, wanted: &str) -> Result<String, Failure> {
    let ids: Vec<&str> = catalogue.tables.keys().map(String::as_str).collect();
    match glotta::model::table_named(&ids, wanted).as_slice() {
        [id] => Ok((*id).to_owned()),
        [] => Err(Failure::Table {
            wanted: wanted.to_owned(),
            known: ids.into_iter().map(str::to_owned).collect(),
        }),
        several => Err(Failure::Ambiguous {
            wanted: wanted.to_owned(),
            found: several.iter().map(|id| (*id).to_owned()).collect(),
        }),
    }
}

/// What is exported, by path under the folder.
fn files(
    whole: &Catalogue,
    global: &Global,
    options: &ExportOptions,
) -> Result<Vec<Page>, Failure> {
    let wanted = global.locale.iter();
    let wanted: Vec<Catalogue> = wanted
        .map(|locale| catalogue::within(whole, locale))
        .collect::<Result<_, _>>()?;
    let all = || {
        let locales = whole.locales.iter();
        locales.filter_map(|locale| whole.within(&locale.locale))
    };
    let each = match wanted.is_empty() {
        true if options.format == ExportForm::Json => {
            return Ok(vec![Page::new("catalogue.json", catalogue_json(whole))]);
        }
        true => all().collect(),
        false => wanted,
    };
    let mut files = Vec::new();
    for own in &each {
        match options.format {
            ExportForm::Json => files.push(json(own)),
            ExportForm::Flat => files.extend(flat(own, options.markdown)),
            ExportForm::Csv => files.extend(csv(own, options)?),
        }
    }
    Ok(files)
}

fn json(own: &Catalogue) -> Page {
    Page::new(
        format!("catalogue/{}.json", folder(own)),
        catalogue_json(own),
    )
}

fn flat(own: &Catalogue, markdown: bool) -> Option<Page> {
    let text = catalogue_flat(own, folder(own), markdown)?;
    Some(Page::new(format!("{}.json", folder(own)), text))
}

/// A file for each table, called by its id.
fn csv(own: &Catalogue, options: &ExportOptions) -> Result<Vec<Page>, Failure> {
    let guard = match options.raw {
        true => Guard::None,
        false => Guard::Apostrophe,
    };
    let mut names = Slugger::default();
    let mut files = Vec::new();
    for id in own.tables.keys() {
        let name = names.unique(&file_name(id));
        let path = format!("{}/{name}.csv", folder(own));
        path_fault(&path).map_err(|reason| Failure::Name {
            table: id.clone(),
            reason,
        })?;
        let text = catalogue_csv(own, id, options.markdown, guard);
        files.extend(text.map(|text| Page::new(path, text)));
    }
    Ok(files)
}

/// An id with a dot for everything that is no letter, digit, hyphen, underscore or slash, in lower case: two files must not differ
/// in that alone.
fn file_name(id: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_/".contains(letter);
    let letters = id.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| if is_plain(letter) { letter } else { '.' })
        .collect()
}

/// The folder of the language of a catalogue of one.
fn folder(own: &Catalogue) -> &str {
    own.locales.first().map_or("", |locale| &locale.locale)
}

fn print(files: &[Page], terminal: &Terminal) -> Result<(), Failure> {
    match files {
        [file] => {
            let text = String::from_utf8_lossy(file.bytes().unwrap_or_default());
            terminal.print_plain(&text);
            Ok(())
        }
        [] => Err(Failure::Nothing),
        several => Err(Failure::Several {
            paths: several.iter().map(|file| file.path.clone()).collect(),
        }),
    }
}

/// The first of many names.
fn few(names: &[String]) -> String {
    const MOST: usize = 6;
    let shown = &names[..names.len().min(MOST)];
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("`{}`{more}", shown.join("`, `"))
}

fn names(known: &[String]) -> Vec<&str> {
    known.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_every_system_takes() {
        assert_eq!(file_name("guide/Errors#codes"), "guide/errors.codes");
        assert_eq!(file_name("a:b*c"), "a.b.c");
        assert_eq!(file_name("fehler#诊断代码"), "fehler.诊断代码");
    }
}
