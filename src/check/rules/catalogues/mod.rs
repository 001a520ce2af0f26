//! The messages of templates, in `locales/`: the site's own catalogues, and by a test those that come with the program.

mod key_parity;
mod plural_categories;
mod ui_markup_parity;
mod ui_placeholder;
mod undefined_or_unused_key;
mod voices;

use crate::check::Rule;

/// In the order of the documentation.
pub static RULES: &[&Rule] = &[
    &key_parity::RULE,
    &ui_placeholder::RULE,
    &plural_categories::RULE,
    &ui_markup_parity::RULE,
    &undefined_or_unused_key::RULE,
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::voices::Voices;
    use super::*;
    use crate::check::Findings;
    use crate::locale::{Catalogue, Locale, built_in};

    /// What the rules say of catalogues as if they were a site's only ones, English leading.
    fn said(catalogues: &[Catalogue]) -> Vec<String> {
        let locales = catalogues
            .iter()
            .filter_map(|catalogue| catalogue.locale.clone());
        let locales: Vec<Arc<Locale>> = locales.map(Arc::new).collect();
        let english = locales.iter().find(|locale| locale.language() == "en");
        let voices = Voices::of(&locales, english, catalogues);
        let mut findings = Findings::new(&key_parity::RULE.fault);
        key_parity::check_voices(&voices, &|_| false, &mut findings);
        ui_placeholder::check_voices(&voices, &|_| false, &mut findings);
        ui_markup_parity::check_voices(&voices, &mut findings);
        for catalogue in catalogues {
            plural_categories::check_catalogue(catalogue, &mut findings);
        }
        let messages = findings
            .diagnostics
            .into_iter()
            .map(|diagnostic| diagnostic.message);
        messages.collect()
    }

    #[test]
    fn our_own_catalogues_agree() {
        let catalogues = built_in();
        assert!(catalogues.len() > 5 && catalogues.iter().all(|it| it.messages.len() > 20));
        assert_eq!(said(&catalogues), Vec::<String>::new());
    }

    #[test]
    fn and_would_be_told_if_they_did_not() {
        let read = |path: &str, text: &str| Catalogue::read(path, text);
        let catalogues = [
            read(
                "en.ftl",
                "count =\n    { $count ->\n        [one] { $count } page\n       *[other] { $count } pages\n    }\nbold = <b>Now</b>\nbye = Bye\n",
            ),
            read("de.ftl", "count = { $anzahl } Seiten\nbold = Jetzt\n"),
            read(
                "pl.ftl",
                "count =\n    { $count ->\n        [one] { $count } strona\n       *[other] { $count } strony\n    }\nbold = <b>Teraz</b>\nbye = Pa\n",
            ),
        ];
        assert_eq!(
            said(&catalogues),
            [
                "the message `bye` is missing",
                "`count` wants `$anzahl` instead of `$count`",
                "`bold` lacks `</b>` and `<b>`",
                "`count` lacks the plural form `few` and `many`",
            ]
        );
    }
}
