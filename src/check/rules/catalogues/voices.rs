//! What a site says by itself in each of its languages, side by side.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::departure::{Difference, Why, departures};
use crate::check::words;
use crate::diagnostic::{Diagnostic, Label, Shift};
use crate::locale::{Catalogue, Locale, Message};
use crate::model::{Site, Statement};

/// Every language of a site with its catalogues.
pub struct Voices<'a> {
    pub all: Vec<Voice<'a>>,
    /// Index of the language that the others are held against.
    pub reference: Option<usize>,
}

/// A language and the catalogues that it takes its words from, best first.
pub struct Voice<'a> {
    pub locale: Arc<Locale>,
    pub catalogues: Vec<&'a Catalogue>,
}

/// The site's own catalogues.
pub fn own(site: &Site) -> Vec<Catalogue> {
    let files = site.words.iter();
    files
        .filter(|source| source.path().ends_with(".ftl"))
        .map(|source| Catalogue::read(source.path(), source.text()))
        .collect()
}

impl<'a> Voices<'a> {
    pub fn of_site(site: &Site, catalogues: &'a [Catalogue]) -> Voices<'a> {
        let reference = site.reference.as_ref();
        Voices::of(&site.locales, reference, catalogues)
    }

    pub fn of(
        locales: &[Arc<Locale>],
        reference: Option<&Arc<Locale>>,
        catalogues: &'a [Catalogue],
    ) -> Voices<'a> {
        let voice = |locale: &Arc<Locale>| Voice {
            catalogues: locale
                .fallbacks()
                .iter()
                .flat_map(|tag| catalogues.iter().filter(move |it| it.speaks(tag)))
                .collect(),
            locale: Arc::clone(locale),
        };
        Voices {
            all: locales.iter().map(voice).collect(),
            reference: reference.and_then(|it| locales.iter().position(|locale| locale == it)),
        }
    }

    /// The name of every message that a language has.
    pub fn names(&self) -> BTreeSet<&'a str> {
        let catalogues = self.all.iter().flat_map(|voice| &voice.catalogues);
        let messages = catalogues.flat_map(|catalogue| &catalogue.messages);
        messages.map(|message| message.name.as_str()).collect()
    }

    /// Who departs from the others; a language without a statement has no vote.
    pub fn differences<T: Eq + Clone>(
        &self,
        state: impl Fn(&Voice<'a>) -> Option<T>,
    ) -> Vec<Difference<T>> {
        let statements: Vec<Statement<T>> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(at, voice)| {
                Some(Statement {
                    article: at,
                    language: voice.locale.language().to_owned(),
                    value: state(voice)?,
                })
            })
            .collect();
        if statements.is_empty() {
            return Vec::new();
        }
        departures(&statements, self.reference, self.reference.unwrap_or(0))
    }

    /// Says who bears witness in the message that is meant, and how certain it is.
    pub fn decided<T>(
        &self,
        mut diagnostic: Diagnostic,
        difference: &Difference<T>,
        name: &str,
    ) -> Diagnostic {
        let folders: Vec<&str> = difference
            .supporters
            .iter()
            .map(|at| self.all[*at].locale.folder())
            .collect();
        let related = difference.supporters.iter().take(words::WITNESSES);
        let related = related.filter_map(|at| {
            let (catalogue, message) = self.all[*at].message(name)?;
            let folder = self.all[*at].locale.folder();
            Some(Label::new(&catalogue.source, message.span, folder))
        });
        diagnostic.locale = match difference.why {
            Why::Divided => None,
            _ => Some(self.all[difference.article].locale.folder().to_owned()),
        };
        let diagnostic = diagnostic.related(related.collect::<Vec<_>>());
        match difference.why {
            Why::Departs => diagnostic.note(format!("so it is in {}", words::list(&folders))),
            Why::Doubted => diagnostic
                .note(format!(
                    "{} agree against the reference",
                    words::list(&folders)
                ))
                .shifted(Shift::Lower),
            Why::Divided => diagnostic
                .note("no majority of the languages says who is right, so nobody is blamed")
                .shifted(Shift::Lower),
        }
    }
}

impl<'a> Voice<'a> {
    /// What the language says under a name, and where.
    pub fn message(&self, name: &str) -> Option<(&'a Catalogue, &'a Message)> {
        let mut catalogues = self.catalogues.iter();
        catalogues.find_map(|catalogue| Some((*catalogue, catalogue.message(name)?)))
    }
}

/// Keeps one of the findings that two locales of one language share, because they take their words from one file.
pub fn without_doubles(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let place = |it: &Diagnostic| {
        let span = it.primary.span;
        (
            it.primary.source.path().to_owned(),
            span.start,
            span.end,
            it.message.clone(),
        )
    };
    diagnostics
        .into_iter()
        .filter(|it| seen.insert(place(it)))
        .collect()
}
