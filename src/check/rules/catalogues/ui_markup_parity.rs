//! `ui-markup-parity`: a message has lost a tag, an entity or an access key that it has in other languages.

use std::collections::BTreeSet;

use super::voices::{self, Voice, Voices};
use crate::check::departure::{Difference, Why};
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity};
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "ui-markup-parity",
        severity: Severity::Warning,
        summary: "a message has other tags, entities or access keys than in other languages",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let catalogues = voices::own(site);
    check_voices(&Voices::of_site(site, &catalogues), findings);
}

pub(super) fn check_voices(voices: &Voices, findings: &mut Findings) {
    let mut found = Vec::new();
    for name in voices.names() {
        findings.examine();
        let markup = |voice: &Voice| {
            let (_, message) = voice.message(name)?;
            Some(message.markup.keys().cloned().collect::<BTreeSet<String>>())
        };
        for difference in voices.differences(markup) {
            found.extend(finding(voices, name, &difference, findings));
        }
    }
    findings.diagnostics.extend(voices::without_doubles(found));
}

fn finding(
    voices: &Voices,
    name: &str,
    difference: &Difference<BTreeSet<String>>,
    findings: &Findings,
) -> Option<Diagnostic> {
    let (catalogue, message) = voices.all[difference.article].message(name)?;
    let found: BTreeSet<String> = message.markup.keys().cloned().collect();
    let lost: Vec<&String> = difference.expected.difference(&found).collect();
    let gained: Vec<&String> = found.difference(&difference.expected).collect();
    let span = gained
        .first()
        .and_then(|it| message.markup.get(*it))
        .unwrap_or(&message.span);
    let said = match (difference.why, lost.is_empty(), gained.is_empty()) {
        (Why::Divided, ..) => format!("languages disagree about the markup of `{name}`"),
        (_, false, true) => format!("`{name}` lacks {}", words::quoted_list(&lost)),
        (_, true, _) => format!(
            "`{name}` has {}, which no other language has",
            words::quoted_list(&gained)
        ),
        (_, false, false) => format!(
            "`{name}` has {} instead of {}",
            words::quoted_list(&gained),
            words::quoted_list(&lost)
        ),
    };
    let diagnostic = findings
        .found_in(&catalogue.source, *span, said)
        .help("put the same marks around the words that they belong to");
    Some(voices.decided(diagnostic, difference, name))
}
