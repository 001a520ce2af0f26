//! `locale-mismatch`: an article says that it is in another language than its folder.

use crate::check::{Findings, Rule, Scope};
use crate::diagnostic::{Applicability, Fault, Fix, Severity};
use crate::model::{Article, LOCALE_KEYS};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "locale-mismatch",
        severity: Severity::Error,
        summary: "the front matter names another language than the folder",
    },
    scope: Scope::Article(check),
    enabled: true,
};

fn check(article: &Article, findings: &mut Findings) {
    for entry in LOCALE_KEYS
        .iter()
        .filter_map(|key| article.front_matter.entry(key))
    {
        let Some(named) = entry.value.as_text().filter(|named| !named.is_empty()) else {
            continue;
        };
        findings.examine();
        if !article.locale.is_named_by(named) {
            let (folder, tag) = (article.locale.folder(), article.locale.tag());
            let fix = Fix::replace(
                Applicability::Safe,
                &article.source,
                entry.value_span,
                quoted_alike(article.source.slice(entry.value_span), tag),
            );
            let finding = findings
                .found(
                    article,
                    entry.value_span,
                    format!("`{}` says `{named}` in the folder `{folder}`", entry.key),
                )
                .note("the folder decides in which language the article is published")
                .help(format!(
                    "write `{tag}`, or move the article to the folder of its language"
                ))
                .expected(tag)
                .found(named)
                .fix(fix);
            findings.push(finding);
        }
    }
}

/// Keeps the quotes of a value.
fn quoted_alike(written: &str, tag: &str) -> String {
    match written.chars().next() {
        Some(quote @ ('"' | '\'')) => format!("{quote}{tag}{quote}"),
        _ => tag.to_owned(),
    }
}
