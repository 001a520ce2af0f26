//! `glotta join`.

use std::path::Path;

use glotta::write::{DiskOutput, Joined, Output, WriteError};

use super::Ending;
use super::arguments::JoinOptions;
use super::publishing;
use super::terminal::Terminal;

pub fn run(options: &JoinOptions, terminal: &Terminal) -> Ending {
    match join(options, terminal) {
        Ok(joined) => {
            if !terminal.is_quiet() {
                let folder = options.output.display().to_string();
                let published = publishing::published(&joined.written, &folder, None);
                terminal.say(&format!("{} shards joined\n{published}", joined.shards));
            }
            Ending::Done
        }
        Err(error) => {
            terminal.error(&error.to_string());
            Ending::Failed
        }
    }
}

fn join(options: &JoinOptions, terminal: &Terminal) -> Result<Joined, WriteError> {
    let output = |source: &Path| {
        let output = DiskOutput::new(&options.output, source)
            .with_home(std::env::home_dir())
            .forced(options.force);
        match terminal.is_quiet() {
            true => output,
            false => output.with_notice(publishing::wait),
        }
    };
    // What is joined must not be overwritten while it is read.
    for shard in &options.shards {
        output(shard).check_place()?;
    }
    let folders = options.shards.iter();
    let folders: Vec<(String, DiskOutput)> = folders
        .map(|folder| (folder.display().to_string(), DiskOutput::new(folder, "")))
        .collect();
    let shards: Vec<(String, &dyn Output)> = folders
        .iter()
        .map(|(name, folder)| (name.clone(), folder as &dyn Output))
        .collect();
    let first = options.shards.first().map_or(Path::new(""), |it| it);
    glotta::join(&shards, &output(first))
}
