//! Where in a site a finding is, in words that outlive changes of the text around it.

use std::collections::HashMap;
use std::fmt;

use sha1::{Digest, Sha1};

use crate::diagnostic::{Diagnostic, Span};
use crate::model::{
    Article, ColumnRole, Row, SegmentKind, Site, Slot, Table, TableSlot, Translations,
};

/// How deep segments can lie in one another where the limit is raised as far as it goes, which is how far back the innermost one can be.
const DEPTH: usize = 128;

/// Where in an article a finding is: never by line or byte, and alike in all languages.
///
/// Written out it is `codes/paragraph[2]`, `codes/table[1]/10102/4`, `front-matter/title`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SlotPath {
    /// From the outside to the inside.
    pub steps: Vec<String>,
    /// The key of the table's row, where the place is in one.
    pub key: Option<String>,
    /// What stands there, as a few hexadecimal digits, where the last step is counted and not named.
    pub context: Option<String>,
}

impl fmt::Display for SlotPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.steps.join("/"))
    }
}

/// Finds places in a site.
#[derive(Debug)]
pub struct Places<'a> {
    site: &'a Site,
    /// Index into the site's translations and their articles, by path.
    by_path: HashMap<&'a str, (usize, usize)>,
    indices: HashMap<(usize, usize), Index>,
}

/// What is where in one article.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each segment its number among those of its kind in its section, from 1.
    numbers: Vec<usize>,
    /// For each table its slot.
    pub tables: Vec<Option<usize>>,
    /// For each table and row its slot.
    pub rows: Vec<Vec<Option<usize>>>,
}

impl<'a> Places<'a> {
    pub fn new(site: &'a Site) -> Places<'a> {
        let mut by_path = HashMap::new();
        for (at, translations) in site.translations.iter().enumerate() {
            for (article, it) in translations.articles.iter().enumerate() {
                by_path.insert(it.source.path(), (at, article));
            }
        }
        Places {
            site,
            by_path,
            indices: HashMap::new(),
        }
    }

    /// The article that a finding's primary place is in: indices into the site's translations and their articles.
    pub fn article_of(&self, diagnostic: &Diagnostic) -> Option<(usize, usize)> {
        self.by_path.get(diagnostic.primary.source.path()).copied()
    }

    /// Where a finding is, by its primary place. What is in no article is where its file is.
    pub fn place_of(&mut self, diagnostic: &Diagnostic) -> SlotPath {
        let Some(at) = self.article_of(diagnostic) else {
            return SlotPath {
                steps: vec![diagnostic.primary.source.path().to_owned()],
                ..SlotPath::default()
            };
        };
        let translations = &self.site.translations[at.0];
        let index = self
            .indices
            .entry(at)
            .or_insert_with(|| Index::of(translations, at.1));
        Place {
            translations,
            at: at.1,
            article: &translations.articles[at.1],
            index,
        }
        .of(diagnostic.primary.span)
    }
}

impl Index {
    pub fn of(translations: &Translations, article: usize) -> Index {
        let it = &translations.articles[article];
        let mut counts: HashMap<(usize, &str), usize> = HashMap::new();
        let numbers = translations.segments[article].iter().map(|segment| {
            let count = counts
                .entry((segment.section, name(segment.kind)))
                .or_default();
            *count += 1;
            *count
        });
        let mut index = Index {
            numbers: numbers.collect(),
            tables: vec![None; it.tables.len()],
            rows: it
                .tables
                .iter()
                .map(|table| vec![None; table.rows.len()])
                .collect(),
        };
        for (at, slot) in translations.tables.iter().enumerate() {
            let Some(table) = slot.tables.members[article] else {
                continue;
            };
            index.tables[table] = Some(at);
            for (at, row) in slot.rows.iter().enumerate() {
                if let Some(place) =
                    row.members[article].and_then(|row| index.rows.get_mut(table)?.get_mut(row))
                {
                    *place = Some(at);
                }
            }
        }
        index
    }
}

/// One article, in which a place is looked for.
struct Place<'a> {
    translations: &'a Translations,
    at: usize,
    article: &'a Article,
    index: &'a Index,
}

impl Place<'_> {
    fn of(&self, span: Span) -> SlotPath {
        if span.start < self.article.front_matter.span.end {
            return self.in_front_matter(span.start);
        }
        if let Some(table) = self.table_at(span.start) {
            return self.in_table(table, span);
        }
        let section = self.section_at(span.start);
        let heading = self.article.heading(&self.article.sections[section]);
        if heading.is_some_and(|heading| span.start < heading.span.end) {
            return path(vec![self.anchor(section), "heading".into()]);
        }
        self.in_words(section, span.start)
    }

    fn in_front_matter(&self, byte: usize) -> SlotPath {
        let entries = self.article.front_matter.entries.iter();
        let entry = entries.rev().find(|entry| entry.key_span.start <= byte);
        let key = entry.map(|entry| entry.key.clone());
        path(["front-matter".to_owned()].into_iter().chain(key).collect())
    }

    fn section_at(&self, byte: usize) -> usize {
        let start = |index: &Option<usize>| {
            index.map_or(0, |heading| self.article.headings[heading].span.start)
        };
        let after = self
            .article
            .sections
            .partition_point(|section| start(&section.heading) <= byte);
        after.max(1) - 1
    }

    /// The name that links give to a section; what stands before all headings has none.
    fn anchor(&self, section: usize) -> String {
        let heading = self.article.heading(&self.article.sections[section]);
        heading.map_or(".".into(), |heading| heading.anchor.clone())
    }

    /// The innermost segment at a byte, else the section.
    fn in_words(&self, section: usize, byte: usize) -> SlotPath {
        let segments = &self.translations.segments[self.at];
        let after = segments.partition_point(|segment| segment.span.start <= byte);
        let near = segments[..after].iter().enumerate().rev().take(DEPTH);
        let inside = near
            .filter(|(_, segment)| segment.section == section)
            .find(|(_, segment)| byte <= segment.span.end);
        let anchor = self.anchor(section);
        match inside {
            None => path(vec![anchor]),
            Some((at, segment)) => SlotPath {
                steps: vec![
                    anchor,
                    format!("{}[{}]", name(segment.kind), self.index.numbers[at]),
                ],
                key: None,
                context: Some(digits(self.article.source.slice(segment.span))),
            },
        }
    }

    fn table_at(&self, byte: usize) -> Option<usize> {
        let tables = &self.article.tables;
        let at = tables.partition_point(|table| table.span.start <= byte);
        let at = at.checked_sub(1)?;
        (byte < tables[at].span.end.max(tables[at].span.start + 1)).then_some(at)
    }

    fn in_table(&self, at: usize, span: Span) -> SlotPath {
        let table = &self.article.tables[at];
        let slot = self.index.tables[at].map(|slot| &self.translations.tables[slot]);
        let mut found = path(self.table_name(at, slot));
        if span.end > table.header.span.end && span.start <= table.header.span.start {
            return found;
        }
        let row = table
            .rows
            .partition_point(|row| row.span.start <= span.start);
        let Some(row) = row.checked_sub(1) else {
            found.steps.push("header".into());
            found.steps.extend(column(table, &table.header, span));
            return found;
        };
        let pair = slot.zip(self.index.rows[at].get(row).copied().flatten());
        let row = &table.rows[row];
        match pair.map(|(slot, place)| (slot, &slot.rows[place], place)) {
            Some((slot, rows, place)) => self.name_row(slot, rows, place, &mut found),
            None => found.steps.push(table.key(row).unwrap_or("row").to_owned()),
        }
        if found.key.is_none() {
            found.context = Some(digits(self.article.source.slice(row.span)));
        }
        found.steps.extend(column(table, row, span));
        found
    }

    /// The name that `glotta.yml` gives, else the section with the table's number there.
    fn table_name(&self, at: usize, slot: Option<&TableSlot>) -> Vec<String> {
        if let Some(name) = slot.and_then(|slot| slot.name.clone()) {
            return vec![name];
        }
        let section = self.article.tables[at].section;
        let tables = &self.article.tables[..=at];
        let number = tables
            .iter()
            .rev()
            .take_while(|table| table.section == section)
            .count();
        vec![self.anchor(section), format!("table[{number}]")]
    }

    /// The key that the reference or most languages give to a row, else what its other languages share, else its number.
    fn name_row(&self, slot: &TableSlot, row: &Slot, place: usize, found: &mut SlotPath) {
        if let Some(column) = slot.key_column() {
            found.key = self.usual(slot, row, column);
        }
        let step = found.key.clone().or_else(|| {
            let telling = |role: &ColumnRole| *role != ColumnRole::Prose;
            let columns = slot.roles.iter().enumerate();
            let cells: Vec<String> = columns
                .filter(|(_, role)| telling(role))
                .filter_map(|(column, _)| self.usual(slot, row, column))
                .collect();
            (!cells.is_empty()).then(|| format!("row-{}", digits(&cells.join("|"))))
        });
        found
            .steps
            .push(step.unwrap_or_else(|| format!("row[{}]", place + 1)));
    }

    /// What the reference says in a cell, else what most languages say.
    fn usual(&self, slot: &TableSlot, row: &Slot, column: usize) -> Option<String> {
        let cell = |article: usize| {
            let table = self.translations.shaped_table(slot, article)?;
            let cell = table.rows.get(row.members[article]?)?.cells.get(column)?;
            (!cell.text.is_empty()).then_some(cell.text.as_str())
        };
        if let Some(text) = self.translations.reference.and_then(cell) {
            return Some(text.to_owned());
        }
        let mut texts: Vec<&str> = row.present().filter_map(|(at, _)| cell(at)).collect();
        texts.sort_unstable();
        let usual = texts
            .chunk_by(|a, b| a == b)
            .max_by_key(|same| same.len())?;
        Some(usual[0].to_owned())
    }
}

fn path(steps: Vec<String>) -> SlotPath {
    SlotPath {
        steps,
        ..SlotPath::default()
    }
}

/// The column of a row that a place is in: its declared name, else its number. A place wider than a cell is in none.
fn column(table: &Table, row: &Row, span: Span) -> Option<String> {
    let inside = |span: Span, cell: Span| cell.start <= span.start && span.end <= cell.end;
    let at = row.cells.iter().position(|cell| inside(span, cell.span))?;
    let name = table.columns.get(at).and_then(|column| column.name.clone());
    Some(name.unwrap_or_else(|| (at + 1).to_string()))
}

/// What a segment is called in a path.
fn name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Paragraph => "paragraph",
        SegmentKind::Item => "item",
        SegmentKind::Alert(_) => "alert",
        SegmentKind::Quote => "quote",
        SegmentKind::Code => "code",
        SegmentKind::Html => "html",
        SegmentKind::Heading => "heading",
        SegmentKind::List(_) => "list",
        SegmentKind::Rule => "rule",
        SegmentKind::Include => "include",
        SegmentKind::Div => "div",
        SegmentKind::Video => "video",
        SegmentKind::Mark(_) => "mark",
    }
}

/// Eight digits for a text, whatever its blanks and line breaks.
pub fn digits(text: &str) -> String {
    let mut hash = Sha1::new();
    for word in text.split_whitespace() {
        hash.update(word);
        hash.update(" ");
    }
    let bytes = hash.finalize();
    bytes[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
