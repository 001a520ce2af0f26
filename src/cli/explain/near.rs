//! What somebody may have meant who asked for a name that is not there.

use std::collections::BTreeSet;

use glotta::model::Catalogue;

/// More names than this are no help.
const MOST: usize = 5;

/// The rules, keys and names that are nearest to one that is none, the nearest first.
pub fn suggestions(name: &str, catalogue: Option<&Catalogue>) -> Vec<String> {
    let rules = glotta::faults().into_iter().map(|fault| fault.name);
    let names = catalogue.into_iter().flat_map(Catalogue::names);
    let known: BTreeSet<&str> = names.chain(rules).collect();
    let asked = Form::of(name);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|known| Some((asked.distance(&Form::of(known))?, known)))
        .collect();
    near.sort();
    let near = near.into_iter().take(MOST);
    near.map(|(_, known)| known.to_owned()).collect()
}

/// That nothing is called so, and what may have been meant.
pub fn nothing_found(name: &str, suggestions: &[String]) -> String {
    let help = meant(suggestions);
    let help = help.unwrap_or_else(|| {
        "look for it in the tables of the site, or ask for the beginning of it".to_owned()
    });
    format!("there is no rule, key or name `{name}`\nhelp: {help}")
}

/// What may have been meant, as a question.
pub fn meant(suggestions: &[String]) -> Option<String> {
    let names = suggestions.join("`, `");
    (!names.is_empty()).then(|| format!("did you mean `{names}`?"))
}

/// A name as it is compared: in small letters, of a hexadecimal number the digits that count.
struct Form {
    text: Vec<char>,
    digits: Option<Vec<char>>,
}

impl Form {
    fn of(name: &str) -> Form {
        let text = name.trim().to_lowercase();
        let digits = text.strip_prefix("0x");
        let digits = digits.map(|digits| digits.trim_start_matches('0').chars().collect());
        Form {
            digits,
            text: text.chars().collect(),
        }
    }

    /// How many letters differ, where they are few: a third of a name, or a digit of a number.
    fn distance(&self, other: &Form) -> Option<usize> {
        let (one, two) = match (&self.digits, &other.digits) {
            (Some(one), Some(two)) => (one, two),
            (None, None) => (&self.text, &other.text),
            _ => return None,
        };
        let most = one.len().max(two.len());
        let allowed = match self.digits {
            Some(_) => (most / 3).clamp(1, 2),
            None => (most / 3).max(1),
        };
        if most < 2 || one.len().abs_diff(two.len()) > allowed {
            return None;
        }
        let distance = strsim::generic_damerau_levenshtein(one, two);
        (distance <= allowed).then_some(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near_by_their_letters_and_numbers_by_their_digits() {
        for (asked, known, expected) in [
            ("sail_tron", "Sail_Torn", Some(1)),
            ("0x412", "0x00000411", Some(1)),
            ("0x80073CF1", "0x80073CF0", Some(1)),
            ("10103", "10102", Some(1)),
            ("0x412", "Sail_Torn", None),
            ("20300", "10102", None),
            ("x", "y", None),
        ] {
            let distance = Form::of(asked).distance(&Form::of(known));
            assert_eq!(distance, expected, "{asked} {known}");
        }
    }
}
