//! What every target says about marks: for whom a zone is, and which versions a range names.

use crate::locale::Words;
use crate::model::{Definition, Mark};

/// The line that stands before what a mark begins; `None` where it needs none.
pub(super) fn caption(words: &Words, mark: &Mark) -> Option<String> {
    match mark {
        Mark::ZoneStart { pivots } if !pivots.is_empty() => {
            let titles: Vec<&str> = pivots.iter().map(|pivot| pivot_title(pivot)).collect();
            let pivots = titles.join(&words.say("between-pivots"));
            Some(words.say_with("zone", &[("pivots", &pivots)]))
        }
        Mark::MonikerStart { range } => Some(words.say_with("moniker", &[("range", range)])),
        Mark::DescriptionStart => Some(words.say("picture-description")),
        _ => None,
    }
}

/// What readers call a pivot: its id, as long as nothing gives it a title.
fn pivot_title(pivot: &str) -> &str {
    pivot
}

/// Terms and what they mean, each group as it stands together.
pub(super) fn groups(definitions: &[Definition]) -> impl Iterator<Item = &[Definition]> {
    definitions.chunk_by(|one, next| one.is_term || !next.is_term)
}
