//! Marks of emphasis in a text, and which letters beside them must look otherwise for the amended rule to come out.
//!
//! What a mark can do depends on both of its neighbours, and under CommonMark's rule only on whether they are blank, sign or
//! letter. A Chinese letter must look like the sign on the mark's other side, so that the mark both opens and closes, and like a
//! letter beside anything else.

use super::class::{Class, Look, Neighbour, look};

/// A letter that shall look otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub at: usize,
    pub letter: char,
    pub look: Look,
}

/// Equal marks in a row, which CommonMark calls a delimiter run.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    before: Neighbour,
    after: Neighbour,
}

impl Run {
    /// How the letters before and behind it must look.
    fn wishes(&self) -> (Option<Look>, Option<Look>) {
        use Class::{Cjk, Letter, Punctuation};
        match (self.before.class, self.after.class) {
            (Cjk, Cjk) => (Some(Look::Letter), Some(Look::Letter)),
            (Cjk, Punctuation) => (Some(Look::Punctuation), None),
            (Cjk, Letter) => (Some(Look::Letter), None),
            (Punctuation, Cjk) => (None, Some(Look::Punctuation)),
            (Letter, Cjk) => (None, Some(Look::Letter)),
            _ => (None, None),
        }
    }

    fn is_loose(&self) -> bool {
        self.before.class == Class::Blank && self.after.class == Class::Blank
    }
}

/// What one mark wants of one letter.
#[derive(Debug, Clone, Copy)]
struct Wish {
    letter: Neighbour,
    look: Look,
}

/// Returns the letters of a text that must look otherwise, in their order.
pub fn changes(text: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut open = Open::default();
    let mut pending: Option<Wish> = None;
    let mut opens = false;
    for run in runs(text) {
        let (before, after) = run.wishes();
        let before = before.map(|look| Wish {
            letter: run.before,
            look,
        });
        let wishes = shared(pending, before, opens);
        changes.extend(wishes.iter().flatten().filter_map(|it| change(text, *it)));
        opens = open.meets(text, &run);
        pending = after.map(|look| Wish {
            letter: run.after,
            look,
        });
    }
    changes.extend(pending.and_then(|wish| change(text, wish)));
    changes
}

/// Joins what a mark wanted of the letter behind it with what the next mark wants of the letter before it.
///
/// Where that is one letter and they disagree, the letter is either the whole content of emphasis, and looks like a letter, or
/// stands between two emphases, and looks like a sign: each mark can then do what it is there for.
fn shared(first: Option<Wish>, second: Option<Wish>, opens: bool) -> [Option<Wish>; 2] {
    match (first, second) {
        (Some(one), Some(other)) if one.letter.at == other.letter.at => {
            let look = match (one.look == other.look, opens) {
                (true, _) => one.look,
                (false, true) => Look::Letter,
                (false, false) => Look::Punctuation,
            };
            [Some(Wish { look, ..one }), None]
        }
        both => both.into(),
    }
}

/// A letter that touches `_` or a single `~` stays as it is: for those CommonMark's rule holds, and they look at it too.
fn change(text: &str, wish: Wish) -> Option<Change> {
    let Neighbour { at, letter, .. } = wish.letter;
    let end = at + letter.len_utf8();
    let watched = text[..at].ends_with('_') || text[end..].starts_with('_');
    let single = |tildes: usize| tildes > 0 && tildes != 2;
    let behind = text[end..].bytes().take(3).take_while(|it| *it == b'~');
    let ahead = text[..at].bytes().rev().take(3);
    let ahead = ahead.take_while(|it| *it == b'~');
    let watched = watched || single(behind.count()) || single(ahead.count());
    (look(letter) != wish.look && !watched).then_some(Change {
        at,
        letter,
        look: wish.look,
    })
}

/// Which marks of a line are open, as far as counting tells.
#[derive(Debug, Default)]
struct Open {
    /// Whether a mark of this length is open.
    lengths: [bool; 4],
    read: usize,
}

impl Open {
    /// Counts a mark, and returns whether it opens: every second one of a length does in each line.
    fn meets(&mut self, text: &str, run: &Run) -> bool {
        if text[self.read..run.start].contains('\n') {
            self.lengths = [false; 4];
        }
        self.read = run.end;
        let length = &mut self.lengths[(run.end - run.start).min(4) - 1];
        *length ^= !run.is_loose();
        *length
    }
}

/// The runs of `*` and the pairs `~~`, without those that a backslash makes text.
fn runs(text: &str) -> impl Iterator<Item = Run> {
    let mut read = 0;
    std::iter::from_fn(move || {
        loop {
            let start = read + text[read..].find(['*', '~'])?;
            let mark = text.as_bytes()[start];
            let same = text[start..].bytes().take_while(|it| *it == mark).count();
            read = start + same;
            let start = start + usize::from(is_escaped(text, start));
            if start < read && (mark == b'*' || read - start == 2) {
                return Some(Run {
                    start,
                    end: read,
                    before: Neighbour::before(text, start),
                    after: Neighbour::after(text, read),
                });
            }
        }
    })
}

fn is_escaped(text: &str, at: usize) -> bool {
    let before = text[..at].bytes().rev();
    before.take_while(|it| *it == b'\\').count() % 2 == 1
}
