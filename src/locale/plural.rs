//! Which plural forms a language has, as CLDR knows them.

use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use super::Locale;

/// The plural forms of a language.
#[derive(Debug)]
pub struct Plurals {
    rules: Option<PluralRules>,
}

/// Whether things are counted (one, two) or numbered (first, second).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    Cardinal,
    Ordinal,
}

impl Plurals {
    /// The names of all forms, `other` among them.
    pub const NAMES: [&'static str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// The form that a whole number takes.
    pub fn form(&self, number: u32) -> &'static str {
        let rules = self.rules.as_ref();
        name(rules.map_or(PluralCategory::Other, |rules| rules.category_for(number)))
    }

    /// Every form that some number takes, fractions too.
    pub fn forms(&self) -> Vec<&'static str> {
        match &self.rules {
            Some(rules) => rules.categories().map(name).collect(),
            None => vec!["other"],
        }
    }
}

impl Locale {
    /// Returns the plural forms of the language; one without any in CLDR has the form `other` alone.
    pub fn plurals(&self, counting: Counting) -> Plurals {
        let kind = match counting {
            Counting::Cardinal => PluralRuleType::Cardinal,
            Counting::Ordinal => PluralRuleType::Ordinal,
        };
        let options = PluralRulesOptions::default().with_type(kind);
        let locale = icu_locale::Locale::from(self.tag.clone());
        Plurals {
            rules: PluralRules::try_new(locale.into(), options).ok(),
        }
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_the_languages_own() {
        for (folder, counting, forms) in [
            ("de", Counting::Cardinal, "one other"),
            ("pl", Counting::Cardinal, "one few many other"),
            ("zh-cn", Counting::Cardinal, "other"),
            ("en", Counting::Ordinal, "one two few other"),
        ] {
            let locale = Locale::from_folder(folder).expect("a locale");
            let mut found = locale.plurals(counting).forms();
            found.sort_by_key(|name| Plurals::NAMES.iter().position(|it| it == name));
            assert_eq!(found.join(" "), forms, "{folder}");
        }
        let polish = Locale::from_folder("pl").expect("a locale");
        assert_eq!(polish.plurals(Counting::Cardinal).form(3), "few");
    }
}
