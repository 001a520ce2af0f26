//! Shows the pages of a site to their readers, and says what that changed.

use std::path::Path;

use glotta::discover::{DiskWorld, World};
use glotta::model::{Config, Prints, Shard, Site, TargetName};
use glotta::write::{DiskOutput, Written};
use glotta::{Output, PageNotes, Publication, PublishError, Target};
use rayon::prelude::*;

use super::arguments::BuildOptions;
use super::cache::Notes;
use super::deadline::Deadline;
use super::terminal::{Terminal, announce};
use super::timings::Timings;
use super::{project, tally};

/// What the pages of each target were made of.
pub type Made = Vec<(TargetName, PageNotes)>;

/// A site on its way to its readers.
pub struct Publishing<'a> {
    pub world: &'a dyn World,
    pub site: &'a Site,
    pub shard: Shard,
    pub output: &'a DiskOutput,
}

/// Pages that were made, and the paths of those that stay as they were published last.
#[derive(Default)]
struct Rendered {
    kept: Vec<String>,
    notes: Made,
}

impl Publishing<'_> {
    /// Makes the pages of all targets, or a share of them, and shows them. Where `prints` tell what articles are known by, only those pages are made that would
    /// be others than the last ones, which are noted in `last`. No time is up while readers are shown pages.
    ///
    /// # Errors
    ///
    /// Where a page cannot be made, or the folder cannot be changed: readers find what they found before.
    pub fn publish(
        &self,
        (prints, last): (Option<&Prints>, Option<&Notes>),
        deadline: Option<Deadline>,
        (terminal, timings): (&Terminal, &Timings),
    ) -> Result<(Written, Made), PublishError> {
        let (publication, rendered) = {
            let _working = terminal.working("rendering");
            let publication = timings.time("open", || Publication::open(self.output))?;
            // Where others have published meanwhile, nobody knows what the pages there were made of.
            let last = last.filter(|last| publication.follows(&last.list));
            let render = || self.render((prints, last), &publication);
            let rendered = timings.time("render", render)?;
            (publication, rendered)
        };
        let _working = terminal.working("writing");
        timings.time("publish", || {
            self.commit(publication, rendered, (prints, deadline))
        })
    }

    /// Makes the pages of all targets, or a share of them, but for those that would be as they were made last.
    fn render(
        &self,
        (prints, last): (Option<&Prints>, Option<&Notes>),
        publication: &Publication,
    ) -> Result<Rendered, PublishError> {
        match prints {
            Some(prints) => self.put_again(prints, last, publication),
            None => self.put(publication).map(|()| Rendered::default()),
        }
    }

    /// Makes the pages of all targets, or a share of them.
    fn put(&self, publication: &Publication) -> Result<(), PublishError> {
        let put = |name: &TargetName| {
            let target = Target::named(*name);
            glotta::put(self.world, self.site, target, self.shard, publication)
        };
        let targets = self.site.config.targets.par_iter();
        let failed = targets.map(put).find_map_first(Result::err);
        failed.map_or(Ok(()), Err)
    }

    /// As [`put`](Self::put), but for those pages that would be as they were made last.
    fn put_again(
        &self,
        prints: &Prints,
        last: Option<&Notes>,
        publication: &Publication,
    ) -> Result<Rendered, PublishError> {
        let old = |path: &str| self.output.read(path).ok().flatten();
        let put = |name: &TargetName| {
            let last = last.and_then(|last| last.of(*name));
            glotta::put_again(
                self.world,
                self.site,
                (Target::named(*name), self.shard),
                prints,
                (last, &old),
                publication,
            )
        };
        let targets = &self.site.config.targets;
        let rendered: Vec<_> = targets.par_iter().map(put).collect();
        let mut made = Rendered::default();
        for (name, rendered) in targets.iter().zip(rendered) {
            let rendered = rendered?;
            made.kept.extend(rendered.kept);
            made.notes.push((*name, rendered.notes));
        }
        Ok(made)
    }

    /// Shows the pages to their readers, beside those that stay.
    fn commit<'a>(
        &'a self,
        mut publication: Publication<'a>,
        mut made: Rendered,
        (prints, deadline): (Option<&Prints>, Option<Deadline>),
    ) -> Result<(Written, Made), PublishError> {
        if !publication.stay_all(&made.kept)? {
            // Somebody changed pages that were to stay, and of which something may have been made besides.
            drop(publication);
            publication = Publication::open(self.output)?;
            made = self.render((prints, None), &publication)?;
        }
        drop(deadline);
        Ok((publication.commit()?, made.notes))
    }
}

pub fn output(
    world: &DiskWorld,
    config: &Config,
    folder: &Path,
    options: &BuildOptions,
    terminal: &Terminal,
) -> DiskOutput {
    let output = DiskOutput::new(folder, project::source(world, config))
        .with_home(std::env::home_dir())
        .forced(options.force);
    match terminal.is_quiet() {
        true => output,
        false => output.with_notice(wait),
    }
}

/// Another build publishes there: one that seems to do nothing says why.
pub fn wait(folder: &Path) {
    announce(&format!(
        "waiting until another build has published to {}",
        folder.display()
    ));
}

/// What publishing did to a folder.
pub fn published(written: &Written, folder: &str, shard: Option<Shard>) -> String {
    let mut text = format!(
        "{} in {folder}: {} changed, {} removed",
        tally::count(written.pages, "page", "pages"),
        written.changed,
        written.removed
    );
    if let Some(shard) = shard {
        text.push_str(&format!(
            "; this is shard {shard}, which `glotta join` puts together with the others"
        ));
    }
    if let Some(reason) = &written.stepwise {
        text.push_str(&format!(
            "\nnote: pages were replaced one by one, and readers could see old ones beside new ones: {reason}"
        ));
    }
    text
}
