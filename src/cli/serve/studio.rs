//! Where the site lives while it is served: one thread owns it, answers for its pages, and makes it anew when files have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use glotta::check::check_until;
use glotta::diagnostic::{Diagnostic, Severity, Source};
use glotta::discover::{DiskWorld, LoadError, Overrides, read_file};
use glotta::model::{Config, Site, Status};
use glotta::render::{Press, RenderError, Target};
use glotta::{Memory, Reading, Report};
use tokio::sync::oneshot;

use super::answer::Answer;
use super::desk::{Desk, Pages};
use super::findings::{self, Problem};
use super::reload::{Event, Reader, Readers};
use crate::cli::arguments::{BaselineOptions, Format, Global, ServeOptions};
use crate::cli::paths::Paths;
use crate::cli::terminal::Terminal;
use crate::cli::watch::Watch;
use crate::cli::{Ending, baseline, build, check, project, tally};

/// How long a site is left to its readers before it is checked: their pages come first.
const REST: Duration = Duration::from_millis(150);

/// How the paths of the pages begin that tell what a check has found.
const STATUS: &str = "status";

/// What the site is told.
#[derive(Debug)]
pub enum Message {
    /// Somebody asks for the page at a path.
    Ask {
        path: String,
        reply: oneshot::Sender<Answer>,
    },
    /// A page is open and wants to hear of changes.
    Join(Reader),
    Changed(BTreeSet<PathBuf>),
    /// A check of the site of this number is done.
    Checked(usize, Box<Report>),
    /// Nobody serves any more, and why, where that is a failure.
    End(Option<String>),
}

/// What the site is served with.
pub struct Studio<'a> {
    pub global: &'a Global,
    pub options: &'a ServeOptions,
    pub terminal: &'a Terminal,
    pub inbox: Receiver<Message>,
    pub messages: Sender<Message>,
    pub readers: Arc<Readers>,
    pub watch: Watch,
}

/// A site that is served.
pub struct Opened<'a> {
    studio: Studio<'a>,
    world: DiskWorld,
    memory: Memory,
    site: Site,
    /// What was noticed when it was read.
    noticed: Vec<Diagnostic>,
    /// Templates and words of the last site whose pages could be made.
    good: Surface,
    /// Pages as they were before the last change.
    last: Pages,
    state: State,
}

/// The site's own templates and words.
#[derive(Clone, Default)]
struct Surface {
    templates: Vec<Arc<Source>>,
    words: Vec<Arc<Source>>,
    pictures: BTreeMap<String, Vec<u8>>,
}

/// What is known of the site besides itself.
#[derive(Default)]
struct State {
    /// The number of the site: each change makes another.
    number: usize,
    report: Option<Box<Report>>,
    /// Findings by severity, as the terminal told them last.
    told: Option<[usize; 3]>,
    /// Why there is no newer site.
    stuck: Option<Problem>,
    /// Why the site's own templates or words are not the newest ones.
    unfit: Option<Problem>,
    /// The last of these that the terminal told.
    told_unfit: Option<String>,
    /// Whether the site tells what its check has found.
    is_status_told: bool,
    /// Who waits for what a check finds.
    waiting: Vec<(String, oneshot::Sender<Answer>)>,
    /// What is to be said once the site is ready, and since when it is made.
    change: Option<Change>,
    /// Whether files changed that pages show or link to: no page's own bytes tell of them.
    is_everything: bool,
}

struct Change {
    what: String,
    begun: Instant,
    read: Duration,
}

/// Why a site is left.
enum After {
    Read(Box<Reading>),
    /// Somebody wants to see what was found.
    Status,
    /// Its templates or words cannot be used.
    Unfit(RenderError),
    End(Option<String>),
}

impl<'a> Studio<'a> {
    /// Reads the site. What is wrong at the very beginning is said as `build` says it.
    pub fn opened(self) -> Result<Opened<'a>, Ending> {
        let world = world(self.global);
        let mut memory = Memory::default();
        let working = self.terminal.working("reading");
        let loaded = memory.read(&world, None).map(|read| read.site(None));
        let loaded = loaded.map_err(|error| {
            let paths = Paths::of(&world, &Config::default());
            check::failed(error, Format::Human, &paths, self.terminal)
        })?;
        drop(working);
        let site = memory.measured(&world, loaded.value);
        let mut opened = Opened {
            noticed: loaded.diagnostics,
            good: Surface::default(),
            last: Pages::new(),
            state: State::default(),
            site,
            memory,
            world,
            studio: self,
        };
        opened.prepare();
        if opened.targets().is_empty() {
            let message = "there is no target to serve\nhelp: name some under `targets:` in glotta.yml, or with `--targets`";
            opened.studio.terminal.error(message);
            return Err(Ending::Failed);
        }
        if let Err(error) = Press::new(&opened.site, &opened.targets()) {
            opened.studio.terminal.error(&error.to_string());
            return Err(Ending::Failed);
        }
        opened.studio.follow(&opened.world, &opened.site);
        Ok(opened)
    }

    fn follow(&mut self, world: &DiskWorld, site: &Site) {
        if let Some(cause) = self.watch.follow(world, &site.config) {
            let message = format!(
                "warning: the system cannot tell of changes ({cause}); files are looked at twice a second instead"
            );
            self.terminal.say(&message);
        }
    }
}

/// The project as it is now: a configuration may have appeared.
fn world(global: &Global) -> DiskWorld {
    let overrides = Overrides {
        reference: global.reference.clone(),
        locales: global.locale.clone(),
        ..Overrides::default()
    };
    project::world(global, overrides)
}

impl Opened<'_> {
    /// Serves until somebody wants it to end; returns why, where that is a failure.
    pub fn run(mut self) -> Option<String> {
        loop {
            match self.session() {
                After::Read(reading) => self.replace(*reading),
                After::Status => {
                    self.state.is_status_told = true;
                    if let Some(report) = &self.state.report {
                        let found = report.diagnostics.clone();
                        let checked = !self.studio.options.no_check;
                        self.site.status = Some(Status::of(&self.site, found, checked));
                    }
                }
                After::Unfit(error) => self.fall_back(&error),
                After::End(cause) => return cause,
            }
        }
    }

    fn targets(&self) -> Vec<&'static Target> {
        let names = match self.studio.options.targets.is_empty() {
            true => &self.site.config.targets,
            false => &self.studio.options.targets,
        };
        let all = Target::ALL.into_iter();
        all.filter(|target| names.contains(&target.name)).collect()
    }

    /// Takes the site that was read in place of the one that is served.
    fn replace(&mut self, reading: Reading) {
        let nothing = Site::group(glotta::model::Parts::default()).value;
        let last = std::mem::replace(&mut self.site, nothing);
        let loaded = reading.site(Some(last));
        self.site = self.memory.measured(&self.world, loaded.value);
        self.noticed = loaded.diagnostics;
        self.state.number += 1;
        self.state.report = None;
        self.state.is_status_told = false;
        self.state.stuck = None;
        self.state.unfit = None;
        self.prepare();
    }

    /// Makes the site what `build` would make pages of, but for what a check finds.
    fn prepare(&mut self) {
        let targets = self.targets();
        self.site.config.targets = targets.iter().map(|target| target.name).collect();
        if self.site.config.status {
            self.site.status = Some(Status::of(&self.site, Vec::new(), false));
        }
    }

    /// Takes the last templates and words that were good, or the built-in ones where those do not suit the site either.
    fn fall_back(&mut self, error: &RenderError) {
        let message = error.to_string();
        let is_first = self.state.unfit.is_none();
        if is_first {
            if self.state.told_unfit.as_ref() != Some(&message) {
                self.studio.terminal.error(&message);
                self.state.told_unfit = Some(message.clone());
            }
            self.state.unfit = Some(Problem::new(&message));
        }
        let surface = match is_first {
            true => self.good.clone(),
            false => Surface::default(),
        };
        self.site.templates = surface.templates;
        self.site.words = surface.words;
        self.site.pictures = surface.pictures;
    }

    /// Serves one state of the site.
    fn session(&mut self) -> After {
        let targets = self.targets();
        let Opened {
            studio,
            world,
            memory,
            site,
            noticed,
            good,
            last,
            state,
        } = self;
        let press = match Press::new(site, &targets) {
            Ok(press) => press,
            Err(error) => return After::Unfit(error),
        };
        if state.unfit.is_none() {
            state.told_unfit = None;
            *good = Surface {
                templates: site.templates.clone(),
                words: site.words.clone(),
                pictures: site.pictures.clone(),
            };
        }
        let next = world.clone();
        let desk = Desk::new(press, site, world, last);
        let mut session = Session {
            studio,
            world: next,
            memory,
            site,
            noticed,
            state,
            desk: &desk,
            stopped: Arc::default(),
            check_at: None,
        };
        let after = thread::scope(|scope| {
            let after = session.run(scope);
            session.stopped.store(true, Ordering::Relaxed);
            after
        });
        let next = session.world;
        let mut pages = desk.into_pages();
        // What was not asked for since the last change may still be wanted where a template is broken.
        for (path, page) in std::mem::take(last) {
            if pages.len() < KEPT {
                pages.entry(path).or_insert(page);
            }
        }
        *last = pages;
        *world = next;
        after
    }
}

/// How many pages are remembered from one state of the site to the next.
const KEPT: usize = 512;

/// One state of the site while it is served.
struct Session<'s, 'a> {
    studio: &'s mut Studio<'a>,
    /// The project as it was found last.
    world: DiskWorld,
    memory: &'s mut Memory,
    site: &'s Site,
    noticed: &'s [Diagnostic],
    state: &'s mut State,
    desk: &'s Desk<'s>,
    /// Ends the check that is at work.
    stopped: Arc<AtomicBool>,
    /// When the next check is to begin.
    check_at: Option<Instant>,
}

impl<'s> Session<'s, '_> {
    fn run<'scope>(&mut self, scope: &'scope Scope<'scope, '_>) -> After
    where
        's: 'scope,
    {
        self.tell_change();
        let (ready, waiting) = std::mem::take(&mut self.state.waiting)
            .into_iter()
            .partition::<Vec<_>, _>(|_| self.state.report.is_some());
        self.state.waiting = waiting;
        ready
            .into_iter()
            .for_each(|(path, reply)| self.answer(scope, path, reply));
        if self.state.report.is_none() {
            let rest = if self.state.waiting.is_empty() {
                REST
            } else {
                Duration::ZERO
            };
            self.check_at = Some(Instant::now() + rest);
        }
        loop {
            let message = match self.check_at {
                Some(at) => {
                    let rest = at.saturating_duration_since(Instant::now());
                    self.studio.inbox.recv_timeout(rest)
                }
                None => self.studio.inbox.recv().map_err(RecvTimeoutError::from),
            };
            let after = match message {
                Err(RecvTimeoutError::Timeout) => {
                    self.check(scope);
                    None
                }
                Err(RecvTimeoutError::Disconnected) => Some(After::End(None)),
                Ok(Message::End(cause)) => Some(After::End(cause)),
                Ok(Message::Ask { path, reply }) => self.asked(scope, path, reply),
                Ok(Message::Join(reader)) => {
                    self.join(&reader);
                    self.studio.readers.join(reader);
                    None
                }
                Ok(Message::Changed(paths)) => self.changed(&paths),
                Ok(Message::Checked(number, report)) if number == self.state.number => {
                    self.checked(*report)
                }
                Ok(Message::Checked(..)) => None,
            };
            if let Some(after) = after {
                return after;
            }
        }
    }

    /// Answers beside all else: one page may take its time, and another is asked for.
    fn answer<'scope>(
        &self,
        scope: &'scope Scope<'scope, '_>,
        path: String,
        reply: oneshot::Sender<Answer>,
    ) where
        's: 'scope,
    {
        let desk = self.desk;
        scope.spawn(move || drop(reply.send(desk.answer(&path))));
    }

    /// What a check finds is on some pages: who asks for one of them waits for it.
    fn asked<'scope>(
        &mut self,
        scope: &'scope Scope<'scope, '_>,
        path: String,
        reply: oneshot::Sender<Answer>,
    ) -> Option<After>
    where
        's: 'scope,
    {
        if !is_status(&path) || !self.site.config.status || self.state.is_status_told {
            self.answer(scope, path, reply);
            return None;
        }
        self.state.waiting.push((path, reply));
        if self.check_at.is_some() {
            self.check_at = Some(Instant::now());
        }
        self.state.report.is_some().then_some(After::Status)
    }

    /// Tells a page that has just been opened what it has missed, and what was found in it.
    fn join(&self, reader: &Reader) {
        if let Some(page) = reader.page.as_deref() {
            if !is_status(page) && self.desk.differs(page, &reader.version) {
                reader.tell(&Event::Reload);
            } else if self.state.report.is_some() || self.has_problem() {
                reader.tell(&self.findings(page));
            }
        }
    }

    fn has_problem(&self) -> bool {
        self.state.stuck.is_some() || self.state.unfit.is_some() || !self.desk.errors().is_empty()
    }

    /// What is wrong with a page: what keeps all pages from being newer, and what was found in its article.
    fn findings(&self, page: &str) -> Event {
        let mut problems: Vec<Problem> = [&self.state.stuck, &self.state.unfit]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        problems.extend(self.desk.errors().iter().map(|error| Problem::new(error)));
        let shown = self.desk.shown(page);
        let report = self.state.report.as_deref();
        let paths = Paths::of(&self.world, &self.site.config);
        Event::Findings(findings::json(&problems, shown.as_ref(), report, &paths))
    }

    /// Tells open pages of the site that has just been made, and the terminal how long that took.
    fn tell_change(&mut self) {
        let Some(change) = self.state.change.take() else {
            return;
        };
        let everything = std::mem::take(&mut self.state.is_everything);
        let is_all_well = !self.has_problem();
        self.studio
            .readers
            .tell(|reader| match reader.page.as_deref() {
                None => Some(Event::Reload),
                Some(page) if is_status(page) => None,
                Some(page) if everything || self.desk.differs(page, &reader.version) => {
                    Some(Event::Reload)
                }
                Some(page) => (!is_all_well).then(|| self.findings(page)),
            });
        self.studio.terminal.say(&format!(
            "{} changed: read in {:.0} ms, served after {:.0} ms",
            change.what,
            change.read.as_secs_f64() * 1000.0,
            change.begun.elapsed().as_secs_f64() * 1000.0
        ));
    }

    /// Reads what has changed. Where that makes no site the last one stays.
    fn changed(&mut self, paths: &BTreeSet<PathBuf>) -> Option<After> {
        let begun = Instant::now();
        self.stopped.store(true, Ordering::Relaxed);
        self.world = world(self.studio.global);
        self.studio.follow(&self.world, self.site);
        match self.memory.read(&self.world, Some(self.site)) {
            Ok(reading) => {
                self.state.is_everything |= self.has_files(paths);
                self.state.change = Some(Change {
                    what: names(paths),
                    begun,
                    read: begun.elapsed(),
                });
                Some(After::Read(Box::new(reading)))
            }
            Err(error) => {
                self.stuck(error);
                None
            }
        }
    }

    /// Whether a path is of a file that is no article: pages show it, and do not hold it.
    fn has_files(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let root = project::source(&self.world, &self.site.config).canonicalize();
        let Ok(root) = root else { return false };
        let below = paths
            .iter()
            .filter_map(|path| path.strip_prefix(&root).ok());
        let mut below = below.map(|path| path.to_string_lossy().replace('\\', "/"));
        below.any(|path| self.site.files.contains(&path))
    }

    fn stuck(&mut self, error: LoadError) {
        let problem = Problem::of(&error, &Paths::of(&self.world, &self.site.config));
        if self.state.stuck.as_ref() != Some(&problem) {
            let paths = Paths::of(&self.world, &self.site.config);
            check::failed(error, Format::Human, &paths, self.studio.terminal);
            self.studio
                .terminal
                .say("the last site is served until then");
        }
        self.state.stuck = Some(problem);
        self.tell_findings();
        if self.state.report.is_none() {
            self.check_at = Some(Instant::now() + REST);
        }
    }

    fn tell_findings(&self) {
        self.studio
            .readers
            .tell(|reader| match reader.page.as_deref() {
                Some(page) if is_status(page) => Some(Event::Reload),
                Some(page) => Some(self.findings(page)),
                None => None,
            });
    }

    /// Begins to check the site, with half of the processors at most: readers need the others.
    fn check<'scope>(&mut self, scope: &'scope Scope<'scope, '_>)
    where
        's: 'scope,
    {
        self.check_at = None;
        self.stopped.store(true, Ordering::Relaxed);
        self.stopped = Arc::default();
        let (site, noticed) = (self.site, self.noticed);
        let (stopped, messages) = (Arc::clone(&self.stopped), self.studio.messages.clone());
        let (number, rules) = (self.state.number, !self.studio.options.no_check);
        let levels = build::levels(&self.world, site);
        scope.spawn(move || {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads((rayon::current_num_threads() / 2).max(1))
                .build();
            let check = || check_until(site, &levels, noticed.to_vec(), rules, &stopped);
            let report = match pool {
                Ok(pool) => pool.install(check),
                Err(_) => check(),
            };
            if let Some(report) = report {
                drop(messages.send(Message::Checked(number, Box::new(report))));
            }
        });
    }

    /// Tells what a check has found.
    fn checked(&mut self, mut report: Report) -> Option<After> {
        let options = BaselineOptions::default();
        if let Err(error) =
            baseline::apply(&self.world, self.site, &mut report, &options, &read_file)
        {
            self.studio.terminal.error(&error.to_string());
        }
        let report = report.collapsed();
        self.tell_counts(&report);
        self.state.report = Some(Box::new(report));
        self.tell_findings();
        (!self.state.waiting.is_empty()).then_some(After::Status)
    }

    /// Counts are told where they are others than before.
    fn tell_counts(&mut self, report: &Report) {
        let counts = [Severity::Error, Severity::Warning, Severity::Info];
        let counts = counts.map(|severity| report.count(severity));
        if self.state.told != Some(counts) && !self.studio.terminal.is_quiet() {
            self.studio.terminal.say(&tally::sentence(report));
        }
        self.state.told = Some(counts);
    }
}

fn is_status(path: &str) -> bool {
    path.starts_with(STATUS)
}

/// The files that changed, as many as can be read at a glance.
fn names(paths: &BTreeSet<PathBuf>) -> String {
    let name = |path: &PathBuf| {
        let mut parts: Vec<_> = path.iter().rev().take(2).collect();
        parts.reverse();
        let parts = parts.iter().map(|part| part.to_string_lossy());
        crate::cli::harmless::one_line(&parts.collect::<Vec<_>>().join("/"))
    };
    match paths.len() {
        0 => "nothing".to_owned(),
        1..=2 => paths.iter().map(name).collect::<Vec<_>>().join(", "),
        many => format!("{many} files"),
    }
}
