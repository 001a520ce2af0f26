//! The dialect of Microsoft Learn on its way into the tree: quotes that are more, directives, tabs, references to APIs.

use super::directive::{self, DirectiveKind, Picture};
use super::heading;
use super::markdown::{Reader, push_inline};
use super::mask::{Cover, CoverKind};
use super::quote::{self, Kind, Part};
use crate::diagnostic::Span;
use crate::model::{
    AlertKind, Block, BlockKind, Inline, InlineKind, Link, LinkIndex, Mark, percent_decoded,
};

use std::ops::Range;

/// What the address of a reference to an API begins with.
const XREF: &str = "xref:";

impl Reader<'_> {
    /// Reads a block quote, and divides it where the dialect does.
    pub(super) fn quote(
        &mut self,
        alert: Option<(AlertKind, Span)>,
        span: Span,
        depth: usize,
    ) -> Vec<Block> {
        let kind = alert.map_or(Kind::Quote, |(kind, marker)| Kind::Alert(kind, marker));
        let blocks = self.blocks(depth).blocks;
        let parts = quote::parts(self.source, self.trimmed(span), kind, blocks);
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    fn part(&mut self, part: Part) -> Block {
        let blocks = part.blocks;
        let kind = match part.kind {
            Kind::Quote => BlockKind::Quote(blocks),
            Kind::Alert(kind, marker) => BlockKind::Alert {
                kind,
                marker,
                blocks,
            },
            Kind::Div(classes, marker) => BlockKind::Div {
                classes: classes.into(),
                marker,
                blocks,
            },
            Kind::Video(address, marker) => {
                let target = self.place_of(&address, marker);
                BlockKind::Video(self.push_target(part.span, target, false))
            }
        };
        let span = part.span;
        Block { span, kind }
    }

    fn place_of(&self, words: &str, within: Span) -> Span {
        let at = self.source.slice(within).find(words);
        at.map_or(within, |at| {
            Span::new(within.start + at, within.start + at + words.len())
        })
    }

    /// The directive that a block of HTML stands for.
    pub(super) fn line_cover(&self, span: Span) -> Option<&Cover> {
        self.mask.leading(&self.range(span), CoverKind::Line)
    }

    /// Reads the directive or formula that stands on lines of its own.
    pub(super) fn directive(&mut self, span: Span, blocks: &mut Vec<Block>) {
        let Some(cover) = self.line_cover(span) else {
            return;
        };
        let span = Span::from(cover.range.clone()).shifted(self.offset);
        let mut push = |kind: BlockKind| blocks.push(Block { span, kind });
        let text = self.source.slice(span);
        match directive::directive(text).map(|directive| directive.kind) {
            Ok(DirectiveKind::Mark(mark)) => push(BlockKind::Mark(Box::new(mark))),
            Ok(DirectiveKind::Video(range)) => {
                push(BlockKind::Video(self.push_file(span, range, false)));
            }
            Ok(DirectiveKind::Complex(picture)) => {
                push(BlockKind::Paragraph(vec![self.picture(span, &picture)]));
                push(BlockKind::Mark(Box::new(Mark::DescriptionStart)));
            }
            _ => {
                let kind = InlineKind::Math(unquoted(text));
                push(BlockKind::Paragraph(vec![Inline { span, kind }]));
            }
        }
    }

    /// A list that only takes an indent away is not there.
    pub(super) fn push_list(&self, span: Span, kind: BlockKind, blocks: &mut Vec<Block>) {
        let frame = self.mask.leading(&self.range(span), CoverKind::Frame);
        match (frame.is_some(), kind) {
            (true, BlockKind::List { items, .. }) => {
                blocks.extend(items.into_iter().flat_map(|item| item.blocks));
            }
            (_, kind) => blocks.push(Block {
                span: self.trimmed(span),
                kind,
            }),
        }
    }

    /// Whether anything is replaced there.
    pub(super) fn is_covered(&self, span: Span) -> bool {
        !self.mask.covers(&self.range(span)).is_empty()
    }

    fn range(&self, span: Span) -> Range<usize> {
        span.start - self.offset..span.end - self.offset
    }

    /// Reads a stretch of text in which directives or formulas stand.
    pub(super) fn covered(&mut self, span: Span, inlines: &mut Vec<Inline>) {
        let mask = self.mask;
        let covers = mask.covers(&self.range(span));
        let mut at = span.start;
        for cover in covers {
            let cover = Span::from(cover.range.clone()).shifted(self.offset);
            if cover.start >= span.start {
                self.push_words(Span::new(at, cover.start), inlines);
                self.push_covered(cover, inlines);
            }
            at = cover.end;
        }
        self.push_words(Span::new(at.min(span.end), span.end), inlines);
    }

    fn push_words(&self, span: Span, inlines: &mut Vec<Inline>) {
        if !span.is_empty() {
            let kind = InlineKind::Text(self.source.slice(span).to_owned());
            push_inline(inlines, Inline { span, kind });
        }
    }

    fn push_covered(&mut self, span: Span, inlines: &mut Vec<Inline>) {
        let text = self.source.slice(span);
        let kind = match directive::directive(text).map(|directive| directive.kind) {
            Ok(DirectiveKind::Image(picture) | DirectiveKind::Complex(picture)) => {
                return inlines.push(self.picture(span, &picture));
            }
            Ok(DirectiveKind::NoLoc(range)) => {
                return self.push_words(within(span, range), inlines);
            }
            _ if text.starts_with('$') => InlineKind::Math(unquoted(text)),
            _ => return self.push_words(span, inlines),
        };
        inlines.push(Inline { span, kind });
    }

    /// A picture; one that is there in a larger size leads to that.
    fn picture(&mut self, span: Span, picture: &Picture) -> Inline {
        let larger = picture.lightbox.clone();
        let larger = larger.map(|range| self.push_file(span, range, false));
        let index = self.push_file(span, picture.source.clone(), true);
        let alternative = picture.alternative.clone();
        let words = alternative.map(|range| self.words(within(span, range)));
        let kind = InlineKind::Image(LinkIndex::new(index), words.into_iter().collect());
        let image = Inline { span, kind };
        match larger {
            Some(larger) => Inline {
                span,
                kind: InlineKind::Link(LinkIndex::new(larger), vec![image]),
            },
            None => image,
        }
    }

    fn words(&self, span: Span) -> Inline {
        let kind = InlineKind::Text(self.source.slice(span).to_owned());
        Inline { span, kind }
    }

    fn push_file(&mut self, span: Span, range: Range<usize>, image: bool) -> usize {
        self.push_target(span, within(span, range), image)
    }

    /// A link whose destination stands in the text as it is.
    fn push_target(&mut self, span: Span, target: Span, image: bool) -> usize {
        let destination = self.source.slice(target).to_owned();
        self.push_link(Link {
            span,
            target,
            destination,
            title: String::new(),
            image,
            inclusion: None,
        })
    }

    /// Makes a tab of a heading that is nothing but a link to `#tab/id` or `#tab/id/condition`.
    pub(super) fn tab(&mut self, content: Vec<Inline>) -> Result<Mark, Vec<Inline>> {
        let is_tab = |index: usize| self.document.links[index].destination.starts_with("#tab/");
        let index = match &content[..] {
            [
                Inline {
                    kind: InlineKind::Link(index, _),
                    ..
                },
            ] if is_tab(index.get()) => index.get(),
            _ => return Err(content),
        };
        let destination = self.document.links[index].destination.clone();
        let mut names = destination["#tab/".len()..].splitn(2, '/');
        let id = names.next().unwrap_or_default().to_owned();
        let condition = names.next().filter(|it| !it.is_empty()).map(str::to_owned);
        let words = content
            .into_iter()
            .next()
            .map(|link| (link.span, link.kind));
        let title = match words {
            Some((_, InlineKind::Link(_, title))) if self.document.links.len() == index + 1 => {
                title
            }
            // A picture's link goes with the tab's.
            Some((span, kind)) => vec![Inline {
                span,
                kind: InlineKind::Text(Inline::text(kind.content())),
            }],
            None => Vec::new(),
        };
        self.document.links.truncate(index);
        Ok(Mark::TabStart {
            id,
            condition,
            title,
            first: false,
        })
    }

    /// The words of a link; a reference to an API without words shows the API's name.
    pub(super) fn named(&self, index: usize, content: Vec<Inline>) -> Vec<Inline> {
        let link = &self.document.links[index];
        let Some(uid) = xref(&link.destination) else {
            return content;
        };
        let words = Inline::text(&content);
        if !words.is_empty() && words != link.destination {
            return content;
        }
        let span = content.first().map_or(link.target, |first| first.span);
        vec![Inline { span, kind: uid }]
    }
}

/// What stands in a directive.
fn within(span: Span, range: Range<usize>) -> Span {
    Span::from(range).shifted(span.start)
}

/// Without the marks of the quotation that a formula of several lines stands in.
fn unquoted(text: &str) -> String {
    let mut lines = text.lines();
    let mut whole = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        whole.push('\n');
        whole.push_str(line.trim_start_matches([' ', '\t', '>']).trim_end());
    }
    whole
}

/// The name that a reference to an API shows where nothing else is known of it.
fn xref(destination: &str) -> Option<InlineKind> {
    let prefix = destination.get(..XREF.len())?;
    let rest = destination.get(XREF.len()..)?;
    prefix.eq_ignore_ascii_case(XREF).then_some(())?;
    let (uid, query) = rest.split_once('?').unwrap_or((rest, ""));
    let text = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("text="))
        .filter(|text| !text.is_empty());
    Some(match text {
        Some(text) => InlineKind::Text(percent_decoded(&text.replace('+', " "))),
        None => InlineKind::Code(api_name(uid)),
    })
}

/// An asterisk at the end means all overloads of a method, and a number sign begins a place.
fn api_name(uid: &str) -> String {
    let uid = uid.split('#').next().unwrap_or_default();
    percent_decoded(uid).trim_end_matches('*').to_owned()
}

/// The name that `<xref href="uid" />` shows.
pub(super) fn xref_tag(html: &str) -> Option<InlineKind> {
    let name = html.get(..6)?;
    name.eq_ignore_ascii_case("<xref ").then_some(())?;
    let href = heading::attribute(&html[5..], "href")?;
    (!href.is_empty())
        .then(|| InlineKind::Code(api_name(href.split('?').next().unwrap_or_default())))
}
