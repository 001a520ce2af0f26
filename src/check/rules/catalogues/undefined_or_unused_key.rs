//! `undefined-or-unused-key`: a template says a message that no catalogue has, or nobody says a message.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::voices;
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Source};
use crate::locale::{Catalogue, Message, Said, built_in};
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "undefined-or-unused-key",
        severity: Severity::Error,
        summary: "a template says a message that no catalogue has, or nobody says a message",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    let own = voices::own(site);
    let built_in = built_in();
    let templates: Vec<(Arc<Source>, Said)> = site.templates.iter().filter_map(template).collect();
    for (source, said) in &templates {
        for (name, span) in &said.messages {
            findings.examine();
            let known: Vec<&Message> = own
                .iter()
                .chain(&built_in)
                .filter_map(|it| it.message(name))
                .collect();
            if let Some((message, help)) = flaw(name, &known) {
                let finding = findings
                    .found_in(source, *span, message)
                    .help(help)
                    .found(name.clone());
                findings.push(
                    finding.note("a page that says a message which is not there cannot be made"),
                );
            }
        }
    }
    if !templates.iter().any(|(_, said)| said.is_open) {
        let said = templates.iter().flat_map(|(_, said)| &said.messages);
        let said: BTreeSet<&str> = said.map(|(name, _)| name.as_str()).collect();
        // What the program itself says is in its own catalogues.
        let is_said = |name: &str| {
            said.contains(name) || built_in.iter().any(|it| it.message(name).is_some())
        };
        let unused = unused(&own, &is_said, findings);
        findings.diagnostics.extend(unused);
    }
}

/// A template and what it says; style sheets and scripts are published as they are.
fn template(source: &Arc<Source>) -> Option<(Arc<Source>, Said)> {
    let path = source.path();
    if path.ends_with(".css") || path.ends_with(".js") {
        return None;
    }
    let source = Arc::new(Source::new(format!("templates/{path}"), source.text()));
    let said = Said::by(&source);
    Some((source, said))
}

/// What is wrong with a template's message: nobody has it, or it wants what a template cannot give.
fn flaw(name: &str, known: &[&Message]) -> Option<(String, String)> {
    let Some(first) = known.first() else {
        let message = format!("no catalogue has the message `{name}`");
        return Some((
            message,
            format!("add `{name} = …` to the catalogues under `locales/`, or mend the name"),
        ));
    };
    if known.iter().any(|message| message.variables.is_empty()) {
        return None;
    }
    let wanted: Vec<String> = first
        .variables
        .keys()
        .map(|name| format!("${name}"))
        .collect();
    let message = format!(
        "the message `{name}` wants {}, which a template cannot give",
        words::quoted_list(&wanted)
    );
    Some((message, "say a message without arguments here".to_owned()))
}

/// The messages that nobody says, each once with all languages that have it.
fn unused(
    catalogues: &[Catalogue],
    is_said: &dyn Fn(&str) -> bool,
    findings: &Findings,
) -> Vec<Diagnostic> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut unused = Vec::new();
    for catalogue in catalogues {
        for message in catalogue
            .messages
            .iter()
            .filter(|message| !is_said(&message.name))
        {
            if told.insert(&message.name) {
                let text = format!("nothing says the message `{}`", message.name);
                let mut finding = findings
                    .found_in(&catalogue.source, message.span, text)
                    .help("remove it from all languages, or say it in a template")
                    .found(message.name.clone());
                finding.severity = Severity::Info;
                unused.push(finding);
            }
        }
    }
    unused
}
