//! How large an image is, as the beginning of its file says.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::model::Size;

/// As much of a file as is needed: pictures of cameras have a long preface.
pub const HEAD: usize = 256 * 1024;

/// No image of a page is larger; what claims to be is not believed.
const LARGEST: f64 = 65_535.0;

/// Returns the size of a PNG, JPEG, GIF, WebP, BMP or SVG image from the beginning of its file.
pub fn image_size(bytes: &[u8]) -> Option<Size> {
    match imagesize::blob_size(bytes) {
        Ok(size) => sized(size.width as f64, size.height as f64),
        Err(_) => vector(bytes),
    }
}

fn sized(width: f64, height: f64) -> Option<Size> {
    let known = |length: f64| (1.0..=LARGEST).contains(&length);
    (known(width) && known(height)).then(|| Size {
        width: width.round() as u32,
        height: height.round() as u32,
    })
}

/// The size that the root of an SVG gives, in pixels or else by the space that it draws in.
fn vector(bytes: &[u8]) -> Option<Size> {
    let mut reader = Reader::from_reader(bytes);
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) if root.local_name().as_ref() == "svg" => {
                return by_lengths(&root).or_else(|| by_space(&root));
            }
            Event::Start(_) | Event::Empty(_) | Event::Eof => return None,
            _ => {}
        }
    }
}

fn by_lengths(root: &BytesStart) -> Option<Size> {
    let length = |name| {
        let text = attribute(root, name)?;
        text.trim().trim_end_matches("px").parse().ok()
    };
    sized(length("width")?, length("height")?)
}

fn by_space(root: &BytesStart) -> Option<Size> {
    let space = attribute(root, "viewBox")?;
    let numbers = space.split([' ', ',']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [_, _, width, height] => sized(width, height),
        _ => None,
    }
}

fn attribute(root: &BytesStart, name: &str) -> Option<String> {
    Some(root.try_get_attribute(name).ok()??.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        image_size(bytes).map(|size| (size.width, size.height))
    }

    #[test]
    fn images_say_how_large_they_are() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\0\0\0\x0a\x08\x02\0\0\0";
        assert_eq!(size(png), Some((300, 10)));
        assert_eq!(size(b"GIF89a\x05\0\x07\0\0\0\0"), Some((5, 7)));
        for (svg, expected) in [
            ("<svg width=\"30\" height=\"20px\"/>", Some((30, 20))),
            (
                "<?xml version=\"1.0\"?><!-- x --><svg viewBox='0 0 16.4,9' width='100%'>",
                Some((16, 9)),
            ),
            ("<svg width=\"-3\" height=\"2\"/>", None),
            ("<svg width=\"1e99\" height=\"2\"/>", None),
            ("<html><svg width=\"3\" height=\"2\"/></html>", None),
            ("no image", None),
            ("", None),
        ] {
            assert_eq!(size(svg.as_bytes()), expected, "{svg}");
        }
    }
}
