//! `block-structure`: a paragraph, list item, quotation or other block is missing, surplus, or of another kind.

use std::collections::{HashMap, HashSet};

use super::blocks::{Blocks, Gaps, Shape};
use crate::check::departure::{Difference, Why};
use crate::check::{Comparison, Findings, Rule, Scope};
use crate::diagnostic::{Diagnostic, Fault, Severity, Shift};
use crate::model::{Inline, InlineKind, Segment, SegmentKind, Spot, overlap};

pub static RULE: Rule = Rule {
    fault: Fault {
        name: "block-structure",
        severity: Severity::Error,
        summary: "a paragraph, list item, quotation or other block is missing, surplus, or of another kind",
    },
    scope: Scope::Cohort(check),
    enabled: true,
};

/// Above this share of differing blocks an article is built otherwise as a whole, which is told once.
const OTHERWISE: f64 = 0.4;

/// Fewer differing blocks than this are always told one by one.
const FEW: usize = 8;

type Departing = Difference<Option<Shape>>;

fn check(comparison: &Comparison, findings: &mut Findings) {
    let blocks = Blocks::of(comparison);
    let mut departures: Vec<(usize, Departing)> = Vec::new();
    for at in 0..blocks.slots().len() {
        findings.examine();
        if is_alert(&blocks, at) {
            continue;
        }
        let differences = comparison.differences(|article| blocks.state(at, article));
        departures.extend(differences.into_iter().map(|difference| (at, difference)));
    }
    if departures.is_empty() {
        return;
    }
    departures.retain(|(at, difference)| {
        !is_told_elsewhere(&blocks, *at, difference) && is_of_one_version(comparison, difference)
    });
    let moved = take_moved(&blocks, &mut departures);
    let gaps = Gaps::of(comparison);
    for &article in comparison.members() {
        let own = departures.iter().filter(|(_, it)| it.article == article);
        let own: Vec<&(usize, Departing)> = own.collect();
        let here = (0..blocks.slots().len()).filter(|at| blocks.shape(*at, article).is_some());
        let many = own.len() >= FEW && own.len() as f64 > OTHERWISE * here.count() as f64;
        for (at, difference) in own.iter().take(if many { 1 } else { usize::MAX }) {
            let event = match moved.contains(&(*at, article)) {
                true => Event::Moved,
                false => event(&blocks, *at, difference),
            };
            let host = (event == Event::Merged).then(|| host(&blocks, *at, difference));
            if host
                .flatten()
                .is_some_and(|host| has_line_break(&blocks, host, article))
            {
                continue;
            }
            let mut finding = finding(&blocks, &gaps, *at, event, difference, findings);
            if many {
                finding.message = format!(
                    "the article is built otherwise than in other languages: {} blocks differ, the first of them here",
                    own.len()
                );
            }
            findings.push(finding);
        }
    }
}

/// Alerts have a rule of their own.
fn is_alert(blocks: &Blocks, at: usize) -> bool {
    let mut members = blocks.comparison.members().iter();
    members.any(|&article| {
        let segment = blocks.segment(at, article);
        segment.is_some_and(|it| matches!(it.kind, SegmentKind::Alert(_)))
    })
}

/// Whether the list or quotation around the block differs as well: then that is the fault.
fn is_told_elsewhere(blocks: &Blocks, at: usize, difference: &Departing) -> bool {
    let article = difference.article;
    let lacks = |other: usize, place: usize| blocks.shape(place, other).is_none();
    let found = blocks.shape(at, article);
    let lost_with_frame = difference.supporters.iter().any(|&witness| {
        let parent = blocks.parent(at, witness);
        parent.is_some_and(|parent| lacks(article, parent))
    });
    let came_with_frame = blocks.parent(at, article).is_some_and(|parent| {
        let mut witnesses = difference.supporters.iter();
        witnesses.any(|&witness| lacks(witness, parent))
    });
    match (difference.expected, found) {
        // Without the heading between them two lists are one.
        (Some(Shape::List(_)), None) if blocks.lacks_heading(at, article) => true,
        (Some(_), None) => lost_with_frame,
        (None, Some(_)) => came_with_frame,
        (Some(expected), Some(found)) if expected.is_text() && found.is_text() => {
            lost_with_frame || came_with_frame
        }
        _ => false,
    }
}

/// A source of another version may well have had other blocks.
fn is_of_one_version(comparison: &Comparison, difference: &Departing) -> bool {
    difference.why != Why::Departs || comparison.shift(difference) == Shift::Usual
}

/// The items of a list that stand in another order: a language may sort the items that have no number by its own alphabet.
///
/// Takes them out of the departures, save those of numbered lists, which are returned by piece and article.
fn take_moved(
    blocks: &Blocks,
    departures: &mut Vec<(usize, Departing)>,
) -> HashSet<(usize, usize)> {
    type Kin = (usize, usize);
    let mut lost: HashMap<Kin, Vec<usize>> = HashMap::new();
    let mut surplus: HashMap<Kin, Vec<usize>> = HashMap::new();
    for (at, difference) in departures.iter() {
        let article = difference.article;
        let (owner, into) = match (difference.expected, blocks.shape(*at, article)) {
            (Some(Shape::Item), None) => (difference.supporters.first().copied(), &mut lost),
            (None, Some(Shape::Item)) => (Some(article), &mut surplus),
            _ => continue,
        };
        if let Some(list) = owner.and_then(|owner| blocks.parent(*at, owner)) {
            into.entry((article, list)).or_default().push(*at);
        }
    }
    let (mut taken, mut moved) = (HashSet::new(), HashSet::new());
    for ((article, list), lost) in &lost {
        let Some(surplus) = surplus.get(&(*article, *list)) else {
            continue;
        };
        let pairs = lost.iter().zip(surplus);
        let numbered = blocks.shape(*list, *article) == Some(Shape::List(true));
        for (lost, surplus) in pairs {
            taken.insert((*lost, *article));
            let into = if numbered { &mut moved } else { &mut taken };
            into.insert((*surplus, *article));
        }
    }
    departures.retain(|(at, difference)| !taken.contains(&(*at, difference.article)));
    moved
}

/// Whether a language divides its text by line breaks where others begin a paragraph.
fn has_line_break(blocks: &Blocks, at: usize, article: usize) -> bool {
    let frame = blocks.comparison.frame(&blocks.slots()[at], article);
    let is_break = |inline: &Inline| match &inline.kind {
        InlineKind::Html(tag) => tag
            .get(1..3)
            .is_some_and(|it| it.eq_ignore_ascii_case("br")),
        kind => *kind == InlineKind::HardBreak,
    };
    frame.is_some_and(|frame| frame.words.iter().any(is_break))
}

/// What happened to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Missing(Shape),
    Surplus(Shape),
    /// Is the second, and should be the first.
    Changed(Shape, Shape),
    Split,
    Merged,
    /// Stands elsewhere in its numbered list.
    Moved,
}

fn event(blocks: &Blocks, at: usize, difference: &Departing) -> Event {
    let article = difference.article;
    match (difference.expected, blocks.shape(at, article)) {
        (Some(expected), None) if host(blocks, at, difference).is_some() => match expected {
            shape if shape.is_text() => Event::Merged,
            shape => Event::Missing(shape),
        },
        (None, Some(shape)) if shape.is_text() && is_split(blocks, at, difference) => Event::Split,
        (Some(expected), None) => Event::Missing(expected),
        (None, Some(found)) => Event::Surplus(found),
        (expected, found) => Event::Changed(
            expected.unwrap_or(Shape::Paragraph),
            found.unwrap_or(Shape::Paragraph),
        ),
    }
}

fn finding(
    blocks: &Blocks,
    gaps: &Gaps,
    at: usize,
    event: Event,
    difference: &Departing,
    findings: &Findings,
) -> Diagnostic {
    let (comparison, article) = (blocks.comparison, difference.article);
    let place = |other: usize| {
        let segment = blocks.segment(at, other)?;
        Some(comparison.article(other).source.first_line(segment.span))
    };
    let span = place(article).unwrap_or_else(|| gaps.gap(article, Spot::Piece(at)));
    let mut diagnostic = findings
        .found(
            comparison.article(article),
            span,
            message(event, difference.why),
        )
        .help(help(event, difference.why));
    diagnostic.expected = described(difference.expected);
    diagnostic.found = described(blocks.shape(at, article));
    let witness = difference.supporters.iter().find_map(|it| place(*it));
    if matches!(event, Event::Missing(_)) && witness.is_some() {
        diagnostic = diagnostic.label("it belongs behind this line");
    }
    comparison
        .decided(diagnostic, difference, place)
        .shifted(shift(event))
}

fn described(shape: Option<Shape>) -> Option<String> {
    Some(shape.map_or("nothing", Shape::name).to_owned())
}

/// A paragraph that was split or merged says the same, and so does a list that lost its frame.
fn shift(event: Event) -> Shift {
    match event {
        Event::Split | Event::Merged | Event::Moved => Shift::Lower,
        Event::Missing(Shape::List(_)) | Event::Surplus(Shape::List(_)) => Shift::Lower,
        Event::Changed(Shape::List(_), Shape::List(_)) => Shift::Lower,
        _ => Shift::Usual,
    }
}

fn message(event: Event, why: Why) -> String {
    let a = |shape: Shape| match shape {
        Shape::Include => "an include".to_owned(),
        shape => format!("a {}", shape.name()),
    };
    match (why, event) {
        (_, Event::Moved) => {
            "this item stands in another place of its list than in other languages".to_owned()
        }
        (Why::Divided, Event::Changed(one, other)) => {
            format!(
                "languages disagree whether this is {} or {}",
                a(other),
                a(one)
            )
        }
        (Why::Divided, Event::Missing(shape) | Event::Surplus(shape)) => {
            format!("languages disagree whether {} stands here", a(shape))
        }
        (Why::Divided, _) => "languages disagree whether this is one paragraph or two".to_owned(),
        (Why::Doubted, Event::Missing(shape)) => {
            format!(
                "the reference lacks {} that most languages have here",
                a(shape)
            )
        }
        (Why::Doubted, Event::Surplus(shape)) => {
            format!("most languages lack this {} of the reference", shape.name())
        }
        (Why::Doubted, Event::Changed(expected, found)) => {
            format!(
                "this is {} in the reference and {} in most languages",
                a(found),
                a(expected)
            )
        }
        (Why::Doubted, _) => "most languages divide the paragraphs here otherwise".to_owned(),
        (Why::Departs, Event::Missing(Shape::List(_))) => {
            "a list of other languages does not begin here".to_owned()
        }
        (Why::Departs, Event::Surplus(Shape::List(_))) => {
            "a list begins here that other languages do not have".to_owned()
        }
        (Why::Departs, Event::Missing(shape)) => {
            format!("{} of other languages is missing here", a(shape))
        }
        (Why::Departs, Event::Surplus(shape)) => {
            format!("this {} is in no other language", shape.name())
        }
        (Why::Departs, Event::Changed(expected, found)) => {
            format!("this is {} instead of {}", a(found), a(expected))
        }
        (Why::Departs, Event::Split) => {
            "this belongs to the text beside it, which is one block in other languages".to_owned()
        }
        (Why::Departs, Event::Merged) => "two blocks of other languages are one here".to_owned(),
    }
}

fn help(event: Event, why: Why) -> &'static str {
    match (why, event) {
        (_, Event::Moved) => "give the steps the order that they have elsewhere",
        (Why::Divided | Why::Doubted, _) => "find out which is right, and make the languages alike",
        (_, Event::Missing(Shape::List(_)) | Event::Surplus(Shape::List(_))) => {
            "look at empty lines and indentation, which join and divide lists"
        }
        (_, Event::Missing(_)) => "translate it and put it here",
        (_, Event::Surplus(_)) => "remove it, or add it to the other languages",
        (_, Event::Changed(..)) => {
            "look at the marks and the indentation at the beginning of its lines"
        }
        (_, Event::Split) => "remove the empty line that divides it",
        (_, Event::Merged) => "divide it with an empty line where the other languages do",
    }
}

/// The block before or behind a lost one that says what both say elsewhere.
fn host(blocks: &Blocks, at: usize, difference: &Departing) -> Option<usize> {
    let (article, witness) = (difference.article, *difference.supporters.first()?);
    let lost = blocks.segment(at, witness)?;
    blocks.neighbours(at).find(|&near| {
        let segments = (blocks.segment(near, article), blocks.segment(near, witness));
        let (Some(here), Some(there)) = segments else {
            return false;
        };
        is_whole(blocks, (here, article), (there, lost, witness))
    })
}

/// Whether a surplus block is part of what the one before or behind it says elsewhere.
fn is_split(blocks: &Blocks, at: usize, difference: &Departing) -> bool {
    let article = difference.article;
    let Some(&witness) = difference.supporters.first() else {
        return false;
    };
    let Some(surplus) = blocks.segment(at, article) else {
        return false;
    };
    blocks.neighbours(at).any(|near| {
        let (Some(here), Some(there)) =
            (blocks.segment(near, article), blocks.segment(near, witness))
        else {
            return false;
        };
        is_whole(blocks, (there, witness), (here, surplus, article))
    })
}

/// Whether one block of a language says what two of another say: by its length and by what no translation changes.
fn is_whole(
    blocks: &Blocks,
    (whole, language): (&Segment, usize),
    (first, second, other): (&Segment, &Segment, usize),
) -> bool {
    let stretches = &blocks.comparison.translations.stretches();
    let usual = stretches[language] - stretches[other];
    let far =
        |length: usize| ((whole.length.max(1) as f64 / length.max(1) as f64).ln() - usual).abs();
    let mut both = [first.tokens.as_slice(), second.tokens.as_slice()].concat();
    both.sort_unstable();
    let fits = overlap(&whole.tokens, &both) >= overlap(&whole.tokens, &first.tokens);
    let (together, alone) = (far(first.length + second.length), far(first.length));
    fits && together < 0.3 && together + 0.1 < alone
}
