//! A stretch of running text in all the languages that have it.

use std::slice;

use crate::diagnostic::Span;
use crate::model::{
    Article, Cell, Frame, Inline, InlineKind, SegmentKind, Slot, Table, TableSlot, Translations,
    frames,
};

/// A heading, paragraph, list item or cell in all the languages that have it: what a rule about running text looks at.
#[derive(Debug)]
pub struct Passage<'a> {
    pub place: Place<'a>,
    /// As many as the article has languages.
    texts: Vec<Option<Words<'a>>>,
}

/// Where a passage stands.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// Index of a slot in [`Translations::sections`].
    Heading(usize),
    /// Index of a slot in [`Translations::pieces`], and what kind of segment it is in the first language that has it.
    Piece(usize, SegmentKind),
    Cell {
        slot: &'a TableSlot,
        row: &'a Slot,
        column: usize,
    },
    /// The title of a column.
    Title { slot: &'a TableSlot, column: usize },
}

/// What one language says in a passage.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    pub inlines: &'a [Inline],
    /// The whole passage in its source, with markup.
    pub span: Span,
}

/// A run of letters that a reader sees as prose, outside code, and where it stands.
///
/// Where the text has escapes or entities the source is longer than the text; [`Prose::span_of`] then is the whole run.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'a> {
    pub text: &'a str,
    pub span: Span,
    /// Whether the words lead to another place.
    pub linked: bool,
}

impl Prose<'_> {
    /// Where a range of bytes of the text stands in the source.
    pub fn span_of(&self, start: usize, end: usize) -> Span {
        if self.span.len() == self.text.len() {
            Span::new(self.span.start + start, self.span.start + end)
        } else {
            self.span
        }
    }
}

impl<'a> Words<'a> {
    /// The words that a reader sees, without markup.
    pub fn text(&self) -> String {
        Inline::text(self.inlines)
    }

    /// The letters outside code, run by run in their order; of images the alternative text.
    pub fn prose(&self) -> impl Iterator<Item = Prose<'a>> + Clone + use<'a> {
        Walk::of(self.inlines).filter_map(|(inline, linked)| match &inline.kind {
            InlineKind::Text(text) => Some(Prose {
                text,
                span: inline.span,
                linked,
            }),
            _ => None,
        })
    }

    /// Every inline, those within others too, in the order of the text.
    pub fn each(&self) -> impl Iterator<Item = &'a Inline> + use<'a> {
        Walk::of(self.inlines).map(|(inline, _)| inline)
    }

    /// The code spans with their places.
    pub fn code(&self) -> impl Iterator<Item = (&'a str, Span)> + use<'a> {
        self.each().filter_map(|inline| match &inline.kind {
            InlineKind::Code(code) => Some((code.as_str(), inline.span)),
            _ => None,
        })
    }
}

/// Every inline in the order of the text, each with whether it leads to another place. Nearly every rule walks every passage, so
/// nothing is allocated where no inline stands in another.
#[derive(Clone)]
struct Walk<'a> {
    here: (slice::Iter<'a, Inline>, bool),
    above: Vec<(slice::Iter<'a, Inline>, bool)>,
}

impl<'a> Walk<'a> {
    fn of(inlines: &'a [Inline]) -> Self {
        Walk {
            here: (inlines.iter(), false),
            above: Vec::new(),
        }
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = (&'a Inline, bool);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let linked = self.here.1;
            let Some(inline) = self.here.0.next() else {
                self.here = self.above.pop()?;
                continue;
            };
            let content = inline.kind.content();
            if !content.is_empty() {
                let leads = linked || matches!(inline.kind, InlineKind::Link(..));
                let within = (content.iter(), leads);
                self.above.push(std::mem::replace(&mut self.here, within));
            }
            return Some((inline, linked));
        }
    }
}

impl<'a> Passage<'a> {
    /// What an article says here; `None` where it has no such passage.
    pub fn words(&self, article: usize) -> Option<Words<'a>> {
        self.texts[article]
    }

    pub fn span(&self, article: usize) -> Option<Span> {
        Some(self.texts[article]?.span)
    }

    /// The first line of an article's passage: where a finding about the whole of it points.
    pub fn first_line(&self, article: &Article, index: usize) -> Option<Span> {
        Some(article.source.first_line(self.span(index)?))
    }

    pub fn is_cell(&self) -> bool {
        matches!(self.place, Place::Cell { .. })
    }

    /// "this paragraph", "this heading".
    pub fn name(&self) -> &'static str {
        match self.place {
            Place::Heading(_) => "this heading",
            Place::Cell { .. } => "this cell",
            Place::Title { .. } => "this column's title",
            Place::Piece(_, SegmentKind::Item) => "this list item",
            Place::Piece(_, SegmentKind::Heading) => "this heading",
            Place::Piece(..) => "this paragraph",
        }
    }
}

/// Every passage of one article by itself: headings, running text, then the titles of columns and cells.
pub fn of_article(article: &Article) -> Vec<Words<'_>> {
    let tables = article.tables.iter();
    let rows = tables.flat_map(|table| std::iter::once(&table.header).chain(&table.rows));
    let cells = rows.flat_map(|row| &row.cells).map(|cell| Words {
        inlines: &cell.content,
        span: cell.span,
    });
    let cells = cells.filter(|words| !words.inlines.is_empty());
    of_running_text(article).into_iter().chain(cells).collect()
}

/// The passages of one article by itself that stand outside tables.
pub fn of_running_text(article: &Article) -> Vec<Words<'_>> {
    let headings = article.sections.iter().filter_map(|it| article.heading(it));
    let headings = headings.map(|heading| Words {
        inlines: &heading.content,
        span: heading.span,
    });
    let frames = frames(article).into_iter().map(|frame| Words {
        inlines: frame.words,
        span: frame.span,
    });
    let all = headings.chain(frames);
    all.filter(|words| !words.inlines.is_empty()).collect()
}

/// Every passage of an article: headings, then running text, then the titles of columns and the cells of tables.
pub fn passages<'a>(translations: &'a Translations, frames: &[Vec<Frame<'a>>]) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    passages.extend(headings(translations));
    passages.extend(pieces(translations, frames));
    passages.extend(cells(translations));
    passages
}

fn headings(translations: &Translations) -> impl Iterator<Item = Passage<'_>> {
    let sections = translations.sections.iter().enumerate();
    sections.map(|(at, slot)| {
        let words = |(article, section): (usize, &Option<usize>)| {
            let heading = translations.heading((article, (*section)?))?;
            Some(Words {
                inlines: &heading.content,
                span: heading.span,
            })
        };
        Passage {
            place: Place::Heading(at),
            texts: slot.members.iter().enumerate().map(words).collect(),
        }
    })
}

fn pieces<'a>(
    translations: &'a Translations,
    frames: &[Vec<Frame<'a>>],
) -> impl Iterator<Item = Passage<'a>> {
    let pieces = translations.pieces().iter().enumerate();
    pieces.filter_map(|(at, slot)| {
        let frame = |(article, piece): (usize, usize)| &frames[article][piece];
        let kind = frame(slot.present().next()?).kind;
        let words = |(article, piece): (usize, &Option<usize>)| {
            let frame = frame((article, (*piece)?));
            (!frame.words.is_empty()).then_some(Words {
                inlines: frame.words,
                span: frame.span,
            })
        };
        let texts: Vec<Option<Words>> = slot.members.iter().enumerate().map(words).collect();
        let any = texts.iter().any(Option::is_some);
        any.then_some(Passage {
            place: Place::Piece(at, kind),
            texts,
        })
    })
}

/// The columns' titles and the cells of tables that have the usual columns.
fn cells(translations: &Translations) -> impl Iterator<Item = Passage<'_>> {
    translations.tables.iter().flat_map(move |slot| {
        let titles = (0..slot.roles.len()).map(move |column| Passage {
            place: Place::Title { slot, column },
            texts: texts(translations, slot, move |_, table| {
                table.header.cells.get(column)
            }),
        });
        let cells = slot.rows.iter().flat_map(move |row| {
            (0..slot.roles.len()).map(move |column| Passage {
                place: Place::Cell { slot, row, column },
                texts: texts(translations, slot, move |article, table| {
                    table.rows.get(row.members[article]?)?.cells.get(column)
                }),
            })
        });
        titles.chain(cells)
    })
}

/// What each language says in a cell of a table.
fn texts<'a>(
    translations: &'a Translations,
    slot: &TableSlot,
    cell: impl Fn(usize, &'a Table) -> Option<&'a Cell>,
) -> Vec<Option<Words<'a>>> {
    let words = |article: usize| {
        let cell = cell(article, translations.shaped_table(slot, article)?)?;
        Some(Words {
            inlines: &cell.content,
            span: cell.span,
        })
    };
    (0..translations.articles.len()).map(words).collect()
}
