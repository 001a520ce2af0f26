//! The running text of the model as pieces.

use super::page::Reader;
use super::piece::{Mark, Piece, Pieces};
use crate::model::{Inline, InlineKind};
use crate::render::link::{self, Destination};
use crate::render::raw::{self, Token};
use crate::render::{emphasis, file};

impl<'a> Reader<'a> {
    /// Returns the pieces of a container's running text.
    pub(super) fn pieces(&self, inlines: &'a [Inline]) -> Vec<Piece<'a>> {
        let mut pieces = Pieces::default();
        match raw::is_raw(inlines) {
            true => self.tokens(raw::of_inlines(inlines), &mut pieces),
            false => self.inlines(inlines, &mut pieces),
        }
        pieces.finish()
    }

    /// Writes running text within running text, where raw HTML makes no blocks.
    pub(super) fn inlines(&self, inlines: &'a [Inline], out: &mut Pieces<'a>) {
        if !raw::is_raw(inlines) {
            return inlines.iter().for_each(|inline| self.inline(inline, out));
        }
        let mut tokens = raw::of_inlines(inlines);
        tokens.retain(
            |token| !matches!(token, Token::Open(it, _) | Token::Close(it, _) if it.is_block()),
        );
        self.tokens(tokens, out);
    }

    pub(super) fn inline(&self, inline: &'a Inline, out: &mut Pieces<'a>) {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Include(_, text) => {
                out.text(emphasis::without_empty(self.edition, self.article, text));
            }
            InlineKind::Code(text) => out.push(Piece::Code(text)),
            InlineKind::Math(text) => out.push(Piece::Math(text)),
            InlineKind::Emphasis(content) => self.marked(Mark::Emphasis, content, out),
            InlineKind::Strong(content) => self.marked(Mark::Strong, content, out),
            InlineKind::Strikethrough(content) => self.marked(Mark::Strikethrough, content, out),
            InlineKind::Link(index, content) => self.link(index.get(), content, out),
            InlineKind::Image(index, content) => self.image(index.get(), content, out),
            // Read together with what stands around it.
            InlineKind::Html(_) => {}
            InlineKind::SoftBreak => out.push(Piece::SoftBreak),
            InlineKind::HardBreak => out.push(Piece::HardBreak),
            InlineKind::FootnoteReference(label) => out.push(Piece::Footnote(label)),
        }
    }

    fn marked(&self, mark: Mark, content: &'a [Inline], out: &mut Pieces<'a>) {
        out.marked(mark, |out| self.inlines(content, out));
    }

    /// Writes a link, or its words alone where it leads nowhere or stands in another link.
    fn link(&self, index: usize, content: &'a [Inline], out: &mut Pieces<'a>) {
        let link = self.article.links.get(index).filter(|_| !out.in_link);
        let href = link.and_then(|link| self.href(&link.destination));
        let (Some(link), Some(href)) = (link, href) else {
            return self.inlines(content, out);
        };
        out.push(Piece::OpenLink);
        out.in_link = true;
        self.inlines(content, out);
        out.in_link = false;
        let title = link.title.as_str();
        out.push(Piece::Target { href, title });
    }

    /// Writes an image, or what it shows in words where there is none.
    fn image(&self, index: usize, content: &'a [Inline], out: &mut Pieces<'a>) {
        let link = self.article.links.get(index);
        let picture =
            link.and_then(|link| file::picture(self.edition, self.place, &link.destination));
        let (Some(link), Some(picture)) = (link, picture) else {
            return self.inlines(content, out);
        };
        out.push(Piece::OpenImage);
        self.inlines(content, out);
        out.push(Piece::Target {
            href: self.published(&picture.path),
            title: &link.title,
        });
    }

    pub(super) fn href(&self, destination: &str) -> Option<String> {
        let (place, fragment) = match link::resolve(self.edition, self.place, destination) {
            Destination::External(href) => return Some(href),
            Destination::Article { place, fragment } => (place, fragment),
            Destination::File(path) => return Some(self.published(&path)),
            Destination::Nowhere => return None,
        };
        let fragment = fragment.map(|anchor| format!("#{}", link::encoded(&anchor)));
        let fragment = fragment.unwrap_or_default();
        let to = self.edition.path(place);
        if to == self.from && !fragment.is_empty() {
            return Some(fragment);
        }
        // A text that is no page of its own cannot be led to.
        let is_page = self.edition.translations(place).is_page;
        is_page.then(|| link::way(self.from, to) + &fragment)
    }

    /// Notes that a page shows a file or links to it, and returns the way there.
    pub(super) fn published(&self, path: &str) -> String {
        self.edition.publish(self.place, path);
        link::way(self.from, path)
    }
}
