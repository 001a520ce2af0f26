//! Patterns for the paths of articles, as `glotta.yml` has them.

/// Whether an article's path fits a pattern: `*` stands for anything inside a step, `?` for one letter, `**` for any number of steps.
pub fn matches_path(pattern: &str, id: &str) -> bool {
    let pattern = pattern.strip_suffix(".md").unwrap_or(pattern);
    let pattern: Vec<&str> = pattern.trim_matches('/').split('/').collect();
    let path: Vec<&str> = id.split('/').collect();
    matches_parts(&pattern, &path)
}

/// Whether a file's path fits a pattern as docsets have them: as [`matches_path`], in any case of letters, with the extension, and with
/// `{a,b}` for one of several.
pub fn matches_file(pattern: &str, path: &str) -> bool {
    let path = path.to_lowercase();
    let path: Vec<&str> = path.split('/').collect();
    alternatives(&pattern.to_lowercase()).iter().any(|pattern| {
        let steps = pattern.split('/').filter(|step| *step != ".");
        matches_parts(&steps.collect::<Vec<_>>(), &path)
    })
}

/// How many patterns one with braces may stand for; what is more is not looked at.
const ALTERNATIVES: usize = 64;

/// The patterns that one with braces stands for.
fn alternatives(pattern: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut open = vec![pattern.to_owned()];
    while let Some(pattern) = open.pop() {
        let braces = pattern.find('}').and_then(|end| {
            let start = pattern[..end].rfind('{')?;
            Some((start, end))
        });
        match braces {
            Some((start, end)) if done.len() + open.len() < ALTERNATIVES => {
                let (before, after) = (&pattern[..start], &pattern[end + 1..]);
                let words = pattern[start + 1..end].split(',').rev();
                open.extend(words.map(|word| format!("{before}{word}{after}")));
            }
            _ => done.push(pattern),
        }
        done.truncate(ALTERNATIVES);
    }
    done
}

/// `**` stands for any folders, also for none. The furthest reach of each pattern so far is enough: no path takes long.
fn matches_parts(pattern: &[&str], path: &[&str]) -> bool {
    wildcard(
        pattern,
        path,
        |part| *part == "**",
        |part, name| {
            let (part, name): (Vec<char>, Vec<char>) =
                (part.chars().collect(), name.chars().collect());
            wildcard(
                &part,
                &name,
                |sign| *sign == '*',
                |sign, letter| sign == letter || *sign == '?',
            )
        },
    )
}

/// Whether a sequence matches a pattern, some parts of which stand for any run of things.
fn wildcard<T>(
    pattern: &[T],
    things: &[T],
    is_any: impl Fn(&T) -> bool,
    matches: impl Fn(&T, &T) -> bool,
) -> bool {
    let (mut part, mut at, mut retry) = (0, 0, None);
    while at < things.len() {
        if part < pattern.len() && is_any(&pattern[part]) {
            retry = Some((part, at));
            part += 1;
        } else if part < pattern.len() && matches(&pattern[part], &things[at]) {
            (part, at) = (part + 1, at + 1);
        } else if let Some((any, from)) = retry {
            retry = Some((any, from + 1));
            (part, at) = (any + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[part..].iter().all(is_any)
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
