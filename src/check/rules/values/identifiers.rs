//! How an identifier of running text was damaged: what three rules tell apart.

use super::changes::{Change, Lost, Site};
use super::mangled;
use super::tokens::{Kind, Token};

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

/// Calls `report` with every identifier that was damaged in this way, and with the bytes of the text that stand for it.
pub fn each(
    comparison: &crate::check::Comparison,
    wanted: Damage,
    findings: &mut crate::check::Findings,
) {
    for site in Site::all(comparison) {
        if !site.has(is_identifier) || site.is_owned_by_tables() {
            continue;
        }
        findings.examine();
        for change in site.changes(is_identifier) {
            for (lost, damage, place) in damages(&site, &change) {
                if damage == wanted && !is_whole_cell(&site, lost) {
                    let found = change.report(&site, lost, place, findings);
                    findings.push(change.mend(&site, lost, found));
                }
            }
        }
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
                .position(|it| shape(&it.value) == shape(lost.value))
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
