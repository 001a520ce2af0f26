//! Finds the project that a command is about.

use std::path::{Path, PathBuf};

use glotta::discover::{DiskWorld, Overrides, Shelf};
use glotta::model::Config;

use super::arguments::Global;

/// Returns the project that the command line names.
///
/// `--config` names its configuration. Without it `glotta.yml` in the working directory counts, unless `--source` names
/// other articles: those may have a `glotta.yml` beside their folder, and the one here is not theirs.
pub fn world(global: &Global, overrides: Overrides) -> DiskWorld {
    let world = match (&global.config, &global.source) {
        (Some(file), _) => DiskWorld::configured(file),
        (None, Some(source)) => DiskWorld::new(beside(source)),
        (None, None) => DiskWorld::new(""),
    };
    let world = match &global.source {
        Some(source) => world.with_source(source),
        None => world,
    };
    world.overriding(overrides)
}

/// The folder that a folder stands in.
fn beside(source: &Path) -> PathBuf {
    match (source.file_name(), source.parent()) {
        (Some(_), Some(parent)) => parent.to_path_buf(),
        _ => source.join(".."),
    }
}

/// Returns the folder of the articles.
pub fn source(world: &DiskWorld, config: &Config) -> PathBuf {
    world.path(&Shelf::Articles(config.source.clone()))
}

/// Returns the folder to publish to: the command line's is relative to the working directory, and so is the default of a
/// project without configuration; a configuration's is relative to the configuration.
pub fn output(world: &DiskWorld, config: &Config, option: Option<&Path>) -> PathBuf {
    match option {
        Some(folder) => folder.to_path_buf(),
        None if world.is_configured() => world.folder().join(&config.output),
        None => PathBuf::from(&config.output),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_its_configuration_beside_it() {
        for (source, folder) in [
            ("docs", ""),
            ("../a/docs/", "../a"),
            ("..", "../.."),
            (".", "./.."),
            ("/docs", "/"),
        ] {
            assert_eq!(beside(Path::new(source)), Path::new(folder), "{source}");
        }
    }
}
