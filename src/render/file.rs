//! Files of the site that pages show or link to.

use super::edition::{Edition, Place};
use super::link;
use crate::model::{Markup, NamedArticle, Size, is_harmless, is_image, percent_decoded};

/// An image that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Under the source folder, and so under the output folder.
    pub(super) path: String,
    pub(super) size: Option<Size>,
}

/// Returns the image of the site that a destination names, from a page.
pub(super) fn picture(edition: &Edition, from: Place, destination: &str) -> Option<Picture> {
    let destination = destination.trim();
    if link::scheme(destination).is_some() {
        return None;
    }
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let path = find(edition, from, &percent_decoded(path))?;
    let may = is_image(path) || edition.site.config.markup == Markup::Trusted;
    may.then(|| Picture {
        path: path.to_owned(),
        size: edition.site.sizes.get(path).copied(),
    })
}

/// Returns the file of the site that a path leads to, from a page, where readers may open it.
pub(super) fn linked(edition: &Edition, from: Place, path: &str) -> Option<String> {
    let path = find(edition, from, path)?;
    let may = is_harmless(path) || edition.site.config.markup == Markup::Trusted;
    may.then(|| path.to_owned())
}

/// Finds a file: that of the page's language, else that of its text, of the language that the path names, of the reference.
fn find<'a>(edition: &'a Edition, from: Place, path: &str) -> Option<&'a str> {
    let article = edition.article(from);
    let named = NamedArticle::of(edition.site, article, path)?;
    let reference = edition.site.reference.as_deref();
    let locales = [
        Some(edition.locale(from)),
        Some(&article.locale),
        named.locale,
        reference,
    ];
    let mut folders = locales.into_iter().flatten().map(|locale| locale.folder());
    folders.find_map(|folder| edition.file(&format!("{folder}/{}", named.path)))
}
