//! Runs the registered rules over the model.

mod collapse;
mod comparison;
mod passage;
mod report;
mod rule;
mod rules;
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

/// Runs every rule that is wanted, and gives each finding the severity that `levels` wants of it.
pub fn check(site: &Site, levels: &Levels) -> Report {
    let rules: Vec<&'static Rule> = rules().filter(|rule| is_wanted(rule, levels)).collect();
    let mut all: Vec<Findings> = rules
        .iter()
        .map(|rule| Findings::new(&rule.fault))
        .collect();
    let articles: Vec<Vec<Findings>> = site
        .translations
        .par_iter()
        .map(|translations| check_article(site, translations, &rules))
        .collect();
    for findings in articles {
        for (all, findings) in all.iter_mut().zip(findings) {
            all.extend(findings);
        }
    }
    for (findings, rule) in all.iter_mut().zip(&rules) {
        if let Scope::Site(check) = rule.scope {
            check(site, findings);
        }
        findings.diagnostics.retain(|diagnostic| {
            rule.enabled || is_asked_for(levels, diagnostic.rule, diagnostic.locale.as_deref())
        });
    }
    let compared: usize = of_cohorts(&rules, &all).sum();
    for (findings, rule) in all.iter_mut().zip(&rules) {
        if matches!(rule.scope, Scope::Verdict) {
            findings.examined = compared;
        }
    }
    report(site, levels, &rules, all)
}

/// How much the rules that compare languages examined: every verdict was made there.
fn of_cohorts<'a>(rules: &'a [&Rule], all: &'a [Findings]) -> impl Iterator<Item = usize> + 'a {
    let rules = rules.iter().zip(all);
    let compare = rules.filter(|(rule, _)| matches!(rule.scope, Scope::Cohort(_)));
    compare.map(|(_, findings)| findings.examined)
}

fn report(site: &Site, levels: &Levels, rules: &[&Rule], all: Vec<Findings>) -> Report {
    let names = rules.iter().map(|rule| rule.fault.name);
    let examined = all.iter().map(|findings| findings.examined);
    let examined = names.zip(examined).collect();
    let found = all.into_iter().flat_map(|findings| findings.diagnostics);
    let mut diagnostics = levels.apply(found.collect());
    Diagnostic::sort(&mut diagnostics);
    Report {
        summary: Summary::of(site),
        diagnostics,
        examined,
    }
}

/// Whether a rule has to run: somebody asks for it, or it is on by itself and not switched off everywhere.
fn is_wanted(rule: &Rule, levels: &Levels) -> bool {
    let name = rule.fault.name;
    let mut locales = levels.by_locale.keys();
    let mut somewhere = || locales.any(|locale| is_asked_for(levels, name, Some(locale)));
    let unsaid = || rule.enabled && levels.level(name, None).is_none();
    // Whoever asks for verdicts alone needs the rules that they come from.
    let decides = || {
        let verdicts = rules().filter(|rule| matches!(rule.scope, Scope::Verdict));
        let mut names = verdicts.map(|rule| rule.fault.name);
        matches!(rule.scope, Scope::Cohort(_))
            && names.any(|name| levels.only.iter().any(|only| only == name))
    };
    unsaid() || is_asked_for(levels, name, None) || somewhere() || decides()
}

/// Whether `levels` or `--only` name a rule and want to hear of it.
fn is_asked_for(levels: &Levels, name: &str, locale: Option<&str>) -> bool {
    match levels.level(name, locale) {
        Some(level) => level != Level::Off,
        None => levels.only.iter().any(|only| only == name),
    }
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
                Scope::Site(_) | Scope::Verdict => {}
                Scope::Translations(check) => check(site, translations, &mut findings),
                Scope::Cohort(check) => comparisons
                    .iter()
                    .for_each(|comparison| check(comparison, &mut findings)),
            }
            collapse::collapse(&mut findings);
            findings
        })
        .collect()
}
