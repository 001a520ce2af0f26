//! `glotta build`.

use std::path::Path;

use glotta::check::{CheckNotes, Memory, check_again};
use glotta::diagnostic::Level;
use glotta::discover::{DiskWorld, LoadError, Overrides, Recorder, World};
use glotta::model::{Config, Levels, Prints, Shard, Site, Status, TargetName};
use glotta::write::{DiskOutput, Kept, Stamp, WriteError, Written};
use glotta::{Archive, ByText, Output, PageNotes, Publication, PublishError, Report, Target};

use super::arguments::{BaselineOptions, BuildOptions, Format, Global, TimingsFormat};
use super::cache::{self, Cache, Notes, Outcome, Printed};
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
    let cache = Cache::wanted(&world, global, options, terminal);
    let again = |cache: &Cache, timings: &mut Timings| {
        timings.time("look", || again(&world, cache, options, terminal))
    };
    let last = cache.as_ref().and_then(|cache| again(cache, &mut timings));
    let built = match last {
        Some(ending) => Ok(ending),
        None => build(&world, cache.as_ref(), options, terminal, &mut timings),
    };
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

/// Tells again what the last build told, where nothing has changed since; nothing where something has to be done.
fn again(
    world: &DiskWorld,
    cache: &Cache,
    options: &BuildOptions,
    terminal: &Terminal,
) -> Option<Ending> {
    let working = terminal.working("looking");
    let last = cache.last(world, terminal.style())?;
    let folder = project::output(world, &last.config, options.output.as_deref());
    let output = output(world, &last.config, &folder, options, terminal);
    let result = match &last.published {
        None => "nothing was published".to_owned(),
        // Whatever is wrong there is told by a build that has something to do.
        Some(list) => {
            let written = cache::stands(&output, list).ok()??;
            published(&written, &folder.display().to_string(), options.shard)
        }
    };
    drop(working);
    print(&last.text, terminal);
    summarize(&last.report, &result, terminal);
    Some(tally::ending(&last.report, options.deny_warnings))
}

/// Remembers a build. That this cannot be done is no failure, and nothing to worry anybody with who does not ask.
fn remember(
    (world, seen): (&DiskWorld, Recorder),
    cache: Option<&Cache>,
    outcome: Outcome,
    terminal: &Terminal,
) {
    let Some(cache) = cache else { return };
    let kept = cache.keep(world, seen, outcome);
    if let (Err(cause), true) = (kept, terminal.is_verbose()) {
        let folder = cache.folder();
        terminal.say(&format!(
            "note: the next build will look at everything again: the cache cannot be written to {folder}: {cause}"
        ));
    }
}

/// Remembers what was made of articles. Whatever there is to be said of a folder that cannot be written was said.
fn remember_articles(
    world: &DiskWorld,
    cache: Option<&Cache>,
    site: &Site,
    (rules, known, noticed): (&CheckNotes, &Archive, &ByText),
) {
    let Some(cache) = cache else { return };
    drop(cache.keep_rules(world, rules));
    drop(cache.keep_archive(world, site, known, noticed));
}

fn build(
    world: &DiskWorld,
    cache: Option<&Cache>,
    options: &BuildOptions,
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<Ending, Failure> {
    let recorder = Recorder::new(world);
    let seen: &dyn World = match cache {
        Some(_) => &recorder,
        None => world,
    };
    let working = terminal.working("reading");
    let known = cache.map(|cache| timings.time("recall", || cache.archive(world)));
    let (loaded, noticed) = timings.time("load", || match &known {
        Some(known) => glotta::load_again(seen, known),
        None => Ok((glotta::load(seen)?, ByText::new())),
    })?;
    let known = known.unwrap_or_default();
    drop(working);
    let mut site = loaded.value;
    let targets = targets(&site, options);
    if targets.is_empty() {
        return Err(Failure::NoTarget);
    }
    let mut prints = cache.map(|_| Prints::of(&site));
    let (mut report, rules) = {
        let _working = terminal.working("checking");
        timings.time("check", || {
            let last = cache.and_then(|cache| cache.rules(world));
            let memory = match &prints {
                Some(prints) => Memory::of(&site, prints, last.as_ref()),
                None => Memory::default(),
            };
            let (levels, rules) = (levels(world, &site), !options.no_check);
            let noticed = loaded.diagnostics;
            let report = check_again(&site, &levels, noticed, rules, &memory);
            (report, memory.notes())
        })
    };
    let baseline = BaselineOptions::default();
    let bytes = |path: &Path| recorder.read_file(path);
    baseline::apply(world, &site, &mut report, &baseline, &bytes)?;
    site.config.targets = targets.clone();
    let report = report.collapsed();
    let ending = tally::ending(&report, options.deny_warnings);
    let style = terminal.style();
    let text = formats::findings(&report.diagnostics, style);
    print(&text, terminal);
    let printed = Printed { style, text };
    if ending != Ending::Done && !options.keep_going {
        summarize(&report, "nothing was published", terminal);
        let outcome = Outcome {
            site: &site,
            report: &report,
            printed,
            written: None,
        };
        remember((world, recorder), cache, outcome, terminal);
        remember_articles(world, cache, &site, (&rules, &known, &noticed));
        return Ok(ending);
    }
    if site.config.status {
        let checked = !options.no_check;
        site.status = Some(Status::of(&site, report.diagnostics.clone(), checked));
    }
    let working = terminal.working("rendering");
    site = timings.time("measure", || glotta::measured(seen, site))?;
    prints = prints.map(|prints| prints.renewed(&site));
    let stamp = options.shard.map(|shard| Stamp {
        shard,
        made_of: glotta::provenance(seen, &site, &targets),
    });
    let folder = project::output(world, &site.config, options.output.as_deref());
    let output = output(world, &site.config, &folder, options, terminal).stamped(stamp);
    let last = cache.and_then(|cache| cache.notes(world));
    let press = Press {
        world: seen,
        site: &site,
        targets: &targets,
        shard: options.shard.unwrap_or(Shard::WHOLE),
        output: &output,
    };
    let publication = timings.time("open", || Publication::open(&output))?;
    let made = timings.time("render", || match &prints {
        Some(prints) => press.put_again(prints, last.as_ref(), &publication),
        None => press.put(&publication).map(|()| Made::default()),
    })?;
    drop(working);
    let (written, notes) = {
        let _working = terminal.working("writing");
        timings.time("publish", || press.commit(publication, made, last.as_ref()))?
    };
    summarize(
        &report,
        &published(&written, &folder.display().to_string(), options.shard),
        terminal,
    );
    if cache.is_some() {
        timings.time("remember", || {
            let notes = Notes::new(written.list.clone(), notes);
            let outcome = Outcome {
                site: &site,
                report: &report,
                printed,
                written: Some(&written),
            };
            remember((world, recorder), cache, outcome, terminal);
            // Whatever there is to be said, was said.
            cache.map(|cache| cache.keep_notes(world, &notes));
            remember_articles(world, cache, &site, (&rules, &known, &noticed));
        });
    }
    // The program ends here. Giving back all of this piece by piece, on one thread, took a tenth of the time of a large build.
    std::mem::forget((site, report, rules, known, noticed));
    Ok(ending)
}

fn output(
    world: &DiskWorld,
    config: &Config,
    folder: &Path,
    options: &BuildOptions,
    terminal: &Terminal,
) -> DiskOutput {
    let output = DiskOutput::new(folder, project::source(world, config))
        .with_home(std::env::home_dir())
        .forced(options.force);
    match terminal.is_quiet() {
        true => output,
        false => output.with_notice(wait),
    }
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

/// What was made of all targets.
#[derive(Default)]
struct Made {
    /// The paths of the pages that stay as they were published last.
    kept: Vec<String>,
    notes: Vec<(TargetName, PageNotes)>,
}

/// A site on its way to its readers.
struct Press<'a> {
    world: &'a dyn World,
    site: &'a Site,
    targets: &'a [TargetName],
    shard: Shard,
    output: &'a DiskOutput,
}

impl Press<'_> {
    /// Makes the pages of all targets, or a share of them.
    fn put(&self, publication: &Publication) -> Result<(), PublishError> {
        let mut targets = self.targets.iter().map(|name| Target::named(*name));
        targets.try_for_each(|target| {
            glotta::put(self.world, self.site, target, self.shard, publication)
        })
    }

    /// As [`put`](Self::put), but for those pages that would be as they were made last.
    fn put_again(
        &self,
        prints: &Prints,
        last: Option<&Notes>,
        publication: &Publication,
    ) -> Result<Made, PublishError> {
        let old = |path: &str| self.output.read(path).ok().flatten();
        let mut made = Made::default();
        for name in self.targets {
            let last = last.and_then(|last| last.of(*name));
            let share = (Target::named(*name), self.shard);
            let rendered = glotta::put_again(
                self.world,
                self.site,
                share,
                prints,
                (last, &old),
                publication,
            )?;
            made.kept.extend(rendered.kept);
            made.notes.push((*name, rendered.notes));
        }
        Ok(made)
    }

    /// Shows the pages to their readers, beside those that stay.
    fn commit(
        &self,
        publication: Publication,
        made: Made,
        last: Option<&Notes>,
    ) -> Result<(Written, Vec<(TargetName, PageNotes)>), Failure> {
        let kept = last.map(|last| Kept {
            paths: &made.kept,
            list: &last.list,
        });
        let stays = match kept.filter(|_| !made.kept.is_empty()) {
            Some(kept) => publication.stay_all(&kept)?,
            None => true,
        };
        if stays {
            return Ok((publication.commit()?, made.notes));
        }
        // Somebody changed pages that were to stay.
        drop(publication);
        let publication = Publication::open(self.output)?;
        self.put(&publication)?;
        Ok((publication.commit()?, Vec::new()))
    }
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
fn print(text: &str, terminal: &Terminal) {
    if !text.is_empty() {
        terminal.say(text);
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
