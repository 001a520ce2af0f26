//! Finds what corresponds to what in several sequences, so that one lost thing does not shift what follows.

use super::Slot;

/// Below this likeness two things are not the same thing.
const UNLIKE: f64 = 0.3;

/// Above this many comparisons two sequences are paired by position: nobody wrote them by hand.
const COMPARISONS: usize = 4_000_000;

/// A thing of one sequence: the sequence's number, and its place in it.
pub type Item = (usize, usize);

/// Pairs the things of several sequences.
///
/// The sequence `pivot` comes first; each other one is laid along what has been paired so far (Needleman and Wunsch
/// 1970, maximizing likeness, gaps free), and what it has alone gets a slot of its own at its place. `likeness` says how
/// probable it is that two things are the same, from 0 to 1.
pub fn pair(lengths: &[usize], pivot: usize, likeness: impl Fn(Item, Item) -> f64) -> Vec<Slot> {
    let mut slots: Vec<(Slot, Item)> = Vec::new();
    let others = (0..lengths.len()).filter(|sequence| *sequence != pivot);
    for sequence in std::iter::once(pivot).chain(others) {
        let leaders: Vec<Item> = slots.iter().map(|(_, leader)| *leader).collect();
        let steps = align(leaders.len(), lengths[sequence], |slot, place| {
            likeness(leaders[slot], (sequence, place))
        });
        slots = merge(slots, steps, sequence, lengths.len());
    }
    slots.into_iter().map(|(slot, _)| slot).collect()
}

/// One step along two sequences: a place in the first, in the second, or in both.
type Step = (Option<usize>, Option<usize>);

fn merge(
    slots: Vec<(Slot, Item)>,
    steps: Vec<Step>,
    sequence: usize,
    sequences: usize,
) -> Vec<(Slot, Item)> {
    let mut old = slots.into_iter();
    steps
        .into_iter()
        .map(|(slot, place)| {
            let fresh = || {
                let leader = (sequence, place.expect("a step is in one sequence at least"));
                (
                    Slot {
                        members: vec![None; sequences],
                    },
                    leader,
                )
            };
            let (mut slot, leader) = match slot {
                Some(_) => old.next().expect("each slot is stepped on once, in order"),
                None => fresh(),
            };
            slot.members[sequence] = place;
            (slot, leader)
        })
        .collect()
}

/// Lays two sequences along each other.
pub fn align(first: usize, second: usize, likeness: impl Fn(usize, usize) -> f64) -> Vec<Step> {
    // Equal ends need no table: most translations are in order.
    let alike = |a: usize, b: usize| likeness(a, b) > 0.999;
    let shorter = first.min(second);
    let head = (0..shorter).take_while(|at| alike(*at, *at)).count();
    let tail = (0..shorter - head)
        .take_while(|at| alike(first - 1 - at, second - 1 - at))
        .count();
    let (rows, columns) = (first - head - tail, second - head - tail);
    let middle = if rows.saturating_mul(columns) > COMPARISONS {
        by_position(rows, columns)
    } else {
        best_path(rows, columns, |a, b| likeness(head + a, head + b))
    };
    let both = |at: usize| (Some(at), Some(at));
    let moved = |(a, b): Step| (a.map(|a| a + head), b.map(|b| b + head));
    (0..head)
        .map(both)
        .chain(middle.into_iter().map(moved))
        .chain(
            (0..tail)
                .rev()
                .map(|at| (Some(first - 1 - at), Some(second - 1 - at))),
        )
        .collect()
}

fn by_position(first: usize, second: usize) -> Vec<Step> {
    let place = |at: usize, len: usize| (at < len).then_some(at);
    (0..first.max(second))
        .map(|at| (place(at, first), place(at, second)))
        .collect()
}

/// The path of greatest likeness through the table of all pairs.
fn best_path(first: usize, second: usize, likeness: impl Fn(usize, usize) -> f64) -> Vec<Step> {
    let width = second + 1;
    let mut best = vec![0f64; (first + 1) * width];
    let mut paired = vec![false; (first + 1) * width];
    for a in (0..first).rev() {
        for b in (0..second).rev() {
            let alone = best[(a + 1) * width + b].max(best[a * width + b + 1]);
            let like = likeness(a, b);
            let together = like + best[(a + 1) * width + b + 1];
            let at = a * width + b;
            paired[at] = like >= UNLIKE && together >= alone;
            best[at] = if paired[at] { together } else { alone };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut steps = Vec::with_capacity(first.max(second));
    while a < first || b < second {
        let at = a * width + b;
        if a < first && b < second && paired[at] {
            steps.push((Some(a), Some(b)));
            (a, b) = (a + 1, b + 1);
        } else if b == second || (a < first && best[at + width] >= best[at + 1]) {
            steps.push((Some(a), None));
            a += 1;
        } else {
            steps.push((None, Some(b)));
            b += 1;
        }
    }
    steps
}

/// How much two sorted lists have in common: 1 where they are equal, 0 where they share nothing (Jaccard, with counts).
pub fn overlap(first: &[u64], second: &[u64]) -> f64 {
    let total = first.len() + second.len();
    if total == 0 {
        return 1.0;
    }
    let (mut a, mut b, mut common) = (0, 0, 0usize);
    while a < first.len() && b < second.len() {
        match first[a].cmp(&second[b]) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (a, b, common) = (a + 1, b + 1, common + 1),
        }
    }
    common as f64 / (total - common) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs the letters of several words, equal ones only.
    fn paired(words: &[&str]) -> String {
        let letters: Vec<Vec<char>> = words.iter().map(|word| word.chars().collect()).collect();
        let lengths: Vec<usize> = letters.iter().map(Vec::len).collect();
        let like = |a: Item, b: Item| f64::from(u8::from(letters[a.0][a.1] == letters[b.0][b.1]));
        let show = |slot: &Slot| -> String {
            let letter =
                |(word, at): (usize, &Option<usize>)| at.map_or('-', |at| letters[word][at]);
            slot.members.iter().enumerate().map(letter).collect()
        };
        pair(&lengths, 0, like)
            .iter()
            .map(show)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_lost_thing_does_not_shift_the_rest() {
        assert_eq!(paired(&["abcd", "abd"]), "aa bb c- dd");
    }

    #[test]
    fn an_extra_thing_gets_its_own_place() {
        assert_eq!(paired(&["abd", "abcd", "acd"]), "aaa bb- -cc ddd");
    }

    #[test]
    fn the_pivot_may_lack_what_others_have() {
        assert_eq!(paired(&["ad", "abd", "abd"]), "aaa -bb ddd");
    }

    #[test]
    fn overlap_counts_what_is_common() {
        assert_eq!(overlap(&[1, 2, 2, 3], &[2, 2, 4]), 0.4);
        assert_eq!(overlap(&[], &[]), 1.0);
    }
}
