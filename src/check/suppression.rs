//! Takes out the findings that somebody has allowed, and reports allowances that nothing needed: one
//! table of who allows what where, asked for every finding.

use std::collections::HashMap;

use jiff::civil::Date;

use super::faults::{FAULTS, UNUSED_SUPPRESSION};
use super::place::{Index, Places, SlotPath};
use super::ran::Ran;
use super::words;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Span, nearest};
use crate::model::{
    Allowance, Article, Block, BlockKind, Exemption, Extent, Site, Table, TableSlot, Translations,
    matches_path,
};

/// Why an allowance that does nothing is worth a report.
const WHY_UNUSED: &str = "an exemption that nothing needs would hide the next fault in its place";
const WHY_FLAWED: &str = "it allows nothing as it stands";

/// Takes what is allowed out of `diagnostics`, adds what is wrong with the allowances, and returns how many were taken.
///
/// A comment holds for its own language, one in the reference for what corresponds in all of them. A finding that all
/// languages share may be allowed where it is shown and in the reference, and without a reference in any language.
pub fn suppress(site: &Site, diagnostics: &mut Vec<Diagnostic>, ran: &Ran) -> usize {
    let mut comments = Comments::of(site);
    let mut exemptions = Exemptions::of(site);
    let mut places = Places::new(site);
    let before = diagnostics.len();
    diagnostics.retain(|diagnostic| {
        let at = places.article_of(diagnostic);
        // Whatever allows the finding has been of use.
        let by_comment = at.is_some_and(|at| comments.allow(diagnostic, at));
        let by_entry = exemptions.allow(diagnostic, &mut places);
        !(by_comment || by_entry)
    });
    let allowed = before - diagnostics.len();
    let needless = comments
        .needless(ran)
        .into_iter()
        .chain(exemptions.needless(ran));
    diagnostics.extend(needless);
    allowed
}

/// The comments of all articles.
struct Comments<'a> {
    site: &'a Site,
    all: Vec<Comment<'a>>,
    /// Indices by translations and rule.
    by_rule: HashMap<(usize, &'a str), Vec<usize>>,
}

struct Comment<'a> {
    translations: usize,
    article: usize,
    allowance: &'a Allowance,
    /// By article the places that it holds for.
    places: Vec<Vec<Span>>,
    /// Which of its rules have been of use.
    used: Vec<bool>,
}

impl<'a> Comments<'a> {
    fn of(site: &'a Site) -> Comments<'a> {
        let mut comments = Comments {
            site,
            all: Vec::new(),
            by_rule: HashMap::new(),
        };
        for (at, translations) in site.translations.iter().enumerate() {
            for (article, it) in translations.articles.iter().enumerate() {
                if it.allowances.is_empty() {
                    continue;
                }
                let map = Map::of(translations, article);
                for allowance in &it.allowances {
                    comments.add(at, article, allowance, &map);
                }
            }
        }
        comments
    }

    fn add(&mut self, translations: usize, article: usize, allowance: &'a Allowance, map: &Map) {
        let index = self.all.len();
        if allowance.flaw.is_none() {
            for (rule, _) in &allowance.rules {
                let key = (translations, rule.as_str());
                self.by_rule.entry(key).or_default().push(index);
            }
        }
        self.all.push(Comment {
            translations,
            article,
            allowance,
            places: match allowance.extent {
                Extent::Place(span) => map.places(span),
                _ => Vec::new(),
            },
            used: vec![false; allowance.rules.len()],
        });
    }

    fn allow(&mut self, diagnostic: &Diagnostic, (translations, article): (usize, usize)) -> bool {
        let rule = diagnostic.rule;
        let Some(indices) = self.by_rule.get(&(translations, rule)) else {
            return false;
        };
        let mut allowed = false;
        for index in indices {
            let comment = &mut self.all[*index];
            if comment.holds(&self.site.translations[translations], diagnostic, article) {
                allowed = true;
                let rules = comment.allowance.rules.iter().zip(&mut comment.used);
                rules
                    .filter(|((name, _), _)| name == rule)
                    .for_each(|(_, used)| *used = true);
            }
        }
        allowed
    }

    fn needless(&self, ran: &Ran) -> Vec<Diagnostic> {
        let names: Vec<&str> = self.site.config.names.iter().map(String::as_str).collect();
        let comments = self.all.iter();
        comments
            .flat_map(|comment| {
                let article =
                    &self.site.translations[comment.translations].articles[comment.article];
                let faults = comment.needless(article, &names, ran);
                faults
                    .into_iter()
                    .map(|fault| fault.about(&article.id, article.locale.folder()))
            })
            .collect()
    }
}

impl Comment<'_> {
    fn holds(&self, translations: &Translations, diagnostic: &Diagnostic, article: usize) -> bool {
        let own = self.article == article;
        let counts = own
            || translations.reference == Some(self.article)
            || (diagnostic.locale.is_none() && translations.reference.is_none());
        counts
            && match self.allowance.extent {
                Extent::Nothing => false,
                Extent::File => true,
                Extent::Place(span) => {
                    let primary = diagnostic.primary.span;
                    let here = self.places[article]
                        .iter()
                        .any(|it| begins_in(primary, *it));
                    here || (!own && self.bears_witness(translations, diagnostic, span))
                }
            }
    }

    /// Whether the finding is about what stands here: a row that is missing elsewhere has its place in no other language.
    fn bears_witness(&self, translations: &Translations, finding: &Diagnostic, span: Span) -> bool {
        let path = translations.articles[self.article].source.path();
        let mut related = finding.related.iter();
        related.any(|label| label.source.path() == path && begins_in(label.span, span))
    }

    fn needless(&self, article: &Article, names: &[&str], ran: &Ran) -> Vec<Diagnostic> {
        let fault =
            |span, message| Diagnostic::new(&UNUSED_SUPPRESSION, &article.source, span, message);
        if let Some(flaw) = &self.allowance.flaw {
            let found = fault(flaw.span, flaw.message.clone());
            return vec![found.note(WHY_FLAWED).help(flaw.help.clone())];
        }
        let rules = self.allowance.rules.iter();
        let unknown: Vec<Diagnostic> = rules
            .filter_map(|(name, span)| {
                let help = refused(name, names)?;
                Some(
                    fault(*span, format!("`{name}` is nothing that can be allowed"))
                        .note(WHY_FLAWED)
                        .help(help),
                )
            })
            .collect();
        if !unknown.is_empty() {
            return unknown;
        }
        self.unused(article, ran)
    }

    fn unused(&self, article: &Article, ran: &Ran) -> Vec<Diagnostic> {
        let rules = &self.allowance.rules;
        let judged = |name: &str| ran.reports(name, Some(article.locale.folder()));
        let unused: Vec<usize> = (0..rules.len())
            .filter(|at| !self.used[*at] && judged(&rules[*at].0))
            .collect();
        if unused.is_empty() {
            return Vec::new();
        }
        let where_to = match self.allowance.extent {
            Extent::File => "in this file",
            Extent::Place(_) => "where it holds",
            Extent::Nothing => "behind it",
        };
        if unused.len() == rules.len() {
            let names: Vec<&str> = rules.iter().map(|(name, _)| name.as_str()).collect();
            let names = words::quoted_list(&names);
            let message =
                format!("this comment allows {names}, and nothing of it is found {where_to}");
            let fix = removal(article, self.allowance.span);
            return vec![unused_comment(
                article,
                self.allowance.span,
                message,
                "the comment",
                fix,
            )];
        }
        let single = |at: usize| {
            let (name, span) = &rules[at];
            let message = format!("this comment allows `{name}`, which is not found {where_to}");
            unused_comment(
                article,
                *span,
                message,
                "the name",
                self.without(article, at),
            )
        };
        unused.into_iter().map(single).collect()
    }

    /// Removes one of several names, with the comma that parts it from its neighbour.
    fn without(&self, article: &Article, at: usize) -> Fix {
        let rules = &self.allowance.rules;
        let span = match rules.get(at + 1) {
            Some((_, next)) => Span::new(rules[at].1.start, next.start),
            None => Span::new(rules[at - 1].1.end, rules[at].1.end),
        };
        Fix::replace(Applicability::Safe, &article.source, span, "")
    }
}

fn unused_comment(
    article: &Article,
    span: Span,
    message: String,
    what: &str,
    fix: Fix,
) -> Diagnostic {
    Diagnostic::new(&UNUSED_SUPPRESSION, &article.source, span, message)
        .note(WHY_UNUSED)
        .help(format!("remove {what}"))
        .fix(fix)
}

/// Removes a comment: the whole line where it stands alone, else one of the blanks around it, too.
fn removal(article: &Article, span: Span) -> Fix {
    let text = article.source.text();
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at + 1);
    let (before, after) = (&text[start..span.start], &text[span.end..end]);
    let alone = before.trim().is_empty() && after.trim().is_empty();
    let span = match alone {
        true if parts_blocks(article, start, end) => {
            Span::new(start, start + text[start..end].trim_end().len())
        }
        true => Span::new(start, end),
        false if before.ends_with(' ') && (after.starts_with(' ') || after.trim().is_empty()) => {
            Span::new(span.start - 1, span.end)
        }
        false => span,
    };
    Fix::replace(Applicability::Safe, &article.source, span, "")
}

/// Whether lines of a comment keep two blocks apart, which would be one without them. Between two items of a list they do not.
fn parts_blocks(article: &Article, start: usize, end: usize) -> bool {
    let text = article.source.text();
    let before = text[..start].lines().next_back().unwrap_or_default();
    let after = text[end..].lines().next().unwrap_or_default();
    // Of several comments the last one decides.
    let more = after.trim_start().starts_with("<!--") && after.trim_end().ends_with("-->");
    let close = !before.trim().is_empty() && !after.trim().is_empty() && !more;
    close && !is_between_items(&article.blocks, start)
}

fn is_between_items(blocks: &[Block], byte: usize) -> bool {
    let holds = |span: Span| span.start <= byte && byte < span.end;
    let block = blocks.iter().find(|block| holds(block.span));
    match block.map(|block| &block.kind) {
        Some(BlockKind::List { items, .. }) => {
            let item = items.iter().find(|item| holds(item.span));
            item.is_none_or(|item| is_between_items(&item.blocks, byte))
        }
        Some(
            BlockKind::Quote(blocks)
            | BlockKind::Alert { blocks, .. }
            | BlockKind::Div { blocks, .. }
            | BlockKind::Footnote { blocks, .. },
        ) => is_between_items(blocks, byte),
        _ => false,
    }
}

/// What to do about a name that cannot be allowed, where it cannot.
fn refused(name: &str, names: &[&str]) -> Option<String> {
    if FAULTS.iter().any(|fault| fault.name == name) {
        return Some(format!("set the level of `{name}` in `glotta.yml`"));
    }
    (!names.is_empty() && !names.contains(&name)).then(|| nearest(name, names))
}

fn begins_in(span: Span, place: Span) -> bool {
    place.start <= span.start
        && (span.start < place.end || (span.is_empty() && span.start == place.end))
}

/// What corresponds to a stretch of one article in its other languages.
struct Map<'a> {
    translations: &'a Translations,
    article: usize,
    index: Index,
    /// For each segment its slot.
    pieces: Vec<Option<usize>>,
}

impl<'a> Map<'a> {
    fn of(translations: &'a Translations, article: usize) -> Map<'a> {
        let mut pieces = vec![None; translations.segments()[article].len()];
        for (at, slot) in translations.pieces().iter().enumerate() {
            if let Some(piece) = slot.members[article] {
                pieces[piece] = Some(at);
            }
        }
        Map {
            translations,
            article,
            index: Index::of(translations, article),
            pieces,
        }
    }

    /// By article the places that correspond; in the article itself the stretch.
    fn places(&self, span: Span) -> Vec<Vec<Span>> {
        let mut places = vec![Vec::new(); self.translations.articles.len()];
        self.segments(span, &mut places);
        self.tables(span, &mut places);
        self.headings(span, &mut places);
        places[self.article] = vec![span];
        places
    }

    fn segments(&self, span: Span, places: &mut [Vec<Span>]) {
        let segments = &self.translations.segments();
        let own = &segments[self.article];
        let first = own.partition_point(|segment| segment.span.start < span.start);
        let last = own.partition_point(|segment| segment.span.start < span.end);
        for slot in self.pieces[first..last.max(first)].iter().flatten() {
            for (article, piece) in self.translations.pieces()[*slot].present() {
                places[article].push(segments[article][piece].span);
            }
        }
    }

    /// The tables of a block; of a row that alone.
    fn tables(&self, span: Span, places: &mut [Vec<Span>]) {
        let tables = &self.translations.articles[self.article].tables;
        let first = tables.partition_point(|table| table.span.end <= span.start);
        let last = tables.partition_point(|table| table.span.start < span.end);
        let paired = self.index.tables.iter().enumerate().take(last).skip(first);
        for (at, slot) in paired.filter_map(|(at, slot)| Some((at, (*slot)?))) {
            let slot = &self.translations.tables[slot];
            match span.contains(tables[at].span) {
                true => self.each_table(slot, places, |table| table.span),
                false if span == tables[at].header.span => {
                    self.each_table(slot, places, |table| table.header.span);
                }
                false => self.row(slot, at, span, places),
            }
        }
    }

    fn each_table(
        &self,
        slot: &TableSlot,
        places: &mut [Vec<Span>],
        span: impl Fn(&Table) -> Span,
    ) {
        for (article, table) in slot.tables.present() {
            places[article].push(span(&self.translations.articles[article].tables[table]));
        }
    }

    fn row(&self, slot: &TableSlot, table: usize, span: Span, places: &mut [Vec<Span>]) {
        let rows = &self.translations.articles[self.article].tables[table].rows;
        let row = rows.partition_point(|row| row.span.start < span.start);
        let place = self.index.rows[table].get(row).copied().flatten();
        let Some(place) = place else {
            return;
        };
        for (article, row) in slot.rows[place].present() {
            let table = self.translations.table(slot, article);
            let row = table.and_then(|table| table.rows.get(row));
            places[article].extend(row.map(|row| row.span));
        }
    }

    fn headings(&self, span: Span, places: &mut [Vec<Span>]) {
        let article = &self.translations.articles[self.article];
        let section = article.sections.iter().position(|section| {
            let heading = article.heading(section);
            heading.is_some_and(|heading| heading.span == span)
        });
        let Some(section) = section else {
            return;
        };
        let slot = self.translations.section_slot((self.article, section));
        for item in slot.present() {
            let heading = self.translations.heading(item);
            places[item.0].extend(heading.map(|heading| heading.span));
        }
    }
}

/// The entries of `allow:` in `glotta.yml`.
struct Exemptions<'a> {
    site: &'a Site,
    all: Vec<(&'a Exemption, Vec<bool>)>,
}

impl<'a> Exemptions<'a> {
    fn of(site: &'a Site) -> Exemptions<'a> {
        let entries = site.config.allow.iter();
        Exemptions {
            site,
            all: entries
                .map(|entry| (entry, vec![false; entry.rules.len()]))
                .collect(),
        }
    }

    fn allow(&mut self, diagnostic: &Diagnostic, places: &mut Places) -> bool {
        let today = self.site.config.today;
        let mut allowed = false;
        let mut place = None;
        for (entry, used) in &mut self.all {
            let Some(at) = entry.rules.iter().position(|rule| rule == diagnostic.rule) else {
                continue;
            };
            if run_out(entry, today).is_some() {
                continue;
            }
            let place = place.get_or_insert_with(|| places.place_of(diagnostic));
            if holds(self.site, entry, diagnostic, place, places) {
                used[at] = true;
                allowed = true;
            }
        }
        allowed
    }

    fn needless(&self, ran: &Ran) -> Vec<Diagnostic> {
        let entries = self.all.iter();
        entries
            .flat_map(|(entry, used)| self.needless_entry(entry, used, ran))
            .collect()
    }

    fn needless_entry(&self, entry: &Exemption, used: &[bool], ran: &Ran) -> Vec<Diagnostic> {
        let file = &self.site.config.file;
        let fault = |span, message| Diagnostic::new(&UNUSED_SUPPRESSION, file, span, message);
        if let Some((day, span)) = run_out(entry, self.site.config.today) {
            let found = fault(span, format!("this entry of `allow` ran out on {day}"));
            let help = "mend what it allowed and remove it, or set a later day";
            return vec![found.note(WHY_FLAWED).help(help)];
        }
        let refused: Vec<Diagnostic> = entry
            .rules
            .iter()
            .filter_map(|name| {
                let message = format!("`{name}` is nothing that can be allowed");
                let help = refused(name, &[])?;
                Some(fault(entry.span, message).note(WHY_FLAWED).help(help))
            })
            .collect();
        match refused.is_empty() {
            true => unused_entry(entry, used, ran, fault).into_iter().collect(),
            false => refused,
        }
    }
}

/// One report for all rules of an entry that were not found.
fn unused_entry(
    entry: &Exemption,
    used: &[bool],
    ran: &Ran,
    fault: impl Fn(Span, String) -> Diagnostic,
) -> Option<Diagnostic> {
    let judged = |name: &str| ran.reports(name, entry.locale.as_deref());
    let rules = entry.rules.iter().zip(used);
    let unused: Vec<&str> = rules
        .filter(|(name, used)| !**used && judged(name))
        .map(|(name, _)| name.as_str())
        .collect();
    let names = words::quoted_list(&unused);
    let help = match unused.len() {
        0 => return None,
        all if all == entry.rules.len() => "remove the entry".to_owned(),
        _ => format!("remove {names} from the entry"),
    };
    let message = format!("this entry allows {names}, and nothing of it is found where it holds");
    Some(fault(entry.span, message).note(WHY_UNUSED).help(help))
}

/// The day on which an entry ran out, where it has.
fn run_out(entry: &Exemption, today: Option<Date>) -> Option<(Date, Span)> {
    entry
        .until
        .filter(|(day, _)| today.is_some_and(|today| today > *day))
}

/// Whether every condition of an entry is met.
fn holds(
    site: &Site,
    entry: &Exemption,
    diagnostic: &Diagnostic,
    place: &SlotPath,
    places: &Places,
) -> bool {
    let article = |pattern: &String| {
        let id = diagnostic.article.as_deref();
        id.is_some_and(|id| matches_path(pattern, id))
    };
    // What all languages share has a place in one of them.
    let folder = diagnostic.locale.as_deref().or_else(|| {
        let (translations, article) = places.article_of(diagnostic)?;
        Some(
            site.translations[translations].articles[article]
                .locale
                .folder(),
        )
    });
    let locale = |wanted: &String| folder.is_some_and(|it| it.eq_ignore_ascii_case(wanted));
    entry.article.as_ref().is_none_or(article)
        && entry.locale.as_ref().is_none_or(locale)
        && entry
            .key
            .as_ref()
            .is_none_or(|key| has_key(diagnostic, place, key))
        && entry
            .value
            .as_ref()
            .is_none_or(|value| has_value(diagnostic, value))
}
/// Whether a finding is about the row with a key: it stands there, or names it as the row that should stand there.
fn has_key(diagnostic: &Diagnostic, place: &SlotPath, key: &str) -> bool {
    let named = format!("row `{key}`");
    place.key.as_deref() == Some(key)
        || diagnostic.expected.as_deref() == Some(&named)
        || diagnostic.message.contains(&named)
}

fn has_value(diagnostic: &Diagnostic, value: &str) -> bool {
    let primary = &diagnostic.primary;
    diagnostic.found.as_deref().map(str::trim) == Some(value.trim())
        || primary.source.slice(primary.span).trim() == value.trim()
}
