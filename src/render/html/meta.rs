//! What a page tells programs in its head: other forms of it, icons, and how it looks where somebody shares it.

use serde::Serialize;

use super::data::Script;
use super::head::{self, Subject};
use super::icons;
use crate::locale::Locale;
use crate::model::TargetName;
use crate::render::edition::{Edition, Place};
use crate::render::target::{HTML, MARKDOWN};
use crate::render::{file, link};

/// Pictures that every program can show which shows a preview of a page.
const SHARED: [&str; 5] = ["gif", "jpeg", "jpg", "png", "webp"];

/// What the template of the head is given for programs.
#[derive(Serialize)]
pub(super) struct Meta {
    /// Properties of the Open Graph protocol with their contents.
    properties: Vec<Property>,
    /// The way to the same text as Markdown.
    twin: Option<String>,
    feed: Option<FeedLink>,
    manifest: String,
    icon: Option<String>,
    touch_icon: Option<String>,
    /// The colour of the page by scheme, `light` and `dark`.
    colours: Vec<Colour>,
    /// JSON-LD, which stands in a script that is none.
    pub(super) data: Option<Script>,
}

#[derive(Serialize)]
struct Property {
    name: &'static str,
    content: String,
}

#[derive(Serialize)]
struct Colour {
    scheme: &'static str,
    colour: String,
}

#[derive(Serialize)]
struct FeedLink {
    href: String,
    title: String,
}

impl Meta {
    /// `canonical` is the path of the page that this one is or repeats.
    pub(super) fn new(edition: &Edition, subject: &Subject, canonical: &str) -> Meta {
        let path = subject.path;
        let icon = |name| {
            edition
                .assets()
                .icon(name)
                .map(|icon| link::way(path, &icon))
        };
        Meta {
            properties: properties(edition, subject, canonical),
            twin: twin(edition, subject, canonical).map(|twin| link::way(path, &twin)),
            feed: feed(edition, subject),
            manifest: link::way(path, &icons::manifest_path(subject.manifest)),
            icon: icon(icons::ICON),
            touch_icon: icon(icons::TOUCH_ICON),
            colours: colours(edition),
            data: None,
        }
    }
}

/// The path of a page's text as Markdown, where that is published too.
fn twin(edition: &Edition, subject: &Subject, path: &str) -> Option<String> {
    let is_built = edition.site.config.targets.contains(&TargetName::Markdown);
    let is_start = path == head::start_path(subject.locale);
    let is_text = subject.place.is_some() || is_start;
    let stem = path.strip_suffix(HTML.extension)?;
    (is_built && is_text).then(|| format!("{stem}{}", MARKDOWN.extension))
}

fn feed(edition: &Edition, subject: &Subject) -> Option<FeedLink> {
    let locale = subject.manifest?;
    let path = edition.feeds().path(edition, locale)?;
    let title = edition.title(locale);
    Some(FeedLink {
        href: link::way(subject.path, &path),
        title: edition.words(locale).say_with("feed", &[("title", &title)]),
    })
}

fn colours(edition: &Edition) -> Vec<Colour> {
    let colours = edition.assets().colours().into_iter().flatten();
    let schemes = ["light", "dark"].into_iter().zip(colours);
    schemes
        .map(|(scheme, colour)| Colour { scheme, colour })
        .collect()
}

fn properties(edition: &Edition, subject: &Subject, canonical: &str) -> Vec<Property> {
    let text = subject.original.as_ref().map(|(_, text)| *text);
    let own = text.unwrap_or(subject.locale);
    let has_address = edition.site.config.site.url.is_some();
    let address = has_address.then(|| head::address(edition, canonical));
    let article = subject.place.filter(|_| has_address);
    let image = article.and_then(|place| image_of(edition, place));
    let kind = match subject.place {
        Some(_) => "article",
        None => "website",
    };
    let versions = subject.versions.iter();
    let others = versions.filter(|version| version.text.is_none() && version.locale != own);
    let others = others.map(|version| ("og:locale:alternate", territory(version.locale)));
    [
        ("og:title", subject.name.clone()),
        ("og:description", subject.description.clone()),
        ("og:type", kind.to_owned()),
        ("og:site_name", edition.title(subject.locale)),
        ("og:locale", territory(own)),
    ]
    .into_iter()
    .chain(others)
    .chain(address.map(|address| ("og:url", address)))
    .chain(image.map(|image| ("og:image", image)))
    .map(|(name, content)| Property { name, content })
    .collect()
}

/// A language as the Open Graph protocol names it: `de_DE`; without the territory where nobody knows it.
fn territory(locale: &Locale) -> String {
    let language = locale.language();
    match locale.likely_region() {
        Some(region) => format!("{language}_{region}"),
        None => language.to_owned(),
    }
}

/// The address of the first picture of an article that programs can show.
fn image_of(edition: &Edition, place: Place) -> Option<String> {
    let links = edition.article(place).links.iter();
    let images = links.filter(|link| link.image && link.inclusion.is_none());
    let path = images
        .filter_map(|link| file::picture(edition, place, &link.destination))
        .map(|picture| picture.path)
        .find(|path| is_shared(path))?;
    edition.publish(place, &path);
    Some(head::address(edition, &path))
}

fn is_shared(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|own| SHARED.iter().any(|it| it.eq_ignore_ascii_case(own)))
}
