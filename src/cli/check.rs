//! `glotta check`.

#[cfg(feature = "serve")]
use std::time::Instant;

#[cfg(feature = "serve")]
use glotta::Memory;
use glotta::Report;
use glotta::diagnostic::{Diagnostic, Level, Parsed};
#[cfg(feature = "serve")]
use glotta::discover::World;
use glotta::discover::{DiskWorld, LoadError, Overrides, read_file};
use glotta::model::{Config, Levels, Parts, Site, Translations};

use super::arguments::{CheckOptions, Format, Global};
use super::baseline::Failure;
use super::deadline::Deadline;
use super::formats::{self, View};
use super::paths::Paths;
use super::statistics::Statistics;
use super::terminal::Terminal;
#[cfg(feature = "serve")]
use super::watch::Watch;
use super::{Ending, baseline, changed, external, project, repair, tally};

pub fn run(global: &Global, options: &CheckOptions, terminal: &Terminal) -> Ending {
    if options.json_schema {
        terminal.print_plain(formats::SCHEMA);
        return Ending::Done;
    }
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what is wrong in one shows in comparison with the others.
        locales: Vec::new(),
        ..Overrides::default()
    };
    let world = project::world(global, overrides);
    if options.external {
        return external::run(&world, global, options, terminal);
    }
    if options.repair.fix || options.repair.diff {
        return repair::run(&world, global, options, terminal);
    }
    #[cfg(feature = "serve")]
    if options.watch {
        return watched(&world, global, options, terminal);
    }
    let _deadline = Deadline::of(&world, "nothing is reported", terminal);
    match examine(&world, global, options, terminal) {
        Ok(examined) => {
            let ending = tally::ending(&examined.report, options.deny_warnings);
            drop(print(examined, &world, global, options, terminal));
            ending
        }
        Err(ending) => ending,
    }
}

/// Checks again whenever a file changes, until somebody ends the process. What has not changed is not read again.
#[cfg(feature = "serve")]
fn watched(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Ending {
    let (tell, changes) = std::sync::mpsc::channel();
    let watch = Watch::new(move || {
        let _ = tell.send(());
    });
    let mut watch = match watch {
        Ok(watch) => watch,
        Err(error) => {
            terminal.error(&format!("files cannot be watched: {error}"));
            return Ending::Failed;
        }
    };
    let mut memory = Memory::default();
    let mut last: Option<Site> = None;
    loop {
        // A configuration may have come or gone.
        let world = project::world(global, world.overrides().clone());
        if let Some(cause) = watch.follow(&world) {
            terminal.say(&format!("warning: files are looked at twice a second, since the system cannot tell of changes: {cause}"));
        }
        terminal.clear();
        let begun = Instant::now();
        let mut load = |world: &DiskWorld| {
            let read = memory.read(world, last.as_ref())?;
            Ok(read.site(last.take()))
        };
        let examined = examine_with(&world, global, options, terminal, &mut load);
        if let Ok(examined) = examined {
            last = Some(print(examined, &world, global, options, terminal));
        }
        let time = begun.elapsed().as_secs_f64() * 1000.0;
        terminal.say(&format!(
            "checked in {time:.0} ms; waiting for changes, until Ctrl+C"
        ));
        while watch.changes().is_empty() {
            if changes.recv().is_err() {
                return Ending::Failed;
            }
        }
    }
}

/// How a site is loaded.
type Load<'a> = dyn FnMut(&DiskWorld) -> Result<Parsed<Site>, LoadError> + 'a;

/// A site and what was found in it.
pub struct Examined {
    pub site: Site,
    /// Every finding by itself.
    pub report: Report,
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
    let mut load = |world: &DiskWorld| glotta::load(world);
    examine_with(world, global, options, terminal, &mut load)
}

fn examine_with(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
    load: &mut Load,
) -> Result<Examined, Ending> {
    let checked = check(world, global, options, terminal, load);
    let (site, mut report) = checked.map_err(|failure| match failure {
        Failure::Load(error) => failed(error, options.format, &no_paths(world), terminal),
        failure => {
            terminal.error(&failure.to_string());
            Ending::Failed
        }
    })?;
    let mut older = None;
    if let Some(revision) = &options.changed_since {
        let left_out = changed::leave_out(&mut report.diagnostics, &site, world, revision);
        older = Some(left_out.map_err(|error| {
            terminal.error(&error.to_string());
            Ending::Failed
        })?);
    }
    Ok(Examined {
        site,
        report,
        older,
    })
}

/// The paths of a project whose configuration nobody could read.
pub fn no_paths(world: &DiskWorld) -> Paths {
    Paths::of(world, &Config::default())
}

fn check(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
    load: &mut Load,
) -> Result<(Site, Report), Failure> {
    let working = terminal.working("reading");
    let site = load(world)?;
    drop(working);
    let working = terminal.working("checking");
    for locale in &global.locale {
        known_locale(&site.value, locale)?;
    }
    let levels = levels(site.value.config.levels.clone(), options);
    let mut report = report(&site.value, site.diagnostics, &levels, true);
    let done = baseline::apply(
        world,
        &site.value,
        &mut report,
        &options.baseline,
        &read_file,
    )?;
    drop(working);
    if let Some(done) = done.filter(|_| !terminal.is_quiet()) {
        terminal.say(&done);
    }
    report
        .diagnostics
        .retain(|diagnostic| is_wanted(diagnostic.locale.as_deref(), &global.locale));
    Ok((site.value, report))
}

/// Checks a site and adds what was noticed when it was read; without `rules` that alone is the report.
pub fn report(site: &Site, noticed: Vec<Diagnostic>, levels: &Levels, rules: bool) -> Report {
    glotta::check::check_noticed(site, levels, noticed, rules)
}

pub fn known_locale(site: &Site, wanted: &str) -> Result<(), LoadError> {
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
pub fn is_wanted(locale: Option<&str>, locales: &[String]) -> bool {
    match locale {
        Some(locale) if !locales.is_empty() => locales
            .iter()
            .any(|wanted| wanted.eq_ignore_ascii_case(locale)),
        _ => true,
    }
}

/// Prints what was found, and gives the site back; statistics that a form has no place for are a message.
pub fn print(
    examined: Examined,
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Site {
    let Examined {
        site,
        report,
        older,
    } = examined;
    let paths = Paths::of(world, &site.config);
    let articles = articles(&site, &global.locale);
    let wanted = options.statistics.then(|| locales(&site, &global.locale));
    let statistics = wanted.map(|locales| Statistics::of(&report, locales));
    let hint = repair::hint(&report, &options.repair);
    let report = report.collapsed();
    let view = View {
        statistics: statistics.as_ref(),
        articles: &articles,
        complete: true,
        ..View::new(&report, &site, &paths, terminal)
    };
    print_view(&view, options.format, terminal);
    if let (Some(statistics), false) = (&statistics, has_statistics(options.format)) {
        terminal.say(statistics.table(view.style.width).trim_end());
    }
    if terminal.is_quiet() {
        return site;
    }
    // A form for programs has no place for these, and whoever reads a log must know them all the same.
    let older = older.zip(options.changed_since.as_deref());
    let left_out = [
        tally::baseline(&report, terminal.is_verbose()),
        older.map(|(older, revision)| tally::older(older, revision)),
        hint.filter(|_| options.format == Format::Human),
    ];
    for words in left_out.into_iter().flatten() {
        match options.format {
            Format::Human => terminal.print(&format!("{words}\n")),
            _ => terminal.say(&words),
        }
    }
    site
}

fn print_view(view: &View, format: Format, terminal: &Terminal) {
    let text = formats::writer(format)(view);
    match format.is_for_people() {
        true => terminal.print(&text),
        false => terminal.print_plain(&text),
    }
}

fn has_statistics(format: Format) -> bool {
    format.is_for_people() || format == Format::Json
}

/// The locale folders that are reported on.
fn locales(site: &Site, wanted: &[String]) -> Vec<String> {
    let folders = site.locales.iter().map(|locale| locale.folder());
    folders
        .filter(|folder| is_wanted(Some(folder), wanted))
        .map(str::to_owned)
        .collect()
}

/// Each article with the locale folders that have it and are reported on.
fn articles(site: &Site, wanted: &[String]) -> Vec<(String, Vec<String>)> {
    let locales = |translations: &Translations| {
        let folders = translations.articles.iter();
        folders
            .map(|article| article.locale.folder().to_owned())
            .filter(|folder| is_wanted(Some(folder), wanted))
            .collect()
    };
    let translations = site.translations.iter();
    translations
        .map(|translations| (translations.id.clone(), locales(translations)))
        .collect()
}

/// Says why there is no report. What is wrong in the configuration has places, and is printed as findings are.
pub fn failed(error: LoadError, format: Format, paths: &Paths, terminal: &Terminal) -> Ending {
    let message = error.to_string();
    if let LoadError::Configuration(mut diagnostics) = error {
        Diagnostic::sort(&mut diagnostics);
        match format {
            Format::Human => {
                terminal.say(formats::findings(&diagnostics, terminal.style()).trim_end());
            }
            _ => {
                let report = Report::of(diagnostics);
                // There is no site, and nothing of one in these findings.
                let nothing = Site::group(Parts::default()).value;
                print_view(
                    &View::new(&report, &nothing, paths, terminal),
                    format,
                    terminal,
                );
            }
        }
    }
    terminal.error(&message);
    Ending::Failed
}
