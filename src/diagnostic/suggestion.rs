//! What somebody may have meant.

/// Names the known name that a misspelt one was meant to be, or all of them where none is near.
pub fn suggestion(name: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= candidate.len().max(3))
        .min();
    match near {
        Some((_, candidate)) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => "there is none so far".into(),
        None => format!("known are `{}`", known.join("`, `")),
    }
}
