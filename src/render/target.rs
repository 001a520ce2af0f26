//! The kinds of page that can be made, each as a table of facts.

use super::edition::{Edition, Place};
use super::{RenderError, catalogue, html, man, markdown};
use crate::model::{Page, Site, TargetName};

/// A kind of page: what its files are called, how text is made harmless in it, and who writes it.
pub struct Target {
    pub name: TargetName,
    /// Behind the dot of a page's path.
    pub extension: &'static str,
    /// The folder of its templates.
    pub folder: &'static str,
    /// Whether a row of a table can be linked to.
    pub(super) rows_have_anchors: bool,
    /// Makes text harmless in a template.
    pub(super) escape: tera::EscapeFn,
    pub(super) fallbacks: Fallbacks,
    /// Where a page would stand: for each of the site's translations, in each of its locales.
    pub(super) paths: fn(&Site) -> Vec<Vec<String>>,
    /// Makes the page of one article, where each has one.
    pub(super) article: Option<ArticlePage>,
    /// Makes the pages that belong to no single article.
    pub(super) site: fn(&Edition) -> Result<Vec<Page>, RenderError>,
    /// Makes pages at old paths that lead on, besides the pages that there are.
    pub(super) redirects: Redirects,
    /// Makes what pages are found with by codes and names.
    pub(super) search: fn(&Edition) -> Result<Vec<Page>, RenderError>,
    /// Whether pages are found by their words.
    pub(super) has_full_text: fn(&Edition) -> bool,
    /// Makes what pages are found with by their words, of all pages that are made of articles.
    pub(super) full_text: FullText,
}

/// Makes redirects besides the pages at the paths that are taken.
pub(super) type Redirects =
    fn(&Edition, &mut dyn Iterator<Item = &str>) -> Result<Vec<Page>, RenderError>;

/// Makes the full text of pages.
pub(super) type FullText =
    fn(&Edition, &mut dyn Iterator<Item = &Page>) -> Result<Vec<Page>, RenderError>;

/// Makes the page of one article.
pub(super) type ArticlePage = fn(&Edition, Place) -> Result<Page, RenderError>;

/// What a target has for readers whose language lacks an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fallbacks {
    /// A page in the language's own tree with the text of another language.
    Pages,
    /// A start page alone; links lead to the page of another language.
    StartPages,
    /// Nothing: readers' own program looks in other languages, as `man` does.
    Nothing,
}

/// Pages for browsers.
pub static HTML: Target = Target {
    name: TargetName::Html,
    extension: "html",
    folder: "html",
    rows_have_anchors: true,
    fallbacks: Fallbacks::Pages,
    escape: html::escape_to,
    paths: |site| beside_each_other(site, "html"),
    article: Some(html::article),
    site: html::site,
    redirects: html::redirects,
    search: html::search,
    has_full_text: html::has_full_text,
    full_text: html::full_text,
};

/// Pages for people and programs that read Markdown.
pub static MARKDOWN: Target = Target {
    name: TargetName::Markdown,
    extension: "md",
    folder: "markdown",
    rows_have_anchors: false,
    fallbacks: Fallbacks::StartPages,
    escape: markdown::escape_to,
    paths: |site| beside_each_other(site, "md"),
    article: Some(markdown::article),
    site: markdown::site,
    redirects: |_, _| Ok(Vec::new()),
    search: |_| Ok(Vec::new()),
    has_full_text: |_| false,
    full_text: |_, _| Ok(Vec::new()),
};

/// Pages for `man`.
pub static MAN: Target = Target {
    name: TargetName::Man,
    extension: "7",
    folder: "man",
    rows_have_anchors: false,
    fallbacks: Fallbacks::Nothing,
    escape: man::escape_to,
    paths: man::paths,
    article: Some(man::article),
    site: man::site,
    redirects: |_, _| Ok(Vec::new()),
    search: |_| Ok(Vec::new()),
    has_full_text: |_| false,
    full_text: |_, _| Ok(Vec::new()),
};

/// Tables as data for programs. Its pages are of no article, and what they link to are pages for browsers.
pub static CATALOGUE: Target = Target {
    name: TargetName::Catalogue,
    extension: "json",
    folder: "catalogue",
    article: None,
    site: catalogue::site,
    redirects: |_, _| Ok(Vec::new()),
    search: |_| Ok(Vec::new()),
    has_full_text: |_| false,
    full_text: |_, _| Ok(Vec::new()),
    ..HTML
};

impl Target {
    /// Every kind of page, in the order of [`TargetName::ALL`].
    pub const ALL: [&'static Target; 4] = [&HTML, &MARKDOWN, &MAN, &CATALOGUE];

    /// Returns the target of a name.
    pub fn named(name: TargetName) -> &'static Target {
        Target::ALL
            .into_iter()
            .find(|target| target.name == name)
            .expect("every name has its target")
    }
}

/// One file an article, in the folder of its language.
fn beside_each_other(site: &Site, extension: &str) -> Vec<Vec<String>> {
    let path = |folder: &str, id: &str| format!("{folder}/{id}.{extension}");
    site.translations
        .iter()
        .map(|translations| {
            let locales = site.locales.iter();
            locales
                .map(|locale| path(locale.folder(), &translations.id))
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_target() {
        for name in TargetName::ALL {
            assert_eq!(Target::named(name).name, name);
        }
    }
}
