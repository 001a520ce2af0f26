//! Every article in every language, each with a sign.

use serde::Serialize;

use super::findings::anchor;
use super::{NameView, SHARED, STATUS, path_of, wording};
use crate::locale::Locale;
use crate::model::{State, Status};
use crate::render::edition::Edition;
use crate::render::link;

/// With more cells than this only articles that owe something have a row: a browser takes a second for ten times as many.
const ROOM: usize = 12_000;

/// With more languages than this the table is wider than a screen.
const WIDE: usize = 8;

#[derive(Serialize)]
pub(super) struct MatrixView {
    languages: Vec<LanguageView>,
    /// Whether any finding belongs to no single language.
    has_shared: bool,
    wide: bool,
    groups: Vec<GroupView>,
    /// How many articles are left out, in words.
    omitted: Option<String>,
    /// Whether anything is owed: then a reader sees that alone at first.
    owes: bool,
    /// How many columns there are.
    span: usize,
}

#[derive(Serialize)]
struct LanguageView {
    name: String,
    lang: String,
    dir: &'static str,
    href: String,
}

/// Articles of one folder.
#[derive(Serialize)]
struct GroupView {
    folder: String,
    rows: Vec<RowView>,
}

#[derive(Serialize)]
struct RowView {
    name: NameView,
    cells: Vec<CellView>,
    shared: Option<CellView>,
    /// Whether nothing is owed in any language.
    is_fine: bool,
}

#[derive(Serialize)]
struct CellView {
    state: &'static str,
    word: String,
    /// Errors and warnings besides staleness and absence.
    number: Option<usize>,
    /// The way to what was found.
    href: Option<String>,
}

/// What every cell is made from.
struct Maker<'m, 'a> {
    edition: &'m Edition<'a>,
    status: &'m Status,
    reader: &'m Locale,
    /// By locale, and behind them that of what is shared.
    ways: Vec<String>,
    /// In the order of [`State::ALL`].
    words: [String; 5],
}

impl MatrixView {
    pub(super) fn new(edition: &Edition, status: &Status, reader: &Locale) -> Self {
        let maker = Maker::new(edition, status, reader);
        let all = edition.site.translations.len();
        let is_large = all * status.locales.len() > ROOM;
        let articles: Vec<usize> = (0..all).filter(|at| !is_large || maker.owes(*at)).collect();
        let omitted = all - articles.len();
        let has_shared = status.count_shared().all() > 0;
        let words = edition.words(reader);
        MatrixView {
            languages: status
                .locales
                .iter()
                .map(|it| maker.language(*it))
                .collect(),
            has_shared,
            wide: status.locales.len() > WIDE,
            groups: maker.groups(&articles),
            omitted: (omitted > 0).then(|| words.count("owing-nothing", omitted)),
            owes: articles.iter().any(|at| maker.owes(*at)),
            span: 1 + status.locales.len() + usize::from(has_shared),
        }
    }
}

impl<'m, 'a> Maker<'m, 'a> {
    fn new(edition: &'m Edition<'a>, status: &'m Status, reader: &'m Locale) -> Self {
        let locales = edition.site.locales.iter();
        let ways = locales.map(|locale| link::way(STATUS, &path_of(locale)));
        let words = edition.words(reader);
        Maker {
            edition,
            status,
            reader,
            ways: ways.chain([link::way(STATUS, SHARED)]).collect(),
            words: State::ALL.map(|state| words.say(wording::name(state))),
        }
    }

    fn language(&self, index: usize) -> LanguageView {
        let locale = &self.edition.site.locales[index];
        LanguageView {
            name: self.edition.name(locale).to_owned(),
            lang: locale.tag().to_owned(),
            dir: super::super::head::direction(locale),
            href: self.ways[index].clone(),
        }
    }

    fn owes(&self, article: usize) -> bool {
        let mut locales = self.status.locales.iter();
        let shared = self.status.damage((Some(article), None)) > 0;
        shared || locales.any(|locale| self.status.state(article, *locale).is_debt())
    }

    /// Articles come sorted; those of one folder stand together under it, and its own folders behind.
    fn groups(&self, articles: &[usize]) -> Vec<GroupView> {
        let folder = |at: usize| {
            let id = &self.edition.site.translations[at].id;
            id.rsplit_once('/').map_or("", |(folder, _)| folder)
        };
        let mut articles = articles.to_vec();
        articles.sort_by_key(|at| folder(*at));
        let groups = articles.chunk_by(|a, b| folder(*a) == folder(*b));
        groups
            .map(|articles| GroupView {
                folder: folder(articles[0]).to_owned(),
                rows: articles.iter().map(|at| self.row(*at)).collect(),
            })
            .collect()
    }

    fn row(&self, article: usize) -> RowView {
        let name = NameView::new(self.edition, article, self.reader, STATUS);
        let fragment = link::encoded(&anchor(&name.id));
        let locales = self.status.locales.iter();
        RowView {
            cells: locales
                .map(|it| self.cell(article, *it, &fragment))
                .collect(),
            shared: self.shared(article, &fragment),
            is_fine: !self.owes(article),
            name,
        }
    }

    fn cell(&self, article: usize, locale: usize, fragment: &str) -> CellView {
        let state = self.status.state(article, locale);
        let place = (Some(article), Some(locale));
        let has_section = state.is_debt() || self.status.count(place).all() > 0;
        let word = State::ALL.iter().position(|it| *it == state).unwrap_or(0);
        CellView {
            state: state.name(),
            word: self.words[word].clone(),
            number: Some(self.status.damage(place)).filter(|number| *number > 0),
            href: has_section.then(|| format!("{}#{fragment}", self.ways[locale])),
        }
    }

    fn shared(&self, article: usize, fragment: &str) -> Option<CellView> {
        let count = self.status.count((Some(article), None));
        let way = self.ways.last()?;
        (count.all() > 0).then(|| CellView {
            state: "shared",
            word: String::new(),
            number: Some(count.all()),
            href: Some(format!("{way}#{fragment}")),
        })
    }
}
