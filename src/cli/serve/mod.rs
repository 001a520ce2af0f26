//! `glotta serve`: the site in a browser while it is written, from memory.

mod address;
mod answer;
mod connections;
mod desk;
mod findings;
mod http;
mod kind;
mod page;
mod reload;
mod session;
mod studio;

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::Ending;
use super::arguments::{Global, ServeOptions};
use super::terminal::Terminal;
use super::watch::Watch;
use address::Addresses;
use http::Door;
use reload::Readers;
use studio::{Message, Studio};

/// How long the site may take to end before the process ends without it.
const LONGEST_END: Duration = Duration::from_millis(600);

pub fn run(global: &Global, options: &ServeOptions, terminal: &Terminal) -> Ending {
    let (messages, inbox) = channel();
    let changed = messages.clone();
    let watch = Watch::new(move || drop(changed.send(Message::Changed)));
    let watch = match watch {
        Ok(watch) => watch,
        Err(error) => return failed(terminal, &format!("files cannot be watched: {error}")),
    };
    let studio = Studio {
        global,
        options,
        terminal,
        inbox,
        messages: messages.clone(),
        readers: Arc::new(Readers::default()),
        watch,
    };
    let opened = match studio.opened() {
        Ok(opened) => opened,
        Err(ending) => return ending,
    };
    let addresses = match Addresses::bind(options) {
        Ok(addresses) => addresses,
        Err(error) => return failed(terminal, &error.to_string()),
    };
    terminal.print(&format!("{}\n", addresses.greeting()));
    if let Some(warning) = addresses.warning() {
        terminal.say(&warning);
    }
    let url = addresses.url();
    let door = Door {
        messages: messages.clone(),
        hosts: addresses.hosts(),
    };
    let server = thread::spawn(move || {
        let served = http::serve(door, addresses);
        // The site may be at long work that nobody waits for any more.
        drop(messages.send(Message::End(served.err().map(|it| it.to_string()))));
        thread::sleep(LONGEST_END);
        std::process::exit(0);
    });
    if options.open
        && let Err(error) = open::that_detached(&url)
    {
        terminal.say(&format!("the browser cannot be opened: {error}"));
    }
    let ended = opened.run();
    drop(server);
    match ended {
        None => Ending::Done,
        Some(cause) => failed(terminal, &format!("the server ended: {cause}")),
    }
}

fn failed(terminal: &Terminal, message: &str) -> Ending {
    terminal.error(message);
    Ending::Failed
}
