//! The open pages of browsers, and what they are told: server-sent events, as the HTML standard has them.

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
pub struct Readers(Vec<Reader>);

impl Readers {
    /// Takes a page in. Those that have gone are forgotten: nobody tells them of that while nothing changes.
    pub fn join(&mut self, reader: Reader) {
        self.forget();
        self.0.push(reader);
    }

    /// Tells each what `event` says of it. One who has gone, or who does not listen, is told nothing more.
    pub fn tell(&mut self, event: impl Fn(&Reader) -> Option<Event>) {
        self.forget();
        self.0.retain(|reader| match event(reader) {
            Some(event) => reader.tell(&event),
            None => true,
        });
    }

    fn forget(&mut self) {
        self.0.retain(|reader| !reader.events.is_closed());
    }
}

impl Reader {
    /// Whether the reader takes what it is told.
    pub fn tell(&self, event: &Event) -> bool {
        self.events.try_send(event.bytes()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_gone_is_forgotten() {
        let mut readers = Readers::default();
        for _ in 0..3 {
            let (events, unsent) = tokio::sync::mpsc::channel(1);
            readers.join(Reader {
                page: None,
                version: String::new(),
                events,
            });
            drop(unsent);
        }
        assert_eq!(readers.0.len(), 1);
        readers.tell(|_| None);
        assert_eq!(readers.0.len(), 0);
    }
}
