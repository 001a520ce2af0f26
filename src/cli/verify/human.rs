//! A comparison for people: what one side lacks, a line for each id.

use anstyle::{AnsiColor, Style};
use glotta::check::{ExtraId, IdPlace, MissingId};

use super::Compared;
use crate::cli::arguments::Side;
use crate::cli::grid::grid;
use crate::cli::harmless::one_line;
use crate::cli::paths::Paths;
use crate::cli::tally;

const RED: Style = AnsiColor::BrightRed.on_default().bold();
const GREEN: Style = AnsiColor::BrightGreen.on_default().bold();

/// More ids than this of one side are counted.
const MOST: usize = 50;

/// Says what one side lacks; `all` of it, or no more than a reader takes in.
pub fn text(compared: &Compared, paths: &Paths, all: bool) -> String {
    let documented = &compared.documented;
    let table = format!(
        "column `{}` of `{}`",
        one_line(compared.column),
        one_line(compared.table)
    );
    let list = list(compared);
    let ids = |count| tally::count(count, "id", "ids");
    let languages = tally::count(documented.locales.len(), "language", "languages");
    if documented.agrees() {
        return format!(
            "{GREEN}agreed{GREEN:#}: {} of {list} in the {table}, in {languages}\n",
            ids(documented.ids)
        );
    }
    let mut text = String::new();
    if !documented.missing.is_empty() {
        let count = ids(documented.missing.len());
        text += &format!("{RED}not documented{RED:#}: {count} of {list} that the {table} lacks\n");
        let rows = documented.missing.iter();
        text += &lines(rows.map(|missing| self::missing(compared, missing)), all);
    }
    if !documented.extra.is_empty() {
        let count = ids(documented.extra.len());
        text += &format!("{RED}not known{RED:#}: {count} of the {table} that {list} lacks\n");
        let rows = documented.extra.iter();
        text += &lines(rows.map(|extra| self::extra(extra, paths)), all);
    }
    for locale in &documented.unlike {
        text += &format!(
            "{RED}not compared{RED:#}: in {} the table has other columns; `glotta check` says which\n",
            one_line(locale)
        );
    }
    text
}

/// The list, with the side of it that was taken.
fn list(compared: &Compared) -> String {
    let name = one_line(&compared.list);
    match compared.side {
        Some(Side::Keys) => format!("{name} (its keys)"),
        Some(Side::Values) => format!("{name} (its values)"),
        None => name,
    }
}

fn lines(rows: impl ExactSizeIterator<Item = [String; 2]>, all: bool) -> String {
    let more = match all {
        true => 0,
        false => rows.len().saturating_sub(MOST),
    };
    let shown = rows.len() - more;
    let rows: Vec<Vec<String>> = rows.take(shown).map(Vec::from).collect();
    let lines = grid(&rows, &[]);
    let lines: String = lines.lines().map(|line| format!("  {line}\n")).collect();
    match more {
        0 => lines,
        _ => format!("{lines}  and {more} more (all with --verbose)\n"),
    }
}

fn missing(compared: &Compared, missing: &MissingId) -> [String; 2] {
    let all = compared.documented.locales.len();
    let place = match missing.locales.len() == all && all > 1 {
        true => "in all languages".to_owned(),
        false => format!("in {}", one_line(&missing.locales.join(", "))),
    };
    row(&missing.id, place, missing.nearest.as_deref())
}

fn extra(extra: &ExtraId, paths: &Paths) -> [String; 2] {
    let places: Vec<String> = extra.places.iter().map(|it| place(it, paths)).collect();
    row(&extra.id, places.join(", "), extra.nearest.as_deref())
}

fn place(place: &IdPlace, paths: &Paths) -> String {
    let at = place.source.position(place.span.start);
    let path = one_line(&paths.path(&place.source));
    format!("{path}:{}:{}", at.line, at.column)
}

fn row(id: &str, place: String, nearest: Option<&str>) -> [String; 2] {
    let hint = nearest.map(|near| format!("; did you mean `{}`?", one_line(near)));
    [one_line(id), place + &hint.unwrap_or_default()]
}
