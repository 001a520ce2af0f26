//! The kinds of page that can be made, each as a table of facts.

use super::again::{FullText, Texts};
use super::edition::{Edition, Place};
use super::press::Wanted;
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
    /// Makes what its pages share and several threads make, before it is waited for.
    pub(super) prepare: fn(&Edition),
    /// Makes the page of one article, where each has one.
    pub(super) article: Option<ArticlePage>,
    /// Makes the wanted pages that belong to no single article; it may make others beside them.
    pub(super) site: fn(&Edition, Wanted) -> Result<Vec<Page>, RenderError>,
    /// Whether there may be a redirect at a path.
    pub(super) may_redirect: fn(&Edition, &str) -> bool,
    /// Makes the wanted pages at old paths that lead on, besides the pages that there are.
    pub(super) redirects: Redirects,
    /// Makes what pages are found with by codes and names.
    pub(super) search: fn(&Edition, Wanted) -> Result<Vec<Page>, RenderError>,
    /// The folder of what pages are found with by their words, where they are.
    pub(super) full_text_folder: fn(&Edition) -> Option<&'static str>,
    /// What the page of an article is found by, where it can be found.
    pub(super) record: fn(&Edition, Place, &Page) -> Option<Record>,
    /// Makes what pages are found with by their words.
    pub(super) full_text: FullTextOf,
}

/// What is kept of a page until all are made: it is searched by this, and the page itself has gone to its readers.
pub(super) struct Record {
    pub(super) place: Place,
    pub(super) text: String,
}

/// Makes redirects besides the pages at the paths that are taken.
pub(super) type Redirects =
    fn(&Edition, &mut dyn Iterator<Item = &str>, Wanted) -> Result<Vec<Page>, RenderError>;

/// Makes the full text of pages.
pub(super) type FullTextOf = fn(&Edition, &Texts) -> Result<FullText, RenderError>;

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
    prepare: html::prepare,
    article: Some(html::article),
    site: html::site,
    may_redirect: html::may_redirect,
    redirects: html::redirects,
    search: html::search,
    full_text_folder: html::full_text_folder,
    record: html::record,
    full_text: html::full_text,
};

/// What is the same for pages that are files alone: nobody searches them, and nothing leads on to them.
const FILES: Target = Target {
    prepare: |_| {},
    article: None,
    may_redirect: |_, _| false,
    redirects: |_, _, _| Ok(Vec::new()),
    search: |_, _| Ok(Vec::new()),
    full_text_folder: |_| None,
    record: |_, _, _| None,
    full_text: |_, _| Ok(FullText::default()),
    ..HTML
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
    site: |edition, _| markdown::site(edition),
    ..FILES
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
    site: |edition, _| man::site(edition),
    ..FILES
};

/// Tables as data for programs. Its pages are of no article, and what they link to are pages for browsers.
pub static CATALOGUE: Target = Target {
    name: TargetName::Catalogue,
    extension: "json",
    folder: "catalogue",
    site: |edition, _| catalogue::site(edition),
    ..FILES
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
