//! The baseline that the command line or the configuration names.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glotta::check::{Report, baseline};
use glotta::diagnostic::Source;
use glotta::discover::{DiskWorld, LoadError, read_file};
use glotta::model::{Baseline, Fingerprint, Site};
use glotta::parse::{self, BaselineError};
use glotta::write::{WriteError, replace_file};

use super::arguments::BaselineOptions;
use super::tally;

/// The name where nobody gives another, beside the configuration.
const NAME: &str = "glotta-baseline.json";

/// Why there is no report, or none without what was there before.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(
        "there is no baseline {path}\nhelp: write it with `glotta check --write-baseline`, or name another"
    )]
    Missing { path: String },
    #[error("the baseline {path} cannot be read: {cause}\nhelp: name a file that you may read")]
    Unreadable { path: String, cause: std::io::Error },
    #[error(transparent)]
    Form(#[from] BaselineError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Gives the bytes of a file.
pub type Bytes<'a> = dyn Fn(&Path) -> io::Result<Vec<u8>> + 'a;

/// Leaves out of a report what the baseline lists, once it has been written or pruned where that is wanted.
///
/// Returns what was done to the file, which `bytes` reads.
pub fn apply(
    world: &DiskWorld,
    site: &Site,
    report: &mut Report,
    options: &BaselineOptions,
    bytes: &Bytes,
) -> Result<Option<String>, Failure> {
    let Some(file) = file(world, site, options) else {
        return Ok(None);
    };
    let mut done = None;
    if options.write_baseline {
        let hint = hint(site, options).unwrap_or_default();
        done = Some(write(&file, site, report)? + hint);
    }
    let known = read(&file, bytes)?;
    baseline::apply(site, report, &known);
    if options.prune_baseline {
        done = Some(prune(&file, report, &known)?);
    }
    Ok(done)
}

/// What a file that nobody names is good for.
fn hint(site: &Site, options: &BaselineOptions) -> Option<&'static str> {
    let is_named = options.baseline.is_some() || site.config.baseline.is_some();
    (!is_named).then_some(
        "\nwrite `baseline: glotta-baseline.json` in glotta.yml to leave them out from now on",
    )
}

/// The command line's file is relative to the working directory, the configuration's to the configuration.
fn file(world: &DiskWorld, site: &Site, options: &BaselineOptions) -> Option<PathBuf> {
    let wanted = options.write_baseline || options.prune_baseline;
    let configured = site.config.baseline.as_deref();
    match &options.baseline {
        Some(file) => Some(file.clone()),
        None if options.no_baseline => None,
        None => configured
            .or(wanted.then_some(NAME))
            .map(|name| world.folder().join(name)),
    }
}

fn read(file: &Path, bytes: &Bytes) -> Result<Baseline, Failure> {
    let path = file.display().to_string();
    let bytes = match bytes(file) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            return Err(Failure::Missing { path });
        }
        Err(cause) => return Err(Failure::Unreadable { path, cause }),
    };
    let text = String::from_utf8_lossy(&bytes);
    Ok(parse::baseline(&Arc::new(Source::new(path, text)))?)
}

/// Writes what was found, and keeps of the file what the run did not look for.
fn write(file: &Path, site: &Site, report: &Report) -> Result<String, Failure> {
    let old = match read(file, &read_file) {
        Ok(old) => Some(old),
        Err(Failure::Missing { .. }) => None,
        // Whoever writes anew need not first mend what cannot be read; what a newer program wrote is not ours to replace.
        Err(Failure::Form(BaselineError::Form { .. })) => None,
        Err(failure) => return Err(failure),
    };
    let findings = baseline::collected(site, report, old.as_ref());
    replace_file(file, Baseline::text(&findings).as_bytes())?;
    let count = tally::count(findings.len(), "finding", "findings");
    Ok(format!("{count} written to {}", file.display()))
}

/// Removes what is found no more.
fn prune(file: &Path, report: &mut Report, known: &Baseline) -> Result<String, Failure> {
    let stale = report.baseline.as_ref().map(|applied| &applied.stale);
    let stale = stale.cloned().unwrap_or_default();
    let kept: Vec<&Fingerprint> = known
        .findings
        .iter()
        .enumerate()
        .filter(|(at, _)| stale.binary_search(at).is_err())
        .map(|(_, (finding, _))| finding)
        .collect();
    if !stale.is_empty() {
        replace_file(file, Baseline::text(kept).as_bytes())?;
    }
    report
        .diagnostics
        .retain(|diagnostic| diagnostic.rule != glotta::check::faults::BASELINE_STALE.name);
    let count = tally::count(stale.len(), "finding", "findings");
    Ok(format!("{count} removed from {}", file.display()))
}
