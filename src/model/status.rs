//! How the articles of a site stand in each language: what is current, what is stale, damaged or missing, and what was found.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::AddAssign;

use jiff::civil::Date;
use serde::Serialize;

use super::{Article, Site, Translations};
use crate::diagnostic::{Diagnostic, Severity};

/// The rules whose findings are states of their own and no damage.
const STATES: [&str; 2] = ["missing-article", "stale-translation"];

/// How the articles of a site stand in each language, and everything that was found in them.
#[derive(Debug, Clone)]
pub struct Status {
    /// Whether the rules ran: without them nobody knows what is damaged.
    pub checked: bool,
    /// The languages that are told of: indexes of the site's locales, ascending.
    pub locales: Vec<usize>,
    /// For each of the site's translations, in each of its locales.
    states: Vec<Vec<State>>,
    /// In the order of the report.
    findings: Vec<Diagnostic>,
    /// The findings of each place, by their indexes.
    places: BTreeMap<Owner, Vec<usize>>,
}

/// What findings belong to: an article or none of the site's, in a language or in none or all of them. Both are indexes.
pub type Owner = (Option<usize>, Option<usize>);

/// How an article stands in a language.
///
/// Only one can be told of each: what is missing is neither stale nor damaged, and what is stale may be damaged besides. Staleness
/// goes first because rules hold back what they would say of a stale translation, so that its damage is not known in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is the reference, it was made from the present version of it, or nothing says otherwise; and nothing graver than an info
    /// was found in it.
    Current,
    /// It names another version of the reference than the present one.
    Stale,
    /// It is not stale, and it has findings that are errors or warnings.
    Damaged,
    /// It is not there, and the language is expected to have it.
    Missing,
    /// It is not there, and nobody expects it.
    Exempt,
}

impl State {
    pub const ALL: [State; 5] = [
        State::Current,
        State::Stale,
        State::Damaged,
        State::Missing,
        State::Exempt,
    ];

    pub fn name(self) -> &'static str {
        match self {
            State::Current => "current",
            State::Stale => "stale",
            State::Damaged => "damaged",
            State::Missing => "missing",
            State::Exempt => "exempt",
        }
    }

    /// Whether somebody has to do something about it.
    pub fn is_debt(self) -> bool {
        matches!(self, State::Stale | State::Damaged | State::Missing)
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Count {
    pub error: usize,
    pub warning: usize,
    pub info: usize,
}

impl Count {
    pub fn all(self) -> usize {
        self.error + self.warning + self.info
    }

    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Info => self.info += 1,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.error += other.error;
        self.warning += other.warning;
        self.info += other.info;
    }
}

/// How many articles of a language, or of all, are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    pub current: usize,
    pub stale: usize,
    pub damaged: usize,
    pub missing: usize,
    pub exempt: usize,
}

impl Totals {
    pub fn of(self, state: State) -> usize {
        match state {
            State::Current => self.current,
            State::Stale => self.stale,
            State::Damaged => self.damaged,
            State::Missing => self.missing,
            State::Exempt => self.exempt,
        }
    }

    /// How many articles there should be.
    pub fn due(self) -> usize {
        self.current + self.stale + self.damaged + self.missing
    }

    /// What share of the articles that there should be is current, in tenths of a per cent, rounded down: only what is whole is 100.
    pub fn coverage(self) -> Option<usize> {
        (self.current * 1000).checked_div(self.due())
    }

    fn add(&mut self, state: State) {
        match state {
            State::Current => self.current += 1,
            State::Stale => self.stale += 1,
            State::Damaged => self.damaged += 1,
            State::Missing => self.missing += 1,
            State::Exempt => self.exempt += 1,
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Totals) {
        self.current += other.current;
        self.stale += other.stale;
        self.damaged += other.damaged;
        self.missing += other.missing;
        self.exempt += other.exempt;
    }
}

/// An article that a language owes its readers, in part or whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debt {
    /// Indexes of the site's translations and of its locales.
    pub translations: usize,
    pub locale: usize,
    pub state: State,
    /// The day that the text says it was last changed; of what is missing the text that stands for all.
    pub date: Option<Date>,
    pub count: Count,
}

impl Status {
    /// Puts what was found where it belongs. The findings are those that a reader of the report gets to see.
    pub fn of(site: &Site, findings: Vec<Diagnostic>, checked: bool) -> Status {
        let mut status = Status {
            checked,
            locales: (0..site.locales.len()).collect(),
            states: Vec::with_capacity(site.translations.len()),
            findings,
            places: BTreeMap::new(),
        };
        status.place(site);
        status.judge(site);
        status
    }

    /// Tells of some languages only, by their folders in any case. What belongs to no language or to all concerns each of them.
    pub fn within(mut self, site: &Site, folders: &[String]) -> Status {
        let is_wanted = |locale: &usize| {
            let own = site.locales[*locale].folder();
            folders
                .iter()
                .any(|folder| folder.eq_ignore_ascii_case(own))
        };
        self.locales.retain(is_wanted);
        self
    }

    fn place(&mut self, site: &Site) {
        for (at, finding) in self.findings.iter().enumerate() {
            let article = finding.article.as_deref().and_then(|id| site.index(id));
            let folder = finding.locale.as_deref();
            let mut locales = site.locales.iter();
            let locale = folder.and_then(|it| locales.position(|locale| locale.folder() == it));
            self.places.entry((article, locale)).or_default().push(at);
        }
    }

    fn judge(&mut self, site: &Site) {
        for (at, translations) in site.translations.iter().enumerate() {
            let expected = site.expects(translations);
            let states = (0..site.locales.len()).map(|locale| {
                let own = translations.position(site.locales[locale].folder());
                match own {
                    Some(own) if translations.is_stale(own) => State::Stale,
                    Some(_) if self.damage((Some(at), Some(locale))) > 0 => State::Damaged,
                    Some(_) => State::Current,
                    None if expected && site.translates(&site.locales[locale]) => State::Missing,
                    None => State::Exempt,
                }
            });
            let states = states.collect();
            self.states.push(states);
        }
    }

    /// How many errors and warnings were found in a place, without those that say nothing but that it is stale or missing.
    pub fn damage(&self, owner: Owner) -> usize {
        let is_damage =
            |it: &&Diagnostic| it.severity >= Severity::Warning && !STATES.contains(&it.rule);
        self.findings(owner).filter(is_damage).count()
    }

    /// How an article stands in a language, by the indexes of the site's translations and locales.
    pub fn state(&self, translations: usize, locale: usize) -> State {
        self.states[translations][locale]
    }

    /// What was found in a place, in the order of the report.
    pub fn findings(&self, owner: Owner) -> impl Iterator<Item = &Diagnostic> {
        let places = self.places.get(&owner).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.findings[*at])
    }

    /// How much was found in a place.
    pub fn count(&self, owner: Owner) -> Count {
        counted(self.findings(owner))
    }

    /// How much was found in a language: in its articles, and in its files that are none.
    pub fn count_in(&self, locale: usize) -> Count {
        self.sum(|(_, other)| *other == Some(locale))
    }

    /// How much was found that belongs to no language or to all of them.
    pub fn count_shared(&self) -> Count {
        self.sum(|(_, locale)| locale.is_none())
    }

    /// How much was found in the languages that are told of, and shared by all: what a report on them counts.
    pub fn count_all(&self) -> Count {
        self.sum(|(_, locale)| locale.is_none_or(|locale| self.tells_of(locale)))
    }

    fn tells_of(&self, locale: usize) -> bool {
        self.locales.binary_search(&locale).is_ok()
    }

    fn sum(&self, is_meant: impl Fn(&Owner) -> bool) -> Count {
        let mut sum = Count::default();
        for owner in self.places.keys().filter(|owner| is_meant(owner)) {
            sum += self.count(*owner);
        }
        sum
    }

    /// How many articles of a language are in each state.
    pub fn totals(&self, locale: usize) -> Totals {
        let mut totals = Totals::default();
        for states in &self.states {
            totals.add(states[locale]);
        }
        totals
    }

    /// How many are in each state, in all languages that are told of.
    pub fn totals_all(&self) -> Totals {
        let mut totals = Totals::default();
        for locale in &self.locales {
            totals += self.totals(*locale);
        }
        totals
    }

    /// Everything that is owed in the languages that are told of: the oldest first by the day that the text names, what names none
    /// behind them; then what is missing, the number of findings, and the article.
    pub fn debts(&self, site: &Site) -> Vec<Debt> {
        let translations = 0..site.translations.len();
        let places = translations.flat_map(|at| self.locales.iter().map(move |it| (at, *it)));
        let owed = places.filter(|(at, locale)| self.state(*at, *locale).is_debt());
        let mut debts: Vec<Debt> = owed.map(|place| self.debt(site, place)).collect();
        debts.sort_by_key(|debt| {
            let grave = Reverse((debt.count.error, debt.count.warning));
            (debt.date.is_none(), debt.date, Reverse(debt.state), grave)
        });
        debts
    }

    fn debt(&self, site: &Site, (translations, locale): (usize, usize)) -> Debt {
        let text = text(
            &site.translations[translations],
            site.locales[locale].folder(),
        );
        Debt {
            translations,
            locale,
            state: self.state(translations, locale),
            date: text.date(),
            count: self.count((Some(translations), Some(locale))),
        }
    }
}

/// The text of a language, else the one that stands for all.
fn text<'a>(translations: &'a Translations, folder: &str) -> &'a Article {
    let own = translations.in_locale(folder);
    own.unwrap_or_else(|| translations.principal())
}

fn counted<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Count {
    let mut count = Count::default();
    findings.for_each(|finding| count.add(finding.severity));
    count
}
