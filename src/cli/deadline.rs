//! Ends a run that takes longer than the configuration allows.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use glotta::diagnostic::Task;
use glotta::discover::World;
use glotta::model::{Limit, Limits};

use super::Ending;
use super::terminal::{Terminal, announce_error};

/// How many names of what was being done are told.
const MOST_NAMES: usize = 8;

/// Ends the process when the time is up, unless it is dropped before. Nothing is lost that a kill would not lose, and the system gives back locks; whoever
/// changes what others see drops it first.
pub struct Deadline {
    _running: Sender<()>,
    is_over: Arc<AtomicBool>,
}

/// Where the time has just been up, the process ends before anything else is done.
impl Drop for Deadline {
    fn drop(&mut self) {
        while self.is_over.swap(true, Ordering::AcqRel) {
            thread::park();
        }
    }
}

impl Deadline {
    /// Begins to count. `left` says what is as it was when the time is up.
    ///
    /// A configuration that cannot be read sets no limit: whoever reads it next says what is wrong with it.
    pub fn of(world: &dyn World, left: &'static str, terminal: &Terminal) -> Option<Deadline> {
        let limits = glotta::configuration(world).ok()?.value.limits;
        let seconds = u64::try_from(limits.get(Limit::Time)).ok()?;
        let (running, ended) = channel::<()>();
        let stage = terminal.stage();
        let is_over = Arc::new(AtomicBool::new(false));
        let may_end = Arc::clone(&is_over);
        thread::spawn(move || {
            let waited = ended.recv_timeout(Duration::from_secs(seconds));
            let is_up = waited == Err(RecvTimeoutError::Timeout);
            if is_up && !may_end.swap(true, Ordering::AcqRel) {
                announce_error(&message(&limits, &stage, left));
                std::process::exit(Ending::Failed.code());
            }
        });
        Some(Deadline {
            _running: running,
            is_over,
        })
    }
}

fn message(limits: &Limits, stage: &Mutex<&'static str>, left: &str) -> String {
    let limit = Limit::Time;
    let stage = stage.lock().unwrap_or_else(PoisonError::into_inner);
    let at = Task::all();
    let more = at.len().saturating_sub(MOST_NAMES);
    let mut at = at
        .into_iter()
        .take(MOST_NAMES)
        .collect::<Vec<_>>()
        .join(", ");
    if more > 0 {
        at.push_str(&format!(" and {more} more"));
    }
    if !at.is_empty() {
        at.insert_str(0, "\n  = at: ");
    }
    format!(
        "this takes longer than {} (`{}` under `limits:` in glotta.yml), and was ended while {stage}; {left}{at}\nhelp: look at what is named here, or raise the limit",
        limits.shown(limit),
        limit.name(),
    )
}
