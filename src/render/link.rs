//! Where a link of an article leads: out of the site, to a page of it, or nowhere.

use super::edition::{Edition, Place};
use super::file;
use crate::model::{Article, Fallback, NamedArticle, percent_decoded};

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
    /// A file of another kind, by its path under the source folder.
    File(String),
    /// Nothing that will be there: the words stand alone.
    Nowhere,
}

/// Finds out where a destination leads that is written in an article.
///
/// Links stay in the tree of the page that they stand on, whatever folder they name; where its language lacks the article
/// they lead where the configuration wants. An article in another language is meant only where this one has none.
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
    let path = percent_decoded(path.split('?').next().unwrap_or_default());
    let place = if path.is_empty() {
        Some(from)
    } else {
        find(edition, from, &path)
    };
    let Some(place) = place else {
        let file = file::linked(edition, from, &path);
        return file.map_or(Destination::Nowhere, Destination::File);
    };
    let fragment = anchor(edition, place, &percent_decoded(fragment));
    // A link to the page that it stands on leads nowhere but to a place in it.
    if path.is_empty() && fragment.is_none() {
        return Destination::Nowhere;
    }
    Destination::Article { place, fragment }
}

/// The scheme in lower case, where the text has one (RFC 3986, section 3.1).
pub(super) fn scheme(destination: &str) -> Option<&'static str> {
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
    let article = edition.article(from);
    let named = NamedArticle::of(edition.site, article, path)?;
    let translations = named.find(edition.site)?;
    if !edition.site.translations[translations].is_page {
        return None;
    }
    let page = edition.page(translations, from.locale);
    let is_own = page.is_some_and(|page| !edition.is_fallback(page) && page.locale == from.locale);
    if is_own || edition.site.config.fallback == Fallback::None {
        return page;
    }
    // A path through the text's own folder names no language, nor does one through the language that is shown anyway.
    let other = named.locale.map(|locale| edition.index_of(locale));
    let other = other.and_then(|other| edition.own_page(translations, other));
    let other = other.filter(|other| page.is_none_or(|page| page.article != other.article));
    let is_meant = |other: &Place| {
        page.is_none() || edition.locale(*other).folder() != article.locale.folder()
    };
    other.filter(is_meant).or(page)
}

/// The anchor in a page that a fragment means, where the page has one.
fn anchor(edition: &Edition, place: Place, fragment: &str) -> Option<String> {
    if fragment.is_empty() || edition.is_start_page(place) {
        return None;
    }
    let lower = fragment.to_lowercase();
    [fragment, lower.as_str()]
        .into_iter()
        .find_map(|fragment| in_article(edition, edition.article(place), fragment))
        .or_else(|| in_other_language(edition, place, fragment))
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
fn in_other_language(edition: &Edition, place: Place, fragment: &str) -> Option<String> {
    let article = edition.article(place);
    let others =
        (0..edition.translations(place).articles.len()).map(|article| Place { article, ..place });
    others
        .flat_map(|other| &edition.article(other).headings)
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

/// An address of the web, where the text is one that a browser may follow.
pub(super) fn web(destination: &str) -> Option<String> {
    let known = matches!(scheme(destination), Some("http" | "https" | "mailto"));
    known.then(|| web_address(destination.trim()))
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
}
