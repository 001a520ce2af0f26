//! What one language does all through an article is a habit, and is told once.

use std::collections::{BTreeMap, HashMap};

use super::rules::source::reference_doubted;
use super::{Findings, words};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::Levels;

/// So many findings of one rule in one article, and so large a share of the places that the rule looked at, are a habit.
const FINDINGS: usize = 5;
const SHARE: f64 = 0.4;

/// How many places of each article each rule looked at, where it found something.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    places: HashMap<(&'static str, String), usize>,
}

impl Examined {
    /// Notes what a rule did in an article.
    pub fn note(&mut self, findings: &Findings, article: &str) {
        // What is decided against the reference is told by another name, and counts for all rules together.
        let mut names: Vec<&'static str> = findings.diagnostics.iter().map(|it| it.rule).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            *self.places.entry((name, article.to_owned())).or_default() += findings.examined;
        }
    }

    fn of(&self, rule: &'static str, article: &str) -> Option<usize> {
        self.places.get(&(rule, article.to_owned())).copied()
    }
}

/// Article, locale, rule, and whether they are errors.
type Key<'a> = (&'a str, &'a str, &'static str, bool);

/// Whether an error is no fact of its own: nothing says what should stand there, so that one look mends all of its kind.
fn is_repeated(diagnostic: &Diagnostic) -> bool {
    diagnostic.expected.is_none() && diagnostic.fix.is_none()
}

/// Makes one finding of those that one language repeats in most places of an article.
///
/// Errors stay what they are where each is a fact that is wrong, and has its own remedy.
pub fn collapse(diagnostics: Vec<Diagnostic>, examined: &Examined) -> Vec<Diagnostic> {
    let mut habits: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, diagnostic) in diagnostics.iter().enumerate() {
        if let (Some(article), Some(locale), true) = (
            &diagnostic.article,
            &diagnostic.locale,
            diagnostic.severity < Severity::Error || is_repeated(diagnostic),
        ) {
            let is_error = diagnostic.severity == Severity::Error;
            let key = (article.as_str(), locale.as_str(), diagnostic.rule, is_error);
            habits.entry(key).or_default().push(at);
        }
    }
    let is_habit = |(article, _, rule, _): &Key, places: &[usize]| {
        // Where most languages depart from the reference in many places, there is one reason for all of them.
        let doubted = *rule == reference_doubted::RULE.fault.name;
        let all = examined.of(rule, article);
        let share = all.is_some_and(|all| places.len() as f64 > SHARE * all as f64);
        places.len() >= FINDINGS && (doubted || share)
    };
    let habits = habits
        .into_iter()
        .filter(|(key, places)| is_habit(key, places));
    let habits: Vec<Vec<usize>> = habits.map(|(_, places)| places).collect();
    let mut diagnostics: Vec<Option<Diagnostic>> = diagnostics.into_iter().map(Some).collect();
    for places in habits {
        let all = places.iter().filter_map(|&at| diagnostics[at].take());
        diagnostics[places[0]] = habit(all.collect());
    }
    diagnostics.into_iter().flatten().collect()
}

/// So many findings of one rule in one language, and so large a share of all the places that the rule looked at, are how the language is
/// written on this site.
const STYLE: usize = 100;

/// Makes infos of the warnings that one language gives in most places of the whole site, unless `levels` wants them louder.
pub fn quieten(diagnostics: &mut [Diagnostic], counts: &[(&'static str, usize)], levels: &Levels) {
    let counts: HashMap<&str, usize> = counts.iter().copied().collect();
    let mut found: HashMap<(&'static str, String), usize> = HashMap::new();
    for diagnostic in diagnostics.iter() {
        if let Some(locale) = &diagnostic.locale {
            *found.entry((diagnostic.rule, locale.clone())).or_default() += 1;
        }
    }
    found.retain(|(rule, locale), found| {
        let all = counts.get(rule).copied().unwrap_or(0);
        let style = *found >= STYLE && *found as f64 > SHARE * all as f64;
        style && levels.level(rule, Some(locale.as_str())).is_none()
    });
    let habits = diagnostics.iter_mut().filter(|diagnostic| {
        let locale = diagnostic.locale.clone().unwrap_or_default();
        diagnostic.severity == Severity::Warning && found.contains_key(&(diagnostic.rule, locale))
    });
    for diagnostic in habits {
        diagnostic.severity = Severity::Info;
    }
}

/// The first finding, which speaks for all.
fn habit(mut all: Vec<Diagnostic>) -> Option<Diagnostic> {
    Diagnostic::sort(&mut all);
    let severity = all.iter().map(|diagnostic| diagnostic.severity).max()?;
    let mut all = all.into_iter();
    let mut first = all.next()?;
    let places: Vec<Label> = all.map(|other| other.primary).collect();
    first.severity = severity;
    first.message = format!(
        "{}, and so it is in {} of this article",
        first.message,
        words::count(places.len(), "more place")
    );
    let habit = "if this is how the language is written here, set the level of the rule for this locale in `glotta.yml`";
    first.help = Some(match first.help {
        Some(help) => format!("{help}; {habit}"),
        None => habit.to_owned(),
    });
    first.related.extend(places);
    first.fix = None;
    Some(first)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::faults::{BASELINE_STALE, UNUSED_SUPPRESSION};
    use super::*;
    use crate::diagnostic::{Source, Span};

    #[test]
    fn what_was_examined_counts_once_whatever_the_order_of_findings() {
        let source = Arc::new(Source::new("a.md", "a"));
        let mut findings = Findings::new(&UNUSED_SUPPRESSION);
        findings.examined = 7;
        for fault in [&UNUSED_SUPPRESSION, &BASELINE_STALE, &UNUSED_SUPPRESSION] {
            let finding = Diagnostic::new(fault, &source, Span::new(0, 1), "it is so");
            findings.diagnostics.push(finding);
        }
        let mut examined = Examined::default();
        examined.note(&findings, "a");
        assert_eq!(examined.of(UNUSED_SUPPRESSION.name, "a"), Some(7));
    }
}
