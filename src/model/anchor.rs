//! Names of places in a page.

use std::collections::HashMap;

use super::{Article, Heading, Slot};

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

/// Gives sections that correspond one anchor in all languages; what a language called its own stays as an alias.
///
/// The anchor is the id that the reference's author wrote, else the one that most translations carry, else the
/// reference's slug. Without a reference the languages' own ids and slugs decide alike.
pub(super) fn unite(articles: &mut [Article], sections: &[Slot], reference: Option<usize>) {
    let mut united: Vec<HashMap<usize, String>> = vec![HashMap::new(); articles.len()];
    for slot in sections {
        let headings: Vec<(usize, usize)> = slot
            .present()
            .filter_map(|(article, section)| {
                Some((article, articles[article].sections[section].heading?))
            })
            .collect();
        let Some(anchor) = common_anchor(articles, &headings, reference) else {
            continue;
        };
        for (article, heading) in headings {
            united[article].insert(heading, anchor.clone());
        }
    }
    for (article, united) in articles.iter_mut().zip(united) {
        name(&mut article.headings, &united);
    }
}

fn common_anchor(
    articles: &[Article],
    headings: &[(usize, usize)],
    reference: Option<usize>,
) -> Option<String> {
    let heading = |(article, heading): &(usize, usize)| -> &Heading {
        &articles[*article].headings[*heading]
    };
    let explicit = |at: &(usize, usize)| heading(at).explicit.as_ref().map(|(id, _)| id.clone());
    let referred = headings
        .iter()
        .find(|(article, _)| Some(*article) == reference);
    referred
        .and_then(explicit)
        .or_else(|| commonest(headings.iter().filter_map(explicit)))
        .or_else(|| {
            let slug = |at: &(usize, usize)| heading(at).slug.clone();
            referred.map(slug).or_else(|| headings.first().map(slug))
        })
}

/// The value that stands most often; of several the first.
fn commonest(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    let count = |value: &String| values.iter().filter(|other| *other == value).count();
    let most = values.iter().map(count).max()?;
    values.iter().find(|value| count(value) == most).cloned()
}

/// Names an article's headings: each anchor once, then each alias that is still free.
fn name(headings: &mut [Heading], united: &HashMap<usize, String>) {
    let mut names = Slugger::default();
    for (index, heading) in headings.iter_mut().enumerate() {
        let anchor = united
            .get(&index)
            .cloned()
            .unwrap_or_else(|| heading.anchor.clone());
        heading.anchor = names.unique(&anchor);
    }
    for heading in headings {
        let own = heading.explicit.iter().map(|(id, _)| id.clone());
        let mut candidates: Vec<String> = own.chain(heading.aliases.drain(..)).collect();
        candidates.push(heading.slug.clone());
        for candidate in candidates {
            if !names.has(&candidate) {
                heading.aliases.push(names.unique(&candidate));
            }
        }
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
