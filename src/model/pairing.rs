//! Finds what corresponds to what in several sequences, so that one lost thing does not shift what follows.

use super::Slot;

/// Below this likeness two things are not the same thing.
const UNLIKE: f64 = 0.3;

/// How far the partner of a thing may stand from where it is expected, beyond the difference of the lengths. What is
/// further away was not moved by losses and additions, and looking for it would cost the square of the length.
const REACH: usize = 60;

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
pub type Step = (Option<usize>, Option<usize>);

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
    align_in_runs(first, second, 0.0, likeness)
}

/// Lays two sequences along each other, where each run of things that only one of them has costs `break_cost`: what was
/// lost was mostly lost together.
pub fn align_in_runs(
    first: usize,
    second: usize,
    break_cost: f64,
    likeness: impl Fn(usize, usize) -> f64,
) -> Vec<Step> {
    // Equal ends need no table: most translations are in order.
    let alike = |a: usize, b: usize| likeness(a, b) > 0.999;
    let shorter = first.min(second);
    let head = (0..shorter).take_while(|at| alike(*at, *at)).count();
    let tail = (0..shorter - head)
        .take_while(|at| alike(first - 1 - at, second - 1 - at))
        .count();
    let (rows, columns) = (first - head - tail, second - head - tail);
    let middle = best_path(rows, columns, break_cost, |a, b| {
        likeness(head + a, head + b)
    });
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

/// The path of greatest likeness through the table of all pairs near its diagonal.
fn best_path(
    first: usize,
    second: usize,
    break_cost: f64,
    likeness: impl Fn(usize, usize) -> f64,
) -> Vec<Step> {
    let shorter = first.min(second);
    let width = first.abs_diff(second) + 2 * REACH;
    if shorter == 0 || shorter.saturating_mul(width) > COMPARISONS {
        return by_position(first, second);
    }
    // The table is as long as the shorter one, and so as small as can be.
    if first <= second {
        return Table::fill(first, second, break_cost, FIRST, likeness).path();
    }
    let turned = Table::fill(second, first, break_cost, SECOND, |a, b| likeness(b, a));
    turned.path().into_iter().map(|(a, b)| (b, a)).collect()
}

/// What was stepped on last: both sequences, the first alone, or the second alone (Gotoh 1982).
const STATES: usize = 3;

/// The best next step from each place of a band along the diagonal, for each step that led there; of steps that are
/// equally good and leave one sequence behind, the preferred one.
struct Table {
    first: usize,
    second: usize,
    /// The band of row `a` begins at column `a + offset`, where that is a column.
    offset: isize,
    width: usize,
    next: Vec<[u8; STATES]>,
}

const TOGETHER: u8 = 0;
const FIRST: u8 = 1;
const SECOND: u8 = 2;

impl Table {
    fn fill(
        first: usize,
        second: usize,
        break_cost: f64,
        preferred: u8,
        likeness: impl Fn(usize, usize) -> f64,
    ) -> Table {
        let difference = first.abs_diff(second);
        let before = REACH + if first > second { difference } else { 0 };
        let after = REACH + if second > first { difference } else { 0 };
        let width = (before + after + 1).min(first + second + 1);
        let mut table = Table {
            first,
            second,
            offset: -(before.min(first) as isize),
            width,
            next: vec![[FIRST; STATES]; (first + 1) * width],
        };
        let never = [f64::NEG_INFINITY; STATES];
        let mut below = vec![never; width];
        for a in (0..=first).rev() {
            let mut row = vec![never; width];
            for at in (0..width).rev() {
                let Some(b) = table.column(a, at) else {
                    continue;
                };
                // One row down, the same column is one place to the left in the band.
                let together = match a < first && b < second {
                    true => likeness(a, b),
                    false => 0.0,
                };
                let together = match together >= UNLIKE {
                    true => together + below[at][TOGETHER as usize],
                    false => f64::NEG_INFINITY,
                };
                let down = match a < first && at > 0 {
                    true => below[at - 1][FIRST as usize],
                    false => f64::NEG_INFINITY,
                };
                let right = match b < second && at + 1 < width {
                    true => row[at + 1][SECOND as usize],
                    false => f64::NEG_INFINITY,
                };
                if a == first && b == second {
                    row[at] = [0.0; STATES];
                    continue;
                }
                for state in [TOGETHER, FIRST, SECOND] {
                    let cost = |alone: u8| if state == alone { 0.0 } else { break_cost };
                    let (down, right) = (down - cost(FIRST), right - cost(SECOND));
                    let (step, best) = if together >= down.max(right) && together.is_finite() {
                        (TOGETHER, together)
                    } else if down > right || (down == right && preferred == FIRST) {
                        (FIRST, down)
                    } else {
                        (SECOND, right)
                    };
                    table.next[a * width + at][state as usize] = step;
                    row[at][state as usize] = best;
                }
            }
            below = row;
        }
        table
    }

    /// The column of a place in the band of a row.
    fn column(&self, a: usize, at: usize) -> Option<usize> {
        let column = a as isize + self.offset + at as isize;
        usize::try_from(column).ok().filter(|b| *b <= self.second)
    }

    /// The path of greatest likeness.
    fn path(&self) -> Vec<Step> {
        let (mut a, mut b, mut state) = (0, 0, TOGETHER);
        let mut steps = Vec::with_capacity(self.first.max(self.second));
        while a < self.first || b < self.second {
            let at = (b as isize - a as isize - self.offset) as usize;
            state = self.next[a * self.width + at][state as usize];
            match state {
                TOGETHER => {
                    steps.push((Some(a), Some(b)));
                    (a, b) = (a + 1, b + 1);
                }
                FIRST => {
                    steps.push((Some(a), None));
                    a += 1;
                }
                _ => {
                    steps.push((None, Some(b)));
                    b += 1;
                }
            }
        }
        steps
    }
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
