//! The page of an article.

use serde::Serialize;

use super::head::{self, Frame, Subject};
use super::navigation::NavigationView;
use super::site::ListView;
use super::writer::{Entry, Writer};
use crate::model::Page;
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
    /// What readers are told where the text is in another language than the page.
    notice: Option<NoticeView>,
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

#[derive(Serialize)]
struct NoticeView {
    text: String,
    /// The way to the page whose text this is.
    href: String,
    original: String,
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
        updated: updated(edition, place),
        notice: notice(edition, place),
        list: (article.id == start::START).then(|| ListView::new(edition, edition.locale(place))),
    };
    let html = edition.fill("page.html", &view)?;
    Ok(Page::new(edition.path(place), html))
}

fn subject<'v>(edition: &'v Edition, place: Place, content: String) -> Subject<'v> {
    let article = edition.article(place);
    let title = about::one_line(article.title());
    let locale = edition.locale(place);
    let text = head::text_of(edition, place);
    let said = |key: &str| edition.site.metadata(article, key).map(about::one_line);
    let suffix = said("titleSuffix").map_or(String::new(), |suffix| format!(" - {suffix}"));
    Subject {
        locale,
        path: edition.path(place),
        title: format!("{title}{suffix} | {}", edition.title(locale)),
        description: said("description").unwrap_or_else(|| about::description(article)),
        author: said("author"),
        robots: about::robots(edition.site, article),
        versions: head::versions(edition, place),
        default: head::default(edition, place),
        original: text.map(|text| (edition.path(edition.original(place)).to_owned(), text)),
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

/// Says in the page's language which language its text is in, and where it comes from.
fn notice(edition: &Edition, place: Place) -> Option<NoticeView> {
    let locale = edition.locale(place);
    let text = head::text_of(edition, place)?;
    let words = edition.words(locale);
    let language = edition.name_in(locale, text);
    let original = edition.path(edition.original(place));
    Some(NoticeView {
        text: words.say_with("untranslated-text", &[("language", &language)]),
        href: link::way(edition.path(place), original),
        original: words.say("untranslated-original"),
    })
}

fn updated(edition: &Edition, place: Place) -> Option<UpdatedView> {
    let date = edition.article(place).date()?;
    let locale = edition.locale(place);
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    let written = locale.date(date.year().into(), month, day)?;
    let words = edition.words(locale);
    Some(UpdatedView {
        iso: date.to_string(),
        text: words.say_with("updated", &[("date", &written)]),
    })
}
