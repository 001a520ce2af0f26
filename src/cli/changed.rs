//! `--changed-since`: which findings concern what has changed.

use std::path::{Path, PathBuf};

use glotta::check::{self, Scope};
use glotta::diagnostic::{Diagnostic, Label, Source, Span};
use glotta::discover::{DiskWorld, Place, Shelf};
use glotta::model::Site;

use super::git::{Changed, Changes, GitError};

/// Leaves out the findings that are older than a revision, and returns how many they are.
///
/// A finding stays if its place has changed, or one of those that bear witness: a translation that no longer says what the reference
/// says now is found at the translation and caused by the reference. Where nothing in another language is shown, as where the
/// reference lost a row that a translation keeps, any change of the reference counts.
pub fn leave_out(
    findings: &mut Vec<Diagnostic>,
    site: &Site,
    world: &DiskWorld,
    revision: &str,
) -> Result<usize, GitError> {
    let articles = world.path(&Shelf::Articles(site.config.source.clone()));
    let mut places = vec![
        articles,
        world.path(&Shelf::Templates),
        world.path(&Shelf::Words),
    ];
    let configuration = world.file(&Place::Configuration);
    places.extend(configuration.map(|(folder, file)| folder.join(file)));
    let change = Change {
        site,
        changes: Changes::since(revision, &places)?,
        roots: roots(&places, world.folder()),
    };
    let all = findings.len();
    findings.retain(|finding| change.concerns(finding));
    Ok(all - findings.len())
}

/// Where the paths of texts may begin: the articles' folder, then those of other texts and the project.
fn roots(places: &[PathBuf], project: &Path) -> Vec<PathBuf> {
    let project = match project.as_os_str().is_empty() {
        true => Path::new("."),
        false => project,
    };
    let folders = places.iter().map(PathBuf::as_path).chain([project]);
    folders
        .filter_map(|folder| folder.canonicalize().ok())
        .filter(|folder| folder.is_dir())
        .collect()
}

/// What has changed on a site.
struct Change<'a> {
    site: &'a Site,
    changes: Changes,
    roots: Vec<PathBuf>,
}

impl Change<'_> {
    fn concerns(&self, finding: &Diagnostic) -> bool {
        let labels = std::iter::once(&finding.primary).chain(&finding.related);
        labels.into_iter().any(|label| self.touches(label))
            || self.is_of_lost_file(finding)
            || self.may_stem_from_reference(finding)
    }

    fn touches(&self, label: &Label) -> bool {
        let file = self.file(&label.source);
        match self.changes.of(&file) {
            Some(Changed::New | Changed::Gone) => true,
            Some(Changed::Lines(ranges)) => {
                let (first, last) = lines(&label.source, label.span);
                ranges
                    .iter()
                    .any(|range| *range.start() <= last && first <= *range.end())
            }
            // A folder of a language has no text.
            None => label.source.text().is_empty() && self.holds_changes(&file),
        }
    }

    fn holds_changes(&self, folder: &Path) -> bool {
        folder.is_dir()
            && self
                .changes
                .files()
                .any(|(file, _)| file.starts_with(folder))
    }

    /// The file that a text was read from.
    fn file(&self, source: &Source) -> PathBuf {
        let files = self.roots.iter().map(|root| root.join(source.path()));
        let mut files = files.filter_map(|file| file.canonicalize().ok());
        files.next().unwrap_or_else(|| {
            let root = self.roots.first().cloned().unwrap_or_default();
            root.join(source.path())
        })
    }

    /// An article that is gone has no lines to point at.
    fn is_of_lost_file(&self, finding: &Diagnostic) -> bool {
        let (Some(article), Some(locale), Some(root)) =
            (&finding.article, &finding.locale, self.roots.first())
        else {
            return false;
        };
        let folder = root.join(locale);
        let mut files = ["md", "yml"]
            .map(|it| folder.join(format!("{article}.{it}")))
            .into_iter();
        files.any(|file| self.changes.of(&file) == Some(&Changed::Gone))
    }

    fn may_stem_from_reference(&self, finding: &Diagnostic) -> bool {
        let own = finding.primary.source.path();
        let alone = finding.related.iter().all(|it| it.source.path() == own);
        let compares = check::rules()
            .find(|rule| rule.fault.name == finding.rule)
            .is_some_and(|rule| matches!(rule.scope, Scope::Cohort(_) | Scope::Translations(_)));
        let reference = || {
            let translations = self.site.translations(finding.article.as_deref()?)?;
            Some(&translations.articles[translations.reference?].source)
        };
        alone
            && compares
            && reference().is_some_and(|reference| {
                reference.path() != own && self.changes.of(&self.file(reference)).is_some()
            })
    }
}

/// The first and the last line of a stretch of text.
fn lines(source: &Source, span: Span) -> (usize, usize) {
    let end = span.end.max(span.start);
    (source.position(span.start).line, source.position(end).line)
}
