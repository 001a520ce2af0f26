//! Applies fixes to texts: each as a whole or not at all.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Edit, Fix, Source, Span};

/// What fixes make of texts.
#[derive(Debug, Clone, Default)]
pub struct Patched {
    /// The texts that change, by path, with what they say then.
    pub texts: Vec<(Arc<Source>, String)>,
    /// For each fix whether it was applied.
    pub applied: Vec<bool>,
}

/// Applies fixes that go together. Of two that touch the same bytes the one that begins first is applied and the other left,
/// unless they want the same; of a fix all edits are applied or none.
///
/// Everything outside the edits stays byte for byte.
pub fn patch(fixes: &[&Fix]) -> Patched {
    let mut order: Vec<usize> = (0..fixes.len()).collect();
    order.sort_by_key(|at| (place(fixes[*at]), *at));
    let mut taken = Taken::default();
    let mut applied = vec![false; fixes.len()];
    for at in order {
        applied[at] = taken.take(fixes[at]);
    }
    Patched {
        texts: taken.texts(),
        applied,
    }
}

/// Where a fix begins.
fn place(fix: &Fix) -> Option<(&str, usize)> {
    let places = fix.edits.iter();
    places
        .map(|edit| (edit.source.path(), edit.span.start))
        .min()
}

/// The edits that are to be applied, by text and by place; none touches another.
#[derive(Default)]
struct Taken<'a>(BTreeMap<(&'a str, *const Source), BTreeMap<usize, &'a Edit>>);

impl<'a> Taken<'a> {
    /// Takes all edits of a fix, or none.
    fn take(&mut self, fix: &'a Fix) -> bool {
        let mut added = Vec::new();
        for edit in &fix.edits {
            match self.add(edit) {
                Some(true) => added.push(edit),
                Some(false) => {}
                None => {
                    added.into_iter().for_each(|edit| self.remove(edit));
                    return false;
                }
            }
        }
        !fix.edits.is_empty()
    }

    /// Whether the edit is new; nothing where it does not go with those that are there.
    fn add(&mut self, edit: &'a Edit) -> Option<bool> {
        if !fits(edit) {
            return None;
        }
        let edits = self.0.entry(key(edit)).or_default();
        let before = edits.range(..=edit.span.start).next_back();
        let after = edits.range(edit.span.start..=edit.span.end);
        for (_, other) in before.into_iter().chain(after) {
            if other.span == edit.span && other.text == edit.text {
                return Some(false);
            }
            if touches(edit.span, other.span) {
                return None;
            }
        }
        edits.insert(edit.span.start, edit);
        Some(true)
    }

    fn remove(&mut self, edit: &'a Edit) {
        if let Some(edits) = self.0.get_mut(&key(edit)) {
            edits.remove(&edit.span.start);
        }
    }

    fn texts(&self) -> Vec<(Arc<Source>, String)> {
        let changed = self.0.values().filter_map(|edits| {
            let source = &edits.values().next()?.source;
            Some((Arc::clone(source), edited(source, edits)))
        });
        changed.collect()
    }
}

fn key(edit: &Edit) -> (&str, *const Source) {
    (edit.source.path(), Arc::as_ptr(&edit.source))
}

fn fits(edit: &Edit) -> bool {
    edit.source.text().get(edit.span.range()).is_some()
}

/// Of two insertions at one place, or one beside what is replaced, nobody can say which comes first.
fn touches(one: Span, other: Span) -> bool {
    match one.is_empty() || other.is_empty() {
        true => one.start <= other.end && other.start <= one.end,
        false => one.start < other.end && other.start < one.end,
    }
}

fn edited(source: &Source, edits: &BTreeMap<usize, &Edit>) -> String {
    let text = source.text();
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits.values() {
        new.push_str(&text[at..edit.span.start]);
        new.push_str(&edit.text);
        at = edit.span.end;
    }
    new.push_str(&text[at..]);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Applicability;

    /// Each fix is a list of start, end and new text in `0123456789`.
    #[track_caller]
    fn check(fixes: &[&[(usize, usize, &str)]], text: &str, applied: &[bool]) {
        let source = Arc::new(Source::new("a.md", "0123456789"));
        let fixes: Vec<Fix> = fixes
            .iter()
            .map(|edits| Fix {
                applicability: Applicability::Safe,
                edits: edits
                    .iter()
                    .map(|(start, end, text)| Edit {
                        source: Arc::clone(&source),
                        span: Span::new(*start, *end),
                        text: (*text).to_owned(),
                    })
                    .collect(),
            })
            .collect();
        let patched = patch(&fixes.iter().collect::<Vec<_>>());
        let new = patched.texts.first().map_or("0123456789", |(_, new)| new);
        assert_eq!((new, patched.applied.as_slice()), (text, applied));
    }

    #[test]
    fn fixes_apart_are_all_applied() {
        check(
            &[&[(5, 6, "five")], &[(0, 1, "")]],
            "1234five6789",
            &[true, true],
        );
        check(
            &[&[(1, 2, "a")], &[(2, 3, "b")]],
            "0ab3456789",
            &[true, true],
        );
        check(&[&[(10, 10, "end")]], "0123456789end", &[true]);
    }

    #[test]
    fn of_two_in_one_place_the_first_is_applied() {
        check(
            &[&[(3, 6, "b")], &[(2, 4, "a")]],
            "01a456789",
            &[false, true],
        );
        check(
            &[&[(2, 2, "a")], &[(2, 2, "b")]],
            "01a23456789",
            &[true, false],
        );
        check(
            &[&[(2, 4, "a")], &[(4, 4, "b")]],
            "01a456789",
            &[true, false],
        );
        check(&[&[(0, 9, "a")], &[(4, 5, "b")]], "a9", &[true, false]);
    }

    #[test]
    fn the_same_edit_twice_is_one() {
        check(
            &[&[(2, 4, "a")], &[(2, 4, "a")]],
            "01a456789",
            &[true, true],
        );
        check(
            &[&[(2, 2, "a")], &[(2, 2, "a")]],
            "01a23456789",
            &[true, true],
        );
    }

    #[test]
    fn a_fix_is_applied_as_a_whole_or_not_at_all() {
        check(
            &[&[(0, 1, "a"), (5, 6, "b")], &[(4, 6, "c")]],
            "a1234b6789",
            &[true, false],
        );
        check(
            &[&[(0, 2, "a")], &[(1, 2, "b"), (5, 6, "b")]],
            "a23456789",
            &[true, false],
        );
        check(&[&[(3, 5, "b"), (4, 6, "c")]], "0123456789", &[false]);
        check(&[&[(9, 12, "b")], &[]], "0123456789", &[false, false]);
    }
}
