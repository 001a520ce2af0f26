//! `glotta verify`: what a product's code knows, held against a table in every language.

mod human;
mod json;

use std::io::{self, Read};
use std::path::Path;

use glotta::check::{Documented, Identity, TableColumn, documented, in_common};
use glotta::diagnostic::nearest;
use glotta::discover::{DiskWorld, LoadError, Overrides, read_file};
use glotta::model::{Names, Register, Site, TableRef, matches_path, table_named};
use glotta::parse::{self, Ids, IdsError};

use super::arguments::{Format, Global, Side, VerifyForm, VerifyOptions};
use super::paths::Paths;
use super::terminal::Terminal;
use super::{Ending, check, project};

/// What the JSON of a comparison promises, as a JSON Schema.
const SCHEMA: &str = include_str!("verify.schema.json");

/// More names than this are no help.
const MOST_NAMES: usize = 12;

/// Why nothing was compared.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(
        "cannot read {path}: {cause}\nhelp: name a text with one id on a line, or a JSON file, or - for standard input"
    )]
    Unreadable { path: String, cause: io::Error },
    #[error("{path}: {cause}")]
    Ids { path: String, cause: IdsError },
    #[error(
        "{path} holds no id, and nothing agrees with everything\nhelp: write one id on a line, or a JSON list"
    )]
    Empty { path: String },
    #[error(
        "{path} is no object with values that are ids\nhelp: leave --take out, or name the field that holds the id with --field"
    )]
    NoSide { path: String },
    #[error("there is no table `{wanted}`\nhelp: {}", advice(.wanted, .known))]
    Table { wanted: String, known: Vec<String> },
    #[error("several tables end with `{wanted}`: `{}`\nhelp: write the whole id", .found.join("`, `"))]
    Ambiguous { wanted: String, found: Vec<String> },
    #[error("the table `{table}` has no column `{wanted}`\nhelp: {}", advice(.wanted, .known))]
    Column {
        table: String,
        wanted: String,
        known: Vec<String>,
    },
    #[error("the table `{table}` has no column of keys\nhelp: name one with --column: `{}`", .known.join("`, `"))]
    NoKeys { table: String, known: Vec<String> },
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// A comparison, and what was compared.
struct Compared<'a> {
    site: &'a Site,
    table: &'a str,
    column: &'a str,
    /// The file as it was named, with the side of it that was taken.
    list: String,
    side: Option<Side>,
    documented: Documented,
}

pub fn run(global: &Global, options: &VerifyOptions, terminal: &Terminal) -> Ending {
    if options.json_schema {
        terminal.print_plain(SCHEMA);
        return Ending::Done;
    }
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because together they show what columns hold.
        locales: Vec::new(),
        ..Overrides::default()
    };
    let world = project::world(global, overrides);
    match verify(&world, global, options, terminal) {
        Ok(ending) => ending,
        Err(Failure::Load(error)) => {
            check::failed(error, Format::Human, &check::no_paths(&world), terminal)
        }
        Err(failure) => {
            terminal.error(&failure.to_string());
            Ending::Failed
        }
    }
}

fn verify(
    world: &DiskWorld,
    global: &Global,
    options: &VerifyOptions,
    terminal: &Terminal,
) -> Result<Ending, Failure> {
    let path = options.file.as_deref().unwrap_or(Path::new("-"));
    let ids = ids(path, options)?;
    let site = {
        let _working = terminal.working("reading");
        glotta::load(world)?.value
    };
    for locale in &global.locale {
        check::known_locale(&site, locale)?;
    }
    let register = Register::of(&site);
    let (table, names) = table(&register, options.table.as_deref().unwrap_or_default())?;
    let column = column(&site, table, names, options.column.as_deref())?;
    let here = TableColumn {
        table: table.clone(),
        column,
    };
    let (list, side) = list(&site, &here, ids, options, path)?;
    let is_wanted = |folder: &str| check::is_wanted(Some(folder), &global.locale);
    let mut documented = documented(&site, &here, &list, &is_wanted);
    leave_out(&mut documented, options);
    let compared = Compared {
        site: &site,
        table: &names.id,
        column: &names.columns[column],
        list: shown(path),
        side,
        documented,
    };
    let paths = Paths::of(world, &site.config);
    match options.format {
        VerifyForm::Human => terminal.print(&human::text(&compared, &paths, terminal.is_verbose())),
        VerifyForm::Json => terminal.print_plain(&json::text(&compared, &paths)),
    }
    Ok(match compared.documented.agrees() {
        true => Ending::Done,
        false => Ending::Faulty,
    })
}

/// Reads the list; what Windows writes in UTF-16 is read as well.
fn ids(path: &Path, options: &VerifyOptions) -> Result<Ids, Failure> {
    let read = match path == Path::new("-") {
        true => standard_input(),
        false => read_file(path),
    };
    let bytes = read.map_err(|cause| Failure::Unreadable {
        path: shown(path),
        cause,
    })?;
    let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
    parse::ids(&text, options.field.as_deref()).map_err(|cause| Failure::Ids {
        path: shown(path),
        cause,
    })
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shown(path: &Path) -> String {
    match path == Path::new("-") {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}

/// The ids of a list, and which side of an object they are: the one that is asked for, else the one that the column has more of.
fn list(
    site: &Site,
    column: &TableColumn,
    ids: Ids,
    options: &VerifyOptions,
    path: &Path,
) -> Result<(Vec<String>, Option<Side>), Failure> {
    let (mut list, side) = match (ids, options.take) {
        (Ids::List(_), Some(_)) => return Err(Failure::NoSide { path: shown(path) }),
        (Ids::List(list), None) => (list, None),
        (Ids::Sides { keys, values }, side) => {
            let better = || match in_common(site, column, &keys) > in_common(site, column, &values)
            {
                true => Side::Keys,
                false if values.is_empty() => Side::Keys,
                false => Side::Values,
            };
            match side.unwrap_or_else(better) {
                Side::Keys => (keys, Some(Side::Keys)),
                Side::Values if values.is_empty() => {
                    return Err(Failure::NoSide { path: shown(path) });
                }
                Side::Values => (values, Some(Side::Values)),
            }
        }
    };
    if list.is_empty() {
        return Err(Failure::Empty { path: shown(path) });
    }
    list.retain(|id| !is_ignored(id, options));
    Ok((list, side))
}

/// Takes out what the command line lets pass.
fn leave_out(documented: &mut Documented, options: &VerifyOptions) {
    documented
        .extra
        .retain(|extra| !options.allow_extra && !is_ignored(&extra.id, options));
}

fn is_ignored(id: &str, options: &VerifyOptions) -> bool {
    let mut ignored = options.ignore.iter();
    ignored.any(|it| matches_path(it, id) || Identity::of(it) == Identity::of(id))
}

/// The table that is wanted, by its id or the end of it.
fn table<'r>(register: &'r Register, wanted: &str) -> Result<(&'r TableRef, &'r Names), Failure> {
    let ids: Vec<&str> = register
        .tables()
        .map(|(_, names)| names.id.as_str())
        .collect();
    let id = match table_named(&ids, wanted).as_slice() {
        [id] => *id,
        [] => {
            let keyed = register.keyed().into_iter();
            return Err(Failure::Table {
                wanted: wanted.to_owned(),
                known: keyed
                    .map(|table| register.names(table).id.clone())
                    .collect(),
            });
        }
        several => {
            return Err(Failure::Ambiguous {
                wanted: wanted.to_owned(),
                found: several.iter().map(|id| (*id).to_owned()).collect(),
            });
        }
    };
    let mut tables = register.tables();
    let found = tables.find(|(_, names)| names.id == id);
    Ok(found.expect("the id is one of theirs"))
}

/// The column that is wanted: by its name, else by its label in any language; that of the keys where none is named.
fn column(
    site: &Site,
    table: &TableRef,
    names: &Names,
    wanted: Option<&str>,
) -> Result<usize, Failure> {
    let Some(wanted) = wanted else {
        return names.key_column.ok_or_else(|| Failure::NoKeys {
            table: names.id.clone(),
            known: names.columns.clone(),
        });
    };
    let named = names.columns.iter().position(|name| name == wanted);
    let found = named.or_else(|| labelled(site, table, names, wanted));
    found.ok_or_else(|| Failure::Column {
        table: names.id.clone(),
        wanted: wanted.to_owned(),
        known: names.columns.clone(),
    })
}

fn labelled(site: &Site, table: &TableRef, names: &Names, wanted: &str) -> Option<usize> {
    let articles = 0..site.translations[table.translations].articles.len();
    let tables = articles.filter_map(|article| site.shown_table(table, article));
    let mut tables = tables.filter(|table| table.columns.len() == names.columns.len());
    let wanted = wanted.trim().to_lowercase();
    tables.find_map(|table| {
        let mut columns = table.columns.iter();
        columns.position(|column| column.label.trim().to_lowercase() == wanted)
    })
}

/// The nearest of the known names, and what there is.
fn advice(wanted: &str, known: &[String]) -> String {
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let nearest = nearest(wanted, &names);
    if names.is_empty() || nearest.starts_with("known are") {
        return nearest;
    }
    let shown = names[..names.len().min(MOST_NAMES)].join("`, `");
    let more = names.len().saturating_sub(MOST_NAMES);
    match more {
        0 => format!("{nearest} There are `{shown}`"),
        _ => format!("{nearest} There are `{shown}` and {more} more, which `glotta export` lists"),
    }
}
