//! `plural-categories`: a message that counts lacks a plural form of its language, or has one that the language has not.

use std::collections::BTreeMap;

use super::voices;
use crate::check::{Findings, Rule, Scope, words};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift, Span};
use crate::locale::{Catalogue, Locale, Message, Plurals, Selection};
use crate::model::Site;

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "plural-categories",
        severity: Severity::Error,
        summary: "a message that counts lacks a plural form that its language has",
    },
    scope: Scope::Site(check),
    enabled: true,
};

fn check(site: &Site, findings: &mut Findings) {
    for catalogue in &voices::own(site) {
        check_catalogue(catalogue, findings);
    }
}

pub(super) fn check_catalogue(catalogue: &Catalogue, findings: &mut Findings) {
    let Some(locale) = &catalogue.locale else {
        return;
    };
    for message in &catalogue.messages {
        for selection in message.selections.iter().filter(|it| counts(it)) {
            findings.examine();
            let plurals = locale.plurals(selection.counting);
            let found = Selected {
                catalogue,
                locale,
                message,
                selection,
            };
            let missing = found.missing(&plurals, findings);
            let unknown = found.unknown(&plurals, findings);
            findings
                .diagnostics
                .extend(missing.into_iter().chain(unknown));
        }
    }
}

/// Whether a choice is one of plural forms: every variant is a form or a number, and one at least is a form.
fn counts(selection: &Selection) -> bool {
    let is_form = |key: &str| Plurals::NAMES.contains(&key);
    let mut keys = selection.variants.iter().map(|(key, _)| key.as_str());
    keys.clone().any(is_form) && keys.all(|key| is_form(key) || key.parse::<f64>().is_ok())
}

/// A choice in a message of a catalogue.
struct Selected<'a> {
    catalogue: &'a Catalogue,
    locale: &'a Locale,
    message: &'a Message,
    selection: &'a Selection,
}

/// Whole numbers that show every form of whole numbers below a million; CLDR has others for millions, which nobody counts here.
const NUMBERS: [std::ops::RangeInclusive<u32>; 2] = [0..=210, 1_000..=1_010];

/// How many numbers a finding shows.
const SHOWN: usize = 3;

impl Selected<'_> {
    fn has(&self, key: &str) -> bool {
        self.selection
            .variants
            .iter()
            .any(|(variant, _)| variant == key)
    }

    /// Whether a number has a variant of its own, such as `[0]`.
    fn has_number(&self, number: u32) -> bool {
        let is_it = |key: &str| key.parse::<f64>().is_ok_and(|key| key == f64::from(number));
        self.selection.variants.iter().any(|(key, _)| is_it(key))
    }

    /// The forms that some number needs and that no variant is for.
    fn missing(&self, plurals: &Plurals, findings: &Findings) -> Option<Diagnostic> {
        let mut missing: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for number in NUMBERS.into_iter().flatten() {
            let form = plurals.form(number);
            if !self.has(form) && !self.has_number(number) {
                missing.entry(form).or_default().push(number.to_string());
            }
        }
        let forms: Vec<&str> = missing.keys().copied().collect();
        let (form, numbers) = missing.first_key_value()?;
        let numbers: Vec<&str> = numbers.iter().take(SHOWN).map(String::as_str).collect();
        let default = &self.selection.variants[self.selection.default].0;
        let message = format!(
            "`{}` lacks the plural form {}",
            self.message.name,
            words::quoted_list(&forms)
        );
        let note = format!(
            "{} has this form for {}, and takes `{default}` for want of it",
            self.locale.tag(),
            words::list(&numbers)
        );
        let help = format!("add `[{form}]`");
        Some(
            self.found(self.message.span, message, findings)
                .note(note)
                .help(help)
                .expected(*form),
        )
    }

    fn unknown(&self, plurals: &Plurals, findings: &Findings) -> Vec<Diagnostic> {
        let forms = plurals.forms();
        let is_unknown = |key: &str| Plurals::NAMES.contains(&key) && !forms.contains(&key);
        let variants = self
            .selection
            .variants
            .iter()
            .filter(|(key, _)| is_unknown(key));
        variants
            .map(|(key, span)| {
                let message = format!(
                    "`{}` has the plural form `{key}`, which is never taken",
                    self.message.name
                );
                let note = format!(
                    "{} has the forms {}",
                    self.locale.tag(),
                    words::quoted_list(&forms)
                );
                self.found(*span, message, findings)
                    .note(note)
                    .help("remove the form")
                    .found(key.clone())
                    .shifted(Shift::Lower)
            })
            .collect()
    }

    fn found(&self, span: Span, message: String, findings: &Findings) -> Diagnostic {
        let mut diagnostic = findings.found_in(&self.catalogue.source, span, message);
        diagnostic.locale = Some(self.locale.folder().to_owned());
        diagnostic
    }
}
