//! How many findings each rule has in each language, and how much it looked at.

use std::collections::BTreeMap;

use glotta::Report;
use glotta::diagnostic::{Diagnostic, Severity};
use serde::Serialize;

use super::grid::{Side, grid};
use super::tally;

/// A finding of a language is one of few where a rule has fewer than this.
const MANY: usize = 5;

/// Every rule that ran and every fault that was met, in their usual order.
#[derive(Debug, Serialize)]
pub struct Statistics {
    rules: Vec<RuleStatistics>,
    /// The locale folders of the site.
    #[serde(skip)]
    locales: Vec<String>,
}

#[derive(Debug, Serialize)]
struct RuleStatistics {
    rule: &'static str,
    /// How many things it looked at; nothing for faults of reading.
    examined: Option<usize>,
    error: usize,
    warning: usize,
    info: usize,
    /// Findings by locale folder; a language without any is left out.
    locales: BTreeMap<String, usize>,
    /// Findings that belong to no language or to all.
    shared: usize,
}

impl Statistics {
    pub fn of(report: &Report, locales: Vec<String>) -> Self {
        let mut found: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for diagnostic in &report.diagnostics {
            found.entry(diagnostic.rule).or_default().push(diagnostic);
        }
        let examined: BTreeMap<&str, usize> = report.examined.iter().copied().collect();
        let rules = glotta::faults()
            .into_iter()
            .map(|fault| fault.name)
            .filter(|name| found.contains_key(name) || examined.contains_key(name))
            .map(|name| {
                let found = found.get(name).map_or(&[][..], Vec::as_slice);
                RuleStatistics::of(name, examined.get(name).copied(), found)
            })
            .collect();
        Statistics { rules, locales }
    }

    /// Rule by language, then what was silent, then what could be done about one loud language.
    pub fn table(&self, width: usize) -> String {
        let mut text = String::new();
        let (loud, silent): (Vec<_>, Vec<_>) = self.rules.iter().partition(|rule| rule.total() > 0);
        for locales in self.parts(&loud, width) {
            text.push_str(&self.part(&loud, locales));
            text.push('\n');
        }
        text.push_str(&silence(&silent));
        for rule in loud {
            text.push_str(&self.hint(rule).unwrap_or_default());
        }
        text
    }

    /// The languages by as many as fit beside one another.
    fn parts(&self, rules: &[&RuleStatistics], width: usize) -> Vec<&[String]> {
        if rules.is_empty() {
            return Vec::new();
        }
        let name = rules.iter().map(|rule| rule.rule.len()).max().unwrap_or(0);
        let column = self.locales.iter().map(String::len).max().unwrap_or(0) + 2;
        let room = width.saturating_sub(name + "  shared  total  examined".len() + 4);
        match self.locales.chunks((room / column.max(4)).max(1)) {
            chunks if chunks.len() == 0 => vec![&[]],
            chunks => chunks.collect(),
        }
    }

    fn part(&self, rules: &[&RuleStatistics], locales: &[String]) -> String {
        let shared = rules.iter().any(|rule| rule.shared > 0);
        let mut rows = vec![header(locales, shared)];
        rows.extend(rules.iter().map(|rule| rule.row(locales, shared)));
        rows.push(sums(rules, locales, shared));
        let mut sides = vec![Side::Right; rows[0].len()];
        sides[0] = Side::Left;
        grid(&rows, &sides)
    }

    /// Where most of a rule's findings are in one of several languages, that language may have a habit of its own.
    fn hint(&self, rule: &RuleStatistics) -> Option<String> {
        let (locale, count) = rule.locales.iter().max_by_key(|(_, count)| **count)?;
        let is_habit = *count >= MANY && count * 2 > rule.total() && self.locales.len() > 2;
        (is_habit && rule.error == 0).then(|| {
            let total = rule.total();
            let name = rule.rule;
            format!(
                "hint: {count} of {total} findings of {name} are in {locale}; if that is its habit, write in glotta.yml:\n      \
                 locales: {{{locale}: {{levels: {{{name}: off}}}}}}\n"
            )
        })
    }
}

impl RuleStatistics {
    fn of(rule: &'static str, examined: Option<usize>, found: &[&Diagnostic]) -> Self {
        let of = |severity| {
            let alike = found.iter().filter(|finding| finding.severity == severity);
            alike.count()
        };
        let mut locales = BTreeMap::new();
        for locale in found.iter().filter_map(|finding| finding.locale.clone()) {
            *locales.entry(locale).or_default() += 1;
        }
        RuleStatistics {
            rule,
            examined,
            error: of(Severity::Error),
            warning: of(Severity::Warning),
            info: of(Severity::Info),
            shared: found.len() - locales.values().sum::<usize>(),
            locales,
        }
    }

    fn total(&self) -> usize {
        self.error + self.warning + self.info
    }

    fn in_locale(&self, locale: &str) -> usize {
        self.locales.get(locale).copied().unwrap_or(0)
    }

    fn row(&self, locales: &[String], shared: bool) -> Vec<String> {
        let mut row = vec![self.rule.to_owned()];
        row.extend(locales.iter().map(|locale| number(self.in_locale(locale))));
        row.extend(shared.then(|| number(self.shared)));
        row.push(self.total().to_string());
        row.push(
            self.examined
                .map_or_else(|| "-".into(), |examined| examined.to_string()),
        );
        row
    }
}

fn header(locales: &[String], shared: bool) -> Vec<String> {
    let mut header = vec![String::new()];
    header.extend(locales.iter().cloned());
    header.extend(shared.then(|| "shared".to_owned()));
    header.extend(["total".to_owned(), "examined".to_owned()]);
    header
}

fn sums(rules: &[&RuleStatistics], locales: &[String], shared: bool) -> Vec<String> {
    let sum = |count: &dyn Fn(&RuleStatistics) -> usize| {
        let counts = rules.iter().map(|rule| count(rule));
        number(counts.sum())
    };
    let mut sums = vec!["total".to_owned()];
    sums.extend(
        locales
            .iter()
            .map(|locale| sum(&|rule| rule.in_locale(locale))),
    );
    sums.extend(shared.then(|| sum(&|rule| rule.shared)));
    sums.push(sum(&RuleStatistics::total));
    sums
}

/// Nothing is shown by a mark that the eye passes over.
fn number(number: usize) -> String {
    match number {
        0 => "-".into(),
        _ => number.to_string(),
    }
}

/// Rules that found nothing, and how much they looked at.
fn silence(rules: &[&RuleStatistics]) -> String {
    if rules.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = rules
        .iter()
        .map(|rule| vec![rule.rule.to_owned(), looked_at(rule.examined.unwrap_or(0))])
        .collect();
    let table = grid(&rows, &[Side::Left, Side::Right]);
    let count = tally::count(rules.len(), "rule", "rules");
    format!("{count} found nothing and examined:\n{table}\n")
}

/// A check that saw nothing must not look like one that found nothing.
fn looked_at(examined: usize) -> String {
    match examined {
        0 => "nothing".into(),
        _ => examined.to_string(),
    }
}
