//! Styles and scripts: their parts joined, made small, and named after what is in them.

use std::collections::BTreeMap;

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use sha1::{Digest, Sha1};

use crate::model::{Page, Site};
use crate::render::templates;

/// The folder of the parts, in the target's own; each folder in it is one file of the site.
const FOLDER: &str = "assets";

/// The styles and scripts of a site by name, such as `style.css`.
///
/// A file is made of the parts in the folder of its name (`assets/style/10-tokens.css`, …), in the order of their names. A
/// site's own parts shadow those of the program one by one and stand as they are written; the program's are minified. As
/// the name says what is in a file, readers' browsers may keep it for ever.
pub(crate) struct Assets {
    files: BTreeMap<String, Asset>,
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
            let Some((name, _)) = part.path.split_once('/') else {
                continue;
            };
            let Some((_, extension)) = part.path.rsplit_once('.') else {
                continue;
            };
            let text = match part.is_own {
                true => part.text.into_owned(),
                false => minified(&part.text, extension),
            };
            let joined = texts.entry(format!("{name}.{extension}")).or_default();
            joined.push_str(text.trim());
            joined.push('\n');
        }
        let files = texts.into_iter().map(|(name, text)| {
            let asset = Asset::new(&name, text);
            (name, asset)
        });
        Assets {
            files: files.collect(),
        }
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
        let digest = Sha1::digest(text.as_bytes());
        let hash: String = digest[..5]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        Asset {
            path: format!("{FOLDER}/{stem}.{hash}.{extension}"),
            text,
        }
    }
}

/// Returns a text without what only its writers need; as it is where the minifier cannot read it.
fn minified(text: &str, extension: &str) -> String {
    let small = match extension {
        "css" => minified_style(text),
        "js" => minifier::js::minify(text).ok().map(|it| it.to_string()),
        _ => None,
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
        for (text, extension, expected) in [
            (
                "/* why */\na { width: max(1rem, (100% - 2rem) / 2 + 3rem); }\n",
                "css",
                "a{width:max(1rem,50% + 2rem)}",
            ),
            (
                ":root { --a: light-dark(#fff, #000); }",
                "css",
                ":root{--a:light-dark(#fff,#000)}",
            ),
            ("a { b", "css", "a{b}"),
            (
                "// why\nconst a = `b // c`;\nf(/\\/\\//u);\n",
                "js",
                "const a=`b // c`;f(/\\/\\//u);",
            ),
            ("<svg/>", "svg", "<svg/>"),
        ] {
            assert_eq!(minified(text, extension), expected);
        }
    }
}
