//! Names of places in a page.

use std::collections::HashMap;

/// Returns GitHub's slug of a heading's words: lower case, blanks as hyphens, and of the rest only letters,
/// digits, marks, hyphens and connecting punctuation. Source: GitHub's `TableOfContentsFilter` (html-pipeline).
pub fn slug(text: &str) -> String {
    text.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            _ if letter.is_alphanumeric() || is_mark(letter) => Some(letter),
            _ => None,
        })
        .collect()
}

/// Combining marks are no letters to `char`, yet words of many scripts cannot do without them.
fn is_mark(letter: char) -> bool {
    use icu_properties::{CodePointMapData, props::GeneralCategory, props::GeneralCategoryGroup};
    const WORD: GeneralCategoryGroup =
        GeneralCategoryGroup::Mark.union(GeneralCategoryGroup::ConnectorPunctuation);
    !letter.is_ascii() && WORD.contains(CodePointMapData::<GeneralCategory>::new().get(letter))
}

/// Gives each name once: the second `a` is `a-1`, the third `a-2`, as on GitHub.
#[derive(Debug, Default)]
pub struct Slugger {
    /// How often each name was asked for or given.
    used: HashMap<String, usize>,
}

impl Slugger {
    /// Returns `name`, or with the first free number behind it.
    pub fn unique(&mut self, name: &str) -> String {
        let mut unique = name.to_owned();
        // The count remembers where to go on, so that many equal headings stay linear.
        let mut count = self.used.get(name).copied().unwrap_or(0);
        while self.used.contains_key(&unique) {
            unique = format!("{name}-{count}");
            count += 1;
            self.used.insert(name.to_owned(), count);
        }
        self.used.insert(unique.clone(), 1);
        unique
    }

    /// Returns whether a name is given already.
    pub fn has(&self, name: &str) -> bool {
        self.used.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_githubs() {
        for (heading, expected) in [
            ("Event IDs and descriptions", "event-ids-and-descriptions"),
            ("Ereignis-IDs & Größe", "ereignis-ids--größe"),
            ("事件 ID 和说明", "事件-id-和说明"),
            ("What's new? (2020)", "whats-new-2020"),
            ("snake_case `code`", "snake_case-code"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(slug(heading), expected);
        }
    }

    #[test]
    fn a_repeated_name_gets_a_number() {
        let mut slugger = Slugger::default();
        let given = ["a", "a", "a-1", "a"].map(|name| slugger.unique(name));
        assert_eq!(given, ["a", "a-1", "a-1-1", "a-2"]);
    }
}
