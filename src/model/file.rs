//! Files of the site that are no articles: what they are, by their names, and what may be done with them.

/// The width and height of an image, in pixels of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// What browsers show as an image. A script in an SVG does not run there.
const IMAGES: [&str; 10] = [
    "apng", "avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp",
];

/// What no browser runs as a page of the site: pictures without scripts, documents, data, archives, sound and film.
///
/// HTML, SVG and XML can hold scripts, which would run as the site's own; what browsers guess the kind of is left out, too.
const HARMLESS: [&str; 47] = [
    "7z", "apng", "avif", "bmp", "bz2", "csv", "doc", "docx", "epub", "flac", "gif", "gz", "ico",
    "ini", "jpeg", "jpg", "json", "log", "m4a", "mov", "mp3", "mp4", "odp", "ods", "odt", "ogg",
    "ogv", "pdf", "png", "potx", "ppt", "pptx", "rtf", "tar", "tgz", "toml", "tsv", "txt", "vsdx",
    "wav", "webm", "webp", "xls", "xlsx", "xz", "yaml", "zip",
];

/// Whether a file's name is that of an image.
pub fn is_image(path: &str) -> bool {
    has_extension(path, &IMAGES)
}

/// Whether readers may open a file by a link, as far as its name tells: nothing in it can act as a page of the site.
pub fn is_harmless(path: &str) -> bool {
    has_extension(path, &HARMLESS)
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|own| extensions.iter().any(|it| it.eq_ignore_ascii_case(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_can_act_are_no_links() {
        for (path, image, harmless) in [
            ("a/b.PNG", true, true),
            ("b.svg", true, false),
            ("b.html", false, false),
            ("b.xml", false, false),
            ("b.js", false, false),
            ("b.zip", false, true),
            ("b.png/c", false, false),
            ("png", false, false),
        ] {
            assert_eq!(
                (is_image(path), is_harmless(path)),
                (image, harmless),
                "{path}"
            );
        }
    }
}
