//! CommonMark with GFM's tables, alerts, footnotes, strikethrough and task lists, as blocks with places: one grammar, and so one file.

use std::iter::Peekable;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Tag};

use super::emphasis::{Emphasis, Events, Reading};
use super::mask::Mask;
use super::{dialect, faults, heading, include, pairs, scan, table};
use crate::diagnostic::{Diagnostic, Parsed, Shift, Source, Span};
use crate::model::{
    AlertKind, Alignment, Anchor, Block, BlockKind, Column, ColumnRole, Definition, Heading,
    Inline, InlineKind, Limit, Limits, Link, LinkIndex, ListItem, Row, Table,
};

/// Most paragraphs are one text, and most items and cells one paragraph. A vector that is not told so makes room for four at its first push:
/// a quarter of the memory of a large site was such room, and asking the system for it took longer than reading the text.
const USUAL: usize = 1;

/// The body of an article.
#[derive(Debug, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    pub headings: Vec<Heading>,
    pub tables: Vec<Table>,
    pub links: Vec<Link>,
    pub anchors: Vec<Anchor>,
}

/// Reads the body of an article, which begins at byte `start`; `emphasis` says where marks may begin and end it.
pub fn document(source: &Arc<Source>, start: usize, emphasis: Emphasis) -> Parsed<Document> {
    document_within(&Limits::default(), source, start, emphasis)
}

/// Reads the body of an article as [`document`] does, within limits.
///
/// What lies deeper in one another than they allow is read as if it lay there, and rows of a table behind the last cell that they allow are
/// left out; both are reported.
pub fn document_within(
    limits: &Limits,
    source: &Arc<Source>,
    start: usize,
    emphasis: Emphasis,
) -> Parsed<Document> {
    let body = source.text().get(start..).unwrap_or_default();
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let mut diagnostics = Vec::new();
    // Whether there are any is found several times sooner than where they are.
    let marks = body.contains("[^").then(|| body.match_indices("[^"));
    let most = limits.get(Limit::Footnotes);
    match marks.and_then(|mut marks| marks.nth(most)) {
        None => options |= Options::ENABLE_FOOTNOTES,
        Some((at, mark)) => {
            let mark = Span::new(start + at, start + at + mark.len());
            diagnostics.push(too_many_footnotes(source, mark, limits));
        }
    }
    if scan::has_definitions(body) {
        options |= Options::ENABLE_DEFINITION_LIST;
    }
    let mask = scan::mask(source, body, start, options);
    diagnostics.extend(mask.diagnostics);
    let Parsed {
        value: mut document,
        diagnostics: exceeded,
    } = read(limits, source, start, &mask.value, emphasis, options);
    diagnostics.extend(exceeded);
    diagnostics.extend(pairs::pair(source, &mut document.blocks));
    Parsed {
        value: document,
        diagnostics,
    }
}

fn read(
    limits: &Limits,
    source: &Arc<Source>,
    offset: usize,
    mask: &Mask,
    emphasis: Emphasis,
    options: Options,
) -> Parsed<Document> {
    let reading = Reading::of(mask.text(), emphasis);
    let mut reader = Reader {
        source,
        offset,
        mask,
        events: reading.events(options).peekable(),
        document: Document::default(),
        limits,
        deepest: limits.get(Limit::Nesting),
        is_too_deep: false,
        diagnostics: Vec::new(),
    };
    reader.document.blocks = reader.blocks(0).blocks;
    reader.document.fit();
    Parsed {
        value: reader.document,
        diagnostics: reader.diagnostics,
    }
}

fn too_many_footnotes(source: &Arc<Source>, mark: Span, limits: &Limits) -> Diagnostic {
    let most = limits.shown(Limit::Footnotes);
    let message = format!("more than {most} footnotes in one article");
    // To find footnotes costs the square of their number in pulldown-cmark (issue 1076).
    Diagnostic::new(&faults::TOO_MANY_FOOTNOTES, source, mark, message)
        .note("footnotes of this article are shown as they are written, because reading so many takes too long")
        .help(Limit::Footnotes.help("split the article"))
}

/// Walks the events of one text.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Arc<Source>,
    /// Where the body begins in the source.
    pub(super) offset: usize,
    /// What is replaced in the text that the events are of.
    pub(super) mask: &'a Mask<'a>,
    events: Peekable<Events<'a>>,
    pub(super) document: Document,
    limits: &'a Limits,
    /// How deep blocks and inlines may lie in one another: every walk of the tree is recursive.
    deepest: usize,
    is_too_deep: bool,
    /// Where a limit was exceeded.
    diagnostics: Vec<Diagnostic>,
}

/// The blocks of a container, and whether any words stood there without a paragraph.
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    tight: bool,
    task: Option<bool>,
}

impl Document {
    /// Gives back room that nothing will take any more.
    fn fit(&mut self) {
        self.links.shrink_to_fit();
        self.headings.shrink_to_fit();
        self.tables.shrink_to_fit();
    }
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        let (event, range) = self.events.next()?;
        Some((event, self.span(range)))
    }

    /// Reports the first thing that lies too deep: the others lie there for the same reason.
    fn too_deep(&mut self, span: Span) {
        if std::mem::replace(&mut self.is_too_deep, true) {
            return;
        }
        let message = format!(
            "more than {} levels stand in one another here",
            self.deepest
        );
        let span = self.source.first_line(span);
        let help = Limit::Nesting.help("write fewer lists, quotes and emphasis within one another");
        let report = Diagnostic::new(&faults::LIMIT_EXCEEDED, self.source, span, message);
        self.diagnostics.push(
            report
                .shifted(Shift::Lower)
                .note("what lies deeper is shown as if it lay here")
                .help(help),
        );
    }

    /// Reports a table whose rows are not all read.
    fn too_large(&mut self, span: Span) {
        let most = self.limits.shown(Limit::TableCells);
        let message = format!("the table has more than {most} cells up to here");
        let report = Diagnostic::new(
            &faults::LIMIT_EXCEEDED,
            self.source,
            self.source.first_line(span),
            message,
        );
        self.diagnostics.push(
            report
                .note("this row and those below are left out")
                .help(Limit::TableCells.help("split the table")),
        );
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::from(range).shifted(self.offset)
    }

    /// Reads blocks up to the end of their container, and the end itself.
    pub(super) fn blocks(&mut self, depth: usize) -> Blocks {
        let mut read = Blocks {
            blocks: Vec::with_capacity(USUAL),
            tight: false,
            task: None,
        };
        let mut flattened = 0usize;
        while let Some((event, _)) = self.events.peek() {
            if is_inline(event) {
                let kind = BlockKind::Paragraph(self.inlines(depth, false));
                let BlockKind::Paragraph(words) = &kind else {
                    unreachable!("made above")
                };
                if let (Some(first), Some(last)) = (words.first(), words.last()) {
                    read.tight = true;
                    read.blocks.push(Block {
                        span: Span::new(first.span.start, last.span.end),
                        kind,
                    });
                }
                continue;
            }
            let Some((event, span)) = self.next() else {
                break;
            };
            match event {
                Event::End(_) if flattened > 0 => flattened -= 1,
                Event::End(_) => break,
                Event::TaskListMarker(ticked) => read.task = Some(ticked),
                Event::Rule => read.blocks.push(Block {
                    span,
                    kind: BlockKind::Rule,
                }),
                Event::Html(html) => push_html(&mut read.blocks, span, &html),
                Event::Start(tag) if depth >= self.deepest && is_container(&tag) => {
                    self.too_deep(span);
                    flattened += 1;
                }
                Event::Start(tag) => self.push_block(tag, span, depth, &mut read.blocks),
                _ => {}
            }
        }
        read.blocks = include::alone(read.blocks);
        read.blocks.shrink_to_fit();
        read
    }

    /// A block's range ends with its lines; what a reader sees ends with its last letter.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        Span::new(
            span.start,
            span.start + self.source.slice(span).trim_end().len(),
        )
    }

    /// Reads a block; what the dialect writes as one may be several, or none.
    fn push_block(&mut self, tag: Tag<'a>, span: Span, depth: usize, blocks: &mut Vec<Block>) {
        match tag {
            Tag::BlockQuote(kind) => {
                let kind = kind.map(|kind| (alert_kind(kind), self.alert_marker(span)));
                blocks.extend(self.quote(kind, span, depth + 1));
            }
            Tag::HtmlBlock if self.line_cover(span).is_some() => {
                self.raw_text();
                self.directive(span, blocks);
            }
            Tag::List(start) => {
                let kind = self.list(start, depth + 1);
                self.push_list(span, kind, blocks);
            }
            tag => {
                if let Some(kind) = self.block(tag, span, depth) {
                    let span = self.trimmed(span);
                    blocks.push(Block { span, kind });
                }
            }
        }
    }

    fn block(&mut self, tag: Tag<'a>, span: Span, depth: usize) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines(depth, true)),
            Tag::Heading { level, id, .. } => {
                let content = self.inlines(depth, true);
                let span = self.trimmed(span);
                let content = match self.tab(content) {
                    Ok(tab) => return Some(BlockKind::Mark(Box::new(tab))),
                    Err(content) => content,
                };
                let heading =
                    heading::heading(self.source, span, level as u8, id.as_deref(), content);
                self.document.headings.push(heading);
                BlockKind::Heading(self.document.headings.len() - 1)
            }
            Tag::CodeBlock(kind) => BlockKind::Code {
                language: code_language(&kind),
                text: self.raw_text(),
            },
            Tag::DefinitionList => self.definitions(depth + 1),
            Tag::FootnoteDefinition(label) => BlockKind::Footnote {
                label: label.into_string(),
                blocks: self.blocks(depth + 1).blocks,
            },
            Tag::Table(alignments) => {
                let table = self.table(span, &alignments, depth);
                self.document.tables.push(table);
                BlockKind::Table(self.document.tables.len() - 1)
            }
            Tag::HtmlBlock => {
                let html = self.raw_text();
                self.find_anchors(span);
                BlockKind::Html(html)
            }
            _ => {
                self.raw_text();
                return None;
            }
        })
    }

    fn list(&mut self, start: Option<u64>, depth: usize) -> BlockKind {
        let mut items = Vec::new();
        let mut tight = true;
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let item = self.blocks(depth);
                    let paragraphs = item
                        .blocks
                        .iter()
                        .any(|block| include::is_running_text(&block.kind));
                    tight &= item.tight || !paragraphs;
                    items.push(ListItem {
                        span: self.trimmed(span),
                        task: item.task,
                        blocks: item.blocks,
                    });
                }
                _ => break,
            }
        }
        items.shrink_to_fit();
        BlockKind::List {
            start,
            tight,
            items,
        }
    }

    fn definitions(&mut self, depth: usize) -> BlockKind {
        let mut definitions = Vec::new();
        while let Some((event, span)) = self.next() {
            let is_term = match event {
                Event::Start(Tag::DefinitionListTitle) => true,
                Event::Start(Tag::DefinitionListDefinition) => false,
                _ => break,
            };
            definitions.push(Definition {
                span: self.trimmed(span),
                is_term,
                blocks: self.blocks(depth).blocks,
            });
        }
        BlockKind::Definitions(definitions)
    }

    fn table(
        &mut self,
        span: Span,
        alignments: &[pulldown_cmark::Alignment],
        depth: usize,
    ) -> Table {
        let mut header = None;
        let mut rows = Vec::new();
        let mut left = self.limits.get(Limit::TableCells);
        let mut is_whole = true;
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    header = Some(self.row(span, alignments.len(), depth))
                }
                Event::Start(Tag::TableRow) if is_whole && left < alignments.len() => {
                    self.too_large(span);
                    is_whole = false;
                    self.skip();
                }
                Event::Start(Tag::TableRow) if !is_whole => self.skip(),
                Event::Start(Tag::TableRow) => {
                    left -= alignments.len();
                    rows.push(self.row(span, alignments.len(), depth));
                }
                _ => break,
            }
        }
        rows.shrink_to_fit();
        let header = header.unwrap_or_else(|| table::row(span, "", Vec::new()));
        let columns = header
            .cells
            .iter()
            .zip(alignments)
            .map(|(cell, alignment)| column(&cell.text, *alignment));
        Table {
            span: self.trimmed(span),
            section: 0,
            columns: columns.collect(),
            header,
            rows,
            name: None,
            place: None,
        }
    }

    /// Passes over what has begun, up to its end and with it.
    fn skip(&mut self) {
        let mut open = 1usize;
        while open > 0
            && let Some((event, _)) = self.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    fn row(&mut self, span: Span, columns: usize, depth: usize) -> Row {
        let mut cells = Vec::with_capacity(columns);
        while let Some((event, span)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let content = self.inlines(depth, true);
                    cells.push(table::cell(self.source, span, content));
                }
                _ => break,
            }
        }
        // What a directive or a formula holds divides no cells.
        let written = self.trimmed(span);
        let range = written.start - self.offset..written.end - self.offset;
        table::row(written, &self.mask.text()[range], cells)
    }

    /// Reads running text: up to the end of its container and with it, or, where it stands in a container without
    /// a paragraph, up to the first thing that is none.
    fn inlines(&mut self, depth: usize, contained: bool) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(USUAL);
        let mut flattened = 0usize;
        while let Some((event, _)) = self.events.peek() {
            let ends = matches!(event, Event::End(_)) && flattened == 0;
            if !contained && (ends || !(is_inline(event) || flattened > 0)) {
                break;
            }
            let Some((event, span)) = self.next() else {
                break;
            };
            match event {
                Event::End(_) if flattened > 0 => flattened -= 1,
                Event::End(_) => break,
                Event::Start(_) if depth >= self.deepest => {
                    self.too_deep(span);
                    flattened += 1;
                }
                // A directive that stands too far in to end a paragraph is part of its words.
                Event::Text(_) | Event::InlineHtml(_) if self.is_covered(span) => {
                    self.covered(span, &mut inlines);
                }
                event => {
                    if let Some(kind) = self.inline(event, span, depth + 1) {
                        push_inline(&mut inlines, Inline { span, kind });
                    }
                }
            }
        }
        let mut inlines = include::folded(self.source, inlines, &mut self.document.links);
        inlines.iter_mut().for_each(fit);
        inlines.shrink_to_fit();
        inlines
    }

    fn inline(&mut self, event: Event<'a>, span: Span, depth: usize) -> Option<InlineKind> {
        Some(match event {
            Event::Text(text) => InlineKind::Text(text.into_string()),
            Event::Code(code) => InlineKind::Code(code.into_string()),
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::FootnoteReference(label) => InlineKind::FootnoteReference(label.into_string()),
            Event::InlineHtml(html) | Event::Html(html) => {
                if let Some(code) = dialect::xref_tag(&html) {
                    return Some(code);
                }
                let kind = InlineKind::Html(html.into_string());
                let inline = Inline { span, kind };
                self.document
                    .anchors
                    .extend(heading::anchor(self.source, &inline));
                inline.kind
            }
            Event::Start(Tag::Emphasis) => InlineKind::Emphasis(self.inlines(depth, true)),
            Event::Start(Tag::Strong) => InlineKind::Strong(self.inlines(depth, true)),
            Event::Start(Tag::Strikethrough) => {
                InlineKind::Strikethrough(self.inlines(depth, true))
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let index = self.link(span, link_type, &dest_url, &title, false);
                let content = self.inlines(depth, true);
                self.aim(index, link_type, &content);
                let content = self.named(index, content);
                InlineKind::Link(LinkIndex::new(index), content)
            }
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let index = self.link(span, link_type, &dest_url, &title, true);
                let content = self.inlines(depth, true);
                self.aim(index, link_type, &content);
                InlineKind::Image(LinkIndex::new(index), content)
            }
            _ => return None,
        })
    }

    fn link(
        &mut self,
        span: Span,
        kind: LinkType,
        destination: &str,
        title: &str,
        image: bool,
    ) -> usize {
        let mail = if kind == LinkType::Email {
            "mailto:"
        } else {
            ""
        };
        let range = span.start - self.offset..span.end - self.offset;
        let destination = self.mask.restored(destination, &range);
        self.push_link(Link {
            span,
            target: span,
            destination: format!("{mail}{destination}"),
            title: self.mask.restored(title, &range).into_owned(),
            image,
            inclusion: None,
        })
    }

    /// Returns the link's index.
    pub(super) fn push_link(&mut self, link: Link) -> usize {
        self.document.links.push(link);
        self.document.links.len() - 1
    }

    /// Finds the bytes of a destination that is written in place: behind the words and `](`.
    fn aim(&mut self, index: usize, kind: LinkType, content: &[Inline]) {
        let link = &mut self.document.links[index];
        let (start, in_angles) = match kind {
            LinkType::Inline => {
                let words = content.last().map_or(link.span.start, |last| last.span.end);
                let rest = self.source.slice(Span::new(words, link.span.end));
                let Some(open) = rest.find("](") else { return };
                let rest = rest[open + 2..].trim_start();
                let angle = usize::from(rest.starts_with('<'));
                (link.span.end - rest.len() + angle, angle > 0)
            }
            LinkType::Autolink | LinkType::Email => (link.span.start + 1, true),
            _ => return,
        };
        let rest = self.source.slice(Span::new(start, link.span.end));
        link.target = Span::new(start, start + destination_len(rest, in_angles));
    }

    /// Collects the text of a block that holds nothing but text, up to its end and with it.
    fn raw_text(&mut self) -> String {
        let mut text = String::new();
        let mut depth = 0usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Text(piece) | Event::Html(piece) => text.push_str(&piece),
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        text
    }

    /// Finds `<a name="…">` in a block of raw HTML.
    fn find_anchors(&mut self, span: Span) {
        let html = self.source.slice(span);
        for (at, _) in html.match_indices("<a").chain(html.match_indices("<A")) {
            let Some(len) = html[at..].find('>') else {
                continue;
            };
            let tag = Span::new(span.start + at, span.start + at + len + 1);
            let inline = Inline {
                span: tag,
                kind: InlineKind::Html(self.source.slice(tag).to_owned()),
            };
            self.document
                .anchors
                .extend(heading::anchor(self.source, &inline));
        }
    }

    /// Where the word between `[!` and `]` stands.
    fn alert_marker(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        let word = text
            .find("[!")
            .and_then(|at| Some((at + 2, at + 2 + text[at + 2..].find(']')?)));
        word.map_or(span, |(start, end)| {
            Span::new(span.start + start, span.start + end)
        })
    }
}

/// How long a destination is: in angle brackets up to the closing one, else up to a blank or the parenthesis that
/// closes the link; parentheses inside come in pairs (CommonMark 0.31.2, section 6.3).
fn destination_len(text: &str, in_angles: bool) -> usize {
    let mut open = 0usize;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => {}
            '>' if in_angles => return at,
            _ if in_angles => {}
            '(' => open += 1,
            ')' if open == 0 => return at,
            ')' => open -= 1,
            _ if letter.is_ascii_whitespace() => return at,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    text.len()
}

fn push_html(blocks: &mut Vec<Block>, span: Span, html: &str) {
    blocks.push(Block {
        span,
        kind: BlockKind::Html(html.to_owned()),
    });
}

/// Text comes in pieces; a reader sees one.
pub(super) fn push_inline(inlines: &mut Vec<Inline>, inline: Inline) {
    if let (
        InlineKind::Text(more),
        Some(Inline {
            span,
            kind: InlineKind::Text(text),
        }),
    ) = (&inline.kind, inlines.last_mut())
    {
        text.push_str(more);
        span.end = inline.span.end;
        return;
    }
    inlines.push(inline);
}

/// Gives back the room that joining its pieces left behind a text.
fn fit(inline: &mut Inline) {
    if let InlineKind::Text(text) = &mut inline.kind {
        text.shrink_to_fit();
    }
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
            true
        }
        Event::SoftBreak | Event::HardBreak => true,
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        _ => false,
    }
}

fn is_container(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}

fn alert_kind(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

fn code_language(kind: &CodeBlockKind) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

fn column(label: &str, alignment: pulldown_cmark::Alignment) -> Column {
    Column {
        label: label.to_owned(),
        name: None,
        alignment: match alignment {
            pulldown_cmark::Alignment::None => Alignment::None,
            pulldown_cmark::Alignment::Left => Alignment::Left,
            pulldown_cmark::Alignment::Center => Alignment::Center,
            pulldown_cmark::Alignment::Right => Alignment::Right,
        },
        role: ColumnRole::Prose,
        declared: false,
        defined_by: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::outline::outline;

    fn read(text: &str) -> String {
        let source = Arc::new(Source::new("a.md", text));
        outline(&document(&source, 0, Emphasis::CommonMark).value)
    }

    #[test]
    fn alerts_are_known_with_blanks_behind_in_any_case_and_inside_lists() {
        assert_eq!(read("> [!TIP]  \n> Words."), "alert tip(p(Words.))");
        assert_eq!(read("> [!Note]\r\n> Words.\r\n"), "alert note(p(Words.))");
        assert_eq!(
            read("- One\n\n  > [!warning]\n  > Words."),
            "loose list(item(p(One) alert warning(p(Words.))))"
        );
        assert_eq!(read("> [!DANGER]\n> Words."), "quote(p([!DANGER] Words.))");
    }

    #[test]
    fn an_id_stands_behind_a_heading_or_before_its_words() {
        assert_eq!(read("## Codes {#codes}"), "h2#codes(Codes)");
        assert_eq!(read("## <a name=\"codes\"></a>代码"), "h2#codes(代码)");
        assert_eq!(read("## <a id='codes'/>Codes ##"), "h2#codes(Codes)");
        assert_eq!(read("## Codes"), "h2(Codes)");
    }

    #[test]
    fn braces_that_give_no_id_are_words() {
        assert_eq!(read("## Call {name}"), "h2(Call {name})");
        assert_eq!(read("## Call {name} ##"), "h2(Call {name})");
    }

    #[test]
    fn rows_keep_how_many_cells_were_written() {
        let text = "|a|b|\n|-|-|\n|1|2|\n|1|\n|1|2|3|\n";
        assert_eq!(read(text), "table(a,b)(1,2)(1,)/1(1,2)/3");
    }

    #[test]
    fn cells_know_their_bytes() {
        let source = Arc::new(Source::new(
            "a.md",
            "| 代码 | b |\n|-|-|\n|  `x`  | **y** z |\n",
        ));
        let document = document(&source, 0, Emphasis::CommonMark).value;
        let cells: Vec<&str> = document.tables[0].rows[0]
            .cells
            .iter()
            .map(|cell| source.slice(cell.span))
            .collect();
        assert_eq!(cells, ["`x`", "**y** z"]);
    }

    #[test]
    fn links_know_where_their_target_is_written() {
        for (text, target) in [
            ("[a](b.md#c)", "b.md#c"),
            ("[a [b]](<c d.md> \"t\")", "c d.md"),
            ("[a](b(c).md)", "b(c).md"),
            ("<https://a.example>", "https://a.example"),
            ("![a](b.png)", "b.png"),
        ] {
            let source = Arc::new(Source::new("a.md", text));
            let link = document(&source, 0, Emphasis::CommonMark)
                .value
                .links
                .remove(0);
            assert_eq!(source.slice(link.target), target, "{text}");
        }
    }

    #[test]
    fn tight_items_hold_their_words_in_a_paragraph_as_well() {
        assert_eq!(
            read("1. One\n2. Two\n   - [x] Three"),
            "list 1(item(p(One)) item(p(Two) list(item[x](p(Three)))))"
        );
        assert_eq!(
            read("- One\n\n- Two"),
            "loose list(item(p(One)) item(p(Two)))"
        );
    }

    #[test]
    fn footnotes_and_strikethrough_are_read() {
        assert_eq!(read("A[^1] ~~b~~\n\n[^1]: C"), "p(A^1 b) note 1(p(C))");
    }

    #[test]
    fn nothing_nests_deeper_than_a_walk_can_follow() {
        for text in [
            ">".repeat(5_000),
            "- ".repeat(3_000),
            "*a **b ".repeat(2_000),
            "[".repeat(20_000),
        ] {
            let source = Arc::new(Source::new("a.md", text));
            let document = document(&source, 0, Emphasis::CommonMark).value;
            let mut clone = document.blocks.clone();
            clone.clear();
        }
    }

    #[test]
    fn very_many_footnotes_are_left_as_they_are_written() {
        let source = Arc::new(Source::new(
            "a.md",
            "[^a] ".repeat(Limit::Footnotes.usual() + 1),
        ));
        let parsed = document(&source, 0, Emphasis::CommonMark);
        assert_eq!(parsed.diagnostics.len(), 1);
        assert_eq!(parsed.diagnostics[0].rule, "too-many-footnotes");
    }

    /// What is read within a limit, and what is said of the rest.
    fn within(limit: Limit, most: usize, text: &str) -> (String, Vec<String>) {
        let mut limits = Limits::default();
        limits.set(limit, most);
        let source = Arc::new(Source::new("a.md", text));
        let parsed = document_within(&limits, &source, 0, Emphasis::CommonMark);
        let reports = parsed.diagnostics.into_iter().map(|report| {
            let line = report.position().line;
            format!(
                "{line} {} {} {}",
                report.severity.name(),
                report.rule,
                report.message
            )
        });
        (outline(&parsed.value), reports.collect())
    }

    #[test]
    fn what_nests_too_deep_is_read_flat_and_reported_once() {
        let text = "- a\n  - b\n    - c\n    - *d **e***\n";
        assert_eq!(within(Limit::Nesting, 64, text).1, Vec::<String>::new());
        let (found, reports) = within(Limit::Nesting, 1, text);
        assert!(!found.contains("list(item(p(a) list"), "{found}");
        for word in ["a", "b", "c", "d", "e"] {
            assert!(found.contains(word), "{found}");
        }
        let expected = "2 warning limit-exceeded more than 1 levels stand in one another here";
        assert_eq!(reports, [expected]);
    }

    #[test]
    fn rows_behind_the_last_cell_that_is_read_are_left_out_and_reported() {
        let text = "|a|b|\n|-|-|\n|1|2|\n|3|4|\n|5|*6*|\n|7|8|\n\nc\n";
        assert_eq!(
            within(Limit::TableCells, 8, text),
            ("table(a,b)(1,2)(3,4)(5,6)(7,8) p(c)".into(), vec![])
        );
        let (found, reports) = within(Limit::TableCells, 5, text);
        assert_eq!(found, "table(a,b)(1,2)(3,4) p(c)");
        let expected = "5 error limit-exceeded the table has more than 5 cells up to here";
        assert_eq!(reports, [expected]);
    }

    fn faults(text: &str) -> Vec<String> {
        let source = Arc::new(Source::new("a.md", text));
        let parsed = document(&source, 0, Emphasis::CommonMark);
        parsed
            .diagnostics
            .into_iter()
            .map(|it| it.message)
            .collect()
    }

    #[test]
    fn an_alert_may_say_something_on_the_line_of_its_marker() {
        assert_eq!(
            read("> [!NOTE] Words *b*\n> more"),
            "alert note(p(Words b more))"
        );
        assert_eq!(read(">[!tip]Words"), "alert tip(p(Words))");
        assert_eq!(
            read("> [!NOTE]\n> a\n> [!TIP]\n> b"),
            "alert note(p(a)) alert tip(p(b))"
        );
        assert_eq!(
            read("> a\n>\n> [!NOTE]\n> b"),
            "quote(p(a)) alert note(p(b))"
        );
        assert_eq!(read("> `[!NOTE]` a"), "quote(p([!NOTE] a))");
    }

    #[test]
    fn an_alert_that_stands_too_far_in_is_one() {
        let alert = "p(a) alert note(p(b c))";
        for indent in ["    ", "     ", "      ", "       ", "            ", "\t"] {
            let text = format!("a\n\n{indent}> [!NOTE]\n{indent}> b\n{indent}> c\n");
            assert_eq!(read(&text), alert, "{indent:?}");
        }
        assert_eq!(read("a\n    > [!NOTE]\n    > b"), "p(a) alert note(p(b))");
        assert_eq!(
            read("1. a\n        > [!NOTE]\n        > b\n2. c"),
            "list 1(item(p(a) alert note(p(b))) item(p(c)))"
        );
        assert_eq!(
            read("a\n\n    > [!NOTE]\n    b"),
            "p(a) code (> [!NOTE]\nb)"
        );
        assert_eq!(read("```\n    > [!NOTE]\n```"), "code (    > [!NOTE])");
    }

    #[test]
    fn boxes_and_films_are_read_from_quotes() {
        assert_eq!(
            read("> [!div class=\"checklist wide\"]\n> * a\n> * b"),
            "div checklist.wide(list(item(p(a)) item(p(b))))"
        );
        assert_eq!(
            read("> [!DIV class=\"x\"]\n> |a|\n> |-|\n> |b|"),
            "div x(table(a)(b))"
        );
        assert_eq!(
            read("> [!div class='next']\n> [go](b.md)"),
            "div next(p(go))"
        );
        assert_eq!(
            read("- a\n\n  > [!VIDEO https://film.example/a_b_c]\n  > b"),
            "loose list(item(p(a) video(https://film.example/a_b_c) quote(p(b))))"
        );
    }

    #[test]
    fn zones_lie_flat_among_blocks() {
        let text = "a\n::: zone pivot=\"cat,dog\"\n# b\n- c\n::: zone-end\n\n> d\n> :::row:::\n> :::row-end:::";
        let outline = "p(a) ZoneStart[cat/dog] h1(b) list(item(p(c))) ZoneEnd[] quote(p(d) RowStart[] RowEnd[])";
        assert_eq!(read(text), outline);
        let text = "::: moniker range=\">=a-1\"\r\n|a|\r\n|-|\r\n|b|\r\n::: moniker-end\r\nc";
        assert_eq!(
            read(text),
            "MonikerStart[>=a-1] table(a)(b) MonikerEnd[] p(c)"
        );
        let text = ":::row:::\n  :::column span=\"2\":::\n  a\n  :::column-end:::\n:::row-end:::";
        assert_eq!(
            read(text),
            "RowStart[] ColumnStart[] p(a) ColumnEnd[] RowEnd[]"
        );
    }

    #[test]
    fn code_keeps_what_looks_like_the_dialect() {
        let text = "```\n::: zone-end\n$$\n: a\n```\n\n`::: row` `$\\a$`\n\n<!-- ::: zone-end -->";
        let outline = "code (::: zone-end\n$$\n: a) p(::: row $\\a$) html(<!-- ::: zone-end -->)";
        assert_eq!(read(text), outline);
        assert!(faults(text).is_empty());
    }

    #[test]
    fn a_mark_without_its_other_half_is_text() {
        assert_eq!(read("a\n\n::: zone-end\n\nb"), "p(a) p(::: zone-end) p(b)");
        assert_eq!(
            faults("::: zone-end"),
            ["this end of a zone has no beginning"]
        );
        assert_eq!(faults("- ::: zone pivot=\"a\"\n\n::: zone-end").len(), 2);
        let misnested =
            "::: zone pivot=\"a\"\n::: moniker range=\"b\"\n::: zone-end\n::: moniker-end";
        assert_eq!(
            read(misnested),
            "ZoneStart[a] p(::: moniker range=\"b\") ZoneEnd[] p(::: moniker-end)"
        );
        assert_eq!(read("a\n::: tip\nb"), "p(a ::: tip b)");
        assert_eq!(
            faults("a\n::: tip\nb"),
            ["`:::tip` is no directive that Glotta knows"]
        );
        assert_eq!(
            faults(":::image alt-text=\"a\":::"),
            ["`:::image` lacks `source`"]
        );
        assert!(faults("a ::: b :::").is_empty());
        assert_eq!(read("a\n     ::: zone-end\nb"), "p(a ::: zone-end b)");
    }

    #[test]
    fn tabs_begin_with_headings_and_end_with_a_rule() {
        let text = "# [One](#tab/one)\na\n\n# [Two *x*](#tab/two/cat)\nb\n\n---\n\nc";
        let outline = "first TabStart[oneOne] p(a) TabStart[two/catTwo x] p(b) TabsEnd[] p(c)";
        assert_eq!(read(text), outline);
        let source = Arc::new(Source::new("a.md", text));
        let document = document(&source, 0, Emphasis::CommonMark).value;
        assert!(document.headings.is_empty() && document.links.is_empty());
        assert_eq!(
            read("# [a](#tab/a)\nb"),
            "first TabStart[aa] p(b) TabsEnd[]"
        );
        assert_eq!(faults("# [a](#tab/a)\nb"), ["these tabs have no end"]);
        assert_eq!(read("---\n\n# [a](#b)"), "rule h1(a)");
    }

    #[test]
    fn pictures_between_colons_are_images() {
        let text = "a :::image type=\"icon\" source=\"i.png\"::: b\n\n|:::image source=\"c|.png\" alt-text=\"d\":::|e|\n|-|-|\n";
        assert_eq!(read(text), "p(a  b) table(d,e)");
        let source = Arc::new(Source::new("a.md", text));
        let links = document(&source, 0, Emphasis::CommonMark).value.links;
        assert!(links.iter().all(|link| link.image));
        assert_eq!(source.slice(links[0].target), "i.png");
        assert_eq!(links[1].destination, "c|.png");
        let text = ":::image type=\"complex\" source=\"a.png\" alt-text=\"b\" lightbox=\"c.png\":::\n  d\n:::image-end:::";
        assert_eq!(read(text), "p(b) DescriptionStart[] p(d) DescriptionEnd[]");
    }

    #[test]
    fn references_to_apis_are_names_in_code() {
        let code = |text: &str| {
            let source = Arc::new(Source::new("a.md", text));
            let BlockKind::Paragraph(words) = document(&source, 0, Emphasis::CommonMark)
                .value
                .blocks
                .remove(0)
                .kind
            else {
                panic!("no paragraph")
            };
            words[0]
                .kind
                .content()
                .first()
                .unwrap_or(&words[0])
                .kind
                .clone()
        };
        assert_eq!(
            code("<xref:Cat.Feed%2A?displayProperty=fullName>"),
            InlineKind::Code("Cat.Feed".into())
        );
        assert_eq!(code("[](xref:Cat)"), InlineKind::Code("Cat".into()));
        assert_eq!(code("[cats](xref:Cat)"), InlineKind::Text("cats".into()));
        assert_eq!(
            code("<xref href=\"Cat\"/> b"),
            InlineKind::Code("Cat".into())
        );
    }

    #[test]
    fn formulas_keep_their_signs_and_terms_are_defined() {
        assert_eq!(read("a $x_1 \\cdot x_2$ *b*"), "p(a $x_1 \\cdot x_2$ b)");
        assert_eq!(
            read("> $$\n> a\n>\n> *b*\n> $$\n> c"),
            "quote(p($$\na\n\n*b*\n$$) p(c))"
        );
        assert_eq!(read("`$a` and $b *c* $d"), "p($a and $b c $d)");
        assert_eq!(
            read("Cat\n: Purrs\n: Eats\n\nDog\n: Barks"),
            "dl(term(p(Cat)) meaning(p(Purrs)) meaning(p(Eats)) term(p(Dog)) meaning(p(Barks)))"
        );
        assert_eq!(
            read("Cat\n:smile:\n\nDog\n: b"),
            "p(Cat :smile:) dl(term(p(Dog)) meaning(p(b)))"
        );
        assert_eq!(read("a {{b}}  \nc"), "p(a {{b}} c)");
    }

    #[test]
    fn tables_are_read_however_authors_write_them() {
        assert_eq!(read("a|b\n-|-\nc|d"), "table(a,b)(c,d)");
        assert_eq!(read("| | |\n|-|-|\n|a|b|"), "table(,)(a,b)");
        assert_eq!(read("|a|\n|-|\n|b|"), "table(a)(b)");
        assert_eq!(read("> |a|\n> |-|\n> |b|"), "quote(table(a)(b))");
        assert_eq!(
            read("1. a\n\n    |b|\n    |-|\n    |c|"),
            "loose list 1(item(p(a) table(b)(c)))"
        );
    }

    #[test]
    fn long_lines_of_signs_take_no_longer_than_they_must() {
        for sign in [
            "$",
            "$$",
            ":::",
            ":::image ",
            "> [!NOTE] ",
            "$\\a",
            ":::row\n",
            "- $$\n",
            "# [a](#tab/a)\n",
        ] {
            document(
                &Arc::new(Source::new("a.md", sign.repeat(20_000))),
                0,
                Emphasis::CommonMark,
            );
        }
    }
}
