//! Styles and scripts: their parts joined, made small, and named after what is in them.

use std::collections::BTreeMap;

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
        "css" => minifier::css::minify(text).map(|small| small.to_string()),
        "js" => minifier::js::minify(text).map(|small| small.to_string()),
        _ => return text.to_owned(),
    };
    small.unwrap_or_else(|_| text.to_owned())
}
