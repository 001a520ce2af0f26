//! Runs the registered rules over the model.

pub mod baseline;
mod collapse;
mod comparison;
mod departure;
mod documented;
pub mod faults;
mod flaw;
mod memory;
mod passage;
mod place;
mod ran;
mod report;
mod rule;
mod rules;
mod setting;
mod suppression;
mod truncation;
mod words;

pub use baseline::{Applied, fingerprints};
pub use comparison::Comparison;
pub use documented::{
    Documented, ExtraId, IdPlace, Identity, MissingId, TableColumn, documented, in_common,
};
pub use memory::{CheckNotes, Memory};
pub use passage::{Passage, Place, Prose, Words};
pub use place::{Places, SlotPath};
pub use ran::Ran;
pub use report::{Report, Summary};
pub use rule::{Findings, Rule, Scope};
pub use rules::rules;

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Fault, Level, Task};
use crate::model::{Levels, Site, Translations};
use collapse::Examined;
use comparison::View;

/// Runs every rule that is wanted, and gives each finding the severity that `levels` wants of it.
///
/// What the site allows is left out and counted; an allowance that a rule had no need of is a finding.
pub fn check(site: &Site, levels: &Levels) -> Report {
    let rules: Vec<&'static Rule> = rules().filter(|rule| is_wanted(rule, levels)).collect();
    let names = rules.iter().map(|rule| rule.fault.name.to_owned());
    let ran = Ran::new(names, levels);
    let memory = Memory::default();
    let report = examine(site, levels, &rules, Vec::new(), (ran, &memory, &NEVER));
    report.expect("nobody stops it").collapsed()
}

/// As [`check`], together with what was noticed when the site was read; without `with_rules` that alone is the report. Every finding
/// stands by itself until [`Report::collapsed`].
pub fn check_noticed(
    site: &Site,
    levels: &Levels,
    noticed: Vec<Diagnostic>,
    with_rules: bool,
) -> Report {
    let memory = Memory::default();
    check_again(site, levels, noticed, with_rules, &memory)
}

/// As [`check_noticed`], but for what a memory tells.
pub fn check_again(
    site: &Site,
    levels: &Levels,
    noticed: Vec<Diagnostic>,
    with_rules: bool,
    memory: &Memory,
) -> Report {
    let report = checked(site, levels, noticed, with_rules, (memory, &NEVER));
    report.expect("nobody stops it")
}

/// As [`check_noticed`], until somebody sets `stopped`: then there is nothing, and that soon.
pub fn check_until(
    site: &Site,
    levels: &Levels,
    noticed: Vec<Diagnostic>,
    with_rules: bool,
    stopped: &AtomicBool,
) -> Option<Report> {
    let memory = Memory::default();
    checked(site, levels, noticed, with_rules, (&memory, stopped))
}

fn checked(
    site: &Site,
    levels: &Levels,
    noticed: Vec<Diagnostic>,
    with_rules: bool,
    (memory, stopped): (&Memory, &AtomicBool),
) -> Option<Report> {
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
    examine(site, levels, &chosen, noticed, (ran, memory, stopped))
}

/// For those who let a check come to its end.
static NEVER: AtomicBool = AtomicBool::new(false);

fn examine(
    site: &Site,
    levels: &Levels,
    rules: &[&'static Rule],
    noticed: Vec<Diagnostic>,
    (ran, memory, stopped): (Ran, &Memory, &AtomicBool),
) -> Option<Report> {
    let goes_on = || !stopped.load(Ordering::Relaxed);
    let faults: Vec<&'static Fault> = rules.iter().map(|rule| &rule.fault).collect();
    let names: Vec<&str> = faults.iter().map(|fault| fault.name).collect();
    let find = |translations: &Translations| match goes_on() {
        true => check_article(site, translations, rules),
        false => Vec::new(),
    };
    let articles = match rules {
        [] => Vec::new(),
        _ => memory.findings(site, ("", &names), &faults, find),
    };
    if !goes_on() {
        return None;
    }
    let mut all: Vec<Findings> = rules
        .iter()
        .map(|rule| Findings::new(&rule.fault))
        .collect();
    let mut examined = Examined::default();
    for (translations, findings) in site.translations.iter().zip(articles) {
        for (all, findings) in all.iter_mut().zip(findings) {
            examined.note(&findings, &translations.id);
            all.extend(findings);
        }
    }
    check_site(site, levels, (rules, memory), &mut all, &goes_on);
    if !goes_on() {
        return None;
    }
    let counts = counts(rules, &all);
    let found = all.into_iter().flat_map(|findings| findings.diagnostics);
    let mut found: Vec<Diagnostic> = found.collect();
    collapse::quieten(&mut found, &counts, levels);
    let mut diagnostics = levels.apply(noticed.into_iter().chain(found).collect());
    Diagnostic::sort(&mut diagnostics);
    let allowed = suppression::suppress(site, &mut diagnostics, &ran);
    // What suppression has to say is subject to levels as all else.
    let mut diagnostics = levels.apply(diagnostics);
    Diagnostic::sort(&mut diagnostics);
    Some(Report {
        summary: Summary::of(site),
        diagnostics,
        examined: counts,
        allowed,
        baseline: None,
        ran,
        by_article: examined,
    })
}

/// Runs the rules of the whole site, and drops what nobody asked for.
fn check_site(
    site: &Site,
    levels: &Levels,
    (rules, memory): (&[&Rule], &Memory),
    all: &mut [Findings],
    goes_on: &(dyn Fn() -> bool + Sync),
) {
    let check = |(findings, rule): (&mut Findings, &&Rule)| {
        match rule.scope {
            _ if !goes_on() => return,
            Scope::Site(check) => check(site, findings),
            Scope::Remembered(check) => check(site, memory, findings),
            _ => {}
        }
        findings.diagnostics.retain(|diagnostic| {
            rule.enabled || is_asked_for(levels, diagnostic.rule, diagnostic.locale.as_deref())
        });
    };
    // Some of them take long, and on one thread.
    all.par_iter_mut().zip(rules).for_each(check);
}

/// How much each rule examined. Every verdict was made where a rule compared languages.
fn counts(rules: &[&Rule], all: &[Findings]) -> Vec<(&'static str, usize)> {
    let of = |(rule, findings): (&&Rule, &Findings)| match rule.scope {
        Scope::Cohort(_) => findings.examined,
        _ => 0,
    };
    let compared: usize = rules.iter().zip(all).map(of).sum();
    let examined = |rule: &Rule, findings: &Findings| match rule.scope {
        Scope::Verdict => compared,
        _ => findings.examined,
    };
    let each = rules.iter().zip(all);
    each.map(|(rule, findings)| (rule.fault.name, examined(rule, findings)))
        .collect()
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
    let _task = Task::at(translations.id.as_str());
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
                Scope::Site(_) | Scope::Remembered(_) | Scope::Verdict => {}
                Scope::Translations(check) => check(site, translations, &mut findings),
                Scope::Cohort(check) => comparisons
                    .iter()
                    .for_each(|comparison| check(comparison, &mut findings)),
            }
            findings
        })
        .collect()
}
