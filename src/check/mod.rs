//! Runs the registered rules over the model.

pub mod baseline;
mod comparison;
pub mod faults;
mod passage;
mod place;
mod ran;
mod report;
mod rule;
mod rules;
mod suppression;
mod words;

pub use baseline::{Applied, fingerprints};
pub use comparison::Comparison;
pub use passage::{Passage, Place, Prose, Words};
pub use place::{Places, SlotPath};
pub use ran::Ran;
pub use report::{Report, Summary};
pub use rule::{Findings, Rule, Scope};
pub use rules::rules;

use comparison::View;
use std::collections::HashSet;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Levels, Site, Translations};

/// Runs every rule that `levels` does not switch off, and gives each finding the severity that is wanted of it.
///
/// What the site allows is left out and counted; an allowance that a rule had no need of is a finding.
pub fn check(site: &Site, levels: &Levels) -> Report {
    let rules: Vec<&'static Rule> = rules().filter(|rule| is_wanted(rule, levels)).collect();
    let names = rules.iter().map(|rule| rule.fault.name.to_owned());
    let ran = Ran::new(names, levels);
    examine(site, levels, &rules, Vec::new(), ran)
}

/// As [`check`], together with what was noticed when the site was read; without `with_rules` that alone is the report.
pub fn check_noticed(
    site: &Site,
    levels: &Levels,
    noticed: Vec<Diagnostic>,
    with_rules: bool,
) -> Report {
    let wanted = |rule: &&Rule| with_rules && is_wanted(rule, levels);
    let chosen: Vec<&'static Rule> = rules().filter(wanted).collect();
    let mut names: HashSet<String> = site.config.names.iter().cloned().collect();
    names.retain(|name| rules().all(|rule| rule.fault.name != name.as_str()));
    names.extend(chosen.iter().map(|rule| rule.fault.name.to_owned()));
    // Where only some rules run, nobody can say of all allowances whether they are needed.
    if !with_rules || !levels.only.is_empty() {
        names.remove(faults::UNUSED_SUPPRESSION.name);
    }
    let ran = Ran::new(names, levels);
    examine(site, levels, &chosen, noticed, ran)
}

fn examine(
    site: &Site,
    levels: &Levels,
    rules: &[&'static Rule],
    noticed: Vec<Diagnostic>,
    ran: Ran,
) -> Report {
    let checked: Vec<Vec<Findings>> = site
        .translations
        .par_iter()
        .map(|translations| check_article(site, translations, rules))
        .collect();
    let mut diagnostics = noticed;
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
    let allowed = suppression::suppress(site, &mut diagnostics, &ran);
    // What suppression has to say is subject to levels as all else.
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
        allowed,
        baseline: None,
        ran,
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
