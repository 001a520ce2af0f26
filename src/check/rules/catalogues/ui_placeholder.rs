//! `ui-placeholder`: a message wants other arguments than in other languages.

use std::collections::BTreeSet;

use super::voices::{self, Voice, Voices};
use crate::check::departure::{Difference, Why};
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fault, Fix, Severity, Shift};
use crate::locale::{Catalogue, Message, built_in};
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "ui-placeholder",
        severity: Severity::Error,
        summary: "a message wants other arguments than in other languages",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let catalogues = voices::own(site);
    let built_in = built_in();
    let ours = |name: &str| {
        built_in
            .iter()
            .find_map(|catalogue| catalogue.message(name))
    };
    for catalogue in &catalogues {
        for message in &catalogue.messages {
            if let Some(ours) = ours(&message.name) {
                findings.examine();
                let finding = shadow(catalogue, message, ours, findings);
                findings.diagnostics.extend(finding);
            }
        }
    }
    check_voices(
        &Voices::of_site(site, &catalogues),
        &|name| ours(name).is_some(),
        findings,
    );
}

/// Compares all messages but those that shadow one whose arguments are known.
pub(super) fn check_voices(
    voices: &Voices,
    is_shadow: &dyn Fn(&str) -> bool,
    findings: &mut Findings,
) {
    let mut found = Vec::new();
    for name in voices.names().into_iter().filter(|name| !is_shadow(name)) {
        findings.examine();
        let wanted = |voice: &Voice| Some(variables(voice.message(name)?.1));
        for difference in voices.differences(wanted) {
            found.extend(finding(voices, name, &difference, findings));
        }
    }
    findings.diagnostics.extend(voices::without_doubles(found));
}

/// Forms of a plural may leave an argument out, so that only all of them together count.
fn variables(message: &Message) -> BTreeSet<String> {
    message.variables.keys().cloned().collect()
}

/// The program fills its own messages with certain arguments and no others; a site may do without some.
fn shadow(
    catalogue: &Catalogue,
    message: &Message,
    ours: &Message,
    findings: &Findings,
) -> Option<Diagnostic> {
    let expected = variables(ours);
    let diagnostic = told(catalogue, message, &expected, true, findings)?;
    let diagnostic =
        diagnostic.note("the program itself says this message and gives it its arguments");
    let unknown = variables(message).difference(&expected).count();
    let mut diagnostic = match unknown {
        0 => diagnostic.shifted(Shift::Lower),
        _ => diagnostic,
    };
    diagnostic.locale = catalogue
        .locale
        .as_ref()
        .map(|locale| locale.folder().to_owned());
    Some(diagnostic)
}

fn finding(
    voices: &Voices,
    name: &str,
    difference: &Difference<BTreeSet<String>>,
    findings: &Findings,
) -> Option<Diagnostic> {
    let (catalogue, message) = voices.all[difference.article].message(name)?;
    let certain = difference.why == Why::Departs && difference.supporters.len() > 2;
    let diagnostic = told(catalogue, message, &difference.expected, certain, findings)?;
    Some(voices.decided(diagnostic, difference, name))
}

/// Says how a message's arguments differ from those that are expected.
fn told(
    catalogue: &Catalogue,
    message: &Message,
    expected: &BTreeSet<String>,
    certain: bool,
    findings: &Findings,
) -> Option<Diagnostic> {
    let found = variables(message);
    let dollar = |names: Vec<&String>| {
        names
            .iter()
            .map(|name| format!("${name}"))
            .collect::<Vec<_>>()
    };
    let lost = dollar(expected.difference(&found).collect());
    let gained = dollar(found.difference(expected).collect());
    let first = gained
        .first()
        .and_then(|name| message.variables.get(&name[1..]));
    let span = first.map_or(message.span, |places| places[0]);
    let name = &message.name;
    let found_here = |message: String| findings.found_in(&catalogue.source, span, message);
    match (lost.as_slice(), gained.as_slice()) {
        ([], []) => None,
        ([lost], [gained]) => {
            let diagnostic = found_here(format!("`{name}` wants `{gained}` instead of `{lost}`"))
                .help(format!("write `{lost}`"))
                .expected(lost.clone())
                .found(gained.clone());
            Some(match certain {
                true => diagnostic.fix(renamed(catalogue, message, &gained[1..], &lost[1..])),
                false => diagnostic,
            })
        }
        (lost, []) => Some(
            found_here(format!("`{name}` lacks {}", words::quoted_list(lost)))
                .help("put it where the sentence needs it"),
        ),
        (_, gained) => Some(
            found_here(format!(
                "`{name}` wants {}, which nobody gives",
                words::quoted_list(gained)
            ))
            .help("use the arguments that the message has in other languages"),
        ),
    }
}

fn renamed(catalogue: &Catalogue, message: &Message, from: &str, to: &str) -> Fix {
    let places = message.variables.get(from).into_iter().flatten();
    let edits = places.map(|span| Edit {
        source: std::sync::Arc::clone(&catalogue.source),
        span: *span,
        text: to.to_owned(),
    });
    Fix {
        applicability: Applicability::Safe,
        edits: edits.collect(),
    }
}
