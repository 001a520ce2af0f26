//! Where the site lives while it is served: one thread owns it, answers for its pages, and makes it anew when files have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use glotta::diagnostic::{Diagnostic, Source};
use glotta::discover::{DiskWorld, Overrides};
use glotta::model::{Config, Site, Status};
use glotta::render::{Press, RenderError, Target};
use glotta::{Memory, Reading, Report};
use tokio::sync::oneshot;

use super::answer::Answer;
use super::desk::{Desk, Pages};
use super::findings::Problem;
use super::reload::{Reader, Readers};
use super::session::Session;
use crate::cli::arguments::{Format, Global, ServeOptions};
use crate::cli::paths::Paths;
use crate::cli::terminal::Terminal;
use crate::cli::watch::Watch;
use crate::cli::{Ending, check, project};

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
    /// Files have changed; which, the watch knows.
    Changed,
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
    pub readers: Readers,
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
    /// Templates and words of the last site that stood for a while and whose pages could be made.
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

impl Surface {
    fn of(site: &Site) -> Surface {
        Surface {
            templates: site.templates.clone(),
            words: site.words.clone(),
            pictures: site.pictures.clone(),
        }
    }
}

/// What is known of the site besides itself.
#[derive(Default)]
pub(super) struct State {
    /// The number of the site: each change makes another.
    pub(super) number: usize,
    pub(super) report: Option<Box<Report>>,
    /// Findings by severity, as the terminal told them last.
    pub(super) told: Option<[usize; 3]>,
    /// Why there is no newer site.
    pub(super) stuck: Option<Problem>,
    /// Why the site's own templates or words are not the newest ones.
    pub(super) unfit: Option<Problem>,
    /// The last of these that the terminal told.
    pub(super) told_unfit: Option<String>,
    /// Whether the site tells what its check has found.
    pub(super) is_status_told: bool,
    /// Who waits for what a check finds.
    pub(super) waiting: Vec<(String, oneshot::Sender<Answer>)>,
    /// What is to be said once the site is ready, and since when it is made.
    pub(super) change: Option<Change>,
    /// What has changed since a site could be read.
    pub(super) unread: BTreeSet<PathBuf>,
    /// How often files have changed that pages show or link to: no page's own bytes tell of them.
    pub(super) files: usize,
}

pub(super) struct Change {
    pub(super) paths: BTreeSet<PathBuf>,
    pub(super) begun: Instant,
    pub(super) read: Duration,
}

/// Why a site is left.
pub(super) enum After {
    Read(Box<Reading>),
    /// Somebody wants to see what was found.
    Status,
    /// Its templates or words cannot be used.
    Unfit(RenderError),
    End(Option<String>),
}

impl<'a> Studio<'a> {
    /// Reads the site. What is wrong at the very beginning is said as `build` says it.
    pub fn opened(mut self) -> Result<Opened<'a>, Ending> {
        let world = world(self.global);
        self.follow(&world);
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
            good: Surface::of(&site),
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
        Ok(opened)
    }

    pub(super) fn follow(&mut self, world: &DiskWorld) {
        if let Some(cause) = self.watch.follow(world) {
            let message = format!(
                "warning: the system cannot tell of changes ({cause}); files are looked at twice a second instead"
            );
            self.terminal.say(&message);
        }
    }
}

/// The project as it is now: a configuration may have appeared.
pub(super) fn world(global: &Global) -> DiskWorld {
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
        // A file that went is one of the last site, and one that came back is one of the next.
        let mut are_shown = self.are_shown();
        let last = std::mem::replace(&mut self.site, nothing);
        let loaded = reading.site(Some(last));
        self.site = self.memory.measured(&self.world, loaded.value);
        self.noticed = loaded.diagnostics;
        are_shown |= self.are_shown();
        self.state.files += usize::from(are_shown);
        self.state.number += 1;
        self.state.report = None;
        self.state.is_status_told = false;
        self.state.stuck = None;
        self.state.unfit = None;
        self.prepare();
    }

    /// Whether some of what has changed are files of the site that are no articles: pages show them, and do not hold them.
    fn are_shown(&self) -> bool {
        let root = project::source(&self.world, &self.site.config).canonicalize();
        let (Some(change), Ok(root)) = (&self.state.change, root) else {
            return false;
        };
        let below = change.paths.iter();
        let mut below = below.filter_map(|path| path.strip_prefix(&root).ok());
        below.any(|path| has_files(&self.site.files, &path.to_string_lossy().replace('\\', "/")))
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
        }
        let begun = Instant::now();
        let next = world.clone();
        let desk = Desk::new(press, site, world, last, state.files);
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
        if state.unfit.is_none() && begun.elapsed() > STEADY {
            *good = Surface::of(site);
        }
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

/// Whether a path is one of the files, or of a folder that holds some; the empty path is the folder of all.
fn has_files(files: &BTreeSet<String>, path: &str) -> bool {
    let folder = match path {
        "" => String::new(),
        path => format!("{path}/"),
    };
    let mut inside = files.range(folder.clone()..);
    files.contains(path) || inside.next().is_some_and(|file| file.starts_with(&folder))
}

/// How long a site must stand until its templates are worth to come back to: one may have been read while it was half written.
const STEADY: Duration = Duration::from_millis(300);

/// How many pages are remembered from one state of the site to the next.
const KEPT: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_changes_with_the_files_in_it() {
        let files = ["de/a.png", "de/media/b.png"];
        let files: BTreeSet<String> = files.map(str::to_owned).into();
        for (path, expected) in [
            ("de/a.png", true),
            ("de/media", true),
            ("", true),
            ("de/med", false),
            ("de/a.md", false),
            ("fr", false),
        ] {
            assert_eq!(has_files(&files, path), expected, "{path}");
        }
        assert!(!has_files(&BTreeSet::new(), ""));
    }
}
