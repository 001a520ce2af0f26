//! What every target says about marks: for whom a zone is, and which versions a range names.

use super::edition::Edition;
use crate::locale::Locale;
use crate::model::{Definition, Mark};

/// The line that stands before what a mark begins; `None` where it needs none.
pub(super) fn caption(edition: &Edition, locale: &Locale, mark: &Mark) -> Option<String> {
    let words = edition.words(locale);
    match mark {
        Mark::ZoneStart { pivots } if !pivots.is_empty() => {
            let pivots = pivots.iter();
            let titles = pivots.map(|pivot| edition.site.pivot_title(locale, pivot));
            let titles: Vec<&str> = titles.collect();
            let pivots = titles.join(&words.say("between-pivots"));
            Some(words.say_with("zone", &[("pivots", &pivots)]))
        }
        Mark::MonikerStart { range } => Some(words.say_with("moniker", &[("range", range)])),
        Mark::DescriptionStart => Some(words.say("picture-description")),
        _ => None,
    }
}

/// Terms and what they mean, each group as it stands together.
pub(super) fn groups(definitions: &[Definition]) -> impl Iterator<Item = &[Definition]> {
    definitions.chunk_by(|one, next| one.is_term || !next.is_term)
}
