//! What the rules about blocks have in common: which block each language has in a place, and where a lost one would stand.

use std::collections::{HashMap, HashSet};

use crate::check::Comparison;
use crate::diagnostic::Span;
use crate::model::{Article, MarkKind, Segment, SegmentKind, Slot, Spot};

/// What a block is, as far as languages must agree on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Paragraph,
    /// What begins a list item.
    Item,
    /// A quote or an alert; of which kind is the business of another rule.
    Quote,
    /// A list, and whether it is numbered.
    List(bool),
    Code,
    Html,
    Heading,
    Rule,
    Include,
    Div,
    Video,
    Mark(MarkKind),
}

impl Shape {
    fn of(segment: &Segment) -> Shape {
        match segment.kind {
            SegmentKind::Item if segment.opens => Shape::Item,
            SegmentKind::Paragraph | SegmentKind::Item => Shape::Paragraph,
            SegmentKind::Quote | SegmentKind::Alert(_) => Shape::Quote,
            SegmentKind::List(numbered) => Shape::List(numbered),
            SegmentKind::Code => Shape::Code,
            SegmentKind::Html => Shape::Html,
            SegmentKind::Heading => Shape::Heading,
            SegmentKind::Rule => Shape::Rule,
            SegmentKind::Include => Shape::Include,
            SegmentKind::Div => Shape::Div,
            SegmentKind::Video => Shape::Video,
            SegmentKind::Mark(kind) => Shape::Mark(kind),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Shape::Paragraph => "paragraph",
            Shape::Item => "list item",
            Shape::Quote => "quotation",
            Shape::List(true) => "numbered list",
            Shape::List(false) => "list",
            Shape::Code => "code block",
            Shape::Html => "block of HTML",
            Shape::Heading => "heading inside a list or a quotation",
            Shape::Rule => "horizontal rule",
            Shape::Include => "include",
            Shape::Div => "`[!div]` block",
            Shape::Video => "video",
            Shape::Mark(kind) => kind.name(),
        }
    }

    pub fn is_text(self) -> bool {
        matches!(self, Shape::Paragraph | Shape::Item)
    }
}

/// The blocks of an article's languages.
pub struct Blocks<'c, 'a> {
    pub comparison: &'c Comparison<'a>,
    /// For each article and segment the index of its piece.
    pieces: Vec<Vec<usize>>,
    /// The section slot that most languages have each piece in.
    homes: Vec<usize>,
    /// The index of each piece in the order of everything.
    spots: Vec<usize>,
    /// Sections that an article lacks with most of what stands there.
    lost: HashSet<(usize, usize)>,
}

impl<'c, 'a> Blocks<'c, 'a> {
    pub fn of(comparison: &'c Comparison<'a>) -> Self {
        let translations = comparison.translations;
        let segments = translations.segments().iter();
        let mut pieces: Vec<Vec<usize>> = segments.map(|it| vec![0; it.len()]).collect();
        for (at, slot) in translations.pieces().iter().enumerate() {
            for (article, segment) in slot.present() {
                pieces[article][segment] = at;
            }
        }
        let homes = homes(comparison);
        Blocks {
            comparison,
            pieces,
            lost: lost_sections(comparison, &homes),
            spots: spots(comparison),
            homes,
        }
    }

    pub fn slots(&self) -> &'a [Slot] {
        self.comparison.translations.pieces()
    }

    pub fn segment(&self, at: usize, article: usize) -> Option<&'a Segment> {
        let segment = self.slots()[at].members[article]?;
        Some(&self.comparison.translations.segments()[article][segment])
    }

    pub fn shape(&self, at: usize, article: usize) -> Option<Shape> {
        self.segment(at, article).map(Shape::of)
    }

    /// What an article has in a place. It is silent about what stands in a section that it lacks, and behind its end: those
    /// are faults of their own.
    pub fn state(&self, at: usize, article: usize) -> Option<Option<Shape>> {
        match self.shape(at, article) {
            Some(shape) => Some(Some(shape)),
            None if self.lost.contains(&(article, self.homes[at])) => None,
            None if self.comparison.is_beyond_end(article, Spot::Piece(at)) => None,
            None => Some(None),
        }
    }

    /// Whether an article lacks the heading of the section that most languages have a piece in.
    pub fn lacks_heading(&self, at: usize, article: usize) -> bool {
        let section = &self.comparison.translations.sections[self.homes[at]];
        section.members[article].is_none()
    }

    /// The pieces right before and behind one, with no heading and no table between.
    pub fn neighbours(&self, at: usize) -> impl Iterator<Item = usize> {
        let touch = move |other: &usize| self.spots[*other].abs_diff(self.spots[at]) == 1;
        let behind = (at + 1 < self.spots.len()).then_some(at + 1);
        at.checked_sub(1).into_iter().chain(behind).filter(touch)
    }

    /// The piece of the list or quote that an article's block stands in.
    pub fn parent(&self, at: usize, article: usize) -> Option<usize> {
        let parent = self.segment(at, article)?.parent?;
        Some(self.pieces[article][parent])
    }
}

fn spots(comparison: &Comparison) -> Vec<usize> {
    let spots = comparison.translations.spots().iter().enumerate();
    let pieces = spots.filter(|(_, spot)| matches!(spot, Spot::Piece(_)));
    pieces.map(|(at, _)| at).collect()
}

fn homes(comparison: &Comparison) -> Vec<usize> {
    let translations = comparison.translations;
    let home = |slot: &Slot| {
        let members = slot.present();
        let mut sections: Vec<usize> = members
            .filter(|(article, _)| comparison.members().contains(article))
            .map(|(article, segment)| {
                let section = translations.segments()[article][segment].section;
                translations.section_index((article, section))
            })
            .collect();
        sections.sort_unstable();
        let most = sections.chunk_by(|a, b| a == b).max_by_key(|it| it.len());
        most.map_or(0, |same| same[0])
    };
    translations.pieces().iter().map(home).collect()
}

fn lost_sections(comparison: &Comparison, homes: &[usize]) -> HashSet<(usize, usize)> {
    let translations = comparison.translations;
    let mut lost = HashSet::new();
    for &article in comparison.members() {
        let mut counts = vec![(0usize, 0usize); translations.sections.len()];
        for (slot, home) in translations.pieces().iter().zip(homes) {
            counts[*home].0 += usize::from(slot.members[article].is_some());
            counts[*home].1 += 1;
        }
        for (at, (present, all)) in counts.into_iter().enumerate() {
            if translations.sections[at].members[article].is_none() && present * 2 <= all {
                lost.insert((article, at));
            }
        }
    }
    lost
}

/// The last line of whatever stands before a place of the text in an article; where something lost would follow.
pub struct Gaps {
    /// By article, in the order of everything.
    before: Vec<Vec<Span>>,
    order: HashMap<Spot, usize>,
}

impl Gaps {
    pub fn of(comparison: &Comparison) -> Gaps {
        let articles = 0..comparison.translations.articles.len();
        let spots = comparison.translations.spots().iter().copied();
        Gaps {
            before: articles
                .map(|article| before(comparison, article))
                .collect(),
            order: spots.enumerate().map(|(at, spot)| (spot, at)).collect(),
        }
    }

    pub fn gap(&self, article: usize, spot: Spot) -> Span {
        let at = self.order.get(&spot);
        at.map_or(Span::default(), |at| self.before[article][*at])
    }
}

fn before(comparison: &Comparison, article: usize) -> Vec<Span> {
    let translations = comparison.translations;
    let here = comparison.article(article);
    let start = here.front_matter.span.end;
    let mut last = Span::new(start, start);
    let mut gaps = Vec::with_capacity(translations.spots().len());
    for spot in translations.spots() {
        gaps.push(last);
        let span = match *spot {
            Spot::Section(at) => translations.sections[at].members[article]
                .and_then(|section| here.heading(&here.sections[section]))
                .map(|heading| here.source.first_line(heading.span)),
            Spot::Table(at) => translations
                .table(&translations.tables[at], article)
                .map(|table| last_line(here, table.span)),
            Spot::Piece(at) => translations.pieces()[at].members[article]
                .map(|at| end(here, &translations.segments()[article][at])),
        };
        last = span.unwrap_or(last);
    }
    gaps
}

/// The line after which the next block begins: of what frames others it is the first.
fn end(article: &Article, segment: &Segment) -> Span {
    match segment.kind {
        SegmentKind::Quote | SegmentKind::Alert(_) | SegmentKind::Div | SegmentKind::List(_) => {
            article.source.first_line(segment.span)
        }
        _ => last_line(article, segment.span),
    }
}

/// The last line that is not empty.
fn last_line(article: &Article, span: Span) -> Span {
    let text = article.source.slice(span).trim_end();
    let start = text.rfind('\n').map_or(0, |end| end + 1);
    Span::new(span.start + start, span.start + text.len())
}
