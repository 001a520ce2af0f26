//! Which paths a page may have.

use std::collections::HashMap;

use super::WriteError;
use super::manifest::MANIFEST;
use crate::model::{Page, path_fault, shown_path};

/// Returns the pages, each once: pages of several targets may show one file.
///
/// Fails on the first page whose path leads elsewhere, or is another page's too.
pub(super) fn valid(pages: &[Page]) -> Result<Vec<&Page>, WriteError> {
    let mut seen: HashMap<String, &Page> = HashMap::new();
    let mut valid = Vec::with_capacity(pages.len());
    for page in pages {
        check(&page.path).map_err(|reason| refused(page, reason))?;
        match seen.insert(page.path.to_lowercase(), page) {
            None => valid.push(page),
            Some(other) if is_copied(page) && other == page => {}
            Some(other) => return Err(collision(&other.path, &page.path)),
        }
    }
    for page in &valid {
        nested(page, &seen)?;
    }
    Ok(valid)
}

fn refused(page: &Page, reason: String) -> WriteError {
    WriteError::Path {
        path: shown_path(&page.path),
        reason,
        copied: is_copied(page),
    }
}

fn is_copied(page: &Page) -> bool {
    page.bytes().is_none()
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
fn nested(page: &Page, seen: &HashMap<String, &Page>) -> Result<(), WriteError> {
    for (at, _) in page.path.match_indices('/') {
        if let Some(other) = seen.get(&page.path[..at].to_lowercase()) {
            let other = &other.path;
            let reason = format!("`{other}` is a page, and cannot be a folder as well");
            return Err(refused(page, reason));
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
        valid(&pages).err().map(|error| error.to_string())
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

    #[test]
    fn one_file_may_be_published_for_several_targets_and_says_what_to_rename() {
        let file = Page::copy("sv/a.png");
        let pages = [file.clone(), Page::new("sv/b.html", ""), file];
        assert_eq!(valid(&pages).unwrap().len(), 2);
        let pages = [Page::new("sv/a.png", ""), Page::copy("sv/a.png")];
        assert!(valid(&pages).is_err());
        let error = valid(&[Page::copy("sv/aux.png")]).unwrap_err().to_string();
        assert!(
            error.contains("the file `sv/aux.png`") && error.contains("what leads to it"),
            "{error}"
        );
    }
}
