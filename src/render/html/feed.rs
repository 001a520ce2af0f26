//! What is new in a language, for readers who keep feeds (Atom, RFC 4287).

use jiff::civil::Date;

use super::head;
use super::xml::Xml;
use crate::locale::Locale;
use crate::model::{Page, Printer};
use crate::render::article as about;
use crate::render::edition::{Edition, Place};

/// As many articles as a feed has at most.
const MOST: usize = 50;

/// The file of each feed, in the folder of its language.
pub(super) const NAME: &str = "feed.xml";

/// The newest articles of each of the site's locales, the last changed first.
///
/// An entry wants a whole address and the day of its change: a site without an address has no feeds, and an article without a
/// date is in none.
pub(crate) struct Feeds {
    newest: Vec<Vec<(Date, Place)>>,
}

impl Feeds {
    pub(crate) fn of(edition: &Edition) -> Feeds {
        let mut newest = vec![Vec::new(); edition.site.locales.len()];
        if edition.site.config.site.url.is_some() {
            for place in edition.places() {
                if let Some(date) = dated(edition, place) {
                    newest[place.locale].push((date, place));
                }
            }
        }
        for articles in &mut newest {
            articles.sort_by_key(|(date, place)| (std::cmp::Reverse(*date), place.translations));
            articles.truncate(MOST);
        }
        Feeds { newest }
    }

    /// Adds what pages show of it: which languages have one.
    pub(crate) fn print(&self, printer: &mut Printer) {
        let are_there = self.newest.iter().map(|newest| !newest.is_empty());
        printer.value(&are_there.collect::<Vec<_>>());
    }

    /// The path of a language's feed, where it has one.
    pub(super) fn path(&self, edition: &Edition, locale: &Locale) -> Option<String> {
        let is_there = !self.newest[edition.index_of(locale)].is_empty();
        is_there.then(|| format!("{}/{NAME}", locale.folder()))
    }
}

/// The day of an article that is the language's own and that search engines may show.
fn dated(edition: &Edition, place: Place) -> Option<Date> {
    let article = edition.article(place);
    let is_shown = !edition.is_fallback(place) && !about::is_hidden(edition.site, article);
    article.date().filter(|_| is_shown)
}

/// Makes the feed of each language that has one.
pub(super) fn feeds(edition: &Edition) -> Vec<Page> {
    let feeds = edition.feeds();
    let locales = edition.site.locales.iter().zip(&feeds.newest);
    locales
        .filter_map(|(locale, newest)| {
            let path = feeds.path(edition, locale)?;
            let xml = feed(edition, locale, &path, newest);
            Some(Page::new(path, xml))
        })
        .collect()
}

fn feed(edition: &Edition, locale: &Locale, path: &str, newest: &[(Date, Place)]) -> Vec<u8> {
    let (address, home) = (
        head::address(edition, path),
        head::address(edition, &head::start_path(locale)),
    );
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", locale.tag()),
    ];
    let title = edition.title(locale);
    Xml::file("feed", &attributes, |xml| {
        xml.text("id", &address);
        xml.text("title", &title);
        xml.text("updated", &instant(newest[0].0));
        xml.empty(
            "link",
            &[
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", &address),
            ],
        );
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("href", &home)],
        );
        xml.element("author", &[], |xml| xml.text("name", &title));
        for (date, place) in newest {
            xml.element("entry", &[], |xml| entry(xml, edition, *date, *place));
        }
    })
}

fn entry(xml: &mut Xml, edition: &Edition, date: Date, place: Place) {
    let article = edition.article(place);
    let address = head::address(edition, edition.path(place));
    xml.text("id", &address);
    xml.text("title", &about::one_line(article.title()));
    xml.text("updated", &instant(date));
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &address),
        ],
    );
    xml.text("summary", &about::description(article));
}

/// The beginning of a day: articles do not say at which hour they were changed.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
