//! Tables of contents for programs that read the site as Markdown: `llms.txt` of each language, and one that lists the languages.

use serde::Serialize;

use crate::locale::Locale;
use crate::model::Page;
use crate::render::edition::Edition;
use crate::render::start::{self, Entry, Group};
use crate::render::{RenderError, article as about, link};

const NAME: &str = "llms.txt";

/// What the templates are given; everything is text.
#[derive(Serialize)]
struct ContentsView {
    title: String,
    description: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    heading: String,
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    title: String,
    href: String,
    description: String,
    /// The language of the text, where it is another.
    note: Option<String>,
}

/// Makes the contents of each language and of the whole site.
///
/// A file of that name that stands among a language's articles is published instead of the language's.
pub(super) fn pages(edition: &Edition) -> Result<Vec<Page>, RenderError> {
    let locales = edition.site.locales.iter();
    let own = locales.map(|locale| {
        let path = path(locale);
        match edition.site.files.contains(&path) {
            true => Ok(Page::copy(path)),
            false => contents(edition, locale, path),
        }
    });
    let whole = edition
        .first_locale()
        .map(|first| languages(edition, first));
    own.chain(whole).collect()
}

fn path(locale: &Locale) -> String {
    format!("{}/{NAME}", locale.folder())
}

fn contents(edition: &Edition, locale: &Locale, path: String) -> Result<Page, RenderError> {
    let title = edition.title(locale);
    let words = edition.words(locale);
    let groups = start::groups(edition, locale).into_iter();
    let view = ContentsView {
        description: words.say_with("start-description", &[("title", &title)]),
        groups: groups
            .map(|group| group_view(edition, locale, &path, group))
            .collect(),
        title,
    };
    let text = edition.fill(NAME, &view)?;
    Ok(Page::new(path, text))
}

fn group_view(edition: &Edition, locale: &Locale, path: &str, group: Group) -> GroupView {
    let entries = group.entries.iter();
    GroupView {
        heading: match group.folder.is_empty() {
            true => edition.words(locale).say("articles"),
            false => group.folder.clone(),
        },
        entries: entries
            .map(|entry| entry_view(edition, locale, path, entry))
            .collect(),
    }
}

fn entry_view(edition: &Edition, locale: &Locale, path: &str, entry: &Entry) -> EntryView {
    let article = edition.article(entry.place);
    let language = || edition.name_in(locale, &article.locale);
    let words = edition.words(locale);
    EntryView {
        title: about::one_line(&entry.title),
        href: way(edition, path, edition.path(entry.place)),
        description: about::description(article),
        note: entry
            .foreign
            .then(|| words.say_with("available-in", &[("language", &language())])),
    }
}

/// The languages of the site, in the words of the first.
fn languages(edition: &Edition, first: &Locale) -> Result<Page, RenderError> {
    let words = edition.words(first);
    let entry = |locale: &Locale| EntryView {
        title: edition.name(locale).to_owned(),
        href: way(edition, NAME, &path(locale)),
        description: edition
            .words(locale)
            .say_with("start-description", &[("title", &edition.title(locale))]),
        note: None,
    };
    let locales = edition.site.locales.iter();
    let view = ContentsView {
        title: edition.title(first),
        description: words.say("choose-language"),
        groups: vec![GroupView {
            heading: words.say("language"),
            entries: locales.map(|locale| entry(locale)).collect(),
        }],
    };
    Ok(Page::new(NAME, edition.fill(NAME, &view)?))
}

/// The way to a page: its whole address where the site says where it stands, so that a copy of the list keeps its worth.
fn way(edition: &Edition, from: &str, to: &str) -> String {
    match edition.site.config.site.url {
        Some(_) => link::address(edition, to),
        None => link::way(from, to),
    }
}
