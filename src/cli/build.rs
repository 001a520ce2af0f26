//! `glotta build`.

use std::path::{Path, PathBuf};

use glotta::check::{CheckNotes, Memory, check_again};
use glotta::diagnostic::{Diagnostic, Level, Parsed};
use glotta::discover::{DiskWorld, LoadError, Overrides, Recorder, World};
use glotta::model::{Config, Levels, Prints, Shard, Site, Status, TargetName};
use glotta::write::{Stamp, WriteError, Written};
use glotta::{Archive, ByText, PublishError, Report};

use super::arguments::{BaselineOptions, BuildOptions, Format, Global, TimingsFormat};
use super::cache::{self, Cache, Notes, Outcome, Printed};
use super::deadline::Deadline;
use super::paths::Paths;
use super::publishing::{Made, Publishing, output, published};
use super::terminal::Terminal;
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
    let timings = Timings::default();
    let deadline = Deadline::of(&world, "nothing is published", terminal);
    let cache = Cache::wanted(&world, global, options, terminal);
    let look = |cache: &Cache| timings.time("look", || again(&world, cache, options, terminal));
    let run = || Run {
        world: &world,
        recorder: Recorder::new(&world),
        cache: cache.as_ref(),
        options,
        terminal,
        timings: &timings,
    };
    let built = match cache.as_ref().and_then(look) {
        Some(ending) => Ok(ending),
        None => build(run(), deadline),
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

fn build(run: Run, deadline: Option<Deadline>) -> Result<Ending, Failure> {
    if let Some(cache) = run.cache {
        cache.note_program(run.world);
    }
    let (loaded, texts) = run.read()?;
    let (mut site, noticed) = (loaded.value, loaded.diagnostics);
    site.config.targets = targets(&site, run.options);
    if site.config.targets.is_empty() {
        return Err(Failure::NoTarget);
    }
    let prints = run.cache.map(|_| Prints::of(&site));
    let (report, rules) = run.check(&site, noticed, prints.as_ref())?;
    let ending = tally::ending(&report, run.options.deny_warnings);
    let printed = run.print(&report);
    let mut made = None;
    if ending == Ending::Done || run.options.keep_going {
        site = run.completed(site, &report)?;
        let prints = prints.map(|prints| prints.renewed(&site));
        made = Some(run.publish(&site, prints.as_ref(), deadline)?);
    }
    let result = match &made {
        Some((written, _)) => run.published(written, &site.config),
        None => "nothing was published".to_owned(),
    };
    summarize(&report, &result, run.terminal);
    run.remember((&site, &report, printed), made, (&rules, &texts));
    // The program ends here. Giving back all of this piece by piece, on one thread, took a tenth of the time of a large build.
    std::mem::forget((site, report, rules, texts));
    Ok(ending)
}

/// A build under way.
struct Run<'a> {
    world: &'a DiskWorld,
    /// Notes what is asked of the world.
    recorder: Recorder<'a>,
    cache: Option<&'a Cache>,
    options: &'a BuildOptions,
    terminal: &'a Terminal,
    timings: &'a Timings,
}

/// What was known of articles, and what was noticed in those that were not.
struct Texts {
    known: Archive,
    noticed: ByText,
}

impl Run<'_> {
    /// The world, which notes what it is asked where somebody wants to know.
    fn seen(&self) -> &dyn World {
        match self.cache {
            Some(_) => &self.recorder,
            None => self.world,
        }
    }

    fn read(&self) -> Result<(Parsed<Site>, Texts), Failure> {
        let _working = self.terminal.working("reading");
        let recall = |cache: &Cache| self.timings.time("recall", || cache.archive(self.world));
        let known = self.cache.map(recall);
        let (loaded, noticed) = self.timings.time("load", || match &known {
            Some(known) => glotta::load_again(self.seen(), known),
            None => Ok((glotta::load(self.seen())?, ByText::new())),
        })?;
        let known = known.unwrap_or_default();
        Ok((loaded, Texts { known, noticed }))
    }

    /// Checks the site, with what was noticed when it was read.
    fn check(
        &self,
        site: &Site,
        noticed: Vec<Diagnostic>,
        prints: Option<&Prints>,
    ) -> Result<(Report, CheckNotes), Failure> {
        let _working = self.terminal.working("checking");
        let (mut report, rules) = self.timings.time("check", || {
            let last = self.cache.and_then(|cache| cache.rules(self.world));
            let memory = match prints {
                Some(prints) => Memory::of(site, prints, last.as_ref()),
                None => Memory::default(),
            };
            let (levels, rules) = (levels(self.world, site), !self.options.no_check);
            let report = check_again(site, &levels, noticed, rules, &memory);
            (report, memory.notes())
        });
        let baseline = BaselineOptions::default();
        let bytes = |path: &Path| self.recorder.read_file(path);
        baseline::apply(self.world, site, &mut report, &baseline, &bytes)?;
        Ok((report.collapsed(), rules))
    }

    fn print(&self, report: &Report) -> Printed {
        let style = self.terminal.style();
        let text = formats::findings(&report.diagnostics, style);
        print(&text, self.terminal);
        Printed { style, text }
    }

    /// The site with what its pages show besides its articles.
    fn completed(&self, mut site: Site, report: &Report) -> Result<Site, WriteError> {
        if site.config.status {
            let found = report.diagnostics.clone();
            site.status = Some(Status::of(&site, found, !self.options.no_check));
        }
        let _working = self.terminal.working("rendering");
        self.timings
            .time("measure", || glotta::measured(self.seen(), site))
    }

    fn publish(
        &self,
        site: &Site,
        prints: Option<&Prints>,
        deadline: Option<Deadline>,
    ) -> Result<(Written, Made), PublishError> {
        let stamp = self.options.shard.map(|shard| Stamp {
            shard,
            made_of: glotta::provenance(self.seen(), site, &site.config.targets),
        });
        let folder = self.folder(&site.config);
        let output = output(
            self.world,
            &site.config,
            &folder,
            self.options,
            self.terminal,
        );
        let publishing = Publishing {
            world: self.seen(),
            site,
            shard: self.options.shard.unwrap_or(Shard::WHOLE),
            output: &output.stamped(stamp),
        };
        let last = self.cache.and_then(|cache| cache.notes(self.world));
        let known = (prints, last.as_ref());
        publishing.publish(known, deadline, (self.terminal, self.timings))
    }

    fn published(&self, written: &Written, config: &Config) -> String {
        let folder = self.folder(config).display().to_string();
        published(written, &folder, self.options.shard)
    }

    /// Where pages are published.
    fn folder(&self, config: &Config) -> PathBuf {
        project::output(self.world, config, self.options.output.as_deref())
    }

    /// Remembers a build. That this cannot be done is no failure, and nothing to worry anybody with who does not ask.
    fn remember(
        self,
        (site, report, printed): (&Site, &Report, Printed),
        published: Option<(Written, Made)>,
        (rules, texts): (&CheckNotes, &Texts),
    ) {
        let (Some(cache), world) = (self.cache, self.world) else {
            return;
        };
        let (written, made) = published.unzip();
        let notes = written.as_ref().zip(made);
        let notes = notes.map(|(written, made)| Notes::new(written.list.clone(), made));
        self.timings.time("remember", || {
            let outcome = Outcome {
                site,
                report,
                printed,
                written: written.as_ref(),
            };
            let keep_rest = || {
                // Whatever there is to be said of a folder that cannot be written, is said once.
                drop(notes.map(|notes| cache.keep_notes(world, &notes)));
                drop(cache.keep_rules(world, rules));
                drop(cache.keep_archive(world, site, &texts.known, &texts.noticed));
            };
            let recorder = self.recorder;
            let (kept, ()) = rayon::join(|| cache.keep(world, recorder, outcome), keep_rest);
            if let (Err(cause), true) = (kept, self.terminal.is_verbose()) {
                let folder = cache.folder();
                self.terminal.say(&format!(
                    "note: the next build will look at everything again: the cache cannot be written to {folder}: {cause}"
                ));
            }
        });
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
