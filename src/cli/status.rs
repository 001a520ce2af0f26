//! `glotta status`: how the articles stand in each language. It reports, and the check judges.

use anstyle::{AnsiColor, Style};
use glotta::diagnostic::Severity;
use glotta::discover::{DiskWorld, Overrides};
use glotta::model::{Count, Debt, Site, State, Status, Totals};
use glotta::render::{STATUS_SCHEMA, status_json};

use super::arguments::{CheckOptions, Global, StatusForm, StatusOptions};
use super::check::Examined;
use super::grid::{Side, grid};
use super::harmless::one_line;
use super::terminal::Terminal;
use super::{Ending, check, project, tally};

/// How many columns a bar has.
const BAR: usize = 24;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub fn run(global: &Global, options: &StatusOptions, terminal: &Terminal) -> Ending {
    if options.json_schema {
        terminal.print_plain(STATUS_SCHEMA);
        return Ending::Done;
    }
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what is wrong in one shows in comparison with the others.
        locales: Vec::new(),
        ..Overrides::default()
    };
    let world = project::world(global, overrides);
    let (site, status) = match told(&world, global, terminal) {
        Ok(told) => told,
        Err(ending) => return ending,
    };
    match options.format {
        StatusForm::Json => terminal.print_plain(&status_json(&site, &status)),
        StatusForm::Human => terminal.print(&text(&site, &status, options.limit)),
    }
    Ending::Done
}

/// The status of what `check` reports on the same command line.
fn told(world: &DiskWorld, global: &Global, terminal: &Terminal) -> Result<(Site, Status), Ending> {
    let examined = check::examine(world, global, &CheckOptions::default(), terminal)?;
    let Examined { site, report, .. } = examined;
    let mut status = Status::of(&site, report.collapsed().diagnostics, true);
    if !global.locale.is_empty() {
        status = status.within(&site, &global.locale);
    }
    Ok((site, status))
}

fn text(site: &Site, status: &Status, limit: usize) -> String {
    let debts = status.debts(site);
    format!(
        "{}\n\n{}\n{}",
        heading(site, status),
        table(site, status),
        owed(site, &debts, limit)
    )
}

fn heading(site: &Site, status: &Status) -> String {
    let against = match &site.reference {
        Some(locale) => format!("held against {}", locale.folder()),
        None => "held against what most languages say".to_owned(),
    };
    format!(
        "{} in {}, {against}",
        tally::count(site.translations.len(), "article", "articles"),
        tally::count(status.locales.len(), "language", "languages"),
    )
}

/// A row for each language: its bar, and its numbers behind it.
fn table(site: &Site, status: &Status) -> String {
    let folders = status.locales.iter().map(|it| site.locales[*it].folder());
    let names: Vec<&str> = [""]
        .into_iter()
        .chain(folders)
        .chain(["shared", "total"])
        .collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let lines = numbers(status);
    let bars = [" ".repeat(BAR)]
        .into_iter()
        .chain(status.locales.iter().map(|it| bar(status.totals(*it))))
        .chain([" ".repeat(BAR), bar(status.totals_all())]);
    let mut table = String::new();
    for ((name, bar), line) in names.iter().zip(bars).zip(lines.lines()) {
        table.push_str(&format!("{name:<width$}  {bar}  {line}\n"));
    }
    table + &format!("{}  {}\n", " ".repeat(width), legend())
}

fn numbers(status: &Status) -> String {
    let mut rows = vec![header()];
    let locales = status.locales.iter();
    rows.extend(locales.map(|it| row(Some(status.totals(*it)), status.count_in(*it))));
    rows.push(row(None, status.count_shared()));
    rows.push(row(Some(status.totals_all()), status.count_all()));
    grid(&rows, &[Side::Right; 9])
}

fn header() -> Vec<String> {
    let mut header = vec!["coverage".to_owned()];
    header.extend(State::ALL.map(|state| state.name().to_owned()));
    header.extend(["errors", "warnings", "infos"].map(str::to_owned));
    header
}

/// What is shared by all languages has findings and no articles.
fn row(totals: Option<Totals>, count: Count) -> Vec<String> {
    let mut row = vec![
        totals
            .and_then(Totals::coverage)
            .map_or(String::new(), per_cent),
    ];
    row.extend(State::ALL.map(|state| totals.map_or(String::new(), |it| number(it.of(state)))));
    row.extend([count.error, count.warning, count.info].map(number));
    row
}

/// A number of tenths of a per cent.
fn per_cent(tenths: usize) -> String {
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// Nothing is shown by a mark that the eye passes over.
fn number(number: usize) -> String {
    match number {
        0 => "-".to_owned(),
        _ => number.to_string(),
    }
}

/// The states that a bar has parts of, each with a shade and a colour: whoever sees no colours sees the shades.
const PARTS: [(State, &str, Style); 4] = [
    (State::Current, "█", AnsiColor::Green.on_default()),
    (State::Stale, "▓", AnsiColor::Yellow.on_default()),
    (State::Damaged, "▒", AnsiColor::Red.on_default()),
    (State::Missing, "░", AnsiColor::BrightBlack.on_default()),
];

fn bar(totals: Totals) -> String {
    let widths = widths(PARTS.map(|(state, ..)| totals.of(state)));
    let parts = PARTS.iter().zip(widths);
    let painted = parts.map(|((_, shade, style), width)| match width {
        0 => String::new(),
        _ => format!("{style}{}{style:#}", shade.repeat(width)),
    });
    let blanks = BAR - widths.iter().sum::<usize>();
    painted.collect::<String>() + &" ".repeat(blanks)
}

/// Shares the columns of a bar out: whatever there is has one at least, and the largest part makes up for it.
fn widths(numbers: [usize; 4]) -> [usize; 4] {
    let all: usize = numbers.iter().sum();
    if all == 0 {
        return [0; 4];
    }
    let mut widths = numbers.map(|number| match number {
        0 => 0,
        _ => (number * BAR / all).max(1),
    });
    let largest = (0..4).max_by_key(|at| (numbers[*at], 4 - at)).unwrap_or(0);
    widths[largest] = 0;
    widths[largest] = BAR - widths.iter().sum::<usize>();
    widths
}

fn legend() -> String {
    let parts =
        PARTS.map(|(state, shade, style)| format!("{style}{shade}{style:#} {}", state.name()));
    parts.join("  ")
}

/// The oldest debts, and how they are put in order.
fn owed(site: &Site, debts: &[Debt], limit: usize) -> String {
    if debts.is_empty() {
        return "Nothing is owed.\n".to_owned();
    }
    let shown = &debts[..debts.len().min(limit)];
    let rows: Vec<Vec<String>> = shown.iter().map(|debt| debt_row(site, debt)).collect();
    let what = match shown.len() == debts.len() {
        true => tally::count(debts.len(), "debt", "debts"),
        false => format!("{} of {} debts", shown.len(), debts.len()),
    };
    format!(
        "{BOLD}{what}{BOLD:#}, the oldest first {DIM}by the day that the text itself names{DIM:#}\n{}",
        grid(&rows, &[])
    )
}

fn debt_row(site: &Site, debt: &Debt) -> Vec<String> {
    let date = debt
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.to_string());
    vec![
        date,
        site.locales[debt.locale].folder().to_owned(),
        debt.state.name().to_owned(),
        one_line(&site.translations[debt.translations].id),
        found(debt.count),
    ]
}

/// What was found, without what was not.
fn found(count: Count) -> String {
    let parts = [
        (count.error, Severity::Error, "errors"),
        (count.warning, Severity::Warning, "warnings"),
        (count.info, Severity::Info, "infos"),
    ];
    let parts = parts.into_iter().filter(|(number, ..)| *number > 0);
    let words = parts.map(|(number, one, many)| tally::count(number, one.name(), many));
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_and_shows_whatever_there_is() {
        for (numbers, expected) in [
            ([0, 0, 0, 0], [0, 0, 0, 0]),
            ([9, 0, 0, 0], [24, 0, 0, 0]),
            ([1, 1, 1, 1], [6, 6, 6, 6]),
            ([600, 1, 1, 1], [21, 1, 1, 1]),
            ([1, 0, 0, 600], [1, 0, 0, 23]),
        ] {
            assert_eq!(widths(numbers), expected, "{numbers:?}");
        }
    }

    #[test]
    fn only_what_is_whole_is_all_of_it() {
        let totals = Totals {
            current: 1999,
            stale: 1,
            ..Totals::default()
        };
        assert_eq!(totals.coverage().map(per_cent).as_deref(), Some("99.9 %"));
        assert_eq!(Totals::default().coverage(), None);
    }
}
