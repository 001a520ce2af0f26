//! What the front matter of one language can take over from the others without a person's eye.

use crate::check::Comparison;
use crate::check::departure::{Departure, Why};
use crate::model::Entry;

/// The value as another language writes it, where all others agree: the reference and two more, or three.
///
/// Values of several lines are left to a person, because their indentation may be another one here.
pub fn written<'a>(
    comparison: &Comparison<'a>,
    departure: &impl Departure,
    entry: impl Fn(usize) -> Option<&'a Entry>,
) -> Option<&'a str> {
    let others = comparison.members().len() - 1;
    if departure.why() != Why::Departs || departure.supporters().len() < others.max(3) {
        return None;
    }
    let supporter = *departure.supporters().first()?;
    let article = comparison.article(supporter);
    let written = article.source.slice(entry(supporter)?.value_span);
    (!written.is_empty() && !written.contains('\n')).then_some(written)
}
