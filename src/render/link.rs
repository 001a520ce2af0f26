//! Where a link of an article leads: out of the site, to a page of it, or nowhere.

use super::edition::{Edition, Place};
use crate::model::{End, Fragment};

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
    let found = edition
        .destinations
        .find(edition.article(from), destination);
    match placed(edition, &found.end, &found.fragment) {
        // A link to the page that it stands on leads nowhere but to a place in it.
        Destination::Article { fragment: None, .. } if found.is_here => Destination::Nowhere,
        placed => placed,
    }
}

/// What an end of links and redirects is among the pages of an edition.
pub(super) fn placed(edition: &Edition, end: &End, fragment: &Fragment) -> Destination {
    match end {
        End::External(address) => Destination::External(web_address(address)),
        End::Article {
            translations,
            article,
            ..
        } => Destination::Article {
            place: Place {
                translations: *translations,
                article: *article,
            },
            fragment: anchor(edition, fragment),
        },
        End::File(_) | End::Missing(_) | End::Foreign => Destination::Nowhere,
    }
}

/// The anchor in a page that a fragment means, where the page has one.
fn anchor(edition: &Edition, fragment: &Fragment) -> Option<String> {
    match fragment {
        Fragment::Place { anchor, is_row } if !is_row || edition.target.rows_have_anchors => {
            Some(anchor.clone())
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
    fn addresses_hold_no_quotes_and_no_controls() {
        assert_eq!(
            web_address("https://e.x/\"a b\\\u{1}é"),
            "https://e.x/%22a%20b%5C%01%C3%A9"
        );
    }
}
