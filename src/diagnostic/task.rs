//! What each thread is at, so that whoever has waited too long can be told.

use std::cell::OnceCell;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// What one thread is at: the innermost piece of work last.
type Pile = Arc<Mutex<Vec<String>>>;

/// The piles of all threads that have worked. A lock of one is asked for by its own thread alone, so that noting costs next to nothing.
static PILES: Mutex<Vec<Weak<Mutex<Vec<String>>>>> = Mutex::new(Vec::new());

thread_local! {
    static OWN: OnceCell<Pile> = const { OnceCell::new() };
}

/// A piece of work that this thread is at until it is dropped.
#[derive(Debug)]
pub struct Task {
    pile: Pile,
}

impl Task {
    /// Notes a piece of work by the name of what it is about: a file, an article, a page.
    pub fn at(name: impl Into<String>) -> Task {
        let pile = OWN.with(|own| Arc::clone(own.get_or_init(pile)));
        locked(&pile).push(name.into());
        Task { pile }
    }

    /// The names of everything that threads are at just now, sorted, each once.
    pub fn all() -> Vec<String> {
        let piles = PILES.lock().unwrap_or_else(PoisonError::into_inner);
        let piles = piles.iter().filter_map(Weak::upgrade);
        let mut names: Vec<String> = piles
            .filter_map(|pile| locked(&pile).last().cloned())
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        locked(&self.pile).pop();
    }
}

fn pile() -> Pile {
    let pile = Pile::default();
    let mut piles = PILES.lock().unwrap_or_else(PoisonError::into_inner);
    piles.retain(|other| other.strong_count() > 0);
    piles.push(Arc::downgrade(&pile));
    pile
}

fn locked(pile: &Pile) -> std::sync::MutexGuard<'_, Vec<String>> {
    pile.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_work_of_each_thread_is_named() {
        let _outer = Task::at("task-test/outer");
        let inner = Task::at("task-test/inner");
        let (told, heard) = std::sync::mpsc::channel::<()>();
        let (ready, begun) = std::sync::mpsc::channel();
        let other = std::thread::spawn(move || {
            let _task = Task::at("task-test/other");
            ready.send(()).expect("somebody waits");
            heard.recv().expect_err("nobody says more");
        });
        begun.recv().expect("it begins");
        let own = || -> Vec<String> {
            let all = Task::all().into_iter();
            all.filter(|name| name.starts_with("task-test/")).collect()
        };
        assert_eq!(own(), ["task-test/inner", "task-test/other"]);
        drop(inner);
        drop(told);
        other.join().expect("it ends");
        assert_eq!(own(), ["task-test/outer"]);
    }
}
