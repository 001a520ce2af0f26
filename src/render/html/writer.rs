//! What is known while an article is written: where it stands, which ids it has given, which footnotes it has called.

use std::cell::{Cell, RefCell};

use super::definition::Known;
use super::footnote::Footnotes;
use super::identifier::{Identifiers, identifier};
use super::tabs::Tabs;
use crate::locale::Words;
use crate::model::{Article, Block, TableRef};
use crate::render::RenderError;
use crate::render::edition::{Edition, Place};
use crate::render::link::{self, Destination};

/// Writes the blocks and inlines of one article.
pub(super) struct Writer<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) place: Place,
    pub(super) article: &'a Article,
    pub(super) words: &'a Words,
    pub(super) html: String,
    pub(super) identifiers: Identifiers,
    pub(super) footnotes: Footnotes<'a>,
    /// Whether a link is open; links hold no links.
    pub(super) in_link: bool,
    /// The table that defines the codes of the cell being written.
    pub(super) codes: Option<TableRef>,
    /// Whether codes in text are marked as such, as in a column of codes.
    pub(super) marks_codes: bool,
    /// The level that the last heading was written at.
    pub(super) level: u8,
    /// Whether the page has its `<h1>`.
    pub(super) titled: bool,
    pub(super) contents: Vec<Entry>,
    pub(super) tabs: Tabs<'a>,
    /// Whether the page has shown a picture.
    pub(super) pictured: Cell<bool>,
    /// What went wrong with a block inside raw HTML.
    pub(super) failure: Option<RenderError>,
    /// Whether codes lead to their definitions: in names of things they do not.
    pub(super) knows_codes: bool,
    /// The key of the row being written, in its normal form.
    pub(super) key: Option<String>,
    /// The tables that were asked for what they define.
    pub(super) definitions: RefCell<Known>,
}

/// A line of the table of contents.
pub(super) struct Entry {
    pub(super) level: u8,
    pub(super) id: String,
    pub(super) text: String,
}

/// A link as HTML writes it.
pub(super) struct Reference {
    pub(super) href: String,
    /// The language of the page, where it is not this one's; a page in this one's tree is one of its own.
    pub(super) language: Option<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(edition: &'a Edition<'a>, place: Place) -> Self {
        let article = edition.shown(place);
        Writer {
            edition,
            place,
            article,
            words: edition.words(&article.locale),
            html: String::new(),
            identifiers: Identifiers::of(article),
            footnotes: Footnotes::of(&article.blocks),
            in_link: false,
            codes: None,
            marks_codes: false,
            level: 1,
            titled: false,
            contents: Vec::new(),
            tabs: Tabs::of(&article.blocks),
            pictured: Cell::new(false),
            failure: None,
            knows_codes: true,
            key: None,
            definitions: RefCell::default(),
        }
    }

    /// Writes what `write` writes into a text of its own.
    pub(super) fn apart(
        &mut self,
        write: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<String, RenderError> {
        let outer = std::mem::take(&mut self.html);
        let result = write(self);
        let inner = std::mem::replace(&mut self.html, outer);
        result.map(|()| inner)
    }

    /// Writes blocks into a text of their own.
    pub(super) fn blocks_apart(&mut self, blocks: &'a [Block]) -> Result<String, RenderError> {
        self.apart(|writer| writer.blocks(blocks))
    }

    /// Returns the link that a destination makes, where it leads somewhere.
    pub(super) fn reference(&self, destination: &str) -> Option<Reference> {
        match link::resolve(self.edition, self.place, destination) {
            Destination::External(href) => Some(Reference {
                href,
                language: None,
            }),
            Destination::Article { place, fragment } => Some(self.page(place, fragment.as_deref())),
            Destination::File(path) => Some(Reference {
                href: self.edition.publish(self.place, &path),
                language: None,
            }),
            Destination::Nowhere => None,
        }
    }

    fn page(&self, place: Place, fragment: Option<&str>) -> Reference {
        let locale = self.edition.locale(place);
        Reference {
            href: self.href(place, fragment),
            language: (place.locale != self.place.locale).then(|| locale.tag().to_owned()),
        }
    }

    /// The way to a page of the site and a place in it.
    pub(super) fn href(&self, place: Place, fragment: Option<&str>) -> String {
        let fragment = fragment.map(|anchor| format!("#{}", link::encoded(&identifier(anchor))));
        let fragment = fragment.unwrap_or_default();
        if place == self.place && !fragment.is_empty() {
            return fragment;
        }
        let (from, to) = (self.edition.path(self.place), self.edition.path(place));
        format!("{}{fragment}", link::way(from, to))
    }
}
