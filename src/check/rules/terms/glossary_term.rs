//! `glossary-term`: a term of the reference is translated otherwise than `terms` of `glotta.yml` says.

use std::collections::{BTreeMap, HashMap};

use super::lexicon::Lexicon;
use super::text;
use crate::check::comparison;
use crate::check::words::quoted_list;
use crate::check::{Comparison, Findings, Passage, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Span};
use crate::model::{GlossaryEntry, Site};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "glossary-term",
        severity: Severity::Warning,
        summary: "a term is translated otherwise than the glossary says",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let entries = &site.config.terms.glossary;
    if entries.is_empty() {
        return;
    }
    let glossary = Glossary::of(site, entries);
    let made = &*findings;
    let found = comparison::over_site(site, |comparison| glossary.check(comparison, made));
    findings.examined += found.len();
    findings.diagnostics.extend(found.into_iter().flatten());
}

struct Glossary<'a> {
    entries: &'a [GlossaryEntry],
    source: Lexicon,
    by_locale: HashMap<&'a str, Lexicon>,
}

impl<'a> Glossary<'a> {
    fn of(site: &'a Site, entries: &'a [GlossaryEntry]) -> Glossary<'a> {
        let sources = entries
            .iter()
            .enumerate()
            .flat_map(|(at, entry)| words(at, &entry.source));
        let by_locale = site.locales.iter().map(|locale| {
            let folder = locale.folder().to_ascii_lowercase();
            let accepted = entries.iter().enumerate().flat_map(|(at, entry)| {
                words(
                    at,
                    entry.translations.get(&folder).map_or(&[], Vec::as_slice),
                )
            });
            (locale.folder(), Lexicon::new(accepted, true))
        });
        Glossary {
            entries,
            source: Lexicon::new(sources, true),
            by_locale: by_locale.collect(),
        }
    }

    /// Looks at each passage in which the reference has a term.
    fn check(&self, comparison: &Comparison, findings: &Findings) -> Vec<Vec<Diagnostic>> {
        let Some(reference) = comparison.cohort.reference else {
            return Vec::new();
        };
        let of_passage = |passage: &Passage| {
            let words = passage.words(reference)?;
            let mut terms = BTreeMap::new();
            for (term, span) in text::found(&words, &self.source, Lexicon::find_longest) {
                terms.entry(term).or_insert(span);
            }
            let others = comparison.members().iter().filter(|it| **it != reference);
            let found = others
                .flat_map(|other| self.lacking(comparison, passage, *other, &terms, findings));
            (!terms.is_empty()).then(|| found.collect())
        };
        comparison.passages().filter_map(of_passage).collect()
    }

    fn lacking(
        &self,
        comparison: &Comparison,
        passage: &Passage,
        article: usize,
        terms: &BTreeMap<usize, Span>,
        findings: &Findings,
    ) -> Vec<Diagnostic> {
        let folder = comparison.article(article).locale.folder();
        let shown = text::shown(passage, article).filter(|_| !terms.is_empty());
        let (Some(lexicon), Some(shown)) = (self.by_locale.get(folder), shown) else {
            return Vec::new();
        };
        let used: Vec<usize> = lexicon.find(&shown).iter().map(|it| it.id).collect();
        let folder = folder.to_ascii_lowercase();
        let lacking = terms.iter().filter(|(term, _)| !used.contains(term));
        lacking
            .filter_map(|(term, span)| {
                let accepted = self.entries[*term].translations.get(&folder)?;
                let named = !accepted.is_empty();
                named.then(|| finding(comparison, (passage, article), accepted, *span, findings))
            })
            .collect()
    }
}

fn words(at: usize, words: &[String]) -> impl Iterator<Item = (usize, &str)> {
    words.iter().map(move |word| (at, word.as_str()))
}

fn finding(
    comparison: &Comparison,
    (passage, article): (&Passage, usize),
    accepted: &[String],
    place: Span,
    findings: &Findings,
) -> Diagnostic {
    let here = comparison.article(article);
    let reference = &comparison.article(comparison.principal()).source;
    let term = reference.slice(place);
    let span = passage.first_line(here, article).unwrap_or_default();
    let name = comparison.passage_name(passage, article);
    let wanted = quoted_list(accepted);
    findings
        .found(
            here,
            span,
            format!("`{term}` of the reference is not translated by {wanted} in {name}"),
        )
        .note(format!(
            "the glossary in `glotta.yml` says how {} translates it",
            here.locale.folder()
        ))
        .help("use the term of the glossary, or add this translation to it")
        .expected(accepted.join(", "))
        .related([Label::new(reference, place, "the reference")])
}
