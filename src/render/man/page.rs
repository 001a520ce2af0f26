//! The manual page of an article.

use std::collections::BTreeSet;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::{self, Kind};
use super::inline::Text;
use super::writer::Writer;
use crate::model::{Article, Page};
use crate::render::edition::{Edition, Place};
use crate::render::link::{self, Destination};
use crate::render::{RenderError, article as about};

/// The columns of a header line on a terminal of eighty, and the blanks on both sides of what stands in its middle.
const HEADER: usize = 78;
const BLANKS: usize = 4;

/// What the template of a page is given; everything is roff.
#[derive(Serialize)]
struct PageView {
    /// Whether tbl(1) has to read the page.
    has_grid: bool,
    title: String,
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
    let article = writer.article;
    write_body(&mut writer)?;
    let path = edition.path(place);
    let name = name(path);
    let words = writer.words;
    let manual = manual(&edition.title(&article.locale), name);
    let view = PageView {
        has_grid: writer.has_grid,
        title: escape::escaped(&name.to_ascii_uppercase(), Kind::Token),
        date: date(edition, place),
        source: manual.clone(),
        manual,
        name_heading: escape::quoted(&words.say("manual-name")),
        name: writer.name_line(name, &about::one_line(article.title())),
        description_heading: escape::quoted(&words.say("manual-description")),
        body: writer.roff,
    };
    Ok(Page::new(path, edition.fill("page.7", &view)?))
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
    let names = referred(writer.edition, writer.place);
    writer.see_also(&names);
    Ok(())
}

/// The name of a page: its file's without the section.
fn name(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".7").unwrap_or(file)
}

/// The names of the pages that an article links to.
fn referred(edition: &Edition, place: Place) -> Vec<String> {
    let links = edition
        .article(place)
        .links
        .iter()
        .filter(|link| !link.image && link.inclusion.is_none());
    let names: BTreeSet<String> = links
        .filter_map(
            |link| match link::resolve(edition, place, &link.destination) {
                Destination::Article { place: to, .. } if to.translations != place.translations => {
                    Some(name(edition.path(to)).to_owned())
                }
                _ => None,
            },
        )
        .collect();
    names.into_iter().collect()
}

/// The title of the whole manual, where the header has room for it between the page's name and itself.
fn manual(title: &str, name: &str) -> String {
    let header = 2 * format!("{name}(7)").len() + title.width() + BLANKS;
    escape::quoted(if header <= HEADER { title } else { "" })
}

/// The day of the article, of its translations, of the site; never today's, so that the same text gives the same page.
fn date(edition: &Edition, place: Place) -> String {
    let article: &Article = edition.article(place);
    let date = article
        .date()
        .or_else(|| about::newest_date(edition.translations(place)))
        .or_else(|| edition.date());
    date.map_or_else(|| "1970-01-01".to_owned(), |date| date.to_string())
}
