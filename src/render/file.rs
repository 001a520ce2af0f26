//! Files of the site that pages show or link to.

use super::edition::{Edition, Place};
use crate::model::{End, Markup, Size, is_harmless, is_image};

/// An image that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// Under the source folder, and so under the output folder.
    pub(super) path: String,
    pub(super) size: Option<Size>,
}

/// Returns the image of the site that a destination names, from a page.
pub(super) fn picture(edition: &Edition, from: Place, destination: &str) -> Option<Picture> {
    let folder = edition.locale(from).folder();
    let found = edition
        .destinations
        .find_for(folder, edition.article(from), destination);
    let End::File(path) = found.end else {
        return None;
    };
    let may = is_image(&path) || edition.site.config.markup == Markup::Trusted;
    may.then(|| Picture {
        size: edition.site.sizes.get(&path).copied(),
        path,
    })
}

/// Whether readers may open a file of the site.
pub(super) fn may_open(edition: &Edition, path: &str) -> bool {
    is_harmless(path) || edition.site.config.markup == Markup::Trusted
}
