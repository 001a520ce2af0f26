//! The Markdown page of an article, and the start page of a language.

use std::io::{self, Write};

use pulldown_cmark::{Event, Options};
use pulldown_cmark_to_cmark::{Options as Style, cmark_with_options};
use serde::Serialize;

use super::events::Reader;
use super::{front_matter, llms};
use crate::locale::Locale;
use crate::model::{Block, Page};
use crate::render::edition::{Edition, Place};
use crate::render::start::{self, Entry};
use crate::render::{RenderError, article as about, link, notice};

/// The extensions that articles are read with.
pub(super) const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

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

/// Makes text harmless in Markdown: every mark that could begin something is escaped, and a line stays one line.
pub(crate) fn escape_to(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut markdown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~'
            | '!' => {
                markdown.extend(['\\', letter]);
            }
            _ if letter.is_control() => markdown.push(' '),
            _ => markdown.push(letter),
        }
    }
    out.write_all(markdown.as_bytes())
}

/// Makes the Markdown page of an article.
pub(crate) fn article(edition: &Edition, place: Place) -> Result<Page, RenderError> {
    let article = edition.shown(place);
    let reader = Reader {
        edition,
        place,
        article,
        from: edition.path(place),
    };
    let view = PageView {
        front_matter: front_matter::front_matter(article),
        notices: notices(edition, place),
        original: edition.words(&article.locale).say("untranslated-original"),
        body: body(&reader, &article.blocks),
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

/// Writes the blocks of an article, together where that can be done and else one by one.
fn body(reader: &Reader, blocks: &[Block]) -> String {
    let events = blocks.iter().flat_map(|block| reader.events(block, false));
    let one_by_one = || {
        // The end of a zone and its like is nothing in Markdown.
        let blocks = blocks.iter().map(|block| written(reader, block));
        let blocks: Vec<String> = blocks.filter(|text| !text.is_empty()).collect();
        blocks.join("\n\n")
    };
    let body = markdown(events.collect()).unwrap_or_else(one_by_one);
    body.trim_end().to_owned()
}

/// Writes one block of an article.
///
/// The model can hold what Markdown cannot say, such as emphasis that begins inside a Chinese word: there the
/// emphasis is written as HTML, and what has no form even so stays as the author wrote it.
fn written(reader: &Reader, block: &Block) -> String {
    markdown(reader.events(block, false))
        .or_else(|| markdown(reader.events(block, true)))
        .unwrap_or_else(|| as_written(reader.article.source.slice(block.span).trim_end()))
}

/// Markdown as its author wrote it. Where it could hold more than words it becomes words: nothing has cleaned it.
fn as_written(text: &str) -> String {
    let addresses = ["](", "]:", "<"];
    if !addresses.iter().any(|address| text.contains(address)) {
        return text.to_owned();
    }
    escaped(&text.replace('\n', " "))
}

/// Words as they can stand in Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = Vec::new();
    escape_to(text, &mut escaped).expect("writing to memory does not fail");
    String::from_utf8_lossy(&escaped).into_owned()
}

pub(super) fn markdown(events: Vec<Event>) -> Option<String> {
    let style = Style {
        code_block_token_count: 3,
        list_token: '-',
        increment_ordered_list_bullets: true,
        ..Style::default()
    };
    let mut text = String::new();
    cmark_with_options(events.iter(), &mut text, EXTENSIONS, style).ok()?;
    Some(flush_quotes(text.trim_matches('\n')))
}

/// The writer indents quotes by one blank, which some readers take for a slip; code keeps its lines.
fn flush_quotes(text: &str) -> String {
    let mut fenced = false;
    let lines = text.split('\n').map(|line| {
        fenced ^= line.starts_with("```");
        match line.strip_prefix(' ') {
            Some(quote) if !fenced && quote.starts_with('>') => quote,
            _ => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
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
