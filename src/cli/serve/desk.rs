//! Answers for paths of the site with pages that are made when they are asked for.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use glotta::discover::{DiskWorld, Shelf, World};
use glotta::model::{Content, Page, Site};
use glotta::render::{Press, Shown};
use hyper::body::Bytes;

use super::answer::{Answer, Made};
use super::{kind, page};

/// How many pages are kept that were made; more are made again.
const KEPT: usize = 256;

/// The page of a folder.
const INDEX: &str = "index.html";
const NOT_FOUND: &str = "404.html";

/// Pages that were made, by path.
pub type Pages = HashMap<String, Made>;

/// A site that is served.
pub struct Desk<'a> {
    press: Press<'a>,
    world: &'a DiskWorld,
    shelf: Shelf,
    made: Mutex<Pages>,
    /// Pages as they were before the last change: better than none where a template is broken.
    last: &'a Pages,
    /// Why pages could not be made.
    errors: Mutex<BTreeSet<String>>,
    /// How often files have changed that pages show: a page holds none of them, and is another all the same.
    files: usize,
}

impl<'a> Desk<'a> {
    pub fn new(
        press: Press<'a>,
        site: &Site,
        world: &'a DiskWorld,
        last: &'a Pages,
        files: usize,
    ) -> Desk<'a> {
        Desk {
            press,
            world,
            shelf: Shelf::Articles(site.config.source.clone()),
            made: Mutex::default(),
            last,
            errors: Mutex::default(),
            files,
        }
    }

    /// Answers for a path without the `/` that it begins with.
    pub fn answer(&self, path: &str) -> Answer {
        let file = file(path);
        match self.made(&file) {
            Some(Ok(made)) => Answer::Page(made),
            Some(Err(error)) => Answer::Broken(broken(&error)),
            None if file == path && self.has(&format!("{path}/{INDEX}")) => {
                Answer::Moved(format!("/{path}/"))
            }
            None => Answer::Missing(self.missing(path)),
        }
    }

    fn has(&self, path: &str) -> bool {
        self.made(path).is_some()
    }

    /// The page of the nearest folder that says that there is nothing.
    fn missing(&self, path: &str) -> Option<Made> {
        let folder = path.split('/').next().unwrap_or_default();
        let own = self.made(&format!("{folder}/{NOT_FOUND}"));
        own.or_else(|| self.made(NOT_FOUND))?.ok()
    }

    /// The page or file at a path of the site.
    fn made(&self, path: &str) -> Option<Result<Made, String>> {
        if let Some(made) = lock(&self.made).get(path) {
            return Some(Ok(made.clone()));
        }
        let page = match self.press.page(path)? {
            Ok(page) => page,
            Err(error) => return Some(self.failed(path, error.to_string())),
        };
        let is_file = page.bytes().is_none();
        let made = self.served(page)?;
        if !is_file {
            let mut kept = lock(&self.made);
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(path.to_owned(), made.clone());
        }
        Some(Ok(made))
    }

    fn failed(&self, path: &str, error: String) -> Result<Made, String> {
        lock(&self.errors).insert(error.clone());
        self.last.get(path).cloned().ok_or(error)
    }

    /// A page as browsers get it; a file that has gone since the site was read is none.
    fn served(&self, page: Page) -> Option<Made> {
        let kind = kind::of(&page.path);
        let bytes = match page.content {
            Content::Bytes(bytes) => bytes,
            Content::File(path) => self.world.read(&self.shelf, &path).ok()?,
        };
        let version = format!("{}-{}", page::version(&bytes), self.files);
        let bytes = match std::str::from_utf8(&bytes) {
            Ok(html) if kind.starts_with("text/html") => {
                Bytes::from(page::with_script(html, &version))
            }
            _ => Bytes::from(bytes),
        };
        Some(Made {
            bytes,
            kind,
            version,
        })
    }

    /// Whether the answer for a path is another than the one that a browser has.
    pub fn differs(&self, path: &str, version: &str) -> bool {
        match self.answer(path) {
            Answer::Page(made) | Answer::Missing(Some(made)) | Answer::Broken(made) => {
                made.version != version
            }
            Answer::Moved(_) => true,
            Answer::Missing(None) => false,
        }
    }

    /// The article that the page at a path is made of.
    pub fn shown(&self, path: &str) -> Option<Shown> {
        self.press.shown(&file(path))
    }

    /// Why pages could not be made so far.
    pub fn errors(&self) -> BTreeSet<String> {
        lock(&self.errors).clone()
    }

    /// The pages that were made.
    pub fn into_pages(self) -> Pages {
        self.made
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file that a path means: of a folder its index.
fn file(path: &str) -> String {
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}{INDEX}"),
        false => path.to_owned(),
    }
}

/// A page that says why there is no other, and reloads once there is.
fn broken(error: &str) -> Made {
    let html = page::failure(error);
    let version = page::version(html.as_bytes());
    Made {
        bytes: Bytes::from(page::with_script(&html, &version)),
        kind: "text/html; charset=utf-8",
        version,
    }
}
