//! `stale-translation`: a translation was made from another version of the reference.

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Fault, Label, Severity, Span};
use crate::model::{Site, Translations};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "stale-translation",
        severity: Severity::Warning,
        summary: "a translation was made from another version of the reference than the current one",
    },
    scope: Scope::Translations(check),
    enabled: true,
};

fn check(_: &Site, translations: &Translations, findings: &mut Findings) {
    let Some(reference) = translations.reference else {
        return;
    };
    let current = &translations.articles[reference];
    let others = translations.articles.iter().enumerate();
    for (at, article) in others.filter(|(at, _)| *at != reference) {
        let Some((version, span)) = article.source_version() else {
            continue;
        };
        findings.examine();
        if translations.is_stale(at) {
            let finding = findings
                .found(article, span, "the reference has changed since this translation was made")
                .note("what differs from the reference is not reported while the translation is stale")
                .help(format!("bring the translation up to date and write `{}` here", current.version))
                .expected(current.version.clone())
                .found(version)
                .related([Label::new(&current.source, Span::new(0, 0), "the current source")]);
            findings.push(finding);
        }
    }
}
