//! What readers find pages with: a look-up of codes and names, and the full text.

#[cfg(feature = "search")]
mod full_text;
mod lookup;
#[cfg(feature = "search")]
mod record;
#[cfg(feature = "search")]
mod tag;

use serde::Serialize;

use crate::locale::Locale;
use crate::model::{Page, Search};
use crate::render::again::{FullText, Texts};
use crate::render::edition::{Edition, Place};
use crate::render::press::Wanted;
use crate::render::target::Record;
use crate::render::{RenderError, article, link, start};

pub(crate) use lookup::Lookups;

/// The folder of styles and scripts, those for searching among them.
const ASSETS: &str = "assets/";

/// The folder of everything that is published for searching.
const FOLDER: &str = "assets/search";

/// The script that searches, which is loaded when a reader means to.
const SCRIPT: &str = "search.js";

/// The module that searches the full text.
const FULL_TEXT: &str = "assets/search/pagefind.js";

/// Where a page finds what searching needs, once a reader wants to search.
#[derive(Serialize)]
pub(super) struct SearchView {
    /// The way to the script that searches.
    script: String,
    /// The way to the words and codes of the page's language.
    lookup: String,
    /// The way to the full text, where there is one.
    full_text: Option<String>,
}

impl SearchView {
    /// What the bar of a page is given; nothing where nothing could be found.
    pub(super) fn new(edition: &Edition, locale: &Locale, path: &str) -> Option<SearchView> {
        let lookup = edition.lookups().of_locale(edition.index_of(locale))?;
        Some(SearchView {
            script: link::way(path, edition.assets().path(SCRIPT)),
            lookup: link::way(path, &lookup.path),
            full_text: full_text_folder(edition).map(|_| link::way(path, FULL_TEXT)),
        })
    }
}

/// What the full text has of a page of the edition.
pub(crate) fn record(edition: &Edition, place: Place, page: &Page) -> Option<Record> {
    #[cfg(feature = "search")]
    if is_searched(edition, place) {
        return full_text::recorded(edition, place, page);
    }
    #[cfg(not(feature = "search"))]
    let _ = (edition, place, page);
    None
}

/// Makes the look-ups. A page that made them would wait for other threads, and make other pages meanwhile, which wait for it.
pub(crate) fn prepare(edition: &Edition) {
    edition.lookups();
}

/// Makes what pages are found with by the codes and names in their tables.
pub(crate) fn search(edition: &Edition, wanted: Wanted) -> Result<Vec<Page>, RenderError> {
    if !wanted.begins(ASSETS) {
        return Ok(Vec::new());
    }
    let mut files = edition.lookups().pages();
    if !files.is_empty() {
        files.extend(edition.assets().pages(&[SCRIPT]));
    }
    Ok(files)
}

/// Makes what is published for searching the words of pages, of which these are the records.
pub(crate) fn full_text(edition: &Edition, texts: &Texts) -> Result<FullText, RenderError> {
    #[cfg(feature = "search")]
    return full_text::full_text(edition, texts);
    #[cfg(not(feature = "search"))]
    {
        let _ = (edition, texts);
        Ok(FullText::default())
    }
}

/// The folder of what the whole text is searched with, where readers can do so.
pub(crate) fn full_text_folder(edition: &Edition) -> Option<&'static str> {
    let has_full_text = edition.site.config.search == Search::Pagefind && Search::HAS_PAGEFIND;
    has_full_text.then_some(FOLDER)
}

/// The pages that can be found.
fn searched(edition: &Edition) -> Vec<Place> {
    let mut places = edition.places();
    places.retain(|place| is_searched(edition, *place));
    places
}

/// Whether a page can be found: a text in the language of its tree, which nobody hides from search engines.
///
/// A start page lists what is found anyway.
fn is_searched(edition: &Edition, place: Place) -> bool {
    let article = edition.article(place);
    !edition.is_fallback(place)
        && article.id != start::START
        && !article::is_hidden(edition.site, article)
}
