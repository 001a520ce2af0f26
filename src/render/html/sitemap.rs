//! The map of the site for search engines, with the languages of each page, and the way to it.

use super::head::{self, ROOT, Versions};
use super::xml::Xml;
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::{article, start};

/// What a map may hold (sitemaps.org), with room for what stands around the pages.
const MOST_PAGES: usize = 50_000;
const MOST_BYTES: usize = 50_000_000;

const MAP: &str = "sitemap.xml";

/// How the path of every map begins.
pub(super) const BEGINNING: &str = "sitemap";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page with the languages that have it and the page for any other language.
struct Mapped<'v> {
    path: String,
    versions: Versions<'v>,
    default: String,
    /// The day of its last change.
    date: Option<String>,
}

/// Makes `sitemap.xml`, which wants whole addresses: only where the site says where it stands. What is too much for one map
/// stands in several, and that one says where.
pub(super) fn sitemap(edition: &Edition) -> Vec<Page> {
    if edition.site.config.site.url.is_none() {
        return Vec::new();
    }
    let entries: Vec<Vec<u8>> = pages(edition).iter().map(|it| entry(edition, it)).collect();
    let mut parts = parts(entries, MOST_PAGES, MOST_BYTES);
    if parts.len() == 1 {
        return vec![Page::new(MAP, map(&parts.remove(0)))];
    }
    let parts = parts.iter().enumerate();
    let maps: Vec<Page> = parts
        .map(|(at, entries)| Page::new(format!("sitemap-{}.xml", at + 1), map(entries)))
        .collect();
    let index = Page::new(MAP, index(edition, &maps));
    maps.into_iter().chain([index]).collect()
}

/// Makes `robots.txt`, which shows the way to the map. Programs look for it at the root of a host and nowhere else.
pub(super) fn robots(edition: &Edition) -> Option<Page> {
    let url = edition.site.config.site.url.as_deref()?;
    let (_, rest) = url.trim_end_matches('/').split_once("://")?;
    let is_root = !rest.contains('/');
    let map = head::address(edition, MAP);
    is_root.then(|| {
        Page::new(
            "robots.txt",
            format!("User-agent: *\nAllow: /\n\nSitemap: {map}\n"),
        )
    })
}

fn index(edition: &Edition, maps: &[Page]) -> Vec<u8> {
    Xml::file("sitemapindex", &[("xmlns", NAMESPACE)], |xml| {
        for map in maps {
            let address = head::address(edition, &map.path);
            xml.element("sitemap", &[], |xml| xml.text("loc", &address));
        }
    })
}

fn map(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut map = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"{NAMESPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    )
    .into_bytes();
    for entry in entries {
        map.extend(entry);
        map.push(b'\n');
    }
    map.extend(b"</urlset>\n");
    map
}

/// Puts entries together to as few maps as may hold them.
fn parts(entries: Vec<Vec<u8>>, most: usize, bytes: usize) -> Vec<Vec<Vec<u8>>> {
    let mut parts = vec![Vec::new()];
    let mut size = 0;
    for entry in entries {
        let part = parts.last().map_or(0, Vec::len);
        if part == most || part > 0 && size + entry.len() > bytes {
            parts.push(Vec::new());
            size = 0;
        }
        size += entry.len() + 1;
        parts.last_mut().expect("begins with one").push(entry);
    }
    parts
}

/// Each page that search engines may show. One that repeats another has no entry.
fn pages<'v>(edition: &'v Edition) -> Vec<Mapped<'v>> {
    let listed = |path| Mapped {
        path,
        versions: head::start_versions(edition),
        default: ROOT.to_owned(),
        date: None,
    };
    let locales = edition.site.locales.iter();
    let starts = locales.filter(|locale| !start::has_own(edition, locale));
    let starts = starts.map(|locale| head::start_path(locale));
    let mut pages: Vec<Mapped> = [ROOT.to_owned()]
        .into_iter()
        .chain(starts)
        .map(listed)
        .collect();
    for place in edition.places() {
        let text = edition.article(place);
        if !edition.is_fallback(place) && !article::is_hidden(edition.site, text) {
            pages.push(Mapped {
                path: edition.path(place).to_owned(),
                versions: head::versions(edition, place),
                default: head::default(edition, place),
                date: text.date().map(|date| date.to_string()),
            });
        }
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    pages
}

fn entry(edition: &Edition, page: &Mapped) -> Vec<u8> {
    Xml::part(|xml| {
        xml.element("url", &[], |xml| {
            xml.text("loc", &head::address(edition, &page.path));
            if let Some(date) = &page.date {
                xml.text("lastmod", date);
            }
            for alternate in head::alternates(edition, &page.versions, &page.default) {
                let attributes = [
                    ("rel", "alternate"),
                    ("hreflang", alternate.hreflang.as_str()),
                    ("href", &alternate.href),
                ];
                xml.empty("xhtml:link", &attributes);
            }
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_ends_before_it_holds_too_much() {
        let entries = |lengths: &[usize]| lengths.iter().map(|it| vec![b'x'; *it]).collect();
        let sizes = |parts: Vec<Vec<Vec<u8>>>| parts.iter().map(Vec::len).collect::<Vec<_>>();
        for (lengths, expected) in [
            (vec![], vec![0]),
            (vec![1, 1, 1], vec![2, 1]),
            (vec![9, 9], vec![1, 1]),
            (vec![30, 1], vec![1, 1]),
        ] {
            assert_eq!(
                sizes(parts(entries(&lengths), 2, 12)),
                expected,
                "{lengths:?}"
            );
        }
    }
}
