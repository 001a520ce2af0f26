//! Runs the registered rules over the model.

mod comparison;
mod passage;
mod report;
mod rule;
mod rules;
mod truncation;
mod words;

pub use comparison::Comparison;
pub use passage::{Passage, Place, Prose, Words};
pub use report::{Report, Summary};
pub use rule::{Findings, Rule, Scope};
pub use rules::rules;

use comparison::View;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Levels, Site, Translations};

/// Runs every rule that `levels` does not switch off, and gives each finding the severity that is wanted of it.
pub fn check(site: &Site, levels: &Levels) -> Report {
    let rules: Vec<&'static Rule> = rules().filter(|rule| is_wanted(rule, levels)).collect();
    let checked: Vec<Vec<Findings>> = site
        .translations
        .par_iter()
        .map(|translations| check_article(site, translations, &rules))
        .collect();
    let mut diagnostics = Vec::new();
    let mut examined = vec![0; rules.len()];
    for findings in checked {
        for (at, findings) in findings.into_iter().enumerate() {
            examined[at] += findings.examined;
            diagnostics.extend(findings.diagnostics);
        }
    }
    for (at, rule) in rules.iter().enumerate() {
        if let Scope::Site(check) = rule.scope {
            let mut findings = Findings::new(&rule.fault);
            check(site, &mut findings);
            examined[at] += findings.examined;
            diagnostics.extend(findings.diagnostics);
        }
    }
    let mut diagnostics = levels.apply(diagnostics);
    Diagnostic::sort(&mut diagnostics);
    let examined = rules
        .iter()
        .map(|rule| rule.fault.name)
        .zip(examined)
        .collect();
    Report {
        summary: Summary::of(site),
        diagnostics,
        examined,
    }
}

fn is_wanted(rule: &Rule, levels: &Levels) -> bool {
    let name = rule.fault.name;
    let anywhere = levels
        .by_locale
        .values()
        .any(|levels| levels.get(name).is_some_and(|level| *level != Level::Off));
    levels.level(name, None) != Some(Level::Off) || (anywhere && levels.only.is_empty())
}

fn check_article(
    site: &Site,
    translations: &Translations,
    rules: &[&'static Rule],
) -> Vec<Findings> {
    let view = View::of(translations);
    let comparisons: Vec<Comparison> = translations
        .cohorts
        .iter()
        .filter(|cohort| !cohort.members.is_empty())
        .map(|cohort| Comparison::new(site, translations, cohort, &view))
        .collect();
    rules
        .iter()
        .map(|rule| {
            let mut findings = Findings::new(&rule.fault);
            match rule.scope {
                Scope::Article(check) => {
                    translations
                        .articles
                        .iter()
                        .for_each(|article| check(article, &mut findings));
                }
                Scope::Site(_) => {}
                Scope::Translations(check) => check(site, translations, &mut findings),
                Scope::Cohort(check) => comparisons
                    .iter()
                    .for_each(|comparison| check(comparison, &mut findings)),
            }
            findings
        })
        .collect()
}
