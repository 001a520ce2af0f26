//! Styles and scripts: their parts joined, made small, and named after what is in them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use sha1::{Digest, Sha1};

use crate::model::{Page, Site};
use crate::render::templates;

/// The folder of the parts, in the target's own; each folder in it is one file of the site.
pub(super) const FOLDER: &str = "assets";

/// The folder of the icons, in the target's own and on the site.
pub(super) const ICONS: &str = "icons";

/// The styles and scripts of a site by name, such as `style.css`.
///
/// A file is made of the parts in the folder of its name (`assets/style/10-tokens.css`, …), in the order of their names. A
/// site's own parts shadow those of the program one by one and stand as they are written; the program's are minified. As
/// the name says what is in a file, readers' browsers may keep it for ever.
pub(crate) struct Assets {
    files: BTreeMap<String, Asset>,
    icons: BTreeMap<String, Vec<u8>>,
}

struct Asset {
    path: String,
    text: String,
}

impl Assets {
    /// Joins the parts in a target's folder.
    pub(crate) fn of(site: &Site, folder: &str) -> Assets {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for part in templates::files(site, &format!("{folder}/{FOLDER}")) {
            let Some(name) = joined_name(&part.path) else {
                continue;
            };
            let (is_own, text) = (part.is_own, part.text());
            let text = match is_own {
                true => text,
                false => Cow::Owned(minified(&text, &name)),
            };
            let joined = texts.entry(name).or_default();
            joined.push_str(text.trim());
            joined.push('\n');
        }
        let files = texts.into_iter().map(|(name, text)| {
            let asset = Asset::new(&name, text);
            (name, asset)
        });
        Assets {
            files: files.collect(),
            icons: templates::files(site, &format!("{folder}/{ICONS}"))
                .into_iter()
                .map(|icon| (icon.path, icon.content.into_owned()))
                .collect(),
        }
    }

    /// The path of an icon from the root of the site, where there is one of that name.
    pub(super) fn icon(&self, name: &str) -> Option<String> {
        self.icons
            .contains_key(name)
            .then(|| format!("{ICONS}/{name}"))
    }

    /// Every icon: the site's own shadow the program's one by one.
    pub(super) fn icons(&self) -> Vec<Page> {
        let icons = self.icons.iter();
        icons
            .map(|(name, bytes)| Page::new(format!("{ICONS}/{name}"), bytes.as_slice()))
            .collect()
    }

    /// The text of a file by its name.
    pub(super) fn text(&self, name: &str) -> &str {
        self.files.get(name).map_or("", |asset| &asset.text)
    }

    /// The colours of a page, in the light and in the dark, where the style says them as it came with the program.
    pub(super) fn colours(&self) -> Option<[String; 2]> {
        let (_, value) = self.text("style.css").split_once("--paper:")?;
        let value = value.split([';', '}']).next()?.trim();
        let (light, dark) = match value.strip_prefix("light-dark(") {
            Some(both) => both.strip_suffix(')')?.split_once(',')?,
            None => (value, value),
        };
        let is_plain = |colour: &str| colour.starts_with('#');
        let colours = [light.trim().to_owned(), dark.trim().to_owned()];
        colours.iter().all(|it| is_plain(it)).then_some(colours)
    }

    /// The path of a file by its name, from the root of the site; the bare name where there is no such file.
    pub(crate) fn path<'p>(&'p self, name: &'p str) -> &'p str {
        self.files.get(name).map_or(name, |asset| &asset.path)
    }

    /// The files that have one of the names.
    pub(crate) fn pages(&self, names: &[&str]) -> Vec<Page> {
        let files = names.iter().filter_map(|name| self.files.get(*name));
        files
            .map(|asset| Page::new(&asset.path, asset.text.as_bytes()))
            .collect()
    }
}

impl Asset {
    fn new(name: &str, text: String) -> Asset {
        let hash = fingerprint(&text);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        Asset {
            path: format!("{FOLDER}/{stem}.{hash}.{extension}"),
            text,
        }
    }
}

/// The file that a part belongs to: `style.css` for `style/10-tokens.css`; nothing where it is no style and no script.
fn joined_name(part: &str) -> Option<String> {
    let (name, _) = part.split_once('/')?;
    let (_, extension) = part.rsplit_once('.')?;
    matches!(extension, "css" | "js").then(|| format!("{name}.{extension}"))
}

/// What a file's name tells of its content: ten hexadecimal digits.
pub(super) fn fingerprint(text: &str) -> String {
    let digest = Sha1::digest(text.as_bytes());
    digest[..5]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Returns the text of a style or script without what only its writers need; as it is where the minifier cannot read it.
fn minified(text: &str, name: &str) -> String {
    let small = match name.ends_with(".css") {
        true => minified_style(text),
        false => minifier::js::minify(text).ok().map(|it| it.to_string()),
    };
    small.unwrap_or_else(|| text.to_owned())
}

/// A style sheet is parsed for that: `minifier` takes blanks away that `max(1rem, 50% - 2rem)` needs.
fn minified_style(text: &str) -> Option<String> {
    let sheet = StyleSheet::parse(text, ParserOptions::default()).ok()?;
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    Some(sheet.to_css(options).ok()?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_writers_need_is_left_out_and_nothing_else() {
        for (text, name, expected) in [
            (
                "/* why */\na { width: max(1rem, (100% - 2rem) / 2 + 3rem); }\n",
                "a.css",
                "a{width:max(1rem,50% + 2rem)}",
            ),
            (
                ":root { --a: light-dark(#fff, #000); }",
                "a.css",
                ":root{--a:light-dark(#fff,#000)}",
            ),
            ("a { b", "a.css", "a { b"),
            (
                "// why\nconst a = `b // c`;\nf(/\\/\\//u);\n",
                "a.js",
                "const a=`b // c`;f(/\\/\\//u);",
            ),
        ] {
            assert_eq!(minified(text, name), expected);
        }
    }
}
