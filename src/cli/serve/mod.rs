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
        readers: Readers::default(),
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
    let own = Terminal::new(global);
    let server = thread::spawn(move || {
        let cause = http::serve(door, addresses).err();
        let cause = cause.map(|it| it.to_string());
        drop(messages.send(Message::End(cause.clone())));
        // The site may be at long work that nobody waits for any more.
        thread::sleep(LONGEST_END);
        std::process::exit(ended(cause, &own).code());
    });
    if options.open
        && let Err(error) = open::that_detached(&url)
    {
        terminal.say(&format!("the browser cannot be opened: {error}"));
    }
    let cause = opened.run();
    drop(server);
    ended(cause, terminal)
}

/// How the command ends where nobody serves any more, and why, where that is a failure.
fn ended(cause: Option<String>, terminal: &Terminal) -> Ending {
    match cause {
        None => Ending::Done,
        Some(cause) => failed(terminal, &format!("the server ended: {cause}")),
    }
}

fn failed(terminal: &Terminal, message: &str) -> Ending {
    terminal.error(message);
    Ending::Failed
}
