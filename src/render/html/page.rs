//! The page of an article.

use serde::Serialize;

use super::head::{self, Frame, Subject};
use super::navigation::NavigationView;
use super::site::ListView;
use super::writer::{Entry, Writer};
use crate::model::{Article, Page};
use crate::render::edition::{Edition, Place};
use crate::render::{RenderError, article as about, link, start};

/// What the template of a page is given.
#[derive(Serialize)]
struct PageView<'v> {
    #[serde(flatten)]
    frame: Frame<'v>,
    /// The title, where the article does not begin with it.
    heading: Option<String>,
    contents: Vec<ContentsView>,
    /// Whether the page is made of cards.
    landing: bool,
    navigation: NavigationView,
    /// HTML.
    body: String,
    updated: Option<UpdatedView>,
    /// The articles of the language, on a start page that is an article.
    list: Option<ListView>,
}

#[derive(Serialize)]
struct ContentsView {
    level: u8,
    href: String,
    text: String,
}

#[derive(Serialize)]
struct UpdatedView {
    iso: String,
    text: String,
}

/// Makes the page of an article.
pub(crate) fn article(edition: &Edition, place: Place) -> Result<Page, RenderError> {
    let mut writer = Writer::new(edition, place);
    let article = writer.article;
    writer.titled = !about::begins_with_title(article);
    let heading = writer.titled.then(|| about::one_line(article.title()));
    match article.kind.is_landing() {
        true => writer.landing()?,
        false => writer.blocks(&article.blocks)?,
    }
    writer.write_footnotes()?;
    let view = PageView {
        frame: Frame::new(
            edition,
            subject(edition, place, writer.identifiers.own("content")),
        ),
        heading,
        landing: article.kind.is_landing(),
        navigation: NavigationView::new(edition, place),
        contents: writer.contents.into_iter().map(contents).collect(),
        body: writer.html,
        updated: updated(edition, article),
        list: (article.id == start::START).then(|| ListView::new(edition, &article.locale)),
    };
    let html = edition.fill("page.html", &view)?;
    Ok(Page::new(edition.path(place), html))
}

fn subject<'v>(edition: &'v Edition, place: Place, content: String) -> Subject<'v> {
    let article = edition.article(place);
    let title = about::one_line(article.title());
    let said = |key: &str| edition.site.metadata(article, key).map(about::one_line);
    let suffix = said("titleSuffix").map_or(String::new(), |suffix| format!(" - {suffix}"));
    Subject {
        locale: &article.locale,
        path: edition.path(place),
        title: format!("{title}{suffix} | {}", edition.title(&article.locale)),
        description: said("description").unwrap_or_else(|| about::description(article)),
        author: said("author"),
        robots: about::robots(edition.site, article),
        versions: head::versions(edition, place),
        default: head::default(edition, place),
        content,
    }
}

fn contents(entry: Entry) -> ContentsView {
    ContentsView {
        level: entry.level,
        href: format!("#{}", link::encoded(&entry.id)),
        text: entry.text,
    }
}

fn updated(edition: &Edition, article: &Article) -> Option<UpdatedView> {
    let date = about::date(article)?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let written = article.locale.date(date.year().into(), month, day)?;
    let words = edition.words(&article.locale);
    Some(UpdatedView {
        iso: date.to_string(),
        text: words.say_with("updated", &[("date", &written)]),
    })
}
