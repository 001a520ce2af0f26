//! `glotta build`.

use std::path::Path;

use glotta::diagnostic::{Diagnostic, Level};
use glotta::discover::{DiskWorld, LoadError, Overrides, World};
use glotta::model::{Config, Levels, Shard, Site, Status, TargetName};
use glotta::write::{DiskOutput, Stamp, WriteError, Written};
use glotta::{Publication, PublishError, Report, Target};

use super::arguments::{BaselineOptions, BuildOptions, Format, Global, TimingsFormat};
use super::deadline::Deadline;
use super::paths::Paths;
use super::terminal::{Terminal, announce};
use super::timings::Timings;
use super::{Ending, baseline, check, formats, project, tally};

/// Why a build made nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// A build of nothing would remove all that was published.
    #[error(
        "there is no target to build for\nhelp: name some under `targets:` in glotta.yml, or leave the key out to build all"
    )]
    NoTarget,
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Baseline(#[from] baseline::Failure),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

pub fn run(global: &Global, options: &BuildOptions, terminal: &Terminal) -> Ending {
    let overrides = Overrides {
        reference: global.reference.clone(),
        locales: global.locale.clone(),
        unchecked: options.no_check,
    };
    let world = project::world(global, overrides);
    let mut timings = Timings::default();
    let _deadline = Deadline::of(&world, "nothing is published", terminal);
    let built = build(&world, options, terminal, &mut timings);
    match options.timings {
        None => {}
        Some(TimingsFormat::Text) => terminal.say(&timings.text()),
        Some(TimingsFormat::Json) => terminal.print_plain(&timings.json()),
    }
    match built {
        Ok(ending) => ending,
        Err(Failure::Load(error)) => {
            let paths = Paths::of(&world, &Config::default());
            check::failed(error, Format::Human, &paths, terminal)
        }
        Err(error) => {
            terminal.error(&error.to_string());
            Ending::Failed
        }
    }
}

fn build(
    world: &DiskWorld,
    options: &BuildOptions,
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<Ending, Failure> {
    let working = terminal.working("reading");
    let loaded = timings.time("load", || glotta::load(world))?;
    drop(working);
    let mut site = loaded.value;
    let targets = targets(&site, options);
    if targets.is_empty() {
        return Err(Failure::NoTarget);
    }
    let mut report = {
        let _working = terminal.working("checking");
        let rules = !options.no_check;
        let levels = levels(world, &site);
        timings.time("check", || {
            check::report(&site, loaded.diagnostics, &levels, rules)
        })
    };
    baseline::apply(world, &site, &mut report, &BaselineOptions::default())?;
    site.config.targets = targets.clone();
    let report = report.collapsed();
    let ending = tally::ending(&report, options.deny_warnings);
    print(&report.diagnostics, terminal);
    if ending != Ending::Done && !options.keep_going {
        summarize(&report, "nothing was published", terminal);
        return Ok(ending);
    }
    if site.config.status {
        let checked = !options.no_check;
        site.status = Some(Status::of(&site, report.diagnostics.clone(), checked));
    }
    let working = terminal.working("rendering");
    site = timings.time("measure", || glotta::measured(world, site))?;
    let stamp = options.shard.map(|shard| Stamp {
        shard,
        made_of: glotta::provenance(world, &site, &targets),
    });
    let folder = project::output(world, &site.config, options.output.as_deref());
    let output = DiskOutput::new(&folder, project::source(world, &site.config))
        .with_home(std::env::home_dir())
        .forced(options.force)
        .stamped(stamp);
    let output = match terminal.is_quiet() {
        true => output,
        false => output.with_notice(wait),
    };
    let publication = timings.time("open", || Publication::open(&output))?;
    timings.time("render", || {
        let mut targets = targets.iter().map(|name| Target::named(*name));
        let shard = options.shard.unwrap_or(Shard::WHOLE);
        targets.try_for_each(|target| glotta::put(world, &site, target, shard, &publication))
    })?;
    drop(working);
    let written = {
        let _working = terminal.working("writing");
        timings.time("publish", || publication.commit())?
    };
    summarize(
        &report,
        &published(&written, &folder.display().to_string(), options.shard),
        terminal,
    );
    // The program ends here. Giving back a model piece by piece, on one thread, took a tenth of the time of a large build.
    std::mem::forget(site);
    Ok(ending)
}

/// Where only some languages were read, what silences findings in others is not to be called needless.
pub fn levels(world: &DiskWorld, site: &Site) -> Levels {
    let mut levels = site.config.levels.clone();
    if !world.overrides().locales.is_empty() {
        for fault in glotta::check::faults::FAULTS {
            levels.by_name.insert(fault.name.to_owned(), Level::Off);
            for own in levels.by_locale.values_mut() {
                own.shift_remove(fault.name);
            }
        }
    }
    levels
}

/// The command line's targets, else the configuration's, each once.
fn targets(site: &Site, options: &BuildOptions) -> Vec<TargetName> {
    let mut targets = match options.targets.is_empty() {
        true => site.config.targets.clone(),
        false => options.targets.clone(),
    };
    targets.sort_unstable();
    targets.dedup();
    targets
}

/// Findings of a build are messages: its output is the pages.
fn print(diagnostics: &[Diagnostic], terminal: &Terminal) {
    let text = formats::findings(diagnostics, terminal.style());
    if !text.is_empty() {
        terminal.say(&text);
    }
}

fn summarize(report: &Report, result: &str, terminal: &Terminal) {
    if terminal.is_verbose() {
        terminal.say(&tally::examined(report));
    }
    if !terminal.is_quiet() {
        terminal.say(&tally::sentence(report));
        if let Some(baseline) = tally::baseline(report, terminal.is_verbose()) {
            terminal.say(&baseline);
        }
        terminal.say(result);
    }
}

/// Another build publishes there: one that seems to do nothing says why.
pub fn wait(folder: &Path) {
    announce(&format!(
        "waiting until another build has published to {}",
        folder.display()
    ));
}

/// What publishing did to a folder.
pub fn published(written: &Written, folder: &str, shard: Option<Shard>) -> String {
    let mut text = format!(
        "{} in {folder}: {} changed, {} removed",
        tally::count(written.pages, "page", "pages"),
        written.changed,
        written.removed
    );
    if let Some(shard) = shard {
        text.push_str(&format!(
            "; this is shard {shard}, which `glotta join` puts together with the others"
        ));
    }
    if let Some(reason) = &written.stepwise {
        text.push_str(&format!(
            "\nnote: pages were replaced one by one, and readers could see old ones beside new ones: {reason}"
        ));
    }
    text
}
