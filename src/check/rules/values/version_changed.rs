//! `version-changed`: a version or a network address is another one than in other languages, or is broken.

use super::changes::{Change, Lost, Site};
use super::mangled;
use super::scans::Scan;
use super::tokens::{Kind, Token, is_word};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "version-changed",
        severity: Severity::Error,
        summary: "a version or a network address is another one than in other languages, or is broken",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

fn check(comparison: &Comparison, findings: &mut Findings) {
    for site in Site::all(comparison) {
        if site.has(is_candidate) && !site.is_owned_by_tables() {
            findings.examine();
            let mut found = versions(&site, findings);
            found.extend(letters(&site, findings));
            found.extend(commas(&site, findings));
            findings.diagnostics.extend(found);
        }
    }
}

fn is_candidate(token: &Token) -> bool {
    is_version(token) || token.decimal.is_some()
}

fn is_version(token: &Token) -> bool {
    token.kind == Kind::Version
}

/// Versions that are others, or have blanks inside.
fn versions(site: &Site, findings: &Findings) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for change in site.changes(is_version) {
        let Some(scan) = site.scan(change.article()) else {
            continue;
        };
        let mut gained = change.gained.clone();
        for lost in &change.lost {
            let place = mangled::find(&scan.running.text, lost.written, true)
                .or_else(|| nearest(&mut gained, lost))
                .or_else(|| decimal_for(scan, &change, lost));
            if let Some(place) = place {
                let diagnostic = change.report(site, lost, place, findings);
                found.push(change.mend(site, lost, diagnostic));
            }
        }
    }
    found
}

fn nearest(gained: &mut Vec<&Token>, lost: &Lost) -> Option<(usize, usize)> {
    let distance = |token: &&Token| strsim::levenshtein(&token.value, lost.value);
    let (at, _) = gained
        .iter()
        .enumerate()
        .min_by_key(|(_, token)| distance(token))?;
    let token = gained.remove(at);
    Some((token.start, token.end))
}

/// `4.50` for `4.5.0`: the digits are the same, and a point is gone.
fn decimal_for(scan: &Scan, change: &Change, lost: &Lost) -> Option<(usize, usize)> {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let wanted = digits(lost.value);
    let alike = |token: &&Token| token.decimal.is_some() && digits(scan.written(token)) == wanted;
    let token = scan.tokens.iter().find(alike)?;
    (change.exchange.why != Why::Divided).then_some((token.start, token.end))
}

/// `6.1806.X` for `6.1806.x`: the same version with a capital letter.
fn letters(site: &Site, findings: &Findings) -> Vec<Diagnostic> {
    let written = |article: usize| -> Option<Vec<&str>> {
        let scan = site.scan(article)?;
        let open = scan.tokens.iter().filter(|it| is_version(it));
        let open = open.map(|it| scan.written(it));
        Some(open.filter(|it| it.contains(['x', 'X'])).collect())
    };
    let mut found = Vec::new();
    for exchange in site.comparison.exchanges(written) {
        let Some(scan) = site.scan(exchange.article) else {
            continue;
        };
        for expected in &exchange.lost {
            let same = |token: &&Token| {
                let text = scan.written(token);
                is_version(token) && text != *expected && text.eq_ignore_ascii_case(expected)
            };
            let Some(token) = scan.tokens.iter().find(same) else {
                continue;
            };
            let text = scan.written(token);
            let article = site.comparison.article(exchange.article);
            let message = format!("`{text}` is spelt `{expected}` in other languages");
            let diagnostic = findings
                .found(article, scan.span(token), message)
                .help(format!("write `{expected}`"))
                .expected(*expected)
                .found(text);
            let mut decided = site
                .comparison
                .decided(diagnostic, &exchange, |other| site.passage.span(other));
            decided.severity = Severity::Info;
            found.push(decided);
        }
    }
    found
}

/// A comma in the version of a product: `Sample 4,0`.
///
/// Languages with decimal commas write them in numbers, but a version is no number. It is known by the name before it, which is the
/// same in another language that writes a point, by choice: the reference, or one that would put a comma into numbers as well.
fn commas(site: &Site, findings: &Findings) -> Vec<Diagnostic> {
    let members = site.comparison.members();
    let mut found = Vec::new();
    for &article in members {
        let Some(scan) = site.scan(article) else {
            continue;
        };
        for token in scan.tokens.iter().filter(|it| it.decimal == Some(',')) {
            let Some(cue) = cue(scan, token) else {
                continue;
            };
            let twin = |other: usize| pointed(site.scan(other)?, cue, &token.value);
            let with_point = members
                .iter()
                .copied()
                .filter(|other| twin(*other).is_some());
            let supporters: Vec<usize> = with_point.collect();
            if !supporters
                .iter()
                .any(|other| decides(site.comparison, *other))
            {
                continue;
            }
            let witness = supporters[0];
            let expected = twin(witness).and_then(|it| Some(site.scan(witness)?.written(it)));
            let expected = expected.unwrap_or_default().to_owned();
            let difference = Difference {
                expected: expected.clone(),
                article,
                supporters,
                why: Why::Departs,
            };
            let text = scan.written(token);
            let message = format!(
                "the version `{text}` of {cue} has a comma where other languages have `{expected}`"
            );
            let diagnostic = findings
                .found(site.comparison.article(article), scan.span(token), message)
                .help(format!("write `{expected}`: a version is no number"))
                .expected(expected)
                .found(text);
            let place = |other: usize| Some(site.scan(other)?.span(twin(other)?));
            found.push(site.comparison.decided(diagnostic, &difference, place));
        }
    }
    found
}

fn decides(comparison: &Comparison, article: usize) -> bool {
    let notation = comparison.article(article).locale.notation();
    comparison.is_reference(article) || notation.decimal == ','
}

/// The same version behind the same name, with a point.
fn pointed<'a>(scan: &'a Scan, name: &str, value: &str) -> Option<&'a Token> {
    let mut tokens = scan.tokens.iter();
    tokens.find(|it| it.decimal == Some('.') && it.value == value && cue(scan, it) == Some(name))
}

/// The name of a product directly before a number that has no unit: a word of ASCII letters with a capital.
fn cue<'a>(scan: &'a Scan, token: &Token) -> Option<&'a str> {
    if token.unit.is_some_and(|unit| !unit.is_empty()) {
        return None;
    }
    let before = scan.running.text[..token.start].strip_suffix([' ', '\u{a0}'])?;
    let start = before.rfind(|it| !is_word(it)).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let word = &before[start..];
    let name = word.len() > 1 && word.starts_with(|it: char| it.is_ascii_uppercase());
    name.then_some(word)
}
