//! The templates of one target: the site's own shadow the built-in ones one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera};

use super::{RenderError, Target};
use crate::model::Site;

/// The templates and assets that come with the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "templates/"]
struct BuiltIn;

/// Where a site's own templates find those that they shadow.
const BUILT_IN: &str = "built-in";

/// The room that is made for a page at once.
const PAGE: usize = 1 << 16;

/// The templates of one target, ready to be filled.
pub(super) struct Templates {
    folder: &'static str,
    tera: Tera,
}

impl Templates {
    pub(super) fn load(site: &Site, target: &Target) -> Result<Templates, RenderError> {
        let mut tera = Tera::default();
        // Every name ends with nothing: no template escapes this target's escaping.
        tera.autoescape_on(vec![""]);
        tera.set_escape_fn(target.escape);
        tera.add_raw_templates(texts(site, target.folder))
            .map_err(|error| RenderError::from_tera(target.folder, &error))?;
        Ok(Templates {
            folder: target.folder,
            tera,
        })
    }

    /// Fills a template with a view.
    pub(super) fn fill(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<String, RenderError> {
        let context = self.context(view)?;
        let filled = self.tera.render(template, &context);
        filled.map_err(|error| self.failed(&error))
    }

    /// Fills the template of a whole page. Whoever needs its bytes alone need not have them searched for what is no text.
    pub(super) fn fill_page(
        &self,
        template: &str,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, RenderError> {
        let context = self.context(view)?;
        let mut page = Vec::with_capacity(PAGE);
        let filled = self.tera.render_to(template, &context, &mut page);
        filled.map_err(|error| self.failed(&error))?;
        Ok(page)
    }

    fn context(&self, view: &impl Serialize) -> Result<Context, RenderError> {
        Context::from_serialize(view).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &tera::Error) -> RenderError {
        RenderError::from_tera(self.folder, error)
    }
}

/// A file that comes with the program or with the site.
pub(super) struct File<'a> {
    /// The path under the folder that was asked for.
    pub(super) path: String,
    pub(super) content: Cow<'a, [u8]>,
    /// Whether it is the site's, and no mere copy of ours.
    pub(super) is_own: bool,
}

impl<'a> File<'a> {
    /// What a file of text says.
    pub(super) fn text(self) -> Cow<'a, str> {
        match self.content {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
}

/// Returns the files of a folder, sorted by path: the site's own shadow the built-in ones one by one.
pub(super) fn files<'a>(site: &'a Site, folder: &str) -> Vec<File<'a>> {
    // The later of two with one path stays.
    let files = built_in(folder).chain(own(site, folder));
    let files: BTreeMap<String, File> = files.map(|file| (file.path.clone(), file)).collect();
    files.into_values().collect()
}

fn built_in<'a>(folder: &str) -> impl Iterator<Item = File<'a>> {
    BuiltIn::iter().filter_map(move |path| {
        Some(File {
            path: under(folder, &path)?,
            content: BuiltIn::get(&path)?.data,
            is_own: false,
        })
    })
}

fn own<'a>(site: &'a Site, folder: &str) -> impl Iterator<Item = File<'a>> {
    let texts = site.templates.iter();
    let texts = texts.map(|source| (source.path(), source.text().as_bytes()));
    let pictures = site.pictures.iter();
    let pictures = pictures.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    texts.chain(pictures).filter_map(move |(path, content)| {
        Some(File {
            path: under(folder, path)?,
            content: Cow::Borrowed(content),
            is_own: BuiltIn::get(path).is_none_or(|it| it.data != content),
        })
    })
}

/// A path as seen from a folder that it lies in.
fn under(folder: &str, path: &str) -> Option<String> {
    Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned())
}

/// Names and texts of a folder's templates. Each built-in one is there by a second name, `built-in/page.html`, so that a
/// site's own can extend what it shadows and change one block of it.
fn texts<'a>(site: &'a Site, folder: &str) -> Vec<(String, Cow<'a, str>)> {
    let second = built_in(folder).map(|file| (format!("{BUILT_IN}/{}", file.path), file));
    let first = files(site, folder).into_iter();
    let first = first.map(|file| (file.path.clone(), file));
    first
        .chain(second)
        .filter(|(name, _)| is_template(name))
        .map(|(name, file)| (name, file.text()))
        .collect()
}

/// Styles, scripts and icons are published as they are.
fn is_template(name: &str) -> bool {
    let kinds = [".css", ".js", ".svg", ".png"];
    !kinds.iter().any(|kind| name.ends_with(kind))
}
