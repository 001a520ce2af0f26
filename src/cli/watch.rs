//! An eye on the files of a project: says when some have changed, once they are left alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use glotta::discover::{DiskWorld, Shelf};
use glotta::model::Config;
use notify::{Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::project;

/// How long nothing must happen until a change is complete, and how long it may take at most. Editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(8);
const LONGEST: Duration = Duration::from_millis(100);

/// A folder that is new may have got files before anybody looked.
const SECOND_LOOK: Duration = Duration::from_millis(200);

/// How often files are looked at where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(500);

/// Files beside the configuration that matter; hidden files that do begin like the second.
const BASELINE: &str = "glotta-baseline.json";
const PUBLISHING: &str = ".openpublishing";

/// An eye on the files of a project.
pub struct Watch {
    watcher: Box<dyn Watcher + Send>,
    events: Sender<notify::Result<Event>>,
    interest: Arc<Interest>,
    changes: Changes,
    /// The last configuration that could be read: it says where the articles are.
    config: Config,
    /// What is looked at, and whether with all that is in it.
    followed: Vec<(PathBuf, bool)>,
}

/// Paths that have changed, until somebody takes them.
#[derive(Clone, Default)]
struct Changes(Arc<Mutex<BTreeSet<PathBuf>>>);

/// Which changes matter.
#[derive(Default)]
struct Interest {
    /// The folders of articles, templates and words, and the files beside them.
    shelves: Mutex<Vec<PathBuf>>,
    files: Mutex<Vec<PathBuf>>,
    /// Whether a shelf itself came or went, so that it has to be looked at anew.
    is_moved: AtomicBool,
}

impl Watch {
    /// Begins to tell that there are [`changes`](Self::changes); what is looked at, [`follow`](Self::follow) says.
    pub fn new(tell: impl Fn() + Send + 'static) -> notify::Result<Watch> {
        let (events, received) = channel();
        let (interest, changes) = (Arc::new(Interest::default()), Changes::default());
        let (of_interest, changed) = (Arc::clone(&interest), changes.clone());
        thread::spawn(move || {
            gather(&received, &of_interest, |paths| {
                changed.add(paths);
                tell();
            });
        });
        Ok(Watch {
            watcher: system(&events)?,
            events,
            interest,
            changes,
            config: Config::default(),
            followed: Vec::new(),
        })
    }

    /// Takes what has changed since somebody took it last: changes that wait for a reader are one.
    pub fn changes(&self) -> BTreeSet<PathBuf> {
        self.changes.take()
    }

    /// Looks at the folders that a project has now, as far as they are there. Who calls it before each reading misses no change.
    /// Returns why it has to look at every file from time to time.
    pub fn follow(&mut self, world: &DiskWorld) -> Option<String> {
        if let Ok(config) = glotta::configuration(world) {
            self.config = config.value;
        }
        let shelves = shelves(world, &self.config);
        let wanted = wanted(world, &shelves);
        self.interest.set(&shelves, files(world));
        let is_moved = self.interest.is_moved.swap(false, Ordering::Relaxed);
        if wanted == self.followed && !is_moved {
            return None;
        }
        let failed = self.look(&wanted);
        self.followed = wanted.clone();
        let cause = failed?.to_string();
        // The system has no room for more watches, or cannot watch such folders.
        let poll = notify::Config::default()
            .with_poll_interval(POLL)
            .with_compare_contents(false);
        self.watcher = Box::new(PollWatcher::new(self.events.clone(), poll).ok()?);
        self.look(&wanted);
        Some(cause)
    }

    fn look(&mut self, wanted: &[(PathBuf, bool)]) -> Option<notify::Error> {
        for (folder, _) in &self.followed {
            // Who is gone is watched no more.
            drop(self.watcher.unwatch(folder));
        }
        let mut failed = None;
        for (folder, whole) in wanted {
            let mode = match whole {
                true => RecursiveMode::Recursive,
                false => RecursiveMode::NonRecursive,
            };
            let watched = self.watcher.watch(folder, mode);
            failed = failed.or(watched.err().filter(|_| folder.exists()));
        }
        failed
    }
}

impl Changes {
    fn add(&self, paths: BTreeSet<PathBuf>) {
        let changes = self.0.lock();
        let mut changes = changes.unwrap_or_else(PoisonError::into_inner);
        changes.extend(paths);
    }

    fn take(&self) -> BTreeSet<PathBuf> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn system(events: &Sender<notify::Result<Event>>) -> notify::Result<Box<dyn Watcher + Send>> {
    let watcher = RecommendedWatcher::new(events.clone(), notify::Config::default())?;
    Ok(Box::new(watcher))
}

/// The folders whose files matter at any depth.
fn shelves(world: &DiskWorld, config: &Config) -> Vec<PathBuf> {
    let articles = project::source(world, config);
    let others = [Shelf::Templates, Shelf::Words].map(|shelf| world.path(&shelf));
    let all = [articles].into_iter().chain(others);
    all.map(|path| real(&path)).collect()
}

/// The path as events have it: without links, also where its last part is not there.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    whole.canonicalize().unwrap_or_else(|_| {
        let parent = whole.parent().and_then(|it| it.canonicalize().ok());
        match (parent, whole.file_name()) {
            (Some(parent), Some(name)) => parent.join(name),
            _ => whole,
        }
    })
}

/// The shelves that are there, and the folders in which they would appear.
fn wanted(world: &DiskWorld, shelves: &[PathBuf]) -> Vec<(PathBuf, bool)> {
    let there = shelves.iter().filter(|shelf| shelf.is_dir());
    let mut wanted: Vec<(PathBuf, bool)> = there.map(|shelf| (shelf.clone(), true)).collect();
    let parents = shelves.iter().filter_map(|shelf| shelf.parent());
    let mut parents: Vec<PathBuf> = parents.map(Path::to_path_buf).collect();
    parents.push(real(&whole_folder(world)));
    parents.sort();
    parents.dedup();
    parents.retain(|parent| parent.is_dir() && !shelves.contains(parent));
    wanted.extend(parents.into_iter().map(|parent| (parent, false)));
    wanted
}

fn whole_folder(world: &DiskWorld) -> PathBuf {
    match world.folder().as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => world.folder().to_path_buf(),
    }
}

/// The configuration, whether it is there or not, and the baseline.
fn files(world: &DiskWorld) -> Vec<PathBuf> {
    let folder = real(&whole_folder(world));
    let own = world.file(&glotta::discover::Place::Configuration);
    let own = own.map_or_else(|| PathBuf::from("glotta.yml"), |(_, file)| file);
    vec![folder.join(own), folder.join(BASELINE)]
}

impl Interest {
    fn set(&self, shelves: &[PathBuf], files: Vec<PathBuf>) {
        *self.shelves.lock().unwrap_or_else(PoisonError::into_inner) = shelves.to_vec();
        *self.files.lock().unwrap_or_else(PoisonError::into_inner) = files;
    }

    /// The paths of an event that matter.
    fn of(&self, event: Event) -> Vec<PathBuf> {
        if matches!(event.kind, EventKind::Access(_)) {
            return Vec::new();
        }
        let shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let mut paths = event.paths;
        if paths.iter().any(|path| shelves.contains(path)) {
            self.is_moved.store(true, Ordering::Relaxed);
        }
        paths.retain(|path| {
            let below = |shelf: &PathBuf| path.strip_prefix(shelf).is_ok_and(is_ours);
            files.contains(path) || shelves.iter().any(below)
        });
        paths
    }
}

/// Whether a path below a shelf is of a file that is read: editors keep hidden files of their own beside it.
fn is_ours(path: &Path) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') && !part.starts_with(PUBLISHING);
    let mut parts = path.iter().map(|part| part.to_string_lossy());
    !parts.any(|part| is_hidden(&part) || part.ends_with('~') || part.ends_with(".swp"))
}

/// Gathers changes until nothing happens for a while, and tells of them together.
fn gather(
    events: &Receiver<notify::Result<Event>>,
    interest: &Interest,
    tell: impl Fn(BTreeSet<PathBuf>),
) {
    while let Ok(first) = events.recv() {
        let mut paths: BTreeSet<PathBuf> = of(first, interest);
        let end = Instant::now() + LONGEST;
        while !paths.is_empty() && Instant::now() < end {
            match events.recv_timeout(QUIET) {
                Ok(event) => paths.extend(of(event, interest)),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if !paths.is_empty() {
            let folders: BTreeSet<PathBuf> =
                paths.iter().filter(|path| path.is_dir()).cloned().collect();
            tell(paths);
            if !folders.is_empty() {
                thread::sleep(SECOND_LOOK);
                tell(folders);
            }
        }
    }
}

/// Where events were lost everything may have changed.
fn of(event: notify::Result<Event>, interest: &Interest) -> BTreeSet<PathBuf> {
    match event {
        Ok(event) if event.need_rescan() => {
            let shelves = interest.shelves.lock();
            let shelves = shelves.unwrap_or_else(PoisonError::into_inner);
            shelves.iter().cloned().collect()
        }
        Ok(event) => interest.of(event).into_iter().collect(),
        Err(_) => BTreeSet::new(),
    }
}

#[cfg(test)]
// A test of what the disk tells writes to it.
#[allow(clippy::disallowed_methods)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_wait_are_one() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join("docs-src/de")).unwrap();
        let (tell, told) = channel();
        let watch = Watch::new(move || {
            let _ = tell.send(());
        });
        let mut watch = watch.unwrap();
        assert_eq!(watch.follow(&DiskWorld::new(&root)), None);
        let files = ["a", "b"].map(|name| root.join(format!("docs-src/de/{name}.md")));
        for file in &files {
            std::fs::write(file, "# A\n").unwrap();
            told.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        assert_eq!(watch.changes(), BTreeSet::from(files));
        assert_eq!(watch.changes(), BTreeSet::new());
    }

    #[test]
    fn what_editors_keep_beside_a_file_is_nobodys_change() {
        for (path, expected) in [
            ("de/a.md", true),
            ("", true),
            (".openpublishing.redirection.json", true),
            ("de/.a.md.swp", false),
            ("de/a.md~", false),
            (".git/index", false),
        ] {
            assert_eq!(is_ours(Path::new(path)), expected, "{path}");
        }
    }
}
