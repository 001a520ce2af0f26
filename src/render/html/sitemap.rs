//! The map of the site for search engines, with the languages of each page.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::head::{self, ROOT, Versions};
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::{article, start};

/// Makes `sitemap.xml`, which wants whole addresses: only where the site says where it stands.
pub(super) fn sitemap(edition: &Edition) -> Option<Page> {
    edition.site.config.site.url.as_ref()?;
    let xml = write(edition).expect("memory takes every byte");
    Some(Page::new("sitemap.xml", xml))
}

fn write(edition: &Edition) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let set = BytesStart::new("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    writer.write_event(Event::Start(set))?;
    for (path, versions, default) in pages(edition) {
        write_page(&mut writer, edition, &path, &versions, &default)?;
    }
    writer.write_event(Event::End(BytesEnd::new("urlset")))?;
    let mut xml = writer.into_inner();
    xml.push(b'\n');
    Ok(xml)
}

/// Each page with the languages that have it and the page for any other language. One that repeats another has no entry.
fn pages<'v>(edition: &'v Edition) -> Vec<(String, Versions<'v>, String)> {
    let mut pages = vec![(
        ROOT.to_owned(),
        head::start_versions(edition),
        ROOT.to_owned(),
    )];
    for locale in &edition.site.locales {
        if !start::has_own(edition, locale) {
            let versions = head::start_versions(edition);
            pages.push((head::start_path(locale), versions, ROOT.to_owned()));
        }
    }
    let places = edition.places().into_iter();
    for place in places.filter(|place| !edition.is_fallback(*place)) {
        let robots = article::robots(edition.site, edition.article(place));
        if robots.is_some_and(|words| words.contains("noindex")) {
            continue;
        }
        let path = edition.path(place).to_owned();
        pages.push((
            path,
            head::versions(edition, place),
            head::default(edition, place),
        ));
    }
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    pages
}

fn write_page(
    writer: &mut Writer<Vec<u8>>,
    edition: &Edition,
    path: &str,
    versions: &Versions,
    default: &str,
) -> std::io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new("url")))?;
    writer.write_event(Event::Start(BytesStart::new("loc")))?;
    let address = head::address(edition, path);
    writer.write_event(Event::Text(BytesText::new(&address)))?;
    writer.write_event(Event::End(BytesEnd::new("loc")))?;
    for alternate in head::alternates(edition, versions, default) {
        let link = BytesStart::new("xhtml:link").with_attributes([
            ("rel", "alternate"),
            ("hreflang", &alternate.hreflang),
            ("href", &alternate.href),
        ]);
        writer.write_event(Event::Empty(link))?;
    }
    writer.write_event(Event::End(BytesEnd::new("url")))
}
