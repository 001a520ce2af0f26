//! The open pages of browsers, and what they are told: server-sent events, as the HTML standard has them.

use std::sync::{Mutex, PoisonError};

use hyper::body::Bytes;
use tokio::sync::mpsc::Sender;

/// An open page.
#[derive(Debug)]
pub struct Reader {
    /// Its path; nothing where somebody only listens.
    pub page: Option<String>,
    /// The state of the page that the browser has.
    pub version: String,
    pub events: Sender<Bytes>,
}

/// What an open page is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// There is another page at its path.
    Reload,
    /// What was found in it, as JSON on one line.
    Findings(String),
}

impl Event {
    fn bytes(&self) -> Bytes {
        match self {
            Event::Reload => Bytes::from_static(b"event: reload\ndata: 1\n\n"),
            Event::Findings(json) => Bytes::from(format!("event: findings\ndata: {json}\n\n")),
        }
    }
}

/// All open pages.
#[derive(Debug, Default)]
pub struct Readers(Mutex<Vec<Reader>>);

impl Readers {
    pub fn join(&self, reader: Reader) {
        let readers = self.0.lock();
        readers.unwrap_or_else(PoisonError::into_inner).push(reader);
    }

    /// Tells each what `event` says of it. One who has gone, or who does not listen, is told nothing more.
    pub fn tell(&self, mut event: impl FnMut(&Reader) -> Option<Event>) {
        let readers = self.0.lock();
        let mut readers = readers.unwrap_or_else(PoisonError::into_inner);
        readers.retain(|reader| !reader.events.is_closed());
        readers.retain(|reader| match event(reader) {
            Some(event) => reader.tell(&event),
            None => true,
        });
    }
}

impl Reader {
    /// Whether the reader takes what it is told.
    pub fn tell(&self, event: &Event) -> bool {
        self.events.try_send(event.bytes()).is_ok()
    }
}
