//! The order in which a language's readers look things up.

use icu_collator::{CollatorBorrowed, options::CollatorOptions};

use super::Locale;

impl Locale {
    /// Sorts by the words that readers see, as this language's dictionaries do; what they hold equal stays in its order.
    pub fn sort<T>(&self, things: &mut [T], words: impl Fn(&T) -> &str) {
        let locale = icu_locale::Locale::from(self.tag.clone());
        match CollatorBorrowed::try_new(locale.into(), CollatorOptions::default()) {
            Ok(collator) => things.sort_by(|a, b| collator.compare(words(a), words(b))),
            Err(_) => things.sort_by(|a, b| words(a).cmp(words(b))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(folder: &str, words: &[&'static str]) -> Vec<&'static str> {
        let mut words = words.to_vec();
        let locale = Locale::from_folder(folder).expect("a locale");
        locale.sort(&mut words, |word| word);
        words
    }

    #[test]
    fn languages_sort_in_their_own_way() {
        assert_eq!(sorted("sv-se", &["ö", "z", "ä", "a"]), ["a", "z", "ä", "ö"]);
        assert_eq!(sorted("de-de", &["Z", "ä", "a", "B"]), ["a", "ä", "B", "Z"]);
        assert_eq!(sorted("zh-cn", &["中", "安"]), ["安", "中"]);
    }
}
