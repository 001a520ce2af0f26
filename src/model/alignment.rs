//! Lays the text of an article's languages along one another, block by block, so that one lost block shifts nothing.

use std::collections::HashMap;

use super::pairing::{self, Step};
use super::segment::{Segment, SegmentKind};
use super::tables::holdings;
use super::{Article, Slot};

/// What beginning another run of lost blocks costs: blocks that were lost were mostly lost together.
const BREAK: f64 = 0.3;

/// A place in the text of all languages: what stands there in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Spot {
    /// The heading of a section: index into `sections`.
    Section(usize),
    /// Index into `pieces`.
    Piece(usize),
    /// Index into `tables`.
    Table(usize),
}

/// The text of all languages side by side.
pub(super) struct Alignment {
    pub pieces: Vec<Slot>,
    pub tables: Vec<Slot>,
    /// Everything in the order of the text.
    pub spots: Vec<Spot>,
    pub stretches: Vec<f64>,
}

/// What is laid along something of the same sort in other languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    /// Index into the slots of sections.
    Section(usize),
    Segment(usize),
    Table(usize),
}

/// One language's text.
struct Text<'a> {
    article: &'a Article,
    segments: &'a [Segment],
    elements: Vec<Element>,
    /// What each table holds that no language changes.
    holdings: Vec<Vec<u64>>,
    /// How deep each segment lies in lists and quotes.
    depths: Vec<usize>,
    /// The logarithm of how much longer the language is than the pivot.
    stretch: f64,
}

/// A thing of the text in the first language that has it, and in all that have it.
struct Line {
    leader: (usize, Element),
    members: Vec<Option<Element>>,
}

/// Lays every language's text along the pivot's.
///
/// Sections that both have are laid along each other. A section that one of them lacks goes with the one before it: where
/// only its heading was lost, what stood below it is found there.
pub(super) fn align(
    articles: &[Article],
    segments: &[Vec<Segment>],
    sections: &[Slot],
    pivot: usize,
) -> Alignment {
    let mut texts: Vec<Text> = articles
        .iter()
        .zip(segments)
        .enumerate()
        .map(|(at, (article, segments))| Text::of(at, article, segments, sections))
        .collect();
    for at in 0..texts.len() {
        texts[at].stretch = stretch(&texts[at], &texts[pivot], sections, (at, pivot));
    }
    let mut lines: Vec<Line> = Vec::new();
    for at in std::iter::once(pivot).chain((0..texts.len()).filter(|at| *at != pivot)) {
        lines = add(lines, &texts, sections, (at, pivot));
    }
    Alignment {
        stretches: texts.iter().map(|text| text.stretch).collect(),
        ..collect(&lines, texts.len())
    }
}

impl<'a> Text<'a> {
    fn of(at: usize, article: &'a Article, segments: &'a [Segment], sections: &[Slot]) -> Text<'a> {
        let own = sections.iter().enumerate();
        let slots: HashMap<usize, usize> = own
            .filter_map(|(slot, section)| Some((section.members[at]?, slot)))
            .collect();
        let mut depths: Vec<usize> = Vec::with_capacity(segments.len());
        for segment in segments {
            depths.push(segment.parent.map_or(0, |parent| depths[parent] + 1));
        }
        let mut elements = Vec::new();
        for section in 0..article.sections.len() {
            elements.extend(slots.get(&section).map(|slot| Element::Section(*slot)));
            elements.extend(contents(article, segments, section));
        }
        Text {
            article,
            segments,
            elements,
            holdings: article.tables.iter().map(holdings).collect(),
            depths,
            stretch: 0.0,
        }
    }
}

/// The segments and tables of a section in the order of the text.
fn contents(article: &Article, segments: &[Segment], section: usize) -> Vec<Element> {
    let own = segments.partition_point(|segment| segment.section < section)
        ..segments.partition_point(|segment| segment.section <= section);
    let tables = article
        .tables
        .partition_point(|table| table.section < section)
        ..article
            .tables
            .partition_point(|table| table.section <= section);
    let mut all: Vec<(usize, Element)> = own
        .map(|at| (segments[at].span.start, Element::Segment(at)))
        .chain(tables.map(|at| (article.tables[at].header.span.start, Element::Table(at))))
        .collect();
    all.sort_by_key(|(start, _)| *start);
    all.into_iter().map(|(_, element)| element).collect()
}

/// How much longer a language is than the pivot: the median of the sections that have the same build (Gale and Church 1993).
fn stretch(text: &Text, pivot: &Text, sections: &[Slot], (at, other): (usize, usize)) -> f64 {
    let length = |segments: &[Segment]| -> usize {
        let running = segments.iter().filter(|segment| is_running(segment.kind));
        running.map(|segment| segment.length).sum()
    };
    let own = |text: &Text<'_>, section: usize| {
        let until = |section: usize| text.segments.partition_point(|it| it.section < section);
        until(section)..until(section + 1)
    };
    let mut ratios: Vec<f64> = sections
        .iter()
        .filter_map(|slot| {
            let here = &text.segments[own(text, slot.members[at]?)];
            let there = &pivot.segments[own(pivot, slot.members[other]?)];
            let alike = here
                .iter()
                .map(|it| it.kind)
                .eq(there.iter().map(|it| it.kind));
            let (here, there) = (length(here), length(there));
            (alike && here > 0 && there > 0).then(|| (here as f64 / there as f64).ln())
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    match ratios.get(ratios.len() / 2) {
        Some(median) => *median,
        // A lost block changes the sum of few lengths, and a divided one their median: mostly one of the two is sound.
        None => {
            let sums = (length(text.segments) as f64 + 1.0) / (length(pivot.segments) as f64 + 1.0);
            let medians = usual_length(text.segments) / usual_length(pivot.segments);
            let (sums, medians) = (sums.ln(), medians.ln());
            let nearest = if sums.abs() < medians.abs() {
                sums
            } else {
                medians
            };
            nearest.clamp(-1.5, 1.5)
        }
    }
}

/// The median of the lengths of running text.
fn usual_length(segments: &[Segment]) -> f64 {
    let running = segments.iter().filter(|segment| is_running(segment.kind));
    let mut lengths: Vec<usize> = running.map(|segment| segment.length).collect();
    lengths.sort_unstable();
    lengths
        .get(lengths.len() / 2)
        .map_or(1.0, |length| (*length).max(1) as f64)
}

fn is_running(kind: SegmentKind) -> bool {
    use SegmentKind::{Heading, Item, Paragraph};
    matches!(kind, Paragraph | Item | Heading)
}

/// Lays one more language along what there is.
fn add(
    lines: Vec<Line>,
    texts: &[Text],
    sections: &[Slot],
    (at, pivot): (usize, usize),
) -> Vec<Line> {
    let elements = &texts[at].elements;
    let cuts = |element: &Element| match element {
        Element::Section(slot) => {
            let members = &sections[*slot].members;
            members[at].is_some() && members[pivot].is_some()
        }
        _ => false,
    };
    let here = chunks(elements.len(), |it| cuts(&elements[it]));
    let there = chunks(lines.len(), |it| cuts(&lines[it].leader.1));
    if lines.is_empty() || here.len() != there.len() {
        let steps = steps(&lines, texts, at, elements);
        return merge(lines, steps, elements, at, texts.len());
    }
    let mut rest = lines.into_iter();
    let mut merged = Vec::new();
    for (here, there) in here.into_iter().zip(there) {
        let lines: Vec<Line> = rest.by_ref().take(there.len()).collect();
        let steps = steps(&lines, texts, at, &elements[here.clone()]);
        merged.extend(merge(lines, steps, &elements[here], at, texts.len()));
    }
    merged
}

/// Splits a sequence before each thing that begins a chunk; what stands before the first is a chunk too.
fn chunks(len: usize, begins: impl Fn(usize) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut starts: Vec<usize> = vec![0];
    starts.extend((0..len).filter(|at| begins(*at)));
    let ends = starts[1..].iter().copied().chain([len]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

fn steps(lines: &[Line], texts: &[Text], at: usize, elements: &[Element]) -> Vec<Step> {
    let compare = |line: usize, place: usize| {
        let (leader, element) = lines[line].leader;
        likeness((&texts[leader], element), (&texts[at], elements[place]))
    };
    if are_alike(lines, texts, at, elements) {
        return (0..lines.len()).map(|it| (Some(it), Some(it))).collect();
    }
    pairing::align_in_runs(lines.len(), elements.len(), BREAK, compare)
}

/// Whether the same kinds stand in the same order: then they are the same things, however differently they read, unless
/// several hold things that have nothing to do with each other.
fn are_alike(lines: &[Line], texts: &[Text], at: usize, elements: &[Element]) -> bool {
    let mut strange = 0;
    lines.len() == elements.len()
        && lines.iter().zip(elements).all(|(line, element)| {
            let (leader, other) = line.leader;
            match (other, *element) {
                (Element::Section(a), Element::Section(b)) => a == b,
                (Element::Table(_), Element::Table(_)) => true,
                (Element::Segment(a), Element::Segment(b)) => {
                    let (a, b) = (&texts[leader].segments[a], &texts[at].segments[b]);
                    strange += usize::from(are_strangers(a, b));
                    a.kind == b.kind && a.opens == b.opens && strange < 2
                }
                _ => false,
            }
        })
}

fn are_strangers(one: &Segment, other: &Segment) -> bool {
    let both = !one.tokens.is_empty() && !other.tokens.is_empty();
    both && is_running(one.kind) && pairing::overlap(&one.tokens, &other.tokens) == 0.0
}

fn merge(
    lines: Vec<Line>,
    steps: Vec<Step>,
    elements: &[Element],
    at: usize,
    all: usize,
) -> Vec<Line> {
    let mut old = lines.into_iter();
    let step = |(line, place): Step| {
        let element = place.map(|place| elements[place]);
        let line = line.and_then(|_| old.next());
        let mut line = line.unwrap_or_else(|| Line {
            leader: (at, element.expect("a step is in one sequence at least")),
            members: vec![None; all],
        });
        line.members[at] = element;
        line
    };
    steps.into_iter().map(step).collect()
}

fn collect(lines: &[Line], all: usize) -> Alignment {
    let mut alignment = Alignment {
        pieces: Vec::new(),
        tables: Vec::new(),
        spots: Vec::new(),
        stretches: Vec::new(),
    };
    let mut seen = std::collections::HashSet::new();
    for line in lines {
        let index = |member: &Option<Element>| match member {
            Some(Element::Segment(at) | Element::Table(at)) => Some(*at),
            _ => None,
        };
        let slot = Slot {
            members: line.members.iter().map(index).collect(),
        };
        debug_assert_eq!(slot.members.len(), all);
        let (into, spot): (_, fn(usize) -> Spot) = match line.leader.1 {
            Element::Section(section) => {
                if seen.insert(section) {
                    alignment.spots.push(Spot::Section(section));
                }
                continue;
            }
            Element::Segment(_) => (&mut alignment.pieces, Spot::Piece),
            Element::Table(_) => (&mut alignment.tables, Spot::Table),
        };
        alignment.spots.push(spot(into.len()));
        into.push(slot);
    }
    alignment
}

/// How probable it is that two things are the same.
fn likeness(one: (&Text, Element), other: (&Text, Element)) -> f64 {
    match (one.1, other.1) {
        (Element::Section(a), Element::Section(b)) => f64::from(u8::from(a == b)) * 4.0,
        (Element::Table(a), Element::Table(b)) => table_likeness((one.0, a), (other.0, b)),
        (Element::Segment(a), Element::Segment(b)) => segment_likeness((one.0, a), (other.0, b)),
        _ => 0.0,
    }
}

fn table_likeness((one, a): (&Text, usize), (other, b): (&Text, usize)) -> f64 {
    let widths = (
        one.article.tables[a].columns.len(),
        other.article.tables[b].columns.len(),
    );
    let width = if widths.0 == widths.1 { 0.2 } else { 0.0 };
    0.35 + width + 0.45 * pairing::overlap(&one.holdings[a], &other.holdings[b])
}

fn segment_likeness((one, a): (&Text, usize), (other, b): (&Text, usize)) -> f64 {
    let depth = if one.depths[a] == other.depths[b] {
        1.0
    } else {
        0.9
    };
    let stretch = other.stretch - one.stretch;
    let (one, other) = (&one.segments[a], &other.segments[b]);
    let opens = if one.opens == other.opens { 1.0 } else { 0.85 };
    let kind = kind_likeness(one.kind, other.kind) * depth * opens;
    if kind < 0.5 {
        return kind;
    }
    let tokens = match one.tokens.is_empty() && other.tokens.is_empty() {
        true => 0.6,
        false => pairing::overlap(&one.tokens, &other.tokens),
    };
    let stretch = if is_running(one.kind) { stretch } else { 0.0 };
    let marks = f64::from(u8::from(one.marks.0 == other.marks.0))
        + f64::from(u8::from(one.marks.1 == other.marks.1));
    let like = 0.35 + 0.35 * tokens + 0.2 * length_likeness(one, other, stretch) + 0.05 * marks;
    (kind * like).max(0.3)
}

/// Whether the one is as much longer than the other as its language is; short texts vary more.
fn length_likeness(one: &Segment, other: &Segment, stretch: f64) -> f64 {
    let (short, long) = (one.length as f64 + 1.0, other.length as f64 + 1.0);
    let spread = 0.25 + 1.5 / short.max(long).sqrt();
    let distance = ((long / short).ln() - stretch) / spread;
    (-0.5 * distance * distance).exp()
}

fn kind_likeness(one: SegmentKind, other: SegmentKind) -> f64 {
    use SegmentKind::{Alert, Code, Html, Include, Item, List, Paragraph, Quote};
    match (one, other) {
        (a, b) if a == b => 1.0,
        (Alert(_), Alert(_)) | (List(_), List(_)) => 0.9,
        // An alert that lost its marker is a quote.
        (Alert(_), Quote) | (Quote, Alert(_)) => 0.7,
        (Paragraph, Item) | (Item, Paragraph) => 0.7,
        // An include whose brackets were damaged is a paragraph.
        (Paragraph | Item, Include) | (Include, Paragraph | Item) => 0.5,
        // A paragraph that stands too far right is code.
        (Paragraph | Item, Code | Html) | (Code | Html, Paragraph | Item) => 0.31,
        _ => 0.0,
    }
}
