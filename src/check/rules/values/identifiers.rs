//! How an identifier of running text was damaged: what three rules tell apart.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Change, Lost, Site};
use super::mangled;
use super::tokens::{Kind, Token};
use crate::check::{Comparison, Findings};
use crate::diagnostic::Shift;
use crate::model::is_host_name;

/// What became of an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Its letters are there, with blanks or other signs between them.
    Mangled,
    /// Small letters are capitals, or capitals are small.
    Cased,
    /// Another one of the same shape stands for it.
    Changed,
}

/// Reports every identifier that was damaged in this way, at the bytes that stand for it.
pub fn each(comparison: &Comparison, wanted: Damage, findings: &mut Findings) {
    for site in Site::all(comparison) {
        if !site.has(is_identifier) || site.is_owned_by_tables() {
            continue;
        }
        findings.examine();
        let changes = site.changes(is_identifier);
        let words = Words::of(&site, &changes);
        for change in &changes {
            for (lost, damage, place) in damages(&site, change) {
                if damage == wanted && !is_whole_cell(&site, lost) {
                    let mut found = change.report(&site, lost, place, findings);
                    found = found.shifted(certainty(lost, damage));
                    if damage == Damage::Changed && words.are_translated(lost) {
                        found = found.shifted(Shift::Lower);
                    }
                    findings.push(change.mend(&site, lost, found));
                }
            }
        }
    }
}

/// What each language has in the place of a dotted name.
struct Words<'a> {
    found: BTreeMap<&'a str, BTreeSet<String>>,
}

impl<'a> Words<'a> {
    fn of(site: &Site, changes: &'a [Change<'a>]) -> Words<'a> {
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for change in changes {
            let text = site.scan(change.article()).map(|it| &it.running.text);
            for (lost, damage, (start, end)) in damages(site, change) {
                if let Some(text) = text.filter(|_| damage == Damage::Changed) {
                    let all = found.entry(lost.value).or_default();
                    all.insert(text[start..end].to_lowercase());
                }
            }
        }
        Words { found }
    }

    /// Whether several languages have a word of their own there, `name.example.com` and `naam.example.com`: readers are meant
    /// to replace it.
    fn are_translated(&self, lost: &Lost) -> bool {
        let found = self.found.get(lost.value).map_or(0, BTreeSet::len);
        shape(lost.value) == Shape::Dotted && found > 1
    }
}

fn is_identifier(token: &Token) -> bool {
    token.kind == Kind::Identifier
}

/// A cell that is one identifier belongs to the rules about tables.
fn is_whole_cell(site: &Site, lost: &Lost) -> bool {
    site.passage.is_cell() && {
        let members = site.comparison.members().iter();
        let texts = members.filter_map(|article| site.scan(*article));
        texts
            .into_iter()
            .any(|scan| scan.running.text.trim() == lost.written)
    }
}

fn damages<'c>(site: &Site, change: &'c Change) -> Vec<(&'c Lost<'c>, Damage, (usize, usize))> {
    let Some(scan) = site.scan(change.article()) else {
        return Vec::new();
    };
    let mut gained: Vec<&Token> = change.gained.clone();
    let mut damages = Vec::new();
    for lost in &change.lost {
        if let Some((start, end)) = mangled::find(&scan.running.text, lost.written, false) {
            damages.push((lost, Damage::Mangled, (start, end)));
            gained.retain(|token| token.end <= start || end <= token.start);
            continue;
        }
        let cased = gained
            .iter()
            .position(|it| it.value.eq_ignore_ascii_case(lost.value));
        let alike = || {
            gained
                .iter()
                .position(|it| is_another(lost.value, &it.value))
        };
        if let Some(at) = cased.or_else(alike) {
            let token = gained.remove(at);
            let damage = if cased.is_some() {
                Damage::Cased
            } else {
                Damage::Changed
            };
            damages.push((lost, damage, (token.start, token.end)));
        }
    }
    damages
}

/// Parts of dotted names may be words that stand for others, `name.example.com`; other shapes are never translated. The letter
/// case of a host says nothing.
fn certainty(lost: &Lost, damage: Damage) -> Shift {
    let uncertain = match damage {
        Damage::Changed => shape(lost.value) == Shape::Dotted,
        Damage::Cased => is_host_name(lost.written),
        Damage::Mangled => false,
    };
    if uncertain {
        Shift::Lower
    } else {
        Shift::Usual
    }
}

/// Whether one identifier stands for another of its shape. Of a dotted name one part differs: where several do, as in
/// `Major.Minor`, the name is a pattern for people, and its words are translated.
fn is_another(lost: &str, gained: &str) -> bool {
    let parts = |text: &str| text.split('.').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (parts(lost), parts(gained));
    let differing = one
        .iter()
        .zip(&other)
        .filter(|(one, other)| one != other)
        .count();
    let one_part = one.len() == other.len() && differing == 1;
    shape(lost) == shape(gained) && (shape(lost) != Shape::Dotted || one_part)
}

#[derive(PartialEq, Eq)]
enum Shape {
    Hexadecimal,
    Negative,
    Joined,
    Dotted,
    Other,
}

fn shape(value: &str) -> Shape {
    match () {
        () if value.starts_with("0x") || value.starts_with("0X") => Shape::Hexadecimal,
        () if value.starts_with('-') => Shape::Negative,
        () if value.contains('.') => Shape::Dotted,
        () if value.contains('_') => Shape::Joined,
        () => Shape::Other,
    }
}
