//! The names of the site's icons, and the manifest that tells browsers of them where somebody keeps the site like a program.

use serde::Serialize;

use super::head;
use crate::locale::Locale;
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::link;
use crate::render::press::Wanted;

/// The icon for browsers, and that for telephones which know no drawings.
pub(super) const ICON: &str = "icon.svg";
pub(super) const TOUCH_ICON: &str = "icon-180.png";

/// Further icons by their width in pixels. The largest can be cut to any shape: nothing stands at its edges.
const SIZES: [(u16, &str); 2] = [(192, "icon-192.png"), (512, "icon-512.png")];

const MANIFEST: &str = "manifest.webmanifest";

/// A web application manifest (W3C).
#[derive(Serialize)]
struct Manifest<'v> {
    name: String,
    lang: &'v str,
    dir: &'static str,
    start_url: String,
    scope: String,
    display: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme_color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    background_color: Option<String>,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// The path of the manifest of a language, else of that for readers who have not chosen one.
pub(super) fn manifest_path(locale: Option<&Locale>) -> String {
    match locale {
        Some(locale) => format!("{}/{MANIFEST}", locale.folder()),
        None => MANIFEST.to_owned(),
    }
}

/// The manifest of a language, and that of the whole site, which speaks the first one.
pub(super) fn manifests(edition: &Edition, wanted: Wanted) -> Vec<Page> {
    if !wanted.ends(MANIFEST) {
        return Vec::new();
    }
    let locales = edition.site.locales.iter();
    let own = locales.map(|locale| {
        let path = manifest_path(Some(locale));
        manifest(edition, locale, path, head::start_path(locale))
    });
    let first = edition.first_locale();
    let whole = first.map(|first| {
        let path = manifest_path(None);
        manifest(edition, first, path, head::ROOT.to_owned())
    });
    own.chain(whole).collect()
}

fn manifest(edition: &Edition, locale: &Locale, path: String, start: String) -> Page {
    let [colour, _] = edition.assets().colours().unwrap_or_default();
    let colour = Some(colour).filter(|colour| !colour.is_empty());
    let manifest = Manifest {
        name: edition.title(locale),
        lang: locale.tag(),
        dir: head::direction(locale),
        start_url: link::way(&path, &start),
        scope: scope(&path),
        display: "minimal-ui",
        theme_color: colour.clone(),
        background_color: colour,
        icons: listed(edition, &path),
    };
    let mut json = serde_json::to_string(&manifest).expect("texts are JSON");
    json.push('\n');
    Page::new(path, json)
}

/// The way to the root of the site, which the whole site lies under.
fn scope(path: &str) -> String {
    let root = link::way(path, head::ROOT);
    match root.trim_end_matches(head::ROOT) {
        "" => "./".to_owned(),
        up => up.to_owned(),
    }
}

fn listed(edition: &Edition, from: &str) -> Vec<Icon> {
    let icon = |name, sizes: String, kind, purpose| {
        Some(Icon {
            src: link::way(from, &edition.assets().icon(name)?),
            sizes,
            kind,
            purpose,
        })
    };
    let square = |width: u16| format!("{width}x{width}");
    let drawing = icon(ICON, "any".to_owned(), "image/svg+xml", "any");
    let sized = SIZES.map(|(width, name)| icon(name, square(width), "image/png", "any"));
    let (width, name) = SIZES[1];
    let cut = icon(name, square(width), "image/png", "maskable");
    [drawing]
        .into_iter()
        .chain(sized)
        .chain([cut])
        .flatten()
        .collect()
}
