//! Mends a site in memory: applies fixes, checks again, takes back what did harm, and again until nothing is left to fix:
//! one loop, and so one file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::check::check_noticed;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Source, Span, patch};
use crate::discover::{LoadError, Overlay, Place, Shelf, World};
use crate::load;
use crate::model::{Article, Destinations, End, Levels, Reference, Site};

/// What to mend.
#[derive(Debug, Clone, Copy)]
pub struct Mending<'a> {
    /// The levels to check with after each step; what they switch off cannot be missed.
    pub levels: &'a Levels,
    /// The findings to mend, of this site as it is; others are left alone.
    pub wanted: &'a [Diagnostic],
    /// Whether to apply what is only probably right as well.
    pub unsafely: bool,
}

/// What became of a site's texts.
#[derive(Debug, Clone, Default)]
pub struct Mended {
    /// By place.
    pub changes: Vec<Change>,
    /// How many of the findings are gone.
    pub fixed: usize,
    /// Findings whose fix was tried and left something to be found, in their place or elsewhere; it is not applied.
    pub taken_back: Vec<Diagnostic>,
}

/// A text that is to be another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub place: Place,
    pub before: String,
    pub after: String,
}

impl Mended {
    /// The world as it will be.
    pub fn overlay<'a>(&self, world: &'a dyn World) -> Overlay<'a> {
        let after = |change: &Change| (change.place.clone(), change.after.clone());
        Overlay::new(world, self.changes.iter().map(after).collect())
    }
}

/// Most sites are at rest after two rounds; rows that are missing one behind the other take a round each.
const MAX_ROUNDS: usize = 32;
/// Each trial reads and checks the articles that are mended; what is left untried then is not applied.
const MAX_TRIALS: usize = 400;

/// Applies the fixes of findings, as far as they do no harm.
///
/// A fix stays only if its finding is gone afterwards and there is none that was not there before. What comes out is at rest:
/// to mend it again changes nothing.
///
/// # Errors
///
/// Where the site cannot be loaded as it is.
pub fn mend(world: &dyn World, mending: Mending) -> Result<Mended, LoadError> {
    let mut state = State {
        world,
        mending,
        wanted: HashMap::new(),
        before: BTreeMap::new(),
        texts: BTreeMap::new(),
        trials: 0,
    };
    let first = state.examine(&state.texts, None)?;
    state.wanted = wanted(&first, mending.wanted);
    let keys: HashSet<Key> = mending.wanted.iter().map(key).collect();
    let mut now = first.clone();
    let mut taken_back = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let round = state.round(&now);
        taken_back = round.taken_back;
        match round.after {
            Some(after) => now = after,
            None => break,
        }
    }
    let gone = |key: &Key| first.count(key).saturating_sub(now.count(key));
    Ok(Mended {
        fixed: keys.iter().map(gone).sum(),
        changes: state.changes(),
        taken_back,
    })
}

/// What a finding is, wherever it stands: edits elsewhere move it.
type Key = (&'static str, String, String, Option<String>, Option<String>);

fn key(finding: &Diagnostic) -> Key {
    (
        finding.rule,
        finding.primary.source.path().to_owned(),
        finding.message.clone(),
        finding.expected.clone(),
        finding.found.clone(),
    )
}

/// For each finding of a site, in order, whether it is to be mended: findings alike are told apart by their number.
fn wanted(first: &Examined, wanted: &[Diagnostic]) -> HashMap<Key, Vec<bool>> {
    let wanted: HashSet<(Key, Span)> = wanted
        .iter()
        .map(|finding| (key(finding), finding.primary.span))
        .collect();
    let mut all: HashMap<Key, Vec<bool>> = HashMap::new();
    for finding in &first.findings {
        let it = (key(finding), finding.primary.span);
        let is_wanted = wanted.contains(&it);
        all.entry(it.0).or_default().push(is_wanted);
    }
    all
}

struct State<'a> {
    world: &'a dyn World,
    mending: Mending<'a>,
    /// Of the findings that are alike, in their order, those to mend.
    wanted: HashMap<Key, Vec<bool>>,
    /// The changed texts as they were at first.
    before: BTreeMap<Place, String>,
    /// The changed texts as they are now.
    texts: BTreeMap<Place, String>,
    trials: usize,
}

/// A site with some texts, and what is found in it.
#[derive(Clone)]
struct Examined {
    findings: Vec<Diagnostic>,
    counts: HashMap<Key, usize>,
    places: HashMap<*const Source, Place>,
    /// Keeps the addresses of `places` its own.
    site: Arc<Site>,
}

impl Examined {
    fn count(&self, key: &Key) -> usize {
        self.counts.get(key).copied().unwrap_or(0)
    }

    fn place(&self, source: &Arc<Source>) -> Option<&Place> {
        self.places.get(&Arc::as_ptr(source))
    }
}

/// A finding with a fix that goes with all other candidates.
struct Candidate<'a> {
    finding: &'a Diagnostic,
    fix: &'a Fix,
    key: Key,
    /// How many findings alike stand before it.
    number: usize,
}

/// What a round of fixes did.
struct Round {
    /// The site after it; nothing where no fix was applied.
    after: Option<Examined>,
    taken_back: Vec<Diagnostic>,
}

impl<'a> State<'a> {
    fn examine(
        &self,
        texts: &BTreeMap<Place, String>,
        part: Option<&Part>,
    ) -> Result<Examined, LoadError> {
        let world = Overlay::new(self.world, texts.clone());
        let world = match part {
            Some(part) => world.narrowed(&part.articles, part.reference.clone()),
            None => world,
        };
        let parsed = load(&world)?;
        let site = parsed.value;
        let levels = self.mending.levels;
        let findings = check_noticed(&site, levels, parsed.diagnostics, true).diagnostics;
        let mut counts = HashMap::new();
        for finding in &findings {
            *counts.entry(key(finding)).or_default() += 1;
        }
        Ok(Examined {
            places: places(&site),
            findings,
            counts,
            site: Arc::new(site),
        })
    }

    /// Applies as many fixes of the findings as do no harm: first among the articles that they are about, which takes little time,
    /// then in the whole site.
    fn round(&mut self, now: &Examined) -> Round {
        let candidates = self.candidates(now);
        let all: Vec<usize> = (0..candidates.len()).collect();
        let part = Part::of(now, &candidates);
        let (batch, mut refused) = match self.examine(&self.texts, Some(&part)) {
            Ok(before) if !all.is_empty() => {
                let mut trial = Trial::new(now, &before, Some(&part));
                self.settle(&candidates, &mut trial, all);
                (trial.accepted, trial.refused)
            }
            _ => (all, Vec::new()),
        };
        let mut trial = Trial::new(now, now, None);
        self.settle(&candidates, &mut trial, batch);
        refused.extend(&trial.refused);
        refused.sort_unstable();
        let finding = |at: &usize| candidates[*at].finding.clone();
        let taken_back: Vec<Diagnostic> = refused.iter().map(finding).collect();
        if trial.after.is_some() {
            self.texts = self.patched(now, &candidates, &trial.accepted);
            for (place, text) in originals(now, &candidates, &trial.accepted) {
                self.before.entry(place).or_insert(text);
            }
        }
        if let Some(after) = &trial.after {
            self.forget(&candidates, &trial.accepted, after);
        }
        Round {
            after: trial.after,
            taken_back,
        }
    }

    /// Takes what was mended out of the wanted findings. Where others alike have gone with them, nobody knows which are left.
    fn forget(&mut self, candidates: &[Candidate], mended: &[usize], after: &Examined) {
        let mut numbers: HashMap<&Key, BTreeSet<usize>> = HashMap::new();
        for at in mended {
            let candidate = &candidates[*at];
            numbers
                .entry(&candidate.key)
                .or_default()
                .insert(candidate.number);
        }
        for (key, numbers) in numbers {
            let Some(wanted) = self.wanted.get_mut(key) else {
                continue;
            };
            for number in numbers.into_iter().rev() {
                wanted.remove(number);
            }
        }
        for (key, wanted) in &mut self.wanted {
            if wanted.len() != after.count(key) {
                let all = wanted.iter().all(|wanted| *wanted);
                *wanted = vec![all; after.count(key)];
            }
        }
    }

    /// The findings whose fix may be applied and goes with all others; the rest waits for the next round.
    fn candidates<'b>(&self, now: &'b Examined) -> Vec<Candidate<'b>> {
        let mut whole: BTreeMap<&Place, bool> = BTreeMap::new();
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut numbers: HashMap<Key, usize> = HashMap::new();
        for finding in &now.findings {
            let key = key(finding);
            let next = numbers.entry(key.clone()).or_default();
            let number = std::mem::replace(next, *next + 1);
            let Some(fix) = finding.fix.as_ref().filter(|fix| self.may_apply(fix)) else {
                continue;
            };
            let mut places = fix.edits.iter().map(|edit| (now.place(&edit.source), edit));
            let changeable = places.all(|(place, edit)| {
                place.is_some_and(|place| {
                    *whole
                        .entry(place)
                        .or_insert_with(|| self.is_changeable(place, &edit.source))
                })
            });
            let wanted = self.wanted.get(&key).and_then(|all| all.get(number));
            if changeable && wanted == Some(&true) {
                candidates.push(Candidate {
                    finding,
                    fix,
                    key,
                    number,
                });
            }
        }
        let fixes: Vec<&Fix> = candidates.iter().map(|candidate| candidate.fix).collect();
        let mut applied = patch(&fixes).applied.into_iter();
        candidates.retain(|_| applied.next().unwrap_or(false));
        candidates
    }

    fn may_apply(&self, fix: &Fix) -> bool {
        match fix.applicability {
            Applicability::Safe => true,
            Applicability::Unsafe => self.mending.unsafely,
            Applicability::Display => false,
        }
    }

    /// Whether a text is the file's bytes, and the file is where it seems to be.
    fn is_changeable(&self, place: &Place, source: &Source) -> bool {
        if self.texts.contains_key(place) {
            return true;
        }
        let bytes = match place {
            Place::Configuration => match self.world.configuration() {
                Ok(Some((_, bytes))) => bytes,
                _ => return false,
            },
            Place::On(shelf, path) if self.world.is_linked(shelf, path) => return false,
            Place::On(shelf, path) => self.world.read(shelf, path).unwrap_or_default(),
        };
        bytes == source.text().as_bytes()
    }

    /// The changed texts with some fixes applied.
    fn patched(
        &self,
        now: &Examined,
        candidates: &[Candidate],
        chosen: &[usize],
    ) -> BTreeMap<Place, String> {
        let fixes: Vec<&Fix> = chosen.iter().map(|at| candidates[*at].fix).collect();
        let mut texts = self.texts.clone();
        for (source, text) in patch(&fixes).texts {
            if let Some(place) = now.place(&source) {
                texts.insert(place.clone(), text);
            }
        }
        texts
    }

    /// Applies a batch of fixes where it does no harm, else the parts of it that do none.
    fn settle(&mut self, candidates: &[Candidate], trial: &mut Trial, batch: Vec<usize>) {
        if batch.is_empty() || self.trials == MAX_TRIALS {
            return;
        }
        self.trials += 1;
        let chosen = [trial.accepted.as_slice(), &batch].concat();
        let texts = self.patched(trial.now, candidates, &chosen);
        let after = self.examine(&texts, trial.part).ok();
        let blame = match &after {
            Some(after) => trial.blame(candidates, after, &chosen, &batch),
            None => Blame::Unknown,
        };
        match blame {
            Blame::Nobody => {
                trial.accepted = chosen;
                trial.after = after;
            }
            Blame::These(guilty) => {
                let innocent = batch.iter().filter(|at| !guilty.contains(at)).copied();
                self.settle(candidates, trial, innocent.collect());
                let (alone, halves) = halves_by_article(candidates, &guilty);
                trial.refused.extend(alone);
                halves
                    .into_iter()
                    .for_each(|half| self.settle(candidates, trial, half));
            }
            Blame::Unknown if batch.len() == 1 => trial.refused.extend(batch),
            Blame::Unknown => {
                let (one, other) = batch.split_at(batch.len() / 2);
                self.settle(candidates, trial, one.to_vec());
                self.settle(candidates, trial, other.to_vec());
            }
        }
    }

    fn changes(&self) -> Vec<Change> {
        let changes = self.before.iter().map(|(place, before)| Change {
            place: place.clone(),
            before: before.clone(),
            after: self.texts[place].clone(),
        });
        changes
            .filter(|change| change.before != change.after)
            .collect()
    }
}

/// The texts that fixes change, as they are before.
fn originals(now: &Examined, candidates: &[Candidate], chosen: &[usize]) -> Vec<(Place, String)> {
    let edits = chosen.iter().flat_map(|at| &candidates[*at].fix.edits);
    edits
        .filter_map(|edit| {
            Some((
                now.place(&edit.source)?.clone(),
                edit.source.text().to_owned(),
            ))
        })
        .collect()
}

/// Where each text of a site stands.
fn places(site: &Site) -> HashMap<*const Source, Place> {
    let articles = Shelf::Articles(site.config.source.clone());
    let on = |shelf: &Shelf, source: &Arc<Source>| {
        let place = Place::On(shelf.clone(), source.path().to_owned());
        (Arc::as_ptr(source), place)
    };
    let configuration = (Arc::as_ptr(&site.config.file), Place::Configuration);
    site.articles()
        .map(|article| on(&articles, &article.source))
        .chain(site.words.iter().map(|source| on(&Shelf::Words, source)))
        .chain(
            site.templates
                .iter()
                .map(|source| on(&Shelf::Templates, source)),
        )
        .chain([configuration])
        .collect()
}

/// The articles that fixes are about and those that mended links lead to, in all languages.
struct Part {
    articles: BTreeSet<String>,
    reference: Reference,
}

impl Part {
    fn of(now: &Examined, candidates: &[Candidate]) -> Part {
        let ids = candidates
            .iter()
            .filter_map(|it| it.finding.article.as_deref());
        let mut ids: BTreeSet<&str> = ids.collect();
        ids.extend(linked(&now.site, candidates));
        let translations = ids.into_iter().filter_map(|id| now.site.translations(id));
        let articles = translations.flat_map(|translations| &translations.articles);
        let reference = now.site.reference.as_ref();
        Part {
            articles: articles
                .map(|article| article.source.path().to_owned())
                .collect(),
            reference: reference.map_or(Reference::None, |locale| {
                Reference::Locale(locale.folder().to_ascii_lowercase())
            }),
        }
    }
}

/// The articles that the texts of fixes lead to as links: a part of the site without them could not tell whether they do.
fn linked<'a>(site: &'a Site, candidates: &[Candidate]) -> BTreeSet<&'a str> {
    let destinations = Destinations::of(site);
    let articles = site.articles().map(|it| (it.source.path(), it));
    let articles: HashMap<&str, &Article> = articles.collect();
    let edits = candidates.iter().flat_map(|candidate| &candidate.fix.edits);
    let ends = edits.filter_map(|edit| {
        let article = articles.get(edit.source.path())?;
        match destinations.find(article, &edit.text).end {
            End::Article { translations, .. } => Some(site.translations[translations].id.as_str()),
            _ => None,
        }
    });
    ends.collect()
}

/// Fixes of one round, as far as they were tried.
struct Trial<'a> {
    /// The site that the fixes are for.
    now: &'a Examined,
    /// That site or the part of it in which they are tried.
    before: &'a Examined,
    part: Option<&'a Part>,
    /// Together they were checked and did no harm.
    accepted: Vec<usize>,
    refused: Vec<usize>,
    /// The site with what is accepted.
    after: Option<Examined>,
}

/// Whose fault it is that something is found after fixes were applied.
enum Blame {
    Nobody,
    These(BTreeSet<usize>),
    /// Somebody's.
    Unknown,
}

impl<'a> Trial<'a> {
    fn new(now: &'a Examined, before: &'a Examined, part: Option<&'a Part>) -> Self {
        Trial {
            now,
            before,
            part,
            accepted: Vec::new(),
            refused: Vec::new(),
            after: None,
        }
    }

    fn blame(
        &self,
        candidates: &[Candidate],
        after: &Examined,
        chosen: &[usize],
        batch: &[usize],
    ) -> Blame {
        let mut guilty = BTreeSet::new();
        for finding in self.new_findings(after) {
            let suspects = |at: &&usize| candidates[**at].finding.article == finding.article;
            let known = guilty.len();
            guilty.extend(batch.iter().filter(suspects).copied());
            let told_before = || guilty.iter().any(|at| suspects(&at));
            if guilty.len() == known && !told_before() {
                return Blame::Unknown;
            }
        }
        for key in self.left(candidates, after, chosen) {
            let suspects = batch.iter().filter(|at| candidates[**at].key == *key);
            let suspects: Vec<usize> = suspects.copied().collect();
            if suspects.is_empty() {
                return Blame::Unknown;
            }
            guilty.extend(suspects);
        }
        match guilty.is_empty() {
            true => Blame::Nobody,
            false => Blame::These(guilty),
        }
    }

    fn new_findings<'b>(&self, after: &'b Examined) -> impl Iterator<Item = &'b Diagnostic> {
        let findings = after.findings.iter();
        findings.filter(|finding| {
            let key = key(finding);
            after.count(&key) > self.before.count(&key)
        })
    }

    /// Findings that are still there although their fixes were applied.
    fn left<'b>(
        &self,
        candidates: &'b [Candidate],
        after: &Examined,
        chosen: &[usize],
    ) -> Vec<&'b Key> {
        let mut applied: BTreeMap<&Key, usize> = BTreeMap::new();
        for at in chosen {
            *applied.entry(&candidates[*at].key).or_default() += 1;
        }
        applied.retain(|key, times| {
            let before = self.before.count(key);
            // A part of the site may not show what the whole does.
            before >= *times && after.count(key) + *times > before
        });
        applied.into_keys().collect()
    }
}

/// Halves what is blamed in each article, so that all articles are searched at once. What is blamed alone needs no search.
fn halves_by_article(
    candidates: &[Candidate],
    guilty: &BTreeSet<usize>,
) -> (Vec<usize>, [Vec<usize>; 2]) {
    let mut by_article: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for at in guilty {
        let article = candidates[*at].finding.article.as_deref();
        by_article.entry(article).or_default().push(*at);
    }
    let (mut alone, mut halves) = (Vec::new(), [Vec::new(), Vec::new()]);
    for group in by_article.into_values() {
        match group.as_slice() {
            [one] => alone.push(*one),
            _ => {
                let (one, other) = group.split_at(group.len() / 2);
                halves[0].extend(one);
                halves[1].extend(other);
            }
        }
    }
    (alone, halves)
}
