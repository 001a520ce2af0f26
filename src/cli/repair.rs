//! `glotta check --fix` and `--diff`: mends what can be mended, or shows what that would be.

// The door knows where it was called.
#![allow(clippy::disallowed_methods)]

use std::path::Path;

use glotta::diagnostic::{Applicability, Diagnostic};
use glotta::discover::DiskWorld;
use glotta::{Change, Mended, Mending, Report, Rewrite};

use super::arguments::{CheckOptions, Global, RepairOptions};
use super::check::Examined;
use super::tally::count;
use super::terminal::Terminal;
use super::{Ending, check, tally, unified};

/// Runs a check that mends or shows how it would.
pub fn run(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Ending {
    repaired(world, global, options, terminal).unwrap_or_else(|ending| ending)
}

fn repaired(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Result<Ending, Ending> {
    let mut examined = check::examine(world, global, options, terminal)?;
    let mended = mend(world, &examined, options, terminal)?;
    if options.repair.diff {
        return Ok(show(world, &mended, &examined.report, options, terminal));
    }
    put(world, &mended, terminal)?;
    if !mended.changes.is_empty() {
        examined = check::examine(world, global, options, terminal)?;
    }
    let told = told(&mended, &examined.report, options);
    let ending = tally::ending(&examined.report, options.deny_warnings);
    drop(check::print(examined, world, global, options, terminal));
    say(&told, terminal);
    Ok(ending)
}

fn mend(
    world: &DiskWorld,
    examined: &Examined,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Result<Mended, Ending> {
    let _working = terminal.working("mending");
    let mending = Mending {
        levels: &examined.site.config.levels,
        wanted: &examined.report.diagnostics,
        unsafely: options.repair.unsafely,
    };
    glotta::mend(world, mending)
        .map_err(|error| check::failed(error, options.format, &check::no_paths(world), terminal))
}

fn put(world: &DiskWorld, mended: &Mended, terminal: &Terminal) -> Result<(), Ending> {
    let files = mended.changes.iter();
    let files: Vec<Rewrite> = files
        .filter_map(|change| rewriting(world, change))
        .collect();
    glotta::rewrite(&files).map_err(|error| {
        terminal.error(&error.to_string());
        Ending::Failed
    })
}

fn rewriting(world: &DiskWorld, change: &Change) -> Option<Rewrite> {
    let (folder, path) = world.file(&change.place)?;
    Some(Rewrite {
        folder,
        path,
        before: change.before.clone().into_bytes(),
        after: change.after.clone().into_bytes(),
    })
}

/// Prints the difference; what there is to say goes to standard error, so that the difference can be piped on.
fn show(
    world: &DiskWorld,
    mended: &Mended,
    report: &Report,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Ending {
    for change in &mended.changes {
        let Some((folder, path)) = world.file(&change.place) else {
            continue;
        };
        let path = from_here(&folder, &path);
        terminal.print_difference(&unified::text(&path, &change.before, &change.after));
    }
    let words = told(mended, report, options);
    say(&words, terminal);
    match mended.changes.is_empty() {
        true => tally::ending(report, options.deny_warnings),
        false => Ending::Faulty,
    }
}

/// A file's path from the working directory, with `/`; from its own folder where it lies elsewhere.
fn from_here(folder: &Path, path: &Path) -> String {
    let file = folder.join(path);
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let there = file.canonicalize();
    let relative = match (&here, &there) {
        (Ok(here), Ok(there)) => there.strip_prefix(here).unwrap_or(path),
        _ => path,
    };
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// What was taken back, then `fixed 3 findings in 2 files (1 more with --unsafe)`.
fn told(mended: &Mended, report: &Report, options: &CheckOptions) -> Vec<String> {
    let mut words = taken_back(mended);
    words.push(format!(
        "{} {} in {}{}",
        if options.repair.diff {
            "would fix"
        } else {
            "fixed"
        },
        count(mended.fixed, "finding", "findings"),
        count(mended.changes.len(), "file", "files"),
        more(report, options.repair.unsafely)
    ));
    words
}

/// How many findings a bolder run would mend.
fn more(report: &Report, unsafely: bool) -> String {
    match fixable(&report.diagnostics, Applicability::Unsafe) {
        0 => String::new(),
        _ if unsafely => String::new(),
        more => format!(" ({more} more with --unsafe)"),
    }
}

fn taken_back(mended: &Mended) -> Vec<String> {
    let told = |finding: &Diagnostic| {
        format!(
            "not fixed, because something else would be found then: {}:{}: {} [{}]",
            finding.primary.source.path(),
            finding.position().line,
            finding.message,
            finding.rule
        )
    };
    mended.taken_back.iter().map(told).collect()
}

fn say(words: &[String], terminal: &Terminal) {
    if !terminal.is_quiet() {
        for words in words {
            terminal.say(&super::harmless::harmless(words));
        }
    }
}

fn fixable(findings: &[Diagnostic], how: Applicability) -> usize {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    fixes.filter(|fix| fix.applicability == how).count()
}

/// What a report without `--fix` says of it at its end, where there is something to say.
pub fn hint(report: &Report, repair: &RepairOptions) -> Option<String> {
    let safe = fixable(&report.diagnostics, Applicability::Safe);
    let risky = fixable(&report.diagnostics, Applicability::Unsafe);
    let findings = count(safe, "finding", "findings");
    match (safe, risky) {
        _ if repair.fix || repair.diff => None,
        (0, 0) => None,
        (_, 0) => Some(format!("{findings} can be fixed with --fix")),
        (0, _) => {
            let findings = count(risky, "finding", "findings");
            Some(format!("{findings} can be fixed with --fix --unsafe"))
        }
        _ => Some(format!(
            "{findings} can be fixed with --fix, {risky} more with --fix --unsafe"
        )),
    }
}
