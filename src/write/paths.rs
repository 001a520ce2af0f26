//! Which paths a page may have.

use std::collections::HashMap;

use super::WriteError;
use super::manifest::MANIFEST;
use crate::model::{Page, path_fault};

/// Fails on the first page whose path leads elsewhere, or is another page's too.
pub(super) fn validate(pages: &[Page]) -> Result<(), WriteError> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for page in pages {
        check(&page.path).map_err(|reason| WriteError::Path {
            path: page.path.clone(),
            reason,
        })?;
        if let Some(other) = seen.insert(page.path.to_lowercase(), &page.path) {
            return Err(collision(other, &page.path));
        }
    }
    for page in pages {
        nested(&page.path, &seen)?;
    }
    Ok(())
}

fn collision(first: &str, second: &str) -> WriteError {
    match first == second {
        true => WriteError::Collision {
            path: first.to_owned(),
        },
        false => WriteError::CaseCollision {
            first: first.to_owned(),
            second: second.to_owned(),
        },
    }
}

/// A page cannot stand where another page needs a folder.
fn nested(path: &str, seen: &HashMap<String, &str>) -> Result<(), WriteError> {
    for (at, _) in path.match_indices('/') {
        if let Some(other) = seen.get(&path[..at].to_lowercase()) {
            return Err(WriteError::Path {
                path: path.to_owned(),
                reason: format!("`{other}` is a page, and cannot be a folder as well"),
            });
        }
    }
    Ok(())
}

/// Returns why a path is none under the output folder.
pub(super) fn check(path: &str) -> Result<(), String> {
    if path.eq_ignore_ascii_case(MANIFEST) {
        return Err("the name is that of glotta's own list".into());
    }
    path_fault(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(paths: &[&str]) -> Option<String> {
        let pages: Vec<_> = paths.iter().map(|path| Page::new(*path, "")).collect();
        validate(&pages).err().map(|error| error.to_string())
    }

    #[test]
    fn paths_stay_under_the_output_folder() {
        for path in [
            "../a",
            "/a",
            "a/../b",
            "a//b",
            "",
            "a/.",
            "C:/a",
            "a\\b",
            "a\n",
            "aux.html",
            "COM1",
            "a./b",
            ".glotta-manifest",
        ] {
            assert!(error(&[path]).is_some(), "{path}");
        }
        for path in [
            "a",
            "sv-se/a b.html",
            "证书.html",
            ".nojekyll",
            "console.html",
            "com10",
        ] {
            assert_eq!(error(&[path]), None, "{path}");
        }
    }

    #[test]
    fn two_pages_cannot_have_one_path() {
        assert!(error(&["a", "b", "a"]).unwrap().contains("`a`"));
        assert!(error(&["b/A", "b/a"]).unwrap().contains("case of letters"));
        assert!(error(&["a/b", "a"]).unwrap().contains("cannot be a folder"));
    }
}
