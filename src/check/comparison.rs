//! One article in the languages that should state the same facts, as a rule sees it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::departure::{Departure, Difference, Exchange, Why, departures};
use super::passage::{self, Passage, Place};
use super::rules::source::reference_doubted;
use super::rules::values::{Scan, Scans};
use super::truncation::{self, Cut};
use super::words;
use crate::diagnostic::{Applicability, Diagnostic, Label, Shift, Span};
use crate::model::{
    self, Article, Cohort, Frame, Row, Site, Slot, Spot, Statement, Table, TableSlot, Translations,
};

/// The languages of one cohort of an article.
///
/// A rule asks what each language states, gets the verdict of [`model::decide`], and reports those who depart from it.
#[derive(Debug)]
pub struct Comparison<'a> {
    pub site: &'a Site,
    pub translations: &'a Translations,
    pub cohort: &'a Cohort,
    view: &'a View<'a>,
    cuts: BTreeMap<usize, Cut>,
}

/// What all comparisons of an article look at, made once.
#[derive(Debug)]
pub struct View<'a> {
    /// By article the blocks that are segments, as many as [`Translations::segments`].
    frames: Vec<Vec<Frame<'a>>>,
    passages: Vec<Passage<'a>>,
    /// Made when the first rule about values asks.
    scans: OnceCell<Scans>,
}

impl<'a> View<'a> {
    pub fn of(translations: &'a Translations) -> Self {
        let frames: Vec<Vec<Frame>> = translations.articles.iter().map(model::frames).collect();
        View {
            passages: passage::passages(translations, &frames),
            frames,
            scans: OnceCell::new(),
        }
    }
}

impl<'a> Comparison<'a> {
    pub fn new(
        site: &'a Site,
        translations: &'a Translations,
        cohort: &'a Cohort,
        view: &'a View<'a>,
    ) -> Self {
        Comparison {
            site,
            translations,
            cohort,
            view,
            cuts: truncation::cuts(translations, cohort),
        }
    }

    /// The members that break off before their end, with what is lost there.
    pub fn cuts(&self) -> &BTreeMap<usize, Cut> {
        &self.cuts
    }

    /// Whether an article breaks off before something or in it: then it is silent about it, and `truncated-article` tells why.
    pub fn is_beyond_end(&self, article: usize, spot: Spot) -> bool {
        self.cuts
            .get(&article)
            .is_some_and(|cut| cut.is_beyond(spot))
    }

    /// Whether an article breaks off in a thing that it has, so that the rest of it may be lost.
    pub fn breaks_off_in(&self, article: usize, spot: Spot) -> bool {
        self.cuts.get(&article).is_some_and(|cut| cut.is_last(spot))
    }

    /// Whether an article breaks off in a table or before it.
    pub fn breaks_off_at_table(&self, article: usize, slot: &TableSlot) -> bool {
        let at = || {
            let tables = &self.translations.tables;
            tables.iter().position(|other| std::ptr::eq(other, slot))
        };
        self.cuts.contains_key(&article)
            && at().is_some_and(|at| {
                let spot = Spot::Table(at);
                self.is_beyond_end(article, spot) || self.breaks_off_in(article, spot)
            })
    }

    /// The passages of running text that a member has: headings, then paragraphs and list items, then titles of columns and cells.
    pub fn passages(&self) -> impl Iterator<Item = &'a Passage<'a>> {
        let members = self.members();
        let here = move |passage: &&Passage| members.iter().any(|it| passage.words(*it).is_some());
        self.view.passages.iter().filter(here)
    }

    /// The passages where a language has values, with what each language has there.
    pub fn scanned_passages(&self) -> impl Iterator<Item = (&'a Passage<'a>, &'a [Option<Scan>])> {
        let scans = self
            .view
            .scans
            .get_or_init(|| Scans::of(self.translations, &self.view.passages));
        let members = self.members();
        let passages = scans
            .iter()
            .map(|(at, scans)| (&self.view.passages[at], scans));
        passages.filter(move |(passage, _)| members.iter().any(|it| passage.words(*it).is_some()))
    }

    /// The block of an article that a slot of [`Translations::pieces`] is there.
    pub fn frame(&self, slot: &Slot, article: usize) -> Option<&'a Frame<'a>> {
        Some(&self.view.frames[article][slot.members[article]?])
    }

    /// The blocks of an article that are segments, in the order of the text.
    pub fn frames(&self, article: usize) -> &'a [Frame<'a>] {
        &self.view.frames[article]
    }

    /// What a passage is called in a message: "this paragraph", "`Name` of row `10102`".
    pub fn passage_name(&self, passage: &Passage, article: usize) -> String {
        match passage.place {
            Place::Cell { slot, row, column } => self.cell_name(slot, row, column, article),
            _ => passage.name().to_owned(),
        }
    }

    /// "`Name` of row `10102`".
    pub fn cell_name(&self, slot: &TableSlot, row: &Slot, column: usize, article: usize) -> String {
        let title = self.column_name(slot, article, column);
        let row = self.row_name_in(slot, row, article);
        match title {
            "" => format!("column {} of {row}", column + 1),
            title => format!("`{title}` of {row}"),
        }
    }

    pub fn article(&self, index: usize) -> &'a Article {
        &self.translations.articles[index]
    }

    /// The articles to compare, ascending.
    pub fn members(&self) -> &'a [usize] {
        &self.cohort.members
    }

    /// The article that a fault shared by all languages is reported on.
    pub fn principal(&self) -> usize {
        self.cohort.reference.unwrap_or(self.cohort.members[0])
    }

    /// Whether the article has a reference, and these languages were made from another version of it.
    pub fn is_outdated(&self) -> bool {
        self.translations.reference.is_some() && self.cohort.reference.is_none()
    }

    /// Whether the article is compared with its reference.
    pub fn is_reference(&self, article: usize) -> bool {
        self.cohort.reference == Some(article)
    }

    /// What each member states; `None` leaves a member out of the vote.
    pub fn statements<T>(&self, state: impl Fn(usize) -> Option<T>) -> Vec<Statement<T>> {
        self.members()
            .iter()
            .filter_map(|&article| {
                let language = self.article(article).locale.language().to_owned();
                Some(Statement {
                    article,
                    language,
                    value: state(article)?,
                })
            })
            .collect()
    }

    /// Returns who departs from the baseline of a fact. A doubted reference is one difference, and so is a tie.
    pub fn differences<T: Eq + Clone>(
        &self,
        state: impl Fn(usize) -> Option<T>,
    ) -> Vec<Difference<T>> {
        departures(
            &self.statements(state),
            self.cohort.reference,
            self.principal(),
        )
    }

    /// Returns who departs from the baseline of a multiset. Each thing is put to the vote by itself, so that two languages may
    /// be wrong about different things in the same place.
    ///
    /// Exchanges stand in the order of articles; a doubted reference is one with [`Why::Doubted`]. Things that nobody can
    /// decide about are one exchange with [`Why::Divided`], on an article that has them or lacks them.
    pub fn exchanges<T: Ord + Clone>(
        &self,
        state: impl Fn(usize) -> Option<Vec<T>>,
    ) -> Vec<Exchange<T>> {
        let stated: Vec<(usize, Vec<T>)> = self
            .members()
            .iter()
            .filter_map(|&article| {
                let mut things = state(article)?;
                things.sort_unstable();
                Some((article, things))
            })
            .collect();
        // Nearly everywhere all state the same.
        if stated.iter().all(|(_, things)| *things == stated[0].1) {
            return Vec::new();
        }
        let things: BTreeSet<&T> = stated.iter().flat_map(|(_, things)| things).collect();
        let mut exchanges: BTreeMap<(usize, bool), Exchange<T>> = BTreeMap::new();
        for thing in things {
            let count = |article: usize| {
                let at = stated.binary_search_by_key(&article, |it| it.0).ok()?;
                let things = &stated[at].1;
                let start = things.partition_point(|it| it < thing);
                Some(things[start..].partition_point(|it| it == thing))
            };
            for difference in self.differences(count) {
                let here = count(difference.article).unwrap_or(0);
                let certain = difference.why != Why::Divided;
                let exchange = exchanges
                    .entry((difference.article, certain))
                    .or_insert_with(|| Exchange {
                        article: difference.article,
                        lost: Vec::new(),
                        gained: Vec::new(),
                        supporters: difference.supporters.clone(),
                        why: difference.why,
                    });
                let (things, times) = match here < difference.expected {
                    true => (&mut exchange.lost, difference.expected - here),
                    false => (&mut exchange.gained, here - difference.expected),
                };
                things.extend(std::iter::repeat_n(thing.clone(), times));
            }
        }
        exchanges.into_values().collect()
    }

    /// How certain a finding is: less where nobody is to blame, and where no witness was made from the same source version.
    pub fn shift(&self, departure: &impl Departure) -> Shift {
        let same = departure
            .supporters()
            .iter()
            .any(|&supporter| self.version(supporter) == self.version(departure.article()));
        if departure.why() == Why::Departs && same {
            Shift::Usual
        } else {
            Shift::Lower
        }
    }

    /// Whether the reference and two more, or three without it, say what is expected, and nobody but the departing article
    /// says anything else.
    pub fn is_unanimous(&self, departure: &impl Departure) -> bool {
        let supporters = departure.supporters().len();
        departure.why() == Why::Departs && supporters + 1 == self.members().len() && supporters > 2
    }

    /// How far a fix may be trusted that writes what is expected: nothing where nobody knows what that is.
    pub fn applicability(&self, departure: &impl Departure) -> Option<Applicability> {
        let same_version = self.shift(departure) == Shift::Usual;
        match departure.why() {
            Why::Departs if self.is_unanimous(departure) && same_version => {
                Some(Applicability::Safe)
            }
            Why::Departs => Some(Applicability::Unsafe),
            Why::Doubted | Why::Divided => None,
        }
    }

    /// Who bears witness, the reference first.
    pub fn witnesses(&self, departure: &impl Departure) -> Vec<usize> {
        let mut witnesses = departure.supporters().to_vec();
        witnesses.sort_by_key(|witness| !self.is_reference(*witness));
        witnesses
    }

    /// The source version that an article was made from; the reference is one.
    fn version(&self, article: usize) -> Option<&str> {
        let named = self
            .article(article)
            .source_version()
            .map(|(version, _)| version);
        let unstamped = || {
            self.members().iter().all(|&other| {
                self.is_reference(other) || self.article(other).source_version().is_none()
            })
        };
        match self.is_reference(article) {
            true if unstamped() => None,
            true => Some(self.article(article).version.as_str()),
            false => named,
        }
    }

    /// Says who bears witness, and where, and how certain it is.
    pub fn decided(
        &self,
        diagnostic: Diagnostic,
        departure: &impl Departure,
        place: impl Fn(usize) -> Option<Span>,
    ) -> Diagnostic {
        let shown = self.witnesses(departure).into_iter().take(words::WITNESSES);
        let related = shown.filter_map(|supporter| {
            let article = self.article(supporter);
            let words = if self.is_reference(supporter) {
                "the reference"
            } else {
                article.locale.folder()
            };
            Some(Label::new(&article.source, place(supporter)?, words))
        });
        let diagnostic = diagnostic
            .note(words::evidence(self, departure))
            .related(related.collect::<Vec<_>>());
        match departure.why() {
            Why::Departs => diagnostic.shifted(self.shift(departure)),
            Why::Divided => self.shared(diagnostic).shifted(self.shift(departure)),
            Why::Doubted => doubted(diagnostic),
        }
    }

    /// Makes a finding one of all languages together: it is told once, and its place is only an example.
    pub fn shared(&self, mut diagnostic: Diagnostic) -> Diagnostic {
        if self.members().len() > 1 {
            diagnostic.locale = None;
        }
        diagnostic
    }

    /// Tables that correspond, where at least one member has one.
    pub fn tables(&self) -> impl Iterator<Item = &'a TableSlot> + '_ {
        self.translations.tables.iter().filter(|slot| {
            self.members()
                .iter()
                .any(|member| slot.tables.members[*member].is_some())
        })
    }

    /// An article's table, where it has the usual columns.
    pub fn table(&self, slot: &TableSlot, article: usize) -> Option<&'a Table> {
        self.translations.shaped_table(slot, article)
    }

    /// An article's row, where its table has the usual columns.
    pub fn row(&self, slot: &TableSlot, row: &Slot, article: usize) -> Option<&'a Row> {
        self.table(slot, article)?.rows.get(row.members[article]?)
    }

    /// What a row is called: its key in the reference, else as most members spell it, else its number in the table.
    pub fn row_name(&self, slot: &TableSlot, row: &Slot) -> String {
        self.keyed_name(slot, row).unwrap_or_else(|| {
            let members = self.members();
            let at = row.present().find(|(article, _)| members.contains(article));
            format!("row {}", at.map_or(0, |(_, at)| at + 1))
        })
    }

    /// What a row is called in an article: as anywhere, but without a key by its number there.
    fn row_name_in(&self, slot: &TableSlot, row: &Slot, article: usize) -> String {
        let own = || Some(format!("row {}", row.members[article]? + 1));
        let keyed = self.keyed_name(slot, row);
        keyed
            .or_else(own)
            .unwrap_or_else(|| self.row_name(slot, row))
    }

    fn keyed_name(&self, slot: &TableSlot, row: &Slot) -> Option<String> {
        let key = |article: usize| {
            Some(
                self.row(slot, row, article)?
                    .cells
                    .get(slot.key_column()?)?
                    .text
                    .as_str(),
            )
        };
        let mut names: Vec<&str> = self
            .members()
            .iter()
            .filter_map(|&article| key(article))
            .collect();
        names.sort_unstable();
        let usual = names
            .chunk_by(|a, b| a == b)
            .max_by_key(|same| same.len())
            .map(|same| same[0]);
        let name = self.cohort.reference.and_then(key).or(usual)?;
        Some(format!("row `{name}`"))
    }

    /// The header's words of a column in an article.
    pub fn column_name(&self, slot: &TableSlot, article: usize, column: usize) -> &'a str {
        self.table(slot, article)
            .map_or("", |table| table.columns[column].label.as_str())
    }

    /// Where a section is: its heading, or the article's first byte.
    pub fn section_span(&self, article: usize, section: usize) -> Span {
        let article = self.article(article);
        article.heading(&article.sections[section]).map_or(
            Span::new(article.front_matter.span.end, article.front_matter.span.end),
            |heading| heading.span,
        )
    }
}

/// Whatever rule found it, doubt about the reference is one kind of finding, and at most a warning.
fn doubted(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.rule = reference_doubted::RULE.fault.name;
    diagnostic.severity = diagnostic
        .severity
        .min(reference_doubted::RULE.fault.severity);
    diagnostic
}

/// Runs something over every comparison of an article.
pub fn over_article<T>(
    site: &Site,
    translations: &Translations,
    make: impl Fn(&Comparison) -> Vec<T>,
) -> Vec<T> {
    let view = View::of(translations);
    let cohorts = translations.cohorts.iter();
    let cohorts = cohorts.filter(|cohort| !cohort.members.is_empty());
    cohorts
        .flat_map(|cohort| make(&Comparison::new(site, translations, cohort, &view)))
        .collect()
}

/// Runs something over every comparison of a site, and returns what it made in the order of the articles.
pub fn over_site<T: Send>(site: &Site, make: impl Fn(&Comparison) -> Vec<T> + Sync) -> Vec<T> {
    let of_article = |translations: &Translations| over_article(site, translations, &make);
    let made: Vec<Vec<T>> = site.translations.par_iter().map(of_article).collect();
    made.into_iter().flatten().collect()
}
