//! The page of an article.

use serde::Serialize;

use super::data;
use super::head::{self, Frame, Subject};
use super::navigation::NavigationView;
use super::site::ListView;
use super::writer::{Entry, Writer};
use crate::model::{Page, SiteInfo, short_version};
use crate::render::edition::{Edition, Place};
use crate::render::{RenderError, article as about, link, notice, start};

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
    about: AboutView,
    /// What readers are told before they rely on the text.
    notices: Vec<NoticeView>,
    /// Whether one of them warns.
    warns: bool,
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

/// What stands below the text: when it was changed, what it was made from, where to change it.
#[derive(Serialize)]
struct AboutView {
    updated: Option<UpdatedView>,
    source_version: Option<String>,
    /// The address at which the text can be changed.
    edit: Option<String>,
}

#[derive(Serialize)]
struct NoticeView {
    text: String,
    facts: Option<String>,
    original: Option<OriginalView>,
}

/// The page to read instead.
#[derive(Serialize)]
struct OriginalView {
    href: String,
    lang: String,
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
    let subject = subject(edition, place, writer.identifiers.own("content"));
    let navigation = NavigationView::new(edition, place);
    let data = data::data(edition, place, &subject, &navigation.path);
    let mut frame = Frame::new(edition, subject);
    frame.meta.data = data;
    let notices = notice::notices(edition, place);
    let view = PageView {
        frame,
        heading,
        landing: article.kind.is_landing(),
        navigation,
        contents: writer.contents.into_iter().map(contents).collect(),
        body: writer.html,
        about: AboutView {
            updated: updated(edition, place),
            source_version: source_version(edition, place),
            edit: edit(edition, place),
        },
        warns: notices.iter().any(|notice| notice.warns),
        notices: notices
            .into_iter()
            .map(|notice| NoticeView::new(edition, place, notice))
            .collect(),
        list: (article.id == start::START).then(|| ListView::new(edition, edition.locale(place))),
    };
    let html = edition.fill_page("page.html", &view)?;
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
        place: Some(place),
        manifest: Some(locale),
        name: title.clone(),
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

impl NoticeView {
    fn new(edition: &Edition, place: Place, notice: notice::Notice) -> NoticeView {
        let original = |original: Place| OriginalView {
            href: link::way(edition.path(place), edition.path(original)),
            lang: edition.locale(original).tag().to_owned(),
        };
        NoticeView {
            text: notice.text,
            facts: notice.facts,
            original: notice.original.map(original),
        }
    }
}

/// Says what a translation was made from.
fn source_version(edition: &Edition, place: Place) -> Option<String> {
    let (version, _) = edition.article(place).source_version()?;
    let words = edition.words(edition.locale(place));
    Some(words.say_with("source-version", &[("version", short_version(version))]))
}

/// The address at which the file of a text can be changed.
fn edit(edition: &Edition, place: Place) -> Option<String> {
    let address = edition.site.config.site.edit.as_ref()?;
    let article = edition.article(place);
    let values = [article.source.path(), article.locale.folder(), &article.id];
    let placeholders = SiteInfo::PLACEHOLDERS.into_iter().zip(values);
    let filled = placeholders.fold(address.clone(), |address, (name, value)| {
        address.replace(&format!("{{{name}}}"), &link::encoded(value))
    });
    link::web(&filled)
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
