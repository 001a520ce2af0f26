//! `navigation-parity`: a table of contents lists a page that does not exist, or lists others than the reference's.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Label, Severity, Shift, Span};
use crate::model::{ListedEntry, Listing, NavigationTarget, Site, normal_target};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "navigation-parity",
        severity: Severity::Error,
        summary: "a table of contents lists a page that does not exist, or other pages than the reference’s",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let mut folders: BTreeMap<&str, Vec<&Listing>> = BTreeMap::new();
    for listing in &site.navigation.listings {
        findings.examined += listing.entries.len();
        folders.entry(&listing.folder).or_default().push(listing);
    }
    for listings in folders.values() {
        check_targets(listings, findings);
        check_parity(site, listings, findings);
    }
    check_loops(site, findings);
}

/// An entry and the file that it stands in.
type Listed<'a> = (&'a Listing, &'a ListedEntry);

/// Entries that lead nowhere, or somewhere only as long as nobody minds capitals; what languages share is told once.
fn check_targets(listings: &[&Listing], findings: &mut Findings) {
    let mut missing: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
    let mut respelt: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
    for listing in listings {
        for entry in &listing.entries {
            if let NavigationTarget::Missing(path) = &entry.target {
                missing.entry(path).or_default().push((listing, entry));
            }
            if let Some(id) = &entry.respelt {
                respelt.entry(id).or_default().push((listing, entry));
            }
        }
    }
    for (path, places) in &missing {
        let finding = no_page(path, places, findings);
        findings.push(told_once(finding, places));
    }
    for (id, places) in &respelt {
        let finding = other_case(id, places, findings);
        findings.push(told_once(finding, places));
    }
}

fn no_page(path: &str, places: &[Listed], findings: &Findings) -> Diagnostic {
    let (listing, entry) = places[0];
    let message = format!("this entry leads to `{path}`, and there is no such page");
    found(listing, entry.span, message, findings)
        .found(entry.href.clone())
        .note("readers see its name without a link")
        .help("name a page that exists, or remove the entry")
}

fn other_case(id: &str, places: &[Listed], findings: &Findings) -> Diagnostic {
    let (listing, entry) = places[0];
    let message = format!("this entry leads to `{id}` in other letter case");
    found(listing, entry.span, message, findings)
        .shifted(Shift::Lower)
        .found(entry.href.clone())
        .note("many servers and systems tell capitals from small letters")
        .help(format!("write the path as `{id}` has it"))
}

/// A finding about the first of some places, which says of the others where they are.
fn told_once(mut finding: Diagnostic, places: &[Listed]) -> Diagnostic {
    let folders: HashSet<&str> = places.iter().map(|(it, _)| it.locale.folder()).collect();
    if folders.len() > 1 {
        let note = finding.note.take().unwrap_or_default();
        finding.note = Some(format!("{note}; so it is in {} languages", folders.len()));
        finding.locale = None;
    }
    let others = places[1..].iter().take(words::WITNESSES);
    let related = others.map(|(it, entry)| Label::new(&it.source, entry.span, it.locale.folder()));
    finding.related(related.collect::<Vec<_>>())
}

/// What each translation lists less or more than the reference does in the same folder.
fn check_parity(site: &Site, listings: &[&Listing], findings: &mut Findings) {
    let is_reference = |it: &&&Listing| Some(&it.locale) == site.reference.as_ref();
    let Some(reference) = listings.iter().find(is_reference) else {
        return;
    };
    for listing in listings.iter().filter(|it| it.locale != reference.locale) {
        for entry in lacking(reference, listing) {
            let finding = lacks(site, reference, listing, entry, findings);
            findings.push(finding);
        }
        for entry in lacking(listing, reference) {
            let finding = adds(site, reference, listing, entry, findings);
            findings.push(finding);
        }
    }
}

/// The entries of one file whose pages the other lists less often.
fn lacking<'a>(full: &'a Listing, other: &Listing) -> Vec<&'a ListedEntry> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for key in other.entries.iter().filter_map(key) {
        *counts.entry(key).or_default() += 1;
    }
    let mut lacking = Vec::new();
    for entry in &full.entries {
        let Some(key) = key(entry) else { continue };
        match counts.get_mut(&key) {
            Some(count) if *count > 0 => *count -= 1,
            _ => lacking.push(entry),
        }
    }
    lacking
}

/// What two languages have in common where they list the same page; a mere heading has nothing.
fn key(entry: &ListedEntry) -> Option<String> {
    if let Some(folder) = &entry.nested {
        return Some(format!("contents of {folder}"));
    }
    match &entry.target {
        NavigationTarget::None => None,
        NavigationTarget::Article(index) => Some(format!("article {index}")),
        NavigationTarget::External(address) | NavigationTarget::Elsewhere(address) => {
            Some(normal_target(address))
        }
        NavigationTarget::File(path) | NavigationTarget::Missing(path) => Some(path.to_lowercase()),
    }
}

fn lacks(
    site: &Site,
    reference: &Listing,
    listing: &Listing,
    entry: &ListedEntry,
    findings: &Findings,
) -> Diagnostic {
    let text = listing.source.text();
    let first = listing.source.first_line(Span::new(0, text.len()));
    let message = format!(
        "the table of contents lacks the entry for `{}`",
        shown(site, entry)
    );
    found(listing, first, message, findings)
        .shifted(Shift::Lower)
        .expected(entry.href.clone())
        .note("readers of this language do not find the page where others do")
        .help("add the entry, with its name in this language")
        .related([Label::new(
            &reference.source,
            entry.span,
            reference.locale.folder(),
        )])
}

fn adds(
    site: &Site,
    reference: &Listing,
    listing: &Listing,
    entry: &ListedEntry,
    findings: &Findings,
) -> Diagnostic {
    let message = format!("the reference does not list `{}` here", shown(site, entry));
    found(listing, entry.span, message, findings)
        .shifted(Shift::Lower)
        .found(entry.href.clone())
        .note(format!(
            "the table of contents of {} is held to be right",
            reference.locale.folder()
        ))
        .help("remove the entry, or add it to the reference")
}

/// How a reader knows the page: by its path in the site, else by its address.
fn shown<'a>(site: &'a Site, entry: &'a ListedEntry) -> &'a str {
    match (&entry.nested, &entry.target) {
        (Some(folder), _) => folder,
        (None, NavigationTarget::Article(index)) => &site.translations[*index].id,
        _ => &entry.href,
    }
}

fn check_loops(site: &Site, findings: &mut Findings) {
    for it in &site.navigation.loops {
        let message = match it.folder.as_str() {
            "" => "this entry takes in the table of contents that it is part of".to_owned(),
            folder => format!(
                "this entry takes in the table of contents of `{folder}`, which it is part of"
            ),
        };
        let mut finding = findings
            .found_in(&it.source, it.span, message)
            .note("it is shown once: a tree without end cannot be shown")
            .help("remove one of the entries that lead around");
        finding.locale = Some(it.locale.folder().to_owned());
        findings.push(finding);
    }
}

fn found(listing: &Listing, span: Span, message: String, findings: &Findings) -> Diagnostic {
    let mut finding = findings.found_in(&listing.source, span, message);
    finding.locale = Some(listing.locale.folder().to_owned());
    finding
}
