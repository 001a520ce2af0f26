//! `glotta check`.

use glotta::Report;
use glotta::check::Summary;
use glotta::diagnostic::{Diagnostic, Level};
use glotta::discover::{DiskWorld, LoadError, Overrides};
use glotta::model::{Levels, Site};

use super::arguments::{CheckOptions, Format, Global};
use super::terminal::Terminal;
use super::{Ending, changed, concise, human, json, project, repair, tally};

pub fn run(global: &Global, options: &CheckOptions, terminal: &Terminal) -> Ending {
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what is wrong in one shows in comparison with the others.
        locales: Vec::new(),
    };
    let world = project::world(global, overrides);
    if options.repair.fix || options.repair.diff {
        return repair::run(&world, global, options, terminal);
    }
    match examine(&world, global, options, terminal) {
        Ok(examined) => {
            print(&examined, options, terminal);
            tally::ending(&examined.report, options.deny_warnings)
        }
        Err(ending) => ending,
    }
}

/// A report, and how it came about.
pub struct Examined {
    pub report: Report,
    /// What the configuration wants to hear of, whatever the command line leaves out.
    pub levels: Levels,
    /// How many findings are left out because they are older than a revision.
    pub older: Option<usize>,
}

/// Checks the site; where that cannot be done it says so.
pub fn examine(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Result<Examined, Ending> {
    let _working = terminal.working("checking");
    let (site, mut report) =
        check(world, global, options).map_err(|error| failed(error, options.format, terminal))?;
    let mut older = None;
    if let Some(revision) = &options.changed_since {
        let left_out = changed::leave_out(&mut report.diagnostics, &site, world, revision);
        older = Some(left_out.map_err(|error| {
            terminal.error(&error.to_string());
            Ending::Failed
        })?);
    }
    Ok(Examined {
        report,
        levels: site.config.levels,
        older,
    })
}

fn check(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
) -> Result<(Site, Report), LoadError> {
    let site = glotta::load(world)?;
    for locale in &global.locale {
        known_locale(&site.value, locale)?;
    }
    let levels = levels(site.value.config.levels.clone(), options);
    let mut report = report(&site.value, site.diagnostics, &levels, true);
    report
        .diagnostics
        .retain(|diagnostic| is_wanted(diagnostic, &global.locale));
    Ok((site.value, report))
}

/// Checks a site and adds what was noticed when it was read; without `rules` that alone is the report.
pub fn report(site: &Site, noticed: Vec<Diagnostic>, levels: &Levels, rules: bool) -> Report {
    let mut report = match rules {
        true => glotta::check(site, levels),
        false => Report {
            summary: Summary::of(site),
            ..Report::default()
        },
    };
    report.diagnostics.extend(levels.apply(noticed));
    Diagnostic::sort(&mut report.diagnostics);
    report
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

pub fn print(examined: &Examined, options: &CheckOptions, terminal: &Terminal) {
    let report = &examined.report;
    match options.format {
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
                if let (Some(older), Some(revision)) = (examined.older, &options.changed_since) {
                    terminal.print(&format!("{}\n", tally::older(older, revision)));
                }
                if let Some(hint) = repair::hint(report, &options.repair) {
                    terminal.print(&format!("{hint}\n"));
                }
            }
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
