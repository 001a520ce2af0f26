//! What was found, article by article.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::escape;
use super::super::identifier::identifier;
use super::owed::DayView;
use super::{NameView, SHARED, StateView, path_of, wording};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::{Locale, Words};
use crate::model::{Debt, Status};
use crate::render::edition::Edition;

/// An article and what was found in it.
#[derive(Serialize)]
pub(super) struct SectionView {
    id: String,
    /// Nothing for files that are no article.
    name: Option<NameView>,
    /// The file that most of it was found in.
    path: Option<String>,
    state: Option<StateView>,
    day: Option<DayView>,
    /// Errors and warnings.
    grave: Vec<FindingView>,
    infos: Vec<FindingView>,
    info_count: String,
}

/// Findings that say the same of several places.
#[derive(Serialize)]
struct FindingView {
    severity: &'static str,
    word: String,
    rule: &'static str,
    /// HTML.
    message: String,
    place: String,
}

/// What tells findings apart when places do not count.
type Saying<'d> = (std::cmp::Reverse<Severity>, &'static str, &'d str, &'d str);

/// The id of an article's section, which is the same in all languages; no id of the page's own begins like it.
pub(super) fn anchor(id: &str) -> String {
    format!("article-{}", identifier(id))
}

/// What a language owes, the oldest first.
pub(super) fn owed(
    edition: &Edition,
    status: &Status,
    debts: &[Debt],
    index: usize,
) -> Vec<SectionView> {
    let locale = edition.site.locales[index].as_ref();
    let maker = Maker::new(edition, status, locale, path_of(locale));
    let own = debts.iter().filter(|debt| debt.locale == index);
    own.map(|debt| maker.debt(debt)).collect()
}

/// What was found in a language where nothing is owed, and in files that are no articles.
pub(super) fn others(edition: &Edition, status: &Status, index: usize) -> Vec<SectionView> {
    let locale = edition.site.locales[index].as_ref();
    let maker = Maker::new(edition, status, locale, path_of(locale));
    let articles = 0..edition.site.translations.len();
    let fine = articles.filter(|at| !status.state(*at, index).is_debt());
    let places = fine.map(Some).chain([None]);
    places
        .filter_map(|at| maker.found(at, Some(index)))
        .collect()
}

/// What belongs to no single language.
pub(super) fn shared(edition: &Edition, status: &Status, locale: &Locale) -> Vec<SectionView> {
    let maker = Maker::new(edition, status, locale, SHARED.to_owned());
    let articles = (0..edition.site.translations.len()).map(Some);
    let places = [None].into_iter().chain(articles);
    places.filter_map(|at| maker.found(at, None)).collect()
}

struct Maker<'m, 'a> {
    edition: &'m Edition<'a>,
    status: &'m Status,
    locale: &'m Locale,
    words: &'m Words,
    /// The page that is made.
    path: String,
}

impl<'m, 'a> Maker<'m, 'a> {
    fn new(edition: &'m Edition<'a>, status: &'m Status, locale: &'m Locale, path: String) -> Self {
        Maker {
            edition,
            status,
            locale,
            words: edition.words(locale),
            path,
        }
    }

    fn debt(&self, debt: &Debt) -> SectionView {
        let mut section = self.section(Some(debt.translations), Some(debt.locale));
        section.state = Some(StateView::new(self.words, debt.state));
        section.day = DayView::of(debt, self.locale);
        section
    }

    /// A section, if anything was found.
    fn found(&self, article: Option<usize>, locale: Option<usize>) -> Option<SectionView> {
        let count = self.status.count((article, locale));
        (count.all() > 0).then(|| self.section(article, locale))
    }

    fn section(&self, article: Option<usize>, locale: Option<usize>) -> SectionView {
        let name = article.map(|at| NameView::new(self.edition, at, self.locale, &self.path));
        let path = article.and_then(|at| self.file(at, locale));
        let mut alike: BTreeMap<Saying, Vec<usize>> = BTreeMap::new();
        for finding in self.status.findings((article, locale)) {
            let lines = alike.entry(saying(finding)).or_default();
            lines.push(finding.position().line);
        }
        let shown = |(saying, lines): (&Saying, &Vec<usize>)| {
            (saying.0.0, self.finding(saying, lines, path.as_deref()))
        };
        let (grave, infos): (Vec<_>, Vec<_>) = alike
            .iter()
            .map(shown)
            .partition(|(severity, _)| *severity > Severity::Info);
        let views = |views: Vec<(Severity, FindingView)>| views.into_iter().map(|it| it.1);
        let count = self.status.count((article, locale));
        SectionView {
            id: name
                .as_ref()
                .map_or("files".to_owned(), |name| anchor(&name.id)),
            name,
            path,
            state: None,
            day: None,
            grave: views(grave).collect(),
            infos: views(infos).collect(),
            info_count: self.words.count("info-count", count.info),
        }
    }

    /// The file of an article in a language; of what belongs to none, findings name their files themselves.
    fn file(&self, article: usize, locale: Option<usize>) -> Option<String> {
        let folder = self.edition.site.locales[locale?].folder();
        let text = self.edition.site.translations[article].in_locale(folder)?;
        Some(text.source.path().to_owned())
    }

    fn finding(&self, saying: &Saying, lines: &[usize], path: Option<&str>) -> FindingView {
        let (severity, rule, message, file) = *saying;
        FindingView {
            severity: severity.0.name(),
            word: self.words.say(wording::severity(severity.0)),
            rule,
            message: worded(message),
            place: place(file, lines, path),
        }
    }
}

fn saying(finding: &Diagnostic) -> Saying<'_> {
    let file = finding.primary.source.path();
    let severity = std::cmp::Reverse(finding.severity);
    (severity, finding.rule, &finding.message, file)
}

/// `a.md:3, 17`: the file's name alone where its whole path stands above.
fn place(file: &str, lines: &[usize], path: Option<&str>) -> String {
    let is_above = path == Some(file);
    let name = file.rsplit('/').next().filter(|_| is_above);
    let mut lines = lines.to_vec();
    lines.sort_unstable();
    lines.dedup();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    format!("{}:{}", name.unwrap_or(file), lines.join(", "))
}

/// A message as HTML: what stands between backticks is code.
fn worded(message: &str) -> String {
    let mut html = String::with_capacity(message.len() + 32);
    let parts: Vec<&str> = message.split('`').collect();
    let is_paired = parts.len() % 2 == 1;
    for (at, part) in parts.iter().enumerate() {
        match at % 2 {
            1 if is_paired => {
                html.push_str("<code>");
                escape::push(part, &mut html);
                html.push_str("</code>");
            }
            _ => escape::push(part, &mut html),
        }
        if !is_paired && at + 1 < parts.len() {
            html.push('`');
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_backticks_is_code() {
        for (message, expected) in [
            ("`a<b` is lost", "<code>a&lt;b</code> is lost"),
            ("a & b", "a &amp; b"),
            ("`**` and ` alone", "`**` and ` alone"),
            ("", ""),
        ] {
            assert_eq!(worded(message), expected);
        }
    }

    #[test]
    fn places_of_one_file_stand_together() {
        assert_eq!(
            place("de/x/a.md", &[7, 3, 7], Some("de/x/a.md")),
            "a.md:3, 7"
        );
        assert_eq!(place("en/a.md", &[1], Some("de/a.md")), "en/a.md:1");
    }
}
