//! The model as the events that a Markdown parser would have read it from.

use pulldown_cmark::{
    Alignment as CmarkAlignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel,
    LinkType, Tag, TagEnd,
};

use crate::model::{
    AlertKind, Alignment, Article, Block, BlockKind, Heading, Inline, InlineKind, ListItem, Row,
    Table, slug,
};
use crate::render::edition::{Edition, Place};
use crate::render::emphasis;
use crate::render::file;
use crate::render::link::{self, Destination};
use crate::render::raw;

/// Reads one article's blocks out as events.
pub(super) struct Reader<'a> {
    pub(super) edition: &'a Edition<'a>,
    pub(super) place: Place,
    pub(super) article: &'a Article,
    /// Where links begin: the path of the page, or nothing for the root of the site.
    pub(super) from: &'a str,
}

/// Events on their way out.
pub(super) struct Out<'a> {
    pub(super) events: Vec<Event<'a>>,
    /// Whether emphasis is written as HTML.
    html: bool,
}

impl<'a> Reader<'a> {
    /// Returns the events of a block; `html` writes emphasis as HTML, for where Markdown has no form for it.
    pub(super) fn events(&self, block: &'a Block, html: bool) -> Vec<Event<'a>> {
        let mut out = Out {
            events: Vec::new(),
            html,
        };
        self.block(block, &mut out);
        out.events
    }

    /// Returns the events of running text; `html` as above.
    pub(super) fn words(&self, content: &'a [Inline], html: bool) -> Vec<Event<'a>> {
        let mut out = Out {
            events: Vec::new(),
            html,
        };
        self.inlines(content, &mut out);
        out.events
    }

    pub(super) fn blocks(&self, blocks: &'a [Block], out: &mut Out<'a>) {
        for block in blocks {
            self.block(block, out);
        }
    }

    fn block(&self, block: &'a Block, out: &mut Out<'a>) {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                out.around(Tag::Paragraph, |out| self.inlines(content, out));
            }
            BlockKind::Heading(index) => {
                if let Some(heading) = self.article.headings.get(*index) {
                    self.heading(heading, out);
                }
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => {
                let list = Tag::List(*start);
                let tight = &(*tight && !items.iter().any(stands_apart));
                out.around(list, |out| {
                    for item in items {
                        self.item(item, *tight, out);
                    }
                });
            }
            BlockKind::Quote(blocks) => {
                out.around(Tag::BlockQuote(None), |out| self.blocks(blocks, out));
            }
            BlockKind::Alert { kind, blocks, .. } => {
                let alert = Tag::BlockQuote(Some(alert(*kind)));
                out.around(alert, |out| self.blocks(blocks, out));
            }
            BlockKind::Div { blocks, .. } => self.blocks(blocks, out),
            BlockKind::Video(link) => self.video(*link, out),
            BlockKind::Mark(mark) => self.mark(mark, block.span, out),
            BlockKind::Definitions(definitions) => self.definitions(definitions, out),
            BlockKind::Code { language, text } => code_block(language, text, out),
            BlockKind::Table(index) => {
                if let Some(table) = self.article.tables.get(*index) {
                    self.table(table, out);
                }
            }
            BlockKind::Html(html) => self.raw_block(html, out),
            BlockKind::Rule => out.events.push(Event::Rule),
            // An edition shows articles with what they include in its place.
            BlockKind::Include(_) => {}
            BlockKind::Footnote { label, blocks } => {
                let footnote = Tag::FootnoteDefinition(label.as_str().into());
                out.around(footnote, |out| self.blocks(blocks, out));
            }
        }
    }

    /// Writes a heading; an anchor that a reader's program would not make of the words is written before them.
    fn heading(&self, heading: &'a Heading, out: &mut Out<'a>) {
        let tag = Tag::Heading {
            level: level(heading.level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        };
        out.around(tag, |out| {
            if heading.anchor != slug(&heading.text) && is_plain(&heading.anchor) {
                let open = format!("<a name=\"{}\">", heading.anchor);
                out.events.push(Event::InlineHtml(open.into()));
                out.events.push(Event::InlineHtml("</a>".into()));
            }
            self.inlines(&heading.content, out);
        });
    }

    fn item(&self, item: &'a ListItem, tight: bool, out: &mut Out<'a>) {
        out.around(Tag::Item, |out| {
            if let (Some(done), true) = (item.task, tight) {
                out.events.push(Event::TaskListMarker(done));
            }
            for (index, block) in item.blocks.iter().enumerate() {
                match &block.kind {
                    BlockKind::Paragraph(content) if tight => self.inlines(content, out),
                    BlockKind::Paragraph(content) => out.around(Tag::Paragraph, |out| {
                        if let (Some(done), 0) = (item.task, index) {
                            out.events.push(Event::TaskListMarker(done));
                        }
                        self.inlines(content, out);
                    }),
                    _ => self.block(block, out),
                }
            }
        });
    }

    fn table(&self, table: &'a Table, out: &mut Out<'a>) {
        let columns = table.columns.iter();
        let alignments = columns.map(|column| alignment(column.alignment)).collect();
        out.around(Tag::Table(alignments), |out| {
            out.around(Tag::TableHead, |out| self.cells(&table.header, out));
            for row in &table.rows {
                out.around(Tag::TableRow, |out| self.cells(row, out));
            }
        });
    }

    fn cells(&self, row: &'a Row, out: &mut Out<'a>) {
        for cell in &row.cells {
            out.around(Tag::TableCell, |out| self.inlines(&cell.content, out));
        }
    }

    pub(super) fn inlines(&self, inlines: &'a [Inline], out: &mut Out<'a>) {
        match raw::is_raw(inlines) {
            true => self.tokens(raw::of_inlines(inlines), out),
            false => inlines.iter().for_each(|inline| self.inline(inline, out)),
        }
    }

    pub(super) fn inline(&self, inline: &'a Inline, out: &mut Out<'a>) {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Include(_, text) => {
                let text = emphasis::without_empty(self.edition, self.article, text);
                out.events.push(Event::Text(text.into()));
            }
            InlineKind::Code(text) => out.events.push(Event::Code(text.as_str().into())),
            // Raw, because a formula's marks are none of Markdown's.
            InlineKind::Math(text) => out.events.push(Event::InlineHtml(text.as_str().into())),
            InlineKind::Emphasis(content) => {
                out.marked(Tag::Emphasis, "em", |out| self.inlines(content, out));
            }
            InlineKind::Strong(content) => {
                out.marked(Tag::Strong, "strong", |out| self.inlines(content, out));
            }
            InlineKind::Strikethrough(content) => {
                out.marked(Tag::Strikethrough, "del", |out| self.inlines(content, out));
            }
            InlineKind::Link(index, content) => self.link(*index, content, out),
            InlineKind::Image(index, content) => self.image(*index, content, out),
            // Read together with what stands around it.
            InlineKind::Html(_) => {}
            InlineKind::SoftBreak => out.events.push(Event::SoftBreak),
            InlineKind::HardBreak => out.events.push(Event::HardBreak),
            InlineKind::FootnoteReference(label) => {
                out.events
                    .push(Event::FootnoteReference(label.as_str().into()));
            }
        }
    }

    /// Writes a link, or its words alone where it leads nowhere.
    fn link(&self, index: usize, content: &'a [Inline], out: &mut Out<'a>) {
        let link = self.article.links.get(index);
        let href = link.and_then(|link| self.href(&link.destination));
        let (Some(link), Some(href)) = (link, href) else {
            self.inlines(content, out);
            return;
        };
        let tag = Tag::Link {
            link_type: LinkType::Inline,
            dest_url: href.into(),
            title: link.title.as_str().into(),
            id: CowStr::Borrowed(""),
        };
        out.around(tag, |out| self.inlines(content, out));
    }

    /// Writes an image, or what it shows in words where there is none.
    fn image(&self, index: usize, content: &'a [Inline], out: &mut Out<'a>) {
        let link = self.article.links.get(index);
        let picture =
            link.and_then(|link| file::picture(self.edition, self.place, &link.destination));
        let (Some(link), Some(picture)) = (link, picture) else {
            self.inlines(content, out);
            return;
        };
        let tag = Tag::Image {
            link_type: LinkType::Inline,
            dest_url: self.published(&picture.path).into(),
            title: link.title.as_str().into(),
            id: CowStr::Borrowed(""),
        };
        out.around(tag, |out| self.inlines(content, out));
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

impl<'a> Out<'a> {
    /// Writes a tag, what `write` writes, and the tag's end.
    pub(super) fn around(&mut self, tag: Tag<'a>, write: impl FnOnce(&mut Self)) {
        let end: TagEnd = tag.to_end();
        self.events.push(Event::Start(tag));
        write(self);
        self.events.push(Event::End(end));
    }

    /// Writes emphasis, as Markdown or as HTML.
    fn marked(&mut self, tag: Tag<'a>, name: &str, write: impl FnOnce(&mut Self)) {
        if !self.html {
            return self.around(tag, write);
        }
        self.events
            .push(Event::InlineHtml(format!("<{name}>").into()));
        write(self);
        self.events
            .push(Event::InlineHtml(format!("</{name}>").into()));
    }
}

/// Whether an item holds what is written as paragraphs, which close lists have none of.
fn stands_apart(item: &ListItem) -> bool {
    item.blocks.iter().any(|block| {
        matches!(
            block.kind,
            BlockKind::Mark(_) | BlockKind::Div { .. } | BlockKind::Video(_)
        )
    })
}

fn code_block<'a>(language: &'a str, text: &'a str, out: &mut Out<'a>) {
    let kind = CodeBlockKind::Fenced(language.into());
    out.around(Tag::CodeBlock(kind), |out| {
        out.events.push(Event::Text(text.into()));
    });
}

/// Whether an anchor can stand in a quoted attribute as it is.
fn is_plain(anchor: &str) -> bool {
    let hostile =
        |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>&`".contains(letter);
    !anchor.is_empty() && !anchor.contains(hostile)
}

pub(super) fn level(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6)
}

fn alert(kind: AlertKind) -> BlockQuoteKind {
    match kind {
        AlertKind::Note => BlockQuoteKind::Note,
        AlertKind::Tip => BlockQuoteKind::Tip,
        AlertKind::Important => BlockQuoteKind::Important,
        AlertKind::Warning => BlockQuoteKind::Warning,
        AlertKind::Caution => BlockQuoteKind::Caution,
    }
}

fn alignment(alignment: Alignment) -> CmarkAlignment {
    match alignment {
        Alignment::None => CmarkAlignment::None,
        Alignment::Left => CmarkAlignment::Left,
        Alignment::Center => CmarkAlignment::Center,
        Alignment::Right => CmarkAlignment::Right,
    }
}
