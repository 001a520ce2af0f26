//! `do-not-translate`: a name that `terms` of `glotta.yml` keeps as it is was translated or altered.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::Lexicon;
use super::text;
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::check::{
    comparison,
    departure::{Difference, Why},
};
use crate::diagnostic::{Diagnostic, Fault, Severity, Span};
use crate::model::{Site, Untranslated};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "do-not-translate",
        severity: Severity::Warning,
        summary: "a name that stays as it is in every language was translated or altered",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let terms = &site.config.terms.untranslated;
    if terms.is_empty() {
        return;
    }
    let names = Names::of(site, terms);
    let made = &*findings;
    let found = comparison::over_site(site, |comparison| names.check(comparison, made));
    for (examined, diagnostics) in found {
        findings.examined += examined;
        findings.diagnostics.extend(diagnostics);
    }
}

/// By article and name where it stands.
type Places = BTreeMap<usize, BTreeMap<usize, Span>>;

/// All names, for each language in the forms that it may use.
struct Names<'a> {
    terms: &'a [Untranslated],
    /// Whole words: whether a passage is about the name.
    whole: Lexicon,
    /// By locale folder the names with any ending, and the language's own forms.
    by_locale: Vec<(&'a str, Lexicon)>,
}

impl<'a> Names<'a> {
    fn of(site: &'a Site, terms: &'a [Untranslated]) -> Names<'a> {
        let whole = terms.iter().map(|it| it.term.as_str()).enumerate();
        let by_locale = site.locales.iter().map(|locale| {
            let folder = locale.folder();
            (folder, of_locale(terms, &folder.to_ascii_lowercase()))
        });
        Names {
            terms,
            whole: Lexicon::new(whole, false),
            by_locale: by_locale.collect(),
        }
    }

    fn check(&self, comparison: &Comparison, findings: &Findings) -> Vec<(usize, Vec<Diagnostic>)> {
        let of_passage = |passage: &Passage| {
            let about = self.about(comparison, passage);
            if about.is_empty() {
                return (0, Vec::new());
            }
            let places = self.places(comparison, passage);
            let found = about
                .iter()
                .flat_map(|term| departures(comparison, &places, *term));
            let found = found.map(|it| self.finding(comparison, passage, &places, &it, findings));
            (about.len(), found.collect())
        };
        comparison.passages().map(of_passage).collect()
    }

    /// The names that a passage speaks of: in the reference, or in any language where there is none.
    fn about(&self, comparison: &Comparison, passage: &Passage) -> BTreeSet<usize> {
        let reference = comparison.cohort.reference;
        let members = comparison.members().iter().copied();
        let leading = members.filter(|it| reference.is_none_or(|reference| reference == *it));
        let words = leading.filter_map(|article| passage.words(article));
        let found = words.flat_map(|words| text::found(&words, &self.whole, Lexicon::find));
        found.map(|(term, _)| term).collect()
    }

    /// Where each language has each name or one of its forms, as text or in code.
    fn places(&self, comparison: &Comparison, passage: &Passage) -> Places {
        let of_member = |&article: &usize| {
            let words = passage.words(article)?;
            let folder = comparison.article(article).locale.folder();
            let (_, lexicon) = self.by_locale.iter().find(|(name, _)| *name == folder)?;
            let shown = lexicon.find(&words.text());
            let mut places: BTreeMap<usize, Span> =
                shown.iter().map(|it| (it.id, words.span)).collect();
            places.extend(text::found(&words, lexicon, Lexicon::find));
            Some((article, places))
        };
        comparison.members().iter().filter_map(of_member).collect()
    }

    fn finding(
        &self,
        comparison: &Comparison,
        passage: &Passage,
        places: &Places,
        departure: &Difference<usize>,
        findings: &Findings,
    ) -> Diagnostic {
        let article = comparison.article(departure.article);
        let term = &self.terms[departure.expected].term;
        let span = passage
            .first_line(article, departure.article)
            .unwrap_or_default();
        let name = comparison.passage_name(passage, departure.article);
        let finding = findings
            .found(article, span, format!("`{term}` of other languages is not in {name}"))
            .expected(term.clone())
            .help(format!("write `{term}` as it is; a form that your language needs goes under `forms` in `glotta.yml`"));
        comparison.decided(finding, departure, |other| {
            places.get(&other)?.get(&departure.expected).copied()
        })
    }
}

fn departures(comparison: &Comparison, places: &Places, term: usize) -> Vec<Difference<usize>> {
    let has = |article: usize| Some(places.get(&article)?.contains_key(&term));
    if comparison.cohort.reference.is_none() {
        let found = comparison.differences(has).into_iter();
        let lacking = found.filter(|it| it.why == Why::Departs && it.expected);
        return lacking
            .map(|it| of_term(term, it.article, it.supporters))
            .collect();
    }
    // What the configuration demands is no matter of votes.
    let (having, lacking): (Vec<usize>, Vec<usize>) = places
        .keys()
        .partition(|article| has(**article) == Some(true));
    let departs = |article| of_term(term, article, having.clone());
    lacking.into_iter().map(departs).collect()
}

fn of_term(term: usize, article: usize, supporters: Vec<usize>) -> Difference<usize> {
    Difference {
        expected: term,
        article,
        supporters,
        why: Why::Departs,
    }
}

/// A name may take endings; other forms are those that the configuration has.
fn of_locale(terms: &[Untranslated], folder: &str) -> Lexicon {
    let mut words: Vec<(usize, String)> = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        words.push((at, format!("{}*", term.term)));
        let forms = term.forms.get(folder).into_iter().flatten();
        words.extend(forms.map(|form| (at, form.clone())));
    }
    Lexicon::new(words.iter().map(|(at, word)| (*at, word.as_str())), false)
}
