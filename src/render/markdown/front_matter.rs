//! What a Markdown page says about itself, as YAML.

use crate::model::Article;
use crate::render::article;

/// Returns the lines of an article's front matter: only what a reader of the page needs.
///
/// The version that a translation was made from is none of it: it names a text that stands nowhere among the pages, and a page that is
/// built again would be stale.
pub(super) fn front_matter(article: &Article) -> String {
    let description = article
        .front_matter
        .text("description")
        .map(article::one_line);
    let date = article.date().map(|date| date.to_string());
    let maker = article.is_machine_translated().then_some("machine");
    let entries = [
        ("title", Some(article::one_line(article.title()))),
        ("description", description),
        ("lang", Some(article.locale.tag().to_owned())),
        ("date", date),
        ("translation", maker.map(str::to_owned)),
    ];
    let lines = entries
        .into_iter()
        .filter_map(|(key, value)| Some(line(key, &value?)));
    lines.collect()
}

/// Writes a value in double quotes, in which YAML 1.2 (section 7.3.1) and JSON escape alike.
pub(super) fn line(key: &str, value: &str) -> String {
    let mut quoted = String::with_capacity(value.len() + 2);
    for letter in value.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            // The byte order mark and the separators are no printable characters to YAML.
            _ if letter.is_control() || matches!(letter, '\u{feff}' | '\u{2028}' | '\u{2029}') => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)));
            }
            _ => quoted.push(letter),
        }
    }
    format!("{key}: \"{quoted}\"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_leave_their_quotes() {
        for (value, expected) in [
            ("plain: text # no", "k: \"plain: text # no\"\n"),
            ("a\"\\b\n---\n", "k: \"a\\\"\\\\b\\u000A---\\u000A\"\n"),
        ] {
            assert_eq!(line("k", value), expected);
        }
    }
}
