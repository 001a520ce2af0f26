//! The oldest debts of a site.

use serde::Serialize;

use super::findings::anchor;
use super::{CountView, NameView, STATUS, StateView, path_of};
use crate::locale::Locale;
use crate::model::Debt;
use crate::render::edition::Edition;
use crate::render::link;

/// More than this nobody reads before going to the page of a language.
const SHOWN: usize = 20;

#[derive(Serialize)]
pub(super) struct OwedView {
    debts: Vec<DebtView>,
    /// How many are not shown, in words.
    more: Option<String>,
}

#[derive(Serialize)]
struct DebtView {
    day: Option<DayView>,
    name: NameView,
    state: StateView,
    count: CountView,
    language: String,
    lang: String,
    /// The way to what was found.
    findings: String,
}

/// A day, for programs and for readers.
#[derive(Serialize)]
pub(super) struct DayView {
    iso: String,
    text: String,
}

impl DayView {
    pub(super) fn of(debt: &Debt, locale: &Locale) -> Option<Self> {
        let date = debt.date?;
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        let written = locale.date(date.year().into(), month, day);
        Some(DayView {
            iso: date.to_string(),
            text: written.unwrap_or_else(|| date.to_string()),
        })
    }
}

impl OwedView {
    pub(super) fn new(edition: &Edition, debts: &[Debt], locale: &Locale) -> Self {
        let shown = &debts[..debts.len().min(SHOWN)];
        let more = debts.len() - shown.len();
        OwedView {
            debts: shown.iter().map(|it| debt(edition, it, locale)).collect(),
            more: (more > 0).then(|| edition.words(locale).count("debts-more", more)),
        }
    }
}

fn debt(edition: &Edition, debt: &Debt, reader: &Locale) -> DebtView {
    let locale = &edition.site.locales[debt.locale];
    let name = NameView::new(edition, debt.translations, reader, STATUS);
    let way = link::way(STATUS, &path_of(locale));
    DebtView {
        day: DayView::of(debt, reader),
        findings: format!("{way}#{}", link::encoded(&anchor(&name.id))),
        name,
        state: StateView::new(edition.words(reader), debt.state),
        count: debt.count.into(),
        language: edition.name(locale).to_owned(),
        lang: locale.tag().to_owned(),
    }
}
