//! Who shows more of a fault than the reference, or than most languages, show in the same passage.

use crate::check::Comparison;

/// A language with more of a fault than is usual in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blame {
    pub article: usize,
    /// Whether every language has the fault, so that it is told once for all.
    pub shared: bool,
}

/// Returns who is to blame. What the reference or most languages have too is the source's own: it is one blame, on the reference
/// or on the first language that has it, whatever the others have of it.
pub fn blame(comparison: &Comparison, count: impl Fn(usize) -> Option<usize>) -> Vec<Blame> {
    let counts: Vec<(usize, usize)> = comparison
        .members()
        .iter()
        .filter_map(|&article| Some((article, count(article)?)))
        .collect();
    if counts.iter().all(|(_, count)| *count == 0) {
        return Vec::new();
    }
    let usual = usual(comparison, &counts);
    let own = counts.iter().filter(|(_, count)| *count > usual);
    let own = own.map(|(article, _)| Blame {
        article: *article,
        shared: false,
    });
    let first = counts.iter().find(|(article, count)| {
        *count > 0
            && comparison
                .cohort
                .reference
                .is_none_or(|reference| reference == *article)
    });
    let source = first.filter(|_| usual > 0).map(|(article, _)| Blame {
        article: *article,
        shared: counts.iter().all(|(_, count)| *count > 0),
    });
    source.into_iter().chain(own).collect()
}

/// How much the reference has, else more than half of the languages have at least.
pub fn usual(comparison: &Comparison, counts: &[(usize, usize)]) -> usize {
    let reference = counts
        .iter()
        .find(|(article, _)| comparison.is_reference(*article));
    if let Some((_, count)) = reference {
        return *count;
    }
    let mut sorted: Vec<usize> = counts.iter().map(|(_, count)| *count).collect();
    sorted.sort_unstable();
    sorted
        .get(sorted.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or(0)
}
