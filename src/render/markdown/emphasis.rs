//! Which signs say emphasis so that every reader sees it, and where only HTML does.
//!
//! Signs that stand between letters and signs may begin and end nothing, or something else. So they are tried:
//! pairs are found as CommonMark finds them (0.31.2, section 6.2), by its own rule and by the one that is amended for
//! Chinese, Japanese and Korean, and what does not come out as it is meant gets other signs, and in the end a tag.

use super::piece::{Mark, Piece};
use crate::locale::{LetterClass, is_sign};

/// How emphasis is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Signs(char),
    Tags,
}

/// How often signs are changed until every emphasis that does not come out becomes tags.
const ROUNDS: usize = 16;

/// How many signs that wait for their end are looked at.
const WAITING: usize = 128;

/// Returns for each piece that begins or ends emphasis how it does; the answer for other pieces means nothing.
pub(super) fn forms(pieces: &[Piece]) -> Vec<Form> {
    let spans = spans(pieces);
    let mut forms = vec![Form::Tags; pieces.len()];
    for span in &spans {
        set(&mut forms, span, first_form(span.mark));
    }
    for round in 0.. {
        let failing = failing(pieces, &forms, &spans);
        if failing.is_empty() {
            break;
        }
        match round < ROUNDS {
            true => change(&mut forms, &failing),
            false => failing
                .iter()
                .for_each(|it| set(&mut forms, it, Form::Tags)),
        }
    }
    forms
}

/// Emphasis from the piece that begins it to the one that ends it.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    mark: Mark,
    open: usize,
    close: usize,
}

/// In the order of their beginnings.
fn spans(pieces: &[Piece]) -> Vec<Stretch> {
    let mut spans: Vec<Stretch> = Vec::new();
    let mut open = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(mark) => {
                open.push(spans.len());
                let (mark, close) = (*mark, at);
                spans.push(Stretch {
                    mark,
                    open: at,
                    close,
                });
            }
            Piece::Close(_) => {
                let begun = open.pop().expect("emphasis that ends has begun");
                spans[begun].close = at;
            }
            _ => {}
        }
    }
    spans
}

fn first_form(mark: Mark) -> Form {
    match mark {
        Mark::Strikethrough => Form::Signs('~'),
        Mark::Emphasis | Mark::Strong => Form::Signs('*'),
    }
}

fn set(forms: &mut [Form], span: &Stretch, form: Form) {
    forms[span.open] = form;
    forms[span.close] = form;
}

/// Tries other signs for the innermost of what fails, and of neighbours for the first.
fn change(forms: &mut [Form], failing: &[Stretch]) {
    let mut changed: Option<Stretch> = None;
    for (at, span) in failing.iter().enumerate() {
        let holds_another = failing.get(at + 1).is_some_and(|it| it.open < span.close);
        let beside = changed.is_some_and(|it| it.close + 1 == span.open);
        if holds_another || beside {
            continue;
        }
        let form = match forms[span.open] {
            Form::Signs('*') => Form::Signs('_'),
            _ => Form::Tags,
        };
        set(forms, span, form);
        changed = Some(*span);
    }
}

/// The emphasis that does not come out of its signs, by either rule.
fn failing(pieces: &[Piece], forms: &[Form], spans: &[Stretch]) -> Vec<Stretch> {
    let mut found = [vec![false; pieces.len()], vec![false; pieces.len()]];
    for runs in scopes(pieces, forms, spans) {
        pair(&runs, false, &mut found[0]);
        pair(&runs, true, &mut found[1]);
    }
    let written = spans.iter().filter(|it| forms[it.open] != Form::Tags);
    let failing = written.filter(|it| !(found[0][it.open] && found[1][it.open]));
    failing.copied().collect()
}

/// Equal signs in a row: for each the piece that begins its emphasis, and what stands beside them.
#[derive(Debug)]
struct Run {
    sign: char,
    signs: Vec<(usize, usize)>,
    before: Beside,
    after: Beside,
}

/// What stands on one side of signs.
#[derive(Debug, Clone, Copy)]
struct Beside {
    class: LetterClass,
    is_sign: bool,
}

/// The runs of the text and of each link, since no sign of one ends what another began.
fn scopes(pieces: &[Piece], forms: &[Form], spans: &[Stretch]) -> Vec<Vec<Run>> {
    let mut begins = vec![0; pieces.len()];
    spans.iter().for_each(|span| begins[span.close] = span.open);
    spans.iter().for_each(|span| begins[span.open] = span.open);
    let mut done = Vec::new();
    let mut scopes: Vec<Vec<Run>> = vec![Vec::new()];
    let mut last: Option<usize> = None;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::OpenLink | Piece::OpenImage => scopes.push(Vec::new()),
            Piece::Target { .. } => done.extend(scopes.pop()),
            Piece::Open(mark) | Piece::Close(mark) => {
                let Form::Signs(sign) = forms[at] else {
                    continue;
                };
                let runs = scopes.last_mut().expect("the text itself is one");
                let joined = last.is_some_and(|last| last + 1 == at);
                push(
                    runs,
                    joined,
                    sign,
                    begins[at],
                    mark.width(),
                    beside(pieces, at),
                );
                last = Some(at);
            }
            _ => {}
        }
    }
    done.extend(scopes);
    done
}

fn push(
    runs: &mut Vec<Run>,
    joined: bool,
    sign: char,
    begins: usize,
    width: usize,
    (before, after): (Beside, Beside),
) {
    let signs = std::iter::repeat_n((begins, width), width);
    match runs.last_mut().filter(|run| joined && run.sign == sign) {
        Some(run) => {
            run.signs.extend(signs);
            run.after = after;
        }
        None => runs.push(Run {
            sign,
            signs: signs.collect(),
            before,
            after,
        }),
    }
}

fn beside(pieces: &[Piece], at: usize) -> (Beside, Beside) {
    let before = match at.checked_sub(1).map(|at| &pieces[at]) {
        None | Some(Piece::SoftBreak | Piece::HardBreak) => Beside::BLANK,
        Some(Piece::Text(text)) => Beside {
            class: LetterClass::at_end(text),
            is_sign: text.chars().next_back().is_some_and(is_sign),
        },
        Some(_) => Beside::SIGN,
    };
    let after = match pieces.get(at + 1) {
        None | Some(Piece::SoftBreak) => Beside::BLANK,
        Some(Piece::Text(text)) => Beside {
            class: text
                .chars()
                .next()
                .map_or(LetterClass::Blank, LetterClass::of),
            is_sign: text.chars().next().is_some_and(is_sign),
        },
        Some(_) => Beside::SIGN,
    };
    (before, after)
}

impl Beside {
    const BLANK: Beside = Beside {
        class: LetterClass::Blank,
        is_sign: false,
    };
    const SIGN: Beside = Beside {
        class: LetterClass::Punctuation,
        is_sign: true,
    };

    fn is_blank(self) -> bool {
        self.class == LetterClass::Blank
    }
}

impl Run {
    /// Whether it may begin emphasis, and whether it may end one.
    fn may(&self, amended: bool) -> (bool, bool) {
        let amended = amended && self.sign != '_';
        let opens = flanks(self.before, self.after, self.sign, amended);
        let closes = flanks(self.after, self.before, self.sign, amended);
        (opens, closes)
    }
}

/// Whether signs may stand at the edge of emphasis, with `outer` beside it and `inner` in it.
fn flanks(outer: Beside, inner: Beside, sign: char, amended: bool) -> bool {
    let stands_free = outer.is_blank()
        || match amended {
            true => matches!(outer.class, LetterClass::Punctuation | LetterClass::Cjk),
            false => outer.is_sign,
        };
    let inner_is_sign = match amended {
        true => inner.class == LetterClass::Punctuation,
        false => inner.is_sign,
    };
    !inner.is_blank() && (stands_free || sign != '_' && !inner_is_sign)
}

/// Signs that wait for their end: those of a run from one to before another.
struct Waiting {
    run: usize,
    from: usize,
    to: usize,
    both: bool,
}

/// Notes for each beginning of emphasis whether its own end is found.
fn pair(runs: &[Run], amended: bool, found: &mut [bool]) {
    let mut waiting: Vec<Waiting> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let (opens, closes) = run.may(amended);
        let both = opens && closes;
        let mut used = 0;
        while closes && used < run.signs.len() {
            let mut near = waiting.iter().enumerate().rev().take(WAITING);
            let Some((fitting, _)) = near.find(|(_, it)| fits(&runs[it.run], it.both, run, both))
            else {
                break;
            };
            waiting.truncate(fitting + 1);
            let begun = waiting.last_mut().expect("has just been found");
            used = end(runs, begun, run, used, found);
            if begun.from == begun.to {
                waiting.pop();
            }
        }
        if opens && used < run.signs.len() {
            waiting.push(Waiting {
                run: at,
                from: used,
                to: run.signs.len(),
                both,
            });
        }
    }
}

/// Whether signs of two runs may make a pair: the "multiple of 3" of rules 9 and 10.
fn fits(begun: &Run, begun_both: bool, run: &Run, both: bool) -> bool {
    let (one, other) = (begun.signs.len(), run.signs.len());
    begun.sign == run.sign
        && (run.sign != '~' || one == other)
        && (!both && !begun_both || !(one + other).is_multiple_of(3) || other.is_multiple_of(3))
}

/// Ends what a run began, from the inside out, and returns how many signs of the other are used up then.
fn end(runs: &[Run], begun: &mut Waiting, run: &Run, mut used: usize, found: &mut [bool]) -> usize {
    let mut pairs = (begun.to - begun.from).min(run.signs.len() - used);
    while pairs > 0 {
        let width = pairs.min(2);
        let opening = &runs[begun.run].signs[begun.to - width..begun.to];
        let closing = &run.signs[used..used + width];
        let (begins, meant) = opening[0];
        let mut both = opening.iter().chain(closing);
        found[begins] |= meant == width && both.all(|sign| *sign == opening[0]);
        begun.to -= width;
        used += width;
        pairs -= width;
    }
    used
}
