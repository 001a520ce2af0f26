//! Where words go: output, messages, and a sign of life during long work.

// This file is where the program prints and asks what it prints to.
#![allow(clippy::disallowed_methods)]

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::{Color, Global};
use super::formats;
use super::harmless::harmless;

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::BrightRed.on_default().bold();
const CYAN: Style = AnsiColor::BrightCyan.on_default().bold();

/// Rows that nobody's terminal limits are cut at this width.
const WIDTH: usize = 140;

/// The terminal or whatever is in its place.
pub struct Terminal {
    quiet: bool,
    verbose: bool,
    /// What went wrong while printing to standard output.
    broken: RefCell<Option<io::Error>>,
    /// What is being done, for whoever waits.
    stage: Arc<Mutex<&'static str>>,
}

impl Terminal {
    /// Colours are for terminals, unless `--color` or `NO_COLOR` says otherwise.
    pub fn new(global: &Global) -> Self {
        match global.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        Terminal {
            quiet: global.quiet,
            verbose: global.verbose,
            broken: RefCell::new(None),
            stage: Arc::new(Mutex::new("beginning")),
        }
    }

    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    pub fn is_verbose(&self) -> bool {
        self.verbose
    }

    /// How findings are printed for people.
    pub fn style(&self) -> formats::Style {
        formats::Style {
            width: self.width(),
            all: self.verbose,
        }
    }

    /// How many columns a row may have.
    fn width(&self) -> usize {
        columns().unwrap_or(WIDTH)
    }

    /// See [`language`].
    pub fn language(&self) -> Option<String> {
        language()
    }

    /// Prints to standard output, with colours where they are wanted.
    pub fn print(&self, text: &str) {
        self.write(&mut anstream::stdout().lock(), text);
    }

    /// Prints to standard output for programs, byte by byte.
    pub fn print_plain(&self, text: &str) {
        self.write(&mut io::stdout().lock(), text);
    }

    /// Begins a screen anew, with what was printed before out of sight; on a terminal only.
    #[cfg(feature = "serve")]
    pub fn clear(&self) {
        if io::stdout().is_terminal() {
            self.print_plain("\x1b[2J\x1b[3J\x1b[H");
        }
    }

    /// Prints text of files to standard output: byte by byte for programs, and so that a terminal obeys none of it.
    pub fn print_difference(&self, text: &str) {
        match io::stdout().is_terminal() {
            true => self.print(&harmless(text)),
            false => self.print_plain(text),
        }
    }

    /// A reader that has gone away, as `head` does, is no failure.
    fn write(&self, out: &mut dyn Write, text: &str) {
        let printed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        if let Err(error) = printed
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            *self.broken.borrow_mut() = Some(error);
        }
    }

    /// Prints a message that belongs to no text, to standard error.
    pub fn say(&self, text: &str) {
        // Where standard error is closed there is nobody left to tell.
        match anstream::AutoStream::choice(&io::stderr()) {
            // A stream that leaves colours out writes a piece at a time, and a long report has a million of them.
            anstream::ColorChoice::Never => {
                let plain = format!("{}\n", anstream::adapter::strip_str(text));
                drop(io::stderr().lock().write_all(plain.as_bytes()));
            }
            _ => drop(writeln!(anstream::stderr(), "{text}")),
        }
    }

    /// Prints what went wrong. A line that begins with `help:` is advice.
    pub fn error(&self, message: &str) {
        self.say(&error(message));
    }

    /// What the program is at, as other threads can ask.
    pub fn stage(&self) -> Arc<Mutex<&'static str>> {
        Arc::clone(&self.stage)
    }

    /// What kept standard output from taking everything.
    pub fn broken(&self) -> Option<String> {
        self.broken.borrow().as_ref().map(io::Error::to_string)
    }

    /// Shows that a stage is at work until the bar is dropped; on a terminal only.
    pub fn working(&self, stage: &'static str) -> Working {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
        if self.quiet || !io::stderr().is_terminal() {
            return Working(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner().with_message(stage);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Working(bar)
    }
}

/// The columns of the terminal, where there is one or somebody says so.
pub fn columns() -> Option<usize> {
    let columns = std::env::var("COLUMNS").ok();
    let terminal = || Some(usize::from(terminal_size::terminal_size()?.0.0));
    columns
        .and_then(|columns| columns.parse().ok())
        .or_else(terminal)
        .map(|columns| columns.clamp(40, 1000))
}

/// The language of messages, as POSIX has it: the first of three variables that is set, without encoding.
pub fn language() -> Option<String> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let set = variables.filter_map(|name| std::env::var(name).ok());
    let value = set.into_iter().find(|value| !value.is_empty())?;
    let tag = value.split(['.', '@']).next().unwrap_or_default();
    Some(tag.replace('_', "-"))
}

/// A message of what went wrong.
fn error(message: &str) -> String {
    let mut lines = harmless(message).into_owned();
    lines = lines.replace("\nhelp:", &format!("\n{CYAN}help{CYAN:#}:"));
    format!("{RED}error{RED:#}{BOLD}:{BOLD:#} {lines}")
}

/// Prints a message to standard error while a stage is at work, in the place of the sign that it is.
pub fn announce(text: &str) {
    announce_lines(&harmless(text));
}

/// As [`announce`], for what went wrong.
pub fn announce_error(message: &str) {
    announce_lines(&error(message));
}

fn announce_lines(lines: &str) {
    let clear = match io::stderr().is_terminal() {
        true => "\r\x1b[2K",
        false => "",
    };
    drop(writeln!(anstream::stderr(), "{clear}{lines}"));
}

/// A stage that is at work.
pub struct Working(ProgressBar);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
