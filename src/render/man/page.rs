//! The manual page of an article.

use std::collections::BTreeSet;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::civil::Date;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::{self, Kind};
use super::inline::Text;
use super::name::PageName;
use super::writer::{Writer, joined};
use super::{breaks, fill, index};
use crate::locale::Locale;
use crate::model::{Article, Page, Site};
use crate::render::edition::{Edition, Place};
use crate::render::link::{self, Destination};
use crate::render::{RenderError, article as about};

/// The columns of a header line on a terminal of eighty, and the blanks on both sides of what stands in its middle.
const HEADER: usize = 78;
const BLANKS: usize = 4;

/// The columns of a footer line before the date.
const FOOTER: usize = 24;

/// The one heading over a page's name that every program knows. It is a word for programs, and no language's.
const NAME: &str = "NAME";

/// What the template of a page is given; everything is roff.
#[derive(Serialize)]
struct PageView {
    /// Whether tbl(1) has to read the page.
    has_grid: bool,
    title: String,
    section: String,
    date: String,
    source: String,
    manual: String,
    name_heading: String,
    name: String,
    description_heading: String,
    body: String,
}

/// Makes the manual page of an article.
pub(crate) fn article(edition: &Edition, place: Place) -> Result<Page, RenderError> {
    let mut writer = Writer::new(edition, place);
    write_body(&mut writer)?;
    let article = writer.article;
    let sheet = Sheet {
        path: edition.path(place),
        locale: &article.locale,
        has_grid: writer.has_grid,
        date: date(edition, place),
        description: short_description(article),
        body: std::mem::take(&mut writer.roff),
    };
    sheet.page(edition)
}

/// What is written on a page, whether it is an article's or ours.
pub(super) struct Sheet<'s> {
    pub(super) path: &'s str,
    pub(super) locale: &'s Locale,
    pub(super) has_grid: bool,
    pub(super) date: String,
    /// What stands behind its name, as text.
    pub(super) description: String,
    /// Roff.
    pub(super) body: String,
}

impl Sheet<'_> {
    pub(super) fn page(self, edition: &Edition) -> Result<Page, RenderError> {
        let page = PageName::of(self.path);
        let words = edition.words(self.locale);
        let title = edition.title(self.locale);
        let manual = manual(&title, &page.name);
        let name_heading = match edition.site.config.manual.english_name_heading {
            true => NAME.to_owned(),
            false => words.say("manual-name"),
        };
        let view = PageView {
            has_grid: self.has_grid,
            title: escape::escaped(&page.name.to_ascii_uppercase(), Kind::Token),
            section: page.section,
            date: self.date,
            source: source(&title),
            manual,
            name_heading: escape::quoted(&name_heading),
            name: name_line(&page.name, &self.description),
            description_heading: escape::quoted(&words.say("manual-description")),
            body: self.body,
        };
        let text = edition.fill("page.7", &view)?;
        Ok(Page::new(self.path, bytes(edition.site, text)))
    }
}

/// The bytes of a page, compressed where the site wants that.
fn bytes(site: &Site, text: String) -> Vec<u8> {
    if !site.config.manual.gzip {
        return text.into_bytes();
    }
    // Neither a time nor a name stands in its head, so that the same text gives the same bytes.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(text.as_bytes());
    written
        .and_then(|()| encoder.finish())
        .expect("nothing fails that is written to memory")
}

/// What an article is about in a few words: what it asks for, else its title.
pub(super) fn short_description(article: &Article) -> String {
    let own = article.manual_wish().description;
    about::one_line(own.unwrap_or(article.title()))
}

/// A name and what it means, as `whatis` reads it.
fn name_line(name: &str, description: &str) -> String {
    let mut text = Text::default();
    text.push(name, Kind::Token);
    text.push_roff(" \\- ");
    text.push(description, Kind::Prose);
    let line = joined(&text.pieces);
    if breaks::width(&line) <= 79 {
        return format!("{line}\n");
    }
    let filled = fill::fill(&text.pieces, usize::MAX);
    match filled.contains("\\c\n") {
        // lexgrog knows no line that is joined to the next, and would put a blank into a Chinese word. mandoc takes a line of
        // any length that begins with an escape.
        true => format!("\\&{}\n", breaks::breakable(&line)),
        false => filled,
    }
}

fn write_body(writer: &mut Writer) -> Result<(), RenderError> {
    let article = writer.article;
    writer.blocks(&article.blocks)?;
    // Every page describes something: an article that begins with a heading says so in its description.
    if writer.roff.is_empty() || writer.roff.starts_with(".SH ") {
        let rest = std::mem::take(&mut writer.roff);
        let mut text = Text::default();
        text.push(&about::description(article), Kind::Prose);
        writer.fresh = true;
        writer.paragraph(&text);
        writer.roff.push_str(&rest);
    }
    writer.footnotes()?;
    let pages = referred(writer.edition, writer.place);
    writer.see_also(&pages);
    Ok(())
}

/// The pages that an article links to, by section and name, and then the one that lists all.
fn referred(edition: &Edition, place: Place) -> Vec<PageName> {
    let links = edition
        .article(place)
        .links
        .iter()
        .filter(|link| !link.image && link.inclusion.is_none());
    let names: BTreeSet<PageName> = links
        .filter_map(
            |link| match link::resolve(edition, place, &link.destination) {
                Destination::Article { place: to, .. } if to.translations != place.translations => {
                    Some(PageName::of(edition.path(to)))
                }
                _ => None,
            },
        )
        .collect();
    let index = index::name(edition, place.locale);
    names.into_iter().chain(index).collect()
}

/// The title of the whole manual, where the header has room for it between the page's name and itself.
fn manual(title: &str, name: &str) -> String {
    let header = 2 * format!("{name}(7)").len() + title.width() + BLANKS;
    escape::quoted(if header <= HEADER { title } else { "" })
}

/// The title of the whole manual, where a footer of sixty columns has room for it beside the date in its middle.
fn source(title: &str) -> String {
    escape::quoted(if title.width() <= FOOTER { title } else { "" })
}

/// The day of the article, of its translations, of the site; never today's, so that the same text gives the same page.
fn date(edition: &Edition, place: Place) -> String {
    let article: &Article = edition.article(place);
    let date = article
        .date()
        .or_else(|| about::newest_date(edition.translations(place)))
        .or_else(|| edition.date());
    written(date)
}

pub(super) fn written(date: Option<Date>) -> String {
    date.map_or_else(|| "1970-01-01".to_owned(), |date| date.to_string())
}
