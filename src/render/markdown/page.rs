//! The Markdown page of an article, and the start page of a language.

use std::cell::RefCell;

use serde::Serialize;

use super::{block, front_matter, llms};
use crate::locale::Locale;
use crate::model::{Article, Page, Slugger};
use crate::render::edition::{Edition, Place};
use crate::render::start::{self, Entry};
use crate::render::{RenderError, article as about, link, notice};

/// Writes one article.
pub(super) struct Reader<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) place: Place,
    pub(super) article: &'a Article,
    /// Where links begin: the path of the page, or nothing for the root of the site.
    pub(super) from: &'a str,
    /// The names that readers' programs give to the headings written so far.
    pub(super) slugs: RefCell<Slugger>,
}

/// What the template of a page is given; everything is Markdown.
#[derive(Serialize)]
struct PageView {
    front_matter: String,
    /// What readers are told before they rely on the text.
    notices: Vec<NoticeView>,
    /// The text of their links.
    original: String,
    body: String,
}

#[derive(Serialize)]
struct NoticeView {
    text: String,
    facts: Option<String>,
    /// The way to the page to read instead.
    href: Option<String>,
}

/// What the template of a start page is given.
#[derive(Serialize)]
struct StartView {
    front_matter: String,
    title: String,
    heading: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    folder: String,
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    title: String,
    href: String,
    note: Option<String>,
}

/// Makes the Markdown page of an article.
pub(crate) fn article(edition: &Edition, place: Place) -> Result<Page, RenderError> {
    let article = edition.shown(place);
    let reader = Reader {
        edition,
        place,
        article,
        from: edition.path(place),
        slugs: RefCell::default(),
    };
    let view = PageView {
        front_matter: front_matter::front_matter(article),
        notices: notices(edition, place),
        original: edition.words(&article.locale).say("untranslated-original"),
        body: block::apart(&reader.chunks(&article.blocks)),
    };
    let text = edition.fill("page.md", &view)?;
    Ok(Page::new(edition.path(place), text))
}

fn notices(edition: &Edition, place: Place) -> Vec<NoticeView> {
    let way = |original| link::way(edition.path(place), edition.path(original));
    let notices = notice::notices(edition, place).into_iter();
    notices
        .map(|notice| NoticeView {
            text: notice.text,
            facts: notice.facts,
            href: notice.original.map(way),
        })
        .collect()
}

/// Makes the start page of each language that has no article in its place, and the contents for programs.
pub(crate) fn site(edition: &Edition) -> Result<Vec<Page>, RenderError> {
    let locales = edition.site.locales.iter();
    let starts = locales
        .filter(|locale| !start::has_own(edition, locale))
        .map(|locale| start_page(edition, locale));
    let mut pages: Vec<Page> = starts.collect::<Result<_, _>>()?;
    pages.extend(llms::pages(edition)?);
    Ok(pages)
}

fn start_page(edition: &Edition, locale: &Locale) -> Result<Page, RenderError> {
    let path = format!(
        "{}/{}.{}",
        locale.folder(),
        start::START,
        edition.target.extension
    );
    let title = edition.title(locale);
    let groups = start::groups(edition, locale).into_iter();
    let view = StartView {
        front_matter: front_matter::line("title", &title)
            + &front_matter::line("lang", locale.tag()),
        title,
        heading: edition.words(locale).say("articles"),
        groups: groups
            .map(|group| GroupView {
                folder: group.folder,
                entries: group
                    .entries
                    .iter()
                    .map(|entry| entry_view(edition, locale, &path, entry))
                    .collect(),
            })
            .collect(),
    };
    Ok(Page::new(path.clone(), edition.fill("index.md", &view)?))
}

fn entry_view(edition: &Edition, locale: &Locale, path: &str, entry: &Entry) -> EntryView {
    let language = || edition.name_in(locale, &edition.article(entry.place).locale);
    let words = edition.words(locale);
    EntryView {
        title: about::one_line(&entry.title),
        href: link::way(path, edition.path(entry.place)),
        note: entry
            .foreign
            .then(|| words.say_with("available-in", &[("language", &language())])),
    }
}
