//! `length-outlier`: a passage is far longer or shorter than its language usually makes of such a text.

use std::collections::BTreeMap;

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Severity};
use crate::model::{Cohort, SegmentKind, Site, Slot, Translations};

/// Off by default.
pub static RULE: Rule = Rule {
    fault: Fault {
        name: "length-outlier",
        severity: Severity::Info,
        summary: "a passage is far longer or shorter than its language usually makes of such a text",
    },
    scope: Scope::Site(check),
    enabled: false,
};

/// Shorter passages vary too much.
const CHARACTERS: usize = 60;

/// With fewer passages nobody knows what is usual.
const PASSAGES: usize = 40;

/// How many deviations from what is usual are too many. Ratios have heavier tails than a normal distribution.
const TOO_MANY: f64 = 6.0;

/// No language is so regular that a third more or less were strange.
const LEAST_DEVIATION: f64 = 0.06;

/// How long a passage is in one language, beside what it is held against.
struct Ratio {
    translations: usize,
    article: usize,
    segment: usize,
    /// Logarithm of the ratio of lengths: twice as long is as strange as half as long.
    logarithm: f64,
}

fn check(site: &Site, findings: &mut Findings) {
    let mut by_locale: BTreeMap<&str, Vec<Ratio>> = BTreeMap::new();
    for (at, translations) in site.translations.iter().enumerate() {
        for ratio in ratios(at, translations) {
            let folder = translations.articles[ratio.article].locale.folder();
            by_locale.entry(folder).or_default().push(ratio);
        }
    }
    for ratios in by_locale.values() {
        findings.examined += ratios.len();
        let Some((usual, deviation)) = usual(ratios) else {
            continue;
        };
        for ratio in ratios {
            if (ratio.logarithm - usual).abs() > TOO_MANY * deviation {
                report(site, ratio, usual, findings);
            }
        }
    }
}

fn ratios(at: usize, translations: &Translations) -> Vec<Ratio> {
    let mut ratios = Vec::new();
    for cohort in &translations.cohorts {
        for slot in translations.pieces() {
            push_ratios(at, translations, cohort, slot, &mut ratios);
        }
    }
    ratios
}

fn push_ratios(
    at: usize,
    translations: &Translations,
    cohort: &Cohort,
    slot: &Slot,
    ratios: &mut Vec<Ratio>,
) {
    let lengths: Vec<(usize, usize, usize)> = cohort
        .members
        .iter()
        .filter_map(|&article| {
            let segment = slot.members[article]?;
            Some((article, segment, length(translations, article, segment)?))
        })
        .collect();
    let Some(baseline) = baseline(cohort, &lengths) else {
        return;
    };
    for (article, segment, length) in lengths {
        if cohort.reference != Some(article) {
            ratios.push(Ratio {
                translations: at,
                article,
                segment,
                logarithm: (length as f64).ln() - baseline,
            });
        }
    }
}

/// The characters of a segment of running text.
fn length(translations: &Translations, article: usize, segment: usize) -> Option<usize> {
    let segment = &translations.segments()[article][segment];
    let is_text = matches!(segment.kind, SegmentKind::Paragraph | SegmentKind::Item);
    let text = translations.articles[article].source.slice(segment.span);
    is_text
        .then(|| text.chars().count())
        .filter(|length| *length > 0)
}

/// What the languages are held against: the reference's length, else the median of them all; none for short passages.
fn baseline(cohort: &Cohort, lengths: &[(usize, usize, usize)]) -> Option<f64> {
    let length = match cohort.reference {
        Some(reference) => {
            lengths
                .iter()
                .find(|(article, ..)| *article == reference)?
                .2
        }
        None if lengths.len() > 2 => {
            let mut sorted: Vec<usize> = lengths.iter().map(|(.., length)| *length).collect();
            sorted.sort_unstable();
            sorted[sorted.len() / 2]
        }
        None => return None,
    };
    (length >= CHARACTERS).then(|| (length as f64).ln())
}

/// The median of the ratios, and how far from it they mostly are (Gale and Church found the logarithms nearly normal).
fn usual(ratios: &[Ratio]) -> Option<(f64, f64)> {
    if ratios.len() < PASSAGES {
        return None;
    }
    let median = |mut values: Vec<f64>| {
        values.sort_unstable_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let middle = median(ratios.iter().map(|it| it.logarithm).collect());
    let distance = median(
        ratios
            .iter()
            .map(|it| (it.logarithm - middle).abs())
            .collect(),
    );
    // 1.4826 makes the median distance of a normal distribution its standard deviation.
    Some((middle, (distance * 1.4826).max(LEAST_DEVIATION)))
}

fn report(site: &Site, ratio: &Ratio, usual: f64, findings: &mut Findings) {
    let translations = &site.translations[ratio.translations];
    let article = &translations.articles[ratio.article];
    let span = translations.segments()[ratio.article][ratio.segment].span;
    let first = article.source.first_line(span);
    let percent = ((ratio.logarithm - usual).exp() * 100.0).round();
    let folder = article.locale.folder();
    let found = findings
        .found(article, first, format!("this passage has {percent} % of the length that is usual in {folder}"))
        .note("something may be missing or added; the measure is how long this language makes its other passages")
        .help("compare it with the other languages");
    findings.push(found);
}
