//! What readers should know of a text before they rely on it: its language, who translated it, whether its source has changed.

use super::edition::{Edition, Place};
use crate::model::short_version;

/// What readers are told above a text, in the language of the page.
pub(super) struct Notice {
    pub(super) text: String,
    /// Whether the text may mislead: it is old, or nobody went over it.
    pub(super) warns: bool,
    /// What it is known by.
    pub(super) facts: Option<String>,
    /// The page to read instead, where there is one that the next notice does not name as well.
    pub(super) original: Option<Place>,
}

/// Returns what readers of a page are told above its text.
pub(super) fn notices(edition: &Edition, place: Place) -> Vec<Notice> {
    let all = [untranslated, machine, stale].into_iter();
    let mut notices: Vec<Notice> = all.filter_map(|notice| notice(edition, place)).collect();
    for at in 1..notices.len() {
        if notices[at - 1].original == notices[at].original {
            notices[at - 1].original = None;
        }
    }
    notices
}

/// The text is in another language than the page.
fn untranslated(edition: &Edition, place: Place) -> Option<Notice> {
    if !edition.is_fallback(place) {
        return None;
    }
    let locale = edition.locale(place);
    let language = edition.name_in(locale, &edition.article(place).locale);
    let words = edition.words(locale);
    Some(Notice {
        text: words.say_with("untranslated-text", &[("language", &language)]),
        warns: false,
        facts: None,
        original: Some(edition.original(place)),
    })
}

/// The text says that a machine translated it.
fn machine(edition: &Edition, place: Place) -> Option<Notice> {
    let is_machine = edition.article(place).is_machine_translated();
    is_machine.then(|| Notice {
        text: edition
            .words(edition.locale(place))
            .say("machine-translated"),
        warns: true,
        facts: None,
        original: source(edition, place),
    })
}

/// The source has changed since the text was translated.
fn stale(edition: &Edition, place: Place) -> Option<Notice> {
    let currency = edition.translations(place).currency(place.article);
    let currency = currency.filter(|currency| currency.is_stale())?;
    let versions = [
        ("version", short_version(currency.version)),
        ("current", short_version(&currency.source.version)),
    ];
    let words = edition.words(edition.locale(place));
    Some(Notice {
        text: words.say("stale-text"),
        warns: true,
        facts: Some(words.say_with("stale-facts", &versions)),
        original: source(edition, place),
    })
}

/// The page of the text that a translation was made from.
pub(super) fn source(edition: &Edition, place: Place) -> Option<Place> {
    let reference = edition.translations(place).reference;
    let article = reference.filter(|reference| *reference != place.article)?;
    Some(edition.original(Place { article, ..place }))
}
