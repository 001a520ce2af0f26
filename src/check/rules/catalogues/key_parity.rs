//! `key-parity`: a catalogue of the site lacks a message that other languages have, or has one that they have not.

use super::voices::{self, Voice, Voices};
use crate::check::departure::{Difference, Why};
use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift, Span};
use crate::locale::built_in;
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "key-parity",
        severity: Severity::Error,
        summary: "a catalogue lacks a message that other languages have, or has one that they have not",
    },
    scope: Scope::Site(check),
    enabled: true,
};

/// Our own messages may be shadowed in some languages only: what is not shadowed is still there.
fn check(site: &Site, findings: &mut Findings) {
    let catalogues = voices::own(site);
    let built_in = built_in();
    let is_ours = |name: &str| {
        built_in
            .iter()
            .any(|catalogue| catalogue.message(name).is_some())
    };
    check_voices(&Voices::of_site(site, &catalogues), &is_ours, findings);
}

/// Compares all messages but those of which there is another one to fall back to.
pub(super) fn check_voices(
    voices: &Voices,
    has_other: &dyn Fn(&str) -> bool,
    findings: &mut Findings,
) {
    let names = voices.names().into_iter().filter(|name| !has_other(name));
    let names: Vec<&str> = names.collect();
    let mut found = Vec::new();
    for name in &names {
        findings.examine();
        let has = |voice: &Voice| {
            let speaks = !voice.catalogues.is_empty();
            speaks.then(|| voice.message(name).is_some())
        };
        for difference in voices.differences(has) {
            found.push(finding(voices, name, &difference, findings));
        }
    }
    if !names.is_empty() {
        found.extend(silent(voices, findings));
    }
    findings.diagnostics.extend(voices::without_doubles(found));
}

fn finding(
    voices: &Voices,
    name: &str,
    difference: &Difference<bool>,
    findings: &Findings,
) -> Diagnostic {
    let voice = &voices.all[difference.article];
    let file = voice.catalogues[0];
    let diagnostic = match (difference.why, voice.message(name)) {
        (Why::Divided, has) => {
            let (source, span) = has.map_or((&file.source, Span::default()), |(file, message)| {
                (&file.source, message.span)
            });
            findings
                .found_in(
                    source,
                    span,
                    format!("languages disagree whether there is a message `{name}`"),
                )
                .help("add the message to all languages, or remove it from all")
        }
        (_, None) => findings
            .found_in(
                &file.source,
                Span::default(),
                format!("the message `{name}` is missing"),
            )
            .help(format!("add `{name} = …` in this language"))
            .expected(name),
        (_, Some((file, message))) => findings
            .found_in(
                &file.source,
                message.span,
                format!("the message `{name}` is in no other language"),
            )
            .help("remove the message, or add it to the other languages")
            .found(name)
            .shifted(Shift::Lower),
    };
    voices.decided(diagnostic, difference, name)
}

/// Languages that have no catalogue at all, where others have words of their own.
fn silent(voices: &Voices, findings: &Findings) -> Vec<Diagnostic> {
    let speaking = |voice: &&Voice| !voice.catalogues.is_empty();
    let mut speaking = voices
        .reference
        .map(|at| &voices.all[at])
        .into_iter()
        .chain(&voices.all)
        .filter(speaking);
    let Some(file) = speaking.next().map(|voice| voice.catalogues[0]) else {
        return Vec::new();
    };
    let silent = voices
        .all
        .iter()
        .filter(|voice| voice.catalogues.is_empty());
    silent
        .map(|voice| {
            let folder = voice.locale.folder();
            let message = format!("no catalogue has these messages for {folder}");
            let mut diagnostic = findings
                .found_in(&file.source, Span::default(), message)
                .note("its pages say them in English, or cannot be made")
                .help(format!("add `locales/{}.ftl`", voice.locale.language()))
                .shifted(Shift::Lower);
            diagnostic.locale = Some(folder.to_owned());
            diagnostic
        })
        .collect()
}
