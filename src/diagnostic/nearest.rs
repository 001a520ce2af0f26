//! What somebody may have meant.

/// More names than this are no help.
const SHOWN: usize = 20;

/// Names the known name nearest to a misspelt one, or all where none is near: the words of a help.
pub fn nearest(name: &str, known: &[&str]) -> String {
    match nearest_name(name, known) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => "there is none so far".into(),
        None if known.len() > SHOWN => {
            format!("none of the {} known names is like it", known.len())
        }
        None => format!("known are `{}`", known.join("`, `")),
    }
}

/// The known name nearest to a misspelt one, where one is near.
pub fn nearest_name<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let near = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), *candidate))
        .filter(|(distance, candidate)| distance * 3 <= candidate.len().max(3))
        .min();
    near.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_named_alone() {
        let known = ["row-missing", "row-extra"];
        assert_eq!(nearest("row-mising", &known), "did you mean `row-missing`?");
        assert_eq!(nearest("x", &known), "known are `row-missing`, `row-extra`");
        assert_eq!(nearest("x", &[]), "there is none so far");
    }
}
