//! Patterns for the paths of articles, as `glotta.yml` has them.

/// Whether an article's path fits a pattern: `*` stands for anything inside a step, `**` for any number of steps.
pub fn matches_path(pattern: &str, path: &str) -> bool {
    matches(pattern.trim_end_matches(".md"), path)
}

fn matches(pattern: &str, path: &str) -> bool {
    if let Some(rest) = pattern.strip_prefix("**/") {
        return matches(rest, path)
            || path
                .split_once('/')
                .is_some_and(|(_, path)| matches(pattern, path));
    }
    if let Some(rest) = pattern.strip_prefix('*') {
        let deep = rest.starts_with('*');
        let rest = rest.trim_start_matches('*');
        return path
            .char_indices()
            .map(|(at, letter)| (at, letter == '/'))
            .chain([(path.len(), false)])
            .scan(false, |over, (at, slash)| {
                let stop = *over;
                *over = slash && !deep;
                (!stop).then_some(at)
            })
            .any(|at| matches(rest, &path[at..]));
    }
    let mut letters = pattern.chars();
    match letters.next() {
        None => path.is_empty(),
        Some(letter) => path
            .strip_prefix(letter)
            .is_some_and(|path| matches(letters.as_str(), path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_in_a_shell() {
        for (pattern, path, expected) in [
            ("rules/*", "rules/a", true),
            ("rules/*", "rules/a/b", false),
            ("rules/**", "rules/a/b", true),
            ("**/a", "a", true),
            ("**/a", "x/y/a", true),
            ("*a*", "bab", true),
            ("a", "ab", false),
        ] {
            assert_eq!(matches_path(pattern, path), expected, "{pattern} {path}");
        }
    }
}
