//! Where a link of an article leads: out of the site, to a page of it, or nowhere.

use super::edition::{Edition, Place};
use super::file;
use crate::model::{End, Fallback, Fragment, percent_decoded};

pub(super) use crate::model::percent_encoded as encoded;

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
    let folder = edition.locale(from).folder();
    let article = edition.article(from);
    let found = edition.destinations.find_for(folder, article, destination);
    if !found.is_here {
        return placed(edition, from, &found.end);
    }
    // A link to the page that it stands on leads nowhere but to a place in it.
    let fragment = destination.trim().split_once('#').map_or("", |(_, it)| it);
    match place_of(edition, from, &percent_decoded(fragment)) {
        Some(fragment) => Destination::Article {
            place: from,
            fragment: Some(fragment),
        },
        None => Destination::Nowhere,
    }
}

/// What an end of links and redirects is among the pages of an edition, for readers of a page.
pub(super) fn placed(edition: &Edition, from: Place, end: &End) -> Destination {
    match end {
        End::External(address) => Destination::External(web_address(address)),
        End::Article {
            translations,
            article,
            fragment,
        } => match page(edition, from, *translations, *article) {
            Some(place) => Destination::Article {
                place,
                fragment: place_of(edition, place, fragment),
            },
            None => Destination::Nowhere,
        },
        End::File(path) if file::may_open(edition, path) => Destination::File(path.clone()),
        End::File(_) | End::Missing(_) | End::Foreign => Destination::Nowhere,
    }
}

/// The page that readers of another page are led to for an article; `article` is the text that is meant, by its index.
fn page(edition: &Edition, from: Place, translations: usize, article: usize) -> Option<Place> {
    let page = edition.page(translations, from.locale);
    let is_own = page.is_some_and(|page| !edition.is_fallback(page) && page.locale == from.locale);
    let texts = &edition.site.translations[translations];
    if is_own || edition.site.config.fallback == Fallback::None || !texts.is_page {
        return page;
    }
    // A path through the text's own folder names no language, nor does one through the language that is shown anyway.
    let meant = &texts.articles[article].locale;
    let is_other = meant.folder() != edition.article(from).locale.folder();
    let other = edition.own_page(translations, edition.index_of(meant));
    let other = other.filter(|other| page.is_none_or(|page| page.article != other.article));
    other.filter(|_| page.is_none() || is_other).or(page)
}

/// The anchor on a page that a fragment means, where the page has one.
fn place_of(edition: &Edition, place: Place, fragment: &str) -> Option<String> {
    if fragment.is_empty() || edition.is_start_page(place) {
        return None;
    }
    let end = End::Article {
        translations: place.translations,
        article: place.article,
        fragment: fragment.to_owned(),
    };
    match edition.destinations.fragment(&end) {
        Fragment::Place { anchor, is_row } if !is_row || edition.target.rows_have_anchors => {
            Some(anchor)
        }
        _ => None,
    }
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

/// The choice of language, at the root of the site.
pub(super) const ROOT: &str = "index.html";

/// The one address of a page: whole where the site says where it stands, else from the root.
pub(super) fn address(edition: &Edition, path: &str) -> String {
    let path = if path == ROOT { "" } else { path };
    base(edition) + &encoded(path)
}

fn base(edition: &Edition) -> String {
    site_url(edition).unwrap_or_else(|| "/".to_owned())
}

/// Where the site stands, with a slash at the end, if it says so.
pub(super) fn site_url(edition: &Edition) -> Option<String> {
    let url = edition.site.config.site.url.as_deref().map(str::trim);
    let url = url.filter(|url| !url.is_empty())?;
    Some(format!("{}/", url.trim_end_matches('/')))
}

/// An address of the web, where the text is one that a browser may follow.
pub(super) fn web(destination: &str) -> Option<String> {
    let known = matches!(scheme(destination), Some("http" | "https" | "mailto"));
    known.then(|| web_address(destination.trim()))
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
