//! Where links lead, in a form that can be compared across languages.

use crate::locale::Locale;

/// Returns a link's destination without what languages may differ in: a locale in its path, a slash at the end, a view in
/// its query, percent-encoding, and letter case of the host.
pub fn normal_target(destination: &str) -> String {
    let decoded = percent_decoded(destination.trim());
    let (address, fragment) = match decoded.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (decoded.as_str(), None),
    };
    let (address, query) = match address.split_once('?') {
        Some((address, query)) => (address, Some(query)),
        None => (address, None),
    };
    let mut target = normal_address(address);
    let parameters: Vec<&str> = query
        .unwrap_or_default()
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("view="))
        .collect();
    if !parameters.is_empty() {
        target = format!("{target}?{}", parameters.join("&"));
    }
    match fragment {
        Some(fragment) => format!("{target}#{fragment}"),
        None => target,
    }
}

/// Whether a destination has a scheme, as `https:` and `mailto:` are.
pub fn is_external(destination: &str) -> bool {
    let scheme = destination
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .unwrap_or_default();
    destination.starts_with("//")
        || (scheme.len() > 1
            && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')))
}

/// The host of an external destination, in lower case.
pub fn host(destination: &str) -> Option<String> {
    let rest = destination.split_once("//")?.1;
    Some(rest.split(['/', '?', '#']).next()?.to_ascii_lowercase())
}

fn normal_address(address: &str) -> String {
    let (head, path) = match address.split_once("//").filter(|_| is_external(address)) {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (
                format!(
                    "{}//{}",
                    scheme.to_ascii_lowercase(),
                    host.to_ascii_lowercase()
                ),
                path,
            )
        }
        None => (String::new(), address),
    };
    // A locale stands first in the path of a site, never deeper in it by chance: `/de-de/x`.
    let path = match path.strip_prefix('/').and_then(|rest| rest.split_once('/')) {
        Some((first, rest)) if first.contains('-') && Locale::declared(first).is_ok() => {
            format!("/{rest}")
        }
        _ => path.to_owned(),
    };
    format!("{head}{}", path.strip_suffix('/').unwrap_or(&path))
}

/// Resolves `%20` and its like; what is no UTF-8 stays as it is.
pub fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            // A number may have a sign, and a code has none.
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Writes a path or a fragment so that it can stand in an address (RFC 3986, section 2). A colon would end the name of a scheme.
pub fn percent_encoded(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_may_differ_in_some_of_a_target() {
        for (one, other) in [
            (
                "https://Docs.example.com/de-de/a/",
                "https://docs.example.com/a",
            ),
            ("/fr-fr/a", "/a"),
            ("a.md?view=x-1", "a.md"),
            ("a%20b.md", "a b.md"),
            ("a.md#x", "a.md#x"),
        ] {
            assert_eq!(normal_target(one), normal_target(other));
        }
        assert_ne!(normal_target("a.md#x"), normal_target("a.md#y"));
        assert_ne!(normal_target("a-b/c.md"), normal_target("c.md"));
    }

    #[test]
    fn percent_signs_are_resolved_where_they_can_be() {
        assert_eq!(percent_decoded("a%20b%zz%e4%b8%ad%"), "a b%zz中%");
        assert_eq!(percent_decoded("%ff"), "%ff");
        assert_eq!(percent_decoded("%+f% f%-1"), "%+f% f%-1");
    }

    #[test]
    fn paths_are_addresses() {
        for (path, address) in [
            ("docs/zh-cn/a.md", "docs/zh-cn/a.md"),
            ("a b/50%:#?证.md", "a%20b/50%25%3A%23%3F%E8%AF%81.md"),
        ] {
            assert_eq!(percent_encoded(path), address);
            assert_eq!(percent_decoded(address), path);
        }
    }

    #[test]
    fn schemes_are_told_from_paths() {
        assert!(
            is_external("https://a.example/")
                && is_external("mailto:a@b")
                && is_external("//cdn.example/x")
        );
        assert!(!is_external("a.md") && !is_external("../a.md#x:y") && !is_external("C:/x"));
    }
}
