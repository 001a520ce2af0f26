//! `glotta check`.

use glotta::Report;
use glotta::diagnostic::{Diagnostic, Level};
use glotta::discover::{DiskWorld, LoadError, Overrides};
use glotta::model::{Config, Levels, Site, Translations};

use super::arguments::{CheckOptions, Format, Global};
use super::baseline::Failure;
use super::formats::{self, View};
use super::paths::Paths;
use super::statistics::Statistics;
use super::terminal::Terminal;
use super::{Ending, baseline, project, tally};

pub fn run(global: &Global, options: &CheckOptions, terminal: &Terminal) -> Ending {
    if options.json_schema {
        terminal.print_plain(formats::SCHEMA);
        return Ending::Done;
    }
    let overrides = Overrides {
        reference: global.reference.clone(),
        // All languages are read, because what is wrong in one shows in comparison with the others.
        locales: Vec::new(),
    };
    let world = project::world(global, overrides);
    let checked = match examine(&world, global, options, terminal) {
        Ok(checked) => checked,
        Err(Failure::Load(error)) => {
            let paths = Paths::of(&world, &Config::default());
            return failed(error, options.format, &paths, terminal);
        }
        Err(failure) => {
            terminal.error(&failure.to_string());
            return Ending::Failed;
        }
    };
    let paths = Paths::of(&world, &checked.site.config);
    print(&checked, &paths, global, options, terminal);
    tally::ending(&checked.report, options.deny_warnings)
}

/// A site and what was found in it.
struct Checked {
    site: Site,
    report: Report,
}

fn examine(
    world: &DiskWorld,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) -> Result<Checked, Failure> {
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
        .retain(|diagnostic| is_wanted(diagnostic.locale.as_deref(), &global.locale));
    Ok(Checked {
        site: site.value,
        report: report.collapsed(),
    })
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
fn is_wanted(locale: Option<&str>, locales: &[String]) -> bool {
    match locale {
        Some(locale) if !locales.is_empty() => locales
            .iter()
            .any(|wanted| wanted.eq_ignore_ascii_case(locale)),
        _ => true,
    }
}

/// Statistics that a form has no place for are a message.
fn print(
    checked: &Checked,
    paths: &Paths,
    global: &Global,
    options: &CheckOptions,
    terminal: &Terminal,
) {
    let articles = articles(&checked.site, &global.locale);
    let locales = locales(&checked.site, &global.locale);
    let statistics = options
        .statistics
        .then(|| Statistics::of(&checked.report, locales));
    let view = View {
        statistics: statistics.as_ref(),
        articles: &articles,
        complete: true,
        ..View::new(&checked.report, paths, terminal)
    };
    print_view(&view, options.format, terminal);
    if let (Some(statistics), false) = (&statistics, has_statistics(options.format)) {
        terminal.say(statistics.table(view.style.width).trim_end());
    }
    // A form for programs has no place for it, and whoever reads a log must know it all the same.
    if !terminal.is_quiet()
        && let Some(baseline) = tally::baseline(&checked.report, terminal.is_verbose())
    {
        match options.format {
            Format::Human => terminal.print(&format!("{baseline}\n")),
            _ => terminal.say(&baseline),
        }
    }
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
                print_view(&View::new(&report, paths, terminal), format, terminal);
            }
        }
    }
    terminal.error(&message);
    Ending::Failed
}
