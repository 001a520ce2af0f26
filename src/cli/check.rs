//! `glotta check`.

use glotta::Report;
use glotta::diagnostic::{Diagnostic, Level};
use glotta::discover::{DiskWorld, LoadError, Overrides};
use glotta::model::{Levels, Site};

use super::arguments::{CheckOptions, Format, Global};
use super::baseline::Failure;
use super::terminal::Terminal;
use super::{Ending, baseline, concise, human, json, project, tally};

pub fn run(global: &Global, options: &CheckOptions, terminal: &Terminal) -> Ending {
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what is wrong in one shows in comparison with the others.
        locales: Vec::new(),
    };
    let world = project::world(global, overrides);
    let report = match examine(&world, global, options, terminal) {
        Ok(report) => report,
        Err(Failure::Load(error)) => return failed(error, options.format, terminal),
        Err(failure) => {
            terminal.error(&failure.to_string());
            return Ending::Failed;
        }
    };
    print(&report, options.format, terminal);
    tally::ending(&report, options.deny_warnings)
}

fn examine(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Result<Report, Failure> {
    let working = terminal.working("checking");
    let site = glotta::load(world)?;
    for locale in &global.locale {
        known_locale(&site.value, locale)?;
    }
    let levels = levels(site.value.config.levels.clone(), options);
    let mut report = report(&site.value, site.diagnostics, &levels, true);
    let done = baseline::apply(world, &site.value, &mut report, &options.baseline)?;
    drop(working);
    if let Some(done) = done.filter(|_| !terminal.is_quiet()) {
        terminal.say(&done);
    }
    report
        .diagnostics
        .retain(|diagnostic| is_wanted(diagnostic, &global.locale));
    Ok(report)
}

/// Checks a site and adds what was noticed when it was read; without `rules` that alone is the report.
pub fn report(site: &Site, noticed: Vec<Diagnostic>, levels: &Levels, rules: bool) -> Report {
    glotta::check::check_noticed(site, levels, noticed, rules)
}

fn known_locale(site: &Site, wanted: &str) -> Result<(), LoadError> {
    let folders: Vec<&str> = site.locales.iter().map(|locale| locale.folder()).collect();
    match folders
        .iter()
        .any(|folder| folder.eq_ignore_ascii_case(wanted))
    {
        true => Ok(()),
        false => Err(LoadError::NoSuchLocale {
            wanted: wanted.to_owned(),
            known: folders.join(", "),
        }),
    }
}

/// What `--only` and `--skip` make of the configuration's levels.
fn levels(mut levels: Levels, options: &CheckOptions) -> Levels {
    levels.only.extend(options.only.iter().cloned());
    for rule in &options.skip {
        levels.by_name.insert(rule.clone(), Level::Off);
        for own in levels.by_locale.values_mut() {
            own.shift_remove(rule);
        }
    }
    levels
}

/// What belongs to no language concerns all of them.
fn is_wanted(diagnostic: &Diagnostic, locales: &[String]) -> bool {
    match &diagnostic.locale {
        Some(locale) if !locales.is_empty() => locales
            .iter()
            .any(|wanted| wanted.eq_ignore_ascii_case(locale)),
        _ => true,
    }
}

fn print(report: &Report, format: Format, terminal: &Terminal) {
    match format {
        Format::Json => terminal.print(&json::text(report)),
        Format::Concise => terminal.print(&concise::text(&report.diagnostics)),
        Format::Human => {
            let findings = human::text(&report.diagnostics, terminal.style());
            terminal.print(&findings);
            if terminal.is_verbose() {
                terminal.print(&format!("{}\n", tally::examined(report)));
            }
            if !terminal.is_quiet() {
                terminal.print(&format!("{}\n", tally::sentence(report)));
            }
        }
    }
    // A form for programs has no place for it, and whoever reads a log must know it all the same.
    if !terminal.is_quiet()
        && let Some(baseline) = tally::baseline(report, terminal.is_verbose())
    {
        match format {
            Format::Human => terminal.print(&format!("{baseline}\n")),
            _ => terminal.say(&baseline),
        }
    }
}

/// Says why there is no report. What is wrong in the configuration has places, and is printed as findings are.
pub fn failed(error: LoadError, format: Format, terminal: &Terminal) -> Ending {
    let message = error.to_string();
    if let LoadError::Configuration(mut diagnostics) = error {
        Diagnostic::sort(&mut diagnostics);
        match format {
            Format::Human => terminal.say(human::text(&diagnostics, terminal.style()).trim_end()),
            Format::Concise => terminal.print(&concise::text(&diagnostics)),
            Format::Json => terminal.print(&json::text(&Report {
                diagnostics,
                ..Report::default()
            })),
        }
    }
    terminal.error(&message);
    Ending::Failed
}
