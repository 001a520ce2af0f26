//! Manual pages as the site knows them: what an article asks for its own, and which names they can have.

use super::{Article, Entry, Translations, Value};

/// The key of the front matter that asks for a manual page's name, section and short description.
pub const MANUAL_KEY: &str = "man";

/// The keys of the map that may stand there.
pub const MANUAL_KEYS: [&str; 3] = ["name", "section", "description"];

/// The section of pages about conventions and everything else, where most articles belong (man-pages(7)).
pub const MANUAL_SECTION: char = '7';

/// The longest name that leaves room for a header of eighty columns, in which it stands twice.
pub const MANUAL_NAME_LENGTH: usize = 35;

/// The end of the name of the page that lists the others.
const INDEX: &str = "-index";

/// What an article asks for its manual page; empty where it asks for nothing, or for nothing that can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ManualWish<'a> {
    pub name: Option<&'a str>,
    pub section: Option<char>,
    pub description: Option<&'a str>,
}

/// What nobody can have of what an article asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManualFlaw<'a> {
    /// Letters that no name may have.
    Name(&'a str),
    /// A name too long for the header.
    Length(&'a str),
    Section(&'a str),
    /// A key that nobody reads.
    Key(&'a str),
    /// A key whose value is no text.
    Shape(&'a str),
}

impl Article {
    /// What the article asks for its manual page, without what cannot be.
    pub fn manual_wish(&self) -> ManualWish<'_> {
        let value = |key: &str| Some(wish(self, key)?.1.as_text()?.trim());
        ManualWish {
            name: value("name").filter(|name| name_flaw(name).is_none()),
            section: value("section").and_then(section),
            description: value("description").filter(|text| !text.is_empty()),
        }
    }

    /// What cannot be of what the article asks for its manual page, and where it stands.
    pub fn manual_flaws(&self) -> Option<(&Entry, Vec<ManualFlaw<'_>>)> {
        let entry = self.front_matter.entry(MANUAL_KEY)?;
        let flaws = match &entry.value {
            Value::Sequence(_) => vec![ManualFlaw::Shape(MANUAL_KEY)],
            Value::Mapping(entries) => entries
                .iter()
                .filter_map(|(key, value)| flaw(key, value))
                .collect(),
            value => flaw("name", value).into_iter().collect(),
        };
        Some((entry, flaws))
    }
}

/// The value that an article asks for: of a map its own, and of a single text the name.
fn wish<'a>(article: &'a Article, key: &str) -> Option<(&'a str, &'a Value)> {
    let entry = article.front_matter.entry(MANUAL_KEY)?;
    match &entry.value {
        Value::Mapping(entries) => {
            let own = entries.iter().find(|(name, _)| name == key);
            own.map(|(name, value)| (name.as_str(), value))
        }
        value => (key == "name").then_some((MANUAL_KEY, value)),
    }
}

fn flaw<'a>(key: &'a str, value: &'a Value) -> Option<ManualFlaw<'a>> {
    if !MANUAL_KEYS.contains(&key) {
        return Some(ManualFlaw::Key(key));
    }
    // A key without a value asks for nothing.
    if value.is_empty() {
        return None;
    }
    let Some(text) = value.as_text().map(str::trim) else {
        return Some(ManualFlaw::Shape(key));
    };
    match key {
        "name" => name_flaw(text),
        "section" if section(text).is_none() => Some(ManualFlaw::Section(text)),
        _ => None,
    }
}

fn name_flaw(name: &str) -> Option<ManualFlaw<'_>> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "._+-".contains(letter);
    let begins = name.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    match () {
        () if !begins || !name.chars().all(is_letter) => Some(ManualFlaw::Name(name)),
        () if name.len() > MANUAL_NAME_LENGTH => Some(ManualFlaw::Length(name)),
        () => None,
    }
}

/// A section is one digit; `man` looks in no folder `man0`.
fn section(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let digit = letters.next().filter(|it| matches!(it, '1'..='9'));
    digit.filter(|_| letters.next().is_none())
}

impl Translations {
    /// What the article asks for its manual page in all languages: its principal's wish, else the first of another language. A
    /// description is each language's own, and is none of it.
    pub fn manual_wish(&self) -> ManualWish<'_> {
        let all = || std::iter::once(self.principal()).chain(&self.articles);
        ManualWish {
            name: all().find_map(|article| article.manual_wish().name),
            section: all().find_map(|article| article.manual_wish().section),
            description: None,
        }
    }
}

/// Makes a name of a text: small letters, and a hyphen for each run of what no name may hold; empty where nothing is left.
pub fn manual_name(text: &str) -> String {
    let mut name = String::new();
    for letter in text.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() || "._+".contains(letter) {
            name.push(letter);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_matches(|letter: char| !letter.is_ascii_alphanumeric())
        .to_owned()
}

/// The name of the page that lists the manual pages of a language, made of the site's title.
pub fn manual_index_name(title: Option<&str>) -> String {
    let mut name = manual_name(title.unwrap_or_default());
    name.truncate(MANUAL_NAME_LENGTH - INDEX.len());
    match manual_name(&name) {
        name if name.is_empty() => format!("manual{INDEX}"),
        name => name + INDEX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_man_and_the_shell_take() {
        for (name, is_sound) in [
            ("intro", true),
            ("a.b_c+d-e", true),
            ("4x", true),
            ("-rf", false),
            (".so", false),
            ("../evil", false),
            ("a b", false),
            ("größe", false),
            ("", false),
        ] {
            assert_eq!(name_flaw(name).is_none(), is_sound, "{name}");
        }
        let long = "x".repeat(MANUAL_NAME_LENGTH + 1);
        assert_eq!(name_flaw(&long), Some(ManualFlaw::Length(&long)));
    }

    #[test]
    fn a_section_is_a_digit() {
        let sections = ["1", "9", "0", "10", "x", "", "５"].map(section);
        assert_eq!(
            sections,
            [Some('1'), Some('9'), None, None, None, None, None]
        );
    }

    #[test]
    fn the_index_is_called_after_the_site() {
        for (title, expected) in [
            (Some("Glotta"), "glotta-index"),
            (Some("手册"), "manual-index"),
            (None, "manual-index"),
            (
                Some("The whole and complete manual of it"),
                "the-whole-and-complete-manual-index",
            ),
        ] {
            assert_eq!(manual_index_name(title), expected);
        }
    }
}
