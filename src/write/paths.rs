//! Which paths a page may have.

use std::collections::HashMap;

use super::WriteError;
use super::manifest::MANIFEST;
use crate::model::{path_fault, shown_path};

/// Where files wait that cannot wait beside the output folder.
pub(super) const INSIDE: &str = ".glotta-staging";

/// The paths that pages have taken, by their form in lower case.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashMap<String, Name>,
}

#[derive(Debug, PartialEq, Eq)]
struct Name {
    path: String,
    /// The file of the source folder that is published there.
    source: Option<String>,
}

impl Names {
    /// Takes a path for a page. Says no where the same file of the source folder has it already: pages of several targets may show one.
    ///
    /// Fails where the path leads elsewhere, or is another page's too.
    pub fn claim(&mut self, path: &str, source: Option<&str>) -> Result<bool, WriteError> {
        check(path).map_err(|reason| refused(path, source.is_some(), reason))?;
        let key = path.to_lowercase();
        let name = Name {
            path: path.to_owned(),
            source: source.map(str::to_owned),
        };
        match self.taken.get(&key) {
            None => drop(self.taken.insert(key, name)),
            Some(other) if source.is_some() && *other == name => return Ok(false),
            Some(other) => return Err(collision(&other.path, path)),
        }
        Ok(true)
    }

    /// A page cannot stand where another page needs a folder. Fails on the first one by its path.
    pub fn check_nesting(&self) -> Result<(), WriteError> {
        let faults = self.taken.iter().filter_map(|(key, name)| {
            let ends = key.match_indices('/').map(|(at, _)| &key[..at]);
            let other = ends.into_iter().find_map(|end| self.taken.get(end))?;
            Some((name, other))
        });
        match faults.min_by(|one, two| one.0.path.cmp(&two.0.path)) {
            None => Ok(()),
            Some((name, other)) => {
                let other = &other.path;
                let reason = format!("`{other}` is a page, and cannot be a folder as well");
                Err(refused(&name.path, name.source.is_some(), reason))
            }
        }
    }
}

fn refused(path: &str, copied: bool, reason: String) -> WriteError {
    WriteError::Path {
        path: shown_path(path),
        reason,
        copied,
    }
}

fn collision(first: &str, second: &str) -> WriteError {
    // Threads put pages in any order; the message has one.
    let (first, second) = (first.min(second).to_owned(), first.max(second).to_owned());
    match first == second {
        true => WriteError::Collision { path: first },
        false => WriteError::CaseCollision { first, second },
    }
}

/// Returns why a path is none under the output folder.
pub(super) fn check(path: &str) -> Result<(), String> {
    let first = path.split('/').next().unwrap_or_default();
    if first.eq_ignore_ascii_case(MANIFEST) || first.eq_ignore_ascii_case(INSIDE) {
        return Err("glotta keeps the name for a file of its own".into());
    }
    path_fault(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Content, Page};

    fn error(paths: &[&str]) -> Option<String> {
        let pages: Vec<_> = paths.iter().map(|path| Page::new(*path, "")).collect();
        valid(&pages).err().map(|error| error.to_string())
    }

    /// How many of the pages take a path.
    fn valid(pages: &[Page]) -> Result<usize, WriteError> {
        let mut names = Names::default();
        let mut claim = |page: &Page| match &page.content {
            Content::Bytes(_) => names.claim(&page.path, None),
            Content::File(source) => names.claim(&page.path, Some(source)),
        };
        let claims: Result<Vec<bool>, _> = pages.iter().map(&mut claim).collect();
        let claimed = claims?.into_iter().filter(|claimed| *claimed).count();
        names.check_nesting().map(|()| claimed)
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
            ".Glotta-Staging/a",
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
        assert_eq!(valid(&pages).unwrap(), 2);
        let pages = [Page::new("sv/a.png", ""), Page::copy("sv/a.png")];
        assert!(valid(&pages).is_err());
        let error = valid(&[Page::copy("sv/aux.png")]).unwrap_err().to_string();
        assert!(
            error.contains("the file `sv/aux.png`") && error.contains("what leads to it"),
            "{error}"
        );
    }
}
