//! What rules found in articles, as long as nothing that they looked at is another.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Findings, Rule, faults, rules};
use crate::diagnostic::{Fault, KeptDiagnostic, Names, Source};
use crate::model::{MadeOf, Print, Printer, Prints, Site, Translations, watching};

/// What was found in the articles of a site, by the prints of all that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CheckNotes {
    surroundings: Print,
    articles: Vec<Print>,
    parts: BTreeMap<String, Part>,
}

/// What one look at all articles gave.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Part {
    /// The print of all that it depends on besides the articles.
    print: Print,
    /// For each article; nothing where it cannot be kept.
    notes: Vec<Option<Note>>,
}

/// What was made of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    of: MadeOf,
    made: Vec<u8>,
}

/// A check that remembers the last one, if it is to remember anything.
#[derive(Default)]
pub struct Memory<'a> {
    remembering: Option<Remembering<'a>>,
}

struct Remembering<'a> {
    prints: &'a Prints,
    last: Option<&'a CheckNotes>,
    /// The articles that are others now, by their index.
    changed: HashSet<u32>,
    /// The texts of articles by path: the indexes of translations and article.
    texts: HashMap<String, (u32, u32)>,
    names: Names,
    new: Mutex<BTreeMap<String, Part>>,
}

/// A text that a finding is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Text {
    Article(u32, u32),
    Configuration,
}

/// What some rules found in one article: by the index of the rule, with how much it looked at.
type Found = Vec<(usize, usize, Vec<KeptDiagnostic<Text>>)>;

impl<'a> Memory<'a> {
    /// A memory of the last check of a site, if there was one.
    pub fn of(site: &Site, prints: &'a Prints, last: Option<&'a CheckNotes>) -> Memory<'a> {
        let is_like = |last: &&CheckNotes| {
            last.surroundings == prints.surroundings && last.articles.len() == prints.articles.len()
        };
        let last = last.filter(is_like);
        let changed = last.map(|last| prints.changed(&last.articles));
        let remembering = Remembering {
            prints,
            last,
            changed: changed.unwrap_or_default(),
            texts: texts(site),
            names: names(),
            new: Mutex::default(),
        };
        Memory {
            remembering: Some(remembering),
        }
    }

    /// What the next check may go by.
    pub fn notes(self) -> CheckNotes {
        let Some(remembering) = self.remembering else {
            return CheckNotes::default();
        };
        let new = remembering.new.into_inner();
        CheckNotes {
            surroundings: remembering.prints.surroundings,
            articles: remembering.prints.articles.clone(),
            parts: new.unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Makes something of each article, but for those of which the same would come as the last time. `depends` is all that it depends on besides
    /// the site, and `name` tells it from what others make.
    pub(super) fn each<T: Serialize + DeserializeOwned + Send>(
        &self,
        site: &Site,
        (name, depends): (&str, &impl Debug),
        make: impl Fn(&Translations) -> T + Sync,
    ) -> Vec<T> {
        let keep = |made: &T| postcard::to_allocvec(made).ok();
        let restore = |bytes: &[u8]| postcard::from_bytes(bytes).ok();
        self.over(site, (name, depends), make, keep, restore)
    }

    /// As [`each`](Memory::each), for what the given rules find.
    pub(super) fn findings(
        &self,
        site: &Site,
        (name, depends): (&str, &impl Debug),
        faults: &[&'static Fault],
        make: impl Fn(&Translations) -> Vec<Findings> + Sync,
    ) -> Vec<Vec<Findings>> {
        let keep = |made: &Vec<Findings>| {
            let found = self.remembering.as_ref()?.kept(site, made)?;
            postcard::to_allocvec(&found).ok()
        };
        let restore = |bytes: &[u8]| {
            let found: Found = postcard::from_bytes(bytes).ok()?;
            self.remembering.as_ref()?.restored(site, found, faults)
        };
        self.over(site, (name, depends), make, keep, restore)
    }

    fn over<T: Send>(
        &self,
        site: &Site,
        (name, depends): (&str, &impl Debug),
        make: impl Fn(&Translations) -> T + Sync,
        keep: impl Fn(&T) -> Option<Vec<u8>> + Sync,
        restore: impl Fn(&[u8]) -> Option<T> + Sync,
    ) -> Vec<T> {
        let all = site.translations.unnoted().par_iter();
        let Some(remembering) = &self.remembering else {
            return all.map(&make).collect();
        };
        let mut printer = Printer::default();
        printer.value(depends);
        let print = printer.print();
        let last = remembering.last.and_then(|last| last.parts.get(name));
        let last = last.filter(|last| last.print == print);
        let one = |(at, translations): (usize, &Translations)| {
            let note = last.and_then(|last| last.notes.get(at)?.as_ref());
            let note = note.filter(|note| note.of.holds(at, &remembering.changed));
            if let Some(note) = note
                && let Some(made) = restore(&note.made)
            {
                return (made, Some(note.clone()));
            }
            let (made, looked) = watching(|| make(translations));
            let of = MadeOf::of(&looked);
            let note = keep(&made).map(|made| Note { of, made });
            (made, note)
        };
        let (made, notes): (Vec<T>, Vec<Option<Note>>) = all.enumerate().map(one).unzip();
        let new = remembering.new.lock();
        let mut new = new.unwrap_or_else(PoisonError::into_inner);
        new.insert(name.to_owned(), Part { print, notes });
        made
    }
}

impl Remembering<'_> {
    fn kept(&self, site: &Site, made: &[Findings]) -> Option<Found> {
        let says = |it: &&Findings| it.examined > 0 || !it.diagnostics.is_empty();
        let one = |(at, findings): (usize, &Findings)| {
            let mut text = |source: &Arc<Source>| self.text(site, source);
            let diagnostics = findings.diagnostics.iter();
            let diagnostics = diagnostics.map(|it| KeptDiagnostic::of(it, &mut text));
            Some((at, findings.examined, diagnostics.collect::<Option<_>>()?))
        };
        let all = made.iter().enumerate();
        all.filter(|(_, it)| says(it)).map(one).collect()
    }

    fn restored(
        &self,
        site: &Site,
        found: Found,
        faults: &[&'static Fault],
    ) -> Option<Vec<Findings>> {
        let mut all: Vec<Findings> = faults.iter().map(|fault| Findings::new(fault)).collect();
        let text = |text: &Text| source(site, text);
        for (at, examined, diagnostics) in found {
            let findings = all.get_mut(at)?;
            findings.examined = examined;
            let diagnostics = diagnostics.iter();
            let diagnostics = diagnostics.map(|it| it.restored(&self.names, &text));
            findings.diagnostics = diagnostics.collect::<Option<_>>()?;
        }
        Some(all)
    }

    /// What a text is kept by; nothing where it is none that the next site certainly has.
    fn text(&self, site: &Site, wanted: &Arc<Source>) -> Option<Text> {
        let known = self.texts.get(wanted.path());
        let text = known.map_or(Text::Configuration, |at| Text::Article(at.0, at.1));
        Arc::ptr_eq(&source(site, &text)?, wanted).then_some(text)
    }
}

fn source(site: &Site, text: &Text) -> Option<Arc<Source>> {
    let source = match text {
        Text::Configuration => &site.config.file,
        Text::Article(translations, article) => {
            let all = site.translations.unnoted();
            let articles = &all.get(usize::try_from(*translations).ok()?)?.articles;
            &articles.get(usize::try_from(*article).ok()?)?.source
        }
    };
    Some(Arc::clone(source))
}

fn texts(site: &Site) -> HashMap<String, (u32, u32)> {
    let all = (0..).zip(site.translations.unnoted());
    let texts = all.flat_map(|(at, translations)| {
        let articles = (0..).zip(&translations.articles);
        articles.map(move |(article, it)| (it.source.path().to_owned(), (at, article)))
    });
    texts.collect()
}

/// The names of all that rules can find.
fn names() -> Names {
    let rules = rules().map(|rule: &Rule| &rule.fault);
    let all = rules.chain(faults::FAULTS);
    all.map(|fault| fault.name).collect()
}
