//! Sentences that several rules say alike.

use super::Comparison;
use super::departure::{Departure, Why};
use crate::diagnostic::Shift;

/// How many places in other languages a finding shows.
pub const WITNESSES: usize = 3;

/// Says how it was decided who is right.
pub fn evidence(comparison: &Comparison, departure: &impl Departure) -> String {
    let names: Vec<&str> = departure
        .supporters()
        .iter()
        .map(|supporter| comparison.article(*supporter).locale.folder())
        .collect();
    let who = list(&names);
    match departure.why() {
        Why::Divided => {
            "no majority of the languages says who is right, so nobody is blamed".to_owned()
        }
        Why::Doubted => format!(
            "{who} agree against the reference; either it is wrong, or all were made from an older one"
        ),
        Why::Departs
            if comparison
                .members()
                .iter()
                .any(|&member| comparison.is_reference(member)) =>
        {
            let reference = comparison.article(comparison.principal()).locale.folder();
            let others: Vec<&str> = names
                .into_iter()
                .filter(|name| *name != reference)
                .collect();
            let also = match others.len() {
                0 => String::new(),
                1 => format!(", and so does {}", others[0]),
                _ => format!(", and so do {}", list(&others)),
            };
            format!(
                "the reference {reference} says so{also}{}",
                across(comparison, departure)
            )
        }
        Why::Departs => {
            let all = comparison.members().len();
            format!(
                "{} of {all} languages agree: {who}{}",
                names.len(),
                across(comparison, departure)
            )
        }
    }
}

fn across(comparison: &Comparison, departure: &impl Departure) -> &'static str {
    match comparison.shift(departure) {
        Shift::Lower => "; compared across source versions",
        _ => "",
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Each name in backquotes, and no more of them than a reader takes in.
pub fn quoted_list<S: AsRef<str>>(names: &[S]) -> String {
    const SHOWN: usize = 6;
    let mut quoted: Vec<String> = names
        .iter()
        .take(SHOWN)
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    if names.len() > SHOWN {
        quoted.push(format!("{} more", names.len() - SHOWN));
    }
    list(&quoted.iter().map(String::as_str).collect::<Vec<_>>())
}

/// `1 row`, `2 rows`.
pub fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
