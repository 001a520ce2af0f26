//! One state of a site while it is served: what readers ask, what they are told, and what a check of it finds.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::thread::Scope;
use std::time::{Duration, Instant};

use glotta::check::check_until;
use glotta::diagnostic::{Diagnostic, Severity};
use glotta::discover::{DiskWorld, LoadError, read_file};
use glotta::model::Site;
use glotta::{Memory, Report};
use tokio::sync::oneshot;

use super::answer::Answer;
use super::desk::Desk;
use super::findings::{self, Problem};
use super::reload::{Event, Reader};
use super::studio::{After, Change, Message, State, Studio, world};
use crate::cli::arguments::{BaselineOptions, Format};
use crate::cli::paths::Paths;
use crate::cli::{baseline, build, check, tally};

/// How long a site is left to its readers before it is checked: their pages come first.
const REST: Duration = Duration::from_millis(150);

/// How the paths of the pages begin that tell what a check has found.
const STATUS: &str = "status";

/// One state of the site while it is served.
pub(super) struct Session<'s, 'a> {
    pub(super) studio: &'s mut Studio<'a>,
    /// The project as it was found last.
    pub(super) world: DiskWorld,
    pub(super) memory: &'s mut Memory,
    pub(super) site: &'s Site,
    pub(super) noticed: &'s [Diagnostic],
    pub(super) state: &'s mut State,
    pub(super) desk: &'s Desk<'s>,
    /// Ends the check that is at work.
    pub(super) stopped: Arc<AtomicBool>,
    /// When the next check is to begin.
    pub(super) check_at: Option<Instant>,
}

impl<'s> Session<'s, '_> {
    pub(super) fn run<'scope>(&mut self, scope: &'scope Scope<'scope, '_>) -> After
    where
        's: 'scope,
    {
        self.begin(scope);
        loop {
            let after = match self.next() {
                Err(RecvTimeoutError::Timeout) => {
                    self.check(scope);
                    None
                }
                Err(RecvTimeoutError::Disconnected) => Some(After::End(None)),
                Ok(message) => self.take(scope, message),
            };
            if let Some(after) = after {
                return after;
            }
        }
    }

    /// Tells of the site what is new in it, and answers those who have waited for it.
    fn begin<'scope>(&mut self, scope: &'scope Scope<'scope, '_>)
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
    }

    /// Waits for the next message, until a check is to begin.
    fn next(&self) -> Result<Message, RecvTimeoutError> {
        match self.check_at {
            Some(at) => {
                let rest = at.saturating_duration_since(Instant::now());
                self.studio.inbox.recv_timeout(rest)
            }
            None => self.studio.inbox.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn take<'scope>(&mut self, scope: &'scope Scope<'scope, '_>, message: Message) -> Option<After>
    where
        's: 'scope,
    {
        match message {
            Message::End(cause) => Some(After::End(cause)),
            Message::Ask { path, reply } => self.asked(scope, path, reply),
            Message::Join(reader) => {
                self.join(&reader);
                self.studio.readers.join(reader);
                None
            }
            Message::Changed => self.changed(),
            Message::Checked(number, report) if number == self.state.number => {
                self.checked(*report)
            }
            Message::Checked(..) => None,
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
        if !self.waits_for_check(&path) || self.state.is_status_told {
            self.answer(scope, path, reply);
            return None;
        }
        self.state.waiting.push((path, reply));
        if self.check_at.is_some() {
            self.check_at = Some(Instant::now());
        }
        self.state.report.is_some().then_some(After::Status)
    }

    /// Tells a page that has just been opened, or is seen again, what it has missed, and what was found in it.
    fn join(&self, reader: &Reader) {
        if let Some(page) = reader.page.as_deref() {
            if self.is_old(page, &reader.version) {
                reader.tell(&Event::Reload);
            } else if self.state.report.is_some() || self.has_problem() {
                reader.tell(&self.findings(page));
            }
        }
    }

    /// Whether a browser has a page as it is no more. One that tells what a check finds is known once the check is done.
    fn is_old(&self, page: &str, version: &str) -> bool {
        match self.waits_for_check(page) {
            true if self.state.report.is_none() => false,
            true if !self.state.is_status_told => true,
            _ => self.desk.differs(page, version),
        }
    }

    fn waits_for_check(&self, page: &str) -> bool {
        page.starts_with(STATUS) && self.site.config.status
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
        let is_all_well = !self.has_problem();
        self.tell(|session, reader| match reader.page.as_deref() {
            None => Some(Event::Reload),
            Some(page) if session.waits_for_check(page) => None,
            Some(page) if session.desk.differs(page, &reader.version) => Some(Event::Reload),
            Some(page) => (!is_all_well).then(|| session.findings(page)),
        });
        self.studio.terminal.say(&format!(
            "{} changed: read in {:.0} ms, served after {:.0} ms",
            names(&change.paths),
            change.read.as_secs_f64() * 1000.0,
            change.begun.elapsed().as_secs_f64() * 1000.0
        ));
    }

    /// Reads what has changed, unless that was read together with an earlier change. Where that makes no site the last one stays.
    fn changed(&mut self) -> Option<After> {
        let begun = Instant::now();
        let mut paths = self.studio.watch.changes();
        if paths.is_empty() {
            return None;
        }
        paths.append(&mut self.state.unread);
        self.stopped.store(true, Ordering::Relaxed);
        self.world = world(self.studio.global);
        self.studio.follow(&self.world);
        match self.memory.read(&self.world, Some(self.site)) {
            Ok(reading) => {
                self.state.change = Some(Change {
                    paths,
                    begun,
                    read: begun.elapsed(),
                });
                Some(After::Read(Box::new(reading)))
            }
            Err(error) => {
                self.state.unread = paths;
                self.stuck(error);
                None
            }
        }
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

    fn tell_findings(&mut self) {
        self.tell(|session, reader| match reader.page.as_deref() {
            Some(page) if session.waits_for_check(page) => Some(Event::Reload),
            Some(page) => Some(session.findings(page)),
            None => None,
        });
    }

    fn tell(&mut self, event: impl Fn(&Self, &Reader) -> Option<Event>) {
        let mut readers = std::mem::take(&mut self.studio.readers);
        readers.tell(|reader| event(self, reader));
        self.studio.readers = readers;
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
