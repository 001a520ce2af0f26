//! What browsers are told a file is.

/// By extension; of the types that are text all are UTF-8.
const KINDS: [(&str, &str); 22] = [
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("css", "text/css; charset=utf-8"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("md", "text/plain; charset=utf-8"),
    ("mp4", "video/mp4"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("webp", "image/webp"),
    ("xml", "application/xml; charset=utf-8"),
    ("zip", "application/zip"),
];

/// Manual pages end with the number of their section, and are shown as they are written.
const MANUAL: &str = "text/plain; charset=utf-8";
const UNKNOWN: &str = "application/octet-stream";

/// Returns the media type of a file by its path.
pub fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let extension = extension.unwrap_or_default().to_ascii_lowercase();
    let known = KINDS.iter().find(|(known, _)| *known == extension);
    match known {
        Some((_, kind)) => kind,
        None if is_manual(path, &extension) => MANUAL,
        None => UNKNOWN,
    }
}

fn is_manual(path: &str, extension: &str) -> bool {
    path.starts_with("man/")
        && (extension.is_empty() || extension.starts_with(|it: char| it.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_extensions() {
        for (path, kind) in [
            ("de/a.html", "text/html; charset=utf-8"),
            ("media/WAY.PNG", "image/png"),
            ("man/de/man7/a.7", MANUAL),
            ("man/de/whatis", MANUAL),
            ("a.b/c", UNKNOWN),
            ("x.7", UNKNOWN),
        ] {
            assert_eq!(of(path), kind, "{path}");
        }
    }
}
