//! The pages that tell how the articles stand: one of the site, one a language, and one of what belongs to no language.

mod coverage;
mod findings;
mod matrix;
mod owed;
mod wording;

use serde::Serialize;

use super::assets;
use super::head::{self, Frame, Subject, Version};
use crate::locale::{Locale, Words};
use crate::model::{Count, Debt, Page, State, Status};
use crate::render::edition::Edition;
use crate::render::press::Wanted;
use crate::render::{RenderError, article as about, link, status_json};
use coverage::CoverageView;
use findings::SectionView;
use matrix::MatrixView;
use owed::OwedView;

/// How the path of each of them begins.
const BEGINNING: &str = "status";
const STATUS: &str = "status.html";
const SHARED: &str = "status/shared.html";
const OBJECT: &str = "status.json";
/// A style of their own, so that articles do not carry it.
const STYLE: &str = "status.css";

/// What the template of the site's page is given.
#[derive(Serialize)]
struct StatusView<'v> {
    #[serde(flatten)]
    about: AboutView<'v>,
    matrix: MatrixView,
    owed: OwedView,
}

/// What the template is given of a page of findings: of a language, or of none.
#[derive(Serialize)]
struct FindingsView<'v> {
    #[serde(flatten)]
    about: AboutView<'v>,
    owed: Vec<SectionView>,
    others: Vec<SectionView>,
    /// The way to the page of the site.
    whole: String,
}

/// What all these pages have in common.
#[derive(Serialize)]
struct AboutView<'v> {
    #[serde(flatten)]
    frame: Frame<'v>,
    heading: String,
    own_style: String,
    /// What translations are held against.
    against: String,
    checked: bool,
    coverage: Option<CoverageView>,
    /// The way to the same as data.
    object: String,
}

/// How an article stands in a language, as a sign and in a word.
#[derive(Serialize)]
struct StateView {
    name: &'static str,
    word: String,
}

/// Numbers that are shown; nothing where there is none.
#[derive(Serialize)]
struct CountView {
    error: Option<usize>,
    warning: Option<usize>,
    info: Option<usize>,
}

/// The page of a language.
fn path_of(locale: &Locale) -> String {
    format!("status/{}.html", locale.folder())
}

/// The way from a start page to the status, where it is told.
pub(super) fn way(edition: &Edition, from: &str) -> Option<String> {
    edition
        .site
        .status
        .as_ref()
        .map(|_| link::way(from, STATUS))
}

/// Makes the pages and the object, where the site tells how its articles stand.
pub(super) fn pages(edition: &Edition, wanted: Wanted) -> Result<Vec<Page>, RenderError> {
    if !wanted.begins(BEGINNING) && !wanted.begins(assets::FOLDER) {
        return Ok(Vec::new());
    }
    let (Some(status), Some(first)) = (&edition.site.status, edition.first_locale()) else {
        return Ok(Vec::new());
    };
    let mut pages = edition.assets().pages(&[STYLE]);
    if !wanted.begins(BEGINNING) {
        return Ok(pages);
    }
    let debts = status.debts(edition.site);
    pages.push(whole(edition, status, &debts, first)?);
    pages.push(shared(edition, status, first)?);
    pages.push(Page::new(OBJECT, status_json(edition.site, status)));
    for locale in &status.locales {
        pages.push(of_language(edition, status, &debts, *locale)?);
    }
    Ok(pages)
}

fn whole(
    edition: &Edition,
    status: &Status,
    debts: &[Debt],
    locale: &Locale,
) -> Result<Page, RenderError> {
    let heading = edition.words(locale).say("status");
    let coverage = CoverageView::whole(edition, status, locale);
    let view = StatusView {
        about: about(edition, status, locale, STATUS, heading, Some(coverage)),
        matrix: MatrixView::new(edition, status, locale),
        owed: OwedView::new(edition, debts, locale),
    };
    Ok(Page::new(STATUS, edition.fill("status.html", &view)?))
}

fn of_language(
    edition: &Edition,
    status: &Status,
    debts: &[Debt],
    index: usize,
) -> Result<Page, RenderError> {
    let locale = &edition.site.locales[index];
    let path = path_of(locale);
    let language = [("language", edition.name(locale))];
    let heading = edition.words(locale).say_with("status-in", &language);
    let coverage = CoverageView::of_language(edition, status, index);
    let view = FindingsView {
        about: about(edition, status, locale, &path, heading, Some(coverage)),
        owed: findings::owed(edition, status, debts, index),
        others: findings::others(edition, status, index),
        whole: link::way(&path, STATUS),
    };
    let html = edition.fill("findings.html", &view)?;
    Ok(Page::new(path, html))
}

fn shared(edition: &Edition, status: &Status, locale: &Locale) -> Result<Page, RenderError> {
    let heading = edition.words(locale).say("status-shared");
    let view = FindingsView {
        about: about(edition, status, locale, SHARED, heading, None),
        owed: Vec::new(),
        others: findings::shared(edition, status, locale),
        whole: link::way(SHARED, STATUS),
    };
    Ok(Page::new(SHARED, edition.fill("findings.html", &view)?))
}

fn about<'v>(
    edition: &'v Edition,
    status: &Status,
    locale: &'v Locale,
    path: &'v str,
    heading: String,
    coverage: Option<CoverageView>,
) -> AboutView<'v> {
    let site = edition.title(locale);
    let subject = Subject {
        locale,
        path,
        place: None,
        manifest: None,
        name: heading.clone(),
        title: format!("{heading} | {site}"),
        description: format!("{heading}: {site}"),
        author: None,
        // It is for those who write, and whoever searches wants an article.
        robots: Some("noindex".to_owned()),
        versions: versions(edition, status),
        default: STATUS.to_owned(),
        original: None,
        content: "content".to_owned(),
    };
    AboutView {
        frame: Frame::new(edition, subject),
        heading,
        own_style: edition.asset(path, STYLE),
        against: against(edition, locale),
        checked: status.checked,
        coverage,
        object: link::way(path, OBJECT),
    }
}

/// Each language has a page of its own articles, in its words.
fn versions<'v>(edition: &'v Edition, status: &Status) -> head::Versions<'v> {
    let locales = status.locales.iter();
    locales
        .map(|locale| {
            let locale = edition.site.locales[*locale].as_ref();
            Version {
                locale,
                path: path_of(locale),
                text: None,
            }
        })
        .collect()
}

fn against(edition: &Edition, locale: &Locale) -> String {
    let words = edition.words(locale);
    match &edition.site.reference {
        Some(reference) => {
            let language = edition.name_in(locale, reference);
            words.say_with("status-reference", &[("language", &language)])
        }
        None => words.say("status-consensus"),
    }
}

impl StateView {
    fn new(words: &Words, state: State) -> Self {
        StateView {
            name: state.name(),
            word: words.say(wording::name(state)),
        }
    }
}

impl From<Count> for CountView {
    fn from(count: Count) -> Self {
        let shown = |number: usize| (number > 0).then_some(number);
        CountView {
            error: shown(count.error),
            warning: shown(count.warning),
            info: shown(count.info),
        }
    }
}

/// An article as the pages name it: by the title that readers of a language know, with the way to its page.
#[derive(Serialize)]
struct NameView {
    title: String,
    /// The language of the title, where it is not the page's.
    lang: Option<String>,
    id: String,
    /// The way to the article's page; an article may be none.
    href: Option<String>,
}

impl NameView {
    fn new(edition: &Edition, translations: usize, locale: &Locale, from: &str) -> Self {
        let texts = &edition.site.translations[translations];
        let text = texts.in_locale(locale.folder());
        let text = text.unwrap_or_else(|| texts.principal());
        // Borrowed words make all around it another language's.
        let is_borrowed = edition.words(locale).borrowed().is_some();
        let is_other = is_borrowed || text.locale.folder() != locale.folder();
        let page = edition.page(translations, edition.index_of(locale));
        NameView {
            title: about::one_line(text.title()),
            lang: is_other.then(|| text.locale.tag().to_owned()),
            id: texts.id.clone(),
            href: page.map(|place| link::way(from, edition.path(place))),
        }
    }
}
