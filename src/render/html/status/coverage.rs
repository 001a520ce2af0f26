//! How much of each language is current: a bar and its numbers.

use serde::Serialize;

use super::super::head;
use super::{CountView, SHARED, STATUS, StateView, path_of, wording};
use crate::locale::{Locale, Words};
use crate::model::{Count, State, Status, Totals};
use crate::render::edition::Edition;
use crate::render::link;

/// The states that a bar shows, in its order.
const PARTS: [State; 4] = [State::Current, State::Stale, State::Damaged, State::Missing];

/// The table of bars.
#[derive(Serialize)]
pub(super) struct CoverageView {
    states: Vec<MeaningView>,
    rows: Vec<RowView>,
}

/// What a state is called and means.
#[derive(Serialize)]
struct MeaningView {
    #[serde(flatten)]
    state: StateView,
    text: String,
}

#[derive(Serialize)]
struct RowView {
    name: String,
    lang: Option<String>,
    dir: Option<&'static str>,
    href: Option<String>,
    /// Findings that no language has for itself stand in no article of one.
    bar: Option<BarView>,
    numbers: Vec<Option<usize>>,
    count: CountView,
    is_sum: bool,
}

/// A bar, whose parts are in hundredths of a per cent of its width.
#[derive(Serialize)]
struct BarView {
    per_cent: String,
    label: String,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    name: &'static str,
    /// What is laid over the colour, for those who cannot tell colours.
    pattern: Option<&'static str>,
    start: String,
    width: String,
}

impl CoverageView {
    pub(super) fn whole(edition: &Edition, status: &Status, locale: &Locale) -> Self {
        let words = edition.words(locale);
        let languages = status.locales.iter();
        let mut rows: Vec<RowView> = languages
            .map(|index| RowView::of_language(edition, status, words, (*index, locale)))
            .collect();
        let shared = RowView {
            href: Some(link::way(STATUS, SHARED)),
            ..RowView::new(words, "no-single-language", None, status.count_shared())
        };
        rows.push(shared);
        let all = Some(status.totals_all());
        rows.push(RowView {
            is_sum: true,
            ..RowView::new(words, "all-languages", all, status.count_all())
        });
        CoverageView::new(words, rows)
    }

    pub(super) fn of_language(edition: &Edition, status: &Status, index: usize) -> Self {
        let locale = &edition.site.locales[index];
        let words = edition.words(locale);
        let mut row = RowView::of_language(edition, status, words, (index, locale));
        row.href = None;
        CoverageView::new(words, vec![row])
    }

    fn new(words: &Words, rows: Vec<RowView>) -> Self {
        let meaning = |state: State| MeaningView {
            state: StateView::new(words, state),
            text: words.say(wording::meaning(state)),
        };
        CoverageView {
            states: State::ALL.map(meaning).into_iter().collect(),
            rows,
        }
    }
}

impl RowView {
    fn of_language(
        edition: &Edition,
        status: &Status,
        words: &Words,
        (index, reader): (usize, &Locale),
    ) -> Self {
        let locale = &edition.site.locales[index];
        let is_other = locale.folder() != reader.folder();
        let totals = Some(status.totals(index));
        RowView {
            name: edition.name(locale).to_owned(),
            lang: is_other.then(|| locale.tag().to_owned()),
            dir: is_other.then(|| head::direction(locale)),
            href: Some(link::way(STATUS, &path_of(locale))),
            ..RowView::new(words, "", totals, status.count_in(index))
        }
    }

    fn new(words: &Words, name: &str, totals: Option<Totals>, count: Count) -> Self {
        let number = |state: State| Some(totals?.of(state)).filter(|number| *number > 0);
        RowView {
            name: words.say(name),
            lang: None,
            dir: None,
            href: None,
            bar: totals.and_then(|totals| BarView::new(words, totals)),
            numbers: State::ALL.map(number).into_iter().collect(),
            count: count.into(),
            is_sum: false,
        }
    }
}

impl BarView {
    /// Nothing where a language is to have nothing.
    fn new(words: &Words, totals: Totals) -> Option<Self> {
        let per_cent = (totals.coverage()? / 10).to_string();
        let mut before = 0;
        let mut parts = Vec::new();
        let mut label = Vec::new();
        for state in PARTS {
            let number = totals.of(state);
            if number > 0 {
                let word = words.say(wording::name(state));
                label.push(format!("{word} {number}"));
                parts.push(PartView {
                    name: state.name(),
                    pattern: pattern(state),
                    start: share(before, totals.due()),
                    width: share(number, totals.due()),
                });
            }
            before += number;
        }
        Some(BarView {
            per_cent: words.say_with("per-cent", &[("number", &per_cent)]),
            label: label.join(", "),
            parts,
        })
    }
}

/// The pattern of what has to be mended.
fn pattern(state: State) -> Option<&'static str> {
    match state {
        State::Stale => Some("stripes"),
        State::Damaged => Some("dots"),
        _ => None,
    }
}

/// A share as SVG wants it: `12.34%`.
fn share(part: usize, all: usize) -> String {
    let hundredths = part * 10_000 / all;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
