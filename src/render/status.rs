//! How the articles of a site stand, as one JSON object whose shape is a promise.

use std::collections::BTreeMap;

use serde::Serialize;

use super::article::one_line;
use crate::model::{Article, Count, Site, State, Status, Totals};

/// What the object promises, as a JSON Schema.
pub const STATUS_SCHEMA: &str = include_str!("status.schema.json");

#[derive(Serialize)]
struct StatusObject<'a> {
    version: u8,
    checked: bool,
    reference: Option<&'a str>,
    summary: SummaryObject,
    locales: Vec<LocaleObject<'a>>,
    shared: Count,
    debts: Vec<DebtObject<'a>>,
    articles: Vec<ArticleObject<'a>>,
}

#[derive(Serialize)]
struct SummaryObject {
    locales: usize,
    /// In all languages together, as a report of `check` counts them.
    articles: usize,
    #[serde(flatten)]
    totals: Totals,
    #[serde(flatten)]
    count: Count,
}

#[derive(Serialize)]
struct LocaleObject<'a> {
    locale: &'a str,
    tag: &'a str,
    #[serde(flatten)]
    totals: Totals,
    #[serde(flatten)]
    count: Count,
}

#[derive(Serialize)]
struct DebtObject<'a> {
    article: &'a str,
    locale: &'a str,
    state: State,
    date: Option<String>,
}

#[derive(Serialize)]
struct ArticleObject<'a> {
    article: &'a str,
    title: String,
    version: Option<&'a str>,
    shared: Count,
    locales: BTreeMap<&'a str, TextObject<'a>>,
}

#[derive(Serialize)]
struct TextObject<'a> {
    state: State,
    source_version: Option<&'a str>,
    date: Option<String>,
    #[serde(flatten)]
    count: Count,
}

/// Returns the object with a line break at its end: the same for the same site and findings.
pub fn status_json(site: &Site, status: &Status) -> String {
    let articles = 0..site.translations.len();
    let totals = status.totals_all();
    let locales = status.locales.iter();
    let object = StatusObject {
        version: 1,
        checked: status.checked,
        reference: site.reference.as_ref().map(|locale| locale.folder()),
        summary: SummaryObject {
            locales: status.locales.len(),
            articles: totals.current + totals.stale + totals.damaged,
            totals,
            count: status.count_all(),
        },
        locales: locales.map(|it| locale(site, status, *it)).collect(),
        shared: status.count_shared(),
        debts: debts(site, status),
        articles: articles.map(|at| article(site, status, at)).collect(),
    };
    // Strings and numbers in structs always have a form in JSON.
    let mut text = serde_json::to_string_pretty(&object).expect("plain values are JSON");
    text.push('\n');
    text
}

fn locale<'a>(site: &'a Site, status: &Status, locale: usize) -> LocaleObject<'a> {
    LocaleObject {
        locale: site.locales[locale].folder(),
        tag: site.locales[locale].tag(),
        totals: status.totals(locale),
        count: status.count_in(locale),
    }
}

fn debts<'a>(site: &'a Site, status: &Status) -> Vec<DebtObject<'a>> {
    let debts = status.debts(site).into_iter();
    debts
        .map(|debt| DebtObject {
            article: &site.translations[debt.translations].id,
            locale: site.locales[debt.locale].folder(),
            state: debt.state,
            date: debt.date.map(|date| date.to_string()),
        })
        .collect()
}

fn article<'a>(site: &'a Site, status: &Status, at: usize) -> ArticleObject<'a> {
    let translations = &site.translations[at];
    let reference = translations.reference.map(|it| &translations.articles[it]);
    let locales = status.locales.iter().map(|locale| {
        let folder = site.locales[*locale].folder();
        let text = translations.in_locale(folder);
        (folder, self::text(status, text, (at, *locale)))
    });
    ArticleObject {
        article: &translations.id,
        title: one_line(translations.principal().title()),
        version: reference.map(|article| article.version.as_str()),
        shared: status.count((Some(at), None)),
        locales: locales.collect(),
    }
}

fn text<'a>(
    status: &Status,
    article: Option<&'a Article>,
    (translations, locale): (usize, usize),
) -> TextObject<'a> {
    let source = article.and_then(|article| Some(article.source_version()?.0));
    let date = article.and_then(Article::date);
    TextObject {
        state: status.state(translations, locale),
        source_version: source,
        date: date.map(|date| date.to_string()),
        count: status.count((Some(translations), Some(locale))),
    }
}
