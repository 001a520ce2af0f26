//! Where a link of an article leads: out of the site, to a page of it, or nowhere.

use super::edition::{Edition, Place};
use crate::model::{Article, Translations};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A web or mail address.
    External(String),
    /// An article of the site, in the link's language or else another, and a place in it that exists.
    Article {
        place: Place,
        fragment: Option<String>,
    },
    /// Nothing that will be there: the words stand alone.
    Nowhere,
}

/// Finds out where a destination leads that is written in an article.
///
/// Links between articles stay in the article's language, whatever folder they name; where that language lacks the
/// article they lead to the reference. An article in another language is meant only where this one has none.
pub(super) fn resolve(edition: &Edition, from: Place, destination: &str) -> Destination {
    let destination = destination.trim();
    match scheme(destination) {
        Some("http" | "https" | "mailto") => {
            return Destination::External(web_address(destination));
        }
        Some(_) => return Destination::Nowhere,
        None => {}
    }
    let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    let path = decoded(path.split('?').next().unwrap_or_default());
    let place = if path.is_empty() {
        Some(from)
    } else {
        find(edition, from, &path)
    };
    let Some(place) = place else {
        return Destination::Nowhere;
    };
    let fragment = anchor(edition, place, &decoded(fragment));
    // A link to the page that it stands on leads nowhere but to a place in it.
    if path.is_empty() && fragment.is_none() {
        return Destination::Nowhere;
    }
    Destination::Article { place, fragment }
}

/// The scheme in lower case, where the text has one (RFC 3986, section 3.1).
fn scheme(destination: &str) -> Option<&'static str> {
    let (scheme, _) = destination.split_once(':')?;
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let goes_on = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    if !begins || !scheme.chars().all(goes_on) {
        return None;
    }
    let known = ["http", "https", "mailto"];
    let known = known
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(scheme));
    Some(known.unwrap_or("other"))
}

/// Finds the article that a path names, from another article.
fn find(edition: &Edition, from: Place, path: &str) -> Option<Place> {
    let own = edition.article(from).locale.folder();
    let steps = steps(edition.article(from), path)?;
    let named = steps.first().and_then(|step| locale_folder(edition, step));
    let (named, id) = match named {
        Some(folder) => (folder, steps[1..].join("/")),
        None if rooted(path).is_some() => (own, steps.join("/")),
        None => return None,
    };
    let translations = translations_of(edition, &id, path.ends_with('/'))?;
    let reference = edition.site.translations[translations].reference;
    edition
        .in_locale(translations, own)
        .or_else(|| edition.in_locale(translations, named))
        .or_else(|| {
            reference.map(|article| Place {
                translations,
                article,
            })
        })
}

/// The path's steps from the folder of all languages; `None` where it leaves that folder.
fn steps(article: &Article, path: &str) -> Option<Vec<String>> {
    let mut steps: Vec<&str> = Vec::new();
    if rooted(path).is_none() {
        steps.push(article.locale.folder());
        steps.extend(article.id.split('/'));
        steps.pop();
    }
    for step in rooted(path).unwrap_or(path).split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.into_iter().map(str::to_owned).collect())
}

/// What follows `/` or `~/`, which begin at the root of the documentation.
fn rooted(path: &str) -> Option<&str> {
    path.strip_prefix("~/").or_else(|| path.strip_prefix('/'))
}

/// The folder of a language of the site, however its name is spelt.
fn locale_folder<'a>(edition: &Edition<'a>, name: &str) -> Option<&'a str> {
    let mut locales = edition.site.locales.iter();
    locales
        .find(|locale| locale.folder().eq_ignore_ascii_case(name))
        .map(|locale| locale.folder())
}

/// Index of the translations that a path without its language names: with or without `.md`, or as a folder.
fn translations_of(edition: &Edition, path: &str, is_folder: bool) -> Option<usize> {
    let index = |id: &str| {
        let translations = &edition.site.translations;
        translations
            .binary_search_by(|translations| translations.id.as_str().cmp(id))
            .ok()
    };
    if is_folder || path.is_empty() {
        return index(format!("{path}/index").trim_start_matches('/'));
    }
    let stem = path
        .len()
        .checked_sub(3)
        .and_then(|at| path.split_at_checked(at))
        .filter(|(_, extension)| extension.eq_ignore_ascii_case(".md"))
        .map(|(stem, _)| stem);
    stem.and_then(index).or_else(|| index(path))
}

/// The anchor in a page that a fragment means, where the page has one.
fn anchor(edition: &Edition, place: Place, fragment: &str) -> Option<String> {
    if fragment.is_empty() {
        return None;
    }
    let translations = edition.translations(place);
    let lower = fragment.to_lowercase();
    [fragment, lower.as_str()]
        .into_iter()
        .find_map(|fragment| in_article(edition, edition.article(place), fragment))
        .or_else(|| in_other_language(translations, edition.article(place), fragment))
}

fn in_article(edition: &Edition, article: &Article, fragment: &str) -> Option<String> {
    let mut headings = article.headings.iter();
    let heading = headings.find(|heading| {
        heading.anchor == fragment || heading.aliases.iter().any(|alias| alias == fragment)
    });
    if let Some(heading) = heading {
        return Some(heading.anchor.clone());
    }
    if article.anchors.iter().any(|anchor| anchor.id == fragment) {
        return Some(fragment.to_owned());
    }
    let is_row = edition.target.rows_have_anchors && article.has_anchor(fragment);
    is_row.then(|| fragment.to_owned())
}

/// A fragment may be the slug of the heading in the language that the link was written in first.
fn in_other_language(
    translations: &Translations,
    article: &Article,
    fragment: &str,
) -> Option<String> {
    translations
        .articles
        .iter()
        .flat_map(|other| &other.headings)
        .filter(|heading| {
            heading.slug == fragment || heading.aliases.iter().any(|alias| alias == fragment)
        })
        .find(|heading| {
            article
                .headings
                .iter()
                .any(|own| own.anchor == heading.anchor)
        })
        .map(|heading| heading.anchor.clone())
}

/// The way from one page to another, as a link is written.
pub(super) fn way(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from[..from.len() - 1]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = "../".repeat(from.len() - 1 - shared);
    encoded(&format!("{up}{}", to[shared..].join("/")))
}

/// Writes a path or a fragment so that it can stand in an address (RFC 3986, section 2).
pub(super) fn encoded(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(byte.into());
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// Writes an author's address with nothing in it that an address must not have.
fn web_address(text: &str) -> String {
    let allowed =
        |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(letter);
    let mut address = String::with_capacity(text.len());
    for letter in text.chars() {
        if allowed(letter) {
            address.push(letter);
        } else {
            let mut bytes = [0; 4];
            address.push_str(&encoded(letter.encode_utf8(&mut bytes)));
        }
    }
    address
}

/// Resolves `%20` and its like; what is no UTF-8 stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = text
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_between_pages_are_relative() {
        for (from, to, expected) in [
            ("de/a.html", "de/b.html", "b.html"),
            ("de/a.html", "fr/a.html", "../fr/a.html"),
            ("de/x/a.html", "de/x/b.html", "b.html"),
            ("de/x/a.html", "assets/style.css", "../../assets/style.css"),
            ("index.html", "de/ä b.html", "de/%C3%A4%20b.html"),
        ] {
            assert_eq!(way(from, to), expected);
        }
    }

    #[test]
    fn schemes_are_told_from_paths() {
        for (text, expected) in [
            ("https://example.org", Some("https")),
            ("HTTP://example.org", Some("http")),
            ("javascript:alert(1)", Some("other")),
            ("JaVaScRiPt:alert(1)", Some("other")),
            ("C:\\Windows", Some("other")),
            ("a/b.md#c:d", None),
            ("java\tscript:alert(1)", None),
        ] {
            assert_eq!(scheme(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_hold_no_quotes_and_no_controls() {
        assert_eq!(
            web_address("https://e.x/\"a b\\\u{1}é"),
            "https://e.x/%22a%20b%5C%01%C3%A9"
        );
    }

    #[test]
    fn percent_signs_are_resolved_where_they_can_be() {
        assert_eq!(decoded("a%20b%zz%e4%b8%ad%"), "a b%zz中%");
        assert_eq!(decoded("%ff"), "%ff");
    }
}
