//! Arguments in, words and exit code out; the only place that knows the command line and the terminal.

mod arguments;
mod baseline;
mod build;
mod cache;
mod catalogue;
mod changed;
mod chapter;
mod check;
mod completions;
mod deadline;
mod explain;
mod export;
mod external;
mod formats;
mod git;
mod grid;
mod handbook;
mod harmless;
mod help;
mod join;
mod manual;
mod named;
mod paths;
mod project;
mod publishing;
mod repair;
#[cfg(feature = "serve")]
mod serve;
mod statistics;
mod status;
mod tally;
mod terminal;
mod timings;
mod unified;
mod verify;
#[cfg(feature = "serve")]
mod watch;
mod wording;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Done,
    /// The documentation has errors.
    Faulty,
    /// The command line, the configuration or the machine failed us.
    Failed,
}

impl Ending {
    /// What the process ends with.
    fn code(self) -> i32 {
        match self {
            Ending::Done => 0,
            Ending::Faulty => 1,
            Ending::Failed => 2,
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        ExitCode::from(ending.code().unsigned_abs() as u8)
    }
}

/// Runs the command that the process was called with.
pub fn run() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| help::exit(error));
    let terminal = Terminal::new(&arguments.global);
    set_jobs(arguments.global.jobs);
    let ending = match &arguments.command {
        Command::Build(options) => build::run(&arguments.global, options, &terminal),
        Command::Join(options) => join::run(options, &terminal),
        Command::Check(options) => check::run(&arguments.global, options, &terminal),
        #[cfg(feature = "serve")]
        Command::Serve(options) => serve::run(&arguments.global, options, &terminal),
        Command::Status(options) => status::run(&arguments.global, options, &terminal),
        Command::Explain(options) => explain::run(&arguments.global, options, &terminal),
        Command::Export(options) => export::run(&arguments.global, options, &terminal),
        Command::Verify(options) => verify::run(&arguments.global, options, &terminal),
        Command::Completions(options) => completions::run(&arguments.global, options, &terminal),
        Command::Manual(options) => handbook::run(&arguments.global, options, &terminal),
    };
    match terminal.broken() {
        Some(cause) => {
            terminal.error(&format!("cannot print: {cause}"));
            Ending::Failed.into()
        }
        None => ending.into(),
    }
}

/// Without a number, rayon takes one thread for each processor. A pool that cannot be made leaves that default.
fn set_jobs(jobs: Option<usize>) {
    if let Some(jobs) = jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs);
        drop(pool.build_global());
    }
}
