//! `glotta completions`: the script that lets a shell complete our command line.

use super::Ending;
use super::arguments::{CompletionsOptions, Global};
use super::handbook;
use super::terminal::Terminal;

pub fn run(global: &Global, options: &CompletionsOptions, terminal: &Terminal) -> Ending {
    let wording = match handbook::wording(global, terminal) {
        Ok(wording) => wording,
        Err(message) => {
            terminal.error(&message);
            return Ending::Failed;
        }
    };
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut wording.command(), "glotta", &mut script);
    terminal.print_plain(&String::from_utf8_lossy(&script));
    Ending::Done
}
