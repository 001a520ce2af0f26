//! The connections that are open, which must not become too many.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::task::AbortHandle;

/// More than any reader's browser opens, and fewer than files that a process may have.
const MOST: usize = 256;

/// The connections that are open, the oldest first.
#[derive(Default)]
pub struct Connections(VecDeque<Connection>);

struct Connection {
    task: AbortHandle,
    busy: Busy,
}

/// How many requests of a connection are being answered.
#[derive(Debug, Clone, Default)]
pub struct Busy(Arc<AtomicUsize>);

/// As long as it lives, its connection has work to do.
pub struct Work(Busy);

impl Busy {
    pub fn begin(&self) -> Work {
        self.0.fetch_add(1, Ordering::Relaxed);
        Work(self.clone())
    }

    fn is_idle(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Connections {
    /// Takes a connection in. Where there are too many the oldest one goes that has not asked for anything, else the new one: who
    /// opens many and says nothing keeps nobody out.
    pub fn take(&mut self, task: AbortHandle, busy: Busy) {
        self.0.retain(|connection| !connection.task.is_finished());
        self.0.push_back(Connection { task, busy });
        if self.0.len() > MOST {
            let idle = self.0.iter().position(|it| it.busy.is_idle());
            let gone = self.0.remove(idle.unwrap_or(MOST));
            if let Some(connection) = gone {
                connection.task.abort();
            }
        }
    }
}
