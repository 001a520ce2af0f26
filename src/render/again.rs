//! Which pages need not be made again, because nothing that they show is another.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::RenderError;
use super::edition::{Edition, Place};
use super::press::Put;
use super::target::Record;
use crate::diagnostic::Task;
use crate::model::{Looked, MadeOf, Page, Print, Printer, Prints, watching};

/// What the pages of one target were made of, when they were made last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageNotes {
    surroundings: Print,
    articles: Vec<Print>,
    /// What is made of the site for all pages, by its number.
    shared: BTreeMap<u8, Print>,
    /// By path.
    pages: BTreeMap<String, PageNote>,
    pub(super) full_text: TextNotes,
}

/// What the full text of the pages of one language was made of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct TextNote {
    /// The print of each record, by the path of its page.
    pub(super) records: BTreeMap<String, Print>,
    /// Its files, among them those that other languages have as well.
    pub(super) files: Vec<String>,
    /// What it adds to the list of languages.
    pub(super) entry: String,
}

/// By language.
pub(super) type TextNotes = BTreeMap<String, TextNote>;

/// Gives the bytes of a page that was published last; nothing where it is not there.
pub type Old<'a> = dyn Fn(&str) -> Option<Vec<u8>> + Sync + 'a;

/// The pages that the full text is made of.
#[derive(Default)]
pub(super) struct Texts<'a> {
    /// What is kept of those that were made.
    pub(super) records: Vec<Record>,
    /// The paths of those that stay.
    pub(super) kept: HashSet<&'a str>,
    pub(super) old: Option<&'a Old<'a>>,
    pub(super) last: Option<&'a TextNotes>,
}

/// The full text: files that were made, the paths of those that stay, and what they were made of.
#[derive(Default)]
pub(super) struct FullText {
    pub(super) pages: Vec<Page>,
    pub(super) kept: Vec<String>,
    pub(super) notes: TextNotes,
}

/// What one page showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PageNote {
    of: MadeOf,
    /// Files that have to be published with it.
    files: Vec<String>,
    shared: Vec<u8>,
}

/// What may stay as it was made last, and what all was made of.
#[derive(Debug)]
pub struct Rendered {
    /// The paths of those that may stay, sorted.
    pub kept: Vec<String>,
    pub notes: PageNotes,
}

/// Pages of articles on their way.
#[derive(Default)]
pub(super) struct Articles {
    /// What is kept of those that were made, where that is wanted.
    pub(super) records: Vec<Record>,
    pub(super) kept: Vec<String>,
    pub(super) notes: PageNotes,
}

/// A page of an article.
enum Made {
    New(String, PageNote, Option<Record>),
    Kept(String, PageNote),
}

impl PageNote {
    fn of(looked: Looked) -> PageNote {
        PageNote {
            of: MadeOf::of(&looked),
            files: looked.files.into_iter().collect(),
            shared: looked.shared.into_iter().collect(),
        }
    }
}

/// What is known of the last pages of an edition.
struct Known<'a> {
    pages: &'a BTreeMap<String, PageNote>,
    /// The articles that are others, by their index.
    changed: HashSet<u32>,
    shared: BTreeSet<u8>,
}

impl<'a> Known<'a> {
    /// Nothing where all pages have to be made.
    fn of(
        edition: &Edition,
        prints: &Prints,
        new: &PageNotes,
        last: &'a PageNotes,
    ) -> Option<Known<'a>> {
        if last.surroundings != new.surroundings || last.articles.len() != new.articles.len() {
            return None;
        }
        let shared = last.shared.iter();
        let same = shared.filter(|(what, print)| edition.print_of(**what) == Some(**print));
        Some(Known {
            pages: &last.pages,
            changed: prints.changed(&last.articles),
            shared: same.map(|(what, _)| *what).collect(),
        })
    }

    /// What is noted of a page that would be the same.
    fn page(&self, path: &str, own: usize) -> Option<&'a PageNote> {
        let note = self.pages.get(path)?;
        let is_same = note.of.holds(own, &self.changed)
            && note.shared.iter().all(|what| self.shared.contains(what));
        is_same.then_some(note)
    }
}

/// Makes the pages of articles but those that may stay, and keeps of each what it is found by, where that is wanted.
pub(super) fn articles<E: From<RenderError> + Send>(
    edition: &Edition,
    (places, is_kept): (&[Place], bool),
    (prints, last): (&Prints, Option<&PageNotes>),
    put: Put<E>,
) -> Result<Articles, E> {
    let mut made = Articles {
        notes: PageNotes {
            surroundings: surroundings(edition, prints),
            articles: prints.articles.clone(),
            ..PageNotes::default()
        },
        ..Articles::default()
    };
    let Some(article) = edition.target.article else {
        return Ok(made);
    };
    (edition.target.prepare)(edition);
    let known = last.and_then(|last| Known::of(edition, prints, &made.notes, last));
    let make = |place: &Place| {
        let path = edition.path(*place);
        let known = known.as_ref();
        if let Some(note) = known.and_then(|known| known.page(path, place.translations)) {
            return Ok(Made::Kept(path.to_owned(), note.clone()));
        }
        let _task = Task::at(path);
        let (page, looked) = watching(|| article(edition, *place));
        let page = page?;
        let record = is_kept.then(|| (edition.target.record)(edition, *place, &page));
        put(page)?;
        Ok(Made::New(
            path.to_owned(),
            PageNote::of(looked),
            record.flatten(),
        ))
    };
    let all: Vec<Result<Made, E>> = places.par_iter().map(make).collect();
    for page in all {
        made.take(edition, page?);
    }
    Ok(made)
}

impl Articles {
    fn take(&mut self, edition: &Edition, made: Made) {
        let (path, note) = match made {
            Made::New(path, note, record) => {
                self.records.extend(record);
                (path, note)
            }
            Made::Kept(path, note) => {
                edition.publish_again(&note.files);
                self.kept.push(path.clone());
                (path, note)
            }
        };
        for what in &note.shared {
            let print = || edition.print_of(*what).unwrap_or_default();
            self.notes.shared.entry(*what).or_insert_with(print);
        }
        self.notes.pages.insert(path, note);
    }
}

/// The print of all that a page depends on besides articles and what it notes.
fn surroundings(edition: &Edition, prints: &Prints) -> Print {
    let mut printer = Printer::default();
    printer.text(&prints.surroundings);
    printer.value(&edition.target.name);
    edition.lay_out(&mut printer);
    printer.print()
}
